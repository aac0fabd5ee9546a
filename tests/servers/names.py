"""Folder names: as people say them, and as they go over the wire to one server.

Pure. People say `Drafts` and `Crickets/Stop` everywhere; the server has its own prefix, separator and encoding
(RFC 2342 namespaces, RFC 3501 section 5.1.3 modified UTF-7).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one server names folders: Courier, say, by the prefix `INBOX.` and the separator `.`."""

    prefix: str = ""
    separator: str = "/"
    #: What the provider calls folders, by the name that people say: `Drafts` may be `[Gmail]/Bozze`.
    own: Mapping[str, str] = field(default_factory=dict)

    def on_the_wire(self, name: str) -> str:
        """The server's own name of the folder, without quotes."""
        if name.upper() == "INBOX":
            return "INBOX"
        if name in self.own:
            return to_utf7(self.own[name])
        return to_utf7(self.prefix + name.replace("/", self.separator))

    def as_said(self, wire: str) -> str:
        """The folder's name as people say it; the other way round of `on_the_wire`."""
        name = from_utf7(wire)
        if name.upper() == "INBOX":
            return "INBOX"
        for said, shown in self.own.items():
            if name == shown:
                return said
        return name.removeprefix(self.prefix).replace(self.separator, "/")


def quoted(wire: str) -> str:
    """The name as an IMAP quoted string (RFC 9051 section 4.3)."""
    return '"' + re.sub(r'(["\\])', r"\\\1", wire) + '"'


def unquoted(token: str) -> str:
    """The name in a quoted string, or the atom as it is."""
    return re.sub(r"\\(.)", r"\1", token[1:-1]) if token.startswith('"') else token


def to_utf7(name: str) -> str:
    """`name` in modified UTF-7: runs beyond printable ASCII become `&...-`, and `&` itself `&-`."""
    return re.sub(r"&|[^\x20-\x7e]+", lambda run: _shifted(run[0]), name)


def from_utf7(wire: str) -> str:
    """The name behind modified UTF-7."""
    return re.sub(r"&([^-]*)-", lambda run: _unshifted(run[1]), wire)


def _shifted(run: str) -> str:
    if run == "&":
        return "&-"
    return "&" + base64.b64encode(run.encode("utf-16-be"), b"+,").decode().rstrip("=") + "-"


def _unshifted(run: str) -> str:
    if not run:
        return "&"
    padded = run + "=" * (-len(run) % 4)
    return base64.b64decode(padded, b"+,").decode("utf-16-be")

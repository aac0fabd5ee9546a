"""
The journal of systemd, in its own protocol: one datagram an event, with fields that can be looked for.

Knows the form of an entry (systemd's "Native Journal Protocol"); must not know what is told. Each value is one line
here, and all are bounded by whoever writes: so neither the protocol's binary form nor a file in memory is needed.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 1.0
_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,63}")
_LINE_BREAKS = re.compile(r"[\n\r]")
_ESCAPES = {"\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal that listens at an address, if one does."""

    address: str = "/run/systemd/journal/socket"

    @property
    def is_there(self) -> bool:
        """Whether there is a socket at all."""
        try:
            return Path(self.address).is_socket()
        except OSError:
            return False

    def takes(self, entry: str) -> bool:
        """Whether the journal took an entry; one that hangs is waited for a second at most."""
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
                channel.settimeout(_PATIENCE)
                channel.sendto(entry.encode("utf-8", "backslashreplace"), self.address)
        except OSError:
            return False
        return True


def entry_of(fields: Mapping[str, object]) -> str:
    """An entry with these fields, by the names that the journal allows: capitals, digits and underscores."""
    for name in fields:
        assert _NAME.fullmatch(name), name  # they are the program's own
    return "".join(f"{name}={_one_line(str(value))}\n" for name, value in fields.items())


def _one_line(value: str) -> str:
    """A value whose line breaks are shown: a field of somebody else's choice can't be made by one."""
    return _LINE_BREAKS.sub(lambda found: _ESCAPES[found[0]], value)

"""
What an archive's headers say of its threads, read without any of our own code: a second truth beside the labels.

A label may take for an id what stands first in angle brackets, and old mailers write there whose mail it was:
``In-Reply-To: Message from Anna <anna@client.example> of … <id@client.example>``. So an address of one of the
archive's authors is no id here (RFC 5322 §3.6.4 has only ids in these fields).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)

_ID = re.compile(r"<([^<>\s]{1,998})>")
_ADDRESS = re.compile(r"[\w.+=-]{1,100}@[\w.-]{1,200}")
_FOLD = re.compile(r"\r?\n[ \t]+")
_NAMING = re.compile(r"(?im)^(?:message-id|in-reply-to|references):(.*)$")
_FROM = re.compile(r"(?im)^from:(.*)$")


def threads_by_ties(mails: Mapping[_Key, bytes]) -> dict[_Key, Hashable]:
    """The thread of each mail: those that name one id, their own or another's, are of one."""
    headers = {key: _header(raw) for key, raw in mails.items()}
    authors = {found.casefold() for header in headers.values() for found in _in(_FROM, _ADDRESS, header)}
    return _united(
        {key: [i for i in _in(_NAMING, _ID, header) if i.casefold() not in authors] for key, header in headers.items()}
    )


def _header(raw: bytes) -> str:
    return _FOLD.sub(" ", re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0].decode("latin-1"))


def _in(field: re.Pattern[str], wanted: re.Pattern[str], header: str) -> list[str]:
    return [found for value in field.findall(header) for found in wanted.findall(value)]


def _united(named: Mapping[_Key, Sequence[str]]) -> dict[_Key, Hashable]:
    """The smallest sets of which each holds all that shares a name with one of its own."""
    above: dict[Hashable, Hashable] = {}

    def top(node: Hashable) -> Hashable:
        while (parent := above.setdefault(node, node)) != node:
            above[node] = above[parent]  # path halving
            node = above[node]
        return node

    for key, names in named.items():
        for name in names:
            above[top(("mail", key))] = top(("id", name))
    return {key: top(("mail", key)) for key in named}

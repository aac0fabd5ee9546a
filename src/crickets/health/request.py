"""
What a request asks for, by its head alone: the figures, or nothing that there is.

Whoever can send a browser on this machine to a page of theirs can have it ask here too, under a name of theirs that
leads to this machine (DNS rebinding); but that name then stands in the request, and only this machine's own are served.
"""

from __future__ import annotations

import re

PATH = "/metrics"
OK = "200 OK"
_OWN_NAME = re.compile(r"(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
_VERSIONS = frozenset({"HTTP/1.0", "HTTP/1.1"})


def status_of(head: bytes) -> str:
    """The status line's words for the head of a request (RFC 9112 §3): `OK`, or what is wrong with it."""
    line, *fields = head.decode("latin-1").split("\r\n")
    words = line.split(" ")
    if len(words) != 3 or words[2] not in _VERSIONS:
        return "400 Bad Request"
    if not _is_own(_hosts_in(fields)):
        return "403 Forbidden"
    if words[1].partition("?")[0] != PATH:
        return "404 Not Found"
    return OK if words[0] == "GET" else "405 Method Not Allowed"


def _hosts_in(fields: list[str]) -> list[str]:
    named = (field.partition(":") for field in fields)
    return [value.strip(" \t") for name, _, value in named if name.casefold() == "host"]


def _is_own(hosts: list[str]) -> bool:
    """Whether it's named once, by a name that can only be this machine's."""
    return len(hosts) == 1 and _OWN_NAME.fullmatch(hosts[0]) is not None

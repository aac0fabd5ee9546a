"""
Requests to one WebDAV server (RFC 4918), and what its answers mean.

Knows where the list is and what opens it; how a server is asked is `crickets.web`'s, what is asked for the callers'.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Self
from urllib.parse import quote, urljoin, urlsplit

from crickets.echoes import without
from crickets.errors import LoginRefused, Refused, Transient
from crickets.web import PATIENCE, Asking, Site

LARGEST = 4 << 20
"""Octets of an answer: some ten thousand tasks as they're listed."""

_SAFE = "/%:@!$&'()*+,;=~"
_AGAIN = "Try again later; the daemon does so by itself, and nothing else waits for it."
_NOT_FOUND = frozenset({404, 410})
_CHANGED = 412
_NOT_LET_IN = 401
_FOR_NOW = frozenset({408, 423, 425, 429})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A collection on a server, and what opens it; over plain HTTP only where the config allowed that."""

    url: str
    username: str
    secret: str = field(repr=False)
    tls_ca_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    body: bytes

    @property
    def is_there(self) -> bool:
        """Whether there is such a thing."""
        return self.status not in _NOT_FOUND

    @property
    def was_changed(self) -> bool:
        """Whether it isn't any more as was supposed: nothing was done (RFC 9110 §13.1)."""
        return self.status == _CHANGED


class Dav:
    """A server, within `with` and while `patience` lasts: what takes longer is broken off with `Transient`."""

    def __init__(self, place: Place, patience: timedelta = PATIENCE) -> None:
        path = urlsplit(place.url).path
        self.path = quote(path if path.endswith("/") else f"{path}/", safe=_SAFE)
        self._host = urlsplit(place.url).hostname or ""
        login = b64encode(f"{place.username}:{place.secret}".encode()).decode()  # RFC 7617 §2.1: in UTF-8
        self._secrets = (login, place.secret)
        self._headers = {"Authorization": f"Basic {login}"}
        self._web = Asking(_site_of(place), patience)

    def __enter__(self) -> Self:
        self._web.__enter__()
        return self

    def __exit__(self, *ending: object) -> None:
        self._web.__exit__(*ending)

    def interrupt(self) -> None:
        """End what is under way, and let nothing else begin."""
        self._web.interrupt()

    def href_of(self, written: str) -> str:
        """The path of a resource that the server wrote as a path or as a whole address."""
        return urlsplit(urljoin(f"http://server{self.path}", written)).path

    def ask(self, method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """
        The answer to a request: done, not there, or changed since.

        Raises `LoginRefused`, `Refused` or `Surprise`, and `Transient` for what may go well another time.
        """
        answer = self._web.ask(method, path, body=body, headers={**self._headers, **(headers or {})})
        self._judge(answer.status, without(self._secrets, answer.words))
        return Answer(status=answer.status, body=answer.body)

    def _judge(self, status: int, words: str) -> None:
        """Let pass what its caller understands; the rest is raised."""
        said = f"{status} {words}".strip()[:200]
        if status in _NOT_FOUND or status == _CHANGED or 200 <= status < 300:
            return
        if status == _NOT_LET_IN:
            remedy = "Mend username or secret below [tasks]; many servers want an app password of their own."
            raise LoginRefused(f"{self._host} did not let you in to the task list", answer=said, remedy=remedy)
        if status >= 500 or status in _FOR_NOW:
            raise Transient(f"{self._host} can't serve the task list now: {said}", remedy=_AGAIN)
        remedy = "See to it that caldav_url is the address of a task list that you may write to."
        raise Refused(f"{self._host} refused what was asked of the task list", answer=said, remedy=remedy)


def _site_of(place: Place) -> Site:
    return Site(
        url=place.url,
        matter="the task list",
        key="tasks.caldav_url",
        again=_AGAIN,
        largest=LARGEST,
        tls_ca_file=place.tls_ca_file,
    )

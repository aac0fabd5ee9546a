"""
Requests to one WebDAV server (RFC 4918), bounded in time and in what they take in.

Knows urllib3 and TLS; must not know what is asked for. Nothing is followed to another address, as the password would
go there too; no proxy and no `.netrc` is heeded.
"""

from __future__ import annotations

import socket
import ssl
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from threading import Lock, Timer
from typing import Self
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, SSLError

from crickets.errors import ConfigError, CricketsError, LoginRefused, Refused, Surprise, Transient

PATIENCE = timedelta(seconds=10)
"""How long all that is asked in one go may take together."""

LARGEST = 4 << 20
"""Octets of an answer: some ten thousand tasks as they're listed."""

_CHUNK = 64 << 10
_SAFE = "/%:@!$&'()*+,;=~"
_AGAIN = "It's tried again; nothing else waits for it."
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
        self._headers = {"Authorization": f"Basic {login}", "User-Agent": "crickets"}
        self._lines = _Lines()
        self._pool = _pool(place, self._lines, patience.total_seconds() / 2)
        self._bell = Timer(patience.total_seconds(), self.interrupt)
        self._bell.daemon = True

    def __enter__(self) -> Self:
        self._bell.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bell.cancel()
        self.interrupt()
        self._pool.close()

    def interrupt(self) -> None:
        """End what is under way, and let nothing else begin."""
        self._lines.cut()

    def href_of(self, written: str) -> str:
        """The path of a resource that the server wrote as a path or as a whole address."""
        return urlsplit(urljoin(f"http://server{self.path}", written)).path

    def ask(self, method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """
        The answer to a request: done, not there, or changed since.

        Raises `LoginRefused`, `Refused` or `Surprise`, and `Transient` for what may go well another time.
        """
        if self._lines.are_cut():
            raise self._too_slow()
        try:
            status, words, taken = self._exchanged(method, path, body, headers or {})
        except SSLError as error:
            raise self._distrust(error) from error
        except (HTTPError, OSError, ValueError) as error:
            raise self._too_slow() if self._lines.are_cut() else self._unreachable(error) from error
        if self._lines.are_cut():  # then the end of the line, which ends some answers, says nothing
            raise self._too_slow()
        self._judge(status, words)
        return Answer(status=status, body=taken)

    def _exchanged(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str, bytes]:
        answer = self._pool.urlopen(
            method,
            path,
            body=body,
            headers={**self._headers, "Accept-Encoding": "identity", **headers},
            retries=False,
            redirect=False,
            preload_content=False,
            decode_content=False,
        )
        try:
            taken = bytearray()
            for chunk in answer.stream(_CHUNK, decode_content=False):
                taken += chunk
                if len(taken) > LARGEST:
                    raise Surprise(f"{self._host} answers without end about the task list", remedy=_AGAIN)
            return answer.status, answer.reason or "", bytes(taken)
        finally:
            answer.close()

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

    def _too_slow(self) -> CricketsError:
        return Transient(f"{self._host} took too long over the task list", remedy=_AGAIN)

    def _unreachable(self, error: Exception) -> CricketsError:
        return Transient(f"{self._host} could not be reached for the task list: {_word(error)}", remedy=_AGAIN)

    def _distrust(self, error: SSLError) -> CricketsError:
        if not isinstance(_root_of(error), ssl.SSLCertVerificationError):
            return self._unreachable(error)
        remedy = "Nothing was sent. If the server is your own, name its authority's certificate in tls_ca_file."
        return Refused(f"the certificate of {self._host} can't be trusted", answer=_word(error), remedy=remedy)


class _Lines:
    """A pool's connections, to be cut from another thread: each by a handle of its own, as TLS takes the socket."""

    def __init__(self) -> None:
        self._cut = False
        self._lock = Lock()
        self._open: list[socket.socket] = []

    def add(self, line: socket.socket) -> None:
        """Know a connection; one that comes too late is cut at once."""
        with self._lock:
            self._open.append(line.dup())
        if self._cut:
            self.cut()

    def are_cut(self) -> bool:
        """Whether nothing goes over them any more."""
        return self._cut

    def cut(self) -> None:
        """Cut them all, and those to come."""
        with self._lock:
            self._cut = True
            lines, self._open = self._open, []
        for line in lines:
            with line, suppress(OSError):  # the other side may have gone already
                line.shutdown(socket.SHUT_RDWR)


def _pool(place: Place, lines: _Lines, seconds: float) -> urllib3.HTTPConnectionPool:
    """One connection at a time, each known to `lines` before a word is said on it."""
    parts = urlsplit(place.url)
    host, port, timeout = parts.hostname or "", parts.port, urllib3.Timeout(connect=seconds, read=seconds)

    class Plain(urllib3.connection.HTTPConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            try:
                lines.add(line)
                require_loopback(line.getpeername()[0], host)
            except BaseException:
                line.close()  # nobody else knows it yet
                raise
            return line

    class Private(urllib3.connection.HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            lines.add(line)
            return line

    if parts.scheme == "http":
        plain = urllib3.HTTPConnectionPool(host, port, timeout=timeout)
        plain.ConnectionCls = Plain
        return plain
    private = urllib3.HTTPSConnectionPool(host, port, timeout=timeout, ssl_context=_trusting(place.tls_ca_file))
    private.ConnectionCls = Private
    return private


def require_loopback(address: str, host: str) -> None:
    """Nothing, if an address is this very machine: without TLS the password goes nowhere else."""
    found = ip_address(address.partition("%")[0])
    if not (getattr(found, "ipv4_mapped", None) or found).is_loopback:
        raise Refused(f"{host} is another machine", remedy="Give caldav_url an address with https://.")


def _trusting(ca_file: Path | None) -> ssl.SSLContext:
    """A context that trusts the system's authorities, or those of a file alone; `ConfigError` if it is none."""
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # of which ssl.SSLError is one
        why = getattr(error, "reason", "") or error.strerror
        raise ConfigError(
            (f"tasks.tls_ca_file: no certificates could be read from {ca_file}: {why}",),
            remedy="Give a file of certificates in PEM form.",
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2  # RFC 8996
    return context


def _root_of(error: BaseException) -> BaseException:
    """What an error of urllib3's was made from: some say so among their arguments, others by their cause."""
    inner = next((each for each in error.args if isinstance(each, BaseException)), error.__cause__)
    return error if inner is None else _root_of(inner)


def _word(error: Exception) -> str:
    root = _root_of(error)
    if isinstance(root, TimeoutError):
        return "no answer in time"
    if isinstance(root, ssl.SSLCertVerificationError):
        return root.verify_message
    return str(getattr(root, "strerror", None) or root)[:200]

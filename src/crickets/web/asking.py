"""
A web server asked, and its answer as it came: what it means is its caller's to judge.

Nothing is followed to another address, as the secret would go there too; no proxy and no `.netrc` is heeded.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPException
from threading import Timer
from typing import Self

from urllib3.exceptions import HTTPError, SSLError

from crickets.errors import CricketsError, Refused, Surprise, Transient
from crickets.web.lines import Lines, pool_of
from crickets.web.site import Site

PATIENCE = timedelta(seconds=10)
"""How long all that is asked in one go may take together."""

_CHUNK = 64 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, and the status line's words; the body may hold a secret."""

    status: int
    words: str
    body: bytes = field(repr=False)


class Asking:
    """A server, within `with` and while `patience` lasts: what takes longer is broken off with `Transient`."""

    def __init__(self, site: Site, patience: timedelta = PATIENCE) -> None:
        self._site = site
        self._lines = Lines()
        self._pool = pool_of(site, self._lines, patience.total_seconds() / 2)
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

    def ask(self, method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str]) -> Answer:
        """Whatever is answered; `Transient`, `Surprise` or `Refused` where nothing came that could be relied on."""
        if self._lines.are_cut():
            raise self._too_slow()
        try:
            answer = self._exchanged(method, path, body, headers)
        except SSLError as error:
            raise self._distrust(error) from error
        except (HTTPError, OSError, ValueError) as error:
            raise self._too_slow() if self._lines.are_cut() else self._unreachable(error) from error
        if self._lines.are_cut():  # then the end of the line, which ends some answers, says nothing
            raise self._too_slow()
        return answer

    def _exchanged(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        answer = self._pool.urlopen(
            method,
            path,
            body=body,
            headers={"User-Agent": "crickets", "Accept-Encoding": "identity", **headers},
            retries=False,
            redirect=False,
            preload_content=False,
            decode_content=False,
        )
        try:
            taken = bytearray()
            for chunk in answer.stream(_CHUNK, decode_content=False):
                taken += chunk
                if len(taken) > self._site.largest:
                    what = f"{self._site.host} answers without end about {self._site.matter}"
                    raise Surprise(what, remedy=self._site.again)
            return Answer(status=answer.status, words=answer.reason or "", body=bytes(taken))
        finally:
            answer.close()

    def _too_slow(self) -> CricketsError:
        return Transient(f"{self._site.host} took too long over {self._site.matter}", remedy=self._site.again)

    def _unreachable(self, error: Exception) -> CricketsError:
        what = f"{self._site.host} could not be reached for {self._site.matter}: {_word(error)}"
        return Transient(what, remedy=self._site.again)

    def _distrust(self, error: SSLError) -> CricketsError:
        if not isinstance(_root_of(error), ssl.SSLCertVerificationError):
            return self._unreachable(error)
        remedy = f"Nothing was sent. {self._site.distrusted}"
        return Refused(f"the certificate of {self._site.host} can't be trusted", answer=_word(error), remedy=remedy)


def _root_of(error: BaseException) -> BaseException:
    """What an error of urllib3's was made from: some say so among their arguments, others by their cause."""
    inner = next((each for each in error.args if isinstance(each, BaseException)), error.__cause__)
    return error if inner is None else _root_of(inner)


def _word(error: Exception) -> str:
    root = _root_of(error)
    if isinstance(root, HTTPException):  # whose words are the server's, and perhaps those that it was asked in
        return "what it says is no answer"
    if isinstance(root, TimeoutError):
        return "no answer in time"
    if isinstance(root, ssl.SSLCertVerificationError):
        return root.verify_message
    return str(getattr(root, "strerror", None) or root)[:200]

"""
A sign of life, sent to a service that raises the alarm when none comes (a dead man's switch).

Knows the address, which is as good as a secret: whoever has it can pretend that all is well. It's told nowhere but to
the server that it names.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from crickets.errors import Refused, Transient
from crickets.web import Asking, Site

_AGAIN = "It's tried again by itself; nothing else waits for it."
_LARGEST = 64 << 10
_FOR_NOW = frozenset({408, 425, 429})


class SignOfLife:
    """Given once: the address is asked for by GET, which every such service takes."""

    def __init__(self, url: str, tls_ca_file: Path | None = None) -> None:
        parts = urlsplit(url)
        self._path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        self._site = Site(
            url=url,
            matter="the healthcheck",
            key="health.healthcheck_url",
            again=_AGAIN,
            largest=_LARGEST,
            tls_ca_file=tls_ca_file,
        )
        self._asking = Asking(self._site)

    def give(self) -> None:
        """Done when the server has said that it's well; `Transient` or `Refused` otherwise, within seconds."""
        with self._asking as asking:
            answer = asking.ask("GET", self._path, headers={})
        said, host = str(answer.status), self._site.host
        if answer.status >= 500 or answer.status in _FOR_NOW:
            raise Transient(f"{host} can't take the healthcheck now: {said}", remedy=_AGAIN)
        if not 200 <= answer.status < 300:
            remedy = "See whether health.healthcheck_url is as the service shows it; nothing is followed elsewhere."
            raise Refused(f"{host} did not take the healthcheck", answer=said, remedy=remedy)

    def interrupt(self) -> None:
        """End it, from another thread."""
        self._asking.interrupt()

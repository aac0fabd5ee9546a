"""
The sample mailbox standing still, for templates to be filled from: ten quiet days after Crickets' first look at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from crickets.demo import people
from crickets.demo.story import environment_of, story
from crickets.domain.thread import ThreadId
from crickets.service.application import Application, open_application
from crickets.writing import Shelf

_QUIET = timedelta(days=10)
_CLIENTS = {
    "en": people.TOM,
    "it": people.ANNA,
    "pl": people.KATARZYNA,
    "is": people.SIGRIDUR,
    "de": people.LENA,
    "fr": people.PIERRE,
    "es": people.MARIA,
    "nl": people.EMMA,
}
"""Who writes that language; a letter in another is to Tom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMailbox:
    """What opens the mailbox, and its threads by the client's address."""

    app: Application
    threads: Mapping[str, ThreadId]

    def thread_for(self, template: str, language: str) -> ThreadId:
        """The thread that shows a template best: of a client who writes the language; a notice's has an invoice."""
        client = people.PIERRE if self.app.shelf.is_notice(template) else _CLIENTS.get(language, people.TOM)
        return self.threads[client.addr_spec]


@contextmanager
def sample_mailbox(shelf: Shelf) -> Iterator[SampleMailbox]:
    """The mailbox on a server in this process, with these templates; nothing is left of it."""
    with TemporaryDirectory(prefix="crickets-demo-") as folder, closing(story(Path(folder))) as chapters:
        chapter = next(chapters)
        threads = {v.client.email: v.thread for v in chapter.overview.threads if v.client is not None}
        config, environment = Path(folder) / "config.toml", environment_of(Path(folder))
        with open_application(config, environment, exclusive=False, clock=lambda: chapter.at + _QUIET) as app:
            yield SampleMailbox(app=replace(app, shelf=shelf), threads=threads)

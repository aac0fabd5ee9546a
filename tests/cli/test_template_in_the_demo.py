"""`template render` with the demo's mailbox: every template, in every language, filled from a real thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from crickets.demo import people, story
from crickets.domain.notice import NOTICE_NAMES
from crickets.domain.thread import ThreadId
from crickets.reading.voice.language import language_of
from crickets.writing import LANGUAGES, TEMPLATE_NAMES
from tests.cli.home import Home

CLIENTS = {
    "en": people.TOM,
    "it": people.ANNA,
    "pl": people.KATARZYNA,
    "is": people.SIGRIDUR,
    "de": people.LENA,
    "fr": people.PIERRE,
    "es": people.MARIA,
    "nl": people.EMMA,
}
"""Who writes that language; in another, a letter to Tom is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """The demo's mailbox, on its server for as long as its story stands still."""

    folder: Path
    threads: Mapping[str, ThreadId]


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    """The mailbox after Crickets' first look at it."""
    folder = tmp_path_factory.mktemp("demo")
    with closing(story(folder)) as chapters:
        threads = next(chapters).overview.threads
        yield Mailbox(folder=folder, threads={v.client.email: v.thread for v in threads if v.client is not None})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template(home: Home, mailbox: Mailbox, language: str) -> None:
    """It's filled with the thread's facts and nothing made up, in that language; a notice with the invoice's sum."""
    home.monkeypatch.setenv("STUDIO_PASSWORD", "crickets-sing")
    home.monkeypatch.setenv("STATE_DIRECTORY", str(mailbox.folder / "state"))
    for name in TEMPLATE_NAMES:
        client = people.PIERRE if name in NOTICE_NAMES else CLIENTS.get(language, people.TOM)
        thread = mailbox.threads[client.addr_spec]
        asked = ("template", "render", name, "--thread", thread, "--language", language)
        rendered = home.plain("--config", str(mailbox.folder / "config.toml"), *asked, "--json")

        assert (rendered.code, rendered.err) == (0, "")
        draft = rendered.json
        words, _, quote = draft["text"].partition("\n> ")
        assert draft["to"] == f"{client.display_name} <{client.addr_spec}>"
        assert ("Dana" in words, bool(quote), {"{", "}", "%"} & {*words}) == (True, True, set())
        assert language_of(words) == language, words
        assert name not in NOTICE_NAMES or re.search(r"2026-07\D.*1\D?450", words, re.DOTALL)

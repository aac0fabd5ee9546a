"""`template render` with the demo's mailbox: every template, in every language, filled from a real thread."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from crickets.cli.letters import text_of
from crickets.demo.sampling import SampleMailbox, sample_mailbox
from crickets.domain.notice import NOTICE_NAMES
from crickets.reading.voice.language import language_of
from crickets.service.overview import detail_of
from crickets.service.sample import sample
from crickets.writing import LANGUAGES, TEMPLATE_NAMES, Shelf
from tests.cli.home import Home


@pytest.fixture(scope="module")
def mailbox() -> Iterator[SampleMailbox]:
    """The sample mailbox."""
    with sample_mailbox(Shelf()) as standing_still:
        yield standing_still


@pytest.mark.parametrize("formal", [None, True, False], ids=["as its draft", "formal", "informal"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template(mailbox: SampleMailbox, language: str, *, formal: bool | None) -> None:
    """It's filled with the thread's facts and nothing made up, in that language; a notice with the invoice's sum."""
    app = mailbox.app
    for name in TEMPLATE_NAMES:
        detail = detail_of(app.ledger, mailbox.thread_for(name, language), app.settings.policy, app.clock())
        made = sample(app, detail, name, language, formal=formal)
        words, _, quote = text_of(made.message).partition("\n> ")

        assert (made.made_up, made.without_letters) == (False, "")
        assert ("Dana" in words, bool(quote), {"{", "}", "%"} & {*words}) == (True, True, set())
        assert language_of(words) == language, words
        assert name not in NOTICE_NAMES or re.search(r"2026-07\D.*1\D?450", words, re.DOTALL)


def test_one_by_the_command(home: Home) -> None:
    """No config is needed, and nothing is left behind."""
    home.config.unlink()
    before = sorted(home.folder.rglob("*"))

    told = home.plain("template", "render", "check-in", "--demo", "--language", "de")

    assert (told.code, told.err) == (0, "")
    assert "To: Lena Vogel" in told.out
    assert "Hallo Lena,\n\nbrauchst du" in told.out
    assert sorted(home.folder.rglob("*")) == before


def test_a_notice_by_a_name_of_the_owners(home: Home) -> None:
    """It's filled from the thread that has an invoice, which nobody need make up."""
    home.configure(more='[plans.invoice]\nsteps = [{ overdue = "3 days", template = "gentle" }]\n')
    (home.folder / "templates").mkdir()
    (home.folder / "templates/gentle.j2").write_text("A word on {{ invoice.number }}.\n")

    told = home("template", "render", "gentle", "--demo")

    assert (told.code, told.err) == (0, "")
    assert "A word on 2026-07." in told.out


@pytest.mark.parametrize(("option", "greeting"), [("--formal", "Guten Tag Lena Vogel,"), ("--informal", "Hallo Lena,")])
def test_the_form_of_address(home: Home, option: str, greeting: str) -> None:
    """It's the one that is asked for, and what earlier mail shows of the other is left out."""
    shown = home.plain("template", "render", "check-in", "--demo", "--language", "de", option, "--json").json

    assert shown["text"].startswith(f"{greeting}\n\n")
    assert ("Sie" in shown["text"].partition("\n>")[0].split()) is (option == "--formal")


def test_all_of_one_language(home: Home) -> None:
    """Each is there, by its name; the owner's own where there is a config."""
    path = home.folder / "templates" / "mine.j2"
    path.parent.mkdir()
    path.write_text("Any news about {{ subject }}?\n")

    drafts = home("template", "render", "--all", "--demo", "--language", "sv", "--json").json["drafts"]
    page = home("template", "render", "--all", "--demo", "--language", "sv").out

    assert [draft["template"] for draft in drafts] == [*TEMPLATE_NAMES, "mine"]
    assert {draft["language"] for draft in drafts} == {"sv"}
    assert "Any news about Website for the bakery?" in drafts[-1]["text"]
    assert all(f"{name} (sv)" in page for name in TEMPLATE_NAMES)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check-in",),
        ("check-in", "--demo", "--thread", "k3f9"),
        ("--demo",),
        ("check-in", "--demo", "--all"),
        ("--all", "--thread", "k3f9"),
        ("chek-in", "--demo"),
        ("check-in", "--demo", "--language", "xx"),
    ],
)
def test_what_cant_be_shown(home: Home, arguments: tuple[str, ...]) -> None:
    """It's wrong usage, and says what is meant."""
    told = home.plain("template", "render", *arguments)

    assert told.code == 2
    assert any(words in told.err for words in ("--demo", "--all", "check-in", "none of"))

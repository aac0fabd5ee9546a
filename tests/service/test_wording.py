"""Whether a mail that was sent says what the draft said: by its writer's words alone."""

from __future__ import annotations

import datetime as dt

import pytest

from crickets.domain.look import CleanMarkup, Look, Paragraphs, Quotes
from crickets.service.wording import wording_of
from crickets.writing.mirror import mirrored
from tests.servers.mail import a_message

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
WORDS = (
    "Hi Anna,\n\nhave you had a moment to look at the offer? If it doesn't suit you, tell me.\n\nBest wishes,\nDana\n"
)
QUOTE = "\nOn Mon, 2 Mar 2026, Anna Rossi wrote:\n> Could you send me an offer?\n> Anna\n"


def wording(body: str, html: str | None = None) -> str:
    """The fingerprint of a mail from Dana to Anna."""
    return wording_of(a_message("Dana <dana@studio.example>", at=AT, body=body, html=html).raw)


@pytest.mark.parametrize(
    "body",
    [
        WORDS + QUOTE,
        WORDS.replace("\n", " \r\n"),
        WORDS.replace("look at", "look\nat"),
        WORDS.replace("'", "\u2019"),
        WORDS + "\n-- \nDana Levi\nStudio\n",
    ],
    ids=["quoted", "line ends", "folded anew", "quotation marks", "signed"],
)
def test_the_same_words(body: str) -> None:
    """Whatever a program put around them, or made of blanks and marks."""
    assert wording(body) == wording(WORDS)


@pytest.mark.parametrize(
    "body", [WORDS.replace("offer", "plan"), WORDS.replace("Hi", "Dear"), "Hi Anna,\n\nnever mind.\n"]
)
def test_other_words(body: str) -> None:
    """One word is enough, be it in the greeting."""
    assert wording(body) != wording(WORDS)


@pytest.mark.parametrize("quotes", Quotes)
@pytest.mark.parametrize("paragraphs", Paragraphs)
def test_words_in_html_alone(paragraphs: Paragraphs, quotes: Quotes) -> None:
    """Where a program sends a draft's HTML with a text of its own, or none, they're still the same."""
    html = mirrored(
        WORDS.strip(),
        "-- \nDana Levi\nStudio",
        QUOTE.strip(),
        look=Look(paragraphs=paragraphs, quotes=quotes),
        signature_markup=CleanMarkup("<div>-- <br>Dana Levi<br><b>Studio</b></div>"),
    )
    mail = f"From: Dana <dana@studio.example>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{html}"

    assert wording_of(mail.encode()) == wording(WORDS)


def test_no_words() -> None:
    """What says nothing is like nothing."""
    assert (wording(""), wording_of(b"")) == ("", "")

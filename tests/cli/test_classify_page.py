"""The page of `classify`: what a person reads off it at a glance."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from crickets.cli.classify_page import classified_page
from crickets.domain.letter import Letter
from crickets.reading import Reading, reading_of
from tests.cli import letters
from tests.reading.build import a_mail


def _lines(message: bytes, *, width: int = 80, file: str = "one.eml") -> list[str]:
    """The page as a terminal of so many columns shows it, without the blanks at line ends."""
    return _shown(reading_of(message), width=width, file=file)


def _shown(reading: Reading, *, width: int = 80, file: str = "one.eml") -> list[str]:
    screen = io.StringIO()
    console = Console(file=screen, width=width, markup=False, highlight=False, emoji=False)
    console.print(classified_page(file, reading), soft_wrap=True)
    return [line.rstrip() for line in screen.getvalue().split("\n")]


def _fact(lines: list[str], name: str) -> str:
    """What the line of that name says."""
    return next(line[len(f"  {name}") :].strip() for line in lines if line.startswith(f"  {name} "))


@pytest.mark.parametrize(
    ("message", "headline"),
    [
        (letters.PERSON, "one.eml: person (somebody wrote it)"),
        (letters.AWAY, "one.eml: auto-reply (a machine answered)"),
        (letters.BOUNCE, "one.eml: bounce (it was not delivered, for good)"),
        (letters.DECLINED, "one.eml: calendar (an invitation, or the answer to one)"),
        (letters.NEWSLETTER, "one.eml: bulk (written to many, or by a program)"),
        (b"", "one.eml: unreadable (not one field of a mail's header is in it)"),
        (
            a_mail(
                "Hi all,\n\nwho has tried it?\n\nAnna\n",
                to="talk@lists.example",
                list_id="<talk.lists.example>",
                list_post="<mailto:talk@lists.example>",
            ),
            "one.eml: person (somebody wrote it to a list)",
        ),
    ],
)
def test_the_first_line(message: bytes, headline: str) -> None:
    """It says what the message is, in words as well."""
    assert _lines(message)[0] == headline


@pytest.mark.parametrize(
    ("message", "name", "fact"),
    [
        (letters.AWAY, "why", "auto-submitted: auto-replied"),
        (a_mail("Hi"), "why", "nothing in it speaks for a machine"),
        (letters.AWAY, "written", "Monday, 2 March 2026, 09:15 UTC"),
        (letters.AWAY, "away until", "Monday, 16 March 2026, the first day back"),
        (letters.AWAY, "write to", "tom@client.example"),
        (letters.LEFT, "has left", "nobody reads this address any more"),
        (letters.PROMISE, "promises", "an answer by Friday, 6 March 2026"),
        (letters.DECLINED, "comes", "declined"),
        (letters.BOUNCE, "bounced", "bob@client.example"),
        (letters.PERSON, "parents", "first@studio.example"),
    ],
)
def test_a_fact(message: bytes, name: str, fact: str) -> None:
    """It has a line with its name, days with their name in the week."""
    assert _fact(_lines(message), name) == fact


@pytest.mark.parametrize(("message", "expected"), [(letters.PERSON, "an answer: "), (letters.CLOSING, "no answer: ")])
def test_whether_an_answer_is_expected(message: bytes, expected: str) -> None:
    """It's told with the reasons."""
    told = _fact(_lines(message), "expects")

    assert told.startswith(expected)
    assert len(told) > len(expected)


def test_away_without_a_day() -> None:
    """It says that there is none to go by."""
    away = a_mail("I am currently out of the office.\n", subject="Out of office", auto_submitted="auto-replied")

    assert _fact(_lines(away), "away until") == "a day that it doesn't say, or not for certain"


def test_what_says_nothing() -> None:
    """It takes no line, and the facts stand under each other."""
    lines = _lines(a_mail("Hi"))
    facts = lines[1 : lines.index("")]

    assert [line.split()[0] for line in facts] == ["why", "from", "subject", "written", "id"]
    assert {line[11] for line in facts} == {"n", "A", "T", "M", "o"}


def test_the_new_words() -> None:
    """They stand by themselves, and how much more there is below."""
    lines = _lines(letters.PERSON)
    words = lines[lines.index("") + 1 :]

    assert words[:2] == ["  Hi Dana,", ""]
    assert words[-3:] == ["  [signature: 2 lines; quoted: 3 lines]", "", ""]


def test_no_words() -> None:
    """That is said, where nothing else would stand."""
    assert _lines(a_mail(""))[-3] == "  [no words]"


def test_a_long_text() -> None:
    """Its beginning is shown, and how much is not."""
    lines = _lines(a_mail("word " * 1_000))

    assert len(lines) < 100
    assert any(line.startswith("  [99") and "more characters" in line for line in lines)


def test_a_narrow_terminal() -> None:
    """Facts and words are wrapped where they begin; the first line is the terminal's to wrap."""
    message = a_mail("word " * 20, subject="The new site " * 4)
    lines = _lines(message, width=40, file="a/long/way/to/one.eml")

    assert lines[0] == "a/long/way/to/one.eml: person (somebody wrote it)"
    assert [line for line in lines[1:] if len(line) > 40 or line[:2].strip()] == []
    assert lines[5:7] == ["  subject  The new site The new site The", "           new site The new site"]
    assert "  word word word word word word word" in lines


@pytest.mark.parametrize(
    ("file", "shown"),
    [("a\nb.eml", "a b.eml"), ("a\x1b[31mb", r"a\x1b[31mb"), ("a\udcffb", r"a\xffb"), ("größe", "größe")],
)
def test_a_strange_file_name(file: str, shown: str) -> None:
    """It's one line that does nothing to the terminal, and what isn't UTF-8 can be told."""
    assert _lines(letters.CLOSING, file=file)[0].startswith(f"{shown}: person")


def test_what_would_rewrite_the_terminal() -> None:
    """Even if the reading should let it pass, it's shown, not sent, in a fact as in the words."""
    evil = "red\x1b[31m\u202e"
    reading = reading_of(letters.PERSON)
    message = replace(reading.message, subject=evil, signals=(evil,))
    lines = _shown(replace(reading, message=message, letter=Letter(text=f"{evil}\n{evil}", attachments=(evil,))))

    shown = r"red\x1b[31m\u202e"
    assert (_fact(lines, "why"), _fact(lines, "subject")) == (shown, shown)
    assert lines[-5:] == [f"  {shown}", f"  {shown}", f"  [attached: {shown}]", "", ""]

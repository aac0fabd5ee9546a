"""Marks by which a text is found again where it is quoted."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.kinship import SKETCH, quotes
from crickets.domain.remarks import Remarks
from crickets.reading.quotes.prints import prints_of

OFFER = """\
Hi Anna,

here is the offer for the new website, as we discussed it on the phone last Tuesday. It has two parts: the design,
which I would begin in the first week of March, and the shop (https://studio.example/shop), which needs your price
list first. "Could you have a look" and tell me until Friday whether the dates suit you?

Best regards
Dana"""

SHORT = "Did you find the time to look at the offer that I sent you last week?"

HISTORY = " ".join(f"Sentence number {n} is about quite another thing than number {n + 7}." for n in range(90))

JAPANESE = (
    "先日お送りした見積書についてご確認いただけましたでしょうか。来週の金曜日までにお返事をいただけますと幸いです。"
)


def is_found(own: str, quoted: str) -> bool:
    """Whether a reply that quotes this is told to belong to that mail."""
    return quotes(Remarks(quoted_prints=prints_of(quoted)), Remarks(prints=prints_of(own)))


def behind_marks(text: str, *, width: int = 60, mark: str = "> ") -> str:
    """A text as a mail program quotes it."""
    lines = (line for part in text.split("\n") for line in textwrap.wrap(part, width) or [""])
    return "On Monday Dana Levi <dana@studio.example> wrote:\n" + "\n".join(mark + line for line in lines)


@pytest.mark.parametrize(
    "quoted",
    [
        OFFER,
        behind_marks(OFFER),
        behind_marks(OFFER, width=31, mark="> > "),
        behind_marks(OFFER, mark=">| "),
        OFFER.replace("\n", " ").upper(),
        OFFER.replace('"', "\u201d").replace("'", "\u2019").replace(" ", "\u00a0"),
        OFFER.replace("(https://studio.example/shop)", "<https://studio.example/shop?utm=1> (dana@studio.example)"),
        behind_marks(OFFER + "\n\n" + HISTORY),
        behind_marks(SHORT + "\n\n" + OFFER),
        "\n".join(behind_marks(OFFER).splitlines()[5:]),
    ],
    ids=["bare", "quoted", "narrow", "marks", "HTML", "typography", "links", "history", "between", "cut"],
)
def test_a_quoted_mail(quoted: str) -> None:
    """It's found however it was wrapped, marked, made HTML of, or surrounded."""
    assert is_found(OFFER, quoted)


@pytest.mark.parametrize("history", ["", OFFER])
def test_a_short_mail(history: str) -> None:
    """One sentence is enough."""
    assert is_found(SHORT, behind_marks(SHORT + "\n\n" + history))


def test_ideographs() -> None:
    """Without blanks between the words a text has marks as well."""
    assert is_found(JAPANESE, "> " + "\n> ".join(textwrap.wrap(JAPANESE, 17)))


def test_another_mail_of_the_same_author() -> None:
    """The same greeting and sign-off are no quote."""
    other = OFFER.partition("here is")[0] + HISTORY[:400] + "\n\nBest regards\nDana"

    assert not is_found(OFFER, behind_marks(other))


@pytest.mark.parametrize("text", ["", "Thanks, Anna!", "> \n> \n", "https://studio.example/" + "a" * 50, "A" * 500])
def test_a_text_that_says_too_little(text: str) -> None:
    """It has no marks: everybody might have written it."""
    assert prints_of(text) == ()


def test_the_same_on_every_machine() -> None:
    """A mark never changes: the ledger keeps it."""
    assert prints_of(SHORT)[0] == -7632797055764777667


@given(st.text(st.sampled_from("ab >|@<.:/\n\u3042\ud800\u0301"), max_size=400))
def test_any_text(text: str) -> None:
    """Each mark is a signed number of 64 bits, there once, in order; there are at most 40."""
    prints = prints_of(text)

    assert list(prints) == sorted(set(prints))
    assert len(prints) <= SKETCH
    assert all(-(2**63) <= mark < 2**63 for mark in prints)


@pytest.mark.parametrize("part", ["a" * 99 + "@", "x", "<", "> ", "http://", "a@", "word "])
def test_a_megabyte(part: str) -> None:
    """Only the beginning of a text is read."""
    assert len(prints_of(part * 1_000_000)) <= SKETCH

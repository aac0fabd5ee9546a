"""The capital of courtesy in Italian drafts, and *voi* to one person."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from crickets.domain.letter import Voice
from crickets.domain.notice import NOTICE_NAMES
from crickets.writing import TEMPLATE_NAMES, Shelf, words_of
from tests.writing.builders import a_followup, an_offer
from tests.writing.golden import ONE, PARTS, a_notice

VOICE = Voice(language="it", formal=True, greeting="Gentile Anna,", sign_off="Cordiali saluti,\nDana")
SMALL = re.compile(r"(?i)\b(?:lei|su[aoe]|suoi|gliel[aeio]|voi|vi|ve|vostr[aoei])\b|[aei]r(?:la|le|vi)\b")
ARTICLE = re.compile(r"\bl[ae] [a-zè]\w*")
NOUNS = frozenset(
    "la bozza|la collaborazione|la correzione|la fattura|la fiducia|la mia|la mora|la porta".split("|")
) | {
    "la responsabilità",
    "le fatture",
    "le priorità",
}
"""What *la* and *le* are articles of in the built-in texts."""


def texts(name: str, voice: Voice, *, shelf: Shelf | None = None, subject: str = "Sito") -> list[str]:
    """A letter, or a notice in the ways that it comes out."""
    followup = a_followup(template=name, quote=False, subject=subject)
    if name not in NOTICE_NAMES:
        return [words_of(followup, voice, an_offer(), "Dana Levi", shelf or Shelf()).text]
    part = replace(ONE, number="A/17", paid=Decimal(300), received=Decimal(300))
    notices = [
        a_notice(ONE),
        a_notice(part),
        a_notice(ONE, part),
        replace(a_notice(ONE), last_on=ONE.due_on, fee=PARTS),
    ]
    mails = (replace(followup, notice=notice) for notice in notices)
    return [words_of(mail, voice, an_offer(), "Dana Levi", shelf or Shelf()).text for mail in mails]


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
@pytest.mark.parametrize("voi", [False, True], ids=["Lei", "Voi"])
def test_the_capital_of_courtesy(name: str, *, voi: bool) -> None:
    """Every word that is said to the reader has it, and nothing else has changed."""
    voice = replace(VOICE, voi=voi)
    for small, capital in zip(texts(name, voice), texts(name, replace(voice, capitals=True)), strict=True):
        assert small.casefold() == capital.casefold()
        assert not [word for word in SMALL.findall(capital) if word.islower()]
        assert {*ARTICLE.findall(capital)} - {"le invio", "la invio"} <= NOUNS


def test_where_it_stands() -> None:
    """With the pronouns, those at a verb's end too, and the possessives."""
    [asked] = texts("ask-why", replace(VOICE, capitals=True))
    [_, part, *_] = texts("invoice-resend", replace(VOICE, capitals=True))

    for said in ("\n\nLa ringrazio per il tempo", "Rispetto la Sua decisione.", "Posso chiederLe", "di farLe cambiare"):
        assert said in asked
    assert ", di cui La ringrazio. Le invio la fattura" in part


def test_who_doesnt_write_it() -> None:
    """Among friends there is none; in a text of the owner's own it's theirs to write; a subject stays as it is."""
    assert texts("ask-why", replace(VOICE, formal=False, greeting="Ciao Anna,", capitals=True)) == texts(
        "ask-why", replace(VOICE, formal=False, greeting="Ciao Anna,")
    )
    own = Shelf({"it/ask-why": "la ringrazio, {{ client }}."})
    assert "la ringrazio" in texts("ask-why", replace(VOICE, capitals=True), shelf=own)[0]
    [text] = texts("ask-why", replace(VOICE, capitals=True), subject="Su di lei e le sue bozze")
    assert "«Su di lei e le sue bozze»" in text


def test_voi_to_one_person() -> None:
    """It goes with the greeting that it was said below; with one that's made, nobody knows."""
    voice = replace(VOICE, voi=True)

    assert "vi serve" in texts("check-in", voice)[0]
    assert "le serve" in texts("check-in", replace(voice, greeting="Gentile Marco,"))[0]
    assert "le serve" in texts("check-in", replace(voice, greeting=""))[0]

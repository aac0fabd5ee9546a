"""A decision beside an absence: a person answers, and is away."""

from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from crickets.reading import reading_of
from tests.reading.build import a_mail

DECIDED = (
    "We accept. I'm out of the office until Monday.",
    "Approved! Back on Monday.",
    "No thanks. I am out of office until Monday.",
    "Yes. I am out of the office until Monday.",
    "Too expensive. I'm on vacation until Monday.",
    "Wir nehmen an. Ich bin bis Montag nicht im Büro.",
    "Accettiamo. Sono fuori ufficio fino a lunedì.",
    "Nous acceptons. Je suis absente jusqu'à lundi.",
    "Aceptamos. Estoy de vacaciones hasta el lunes.",
    "Akceptujemy. Jestem na urlopie do poniedziałku.",
    "Samþykkt. Ég er í fríi til mánudags.",
)

NOTICES = (
    "I'm out of the office until Monday. In urgent cases please contact tom@client.example.",
    "Ich bin bis Montag nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.",
    "Sono fuori ufficio fino a lunedì. Per urgenze scrivete a tom@client.example.",
    "Je suis absente jusqu'à lundi. En cas d'urgence, contactez tom@client.example.",
)


@pytest.mark.parametrize("words", DECIDED)
def test_a_decision_beside_an_absence(words: str) -> None:
    """It's a person's answer, with a parent named or with a reply's subject alone."""
    assert reading_of(a_mail(f"{words}\n\nAnna\n", in_reply_to="<offer@studio.example>")).kind is Kind.PERSON
    assert reading_of(a_mail(f"{words}\n\nAnna\n", subject="Re: The offer")).kind is Kind.PERSON


@pytest.mark.parametrize("words", NOTICES)
def test_an_absence_alone(words: str) -> None:
    """It decides nothing: an automatic reply."""
    assert reading_of(a_mail(f"{words}\n\nAnna\n", subject="Re: The offer")).kind is Kind.AUTO_REPLY


def test_a_decision_under_a_machines_header() -> None:
    """A responder's header outweighs one word."""
    raw = a_mail(f"{DECIDED[0]}\n", "Auto-Submitted: auto-replied", subject="Automatic reply: The offer")

    assert reading_of(raw).kind is Kind.AUTO_REPLY

"""Calls on a real server: what the owner needs for one is read from the mailbox, and told from the ledger."""

from __future__ import annotations

import pytest

from tests.cycle.stage import CLIENT, ME, Stage, a_message, days_ago
from tests.cycle.test_words import bodies_asked_for

BY_PHONE = '[plans.negotiation]\nsteps = [{ after = "5 days", do = "call", note = "ask for the key" }]\n'
SIGNED = "Hi Dana,\n\nwhat would it cost?\n\nBest wishes,\nAnna\n\n-- \nAnna Rossi\nRossi SpA\nTel. +39 06 6982 1234\n"


@pytest.fixture
def by_phone(quick_stage: Stage) -> Stage:
    """Anna asked ten days ago and signed with her number; Dana answered, and a call is due."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10), body=SIGNED)
    quick_stage.extra = BY_PHONE
    quick_stage.box.put("INBOX", asked, flags=["\\Seen"])
    quick_stage.box.put("Sent", a_message(sender=ME, to=CLIENT, at=days_ago(6), reply_to=asked), flags=["\\Seen"])
    return quick_stage


def test_a_number_in_the_clients_signature(by_phone: Stage) -> None:
    """It's read with the pass in which the call is due, though the mail came before the owner's last."""
    by_phone.look()

    [errand] = by_phone.overview().errands.values()
    assert errand.phone == "+390669821234"


def test_a_number_that_is_known(by_phone: Stage) -> None:
    """No mail is read for it a second time."""
    by_phone.look()
    asked = len(bodies_asked_for(by_phone))
    by_phone.look(0.1)

    assert asked > 0
    assert len(bodies_asked_for(by_phone)) == asked

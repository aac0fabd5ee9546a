"""An owner who writes to one client from two addresses: each draft is that address's own."""

from __future__ import annotations

from tests.cycle.stage import CLIENT, ME, Stage, a_message, days_ago

PRIVATE = "Dana Levi <dana@levi.example>"
ASKED = a_message(sender=CLIENT, to=ME, at=days_ago(12))
"""What Anna asked."""


def writes(stage: Stage, sender: str, body: str, *, days: float) -> None:
    """Dana writes in the thread, so many days ago."""
    mail = a_message(sender=sender, to=CLIENT, at=days_ago(days), body=body, reply_to=ASKED)
    stage.box.put("Sent", mail, flags=["\\Seen"])


def test_the_signature_of_another_address(quick_stage: Stage) -> None:
    """It stays with that address; greeting and form of address are of the two people, whatever the address."""
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, "Ciao Anna,\n\nhere you are.\n\nBest wishes,\nDana\n\n-- \nStudio Levi\n", days=10)
    writes(quick_stage, PRIVATE, "does it suit you?\n\nSee you,\nDana\n", days=6)
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert draft.mail.header("From") == PRIVATE
    assert draft.mail.text.startswith("Ciao Anna,")
    assert "See you,\nDana" in draft.mail.text
    assert "Studio Levi" not in draft.mail.text


def test_the_signature_of_the_same_address(quick_stage: Stage) -> None:
    """It's taken from the letter in which it stood last, though another address wrote since in another thread."""
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, "Hi Anna,\n\nhere you are.\n\nBest wishes,\nDana\n\n-- \nStudio Levi\n", days=6)
    other = a_message(
        sender=PRIVATE, to=CLIENT, subject="Sunday", at=days_ago(5.5), body="Ciao Anna,\n\nshall we?\n\n-- \nAt home\n"
    )
    quick_stage.box.put("Sent", other, flags=["\\Seen"])
    quick_stage.look()

    [draft] = (draft for draft in quick_stage.drafts if draft.mail.subject == "Re: The new site")
    assert "Studio Levi" in draft.mail.text
    assert "At home" not in draft.mail.text

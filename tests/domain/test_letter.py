"""What a mail says, and how its author writes."""

from __future__ import annotations

from crickets.domain.letter import Letter, Voice
from crickets.domain.look import CleanMarkup


def test_a_letter_without_its_signature() -> None:
    """All else stays; how the signature was set goes with it."""
    letter = Letter(text="Hi", sign_off="Dana", signature="Studio", signature_markup=CleanMarkup("<b>Studio</b>"))

    assert letter.unsigned == Letter(text="Hi", sign_off="Dana")


def test_nothing_known() -> None:
    """A mail that says nothing, and an owner of whom nothing is known: the form of address is left open."""
    assert (Letter().text, Letter().html, Letter().attachments) == ("", False, ())
    assert (Voice().greeting, Voice().formal) == ("", None)

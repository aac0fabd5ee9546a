"""What a mail says, and how its author writes."""

from __future__ import annotations

from crickets.domain.letter import Letter, Voice


def test_nothing_known() -> None:
    """A mail that says nothing, and an owner of whom nothing is known: the form of address is left open."""
    assert (Letter().text, Letter().html, Letter().attachments) == ("", False, ())
    assert (Voice().greeting, Voice().formal) == ("", None)

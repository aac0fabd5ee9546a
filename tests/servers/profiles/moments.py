"""What a test may do at a command's boundaries, beside acting on the mailbox: cut the line, say goodbye, refuse.

Raised by `interfere`; each ends the command in its own way.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.mailbox import Moment, Phase

Interference = Callable[[Moment], None]


class Cut(Exception):
    """The line breaks here, without a word."""


class Goodbye(Exception):
    """The server says BYE with these words, and hangs up."""


class Refusal(Exception):
    """The command ends with these words in place of OK: `NO [UNAVAILABLE] Not now`, `BAD What?`."""


def undisturbed(_moment: Moment) -> None:
    """Nothing happens."""


__all__ = ["Cut", "Goodbye", "Interference", "Moment", "Phase", "Refusal", "undisturbed"]

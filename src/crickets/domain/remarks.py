"""
What a mail's words say that bears on the count of silence.

Knows the domain's words only; the reading finds them, the ledger keeps them, decisions weigh them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from crickets.domain.message import Address


class Attendance(Enum):
    """What an invited person answers (RFC 5545 §3.2.12, PARTSTAT)."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """
    Whether a mail expects an answer, and by which named reasons (`question: in the last paragraph`).

    `answer` is True where the words ask for one, False where they plainly need none, None where nothing shows it.
    """

    answer: bool | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """
    What was found in a mail's words; each part empty where they say nothing, or nothing that is certain.

    `told_by_words` says that nothing but its words shows what wrote it: a person may write like a machine.
    `away` says that its author is absent, `away_until` is the first day on which they are back, where they say so:
    "back on the 15th" and "away through the 14th" are the same. `has_left` says that nobody reads this address any
    more, `write_instead` whom to write to meanwhile. `promised` is the day for which a holding reply promises the real
    answer, `pays_by` that by which a reply promises money. `bounced` are the addresses that a report says a mail did
    not reach. `prints` are marks of its own sentences, `quoted_prints` of those it quotes, by which a reply that lost
    its header is told to belong to a mail.
    `phones` is None where they were read by rules that hold no more: they're looked up again when one is wanted.
    """

    language: str = ""
    told_by_words: bool = False
    away: bool = False
    away_until: date | None = None
    has_left: bool = False
    write_instead: tuple[Address, ...] = ()
    promised: date | None = None
    pays_by: date | None = None
    bounced: tuple[str, ...] = ()
    attendance: Attendance | None = None
    expectation: Expectation = Expectation()
    phones: tuple[str, ...] | None = ()
    prints: tuple[int, ...] = ()
    quoted_prints: tuple[int, ...] = ()

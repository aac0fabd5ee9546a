"""
What the owner wants: everything of the config that a decision depends on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from crickets.domain.calendar import Calendar
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner, matches
from crickets.domain.plans import Plan


class Who(Enum):
    """Whose silence is followed up."""

    CONVERSATIONS = "conversations"
    EVERYONE = "everyone"
    TAGGED = "tagged"


class OnDelete(Enum):
    """What it means that the owner throws a draft away."""

    SKIP = "skip"
    STOP = "stop"


class RetireTo(Enum):
    """Where an untouched draft goes that an answer has overtaken."""

    TRASH = "trash"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracking:
    """Which threads are followed up, and how many drafts may come of it: a day, and to one client at a time."""

    who: Who = Who.CONVERSATIONS
    since: timedelta = timedelta(days=30)
    max_new_drafts_per_day: int = 5
    max_live_drafts_per_client: int = 1
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """How drafts are laid and taken back."""

    quote: bool = True
    keep_subject: bool = False
    on_delete: OnDelete = OnDelete.SKIP
    retire_to: RetireTo = RetireTo.TRASH


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What the owner knows better than the mailbox of those whose address fits `match`."""

    name: str
    match: tuple[str, ...]
    plan: str = ""
    language: str = ""
    phone: str = ""
    pause_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    A condition on the anchor, and the plan that it picks.

    An empty condition is met by every mail. `to` and `sender` are patterns of addresses; `subject` is searched.
    """

    plan: str
    subject: re.Pattern[str] | None = None
    to: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()

    def fits(self, anchor: Message) -> bool:
        """Whether the mail meets every condition of the rule."""
        return (
            (self.subject is None or self.subject.search(anchor.subject) is not None)
            and (not self.to or any(matches(a, self.to) for a in anchor.recipients))
            and (not self.sender or matches(anchor.sender, self.sender))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All of it, in one value."""

    owner: Owner
    calendar: Calendar
    tracking: Tracking = field(default_factory=Tracking)
    drafting: Drafting = field(default_factory=Drafting)
    clients: tuple[Client, ...] = ()
    rules: tuple[Rule, ...] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)
    control_folders: bool = False

    def client(self, address: Address) -> Client | None:
        """What the owner said of this address; the first entry that fits."""
        return next((c for c in self.clients if matches(address, c.match)), None)

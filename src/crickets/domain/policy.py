"""
What the owner wants: everything of the config that a decision depends on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from crickets.domain.calendar import Calendar
from crickets.domain.filing import FolderName, is_any_called
from crickets.domain.late_fee import Rule as LateFeeRule
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner, matches
from crickets.domain.patterns import is_like_any
from crickets.domain.plans import Plan

SUBJECT_LENGTH = 200
"""How many letters of a subject a regular expression is tried on: each more may multiply the time that one takes."""


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
class Invoicing:
    """
    What holds for invoices: `net_days` to pay one that names no day, `deadline_days` for who is late to do so.

    `late_fee` is what is asked for besides, or None.
    """

    net_days: int = 30
    deadline_days: int = 10
    late_fee: LateFeeRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """
    What the owner knows better than the mailbox of those whose address fits `match`.

    `greeting` is the whole line with which a draft to them alone begins, or empty: then earlier mail shows it.
    `invoicing` is what holds for their invoices, if that is something else than for everybody's.
    """

    name: str
    match: tuple[str, ...]
    plan: str = ""
    language: str = ""
    greeting: str = ""
    phone: str = ""
    pause_until: date | None = None
    invoicing: Invoicing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    A condition on the anchor and on where its thread lies, and the plan that it picks.

    An empty condition is met by every mail. `to` and `sender` are patterns of addresses, `domain` names domains of
    recipients, `attachment` patterns of file names, `client` names of the owner's clients; `subject` is searched.
    `folder` names folders in one of which some mail of the thread lies: the owner files what clients write, and their
    own mail stays in Sent.
    """

    plan: str
    subject: re.Pattern[str] | None = None
    to: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    attachment: tuple[str, ...] = ()
    language: str = ""
    client: tuple[str, ...] = ()
    folder: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What it asks for, as the owner wrote it, behind a rule's number: ` (subject "(?i)invoice")`."""
        several = (
            ("subject", () if self.subject is None else (self.subject.pattern,)),
            ("to", self.to),
            ("from", self.sender),
            ("domain", self.domain),
            ("attachment", self.attachment),
            ("language", (self.language,) if self.language else ()),
            ("client", self.client),
            ("folder", tuple(str(each) for each in self.folder)),
        )
        asked = (f"{key} {' or '.join(map(_quoted, values))}" for key, values in several if values)
        conditions = ", ".join(asked)
        return f" ({conditions})" if conditions else ""

    def fits(self, anchor: Message, client: Client | None = None, folders: Iterable[FolderName] = ()) -> bool:
        """Whether the mail, to that client if the owner has told of them, in those folders, meets every condition."""
        return (
            (self.subject is None or self.subject.search(anchor.subject, 0, SUBJECT_LENGTH) is not None)
            and (not self.to or any(matches(a, self.to) for a in anchor.recipients))
            and (not self.sender or matches(anchor.sender, self.sender))
            and (not self.domain or any(_is_within(a.domain, self.domain) for a in anchor.recipients))
            and (not self.attachment or any(is_like_any(name, self.attachment) for name in anchor.files))
            and (not self.language or (anchor.remarks is not None and anchor.remarks.language == self.language))
            and (not self.client or (client is not None and is_like_any(client.name, self.client)))
            and (not self.folder or is_any_called(folders, self.folder))
        )


def _quoted(value: str) -> str:
    return f'"{value}"'


def _is_within(domain: str, domains: tuple[str, ...]) -> bool:
    """Whether a domain is one of some, or below one."""
    return any(domain == each.casefold() or domain.endswith(f".{each.casefold()}") for each in domains)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """
    All of it, in one value.

    `edition` names these rules: what was found under others is to be looked at anew. Without one, nothing rests.
    """

    owner: Owner
    calendar: Calendar
    tracking: Tracking = field(default_factory=Tracking)
    drafting: Drafting = field(default_factory=Drafting)
    invoicing: Invoicing = field(default_factory=Invoicing)
    clients: tuple[Client, ...] = ()
    rules: tuple[Rule, ...] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)
    control_folders: bool = False
    edition: str = field(default="", compare=False)

    @property
    def filing(self) -> tuple[str, ...]:
        """The folders that the rules name, each once."""
        return tuple(dict.fromkeys(folder for rule in self.rules for folder in rule.folder))

    def invoicing_for(self, client: Address | None) -> Invoicing:
        """What holds for the invoices of a client."""
        known = None if client is None else self.client(client)
        return self.invoicing if known is None or known.invoicing is None else known.invoicing

    def client(self, address: Address) -> Client | None:
        """What the owner said of this address; the first entry that fits."""
        return next((c for c in self.clients if matches(address, c.match)), None)

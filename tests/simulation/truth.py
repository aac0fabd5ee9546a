"""What really happened in a year, conversation by conversation, whether or not Crickets could see it yet."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field, replace

from tests.servers.mail import Mail


class What(enum.Enum):
    """A kind of event in a conversation."""

    WROTE = "the owner wrote by hand"
    SENT = "the owner sent our draft"
    ANSWERED = "the client answered"
    HEARD = "the client wrote of something else"
    AWAY = "the client's mailbox said that they are away"
    LAID = "Crickets laid a draft"
    TOOK_BACK = "Crickets took its draft back"
    THREW = "the owner threw our draft away"
    STOPPED = "the owner ordered: stop"
    RESUMED = "the owner ordered: resume"
    SNOOZED = "the owner ordered: snooze"
    PLANNED = "the owner ordered: by this plan"


RESTARTING = frozenset({What.RESUMED, What.PLANNED})
"""The orders that begin the count anew."""

THIS, OTHER = "this", "other"
"""The plan by default, and the one that a rule or an order of the owner's may pick."""

_WORDS = frozenset({What.WROTE, What.SENT, What.ANSWERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """
    One event; `number` counts all events of the year, in the order in which they came about.

    `at` is the moment that counts: when a mail was sent by its Date, or received by the server; for what Crickets did
    and was ordered, what its own clock showed then. `step` counts from 0. `id` is the mail's, `references` those of the
    mail that it names, `until` a snooze's or an absence's day, `draft` the number of the event by which the draft was
    laid that this is about. `plan` is that of a draft, or of an order; `subject` the mail's. `from_elsewhere` says
    that an answer came from another address than the client's.
    """

    number: int
    what: What
    at: dt.datetime
    step: int = 0
    plan: str = THIS
    id: str = ""
    subject: str = ""
    references: str = ""
    until: dt.date | None = None
    draft: int = 0
    from_elsewhere: bool = False


@dataclass(slots=True, kw_only=True)
class Lying:
    """What lies in Drafts and belongs to a conversation; `untouched` as long as it lies just as Crickets laid it."""

    uid: int
    conversation: Conversation
    #: The step whose draft it is, or was before the owner edited it; None for the owner's own.
    step: int | None
    id: str
    plan: str = THIS
    parent: str = ""
    untouched: bool = False
    #: Drafts was lost with it; once it's back, whether it's still ours to take back is anybody's guess.
    lost: bool = False
    #: Its owner's program has given it another Message-ID than ours.
    renamed: bool = False
    #: Marked as deleted, and not yet expunged: gone, as far as its owner is concerned.
    marked: bool = False
    #: The mark is Crickets'.
    marked_by_us: bool = False
    #: The number of the event by which its owner last touched it.
    touched: int = 0
    #: It was marked though its owner had touched it a moment before: the mark must go again.
    overlooked: bool = False
    #: The number of the event by which it came to lie there.
    since: int = 0
    #: The number of the event by which it came to lie there again, after Drafts was lost with it.
    returned: int = 0
    #: When Crickets laid it, by its own clock, and the number of that event.
    laid_at: dt.datetime | None = None
    draft: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Conversation:
    """One exchange of the owner's with one client, as a person would tell it apart from others."""

    number: int
    client: str
    subject: str
    events: list[Event] = field(default_factory=list)
    #: The newest mail of either side, to reply to.
    last: Mail | None = None
    #: The newest mail by the owner.
    last_own: Mail | None = None
    #: The owner has drafts of their own in it: whether what lies there is a step's, or was, nobody can tell for sure.
    muddled: bool = False
    #: The client has answered from another address of theirs: what they write elsewhere isn't theirs for sure.
    private: bool = False

    @property
    def answered(self) -> bool:
        """Whether the client has had the last word, or nobody has said any yet."""
        last = next((e.what for e in reversed(self.events) if e.what in _WORDS), None)
        return last in {What.ANSWERED, None}

    def has_written_since(self, number: int) -> bool:
        """Whether the owner has written by hand since the event of that number."""
        return any(e.what is What.WROTE and e.number > number for e in self.events)

    def nobody_threw_since(self, number: int) -> None:
        """What its owner threw away after the event of that number may have been taken back, to all knowledge."""
        self.events = [
            replace(e, what=What.TOOK_BACK) if e.what is What.THREW and e.number > number else e for e in self.events
        ]

    def until(self, number: int) -> tuple[Event, ...]:
        """What had happened before the event of that number."""
        return tuple(e for e in self.events if e.number < number)

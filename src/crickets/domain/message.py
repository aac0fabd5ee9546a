"""
What a decision needs to know of one mail.

Knows RFC 5322's words for a message; must not know bytes, servers or storage.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from crickets.domain.remarks import Remarks

MessageId = NewType("MessageId", str)
"""A Message-ID without its angle brackets (RFC 5322 §3.6.4), or an invented one for a mail that has none."""

INVENTED_DOMAIN = "no-message-id.invalid"
"""Where ids live that stand in for a missing Message-ID; RFC 2606 keeps the domain from being anybody's."""


def is_invented(message_id: MessageId) -> bool:
    """Whether an id was made up for a mail that has none; such an id never leaves the program."""
    return message_id.endswith(f"@{INVENTED_DOMAIN}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """
    A mailbox of RFC 5322 §3.4: a display name, decoded, and an addr-spec as it was written.

    Two addresses are the same person's when their `key` is, as which it's compared: the local part's case is kept by no
    server in use. It's made once, as it's asked for a dozen times a mail, and a mailbox has few people.
    """

    name: str = ""
    email: str
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.email.casefold())

    @property
    def domain(self) -> str:
        """The part behind the last ``@``, in lower case."""
        return self.key.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email


class Kind(Enum):
    """What wrote a mail, and to what end (RFC 3834, 3464, 8098, 5545)."""

    __hash__ = object.__hash__  # each is asked of sets a dozen times a decision: Enum's own is written in Python

    PERSON = "person"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    DELAY = "delay"
    RECEIPT = "receipt"
    CALENDAR = "calendar"
    BULK = "bulk"
    DIGEST = "digest"  # our own to the owner, or the owner's that passes one on; told by the ledger, never by reading


class Role(Enum):
    """What a folder is for (RFC 6154 §2, and INBOX of RFC 9051 §5.1)."""

    __hash__ = object.__hash__  # as above

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    TRASH = "trash"
    JUNK = "junk"
    ALL = "all"
    ARCHIVE = "archive"
    UNSENT = "unsent"  # written, and waiting to be sent: another folder for drafts than Drafts, an outbox
    TEMPLATES = "templates"
    OTHER = "other"
    SKIPPED = "skipped"  # by the owner's config


WRITTEN = frozenset({Role.DRAFTS, Role.UNSENT, Role.TEMPLATES})
"""Where mail lies that was written and not sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """
    One mail, wherever and however often it lies in the mailbox.

    `date` is what its author's clock said (the Date header), `received` the server's INTERNALDATE, the earliest of
    all its copies, but for former versions of a mail in Sent; both aware, in UTC. `parents` holds References, then
    In-Reply-To, oldest first, without doubles.
    `places` names the roles of the folders where it was seen. `also_known_as` are other ids of the same mail
    (X-Microsoft-Original-Message-ID). `conversation` is the provider's own thread id (X-GM-THRID), `thread_index` the
    22 octets of Microsoft's Thread-Index that all mail of a conversation shares, in hex; each may be empty.
    `subaddresses` are the addresses with a detail (``dana+5d@…``, RFC 5233) that a copy went to without being named in
    To or Cc: by Bcc, or as the server noted that delivered it. `encloses` says that by its header it may bring files
    along, `files` names them, once it was opened, unless it was `too_large` to be looked into; `refused` names those
    that look like an invoice for machines and can't be read, with why. `remarks` is what its words say, or None as long
    as only its header was read.
    """

    id: MessageId
    parents: tuple[MessageId, ...] = ()
    also_known_as: tuple[MessageId, ...] = ()
    conversation: str = ""
    thread_index: str = ""
    subject: str = ""
    sender: Address
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    date: datetime | None = None
    received: datetime
    kind: Kind = Kind.PERSON
    signals: tuple[str, ...] = ()
    to_list: bool = False
    subaddresses: tuple[Address, ...] = ()
    places: frozenset[Role] = frozenset()
    encloses: bool = False
    files: tuple[str, ...] = ()
    too_large: bool = False
    refused: tuple[str, ...] = ()
    remarks: Remarks | None = None

    @property
    def ids(self) -> tuple[MessageId, ...]:
        """Every id it goes by, its own first."""
        return (self.id, *self.also_known_as)

    @property
    def recipients(self) -> tuple[Address, ...]:
        """To, then Cc."""
        return (*self.to, *self.cc)

    @property
    def sent_at(self) -> datetime:
        """When its author sent it: the Date header, or the server's word where there is none."""
        return self.date or self.received

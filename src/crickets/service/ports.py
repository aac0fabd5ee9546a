"""
What a pass asks of the world: the ports that adapters fill.

Knows the domain's words only; the tests' fakes and the real servers pass one contract suite.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from crickets.domain.calendar import Day
from crickets.domain.control import Put
from crickets.domain.digest import Issue
from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import (
    DraftPlace,
    DraftsListing,
    Folder,
    FolderEvidence,
    FolderState,
    RawDrafts,
    RawHeader,
    Retirement,
    Uid,
    UidValidity,
)
from crickets.domain.message import Message, MessageId
from crickets.domain.owner import Owner
from crickets.domain.receivable import Credit, Receivable
from crickets.domain.rest import Census, Rest
from crickets.domain.thread import Draft, Order, Thread, ThreadId
from crickets.domain.verdict import State
from crickets.domain.words_given import WordsGiven

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""


class Mailbox(Protocol):
    """
    One account's mailbox on its server, over one connection.

    Every call may raise `Transient` (the connection is then of no more use), `Refused` or `Surprise`.
    """

    @property
    def account(self) -> str:
        """The account's name in the config."""

    def folders(self, states_of: Collection[str] = ()) -> tuple[Folder, ...]:
        """
        Every folder that can be opened, with its role; INBOX is always there, whether or not the server lists it.

        Of those named in `states_of` with its state too, in the same round trip and without its being opened: but
        for those of which the server says nothing that can be relied on.
        """

    def make_folder(self, levels: tuple[str, ...]) -> None:
        """
        Make a folder of that name level by level, where the owner's own lie, and subscribe to it.

        `Refused` if the server won't, or has it already.
        """

    def examine(self, folder: str) -> FolderState:
        """The state of a folder, opened read-only; `Refused` if it can't be opened."""

    def headers(self, folder: str, after: Uid) -> Iterator[RawHeader]:
        """
        The headers of all messages with a UID above `after`, in batches, UIDs ascending; read-only.

        `Refused` if the server lists fewer than it has. What it lists and can't show is `unreadable`.
        """

    def newest(self, folder: str, most: int) -> Iterator[RawHeader]:
        """
        The headers of the last messages of a folder, UIDs descending and no more than that; read-only.

        For a first glance: where UIDs are sparse, or the server shows it only some, they may be fewer.
        """

    def headers_of(self, folder: str, uids: Sequence[Uid]) -> Iterator[RawHeader]:
        """The headers of exactly these messages, as far as they are still there; read-only."""

    def uids(self, folder: str) -> tuple[Uid, ...]:
        """What lies in a folder now, by UIDs, ascending; `Refused` if the server lists fewer than it has."""

    def unreadable(self, folder: str) -> tuple[Uid, ...]:
        """The messages of a folder that the server has and could not show when this connection last asked."""

    def message(self, folder: str, uid_validity: UidValidity, uid: Uid, *, limit: int | None = None) -> bytes | None:
        """
        A whole message, or as many octets of its beginning, untouched by the reading (BODY.PEEK[]).

        None if it is not there any more. `NotNow` if the server can't show this one for now, and is well otherwise;
        `Refused` if it says no for good.
        """

    def messages(
        self, folder: str, uid_validity: UidValidity, uids: Sequence[Uid], *, limit: int
    ) -> Iterator[tuple[Uid, bytes]]:
        """
        The beginnings of many messages, `limit` octets of each, untouched by the reading, in any order.

        Those that it doesn't give may be there all the same: of each of them `message` tells.
        """

    def drafts(self) -> RawDrafts:
        """All that lies in the Drafts folder now."""

    def append_draft(self, message: bytes, message_id: MessageId) -> DraftPlace | None:
        r"""
        Lay a message into Drafts as ``\Draft \Seen``; where it lies, read back from the server.

        None if the server took it and doesn't say where it lies, or says it wrong.
        """

    def take_back(self, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        """Remove exactly this draft, if it lies there as it was laid; else say why not."""

    def close(self) -> None:
        """Log out; never raises."""


class Inbox(Protocol):
    """
    The same connection for the digest alone: a pass can't put anything into INBOX.

    Every call may raise `Transient` (nobody knows then what came of it), `Refused` or `Surprise`.
    """

    def append_digest(self, message: bytes, message_id: MessageId, *, again: bool) -> None:
        """
        Put a mail of ours to the owner into INBOX, unread and without a flag.

        Where that was tried before (`again`), not if one of that id lies among the newest there.
        """

    def close(self) -> None:
        """Log out; never raises."""


class Ledger(Protocol):
    """
    All facts that were ever learnt, and what was done about them.

    Every call is one transaction. `LedgerUnusable` if the file can't be read or written.
    """

    def accounts(self) -> tuple[str, ...]:
        """Every account the ledger knows of, by name; the config may have lost it since."""

    def first_read_at(self, account: str) -> datetime | None:
        """When the account was first read through, or None."""

    def evidence(self, account: str) -> tuple[FolderEvidence, ...]:
        """How far each folder was read."""

    def standing(self, account: str) -> Evidence:
        """How well an account is known: its evidence, when it was first read through, and its problem, all at once."""

    def record(self, account: str, evidence: FolderEvidence, messages: Sequence[tuple[Uid, Message]]) -> None:
        """
        Keep what was read of a folder: the messages with their UIDs there, and how far the reading came.

        A message known already (by id) only gains a place and keeps its earliest `received`, but that of a mail in
        Sent, whose former versions say nothing of when it was sent. Another UIDVALIDITY than before forgets the
        folder's places, not the messages.
        """

    def note_unmoved(self, account: str, unmoved: Sequence[FolderEvidence], drafts_at: datetime | None) -> None:
        """
        Keep that nothing has come to these folders since they were read, all at once, and how much they hold now.

        With `drafts_at`, that what lies in Drafts and elsewhere was then still as it was listed.
        """

    def remark(self, account: str, *messages: Message) -> None:
        """Keep what mails' words say (`remarks`), and the kind and signals that they show; the rest stays."""

    def number_read(self, account: str, folder: str) -> int:
        """How many messages of a folder were read under the UIDVALIDITY it has, but for those known to have left."""

    def note_left(self, account: str, evidence: FolderEvidence, lying: Sequence[Uid]) -> None:
        """Of all that was read of a folder, only what's `lying` there has its place there still; no message goes."""

    def forget_folder(self, account: str, folder: str) -> None:
        """A folder is no longer watched: its evidence and places go, its messages stay."""

    def complete(self, account: str, at: datetime) -> None:
        """Every watched folder of the account has been read through at `at`."""

    def mend_stamps(self, account: str, now: datetime) -> None:
        """
        Bring what a clock that was ahead has written down (drafts, orders, the first reading) back to now.

        Nothing, if the server has had mail since `now`: then it's the present clock that is wrong.
        """

    def list_drafts(self, account: str, listing: DraftsListing) -> None:
        """Keep what lies in Drafts now, in place of what lay there before."""

    def drafts_listing(self, account: str) -> DraftsListing | None:
        """What lay in Drafts when it was last listed."""

    def threads(self, account: str) -> Iterator[Thread]:
        """Every thread of the account that holds at least one message, oldest first."""

    def unsettled(self, account: str, *, unseen: bool = False) -> Iterator[Thread]:
        """The threads with a draft of ours whose life has not ended; or only those with one that was not seen lying."""

    def abide_by(self, account: str, edition: str, now: datetime) -> bool:
        """
        From now on threads rest under the rules of this edition; under others, or a later clock's, none does.

        Whether these are others than before: then every thread is awake.
        """

    def rest_unwritten(self, account: str, owner: Owner, before: datetime, now: datetime) -> None:
        """Let the threads rest until something is learnt that hold nothing of the owner's, and only mail `before`."""

    def abides_by(self, account: str, edition: str, now: datetime) -> bool:
        """Whether what rests does so under the rules of this edition, and by a clock that is no later."""

    def awake(self, account: str, now: datetime) -> Iterator[Thread]:
        """Every thread that doesn't rest, and those that share a bond with one, oldest first."""

    def resting_turns(
        self, account: str, now: datetime, most: int | None = None, *, heard_since: datetime | None = None
    ) -> Iterator[Thread]:
        """
        The threads that rest while their client waits for the owner, the longest waiting first.

        Only those to which mail came since a moment, if one is given.
        """

    def old_turns(self, account: str, now: datetime, before: datetime) -> int:
        """How many such threads there are, all mail of which came before a moment."""

    def to_be_judged(self, account: str, now: datetime) -> Iterator[Thread]:
        """Every thread that doesn't rest, marked as looked at, and those that share a bond with one, oldest first."""

    def rest(self, account: str, rests: Sequence[tuple[ThreadId, Rest]], now: datetime) -> None:
        """Let threads rest that were looked at, but those of which something has been learnt since."""

    def worth_a_look(
        self, account: str, now: datetime, *, besides: Collection[State] = (), heard_since: datetime | None = None
    ) -> Iterator[Thread]:
        """
        Every thread but those that rest as nothing, or as one of these states, oldest first.

        And those in which something was received since a moment, however they rest.
        """

    def heard_since(self, account: str, moment: datetime) -> Iterator[Thread]:
        """The threads in which something was received since a moment, the owner's own mail too, oldest first."""

    def resting(
        self, account: str, now: datetime, state: State, most: int | None = None, *, old: bool = True
    ) -> Iterator[Thread]:
        """The threads that rest and are listed so, the longest silent first and no more than that; too `old` or not."""

    def in_line(self, account: str, now: datetime) -> Iterator[Thread]:
        """The threads that rest while they stand in line for a draft, oldest first."""

    def census(self, account: str, now: datetime) -> Census:
        """How many threads rest, by what they're listed as."""

    def due_next(self, account: str, now: datetime) -> datetime | None:
        """When the first of those threads that rest is to be looked at, whether or not anything moves."""

    def thread(self, thread: ThreadId) -> Thread | None:
        """One thread, or None."""

    def find(self, prefix: str) -> tuple[ThreadId, ...]:
        """The threads whose id begins so, as the owner typed it: one if that's clear, else up to 20, or none."""

    def places_of(self, account: str, message: MessageId) -> tuple[tuple[str, UidValidity, Uid], ...]:
        """
        Where a message lies, for fetching its body: (folder, UIDVALIDITY, UID).

        Sent in front, then what isn't open to strangers: who knows the id of a mail of the owner's can send them
        another under it.
        """

    def correspondence(self, account: str, address: str, limit: int) -> tuple[Message, ...]:
        """The newest messages to or from an address, in any thread, newest first."""

    def newest_begin(self, account: str, address: str, number: int) -> datetime | None:
        """When the first of the newest so many messages to or from an address was written; None if there are fewer."""

    def mail_of_kin(
        self, account: str, bonds: Collection[tuple[str, ...]], *, written: datetime, received: datetime
    ) -> tuple[Message, ...]:
        """
        The messages from or to addresses from which anybody of these bonds has written, newest first.

        Those `written` since a moment, and `received` since another.
        """

    def intend(self, draft: Draft, *, day: Day, cap: int) -> bool:
        """
        Write down that a draft is about to be laid; False if `cap` drafts were already intended for `day`.

        False too if the thread is there no more, its client being forgotten. Raises `ValueError` if it has a living
        draft: two are never laid.
        """

    def settle(self, draft: Draft) -> None:
        """Keep a draft's new state (and place)."""

    def laid_on(self, day: Day) -> int:
        """How many drafts were intended for a day, or since it began, over all accounts, abandoned ones apart."""

    def order(self, thread: ThreadId, order: Order) -> None:
        """Keep the owner's word on a thread."""

    def unopened(self, account: str, since: datetime) -> tuple[tuple[ThreadId, Message], ...]:
        """The mails since a moment that may bring files along and weren't looked into, oldest first, by thread."""

    def note_opened(
        self, account: str, message: Message, found: Sequence[Receivable] = (), credited: Sequence[Credit] = ()
    ) -> None:
        """Keep which files a mail brings along (`message.files`), and the invoices and credit notes among them."""

    def invoices(self, account: str) -> tuple[Receivable, ...]:
        """All invoices of an account, in the order in which they came to be known."""

    def asking(self, account: str) -> Iterator[Thread]:
        """The threads in which a notice about invoices was sent."""

    def heeded(self, account: str) -> frozenset[str]:
        """The control folders that were made or have been listened to, by their titles."""

    def heed_no_more(self, account: str) -> None:
        """The owner wants no control folders (any more): what is put there from now on is no order."""

    def unheeded(self, account: str, title: str, folder: str) -> tuple[Put, ...]:
        """What lies in a folder, which is the control folder of that title, and has not been heard as it lies there."""

    def heed(self, account: str, title: str, folder: str | None, orders: Sequence[tuple[ThreadId, Order]]) -> None:
        """Keep that all is heard that lies in a folder, and what was ordered by it; None for one just made."""

    def note_control(self, account: str, trouble: str) -> None:
        """Keep why the control folders could not all be made; nothing clears it."""

    def control_trouble(self, account: str) -> str:
        """Why the control folders could not all be made, or nothing."""

    def issue_of(self, day: date) -> Issue | None:
        """The digest of a day, or None: of several the one that came, or may have, before those that didn't."""

    def last_issue_sent(self, now: datetime) -> Issue | None:
        """The last digest that was sent, but by a clock that was ahead of this one; or None."""

    def keep_issue(self, issue: Issue) -> None:
        """Keep a digest, or what became of it."""

    def begin_issue(self, issue: Issue) -> bool:
        """Keep one that is about to be handed over, unless another of its day has come, or may have."""

    def digest_ids(self) -> frozenset[MessageId]:
        """The ids of all digests that were handed over, whatever was answered."""

    def has_come(self, digest: MessageId) -> bool:
        """Whether a mail of that id was ever read in any account."""

    def stirred(self, account: str, since: datetime) -> tuple[ThreadId, ...]:
        """The threads of an account that a mail has come to since a moment."""

    def orders_given(self) -> WordsGiven:
        """How many orders were ever given: it's another when another process gives one."""

    def forget_the_rest(self, at: datetime) -> bool:
        """Erase what was kept of forgotten people only until a draft to them has gone, and it has; whether any was."""

    def owes_wiping(self) -> bool:
        """Whether bytes of forgotten people may still stand in the ledger's file."""

    def note_problem(self, account: str, problem: str, at: datetime) -> None:
        """Keep why the account could not be read or acted on at `at`; an empty problem clears it."""

    def problem(self, account: str) -> str:
        """Why the account could not be read the last time, or nothing."""


class Progress(Protocol):
    """Somebody who watches a long pass."""

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a folder of about `total` messages; the callable takes how many more were read."""

    def words(self, account: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin to read what so many mails say; the callable takes how many more were read."""

    def deciding(self, account: str) -> AbstractContextManager[None]:
        """All is read that is to be read; what follows from it is worked out while the block lasts."""

    def beat(self) -> None:
        """It gets on: some threads are judged, something is about to be done on one."""

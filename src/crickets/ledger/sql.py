"""
The ledger as the port asks for it: each call one transaction on one SQLite file.

Knows which question goes to which module; the statements are theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, case, func, insert, select
from sqlalchemy.exc import IntegrityError

from crickets.domain.calendar import Day
from crickets.domain.control import Put
from crickets.domain.digest import Issue
from crickets.domain.evidence import Evidence
from crickets.domain.forgotten import Erasure, Forgotten, mark_of
from crickets.domain.mailbox import DraftsListing, FolderEvidence, Uid, UidValidity
from crickets.domain.message import Address, Message, MessageId, Role
from crickets.domain.owner import Owner
from crickets.domain.receivable import Credit, Receipt, Receivable
from crickets.domain.rest import Census, Rest
from crickets.domain.thread import Draft, Order, Thread, ThreadId
from crickets.domain.verdict import State
from crickets.errors import LedgerBusy
from crickets.ledger import (
    accounts,
    control,
    digests,
    drafts,
    erasure,
    forgotten,
    invoices,
    kin,
    resting,
    stamps,
    survey,
)
from crickets.ledger.assembly import (
    assembled,
    by_age,
    threads_by_age,
    threads_with_living_drafts,
    threads_with_notices,
    threads_with_unseen_drafts,
)
from crickets.ledger.engine import Mode, Store
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.names import names_beginning, number_of
from crickets.ledger.order_rows import order_values
from crickets.ledger.packing import clean, hashed
from crickets.ledger.record import keep_messages, keep_placements, keep_remarks
from crickets.ledger.subjects import link_by_subject
from crickets.ledger.tables import ACCOUNTS, FOLDERS, MESSAGES, ORDERS, PEOPLE, PLACEMENTS, THREADS

_CHUNK = 500
"""How many threads are put together at a time: memory stays bounded, questions few."""

_ACCOUNT_OF = select(THREADS.c.account).where(THREADS.c.n == bindparam("thread"))
_NEARNESS = case({Role.SENT.value: 0, Role.INBOX.value: 2, Role.JUNK.value: 3}, value=FOLDERS.c.role, else_=1)
"""How far a folder is from the owner's hands: into the last ones anybody lays mail, under whatever id and name."""

_PLACES = (
    select(FOLDERS.c.name, PLACEMENTS.c.uid_validity, PLACEMENTS.c.uid)
    .join(PLACEMENTS, PLACEMENTS.c.folder == FOLDERS.c.n)
    .join(MESSAGES, MESSAGES.c.n == PLACEMENTS.c.message)
    .join(ACCOUNTS, ACCOUNTS.c.n == MESSAGES.c.account)
    .where(ACCOUNTS.c.name == bindparam("account"), MESSAGES.c.id == bindparam("message"))
    .order_by(_NEARNESS, FOLDERS.c.n, PLACEMENTS.c.uid)
)
_CORRESPONDENCE = (
    select(*MESSAGE)
    .join(PEOPLE, PEOPLE.c.message == MESSAGES.c.n)
    .join(ACCOUNTS, ACCOUNTS.c.n == PEOPLE.c.account)
    .where(ACCOUNTS.c.name == bindparam("account"), PEOPLE.c.address == bindparam("address"))
    .order_by(PEOPLE.c.written_at.desc(), PEOPLE.c.message.desc())
    .limit(bindparam("limit"))
)

_NEWEST_ORDER = select(func.max(ORDERS.c.n))


class SqlLedger:
    """
    The ledger in one SQLite file, or in memory; for any number of threads of one process at once.

    Made by `open_ledger`. Where the port speaks of an unknown thread or draft, a `LookupError` is raised: that is
    our own mistake, as the owner's typing goes through `find`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers: dict[str, int] = {}
        self._counted: dict[str, Census] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # ---------------------------------------------------------------------------------------- accounts

    def accounts(self) -> tuple[str, ...]:
        """Every account that was ever read or found wanting, by name."""
        with self._reading() as connection:
            return accounts.account_names(connection)

    def first_read_at(self, account: str) -> datetime | None:
        """When the account was first read through, or None."""
        with self._reading() as connection:
            return accounts.first_read_at(connection, account)

    def evidence(self, account: str) -> tuple[FolderEvidence, ...]:
        """How far each folder was read."""
        with self._reading() as connection:
            return accounts.evidence_for(connection, account)

    def standing(self, account: str) -> Evidence:
        """How well an account is known: its evidence, when it was first read through, and its problem, all at once."""
        with self._reading() as connection:
            return accounts.standing_of(connection, account)

    def complete(self, account: str, at: datetime) -> None:
        """
        Every watched folder of the account has been read through at `at`.

        Only now may a reply be said to have no known parent, so this is when subjects are first looked at.
        """
        with self._writing() as connection:
            number = self._entered(connection, account)
            accounts.keep_first_read(connection, number, at)
            link_by_subject(connection, number)

    def mend_stamps(self, account: str, now: datetime) -> None:
        """Bring what a clock that was ahead has written down back to now; nothing, if it's now that must be wrong."""
        with self._reading() as connection:
            number = self._number(connection, account)
            if number is None or not stamps.any_ahead(connection, number, now):
                return
        with self._writing() as connection:
            if not stamps.is_behind(connection, number, now):
                stamps.bring_back(connection, number, now)

    def note_problem(self, account: str, problem: str, at: datetime) -> None:
        """Keep why the account could not be read or acted on at `at`; an empty problem clears it."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            accounts.keep_problem(connection, number, problem, at)

    def problem(self, account: str) -> str:
        """Why the account could not be read the last time, or nothing."""
        with self._reading() as connection:
            return accounts.problem_of(connection, account)

    # ---------------------------------------------------------------------------------------- messages

    def record(self, account: str, evidence: FolderEvidence, messages: Sequence[tuple[Uid, Message]]) -> None:
        """Keep what was read of a folder: the messages with their UIDs there, and how far the reading came."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            folder = accounts.keep_evidence(connection, number, evidence)
            if not messages:  # most folders in most passes: spare them a dozen statements about nothing
                return
            kept, passed_over = forgotten.told_apart(connection, messages)
            numbers = keep_messages(connection, number, kept)
            places = (*numbers, *((uid, None) for uid, _ in passed_over))
            keep_placements(connection, folder, evidence.uid_validity, places)
            mails = tuple(message for _, message in passed_over)
            forgotten.stop_where_they_write(connection, number, mails, evidence.read_at)
            # A pass looks for an answer once more right before it lays a draft: then too the subject must count.
            if accounts.first_read_at(connection, account) is not None:
                link_by_subject(connection, number)

    def note_unmoved(self, account: str, unmoved: Sequence[FolderEvidence], drafts_at: datetime | None) -> None:
        """Keep that nothing has come to these folders since they were read; with `drafts_at`, nor changed in Drafts."""
        if not unmoved and drafts_at is None:
            return
        with self._writing() as connection:
            number = self._entered(connection, account)
            accounts.keep_unmoved(connection, number, unmoved)
            if drafts_at is not None:
                drafts.keep_still_listed(connection, number, drafts_at)

    def remark(self, account: str, *messages: Message) -> None:
        """Keep what mails' words say, and what they are by them; a mail that isn't there any more is let go."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            for message in messages:
                keep_remarks(connection, number, forgotten.untold(connection, message))

    def number_read(self, account: str, folder: str) -> int:
        """How many messages of a folder were read under the UIDVALIDITY it has, but for those known to have left."""
        with self._reading() as connection:
            return accounts.number_placed(connection, account, folder)

    def note_left(self, account: str, evidence: FolderEvidence, lying: Sequence[Uid]) -> None:
        """Of all that was read of a folder, only what's `lying` there has its place there still; no message goes."""
        with self._writing() as connection:
            accounts.keep_lying(connection, self._entered(connection, account), evidence, lying)

    def forget_folder(self, account: str, folder: str) -> None:
        """A folder is no longer watched: its evidence and places go, its messages stay."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            accounts.drop_folder(connection, number, folder)

    def places_of(self, account: str, message: MessageId) -> tuple[tuple[str, UidValidity, Uid], ...]:
        """Where a message lies, for fetching its body, Sent in front: (folder, UIDVALIDITY, UID)."""
        with self._reading() as connection:
            rows = connection.execute(_PLACES, {"account": account, "message": clean(message)}).all()
        return tuple((folder, UidValidity(validity), Uid(uid)) for folder, validity, uid in rows)

    def correspondence(self, account: str, address: str, limit: int) -> tuple[Message, ...]:
        """The newest messages to or from an address, in any thread, newest first."""
        newest = {"account": account, "address": hashed(address.casefold()), "limit": limit}
        with self._reading() as connection:
            return tuple(message_of(row) for row in connection.execute(_CORRESPONDENCE, newest))

    def newest_begin(self, account: str, address: str, number: int) -> datetime | None:
        """When the first of the newest so many messages to or from an address was written; None if there are fewer."""
        with self._reading() as connection:
            known = self._number(connection, account)
            return None if known is None else kin.newest_begin(connection, known, address, number)

    def mail_of_kin(
        self, account: str, bonds: Collection[tuple[str, ...]], *, written: datetime, received: datetime
    ) -> tuple[Message, ...]:
        """
        The messages from or to addresses from which anybody of these bonds has written, newest first.

        Those `written` since a moment, and `received` since another.
        """
        with self._reading() as connection:
            number = self._number(connection, account)
            return (
                () if number is None else kin.mail_of_kin(connection, number, bonds, written=written, received=received)
            )

    # ----------------------------------------------------------------------------------------- threads

    def threads(self, account: str) -> Iterator[Thread]:
        """Every thread of the account that holds at least one message, oldest first; read by and by."""
        yield from self._chosen(account, threads_by_age)

    def unsettled(self, account: str, *, unseen: bool = False) -> Iterator[Thread]:
        """The threads with a draft of ours whose life has not ended; or only those with one that was not seen lying."""
        yield from self._chosen(account, threads_with_unseen_drafts if unseen else threads_with_living_drafts)

    def asking(self, account: str) -> Iterator[Thread]:
        """The threads in which a notice about invoices was sent."""
        yield from self._chosen(account, threads_with_notices)

    # --------------------------------------------------------------------------------------- who rests

    def abide_by(self, account: str, edition: str, now: datetime) -> bool:
        """
        From now on threads rest under the rules of this edition; under others, or a later clock's, none does.

        Whether these are others than before: then every thread is awake.
        """
        with self._reading() as connection:
            number = self._number(connection, account)
            if number is None or resting.are_rules_known(connection, number, edition, now):
                return False
        with self._writing() as connection:
            resting.begin_rules(connection, number, edition)
        return True

    def rest_unwritten(self, account: str, owner: Owner, before: datetime, now: datetime) -> None:
        """Let the threads rest until something is learnt that hold nothing of the owner's, and only mail `before`."""
        self._counted.pop(account, None)
        with self._writing() as connection:
            resting.lay_unwritten_to_rest(connection, self._entered(connection, account), owner, before, now)

    def abides_by(self, account: str, edition: str, now: datetime) -> bool:
        """Whether what rests does so under the rules of this edition, and by a clock that is no later."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return number is not None and resting.are_rules_known(connection, number, edition, now)

    def to_be_judged(self, account: str, now: datetime) -> Iterator[Thread]:
        """Every thread that doesn't rest, marked as looked at, and those that share a bond with one, oldest first."""
        with self._reading() as connection:
            number = self._number(connection, account)
            threads = () if number is None else resting.awake(connection, number, now)
        if not threads:
            return
        with self._writing() as connection:
            resting.look_at(connection, threads)
        yield from self._chosen(account, lambda connection, number: by_age(connection, number, threads))

    def rest(self, account: str, rests: Sequence[tuple[ThreadId, Rest]], now: datetime) -> None:
        """Let threads rest that were looked at, but those of which something has been learnt since."""
        if rests:
            self._counted.pop(account, None)
            with self._writing() as connection:
                resting.lay_to_rest(connection, self._entered(connection, account), rests, now)

    def awake(self, account: str, now: datetime) -> Iterator[Thread]:
        """Every thread that doesn't rest, oldest first."""
        yield from self._chosen(
            account, lambda connection, number: by_age(connection, number, resting.awake(connection, number, now))
        )

    def worth_a_look(
        self, account: str, now: datetime, *, besides: Collection[State] = (), heard_since: datetime | None = None
    ) -> Iterator[Thread]:
        """
        Every thread but those that rest as nothing, or as one of these states, oldest first.

        And those in which something was received since a moment, however they rest.
        """
        yield from self._chosen(
            account,
            lambda connection, number: by_age(
                connection, number, resting.worth_a_look(connection, number, now, besides, heard_since)
            ),
        )

    def resting(
        self, account: str, now: datetime, state: State, most: int | None = None, *, old: bool = True
    ) -> Iterator[Thread]:
        """The threads that rest and are listed so, the longest silent first and no more than that; too `old` or not."""
        yield from self._chosen(
            account, lambda connection, number: resting.resting(connection, number, now, state, most, old=old)
        )

    def resting_turns(self, account: str, now: datetime, most: int | None = None) -> Iterator[Thread]:
        """The threads that rest while their client waits for the owner, the longest waiting first."""
        yield from self._chosen(
            account, lambda connection, number: resting.resting_turns(connection, number, now, most)
        )

    def in_line(self, account: str, now: datetime) -> Iterator[Thread]:
        """The threads that rest while they stand in line for a draft, oldest first."""
        yield from self._chosen(
            account, lambda connection, number: by_age(connection, number, resting.in_line(connection, number, now))
        )

    def census(self, account: str, now: datetime) -> Census:
        """
        How many threads rest, by what they're listed as.

        All that are listed are walked through for it. So it's done once, until one comes to rest or another wakes.
        """
        with self._reading() as connection:
            number = self._number(connection, account)
            awake = 0 if number is None else resting.number_awake(connection, number, now)
            known = self._counted.get(account)
            if number is not None and (known is None or known.awake != awake):
                known = self._counted[account] = resting.census(connection, number, now, awake)
        return known or Census(states={})

    def due_next(self, account: str, now: datetime) -> datetime | None:
        """When the first of those threads that rest is to be looked at, whether or not anything moves."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return None if number is None else resting.due_next(connection, number, now)

    def _chosen(self, account: str, choose: Callable[[Connection, int], Sequence[int]]) -> Iterator[Thread]:
        with self._reading() as connection:
            number = self._number(connection, account)
            threads = () if number is None else choose(connection, number)
        for some in (threads[start : start + _CHUNK] for start in range(0, len(threads), _CHUNK)):
            with self._reading() as connection:
                chunk = () if number is None else assembled(connection, number, some)
            yield from chunk

    def thread(self, thread: ThreadId) -> Thread | None:
        """One thread, or None; one that was merged into another is that other."""
        with self._reading() as connection:
            number = number_of(connection, thread)
            if number is None:
                return None
            account = connection.execute(_ACCOUNT_OF, {"thread": number}).scalar_one()
            [found] = assembled(connection, account, (number,))
        return found

    def find(self, prefix: str) -> tuple[ThreadId, ...]:
        """The threads that the owner may mean by the beginning of an id: one if it's clear, at most 20."""
        with self._reading() as connection:
            return names_beginning(connection, prefix)

    def order(self, thread: ThreadId, order: Order) -> None:
        """Keep the owner's word on a thread."""
        with self._writing(Mode.DURABLE) as connection:
            number = number_of(connection, thread)
            if number is None:
                raise LookupError(f"no thread {thread}")
            connection.execute(insert(ORDERS).values(thread=number, **order_values(order)))

    def heeded(self, account: str) -> frozenset[str]:
        """The control folders that were made or have been listened to, by their titles."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return frozenset() if number is None else control.titles_heeded(connection, number)

    def heed_no_more(self, account: str) -> None:
        """The owner wants no control folders (any more): what is put there from now on is no order."""
        with self._reading() as connection:
            number = self._number(connection, account)
            if number is None or not control.is_anything_heeded(connection, number):
                return
        with self._writing() as connection:
            number = self._entered(connection, account)
            control.heed_none(connection, number)
            accounts.keep_control_trouble(connection, number, "")

    def unheeded(self, account: str, title: str, folder: str) -> tuple[Put, ...]:
        """What lies in a folder, which is the control folder of that title, and has not been heard as it lies there."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return () if number is None else control.puts_unheard(connection, number, title, folder)

    def heed(self, account: str, title: str, folder: str | None, orders: Sequence[tuple[ThreadId, Order]]) -> None:
        """Keep that all is heard that lies in a folder, and what was ordered by it; None for one just made."""
        with self._writing(Mode.DURABLE) as connection:
            number = self._entered(connection, account)
            control.keep_heard(connection, number, title, folder, orders)

    def note_control(self, account: str, trouble: str) -> None:
        """Keep why the control folders could not all be made; nothing clears it."""
        if trouble == self.control_trouble(account):
            return
        with self._writing() as connection:
            accounts.keep_control_trouble(connection, self._entered(connection, account), trouble)

    def control_trouble(self, account: str) -> str:
        """Why the control folders could not all be made, or nothing."""
        with self._reading() as connection:
            return accounts.control_trouble_of(connection, account)

    def orders_given(self) -> int:
        """How often the owner has given their word, invoices too: it grows when another process keeps one."""
        with self._reading() as connection:
            newest = connection.execute(_NEWEST_ORDER).scalar() or 0  # one goes with whom it was about, who is counted
            forgotten_by_now = len(forgotten.forgotten(connection).marks)
            return newest + forgotten_by_now + invoices.words_given(connection)

    # ---------------------------------------------------------------------------------------- invoices

    def unopened(self, account: str, since: datetime) -> tuple[tuple[ThreadId, Message], ...]:
        """The mails since a moment that may bring files along and weren't looked into, oldest first."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return () if number is None else invoices.unopened(connection, number, since)

    def note_opened(
        self, account: str, message: Message, found: Sequence[Receivable] = (), credited: Sequence[Credit] = ()
    ) -> None:
        """Keep which files a mail brings along (`message.files`), and the invoices and credit notes among them."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            invoices.keep_opened(connection, number, message, found)
            for credit in credited:
                invoices.keep_credit(connection, number, credit)

    def invoices(self, account: str) -> tuple[Receivable, ...]:
        """All invoices of an account, in the order in which they came to be known."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return () if number is None else invoices.invoices_of(connection, number)

    def note_invoice(self, account: str, invoice: Receivable) -> None:
        """Keep what the owner says of an invoice, new or known by its number."""
        with self._writing(Mode.DURABLE) as connection:
            invoices.keep_invoice(connection, self._entered(connection, account), invoice)

    def note_receipt(self, account: str, invoice: Receivable, receipt: Receipt) -> None:
        """Keep what came in for an invoice; `LookupError` if it isn't known."""
        with self._writing(Mode.DURABLE) as connection:
            invoices.keep_receipt(connection, self._entered(connection, account), invoice, receipt)

    def forget_receipt(self, account: str, invoice: Receivable, receipt: Receipt) -> None:
        """Money that the owner said came in for an invoice did not; `LookupError` if it isn't known."""
        with self._writing(Mode.DURABLE) as connection:
            invoices.forget_receipt(connection, self._entered(connection, account), invoice, receipt)

    # ------------------------------------------------------------------------------------------ drafts

    def list_drafts(self, account: str, listing: DraftsListing) -> None:
        """Keep what lies in Drafts now, in place of what lay there before."""
        with self._writing() as connection:
            number = self._entered(connection, account)
            drafts.keep_listing(connection, number, forgotten.with_blanks(connection, listing))

    def drafts_listing(self, account: str) -> DraftsListing | None:
        """What lay in Drafts when it was last listed."""
        with self._reading() as connection:
            number = self._number(connection, account)
            return None if number is None else drafts.listing_of(connection, number)

    def intend(self, draft: Draft, *, day: Day, cap: int) -> bool:
        """
        Write down that a draft is about to be laid; False if `cap` drafts were already intended for `day`.

        False too if the thread is there no more, its client being forgotten. Raises `ValueError` if it has a living
        draft: two are never laid.
        """
        with self._writing(Mode.DURABLE) as connection:
            return drafts.keep_intention(connection, draft, day, cap)

    def settle(self, draft: Draft) -> None:
        """Keep a draft's new state (and place)."""
        try:
            with self._writing(Mode.DURABLE) as connection:
                drafts.keep_outcome(connection, draft)
        except IntegrityError as err:
            raise ValueError(f"draft {draft.id} can't be {draft.state.value}: {err.orig}") from err

    def laid_on(self, day: Day) -> int:
        """How many drafts were intended for a day, or since it began, over all accounts, abandoned ones apart."""
        with self._reading() as connection:
            return drafts.intended_on(connection, day)

    # ----------------------------------------------------------------------------------------- digests

    def issue_of(self, day: date) -> Issue | None:
        """The digest of a day, or None: of several the one that came, or may have, before those that didn't."""
        with self._reading() as connection:
            return digests.issue_of(connection, day)

    def last_issue_sent(self, now: datetime) -> Issue | None:
        """The last digest that was sent, but by a clock that was ahead of this one; or None."""
        with self._reading() as connection:
            return digests.last_issue_sent(connection, now)

    def keep_issue(self, issue: Issue) -> None:
        """Keep a digest, or what became of it."""
        with self._writing() as connection:
            digests.keep_issue(connection, issue)

    def begin_issue(self, issue: Issue) -> bool:
        """Keep one that is about to be handed over, unless another of its day has come, or may have."""
        with self._writing() as connection:
            return digests.begin_issue(connection, issue)

    def digest_ids(self) -> frozenset[MessageId]:
        """The ids of all digests that were handed over, whatever was answered."""
        with self._reading() as connection:
            return digests.digest_ids(connection)

    def has_come(self, digest: MessageId) -> bool:
        """Whether a mail of that id was ever read in any account."""
        with self._reading() as connection:
            return digests.has_come(connection, digest)

    def stirred(self, account: str, since: datetime) -> tuple[ThreadId, ...]:
        """The threads of an account that a mail has come to since a moment."""
        with self._reading() as connection:
            number = accounts.number_of_account(connection, account)
            found = () if number is None else digests.stirred(connection, number, since)
            return tuple(map(ThreadId, found))

    # --------------------------------------------------------------------------------- who is forgotten

    def everybody(self) -> tuple[Address, ...]:
        """All whose addresses stand in any mail, each as it's written there."""
        with self._reading() as connection:
            return survey.everybody(connection)

    def known_of(self, who: Sequence[str], served: Collection[str], at: datetime) -> Erasure:
        """What would be erased of these addresses and whole domains; drafts are taken back in accounts `served`."""
        those = Forgotten(marks=tuple(mark_of(each, b"") for each in who))
        with self._reading() as connection:
            return survey.told(connection, survey.surveyed(connection, those, served))

    def forget(self, who: Sequence[str], served: Collection[str], at: datetime) -> Erasure:
        """
        Erase these people, by their addresses and whole domains, and keep nothing of their mail from now on.

        Threads in which an untouched draft lies are erased once it has been taken back, in accounts that are `served`.
        """
        with self._store.erasing() as connection:
            forgotten.keep_marks(connection, who, at)
            erased = self._erase(connection, served, at)
        self._store.wipe()
        return erased

    def forget_the_rest(self, at: datetime) -> bool:
        """Erase what waited for a draft that has gone by now; whether anything did."""
        with self._reading() as connection:
            if not forgotten.is_any_free(connection):
                return False
        with self._store.erasing() as connection:
            self._erase(connection, accounts.account_names(connection), at)
        with suppress(LedgerBusy):  # it's gone from the file; its log ends with the next one
            self._store.wipe()
        return True

    def remember(self, who: Sequence[str], until: datetime) -> bool:
        """Forget these no longer: what is written from a moment on is read as anybody's. Whether any were forgotten."""
        with self._writing(Mode.DURABLE) as connection:
            found = tuple(forgotten.forget_no_longer(connection, each, until) for each in who)
        return any(found)

    def _erase(self, connection: Connection, served: Collection[str], at: datetime) -> Erasure:
        those = forgotten.forgotten(connection)
        found = survey.surveyed(connection, those, served)
        told = survey.told(connection, found)
        erasure.erase(connection, found, those, at)
        self._counted.clear()
        return told

    # ------------------------------------------------------------------------------------ transactions

    def _number(self, connection: Connection, account: str) -> int | None:
        """An account's number, or None if it's not known; once seen it's remembered, for none ever goes."""
        known = self._numbers.get(account)
        if known is None:
            known = accounts.number_of_account(connection, account)
            if known is not None:
                self._numbers[account] = known
        return known

    def _entered(self, connection: Connection, account: str) -> int:
        """The same, its row made if it has none: such a number is remembered only once that is kept."""
        known = self._numbers.get(account)
        return accounts.enter_account(connection, account) if known is None else known

    def _reading(self) -> AbstractContextManager[Connection]:
        return self._store.reading()

    def _writing(self, mode: Mode = Mode.WRITE) -> AbstractContextManager[Connection]:
        return self._store.writing(mode)

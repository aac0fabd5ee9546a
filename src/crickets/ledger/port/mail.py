"""
What was read of the folders, and the mails that are asked for by their people or places.

Knows what belongs into one transaction when mail is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, select

from crickets.domain.mailbox import FolderEvidence, Uid, UidValidity
from crickets.domain.message import Message, MessageId, Role
from crickets.ledger import accounts, drafts, forgotten, kin
from crickets.ledger.message_rows import MESSAGE, message_of
from crickets.ledger.packing import clean, hashed
from crickets.ledger.port.transactions import Transactions
from crickets.ledger.record import keep_messages, keep_placements, keep_remarks
from crickets.ledger.subjects import link_by_subject
from crickets.ledger.tables import ACCOUNTS, FOLDERS, MESSAGES, PEOPLE, PLACEMENTS

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


class Mail(Transactions):
    """Mails, and where they lie."""

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

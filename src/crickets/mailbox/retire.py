r"""
Taking one draft back, if it lies there as it was laid: the only place that removes a message.

Knows the ladder of what servers can do: COPY, a mark that shows whether somebody has touched the draft, and an expunge
of one UID; else MOVE, else nothing. A bare EXPUNGE or a CLOSE would remove what the owner has marked ``\Deleted`` and
is never sent. docs/drafts.md tells what each may leave behind.
"""

from __future__ import annotations

from dataclasses import dataclass

from crickets.domain.mailbox import DraftPlace, RawHeader, Retirement, Uid, comparable
from crickets.domain.message import MessageId
from crickets.errors import Refused, Transient
from crickets.mailbox.connection import Connection
from crickets.mailbox.drafts import message_id_of
from crickets.mailbox.fetch import fetched
from crickets.mailbox.folders import Folders, OpenFolder
from crickets.mailbox.headers import Headers
from crickets.mailbox.wire import Answer, Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Retiring:
    """The means to take a draft back; `trash` is the Trash's name, or empty if there is none."""

    connection: Connection
    folders: Folders
    trash: str

    def take_back(self, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        """What became of the attempt; the folder is left unselected, whatever happened."""
        if not self._able(to_trash=to_trash):
            return Retirement.UNABLE
        opened = self.folders.select(place.folder)
        try:
            return self._from(opened, place, message_id, to_trash=to_trash)
        finally:
            self.folders.leave(place.folder)

    def _able(self, *, to_trash: bool) -> bool:
        """Whether one message can be removed without any other."""
        return self.connection.can("UIDPLUS") or (self._to_trash(to_trash=to_trash) and self._moves)

    def _to_trash(self, *, to_trash: bool) -> bool:
        return bool(self.trash) and (to_trash or self._archives)

    @property
    def _moves(self) -> bool:
        return self.connection.can("MOVE")

    @property
    def _archives(self) -> bool:
        r"""Gmail's ``\Deleted`` with EXPUNGE may only archive (an account's setting): there only MOVE removes."""
        return self.connection.can("X-GM-EXT-1")

    @property
    def _by_hand(self) -> bool:
        """Whether each step is taken by itself: a MOVE can't be told to leave what somebody has touched meanwhile."""
        return self.connection.can("UIDPLUS") and not (self._archives and self._moves)

    def _from(self, opened: OpenFolder, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        if opened.state.uid_validity != place.uid_validity:
            return Retirement.NOT_THERE
        there = self._look(opened, place.uid)
        if there is None or message_id_of(there.header) != message_id:
            return Retirement.NOT_THERE
        if _touched(there, place):
            return Retirement.TOUCHED
        if not self._to_trash(to_trash=to_trash):
            return self._expunged(opened, there, Retirement.EXPUNGED)
        return self._copied_and_expunged(opened, there) if self._by_hand else self._moved(there)

    def _look(self, opened: OpenFolder, uid: Uid) -> RawHeader | None:
        """The message of that UID, if there is one."""
        headers = Headers(self.connection, opened.name, mod_sequences=opened.mod_sequences)
        return next(iter(headers.of([uid])), None) if opened.state.exists else None

    def _is_gone(self, opened: OpenFolder, there: RawHeader) -> bool:
        """Whether the draft that we saw a moment ago isn't there any more."""
        return self._look(opened, there.uid) is None

    def _moved(self, there: RawHeader) -> Retirement:
        """By MOVE (RFC 6851): a flag set since we looked, a round trip ago, goes to the trash with the draft."""
        untagged, answer = self._ask(b"UID MOVE %d " % there.uid + self.folders.quoted(self.trash))
        answer.expect("moving the draft to the trash")
        # RFC 6851 §3.3: a UID that is gone meanwhile is no error. COPYUID, where servers have it, tells what happened.
        told = any(b"COPYUID" in parts[0].upper() for parts in untagged) or "COPYUID" in answer.code.upper()
        return Retirement.TO_TRASH if told or not self.connection.can("UIDPLUS") else Retirement.NOT_THERE

    def _copied_and_expunged(self, opened: OpenFolder, there: RawHeader) -> Retirement:
        r"""
        By hand, the copy first: made later it would carry our ``\Deleted`` into the trash.

        If somebody touches the draft meanwhile, it stays, and a copy of it lies in the trash too. What is refused after
        the copy isn't tried again: each try would leave one more.
        """
        _, answer = self._ask(b"UID COPY %d " % there.uid + self.folders.quoted(self.trash))
        if not answer.ok and self._is_gone(opened, there):
            return Retirement.NOT_THERE
        answer.expect("copying the draft to the trash")
        try:
            return self._expunged(opened, there, Retirement.TO_TRASH)
        except Refused:
            return Retirement.UNABLE

    def _expunged(self, opened: OpenFolder, there: RawHeader, done: Retirement) -> Retirement:
        told, marked = self._marked(there)
        if "MODIFIED" in marked.code.upper():  # in an OK too (RFC 7162 §3.1.3), and of what is gone (docs/quirks.md)
            return Retirement.NOT_THERE if self._is_gone(opened, there) else Retirement.TOUCHED
        marked.expect("marking the draft")
        flags = self._flags_of(there, told, opened)
        if flags is None:
            return Retirement.NOT_THERE
        if comparable(flags) - {"\\deleted"} != comparable(there.flags):
            self._unmark(there)
            return Retirement.TOUCHED
        _, expunged = self._ask(b"UID EXPUNGE %d" % there.uid)
        if not expunged.ok:
            self._unmark(there)
            expunged.expect("removing the draft")
        # Who takes our mark away in time keeps the draft: the server says OK all the same.
        return done if self._is_gone(opened, there) else Retirement.TOUCHED

    def _marked(self, there: RawHeader) -> tuple[list[Parts], Answer]:
        """How the server took the mark, given only if nobody has touched the draft since we looked."""
        condition = b"" if there.mod_sequence is None else b"(UNCHANGEDSINCE %d) " % there.mod_sequence
        return self._ask(b"UID STORE %d %s+FLAGS (\\Deleted)" % (there.uid, condition))

    def _flags_of(self, there: RawHeader, told: list[Parts], opened: OpenFolder) -> frozenset[str] | None:
        """All flags that the draft has once it's marked, another device's too; None if it isn't there any more."""
        answered = fetched(told).get(there.uid)
        if answered is not None and answered.flags is not None:
            return answered.flags
        seen = self._look(opened, there.uid)  # who says nothing has marked nothing, or keeps it to itself
        return None if seen is None else seen.flags

    def _unmark(self, there: RawHeader) -> None:
        """Our mark off again: nobody may take it for the owner's."""
        _, answer = self._ask(b"UID STORE %d -FLAGS.SILENT (\\Deleted)" % there.uid)
        if not answer.ok:
            raise Transient(f"our mark stays on a draft: {answer.words}", remedy="It counts as taken back.")

    def _ask(self, command: bytes) -> tuple[list[Parts], Answer]:
        return self.connection.conversation.ask(command)


def _touched(there: RawHeader, place: DraftPlace) -> bool:
    """
    Whether anybody has changed the message's flags since it was laid; its content can't change under its UID.

    A mod-sequence that has fallen is no touch: it only grows (RFC 7162 §3.1), unless a server has lost its index.
    """
    if comparable(there.flags) != comparable(place.flags):
        return True
    now, then = there.mod_sequence, place.mod_sequence
    return now is not None and then is not None and now > then

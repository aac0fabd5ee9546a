r"""
Taking one draft back, if it lies there as it was laid: the only place that removes a message.

Knows the ladder of what servers can do: MOVE, else COPY and an expunge of one UID, else nothing. A bare EXPUNGE or a
CLOSE would remove what the owner has marked ``\Deleted`` and is never sent.
"""

from __future__ import annotations

from dataclasses import dataclass

from crickets.domain.mailbox import DraftPlace, RawHeader, Retirement, comparable
from crickets.domain.message import MessageId
from crickets.mailbox.connection import Connection
from crickets.mailbox.drafts import message_id_of
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
        # Gmail's \Deleted with EXPUNGE may only archive (an account's setting): there the trash is the only way out.
        return bool(self.trash) and (to_trash or self.connection.can("X-GM-EXT-1"))

    @property
    def _moves(self) -> bool:
        return self.connection.can("MOVE")

    def _from(self, opened: OpenFolder, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        if opened.state.uid_validity != place.uid_validity:
            return Retirement.NOT_THERE
        there = self._look(opened, place)
        if there is None or message_id_of(there.header) != message_id:
            return Retirement.NOT_THERE
        if _touched(there, place):
            return Retirement.TOUCHED
        if not self._to_trash(to_trash=to_trash):
            return self._expunged(there, Retirement.EXPUNGED)
        return self._moved(there) if self._moves else self._copied_and_expunged(there)

    def _look(self, opened: OpenFolder, place: DraftPlace) -> RawHeader | None:
        """The message at the place, if there is one."""
        headers = Headers(self.connection, opened.name, mod_sequences=opened.mod_sequences)
        return next(iter(headers.of([place.uid])), None) if opened.state.exists else None

    def _moved(self, there: RawHeader) -> Retirement:
        """By MOVE (RFC 6851), which can't be made conditional: what is lost by a race is a round trip's worth."""
        untagged, answer = self._ask(b"UID MOVE %d " % there.uid + self.folders.quoted(self.trash))
        answer.expect("moving the draft to the trash")
        # RFC 6851 §3.3: a UID that is gone meanwhile is no error. COPYUID, where servers have it, tells what happened.
        told = any(b"COPYUID" in parts[0].upper() for parts in untagged) or "COPYUID" in answer.code.upper()
        return Retirement.TO_TRASH if told or not self.connection.can("UIDPLUS") else Retirement.NOT_THERE

    def _copied_and_expunged(self, there: RawHeader) -> Retirement:
        r"""
        By hand where there is no MOVE, the copy first: made later it would carry our ``\Deleted`` into the trash.

        If somebody touches the draft between the two, it stays, and a copy of it lies in the trash too.
        """
        _, answer = self._ask(b"UID COPY %d " % there.uid + self.folders.quoted(self.trash))
        answer.expect("copying the draft to the trash")
        return self._expunged(there, Retirement.TO_TRASH)

    def _expunged(self, there: RawHeader, done: Retirement) -> Retirement:
        marked = self._marked(there)
        if "MODIFIED" in marked.code.upper():  # in an OK too (RFC 7162 §3.1.3)
            return Retirement.TOUCHED
        marked.expect("marking the draft")
        _, expunged = self._ask(b"UID EXPUNGE %d" % there.uid)
        if not expunged.ok:
            self._ask(b"UID STORE %d -FLAGS.SILENT (\\Deleted)" % there.uid)
            expunged.expect("removing the draft")
        return done

    def _marked(self, there: RawHeader) -> Answer:
        """How the server took the mark, given only if nobody has touched the draft since we looked."""
        condition = b"" if there.mod_sequence is None else b"(UNCHANGEDSINCE %d) " % there.mod_sequence
        _, answer = self._ask(b"UID STORE %d %s+FLAGS.SILENT (\\Deleted)" % (there.uid, condition))
        return answer

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

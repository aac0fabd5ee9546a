"""
The headers of a folder's messages, read in batches, each message told once and none passed over in silence.

Knows which header fields matter, and how to ask for many messages without one of them spoiling the rest; must not
know what the fields mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crickets.domain.mailbox import RawHeader, Uid
from crickets.errors import Refused, Surprise
from crickets.mailbox.connection import Connection
from crickets.mailbox.fetch import Fetched, fetched
from crickets.mailbox.wire import LITERAL_BOUND, Parts

FIELDS = (
    "message-id",
    "in-reply-to",
    "references",
    "x-microsoft-original-message-id",
    "x-google-original-message-id",
    "from",
    "sender",
    "reply-to",
    "to",
    "cc",
    "subject",
    "date",
    "auto-submitted",
    "precedence",
    "list-id",
    "list-post",
    "list-unsubscribe",
    "return-path",
    "content-type",
    "x-auto-response-suppress",
    "x-autoreply",
    "x-autorespond",
    "x-failed-recipients",
    "feedback-id",
    "thread-index",
    "thread-topic",
)
"""The header fields that `reading` looks at, and no others: a folder's worth of them is most of the traffic."""

BATCH = 500
"""How many messages are asked for at once: some servers end a command line at 8 kB, and none need hold more."""

_MOST_BAD = 10
_SECTION = b"BODY.PEEK[HEADER.FIELDS (" + " ".join(FIELDS).upper().encode() + b")]"
_WHOLE_HEADER = b"BODY.PEEK[HEADER]"  # for the message whose fields a server can't pick out
_GMAIL_DRAFT = frozenset({"\\draft", "\\drafts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A message that the server has and can't show: nobody can say what it is."""

    folder: str
    uid: Uid
    why: str


class Headers:
    """Reads the folder that is open now; what it had to skip is in `skipped`."""

    def __init__(self, connection: Connection, folder: str, *, mod_sequences: bool = False) -> None:
        self._connection = connection
        self._folder = folder
        self._counted = mod_sequences
        self._items = _items(connection, mod_sequences=mod_sequences)
        self.skipped: list[Skipped] = []

    def uids_above(self, after: Uid) -> tuple[Uid, ...]:
        """Every UID above `after`, ascending: one short line a message, so that batches can be exact."""
        responses, answer = self._connection.conversation.ask(b"UID FETCH %d:* (UID)" % (after + 1))
        answer.expect(f"listing the messages of {self._folder!r}")
        # "n:*" holds the last message even if its UID is below n (RFC 9051 §9, seq-range).
        return tuple(sorted(uid for uid in fetched(responses) if uid > after))

    def of(self, uids: Sequence[Uid]) -> tuple[RawHeader, ...]:
        """The headers of these messages, which are all there are between the first and the last; UIDs ascending."""
        if not uids:
            return ()
        told = self._told(uids)
        unclear = [uid for uid in uids if _header(told.get(uid)) is None]
        mended = self._one_by_one(self._still_there(unclear)) if unclear else {}
        found = (_header(mended.get(uid) or told.get(uid), counted=self._counted) for uid in uids)
        return tuple(header for header in found if header)

    def _told(self, uids: Sequence[Uid]) -> dict[Uid, Fetched]:
        """What the server tells of the messages; if it refuses, of those halves of the batch where it does not."""
        responses, refused = self._fetch(uids, self._items + b" " + _SECTION)
        if not refused:
            return _readable(responses)
        if len(uids) == 1:
            return {}
        half = len(uids) // 2
        return self._told(uids[:half]) | self._told(uids[half:])

    def _still_there(self, uids: Sequence[Uid]) -> list[Uid]:
        """Those not expunged in the meantime: only they are missing from an answer without good reason."""
        responses, _ = self._fetch(uids, b"UID")
        there = fetched(responses)
        return [uid for uid in uids if uid in there]

    def _one_by_one(self, uids: Iterable[Uid]) -> dict[Uid, Fetched]:
        """Messages asked for alone and by their whole header; those that can't be had even so are skipped."""
        mended = {}
        for uid in uids:
            responses, refused = self._fetch([uid], self._items + b" " + _WHOLE_HEADER)
            told = _readable(responses).get(uid)
            if _header(told):
                mended[uid] = told
            else:
                self._skip(uid, refused or "the answer was incomplete")
        return {uid: told for uid, told in mended.items() if told}

    def _skip(self, uid: Uid, why: str) -> None:
        self.skipped.append(Skipped(folder=self._folder, uid=uid, why=why))
        if len(self.skipped) > _MOST_BAD:
            raise Refused(
                f"the server can't show {len(self.skipped)} messages of {self._folder!r}",
                answer=why,
                remedy="It looks like trouble on the server. Look whether your mail client can open the folder.",
            )

    def _fetch(self, uids: Sequence[Uid], items: bytes) -> tuple[list[Parts], str]:
        """The responses, and the words of a refusal or nothing."""
        responses, answer = self._connection.conversation.ask(
            b"UID FETCH " + _set_of(uids) + b" (" + items + b")", bound=LITERAL_BOUND
        )
        return responses, "" if answer.ok else answer.words or "refused without a word"


def in_batches(uids: Sequence[Uid]) -> Iterator[tuple[Uid, ...]]:
    """The UIDs, a batch at a time."""
    for begin in range(0, len(uids), BATCH):
        yield tuple(uids[begin : begin + BATCH])


def _items(connection: Connection, *, mod_sequences: bool) -> bytes:
    """What is asked of every message, beside its header."""
    items = [b"UID FLAGS INTERNALDATE"]
    if connection.can("X-GM-EXT-1"):
        items.append(b"X-GM-THRID X-GM-LABELS")
    elif connection.can("OBJECTID"):
        items.append(b"THREADID")
    if mod_sequences:
        items.append(b"MODSEQ")
    return b" ".join(items)


def _set_of(uids: Sequence[Uid]) -> bytes:
    """The shortest UID set for a stretch of a folder: no other message lies between its ends."""
    return b"%d:%d" % (uids[0], uids[-1])


def _readable(responses: Iterable[Parts]) -> dict[Uid, Fetched]:
    """What the responses tell, but for those that can't be read: one odd message must not spoil the batch."""
    try:
        return fetched(responses)
    except Surprise:
        readable: dict[Uid, Fetched] = {}
        for response in responses:
            try:
                readable |= fetched([response])
            except Surprise:
                continue
        return readable


def _header(told: Fetched | None, *, counted: bool = False) -> RawHeader | None:
    """The raw header, if all that it needs was told; MODSEQ only counts where it was asked for."""
    if told is None or told.body is None or told.flags is None or told.internal_date is None:
        return None
    return RawHeader(
        uid=told.uid,
        flags=told.flags,
        internal_date=told.internal_date,
        header=told.body,
        conversation=told.conversation,
        draft=_is_draft(told),
        mod_sequence=told.mod_sequence if counted else None,
    )


def _is_draft(told: Fetched) -> bool:
    """By its flag, or by Gmail's label: in Gmail's All Mail a draft has no other sign (djcb/mu#938)."""
    flagged = any(flag.casefold() == "\\draft" for flag in told.flags or ())
    return flagged or any(label.casefold() in _GMAIL_DRAFT for label in told.labels)

"""The world at the boundaries of a pass: what a test lets happen before, or after, a call of the mailbox port.

Stands before the real adapter. What may happen is a function of the moment, as with the mailbox in memory.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import replace

from crickets.domain.mailbox import DraftPlace, Folder, FolderState, RawDrafts, RawHeader, Retirement, Uid, UidValidity
from crickets.domain.message import MessageId
from crickets.errors import Refused
from crickets.service.outcome import Outcome
from crickets.service.session import Connection
from crickets.service.unwatched import Unwatched
from tests.cycle.stage import Stage, days_later
from tests.fakes.mailbox import Moment, Phase

Interference = Callable[[Moment], None]


class Killed(BaseException):
    """The process ends here: nobody catches it, nothing more is written down."""


class Interfered:
    """A connection with somebody at the door; `blind` are folders that can't be opened at present."""

    def __init__(self, mailbox: Connection, interfere: Interference, blind: AbstractSet[str] = frozenset()) -> None:
        self._mailbox = mailbox
        self._interfere = interfere
        self._blind = blind

    @property
    def account(self) -> str:
        return self._mailbox.account

    def folders(self, states_of: Collection[str] = ()) -> tuple[Folder, ...]:
        self._at("folders", Phase.BEFORE)
        return tuple(replace(f, state=None) if f.name in self._blind else f for f in self._mailbox.folders(states_of))

    def make_folder(self, levels: tuple[str, ...]) -> None:
        self._at("make_folder", Phase.BEFORE)
        self._mailbox.make_folder(levels)
        self._at("make_folder", Phase.AFTER)

    def examine(self, folder: str) -> FolderState:
        if folder in self._blind:
            raise Refused(f"opening the folder {folder!r}", answer="[NOPERM] Permission denied", remedy="None.")
        return self._mailbox.examine(folder)

    def headers(self, folder: str, after: Uid) -> Iterator[RawHeader]:
        self._at("headers", Phase.BEFORE)
        yield from self._mailbox.headers(folder, after)

    def newest(self, folder: str, most: int) -> Iterator[RawHeader]:
        self._at("newest", Phase.BEFORE)
        yield from self._mailbox.newest(folder, most)

    def headers_of(self, folder: str, uids: Sequence[Uid]) -> Iterator[RawHeader]:
        yield from self._mailbox.headers_of(folder, uids)

    def uids(self, folder: str) -> tuple[Uid, ...]:
        self._at("uids", Phase.BEFORE)
        return self._mailbox.uids(folder)

    def unreadable(self, folder: str) -> tuple[Uid, ...]:
        return self._mailbox.unreadable(folder)

    def message(self, folder: str, uid_validity: UidValidity, uid: Uid, *, limit: int | None = None) -> bytes | None:
        self._at("message", Phase.BEFORE)
        return self._mailbox.message(folder, uid_validity, uid, limit=limit)

    def messages(
        self, folder: str, uid_validity: UidValidity, uids: Sequence[Uid], *, limit: int
    ) -> Iterator[tuple[Uid, bytes]]:
        """One by one, so that what happens to one message may happen to each; what is refused is left out."""
        for uid in uids:
            with suppress(Refused):
                body = self.message(folder, uid_validity, uid, limit=limit)
                if body is not None:
                    yield uid, body

    def drafts(self) -> RawDrafts:
        listed = self._mailbox.drafts()
        self._at("drafts", Phase.AFTER)
        return listed

    def append_draft(self, message: bytes, message_id: MessageId) -> DraftPlace | None:
        self._at("append_draft", Phase.BEFORE)
        place = self._mailbox.append_draft(message, message_id)
        self._at("append_draft", Phase.AFTER)
        return place

    def take_back(self, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        self._at("take_back", Phase.BEFORE)
        how = self._mailbox.take_back(place, message_id, to_trash=to_trash)
        self._at("take_back", Phase.AFTER)
        return how

    def interrupt(self) -> None:
        self._mailbox.interrupt()

    def close(self) -> None:
        self._mailbox.close()

    def _at(self, call: str, phase: Phase) -> None:
        self._interfere(Moment(call=call, phase=phase))


def undisturbed(_moment: Moment) -> None:
    """Nothing happens."""


def killed(call: str, phase: Phase) -> Interference:
    """The process ends at this boundary."""

    def end() -> None:
        raise Killed

    return at(call, phase, end)


def at(call: str, phase: Phase, act: Callable[[], object], *, time: int = 1) -> Interference:
    """Somebody does something at this boundary, the `time`th time it is reached."""
    reached = itertools.count(1)

    def interfere(moment: Moment) -> None:
        if moment == Moment(call=call, phase=phase) and next(reached) == time:
            act()

    return interfere


def look(
    stage: Stage, interfere: Interference = undisturbed, days: float = 0, *, blind: AbstractSet[str] = frozenset()
) -> Outcome:
    """One pass by a process of its own, with that interference."""
    stage.clock.now = days_later(days)
    with stage.application() as app:
        session = replace(
            app.session("work", Unwatched()), connect=lambda: Interfered(app.connect("work"), interfere, blind)
        )
        try:
            return session.look()
        finally:
            session.close()


__all__ = ["Interfered", "Interference", "Killed", "Phase", "at", "killed", "look", "undisturbed"]

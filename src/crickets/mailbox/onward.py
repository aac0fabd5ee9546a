"""
A folder read on from one UID to its end: each batch is asked for while the ones before it are still being kept.

Knows how it's made sure that no message is passed over in silence: by the numbers that messages have in their folder,
which go from 1 to its last without a gap (RFC 9051 §2.3.1.2), or else by a list. Must not know what headers hold.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass

from crickets.domain.mailbox import FolderState, Uid
from crickets.mailbox.folders import OpenFolder
from crickets.mailbox.headers import BATCH, Headers, Request, in_batches

AHEAD = 6
"""
How many batches are on their way while one is read: the server works, and the line is full, meanwhile.

More than a caller takes before it keeps them: with two, the line stood still as often as that was done.
"""

_SPARSE = 2
"""Where so many times as many UIDs were given as messages are there, a list saves more than it costs."""

_Span = tuple[Uid, Uid]
Batch = tuple[tuple[Uid, ...], Request]
"""The UIDs of some messages, of which none is missing between the first and the last, and what was asked of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Reads the folder that is `opened`, which opens it again if another one is open, and `reopened` in any case."""

    headers: Headers
    opened: Callable[[], OpenFolder]
    reopened: Callable[[], OpenFolder]

    def batches(self, after: Uid) -> Iterator[Batch]:
        """All messages with a UID above `after`, UIDs ascending; `Refused` if the server lists fewer than it has."""
        state = self.opened().state
        if not state.exists:
            return
        spans = _spans(after, state)
        reached, number = yield from self._by_number(spans, after)
        if number == state.exists:
            return
        exists = self.reopened().state.exists if spans else state.exists
        rest = [uid for uid in self.headers.uids_above(after, exists) if uid > reached]
        yield from self._listed(in_batches(rest))

    def _by_number(self, spans: Iterable[_Span], after: Uid) -> Generator[Batch, None, tuple[Uid, int | None]]:
        """One span of UIDs after the other, as far as no number is missing; up to which UID, and which number."""
        reached, number = after, None if after else 0
        for request in self._ahead(spans):
            found = self.headers.without_gap(request, number)
            if found is None:
                break
            uids, number = found
            yield uids, request
            reached = uids[-1] if uids else reached  # what lies above it may have been passed over
        return reached, number

    def _listed(self, batches: Iterator[tuple[Uid, ...]]) -> Iterator[Batch]:
        waiting: deque[tuple[Uid, ...]] = deque()

        def spans() -> Iterator[_Span]:
            for uids in batches:
                waiting.append(uids)
                yield uids[0], uids[-1]

        for request in self._ahead(spans()):
            yield waiting.popleft(), request

    def _ahead(self, spans: Iterable[_Span]) -> Iterator[Request]:
        """A request for each span, sent while those before it are still to be read."""
        asked: deque[Request] = deque()
        for first, last in spans:
            self.opened()  # the caller may have looked into another folder meanwhile
            asked.append(self.headers.ask(first, last))
            if len(asked) > AHEAD:
                yield asked.popleft()
        yield from asked


def _spans(after: Uid, state: FolderState) -> list[_Span]:
    """The UIDs above `after`, cut into spans; none where it isn't told which is the last, or most of them are gone."""
    if state.uid_next is None:
        return []
    is_sparse = state.uid_next > _SPARSE * state.exists
    if is_sparse and state.uid_next - after > BATCH:
        return []
    begins = range(after + 1, state.uid_next, BATCH)
    return [(Uid(first), Uid(min(first + BATCH, state.uid_next) - 1)) for first in begins]

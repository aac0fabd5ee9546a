"""A folder as one connection has it open: its messages by number, and the news that the client has yet to hear."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.fakes.mailbox import Lying, MemoryMailbox, Shelf
from tests.servers.profiles.moments import Goodbye, Refusal

_OWED = -1  # in place of the length: expunges have yet to be told
_SET = re.compile(r"(?:\d+|\*)(?::(?:\d+|\*))?(?:,(?:\d+|\*)(?::(?:\d+|\*))?)*")


@dataclass(slots=True, kw_only=True)
class View:
    """An open folder; `uids` are those that the client knows of, in the order of their numbers."""

    name: str
    memory: MemoryMailbox
    shelf: Shelf
    read_only: bool
    mod_sequences: bool
    uids: list[int] = field(init=False)
    #: As it was when it was opened: STATUS tells that for as long as it's open, as on Dovecot (docs/quirks.md).
    as_opened: Shelf = field(init=False)
    _mark: tuple[int, int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.uids = list(self.shelf.lying)
        self.as_opened = replace(self.shelf, lying=dict(self.shelf.lying))
        self._mark = self.shelf.mark

    def number(self, uid: int) -> int:
        """The message's sequence number."""
        return bisect_left(self.uids, uid) + 1

    def chosen(self, wanted: str, *, by_uid: bool) -> list[Lying]:
        """The messages of a sequence set that are still there, in their order (RFC 3501 section 9, sequence-set)."""
        if not _SET.fullmatch(wanted):
            raise Refusal("BAD Invalid sequence set")
        lying = self.shelf.lying
        ranges = [self._range(each, by_uid=by_uid) for each in wanted.split(",")]
        uids = self.uids[slice(*ranges[0])] if len(ranges) == 1 else self._union(ranges)
        return [lying[uid] for uid in uids if uid in lying]

    def news(self, *, expunges: bool = True) -> Iterator[bytes]:
        """What has changed since the client was last told, as untagged responses."""
        if self.memory.shelf(self.name) is not self.shelf:
            raise Goodbye("The folder was deleted or renumbered under you")
        if self._mark == self.shelf.mark:
            return
        told_up_to, mod_sequence = self._mark[0], self._mark[1]
        if expunges:
            yield from self._expunges()
        yield from self._arrivals(told_up_to)
        for message in tuple(self.shelf.lying.values()):
            if message.uid < told_up_to and message.mod_sequence > mod_sequence:
                yield self.flags_line(message)
        mark = self.shelf.mark
        self._mark = mark if expunges else (*mark[:2], _OWED)

    def told_of_flags(self) -> None:
        """The client knows of every flag: it has set them itself, and all else was told before."""
        self._mark = (self._mark[0], self.shelf.mod_sequence, self._mark[2])

    def flags_line(self, message: Lying) -> bytes:
        """A message's flags, untagged."""
        counted = b" MODSEQ (%d)" % message.mod_sequence if self.mod_sequences else b""
        return b"* %d FETCH (UID %d FLAGS (%b)%b)\r\n" % (
            self.number(message.uid), message.uid, " ".join(sorted(message.flags)).encode(), counted,
        )  # fmt: skip

    def _expunges(self) -> Iterator[bytes]:
        lying = self.shelf.lying
        if len(self.uids) == len(lying) and self._mark[0] == self.shelf.uid_next:
            return
        for index in range(len(self.uids) - 1, -1, -1):
            if self.uids[index] not in lying:
                del self.uids[index]
                yield b"* %d EXPUNGE\r\n" % (index + 1)

    def _arrivals(self, told_up_to: int) -> Iterator[bytes]:
        new = [uid for uid in self.shelf.lying if uid >= told_up_to]
        if new:
            self.uids += new
            yield b"* %d EXISTS\r\n" % len(self.uids)

    def _union(self, ranges: list[tuple[int, int]]) -> list[int]:
        indices = sorted({index for begin, end in ranges for index in range(begin, end)})
        return [self.uids[index] for index in indices]

    def _range(self, wanted: str, *, by_uid: bool) -> tuple[int, int]:
        """The places in `uids` between the two ends, which may stand in any order; `*` is the last message."""
        first, colon, last = wanted.partition(":")
        ends = sorted((self._end(first, by_uid=by_uid), self._end(last if colon else first, by_uid=by_uid)))
        if by_uid:
            return bisect_left(self.uids, ends[0]), bisect_right(self.uids, ends[1])
        return max(0, ends[0] - 1), min(len(self.uids), ends[1])

    def _end(self, word: str, *, by_uid: bool) -> int:
        if word != "*":
            return int(word)
        if by_uid:
            return self.uids[-1] if self.uids else 0
        return len(self.uids)

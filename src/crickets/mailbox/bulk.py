r"""
The answer to a FETCH of many messages, with as little work for each as can be.

Knows the one shape in which nearly every server tells of nearly every message: items in any order, none of them a
literal, and a section of the message at the end, which is one. What is shaped otherwise, or long, is left to the
careful reader (`wire`, `fetch`): a test holds the two to the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from crickets.domain.mailbox import Uid
from crickets.errors import Surprise
from crickets.mailbox.fetch import Fetched, expunged, fetched_in, internal_date, together, words_of
from crickets.mailbox.translate import REPORT
from crickets.mailbox.wire import LITERAL_BOUND, Parts, values

MOST_MESSAGES = 1 << 21
"""How many a folder may hold; a server that tells of more isn't believed, as each takes room here."""

_HEAD = re.compile(
    rb"""\*\ (\d{1,10})\ FETCH\ \( (?: (?:
      UID\ (\d{1,10})
    | FLAGS\ \(([^()"{}\[\]\r\n]*)\)
    | INTERNALDATE\ "([^"\\\r\n]*)"
    | MODSEQ\ \((\d{1,18})\)
    | THREADID\ (\([A-Za-z0-9_-]{1,255}\)|NIL)
    | X-GM-THRID\ (\d{1,20})
    | X-GM-LABELS\ \(((?: [^(){}\[\]"\r\n] | "(?:[^(){}\[\]"\\\r\n]|\\[^\r\n])*" )*)\)
    )\ )+ BODY\[""",
    re.VERBOSE,
)
_SIZE = re.compile(rb"\](?:<\d+>)? \{(\d{1,6})\}\r\n")
_END = b")\r\n"
_SHORT = 1 << 14
"""A response that is longer is not waited for here: each piece that comes is put to what came before."""

_NUMBERED = re.compile(rb"\* (\d{1,10}) FETCH \(UID (\d{1,10})\)\r\n")
_RECENT = frozenset({"\\Recent"})


class Numbers:
    """The sequence number of each message whose UID was told, by UID, and how many were expunged meanwhile."""

    def __init__(self) -> None:
        self.of: dict[Uid, int] = {}
        self.expunged = 0

    def scan(self, octets: bytes, at: int) -> tuple[int, bool]:
        """The lines that tell of nothing but a UID; up to where they go, and whether one is cut."""
        while line := _NUMBERED.match(octets, at):
            self._keep(Uid(int(line[2])), int(line[1]))
            at = line.end()
        return at, _is_cut(octets, at)

    def append(self, response: Parts) -> None:
        """A response of any shape."""
        self.expunged += expunged([response])
        told = fetched_in(response)
        if told:
            self._keep(told.uid, told.number)

    def _keep(self, uid: Uid, number: int) -> None:
        if len(self.of) >= MOST_MESSAGES:
            raise Surprise(f"the server listed more than {MOST_MESSAGES} messages", remedy=REPORT)
        self.of[uid] = number


class Told:
    """
    What a server tells of many messages, by UID, and how many were expunged meanwhile.

    A response that can't be read tells nothing: one odd message must not spoil the batch. Nor does one of a message
    that isn't wanted, once any is: a server may tell of others without being asked, for as long as a folder is read.
    """

    def __init__(self) -> None:
        self.of: dict[Uid, Fetched] = {}
        self.expunged = 0
        self._wanted: list[Container[int]] = []

    def want(self, uids: Container[int]) -> None:
        """These are asked for."""
        self._wanted.append(uids)

    def want_no_more(self, uids: Container[int]) -> None:
        """These have been told, as far as they ever will be."""
        self._wanted = [each for each in self._wanted if each != uids]

    def scan(self, octets: bytes, at: int) -> tuple[int, bool]:
        """The responses of the usual shape; up to where they go, and whether one is cut."""
        while head := _HEAD.match(octets, at):
            body = _section(octets, head.end())
            if body is None:
                break
            end = body.stop + len(_END)
            if end > len(octets):
                return at, end - at <= _SHORT
            if not octets.startswith(_END, body.stop) or not self._usual(head, octets[body]):
                break
            at = end
        return at, _is_cut(octets, at)

    def append(self, response: Parts) -> None:
        """A response of any shape."""
        self.expunged += expunged([response])
        try:
            told = fetched_in(response)
        except Surprise:
            return
        if told:
            self._keep(told)

    def between(self, first: Uid, last: Uid) -> dict[Uid, Fetched]:
        """What was told of the messages from one UID to another, UIDs ascending."""
        return {uid: self.of[uid] for uid in sorted(uid for uid in self.of if first <= uid <= last)}

    def forget(self, uids: Iterable[Uid]) -> None:
        """Of these nothing need be kept any longer."""
        for uid in uids:
            self.of.pop(uid, None)

    def _usual(self, head: re.Match[bytes], body: bytes) -> bool:
        """Whether a message was told of by its UID, in words that can be read; what was told is kept."""
        number, uid, flags, date, mod_sequence, thread, gmail_thread, labels = head.groups()
        if uid is None:
            return False
        try:
            told = Fetched(
                uid=Uid(int(uid)),
                number=int(number),
                flags=None if flags is None else _flags(flags),
                internal_date=internal_date(date),
                body=body,
                conversation=_thread(gmail_thread or thread),
                labels=None if labels is None else _words(labels),
                mod_sequence=None if mod_sequence is None else int(mod_sequence),
            )
        except Surprise:
            return False
        self._keep(told)
        return True

    def _keep(self, told: Fetched) -> None:
        if not self._wanted or any(told.uid in uids for uids in self._wanted):
            self.of[told.uid] = together(self.of.get(told.uid), told)


def _is_cut(octets: bytes, at: int) -> bool:
    """Whether what is left is no whole line, and not a long one."""
    return octets.find(b"\n", at) < 0 and len(octets) - at <= _SHORT


def _section(octets: bytes, at: int) -> slice | None:
    """Where a section's literal lies, or will, if it's announced at the end of this line."""
    # The label ends not by a pattern: the names of all fields that were asked for stand in it, a thousand letters.
    end_of_label = octets.find(b"]", at)
    size = _SIZE.match(octets, end_of_label) if end_of_label >= 0 else None
    if size is None or int(size[1]) > LITERAL_BOUND or octets.find(b"\n", at, end_of_label) >= 0:
        return None
    return slice(size.end(), size.end() + int(size[1]))


@lru_cache(maxsize=1024)
def _words(written: bytes) -> frozenset[str]:
    """Labels, or flags: a folder has a few dozen different lists of them."""
    return words_of(values([b"(%b)" % written])[0])


@lru_cache(maxsize=1024)
def _flags(written: bytes) -> frozenset[str]:
    return _words(written) - _RECENT


def _thread(written: bytes | None) -> str:
    thread = (written or b"").strip(b"()").decode("ascii")
    return "" if thread.upper() == "NIL" else thread

"""
What a server tells of folders that aren't open, asked by STATUS, or by a LIST that asks for it (RFC 5819).

Knows the commands and their answers; must not know when these can be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from crickets.domain.mailbox import FolderState, Uid, UidValidity
from crickets.errors import Surprise, Transient
from crickets.mailbox.connection import Connection
from crickets.mailbox.manners import Manners
from crickets.mailbox.wire import Answer, Heard, Parts, Value, number, values

LIST_ALL = b'LIST "" "*"'
_LEAVE = b"UNSELECT"

_MOST_TOGETHER = 100
"""How many commands go out before the first is answered: neither side may wait for the other to read on."""

_STATUS = re.compile(rb"\* STATUS ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unopened:
    """
    All that was answered, and the states among it by the folders' names as the server writes them.

    Whether the folders were `listed` at all, and the one that was open is `left`.
    """

    untagged: list[Parts]
    states: Mapping[bytes, FolderState]
    listed: bool
    left: bool


class States:
    """Asks for all folders and the states of some; `at_once`, by one LIST, while the server is good at that."""

    def __init__(self, connection: Connection, manners: Manners) -> None:
        self._connection = connection
        self._manners = manners
        self._counted = connection.can("CONDSTORE")  # asked for only where the server claims to count changes (Yahoo)
        # Without SPECIAL-USE nobody need tell attributes in a LIST with options, though they're in a plain one.
        self.at_once = connection.can("LIST-STATUS", "SPECIAL-USE")

    def asked(self, names: Iterable[bytes], *, leaving: bool) -> Unopened:
        """What is told in one round trip of all folders, and of those named; whatever is open is left before."""
        questions = self._questions(names)
        first = [_LEAVE] if leaving and self._connection.can("UNSELECT") else []
        untagged = Heard()
        ended = dict(self._ended([*first, *questions], untagged))
        listed = ended[questions[0]].ok
        self.at_once &= listed
        states = _states_told(untagged, counted=self._counted)
        return Unopened(untagged=untagged, states=states, listed=listed, left=any(ended[each].ok for each in first))

    def _questions(self, names: Iterable[bytes]) -> list[bytes]:
        items = b"(MESSAGES UIDNEXT UIDVALIDITY" + (b" HIGHESTMODSEQ)" if self._counted else b")")
        if self.at_once:
            return [LIST_ALL + b" RETURN (SPECIAL-USE STATUS " + items + b")"]
        return [LIST_ALL, *(b"STATUS " + name + b" " + items for name in names)]

    def _ended(self, commands: Sequence[bytes], untagged: Heard) -> Iterator[tuple[bytes, Answer]]:
        """How each ended; one by one of a server that has lost what came before its last answer was out."""
        conversation = self._connection.conversation
        together = 1 if self._manners.one_at_a_time else _MOST_TOGETHER
        for some in (commands[begin : begin + together] for begin in range(0, len(commands), together)):
            asked = conversation.begin_at_once(some, untagged)
            try:
                answers = [conversation.answer_to(each) for each in asked]
            except Transient:
                self._manners.one_at_a_time |= any(each.answer for each in asked)
                raise
            yield from zip(some, answers, strict=True)


def _states_told(untagged: Iterable[Parts], *, counted: bool) -> dict[bytes, FolderState]:
    """The states among the answers; an odd line tells nothing."""
    states: dict[bytes, FolderState] = {}
    for parts in untagged:
        if begin := _STATUS.match(parts[0]):
            with suppress(Surprise):
                match values([parts[0][begin.end() :], *parts[1:]]):
                    case [bytes() as name, list() as told] if (state := _state(told, counted=counted)) is not None:
                        states[name] = state
    return states


def _state(told: list[Value], *, counted: bool) -> FolderState | None:
    """A state, unless what must be known of one is missing; 0 is what is said where there is none."""
    numbers = _numbers(told)
    if "MESSAGES" not in numbers or not numbers.get("UIDVALIDITY"):
        return None
    return FolderState(
        uid_validity=UidValidity(numbers["UIDVALIDITY"]),
        uid_next=Uid(numbers["UIDNEXT"]) if numbers.get("UIDNEXT") else None,
        exists=numbers["MESSAGES"],
        mod_sequence=(numbers.get("HIGHESTMODSEQ") or None) if counted else None,
    )


def _numbers(told: list[Value]) -> Mapping[str, int]:
    pairs = zip(told[::2], told[1::2], strict=False)
    return {
        name.decode("ascii", "replace").upper(): found
        for name, written in pairs
        if isinstance(name, bytes) and isinstance(written, bytes) and (found := number(written)) is not None
    }

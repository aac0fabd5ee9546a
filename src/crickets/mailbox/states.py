"""
What a server tells of folders that aren't open: the answers to STATUS, or to a LIST that asks for it (RFC 5819).

Knows the lines alone; must not know when they can be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from crickets.domain.mailbox import FolderState, Uid, UidValidity
from crickets.errors import Surprise
from crickets.mailbox.wire import Parts, Value, values

_STATUS = re.compile(rb"\* STATUS ", re.IGNORECASE)
_NUMBER = re.compile(rb"\d{1,19}")  # 63 bits at most (RFC 7162 §7)


def items(*, counted: bool) -> bytes:
    """What is asked of each folder; its count of changes only where the server claims to have one (Yahoo)."""
    return b"(MESSAGES UIDNEXT UIDVALIDITY" + (b" HIGHESTMODSEQ)" if counted else b")")


def states_told(untagged: Iterable[Parts], *, counted: bool) -> dict[bytes, FolderState]:
    """The states among the answers, by the folders' names as the server writes them; an odd line tells nothing."""
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
        name.decode("ascii", "replace").upper(): int(number)
        for name, number in pairs
        if isinstance(name, bytes) and isinstance(number, bytes) and _NUMBER.fullmatch(number)
    }

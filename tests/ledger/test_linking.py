"""Threads from ids, whatever order mail is read in."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from crickets.domain.decide import decide
from crickets.domain.mailbox import Uid
from crickets.domain.message import Message
from crickets.domain.threading import keys_of
from crickets.ledger import ledger_in_memory
from tests.builders import NOW, a_folder_read, a_policy, a_reply, a_sent, ago, an_address, an_id, some_evidence

NAMES = st.integers(0, 14).map(lambda n: an_id(str(n)))


@st.composite
def mailboxes(draw: st.DrawFn) -> list[Message]:
    """Mail that names other mail in any way: cycles, itself, what is not there; all of different subjects."""
    ids = draw(st.lists(NAMES, unique=True, max_size=12))
    return [
        a_reply(
            ago(hours=n),
            id=own,
            subject=f"Subject number {n}",
            sender=an_address(f"{n}@client.example"),
            parents=tuple(draw(st.lists(NAMES, unique=True, max_size=3))),
            also_known_as=tuple(draw(st.lists(st.integers(20, 24).map(lambda n: an_id(str(n))), max_size=1))),
            conversation=draw(st.sampled_from(["", "", "", "1", "2"])),
        )
        for n, own in enumerate(ids)
    ]


def threads_of(messages: Sequence[Message], sizes: Sequence[int]) -> set[frozenset[str]]:
    """Which messages are together once all is recorded, in reads of these sizes."""
    with closing(ledger_in_memory()) as ledger:
        ledger.complete("work", NOW)
        left = [(Uid(n), message) for n, message in enumerate(messages, start=1)]
        for size in sizes:
            ledger.record("work", a_folder_read(NOW), left[:size])
            left = left[size:]
        ledger.record("work", a_folder_read(NOW), left)
        return {frozenset(message.id for message in thread.messages) for thread in ledger.threads("work")}


def connected(messages: Sequence[Message]) -> set[frozenset[str]]:
    """The same by the slow and plain way: sets that share a key are one, until none do."""
    sets: list[tuple[set[str], set[str]]] = [({message.id}, set(keys_of(message))) for message in messages]
    for _ in messages:
        merged: list[tuple[set[str], set[str]]] = []
        for ids, keys in sets:
            same = [each for each in merged if each[1] & keys]
            merged = [each for each in merged if not each[1] & keys]
            merged.append((ids.union(*(each[0] for each in same)), keys.union(*(each[1] for each in same))))
        sets = merged
    return {frozenset(ids) for ids, _ in sets}


@settings(max_examples=60)
@given(mailboxes().flatmap(st.permutations), st.lists(st.integers(0, 5), max_size=5))
def test_any_mail_in_any_order(messages: list[Message], sizes: list[int]) -> None:
    """Mail is together that shares keys, directly or over others, however it arrives."""
    assert threads_of(messages, sizes) == connected(messages)


def test_a_cycle_of_references() -> None:
    """It's one thread."""
    ring = [a_reply(ago(hours=n), id=an_id(str(n)), parents=(an_id(str((n + 1) % 50)),)) for n in range(50)]

    assert threads_of(ring, [1] * 50) == {frozenset(message.id for message in ring)}


def test_thousands_in_one_thread() -> None:
    """Each names only the one before, read newest first: one thread still."""
    chain = [a_reply(ago(hours=n), id=an_id(str(n)), parents=(an_id(str(n + 1)),)) for n in range(3000)]

    assert threads_of(chain, [500] * 6) == {frozenset(message.id for message in chain)}


def test_thousands_of_parents() -> None:
    """The first and the newest count, and are kept."""
    parents = tuple(an_id(f"parent-{n}") for n in range(5000))
    hostile = a_reply(NOW, id=an_id("hostile"), parents=parents)
    others = [a_reply(NOW, id=parents[n], subject=str(n)) for n in (0, 2500, -1)]

    together = {parents[0], parents[-1], hostile.id}
    assert threads_of([hostile, *others], []) == {frozenset(together), frozenset({parents[2500]})}


def test_names_after_a_merger() -> None:
    """A thread is called by its first message in the ledger, on every machine alike."""
    with closing(ledger_in_memory()) as ledger:
        for n, name in enumerate(("a", "b"), start=1):
            ledger.record("work", a_folder_read(NOW), [(Uid(n), a_reply(ago(days=n), id=an_id(name)))])
        before = {thread.messages[0].id: thread.id for thread in ledger.threads("work")}
        link = a_reply(NOW, id=an_id("link"), parents=(an_id("b"), an_id("a")))
        ledger.record("work", a_folder_read(NOW), [(Uid(3), replace(link, subject="Both"))])

        assert [thread.id for thread in ledger.threads("work")] == [before[an_id("a")]]


@pytest.mark.parametrize(("parents", "newest_first"), [(1, True), (20, False)])
def test_ten_thousand_in_one_thread(parents: int, *, newest_first: bool) -> None:
    """Ten times the mail takes ten times the work, to keep, to put together and to decide on: nobody's clock counts."""
    few, many = (effort_of(n, parents=parents, newest_first=newest_first) for n in (1_000, 10_000))

    assert many.calls < 12 * few.calls
    assert many.steps < 12 * few.steps


@dataclass(slots=True)
class Effort:
    """What was called in Python, by it and by libraries below it, and what SQLite did, in thousands of its steps."""

    calls: int = 0
    steps: int = 0

    def call(self, _frame: FrameType, event: str, _argument: object) -> None:
        self.calls += event in {"call", "c_call"}

    def step(self) -> None:
        self.steps += 1

    def watch(self, connection: sqlite3.Connection, _record: object) -> None:
        connection.set_progress_handler(self.step, 1_000)


def effort_of(number: int, *, parents: int, newest_first: bool) -> Effort:
    """What it takes to read a thread of so many mails, each naming so many before it, and to decide on it."""
    effort, mails = Effort(), a_long_thread(number, parents)
    mails = mails[::-1] if newest_first else mails
    event.listen(Engine, "connect", effort.watch)
    try:
        with closing(ledger_in_memory()) as ledger:
            effort.steps = 0
            sys.setprofile(effort.call)
            for begin in range(0, number, 500):
                read = [(Uid(begin + n), mail) for n, mail in enumerate(mails[begin : begin + 500], start=1)]
                ledger.record("work", a_folder_read(NOW), read)
            [thread] = ledger.threads("work")
            verdict = decide(thread, a_policy(), some_evidence(), NOW)
    finally:
        sys.setprofile(None)
        event.remove(Engine, "connect", effort.watch)
    assert len(thread.messages) == number
    assert verdict is not None
    return effort


def a_long_thread(number: int, parents: int) -> list[Message]:
    """Anna and Dana write to each other in turn, an hour after the other."""
    ids = [an_id(str(n)) for n in range(number)]
    return [
        (a_sent if n % 2 else a_reply)(ago(hours=number - n), id=ids[n], parents=tuple(ids[max(0, n - parents) : n]))
        for n in range(number)
    ]

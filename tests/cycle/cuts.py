"""The line breaks after a given byte of a session; in the end, what must lie there lies there, once.

Knows the two sessions that write (one lays a draft, one takes it back) and what must be true after either; must not
know who asks, a test or the command (every_byte.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from crickets.domain.thread import DraftState, OrderKind
from crickets.errors import CricketsError
from tests.cycle.moulds import Content, Mould, QuickStage, a_mould, content_of
from tests.cycle.silences import put_silent_threads
from tests.cycle.stage import Stage, days_later
from tests.servers.faults import SOUND, Fault

SIDES = ("client", "server")
"""Who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The line breaks once that side has said so many bytes of the session."""

    side: str
    byte: int

    @property
    def fault(self) -> Fault:
        """The same for the recorder."""
        return Fault(after_client_bytes=self.byte) if self.side == "client" else Fault(after_server_bytes=self.byte)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """
    What came of one cut: whether the session was so long at all, what is wrong in the end, how long it took.

    `known`: another cut had left ledger and mailbox exactly so, and what follows from there had been seen.
    """

    cut: Cut
    reached: bool
    known: bool
    wrong: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """
    A session that is to be cut, and what must come of it.

    `verb` is the command by which it writes; `afterwards` carries on, and tells what is wrong.
    """

    name: str
    ready: Callable[[Stage], object]
    day: float
    verb: str
    afterwards: Callable[[Stage, Content], Iterator[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How many bytes each side says."""

    client: int
    server: int

    def of(self, side: str) -> int:
        """Those of one side."""
        return self.client if side == "client" else self.server


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """
    Cuts a session again and again, each time on a fresh copy of the mailbox.

    What passes make of a mailbox follows from it, the ledger and the clock alone, so of cuts that leave the same
    behind only the first is led on to the end; `seen` is what came of each.
    """

    play: Play
    mould: Mould
    seen: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def cut(self, where: Cut) -> Played:
        """What comes of one cut."""
        begun = time.perf_counter()
        stage = self.mould.copied()
        try:
            _cut_short(self.play, stage, where)
            left = hash(self.mould.trace_of(stage))
            known = left in self.seen
            wrong = (*self._afterwards(left, stage), *stage.broken_rules())
        except Exception as err:  # noqa: BLE001 - whatever it is, it's told with its cut, and the next one has its turn
            known, wrong = False, (f"{type(err).__name__}: {err}",)
        reached, seconds = stage.recorder.struck.is_set(), time.perf_counter() - begun
        return Played(cut=where, reached=reached, known=known, wrong=wrong, seconds=seconds)

    def _afterwards(self, left: int, stage: QuickStage) -> tuple[str, ...]:
        if left not in self.seen:
            self.seen[left] = tuple(self.play.afterwards(stage, self.mould.content))
        return self.seen[left]


def _cut_short(play: Play, stage: Stage, cut: Cut) -> None:
    stage.recorder.fault = cut.fault
    with suppress(CricketsError):
        stage.look(play.day)
    stage.recorder.wait_for_the_server()
    stage.recorder.fault = SOUND


def all_played(play: Play, cuts: Sequence[Cut]) -> tuple[Played, ...]:
    """One cut after the other, on a server of their own."""
    with a_mould(play.ready) as mould:
        cutter = Cutter(play=play, mould=mould)
        return tuple(cutter.cut(where) for where in cuts)


def extent(play: Play, mould: Mould, fault: Fault = SOUND) -> Extent:
    """How long the session is, or how far it comes with that fault."""
    stage = mould.copied()
    stage.recorder.fault = fault
    with suppress(CricketsError):
        stage.look(play.day)
    stage.recorder.wait_for_the_server()
    client, server = stage.recorder.passed_on
    return Extent(client=client, server=server)


def measured(play: Play) -> Extent:
    """How long the session is when nothing disturbs it."""
    with a_mould(play.ready) as mould:
        return extent(play, mould)


# ------------------------------------------------------------------------------------------------- what must come of it


def _one_lies(stage: Stage, before: Content) -> Iterator[str]:
    """One pass may miss it, the next is later than the grace: then the step's draft lies there, once, and no other."""
    for days in (0.005, 0.01):
        stage.look(days)
    after = content_of(stage)
    yield from _drafts_wrong(after, 1)
    yield from _states_wrong(stage, DraftState.LAID)
    yield from _folders_wrong(before, after, without=("Drafts",))


def _none_lies_until_the_snooze_is_over(stage: Stage, before: Content) -> Iterator[str]:
    """It's never taken for thrown away by the owner: once the snooze is over, the same step is laid anew."""
    stage.look(1.01)
    waiting = content_of(stage)
    yield from _drafts_wrong(waiting, 0)
    yield from _states_wrong(stage, DraftState.TAKEN_BACK)
    yield from _folders_wrong(before, waiting, without=("Drafts", "Trash"))
    trashed = [m.raw for m in waiting["Trash"]]  # twice, where the line broke between COPY and EXPUNGE (docs/drafts.md)
    if {*trashed} != {m.raw for m in before["Drafts"]} or len(trashed) > 2:
        yield f"{len(waiting['Trash'])} messages lie in Trash, or others than the draft"
    stage.look(6)
    after = content_of(stage)
    yield from _drafts_wrong(after, 1)
    yield from _states_wrong(stage, DraftState.TAKEN_BACK, DraftState.LAID)
    yield from _folders_wrong(waiting, after, without=("Drafts",))


def _drafts_wrong(content: Content, expected: int) -> Iterator[str]:
    """What its owner sees there: mail programs hide what is marked as deleted, as we may leave it (docs/drafts.md)."""
    drafts = [draft for draft in content["Drafts"] if "\\Deleted" not in draft.flags]
    if len(drafts) != expected:
        yield f"{len(drafts)} drafts lie there, not {expected}"
    yield from (f"a draft has the flags {sorted(d.flags)}" for d in drafts if d.flags != {"\\Draft", "\\Seen"})


def _states_wrong(stage: Stage, *expected: DraftState) -> Iterator[str]:
    """What the ledger knows of the drafts: what it takes for laid and untouched, no later pass lays anew."""
    with stage.application() as app:
        states = [draft.state for thread in app.ledger.threads("work") for draft in thread.drafts]
    if states != [*expected]:
        yield f"the ledger has drafts {[state.value for state in states]}, not {[state.value for state in expected]}"


def _folders_wrong(before: Content, after: Content, *, without: Iterable[str]) -> Iterator[str]:
    names = (before.keys() | after.keys()) - set(without)
    yield from (f"{name} is not what it was" for name in sorted(names) if before.get(name) != after.get(name))


def _one_silence(stage: Stage) -> None:
    """The first follow-up is due."""
    put_silent_threads(stage.box, 1)


def _snoozed_with_a_draft(stage: Stage) -> None:
    """A draft lies there, and the owner has given the order to wait until the fifth day."""
    _one_silence(stage)
    stage.look()
    stage.order(OrderKind.SNOOZE, until=days_later(5).date())


LAYING = Play(
    name="laying",
    ready=_one_silence,
    day=0,
    verb="APPEND",
    afterwards=_one_lies,
)

TAKING_BACK = Play(
    name="taking back",
    ready=_snoozed_with_a_draft,
    day=1,
    verb="UID EXPUNGE",
    afterwards=_none_lies_until_the_snooze_is_over,
)

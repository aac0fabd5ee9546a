"""Passes over many due threads are killed at random moments, until all is laid; then there is one draft a thread.

Knows one mailbox's life and what must be true after it; must not know who asks, a test or the command (kills.py).
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from crickets.domain.thread import DraftState
from tests.cycle.moulds import Content, content_of
from tests.cycle.nursery import Birth, Death, Kill, Nursery, a_nursery
from tests.cycle.silences import put_silent_threads
from tests.cycle.stage import Stage, a_stage
from tests.servers.server import ImapServer

THREADS = 20

PAUSES = (dt.timedelta(seconds=20), dt.timedelta(minutes=15))
"""How long after a kill the next process is started: within the grace for a lost answer, and after it."""

_CALM = dt.timedelta(minutes=15)


@dataclass(slots=True, kw_only=True)
class Life:
    """What happened to one mailbox: where the kills struck, by the last command said, and what is wrong in the end."""

    number: int
    struck: Counter[str] = field(default_factory=Counter)
    in_time: int = 0
    drafts: int = 0
    wrong: tuple[str, ...] = ()

    @property
    def kills(self) -> int:
        """How many passes were killed; those that had ended in time don't count."""
        return self.struck.total()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunt:
    """
    Where the processes come from, their server, and how many seconds a whole pass takes.

    The moments lie anywhere in a pass; with `near_appends`, from when a draft's APPEND begins, within a quarter of
    the time that a draft takes.
    """

    server: ImapServer
    nursery: Nursery
    whole: float
    near_appends: bool = False

    def lives(self, seed: int, kills: int) -> Iterator[Life]:
        """One mailbox after the other, until so many kills have struck."""
        for number in count():
            if kills <= 0:
                return
            life = self.life(number, seed, kills)
            kills -= life.kills
            yield life

    def life(self, number: int, seed: int, kills: int) -> Life:
        """A mailbox whose passes are killed until all drafts lie there, or so many were; then until it's calm."""
        chance, life = Random(f"{seed}.{number}"), Life(number=number)  # noqa: S311 - to be the same again
        with tempfile.TemporaryDirectory() as home, a_stage(self.server, Path(home)) as stage:
            put_silent_threads(stage.box, THREADS)
            before = content_of(stage)
            while life.kills < kills and len(stage.drafts) < THREADS:
                self._hunted(stage, life, chance)
            codes = [self._calm(stage) for _ in range(2)]
            life.drafts = len(stage.drafts)
            life.wrong = (*life.wrong, *_failures(codes), *_wrong(stage, before))
        return life

    def _hunted(self, stage: Stage, life: Life, chance: Random) -> None:
        """One pass, killed at a random moment; it may have ended before."""
        stage.recorder.forget()
        stage.clock.now += chance.choice(PAUSES)
        death = self._born(stage, self._moment(chance))
        if death.killed:
            life.struck[_last_said(stage)] += 1
        else:
            life.in_time += 1
            life.wrong = (*life.wrong, *_failures([death.exit_code]))

    def _moment(self, chance: Random) -> Kill:
        if not self.near_appends:
            return Kill(seconds=chance.uniform(0, self.whole))
        return Kill(append=chance.randint(1, 3), seconds=chance.uniform(0, self.whole / THREADS / 4))

    def _calm(self, stage: Stage) -> int:
        stage.clock.now += _CALM
        return self._born(stage).exit_code

    def _born(self, stage: Stage, kill: Kill | None = None) -> Death:
        death = self.nursery.live(_birth(stage, kill))
        stage.recorder.wait_for_the_server()  # what a process has said before it died is carried out
        return death


@contextmanager
def a_hunt(server: ImapServer, *, near_appends: bool = False) -> Iterator[Hunt]:
    """A nursery, warmed on a mailbox of its own; how long a pass takes is measured on another."""
    with tempfile.TemporaryDirectory() as home, a_stage(server, Path(home)) as stage:
        put_silent_threads(stage.box, 1)
        with a_nursery(_birth(stage)) as nursery:
            yield Hunt(server=server, nursery=nursery, whole=_measured(server, nursery), near_appends=near_appends)


def _measured(server: ImapServer, nursery: Nursery) -> float:
    with tempfile.TemporaryDirectory() as home, a_stage(server, Path(home)) as stage:
        put_silent_threads(stage.box, THREADS)
        return nursery.live(_birth(stage)).seconds


def _birth(stage: Stage, kill: Kill | None = None) -> Birth:
    return Birth(config=stage.config(), environment=stage.environment, now=stage.clock.now, kill=kill)


def _last_said(stage: Stage) -> str:
    """The verb of the last command that the process had said whole."""
    return next((verb for verb, _ in reversed(stage.recorder.commands)), "nothing")


# ------------------------------------------------------------------------------------------------- what must be true


def _wrong(stage: Stage, before: Content) -> Iterator[str]:
    after = content_of(stage)
    answered = Counter(draft.mail.header("In-Reply-To") for draft in after["Drafts"])
    sent = {message.mail.message_id for message in before["Sent"]}
    yield from (f"{count} drafts answer {parent}" for parent, count in answered.items() if count > 1)
    yield from (f"no draft answers {parent}" for parent in sorted(sent - answered.keys()))
    yield from (f"a draft answers {parent}" for parent in sorted(answered.keys() - sent))
    yield from (f"{name} is not what it was" for name in before if name != "Drafts" and before[name] != after[name])
    yield from stage.broken_rules()
    yield from _wrong_in_the_ledger(stage)


def _wrong_in_the_ledger(stage: Stage) -> Iterator[str]:
    [path] = (stage.home / "state").glob("*.sqlite3")
    with closing(sqlite3.connect(path)) as ledger:
        [(found,)] = ledger.execute("PRAGMA integrity_check").fetchall()
    if found != "ok":
        yield f"the ledger is damaged: {found}"
    with stage.application() as app:
        states = Counter(draft.state.value for thread in app.ledger.threads("work") for draft in thread.drafts)
    if states != {DraftState.LAID.value: THREADS}:
        yield f"the ledger has drafts {dict(states)}"


def _failures(codes: list[int]) -> Iterator[str]:
    yield from (f"a pass ended with exit code {code}" for code in codes if code)

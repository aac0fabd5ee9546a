"""
The figures as they are now: what was counted, and what the ledger knows.

The ledger is looked at when somebody asks and something may have changed since; so nobody who doesn't ask pays for it.
"""

from __future__ import annotations

import asyncio
import platform
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from time import monotonic
from typing import TypeVar

from crickets import __version__
from crickets.domain.policy import Policy
from crickets.domain.verdict import Reason, State
from crickets.errors import CricketsError
from crickets.health.figures import AccountFigures, Figures, Numbers
from crickets.service.outcome import Deed
from crickets.service.overview import Overview, overview_of
from crickets.service.patience import Patience
from crickets.service.ports import Clock, Ledger
from crickets.service.tally import Line, Result, Tally
from crickets.service.threads import in_a_thread

_Kind = TypeVar("_Kind", bound=Enum)

_STALE = timedelta(minutes=1)
"""How long what the ledger says is good for, though no pass has ended: a pause may be over, or evidence old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the ledger knows of an account."""

    threads: Numbers
    held: Numbers
    drafts_waiting: int
    your_turn: int
    read_up_to: datetime | None
    problems: frozenset[str]


def standing_of(ledger: Ledger, account: str, policy: Policy, now: datetime) -> Standing:
    """How one account stands; of what rests, only that is looked at which is held or in Drafts."""
    seen = overview_of(ledger, (account,), policy, now, most=0, whole=frozenset({State.HELD}))
    states = Counter(verdict.state for verdict in seen.threads) + Counter(seen.unlisted)
    return Standing(
        threads={state.value: states[state] for state in State},
        held=_held(seen, states[State.HELD]),
        drafts_waiting=sum(v.state is State.DRAFTED or _is_crossed(v.reason.reason) for v in seen.threads),
        your_turn=seen.turns,
        read_up_to=seen.accounts[0].evidence.read_up_to,
        problems=frozenset(seen.problems),
    )


def _held(seen: Overview, number: int) -> Numbers:
    """How many are held for which reason; those that aren't listed were silent too long when the account was new."""
    reasons = Counter(v.reason.reason for v in seen.threads if v.state is State.HELD)
    reasons[Reason.OLDER_THAN_SINCE] += number - reasons.total()
    return {reason.name.lower(): count for reason, count in sorted(reasons.items(), key=lambda e: e[0].name) if count}


def _is_crossed(reason: Reason) -> bool:
    return reason is Reason.ANSWERED_WITH_A_DRAFT


@dataclass(slots=True, kw_only=True)
class Measures:
    """The figures of the accounts of one config."""

    accounts: tuple[str, ...]
    tally: Tally
    ledger: Ledger
    policy: Policy
    clock: Clock
    text_of: Callable[[Figures], bytes]
    _standings: Mapping[str, Standing] = field(default_factory=dict, init=False)
    _seen: tuple[int, float] | None = field(default=None, init=False)
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)
    _patience: Patience = field(init=False)

    def __post_init__(self) -> None:
        self._patience = Patience(account="[health]", event="metrics.failed")

    async def page(self) -> bytes | None:
        """The page, or None where the ledger has never been read yet and can't be; never raises."""
        try:
            async with self._asking:  # who asks at the same time is given the same
                await self._look()
            return self.text_of(self._figures())
        except Exception as error:  # noqa: BLE001 - its boundary: whoever asks for figures is no danger to the mail
            self._patience.after(error)
            return None

    async def _look(self) -> None:
        passes = sum(self.tally.of(account).passes.total() for account in self.accounts)
        if self._seen is not None and self._seen[0] == passes and monotonic() < self._seen[1]:
            return
        try:
            self._standings = await in_a_thread(self._all, name="figures")
        except CricketsError:  # a ledger that can't be read is told of by the passes; what was known is told again
            if self._seen is None:
                raise
        self._seen = passes, monotonic() + _STALE.total_seconds()
        self._patience.renewed()

    def _all(self) -> dict[str, Standing]:
        now = self.clock()
        return {account: standing_of(self.ledger, account, self.policy, now) for account in self.accounts}

    def _figures(self) -> Figures:
        problems: frozenset[str] = frozenset().union(*(each.problems for each in self._standings.values()))
        return Figures(
            as_of=self.clock(),
            version=__version__,
            python=platform.python_version(),
            problems=len(problems),  # what concerns all accounts is a problem of each
            accounts=tuple(self._account(name, standing) for name, standing in self._standings.items()),
        )

    def _account(self, name: str, standing: Standing) -> AccountFigures:
        record, read = self.tally.of(name), standing.read_up_to
        return AccountFigures(
            name=name,
            passes=_all_of(Result, record.passes),
            pass_seconds=record.seconds,
            last_good_at=record.last_good_at,
            evidence_age=None if read is None else self.clock() - read,
            connections=_all_of(Line, record.connections),
            drafts=_all_of(Deed, record.drafts),
            drafts_waiting=standing.drafts_waiting,
            threads=standing.threads,
            held=standing.held,
            your_turn=standing.your_turn,
        )


def _all_of(kinds: type[_Kind], counted: Mapping[_Kind, int]) -> Numbers:
    """Every kind with its number: one that hasn't been counted yet is none, and not unknown."""
    return {str(kind.value).replace(" ", "_"): counted.get(kind, 0) for kind in kinds}

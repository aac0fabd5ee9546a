"""What the owner wants this year, drawn by chance, said twice: to Crickets as its policy, to the model as its terms."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from crickets.domain.calendar import Calendar
from crickets.domain.owner import Owner
from crickets.domain.plans import COLD_PLAN, DEFAULT_PLAN, After, OnWeekday, Plan, Step, Timing, Unit
from crickets.domain.policy import Drafting, OnDelete, Policy, RetireTo, Rule, Tracking
from tests.simulation.almanac import Almanac, Wait
from tests.simulation.dice import Dice
from tests.simulation.model import Terms
from tests.simulation.truth import OTHER, THIS

ZONES = (
    "Europe/Rome",
    "America/New_York",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Pacific/Auckland",
)
TEMPLATES = {
    **{f"{THIS}-{n}": f"This is step {n} of {THIS} plan. What do you think of it?" for n in range(1, 4)},
    **{
        f"{OTHER}-{n}": f"Subject: One more word on {{{{ subject }}}}\n\nThis is step {n} of the {OTHER} plan. Well?"
        for n in range(1, 4)
    },
}
"""Words of the owner's own, by which the witness knows a draft; those of the other plan have a subject of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """One owner's; their zone may change."""

    waits: tuple[Wait, ...]
    others: tuple[Wait, ...]
    ruled: frozenset[str]
    weekdays: frozenset[int]
    days_off: frozenset[dt.date]
    draft_at: dt.time
    cap: int
    stop_on_delete: bool
    to_trash: bool
    at_a_time: int

    @classmethod
    def drawn(cls, dice: Dice, year: int) -> Wishes:
        """Some owner's."""
        first = dt.date(year, 1, 1)
        return cls(
            waits=tuple(_a_wait(dice) for _ in range(dice.number(1, 3))),
            others=tuple(_a_wait(dice) for _ in range(dice.number(1, 3))),
            ruled=frozenset(f"Project {n}" for n in range(1, 8) if dice.chance(0.3)),
            weekdays=frozenset(range(dice.pick((5, 5, 5, 6, 7)))),
            days_off=frozenset(first + dt.timedelta(days=dice.number(0, 400)) for _ in range(dice.number(0, 15))),
            draft_at=dice.pick((dt.time(8, 30), dt.time(0, 0), dt.time(13, 15), dt.time(22, 0))),
            cap=dice.pick((1, 2, 5, 100)),
            stop_on_delete=dice.chance(0.2),
            to_trash=dice.chance(0.8),
            at_a_time=dice.pick((1, 1, 1, 2)),
        )

    def terms(self, zone: str) -> Terms:
        """For the model."""
        almanac = Almanac(zone=ZoneInfo(zone), weekdays=self.weekdays, days_off=self.days_off, draft_at=self.draft_at)
        return Terms(
            waits=self.waits,
            others=self.others,
            ruled=self.ruled,
            almanac=almanac,
            cap=self.cap,
            stop_on_delete=self.stop_on_delete,
            at_a_time=self.at_a_time,
        )

    def policy(self, zone: str) -> Policy:
        """For Crickets."""
        this, other = _steps(THIS, self.waits), _steps(OTHER, self.others)
        rule = Rule(plan=OTHER, subject=re.compile(rf"^(Re: )?({'|'.join(sorted(self.ruled))})$"))
        return Policy(
            owner=Owner(name="Dana Levi", addresses=("dana@studio.example",), zone=ZoneInfo(zone)),
            calendar=Calendar(
                zone=ZoneInfo(zone),
                working_days=self.weekdays,
                holiday=lambda day: "A day off" if day in self.days_off else "",
                draft_at=self.draft_at,
            ),
            tracking=Tracking(max_new_drafts_per_day=self.cap, max_live_drafts_per_client=self.at_a_time),
            drafting=Drafting(
                on_delete=OnDelete.STOP if self.stop_on_delete else OnDelete.SKIP,
                retire_to=RetireTo.TRASH if self.to_trash else RetireTo.NOWHERE,
            ),
            rules=(rule,) if self.ruled else (),
            plans={
                **{name: Plan(name=name, steps=this) for name in (DEFAULT_PLAN, COLD_PLAN)},
                OTHER: Plan(name=OTHER, steps=other),
            },
            edition=zone,
        )


def _steps(plan: str, waits: tuple[Wait, ...]) -> tuple[Step, ...]:
    return tuple(Step(timing=_timing(wait), template=f"{plan}-{n}") for n, wait in enumerate(waits, 1))


def _a_wait(dice: Dice) -> Wait:
    match dice.number(0, 4):
        case 0:
            return Wait(weekday=dice.number(0, 6))
        case 1:
            return Wait(count=dice.number(20, 100), unit="hours")
        case 2:
            return Wait(count=dice.number(2, 8), unit="working days")
        case 3:
            return Wait(count=dice.number(1, 2), unit="weeks")
        case _:
            return Wait(count=dice.number(3, 10), unit="days")


def _timing(wait: Wait) -> Timing:
    return (
        OnWeekday(weekday=wait.weekday) if wait.weekday is not None else After(count=wait.count, unit=Unit(wait.unit))
    )

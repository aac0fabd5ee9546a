"""What Crickets owes a conversation, by the contract's own words and the truth alone: a second, simple opinion.

Lived through from the first event to the last, with nothing of `crickets` in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from tests.simulation.almanac import ONE_DAY, Almanac, Wait
from tests.simulation.truth import OTHER, THIS, Event, What


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the owner has agreed on with Crickets this year; `at_a_time` is how many drafts one client may have."""

    waits: tuple[Wait, ...]
    #: Those of the other plan, and which subjects a rule of the owner's gives to it.
    others: tuple[Wait, ...] = ()
    ruled: frozenset[str] = frozenset()
    almanac: Almanac
    cap: int
    stop_on_delete: bool
    at_a_time: int = 1


@dataclass(slots=True, kw_only=True)
class Owed:
    """Where a conversation stands. `since` is what the next `step` counts from; `anchor` is the mail to follow up."""

    terms: Terms
    anchor: str = ""
    anchor_at: dt.datetime | None = None
    since: dt.datetime | None = None
    step: int = 0
    answered: bool = False
    #: Whether a rule fits the owner's newest mail by hand, and the plan that they ordered.
    ruled: bool = False
    ordered: str = ""
    #: The id of the answer, which an order of the owner's makes the mail to follow up.
    answer: str = ""
    answered_at: dt.datetime | None = None
    #: The answer after which the present count began, and when it came; what came since, an order went on over.
    before: tuple[str, dt.datetime | None] = ("", None)
    stopped: bool = False
    unwanted: bool = False
    snoozed_until: dt.date | None = None
    away_until: dt.date | None = None
    heard_at: dt.datetime | None = None
    #: The step whose draft of ours lies in Drafts, touched or not.
    lies: int | None = None
    lies_by: str = THIS
    #: The number of the event that began the present count: a draft laid before it is none of its steps.
    begun: int = 0
    laid_at: dt.datetime | None = None
    #: The step whose draft was taken back last, and until when it lay there.
    lay: int = 0
    lay_by: str = THIS
    lay_until: dt.datetime | None = None
    #: When the owner's word last began the count anew.
    ordered_at: dt.datetime | None = None

    @property
    def plan(self) -> str:
        """The plan that holds: what the owner ordered, else the rule that fits what they wrote themselves."""
        return self.ordered or (OTHER if self.ruled else THIS)

    @property
    def waits(self) -> tuple[Wait, ...]:
        """Its steps."""
        return self.terms.others if self.plan == OTHER else self.terms.waits

    @property
    def counts_from(self) -> dt.datetime:
        """What the next step counts from, with what was heard of the client elsewhere."""
        assert self.since is not None
        return max(self.since, self.heard_at) if self.heard_at else self.since

    @property
    def due(self) -> dt.date | None:
        """The day of the next step; None at the plan's end."""
        if self.since is None or self.step >= len(self.waits):
            return None
        return self.terms.almanac.due(self.waits[self.step], self.counts_from)

    def why_not(self, now: dt.datetime) -> str:
        """Why no draft is due at this moment; empty if one is."""
        almanac, due = self.terms.almanac, self.due
        today = almanac.day(now)
        if self.since is None or self.answered:
            return "there is no silence"
        if rest := self.why_at_rest(now):
            return rest
        if due is None:
            return "the plan is at its end"
        if today < due:
            return f"it falls due on {due}, not on {today}"
        return "" if almanac.is_open(now) else "it is no hour for drafts"

    def why_at_rest(self, now: dt.datetime) -> str:
        """Why even a draft that lies there has no reason to, though nobody has answered."""
        almanac = self.terms.almanac
        today = almanac.day(now)
        if self.stopped or self.unwanted:
            return "the owner stopped it"
        if self.snoozed_until is not None and today < self.snoozed_until:
            return f"it is snoozed until {self.snoozed_until}"
        if self.away_until is not None and not self._is_back(now):
            return f"the client is away until {self.away_until}"
        return ""

    def _is_back(self, now: dt.datetime) -> bool:
        """Whether the client is back, and has had one working day."""
        almanac = self.terms.almanac
        assert self.away_until is not None
        day = almanac.first_worked(almanac.first_worked(self.away_until) + ONE_DAY)
        wall = now.astimezone(almanac.zone)
        return wall.date() > day or (wall.date() == day and wall.time() >= almanac.draft_at)


def owed(terms: Terms, events: Iterable[Event]) -> Owed:
    """Where a conversation stands after these events."""
    standing, lived = Owed(terms=terms), tuple(events)
    # Its copy may come late, or another device may have kept it: then it only looked as if it had been thrown away.
    sent = {e.draft for e in lived if e.what is What.SENT}
    for event in lived:
        if event.what is not What.THREW or event.draft not in sent:
            _LIVED[event.what](standing, event)
    return standing


def _wrote(owed: Owed, event: Event) -> None:
    """A mail by hand takes the place of the step whose draft lay there by its Date; else it moves the anchor."""
    step = owed.step
    owed.ruled = event.subject.removeprefix("Re: ") in owed.terms.ruled
    if owed.laid_at is not None and owed.laid_at <= event.at and not _overruled(owed, event):
        if owed.lies is not None and owed.lies_by == owed.plan:
            step = owed.lies + 1
        elif owed.lay_until is not None and event.at <= owed.lay_until and owed.lay_by == owed.plan:
            step = owed.lay + 1
    _anchored(owed, event, step)


def _overruled(owed: Owed, event: Event) -> bool:
    """Whether the owner's order came after a mail of theirs, by the mail's Date: the count begins with the order."""
    return owed.ordered_at is not None and event.at < owed.ordered_at


def _sent(owed: Owed, event: Event) -> None:
    """A draft that was sent takes the place of its step, by the plan that holds."""
    counts = event.plan == owed.plan and event.draft > owed.begun and not _overruled(owed, event)
    _anchored(owed, event, event.step + 1 if counts else owed.step)
    owed.lies, owed.unwanted = None, False


def _anchored(owed: Owed, event: Event, step: int) -> None:
    """The owner's newest mail is the one to follow up; the copy of an older one may come late."""
    if _is_older(event, *owed.before):
        return
    late = owed.answered and _is_older(event, owed.answer, owed.answered_at)
    if owed.since is None or (owed.answered and not late) or _answers_first(owed, event):
        step, owed.step, owed.unwanted, owed.lies, owed.begun = 0, 0, False, None, event.number
        owed.before, owed.lay_until = (owed.answer, owed.answered_at), None
        owed.ordered_at = None if owed.answered else owed.ordered_at
        owed.since = None
    owed.step, owed.answered = max(step, owed.step), late
    if owed.anchor_at is None or event.at >= owed.anchor_at or owed.since is None:
        owed.anchor, owed.anchor_at = event.id, event.at
        owed.since = max(event.at, owed.ordered_at or event.at)
    if owed.heard_at is not None and owed.heard_at <= event.at:
        owed.heard_at = None


def _is_older(event: Event, answer: str, answered_at: dt.datetime | None) -> bool:
    """Whether a mail, whose copy came late, was written before an answer."""
    return answered_at is not None and event.at <= answered_at and answer not in event.references


def _answers_first(owed: Owed, event: Event) -> bool:
    """Whether a mail, whose copy came late, was written after an answer, and only then the order came."""
    gone_on_over = owed.answered_at is not None and owed.before[1] != owed.answered_at
    if not gone_on_over or owed.answered or owed.ordered_at is None:
        return False
    return event.at < owed.ordered_at and not _is_older(event, owed.answer, owed.answered_at)


def _answered(owed: Owed, event: Event) -> None:
    """Another address may be a colleague's: by that alone, nobody is back."""
    owed.answered, owed.answer, owed.answered_at = True, event.id, event.at
    owed.away_until = owed.away_until if event.from_elsewhere else None


def _heard(owed: Owed, event: Event) -> None:
    owed.heard_at, owed.away_until = event.at, None


def _away(owed: Owed, event: Event) -> None:
    owed.away_until = event.until


def _laid(owed: Owed, event: Event) -> None:
    """What the owner sent in the seconds between a look and its APPEND was sent, by its Date, beside the draft."""
    owed.lies, owed.lies_by, owed.laid_at = event.step, event.plan, event.at
    if event.plan == owed.plan and not owed.answered and owed.anchor_at is not None and owed.anchor_at >= event.at:
        owed.step = max(owed.step, event.step + 1)


def _took_back(owed: Owed, event: Event) -> None:
    if owed.lies is not None:
        owed.lay, owed.lay_by, owed.lay_until = owed.lies, owed.lies_by, event.at
    owed.lies = None


def _threw(owed: Owed, event: Event) -> None:
    """A step skipped: the next counts from the day the draft was laid."""
    owed.lies = None
    counts = event.plan == owed.plan and event.draft > owed.begun
    if event.step < owed.step or owed.since is None or not counts:
        return
    owed.step = event.step + 1
    owed.since = max(owed.since, event.at)
    owed.unwanted = owed.terms.stop_on_delete


def _stopped(owed: Owed, _event: Event) -> None:
    owed.stopped = True


def _resumed(owed: Owed, event: Event) -> None:
    """
    A new anchor on its day: only later mail counts as an answer to it, and the plan goes on over what came before.

    At its end, it begins anew.
    """
    if owed.answered:
        owed.anchor, owed.anchor_at = owed.answer, owed.answered_at
    if owed.step >= len(owed.waits):
        owed.step = 0
    owed.since, owed.ordered_at, owed.answered = event.at, event.at, False
    owed.stopped = owed.unwanted = False
    owed.snoozed_until = owed.away_until = owed.heard_at = None


def _planned(owed: Owed, event: Event) -> None:
    """The same by the one that holds; another begins with its first step."""
    if event.plan != owed.plan:
        owed.step = 0
    owed.ordered = event.plan
    _resumed(owed, event)


def _snoozed(owed: Owed, event: Event) -> None:
    owed.snoozed_until = event.until


_LIVED = {
    What.WROTE: _wrote,
    What.SENT: _sent,
    What.ANSWERED: _answered,
    What.HEARD: _heard,
    What.AWAY: _away,
    What.LAID: _laid,
    What.TOOK_BACK: _took_back,
    What.THREW: _threw,
    What.STOPPED: _stopped,
    What.RESUMED: _resumed,
    What.SNOOZED: _snoozed,
    What.PLANNED: _planned,
}

"""
The decision: a thread, the owner's policy, the evidence and the present moment give one verdict.

Pure: the same facts give the same verdict, for a pass, for a dry run, for `show`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from crickets.domain.calendar import DayOff
from crickets.domain.case import Case
from crickets.domain.cases import case_of
from crickets.domain.evidence import Evidence
from crickets.domain.message import Address, Message
from crickets.domain.people import asked_before, client_of
from crickets.domain.policy import Policy
from crickets.domain.questions import QUESTIONS
from crickets.domain.reasons import account_of, days_off
from crickets.domain.ruling import Ruling
from crickets.domain.subject import unprefixed
from crickets.domain.thread import Draft, DraftState, Thread
from crickets.domain.turn import waiting_mail
from crickets.domain.verdict import LayDraft, Reason, State, TakeBack, Verdict, why


def decide(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Verdict | None:
    """The verdict on a thread; None for one in which there is nothing to follow up and nothing to answer."""
    case = case_of(thread, policy, evidence, now)
    turn = waiting_mail(thread, policy, evidence, now)
    if case is None:
        return None if turn is None else _never_followed_up(thread, policy, turn)
    return verdict_on(case, turn)


def verdict_on(case: Case, turn: Message | None = None) -> Verdict:
    """The verdict on a case; `turn` is the mail by which its client waits for the owner, if one does."""
    ruling = next(r for question in QUESTIONS if (r := question(case)) is not None)
    left_alone = ruling.state is State.IGNORED or case.thread.stopped_by is not None
    return _verdict(case, ruling, None if left_alone else turn)


def _verdict(case: Case, ruling: Ruling, turn: Message | None) -> Verdict:
    standing, back, off = case.standing, _to_take_back(case, ruling), _passed_over(case, ruling)
    return Verdict(
        thread=case.thread.id,
        account=case.thread.account,
        state=ruling.state,
        reason=ruling.reason,
        why=account_of(case, ruling.state, ruling.reason, passed_over=off, taken_back=back),
        subject=unprefixed(standing.anchor.subject),
        client=case.client,
        plan=case.choice.plan.name,
        step=standing.step,
        planned=case.step,
        wait=standing.wait,
        anchor=standing.anchor,
        silence=None if standing.answer is not None and ruling.state is State.HELD else case.silence,
        due=case.due,
        next_at=ruling.next_at,
        passed_over=off,
        lay=_to_lay(case) if ruling.lay and not back else None,
        take_back=tuple(TakeBack(draft=draft) for draft in back),
        your_turn_since=None if turn is None else turn.received,
    )


def _passed_over(case: Case, ruling: Ruling) -> tuple[DayOff, ...]:
    """The days off in the count of the step and before the next look, where there is still something to count."""
    if case.due is None or ruling.state in {State.IGNORED, State.ANSWERED}:
        return ruling.passed_over
    return _once_each((*case.due.skipped, *ruling.passed_over))


def _once_each(off: tuple[DayOff, ...]) -> tuple[DayOff, ...]:
    """Days off in their order, each once."""
    return tuple(sorted(dict.fromkeys(off), key=lambda each: each.day))


def _to_take_back(case: Case, ruling: Ruling) -> tuple[Draft, ...]:
    """All that lies untouched if the thread has ended or rests; else what is no longer the next step."""
    if not ruling.retire:
        return case.overtaken if ruling.spare else case.unwanted
    return tuple(d for d in case.living if d.state is DraftState.LAID)


def _to_lay(case: Case) -> LayDraft:
    step, standing = case.step, case.standing
    assert step is not None  # nothing else falls due
    return LayDraft(
        plan=case.choice.plan.name,
        step=standing.step,
        template=step.template,
        parent=standing.anchor,
        attempt=_attempts(case),
        promise=case.promised_before,
        lapsed=case.lapsed,
        asked=asked_before(standing.anchor, case.thread.messages, case.policy.owner),
        contact=_moved_to(case),
        demand=case.demand,
    )


def _moved_to(case: Case) -> Address | None:
    """The address from which the client was last heard of, if it's another than the one that is silent."""
    heard = case.heard
    return None if heard is None or case.client is None or heard.sender.key == case.client.key else heard.sender


def _attempts(case: Case) -> int:
    """
    How many drafts were laid before for this very step, in answer to this very mail.

    One that never reached the server is tried again as the same, so that a server that always refuses gets no longer
    a history than one.
    """
    this = (case.choice.plan.name, case.standing.step, case.standing.anchor.id)
    laid = (d for d in case.thread.drafts if d.state is not DraftState.ABANDONED)
    return sum((d.plan, d.step, d.parent) == this for d in laid)


def _never_followed_up(thread: Thread, policy: Policy, turn: Message) -> Verdict:
    """The verdict on a thread that holds only mail to the owner: theirs is the turn, unless they stopped it."""
    day_of, stopped = policy.calendar.day_of, thread.stopped_by
    if stopped is None:
        state, since = State.ANSWERED, turn.received
        reason = why(Reason.YOUR_TURN, who=turn.sender.name or turn.sender.email, day=day_of(turn.received))
    else:
        state, since = State.STOPPED, None
        reason = why(Reason.STOPPED, day=day_of(stopped.at), means=stopped.means)
    return Verdict(
        thread=thread.id,
        account=thread.account,
        state=state,
        reason=reason,
        subject=unprefixed(turn.subject),
        client=client_of(turn, policy.owner),
        your_turn_since=since,
    )


def within_the_cap(
    verdicts: Iterable[Verdict], laid_today: int, cap: int, *, again_at: datetime, passed_over: tuple[DayOff, ...] = ()
) -> Iterator[Verdict]:
    """
    The verdicts, with no more drafts to lay than the day has left; the longest due go first.

    The rest is held until `again_at`, the next opening, with these days off before it. A draft taken back gives no
    room: the cap is on what is laid, so that a day's drafts can be read in one go.
    """
    verdicts = tuple(verdicts)
    due = sorted((v for v in verdicts if v.lay is not None), key=due_at)
    beyond = {v.thread for v in due[max(cap - laid_today, 0) :]}
    return (_held_back(v, cap, again_at, passed_over) if v.thread in beyond else v for v in verdicts)


def due_at(verdict: Verdict) -> datetime:
    """Since when a step has been due: who stands in line goes by that."""
    return verdict.due.at if verdict.due is not None else datetime.max.replace(tzinfo=UTC)


def _held_back(verdict: Verdict, cap: int, again_at: datetime, passed_over: tuple[DayOff, ...]) -> Verdict:
    reason = why(Reason.DAILY_CAP, cap=cap)
    return replace(
        verdict,
        state=State.HELD,
        reason=reason,
        why=(*verdict.why, *days_off(passed_over), reason),
        passed_over=_once_each((*verdict.passed_over, *passed_over)),
        next_at=again_at,
        lay=None,
    )

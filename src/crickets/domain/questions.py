"""
The questions that a decision asks of a thread, each answering with a ruling or passing on.

The order is `QUESTIONS`; the first that has an answer decides, and every way to a draft leads past all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from crickets.domain.calendar import ONE_DAY
from crickets.domain.case import Case
from crickets.domain.late_fee import days_late
from crickets.domain.message import Message, Role
from crickets.domain.money import (
    counts_from_an_invoice,
    has_no_file,
    is_answered_elsewhere,
    is_disputed,
    is_of_another,
    is_paid,
    is_told_elsewhere,
    went_to_two,
)
from crickets.domain.no_answer import (
    has_bounced,
    has_left,
    has_promised,
    is_away,
    is_doubtful,
    is_perhaps_answered,
)
from crickets.domain.people import is_own
from crickets.domain.plans import Do, Due
from crickets.domain.policy import OnDelete
from crickets.domain.ruling import Ruling, who_of
from crickets.domain.signs.graces import APPEND_GRACE
from crickets.domain.thread import RESTARTING, Draft, DraftState, OrderKind
from crickets.domain.turn import waits_from
from crickets.domain.verdict import Reason, State, Why, why


def _is_ignored(case: Case) -> Ruling | None:
    refusal = case.choice.refusal
    return None if refusal is None else Ruling(state=State.IGNORED, reason=refusal)


def _is_paused_by_an_answer(case: Case) -> Ruling | None:
    """
    An answer that nobody need answer ("thanks, received") pauses an invoice's ladder all the same.

    Once the invoice is late that's told, and how it goes on: the thread would wait for nobody. Not where the owner
    stopped it or put it off.
    """
    answer, lead = case.standing.answer, case.lead
    if answer is None or lead is None or not _is_left_hanging(case, answer):
        return None
    late = days_late(lead.debt.due_on, case.now, case.policy.calendar.zone)
    if late <= 0:
        return None
    about = {"who": who_of(answer), "day": case.day(answer.received), "number": lead.number, "thread": case.thread.id}
    where = ", and the answer lies in Junk" if answer.places <= {Role.JUNK} else ""
    late_by = "a day" if late == 1 else f"{late} days"
    reason = why(Reason.PAUSED_BY_AN_ANSWER, **about, where=where, late=late_by)
    return _is_stopped(case) or _is_snoozed(case) or Ruling(state=State.HELD, reason=reason)


def _late_from(case: Case) -> datetime | None:
    """When an answered invoice will be late that nobody waits for any more: that's to be told then."""
    answer, lead, calendar = case.standing.answer, case.lead, case.policy.calendar
    if answer is None or lead is None or not _is_left_hanging(case, answer):
        return None
    at = calendar.beginning(lead.debt.due_on + ONE_DAY)
    return at if case.now < at else None


def _is_left_hanging(case: Case, answer: Message) -> bool:
    """Whether an answer pauses an invoice's ladder, and nothing else tells the owner of it."""
    told = _how_answered(case, answer) is Reason.ANSWERED_WITH_A_DRAFT
    return case.is_about_money and not told and waits_from(case.thread, case.policy, case.evidence, case.now) is None


def _is_answered(case: Case) -> Ruling | None:
    answer = case.standing.answer
    if answer is None:
        return None
    reason = why(_how_answered(case, answer), who=who_of(answer), day=case.day(answer.received))
    return Ruling(state=State.ANSWERED, reason=reason, next_at=_late_from(case))


def _how_answered(case: Case, answer: Message) -> Reason:
    if answer.places <= {Role.JUNK}:
        return Reason.ANSWERED_IN_JUNK
    touched = any(d.state is DraftState.EDITED for d in case.living)
    return Reason.ANSWERED_WITH_A_DRAFT if touched else Reason.ANSWERED


def _expects_no_answer(case: Case) -> Ruling | None:
    """Whether the owner's last mail plainly needs no answer: by its words alone, and overruled by any order."""
    anchor, standing = case.standing.anchor, case.standing
    if anchor.remarks is None or standing.order is not None or standing.promise is not None or case.is_ours(anchor):
        return None
    if case.is_about_money and (case.lead is not None or case.credited is not None):
        return None  # an invoice is to be paid, not answered
    expected = anchor.remarks.expectation
    if expected.answer is not False or not is_own(anchor, case.policy.owner):
        return None
    how = ", ".join(expected.reasons)
    about = {"day": case.day(anchor.sent_at), "how": how, "thread": case.thread.id}
    return Ruling(state=State.IGNORED, reason=why(Reason.EXPECTS_NO_ANSWER, **about))


def _is_stopped(case: Case) -> Ruling | None:
    order = case.thread.stopped_by
    if order is not None:
        return Ruling(state=State.STOPPED, reason=why(Reason.STOPPED, day=case.day(order.at), means=order.means))
    thrown_away = case.standing.thrown_away
    if thrown_away is not None and case.policy.drafting.on_delete is OnDelete.STOP:
        return Ruling(state=State.STOPPED, reason=why(Reason.STOPPED_BY_THROWING_AWAY))
    return None


def _is_snoozed(case: Case) -> Ruling | None:
    order = case.thread.last_order(OrderKind.SNOOZE, *RESTARTING)
    if order is None or order.until is None or case.day(case.now) >= order.until:
        return None
    until = case.policy.calendar.opening(order.until)
    return Ruling(state=State.SNOOZED, reason=why(Reason.SNOOZED, day=order.until, means=order.means), next_at=until)


def _is_paused(case: Case) -> Ruling | None:
    known = None if case.client is None else case.policy.client(case.client)
    if known is None or known.pause_until is None or case.day(case.now) >= known.pause_until:
        return None
    reason = why(Reason.PAUSED, client=known.name, day=known.pause_until)
    return Ruling(state=State.HELD, reason=reason, next_at=case.policy.calendar.opening(known.pause_until))


def _has_a_draft(case: Case) -> Ruling | None:
    draft = next((d for d in case.living if d not in case.unwanted), None)
    if draft is not None:
        state, about = _LIVING[draft.state][0], _about(case, draft)
        return Ruling(state=state, reason=about, retire=False, next_at=_looked_at_again(draft, case))
    # A listing may be older than a taking back; what came back from the trash since has another UID.
    known = (*case.living, *(d for d in case.thread.drafts if d.state is DraftState.TAKEN_BACK))
    ours = {d.place.where for d in known if d.place is not None}
    if any(not d.deleted and d.place.where not in ours for d in case.thread.lying):
        return Ruling(state=State.DRAFTED, reason=why(Reason.OWN_DRAFT_LIES), retire=False)
    return None


_LIVING = {
    DraftState.INTENDED: (State.HELD, Reason.DRAFT_UNSURE),
    DraftState.LAID: (State.DRAFTED, Reason.DRAFT_LIES),
    DraftState.EDITED: (State.DRAFTED, Reason.DRAFT_IS_YOURS),
    DraftState.MISSING: (State.HELD, Reason.DRAFT_MISSING),
    DraftState.RETIRING: (State.HELD, Reason.DRAFT_RETIRING),
}


def _about(case: Case, draft: Draft) -> Why:
    return why(_LIVING[draft.state][1], step=draft.step + 1, plan=draft.plan, day=case.day(draft.laid_at))


def _looked_at_again(draft: Draft, case: Case) -> datetime | None:
    """When a draft may have to be laid anew: an APPEND without an answer is given up, or a notice is out of date."""
    if draft.state is DraftState.LAID:
        return case.outdated_from(draft)
    until = draft.since + APPEND_GRACE
    return until if draft.state is DraftState.INTENDED and until > case.now else None


def _is_at_its_end(case: Case) -> Ruling | None:
    if case.step is not None:
        return None
    return Ruling(state=State.CLOSED, reason=why(Reason.PLAN_AT_ITS_END, plan=case.choice.plan.name))


def _began_before_us(case: Case) -> Ruling | None:
    """Silence already old when the account was first read is listed; plans that run and orders aren't bound by it."""
    first_read, order = case.evidence.first_read_at, case.standing.order
    begun = any(d.laid_at >= case.standing.since for d in case.thread.drafts)
    if first_read is None or begun or case.standing.step > 0 or case.claims:
        return None
    horizon = min(first_read, case.now) - case.policy.tracking.since  # the clock may have been ahead then
    # An order that lay in the mailbox before us may have been carried out long ago, by ourselves with another ledger.
    if case.standing.since >= horizon or (order is not None and (not order.by_mail or order.at >= horizon)):
        return None
    return Ruling(state=State.HELD, reason=why(Reason.OLDER_THAN_SINCE, day=case.day(horizon), thread=case.thread.id))


def _is_not_due(case: Case) -> Ruling | None:
    at = _due_of(case).at
    if case.now >= at:
        return None
    return _is_put_off(case, at) or Ruling(
        state=State.WAITING, reason=why(Reason.NOT_YET, step=case.standing.step + 1, day=case.day(at)), next_at=at
    )


def _is_put_off(case: Case, at: datetime) -> Ruling | None:
    """By the client, who was heard of elsewhere."""
    heard = case.heard
    if heard is None:
        return None
    about = {"who": who_of(heard), "day": case.day(heard.received), "step": case.standing.step + 1, "due": case.day(at)}
    return Ruling(state=State.HELD, reason=why(Reason.HEARD_ELSEWHERE, **about), next_at=at)


def _is_a_task(case: Case) -> Ruling | None:
    step = case.step
    if step is None or step.do is Do.DRAFT:
        return None
    reason = Reason.CALL_DUE if step.do is Do.CALL else Reason.TASK_DUE
    note = f": {step.note}" if step.note else ""
    return Ruling(state=State.TASK, reason=why(reason, day=case.day(_due_of(case).at), note=note))


def _is_in_doubt(case: Case) -> Ruling | None:
    read_up_to = case.evidence.read_up_to
    if not case.evidence.complete or read_up_to is None:
        doubt = next(iter(case.evidence.doubts), "it has not been read through yet")
        return Ruling(state=State.HELD, reason=why(Reason.NOT_FULLY_READ, doubt=doubt))
    if not case.evidence.fresh(case.now):
        return Ruling(state=State.HELD, reason=why(Reason.STALE, day=case.day(read_up_to)))
    return None


def _waits_for_its_hour(case: Case) -> Ruling | None:
    """What was missed is laid at the next opening of a working day, not in the night or on a day off."""
    calendar = case.policy.calendar
    today = case.day(case.now)
    if not calendar.why_off(today) and case.now >= calendar.opening(today):
        return None
    day, off = calendar.next_working(today)
    due = case.day(_due_of(case).at)
    reason = why(Reason.WAITS_FOR_ITS_HOUR, step=case.standing.step + 1, due=due, day=day)
    return Ruling(state=State.WAITING, reason=reason, next_at=calendar.opening(day), passed_over=off)


def _due_of(case: Case) -> Due:
    """When the next step falls due; asked only where there is one."""
    falls = case.due
    assert falls is not None  # the plan's end has been ruled on before, and a step that counts from an invoice
    return falls


def _is_due(case: Case) -> Ruling:
    reason = why(Reason.DUE, step=case.standing.step + 1, day=case.day(_due_of(case).at))
    return Ruling(state=State.WAITING, reason=reason, next_at=_due_of(case).at, lay=True)


QUESTIONS: tuple[Callable[[Case], Ruling | None], ...] = (
    is_of_another,
    _is_ignored,
    _is_paused_by_an_answer,
    _is_answered,
    _is_stopped,
    is_doubtful,
    is_perhaps_answered,
    _expects_no_answer,
    _is_snoozed,
    _is_paused,
    has_bounced,
    has_left,
    is_away,
    has_promised,
    is_paid,
    is_disputed,
    is_answered_elsewhere,
    _has_a_draft,
    _is_at_its_end,
    counts_from_an_invoice,
    went_to_two,
    has_no_file,
    is_told_elsewhere,
    _began_before_us,
    _is_not_due,
    _is_a_task,
    _waits_for_its_hour,
    _is_in_doubt,
    _is_due,
)

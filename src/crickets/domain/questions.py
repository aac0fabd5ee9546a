"""
The questions that a decision asks of a thread, each answering with a ruling or passing on.

The order is `QUESTIONS`; the first that has an answer decides, and every way to a draft leads past all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from crickets.domain.calendar import ONE_DAY, DayOff
from crickets.domain.case import Case
from crickets.domain.dunning import answered_elsewhere, lying_elsewhere
from crickets.domain.ladder import brought_again, led_by
from crickets.domain.message import Message, Role
from crickets.domain.people import is_later, is_own
from crickets.domain.plans import Do, Due
from crickets.domain.policy import OnDelete
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.signs.graces import APPEND_GRACE
from crickets.domain.subject import is_forward
from crickets.domain.thread import RESTARTING, Draft, DraftState, OrderKind, Thread, ThreadId
from crickets.domain.verdict import Reason, State, Why, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """
    What one question answered; `retire` says that an untouched draft has no more reason to lie there.

    `passed_over` are the days off before `next_at`, beside those of the count.
    """

    state: State
    reason: Why
    retire: bool = True
    next_at: datetime | None = None
    passed_over: tuple[DayOff, ...] = ()
    lay: bool = False


def _is_ignored(case: Case) -> Ruling | None:
    refusal = case.choice.refusal
    return None if refusal is None else Ruling(state=State.IGNORED, reason=refusal)


def _is_of_another(case: Case) -> Ruling | None:
    """The owner's last mail went to somebody else than the invoice: nobody can tell whom a notice would go to."""
    standing = case.standing
    begun_anew = standing.order is not None or case.thread.stopped_by is not None
    if not case.of_others or standing.answer is not None or begun_anew or case.client is None:
        return None
    invoice = case.of_others[0]
    about = {"who": case.client.email, "number": invoice.number, "debtor": invoice.debtor, "thread": case.thread.id}
    return Ruling(state=State.HELD, reason=why(Reason.OF_ANOTHER, **about))


def _is_answered(case: Case) -> Ruling | None:
    answer = case.standing.answer
    if answer is None:
        return None
    reason = why(_how_answered(case, answer), who=_who(answer), day=case.day(answer.received))
    return Ruling(state=State.ANSWERED, reason=reason)


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


def _has_bounced(case: Case) -> Ruling | None:
    bounce = next((m for m in case.thread.messages if case.came_back(m) and _is_since(m, case)), None)
    if bounce is None:
        return None
    return Ruling(state=State.HELD, reason=why(Reason.BOUNCED, day=case.day(bounce.received)))


def _is_doubtful(case: Case) -> Ruling | None:
    """A mail that may be an answer is the owner's to look at: nothing is laid, and nothing counted as answered."""
    mail = case.doubtful
    if mail is None:
        return None
    signals = ", ".join(mail.signals)
    about = {"who": _who(mail), "day": case.day(mail.received), "signals": signals, "thread": case.thread.id}
    return Ruling(state=State.HELD, reason=why(Reason.LIKE_A_MACHINE, **about))


def _is_perhaps_answered(case: Case) -> Ruling | None:
    """Somebody of the client's name has replied under this subject: theirs or a namesake's, the owner knows."""
    mail = next((m for m in reversed(case.thread.perhaps) if _is_since(m, case)), None)
    if mail is None:
        return None
    about = {"who": _who(mail), "day": case.day(mail.received), "address": mail.sender.email}
    return Ruling(state=State.HELD, reason=why(Reason.PERHAPS_ANSWERED, **about, thread=case.thread.id))


def _has_left(case: Case) -> Ruling | None:
    notice = case.notice
    if notice is None or notice.remarks is None or not notice.remarks.has_left:
        return None
    instead = _instead(notice) or ": ask whom to write to"
    reason = why(Reason.HAS_LEFT, who=notice.sender.email, day=case.day(notice.received), instead=instead)
    return Ruling(state=State.HELD, reason=reason)


def _instead(notice: Message) -> str:
    """Whom a notice names to write to meanwhile, as the end of a sentence."""
    others = () if notice.remarks is None else notice.remarks.write_instead
    return f", naming {' or '.join(a.email for a in others)} instead" if others else ""


def _is_away(case: Case) -> Ruling | None:
    """The client's absence, and one working day for what waits on their desk."""
    notice, calendar = case.notice, case.policy.calendar
    if notice is None:
        return None
    about = {"who": _who(notice), "instead": _instead(notice)}
    if notice.remarks is None:
        unread = why(Reason.WORDS_UNREAD, day=case.day(notice.received), **about)
        return Ruling(state=State.HELD, reason=unread) if _is_recent(notice, case) else None
    since, until = case.day(notice.received), notice.remarks.away_until
    back, off = calendar.next_working(until or since + _AWAY_FOR)
    day, more = calendar.next_working(back + ONE_DAY)
    at = calendar.opening(day)
    if case.now >= at:
        return None
    kind = Reason.AWAY_FOR_A_WHILE if until is None else Reason.AWAY
    reason = why(kind, since=since, until=until, day=day, **about)
    return Ruling(state=State.HELD, reason=reason, next_at=at, passed_over=(*off, *more))


def _is_recent(notice: Message, case: Case) -> bool:
    """Whether a notice came so late that its words, were they known, could say that its author is still away."""
    return case.now - notice.received <= max(case.policy.tracking.since, _AWAY_FOR)


_AWAY_FOR = timedelta(days=7)
"""How long somebody counts as away who doesn't say until when: a responder answers the same sender once a week."""


def _has_promised(case: Case) -> Ruling | None:
    """A holding reply is an answer until the step falls due that counts from the day it names."""
    promise, falls = case.standing.promise, case.due
    if promise is None or falls is None or case.now >= falls.at:
        return None
    about = {"who": _who(promise), "day": case.day(promise.received), "until": case.promised}
    reason = why(Reason.PROMISED, **about, step=case.standing.step + 1, due=case.day(falls.at))
    return Ruling(state=State.HELD, reason=reason, next_at=falls.at)


def _is_since(message: Message, case: Case) -> bool:
    """Whether a mail came after the anchor, and after the order that began the count anew."""
    order = case.standing.order
    return is_later(message, case.standing.anchor) and (order is None or message.received > order.at)


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
    return why(_LIVING[draft.state][1], step=draft.step + 1, day=case.day(draft.laid_at))


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


def _is_paid(case: Case) -> Ruling | None:
    """Nothing is asked for any more: what lies there would ask for money that has come in."""
    invoices = [each for each in case.thread.invoices if each.number]
    if not case.is_about_money or not invoices or any(each.is_open for each in case.thread.invoices):
        return None
    return Ruling(state=State.CLOSED, reason=why(Reason.PAID, number=" and ".join(each.number for each in invoices)))


def _counts_from_an_invoice(case: Case) -> Ruling | None:
    if case.credited is not None:
        return Ruling(state=State.HELD, reason=credited(case.credited))
    if case.due is not None:
        return None
    unconfirmed = [each for each in case.thread.invoices if not each.is_confirmed and each.is_open]
    guess = next(iter(unconfirmed), None)
    if guess is None:
        return Ruling(
            state=State.HELD, reason=why(Reason.NO_INVOICE, step=case.standing.step + 1, thread=case.thread.id)
        )
    if guess.known_by is KnownBy.OLD_FILE:
        old = {"invoice": _guessed(guess), "number": guess.number, "thread": case.thread.id}
        return Ruling(state=State.HELD, reason=why(Reason.FROM_BEFORE, **old))
    if guess.known_by is KnownBy.ANOTHERS:
        whose = {"invoice": _guessed(guess), "number": guess.number, "thread": case.thread.id}
        return Ruling(state=State.HELD, reason=why(Reason.PERHAPS_ANOTHERS, **whose, how=_whose(guess, case.thread)))
    about = {"guess": _guessed(guess), "thread": case.thread.id, "missing": "".join(_missing(guess)), "paid": ""}
    if guess.number and guess.amount is not None:
        about["paid"] = f"if it's paid, `crickets invoice paid {guess.number}`; "
    return Ruling(state=State.HELD, reason=why(Reason.UNCONFIRMED, **about))


def _whose(invoice: Receivable, thread: Thread) -> str:
    """Why nobody knows whether it's the owner who asks for an invoice's money."""
    passed_on = any(is_forward(mail.subject) for mail in thread.messages if invoice.mail in mail.ids)
    how = ["came along in a mail that you passed on"] if passed_on else []
    if invoice.seller:
        how.append(f"is made out by {invoice.seller} (if that's you, name it as `company` under [me] in the config)")
    return " and ".join(how) or "names nobody as its seller"


def credited(invoice: Receivable) -> Why:
    """Why an invoice isn't asked for that was perhaps credited, and how the owner settles it."""
    note = "" if invoice.doubt is None else invoice.doubt.by
    return why(Reason.CREDITED, note=note, number=invoice.number, thread=invoice.thread)


def _missing(invoice: Receivable) -> Iterator[str]:
    """What a guess can't be confirmed without, as the command asks for it."""
    known = {
        "--number N": invoice.number,
        "--amount SUM": invoice.amount,
        "--currency CODE": invoice.currency,
        "--due DATE": invoice.due_on,
    }
    return (f" {option}" for option, value in known.items() if not value)


def _guessed(invoice: Receivable) -> str:
    """What was read of an invoice that isn't confirmed."""
    total = "" if invoice.amount is None else f"{invoice.amount} {invoice.currency or ''}".strip()
    due = "" if invoice.due_on is None else f"due on {invoice.due_on}"
    return ", ".join(filter(None, (invoice.number, total, due)))


def _is_told_elsewhere(case: Case) -> Ruling | None:
    """Several invoices of one client are asked for in one notice, and one that was sent again where it was first."""
    if not case.claims:
        again = None if case.standing.order is not None else brought_again(case.standing.anchor, case.thread)
        return None if again is None else _told_in(again.thread, again)
    assert case.lead is not None  # where nothing is owed, nothing falls due, and that has been ruled on before
    lies, other = lying_elsewhere(case.lead, case.thread), led_by(case.lead, case.thread)
    if lies is not None:
        return _told_in(lies.thread, case.lead)
    return None if other is None else _told_in(other, case.lead)


def _told_in(thread: ThreadId, invoice: Receivable) -> Ruling:
    return Ruling(state=State.HELD, reason=why(Reason.TOLD_ELSEWHERE, thread=thread, number=invoice.number))


def _went_to_two(case: Case) -> Ruling | None:
    """A copy for somebody's accounts, or two clients' by chance: who owes it is the owner's to say."""
    twin = case.thread.debts.twin
    if twin is None or not case.claims or case.standing.order is not None:
        return None
    about = {"number": twin.number, "debtor": twin.debtor, "other": twin.thread, "thread": case.thread.id}
    return Ruling(state=State.HELD, reason=why(Reason.TWO_DEBTORS, **about, plan=case.choice.plan.name))


def _is_disputed(case: Case) -> Ruling | None:
    """An answer to an invoice pauses its ladder; that the owner has answered it doesn't say that it's still owed."""
    answer = case.dispute
    if answer is None or case.lead is None:
        return None
    about = {"who": _who(answer), "day": case.day(answer.received), "number": case.lead.number}
    return Ruling(state=State.HELD, reason=why(Reason.DISPUTED, **about, thread=case.thread.id))


def _is_answered_elsewhere(case: Case) -> Ruling | None:
    """What a client answers to a notice is said of all that it told of."""
    lead = case.lead if case.is_about_money else None
    found = None if lead is None else answered_elsewhere(lead, case.thread, case.standing.since)
    if lead is None or found is None:
        return None
    asked, answer = found
    about = {"who": _who(answer), "day": case.day(answer.received), "other": asked.thread, "number": lead.number}
    return Ruling(state=State.HELD, reason=why(Reason.ANSWERED_ELSEWHERE, **about, thread=case.thread.id))


def _began_before_us(case: Case) -> Ruling | None:
    """Silence already old when the account was first read is listed; plans that run and orders aren't bound by it."""
    first_read, order = case.evidence.first_read_at, case.standing.order
    begun = any(d.laid_at >= case.standing.since for d in case.thread.drafts)
    if first_read is None or begun or case.standing.step > 0 or case.claims:
        return None
    horizon = min(first_read, case.now) - case.policy.tracking.since  # the clock may have been ahead then
    # An order that lay in the mailbox before us may have been carried out long ago, by ourselves with another ledger.
    if case.standing.since >= horizon or (order is not None and (order.source is None or order.at >= horizon)):
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
    about = {"who": _who(heard), "day": case.day(heard.received), "step": case.standing.step + 1, "due": case.day(at)}
    return Ruling(state=State.HELD, reason=why(Reason.HEARD_ELSEWHERE, **about), next_at=at)


def _who(message: Message) -> str:
    return message.sender.name or message.sender.email


def _is_a_task(case: Case) -> Ruling | None:
    step = case.step
    if step is None or step.do is Do.DRAFT:
        return None
    reason = Reason.CALL_DUE if step.do is Do.CALL else Reason.TASK_DUE
    return Ruling(state=State.TASK, reason=why(reason, day=case.day(_due_of(case).at), note=step.note))


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
    _is_of_another,
    _is_ignored,
    _is_answered,
    _is_stopped,
    _is_doubtful,
    _is_perhaps_answered,
    _expects_no_answer,
    _is_snoozed,
    _is_paused,
    _has_bounced,
    _has_left,
    _is_away,
    _has_promised,
    _is_paid,
    _is_disputed,
    _is_answered_elsewhere,
    _has_a_draft,
    _is_at_its_end,
    _counts_from_an_invoice,
    _went_to_two,
    _is_told_elsewhere,
    _began_before_us,
    _is_not_due,
    _is_a_task,
    _waits_for_its_hour,
    _is_in_doubt,
    _is_due,
)

"""
The account of a decision: everything that led to it, in the order in which it was weighed, for `show`.
"""

from __future__ import annotations

from collections.abc import Iterator

from crickets.domain.attachment import MAIL_OCTETS
from crickets.domain.calendar import DayOff
from crickets.domain.case import Case
from crickets.domain.counting import counted_from
from crickets.domain.ladder import Demand
from crickets.domain.late_fee import LateFee, NotInEuro, RateUnknown
from crickets.domain.message import Kind, Message, Role
from crickets.domain.money import credited, without_file
from crickets.domain.pace import in_days
from crickets.domain.people import answers, is_later, is_own, own_ids
from crickets.domain.plans import Overdue, due
from crickets.domain.receivable import Receivable, ladder_of
from crickets.domain.subaddress import unheard_in
from crickets.domain.thread import Draft, DraftState
from crickets.domain.turn import answered_anew, unanswered_in
from crickets.domain.verdict import Reason, State, Why, why


def account_of(
    case: Case, state: State, reason: Why, *, passed_over: tuple[DayOff, ...], taken_back: tuple[Draft, ...]
) -> tuple[Why, ...]:
    """Every reason that counted, the deciding one last but for what it leads to."""
    return (
        *_choice(case, state),
        *_by_mail(case, state),
        *_too_large(case),
        *_refused(case, reason),
        *_drafts(case),
        *_no_answers(case),
        *_attendance(case),
        *_answered_anew(case),
        *_expected(case, state),
        *_silence(case, state),
        *counted_from(case, state),
        *_owed(case, state),
        *_pace(case, state),
        *days_off(passed_over),
        reason,
        *(_taken_back(draft, case) for draft in taken_back),
    )


def _taken_back(draft: Draft, case: Case) -> Why:
    return why(Reason.OUTDATED if case.is_outdated(draft) else Reason.OVERTAKEN, step=draft.step + 1)


def _choice(case: Case, state: State) -> Iterator[Why]:
    if state is not State.IGNORED:
        yield why(Reason.PLAN_CHOSEN, plan=case.choice.plan.name, by=case.choice.by)


def _by_mail(case: Case, state: State) -> Iterator[Why]:
    """What the owner's own address on the anchor says, or doesn't."""
    anchor, order = case.standing.anchor, case.standing.order
    if order is not None and case.standing.wait is not None and state not in {State.IGNORED, State.ANSWERED}:
        yield why(Reason.TO_WAIT, day=case.day(order.at), means=order.means)
    for address in unheard_in(anchor, case.policy) if is_own(anchor, case.policy.owner) else ():
        yield why(Reason.NO_ORDER, day=case.day(anchor.sent_at), address=address.email)


def _too_large(case: Case) -> Iterator[Why]:
    """The owner's mails in which nobody looked for an invoice, nor knows of one, unless they told of one since."""
    for mail in case.thread.messages:
        if mail.too_large and not mail.refused and not _is_told_since(mail, case):
            about = {"day": case.day(mail.sent_at), "most": MAIL_OCTETS >> 20, "thread": case.thread.id}
            yield why(Reason.TOO_LARGE, **about, sent=mail.sent_at.isoformat())


def _refused(case: Case, reason: Why) -> Iterator[Why]:
    """
    The files of the owner's mails that look like invoices and couldn't be read, unless they told of one since.

    Not of the mail whose files are the reason.
    """
    told = case.standing.anchor if reason.reason is Reason.UNREADABLE else None
    for mail in (mail for mail in case.thread.messages if mail is not told):
        for file in () if _is_told_since(mail, case) else mail.refused:
            about = {"day": case.day(mail.sent_at), "file": file, "thread": case.thread.id}
            yield why(Reason.REFUSED, **about, sent=mail.sent_at.isoformat())


def _is_told_since(mail: Message, case: Case) -> bool:
    """Whether the owner has told of an invoice since a mail."""
    return any(each.is_told and each.noted_at >= mail.sent_at for each in case.thread.invoices)


def _drafts(case: Case) -> Iterator[Why]:
    for draft in case.thread.drafts:
        about = {"step": draft.step + 1, "day": case.day(draft.laid_at)}
        if draft.state is DraftState.LAID and not draft.how:
            yield why(Reason.DRAFT_LIES_UNTOUCHED, **about)
        else:
            how = draft.proof or f"since {case.day(draft.since)}"
            yield why(Reason.DRAFT_WAS, **about, state=draft.state.value, how=how)


def _no_answers(case: Case) -> Iterator[Why]:
    """What came after the anchor and is no answer: automatic mail, and what was never sent."""
    messages, owner = case.thread.messages, case.policy.owner
    counted = own_ids(messages, owner) | {m.id for m in answers(messages, owner)}
    for message in messages:
        if message.kind is Kind.BOUNCE and not case.came_back(message):
            others = ", ".join(message.remarks.bounced) if message.remarks is not None else ""
            yield why(Reason.BOUNCED_FOR_OTHERS, day=case.day(message.received), others=others)
        elif message.id not in counted and _is_automatic(message) and is_later(message, case.standing.anchor):
            yield why(
                Reason.NOT_AN_ANSWER,
                day=case.day(message.received),
                who=message.sender.email,
                kind=_kind(message),
            )


def _attendance(case: Case) -> Iterator[Why]:
    """What the client's calendar answered, where that's the answer."""
    answer = case.standing.answer
    said = None if answer is None or answer.remarks is None else answer.remarks.attendance
    if answer is not None and said is not None:
        yield why(Reason.ATTENDS, who=answer.sender.name or answer.sender.email, attendance=said.value)


def _answered_anew(case: Case) -> Iterator[Why]:
    """The mails that would wait for the owner, had they not turned to their authors under another subject."""
    for mail in unanswered_in(case.thread, case.policy, case.evidence, case.now) if case.thread.begun_anew else ():
        if (own := answered_anew(mail, case.thread)) is not None:
            about = {"day": case.day(own.sent_at), "who": mail.sender.name or mail.sender.email}
            yield why(Reason.ANSWERED_ANEW, **about, subject=own.subject, since=case.day(mail.received))


def _expected(case: Case, state: State) -> Iterator[Why]:
    """Why the owner's mail wants an answer, or that it counts as one that does where its words don't say so."""
    anchor = case.standing.anchor
    said = None if anchor.remarks is None else anchor.remarks.expectation
    if said is None or state in {State.IGNORED, State.ANSWERED}:
        return
    if said.answer:
        yield why(Reason.ASKS, day=case.day(anchor.sent_at), how=", ".join(said.reasons))
    elif said.answer is None and _is_counted_on(case, state):
        yield why(Reason.MAY_ASK, day=case.day(anchor.sent_at), thread=case.thread.id)


def _is_counted_on(case: Case, state: State) -> bool:
    """Whether the silence on the owner's own words counts for the next step, and they haven't ordered it to."""
    is_asked_for = case.standing.order is not None or case.is_about_money or case.is_ours(case.standing.anchor)
    return state in {State.WAITING, State.DRAFTED, State.TASK} and not is_asked_for


def _is_automatic(message: Message) -> bool:
    return message.kind not in {Kind.PERSON, Kind.CALENDAR} and message.places != {Role.DRAFTS}


def _kind(message: Message) -> str:
    return f"{message.kind.value} ({', '.join(message.signals)})" if message.signals else message.kind.value


def _silence(case: Case, state: State) -> Iterator[Why]:
    if state in {State.IGNORED, State.ANSWERED} or case.standing.answer is not None:
        return
    span = f": {case.silence}" if case.silence.days else ""
    anchor = case.standing.anchor
    if is_own(anchor, case.policy.owner):
        yield why(Reason.SILENT, day=case.day(anchor.sent_at), span=span)
    else:
        yield why(
            Reason.NO_WORD, who=anchor.sender.name or anchor.sender.email, day=case.day(anchor.sent_at), span=span
        )


def _owed(case: Case, state: State) -> Iterator[Why]:
    """The invoices by which the step is counted, and what a notice asks for their delay."""
    if not case.is_about_money or state in {State.IGNORED, State.ANSWERED}:
        return
    for each in ladder_of(case.thread.invoices):
        yield why(Reason.OWED, number=each.number, open=each.open_sum, currency=each.currency, due=each.due_on)
    yield from _owed_elsewhere(case)
    if case.lead is not None:
        yield from (credited(each) for each in case.thread.invoices if each.doubt is not None)
        yield from _without_file(case, case.lead, state)
    if case.demand is not None:
        yield from _fee(case.demand)


def _owed_elsewhere(case: Case) -> Iterator[Why]:
    """The invoices of other threads of which this one's notice tells too."""
    if case.demand is None:
        return
    notice, here = case.demand.notice, {(each.number, each.due_on) for each in case.thread.invoices}
    for each in notice.invoices:
        if (each.number, each.due_on) not in here:
            due = each.due_on
            yield why(Reason.OWED, number=each.number, open=each.outstanding, currency=notice.currency, due=due)


def _without_file(case: Case, lead: Receivable, state: State) -> Iterator[Why]:
    """The invoices of which no file is known: the notice goes without the others; its own, as long as there's time."""
    if case.lacks_file and state is State.WAITING:
        yield without_file(lead)
    others = (each for each in ladder_of(case.thread.invoices) if each != lead and not each.has_file)
    yield from (without_file(each) for each in others if lead.has_file)


def _fee(demand: Demand) -> Iterator[Why]:
    """What a late fee is made of, or why none is asked for where one was to be."""
    notice = demand.notice
    if demand.unknown is not None:
        yield why(Reason.NO_FEE, how=_unknown(demand.unknown))
    elif notice.late_fee:
        how = " and ".join(_parts(notice.fee))
        yield why(Reason.FEE, fee=notice.late_fee, currency=notice.currency, how=how)


def _parts(fee: LateFee) -> Iterator[str]:
    if fee.interest:
        percent = (
            f" at {' and '.join(f'{each.normalize():f}' for each in fee.percents)} % a year" if fee.percents else ""
        )
        since = "the day after each is due" if fee.since is None else fee.since
        yield f"{fee.interest} interest{percent} from {since} on"
    if fee.fixed_sum:
        yield f"a fixed {fee.fixed_sum}"


def _unknown(fee: RateUnknown | NotInEuro) -> str:
    """Why nobody knows a late fee, and what can be done about it."""
    if isinstance(fee, NotInEuro):
        return f"the statutory one is known for euros only, and this is {fee.currency}"
    return (
        f"the reference rate of the half-year from {fee.half_year} on isn't known here: look it up, and set "
        f"invoices.reference_rates = {{ {fee.half_year} = … }}"
    )


def _pace(case: Case, state: State) -> Iterator[Why]:
    """How fast the client has answered so far, what the step waits for therefore, and a warning of slow ones."""
    pace, client = case.thread.pace, case.client
    if pace is None or client is None or state in {State.IGNORED, State.ANSWERED}:
        return
    who = client.name or client.email
    yield why(Reason.PACE, who=who, answers=len(pace.took), half=in_days(pace.median), most=in_days(pace.ninetieth))
    if _is_patient(case):
        yield why(Reason.PATIENT, who=who, step=case.standing.step + 1)
    if pace.slow:
        yield why(Reason.SLOW, who=who)


def _is_patient(case: Case) -> bool:
    """Whether the client's habit puts the step off beyond the day that the plan has for it."""
    step, patience = case.step, case.patience
    if step is None or patience is None or isinstance(step.timing, Overdue):
        return False
    return due(step.timing, case.since, case.policy.calendar).at < case.since + patience


def days_off(passed_over: tuple[DayOff, ...]) -> Iterator[Why]:
    """Each day on which nothing is done, and why."""
    return (why(Reason.DAY_OFF, day=off.day, why=off.why) for off in passed_over)

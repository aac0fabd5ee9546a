"""
The questions about what a thread's client owes: is it owed still, by whom, and may it be asked for here and now?

Each answers with a ruling or passes on; their place among all the others is in `questions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from crickets.domain.case import Case
from crickets.domain.dunning import answered_elsewhere, lying_elsewhere
from crickets.domain.ladder import brought_again, led_by
from crickets.domain.message import Message
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.ruling import Ruling, who_of
from crickets.domain.subject import is_forward
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.verdict import Reason, State, Why, why


def is_of_another(case: Case) -> Ruling | None:
    """The owner's last mail went to somebody else than the invoice: nobody can tell whom a notice would go to."""
    standing = case.standing
    begun_anew = standing.order is not None or case.thread.stopped_by is not None
    if not case.of_others or standing.answer is not None or begun_anew or case.client is None:
        return None
    invoice = case.of_others[0]
    about = {"who": case.client.email, "number": invoice.number, "debtor": invoice.debtor, "thread": case.thread.id}
    return Ruling(state=State.HELD, reason=why(Reason.OF_ANOTHER, **about))


def is_paid(case: Case) -> Ruling | None:
    """Nothing is asked for any more: what lies there would ask for money that has come in."""
    invoices = [each for each in case.thread.invoices if each.number]
    if not case.is_about_money or not invoices or any(each.is_open for each in case.thread.invoices):
        return None
    return Ruling(state=State.CLOSED, reason=why(Reason.PAID, number=" and ".join(each.number for each in invoices)))


def is_disputed(case: Case) -> Ruling | None:
    """An answer to an invoice pauses its ladder; that the owner has answered it doesn't say that it's still owed."""
    answer = case.dispute
    if answer is None or case.lead is None:
        return None
    about = {"who": who_of(answer), "day": case.day(answer.received), "number": case.lead.number}
    return Ruling(state=State.HELD, reason=why(Reason.DISPUTED, **about, thread=case.thread.id))


def is_answered_elsewhere(case: Case) -> Ruling | None:
    """What a client answers to a notice is said of all that it told of."""
    lead = case.lead if case.is_about_money else None
    found = None if lead is None else answered_elsewhere(lead, case.thread, case.standing.since)
    if lead is None or found is None:
        return None
    asked, answer = found
    about = {"who": who_of(answer), "day": case.day(answer.received), "other": asked.thread, "number": lead.number}
    return Ruling(state=State.HELD, reason=why(Reason.ANSWERED_ELSEWHERE, **about, thread=case.thread.id))


def counts_from_an_invoice(case: Case) -> Ruling | None:
    """Whether that step is about an invoice that isn't known, or not to be asked for yet: the owner can say more."""
    if case.credited is not None:
        return Ruling(state=State.HELD, reason=credited(case.credited))
    if case.due is not None:
        return None
    unconfirmed = (each for each in case.thread.invoices if not each.is_confirmed and each.is_open)
    guess = next(unconfirmed, None)
    if guess is None and case.standing.anchor.refused:
        return Ruling(state=State.HELD, reason=_unreadable(case.standing.anchor, case))
    if guess is None:
        unknown = why(Reason.NO_INVOICE, step=case.standing.step + 1, thread=case.thread.id)
        return Ruling(state=State.HELD, reason=unknown)
    return Ruling(state=State.HELD, reason=_why_unconfirmed(guess, case.thread))


def has_no_file(case: Case) -> Ruling | None:
    """
    What asks for money brings its invoice along: until the owner names its file, nothing can be laid.

    It's told a week before the step falls due. What lies there of another plan stays meanwhile, and is listed.
    """
    lead, falls = case.lead, case.due
    if not case.lacks_file or lead is None:
        return None
    spared = next((draft for draft in case.living if draft not in case.overtaken), None)
    if spared is not None:
        about = {"step": spared.step + 1, "plan": spared.plan, "day": case.day(spared.laid_at)}
        reason = why(Reason.DRAFT_BEFORE_A_NOTICE, **about, number=lead.number, thread=lead.thread)
        return Ruling(state=State.DRAFTED, reason=reason, retire=False, spare=True)
    if falls is not None and case.now < falls.at - TIME_TO_NAME_A_FILE:
        return None
    return Ruling(state=State.HELD, reason=without_file(lead), retire=False, spare=True)


TIME_TO_NAME_A_FILE = timedelta(days=7)
"""How long before a notice falls due its owner is told that no file of the invoice is known; sooner, it's no matter."""


def without_file(invoice: Receivable) -> Why:
    """Why an invoice isn't asked for that is otherwise known, and what the owner can do about it."""
    return why(Reason.NO_FILE, number=invoice.number, thread=invoice.thread)


def _unreadable(mail: Message, case: Case) -> Why:
    """Why it isn't known what a mail asks for; of one that is too large, its invoice's file is to be named as well."""
    about = {"day": case.day(mail.sent_at), "files": "; ".join(mail.refused), "thread": case.thread.id}
    return why(Reason.UNREADABLE, **about, file=_ITS_FILE if mail.too_large else "")


_ITS_FILE = " --file …"
"""What is to be said as well of an invoice whose mail is too large to be fetched for a notice."""


def _why_unconfirmed(guess: Receivable, thread: Thread) -> Why:
    about = {"invoice": _guessed(guess), "number": guess.number, "thread": thread.id}
    if guess.known_by is KnownBy.OLD_FILE:
        return why(Reason.FROM_BEFORE, **about)
    if guess.known_by is KnownBy.ANOTHERS:
        return why(Reason.PERHAPS_ANOTHERS, **about, how=_whose(guess, thread))
    can_be_paid = guess.number and guess.amount is not None
    paid = f"if it's paid, `crickets invoice paid {guess.number}`; " if can_be_paid else ""
    unfetched = any(mail.too_large for mail in thread.messages if guess.mail in mail.ids)
    missing = (*_missing(guess), *([_ITS_FILE] if unfetched else []))
    return why(Reason.UNCONFIRMED, **about, missing="".join(missing), paid=paid)


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


def went_to_two(case: Case) -> Ruling | None:
    """A copy for somebody's accounts, or two clients' by chance: who owes it is the owner's to say."""
    twin = case.thread.debts.twin
    if twin is None or not case.claims or case.standing.order is not None:
        return None
    about = {"number": twin.number, "debtor": twin.debtor, "other": twin.thread, "thread": case.thread.id}
    return Ruling(state=State.HELD, reason=why(Reason.TWO_DEBTORS, **about, plan=case.choice.plan.name))


def is_told_elsewhere(case: Case) -> Ruling | None:
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

"""
What a client answered to an invoice or a notice, and the owner answered by hand: is it still to be asked for?

"We see a mistake", "we are looking into it", "it's on its way": no reading of the words is sure enough to ask for the
money as if nothing had been said. Knows what was written and ordered; must not know words.
"""

from __future__ import annotations

from crickets.domain.message import Message
from crickets.domain.owner import Owner
from crickets.domain.people import answers, is_later, own_mail
from crickets.domain.receivable import Receivable
from crickets.domain.standing import pays_by, puts_off, restarting_order
from crickets.domain.thread import DraftState, Thread


def dispute_of(invoice: Receivable, thread: Thread, owner: Owner) -> Message | None:
    """
    The answer to an invoice, or to the last notice about it, for which the owner has yet to say how to go on.

    They have said so by an order, by money that came in, by telling of the invoice once more, or by sending it again. A
    mere promise says itself how to go on.
    """
    asking = _last_asking(invoice, thread, owner)
    answer = None if asking is None else answer_to(asking, thread, owner)
    again = thread.debts.sent_again
    if answer is None or is_settled(invoice, answer) or (again is not None and again > answer.received):
        return None
    return answer


def money_promised(invoice: Receivable, thread: Thread, owner: Owner) -> Message | None:
    """
    The newest answer to an invoice, or to the last notice about it, if it promises to pay by a day.

    A word of thanks for that takes nothing from it; an order of the owner's does.
    """
    asking = _last_asking(invoice, thread, owner)
    newest = None if asking is None else newest_answer_to(asking, thread, owner)
    return None if newest is None or pays_by(newest, thread) is None else newest


def is_answered(invoice: Receivable, thread: Thread, owner: Owner) -> bool:
    """
    Whether its client has answered an invoice, or the last notice about it, at all.

    By more than that an answer will follow. What the owner ordered or told since takes nothing from it: their words
    after it are about that invoice still.
    """
    asking = _last_asking(invoice, thread, owner)
    since = (a for a in answers(thread.messages, owner) if asking is not None and is_later(a, asking))
    return any(pays_by(each, thread) is not None or not puts_off(each, thread) for each in since)


def answer_to(mail: Message, thread: Thread, owner: Owner) -> Message | None:
    """The newest answer to a mail, if it's more than a promise, and no order was given since."""
    newest = newest_answer_to(mail, thread, owner)
    return None if newest is None or puts_off(newest, thread) else newest


def newest_answer_to(mail: Message, thread: Thread, owner: Owner) -> Message | None:
    """The newest answer to a mail, unless an order was given since."""
    newest = next((a for a in reversed(answers(thread.messages, owner)) if is_later(a, mail)), None)
    order = restarting_order(thread)
    return None if newest is None or (order is not None and order.at >= newest.received) else newest


def _last_asking(invoice: Receivable, thread: Thread, owner: Owner) -> Message | None:
    """The owner's last mail that brought an invoice along or asks for it."""
    asking = (mail for mail in reversed(own_mail(thread.messages, owner)) if _asks_for(mail, invoice, thread))
    return next(asking, None)


def is_settled(invoice: Receivable, answer: Message) -> bool:
    """Whether the owner has said since an answer what is open of an invoice."""
    said = (*(receipt.at for receipt in invoice.receipts), *((invoice.noted_at,) if invoice.is_told else ()))
    return any(at > answer.received for at in said)


def _asks_for(mail: Message, invoice: Receivable, thread: Thread) -> bool:
    """Whether a mail brought an invoice along, be it once more, or was a notice of ours about one of its number."""
    if invoice.is_in(mail):
        return True
    sent = (d for d in thread.drafts if d.state is DraftState.SENT and {d.id, d.sent_as} & {*mail.ids})
    return any(ask.number == invoice.number for draft in sent for ask in draft.asks)

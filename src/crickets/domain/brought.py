"""
Which invoice the owner's last word in a thread is about, where they haven't said by which plan it goes.

Knows invoices, notices and what mails say; must not know which plan follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from crickets.domain.dispute import is_answered
from crickets.domain.message import Message
from crickets.domain.owner import Owner
from crickets.domain.plans import INVOICE_PLAN
from crickets.domain.receivable import Receivable
from crickets.domain.thread import NEVER_LAY, Draft, Thread


def invoice_brought(thread: Thread, last_word: Message, owner: Owner) -> Receivable | None:
    """
    The invoice that the owner's last word is about: it brought it along, or asks for it in our words.

    Or one that is still waited for by it, whatever it says. Of several, one that is confirmed, the longest due.
    """
    notices = tuple(d for d in thread.drafts if d.plan == INVOICE_PLAN and d.state not in NEVER_LAY)
    asks = any({d.id, d.sent_as} & {*last_word.ids} for d in notices)
    about = (
        invoice
        for invoice in thread.invoices
        if asks or invoice.is_in(last_word) or _is_waited_for(invoice, thread, last_word, owner, notices)
    )
    return min(about, key=lambda each: (not each.is_confirmed, each.due_on or date.max), default=None)


def _is_waited_for(
    invoice: Receivable, thread: Thread, last_word: Message, owner: Owner, notices: Iterable[Draft]
) -> bool:
    """
    Whether the owner's last word leaves an invoice to be paid: they have been reminded of it there before.

    By whatever words since; or that word was one of thanks, or asks for nothing where its client has answered the
    invoice. One that they told of without a mail that brought it is waited for as long as it's open.
    """
    if invoice.mail is None:
        return invoice.is_open
    if not _was_owed(invoice, last_word):
        return False
    if any(draft.laid_at <= last_word.sent_at for draft in notices):
        return True
    expected = _expected(last_word)
    sure = invoice.is_confirmed or invoice.doubt is not None
    return sure and (expected is False or (expected is not True and is_answered(invoice, thread, owner)))


def _was_owed(invoice: Receivable, last_word: Message) -> bool:
    """
    Whether an invoice is open, or all of it came in after that word.

    Not if the word is of something else by then, as an offer is.
    """
    paid_since = any(receipt.at > last_word.sent_at for receipt in invoice.receipts)
    return invoice.is_open or (paid_since and not _goes_on(last_word))


def _goes_on(word: Message) -> bool:
    """Whether a mail is new business: it may want an answer, by named reasons, and doesn't ask for one."""
    said = None if word.remarks is None else word.remarks.expectation
    return said is not None and said.answer is None and bool(said.reasons)


def _expected(word: Message) -> bool | None:
    return None if word.remarks is None else word.remarks.expectation.answer

"""
The invoices that the owner's mail brings along: each mail that may hold some is opened once, and what it holds kept.

Knows the ports and the reading; which invoices are asked for is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from crickets.domain.invoice import Invoice, ProposedInvoice
from crickets.domain.late_fee import NOTHING
from crickets.domain.message import Address, Message
from crickets.domain.people import client_of, own_mail
from crickets.domain.policy import Policy
from crickets.domain.receivable import Credit, KnownBy, Receivable, meant_by
from crickets.domain.seller import is_owners
from crickets.domain.subject import is_forward
from crickets.domain.thread import Thread, ThreadId
from crickets.errors import NotNow, Refused, Surprise
from crickets.reading.invoices.enclosed import Brought, Enclosed, enclosed_by_name, enclosed_in
from crickets.service.batches import in_batches
from crickets.service.ports import Ledger, Mailbox, Progress
from crickets.service.whole_mail import TooLarge, short_mails, whole_mail

_TOGETHER = 32
"""How many mails are asked for at once."""

BEFORE = timedelta(days=90)
"""How much further back than silence invoices are looked for: the usual days to pay, and those that one waits then."""


def note_invoices(mailbox: Mailbox, ledger: Ledger, policy: Policy, now: datetime, progress: Progress) -> None:
    """
    Open what the owner has sent since the first reading, and some time before, and keep the invoices in it.

    Of what was sent and fell due before silence is looked for, nobody knows what was paid since: it's only proposed.
    """
    account = mailbox.account
    begun = min(ledger.first_read_at(account) or now, now) - policy.tracking.since
    unopened = ledger.unopened(account, begun - BEFORE)
    promising = (each for each in unopened if _may_bring_some(each, ledger, policy, account))
    with progress.words(account, len(unopened)) as advance:
        for mails in in_batches(promising, _TOGETHER):
            short = short_mails(mailbox, ledger, [message for _, message in mails])
            for name, message in mails:
                enclosed, opened = _opened(mailbox, ledger, message, short.get(message.id), policy)
                thread = ledger.thread(name)
                if enclosed is not None and thread is not None:  # it may have gone meanwhile, by `forget`
                    _note(enclosed, opened, thread, ledger, policy, begun=begun, now=now)
            advance(len(mails))


def _note(
    enclosed: Enclosed,
    message: Message,
    thread: Thread,
    ledger: Ledger,
    policy: Policy,
    *,
    begun: datetime,
    now: datetime,
) -> None:
    """Keep what a mail brings along."""
    brought = _receivables(enclosed, message, thread, policy, now)
    first_day = policy.calendar.day_of(begun)
    found = tuple(each if _is_recent(each, message, begun, first_day) else _from_before(each) for each in brought)
    known = ledger.invoices(thread.account) if enclosed.corrections or enclosed.unsure is not None else ()
    notes = tuple(_notes(enclosed, known, found, message, thread, policy, now))
    opened = replace(message, files=enclosed.files, refused=tuple(map(str, enclosed.missed)))
    ledger.note_opened(thread.account, opened, found, notes)


def _is_recent(invoice: Receivable, message: Message, begun: datetime, first_day: date) -> bool:
    """Whether it went out, or fell due, since silence is looked for: many have a month to be paid in."""
    return message.sent_at >= begun or (invoice.due_on is not None and invoice.due_on >= first_day)


def _from_before(invoice: Receivable) -> Receivable:
    """The same, only proposed: nobody knows what was paid since."""
    return replace(invoice, known_by=KnownBy.OLD_FILE) if invoice.known_by is KnownBy.FILE else invoice


def _may_bring_some(unopened: tuple[ThreadId, Message], ledger: Ledger, policy: Policy, account: str) -> bool:
    """Whether it's the owner's, to others, and no follow-up of ours, which brings along what is known; else noted."""
    name, message = unopened
    thread = ledger.thread(name)
    if thread is None:  # gone just now, by `forget`
        return False
    ours = {i for draft in thread.drafts for i in (draft.id, draft.sent_as)}
    if ours.isdisjoint(message.ids) and any(m.id == message.id for m in own_mail(thread.messages, policy.owner)):
        return True
    ledger.note_opened(account, message)
    return False


def _opened(
    mailbox: Mailbox, ledger: Ledger, message: Message, short: bytes | None, policy: Policy
) -> tuple[Enclosed | None, Message]:
    """
    What a mail brings along, and the mail as it's known then.

    Nothing where the server won't show it, None if it may do so later; of one that's too large what its names say.
    """
    written = policy.calendar.day_of(message.sent_at)
    try:
        raw = short or whole_mail(mailbox, ledger, message.id)
    except TooLarge as large:
        return enclosed_by_name(large.begun, written=written), replace(message, too_large=True)
    except NotNow:
        return None, message
    except (Refused, Surprise):
        return Enclosed(), message
    return None if raw is None else enclosed_in(raw, written=written), message


def _receivables(
    enclosed: Enclosed, message: Message, thread: Thread, policy: Policy, now: datetime
) -> Iterator[Receivable]:
    for brought in enclosed.invoices:
        yield _receivable(brought, message, thread, policy, now)


def _notes(
    enclosed: Enclosed,
    known: Sequence[Receivable],
    found: Sequence[Receivable],
    message: Message,
    thread: Thread,
    policy: Policy,
    now: datetime,
) -> Iterator[Credit]:
    """All that a mail takes off invoices: those `known` before, or `found` in it."""
    debtor = client_of(message, policy.owner)
    at = min(message.sent_at, now)  # what the owner says of an invoice later goes before, seen or not
    sure = frozenset(i.number for i in (*enclosed.credits, *enclosed.corrections) if _is_surely_own(i, message, policy))
    yield from _credits(enclosed, sure, thread, debtor, at)
    yield from _replaced(enclosed, sure, (*known, *found), thread, debtor, at)
    yield from _perhaps_credited(enclosed, known, thread, debtor, policy.calendar.day_of(at), at)


def _is_surely_own(invoice: Invoice, message: Message, policy: Policy) -> bool:
    """Whether it's the owner who asks for the money: not where it was passed on, or names another, or nobody."""
    return not is_forward(message.subject) and is_owners(invoice.seller, policy.owner, message.sender)


def _credits(
    enclosed: Enclosed, sure: Container[str], thread: Thread, debtor: Address | None, at: datetime
) -> Iterator[Credit]:
    """What credit notes take off; of one that isn't surely the owner's nobody knows how much."""
    for note in enclosed.credits:
        for share in note.taken_off:
            amount = share.amount if note.number in sure else NOTHING
            yield replace(_credit(note, share.number, thread, debtor, at), amount=amount)


def _perhaps_credited(
    enclosed: Enclosed, known: Sequence[Receivable], thread: Thread, debtor: Address | None, on: date, at: datetime
) -> Iterator[Credit]:
    """What is perhaps taken off by a credit note on paper: off the invoices that it names, else off all it can mean."""
    note = enclosed.unsure
    if note is None:
        return
    for invoice in meant_by(note.words, known, thread.id, debtor):
        yield Credit(
            number=note.note,
            of=invoice.number,
            amount=NOTHING,
            currency=invoice.currency or "",
            on=on,
            at=at,
            thread=invoice.thread,
            debtor=invoice.debtor,
        )


def _replaced(
    enclosed: Enclosed,
    sure: Container[str],
    known: Sequence[Receivable],
    thread: Thread,
    debtor: Address | None,
    at: datetime,
) -> Iterator[Credit]:
    """What is taken off the invoices whose place corrected ones take: all that is open of them, if that's sure."""
    for new in enclosed.corrections:
        credit = _credit(new, new.replaces, thread, debtor, at)
        old = credit.meant_among(known)
        if old is not None and old.open_sum:
            yield replace(credit, amount=old.open_sum if new.number in sure else NOTHING)


def _credit(document: Invoice, of: str, thread: Thread, debtor: Address | None, at: datetime) -> Credit:
    return Credit(
        number=document.number,
        of=of,
        amount=document.payable,
        currency=document.currency,
        on=document.issued,
        at=at,
        thread=thread.id,
        debtor=debtor,
    )


def _receivable(brought: Brought, message: Message, thread: Thread, policy: Policy, now: datetime) -> Receivable:
    """An invoice as the ledger keeps it; one that names no day is due after the days that are usual."""
    invoice = brought.invoice
    issued = invoice.issued if isinstance(invoice, Invoice) else None
    usual = (issued or policy.calendar.day_of(message.sent_at)) + timedelta(days=policy.invoicing.net_days)
    return Receivable(
        thread=thread.id,
        number=invoice.number or "",
        amount=invoice.payable if isinstance(invoice, Invoice) else invoice.total,
        currency=invoice.currency,
        due_on=invoice.due_by(usual) if isinstance(invoice, Invoice) else invoice.due or usual,
        issued_on=issued,
        known_by=_known_by(invoice, message, policy),
        mail=message.id,
        files=brought.files,
        debtor=client_of(message, policy.owner),
        seller=_seller(invoice, message, policy),
        noted_at=now,
    )


def _known_by(invoice: Invoice | ProposedInvoice, message: Message, policy: Policy) -> KnownBy:
    if not isinstance(invoice, Invoice):
        return KnownBy.GUESS
    return KnownBy.FILE if _is_surely_own(invoice, message, policy) else KnownBy.ANOTHERS


def _seller(invoice: Invoice | ProposedInvoice, message: Message, policy: Policy) -> str:
    """Whom a file names as its seller, where that isn't surely the owner; empty if nobody."""
    if not isinstance(invoice, Invoice) or is_owners(invoice.seller, policy.owner, message.sender):
        return ""
    return str(invoice.seller)

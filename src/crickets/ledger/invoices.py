"""
Invoices to clients, what came in of them, and which mails were opened to look for some.

Knows the tables; what an invoice means for a thread is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from crickets.domain.late_fee import Payment
from crickets.domain.message import Message, MessageId, Role
from crickets.domain.receivable import Credit, KnownBy, Receipt, Receivable, is_same, nearness, reconciled
from crickets.domain.thread import ThreadId
from crickets.ledger.forgotten import is_of_somebody_forgotten
from crickets.ledger.message_rows import LOOKED_INTO, MESSAGE, TOO_LARGE, message_of
from crickets.ledger.names import number_of
from crickets.ledger.packing import Values, among, clean, packed, packed_addresses, unpacked, unpacked_addresses
from crickets.ledger.tables import INVOICES, MESSAGES, RECEIPTS, THREADS

_UNOPENED = (
    select(THREADS.c.name, *MESSAGE)
    .join(THREADS, THREADS.c.n == MESSAGES.c.thread)
    .where(MESSAGES.c.account == bindparam("account"), MESSAGES.c.written_at >= bindparam("since"))
    .where(MESSAGES.c.encloses == 1, MESSAGES.c.opened == 0, MESSAGES.c.places.contains(Role.SENT.value))
    .order_by(MESSAGES.c.written_at)
)
_OPENED = update(MESSAGES).where(MESSAGES.c.account == bindparam("of"), MESSAGES.c.id == bindparam("message"))
_INVOICES = select(INVOICES.c.n, THREADS.c.name, INVOICES).join(THREADS, THREADS.c.n == INVOICES.c.thread)
_OF_THREADS = _INVOICES.where(INVOICES.c.thread.in_(among("threads"))).order_by(INVOICES.c.n)
_OF_ACCOUNT = _INVOICES.where(INVOICES.c.account == bindparam("account")).order_by(INVOICES.c.n)
_OF_NUMBER = _INVOICES.where(INVOICES.c.account == bindparam("account"), INVOICES.c.number == bindparam("number"))
_GUESSES = _INVOICES.where(
    INVOICES.c.account == bindparam("account"),
    INVOICES.c.mail == bindparam("mail"),
    INVOICES.c.known_by == KnownBy.GUESS.value,
    INVOICES.c.number == "",
)
_RECEIPTS = select(RECEIPTS).where(RECEIPTS.c.invoice.in_(among("invoices"))).order_by(RECEIPTS.c.at, RECEIPTS.c.n)


def unopened(connection: Connection, account: int, since: datetime) -> tuple[tuple[ThreadId, Message], ...]:
    """The mails in Sent since a moment that may bring files along and weren't looked into, oldest first, by thread."""
    rows = connection.execute(_UNOPENED, {"account": account, "since": since})
    return tuple((ThreadId(name), message_of(rest)) for name, *rest in rows)


def keep_opened(connection: Connection, account: int, message: Message, found: Iterable[Receivable]) -> None:
    """Write down that a mail was looked into or can't be, which files it brings along, and the invoices among them."""
    this = {"of": account, "message": clean(message.id)}
    opened = TOO_LARGE if message.too_large else LOOKED_INTO
    files, refused = packed(map(clean, message.files)), packed(map(clean, message.refused))
    connection.execute(_OPENED.values(opened=opened, files=files, refused=refused), this)
    for invoice in found:
        if not _is_forgotten(connection, invoice):
            keep_invoice(connection, account, invoice)


def keep_invoice(connection: Connection, account: int, told: Receivable) -> None:
    """
    Write down what is told of an invoice; of one that is known by its number, what holds from now on.

    `LookupError` if who owes it was just forgotten.
    """
    if _is_forgotten(connection, told):
        raise LookupError(f"no thread {told.thread}, or nobody who owes the invoice")
    known = _known(connection, account, told) or _guess_of(connection, account, told)
    if known is None:
        connection.execute(insert(INVOICES).values(account=account, **_values(connection, told)))
        return
    n, before = known
    after = reconciled(before, told)
    if after != before:
        connection.execute(update(INVOICES).where(INVOICES.c.n == n).values(_values(connection, after)))


def _is_forgotten(connection: Connection, told: Receivable) -> bool:
    """Whether who owes it was forgotten since it came to be known, with its thread or out of it."""
    if number_of(connection, told.thread) is None:
        return True
    return told.debtor is not None and is_of_somebody_forgotten(connection, (told.debtor,), told.noted_at)


def keep_receipt(connection: Connection, account: int, invoice: Receivable, receipt: Receipt) -> None:
    """Write down what came in for an invoice; `LookupError` if it isn't known."""
    known = _known(connection, account, invoice)
    if known is None:
        raise LookupError(f"no invoice {invoice.number}")
    connection.execute(insert(RECEIPTS).values(invoice=known[0], **_receipt_values(receipt)))


def forget_receipt(connection: Connection, account: int, invoice: Receivable, receipt: Receipt) -> None:
    """Strike out what the owner said that came in for an invoice; `LookupError` if nothing such is known."""
    known = _known(connection, account, invoice)
    these = [] if known is None else [RECEIPTS.c.invoice == known[0]]
    same = [RECEIPTS.c[name] == value for name, value in _receipt_values(receipt).items()]
    struck = connection.execute(delete(RECEIPTS).where(*these, *same)) if these else None
    if struck is None or not struck.rowcount:
        raise LookupError(f"nothing such came in for invoice {invoice.number}")


def keep_credit(connection: Connection, account: int, credit: Credit) -> None:
    """Write down what a credit note takes off the invoice that it's about, if that's known."""
    of_number = {"account": account, "number": clean(credit.of)}
    here = {"threads": packed((number_of(connection, credit.thread) or 0,))}
    rows = connection.execute(_OF_NUMBER, of_number).all() if credit.of else connection.execute(_OF_THREADS, here).all()
    numbers = {invoice: n for n, invoice in _read(connection, rows)}
    meant = credit.meant_among(tuple(numbers))
    if meant is not None:
        connection.execute(insert(RECEIPTS).values(invoice=numbers[meant], **_receipt_values(credit.receipt)))


def _receipt_values(receipt: Receipt) -> Values:
    payment = receipt.payment
    return {"on": payment.on, "amount": str(payment.amount), "at": receipt.at, "by": clean(receipt.by)}


def words_given(connection: Connection) -> int:
    """How often the owner has told of an invoice, or of money that came in."""
    told = select(func.count()).select_from(INVOICES).where(INVOICES.c.known_by == KnownBy.OWNER.value)
    came_in = select(func.count()).select_from(RECEIPTS).where(RECEIPTS.c.by == "")
    return connection.execute(told).scalar_one() + connection.execute(came_in).scalar_one()


def invoices_in(connection: Connection, threads: Sequence[int]) -> Mapping[ThreadId, tuple[Receivable, ...]]:
    """The invoices of these threads, by their names."""
    found: dict[ThreadId, tuple[Receivable, ...]] = {}
    for _, invoice in _read(connection, connection.execute(_OF_THREADS, {"threads": packed(threads)}).all()):
        found[invoice.thread] = (*found.get(invoice.thread, ()), invoice)
    return found


def invoices_of(connection: Connection, account: int) -> tuple[Receivable, ...]:
    """All invoices of an account, in the order in which they came to be known."""
    rows = connection.execute(_OF_ACCOUNT, {"account": account}).all()
    return tuple(invoice for _, invoice in _read(connection, rows))


def _known(connection: Connection, account: int, told: Receivable) -> tuple[int, Receivable] | None:
    """The invoice that is told of, if it's known: of several with its number, rather that of its own thread and day."""
    if not told.number:
        return None
    rows = connection.execute(_OF_NUMBER, {"account": account, "number": clean(told.number)}).all()
    same = [each for each in _read(connection, rows) if is_same(each[1], told)]
    return min(same, key=lambda each: (*nearness(each[1], told), -each[0]), default=None)


def _guess_of(connection: Connection, account: int, told: Receivable) -> tuple[int, Receivable] | None:
    """What was guessed of the mail that the owner now tells of, its number not among it."""
    if told.known_by is not KnownBy.OWNER or told.mail is None:
        return None
    rows = connection.execute(_GUESSES, {"account": account, "mail": told.mail}).all()
    return next(iter(_read(connection, rows)), None)


def _read(connection: Connection, rows: Sequence[Any]) -> tuple[tuple[int, Receivable], ...]:
    if not rows:
        return ()
    receipts: dict[int, tuple[Receipt, ...]] = {}
    for row in connection.execute(_RECEIPTS, {"invoices": packed(row.n for row in rows)}):
        payment = Payment(on=row.on, amount=Decimal(row.amount))
        receipts[row.invoice] = (*receipts.get(row.invoice, ()), Receipt(payment=payment, at=row.at, by=row.by))
    return tuple((row.n, _invoice(row, receipts.get(row.n, ()))) for row in rows)


def _invoice(row: Any, receipts: tuple[Receipt, ...]) -> Receivable:  # noqa: ANN401 - a row has no type of its own
    return Receivable(
        thread=ThreadId(row.name),
        number=row.number,
        amount=None if row.amount is None else Decimal(row.amount),
        currency=row.currency,
        due_on=row.due_on,
        issued_on=row.issued_on,
        known_by=KnownBy(row.known_by),
        mail=None if row.mail is None else MessageId(row.mail),
        files=unpacked(row.files),
        path=row.path,
        debtor=next(iter(unpacked_addresses(row.debtor)), None),
        seller=row.seller,
        noted_at=row.noted_at,
        receipts=receipts,
    )


def _values(connection: Connection, invoice: Receivable) -> Values:
    """The columns of an invoice, but for its account."""
    thread = number_of(connection, invoice.thread)
    if thread is None:
        raise LookupError(f"no thread {invoice.thread}")
    return {
        "thread": thread,
        "number": clean(invoice.number),
        "amount": None if invoice.amount is None else str(invoice.amount),
        "currency": invoice.currency,
        "due_on": invoice.due_on,
        "issued_on": invoice.issued_on,
        "known_by": invoice.known_by.value,
        "mail": invoice.mail,
        "files": packed(map(clean, invoice.files)),
        "path": clean(invoice.path),
        "debtor": packed_addresses(() if invoice.debtor is None else (invoice.debtor,)),
        "seller": clean(invoice.seller),
        "noted_at": invoice.noted_at,
    }

"""
What an invoice says of itself, and what a mail lets one guess of it.

Knows the words of EN 16931 (BT: its numbered terms) and of FatturaPA as far as a reminder needs them; must not know
files, mails or storage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from crickets.domain.attachment import MAIL_OCTETS
from crickets.domain.seller import UNNAMED, Seller


class InvoiceKind(Enum):
    """What a document of an invoice's form asks for."""

    INVOICE = "invoice"
    """Money for its issuer: also a corrected, partial or prepayment invoice, and a debit note."""
    CREDIT_NOTE = "credit note"
    """Money back to the client: it's never asked for."""
    OTHER = "other"
    """Nothing of the client's: a pro-forma invoice, an Italian self-invoice for the tax office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """A part of the sum (in the invoice's currency) and the day by which it's to be paid, if one is named."""

    amount: Decimal
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a credit note takes off the invoice of a number, the only one there if that's empty; zero is not known."""

    number: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """
    One invoice, as its own file says; nothing here is guessed.

    `payable` is what is left to pay when it's issued (BT-115): prepayments and, in Italy, the tax that the client
    withholds are taken off. `currency` is an ISO 4217 code. `due` is the day by which all of it is to be paid, the
    last instalment's; None where the file names no day, or not for every instalment: then `not_before` is the last
    that it names. `instalments` are in the order of their days where there are several, else none. `refers_to` are the
    numbers of the invoices before it that it names (BT-25), `shares` what it says of each; `is_correction` says that it
    was made out anew in the place of one. `seller` is who asks for the money.
    """

    number: str
    kind: InvoiceKind = InvoiceKind.INVOICE
    payable: Decimal
    currency: str
    issued: date
    due: date | None = None
    not_before: date | None = None
    instalments: tuple[Instalment, ...] = ()
    refers_to: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    is_correction: bool = False
    seller: Seller = UNNAMED

    def due_by(self, usual: date) -> date:
        """The day by which all of it is to be paid, by the `usual` days where it names none: never before one named."""
        return self.due or max(usual, self.not_before or usual)

    @property
    def is_owed(self) -> bool:
        """Whether the client owes money by it: the only documents that a reminder may ever be written for."""
        return self.kind is InvoiceKind.INVOICE and self.payable > 0

    @property
    def gives_back(self) -> bool:
        """Whether it takes something off what the client owes."""
        return self.kind is InvoiceKind.CREDIT_NOTE and self.payable > 0

    @property
    def taken_off(self) -> tuple[Share, ...]:
        """What it takes off each invoice that it names: of several as much as the file says, if that's all of it."""
        if len(self.refers_to) <= 1:
            return (Share(number=next(iter(self.refers_to), ""), amount=self.payable),)
        numbers = [share.number for share in self.shares]
        whole = sum(share.amount for share in self.shares) == self.payable
        if whole and sorted(numbers) == sorted(self.refers_to) and all(share.amount > 0 for share in self.shares):
            return self.shares
        return tuple(Share(number=number, amount=Decimal(0)) for number in self.refers_to)

    @property
    def replaces(self) -> str:
        """The number of the invoice whose place it takes; empty where that isn't another one, or not sure."""
        others = [number for number in self.refers_to if number != self.number]
        return others[0] if self.is_correction and self.is_owed and len(others) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedInvoice:
    """
    An invoice that a mail seems to bring along, guessed from its subject, its file names and its text.

    It's for the owner to confirm: no reminder is written on the ground of it alone. What could be read in two ways is
    None. `currency` may be None beside a sum, as "$" and "kr" are many countries'.
    """

    number: str | None = None
    total: Decimal | None = None
    currency: str | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCredit:
    """
    A credit note, or a corrected invoice, that a mail seems to bring along on paper: what it takes off isn't known.

    `note` is the file's name; `words` are those of subject, file names and text, where it may name invoices.
    """

    note: str
    words: str


class Refusal(Enum):
    """Why a file that looks like an invoice's wasn't read."""

    TOO_LARGE = "it's larger than any invoice"
    MAIL_TOO_LARGE = f"its mail has more than {MAIL_OCTETS >> 20} MB, too much to be looked into"
    TOO_DEEP = "its elements are nested deeper than any invoice's"
    TOO_MANY = "it has more elements, or more attributes, than any invoice"
    TOO_MUCH_WORK = "reading it would take more work than any invoice's"
    DOCTYPE = "it declares a document type, which no invoice may and an attack would"
    NOT_WELL_FORMED = "it's no well-formed XML"
    BROKEN_PDF = "it's no PDF that can be read"
    ENCRYPTED_PDF = "the PDF is encrypted"
    BROKEN_ENVELOPE = "the signed file isn't made as CMS has it (RFC 5652)"
    MISSING = "it lacks what every invoice says"
    BAD_NUMBER = "a number in it is none, or is larger than any invoice's"
    BAD_DATE = "a date in it is no day of the calendar, or isn't of our time"
    BAD_CURRENCY = "its currency is no code of ISO 4217, or there are two"


SURELY_AN_INVOICE = frozenset(
    {
        Refusal.TOO_DEEP,
        Refusal.TOO_MANY,
        Refusal.MISSING,
        Refusal.BAD_NUMBER,
        Refusal.BAD_DATE,
        Refusal.BAD_CURRENCY,
    }
)
"""Why only a file is refused that its first tag shows to be an invoice; any locked PDF may have the other faults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceFile:
    """The invoices that one attachment holds, at least one: a FatturaPA file may hold many."""

    name: str
    invoices: tuple[Invoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """An attachment that looks like an invoice for machines and wasn't read; `where` names what was wrong in it."""

    name: str
    reason: Refusal
    where: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.reason.value}{f' ({self.where})' if self.where else ''}"


def last_due(instalments: Sequence[Instalment]) -> date | None:
    """The day by which all parts are to be paid; None if one of them has no day, or there is none."""
    days = [one.due for one in instalments if one.due is not None]
    return max(days) if days and len(days) == len(instalments) else None

"""
What a whole mail brings along: its files, and the invoices among them.

Knows the MIME tree and the readers of invoices. Must not know servers or storage. Never raises, for any bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from crickets.domain.attachment import Attachment, bears_number, is_page, told_apart
from crickets.domain.invoice import (
    SURELY_AN_INVOICE,
    Invoice,
    InvoiceFile,
    ProposedCredit,
    ProposedInvoice,
    Refusal,
    RefusedFile,
)
from crickets.reading.body.mime import SIZE_LIMIT, Part, parts_of
from crickets.reading.header.fields import fields_of
from crickets.reading.invoices.files import invoice_in
from crickets.reading.invoices.proposals import brings_invoice, called_invoices, proposed_credit, proposed_invoice
from crickets.reading.quotes.letter import letter_of_parts
from crickets.reading.voice.language import language_of

_MOST_FILES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """An invoice, read or guessed, and the names (as in `Enclosed`) of its files: for machines, and for people."""

    invoice: Invoice | ProposedInvoice
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """
    What a mail brings along: the names of its files, the invoices, and what looked like one and wasn't read.

    `files` are told apart (`told_apart`) where two have one name. `credits` are the credit notes for machines. `unsure`
    is one that seems to be there on paper, where nothing for machines is. `missed` are those of the `refused` files by
    which an invoice seems to be missed: any may be no invoice's, if nothing calls it so.
    """

    files: tuple[str, ...] = ()
    invoices: tuple[Brought, ...] = ()
    credits: tuple[Invoice, ...] = ()
    unsure: ProposedCredit | None = None
    refused: tuple[RefusedFile, ...] = ()
    missed: tuple[RefusedFile, ...] = ()

    @property
    def corrections(self) -> tuple[Invoice, ...]:
        """Those of the invoices that say whose place they take."""
        read = (brought.invoice for brought in self.invoices if isinstance(brought.invoice, Invoice))
        return tuple(invoice for invoice in read if invoice.replaces)


def files_of(raw: bytes) -> tuple[Attachment, ...]:
    """The files that a mail brings along, the first 20."""
    return tuple(_file(part) for part in _enclosed(tuple(parts_of(raw))))


def enclosed_in(raw: bytes, *, written: date) -> Enclosed:
    """
    The files that a mail brings along, and the invoices among them that the client owes.

    Only where none can be read exactly, one is guessed at. `written` is the day on which the mail was, in its author's
    zone.
    """
    parts = tuple(parts_of(raw))
    files = tuple(_file(part) for part in _enclosed(parts))
    names = told_apart([file.name for file in files])
    read = [invoice_in(file.name, file.type, file.content) for file in files]
    refused = tuple(each for each in read if isinstance(each, RefusedFile))
    found = {name: each for name, each in zip(names, read, strict=True) if isinstance(each, InvoiceFile)}
    one = len({invoice.number for each in found.values() for invoice in each.invoices}) == 1
    exact = _once(brought for name in found for brought in _owed(found[name], name, names if one else ()))
    brought = exact or _guessed(raw, parts, names, written)
    given_back = {invoice.number: invoice for each in found.values() for invoice in each.invoices if invoice.gives_back}
    return Enclosed(
        files=names,
        invoices=brought,
        credits=tuple(given_back.values()),
        unsure=None if found else _perhaps_credited(raw, parts, names),
        refused=refused,
        missed=tuple(_missed(refused, raw, names, is_read=bool(found))),
    )


def enclosed_by_name(begun: bytes, *, written: date) -> Enclosed:
    """
    What the beginning of a mail that is too large to be looked into tells of its files: their names, and a guess.

    None of them is read, nor named as the invoice's own, as it can't be fetched for a notice either. What the files or
    the subject call an invoice is missed.
    """
    parts = tuple(parts_of(begun))
    names = told_apart([part.file_name for part in _enclosed(parts)])
    called = called_invoices(fields_of(begun).text("subject"), names)
    return Enclosed(
        files=names,
        invoices=tuple(replace(each, files=()) for each in _guessed(begun, parts, names, written)),
        unsure=_perhaps_credited(begun, parts, names),
        missed=tuple(RefusedFile(name=name, reason=Refusal.MAIL_TOO_LARGE) for name in called),
    )


def _missed(
    refused: tuple[RefusedFile, ...], raw: bytes, names: tuple[str, ...], *, is_read: bool
) -> Iterator[RefusedFile]:
    """Refused files that are an invoice's, and where none was read, those of a mail that seems to bring one along."""
    called_so = bool(refused) and not is_read and brings_invoice(fields_of(raw).text("subject"), names)
    return (each for each in refused if called_so or each.reason in SURELY_AN_INVOICE)


def _enclosed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.is_attachment and part.file_name)[:_MOST_FILES]


def _file(part: Part) -> Attachment:
    return Attachment(name=part.file_name, type=part.type, content=part.octets(SIZE_LIMIT))


def _owed(found: InvoiceFile, its_name: str, names: tuple[str, ...]) -> tuple[Brought, ...]:
    """The invoices of a file that ask for money, each with the page for people beside it, where there's but one."""
    pages = list(filter(is_page, names))
    readable = pages if len(pages) == 1 and its_name not in pages and len(found.invoices) == 1 else []
    return tuple(Brought(invoice=each, files=(its_name, *readable)) for each in found.invoices if each.is_owed)


def _once(invoices: Iterable[Brought]) -> tuple[Brought, ...]:
    """Each number once: the same invoice may come as XML and inside a PDF."""
    return tuple({brought.invoice.number: brought for brought in reversed(tuple(invoices))}.values())[::-1]


def _guessed(raw: bytes, parts: tuple[Part, ...], names: tuple[str, ...], written: date) -> tuple[Brought, ...]:
    subject, text = fields_of(raw).text("subject"), letter_of_parts(parts).text
    proposed = proposed_invoice(subject, names, text, language_of(text), written=written)
    if proposed is None:
        return ()
    return (Brought(invoice=proposed, files=_document_of(proposed, names)),)


def _perhaps_credited(raw: bytes, parts: tuple[Part, ...], names: tuple[str, ...]) -> ProposedCredit | None:
    return proposed_credit(fields_of(raw).text("subject"), names, letter_of_parts(parts).text)


def _document_of(proposed: ProposedInvoice, names: tuple[str, ...]) -> tuple[str, ...]:
    """The file that is the invoice's: by its number, or the only page there is, or that is called an invoice."""
    numbered = [name for name in names if bears_number(name, proposed.number or "")]
    pages = list(filter(is_page, names))
    called = [name for name in called_invoices("", names) if name in pages]
    chosen = numbered or called or pages
    return tuple(chosen[:1]) if len(chosen) == 1 else ()

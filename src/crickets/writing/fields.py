"""
What a template may name: the facts of every letter, and those that only a notice about invoices has.

Knows their names and kinds; must not know where they come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import product

VARIABLES = (
    "answer_promised_for",
    "asked_on",
    "client",
    "days",
    "formal",
    "me",
    "payment_promised_for",
    "plural",
    "subject",
)
"""Every fact that any template may name."""

NOTICE_VARIABLES = (
    "deadline",
    "fixed_sum",
    "interest",
    "interest_from",
    "interest_rate",
    "invoice",
    "invoices",
    "last_notice_on",
    "late_fee",
    "received",
    "several",
    "to_pay",
    "total",
)
"""What only a notice about invoices may name besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceFields:
    """
    One invoice in words, each ready to stand in a sentence.

    `outstanding` is empty where nothing was paid yet, `issued_on` where nobody knows the day.
    """

    number: str
    amount: str
    outstanding: str
    issued_on: str
    due_on: str
    days_late: int


INVOICE_FIELDS = tuple(sorted(field.name for field in fields(InvoiceFields)))

Fact = str | int | bool | InvoiceFields | tuple[InvoiceFields, ...]
Facts = Mapping[str, Fact]


def trial_facts(*, notice: bool) -> Iterator[Facts]:
    """Each kind of facts that a template may meet: with and without what may be missing, one invoice and several."""
    for formal, plural, word in product((False, True), (False, True), ("", "Anna")):
        letter: Facts = {
            "answer_promised_for": word and "12 May",
            "asked_on": "1 May",
            "client": word,
            "days": 5,
            "formal": formal,
            "me": "Dana",
            "payment_promised_for": word and "12 May",
            "plural": plural,
            "subject": word,
        }
        yield from ({**letter, **more} for more in _notices()) if notice else (letter,)


_ALL = ("20", "10", "2 May")


def _notices() -> Iterator[dict[str, Fact]]:
    for several, (maybe, part, since) in product((False, True), (("", "", ""), ("20", "", ""), ("20", "10", ""), _ALL)):
        invoice = InvoiceFields(
            number="7", amount="100", outstanding=maybe, issued_on=maybe, due_on="1 May", days_late=30
        )
        yield {
            "deadline": "1 June",
            "fixed_sum": part,
            "interest": maybe,
            "interest_from": since,
            "interest_rate": part and "8%",
            "invoice": invoice,
            "invoices": (invoice, invoice) if several else (invoice,),
            "last_notice_on": part and "1 April",
            "late_fee": maybe,
            "received": part,
            "several": several,
            "to_pay": "120",
            "total": "100",
        }

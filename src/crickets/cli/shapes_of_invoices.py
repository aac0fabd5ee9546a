"""
The JSON of `invoice`: told in docs/json.md.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from crickets.cli.shapes import Json, contact
from crickets.service.accounting import Entry


def entry(each: Entry) -> Json:
    """One invoice; sums are decimals as strings, days ISO 8601, null where nobody knows."""
    invoice = each.invoice
    return {
        "number": invoice.number or None,
        "thread": invoice.thread,
        "account": each.account,
        "contact": contact(each.client),
        "amount": _sum(invoice.amount),
        "paid": _sum(invoice.paid),
        "open": _sum(invoice.open_sum),
        "credit_notes": list(invoice.credit_notes),
        "currency": invoice.currency,
        "issued": _day(invoice.issued_on),
        "due": _day(invoice.due_on),
        "days_late": each.days_late,
        "state": state(each),
        "known_by": invoice.known_by.value,
        "files": [invoice.path] if invoice.path else list(invoice.files),
    }


def state(each: Entry) -> str:
    """Where it stands: unconfirmed, paid, overdue or open."""
    if not each.invoice.is_open:
        return "paid"
    if not each.invoice.is_confirmed:
        return "unconfirmed"
    return "overdue" if each.days_late else "open"


def _sum(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

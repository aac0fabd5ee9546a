"""
A notice about invoices as its template meets it: sums and days in the client's language.

Knows how a notice's values are written; must not know templates.
"""

from __future__ import annotations

from datetime import date, tzinfo
from decimal import Decimal
from functools import partial

from crickets.domain.notice import LateInvoice, Notice
from crickets.writing.dates import full_day
from crickets.writing.fields import Fact, InvoiceFields
from crickets.writing.plain import one_line, shortened
from crickets.writing.sums import percent_of, sum_of

_NUMBER_IN_TEXT = 60


def notice_facts(notice: Notice, language: str, *, zone: tzinfo | None) -> dict[str, Fact]:
    """
    What a notice's template may name (`fields.NOTICE_VARIABLES`): the invoices from the one longest late on.

    `invoice` is the first of them, and the only one unless there are `several`; `received` is what came in of all,
    `total` what is open, `to_pay` that and the late fee; of the fee, `interest` and `fixed_sum` are what it's made of.
    """
    money = partial(sum_of, currency=notice.currency, language=language, zone=zone)
    oldest_first = sorted(notice.invoices, key=lambda late: (late.due_on, late.number))
    invoices = tuple(_invoice_fields(late, notice.currency, language, zone) for late in oldest_first)
    fee = notice.fee
    return {
        "deadline": full_day(notice.deadline, language, zone=zone),
        "fixed_sum": money(fee.fixed_sum) if fee.fixed_sum else "",
        "interest": money(fee.interest) if fee.interest else "",
        "interest_from": full_day(fee.since, language, zone=zone) if fee.since and fee.interest else "",
        "interest_rate": percent_of(fee.percents, language, zone=zone) if fee.interest else "",
        "invoice": invoices[0],
        "invoices": invoices,
        "last_notice_on": full_day(notice.last_on, language, zone=zone) if notice.last_on else "",
        "late_fee": money(notice.late_fee) if notice.late_fee else "",
        "received": money(notice.received) if notice.received else "",
        "several": len(invoices) > 1,
        "to_pay": money(notice.to_pay),
        "total": money(notice.total),
    }


def _invoice_fields(late: LateInvoice, currency: str, language: str, zone: tzinfo | None) -> InvoiceFields:
    def written(amount: Decimal) -> str:
        return sum_of(amount, currency, language, zone=zone)

    def day(on: date) -> str:
        return full_day(on, language, zone=zone)

    return InvoiceFields(
        number=shortened(one_line(late.number), _NUMBER_IN_TEXT),
        amount=written(late.amount),
        outstanding=written(late.outstanding) if late.paid else "",
        issued_on=day(late.issued_on) if late.issued_on else "",
        due_on=day(late.due_on),
        days_late=late.days_late,
    )

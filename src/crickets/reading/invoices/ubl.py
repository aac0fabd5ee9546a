"""
Invoices and credit notes of UBL 2.1 (OASIS): Peppol BIS Billing 3, XRechnung, and all that keep its namespaces.

Knows its elements as far as a reminder needs them; must not know XML.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from crickets.domain.invoice import Instalment, Invoice, InvoiceKind, Refusal, Share
from crickets.domain.seller import UNNAMED, Seller
from crickets.reading.invoices.refused import Refused
from crickets.reading.invoices.terms import all_by, in_order, latest
from crickets.reading.invoices.type_codes import CORRECTED, kind_of
from crickets.reading.invoices.values import (
    currency_in,
    day_in,
    day_or_none,
    days_after,
    number_in,
    numbers_in,
    seller_of,
    sum_in,
)
from crickets.reading.invoices.xml import Element, texts_at

_NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
CREDIT_NOTE = "CreditNote"
ROOTS = ((f"{_NAMESPACE}Invoice-2", "Invoice"), (f"{_NAMESPACE}CreditNote-2", CREDIT_NOTE))

UNREAD = frozenset(
    "UBLExtensions Signature InvoiceLine CreditNoteLine AdditionalDocumentReference AccountingCustomerParty "
    "TaxTotal".split()
)

_DISCOUNTS = ("SettlementDiscountPercent", "SettlementDiscountAmount")


def ubl_invoices(root: Element) -> tuple[Invoice, ...]:
    """The one invoice of a document."""
    issued = day_in(root.said("IssueDate"), "IssueDate")
    payable, currency = _payable(root)
    instalments = in_order(_instalments(root, issued), payable=payable)
    last = latest(_days_named(root)) or latest(_net_day(terms, issued) for terms in root.all("PaymentTerms"))
    due = last if root.said("DueDate") else all_by(last, instalments)
    return (
        Invoice(
            number=number_in(root.said("ID"), "ID"),
            kind=InvoiceKind.CREDIT_NOTE if root.name == CREDIT_NOTE else kind_of(root.said("InvoiceTypeCode")),
            payable=payable,
            currency=currency,
            issued=issued,
            due=due,
            not_before=None if due else last,
            instalments=instalments,
            refers_to=numbers_in(one.text for one in root.all("BillingReference/InvoiceDocumentReference/ID")),
            shares=tuple(_shares(root)),
            is_correction=root.said("InvoiceTypeCode") == CORRECTED,
            seller=_seller(root.first("AccountingSupplierParty/Party")),
        ),
    )


def _seller(party: Element | None) -> Seller:
    """Who sells (BG-4); what its register and its tax office call it, and whoever is asked there, are read too."""
    if party is None:
        return UNNAMED
    names = ("PartyName/Name", "PartyLegalEntity/RegistrationName", "Contact/Name")
    numbers = ("PartyTaxScheme/CompanyID", "PartyLegalEntity/CompanyID")
    return seller_of(*(texts_at(party, paths) for paths in (names, numbers, ("Contact/ElectronicMail", "EndpointID"))))


def _shares(root: Element) -> Iterator[Share]:
    """What the document says of each one before it; only a billing reference's own lines tell a sum."""
    for reference in root.all("BillingReference"):
        amounts = [sum_in(one.text, "BillingReferenceLine") for one in reference.all("BillingReferenceLine/Amount")]
        for number in numbers_in((reference.said("InvoiceDocumentReference/ID"),)):
            if amounts:
                yield Share(number=number, amount=sum(amounts, Decimal(0)))


def _payable(root: Element) -> tuple[Decimal, str]:
    """What is to be paid (BT-115), in the invoice's currency (BT-5)."""
    amount = root.first("LegalMonetaryTotal/PayableAmount")
    if amount is None:
        raise Refused(Refusal.MISSING, "PayableAmount")
    its_own = amount.attributes.get("currencyID", "")
    currency = currency_in(root.said("DocumentCurrencyCode") or its_own, "DocumentCurrencyCode")
    if its_own not in {"", currency}:
        raise Refused(Refusal.BAD_CURRENCY, "PayableAmount")
    return sum_in(amount.text, "PayableAmount"), currency


def _days_named(root: Element) -> Iterator[date | None]:
    """The days by which it's to be paid (BT-9); a credit note has them in its means of payment only."""
    yield day_or_none(root.said("DueDate"), "DueDate")
    for means in root.all("PaymentMeans/PaymentDueDate"):
        yield day_or_none(means.text, "PaymentDueDate")
    for terms in root.all("PaymentTerms"):
        yield _day_of(terms)


def _day_of(terms: Element) -> date | None:
    """The day that payment terms name; one until which there's a discount is none."""
    if any(terms.said(name) for name in _DISCOUNTS):
        return None
    named = terms.said("PaymentDueDate") or terms.said("InstallmentDueDate") or terms.said("SettlementPeriod/EndDate")
    return day_or_none(named, "PaymentTerms")


def _net_day(terms: Element, issued: date) -> date | None:
    """The last day of a period counted in days from its own first, or else from the day of issue."""
    measure = terms.first("SettlementPeriod/DurationMeasure")
    is_net = measure is not None and not any(terms.said(name) for name in _DISCOUNTS)
    if measure is None or not is_net or measure.attributes.get("unitCode") != "DAY":
        return None
    start = day_or_none(terms.said("SettlementPeriod/StartDate"), "StartDate")
    return days_after(start or issued, measure.text, "DurationMeasure")


def _instalments(root: Element, issued: date) -> Iterator[Instalment]:
    for terms in root.all("PaymentTerms"):
        amount = terms.said("Amount")
        if amount:
            yield Instalment(amount=sum_in(amount, "PaymentTerms"), due=_day_of(terms) or _net_day(terms, issued))

"""
Invoices of UN/CEFACT CII: the XML of Factur-X and ZUGFeRD 2 (D16B), of ZUGFeRD 1.0, and XRechnung's.

Knows their elements as far as a reminder needs them; must not know XML or PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crickets.domain.invoice import Instalment, Invoice, Refusal
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Where a version keeps the parts that are read."""

    document: str
    agreement: str
    settlement: str
    sums: str


_NAMES: Mapping[str, _Names] = {
    "CrossIndustryInvoice": _Names(
        document="ExchangedDocument",
        agreement="SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement",
        settlement="SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement",
        sums="SpecifiedTradeSettlementHeaderMonetarySummation",
    ),
    "CrossIndustryDocument": _Names(
        document="HeaderExchangedDocument",
        agreement="SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement",
        settlement="SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement",
        sums="SpecifiedTradeSettlementMonetarySummation",
    ),
}

ROOTS = (
    ("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "CrossIndustryInvoice"),
    ("urn:ferd:CrossIndustryDocument:invoice:1p0", "CrossIndustryDocument"),
)

UNREAD = frozenset(
    "IncludedSupplyChainTradeLineItem BuyerTradeParty AdditionalReferencedDocument ApplicableTradeTax "
    "IncludedNote".split()
)

_FROM_ISSUE = frozenset({"", "5"})
"""Event codes (UNTDID 2475) from which days are counted: the invoice's own day, which is also meant by none."""


def cii_invoices(root: Element) -> tuple[Invoice, ...]:
    """The one invoice of a document."""
    names = _NAMES[root.name]
    document, settlement = (_part(root, path) for path in (names.document, names.settlement))
    issued = day_in(document.said("IssueDateTime/DateTimeString"), "IssueDateTime")
    payable = _payable(settlement, names.sums)
    terms = tuple(settlement.all("SpecifiedTradePaymentTerms"))
    instalments = in_order(_instalments(terms, issued), payable=payable)
    last = latest(_day_of(one, issued) for one in terms)
    due = all_by(last, instalments)
    before = settlement.all("InvoiceReferencedDocument/IssuerAssignedID")
    return (
        Invoice(
            number=number_in(document.said("ID"), "ID"),
            kind=kind_of(document.said("TypeCode")),
            payable=payable,
            currency=currency_in(settlement.said("InvoiceCurrencyCode"), "InvoiceCurrencyCode"),
            issued=issued,
            due=due,
            not_before=None if due else last,
            instalments=instalments,
            refers_to=numbers_in(one.text for one in before),
            is_correction=document.said("TypeCode") == CORRECTED,
            seller=_seller(root.first(f"{names.agreement}/SellerTradeParty")),
        ),
    )


def _part(root: Element, path: str) -> Element:
    """A part without which a document is none."""
    part = root.first(path)
    if part is None:
        raise Refused(Refusal.MISSING, path)
    return part


def _seller(party: Element | None) -> Seller:
    """Who sells (BG-4); what its register and its tax office call it, and whoever is asked there, are read too."""
    if party is None:
        return UNNAMED
    names = ("Name", "SpecifiedLegalOrganization/TradingBusinessName", "DefinedTradeContact/PersonName")
    addresses = ("DefinedTradeContact/EmailURIUniversalCommunication/URIID", "URIUniversalCommunication/URIID")
    numbers = ("SpecifiedTaxRegistration/ID", "SpecifiedLegalOrganization/ID")
    return seller_of(*(texts_at(party, paths) for paths in (names, numbers, addresses)))


def _payable(settlement: Element, sums: str) -> Decimal:
    """What is to be paid (BT-115); in ZUGFeRD 1.0 it may be left out, and is then the total less what was prepaid."""
    due = settlement.said(f"{sums}/DuePayableAmount")
    if due:
        return sum_in(due, "DuePayableAmount")
    total = sum_in(settlement.said(f"{sums}/GrandTotalAmount"), "GrandTotalAmount")
    return total - sum_in(settlement.said(f"{sums}/TotalPrepaidAmount") or "0", "TotalPrepaidAmount")


def _day_of(terms: Element, issued: date) -> date | None:
    """The day that payment terms name, or else count."""
    return day_or_none(terms.said("DueDateDateTime/DateTimeString"), "DueDateDateTime") or _net_day(terms, issued)


def _net_day(terms: Element, issued: date) -> date | None:
    """The last day of a period counted in days from the day of issue."""
    measure = terms.first("SettlementPeriodMeasure")
    is_counted = measure is not None and measure.attributes.get("unitCode") == "DAY"
    if measure is None or not is_counted or terms.said("FromEventCode") not in _FROM_ISSUE:
        return None
    return days_after(issued, measure.text, "SettlementPeriodMeasure")


def _instalments(terms: tuple[Element, ...], issued: date) -> Iterator[Instalment]:
    for one in terms:
        part = one.said("PartialPaymentAmount")
        if part:
            yield Instalment(amount=sum_in(part, "PartialPaymentAmount"), due=_day_of(one, issued))

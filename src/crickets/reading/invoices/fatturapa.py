"""
Invoices of FatturaPA 1.2, the XML of the Italian exchange system (Agenzia delle Entrate, Specifiche tecniche).

Knows its elements, and what a client pays of an Italian invoice: not the tax that they withhold (ritenuta), nor the
VAT that an office pays itself (split payment). Must not know XML or signatures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from crickets.domain.invoice import Instalment, Invoice, InvoiceKind, Refusal, last_due
from crickets.domain.seller import UNNAMED, Seller
from crickets.reading.invoices.refused import Refused
from crickets.reading.invoices.terms import in_order, latest
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
from crickets.reading.invoices.xml import Element

ROOTS = (("http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2", "FatturaElettronica"),)

UNREAD = frozenset(
    "DatiTrasmissione RappresentanteFiscale CessionarioCommittente TerzoIntermediarioOSoggettoEmittente DettaglioLinee "
    "Allegati Signature".split()
)

_OWED = frozenset("TD01 TD02 TD03 TD05 TD06 TD24 TD25 TD26".split())
"""Invoices, advances, fee notes, debit notes; those behind TD16 that are missing are written to oneself."""
_CREDIT_NOTE = "TD04"

_AT_ONCE = "TP02"
"""Paid in one: several ways of payment of the same sum are a choice, not parts."""


def fatturapa_invoices(root: Element) -> tuple[Invoice, ...]:
    """The invoices of a document, one for each of its bodies (a "lotto" has several)."""
    seller = _seller(root.first("FatturaElettronicaHeader/CedentePrestatore"))
    invoices = tuple(_invoice(body, seller) for body in root.all("FatturaElettronicaBody"))
    if not invoices:
        raise Refused(Refusal.MISSING, "FatturaElettronicaBody")
    return invoices


def _seller(party: Element | None) -> Seller:
    """Who sells: a firm by its name, a person by both of theirs."""
    if party is None:
        return UNNAMED
    registry = "DatiAnagrafici/Anagrafica"
    person = f"{party.said(f'{registry}/Nome')} {party.said(f'{registry}/Cognome')}".strip()
    vat = party.said("DatiAnagrafici/IdFiscaleIVA/IdPaese") + party.said("DatiAnagrafici/IdFiscaleIVA/IdCodice")
    return seller_of(
        (party.said(f"{registry}/Denominazione"), person),
        (vat, party.said("DatiAnagrafici/CodiceFiscale")),
        (party.said("Contatti/Email"),),
    )


def _invoice(body: Element, seller: Seller) -> Invoice:
    general = body.first("DatiGenerali/DatiGeneraliDocumento")
    if general is None:
        raise Refused(Refusal.MISSING, "DatiGeneraliDocumento")
    issued = day_in(general.said("Data"), "Data")
    parts = tuple(_parts(body, issued))
    payable, due = _payable(parts, body, general), last_due(parts)
    return Invoice(
        number=number_in(general.said("Numero"), "Numero"),
        kind=_kind(general.said("TipoDocumento")),
        payable=payable,
        currency=currency_in(general.said("Divisa"), "Divisa"),
        issued=issued,
        due=due,
        not_before=None if due else latest(one.due for one in parts),
        instalments=in_order(parts, payable=payable),
        refers_to=numbers_in(one.text for one in body.all("DatiGenerali/DatiFattureCollegate/IdDocumento")),
        seller=seller,
    )


def _kind(code: str) -> InvoiceKind:
    """The kind by TipoDocumento; a code that isn't known asks nobody for money."""
    if code in _OWED:
        return InvoiceKind.INVOICE
    return InvoiceKind.CREDIT_NOTE if code == _CREDIT_NOTE else InvoiceKind.OTHER


def _parts(body: Element, issued: date) -> Iterator[Instalment]:
    """What is to be paid and when, a part for each day; ways of payment to choose from are one part."""
    for payment in body.all("DatiPagamento"):
        parts = [_part(detail, issued) for detail in payment.all("DettaglioPagamento")]
        is_choice = payment.said("CondizioniPagamento") == _AT_ONCE and len({one.amount for one in parts}) == 1
        if is_choice:
            yield Instalment(amount=parts[0].amount, due=last_due(parts))
        else:
            yield from parts


def _part(detail: Element, issued: date) -> Instalment:
    """One DettaglioPagamento: its day is named, or counted from a day of reference, or else from the invoice's."""
    due = day_or_none(detail.said("DataScadenzaPagamento"), "DataScadenzaPagamento")
    days = detail.said("GiorniTerminiPagamento")
    if due is None and days:
        start = day_or_none(detail.said("DataRiferimentoTerminiPagamento"), "DataRiferimentoTerminiPagamento")
        due = days_after(start or issued, days, "GiorniTerminiPagamento")
    return Instalment(amount=sum_in(detail.said("ImportoPagamento"), "ImportoPagamento"), due=due)


def _payable(parts: Sequence[Instalment], body: Element, general: Element) -> Decimal:
    """What the parts make together; where several make more than there's to pay, they tell of one sum twice."""
    told = sum((one.amount for one in parts), Decimal(0))
    if len(parts) == 1:
        return told
    left = _left_to_pay(body, general)
    return min(told, left) if parts else left


def _left_to_pay(body: Element, general: Element) -> Decimal:
    """What the client pays of an invoice by its totals, whatever it says of payment."""
    summaries = tuple(body.all("DatiBeniServizi/DatiRiepilogo"))
    stated = general.said("ImportoTotaleDocumento")
    total = sum_in(stated, "ImportoTotaleDocumento") if stated else _total(summaries, general)
    split = (one for one in summaries if one.said("EsigibilitaIVA") == "S")
    paid_by_others = sum((sum_in(one.said("Imposta"), "Imposta") for one in split), Decimal(0))
    withheld = (sum_in(one.text, "ImportoRitenuta") for one in general.all("DatiRitenuta/ImportoRitenuta"))
    return total - paid_by_others - sum(withheld, Decimal(0))


def _total(summaries: tuple[Element, ...], general: Element) -> Decimal:
    """The total of an invoice that doesn't state it: what is taxed, the taxes, and the rounding."""
    if not summaries:
        raise Refused(Refusal.MISSING, "ImportoTotaleDocumento")
    total = sum_in(general.said("Arrotondamento") or "0", "Arrotondamento")
    for one in summaries:
        total += sum_in(one.said("ImponibileImporto"), "ImponibileImporto") + sum_in(one.said("Imposta"), "Imposta")
    return total

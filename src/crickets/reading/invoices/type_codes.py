"""
What the type code of a document says it is (UNTDID 1001, as EN 16931 picks from it for BT-3).

A table; must not know elements.
"""

from __future__ import annotations

from crickets.domain.invoice import InvoiceKind

_INVOICES = frozenset(
    "80 82 84 130 202 203 204 211 295 326 380 382 383 384 385 386 387 388 389 390 393 394 395 "
    "456 457 527 575 623 633 751 780 875 876 877 935".split()
)
"""Invoices of every name, corrected, partial, prepaid, factored or billed by the client; debit notes."""

CORRECTED = "384"
"""An invoice with other contents than one submitted before, in whose place it's submitted."""

_CREDIT_NOTES = frozenset("81 83 261 262 296 308 381 396 420 458 532".split())


def kind_of(code: str) -> InvoiceKind:
    """The kind of a document by its code: without one an invoice, with one that isn't known nothing to ask money by."""
    if not code or code in _INVOICES:
        return InvoiceKind.INVOICE
    return InvoiceKind.CREDIT_NOTE if code in _CREDIT_NOTES else InvoiceKind.OTHER

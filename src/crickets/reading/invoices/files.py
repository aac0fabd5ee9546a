"""
The invoices of one attachment, whatever it's wrapped in: XML, a signed file, or a PDF.

Knows which reader is for what, and that a file is known by what it begins with, not by its name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crickets.domain.invoice import Invoice, InvoiceFile, RefusedFile
from crickets.reading.body.charsets import printable
from crickets.reading.invoices import cii, fatturapa, ubl
from crickets.reading.invoices.envelope import content_of, is_envelope
from crickets.reading.invoices.pdf import embedded_xml, is_pdf
from crickets.reading.invoices.refused import NoInvoice, Refused
from crickets.reading.invoices.xml import Element, Unread, root_of

_NAME_LIMIT = 200

_READERS: Mapping[str, Callable[[Element], tuple[Invoice, ...]]] = {
    **{name: ubl.ubl_invoices for _, name in ubl.ROOTS},
    **{name: cii.cii_invoices for _, name in cii.ROOTS},
    **{name: fatturapa.fatturapa_invoices for _, name in fatturapa.ROOTS},
}
_UNREAD: Unread = {
    **dict.fromkeys(ubl.ROOTS, ubl.UNREAD),
    **dict.fromkeys(cii.ROOTS, cii.UNREAD),
    **dict.fromkeys(fatturapa.ROOTS, fatturapa.UNREAD),
}

_BEGINNINGS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""What an XML document begins with, or a mark of Unicode before it."""
_PICTURES_AND_PAGES = ("image/", "text/html", "application/xhtml")
_SIGNED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pkcs7"})


def invoice_in(name: str, content_type: str, content: bytes) -> InvoiceFile | RefusedFile | None:
    """
    The invoices that an attachment holds in a form made for machines, or why they weren't read.

    `content_type` is its media type in small letters, without parameters; `content` is decoded. None for all that is
    something else: a PDF that embeds no XML, any other XML. Never raises, reads nothing but what it's given, and takes
    time and memory within the limits of `xml`, `pdf` and `envelope`.
    """
    known_as = printable(name)[:_NAME_LIMIT]
    try:
        invoices = _invoices(name.casefold(), content_type.casefold(), content)
    except NoInvoice:
        return None
    except Refused as refused:
        return RefusedFile(name=known_as, reason=refused.reason, where=refused.where)
    return InvoiceFile(name=known_as, invoices=invoices)


def _invoices(name: str, content_type: str, content: bytes) -> tuple[Invoice, ...]:
    if is_pdf(content) or name.endswith(".pdf") or content_type == "application/pdf":
        return _of_first(embedded_xml(content))
    if (name.endswith(".p7m") or content_type in _SIGNED) and is_envelope(content):
        return _of_xml(content_of(content))
    is_called_xml = name.endswith(".xml") or content_type.endswith("xml")
    if content_type.startswith(_PICTURES_AND_PAGES) or not (is_called_xml or content.startswith(b"<?xml")):
        raise NoInvoice
    return _of_xml(content)


def _of_first(files: tuple[bytes, ...]) -> tuple[Invoice, ...]:
    """The invoices of the first of some files that is an invoice's."""
    for file in files:
        try:
            return _of_xml(file)
        except NoInvoice:
            continue
    raise NoInvoice


def _of_xml(content: bytes) -> tuple[Invoice, ...]:
    """The invoices of an XML document."""
    if not content.lstrip().startswith(_BEGINNINGS):
        raise NoInvoice
    root = root_of(content, _UNREAD)
    return _READERS[root.name](root)

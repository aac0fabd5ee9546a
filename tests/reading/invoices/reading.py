"""What comes of an attachment, for tests that know which it is."""

from __future__ import annotations

from crickets.domain.invoice import Invoice, InvoiceFile, RefusedFile
from crickets.reading.invoices.files import invoice_in


def read_all(
    content: bytes, *, name: str = "invoice.xml", content_type: str = "application/xml"
) -> tuple[Invoice, ...]:
    """The invoices of a file that must have some."""
    file = invoice_in(name, content_type, content)
    assert isinstance(file, InvoiceFile), file
    return file.invoices


def read(content: bytes, *, name: str = "invoice.xml", content_type: str = "application/xml") -> Invoice:
    """The one invoice of a file that must have one."""
    (invoice,) = read_all(content, name=name, content_type=content_type)
    return invoice


def refused(content: bytes, *, name: str = "invoice.xml", content_type: str = "application/xml") -> RefusedFile:
    """A file that must be refused."""
    file = invoice_in(name, content_type, content)
    assert isinstance(file, RefusedFile), file
    return file

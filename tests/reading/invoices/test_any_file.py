"""Whatever is attached to a mail is read: no exception that isn't ours, and nothing but values comes out."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.invoice import InvoiceFile, ProposedInvoice, RefusedFile
from crickets.reading.invoices.files import invoice_in
from crickets.reading.invoices.proposals import called_invoices, proposed_invoice
from tests.reading.invoices.samples import (
    a_body,
    a_cii,
    a_detail,
    a_fattura,
    a_payment,
    a_pdf,
    a_signed,
    a_signed_in_pieces,
    a_ubl,
    a_zugferd_1,
)

_SAMPLES = (
    a_ubl(),
    a_ubl(root="CreditNote"),
    a_cii(),
    a_zugferd_1(),
    a_fattura(),
    a_fattura(
        a_body(payments=[a_payment(a_detail("1.00", "2026-01-01"), a_detail("2.00", GiorniTerminiPagamento="3"))])
    ),
    a_signed(a_fattura()),
    a_signed_in_pieces(a_fattura()),
    a_pdf({"factur-x.xml": a_cii()}),
    a_pdf({"xrechnung.xml": a_ubl()}, packed=False),
)
_NAMES = st.sampled_from(["a.xml", "a.pdf", "a.xml.p7m", "a", ""])
_TYPES = st.sampled_from(["application/xml", "application/pdf", "application/pkcs7-mime", "text/plain", ""])
_SCRAPS = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [
            *(b"<", b">", b"</", b"&", b"&#0;", b"<!--", b"]]>", b"<![CDATA[", b"<!DOCTYPE x>", b"<?x?>", b'xmlns=""'),
            *(b"1e9", b"-", b"99999999999999999999", b"2026-02-30", b"0000-00-00", b"\xff\xfe", b"\0\0"),
            *(b"0\x80", b"\x24\x80", b"\x04\x84\xff\xff\xff\xff", b"\xa0\x00", b"obj", b"endobj", b"<<", b">>", b"["),
            *(b"10 0 R", b"1 0 R", b"/Kids", b"/Names", b"/Filter", b"/Prev 0", b"stream\n", b"endstream", b"xref\n"),
        ]
    ),
)


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """A sample with some pieces of it taken out, doubled, or put in from elsewhere."""
    octets = draw(st.sampled_from(_SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(octets)))
        to = min(len(octets), at + draw(st.integers(0, 60)))
        octets = octets[:at] + draw(_SCRAPS) + octets[draw(st.sampled_from([at, to])) :]
    return octets


@given(_NAMES, _TYPES, st.one_of(_mutated(), st.binary(max_size=200), st.lists(_SCRAPS, max_size=40).map(b"".join)))
def test_any_file(name: str, content_type: str, content: bytes) -> None:
    """It's an invoice of ours, refused with a reason that can be written down, or nothing."""
    file = invoice_in(name, content_type, content)

    assert file is None or isinstance(file, InvoiceFile | RefusedFile)
    assert str(file).encode("utf-8")
    if isinstance(file, InvoiceFile):
        assert file.invoices
        assert all(one.payable.is_finite() and one.number.isprintable() for one in file.invoices)


_WORDS = st.sampled_from(
    [
        *"Invoice|Fattura|Rechnung|faktura|reikningur|facture|n.|nr|#|12|2026-014|12/2026|€|1.234,56|1,234.56".split(
            "|"
        ),
        *"kr|12.000|zł|total|Totale|do zapłaty|due|scadenza|Re:|_|-|.|,|:|\n|4 February 2026|31/02/2026".split("|"),
        *"99/99/9999|.pdf|proforma|\u202f|\u0130".split("|"),
    ]
)
_MAILS = st.lists(st.one_of(_WORDS, st.text(max_size=4)), max_size=25).map(" ".join)


@given(
    _MAILS,
    st.lists(_MAILS.map(lambda name: name + ".pdf"), max_size=3),
    _MAILS,
    st.sampled_from(["", "en", "it", "xx"]),
)
def test_any_mail(subject: str, names: list[str], text: str, language: str) -> None:
    """An invoice is proposed of it, with a number or a sum, or for a page called one by its own name, or none."""
    invoice = proposed_invoice(subject, names, text, language, written=date(2026, 1, 5))

    assert invoice is None or isinstance(invoice, ProposedInvoice)
    assert invoice is None or invoice.number or invoice.total or called_invoices("", names)

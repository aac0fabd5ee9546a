"""XML that was made to do harm, or that is something else."""

from __future__ import annotations

import pytest

from crickets.domain.invoice import Refusal
from crickets.reading.invoices import xml
from crickets.reading.invoices.files import invoice_in
from tests.reading.invoices.reading import read, refused
from tests.reading.invoices.samples import a_cii, a_fattura, a_ubl

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        pytest.param(f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>', id="a billion laughs"),
        pytest.param(f'<!DOCTYPE x [<!ENTITY l9 "{"a" * 50_000}">]>', id="quadratic blow-up"),
        pytest.param('<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>', id="a file"),
        pytest.param('<!DOCTYPE x [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/">]>', id="an address"),
        pytest.param('<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>', id="a parameter entity"),
        pytest.param('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', id="an outer DTD"),
        pytest.param("<!DOCTYPE x>", id="a bare one"),
    ],
)
@pytest.mark.parametrize("sample", [a_ubl, a_cii])
def test_a_document_type(sample: object, declared: str) -> None:
    """The document ends there: nothing of it is expanded, fetched or opened."""
    assert callable(sample)

    assert refused(sample(before=declared, number="&l9;")).reason is Refusal.DOCTYPE
    assert refused(sample(before=declared)).reason is Refusal.DOCTYPE


def test_an_entity_that_nobody_declared() -> None:
    """The document isn't well formed."""
    assert refused(a_ubl(number="&nbsp;")).reason is Refusal.NOT_WELL_FORMED


@pytest.mark.parametrize(
    "broken",
    [
        a_ubl()[:-3],
        a_ubl(number="<b>"),
        a_ubl() + b"<more/>",
        a_ubl().replace(b"ubl:Invoice", b"foreign:Invoice"),
        a_ubl(number="\x00"),
        b"<",
        b"<?xml version='1.0'?>",
        b"\xff\xfe<\x00x\x00",
    ],
)
def test_what_is_not_well_formed(broken: bytes) -> None:
    """It's refused, and the line is told."""
    file = refused(broken)

    assert file.reason is Refusal.NOT_WELL_FORMED
    assert file.where.startswith("line ")


@pytest.mark.parametrize("encoding", ["none-such", "idna", "hex", "shift_jis", "utf-7", "undefined", "unicode_escape"])
def test_an_encoding_nobody_needs(encoding: str) -> None:
    """The document is refused, whatever Python makes of the name."""
    file = refused(a_ubl(before=f'<?xml version="1.0" encoding="{encoding}"?>'))

    assert (file.reason, file.where) == (Refusal.NOT_WELL_FORMED, "its encoding")


def test_an_encoding_that_is_not_kept() -> None:
    """The document is refused rather than read with letters of another."""
    file = refused(a_ubl().replace(b"\xc5", b"\xff"))

    assert (file.reason, file.where) == (Refusal.NOT_WELL_FORMED, "its encoding")


@pytest.mark.parametrize(
    "document",
    [
        a_ubl(before="", number="n\u00ba 1").decode().encode("utf-16"),
        b"\xef\xbb\xbf" + a_ubl(number="n\u00ba 1"),
        b"\r\n " + a_ubl(number="n\u00ba 1"),
        a_ubl(before='<?xml version="1.0" encoding="ISO-8859-1"?>', number="n\u00ba 1")
        .decode()
        .replace("Zażółć", "")
        .encode("latin-1"),
        a_ubl(before='<?xml version="1.0" encoding="windows-1252"?>', number="n\u00ba 1")
        .decode()
        .replace("Zażółć", "")
        .encode("cp1252"),
    ],
)
def test_encodings_in_use(document: bytes) -> None:
    """They're read, with a mark or a blank line before them or without."""
    assert read(document).number == "n\u00ba 1"


def test_nested_elements() -> None:
    """They're left at the depth limit, in what is kept and in what isn't."""
    deep = "<a>" * 100_000

    assert refused(a_ubl(payment=deep)).reason is Refusal.TOO_DEEP
    assert refused(a_ubl(lines=f"<cac:InvoiceLine>{deep}")).reason is Refusal.TOO_DEEP


def test_too_many_elements() -> None:
    """They're counted, those that aren't kept against a wider limit."""
    many = "<a/>" * (xml.KEPT_LIMIT + 1)

    assert refused(a_ubl(payment=many)).reason is Refusal.TOO_MANY
    assert read(a_ubl(lines=f"<cac:InvoiceLine>{many}</cac:InvoiceLine>")).number == "2026-014"
    assert refused(a_ubl(lines="<cac:InvoiceLine/>" * xml.ELEMENTS_LIMIT)).reason is Refusal.TOO_MANY


def test_a_file_inside_the_file() -> None:
    """A drawing of some megabytes in base64 isn't kept, and doesn't keep the invoice from being read."""
    drawing = "<cac:AdditionalDocumentReference><cbc:ID>x</cbc:ID>" + "QUJD" * 1_000_000
    document = a_ubl(payment=drawing + "</cac:AdditionalDocumentReference>")

    assert read(document).number == "2026-014"


def test_a_long_text() -> None:
    """It's cut at the limit, however it's put together."""
    root = xml.root_of(b"<a><b>" + b"x<!---->" * 10_000 + b"</b></a>", {("", "a"): ()})

    assert len(root.said("b")) == xml.TEXT_LIMIT


def test_many_attributes() -> None:
    """Those behind the limit aren't kept, and a long one is cut."""
    written = " ".join(f'a{n}="{"x" * 5_000}"' for n in range(100))
    element = xml.root_of(f"<a><b {written}/></a>".encode(), {("", "a"): ()}).first("b")

    assert element is not None
    assert [len(value) for value in element.attributes.values()] == [xml.TEXT_LIMIT] * xml.ATTRIBUTES_LIMIT


def test_a_large_document() -> None:
    """It's refused before it's looked at."""
    assert refused(b"<" + b" " * xml.SIZE_LIMIT).reason is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "content_type", "content"),
    [
        ("picture.svg", "image/svg+xml", b'<?xml version="1.0"?><!DOCTYPE svg><svg/>'),
        ("page.html", "text/html", b"<!DOCTYPE html><p>"),
        ("notes.txt", "text/plain", b"<hello"),
        ("receipt.xml", "text/xml", b"<RicevutaConsegna xmlns='http://ivaservizi.example/v1.2'/>"),
        ("order.xml", "text/xml", a_ubl().replace(b"xsd:Invoice-2", b"xsd:Order-2")),
        ("order.xml", "text/xml", a_ubl(root="Order")),
        ("bare.xml", "text/xml", b"<FatturaElettronica/>"),
        ("invoice.xml", "application/xml", b"no XML at all"),
        ("invoice.docx", "application/octet-stream", b"PK\x03\x04"),
        ("notes.xml", "text/xml", b"\xff\xfeN\0o\0"),
        ("", "", b""),
    ],
)
def test_what_is_no_invoice(name: str, content_type: str, content: bytes) -> None:
    """It's nothing to tell of, whether it's well formed or not."""
    assert invoice_in(name, content_type, content) is None


def test_an_invoice_of_no_type() -> None:
    """It's known by its first letters."""
    assert read(a_fattura(), name="file.bin", content_type="application/octet-stream").number == "12/2026"

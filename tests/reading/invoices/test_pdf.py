"""PDFs that embed an invoice, and PDFs that were made to do harm."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

import pypdf
import pytest

from crickets.domain.invoice import Refusal
from crickets.reading.invoices import pdf
from crickets.reading.invoices.files import invoice_in
from crickets.reading.invoices.refused import Refused
from tests.reading.invoices.reading import read, refused
from tests.reading.invoices.samples import a_cii, a_fattura, a_packed, a_pdf, a_stream, a_ubl, a_zugferd_1, written

_NAME = "Rechnung.pdf"
_TYPE = "application/pdf"


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    ("name", "xml", "number"),
    [
        ("factur-x.xml", a_cii(), "RE-471102"),
        ("zugferd-invoice.xml", a_cii(), "RE-471102"),
        ("ZUGFeRD-invoice.xml", a_zugferd_1(), "2013-1"),
        ("xrechnung.xml", a_ubl(), "2026-014"),
        ("INV_2026_ubl_bis3.xml", a_ubl(), "2026-014"),
        ("IT01234567890_1.xml", a_fattura(), "12/2026"),
    ],
)
def test_an_embedded_invoice(name: str, xml: bytes, number: str, *, packed: bool) -> None:
    """It's read, by the name that its profile gives it or by any other."""
    assert read(a_pdf({name: xml}, packed=packed), name=_NAME, content_type=_TYPE).number == number


def test_several_files() -> None:
    """The one that a profile names goes before; what is no invoice is passed over."""
    files = {"a.xml": a_ubl(), "notes.txt": b"<!DOCTYPE x>", "order.xml": b"<Order/>", "Factur-X.xml": a_cii()}

    assert read(a_pdf(files), name=_NAME).number == "RE-471102"


def test_a_tree_of_names() -> None:
    """Its branches are followed."""
    tree = b"<< /EmbeddedFiles << /Kids [12 0 R] >> >>"
    branch = b"<< /Limits [(factur-x.xml) (factur-x.xml)] /Names [(factur-x.xml) 11 0 R] >>"

    assert read(a_pdf({"factur-x.xml": a_cii()}, tree=tree, objects=[branch]), name=_NAME).number == "RE-471102"


def test_an_associated_file() -> None:
    """It's found without the tree of names, whose entry some programs leave out."""
    file = a_pdf({"factur-x.xml": a_cii()}, tree=b"null", catalog=b"/AF [11 0 R]")

    assert read(file, name=_NAME).number == "RE-471102"


def test_names_in_unicode_and_with_folders() -> None:
    """They're the same names."""
    name = b"<" + "\ufeffC:\\out\\Factur-X.xml".encode("utf-16-be").hex().encode() + b">"
    other = a_pdf({"a.xml": a_ubl(), "b": a_cii()}).replace(b"/UF (b)", b"/UF " + name)

    assert read(_mended(other), name=_NAME).number == "RE-471102"


def _mended(octets: bytes) -> bytes:
    """A PDF whose table is no longer right, without it: it's then built anew from the objects."""
    return octets[: octets.rindex(b"xref\n0 ")] + octets[octets.rindex(b"trailer") :]


def test_objects_in_a_stream() -> None:
    """The catalog and the file's description may be packed themselves, with a table that is (PDF 1.5)."""
    assert read(a_pdf_of_1_5(a_cii()), name=_NAME).number == "RE-471102"


def a_pdf_of_1_5(xml: bytes) -> bytes:
    """A PDF with its objects in an object stream, and a cross-reference stream."""
    inside = [
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(factur-x.xml) 3 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Type /Filespec /UF (factur-x.xml) /EF << /UF 5 0 R >> >>",
    ]
    places = [sum(len(one) + 1 for one in inside[:at]) for at in range(len(inside))]
    head = b" ".join(b"%d %d" % (at + 1, place) for at, place in enumerate(places)) + b" "
    packed = a_packed(head + b" ".join(inside), b"/Type /ObjStm /N 3 /First %d" % len(head))
    octets = bytearray(b"%PDF-1.5\n")
    at_4 = len(octets)
    octets += b"4 0 obj\n%s\nendobj\n" % packed
    at_5 = len(octets)
    octets += b"5 0 obj\n%s\nendobj\n" % a_packed(xml, b"/Type /EmbeddedFile")
    at_6 = len(octets)
    rows = [(0, 0, 255), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, at_4, 0), (1, at_5, 0), (1, at_6, 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(3, "big") + bytes([more]) for kind, place, more in rows)
    octets += b"6 0 obj\n%s\nendobj\n" % a_packed(table, b"/Type /XRef /W [1 3 1] /Size 7 /Root 1 0 R")
    return bytes(octets) + b"startxref\n%d\n%%%%EOF\n" % at_6


def test_what_stands_before_the_header() -> None:
    """A mail program's line doesn't keep a PDF from being read."""
    assert read(b"\r\n" + a_pdf({"factur-x.xml": a_cii()}), name="x", content_type="").number == "RE-471102"


@pytest.mark.parametrize(
    "plain",
    [
        pytest.param(a_pdf({}, tree=b"null"), id="no files"),
        pytest.param(a_pdf({"drawing.dwg": b"AC1032"}), id="another file"),
        pytest.param(a_pdf({"order.xml": b"<Order/>"}), id="other XML"),
        pytest.param(a_pdf({}, tree=b"<< /EmbeddedFiles 7 >>", catalog=b"/AF 3"), id="numbers"),
        pytest.param(a_pdf({}, tree=b"<< /EmbeddedFiles << /Kids [1 0 R 1 0 R] >> >>"), id="a wrong branch"),
        pytest.param(a_pdf({}, tree=b"<< /EmbeddedFiles << /Names [(a.xml) << /F (a.xml) >>] >> >>"), id="no content"),
    ],
)
def test_a_plain_pdf(plain: bytes) -> None:
    """It's nothing to tell of."""
    assert invoice_in(_NAME, _TYPE, plain) is None


def test_a_tree_that_is_a_ring() -> None:
    """It's left after some steps."""
    ring = a_pdf({}, tree=b"<< /EmbeddedFiles 10 0 R >>", objects=[b"<< /Kids [10 0 R 10 0 R] >>"])

    assert invoice_in(_NAME, _TYPE, ring) is None


def test_many_files() -> None:
    """Those behind the limit aren't unpacked, but the one that a profile names is among the first."""
    many = {f"{n}.xml": b"<a/>" for n in range(pdf.FILES_LIMIT + 5)}

    assert invoice_in(_NAME, _TYPE, a_pdf({**many, "z.xml": a_cii()})) is None
    assert read(a_pdf({**many, "xrechnung.xml": a_cii()}), name=_NAME).number == "RE-471102"


def test_a_flate_bomb() -> None:
    """A stream that unpacks to more than any invoice is left there, in one layer or in two."""
    bomb = zlib.compress(b" " * (pdf.UNPACKED_LIMIT + 1), 9)
    once = a_pdf({"factur-x.xml": b""}).replace(
        a_packed(b"", b"/Type /EmbeddedFile /Subtype /text#2Fxml"), a_stream(bomb, b"/Filter /FlateDecode")
    )
    twice = a_pdf({"factur-x.xml": b""}).replace(
        a_packed(b"", b"/Type /EmbeddedFile /Subtype /text#2Fxml"),
        a_stream(zlib.compress(bomb), b"/Filter [/FlateDecode /FlateDecode]"),
    )

    for octets in (once, twice):
        assert refused(_mended(octets), name=_NAME).reason is Refusal.TOO_MUCH_WORK


@pytest.mark.parametrize(
    "filters", [b"/JBIG2Decode", b"/LZWDecode", b"[/FlateDecode /RunLengthDecode]", b"/Crypt", b"7"]
)
def test_packing_that_no_invoice_has(filters: bytes) -> None:
    """It isn't tried: the filters of images cost more, and one starts a program."""
    octets = a_pdf({"factur-x.xml": a_cii()}, packed=False).replace(b"/Type /EmbeddedFile", b"/Filter " + filters)
    file = refused(_mended(octets), name=_NAME)

    assert (file.reason, file.where) == (Refusal.BROKEN_PDF, "its packing")


def test_a_file_that_is_no_stream() -> None:
    """It's refused."""
    octets = a_pdf({}, tree=b"<< /EmbeddedFiles << /Names [(a.xml) << /F (a.xml) /EF << /F 3 0 R >> >>] >> >>")

    assert refused(octets, name=_NAME).where == "an embedded file"


_KEYS = b"/O <%s> /U <%s>" % (b"00" * 32, b"00" * 32)


@pytest.mark.parametrize("keys", [b"", _KEYS])
def test_an_encrypted_pdf(keys: bytes) -> None:
    """It's refused, whether pypdf knows the way it's encrypted or not: PDF/A is never encrypted."""
    trailer = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 %s >>" % keys
    encrypted = a_pdf({"factur-x.xml": a_cii()}, trailer=trailer)

    assert refused(encrypted, name=_NAME).reason is Refusal.ENCRYPTED_PDF


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"<<" * 100_000,
        b"%PDF-1.7\nstartxref\n9\n%%EOF",
        a_pdf({"factur-x.xml": a_cii()})[:200],
        b"no PDF at all",
        a_pdf({"factur-x.xml": b""}).replace(
            b"/FlateDecode /Type", b"/FlateDecode /DecodeParms << /Predictor 99 >> /T"
        ),
    ],
)
def test_a_broken_pdf(broken: bytes) -> None:
    """It's refused, whatever pypdf makes of it."""
    assert refused(broken, name=_NAME).reason in {Refusal.BROKEN_PDF, Refusal.NOT_WELL_FORMED}


def test_nested_arrays() -> None:
    """They end with our own refusal, not with the interpreter's."""
    deep = a_pdf({}, tree=b"<< /EmbeddedFiles 10 0 R >>", objects=[b"[" * 50_000])

    assert refused(deep, name=_NAME).reason in {Refusal.BROKEN_PDF, Refusal.TOO_MUCH_WORK}


def test_a_large_pdf() -> None:
    """One of 50 MB is refused before it's looked at."""
    large = a_pdf({"factur-x.xml": a_cii()}) + b"\0" * (50 << 20)

    assert refused(large, name=_NAME).reason is Refusal.TOO_LARGE


def test_many_objects() -> None:
    """They don't keep a sound PDF from being read; one without its table is read if it's small."""
    objects = [b"<< /A [1 2 3] >>"] * (pdf.BROKEN_OBJECTS_LIMIT - 20)
    small, large = (a_pdf({"factur-x.xml": a_cii()}, objects=objects * times) for times in (1, 2))

    assert read(large, name=_NAME).number == "RE-471102"
    assert read(_mended(small), name=_NAME).number == "RE-471102"
    assert refused(_mended(large), name=_NAME).reason is Refusal.BROKEN_PDF
    assert refused(_mended(small + b"\n" * pdf.BROKEN_SIZE_LIMIT), name=_NAME).reason is Refusal.BROKEN_PDF


def test_many_tables() -> None:
    """A chain of tables, each of which would unpack to megabytes, is left at the limit of jumps."""
    packed = zlib.compress(b"\0" * 100, 9)
    octets = bytearray(b"%PDF-1.5\n")
    before = 0
    for number in range(1, pdf.JUMPS_LIMIT):
        place = len(octets)
        previous = b"/Prev %d" % before if before else b""
        entries = b"/Type /XRef /W [1 3 1] /Size 1 /Index [0 1] /Filter /FlateDecode %s" % previous
        octets += b"%d 0 obj\n%s\nendobj\n" % (number, a_stream(packed, entries))
        before = place
    octets += b"startxref\n%d\n%%%%EOF\n" % before

    assert refused(bytes(octets), name=_NAME).reason is Refusal.TOO_MUCH_WORK


_STEPS: Mapping[str, Callable[[pdf._Counted], object]] = {
    "left": lambda stream: stream.read(-1),
    "reads": lambda stream: stream.readline(),
    "jumps": lambda stream: stream.seek(0),
}


@pytest.mark.parametrize("limit", _STEPS)
def test_what_reading_may_cost(limit: str) -> None:
    """The octets, the reads and the jumps are counted, and each count ends the reading."""
    stream = pdf._Counted(b"%PDF-")
    setattr(stream, limit, 0)

    with pytest.raises(Refused) as refusal:
        _STEPS[limit](stream)

    assert refusal.value.reason is Refusal.TOO_MUCH_WORK


def test_a_jump_from_here() -> None:
    """A step back is no jump: pypdf takes one for each word."""
    stream = pdf._Counted(b"%PDF-")
    stream.jumps = 0

    assert stream.seek(0, 1) == 0


def test_the_limits_are_set_for_one_reading() -> None:
    """They're nobody else's afterwards."""
    before = pypdf.get_configuration()
    read(a_pdf({"factur-x.xml": a_cii()}), name=_NAME)

    assert pypdf.get_configuration() is before


def test_the_builder() -> None:
    """Its PDFs are what they claim: without the file there's none to find."""
    assert written({1: b"<< /Type /Catalog >>"}).startswith(b"%PDF-1.7")
    assert invoice_in(_NAME, _TYPE, written({1: b"<< /Type /Catalog >>"})) is None

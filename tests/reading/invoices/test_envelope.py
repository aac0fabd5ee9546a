"""Files signed as CAdES has it."""

from __future__ import annotations

import base64

import pytest

from crickets.domain.invoice import Refusal
from crickets.reading.invoices import envelope
from crickets.reading.invoices.files import invoice_in
from tests.reading.invoices.reading import read, refused
from tests.reading.invoices.samples import (
    SIGNED_DATA,
    a_fattura,
    a_signed,
    a_signed_in_pieces,
    ber,
    der,
)

_NAME = "IT01234567890_00001.xml.p7m"
_TYPE = "application/octet-stream"


@pytest.mark.parametrize(
    "signed",
    [
        pytest.param(a_signed(a_fattura()), id="DER"),
        pytest.param(a_signed_in_pieces(a_fattura()), id="BER, in pieces"),
        pytest.param(a_signed_in_pieces(a_fattura(), size=7), id="BER, in small pieces"),
        pytest.param(a_signed(a_signed(a_fattura())), id="signed twice"),
        pytest.param(base64.b64encode(a_signed(a_fattura())), id="base64"),
        pytest.param(base64.encodebytes(a_signed(a_fattura())), id="base64 in lines"),
        pytest.param(
            b"-----BEGIN PKCS7-----\n" + base64.encodebytes(a_signed(a_fattura())) + b"-----END PKCS7-----\n", id="PEM"
        ),
        pytest.param(a_signed(b"\n" + a_fattura()), id="a blank line before the XML"),
    ],
)
def test_a_signed_invoice(signed: bytes) -> None:
    """Its content is read, whatever way the signing program wrote it."""
    assert read(signed, name=_NAME, content_type=_TYPE).number == "12/2026"


def test_a_signed_file_by_its_type() -> None:
    """It's known by its media type where it has another name."""
    assert read(a_signed(a_fattura()), name="fattura", content_type="application/pkcs7-mime").number == "12/2026"


def test_pieces_in_pieces() -> None:
    """A piece may be in pieces itself."""
    xml = a_fattura()
    inner = ber(0x24, der(0x04, xml[100:200]), der(0x04, xml[200:]))
    content = der(0x24, der(0x04, xml[:100]), inner)
    signed = a_signed(b"content").replace(der(0x04, b"content"), b"")
    assert signed != a_signed(b"content")
    holder = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, content))
    whole = der(0x30, SIGNED_DATA, der(0xA0, der(0x30, b"\x02\x01\x01", der(0x31), holder)))

    assert read(whole, name=_NAME).number == "12/2026"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(a_signed(b"Content-Type: text/plain\r\n\r\nHello"), id="signed mail"),
        pytest.param(a_signed(a_fattura(), kind=der(0x06, bytes.fromhex("2a864886f70d010703"))), id="encrypted"),
        pytest.param(b"text", id="no ASN.1 at all"),
        pytest.param(b"", id="empty"),
    ],
)
def test_what_is_no_invoice(other: bytes) -> None:
    """It's nothing to tell of."""
    assert invoice_in("smime.p7m", "application/pkcs7-mime", other) is None


_DETACHED = der(
    0x30,
    SIGNED_DATA,
    der(0xA0, der(0x30, b"\x02\x01\x01", der(0x31), der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701"))))),
)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(a_signed(a_fattura())[:-1], id="cut at its end"),
        pytest.param(a_signed(a_fattura())[:40], id="cut at its head"),
        pytest.param(a_signed_in_pieces(a_fattura())[:-5], id="BER cut at its end"),
        pytest.param(_DETACHED, id="a detached signature"),
        pytest.param(b"0", id="one octet"),
        pytest.param(b"0\x80" + b"\0" * 2, id="nothing inside"),
        pytest.param(b"0\x8f" + b"\xff" * 20, id="a length of 15 octets"),
        pytest.param(b"0\x85" + b"\xff" * 20, id="a length beyond the file"),
        pytest.param(b"0\x80\x1f" + b"\xff" * 2000, id="a long tag"),
        pytest.param(b"0\x80" * 50_000, id="nested"),
        pytest.param(b"0\x80" + b"\x05\x00" * 200_000, id="many values"),
        pytest.param(b"0\x03\x02\x01\x01", id="a number where its kind should be"),
        pytest.param(b"0\x80\x05\x7f\x00", id="a value beyond the file"),
        pytest.param(b"MII!", id="not quite base64"),
        pytest.param(b"MIIA=B", id="base64 with its end inside"),
    ],
)
def test_a_broken_envelope(broken: bytes) -> None:
    """It's refused, and nothing of it is taken for content."""
    assert refused(broken, name=_NAME).reason is Refusal.BROKEN_ENVELOPE


def test_content_of_another_tag() -> None:
    """It's no octet string."""
    assert refused(a_signed(b"x" * 50).replace(b"\x04\x32xx", b"\x0c\x32xx"), name=_NAME).reason is (
        Refusal.BROKEN_ENVELOPE
    )


def test_pieces_nested_too_deep() -> None:
    """They're left at a depth that no program reaches."""
    content = der(0x04, a_fattura())
    for _ in range(12):
        content = der(0x24, content)
    holder = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, content))
    whole = der(0x30, SIGNED_DATA, der(0xA0, der(0x30, b"\x02\x01\x01", der(0x31), holder)))

    assert refused(whole, name=_NAME).reason is Refusal.BROKEN_ENVELOPE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(der(0x24, *[der(0x04, b"")] * 100_001), id="side by side"),
        pytest.param(der(0x24, *[der(0x24, *[der(0x04, b"")] * 50_000)] * 2), id="in two heaps"),
    ],
)
def test_too_many_pieces(content: bytes) -> None:
    """They're counted."""
    holder = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, content))
    whole = der(0x30, SIGNED_DATA, der(0xA0, der(0x30, b"\x02\x01\x01", der(0x31), holder)))

    assert refused(whole, name=_NAME).reason is Refusal.TOO_MANY


def test_many_signatures() -> None:
    """More than three are nobody's."""
    assert refused(a_signed(a_signed(a_signed(a_signed(a_fattura())))), name=_NAME).reason is Refusal.TOO_DEEP


def test_a_large_signed_file() -> None:
    """It's refused before it's looked at."""
    assert refused(b"0" * (envelope.SIZE_LIMIT + 1), name=_NAME).reason is Refusal.TOO_LARGE

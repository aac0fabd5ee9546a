from __future__ import annotations

import pytest

from crickets.domain.letter import Letter
from crickets.reading import letter_of
from tests.reading.build import a_mail, a_multipart

_PLAIN = "Content-Type: text/plain; charset=utf-8\n\nIn plain words."
_HTML = "Content-Type: text/html; charset=utf-8\n\n<p>In <b>rich</b> words.</p>"
_EMPTY = "Content-Type: text/plain\n\n  \n"


def _attached(disposition: str, kind: str = "application/pdf") -> str:
    return f"Content-Type: {kind}\nContent-Disposition: {disposition}\nContent-Transfer-Encoding: base64\n\nJVBERi0="


def test_a_letter_with_everything() -> None:
    """It comes apart into what its author wrote, quoted and signs with."""
    body = """Ciao Anna,

ti mando il preventivo che mi avevi chiesto la settimana scorsa.

Un saluto,
Dana

--\u0020
Dana Doe - Studio
+39 06 12345

Il giorno lun 2 mar 2026 alle ore 10:15 Anna Rossi <anna@client.example> ha scritto:
> Ciao, a che punto siamo?
"""

    assert Letter(
        text="Ciao Anna,\n\nti mando il preventivo che mi avevi chiesto la settimana scorsa.\n\nUn saluto,\nDana",
        quoted=(
            "Il giorno lun 2 mar 2026 alle ore 10:15 Anna Rossi <anna@client.example> ha scritto:\n"
            "> Ciao, a che punto siamo?"
        ),
        signature="Dana Doe - Studio\n+39 06 12345",
        whole=body.rstrip(),
        greeting="Ciao Anna,",
        sign_off="Un saluto,\nDana",
        language="it",
    ) == letter_of(a_mail(body))


@pytest.mark.parametrize(
    ("mail", "text", "html"),
    [
        pytest.param(a_mail("Hello"), "Hello", False, id="plain alone"),
        pytest.param(a_multipart("alternative", _PLAIN, _HTML), "In plain words.", True, id="both"),
        pytest.param(a_multipart("alternative", _HTML, _PLAIN), "In plain words.", True, id="both, HTML first"),
        pytest.param(a_multipart("alternative", _EMPTY, _HTML), "In rich words.", True, id="plain without words"),
        pytest.param(a_multipart("mixed", _HTML), "In rich words.", True, id="HTML alone"),
        pytest.param(a_multipart("mixed", _PLAIN, _PLAIN), "In plain words.\nIn plain words.", False, id="two texts"),
        pytest.param(a_multipart("mixed", _HTML, _attached("attachment"), _PLAIN), "In rich words.\nIn plain words.",
                     True, id="Apple's pieces"),
        pytest.param(a_multipart("mixed", "No header here"), "No header here", False, id="a part that is one line"),
        pytest.param(a_multipart("mixed", "\nNo header"), "No header", False, id="a part without header"),
        pytest.param(a_mail("--edge\n\nIn plain words.\n", content_type="multipart/mixed"), "In plain words.", False,
                     id="no boundary named"),
        pytest.param(a_mail("--edge\n\nIn plain words.\n--ed", content_type="multipart/mixed; boundary=edge"),
                     "In plain words.\n--ed", False, id="cut off"),
        pytest.param(a_mail("Words.", content_type="multipart/mixed; boundary=none"), "Words.", False, id="no parts"),
        pytest.param(a_mail("Words.", content_type="nonsense"), "Words.", False, id="a type that is none"),
        pytest.param(a_mail("<p>Rich</p>", content_type="text/html"), "Rich", True, id="HTML as the whole mail"),
        pytest.param(a_multipart("mixed", _PLAIN, _attached("attachment; filename=a.txt", "text/plain")),
                     "In plain words.", False, id="a text attached"),
        pytest.param(b"no header, no body", "no header, no body", False, id="a line that is no mail"),
        pytest.param(b"", "", False, id="nothing"),
    ],
)  # fmt: skip
def test_the_text_of_a_mail(mail: bytes, text: str, *, html: bool) -> None:
    """What a reader would see is read: plain before HTML, all pieces in their order."""
    letter = letter_of(mail)

    assert (text, html) == (letter.text, letter.html)


@pytest.mark.parametrize(
    ("octets", "charset", "expected"),
    [
        ("Grüße".encode(), "utf-8", "Grüße"),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        ("Grüße".encode("latin-1"), "utf-8", "Grüße"),
        ("Grüße".encode(), "iso-8859-1", "Grüße"),
        ("Grüße".encode(), "us-ascii", "Grüße"),
        ("Cześć".encode("iso-8859-2"), "ISO-8859-2", "Cześć"),
        ("Cześć".encode("cp1250"), "windows-1250", "Cześć"),
        ("„ja“".encode("cp1252"), "iso-8859-1", "„ja“"),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
        ("Grüße".encode("utf-16"), "utf-16", "Grüße"),
        ("Grüße".encode("utf-7"), "utf-7", "Grüße"),
        (b"Gru\0sse", "punycode", "Grusse"),
        ("Grüße, schöne Grüße".encode() + b"\xff", "utf-8", "Grüße, schöne Grüße\ufffd"),
        ("Καλημέρα".encode("iso8859-7") + b"\xff", "iso-8859-7", "Καλημέρα\ufffd"),
    ],
)
def test_a_charset_and_its_label(octets: bytes, charset: str, expected: str) -> None:
    """The text comes out as it was meant, whatever the label says."""
    mail = a_mail("", content_type=f"text/plain; charset={charset}") + octets

    assert expected == letter_of(mail).whole


@pytest.mark.parametrize(
    ("encoding", "body", "expected"),
    [
        ("quoted-printable", "Gr=C3=BC=C3=9Fe und=\n mehr", "Grüße und mehr"),
        ("base64", "R3LDvMOfZQ==", "Grüße"),
        ("base64", "R3LD\nvM!OfZQ", "Grüße"),
        ("8bit", "Grüße", "Grüße"),
        ("no-such", "Grüße", "Grüße"),
    ],
)
def test_a_transfer_encoding(encoding: str, body: str, expected: str) -> None:
    """It's undone as far as it goes."""
    assert expected == letter_of(a_mail(body, content_transfer_encoding=encoding)).whole


@pytest.mark.parametrize(
    ("delsp", "body", "expected"),
    [
        ("no", "One long \nline.\nAnother.\n", "One long line.\nAnother."),
        ("yes", "One lo \nng line.", "One long line."),
        ("no", "> quoted \n> on\n>> deeper\nown", "> quoted on\n>> deeper\nown"),
        ("no", " From here\n >no quote", "From here\n>no quote"),
        ("no", "Words \n-- \nDana", "Words\n-- \nDana"),
    ],
)
def test_flowed_text(delsp: str, body: str, expected: str) -> None:
    """Lines that were wrapped for the way are whole again (RFC 3676)."""
    assert expected == letter_of(a_mail(body, content_type=f"text/plain; format=flowed; delsp={delsp}")).whole


@pytest.mark.parametrize(
    ("disposition", "expected"),
    [
        ("attachment; filename=offer.pdf", ("offer.pdf",)),
        ('attachment; filename="the offer; final.pdf"', ("the offer; final.pdf",)),
        ("attachment; filename*=utf-8''tilbo%C3%B0.pdf", ("tilboð.pdf",)),
        ("attachment; filename*0*=utf-8''tilb; filename*1*=o%C3%B0; filename*2=.pdf", ("tilboð.pdf",)),
        ('attachment; filename="=?utf-8?q?tilbo=C3=B0=2Epdf?="', ("tilboð.pdf",)),
        ("inline; filename=offer.pdf", ("offer.pdf",)),
        ("attachment", ("application/pdf",)),
        ("inline", ()),
    ],
)
def test_an_attachment_and_its_name(disposition: str, expected: tuple[str, ...]) -> None:
    """It's named as its author named it, or by its type."""
    assert expected == letter_of(a_multipart("mixed", _PLAIN, _attached(disposition))).attachments


def test_a_picture_inside_the_text() -> None:
    """It's no attachment."""
    picture = "Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline\n\nxx"

    assert letter_of(a_multipart("related", _HTML, picture)).attachments == ()

"""Mail that breaks the rules: each gives the facts it has, or says that it can't be read, and takes no long time."""

from __future__ import annotations

import base64

import pytest

from crickets.domain.message import Kind
from crickets.reading import Reading, letter_of, reading_of
from crickets.reading.body.bodies import TEXT_LIMIT
from crickets.reading.body.mime import DEPTH_LIMIT, PARTS_LIMIT, parts_of
from tests.reading.build import a_mail, a_multipart

_MEGABYTE = 1 << 20

pytestmark = pytest.mark.timeout(60)


def _in(charset: str, text: str, label: str = "") -> bytes:
    return a_mail("", content_type=f"text/plain; charset={label or charset}") + text.encode(charset)


@pytest.mark.parametrize(
    ("octets", "subject"),
    [
        ("Grüße".encode("latin-1"), "Grüße"),
        ("Grüße".encode(), "Grüße"),
        ("Zażółć".encode(), "Zażółć"),
        (b"=?utf-8?q?Gr=C3=BC=C3=9Fe", "=?utf-8?q?Gr=C3=BC=C3=9Fe"),
        (b"=?no-such?q?abc?=", "abc"),
        (b"one\0two", "onetwo"),
        (b"", ""),
    ],
)
def test_a_subject_that_is_not_ascii(octets: bytes, subject: str) -> None:
    """It's read as it was meant, as far as that can be told."""
    assert reading_of(b"From: a@b.example\r\nSubject: " + octets + b"\r\n\r\nx").message.subject == subject


@pytest.mark.parametrize("date", ["", "yesterday", "32 Foo 2026", "Mon, 2 Mar 99999 10:00:00 +0000", "\0", "0" * 5000])
def test_a_date_that_is_none(date: str) -> None:
    """There's no date then; the rest is read."""
    reading = reading_of(f"From: a@b.example\r\nDate: {date}\r\nSubject: x\r\n\r\nWords.".encode())

    assert (reading.message.date, reading.message.subject, reading.letter.text) == (None, "x", "Words.")


def test_two_message_ids() -> None:
    """The first is the mail's, the second another name of it."""
    message = reading_of(b"Message-ID: <one@a>\r\nMessage-ID: <two@a>\r\nFrom: a@b.example\r\n\r\nx").message

    assert (message.id, message.also_known_as) == ("one@a", ("two@a",))


@pytest.mark.parametrize("field", [b"Subject", b"From", b"References", b"X-Filler", b"Content-Type", b"Message-ID"])
@pytest.mark.parametrize("filler", [b"x", b"<a@b> ", b"\r\n ", b"(", b"=?utf-8?q?a?= ", b"a@b,", b"; a=b", b"\0"])
def test_a_header_of_a_megabyte(field: bytes, filler: bytes) -> None:
    """Each fact made of it has a bound."""
    header = field + b": " + filler * (_MEGABYTE // len(filler))
    message = reading_of(b"To: d@e.example\r\n" + header + b"\r\n\r\nWords.").message

    assert len(repr(message)) < _MEGABYTE // 2


def test_a_hundred_thousand_fields() -> None:
    """They are read, and what follows them too."""
    reading = reading_of(b"X-Filler: x\r\n" * 100_000 + b"From: a@b.example\r\nSubject: last\r\n\r\nWords.")

    assert reading.kind is Kind.PERSON
    assert len(repr(reading)) < _MEGABYTE


def _nested(depth: int, inside: bytes) -> bytes:
    mail = b"Content-Type: text/plain\r\n\r\n" + inside + b"\r\n"
    for level in range(depth, 0, -1):
        mail = b"Content-Type: multipart/mixed; boundary=b%dx\r\n\r\n--b%dx\r\n%b\r\n--b%dx--\r\n" % (
            level,
            level,
            mail,
            level,
        )
    return b"From: a@b.example\r\nSubject: x\r\n" + mail


@pytest.mark.parametrize(("depth", "found"), [(1, True), (DEPTH_LIMIT - 1, True), (1000, False)])
def test_parts_inside_each_other(depth: int, *, found: bool) -> None:
    """They are looked into as deep as anybody could mean."""
    reading = reading_of(_nested(depth, b"Deep words."))

    assert reading.message.subject == "x"
    assert ("Deep words." in reading.letter.text) is found


def test_messages_inside_each_other() -> None:
    """A thousand of them are no more than the outermost."""
    mail = b"From: a@b.example\r\nSubject: x\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 1000 + b"Words."

    assert reading_of(mail).message.subject == "x"


def test_more_parts_than_anybody_reads() -> None:
    """They are read up to a bound."""
    assert len(list(parts_of(a_multipart("mixed", *["\nx"] * (PARTS_LIMIT * 3))))) == PARTS_LIMIT


@pytest.mark.parametrize(
    ("mail", "text"),
    [
        pytest.param(_in("utf-7", "Grüße"), "Grüße", id="UTF-7"),
        pytest.param(_in("utf-7", "Grüße", "unicode-1-1-utf-7"), "Grüße", id="UTF-7 by its old name"),
        pytest.param(_in("utf-16", "Grüße"), "Grüße", id="UTF-16"),
        pytest.param(_in("utf-16-le", "Gr\u00fc\u00dfe"), "Grüße", id="UTF-16 by its order"),
        pytest.param(_in("iso-2022-jp", "こんにちは"), "こんにちは", id="ISO-2022-JP"),
        pytest.param(_in("utf-8", "Grüße", "us-ascii"), "Grüße", id="UTF-8 as ASCII"),
        pytest.param(_in("latin-1", "Grüße", "utf-8"), "Grüße", id="Latin-1 as UTF-8"),
        pytest.param(_in("utf-8", "Grüße", "utf-16"), "", id="UTF-8 as UTF-16"),
        pytest.param(_in("ascii", "Words", "no-such-charset"), "Words", id="no charset"),
        pytest.param(_in("ascii", "Words", "idna"), "Words", id="no charset of mail"),
        pytest.param(_in("utf-8", "Wo\0r\x1bds"), "Words", id="controls"),
        pytest.param(_in("utf-8", "\ufeffWords"), "Words", id="a byte order mark"),
        pytest.param(_in("utf-8", "Words\u202etxt"), "Wordstxt", id="text turned around"),
    ],
)
def test_a_charset(mail: bytes, text: str) -> None:
    """The text comes out as it was meant; where nobody knows what was meant, something comes out."""
    letter = letter_of(mail)

    assert repr(letter).encode("utf-8")
    assert letter.text == text or not text


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        ("base64", base64.b64encode(b"Words and more words.")[:-3], "Words and more wor"),
        ("base64", base64.b64encode(b"Words")[:-1], "Words"),
        ("base64", b"V29yZHM=\r\n\r\n-- \r\nA list's footer", "Words"),
        ("base64", b"not base64 at all!", None),
        ("base64", b"=" * 1000, ""),
        ("quoted-printable", b"Words=ZZ=\r\n more=", None),
        ("quoted-printable", b"Words=\r\n", "Words"),
        ("quoted-printable", b"=" * 1000, None),
        ("x-uuencode", b"Words", "Words"),
        ("\0", b"Words", "Words"),
    ],
)
def test_a_transfer_encoding_that_breaks_off(encoding: str, body: bytes, text: str | None) -> None:
    """It's undone as far as it goes."""
    letter = letter_of(a_mail("", content_transfer_encoding=encoding) + body)

    assert repr(letter).encode("utf-8")
    assert text is None or letter.text == text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<div>", id="open"),
        pytest.param(b"<div></div>", id="closed"),
        pytest.param(b"<blockquote>", id="quotes"),
        pytest.param(b"<div class=gmail_attr>", id="attributions"),
        pytest.param(b"<div style='border-top:solid #E1E1E1'>a: b<br>", id="rules"),
        pytest.param(b"<table><tr><td>", id="tables"),
        pytest.param(b"<a href='", id="unclosed"),
        pytest.param(b"&#x1F600;&nbsp;", id="entities"),
        pytest.param(b"<!--[if mso]>", id="comments"),
        pytest.param(b"<p class=gmail_signature>", id="signatures"),
        pytest.param(b"<style>", id="styles"),
    ],
)
def test_ten_megabytes_of_html(body: bytes) -> None:
    """As much of it is read as a letter can have."""
    page = b"<p>Words.</p>" + body * (10 * _MEGABYTE // len(body))

    letter = letter_of(a_mail("", content_type="text/html") + page)

    assert letter.whole.startswith("Words.")
    assert len(letter.whole) <= TEXT_LIMIT


@pytest.mark.parametrize("octet", [b"x", b" ", b">", b"-", b"\0", b"=", b"1 ", b"a@", b"\xff", b"\r", b"\n"])
@pytest.mark.parametrize("before", [b"From: a@b.example\r\n\r\n", b"From: "])
def test_thirty_two_megabytes_in_a_line(before: bytes, octet: bytes) -> None:
    """They are read up to a bound, in the body as in the header."""
    reading = reading_of(before + octet * ((32 * _MEGABYTE) // len(octet)))

    assert len(repr(reading)) < 4 * _MEGABYTE


@pytest.mark.parametrize(
    "octets",
    [b"", b"\0" * 1000, b"\xff\xd8\xff\xe0" + bytes(range(256)) * 50, b"\r\n" * 1000, b"PK\x03\x04" + b"\x80" * 500],
    ids=["nothing", "zeros", "a picture", "blank lines", "an archive"],
)
def test_what_is_no_mail(octets: bytes) -> None:
    """It's said to be unreadable, and has facts all the same."""
    reading: Reading = reading_of(octets)

    assert reading.unreadable
    assert reading.message.id

"""Whatever lies in a mailbox is read: no crash, no hang, nothing without bounds."""

from __future__ import annotations

import re
import tracemalloc
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.letter import Letter
from crickets.domain.mailbox import UidValidity
from crickets.domain.message import Role
from crickets.reading import language_of, letter_of, listed_draft_of, message_of, reading_of
from crickets.reading.body.mime import parts_of
from crickets.reading.quotes.quotes import parts_of_text
from crickets.reading.voice.phones import phones_in
from crickets.reading.voice.signed_names import name_signed
from tests.reading.build import raw

_NUMBER = re.compile(r"[+(]?[\d /().\u2010-\u2013-]{6,}")
"""Of what a telephone number is written, on one line."""

_SCRAPS = st.sampled_from(
    [
        *(bytes([octet]) for octet in b'\r\n\0 \t"<>()\\,;:@=?_%*-+[]|&\x7f\x80\xc3\xff'),
        *(
            b"\r\n\r\n",
            b"\n\n",
            b"\r\n ",
            b"=?utf-8?q?",
            b"=?utf-7?b?",
            b"?=",
            b"=3C",
            b"''",
            b"+2AA-",
            b"-- \n",
            b"> ",
        ),
        *(f"\n{name}: ".encode() for name in ("From", "To", "Subject", "Date", "Message-ID", "References", "List-Id")),
        *(b"\nContent-Type: multipart/report; report-type=delivery-status; boundary=b", b"\n--b\n", b"\n--b--\n"),
        *(b"\nContent-Type: multipart/alternative; boundary=b", b"\nContent-Type: text/html", b"; format=flowed"),
        *(
            b"\nContent-Type: message/delivery-status\n\nAction: ",
            b"\nContent-Transfer-Encoding: base64",
            b"*0*=utf-16''",
        ),
        *(b"; charset=utf-16", b"; charset=punycode", b"<blockquote>", b"</a>", b'<a href="', b"<!--", b"&#xd800;"),
        *(
            b"\nOn Mon, 2 Mar 2026 a@b.example wrote:\n",
            b"\nFrom: a\nSent: b\nTo: c\n",
            b"\nSent from my x\n",
            b"Hi A,",
        ),
    ]
)
_MAIL = st.lists(st.one_of(_SCRAPS, st.binary(max_size=20)), max_size=60).map(b"".join)


@given(_MAIL)
def test_any_header(octets: bytes) -> None:
    """It has facts, with an id, and all their text can be written down."""
    message = message_of(raw(octets), role=Role.INBOX)

    assert message.id
    assert repr(message).encode("utf-8")
    assert listed_draft_of(raw(octets), folder="Drafts", uid_validity=UidValidity(1)).id == message.id


@given(_MAIL)
def test_any_mail(octets: bytes) -> None:
    """It's a letter of some kind, and all its text can be written down."""
    letter = letter_of(octets)

    assert repr((letter, reading_of(octets))).encode("utf-8")
    assert len(letter.text) <= len(letter.whole) + 1


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text(signature: str, text: str) -> None:
    """It comes apart, and what is found in it is of the kind that is looked for."""
    parts = parts_of_text(text)

    assert len(parts.text) + len(parts.quoted) + len(parts.signature) <= len(text)
    assert all(_NUMBER.fullmatch(number) for number in phones_in(signature, text, "IT"))
    assert len(language_of(text)) in {0, 2}
    assert " " not in name_signed(Letter(text=text, sign_off=signature))


_MEGABYTE = 1 << 20


@pytest.mark.parametrize("field", ["from", "subject", "references", "date", "content-type", "list-id"])
@pytest.mark.parametrize(
    "filler", [b" ", b'"', b"<", b"(", b"=?a?q?", b"\\", b",", b'; a="', b"\n ", b"x", b"<a@b> ", b"\0"]
)
def test_a_header_of_a_megabyte(field: str, filler: bytes) -> None:
    """It's read in a moment, whatever it's full of."""
    header = field.encode() + b": a" + filler * (_MEGABYTE // len(filler)) + b"x\r\n y\r\n"
    begun = process_time()

    message_of(raw(header), role=Role.INBOX)

    assert process_time() - begun < 5


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"On\n", id="attributions begun"),
        pytest.param(b"On 1 Jan 2026 a@b.example wrote:\n", id="attributions"),
        pytest.param(b"From: x\nTo: y\n", id="headers begun"),
        pytest.param(b"-- \n", id="separators"),
        pytest.param(b"-- A\n", id="names behind dashes"),
        pytest.param(b"Anna <a@b>\n", id="names and addresses"),
        pytest.param(b"Sent from my x\nA\n", id="notes"),
        pytest.param(b"\nThis email and any\n", id="disclaimers begun"),
        pytest.param(b"Hi, ", id="greetings"),
        pytest.param(b" ", id="blanks"),
        pytest.param(b"1 ", id="numbers"),
        pytest.param(b"<div>", id="elements"),
        pytest.param(b"<!--", id="comments"),
        pytest.param(b'<a "', id="broken elements"),
        pytest.param(b"<!", id="broken declarations"),
    ],
)
@pytest.mark.parametrize("kind", [b"text/plain; format=flowed", b"text/html"])
def test_a_body_of_two_megabytes(kind: bytes, body: bytes) -> None:
    """It's read in a moment, whatever it's full of."""
    mail = b"Content-Type: " + kind + b"\r\n\r\n" + body * (2 * _MEGABYTE // len(body))
    begun = process_time()

    letter_of(mail)

    assert process_time() - begun < 10


def test_a_quarter_of_a_megabyte_of_lines_that_may_introduce_a_quote() -> None:
    """So many are tried as a mail may have, and the rest is read on as words."""
    mail = b"Subject: x\n\n" + b"until 5 May - </a:\n" * (_MEGABYTE // 4 // 19)
    letter_of(b"Subject: x\n\nHello")
    begun = process_time()

    letter_of(mail)

    assert process_time() - begun < 2


@pytest.mark.parametrize("line", [b"<p>until 5 May and <b>so</b> on</p>\n", b"<style>p {}</style>\n"])
def test_forty_megabytes_of_pages(line: bytes) -> None:
    """So much is read over all parts as of one."""
    page = b"--b\nContent-Type: text/html\n\n" + line * (_MEGABYTE // 5 // len(line))
    mail = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + page * 200
    begun = process_time()

    reading_of(mail)

    assert process_time() - begun < 6


def test_a_thousand_parts_inside_each_other() -> None:
    """What lies too deep is not looked for, and nothing breaks."""
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(1000)
    )

    assert letter_of(b"Subject: x\n" + opened + b"\n\nwords").attachments == ()


def test_megabytes_at_the_deepest_place() -> None:
    """They aren't kept once for each of the parts around them."""
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(18))
    mail = b"Subject: x\n" + opened + b"Content-Type: text/plain; name=a.txt\n\n" + bytes(8 << 20)

    tracemalloc.start()
    try:
        leaves = [len(part.inside) for part in parts_of(mail)]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (leaves, most < 6 * len(mail)) == ([18], True)


def test_a_hundred_thousand_parts() -> None:
    """So many are read as anybody could mean."""
    mail = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000

    assert 100 < letter_of(mail).whole.count("x") <= 200

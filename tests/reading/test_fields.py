from __future__ import annotations

import pytest

from crickets.reading.header.fields import BLOCK_LIMIT, FIELD_LIMIT, TEXT_LIMIT, decoded, fields_of


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(b"Subject: Hello\r\n", b"Hello", id="plain"),
        pytest.param(b"SUBJECT:Hello\n", b"Hello", id="no blank, bare LF"),
        pytest.param(b"Subject : Hello\n", b"Hello", id="blank before the colon"),
        pytest.param(b"Subject: Hello\r\n\tworld\r\nTo: x\r\n", b"Hello world", id="folded"),
        pytest.param(b"Subject: Hello\r\nworld\r\nTo: x\r\n", b"Hello world", id="folded without its blank"),
        pytest.param(b"Subject: one\r\nSubject: two\r\n", b"one", id="twice"),
        pytest.param(b"To: x\rSubject: Hello\r", b"Hello", id="lone CR all through"),
        pytest.param(b"From x@y Mon Mar  2\nSubject: Hello\n", b"Hello", id="an mbox line above"),
        pytest.param(b"\r\nSubject: Hello\r\n", b"Hello", id="a blank line above"),
        pytest.param(b"Subject: Hello\r\n\r\nSubject: body\r\n", b"Hello", id="a body behind"),
        pytest.param(b"To: x\r\n\r\nSubject: body\r\n", b"", id="only in the body"),
        pytest.param(b"Subject: \xff\xfe\x00\r\n", b"\xff\xfe\x00", id="8-bit and NUL"),
        pytest.param(b"", b"", id="nothing"),
    ],
)
def test_a_subject_in_a_header_block(block: bytes, expected: bytes) -> None:
    """A field is found however its block is broken; the first of several wins."""
    assert expected == fields_of(block).first("subject")


def test_a_field_that_stands_three_times() -> None:
    """All its values are kept in their order."""
    fields = fields_of(b"Received: a\r\nreceived: b\r\n c\r\nRECEIVED: d\r\n")

    assert fields.every("received") == (b"a", b"b c", b"d")


def test_a_lone_cr_within_a_field() -> None:
    """It can't smuggle in another field."""
    fields = fields_of(b"Subject: Hello\rAuto-Submitted: auto-replied\r\nTo: x\r\n")

    assert (fields.first("subject"), "auto-submitted" in fields) == (b"Hello Auto-Submitted: auto-replied", False)


def test_a_field_and_a_block_beyond_all_bounds() -> None:
    """Only so much of them is kept."""
    fields = fields_of(b"Subject: " + b"x" * BLOCK_LIMIT + b"\r\nTo: late@x.example\r\n")

    assert (len(fields.first("subject")), "to" in fields) == (FIELD_LIMIT - 1, False)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Plain words", "Plain words"),
        (b"=?utf-8?q?Cze=C5=9B=C4=87_Anno?=", "Cześć Anno"),
        (b"=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
        (b"=?iso-8859-1*de?Q?Gr=FC=DFe?= an alle", "Grüße an alle"),
        (b"=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße"),  # a character cut in two
        (b"=?utf-8?q?one?= =?utf-8?q?two?=", "onetwo"),
        (b"=?utf-8?q?one?= and =?utf-8?q?two?=", "one and two"),
        (b"Re: =?utf-8?q?Sj=C3=A1umst?=", "Re: Sjáumst"),
        (b"=?utf-8?q?with blanks inside?=", "with blanks inside"),
        (b"=?utf-8?B?R3LDvMOfZQ?=", "Grüße"),  # its padding lost
        (b"=?us-ascii?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),  # a lie
        (b"=?iso-8859-1?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),  # another
        (b"=?iso-8859-1?q?=93ja=94?=", "“ja”"),  # Windows-1252 under its usual false name
        (b"=?no-such-charset?q?Gr=FC=DFe?=", "Grüße"),
        (b"=?gb2312?B?xOO6ww==?=", "你好"),
        (b"=?utf-8?x?broken?=", "=?utf-8?x?broken?="),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("latin-1"), "Grüße"),
        (b"one\ttwo\x00\x07three", "one twothree"),
        (b"=?utf-8?q?one=0D=0ABcc:_x@y.example?=", "one  Bcc: x@y.example"),
        (b"=?utf-7?q?+2AA-?=", "\ufffd"),  # half a surrogate pair fits into no ledger
        (b"=?=?q?x?=", "x"),
    ],
)
def test_a_value_made_text(raw: bytes, expected: str) -> None:
    """Encoded words, 8-bit and charset lies become what their author meant, on one line, without controls."""
    assert expected == decoded(raw)


def test_a_subject_without_end() -> None:
    """Its text is bounded."""
    assert len(decoded(b"x" * 100_000)) == TEXT_LIMIT

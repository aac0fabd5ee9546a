"""The content of a draft: any words survive the way to the wire and back, and nothing tells of a program."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.letter import Letter, Voice
from crickets.domain.message import Address
from crickets.writing import Shelf, Wording, compose, write_draft
from tests.writing.builders import a_followup, an_offer, header_of, parsed, parsed_leniently, text_of


def draft_of(text: str, html: str | None = None) -> bytes:
    """A draft with these words."""
    return compose(a_followup(), Wording(subject="Re:", text=text, html=html, language="en"))


def encoding_of(text: str) -> str:
    """The transfer encoding that a text gets."""
    return str(parsed_leniently(draft_of(text))["Content-Transfer-Encoding"])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Any news?\n", "7bit"),
        ("x" * 76 + "\n", "7bit"),
        ("x" * 77 + "\n", "quoted-printable"),
        ("Grüße\n", "quoted-printable"),
        ("From here on\n", "quoted-printable"),
        ("a\n.\nb\n", "quoted-printable"),
        ("-- \nDana\n", "7bit"),
    ],
)
def test_the_encoding_of_a_text(text: str, encoding: str) -> None:
    """Short ASCII goes as it is, all else quoted-printable, and both read back as they were."""
    assert encoding == encoding_of(text)
    assert text == text_of(draft_of(text))


@pytest.mark.parametrize("line", ["From here on", ".", "ä\nFrom me\n.\nx"])
def test_a_line_that_a_mail_store_would_mend(line: str) -> None:
    """No line of the body begins with the word From and a blank, or is a lone dot."""
    body = draft_of(f"{line}\n").partition(b"\r\n\r\n")[2]

    assert re.findall(rb"^(?:From |\.\r$)", body, re.MULTILINE) == []


@given(lines=st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300)))
def test_any_text_and_its_mirror(lines: list[str]) -> None:
    """It is ASCII in short lines ended by CRLF, and both parts read back as they were."""
    text = "\n".join(lines) + "\n"
    draft = draft_of(text, html=text)
    html = parsed(draft).get_body(("html",))
    assert html is not None

    assert draft.isascii()
    assert b"\0" not in draft
    assert max(map(len, draft.split(b"\r\n"))) <= 78
    assert not re.search(rb"[^\r]\n|\r[^\n]", draft)
    assert text == text_of(draft)
    assert text == str(html.get_content()).replace("\r\n", "\n")


def test_a_text_and_its_mirror() -> None:
    """The plain text comes first, the richer part last (RFC 2046 §5.1.4)."""
    message = parsed(draft_of("Any news?\n", html="<p>Any news?</p>\n"))

    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert [part.get_content_charset() for part in message.iter_parts()] == ["utf-8", "utf-8"]


def test_a_text_that_holds_the_boundary() -> None:
    """The boundary never stands in a part, even if somebody knew it."""
    boundary = str(parsed_leniently(draft_of("x\n", html="x\n")).get_boundary())
    draft = draft_of(f"--{boundary}\n", html=f"--{boundary}--\n")

    assert draft.count(f"--{boundary}\r\n".encode()) == 2
    assert f"--{boundary}\n" == text_of(draft)


def test_a_draft_written_twice() -> None:
    """The same decision gives the same bytes: after a crash nothing differs."""
    drafts = {write_draft(a_followup(), Voice(), an_offer(html=True), "Dana Levi", Shelf()) for _ in range(2)}

    assert len(drafts) == 1


@pytest.mark.parametrize("html", [True, False])
def test_a_program_that_helped(*, html: bool) -> None:
    """Nothing tells of it: no name, no field of its own, no hint in the boundary."""
    draft = write_draft(a_followup(), Voice(signature="Dana"), an_offer(html=html), "Dana Levi", Shelf())

    assert b"cricket" not in draft.lower()
    assert not re.search(rb"^(?:X-|User-Agent|Sender|List-|Auto-)", header_of(draft), re.MULTILINE | re.IGNORECASE)
    assert not re.search(rb"(?i)python|jinja|robot|automat|generat|template|follow-?up", draft)


def test_controls_in_every_word_there_is() -> None:
    """No NUL, no lone CR or LF and no other control reaches the bytes (Cyrus refuses a NUL)."""
    evil = "a\0b\rc\x1bd\x85e\u2028f\ud800"
    followup = a_followup(
        subject=evil,
        sender=Address(name=evil, email="dana@studio.example"),
        to=(Address(name=evil, email="anna@client.example"),),
    )
    voice = Voice(greeting=evil, sign_off=evil, signature=evil)
    draft = write_draft(followup, voice, Letter(whole=evil, html=True), evil, Shelf({"check-in": evil}))

    assert not re.search(rb"[^\x20-\x7e\r\n]|[^\r]\n|\r[^\n]", draft)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", text_of(draft))


@given(
    words=st.lists(st.text(max_size=200), min_size=8, max_size=8),
    html=st.booleans(),
    language=st.sampled_from(["en", "pl", "is", "da", ""]),
)
def test_whatever_mail_holds(words: list[str], *, html: bool, language: str) -> None:
    """A draft is written, its text and header are sound, and no word of mail is run."""
    name, subject, greeting, sign_off, signature, whole, owner, copied = words
    followup = a_followup(
        subject=subject,
        to=(Address(name=name, email="anna@client.example"),),
        cc=(Address(name=copied, email="bob@client.example"),),
        language=language,
    )
    voice = Voice(greeting=greeting, sign_off=sign_off, signature=signature)
    draft = write_draft(followup, voice, Letter(whole=whole, html=html), owner, Shelf())

    assert draft.isascii()
    assert max(map(len, draft.split(b"\r\n"))) <= 998
    assert not re.search(rb"[^\r]\n|\r[^\n]|\0", draft)
    assert not parsed(draft).defects
    assert "\n\n\n" not in text_of(draft)

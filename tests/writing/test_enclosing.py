"""Files in a draft, as a mail program saves them."""

from __future__ import annotations

import email
import email.policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.attachment import Attachment
from crickets.domain.letter import Letter, Voice
from crickets.reading.invoices.enclosed import files_of
from crickets.writing import Shelf, write_draft
from tests.writing.builders import a_followup, an_offer

PAGE = Attachment(name="Rechnung 2026-14.pdf", type="application/pdf", content=bytes(range(256)))


def drafted(*files: Attachment, anchor: Letter | None = None) -> bytes:
    """A draft that brings files along."""
    letter = an_offer("Does it suit you?\n") if anchor is None else anchor
    return write_draft(a_followup(), Voice(), letter, "Dana Levi", Shelf({}), files)


def test_text_and_file() -> None:
    """One text, one file, each in its part."""
    message = email.message_from_bytes(drafted(PAGE), policy=email.policy.default)

    assert message.get_content_type() == "multipart/mixed"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "application/pdf"]
    [file] = message.iter_attachments()
    assert (file.get_filename(), file.get_content()) == (PAGE.name, PAGE.content)


def test_html_and_file() -> None:
    """Text and its mirror stay together, the file beside them."""
    draft = drafted(PAGE, anchor=an_offer("Does it suit you?\n", html=True))
    message = email.message_from_bytes(draft, policy=email.policy.default)

    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"]


@pytest.mark.parametrize(
    "name", ["Größe.pdf", "счёт.pdf", 'a "b" \\c.pdf', "../../etc/passwd", "🌸" * 300 + ".pdf", " "]
)
def test_names(name: str) -> None:
    """Any name arrives as one, on lines that no server breaks, and leads to no other folder."""
    draft = drafted(Attachment(name=name, type="application/pdf", content=b"x"))
    [file] = files_of(draft)

    assert "/" not in file.name
    assert max(map(len, draft.split(b"\r\n"))) <= 998
    assert file.name.endswith(".pdf") == name.endswith(".pdf")


@pytest.mark.parametrize(
    "parameters",
    [
        b"filename*0*=utf-8''..%2F..%2F; filename*1*=etc%2Fpasswd",
        b"filename*1*=%2Fpasswd; filename*0*=utf-8''%2Fetc",
        b"filename*0=../../; filename*1=.ssh/authorized_keys",
        b"filename*=utf-8''..%5C..%5Cwindows%5Cx.exe",
        b"filename*0*=utf-8''a%0D%0ABcc:%20x%40evil.example; filename*1*=%0D%0A%0D%0Abody",
    ],
)
def test_a_name_that_was_cut_in_pieces(parameters: bytes) -> None:
    """Put together it may be a way, or a field; in the draft it's a name."""
    sent = b"Content-Type: application/pdf\r\nContent-Disposition: attachment; " + parameters + b"\r\n\r\nx\r\n"
    draft = drafted(*files_of(sent))
    [file] = email.message_from_bytes(draft, policy=email.policy.default).iter_attachments()

    assert not set("/\\\r\n") & set(file.get_filename() or "/")
    assert b"\r\nBcc" not in draft


@pytest.mark.parametrize("kind", ["text/plain; x=\r\nBcc: a@b", "message/rfc822", "multipart/mixed", "", "no type"])
def test_types_that_are_none(kind: str) -> None:
    """Such a file goes as one of no known type: it can't act on the header, nor be opened as mail."""
    draft = drafted(Attachment(name="a.pdf", type=kind, content=b"x"))

    assert b"Content-Type: application/octet-stream\r\n" in draft
    assert b"\r\nBcc" not in draft


@given(content=st.binary(max_size=2000))
def test_any_content(content: bytes) -> None:
    """It arrives byte for byte."""
    [file] = files_of(drafted(Attachment(name="a.bin", type="application/octet-stream", content=content)))

    assert file.content == content

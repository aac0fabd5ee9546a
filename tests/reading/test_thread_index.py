"""Microsoft's Thread-Index."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.reading.header.thread_index import conversation_of
from tests.reading.build import a_header, read

GUID = bytes(range(100, 116))
OUTLOOK = bytes.fromhex("01dc9a2b3c4d") + GUID
EXCHANGE = bytes.fromhex("0101dc9a2b3c") + GUID
REPLY = bytes.fromhex("8012345678")


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b64encode(OUTLOOK), OUTLOOK),
        (b64encode(EXCHANGE), EXCHANGE),
        (b64encode(EXCHANGE + REPLY * 7), EXCHANGE),
        (b" " + b64encode(OUTLOOK + REPLY)[:20] + b"\r\n\t" + b64encode(OUTLOOK + REPLY)[20:], OUTLOOK),
        (b64encode(OUTLOOK).rstrip(b"="), OUTLOOK),
        (b64encode(OUTLOOK + REPLY * 10_000), OUTLOOK),
        (b64encode(OUTLOOK + REPLY)[:-2] + b"?? cut", OUTLOOK),
        (
            urlsafe_b64encode(bytes.fromhex("01dc9a2bffff") + b"\xff\xfe\xfd\xfc" * 4),
            b"\x01\xdc\x9a\x2b\xff\xff" + b"\xff\xfe\xfd\xfc" * 4,
        ),
    ],
    ids=["Outlook", "Exchange", "replies", "folded", "no padding", "long", "damaged behind", "URL"],
)
def test_a_conversation(raw: bytes, named: bytes) -> None:
    """All its mail names it by the first 22 octets."""
    assert conversation_of(raw) == named.hex()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Acz",
        b"X" * 36,
        b"not base64 at all",
        b64encode(OUTLOOK[:-1]),
        b64encode(b"\x02" + OUTLOOK[1:]),
        b64encode(b"\x01\x00" + OUTLOOK[2:]),
        b64encode(b"\x01\x01\x00" + OUTLOOK[3:]),
        b64encode(OUTLOOK[:6] + bytes(16)),
        b" " * 5_000 + b64encode(OUTLOOK),
        "Ünsinn".encode(),
    ],
)
def test_what_is_none(raw: bytes) -> None:
    """A field that says something else names no conversation."""
    assert conversation_of(raw) == ""


@given(st.binary(max_size=60))
def test_any_bytes(raw: bytes) -> None:
    """They name a conversation of 22 octets, or none."""
    assert len(conversation_of(raw)) in {0, 44}


def test_a_mail_from_outlook() -> None:
    """The field is one of a mail's facts."""
    assert read(a_header(thread_index=b64encode(OUTLOOK + REPLY).decode())).thread_index == OUTLOOK.hex()

"""Folder names between people and the wire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers.names import Naming, from_utf7, quoted, to_utf7, unquoted

COURIER = Naming(prefix="INBOX.", separator=".")


@pytest.mark.parametrize(
    ("said", "wire"),
    [("INBOX", "INBOX"), ("inbox", "INBOX"), ("Drafts", "INBOX.Drafts"), ("A/B", "INBOX.A.B")],
)
def test_a_prefix_and_a_separator_are_put_on(said: str, wire: str) -> None:
    """INBOX itself has none of them (RFC 9051 section 5.1)."""
    assert COURIER.on_the_wire(said) == wire


def test_the_example_of_the_standard() -> None:
    """RFC 3501 section 5.1.3: a mailbox of English, Chinese and Japanese."""
    assert to_utf7("~peter/mail/台北/日本語") == "~peter/mail/&U,BTFw-/&ZeVnLIqe-"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_name_comes_back_from_utf7(name: str) -> None:
    """Encoding loses nothing, and what is encoded is printable ASCII."""
    assert from_utf7(to_utf7(name)) == name
    assert to_utf7(name).isascii()


@given(st.text(st.characters(codec="ascii", exclude_characters="\r\n")))
def test_every_name_comes_back_from_quotes(name: str) -> None:
    """Quotes and backslashes in it are escaped."""
    assert unquoted(quoted(name)) == name

"""What stands in In-Reply-To in earnest: ids, phrases, addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.reading.header.identifiers import parents_of


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("<a@b>", ["a@b"]),
        ("<a@b> <c@d>", ["a@b", "c@d"]),
        ("a@b", ["a@b"]),
        ("a@b, c@d", ["a@b", "c@d"]),
        ("<a@b> (Anna's message of Monday)", ["a@b"]),
        ("<a@b>; from anna@client.example on Mon, Mar 02, 2026 at 10:15:00AM +0100", ["a@b"]),
        ("<a@b>; from Anna Rossi <anna@client.example>", ["a@b"]),
        ('<a@b> from "Anna Rossi" at Mar 2, 26 10:15:00 am', ["a@b"]),
        ('Your message of "Mon, 02 Mar 2026 10:15:00 +0100." <a@b>', ["a@b"]),
        ('Your message of "Mon, 02 Mar 2026 10:15:00 +0100"\r\n\t<c@d>\r\n\t<a@b>', ["c@d", "a@b"]),
        ('Message from Anna <anna@client.example> of "Mon, 02 Mar 2026." <a@b>', ["a@b"]),
        ("message-id <a@b> of Monday", ["a@b"]),
        ("Message from Anna <anna@client.example>, Message-ID: <a@b>, of Monday", ["a@b"]),
        ("Message from Anna Rossi <anna@client.example> of Monday", []),
        ("Message from Anna Rossi <anna@client.example>", []),
        ('"Anna Rossi"\'s message of "Mon, 2 Mar 2026 10:15:00 +0100"', []),
        ('anna@client.example\'s message of "Mon, 2 Mar 2026 10:15:00 +0100"', []),
        ("anna@client.example wrote", []),
        ("Your message of Monday", []),
        ("<", []),
        (" ", []),
    ],
)
def test_what_is_answered(written: str, ids: list[str]) -> None:
    """Ids are told from the addresses and the words beside them."""
    assert ids == list(parents_of(b"", written.encode()))


@given(st.text(st.sampled_from("<>@ab.,; (')\r\n\tfrom0\u00e9"), max_size=60))
def test_any_field(written: str) -> None:
    """Whatever is in brackets or out of them, an id is never empty, and has no blanks."""
    assert all(one and not any(map(str.isspace, one)) for one in parents_of(b"", written.encode()))

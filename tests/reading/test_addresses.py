from __future__ import annotations

import pytest

from crickets.domain.message import Address
from crickets.reading.header.addresses import ADDRESSES_LIMIT, addresses_of, sender_of


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    return [(address.name, address.email) for address in addresses_of(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"anna@client.example", [("", "anna@client.example")]),
        (b"<anna@client.example>", [("", "anna@client.example")]),
        (b"Anna Rossi <Anna@Client.example>", [("Anna Rossi", "Anna@Client.example")]),
        (b'"Rossi, Anna" <anna@client.example>', [("Rossi, Anna", "anna@client.example")]),
        (b'"Anna \\"Nina\\" Rossi" <a@b.example>', [("Anna Nina Rossi", "a@b.example")]),
        (
            b"a@b.example, Bo <c@d.example>,,e@f.example",
            [("", "a@b.example"), ("Bo", "c@d.example"), ("", "e@f.example")],
        ),
        (
            b'"Rossi, Anna" <a@b.example>, Bo <c@d.example>,"Doe, D." <e@f.example> , g@h.example',
            [("Rossi, Anna", "a@b.example"), ("Bo", "c@d.example"), ("Doe, D.", "e@f.example"), ("", "g@h.example")],
        ),
        (b"a@b.example,", [("", "a@b.example")]),
        (b"a@b.example; c@d.example", [("", "a@b.example"), ("", "c@d.example")]),  # Outlook's
        (b"=?utf-8?q?Rossi=2C_Ann=C3=A0?= <a@b.example>", [("Rossi, Annà", "a@b.example")]),
        (b"=?utf-8?q?Rossi,_Anna?= <a@b.example>", [("Rossi, Anna", "a@b.example")]),
        (b'"=?utf-8?q?Ann=C3=A0?=" <a@b.example>', [("Annà", "a@b.example")]),
        (b"=?utf-8?q?Anna_=3Ca=40b=2Eexample=3E?=", [("Anna", "a@b.example")]),
        (b"Team: a@b.example, Bo <c@d.example>;", [("", "a@b.example"), ("Bo", "c@d.example")]),
        (b"undisclosed-recipients:;", []),
        (b"a@b.example (Anna Rossi)", [("Anna Rossi", "a@b.example")]),
        (b"Anna (the boss, (really)) <a@b.example>", [("Anna", "a@b.example")]),
        (b"<@relay.example,@other.example:a@b.example>", [("", "a@b.example")]),
        (b"a @ b . example", [("", "a@b.example")]),
        (b"Anna Rossi a@b.example", [("Anna Rossi", "a@b.example")]),
        (b"<mailto:a@b.example>", [("", "a@b.example")]),
        (b"'Anna' <a@b.example>", [("Anna", "a@b.example")]),
        (b'"a@b.example" <a@b.example>', [("a@b.example", "a@b.example")]),
        (b'"john doe"@b.example', [("", '"john doe"@b.example')]),
        (b"Anna <a@b.example", [("Anna", "a@b.example")]),
        ("Änna <ä@bücher.example>".encode(), [("Änna", "ä@bücher.example")]),
        ("Änna <a@b.example>".encode("latin-1"), [("Änna", "a@b.example")]),
        (b"Anna\x00 <a@b.example>", [("Anna", "a@b.example")]),
        (b"nobody at all", []),
        (b"", []),
        (b'"<("', []),
    ],
)
def test_an_address_field(raw: bytes, expected: list[tuple[str, str]]) -> None:
    """Every mailbox in it is found with its name as a person reads it, and nothing else."""
    assert expected == _pairs(raw)


def test_a_field_of_a_thousand_addresses() -> None:
    """Two hundred are read."""
    raw = b", ".join(b"p%d@x.example" % number for number in range(1000))

    assert len(addresses_of(raw)) == ADDRESSES_LIMIT


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Mail System <MAILER-DAEMON>", Address(name="Mail System", email="MAILER-DAEMON")),
        (b"MAILER-DAEMON (Mail System)", Address(name="MAILER-DAEMON", email="MAILER-DAEMON")),
        (b"The whole office", Address(name="The whole office", email="")),
        (b"a@b.example, c@d.example", Address(email="a@b.example")),
        (b"", None),
        (b"<>", None),
    ],
)
def test_who_a_mail_is_from(raw: bytes, expected: Address | None) -> None:
    """A local name or a mere name is a sender too, if not one to write to."""
    assert expected == sender_of(raw)

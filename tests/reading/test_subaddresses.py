"""The addresses with a detail that a copy went to: told by the sender's Bcc, or by the server that delivered it."""

from __future__ import annotations

import pytest

from crickets.domain.message import Role
from tests.reading.build import a_header, read


@pytest.mark.parametrize(
    "line",
    [
        "Bcc: dana+5d@studio.example",
        "Bcc: Ben <ben@client.example>, =?utf-8?q?Me?= <dana+5d@studio.example>",
        "Delivered-To: dana+5d@studio.example",
        "X-Original-To: dana+5d@studio.example",
        "Envelope-To: <dana+5d@studio.example>",
        "X-Delivered-To: dana+5d@studio.example",
        "Delivered-To: dana@studio.example\r\nDelivered-To: dana+5d@studio.example",
    ],
)
def test_where_it_is_told(line: str) -> None:
    """In the copy that was sent, and in the one that arrived."""
    assert [a.email for a in read(a_header(line)).subaddresses] == ["dana+5d@studio.example"]


def test_other_addresses() -> None:
    """Who else was sent a copy unseen is nobody's business."""
    header = a_header("Bcc: ben@client.example, a@b+c.example", "Delivered-To: dana@studio.example")

    assert read(header).subaddresses == ()


def test_an_address_that_is_told_twice() -> None:
    """It is one."""
    header = a_header("Bcc: dana+5d@studio.example", "Delivered-To: Dana+5D@studio.example")

    assert len(read(header).subaddresses) == 1


def test_a_hostile_list() -> None:
    """A few are kept."""
    header = a_header("Bcc: " + ", ".join(f"dana+{n}@studio.example" for n in range(500)))

    assert len(read(header).subaddresses) == 10


@pytest.mark.parametrize("role", [Role.TRASH, Role.DRAFTS, Role.UNSENT, Role.TEMPLATES])
def test_a_version_that_was_never_sent(role: Role) -> None:
    """Its Bcc says nothing, as it may have been taken out before the mail was sent; that it was delivered, does."""
    assert read(a_header("Bcc: dana+stop@studio.example"), role).subaddresses == ()
    assert len(read(a_header("Delivered-To: dana+stop@studio.example"), role).subaddresses) == 1

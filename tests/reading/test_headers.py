from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from crickets.domain.mailbox import DraftPlace, ListedDraft, Uid, UidValidity
from crickets.domain.message import Address, Kind, Message, Role, is_invented
from crickets.reading import listed_draft_of, message_of
from tests.reading.build import NOW, a_header, raw, read


def test_a_reply_with_everything_in_its_header() -> None:
    """Each field becomes its fact."""
    header = a_header(
        "Cc: =?utf-8?q?J=C3=B3n?= <jon@client.example>",
        "Reply-To: office@client.example",
        "References: <root@x> <mid@x>",
        "In-Reply-To: <last@x>",
        "X-Microsoft-Original-Message-ID: <before@client.example>",
        subject="Re: =?utf-8?q?Tilbo=C3=B0?=",
    )

    assert Message(
        id="one@client.example",  # type: ignore[arg-type] # a plain text reads better here
        parents=("root@x", "mid@x", "last@x"),  # type: ignore[arg-type] # as above
        also_known_as=("before@client.example",),  # type: ignore[arg-type] # as above
        conversation="17",
        subject="Re: Tilboð",
        sender=Address(name="Anna Rossi", email="anna@client.example"),
        reply_to=(Address(email="office@client.example"),),
        to=(Address(name="Dana Doe", email="dana@studio.example"),),
        cc=(Address(name="Jón", email="jon@client.example"),),
        date=datetime(2026, 3, 2, 9, 15, tzinfo=UTC),
        received=NOW,
        kind=Kind.PERSON,
        signals=("in-reply-to",),
        places=frozenset({Role.SENT}),
    ) == message_of(raw(header, conversation="17"), role=Role.SENT)


def test_a_server_in_another_zone() -> None:
    """What it received is told in UTC."""
    there = NOW.astimezone(timezone(timedelta(hours=9)))

    assert message_of(raw(a_header(), received=there), role=Role.INBOX).received == NOW


@pytest.mark.parametrize(
    ("role", "draft", "expected"),
    [
        (Role.INBOX, False, Role.INBOX),
        (Role.ALL, True, Role.DRAFTS),
        (Role.DRAFTS, True, Role.DRAFTS),
        (Role.DRAFTS, False, Role.DRAFTS),
        (Role.TRASH, True, Role.TRASH),
        (Role.JUNK, True, Role.JUNK),
    ],
)
def test_where_a_mail_is_seen(role: Role, *, draft: bool, expected: Role) -> None:
    """A draft is in Drafts wherever it lies, unless it was thrown away."""
    assert frozenset({expected}) == message_of(raw(a_header(), draft=draft), role=role).places


def test_a_mail_without_message_id() -> None:
    """Its made-up id is the same in every folder, with other Received lines, and at another time."""
    one = read(a_header("Received: by a", message_id=""))
    other = message_of(raw(a_header("Received: by b", message_id=""), received=NOW + timedelta(1)), role=Role.TRASH)

    assert is_invented(one.id)
    assert one.id == other.id
    assert one.id != read(a_header(message_id="", subject="Another")).id


def test_a_mail_with_two_message_ids() -> None:
    """It's known by both, the first before the second."""
    message = read(a_header("Message-ID: <two@x>"))

    assert message.ids == ("one@client.example", "two@x")


def test_a_mail_that_refers_to_itself() -> None:
    """It isn't its own parent."""
    assert read(a_header("References: <a@b> <one@client.example>")).parents == ("a@b",)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (a_header("Sender: a@b.example", **{"from": ""}), Address(email="a@b.example")),
        (a_header("Return-Path: <c@d.example>", **{"from": ""}), Address(email="c@d.example")),
        (a_header(**{"from": ""}), Address(email="")),
        (b"", Address(email="")),
    ],
)
def test_a_mail_without_from(header: bytes, expected: Address) -> None:
    """Its sender is who else is named, or nobody."""
    assert expected == read(header).sender


def test_recipients_named_twice() -> None:
    """Each is there once, in both To fields together."""
    message = read(a_header("To: Dana <DANA@studio.example>, e@f.example", to="dana@studio.example"))

    assert [address.email for address in message.to] == ["dana@studio.example", "e@f.example"]


def test_a_message_in_drafts() -> None:
    """It's listed with its exact place, its parents and all it's addressed to."""
    header = a_header("Cc: bo@client.example", "In-Reply-To: <parent@x>", to="Anna <anna@client.example>")
    expected = ListedDraft(
        place=DraftPlace(
            folder="Drafts",
            uid_validity=UidValidity(3),
            uid=Uid(7),
            flags=frozenset({"\\Seen"}),
        ),
        id="one@client.example",  # type: ignore[arg-type] # a plain text reads better here
        parents=("parent@x",),  # type: ignore[arg-type] # as above
        conversation="17",
        to=("anna@client.example", "bo@client.example"),
        subject="The new site",
    )

    assert expected == listed_draft_of(raw(header, conversation="17"), folder="Drafts", uid_validity=UidValidity(3))

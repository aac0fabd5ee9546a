"""What lies in Gmail's All Mail: drafts, sent mail, delivered mail, and what was left behind of a draft."""

from __future__ import annotations

import datetime as dt

import pytest

from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Role
from tests.contract.worlds import mailbox_on
from tests.servers.mail import OWNER, Mail, a_message
from tests.servers.profiles.gmail import GmailMailbox
from tests.servers.profiles.server import ProfileServer

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
BARE = a_message(OWNER, "Anna <anna@client.example>", at=AT)
RETURNED = BARE.with_header("Return-Path", "<dana@studio.example>")
RECEIVED = BARE.with_header("Received", "from mx.client.example by mx.google.com; Mon, 2 Mar 2026 09:30:00 +0000")


@pytest.mark.parametrize(
    ("folder", "mail", "draft", "left_behind"),
    [
        ("Drafts", BARE, True, False),
        ("Sent", BARE, False, False),
        ("INBOX", RETURNED, False, False),
        ("Archive", RETURNED, False, False),
        ("Archive", RECEIVED, False, False),
        ("Clients", BARE, False, False),
        ("Archive", BARE, False, True),
    ],
    ids=["a draft", "sent", "in the inbox", "archived", "archived, moved here from elsewhere", "labelled", "neither"],
)
def test_what_lies_there(gmail: ProfileServer, folder: str, mail: Mail, *, draft: bool, left_behind: bool) -> None:
    """What was neither sent nor delivered, and has lost its label, is but a draft's former version."""
    user = gmail.user()
    memory = gmail.mailbox(user)
    memory.create("Clients")
    memory.put(folder, mail)
    [told] = all_mail(gmail, user)

    assert (told.draft, told.left_behind) == (draft, left_behind)


def test_a_draft_that_a_mail_client_saved_anew(gmail: ProfileServer) -> None:
    """The former version stays, without its label; what lies beside it is told as ever."""
    user = gmail.user()
    memory = gmail.mailbox(user)
    assert isinstance(memory, GmailMailbox)
    uid = memory.put("Drafts", BARE)
    memory.put("INBOX", RECEIVED.with_header("Message-ID", "<1@client.example>"))
    memory.put("Drafts", BARE.with_header("Message-ID", "<2@studio.example>"))
    memory.remove("Drafts", uid, to_trash=False)

    assert [(h.draft, h.left_behind) for h in all_mail(gmail, user)] == [(False, True), (False, False), (True, False)]


def all_mail(server: ProfileServer, user: str) -> list[RawHeader]:
    """All that is told of the folder."""
    mailbox = mailbox_on(server, user)
    try:
        [name] = [folder.name for folder in mailbox.folders() if folder.role is Role.ALL]
        return list(mailbox.headers(name, Uid(0)))
    finally:
        mailbox.close()

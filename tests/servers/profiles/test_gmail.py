"""Gmail's store: messages, and the labels by which they are shown."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.servers.mail import OWNER, a_message, a_reply
from tests.servers.profiles.gmail import GmailMailbox
from tests.servers.profiles.listed import GMAIL
from tests.servers.profiles.talk import Talk

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
DRAFT = a_message(OWNER, at=AT)


@pytest.fixture
def gmail() -> GmailMailbox:
    """An empty mailbox."""
    return GmailMailbox(GMAIL.folders)


def where(mailbox: GmailMailbox) -> dict[str, int]:
    """How many messages lie in which folders."""
    return {name: count for name in mailbox.folders if (count := len(mailbox.folder(name)))}


def test_laid_into_a_label(gmail: GmailMailbox) -> None:
    """It lies in All Mail too, one message; a draft has no flag."""
    gmail.put("Drafts", DRAFT, flags=("\\Draft", "\\Seen"))

    assert where(gmail) == {"Archive": 1, "Drafts": 1}
    assert [message.flags for message in gmail.drafts] == [{"\\Seen"}]


def test_expunged_from_a_label(gmail: GmailMailbox) -> None:
    """It's archived; from the trash it is gone."""
    gmail.remove("INBOX", gmail.put("INBOX", DRAFT), to_trash=False)
    assert where(gmail) == {"Archive": 1}
    gmail.move("Archive", 1, "Trash")
    assert where(gmail) == {"Trash": 1}
    gmail.remove("Trash", 1, to_trash=False)
    assert where(gmail) == {}


def test_moved(gmail: GmailMailbox) -> None:
    """Another label in the place of one; into the trash, none is left; back from there, it's in All Mail again."""
    gmail.create("Clients")
    gmail.put("INBOX", DRAFT)
    gmail.copy("INBOX", 1, "Important")
    gmail.move("INBOX", 1, "Clients")
    assert where(gmail) == {"Archive": 1, "Important": 1, "Clients": 1}
    uid = gmail.move("Clients", 1, "Trash")
    assert where(gmail) == {"Trash": 1}
    gmail.move("Trash", uid, "INBOX")
    assert where(gmail) == {"INBOX": 1, "Archive": 1}


def test_flags(gmail: GmailMailbox) -> None:
    """They are the message's, and a star is a label; what is marked for deletion is so in one folder."""
    uid = gmail.put("INBOX", DRAFT)
    gmail.flag("INBOX", uid, "\\Seen", "\\Flagged", "\\Deleted")

    assert gmail.folder("INBOX")[0].flags == {"\\Seen", "\\Flagged", "\\Deleted"}
    assert gmail.folder("Archive")[0].flags == gmail.folder("Starred")[0].flags == {"\\Seen", "\\Flagged"}


def test_the_web_client(gmail: GmailMailbox) -> None:
    """A new message for each version and for what is sent, the former ones gone for good."""
    gmail.put("Drafts", DRAFT)
    [draft] = gmail.drafts
    saved = gmail.autosave(draft, "Better words\n", at=AT)
    assert saved.uid > draft.uid
    assert saved.mail.message_id != draft.mail.message_id
    assert where(gmail) == {"Archive": 1, "Drafts": 1}
    sent = gmail.send(saved, at=AT)

    assert where(gmail) == {"Archive": 1, "Sent": 1}
    assert (sent.text, sent.message_id != saved.mail.message_id) == ("Better words\n", True)


def test_the_same_again(gmail: GmailMailbox) -> None:
    """A second message of the same Message-ID and Date replaces the first."""
    gmail.put("Drafts", DRAFT)
    gmail.put("Drafts", DRAFT.with_text("Better words\n"))

    assert [(m.uid, m.mail.text) for m in gmail.drafts] == [(2, "Better words\n")]
    assert where(gmail) == {"Archive": 1, "Drafts": 1}


def test_what_fetch_tells(gmail: GmailMailbox) -> None:
    """Labels but the open folder's own, one number for all doubles, one for the thread until its subject changes."""
    answer = a_reply(DRAFT, at=AT)
    gmail.put("Drafts", DRAFT)
    gmail.put("INBOX", answer)
    gmail.put("INBOX", a_message(at=AT, reply_to=answer).with_header("Subject", "Something else"))
    talk = Talk(gmail, GMAIL)
    talk.say("EXAMINE INBOX")
    threads = [line.rpartition(" ")[2] for line in talk.say("FETCH 1:2 (X-GM-THRID)")[:2]]
    talk.say('EXAMINE "[Gmail]/Tutti i messaggi"')
    lines = talk.say("FETCH 1:2 (X-GM-THRID X-GM-LABELS)")

    assert lines[0] == f'* 1 FETCH (X-GM-THRID {threads[0][:-1]} X-GM-LABELS ("\\\\Draft"))'
    assert lines[1] == f'* 2 FETCH (X-GM-THRID {threads[0][:-1]} X-GM-LABELS ("\\\\Inbox"))'
    assert threads[0] != threads[1]

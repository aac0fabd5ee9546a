"""The owner's own mail client, on each server: what it does is what is then seen."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.servers.mail import Mail, a_message
from tests.servers.mailbox import OwnersMailbox, Stored
from tests.servers.recorder import Recorder
from tests.servers.server import FOLDERS, ImapServer

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=1)


@pytest.fixture
def box(any_server: ImapServer) -> OwnersMailbox:
    """A fresh mailbox on each server in turn."""
    return OwnersMailbox(any_server, any_server.user())


def a_draft_in(box: OwnersMailbox) -> Stored:
    """A draft as the code under test lays it."""
    box.put("Drafts", a_message(at=AT, body="Just checking in.\n"), flags=("\\Draft", "\\Seen"))
    [draft] = box.drafts
    return draft


def subjects(box: OwnersMailbox, folder: str) -> list[str]:
    """The subjects of a folder's messages."""
    return [m.mail.subject for m in box.folder(folder)]


def test_folders_are_called_as_people_call_them(box: OwnersMailbox) -> None:
    """No prefix and no separator of the server's is to be seen."""
    assert sorted(box.folders) == sorted(("INBOX", *FOLDERS))


def test_a_folder_in_a_folder_with_an_umlaut_is_found_again(box: OwnersMailbox) -> None:
    """Separator and modified UTF-7 are the mailbox's own affair."""
    box.create("Crickets/Später & bald")
    box.put("Crickets/Später & bald", a_message(at=AT))

    assert "Crickets/Später & bald" in box.folders
    assert subjects(box, "Crickets/Später & bald") == ["The new site"]


def test_put_says_the_uid(box: OwnersMailbox) -> None:
    """It is the one under which the message then lies."""
    uids = [box.put("INBOX", a_message(at=AT)) for _ in range(2)]

    assert [m.uid for m in box.folder("INBOX")] == uids


def test_the_next_uid_is_told(box: OwnersMailbox) -> None:
    """Before the message comes that gets it."""
    box.put("Drafts", a_message(at=AT))
    told = box.next_uid("Drafts")

    assert box.put("Drafts", a_message(at=AT)) == told


def test_who_stays_needs_one_connection(any_server: ImapServer) -> None:
    """All that is done meanwhile goes over it, and comes to the same as on many."""
    recorder = Recorder(any_server)
    box = OwnersMailbox(recorder, recorder.user())
    recorder.wait_for_the_server()
    recorder.forget()
    with box.staying():
        box.put("INBOX", a_message(at=AT))
        box.put("Drafts", a_message(at=AT))
        seen = box.snapshot(without=())
    sessions = len(recorder.sessions)

    assert seen == box.snapshot(without=())
    assert sessions == 1
    recorder.stop()


def test_looking_leaves_no_trace(box: OwnersMailbox) -> None:
    """A folder seen twice is the same: nothing is marked as read by it."""
    box.put("INBOX", a_message(at=AT))

    assert box.folder("INBOX") == box.folder("INBOX")
    assert box.folder("INBOX")[0].flags == frozenset()


def test_removed_to_trash_it_lies_there(box: OwnersMailbox) -> None:
    """Delete in a mail client with a Trash."""
    uid = box.put("INBOX", a_message(at=AT))
    box.remove("INBOX", uid)

    assert (subjects(box, "INBOX"), subjects(box, "Trash")) == ([], ["The new site"])


def test_removed_for_good_it_lies_nowhere(box: OwnersMailbox) -> None:
    """Only that one message goes: another marked for deletion stays."""
    marked = box.put("INBOX", a_message(at=AT, subject="marked"), flags=("\\Deleted",))
    uid = box.put("INBOX", a_message(at=AT))
    box.remove("INBOX", uid, to_trash=False)

    assert [m.uid for m in box.folder("INBOX")] == [marked]
    assert subjects(box, "Trash") == []


def test_moved_it_lies_in_the_other_folder_only(box: OwnersMailbox) -> None:
    """By MOVE, or by copy and expunge where there is no MOVE."""
    box.move("INBOX", box.put("INBOX", a_message(at=AT)), "Archive")

    assert (subjects(box, "INBOX"), subjects(box, "Archive")) == ([], ["The new site"])


def test_flags_come_and_go(box: OwnersMailbox) -> None:
    """As the owner's star and unread button."""
    uid = box.put("INBOX", a_message(at=AT), flags=("\\Seen",))
    box.flag("INBOX", uid, "\\Flagged")
    box.flag("INBOX", uid, "\\Seen", on=False)

    assert box.folder("INBOX")[0].flags == {"\\Flagged"}


def test_a_sent_draft_leaves_drafts_and_lies_in_sent(box: OwnersMailbox) -> None:
    """With the same id and words, and the date of sending."""
    draft = a_draft_in(box)
    sent = box.send_draft(draft, at=LATER)
    [stored] = box.folder("Sent")

    assert box.drafts == ()
    assert (stored.mail, stored.flags) == (sent, frozenset({"\\Seen"}))
    assert (sent.message_id, sent.text, sent.date) == (draft.mail.message_id, draft.mail.text, LATER)


def test_some_mail_clients_send_under_a_new_id(box: OwnersMailbox) -> None:
    """The id changes, the chain of references does not."""
    draft = a_draft_in(box)
    sent = box.send_draft(draft, at=LATER, keep_id=False, text="Hello again.\n")

    assert sent.message_id not in {"", draft.mail.message_id}
    assert (sent.references, sent.text) == (draft.mail.references, "Hello again.\n")


def test_an_edited_draft_is_a_new_message(box: OwnersMailbox) -> None:
    """Another UID, other words, the old version gone; the id stays, or not."""
    draft = a_draft_in(box)
    kept = box.edit_draft(draft, "Better words.\n", at=LATER)
    renamed = box.edit_draft(kept, "Even better.\n", at=LATER, keep_id=False)

    assert box.drafts == (renamed,)
    assert len({draft.uid, kept.uid, renamed.uid}) == 3
    assert (kept.mail.text, kept.mail.message_id) == ("Better words.\n", draft.mail.message_id)
    assert renamed.mail.message_id != draft.mail.message_id


def test_a_snapshot_tells_whether_anything_was_touched(box: OwnersMailbox) -> None:
    """Two are equal while nothing happens, and differ by the slightest flag; Drafts is left out unless asked for."""
    uid = box.put("INBOX", a_message(at=AT))
    before = box.snapshot()
    a_draft_in(box)
    unchanged = box.snapshot()
    box.flag("INBOX", uid, "\\Flagged")

    assert unchanged == before
    assert box.snapshot() != before
    assert "Drafts" in box.snapshot(without=())


def test_a_message_of_raw_bytes_is_kept_as_it_is(box: OwnersMailbox) -> None:
    """Even one with long ids, which the standard library would encode."""
    long_id = f"<{'x' * 150}@outlook.example>"
    raw = a_message(at=AT, message_id=long_id).raw
    box.put("INBOX", raw)
    [stored] = box.folder("INBOX")

    assert stored.raw == raw
    assert Mail(stored.raw).message_id == long_id

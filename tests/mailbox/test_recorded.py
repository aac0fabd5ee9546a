"""Every command that our client really sends, held against the rules of what may be sent."""

from __future__ import annotations

import datetime as dt

import pytest

from crickets.domain.mailbox import Retirement, Uid
from crickets.domain.message import MessageId, Role
from crickets.errors import Transient
from crickets.mailbox import Password, open_watch
from tests.contract.worlds import mailbox_on, server_settings
from tests.servers.faults import Fault
from tests.servers.mail import OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.recorder import Recorder
from tests.servers.rules import Allowed, broken_rules
from tests.servers.server import ImapServer

AT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
ID = MessageId("step-0.k3f9@studio.example")


def a_draft() -> bytes:
    """A reply as it is laid."""
    return a_message(OWNER, at=AT, message_id=f"<{ID}>").raw


def test_all_that_a_pass_does(any_server: ImapServer) -> None:
    """Reading, laying, taking back and watching: no command but the allowed ones, on any server."""
    recorder = Recorder(any_server)
    user = any_server.user()
    owner = OwnersMailbox(any_server, user)
    uid = owner.put("INBOX", a_message(at=AT))
    mailbox = mailbox_on(recorder, user)
    for folder in mailbox.folders():
        mailbox.examine(folder.name)
        list(mailbox.headers(folder.name, Uid(0)))
    mailbox.message("INBOX", mailbox.examine("INBOX").uid_validity, Uid(uid))
    laid = []
    for to_trash in (True, False):
        place = mailbox.append_draft(a_draft(), ID)
        assert place is not None
        laid.append(place.uid)
        mailbox.drafts()
        assert mailbox.take_back(place, ID, to_trash=to_trash) in {Retirement.TO_TRASH, Retirement.EXPUNGED}
    names = {folder.role: folder.name for folder in mailbox.folders()}
    mailbox.close()
    watch = open_watch(server_settings(recorder, user), Password(secret=recorder.password))
    watch.wait(0.1)
    watch.close()

    allowed = Allowed(drafts=names[Role.DRAFTS], trash=names[Role.TRASH], own=frozenset(laid))
    broken = [words for session in recorder.sessions for words in broken_rules(session, allowed)]
    recorder.stop()
    assert broken == []


@pytest.mark.parametrize(
    "fault",
    [Fault(before="APPEND"), Fault(answer_lost="APPEND"), Fault(before="UID FETCH"), Fault(after_server_bytes=900)],
    ids=["before the APPEND", "its answer", "before it is read back", "somewhere"],
)
def test_a_line_that_breaks_while_a_draft_is_laid(dovecot_sdbox: ImapServer, fault: Fault) -> None:
    """It's `Transient`, never a place that is none; a new connection finds the draft, or finds that there is none."""
    recorder = Recorder(dovecot_sdbox)
    user = dovecot_sdbox.user()
    mailbox = mailbox_on(recorder, user)
    recorder.fault = fault
    with pytest.raises(Transient):
        mailbox.append_draft(a_draft(), ID)
    mailbox.close()
    recorder.stop()

    again = mailbox_on(dovecot_sdbox, user)
    found = len(again.drafts().headers)
    again.close()
    assert found == (0 if fault.before == "APPEND" else 1) or fault.after_server_bytes


@pytest.mark.parametrize("verb", ["UID COPY", "UID STORE", "UID EXPUNGE"])
@pytest.mark.parametrize("lost", [False, True], ids=["before", "answer lost"])
def test_a_line_that_breaks_while_a_draft_is_taken_back(dovecot_sdbox: ImapServer, verb: str, *, lost: bool) -> None:
    """The draft lies in Drafts as it was, or in the trash, or in both: never nowhere."""
    recorder = Recorder(dovecot_sdbox)
    user = dovecot_sdbox.user()
    owner = OwnersMailbox(dovecot_sdbox, user)
    mailbox = mailbox_on(recorder, user)
    place = mailbox.append_draft(a_draft(), ID)
    assert place is not None
    recorder.fault = Fault(answer_lost=verb) if lost else Fault(before=verb)
    with pytest.raises(Transient):
        mailbox.take_back(place, ID, to_trash=True)
    mailbox.close()
    recorder.stop()

    as_it_was = {"\\Draft", "\\Seen"}
    copied = (verb, lost) != ("UID COPY", False)
    marked = verb == "UID EXPUNGE" or (verb, lost) == ("UID STORE", True)
    assert [trashed.flags for trashed in owner.folder("Trash")] == [as_it_was] * copied
    assert {"\\Deleted" in draft.flags for draft in owner.folder("Drafts")} <= {marked}
    assert [draft.flags for draft in owner.drafts] == [as_it_was] * (not marked)

"""What the fake can do beyond the port's contract: lack abilities, fail, and let the world interfere."""

from __future__ import annotations

import datetime as dt

import pytest

from crickets.domain.mailbox import DraftPlace, Retirement, Uid
from crickets.domain.message import MessageId, Role
from crickets.errors import CricketsError, Refused, Transient
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox, Phase, failing, meanwhile, picked_fields
from tests.servers.mail import OWNER, Mail, a_message

AT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
ID = MessageId("d1@studio.example")
DRAFT = a_message(OWNER, at=AT, message_id=f"<{ID}>").raw


@pytest.fixture
def memory() -> MemoryMailbox:
    """A mailbox with the usual folders, in which it is the second of March."""
    return MemoryMailbox(clock=lambda: AT)


@pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AMID, Phase.AFTER])
def test_a_line_that_breaks(memory: MemoryMailbox, phase: Phase) -> None:
    """The call fails, what was done before stays done, and the connection is dead; a new one works."""
    mailbox = FakeMailbox(memory)
    memory.interfere = failing("append_draft", phase)

    with pytest.raises(Transient):
        mailbox.append_draft(DRAFT, ID)

    assert len(memory.drafts) == (phase is not Phase.BEFORE)
    with pytest.raises(Transient):
        mailbox.examine("INBOX")
    assert FakeMailbox(memory).append_draft(DRAFT, ID) is not None


def test_an_owner_who_is_quicker(memory: MemoryMailbox) -> None:
    """An edit between our look and our removal leaves the new version where it is."""
    mailbox = FakeMailbox(memory)
    place = mailbox.append_draft(DRAFT, ID)
    assert place is not None
    edit = meanwhile("take_back", Phase.AMID, lambda: memory.edit_draft(memory.drafts[0], "Mine\n", at=AT))
    memory.interfere = edit

    assert mailbox.take_back(place, ID, to_trash=True) is Retirement.NOT_THERE
    assert [draft.mail.text for draft in memory.drafts] == ["Mine\n"]


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("phase", [Phase.AMID, Phase.COPIED])
def test_a_flag_set_between(memory: MemoryMailbox, phase: Phase, *, counted: bool) -> None:
    """The draft stays, unmarked; a copy of it lies in the trash."""
    memory.abilities.condstore = counted
    mailbox, place = laid_in(memory)
    memory.interfere = meanwhile("take_back", phase, lambda: memory.flag("Drafts", place.uid, "\\Flagged"))

    assert mailbox.take_back(place, ID, to_trash=True) is Retirement.TOUCHED
    assert [draft.flags for draft in memory.drafts] == [{"\\Draft", "\\Seen", "\\Flagged"}]
    assert len(memory.folder("Trash")) == 1


def test_a_mark_that_the_owner_takes_away(memory: MemoryMailbox) -> None:
    """They want the draft."""
    mailbox, place = laid_in(memory)
    unmark = meanwhile("take_back", Phase.MARKED, lambda: memory.flag("Drafts", place.uid, "\\Deleted", on=False))
    memory.interfere = unmark

    assert mailbox.take_back(place, ID, to_trash=True) is Retirement.TOUCHED
    assert len(memory.drafts) == 1


def test_a_line_that_breaks_behind_the_mark(memory: MemoryMailbox) -> None:
    """The mark stays."""
    mailbox, place = laid_in(memory)
    memory.interfere = failing("take_back", Phase.MARKED)

    with pytest.raises(Transient):
        mailbox.take_back(place, ID, to_trash=True)
    assert [draft.flags for draft in memory.folder("Drafts")] == [{"\\Draft", "\\Seen", "\\Deleted"}]


@pytest.mark.parametrize(("uidplus", "archives"), [(False, False), (True, True)])
def test_a_server_on_which_it_is_moved(memory: MemoryMailbox, *, uidplus: bool, archives: bool) -> None:
    """What is set between the look and the move goes to the trash with the draft."""
    memory.abilities.uidplus, memory.abilities.archives = uidplus, archives
    mailbox, place = laid_in(memory)
    memory.interfere = meanwhile("take_back", Phase.AMID, lambda: memory.flag("Drafts", place.uid, "\\Flagged"))

    assert mailbox.take_back(place, ID, to_trash=True) is Retirement.TO_TRASH
    assert [trashed.flags for trashed in memory.folder("Trash")] == [{"\\Draft", "\\Seen", "\\Flagged"}]


def laid_in(memory: MemoryMailbox) -> tuple[FakeMailbox, DraftPlace]:
    """A connection, and a draft that was laid by it; where, only the listing tells on every server."""
    mailbox = FakeMailbox(memory)
    said = mailbox.append_draft(DRAFT, ID)
    listing = mailbox.drafts()
    [draft] = listing.headers
    place = DraftPlace(
        folder=listing.folder,
        uid_validity=listing.uid_validity,
        uid=draft.uid,
        flags=draft.flags,
        mod_sequence=draft.mod_sequence,
    )
    assert said == (place if memory.abilities.uidplus else None)
    return mailbox, place


def test_a_server_that_can_remove_no_single_message(memory: MemoryMailbox) -> None:
    """It's left."""
    memory.abilities.move = memory.abilities.uidplus = False
    mailbox, place = laid_in(memory)

    assert mailbox.take_back(place, ID, to_trash=True) is Retirement.UNABLE


def test_a_server_that_gives_another_id(memory: MemoryMailbox) -> None:
    """The draft lies there and can't be found by its own."""
    memory.abilities.rewrite = lambda raw: Mail(raw).with_header("Message-ID", "<CAF@mail.example>").raw

    assert FakeMailbox(memory).append_draft(DRAFT, ID) is None
    assert [draft.mail.message_id for draft in memory.drafts] == ["<CAF@mail.example>"]


def test_a_message_that_can_not_be_shown(memory: MemoryMailbox) -> None:
    """The others are told, and which were not; once it can be shown, it is."""
    uids = [memory.put("INBOX", a_message(at=AT)) for _ in range(3)]
    memory.break_message("INBOX", uids[1])
    mailbox = FakeMailbox(memory)

    assert [header.uid for header in mailbox.headers("INBOX", Uid(0))] == [uids[0], uids[2]]
    assert mailbox.unreadable("INBOX") == (uids[1],)

    memory.mend_message("INBOX", uids[1])
    assert [header.uid for header in mailbox.headers_of("INBOX", [Uid(uids[1])])] == [uids[1]]
    assert mailbox.unreadable("INBOX") == ()


def test_a_broken_draft(memory: MemoryMailbox) -> None:
    """Drafts is listed whole, or not at all."""
    memory.break_message("Drafts", memory.put("Drafts", DRAFT))

    with pytest.raises(Refused):
        FakeMailbox(memory).drafts()


def test_a_folder_that_is_renumbered(memory: MemoryMailbox) -> None:
    """Another UIDVALIDITY, the same messages; a reading under way ends."""
    memory.put("INBOX", a_message(at=AT))
    mailbox = FakeMailbox(memory)
    before = mailbox.examine("INBOX")
    reading = mailbox.headers("INBOX", Uid(0))
    memory.interfere = meanwhile("headers", Phase.BEFORE, lambda: memory.renumber("INBOX"))

    with pytest.raises(Transient):
        list(reading)
    after = FakeMailbox(memory).examine("INBOX")
    assert after.uid_validity > before.uid_validity
    assert after.exists == 1


def test_a_server_that_lags(memory: MemoryMailbox) -> None:
    """EXISTS counts what has come, and UIDNEXT doesn't, until it's caught up; where nothing has come both are right."""
    memory.put("Sent", a_message(OWNER, at=AT))
    memory.lag(on=False)
    memory.lag(on=True)
    memory.put("INBOX", a_message(at=AT))
    mailbox = FakeMailbox(memory)

    told = {name: mailbox.examine(name) for name in ("INBOX", "Sent")}

    assert {name: (state.uid_next, state.exists) for name, state in told.items()} == {"INBOX": (1, 1), "Sent": (2, 1)}
    assert memory.lag(on=False)
    assert mailbox.examine("INBOX").uid_next == 2


def test_folders_by_their_names(memory: MemoryMailbox) -> None:
    """A folder has the role that its name has on a real server, unless the test gives it one."""
    memory.create("Gesendet")
    memory.create("Kram", Role.ARCHIVE)
    memory.delete("Archive")

    found = {folder.name: folder.role for folder in FakeMailbox(memory).folders()}

    assert (found["Gesendet"], found["Kram"]) == (Role.SENT, Role.ARCHIVE)
    assert "Archive" not in found


def test_what_the_port_wrote(memory: MemoryMailbox) -> None:
    """It can be told from what the owner did."""
    memory.put("Drafts", a_message(OWNER, at=AT))
    mailbox = FakeMailbox(memory)
    place = mailbox.append_draft(DRAFT, ID)
    assert place is not None
    mailbox.take_back(place, ID, to_trash=True)

    assert memory.written == [("append", 2), ("take back", 2)]


def test_a_closed_connection(memory: MemoryMailbox) -> None:
    """It's of no more use."""
    mailbox = FakeMailbox(memory)
    mailbox.close()

    with pytest.raises(CricketsError):
        mailbox.folders()


def test_the_fields_that_are_asked_for() -> None:
    """Folded lines belong to their field; the others are left out, and the body is none of them."""
    raw = b"X-Own: 1\r\n more\r\nSubject: a\r\n b\r\nTO:x@y\r\n\r\nFrom: body\r\n"

    assert picked_fields(raw) == b"Subject: a\r\n b\r\nTO:x@y\r\n\r\n"

"""The contract of the port `Mailbox`, held by the fake and by every real server alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from crickets.domain.mailbox import DraftPlace, FolderState, RawHeader, Retirement, Uid, UidValidity
from crickets.domain.message import MessageId, Role
from crickets.errors import Refused
from tests.contract.worlds import World, fake_world, real_world
from tests.servers.fixtures import PROVIDERS, SERVERS
from tests.servers.mail import OWNER, Mail, a_message
from tests.servers.mailbox import Stored

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
LATER = dt.datetime(2026, 3, 5, 17, tzinfo=dt.UTC)
ID = MessageId("step-0.k3f9@studio.example")
LONG_ID = f"<{'AM0PR0402MB' * 18}@eurprd04.prod.outlook.example>"


WORLDS = ("fake", *PROVIDERS, *SERVERS)


@pytest.fixture(params=WORLDS)
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """A mailbox with the usual folders and nothing in them."""
    if request.param == "fake":
        with fake_world() as world:
            yield world
    else:
        with real_world(request.getfixturevalue(request.param)) as world:
            yield world


#: Where one message can be removed without any other that is marked for deletion.
can_remove_one = pytest.mark.parametrize("world", [name for name in WORLDS if name != "old_server"], indirect=True)


def a_draft(message_id: str = ID) -> bytes:
    """A reply as it is laid."""
    return a_message(OWNER, "Anna <anna@client.example>", at=AT, message_id=f"<{message_id}>").raw


def laid(world: World, message_id: str = ID) -> DraftPlace:
    """Where a draft lies that was just laid."""
    place = world.mailbox.append_draft(a_draft(message_id), MessageId(message_id))
    return listed(world, message_id) if place is None else place


def listed(world: World, message_id: str) -> DraftPlace:
    """The same as the listing tells it, for servers that don't say where they lay what they are given."""
    listing = world.mailbox.drafts()
    [found] = (h for h in listing.headers if Mail(h.header).message_id == f"<{message_id}>")
    return DraftPlace(
        folder=listing.folder,
        uid_validity=listing.uid_validity,
        uid=found.uid,
        flags=found.flags,
        mod_sequence=found.mod_sequence,
    )


def headers(world: World, role: Role, after: int = 0) -> list[RawHeader]:
    """All headers of a folder."""
    return list(world.mailbox.headers(world.names[role], Uid(after)))


def unopened(world: World, name: str) -> FolderState:
    """What the server tells of a folder that isn't open."""
    [state] = [folder.state for folder in world.mailbox.folders({name}) if folder.name == name]
    assert state is not None
    return state


def flags(stored: Stored) -> set[str]:
    """Its flags in lower case, as they are compared."""
    return {flag.lower() for flag in stored.flags}


class TestFolders:
    def test_the_usual_ones(self, world: World) -> None:
        """Each has its role, whatever the server says of it, and a word on why."""
        found = {folder.role: folder for folder in world.mailbox.folders()}

        archive = Role.ALL if world.labels else Role.ARCHIVE
        assert {Role.INBOX, Role.SENT, Role.DRAFTS, Role.TRASH, Role.JUNK, archive} <= set(found)
        assert all(folder.why for folder in found.values())

    @pytest.mark.parametrize("folder", ["Sent", "Drafts", "Trash", "Junk"])
    def test_whatever_they_are_called(self, world: World, folder: str) -> None:
        """What the owner calls Sent is ours too."""
        world.owner.put(folder, a_message(at=AT))

        assert len(headers(world, Role[folder.upper()])) == 1

    def test_one_with_a_name_beyond_ascii(self, world: World) -> None:
        """Its name is told as people write it, and opens it."""
        world.owner.create("Kunden & Söhne 日本")

        [name] = [f.name for f in world.mailbox.folders() if "Kunden" in f.name]

        assert name.endswith("Kunden & Söhne 日本")
        assert world.mailbox.examine(name).exists == 0

    def test_one_that_is_not_there(self, world: World) -> None:
        """Opening it is refused, and the connection lives on."""
        with pytest.raises(Refused):
            world.mailbox.examine("No such folder")

        assert world.mailbox.examine("INBOX").exists == 0


class TestWhatLiesThere:
    def test_each_message(self, world: World) -> None:
        """By its UID, ascending; what was moved away isn't among them any more."""
        uids = [world.owner.put("Archive", a_message(at=AT)) for _ in range(3)]
        name = world.names[Role.ALL if world.labels else Role.ARCHIVE]
        before = world.mailbox.uids(name)
        world.owner.remove("Archive", uids[1])
        world.mailbox.examine("INBOX")

        assert (before, world.mailbox.uids(name)) == (tuple(uids), (uids[0], uids[2]))

    def test_none(self, world: World) -> None:
        """An empty folder has none."""
        assert world.mailbox.uids("INBOX") == ()


class TestMakingFolders:
    @pytest.mark.parametrize("title", ["Stop", "Snooze 1 week", "Größere Aufträge"])
    def test_one_below_another(self, world: World, title: str) -> None:
        """It's there for the owner under that name, is empty, and told level by level."""
        world.mailbox.make_folder(("Crickets", title))

        [made] = [f for f in world.mailbox.folders() if f.levels == ("Crickets", title)]
        assert (made.role, world.mailbox.examine(made.name).exists) == (Role.OTHER, 0)
        assert world.owner.folder(f"Crickets/{title}") == ()

    def test_what_is_put_there(self, world: World) -> None:
        """It's read as in any folder."""
        world.mailbox.make_folder(("Crickets", "Stop"))
        world.owner.put("Crickets/Stop", a_message(at=AT))

        [made] = [f for f in world.mailbox.folders() if f.levels == ("Crickets", "Stop")]
        world.mailbox.examine(made.name)
        assert len(list(world.mailbox.headers(made.name, Uid(0)))) == 1

    def test_two_of_them(self, world: World) -> None:
        """The second finds the first one's place made."""
        for title in ("Stop", "Lost"):
            world.mailbox.make_folder(("Crickets", title))

        made = {f.levels for f in world.mailbox.folders() if len(f.levels) > 1 and f.levels[0] == "Crickets"}
        assert made == {("Crickets", "Stop"), ("Crickets", "Lost")}

    def test_one_that_is_there(self, world: World) -> None:
        """It's refused, and what lies there stays; the connection lives on."""
        world.owner.create("Crickets/Stop")
        world.owner.put("Crickets/Stop", a_message(at=AT))

        with pytest.raises(Refused):
            world.mailbox.make_folder(("Crickets", "Stop"))

        assert len(world.owner.folder("Crickets/Stop")) == 1
        assert world.mailbox.examine("INBOX").exists == 0


class TestReading:
    def test_an_empty_folder(self, world: World) -> None:
        """There are no headers in it."""
        assert world.mailbox.examine("INBOX").exists == 0
        assert headers(world, Role.INBOX) == []

    def test_messages_in_a_folder(self, world: World) -> None:
        """Each is told once, UIDs ascending, with its flags, the moment it was received, and the fields that matter."""
        first = world.owner.put("INBOX", a_message(subject="One", at=AT), flags=("\\Seen", "\\Flagged"))
        second = world.owner.put("INBOX", a_message(subject="Two", at=LATER))

        told = headers(world, Role.INBOX)

        assert [header.uid for header in told] == [first, second]
        assert [header.internal_date for header in told] == [AT.astimezone(dt.UTC), LATER]
        assert [header.flags for header in told] == [{"\\Seen", "\\Flagged"}, set()]
        assert [Mail(header.header).subject for header in told] == ["One", "Two"]
        assert not any(header.draft for header in told)

    def test_fields_that_matter(self, world: World) -> None:
        """The header has them as they were sent, however long or folded; nothing of the body."""
        parent = a_message(at=AT, message_id=LONG_ID)
        mail = a_message(
            at=AT, reply_to=parent, cc="c@client.example", body="secret words",
            headers={"Auto-Submitted": "auto-replied", "X-Unasked": "x"},
        )  # fmt: skip
        world.owner.put("INBOX", mail)

        [told] = headers(world, Role.INBOX)

        names = ("Message-ID", "In-Reply-To", "References", "From", "Cc", "Auto-Submitted", "Date")
        assert [Mail(told.header).header(n) for n in names] == [mail.header(n) for n in names]
        assert b"secret words" not in told.header
        assert b"X-Unasked" not in told.header

    def test_a_header_that_is_not_ascii(self, world: World) -> None:
        """The message is told all the same; Cyrus puts an X for each such byte."""
        world.owner.put("INBOX", a_message(at=AT, headers={"From": "Jürgen <j@client.example>"}))

        [told] = headers(world, Role.INBOX)

        assert Mail(told.header).header("From") in {
            "Jürgen <j@client.example>",
            "JXXrgen <j@client.example>",
        }

    def test_only_what_is_new(self, world: World) -> None:
        """Messages up to the one that was read last are not told again."""
        known = world.owner.put("INBOX", a_message(at=AT))
        new = world.owner.put("INBOX", a_message(at=LATER))
        world.mailbox.examine("INBOX")

        assert [header.uid for header in headers(world, Role.INBOX, after=known)] == [new]

    def test_nothing_new(self, world: World) -> None:
        """The last message is not told again, though the protocol's "n:*" always holds it."""
        known = world.owner.put("INBOX", a_message(at=AT))
        world.mailbox.examine("INBOX")

        assert headers(world, Role.INBOX, after=known) == []
        assert headers(world, Role.INBOX, after=known + 50) == []

    def test_gaps_between_uids(self, world: World) -> None:
        """What was expunged is not there; all the rest is."""
        uids = [world.owner.put("INBOX", a_message(at=AT)) for _ in range(5)]
        for gone in (uids[0], uids[2], uids[3]):
            world.owner.remove("INBOX", gone, to_trash=False)

        assert [header.uid for header in headers(world, Role.INBOX)] == [uids[1], uids[4]]

    def test_the_newest_first(self, world: World) -> None:
        """The last messages, the newest first and no more than were asked for; what was expunged is no gap."""
        assert list(world.mailbox.newest("INBOX", 2)) == []
        uids = [world.owner.put("INBOX", a_message(at=AT)) for _ in range(5)]
        world.owner.remove("INBOX", uids[3], to_trash=False)
        world.mailbox.examine(world.names[Role.SENT])
        world.mailbox.examine("INBOX")

        assert [header.uid for header in world.mailbox.newest("INBOX", 2)] == [uids[4], uids[2]]
        assert [header.uid for header in world.mailbox.newest("INBOX", 9)] == [uids[n] for n in (4, 2, 1, 0)]

    def test_a_look_into_another_folder_meanwhile(self, world: World) -> None:
        """The reading goes on in its own folder."""
        uids = [world.owner.put("INBOX", a_message(at=AT)) for _ in range(3)]
        mail = a_message(at=AT)
        sent = world.owner.put("Sent", mail)
        validity = world.mailbox.examine(world.names[Role.SENT]).uid_validity

        told = []
        for header in world.mailbox.headers("INBOX", Uid(0)):
            told.append(header.uid)
            assert world.mailbox.message(world.names[Role.SENT], validity, Uid(sent)) == mail.raw

        assert told == uids

    def test_a_draft_in_another_folder(self, world: World) -> None:
        """It's told as a draft wherever it lies: by its flag, or by its label."""
        world.owner.put("Drafts" if world.labels else "Archive", a_message(OWNER, at=AT), flags=("\\Draft",))

        assert [header.draft for header in headers(world, Role.ALL if world.labels else Role.ARCHIVE)] == [True]

    def test_what_a_folder_says_of_itself(self, world: World) -> None:
        """Its UIDVALIDITY is that of its messages, and it knows how many there are."""
        uid = world.owner.put("INBOX", a_message(at=AT))

        state = world.mailbox.examine("INBOX")

        assert state.exists == 1
        assert state.uid_next in {None, uid + 1}
        assert state.uid_validity > 0

    def test_a_folder_that_has_not_moved(self, world: World) -> None:
        """It says the same of itself, however often it's opened."""
        world.owner.put("Sent", a_message(at=AT))
        name = world.names[Role.SENT]
        headers(world, Role.SENT)
        world.mailbox.examine("INBOX")
        state = world.mailbox.examine(name)
        world.mailbox.examine("INBOX")

        assert world.mailbox.examine(name) == state

    def test_one_came_and_another_went(self, world: World) -> None:
        """It holds as many as before; its next UID tells that it moved, and its count of changes where there is one."""
        uid = world.owner.put("Sent", a_message(at=AT))
        name = world.names[Role.SENT]
        before = world.mailbox.examine(name)
        world.mailbox.examine("INBOX")
        world.owner.put("Sent", a_message(at=LATER))
        world.owner.remove("Sent", uid, to_trash=False)

        after = world.mailbox.examine(name)

        assert after.exists == before.exists
        assert after.uid_next != before.uid_next or after.uid_next is None
        assert (after.mod_sequence or 1) > (before.mod_sequence or 0)

    def test_what_is_told_of_it_unopened(self, world: World) -> None:
        """The same as when it's opened, and of each folder that was asked for, but for the one that is open."""
        world.owner.put("Sent", a_message(at=AT))
        names = {world.names[role] for role in (Role.INBOX, Role.SENT, Role.DRAFTS)}
        world.mailbox.drafts()

        told = {folder.name: folder.state for folder in world.mailbox.folders(names)}

        known = {name: state for name, state in told.items() if state is not None}
        assert names - {world.names[Role.DRAFTS]} <= known.keys() <= names
        for name, state in known.items():
            opened = world.mailbox.examine(name)
            assert opened == state or opened == replace(state, uid_next=None)  # Courier's INBOX
        assert all(folder.state is None for folder in world.mailbox.folders())

    def test_what_is_told_of_one_that_is_open(self, world: World) -> None:
        """Rather nothing than what was true when it was opened."""
        world.mailbox.examine("INBOX")
        world.owner.put("INBOX", a_message(at=AT))

        [inbox] = [folder for folder in world.mailbox.folders({"INBOX"}) if folder.role is Role.INBOX]

        assert inbox.state is None or inbox.state.exists == 1

    @pytest.mark.parametrize("change", ["comes", "goes", "is flagged"])
    def test_what_is_told_of_one_that_has_changed(self, world: World, change: str) -> None:
        """Something else than before; that a flag was set, only where changes are counted."""
        name = world.names[Role.SENT]
        uid = world.owner.put("Sent", a_message(at=AT))
        before = unopened(world, name)
        if change == "comes":
            world.owner.put("Sent", a_message(at=LATER))
        elif change == "goes":
            world.owner.remove("Sent", uid, to_trash=False)
        else:
            world.owner.flag("Sent", uid, "\\Flagged")

        assert (unopened(world, name) == before) is (change == "is flagged" and before.mod_sequence is None)

    @pytest.mark.parametrize("folder", ["INBOX", "Drafts"])
    def test_what_came_and_went(self, world: World, folder: str) -> None:
        """The next UID shows it, in a folder that is open too."""
        name = "INBOX" if folder == "INBOX" else world.names[Role.DRAFTS]
        first = world.mailbox.examine(name).uid_next
        uid = world.owner.put(folder, a_message(at=AT))
        world.owner.remove(folder, uid, to_trash=False)
        world.mailbox.examine(world.names[Role.SENT])

        after = world.mailbox.examine(name)

        assert first in {uid, None}
        assert (after.exists, after.uid_next) == (0, uid + 1)
        world.owner.put(folder, a_message(at=AT))
        assert world.mailbox.examine(name).uid_next in {uid + 2, None}

    def test_reading_leaves_no_trace(self, world: World) -> None:
        """After headers, bodies and drafts were read, every message is as it was, unread ones unread."""
        uid = world.owner.put("INBOX", a_message(at=AT))
        world.owner.put("Drafts", a_message(OWNER, at=AT), flags=("\\Draft", "\\Deleted"))
        before = world.owner.snapshot(without=())
        validity = world.mailbox.examine("INBOX").uid_validity

        headers(world, Role.INBOX)
        world.mailbox.message("INBOX", validity, Uid(uid))
        world.mailbox.drafts()

        assert world.owner.snapshot(without=()) == before


class TestAWholeMessage:
    def test_one_that_is_there(self, world: World) -> None:
        """All of its bytes, as they are."""
        mail = a_message(at=AT, body="Grüße,\n" * 2000, html="<p>Grüße</p>")
        uid = world.owner.put("INBOX", mail)
        validity = world.mailbox.examine("INBOX").uid_validity

        assert world.mailbox.message("INBOX", validity, Uid(uid)) == mail.raw

    def test_one_that_is_gone(self, world: World) -> None:
        """None."""
        world.owner.put("INBOX", a_message(at=AT))
        validity = world.mailbox.examine("INBOX").uid_validity

        assert world.mailbox.message("INBOX", validity, Uid(4711)) is None

    def test_one_of_a_folder_that_was_renumbered(self, world: World) -> None:
        """None: the UID means another message now."""
        uid = world.owner.put("INBOX", a_message(at=AT))
        validity = world.mailbox.examine("INBOX").uid_validity

        assert world.mailbox.message("INBOX", UidValidity(validity + 1), Uid(uid)) is None


class TestTheBeginningOfAMessage:
    """As many octets as are asked for: `BODY.PEEK[]<0.n>` (RFC 9051 §6.4.5)."""

    @pytest.mark.parametrize("beyond", [-1, 0, 1, 100_000], ids=["shorter", "as long", "longer", "far longer"])
    def test_about_as_much_as_there_is(self, world: World, beyond: int) -> None:
        """What there is, and no octet beyond what was asked for."""
        mail = a_message(at=AT, body="Grüße,\n" * 2000)
        uid = world.owner.put("INBOX", mail)
        validity = world.mailbox.examine("INBOX").uid_validity
        limit = len(mail.raw) + beyond

        assert world.mailbox.message("INBOX", validity, Uid(uid), limit=limit) == mail.raw[:limit]

    @pytest.mark.parametrize("limit", [1, 2, 997, 4096, 65536])
    def test_a_part_of_it(self, world: World, limit: int) -> None:
        """Cut wherever that falls: in the header, within a line's end, after a bracket; the next answer is whole."""
        mail = a_message(at=AT, body="){5}\r\n* 1 FETCH (UID 1 BODY[] {3}\r\n" * 3000, headers={"X-Odd": "(" * 500})
        uid = world.owner.put("INBOX", mail)
        validity = world.mailbox.examine("INBOX").uid_validity

        assert world.mailbox.message("INBOX", validity, Uid(uid), limit=limit) == mail.raw[:limit]
        assert world.mailbox.message("INBOX", validity, Uid(uid)) == mail.raw

    def test_of_one_that_is_gone(self, world: World) -> None:
        """
        None; the connection lives on.

        If it went after the folder was opened it may still be shown, as Cyrus and pymap do; never another in its place.
        """
        mails = [a_message(at=AT) for _ in range(2)]
        gone, stays = (world.owner.put("INBOX", mail) for mail in mails)
        validity = world.mailbox.examine("INBOX").uid_validity
        world.owner.remove("INBOX", gone, to_trash=False)

        assert world.mailbox.message("INBOX", validity, Uid(gone), limit=100) in {None, mails[0].raw[:100]}
        world.mailbox.examine("INBOX")
        assert world.mailbox.message("INBOX", validity, Uid(gone), limit=100) is None
        assert world.mailbox.message("INBOX", validity, Uid(4711), limit=100) is None
        assert world.mailbox.message("INBOX", validity, Uid(stays), limit=100) == mails[1].raw[:100]

    def test_of_a_folder_that_was_renumbered(self, world: World) -> None:
        """None: the UID means another message now."""
        uid = world.owner.put("INBOX", a_message(at=AT))
        validity = world.mailbox.examine("INBOX").uid_validity

        assert world.mailbox.message("INBOX", UidValidity(validity + 1), Uid(uid), limit=100) is None

    def test_leaves_no_trace(self, world: World) -> None:
        """The message is as unread as before."""
        uid = world.owner.put("INBOX", a_message(at=AT))
        before = world.owner.snapshot(without=())
        world.mailbox.message("INBOX", world.mailbox.examine("INBOX").uid_validity, Uid(uid), limit=100)

        assert world.owner.snapshot(without=()) == before


class TestManyMessages:
    def test_those_that_are_there(self, world: World) -> None:
        """So many octets of each; what was expunged isn't among them, nor what was never there."""
        mails = [a_message(at=AT, subject=f"No. {n}", body="Grüße\n" * n * 300) for n in range(4)]
        first, gone, *others = (world.owner.put("INBOX", mail) for mail in mails)
        world.owner.remove("INBOX", gone, to_trash=False)
        validity = world.mailbox.examine("INBOX").uid_validity

        asked = [Uid(uid) for uid in (first, gone, *others, 4711)]
        told = list(world.mailbox.messages("INBOX", validity, asked, limit=1000))

        assert dict(told) == {
            uid: mail.raw[:1000] for uid, mail in zip((first, *others), (mails[0], *mails[2:]), strict=True)
        }
        assert len(told) == len(dict(told))

    def test_more_than_are_asked_for_at_once(self, world: World) -> None:
        """All of them."""
        mails = {Uid(world.owner.put("INBOX", mail)): mail.raw for mail in [a_message(at=AT) for _ in range(7)]}
        validity = world.mailbox.examine("INBOX").uid_validity

        assert dict(world.mailbox.messages("INBOX", validity, tuple(mails), limit=1 << 21)) == mails

    def test_while_headers_are_read(self, world: World) -> None:
        """Neither is told in place of the other."""
        uids = [Uid(world.owner.put("INBOX", a_message(at=AT))) for _ in range(3)]
        validity = world.mailbox.examine("INBOX").uid_validity
        reading = world.mailbox.headers("INBOX", Uid(0))
        first = next(reading).uid
        bodies = [uid for uid, _ in world.mailbox.messages("INBOX", validity, uids, limit=100)]

        assert ([first, *(header.uid for header in reading)], sorted(bodies)) == (uids, uids)

    def test_of_a_folder_that_was_renumbered(self, world: World) -> None:
        """None."""
        uid = world.owner.put("INBOX", a_message(at=AT))
        validity = world.mailbox.examine("INBOX").uid_validity

        assert not list(world.mailbox.messages("INBOX", UidValidity(validity + 1), [Uid(uid)], limit=100))

    def test_of_a_folder_that_is_not_there(self, world: World) -> None:
        """It's refused."""
        with pytest.raises(Refused):
            list(world.mailbox.messages("No such folder", UidValidity(1), [Uid(1)], limit=100))


class TestDrafts:
    def test_an_empty_folder(self, world: World) -> None:
        """The listing is complete and holds nothing."""
        listing = world.mailbox.drafts()

        assert (listing.folder, listing.headers) == (world.names[Role.DRAFTS], ())

    def test_what_others_wrote(self, world: World) -> None:
        """Every message that lies there is listed, with its flags, whoever laid it and how."""
        mine = laid(world)
        other = a_message(OWNER, subject="By hand", at=AT)
        world.owner.put("Drafts", other, flags=("\\Deleted",))

        listing = world.mailbox.drafts()

        assert listing.uid_validity == mine.uid_validity
        assert [Mail(h.header).message_id for h in listing.headers] == [f"<{ID}>", other.message_id]
        assert [h.flags for h in listing.headers] == [world.draft_flags, {"\\Deleted"}]


class TestLaying:
    def test_a_draft(self, world: World) -> None:
        """It lies where it's said to lie, if that's said, as a read draft, byte for byte with CRLF line ends."""
        said = world.mailbox.append_draft(a_draft().replace(b"\r\n", b"\n"), ID)

        place = listed(world, ID)
        assert said == (None if world.is_silent else place)
        [draft] = world.owner.drafts
        assert (place.folder, place.uid) == (world.names[Role.DRAFTS], draft.uid)
        assert place.flags == world.draft_flags == draft.flags
        assert draft.raw == a_draft()

    def test_a_draft_with_a_very_long_id(self, world: World) -> None:
        """It's recognised by the whole id."""
        place = laid(world, LONG_ID.strip("<>"))

        assert [draft.uid for draft in world.owner.drafts] == [place.uid]

    def test_drafts_beside_each_other(self, world: World) -> None:
        """Each has its own place."""
        places = [laid(world, f"{n}@studio.example") for n in range(3)]

        assert [draft.uid for draft in world.owner.drafts] == [place.uid for place in places]

    def test_a_draft_that_nobody_touches(self, world: World) -> None:
        """However often it is listed, by whatever connection, it looks as it did when it was laid."""
        place = laid(world)
        laid(world, "another@studio.example")
        headers(world, Role.INBOX)
        assert len(world.owner.folder("Drafts")) == 2

        listed = world.mailbox.drafts().headers[0]

        assert (listed.uid, listed.flags) == (place.uid, place.flags)
        assert listed.mod_sequence == place.mod_sequence


@can_remove_one
class TestTakingBack:
    def test_an_untouched_draft(self, world: World) -> None:
        """It's in the trash, whole and not marked for deletion, and nowhere else."""
        place = laid(world)

        outcome = world.mailbox.take_back(place, ID, to_trash=True)

        assert outcome is Retirement.TO_TRASH
        assert world.owner.folder("Drafts") == ()
        [kept] = world.owner.folder("Trash")
        assert kept.raw == a_draft()
        assert "\\deleted" not in flags(kept)

    def test_an_untouched_draft_without_trash(self, world: World) -> None:
        """Where it's not to be kept, it's gone; but where labels only are expunged, the trash is the way out."""
        place = laid(world)

        outcome = world.mailbox.take_back(place, ID, to_trash=False)

        assert outcome is (Retirement.TO_TRASH if world.labels else Retirement.EXPUNGED)
        assert world.owner.folder("Drafts") == ()
        assert len(world.owner.folder("Trash")) == world.labels

    @pytest.mark.parametrize("to_trash", [True, False])
    def test_a_flagged_draft(self, world: World, *, to_trash: bool) -> None:
        """A flag is a touch: it stays as it is."""
        place = laid(world)
        world.owner.flag("Drafts", place.uid, "\\Flagged")
        before = world.owner.snapshot(without=())

        assert world.mailbox.take_back(place, ID, to_trash=to_trash) is Retirement.TOUCHED
        assert world.owner.snapshot(without=()) == before

    def test_a_draft_flagged_and_unflagged(self, world: World) -> None:
        """Where the server counts changes, that is a touch too."""
        place = laid(world)
        world.owner.flag("Drafts", place.uid, "\\Flagged")
        world.owner.flag("Drafts", place.uid, "\\Flagged", on=False)
        counted = place.mod_sequence is not None

        outcome = world.mailbox.take_back(place, ID, to_trash=True)

        assert outcome is (Retirement.TOUCHED if counted else Retirement.TO_TRASH)
        assert len(world.owner.drafts) == counted

    def test_a_draft_marked_for_deletion(self, world: World) -> None:
        """It's the owner's deletion, not ours to carry out."""
        place = laid(world)
        world.owner.flag("Drafts", place.uid, "\\Deleted")

        assert world.mailbox.take_back(place, ID, to_trash=True) is Retirement.TOUCHED
        assert len(world.owner.folder("Drafts")) == 1

    def test_an_edited_draft(self, world: World) -> None:
        """Its new version is another message, and stays."""
        place = laid(world)
        edited = world.owner.edit_draft(world.owner.drafts[0], "Better words\n", at=LATER)

        assert world.mailbox.take_back(place, ID, to_trash=True) is Retirement.NOT_THERE
        assert world.owner.drafts == (edited,)

    def test_a_draft_thrown_away(self, world: World) -> None:
        """There is nothing to take back, and what the owner put into the trash stays there once."""
        place = laid(world)
        world.owner.remove("Drafts", place.uid)

        assert world.mailbox.take_back(place, ID, to_trash=True) is Retirement.NOT_THERE
        assert len(world.owner.folder("Trash")) == 1

    def test_another_message_in_its_place(self, world: World) -> None:
        """A message with another Message-ID is never touched."""
        place = laid(world)

        outcome = world.mailbox.take_back(place, MessageId("another@studio.example"), to_trash=False)

        assert outcome is Retirement.NOT_THERE
        assert [draft.uid for draft in world.owner.drafts] == [place.uid]

    def test_a_folder_that_was_renumbered(self, world: World) -> None:
        """The UID means nothing any more: whatever lies there stays."""
        place = laid(world)
        old = DraftPlace(
            folder=place.folder, uid_validity=UidValidity(place.uid_validity + 1), uid=place.uid,
            flags=place.flags, mod_sequence=place.mod_sequence,
        )  # fmt: skip

        assert world.mailbox.take_back(old, ID, to_trash=True) is Retirement.NOT_THERE
        assert len(world.owner.drafts) == 1

    @pytest.mark.parametrize("to_trash", [True, False])
    def test_what_the_owner_marked_beside_it(self, world: World, *, to_trash: bool) -> None:
        """Another draft that waits to be expunged is not expunged by us, nor is anything else changed."""
        other = world.owner.put("Drafts", a_message(OWNER, at=AT), flags=("\\Deleted", "\\Draft"))
        before = world.owner.folder("Drafts")
        place = laid(world)

        world.mailbox.take_back(place, ID, to_trash=to_trash)

        assert world.owner.folder("Drafts") == before
        assert [draft.uid for draft in before] == [other]

    def test_twice(self, world: World) -> None:
        """The second time it's not there; the connection works on."""
        place = laid(world)
        world.mailbox.take_back(place, ID, to_trash=True)

        assert world.mailbox.take_back(place, ID, to_trash=True) is Retirement.NOT_THERE
        assert world.mailbox.drafts().headers == ()
        assert laid(world).uid > place.uid


class TestTheDigest:
    def test_one(self, world: World) -> None:
        """It lies in INBOX as mail that came: unread, and with no flag of ours; it's read there as any other."""
        world.mailbox.append_digest(a_draft(), ID, again=False)

        [lying] = world.owner.folder("INBOX")
        assert flags(lying) <= {"\\recent"}
        assert lying.mail.message_id == f"<{ID}>"
        assert [Mail(h.header).message_id for h in headers(world, Role.INBOX)] == [f"<{ID}>"]
        assert world.owner.drafts == ()

    def test_one_that_lies_there(self, world: World) -> None:
        """Tried again, it isn't laid there twice, whatever lies beside it."""
        for _ in range(3):
            world.owner.put("INBOX", a_message(at=AT))
        world.mailbox.append_digest(a_draft(), ID, again=False)
        world.owner.put("INBOX", a_message(at=LATER))

        world.mailbox.append_digest(a_draft(), ID, again=True)

        assert [lying.mail.message_id for lying in world.owner.folder("INBOX")].count(f"<{ID}>") == 1

    @pytest.mark.parametrize("others", [0, 2])
    def test_one_that_never_came(self, world: World, others: int) -> None:
        """Tried again, it's laid there after all."""
        for _ in range(others):
            world.owner.put("INBOX", a_message(at=AT))

        world.mailbox.append_digest(a_draft(), ID, again=True)

        assert len(world.owner.folder("INBOX")) == others + 1

    def test_while_inbox_is_open(self, world: World) -> None:
        """That it was just read keeps nothing from coming there."""
        world.mailbox.examine("INBOX")

        world.mailbox.append_digest(a_draft(), ID, again=False)

        assert len(world.owner.folder("INBOX")) == 1


@pytest.mark.parametrize("world", ["old_server"], indirect=True)
@pytest.mark.parametrize("to_trash", [True, False])
def test_where_no_single_message_can_be_removed(world: World, *, to_trash: bool) -> None:
    """The draft is left as it is, and so is all else."""
    place = laid(world)
    before = world.owner.snapshot(without=())

    assert world.mailbox.take_back(place, ID, to_trash=to_trash) is Retirement.UNABLE
    assert world.owner.snapshot(without=()) == before

"""Our own server, command by command, as the bytes go over the wire."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.fakes.mailbox import MemoryMailbox
from tests.servers.mail import Mail, a_message
from tests.servers.profiles.moments import Cut, Goodbye, Interference, Moment, Phase, Refusal, undisturbed
from tests.servers.profiles.talk import Talk

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def talk() -> Talk:
    """Logged in; three messages lie in the INBOX, their UIDs 1, 2 and 4."""
    memory = MemoryMailbox(clock=lambda: AT)
    for _ in range(4):
        memory.put("INBOX", a_message(at=AT))
    memory.remove("INBOX", 3, to_trash=False)
    return Talk(memory)


@pytest.mark.parametrize(
    ("wanted", "uids"),
    [("1:*", [1, 2, 4]), ("*:2", [2, 4]), ("5:*", [4]), ("3", []), ("4,1", [1, 4]), ("2:3,9", [2]), ("*", [4])],
)
def test_a_set_of_uids(talk: Talk, wanted: str, uids: list[int]) -> None:
    """RFC 3501's ranges: ends in any order, the last message in every `n:*`, what isn't there left out."""
    talk.say("EXAMINE INBOX")
    numbers = {1: 1, 2: 2, 4: 3}

    told = talk.say(f"UID FETCH {wanted} (UID)")

    assert told == [*(f"* {numbers[uid]} FETCH (UID {uid})" for uid in uids), "OK UID FETCH completed"]


def test_bytes_that_come_one_by_one(talk: Talk) -> None:
    """The server answers when the command is whole, and gives leave for a literal."""
    raw = a_message(at=AT).raw
    talk.heard = b""
    for octet in b"a1 APPEND Drafts (\\Draft) {%d}\r\n%b\r\n" % (len(raw), raw):
        talk.session.hear(bytes([octet]))

    assert talk.heard == b"+ Go on\r\na1 OK [APPENDUID 1002 1] APPEND completed\r\n"
    [draft] = talk.memory.drafts
    assert draft.raw == raw
    assert draft.flags == {"\\Draft"}


def test_several_commands_at_once(talk: Talk) -> None:
    """Each is answered in its turn, a literal that waits for no leave among them."""
    talk.heard = b""
    talk.session.hear(b"a NOOP\r\nb STATUS {6+}\r\nDrafts (MESSAGES)\r\nc NOOP\r\n")

    assert talk.heard.split(b"\r\n")[:-1] == [
        b"a OK NOOP completed", b'* STATUS "Drafts" (MESSAGES 0)', b"b OK STATUS completed", b"c OK NOOP completed",
    ]  # fmt: skip


def test_news_from_another_device(talk: Talk) -> None:
    """What went, what came and what changed is told with the next command, in numbers that fit."""
    talk.say("EXAMINE INBOX")
    talk.memory.remove("INBOX", 1, to_trash=False)
    talk.memory.put("INBOX", a_message(at=AT))
    talk.memory.flag("INBOX", 4, "\\Flagged")

    assert talk.say("NOOP") == [
        "* 1 EXPUNGE", "* 3 EXISTS", "* 2 FETCH (UID 4 FLAGS (\\Flagged) MODSEQ (6))", "OK NOOP completed",
    ]  # fmt: skip
    assert talk.say("NOOP") == ["OK NOOP completed"]


def test_numbers_stay_while_they_are_spoken_of(talk: Talk) -> None:
    """FETCH by number tells of no expunge; the next command does."""
    talk.say("EXAMINE INBOX")
    talk.memory.remove("INBOX", 1, to_trash=False)
    talk.memory.put("INBOX", a_message(at=AT))

    assert talk.say("FETCH 2 (UID)") == ["* 2 FETCH (UID 2)", "* 4 EXISTS", "OK FETCH completed"]
    assert talk.say("NOOP") == ["* 1 EXPUNGE", "OK NOOP completed"]


def test_a_conditional_store(talk: Talk) -> None:
    """Whoever was touched since is named and left alone; the others are marked."""
    talk.say("SELECT INBOX")
    talk.memory.flag("INBOX", 1, "\\Flagged")

    told = talk.say("UID STORE 1:2 (UNCHANGEDSINCE 4) +FLAGS.SILENT (\\Deleted)")

    assert told[-1] == "OK [MODIFIED 1] Somebody was quicker"
    assert [message.flags for message in talk.memory.folder("INBOX")] == [{"\\Flagged"}, {"\\Deleted"}, set()]


@pytest.mark.parametrize(
    ("command", "left"), [("EXPUNGE", [2]), ("UID EXPUNGE 1", [2, 4]), ("CLOSE", [2]), ("UNSELECT", [1, 2, 4])]
)
def test_what_is_marked_for_deletion(talk: Talk, command: str, left: list[int]) -> None:
    """EXPUNGE and CLOSE remove all of it, UID EXPUNGE what it names, UNSELECT nothing."""
    talk.say("SELECT INBOX")
    talk.say("UID STORE 1,4 +FLAGS (\\Deleted)")
    talk.say(command)

    assert [message.uid for message in talk.memory.folder("INBOX")] == left


def test_a_move(talk: Talk) -> None:
    """It tells where the message went; of one that isn't there, nothing."""
    talk.say("SELECT INBOX")

    assert talk.say("UID MOVE 2 Trash") == [
        "* OK [COPYUID 1005 2 1] Moved", "* 2 EXPUNGE", "OK UID MOVE completed",
    ]  # fmt: skip
    assert talk.say("UID MOVE 2 Trash") == ["OK UID MOVE completed"]


def test_what_may_not_be_done_read_only(talk: Talk) -> None:
    """EXAMINE is for looking."""
    talk.say("EXAMINE INBOX")
    before = talk.memory.snapshot(without=())
    commands = ["UID STORE 1 +FLAGS (\\Deleted)", "UID MOVE 1 Trash", "EXPUNGE", "FETCH 1 (BODY[])", "CLOSE"]
    told = [talk.say(command)[-1] for command in commands]

    assert told[:3] == ["NO The folder is open read-only"] * 3
    assert talk.memory.snapshot(without=()) == before


def test_idle(talk: Talk) -> None:
    """What others do is told as they do it, until DONE."""
    talk.say("EXAMINE INBOX")
    assert talk.say("IDLE") == ["+ idling"]
    talk.heard = b""
    talk.memory.put("INBOX", a_message(at=AT))
    talk.memory.remove("INBOX", 2, to_trash=False)
    assert talk.heard == b"* 4 EXISTS\r\n* 2 EXPUNGE\r\n"
    talk.session.hear(b"DONE\r\n")
    assert talk.heard.endswith(b" OK IDLE completed\r\n")
    talk.heard = b""
    talk.memory.put("INBOX", a_message(at=AT))

    assert talk.heard == b""


def test_a_folder_made_anew_under_the_client(talk: Talk) -> None:
    """Its numbers mean nothing any more: the server says goodbye."""
    talk.say("EXAMINE INBOX")
    talk.memory.renumber("INBOX")

    assert talk.say("NOOP")[-1].startswith("* BYE ")
    assert talk.over


@pytest.mark.parametrize(
    ("search", "uids"),
    [("ALL", "1 2 4"), ("UID 2:4", "2 4"), ("SEEN", "2"), ("NOT SEEN", "1 4"), ("UNSEEN UID 4", "4"),
     ('SUBJECT "new SITE"', "1 2 4"), ("HEADER Message-ID nobody", "")],
)  # fmt: skip
def test_search(talk: Talk, search: str, uids: str) -> None:
    """All keys must hold."""
    talk.memory.flag("INBOX", 2, "\\Seen")
    talk.say("EXAMINE INBOX")

    assert talk.say(f"UID SEARCH {search}")[0] == f"* SEARCH {uids}".strip()


def test_sections(talk: Talk) -> None:
    """A message, its parts and pieces, each under the name by which it was asked for."""
    mail = Mail(talk.memory.folder("INBOX")[0].raw)
    talk.say("EXAMINE INBOX")
    wanted = {
        "BODY[]<4.9>": ("BODY[]<4>", mail.raw[4:13]),
        "BODY.PEEK[HEADER]": ("BODY[HEADER]", mail.head + b"\r\n"),
        "BODY.PEEK[TEXT]": ("BODY[TEXT]", mail.raw[len(mail.head) + 2 :]),
        'BODY.PEEK[HEADER.FIELDS ("SUBJECT")]': ('BODY[HEADER.FIELDS ("SUBJECT")]', b"Subject: The new site\r\n\r\n"),
        "RFC822": ("RFC822", mail.raw),
    }
    for asked, (name, content) in wanted.items():
        talk.say(f"UID FETCH 1 ({asked})")
        assert b"(UID 1 %b {%d}\r\n%b)\r\n" % (name.encode(), len(content), content) in talk.heard


class TestInterference:
    """The world may act at each command, before it is carried out and after."""

    def test_every_boundary(self, talk: Talk) -> None:
        """Each is told in its order."""
        moments: list[Moment] = []
        talk.house.interfere = moments.append
        talk.say("EXAMINE INBOX")
        talk.say("UID FETCH 1 (UID)")

        commands = ("EXAMINE", "UID FETCH")
        assert moments == [Moment(call=call, phase=p) for call in commands for p in (Phase.BEFORE, Phase.AFTER)]

    @pytest.mark.parametrize(("phase", "gone"), [(Phase.BEFORE, False), (Phase.AFTER, True)])
    def test_a_line_that_is_cut(self, talk: Talk, phase: Phase, *, gone: bool) -> None:
        """What was done stays done, and is never told."""
        talk.say("SELECT INBOX")
        talk.house.interfere = _raising(Cut(), "UID MOVE", phase)

        assert talk.say("UID MOVE 1 Trash") == []
        assert talk.over
        assert (len(talk.memory.folder("Trash")) == 1) is gone

    def test_a_refusal(self, talk: Talk) -> None:
        """The words are the test's; the connection lives on."""
        talk.house.interfere = _raising(Refusal("BAD Not now"), "NOOP", Phase.BEFORE)

        assert talk.say("NOOP") == ["BAD Not now"]
        assert not talk.over

    def test_a_goodbye(self, talk: Talk) -> None:
        """BYE, and the line is down."""
        talk.house.interfere = _raising(Goodbye("Too busy"), "NOOP", Phase.BEFORE)

        assert talk.say("NOOP") == ["* BYE Too busy"]
        assert talk.over

    def test_another_device(self, talk: Talk) -> None:
        """What it does before a command counts in it; what it does after is told later."""
        talk.say("EXAMINE INBOX")

        def deliver(_moment: Moment) -> None:
            talk.memory.put("INBOX", a_message(at=AT))

        talk.house.interfere = deliver

        assert talk.say("NOOP") == ["* 4 EXISTS", "OK NOOP completed"]
        talk.house.interfere = undisturbed
        assert talk.say("NOOP") == ["* 5 EXISTS", "OK NOOP completed"]


@pytest.mark.parametrize(
    "command", ["FROB", "UID FETCH x (UID)", "UID FETCH 1 (UID", "UID FETCH 1 (FROB)", "SEARCH FROB", 'NOOP ")']
)
def test_what_it_does_not_understand(talk: Talk, command: str) -> None:
    """BAD, and the connection lives on; words after a NOOP are nobody's business."""
    talk.say("EXAMINE INBOX")
    told = talk.say(command)[-1]

    assert told.startswith("OK" if command.startswith("NOOP") else "BAD ")
    assert talk.say("NOOP") == ["OK NOOP completed"]


def _raising(error: Exception, call: str, phase: Phase) -> Interference:
    def interfere(moment: Moment) -> None:
        if moment == Moment(call=call, phase=phase):
            raise error

    return interfere

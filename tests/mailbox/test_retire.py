"""Taking a draft back from servers that can do less, or answer oddly: nobody else's message is ever changed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from crickets.domain.mailbox import DraftPlace, Retirement, Uid, UidValidity
from crickets.domain.message import MessageId
from crickets.errors import Refused, Transient
from tests.mailbox.scripted import Reply, ScriptedServer

ID = MessageId("d1@studio.example")
FLAGS = frozenset({"\\Draft", "\\Seen"})
NOTHING = b"%t OK\r\n"


def fetched(flags: bytes = rb"\Draft \Seen", mod_sequence: int | None = 9, message_id: str = ID) -> bytes:
    """The answer to the look at UID 3."""
    header = f"Message-ID: <{message_id}>\r\n\r\n".encode()
    counted = b" MODSEQ (%d)" % mod_sequence if mod_sequence else b""
    return (
        b'* 1 FETCH (UID 3 FLAGS (%b) INTERNALDATE "01-Mar-2026 00:00:00 +0000"%b BODY[X] {%d}\r\n%b)\r\n'
        % (flags, counted, len(header), header)
        + b"%t OK\r\n"
    )


def a_place(mod_sequence: int | None = 9) -> DraftPlace:
    """Where the draft was laid."""
    return DraftPlace(folder="Drafts", uid_validity=UidValidity(7), uid=Uid(3), flags=FLAGS, mod_sequence=mod_sequence)


def taken_back(
    replies: Mapping[str, Reply],
    capabilities: str,
    *,
    to_trash: bool = True,
    place: DraftPlace | None = None,
    look: Reply | None = None,
) -> tuple[Retirement | Refused, list[str]]:
    """
    What became of it, or the refusal, and the commands from the SELECT on that look at nothing.

    `look` is what the draft looks like until it's expunged.
    """

    def shown(command: bytes) -> bytes:
        if any(said.startswith("UID EXPUNGE") for said in server.said):
            return NOTHING
        reply = look or fetched()
        return reply if isinstance(reply, bytes) else reply(command)

    with ScriptedServer({"UID FETCH": shown, **replies}, capabilities=capabilities) as server:
        mailbox = server.mailbox()
        outcome: Retirement | Refused
        try:
            outcome = mailbox.take_back(place or a_place(), ID, to_trash=to_trash)
        except Refused as refusal:
            outcome = refusal
        finally:
            mailbox.close()
    selected = [said.startswith("SELECT") for said in server.said]
    begin = selected.index(True) if any(selected) else len(server.said)
    return outcome, [s for s in server.said[begin:] if not s.startswith(("UID FETCH", "LOGOUT"))]


MOVED: Mapping[str, Reply] = {"UID MOVE": b"* OK [COPYUID 5 3 1] moved\r\n* 1 EXPUNGE\r\n%t OK done\r\n"}
BY_HAND: Mapping[str, Reply] = {
    "UID COPY": b"%t OK [COPYUID 5 3 1] copied\r\n", "UID STORE": b"%t OK stored\r\n", "UID EXPUNGE": b"%t OK\r\n",
}  # fmt: skip
OPEN, LEFT = 'SELECT "Drafts"', "UNSELECT"
COPY, MOVE = 'UID COPY 3 "Trash"', 'UID MOVE 3 "Trash"'
MARK = r"UID STORE 3 (UNCHANGEDSINCE 9) +FLAGS (\Deleted)"
MARK_WITHOUT_CONDITION = r"UID STORE 3 +FLAGS (\Deleted)"
UNMARK = r"UID STORE 3 -FLAGS.SILENT (\Deleted)"
CAN_ALL = "UIDPLUS MOVE CONDSTORE UNSELECT"
GMAIL = "UIDPLUS MOVE CONDSTORE X-GM-EXT-1 UNSELECT"


def stored(flags: bytes) -> bytes:
    """The answer to our mark, with all flags that the draft has then."""
    return b"* 1 FETCH (UID 3 FLAGS (" + flags + b") MODSEQ (10))\r\n%t OK stored\r\n"


def test_a_server_that_can_do_all() -> None:
    """It is done by hand: a MOVE would take along what is set between the look and the command."""
    assert taken_back({**BY_HAND, **MOVED}, CAN_ALL) == (Retirement.TO_TRASH, [OPEN, COPY, MARK, "UID EXPUNGE 3", LEFT])


@pytest.mark.parametrize("capabilities", ["MOVE UNSELECT", "MOVE CONDSTORE UNSELECT"])
def test_a_server_that_moves_and_expunges_no_single_message(capabilities: str) -> None:
    """One command, of one UID; without COPYUID its OK is believed."""
    assert taken_back({"UID MOVE": b"%t OK done\r\n"}, capabilities) == (Retirement.TO_TRASH, [OPEN, MOVE, LEFT])


def test_a_draft_that_vanishes_before_the_move() -> None:
    """The server says OK and moves nothing: it was not there."""
    outcome, _ = taken_back({"UID MOVE": b"%t OK no such message\r\n"}, GMAIL)

    assert outcome is Retirement.NOT_THERE


def test_a_server_that_copies() -> None:
    """The copy comes first, so that it has no mark; then the draft goes, if it is still unchanged."""
    assert taken_back(BY_HAND, "UIDPLUS CONDSTORE UNSELECT") == (
        Retirement.TO_TRASH,
        [OPEN, COPY, MARK, "UID EXPUNGE 3", LEFT],
    )


def test_a_server_without_unselect() -> None:
    """Drafts is left for another folder; CLOSE would expunge."""
    outcome, said = taken_back(BY_HAND, "UIDPLUS", to_trash=False, place=a_place(None))

    assert outcome is Retirement.EXPUNGED
    assert said == [OPEN, MARK_WITHOUT_CONDITION, "UID EXPUNGE 3", 'EXAMINE "INBOX"']


@pytest.mark.parametrize("capabilities", ["", "CONDSTORE UNSELECT", "IDLE"])
def test_a_server_that_can_remove_no_single_message(capabilities: str) -> None:
    """It's left, and Drafts is not even opened."""
    assert taken_back({}, capabilities) == (Retirement.UNABLE, [])


def test_a_server_that_moves_but_expunges_none() -> None:
    """Without a trash to move to it's left."""
    assert taken_back({}, "MOVE UNSELECT", to_trash=False) == (Retirement.UNABLE, [])


@pytest.mark.parametrize("status", [b"OK", b"NO"])
def test_a_touch_between_the_look_and_the_mark(status: bytes) -> None:
    """MODIFIED means that somebody was quicker, be it in an OK (Dovecot) or a NO: nothing is expunged."""
    replies = {**BY_HAND, "UID STORE": b"%t " + status + b" [MODIFIED 3] Conditional store failed\r\n"}

    assert taken_back(replies, "UIDPLUS CONDSTORE UNSELECT", to_trash=False) == (
        Retirement.TOUCHED,
        [OPEN, MARK, LEFT],
    )


def test_a_touch_between_the_copy_and_the_mark() -> None:
    """The draft stays; so does the copy, for nothing in the trash is ours to remove."""
    replies = {**BY_HAND, "UID STORE": b"%t OK [MODIFIED 3] Conditional store failed\r\n"}

    assert taken_back(replies, CAN_ALL) == (Retirement.TOUCHED, [OPEN, COPY, MARK, LEFT])


@pytest.mark.parametrize("counted", [True, False])
def test_a_touch_that_the_answer_to_the_mark_shows(*, counted: bool) -> None:
    """A server without the condition, or deaf to it, tells a star beside our mark: that is taken away again."""
    replies = {**BY_HAND, "UID STORE": stored(rb"\Draft \Seen \Flagged \Deleted")}
    capabilities = "UIDPLUS CONDSTORE UNSELECT" if counted else "UIDPLUS UNSELECT"

    outcome, said = taken_back(replies, capabilities, place=a_place(9 if counted else None))

    assert (outcome, said[3:]) == (Retirement.TOUCHED, [UNMARK, LEFT])


def test_a_mark_that_the_server_tells() -> None:
    r"""Other than our own and \Recent, in whatever case, there is no flag that wasn't there."""
    replies = {**BY_HAND, "UID STORE": stored(rb"\DELETED \draft \Seen \Recent")}

    outcome, said = taken_back(replies, "UIDPLUS UNSELECT", place=a_place(None))

    assert (outcome, said[3:]) == (Retirement.TO_TRASH, ["UID EXPUNGE 3", LEFT])


def test_a_draft_that_vanishes_before_the_mark() -> None:
    """The server marks nothing and says OK: somebody else removed it, and nothing is expunged."""
    looks = iter([fetched(), NOTHING, NOTHING])
    replies: Mapping[str, Reply] = {**BY_HAND, "UID FETCH": lambda _: next(looks)}

    assert taken_back(replies, "UIDPLUS CONDSTORE UNSELECT") == (Retirement.NOT_THERE, [OPEN, COPY, MARK, LEFT])


def test_a_mark_that_somebody_takes_away() -> None:
    """The expunge finds nothing to remove and says OK: the draft lies there, and is the owner's."""
    assert taken_back({**BY_HAND, "UID FETCH": fetched()}, CAN_ALL)[0] is Retirement.TOUCHED


@pytest.mark.parametrize("part", ["UID STORE", "UID EXPUNGE"])
def test_a_refusal_behind_the_copy(part: str) -> None:
    """It's left for good: to try it with each pass would fill the trash with copies."""
    said_no = {part: b"%t NO [NOPERM] not in this folder\r\n"}
    if part == "UID EXPUNGE":
        said_no["UID STORE"] = stored(rb"\Draft \Seen \Deleted")

    outcome, said = taken_back({**BY_HAND, **said_no}, CAN_ALL)

    assert outcome is Retirement.UNABLE
    assert (UNMARK in said) is False if part == "UID STORE" else said[-2:] == [UNMARK, LEFT]


def test_a_mark_that_can_not_be_taken_away() -> None:
    """The pass ends without knowing: it must not pass for a draft that lies there."""

    def marks_only(command: bytes) -> bytes:
        return b"%t NO not that\r\n" if b"-FLAGS" in command else stored(rb"\Draft \Seen \Deleted")

    with pytest.raises(Transient):
        taken_back({**BY_HAND, "UID STORE": marks_only, "UID EXPUNGE": b"%t NO [CANNOT] no\r\n"}, CAN_ALL)


def test_an_expunge_refused() -> None:
    """Our mark is taken away again, and the refusal told."""
    replies = {**BY_HAND, "UID EXPUNGE": b"%t NO [CANNOT] not today\r\n"}

    outcome, said = taken_back(replies, "UIDPLUS CONDSTORE UNSELECT", to_trash=False)

    assert isinstance(outcome, Refused)
    assert outcome.answer == "[CANNOT] not today"
    assert said == [OPEN, MARK, "UID EXPUNGE 3", UNMARK, LEFT]


@pytest.mark.parametrize(
    ("capabilities", "command"),
    [("MOVE UNSELECT", "UID MOVE"), (GMAIL, "UID MOVE"), ("UIDPLUS UNSELECT", "UID COPY"), (CAN_ALL, "UID COPY")],
)
def test_a_trash_that_takes_nothing(capabilities: str, command: str) -> None:
    """The draft stays as it is, and the server's words are told."""
    outcome, said = taken_back({command: b"%t NO [OVERQUOTA] full\r\n"}, capabilities)

    assert isinstance(outcome, Refused)
    assert outcome.answer == "[OVERQUOTA] full"
    assert said == [OPEN, f'{command} 3 "Trash"', LEFT]


def test_a_mark_refused() -> None:
    """Nothing is expunged."""
    outcome, said = taken_back({"UID STORE": b"%t NO read-only\r\n"}, "UIDPLUS CONDSTORE UNSELECT", to_trash=False)

    assert isinstance(outcome, Refused)
    assert said == [OPEN, MARK, LEFT]


@pytest.mark.parametrize(
    ("look", "outcome"),
    [
        (fetched(flags=rb"\Draft \Seen \Flagged"), Retirement.TOUCHED),
        (fetched(flags=rb"\Seen"), Retirement.TOUCHED),
        (fetched(flags=rb"\Draft \Seen \Answered $Label1"), Retirement.TOUCHED),
        (fetched(mod_sequence=10), Retirement.TOUCHED),
        (fetched(message_id="another@studio.example"), Retirement.NOT_THERE),
        (b"%t OK\r\n", Retirement.NOT_THERE),
    ],
)
def test_a_draft_that_is_not_as_it_was(look: bytes, outcome: Retirement) -> None:
    """It's looked at and left."""
    assert taken_back({}, CAN_ALL, look=look) == (outcome, [OPEN, LEFT])


@pytest.mark.parametrize(
    "look", [fetched(mod_sequence=2), fetched(flags=rb"\seen \DRAFT \Recent"), fetched(mod_sequence=None)]
)
def test_a_draft_that_only_seems_changed(look: bytes) -> None:
    r"""A server that has lost its count, another case of flags, or \Recent: it's untouched."""
    outcome, _ = taken_back(BY_HAND, CAN_ALL, look=look)

    assert outcome is Retirement.TO_TRASH


def test_gmail() -> None:
    r"""There the trash is the only way out: \Deleted and EXPUNGE may only archive."""
    for to_trash in (True, False):
        outcome, said = taken_back(MOVED, GMAIL, to_trash=to_trash)

        assert (outcome, said) == (Retirement.TO_TRASH, [OPEN, MOVE, LEFT])


def test_a_mailbox_without_trash() -> None:
    """The draft is expunged."""
    listed = b'* LIST () "/" INBOX\r\n* LIST (\\Drafts) "/" Drafts\r\n%t OK\r\n'

    outcome, said = taken_back({**BY_HAND, "LIST": listed}, CAN_ALL)

    assert (outcome, said) == (Retirement.EXPUNGED, [OPEN, MARK, "UID EXPUNGE 3", LEFT])


def test_a_folder_without_mod_sequences() -> None:
    """They are not asked for, though the server has them elsewhere (RFC 7162 section 3.1.2.2)."""
    opened = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [NOMODSEQ] none\r\n%t OK opened\r\n"

    def looked(command: bytes) -> bytes:
        return b"%t BAD no MODSEQ here\r\n" if b"MODSEQ" in command else fetched(mod_sequence=None)

    replies = {**BY_HAND, "SELECT": opened}

    outcome, said = taken_back(replies, "UIDPLUS CONDSTORE UNSELECT", to_trash=False, look=looked)

    assert outcome is Retirement.EXPUNGED
    assert said[1] == MARK_WITHOUT_CONDITION

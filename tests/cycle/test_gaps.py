"""A server that can't show each message, or not for now: nothing is laid on what nobody has seen, and it is told."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import cast

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.verdict import State
from crickets.errors import Refused, Transient
from crickets.mailbox.headers import BATCH
from crickets.service.session import Connection
from tests.cycle.home import ANSWER, ASKED, OFFERED, Home
from tests.cycle.stage import ME, days_ago
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox, Moment, Phase
from tests.mailbox.scripted import Reply, ScriptedServer
from tests.servers.mail import Mail, a_message


class TestAMessageThatCanNotBeShown:
    def test_what_would_be_an_answer(self, home: Home) -> None:
        """Nothing is laid, however often one looks and whatever comes behind it; which it is and what to do is told."""
        uid = home.memory.put("INBOX", ANSWER)
        home.memory.break_message("INBOX", uid)
        for days in (-3, 0, 0.1):
            home.look(days)
            home.memory.put("INBOX", a_message("x@y.example", ME, "Else", at=days_ago(-days)))

        assert home.memory.drafts == ()
        assert home.account().evidence.doubts[-1] == (
            f"INBOX: the server can't show 1 of its messages (UID {uid}), and any may be an answer; delete or move "
            "them in your mail client, or name the folder in accounts.work.folders.skip"
        )

    @pytest.mark.parametrize("behind", [False, True], ids=["the last message", "more behind it"])
    def test_when_the_server_is_well_again(self, home: Home, *, behind: bool) -> None:
        """The message is read, late as it is, and the thread is answered."""
        home.look(-3)
        uid = home.memory.put("INBOX", ANSWER)
        home.memory.break_message("INBOX", uid)
        if behind:
            home.memory.put("INBOX", a_message("x@y.example", ME, "Else", at=days_ago(1)))
        home.look(0)
        home.memory.mend_message("INBOX", uid)
        home.look(0.1)

        assert (home.memory.drafts, home.states()) == ((), {State.ANSWERED})
        assert home.account().evidence.doubts == ()

    def test_when_its_owner_deletes_it(self, home: Home) -> None:
        """There is nothing left to wait for."""
        home.look(-3)
        uid = home.memory.put("INBOX", a_message("x@y.example", ME, "Else", at=days_ago(1)))
        home.memory.break_message("INBOX", uid)
        home.look(0)
        home.memory.remove("INBOX", uid, to_trash=False)
        home.look(0.1)

        assert len(home.memory.drafts) == 1

    def test_when_the_folder_is_numbered_anew(self, home: Home) -> None:
        """Its old UID means nothing; what it means now is read."""
        home.look(-3)
        home.memory.break_message("INBOX", home.memory.put("INBOX", ANSWER))
        home.look(0)
        home.memory.renumber("INBOX")
        home.look(0.1)

        assert (home.memory.drafts, home.states()) == ((), {State.ANSWERED})


class Short:
    """A server's list of INBOX that ends early, without a word."""

    def __init__(self, memory: MemoryMailbox, most: int) -> None:
        self._mailbox, self._most = FakeMailbox(memory), most

    def __getattr__(self, name: str) -> object:
        return getattr(self._mailbox, name)

    def headers(self, folder: str, after: Uid) -> Iterator[object]:
        told = list(self._mailbox.headers(folder, after))
        yield from told[: self._most] if folder == "INBOX" else told


def test_a_first_reading_that_was_broken_off_and_goes_on_to_a_list_cut_short(home: Home) -> None:
    """The folder isn't whole before all that it holds was read."""
    for _ in range(BATCH):
        home.memory.put("INBOX", a_message("x@y.example", ME, "Else", at=days_ago(20)))
    home.memory.put("INBOX", ANSWER)
    home.memory.interfere = failing_the_second("headers")
    with pytest.raises(Transient):
        home.look(-3)
    home.memory.interfere = lambda _moment: None
    home.look(0, connect=lambda: cast(Connection, Short(home.memory, 0)))
    assert "INBOX: only" in home.account().evidence.doubts[-1]
    home.look(0.1)

    assert (home.memory.drafts, home.states()) == ((), {State.ANSWERED})


def failing_the_second(call: str) -> Callable[[Moment], None]:
    """An interference: the line breaks before the second such call that is not of the first folder's first batch."""
    reached = itertools.count(1)

    def interfere(moment: Moment) -> None:
        if moment == Moment(call=call, phase=Phase.BEFORE) and next(reached) == 2:
            raise Transient("the line broke", remedy="Later.")

    return interfere


FOLDERS = {"INBOX": (ASKED, ANSWER), "Sent": (OFFERED,), "Drafts": (), "Trash": ()}
LIST = "".join(f'* LIST ({a}) "/" {n}\r\n' for a, n in [("", "INBOX"), ("\\Sent", "Sent"), ("\\Drafts", "Drafts")])


@pytest.mark.parametrize("words", ["NO [THROTTLED] Slow down", "NO [SERVERBUG] Oops", "BAD Internal error"])
@pytest.mark.parametrize("listing", [False, True], ids=["the headers alone", "the list of UIDs too"])
def test_an_answer_that_the_server_refuses_to_show(home: Home, words: str, *, listing: bool) -> None:
    """Nothing is laid after it, whatever else is refused, and the account is in doubt."""
    open_now = [""]

    def opened(command: bytes) -> bytes:
        [open_now[0]] = re.findall(r'"(.*)"', command.decode())
        count = len(FOLDERS[open_now[0]])
        return b"* %d EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT %d] x\r\n%%t OK x\r\n" % (count, count + 1)

    def fetched(command: bytes) -> bytes:
        if b"BODY.PEEK[]" in command:
            return b"%t OK nothing there\r\n"
        found = re.search(r"FETCH (\d+):(\d+|\*) \((.*)\)$", command.decode())
        assert found
        lying = FOLDERS[open_now[0]]
        last = len(lying) if found[2] == "*" else int(found[2])
        asked = range(int(found[1]), last + 1)
        only_uids = found[3] == "UID"
        if open_now[0] == "INBOX" and 2 in asked and (not only_uids or (listing and found[2] != "*")):
            return f"%t {words}\r\n".encode()
        return b"".join(told(uid, lying[uid - 1], only_uids=only_uids) for uid in asked) + b"%t OK done\r\n"

    def told(uid: int, mail: Mail, *, only_uids: bool) -> bytes:
        if only_uids:
            return b"* %d FETCH (UID %d)\r\n" % (uid, uid)
        head = mail.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        date = mail.date.astimezone(dt.UTC).strftime("%d-%b-%Y %H:%M:%S +0000").encode()
        return b'* %d FETCH (UID %d FLAGS () INTERNALDATE "%b" BODY[X] {%d}\r\n%b)\r\n' % (
            uid, uid, date, len(head), head,
        )  # fmt: skip

    replies: dict[str, Reply] = {"EXAMINE": opened, "UID FETCH": fetched, "LIST": f"{LIST}%t OK done\r\n".encode()}
    with ScriptedServer(replies) as server:
        home.port = server.port
        with suppress(Transient):
            home.look_over_the_wire()
        view = home.account()

    assert [said for said in server.said if said.startswith("APPEND")] == []
    assert not view.evidence.complete
    assert view.evidence.doubts


def test_a_folder_that_fails_while_it_is_read(home: Home) -> None:
    """The others are read all the same, nothing is laid, and what to do about it is told."""

    def refuse(moment: Moment) -> None:
        if moment == Moment(call="headers", phase=Phase.BEFORE):
            raise Refused("listing the messages", answer="[NOPERM] No", remedy="None.")

    home.memory.interfere = refuse
    home.look()

    assert home.memory.drafts == ()
    doubt = home.account().evidence.doubts[-1]
    assert doubt.endswith("if that is to stay so, name it in accounts.work.folders.skip"), doubt

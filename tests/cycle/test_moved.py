"""Whether a folder has moved: what a server tells of it as it's opened, and what is asked for after that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from crickets.domain.mailbox import FolderState, Uid
from crickets.domain.verdict import State
from tests.cycle.home import ANSWER, Home
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_silence, days_ago
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox
from tests.servers.fixtures import SERVERS


class Lagging(FakeMailbox):
    """Knows UIDNEXT only as it was when its connection was made (so does Courier of a folder that is open)."""

    def __init__(self, memory: MemoryMailbox, uid_next: int) -> None:
        super().__init__(memory)
        self._uid_next = Uid(uid_next)

    def examine(self, folder: str) -> FolderState:
        """The folder's state, with the UIDNEXT of INBOX as it was."""
        state = super().examine(folder)
        return replace(state, uid_next=self._uid_next) if folder == "INBOX" else state


def lagging(home: Home) -> Callable[[], Lagging]:
    """All was read three days ago; since then, UIDNEXT of INBOX stands still."""
    home.look(-3)
    shelf = home.memory.shelf("INBOX")
    assert shelf is not None
    uid_next = shelf.uid_next
    return lambda: Lagging(home.memory, uid_next)


class TestAnAnswerThatUidnextDoesNotTellOf:
    def test_by_how_many_there_are(self, home: Home) -> None:
        """EXISTS has grown: it's looked for, and found, as often as is looked."""
        home.memory.abilities.condstore = False
        connect = lagging(home)
        home.memory.put("INBOX", ANSWER)
        for days in (0, 0.1, 1):
            home.look(days, connect=connect)
            assert home.memory.drafts == ()
            assert home.states() == {State.ANSWERED}
            assert home.account().evidence.complete

    def test_by_the_count_of_changes(self, home: Home) -> None:
        """Another was expunged, so there are as many as before; HIGHESTMODSEQ (RFC 7162) tells all the same."""
        connect = lagging(home)
        home.memory.remove("INBOX", 1, to_trash=False)
        home.memory.put("INBOX", ANSWER)
        home.look(connect=connect)

        assert home.memory.drafts == ()
        assert home.states() == {State.ANSWERED}


@pytest.mark.parametrize("any_server", [name for name in SERVERS if name != "courier"], indirect=True)
def test_nothing_has_moved(stage: Stage) -> None:
    """
    No message of any folder is asked for, by however many looks, each a process of its own.

    Courier tells no UIDNEXT of the folder that a connection opens first.
    """
    a_silence(stage.box)
    for days in (-5, -4.9, -4.8):
        stage.look(days)

    assert fetches(stage)[1:] == [[], []]


def test_nothing_has_moved_where_another_folder_is_for_drafts(quick_stage: Stage) -> None:
    """Nor of that one, where changes are counted: what lies there is known, also that it's a reply of the owner's."""
    stage = quick_stage
    _, offered = a_silence(stage.box)
    stage.box.create("Entwürfe")
    own = a_message(ME, CLIENT, at=days_ago(1), reply_to=offered)
    _, last = (stage.box.put("Entwürfe", own, flags=["\\Draft"]) for _ in range(2))
    stage.box.remove("Entwürfe", last, to_trash=False)  # as programs save: no message has the last UID any more
    for days in (0, 0.1, 0.2):
        stage.look(days)
        assert stage.drafts == ()

    assert fetches(stage)[0]
    assert fetches(stage)[1:] == [[], []]


def fetches(stage: Stage) -> list[list[str]]:
    """What each connection has asked of messages."""
    said = ([f"{verb} {rest}" for verb, rest in session] for session in stage.recorder.sessions)
    return [[line for line in lines if "FETCH" in line] for lines in said]

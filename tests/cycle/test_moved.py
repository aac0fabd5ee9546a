"""Whether a folder has moved: what a server tells of it as it's opened, and what is asked for after that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from crickets.domain.mailbox import FolderState, Uid
from crickets.domain.verdict import State
from tests.cycle.home import ANSWER, Home
from tests.cycle.stage import Stage, a_silence
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


@pytest.fixture
def lagging(home: Home) -> Callable[[], Lagging]:
    """All was read three days ago; since then, UIDNEXT of INBOX stands still."""
    home.look(-3)
    shelf = home.memory.shelf("INBOX")
    assert shelf is not None
    uid_next = shelf.uid_next
    return lambda: Lagging(home.memory, uid_next)


class TestAnAnswerThatUidnextDoesNotTellOf:
    def test_by_how_many_there_are(self, home: Home, lagging: Callable[[], Lagging]) -> None:
        """EXISTS has grown: it's looked for, and found, as often as is looked."""
        home.memory.abilities.condstore = False
        home.memory.put("INBOX", ANSWER)
        for days in (0, 0.1, 1):
            outcome = home.look(days, connect=lagging)
            assert home.memory.drafts == ()
            assert {v.state for v in outcome.verdicts} == {State.ANSWERED}
            assert home.account().evidence.complete

    def test_by_the_count_of_changes(self, home: Home, lagging: Callable[[], Lagging]) -> None:
        """Another was expunged, so there are as many as before; HIGHESTMODSEQ (RFC 7162) tells all the same."""
        home.memory.remove("INBOX", 1, to_trash=False)
        home.memory.put("INBOX", ANSWER)
        outcome = home.look(connect=lagging)

        assert home.memory.drafts == ()
        assert {v.state for v in outcome.verdicts} == {State.ANSWERED}


@pytest.mark.parametrize("any_server", [name for name in SERVERS if name != "courier"], indirect=True)
def test_nothing_has_moved(stage: Stage) -> None:
    """
    No message of any folder is asked for, by however many looks, each a process of its own.

    Courier tells no UIDNEXT of the folder that a connection opens first.
    """
    a_silence(stage.box)
    for days in (-5, -4.9, -4.8):
        stage.look(days)

    _, *later = stage.recorder.sessions
    asked = [[f"{verb} {rest}" for verb, rest in session if "FETCH" in f"{verb} {rest}"] for session in later]
    assert asked == [[], []]

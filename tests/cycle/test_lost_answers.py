"""An APPEND whose answer was lost, its draft not to be seen: may it still come, has it come and gone, or neither?"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest

from crickets.domain.mailbox import DraftPlace, Uid, UidValidity
from crickets.domain.message import MessageId
from crickets.domain.thread import DraftState
from crickets.domain.verdict import State
from crickets.errors import CricketsError, Refused, Transient
from tests.cycle.home import Home
from tests.cycle.interference import Killed
from tests.cycle.stage import ME, days_ago, days_later
from tests.fakes.mailbox import FakeMailbox, Phase, failing
from tests.servers.mail import a_message

BEN = "Ben <ben@x.example>"
MINUTE = 1 / 24 / 60
"""In days."""


class Slow(FakeMailbox):
    """A line over which an APPEND takes longer than any grace, and breaks before the server is done with it."""

    def __init__(self, home: Home, error: BaseException, took: list[bytes]) -> None:
        super().__init__(home.memory)
        self._home, self._error, self._took = home, error, took

    def append_draft(self, message: bytes, message_id: MessageId) -> DraftPlace | None:
        if self._took:
            return super().append_draft(message, message_id)
        self._took.append(message)
        self._home.clock.now += dt.timedelta(minutes=3)
        raise self._error


@pytest.mark.parametrize("error", [Transient("the line broke", remedy="Later."), Killed()], ids=["cut", "killed"])
def test_a_server_that_ends_an_append_after_the_line_broke(home: Home, error: BaseException) -> None:
    """However long it had taken by then, it's waited for anew: no second draft is laid before it comes to light."""
    took: list[bytes] = []
    with suppress(Transient, Killed):
        home.look(0, connect=lambda: Slow(home, error, took))
    home.look(3.1 * MINUTE, connect=lambda: Slow(home, error, took))
    home.memory.put("Drafts", took[0], at=home.clock.now, flags=["\\Draft", "\\Seen"])
    for later in (3.5, 10, 20):
        home.look(later * MINUTE)

    assert len(home.memory.drafts) == 1
    assert home.only_draft().state is DraftState.LAID


def lose_the_answer(home: Home, phase: Phase) -> None:
    """A look whose APPEND gets no answer: its draft was laid, or not."""
    home.memory.interfere = failing("append_draft", phase)
    with suppress(Transient):
        home.look(0)
    home.memory.interfere = lambda _: None


@pytest.mark.parametrize("days", [(0.01, 0.02, 0.03, 1), (0.5, 1, 1.5)], ids=["soon", "late"])
def test_a_server_that_tells_no_uidnext(home: Home, days: tuple[float, ...]) -> None:
    """Nobody can know whether the draft was there and its owner deleted it for good: the step is rather skipped."""
    home.memory.abilities.uid_next = False
    lose_the_answer(home, Phase.AFTER)
    home.memory.remove("Drafts", home.memory.drafts[0].uid, to_trash=False)
    for each in days:
        home.look(each)

    assert home.memory.drafts == ()
    assert home.only_draft().state is DraftState.LOST
    home.look(8)
    assert len(home.memory.drafts) == 1, "the next step's"


def test_another_draft_that_came_and_went_meanwhile(home: Home) -> None:
    """Ours may have been that one, so its step is skipped; but nobody has thrown it away, and the thread goes on."""
    home.extra = '[drafts]\non_delete = "stop"\n'
    lose_the_answer(home, Phase.BEFORE)
    other = a_message(ME, BEN, "Lunch", at=days_later(0))
    home.memory.remove("Drafts", home.memory.put("Drafts", other, flags=["\\Draft", "\\Seen"]), to_trash=False)
    told = [done.deed for days in (0.01, 0.02, 0.03, 1) for done in home.look(days).done]

    draft = home.only_draft()
    assert (told, draft.state) == ([], DraftState.LOST)
    assert draft.proof == "it may have been laid, and have gone since"
    [thread] = home.overview().threads
    assert (thread.state, thread.step) == (State.WAITING, 1)


class Unreadable(FakeMailbox):
    """A server that lists what lies in Drafts, and won't show a body there."""

    error: CricketsError = Refused("reading a message", answer="[SERVERBUG] Internal error", remedy="")

    def message(self, folder: str, uid_validity: UidValidity, uid: Uid, *, limit: int | None = None) -> bytes | None:
        if folder == "Drafts":
            raise self.error
        return super().message(folder, uid_validity, uid, limit=limit)


def test_a_draft_that_the_server_will_not_show(home: Home) -> None:
    """Whether it lies there untouched can't be told: it's left as it is, and keeps no other thread waiting."""
    home.memory.put("INBOX", a_message(BEN, ME, "A logo", at=days_ago(9)))
    lose_the_answer(home, Phase.AFTER)
    home.memory.put("Sent", a_message(ME, BEN, "Re: A logo", at=days_ago(6)))
    for days in (0.1, 0.2, 2):
        home.look(days, connect=lambda: Unreadable(home.memory))
    assert len(home.memory.drafts) == 2
    assert [d.state for d in home.drafts()] == [DraftState.INTENDED, DraftState.LAID]
    home.look(3)

    assert [d.state for d in home.drafts()] == [DraftState.LAID, DraftState.LAID]

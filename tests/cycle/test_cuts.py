"""The line or the process breaks, anywhere in a pass: in the end one draft lies there, and no step is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import State
from crickets.errors import CricketsError, Transient
from tests.cycle.cuts import LAYING, SIDES, TAKING_BACK, Cut, Cutter, Play, Played, extent
from tests.cycle.interference import Killed, Phase, killed, look
from tests.cycle.moulds import Mould, a_mould
from tests.cycle.stage import CLIENT, ME, NOW, Stage, a_message, a_silence, days_ago, days_later
from tests.cycle.test_sending import send
from tests.servers.faults import Fault
from tests.servers.server import ImapServer

ELSEWHERE = 301
"""Of the bytes that aren't tried one by one, the sample has one in so many; `make cuts` tries them all."""

_OF_AN_ANSWER = 80


@pytest.fixture(scope="session")
def laying(dovecot_sdbox: ImapServer) -> Iterator[Mould]:
    """A mailbox where a draft is due, to be copied for each cut; skipped where there is no Dovecot."""
    with a_mould(LAYING.ready) as mould:
        yield mould


@pytest.fixture(scope="session")
def taking_back(dovecot_sdbox: ImapServer) -> Iterator[Mould]:
    """The same where one is to be taken back."""
    with a_mould(TAKING_BACK.ready) as mould:
        yield mould


def in_the_command(play: Play, mould: Mould) -> Iterator[Cut]:
    """Each byte of the command by which the session writes, but of its literal only the first and the last 16."""
    begun, ended = extent(play, mould, Fault(before=play.verb)), extent(play, mould, Fault(answer_lost=play.verb))
    literal = sum(map(len, mould.recorder.complete_commands[-1].literals))
    unseen = range(ended.client - 2 - literal + 16, ended.client - 2 - 16)
    yield from (Cut(side="client", byte=n) for n in range(begun.client, ended.client + 1) if n not in unseen)


def in_the_answer(play: Play, mould: Mould) -> Iterator[Cut]:
    """Each byte of what the server says to it: that it may go on, and that it's done."""
    begun, ended = extent(play, mould, Fault(before=play.verb)), extent(play, mould, Fault(answer_lost=play.verb))
    yield from (Cut(side="server", byte=n) for n in range(begun.server, ended.server + _OF_AN_ANSWER))


def elsewhere(play: Play, mould: Mould) -> Iterator[Cut]:
    """One byte in so many of the whole session: looking, looking once more before and after, goodbye."""
    whole = extent(play, mould)
    for side in SIDES:
        yield from (Cut(side=side, byte=n) for n in range(0, whole.of(side) + 1, ELSEWHERE))


PARTS = [in_the_command, in_the_answer, elsewhere]


def ended_badly(play: Play, mould: Mould, cuts: Iterable[Cut]) -> list[Played]:
    """The cuts that came to no good, or to nothing."""
    cutter = Cutter(play=play, mould=mould)
    return [each for each in map(cutter.cut, cuts) if each.wrong or not each.reached]


def one_draft_lies(stage: Stage) -> None:
    """Passes go on, later than any grace; then the first step's draft lies there, once."""
    for days in (0.01, 0.02, 0.5):
        stage.look(days)
    assert stage.subjects == ["Re: The new site"]
    assert stage.state() is State.DRAFTED


def had_mail_before(stage: Stage, folder: str) -> None:
    """Until something has lain in a folder, Courier numbers it anew at each opening (docs/quirks.md)."""
    stage.box.remove(folder, stage.box.put(folder, a_message(ME, CLIENT, at=days_ago(9))), to_trash=False)


class TestLaying:
    """A pass that lays a draft is cut short."""

    @pytest.mark.parametrize("part", PARTS)
    def test_after_any_byte(self, laying: Mould, part: Callable[[Play, Mould], Iterator[Cut]]) -> None:
        """Whatever was under way is found out, and not done twice; nothing else in the mailbox has changed."""
        assert ended_badly(LAYING, laying, part(LAYING, laying)) == []

    @pytest.mark.parametrize(
        "fault", [Fault(before="APPEND"), Fault(answer_lost="APPEND")], ids=["before", "answer lost"]
    )
    def test_at_the_append(self, stage: Stage, fault: Fault) -> None:
        """On every server: sought first, and only then tried anew."""
        a_silence(stage.box)
        had_mail_before(stage, "Drafts")
        stage.recorder.fault = fault
        with pytest.raises(Transient):
            stage.look()
        stage.look(0.0005)

        assert stage.state() in {State.HELD, State.DRAFTED}
        one_draft_lies(stage)

    def test_again_and_again(self, quick_stage: Stage) -> None:
        """A server that never gets as far as to answer holds one draft, not one for each attempt."""
        stage = quick_stage
        a_silence(stage.box)
        for attempt in range(4):
            stage.recorder.fault = Fault(answer_lost="APPEND")
            with suppress(CricketsError):
                stage.look(attempt * 0.01)
        stage.recorder.fault = Fault()

        one_draft_lies(stage)

    def test_in_vain_again_and_again(self, quick_stage: Stage) -> None:
        """Attempts that never reached the server leave no trail: it's one draft, tried again."""
        stage = quick_stage
        a_silence(stage.box)
        for attempt in range(6):  # every other pass only misses what the one before has tried
            stage.recorder.fault = Fault(before="APPEND")
            with suppress(Transient):
                stage.look(attempt * 0.01)
        stage.recorder.fault = Fault()

        one_draft_lies(stage)
        with stage.application() as app:
            [thread] = app.ledger.threads("work")
        assert len(thread.drafts) == 1

    @pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AFTER])
    def test_the_process_ends(self, quick_stage: Stage, phase: Phase) -> None:
        """Between intend and append, between append and confirm."""
        stage = quick_stage
        a_silence(stage.box)
        with pytest.raises(Killed):
            look(stage, killed("append_draft", phase))

        one_draft_lies(stage)

    @pytest.mark.parametrize("phase", ["before", "after"])
    def test_kill_9(self, quick_stage: Stage, phase: str) -> None:
        """The same to a real process, which gets no chance to close its ledger."""
        stage = quick_stage
        a_silence(stage.box)
        stage.look(-5)  # writes the config
        stage.clock.now = NOW

        assert kill_at("append_draft", phase, stage) == -signal.SIGKILL
        assert len(stage.drafts) == (phase == "after")
        one_draft_lies(stage)

    def test_gone_when_looked_at_again(self, laying: Mould) -> None:
        """A server that is gone when the answer is looked for once more gets no draft then."""
        begun = extent(LAYING, laying, Fault(before="APPEND"))
        stage = laying.copied()
        # Dovecot tells with each answer how long it took: a byte more or less.
        stage.recorder.fault = Fault(after_server_bytes=begun.server - 200)
        with pytest.raises(Transient):
            stage.look()

        assert "APPEND" not in {verb for verb, _ in stage.recorder.commands}
        assert list(LAYING.afterwards(stage, laying.content)) == []


class TestTakingBack:
    """A pass that takes a draft back is cut short: it's never taken for thrown away by the owner."""

    @pytest.mark.parametrize("part", PARTS)
    def test_after_any_byte(self, taking_back: Mould, part: Callable[[Play, Mould], Iterator[Cut]]) -> None:
        """Once the snooze is over, the same step is laid anew."""
        assert ended_badly(TAKING_BACK, taking_back, part(TAKING_BACK, taking_back)) == []

    @pytest.mark.parametrize("verb", ["UID COPY", "UID STORE", "UID EXPUNGE"])
    @pytest.mark.parametrize("lost", [False, True], ids=["before", "answer lost"])
    def test_between_its_parts(self, stage: Stage, verb: str, *, lost: bool) -> None:
        """On every server each of the three may be the last; carried out or not, it comes to the same."""
        stage = a_snoozed(stage)
        stage.recorder.fault = Fault(answer_lost=verb) if lost else Fault(before=verb)
        with pytest.raises(Transient):
            stage.look(1)

        taken_back_and_laid_anew(stage)
        assert len({trashed.raw for trashed in stage.box.folder("Trash")}) == 1

    @pytest.mark.parametrize("to_trash", [True, False], ids=["to the trash", "expunged"])
    def test_our_mark_is_left(self, stage: Stage, *, to_trash: bool) -> None:
        """The process ends between mark and expunge: what is marked is no draft; fetched back, it's the owner's."""
        stage.extra = "" if to_trash else '[drafts]\nretire_to = "nowhere"\n'
        a_snoozed(stage)
        stage.recorder.fault = Fault(before="UID EXPUNGE")
        with pytest.raises(Transient):
            stage.look(1)
        stage.look(1.1)
        [marked] = stage.box.folder("Drafts")
        assert "\\Deleted" in marked.flags
        stage.box.flag("Drafts", marked.uid, "\\Deleted", on=False)

        for days in (2, 6, 20):
            stage.look(days)
            assert [draft.uid for draft in stage.drafts] == [marked.uid]

    @pytest.mark.parametrize("text", ["", "In my own words.\n"], ids=["as it was", "edited"])
    def test_sent_before_it_is_gone(self, quick_stage: Stage, text: str) -> None:
        """The process ends before anything is removed, and the owner sends the draft: its step isn't laid again."""
        stage = a_snoozed(quick_stage)
        with pytest.raises(Killed):
            look(stage, killed("take_back", Phase.BEFORE), 1)
        send(stage, 1.1, renamed=True, text=text)
        for days in (1.2, 2, 9, 20):
            stage.look(days)

        assert [draft.mail.text.splitlines()[0] for draft in stage.drafts] != []
        with stage.application() as app:
            [thread] = (t for t in app.ledger.threads("work") if t.drafts)
        assert [draft.step for draft in thread.drafts] == [0, 1]

    @pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AFTER])
    @pytest.mark.parametrize("to_trash", [True, False], ids=["to the trash", "expunged"])
    def test_the_process_ends(self, quick_stage: Stage, phase: Phase, *, to_trash: bool) -> None:
        """Between intend and remove, between remove and confirm."""
        quick_stage.extra = "" if to_trash else '[drafts]\nretire_to = "nowhere"\n'
        stage = a_snoozed(quick_stage)
        with pytest.raises(Killed):
            look(stage, killed("take_back", phase), 1)

        taken_back_and_laid_anew(stage)

    def test_kill_9(self, quick_stage: Stage) -> None:
        """The same to a real process."""
        stage = a_snoozed(quick_stage)
        stage.clock.now = days_later(1)

        assert kill_at("take_back", "after", stage) == -signal.SIGKILL
        assert stage.subjects == []
        taken_back_and_laid_anew(stage)


def a_snoozed(stage: Stage) -> Stage:
    """A draft lies there, and the owner has given the order to wait until the fifth day."""
    a_silence(stage.box)
    stage.look()
    stage.order(OrderKind.SNOOZE, until=days_later(5).date())
    return stage


def taken_back_and_laid_anew(stage: Stage) -> None:
    """What passes make of it, until the snooze is over and after."""
    for days in (1.01, 1.1):
        stage.look(days)
        assert stage.subjects == []
        assert stage.state() is State.SNOOZED
    stage.look(6)
    assert stage.subjects == ["Re: The new site"]


def kill_at(call: str, phase: str, stage: Stage) -> int:
    """One pass by a real process that kills itself at that boundary; what the system says of its end."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.cycle.kill_itself", call, phase, stage.clock.now.isoformat()],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "CRICKETS_CONFIG": str(stage.home / "config.toml"),
            "STATE_DIRECTORY": str(stage.home / "state"),
            "HOME": str(stage.home),
            "WORK_IMAP_PASSWORD": stage.password,
        },
        check=False,
        timeout=60,
    )
    return ended.returncode

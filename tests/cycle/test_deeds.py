"""What was done is told, however the pass ended: the owner must never find a draft that nobody told them of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

import pytest

from crickets.domain.thread import OrderKind
from crickets.domain.verdict import State
from crickets.errors import CricketsError, ExitCode, Refused, Surprise, Transient
from crickets.service.once import Result, exit_code_of
from crickets.service.outcome import Deed, Done
from crickets.service.ports import Progress
from crickets.service.session import Session
from crickets.service.unwatched import Unwatched
from tests.cycle.interference import Interfered, Interference, Phase, at, look, undisturbed
from tests.cycle.stage import ME, NOW, Stage, a_message, a_silence, days_ago
from tests.fakes.mailbox import Moment
from tests.servers.faults import Fault

OVER_QUOTA = Refused("laying the draft", answer="[OVERQUOTA] the mailbox is full", remedy="Make room.")


@contextmanager
def a_session(
    stage: Stage, interfere: Interference = undisturbed, progress: Progress | None = None
) -> Iterator[Session]:
    """One session for several tries, with that interference."""
    stage.clock.now = NOW
    with stage.application() as app:
        session = app.session("work", progress or Unwatched())
        session = replace(session, connect=lambda: Interfered(app.connect("work"), interfere))
        try:
            yield session
        finally:
            session.close()


def deeds(done: tuple[Done, ...]) -> list[Deed]:
    """What was done, in order."""
    return [each.deed for each in done]


@pytest.mark.parametrize("sent", [True, False])
def test_what_the_owner_did(quick_stage: Stage, *, sent: bool) -> None:
    """What became of a draft is told once, by the pass that finds it; a dry run tells it too."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    if sent:
        stage.box.send_draft(stage.drafts[0], at=days_ago(-1))
    else:
        stage.box.remove("Drafts", stage.drafts[0].uid)
    told = [deeds(stage.look(days, rehearsal=days == 1.1).done) for days in (1, 1.1, 1.2)]

    assert told == ([[Deed.SENT], [], []] if sent else [[], [Deed.THROWN_AWAY], []])


def raising(error: CricketsError) -> Callable[[], None]:
    """An act of the server's."""

    def fail() -> None:
        raise error

    return fail


def always(call: str, error: CricketsError) -> Interference:
    """The server answers each such call with that error."""

    def interfere(moment: Moment) -> None:
        if moment == Moment(call=call, phase=Phase.BEFORE):
            raise error

    return interfere


def test_the_line_breaks_after_a_draft(quick_stage: Stage) -> None:
    """The pass fails, and what it laid is handed over all the same, once."""
    a_silence(quick_stage.box)
    cut = at("drafts", Phase.AFTER, raising(Transient("cut", remedy="Later.")), time=3)
    with a_session(quick_stage, cut) as session:
        with pytest.raises(Transient):
            session.look()
        done = session.hand_over()

        assert deeds(done) == [Deed.LAID]
        assert session.hand_over() == ()
    assert [d.mail.message_id.strip("<>") for d in quick_stage.drafts] == [d.draft and d.draft.id for d in done]


def test_the_next_try_succeeds(quick_stage: Stage) -> None:
    """Its outcome tells what the try before had done."""
    a_silence(quick_stage.box)
    cut = at("drafts", Phase.AFTER, raising(Transient("cut", remedy="Later.")), time=3)
    with a_session(quick_stage, cut) as session:
        with pytest.raises(Transient):
            session.look()

        assert deeds(session.look().done) == [Deed.LAID]


@pytest.mark.parametrize("verb", ["APPEND", "UID EXPUNGE"])
def test_an_answer_that_was_lost(quick_stage: Stage, verb: str) -> None:
    """What turns out to have been done is told by the pass that finds it, and by no other."""
    a_silence(quick_stage.box)
    if verb == "UID EXPUNGE":
        quick_stage.look()
        quick_stage.order(OrderKind.STOP)
    quick_stage.recorder.fault = Fault(answer_lost=verb)
    with a_session(quick_stage) as session:
        with pytest.raises(Transient):
            session.look()
        outcome = session.look()
        session.hand_over()

        assert deeds(outcome.done) == [Deed.LAID if verb == "APPEND" else Deed.TAKEN_BACK]
        assert deeds(session.look().done) == []


def test_a_server_that_refuses_every_draft(quick_stage: Stage) -> None:
    """It's told with the server's words, asks for another try, and is no problem of the account's."""
    a_silence(quick_stage.box)
    outcome = look(quick_stage, always("append_draft", OVER_QUOTA))

    overview = quick_stage.overview()
    [thread] = overview.threads
    assert deeds(outcome.done) == [Deed.REFUSED]
    assert exit_code_of((Result(account="work", outcome=outcome),)) is ExitCode.TEMPORARY_FAILURE
    assert overview.accounts[0].evidence.complete
    told = f"work: {thread.thread}: laying the draft is refused by the server and tried again with each pass: "
    assert overview.problems == (told + "[OVERQUOTA] the mailbox is full",)


def test_many_drafts_refused_for_one_reason(quick_stage: Stage) -> None:
    """The reason is told once."""
    for name in ("anna", "bea"):
        client = f"{name} <{name}@client.example>"
        asked = a_message(client, ME, f"To {name}", at=days_ago(20))
        quick_stage.box.put("INBOX", asked)
        quick_stage.box.put("Sent", a_message(ME, client, at=days_ago(6), reply_to=asked))
    outcome = look(quick_stage, always("append_draft", OVER_QUOTA))

    assert deeds(outcome.done) == [Deed.REFUSED] * 2
    [problem] = quick_stage.overview().problems
    assert all(verdict.thread in problem for verdict in quick_stage.overview().threads)


def test_a_server_that_takes_the_draft_after_all(quick_stage: Stage) -> None:
    """The next pass lays it, and the problem is gone."""
    a_silence(quick_stage.box)
    look(quick_stage, always("append_draft", OVER_QUOTA))

    assert deeds(quick_stage.look(0.1).done) == [Deed.LAID]
    assert quick_stage.overview().problems == ()


def test_a_refusal_that_nobody_cares_for_any_more(quick_stage: Stage) -> None:
    """Of a stopped thread nothing is told."""
    a_silence(quick_stage.box)
    look(quick_stage, always("append_draft", OVER_QUOTA))
    quick_stage.clock.now += dt.timedelta(hours=1)
    quick_stage.order(OrderKind.STOP)

    assert quick_stage.overview().problems == ()


def test_a_draft_that_the_server_will_not_let_go(quick_stage: Stage) -> None:
    """It's told and stays ours, to be taken back by the next pass."""
    a_silence(quick_stage.box)
    quick_stage.look()
    quick_stage.order(OrderKind.STOP)
    no = Refused("taking the draft back", answer="[NOPERM] no", remedy="None.")
    outcome = look(quick_stage, always("take_back", no), days=0.1)

    assert deeds(outcome.done) == [Deed.REFUSED]
    [problem] = quick_stage.overview().problems
    assert "taking the draft back is refused by the server" in problem
    assert problem.endswith("[NOPERM] no")
    assert deeds(quick_stage.look(0.2).done) == [Deed.TAKEN_BACK]
    assert quick_stage.overview().problems == ()


@pytest.mark.parametrize(
    "error",
    [
        Refused("fetching", answer="[CORRUPTION] cache record missing", remedy="None."),
        Surprise("fetching: the answer could not be read", remedy="None."),
    ],
)
def test_mail_that_the_server_cannot_show(quick_stage: Stage, error: CricketsError) -> None:
    """The draft is laid without a quote and in the template's voice."""
    a_silence(quick_stage.box)
    outcome = look(quick_stage, always("message", error))

    assert deeds(outcome.done) == [Deed.LAID]
    [draft] = quick_stage.drafts
    assert "> " not in draft.mail.text


def test_an_answer_before_it_was_laid(quick_stage: Stage) -> None:
    """Why it was not laid is told."""
    asked, _ = a_silence(quick_stage.box)
    answer = a_message("Anna Rossi <anna@client.example>", ME, at=days_ago(0), reply_to=asked)
    outcome = look(quick_stage, at("message", Phase.BEFORE, lambda: quick_stage.box.put("INBOX", answer)))

    assert [(d.deed, d.trouble) for d in outcome.done] == [(Deed.OVERTAKEN, "Anna Rossi answered on 2026-03-18")]
    assert quick_stage.state() is State.ANSWERED


@dataclass(slots=True)
class Beats:
    """Counts how often a pass gets on, but for what it reads."""

    number: int = 0

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        return Unwatched().folder(account, folder, total)

    def words(self, account: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        return Unwatched().words(account, total)

    def deciding(self, account: str) -> AbstractContextManager[None]:
        return Unwatched().deciding(account)

    def beat(self) -> None:
        self.number += 1


def test_a_pass_that_has_much_to_do(quick_stage: Stage) -> None:
    """It gives a sign of life with what it judges, lays and settles: it isn't given up for that."""
    beats, so_far = Beats(), list[int]()
    a_silence(quick_stage.box)
    with a_session(
        quick_stage, at("append_draft", Phase.BEFORE, lambda: so_far.append(beats.number)), beats
    ) as session:
        session.look()
        so_far.append(beats.number)
        quick_stage.box.send_draft(quick_stage.drafts[0], at=days_ago(-1))
        session.look()

    # Judged, applied; settled before it's laid, at the end, judged anew; the same of a draft that was sent.
    assert (so_far, beats.number) == ([2, 5], 9)


@pytest.mark.parametrize("time", [1, 2], ids=["on a new line", "on a line that was kept"])
def test_a_pass_that_is_given_up(quick_stage: Stage, time: int) -> None:
    """It fails as soon as it asks again, on no second line, and says why; the next is as any other."""
    sessions = list[Session]()

    def give_up() -> None:
        sessions[0].give_up(dt.timedelta(minutes=8))

    with a_session(quick_stage, at("folders", Phase.BEFORE, give_up, time=time)) as session:
        sessions.append(session)
        for _ in range(time - 1):
            session.look()
        a_silence(quick_stage.box)
        with pytest.raises(Transient, match="the pass did not get on for 8 minutes, and was ended"):
            session.look()
        told = session.ledger.problem("work")
        lines = len(quick_stage.recorder.sessions)

        assert deeds(session.look().done) == [Deed.LAID]

    assert "did not get on" in told
    assert lines == 1

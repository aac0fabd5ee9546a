"""The names of events are for machines to rely on."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from crickets.domain.mailbox import Retirement
from crickets.domain.thread import ThreadId
from crickets.domain.verdict import Reason, State, Verdict, Why
from crickets.service import journal
from crickets.service.outcome import Deed, Done, Outcome
from tests.builders import NOW, a_draft, a_sent

VERDICT = Verdict(
    thread=ThreadId("k3f9"),
    account="work",
    state=State.DRAFTED,
    reason=Why(reason=next(iter(Reason))),
    subject="The new site for Anna",
    step=1,
    next_at=NOW.replace(hour=20),
)


def logged(*done: Done) -> list[dict[str, object]]:
    """The events of a pass that did this."""
    with capture_logs() as logs:
        journal.keep(Outcome(account="work", at=NOW, verdicts=(VERDICT,), done=done, threads=1))
    return [dict(log) for log in logs]


def test_every_deed() -> None:
    """Each has its event, and no two the same."""
    assert set(journal.EVENTS) == set(Deed)
    assert len(set(journal.EVENTS.values())) == len(journal.EVENTS)


@pytest.mark.parametrize("deed", Deed)
def test_a_deed(deed: Deed) -> None:
    """It's told by thread and step, steps counted from one; what could not be written is a warning, without words."""
    done = Done(deed=deed, verdict=VERDICT, how=Retirement.TO_TRASH, trouble="the draft to Anna can't be written")
    [log, _] = logged(done)

    assert log == {
        "event": journal.EVENTS[deed],
        "log_level": "warning" if deed in {Deed.UNWRITABLE, Deed.REFUSED} else "info",
        "account": "work",
        "thread": "k3f9",
        "step": 2,
        "how": Retirement.TO_TRASH.value,
    }


def test_the_step_of_a_draft() -> None:
    """It's that of the draft, not the one that comes next once it was sent."""
    [log, _] = logged(Done(deed=Deed.SENT, verdict=VERDICT, draft=a_draft(NOW, parent=a_sent(NOW))))

    assert (log["event"], log["step"]) == ("draft.sent", 1)


def test_a_trouble_that_comes_again() -> None:
    """It's a warning once; when it has been away, once more."""
    refused = Done(deed=Deed.REFUSED, verdict=VERDICT, trouble="no")
    levels, known = [], journal.Troubles()
    for done in ((refused,), (refused,), (), (refused,)):
        with capture_logs() as logs:
            known = journal.keep(Outcome(account="work", at=NOW, done=done), known)
        levels += [log["log_level"] for log in logs if log["event"] == "draft.refused"]

    assert levels == ["warning", "info", "warning"]


def test_a_pass() -> None:
    """Its end is told in numbers, and when there is next something to do."""
    assert logged() == [
        {
            "event": "pass.ended",
            "log_level": "info",
            "account": "work",
            "threads": 1,
            "done": 0,
            "next_at": "2026-06-17T20:00:00+00:00",
        }
    ]

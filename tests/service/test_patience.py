"""How long to wait after a failure, and what is told of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from crickets.errors import CricketsError, LoginRefused, Transient
from crickets.service.patience import Patience, pause_after

AWAY = Transient("imap.example.org could not be reached", remedy="Later.")
REFUSED = LoginRefused("dana@studio.example was not let in", answer="no", remedy="Check it.")
MISTAKE = KeyError("nothing")


@pytest.mark.parametrize(
    ("error", "failures", "longest"),
    [
        (AWAY, 1, timedelta(seconds=15)),
        (AWAY, 2, timedelta(seconds=30)),
        (AWAY, 5, timedelta(minutes=4)),
        (AWAY, 8, timedelta(minutes=30)),
        (AWAY, 10_000, timedelta(minutes=30)),
        (REFUSED, 1, timedelta(hours=1)),
        (REFUSED, 9, timedelta(hours=1)),
        (MISTAKE, 2, timedelta(seconds=30)),
    ],
)
def test_the_pause(error: Exception, failures: int, longest: timedelta) -> None:
    """It doubles up to half an hour, but for a refused login; chance takes off up to half."""
    assert pause_after(error, failures, 1.0) == longest
    assert pause_after(error, failures, 0.0) == longest / 2


def test_many_accounts_of_one_server() -> None:
    """They don't come back all at once."""
    pauses = {Patience(account="a", event="pass.failed").after(AWAY) for _ in range(20)}

    assert len(pauses) == 20


def test_after_a_success() -> None:
    """The next failure is a first one."""
    patience = Patience(account="work", event="pass.failed", chance=lambda: 1.0)
    first = patience.after(AWAY)
    assert patience.after(AWAY) > first
    patience.renewed()

    assert patience.after(AWAY) == first


def test_a_line_that_is_cut_now_and_then() -> None:
    """Each time is a first one, if the line held for a while: a router that forgets it is no server in trouble."""
    patience = Patience(account="work", event="watch.broke", chance=lambda: 1.0)
    pauses = [patience.after(AWAY, held=timedelta(minutes=5)) for _ in range(10)]

    assert set(pauses) == {timedelta(seconds=15)}
    assert patience.after(AWAY, held=timedelta(seconds=2)) == timedelta(seconds=30)


@pytest.mark.parametrize("error", [AWAY, REFUSED])
def test_the_same_failure_again(error: CricketsError) -> None:
    """It's told once as a warning, with its words; then without, until it's another one, or all was well again."""
    patience = Patience(account="work", event="pass.failed")
    with capture_logs() as logs:
        patience.after(error)
        patience.after(error)
        patience.after(Transient("the server hung up", remedy="Later."))
        patience.renewed()
        patience.after(error)

    assert [log["log_level"] for log in logs] == ["warning", "info", "warning", "warning"]
    assert [log.get("error") for log in logs] == [error.what, None, "the server hung up", error.what]
    assert logs[1]["kind"] == type(error).__name__


def test_what_mends_itself() -> None:
    """It's no warning, and its words, which may hold an address, are not told."""
    with capture_logs() as logs:
        Patience(account="work", event="watch.broke", loud=False).after(REFUSED)

    [log] = logs
    assert (log["log_level"], log["kind"]) == ("info", "LoginRefused")
    assert "studio.example" not in str(log)


def test_a_mistake_of_our_own() -> None:
    """It's an error with its traceback, once, however quiet the failures of others are."""
    patience = Patience(account="work", event="watch.broke", loud=False)
    with capture_logs() as logs:
        patience.after(MISTAKE)
        patience.after(MISTAKE)

    assert [log["log_level"] for log in logs] == ["error", "info"]
    assert logs[0]["exc_info"] is MISTAKE


def test_a_single_pass() -> None:
    """It has ended by the time it would be tried again: no further try is promised, and what its owner must do is."""
    with capture_logs() as logs:
        patience = Patience(account="[digest]", event="digest.failed", lasting=False)
        for error in (AWAY, AWAY, REFUSED, MISTAKE):
            patience.after(error)

    assert [log.get("try_again_in") for log in logs] == [None] * 4
    assert [log.get("remedy") for log in logs] == ["The next `crickets once` tries it again.", None, "Check it.", None]

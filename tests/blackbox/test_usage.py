"""What was typed wrongly: exit code 2, what is wrong, and how it's said instead."""

from __future__ import annotations

import pytest

from tests.blackbox.mailboxes import Mailbox
from tests.blackbox.user import User

TYPED = [
    (("statsu",), "Did you mean 'status'?"),
    (("once", "--dry"), "--dry-run"),
    (("status", "--jsno"), "--json"),
    (("snooze", "k3f9"), "UNTIL"),
    (("--config",), "requires an argument"),
    (("template", "show", "nope"), "there is no template"),
]


@pytest.mark.parametrize(("arguments", "words"), TYPED)
def test_what_was_mistyped(dana: User, arguments: tuple[str, ...], words: str) -> None:
    """It's told what was probably meant."""
    ran = dana(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("typed", ["zzzz", "", " ", "[bold]", "\x1b[31m", "k" * 10_000])
def test_no_such_thread(dana: User, typed: str) -> None:
    """It's told where the names are."""
    ran = dana("show", typed)

    assert (ran.code, ran.out) == (2, "")
    assert ran.trouble[0].startswith("no thread is called ")
    assert ran.trouble[-1] == "`crickets status --all` lists their names."


DAYS = [
    ("2020-01-01", "2020-01-01 is not to come"),
    ("0 days", "is not to come"),
    ("2099-13-45", "names no day"),
    ("9999 months", "is too far away"),
    ("", "names no day"),
    ("\x1b[31m", "names no day"),
]


@pytest.fixture
def followed(dana: User, mailbox: Mailbox) -> str:
    """The name of a thread that is followed up."""
    mailbox.silence(days=3)
    dana("once")
    [thread] = dana("status", "--json").json["threads"]
    return str(thread["id"])


def test_wrong_days(dana: User, followed: str) -> None:
    """A day that is none, or gone, is refused, and the thread stays as it was."""
    for day, words in DAYS:
        ran = dana("snooze", followed, day, COLUMNS="160")
        assert (ran.code, ran.out) == (2, "")
        assert words in ran.err

    [thread] = dana("status", "--json").json["threads"]
    assert thread["state"] == "waiting"


def test_orders_that_make_no_sense(dana: User, followed: str) -> None:
    """An unknown plan, a call that nobody had to make."""
    plan, done = dana("plan", followed, "nope", COLUMNS="160"), dana("done", followed, COLUMNS="160")

    assert (plan.code, done.code) == (2, 2)
    assert 'there is no plan "nope"; did you mean none? There are: negotiation, ' in plan.err
    assert "no call and no task is due" in done.err

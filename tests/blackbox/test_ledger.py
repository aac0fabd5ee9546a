"""A ledger that can't be used: 74, what to do, and not one byte of it changed; nor is a draft laid twice."""

from __future__ import annotations

import fcntl
import os
import resource
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.blackbox.mailboxes import Mailbox
from tests.blackbox.user import User

ELSEWHERE = "name another folder by XDG_STATE_HOME."
CODE = 74


@pytest.mark.parametrize("command", ["once", "status", "check", "run"])
def test_a_newer_version(dana: User, command: str) -> None:
    """It's left as it is, and told what reads it."""
    dana("once")
    with closing(sqlite3.connect(dana.ledger)) as ledger, ledger:
        ledger.execute("UPDATE alembic_version SET version_num = '9999'")
    before = dana.ledger.read_bytes()

    ran = dana(command)

    assert (ran.code, ran.out, dana.ledger.read_bytes()) == (CODE, "", before)
    assert ran.trouble[-2:] == [
        f"The ledger {dana.ledger} was written by a newer Crickets: its revision 9999 is unknown to this one.",
        "Install the newest Crickets and try again; this one has changed nothing in it.",
    ]


def a_letter(user: User) -> None:
    """A file of another kind."""
    user.ledger.write_bytes(b"Dear Anna,\nthis is dear to its owner.\n" * 100)


def another_database(user: User) -> None:
    """The database of another program."""
    with closing(sqlite3.connect(user.ledger)) as other, other:
        other.execute("CREATE TABLE recipes (name TEXT)")


@pytest.mark.parametrize("command", ["once", "status"])
@pytest.mark.parametrize("write", [a_letter, another_database])
def test_a_file_that_is_no_ledger(dana: User, write: Callable[[User], None], command: str) -> None:
    """It's left byte for byte as it was."""
    dana.ledger.parent.mkdir(parents=True)
    write(dana)
    before = dana.ledger.read_bytes()

    ran = dana(command)

    assert (ran.code, ran.out, dana.ledger.read_bytes()) == (CODE, "", before)
    assert "is no ledger of Crickets" in ran.trouble[0]
    assert ran.trouble[-1].endswith(f", or {ELSEWHERE}")


@pytest.mark.parametrize("command", ["once", "check"])
def test_a_folder_that_can_not_be_written(dana: User, command: str) -> None:
    """Below a file there is none, not even for root; `check` finds that the daemon could not run."""
    (dana.home / "file").touch()
    dana.environment["XDG_STATE_HOME"] = str(dana.home / "file")

    ran = dana(command)

    assert (ran.code, ran.out) == (CODE, "")
    assert ran.trouble[0].startswith(f"The ledger can't be kept at {dana.home}/file/crickets")
    assert ran.trouble[0].endswith(": Not a directory.")
    assert ran.trouble[-1] == f"Check that your user may write there and that the disk has room, or {ELSEWHERE}"


@pytest.mark.parametrize("command", ["once", "status", "check"])
def test_a_folder_that_can_not_be_looked_into(dana: User, command: str) -> None:
    """A name that no disk holds stands for all that keep one from looking."""
    dana.environment["STATE_DIRECTORY"] = f"{dana.home}/{'x' * 300}"

    ran = dana(command)

    assert (ran.code, ran.out) == (CODE, "")
    assert "File name too long" in ran.trouble[0]


def test_another_process_has_the_ledger(dana: User) -> None:
    """75, and which process it is; meanwhile the ledger can be read."""
    dana("once")
    with dana.ledger.with_name("ledger.sqlite3.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate()
        lock.write(str(os.getpid()))
        lock.flush()
        once, status = dana("once"), dana("status")

    assert once.code == 75
    assert once.trouble == [
        f"The ledger {dana.ledger} is in use by another Crickets (process {os.getpid()}).",
        "Wait for it to end, or stop it, and try again.",
    ]
    assert (status.code, status.err) == (0, "")


FULL = [8, 64, 160, 240, 280, 320, 360]
"""KiB at which no file grows any more: while the ledger is made, while mail is read, around the laying."""


@pytest.mark.parametrize("kib", FULL)
def test_a_full_disk_at_first(dana: User, mailbox: Mailbox, kib: int) -> None:
    """Wherever the first pass is cut short, the next one finds its way: one draft lies there, and it's known."""
    mailbox.silence()
    with_little_room(dana, kib)
    failed = dana("once")
    dana.preexec = None
    well = dana("once")

    assert well.code == 0
    assert mailbox.drafts == ["Re: The new site"]
    assert [thread["state"] for thread in dana("status", "--json").json["threads"]] == ["drafted"]
    if failed.code:
        assert failed.code == CODE
        assert "can't be" in failed.trouble[0]
        assert failed.trouble[-1] in {
            "Check the disk's room, your quota on it and its health, then try again.",
            "Free some space where temporary files go ($TMPDIR, or /tmp), and try again.",
        }


def test_a_full_disk_later(dana: User, mailbox: Mailbox) -> None:
    """What was known before is known still, and what came meanwhile is found when there is room again."""
    mailbox.silence("The first", days=2, client="Bea Verdi <bea@other.example>")
    assert dana("once").code == 0
    mailbox.silence()
    thread = thread_of(dana)
    with_little_room(dana, 8)
    failed, order = dana("once"), dana("stop", thread)
    dana.preexec = None

    assert (failed.code, order.code) == (CODE, CODE)
    assert subjects(dana) == ["The first"]
    assert mailbox.drafts == []
    assert dana("once").code == 0
    assert subjects(dana) == ["The first", "The new site"]
    assert mailbox.drafts == ["Re: The new site"]


def with_little_room(user: User, kib: int) -> None:
    """From here on no file of the user's commands grows beyond this; SQLite takes that for a sick disk."""
    # Python 3.11 writes a compiled module short without noticing, and every later process would stumble over it.
    user.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    user.preexec = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kib << 10, kib << 10))


def thread_of(user: User) -> str:
    """The name of the first thread in `status`."""
    return str(user("status", "--json").json["threads"][0]["id"])


def subjects(user: User) -> list[str]:
    """What the threads that are followed up are about."""
    return sorted(thread["subject"].removeprefix("Re: ") for thread in user("status", "--json").json["threads"])

"""A large folder's headers, read by a process of its own: nothing is another's for it, and nothing lost with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Role
from crickets.errors import Transient
from crickets.reading import message_of
from crickets.service.aside.headers import WORTH_A_PROCESS, Batch, read_aside, read_by_batches
from tests.reading.build import NOW

READER = (sys.executable, "-P", "-m", "crickets.service.aside.reader")

# Answers one batch, and tells by a file who has done so; then it's gone, as if it had been killed.
ONE_ANSWER = """
import os, pathlib, sys
from crickets.domain.mailbox import RawHeader
from crickets.reading import message_of
from crickets.service.aside.parcels import put_together, received, send, taken_apart
role, values = received(sys.stdin.buffer)
pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))
send(taken_apart(message_of(raw, role=role) for raw in put_together(RawHeader, values)), sys.stdout.buffer)
"""

HEADERS = (
    b"From: Anna <anna@client.example>\r\nTo: dana@studio.example\r\nSubject: =?utf-8?q?Il_sito_=C3=A8?=\r\n\r\n",
    b"Message-ID: <\xff\x00@x>\r\nReferences: <a@x> <b@x>\r\nDate: Fri, 20 Nov 2026 09:00:00 +0100\r\n\r\n",
    b"Auto-Submitted: auto-replied\r\nFrom: =?utf-8?b?7aCA?= <a@b>\r\nSubject: Out of office\r\n\r\n",
    b"Content-Type: multipart/report; report-type=delivery-status\r\nFrom: MAILER-DAEMON\r\n\r\n",
    b"\xde\xad no header at all",
    b"",
)


def a_raw(uid: int) -> RawHeader:
    """One of the headers, by turns."""
    return RawHeader(
        uid=Uid(uid),
        flags=frozenset({"\\Seen"}),
        internal_date=NOW,
        header=HEADERS[uid % len(HEADERS)],
        draft=uid % 5 == 0,
    )


BATCHES: tuple[Batch, ...] = tuple(tuple(a_raw(uid) for uid in range(at, at + 50)) for at in (1, 51, 101, 151))
READ = tuple((batch, tuple(message_of(raw, role=Role.SENT) for raw in batch)) for batch in BATCHES)


def test_a_process_of_its_own() -> None:
    """What is read there is what would have been read here, batch for batch, for any bytes."""
    assert tuple(read_aside(BATCHES, Role.SENT, READER)) == READ


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("/nowhere/python",), id="isn't there"),
        pytest.param((sys.executable, "-c", ""), id="ends at once"),
        pytest.param((sys.executable, "-c", "print('Welcome!', flush=True); input()"), id="says something else"),
    ],
)
def test_no_such_process(command: tuple[str, ...]) -> None:
    """Where none can be had, or another is, all is read here."""
    assert tuple(read_aside(BATCHES, Role.SENT, command)) == READ


def test_killed_while_it_reads(tmp_path: Path) -> None:
    """What the process had been given and didn't answer is read here."""
    command = (sys.executable, "-P", "-c", ONE_ANSWER, str(tmp_path / "pid"))

    assert tuple(read_aside(BATCHES, Role.SENT, command)) == READ
    assert (tmp_path / "pid").exists()  # it did answer one


def test_a_line_that_is_cut() -> None:
    """What came before it broke is told before that it broke: else a line cut after each batch would never end."""

    def cut() -> Iterator[Batch]:
        yield from BATCHES[:2]
        raise Transient("the server hung up", remedy="Try again.")

    reading = read_aside(cut(), Role.SENT, READER)
    assert [next(reading), next(reading)] == list(READ[:2])
    with pytest.raises(Transient):
        next(reading)


def test_a_pass_that_ends_in_between(tmp_path: Path) -> None:
    """Whoever stops in the middle leaves no process behind."""
    command = (sys.executable, "-P", "-c", ONE_ANSWER + "sys.stdin.buffer.read()", str(tmp_path / "pid"))
    reading = read_aside(BATCHES, Role.SENT, command)
    next(reading)
    reading.close()

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_two_large_folders_at_once() -> None:
    """There is one such process; another account's folder is read here meanwhile, and to the same facts."""
    first = read_by_batches(BATCHES, Role.SENT, WORTH_A_PROCESS)
    begun = next(first)
    second = tuple(read_by_batches(BATCHES, Role.SENT, WORTH_A_PROCESS))

    assert (begun, *first) == second == READ

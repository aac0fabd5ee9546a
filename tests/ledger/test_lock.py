"""One process at a time on one ledger."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from crickets.errors import ExitCode, LedgerBusy, LedgerUnusable
from crickets.ledger import open_ledger
from crickets.ledger.lock import locked

HOLDER = """
import sys
from pathlib import Path
from crickets.ledger import open_ledger

with open_ledger(Path(sys.argv[1]), exclusive=True):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger lies."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the ledger."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_ledger_that_another_process_has(path: Path, holder: subprocess.Popen[str]) -> None:
    """It's told who has it, and that it's worth another try."""
    with pytest.raises(LedgerBusy) as told, open_ledger(path, exclusive=True):
        pass

    assert str(told.value).splitlines() == [
        f"The ledger {path} is in use by another Crickets (process {holder.pid}).",
        "Wait for it to end, or stop it, and try again.",
    ]
    assert told.value.exit_code == ExitCode.TEMPORARY_FAILURE


def test_a_holder_that_is_killed(path: Path, holder: subprocess.Popen[str]) -> None:
    """Its lock goes with it."""
    holder.send_signal(signal.SIGKILL)
    holder.wait(10)

    with open_ledger(path, exclusive=True) as ledger:
        assert ledger.accounts() == ()


def test_a_holder_that_ends_while_another_waits(path: Path, holder: subprocess.Popen[str]) -> None:
    """The one who waits gets the ledger."""
    opened = Event()

    def wait() -> None:
        with open_ledger(path, exclusive=True, wait=timedelta(seconds=60)):
            opened.set()

    waiting = Thread(target=wait)
    waiting.start()
    assert not opened.wait(0.2)
    assert holder.stdin is not None
    holder.stdin.close()

    assert opened.wait(30)
    waiting.join(10)


def test_two_in_one_process(path: Path) -> None:
    """They are two all the same; once the first has let go, there is one again."""
    with locked(path), pytest.raises(LedgerBusy, match=f"process {os.getpid()}"), locked(path):
        pass
    with locked(path):
        pass


def test_a_holder_that_left_no_name(path: Path) -> None:
    """It's told as far as it's known."""
    with locked(path):
        path.with_name("ledger.sqlite.lock").write_text("gibberish")
        with pytest.raises(LedgerBusy, match="its process id is unknown"), locked(path):
            pass


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The lock can't be had, and it's told why."""
    with pytest.raises(LedgerUnusable, match="No such file or directory"), locked(tmp_path / "none" / "ledger"):
        pass


NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from crickets.errors import LedgerBusy
from crickets.ledger.lock import locked

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
with locked(Path(sys.argv[1])):
    try:
        with locked(Path(sys.argv[1])):
            pass
    except LedgerBusy as err:
        print(err.what)
"""


def test_a_disk_without_room_for_a_name(path: Path) -> None:
    """The lock holds all the same."""
    command = [sys.executable, "-B", "-c", NO_ROOM, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)

    assert done.stdout == f"The ledger {path} is in use by another Crickets (its process id is unknown).\n"

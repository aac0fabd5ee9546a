"""Where `init` tries everything out."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crickets.cli.rehearsing import rehearsal


def test_the_folder() -> None:
    """It's for nobody else's eyes, all of it is within, and it's gone at the end."""
    with rehearsal() as trial:
        assert stat.S_IMODE(trial.folder.stat().st_mode) == 0o700
        around = trial.environment({"HOME": "/home/dana", "STATE_DIRECTORY": "/var/lib/crickets"}, {"SECRET": "s3same"})
        trial.state.mkdir()
        (trial.state / "ledger.sqlite3").touch()

    assert around == {"HOME": "/home/dana", "SECRET": "s3same", "STATE_DIRECTORY": str(trial.state)}
    assert not trial.folder.exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_that_ends_it(number: signal.Signals, code: int) -> None:
    """A closed terminal leaves no more behind than Ctrl-C does; afterwards the signal means what it meant."""
    before, folders = signal.getsignal(number), []

    def rehearse() -> None:
        with rehearsal() as trial:
            folders.append(trial.folder)
            os.kill(os.getpid(), number)

    with pytest.raises(SystemExit) as ended:
        rehearse()

    assert ended.value.code == code
    assert [folder.exists() for folder in folders] == [False]
    assert signal.getsignal(number) is before


_TWICE = """
import os, signal, sys
from crickets.cli.rehearsing import rehearsal

def again(event, _):
    if event == "shutil.rmtree":
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            os.kill(os.getpid(), number)

sys.addaudithook(again)
with rehearsal() as trial:
    (trial.folder / "ledger.sqlite3").touch()
    print(trial.folder, flush=True)
    os.kill(os.getpid(), signal.SIGHUP)
"""


def test_a_signal_that_comes_again() -> None:
    """A shell sends one for a closed terminal, and the system another: it doesn't cut short what tidies up."""
    ended = subprocess.run([sys.executable, "-c", _TWICE], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (129, "")
    assert not Path(ended.stdout.strip()).exists()

"""The manual page: as the commands are now, and clean."""

from __future__ import annotations

import shutil
import subprocess

from tests.papers.manual import MANUAL, manual

READERS = {
    "groff": ("groff", "-man", "-ww", "-z", "-Tutf8", str(MANUAL)),
    "mandoc": ("mandoc", "-T", "lint", "-W", "warning", str(MANUAL)),
}
HERE = [name for name in READERS if shutil.which(name)]
"""Those that are installed; what all of them ask for is asked below without them."""


def test_it_is_new() -> None:
    """`make man` would change nothing."""
    assert MANUAL.read_text("utf-8") == manual(), "run `make man`"


def test_its_readers() -> None:
    """Those that are here have nothing to remark."""
    for reader in HERE:
        ran = subprocess.run(READERS[reader], capture_output=True, text=True, check=False, timeout=30)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", ""), reader


def test_the_lines() -> None:
    """ASCII, none empty, none that begins with a sign of roff's without being one of its requests, none too long."""
    requests = {'.\\"', ".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I", ".BR", ".RI", ".IR"}
    lines = MANUAL.read_text("utf-8").splitlines()

    assert all(line.isascii() and line.strip() == line and line and len(line) < 200 for line in lines)
    assert {line.split(" ", 1)[0] for line in lines if line[0] in ".'"} <= requests
    assert not [line for line in lines if line[0] != "." and "-" in line.replace("\\-", "")]

"""The plist for launchd: as Apple's own parser reads it, and what it starts."""

from __future__ import annotations

import plistlib
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.service.running import ROOT

FILE = ROOT / "contrib" / "launchd" / "local.crickets.plist"
_DAEMON = """#!/bin/sh
echo "$@"
echo "$$ is ready" >&2
"""


@pytest.fixture
def agent() -> dict[str, Any]:
    """What launchd reads."""
    return dict(plistlib.loads(FILE.read_bytes()))


def test_what_it_says(agent: dict[str, Any]) -> None:
    """It's called as its file is; it's started anew only if it fails; what it writes is its owner's alone."""
    assert agent["Label"] == FILE.stem
    assert (agent["RunAtLoad"], agent["KeepAlive"]) == (True, {"SuccessfulExit": False})
    assert agent["Umask"] == 0o077
    assert agent["HardResourceLimits"] == agent["SoftResourceLimits"] == {"Core": 0}
    assert agent["ExitTimeOut"] > 5


def test_what_it_starts(agent: dict[str, Any], tmp_path: Path) -> None:
    """The command of whoever is logged in, in the shell's place, with its log in a file; homes may have blanks."""
    home = tmp_path / "Dana Levi"
    command = home / ".local" / "bin" / "crickets"
    command.parent.mkdir(parents=True)
    command.write_text(_DAEMON)
    command.chmod(0o755)

    started = subprocess.Popen(agent["ProgramArguments"], env={"HOME": str(home), "PATH": "/usr/bin:/bin"}, stdout=-1)
    out, _ = started.communicate(timeout=30)

    assert (started.returncode, out) == (0, b"run\n")
    assert (home / "Library" / "Logs" / "crickets.log").read_text() == f"{started.pid} is ready\n"

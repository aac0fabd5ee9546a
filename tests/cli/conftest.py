"""What holds for the tests of the commands: each has a home of its own, without colours, and leaves no log behind."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.home import Home


@pytest.fixture
def home(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Home:
    """A user's home with a config whose server is away, and no ledger yet."""
    for name in ("CRICKETS_CONFIG", "STATE_DIRECTORY", "XDG_CONFIG_HOME", "WORK_IMAP_PASSWORD", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    home = Home(tmp_path, capsys, monkeypatch)
    home.configure()
    return home


@pytest.fixture(autouse=True)
def _no_log_left_behind() -> Iterator[None]:
    """The log of a command goes to the stderr of its test, which is closed afterwards."""
    yield
    root = logging.getLogger()
    for ours in [handler for handler in root.handlers if handler.name == "crickets"]:
        root.removeHandler(ours)
    logging.getLogger("crickets").setLevel(logging.NOTSET)

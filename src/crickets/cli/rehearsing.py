"""
Where `init` tries everything out before it writes: a folder for nobody else's eyes, which is gone at the end.

Whatever ends it, Ctrl-C and a closed terminal included, leaves nothing behind.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import typer

from crickets.cli.screen import note
from crickets.config.places import ledger_path
from crickets.setup.first_config import Answers, config_text

_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
_HEEDED = (*_ENDINGS, signal.SIGINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """The folder: a config as it would be, and the state that comes of it. No password is written there."""

    folder: Path

    @property
    def config(self) -> Path:
        """The config, once it's written."""
        return self.folder / "config.toml"

    @property
    def state(self) -> Path:
        """Where ledger and tokens come to lie."""
        return self.folder / "state"

    def begin(self, answers: Answers) -> None:
        """Write the config as it would be; what was read by another one says nothing."""
        for read in self.state.glob(f"{ledger_path(self.environment({}, {})).name}*"):
            read.unlink()
        self.config.write_text(config_text(answers), "utf-8")

    def environment(self, outer: Mapping[str, str], secrets: Mapping[str, str]) -> Mapping[str, str]:
        """The environment in which all of it happens."""
        return {**outer, **secrets, "STATE_DIRECTORY": str(self.state)}


@contextmanager
def rehearsal() -> Iterator[Rehearsal]:
    """The folder, as long as the block lasts."""
    with _ended_by_exceptions(), TemporaryDirectory(prefix="crickets-", ignore_cleanup_errors=True) as folder:
        try:
            yield Rehearsal(folder=Path(folder))
        finally:
            _heed_no_more()


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """Say so, where its owner breaks off or says no, before all of it is written."""
    try:
        yield
    except (typer.Abort, KeyboardInterrupt):
        note("\nNothing was written.", style="yellow")
        raise


@contextmanager
def _ended_by_exceptions() -> Iterator[None]:
    """Inside, a signal that ends the process does so by way of all that has to be tidied up."""
    before = {number: signal.getsignal(number) for number in _HEEDED}
    for number in _ENDINGS:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _heed_no_more() -> None:
    """Let nothing cut short what tidies up: of a closed terminal both the shell and the system send word."""
    for number in _HEEDED:
        signal.signal(number, signal.SIG_IGN)


def _end(number: int, _frame: FrameType | None) -> None:
    _heed_no_more()
    sys.exit(128 + number)

"""
Bars for long readings, on stderr of a terminal; anywhere else nothing is drawn.

Fills the port `Progress` for any number of accounts, each in its own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from crickets.cli.safe import plain
from crickets.service import ports

_LONG = 200
"""How many messages make a reading worth a bar; fewer are read before anybody looks."""


@contextmanager
def watched(console: Console) -> Iterator[ports.Progress]:
    """A progress that draws on this console while the block lasts, if it's a terminal."""
    if not console.is_terminal:
        yield _Unseen()
        return
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        _Counted(),
        _Rate(),
        TimeRemainingColumn(compact=True),
        console=console,
        transient=True,
    ) as bars:
        yield _Bars(bars)


class _Counted(ProgressColumn):
    """How many messages of how many were read."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.completed:,.0f} of {task.total or 0:,.0f}")


class _Rate(ProgressColumn):
    """How many messages are read in a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f} a second", style="dim")


@dataclass(frozen=True, slots=True)
class _Bars:
    """A bar for each folder that takes long."""

    bars: Progress

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a folder of about `total` messages."""
        return self._bar(f"{plain(account)}: {plain(folder)}", total) if total >= _LONG else _silence()

    @contextmanager
    def _bar(self, what: str, total: int) -> Iterator[Callable[[int], None]]:
        task = self.bars.add_task(what, total=total)
        try:
            yield lambda count: self.bars.update(task, advance=count)
        finally:
            self.bars.remove_task(task)


@dataclass(frozen=True, slots=True)
class _Unseen:
    """A progress that nobody sees."""

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a folder, silently."""
        return _silence()


@contextmanager
def _silence() -> Iterator[Callable[[int], None]]:
    yield lambda _count: None

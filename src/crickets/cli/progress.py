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
from crickets.service.unwatched import Unwatched

_LONG = 200
"""How many messages make a reading worth a bar; fewer are read before anybody looks."""

_MANY_WORDS = 40
"""The same of mails that are read with their words, which takes longer."""


@contextmanager
def watched(console: Console) -> Iterator[ports.Progress]:
    """A progress that draws on this console while the block lasts, if it's a terminal."""
    if not console.is_terminal:
        yield Unwatched()
        return
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        _Counted(),
        _Rate(),
        _Left(compact=True),
        console=console,
        transient=True,
    ) as bars:
        yield _Bars(bars)


class _Counted(ProgressColumn):
    """How many messages of how many were read."""

    def render(self, task: Task) -> Text:
        return Text("" if task.total is None else f"{task.completed:,.0f} of {task.total:,.0f}")


class _Rate(ProgressColumn):
    """How many messages are read in a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f} a second" if speed else "", style="dim")


class _Left(TimeRemainingColumn):
    """How much longer it takes; nothing where nobody knows."""

    def render(self, task: Task) -> Text:
        return Text() if task.time_remaining is None else super().render(task).append(" left", style="dim")


@dataclass(frozen=True, slots=True)
class _Bars:
    """A bar for each thing that takes long."""

    bars: Progress

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a folder of about `total` messages."""
        return self._bar(f"{plain(account)}: {plain(folder)}", total) if total >= _LONG else _silence()

    def words(self, account: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin to read what mails say."""
        return self._bar(f"{plain(account)}: what recent mail says", total) if total >= _MANY_WORDS else _silence()

    @contextmanager
    def deciding(self, account: str) -> Iterator[None]:
        """A bar that goes to and fro: it's not known how long it takes."""
        with self._bar(f"{plain(account)}: who is silent", None):
            yield

    def beat(self) -> None:
        """Nothing: a bar that goes to and fro does so by itself."""

    @contextmanager
    def _bar(self, what: str, total: int | None) -> Iterator[Callable[[int], None]]:
        task = self.bars.add_task(what, total=total)
        try:
            yield lambda count: self.bars.update(task, advance=count)
        finally:
            self.bars.remove_task(task)


@contextmanager
def _silence() -> Iterator[Callable[[int], None]]:
    yield lambda _count: None

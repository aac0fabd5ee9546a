"""
How `clients` looks on a terminal: one row a client, the slowest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crickets.cli.safe import plain
from crickets.cli.status_page import freshness, never_read, nothing_read
from crickets.cli.words import Today, advice, as_told, count, name_of, subject_of
from crickets.domain.dealings import Dealings
from crickets.domain.pace import in_days
from crickets.domain.policy import Policy
from crickets.service.clients import Clientele

_NARROWEST = 20
_GAP = 2
_SLOW = "yellow"


def clients_page(clientele: Clientele, policy: Policy, *, width: int) -> Iterator[RenderableType]:
    """The page from top to bottom, for a terminal of so many columns."""
    today = Today(now=clientele.as_of, zone=policy.owner.zone)
    yield Text(today.stamp(clientele.as_of), style="bold")
    for problem in clientele.problems:
        yield Text(f"! {as_told(problem)}", style="red")
    yield from _rows(clientele, width)
    yield Text()
    for view in clientele.accounts:
        yield freshness(view, today)


def _rows(clientele: Clientele, width: int) -> Iterator[RenderableType]:
    if never_read(clientele.accounts):
        yield nothing_read()
    elif not clientele.clients:
        yield Text("\nNobody is silent, and nobody has answered often enough to have a habit.")
    else:
        rows = [_Row(dealings) for dealings in clientele.clients]
        yield Text.assemble("\n", ("Clients", "bold"), (f"  {len(rows)}", "dim"))
        yield _table(rows, width)


@dataclass(frozen=True, slots=True)
class _Row:
    """A client: who, and below each other how fast, how often in time, where silent, and what to think of."""

    dealings: Dealings

    @property
    def who(self) -> Text:
        style = f"bold {_SLOW}" if advice(self.dealings) else "bold"
        addresses = "".join(f"\n{plain(address.email)}" for address in self.dealings.addresses)
        return Text(name_of(self.dealings.client), style=style).append(addresses, style="not bold default")

    @property
    def what(self) -> Text:
        return Text("\n").join(line for line in (self._pace(), *self._more()) if line)

    def _pace(self) -> Text:
        pace = self.dealings.pace
        if pace is None:
            return Text("too few answers are known for a habit", style="dim")
        half, most = in_days(pace.median), in_days(pace.ninetieth)
        return Text(f"half of {len(pace.took)} answers within {half}, nine in ten within {most}")

    def _more(self) -> Iterator[Text]:
        dealings = self.dealings
        if dealings.on_time is not None:
            yield Text(f"{dealings.on_time:.0%} on time (before {plain(dealings.plan)}'s first step)")
        if dealings.silent:
            where = (f"{verdict.thread} ({subject_of(verdict.subject)})" for verdict in dealings.silent)
            yield Text(f"silent in {', '.join(where)}", style="cyan")
        if dealings.invoices_late:
            yield Text(f"{count(dealings.invoices_late, 'invoice')} late", style="red")
        yield Text(advice(dealings), style=_SLOW)


def _table(rows: list[_Row], width: int) -> Table:
    widest = max(line.cell_len for row in rows for line in row.who.split())
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=min(widest, max(_NARROWEST, width // 3)), no_wrap=True, overflow="ellipsis")
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(row.who, row.what)
    return table

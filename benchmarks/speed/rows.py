"""
Costs as the rows of one table.

Knows what a ratio is to: the limit of the same run, or what stands in for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.speed.agency import Figures, Told
from benchmarks.speed.contender import Contender
from benchmarks.speed.cost import Cost, Costs
from benchmarks.speed.daemon import Taken
from benchmarks.speed.nothing_new import DUE, Looked
from benchmarks.table import Cell, Table

AGENCY = "many accounts"
DECIDED = "mail told of, and decided"

_COLUMNS = ("operation", "who", "wall ms", "CPU ms", "x limit", "peak MB", "")
_NOTE = (
    "CPU is the program's own, not the server's. The limit of fetching and of a first reading is the C drain (without"
    " a C compiler the one in Python), on a cold server and a slow line its own; of a start it's Python's own, of a"
    " pass one LIST-STATUS on an open line."
)


_AGENCY_NOTE = "CPU is the daemon's own: to begin, or for one mail. MB are what it has then; at the beginning, at most."


def figures_table(title: str, rows: Sequence[Sequence[Cell]]) -> Table:
    """The one table."""
    return Table(title=title, columns=_COLUMNS, rows=rows, note=_NOTE)


def agency_table(title: str, rows: Sequence[Sequence[Cell]]) -> Table:
    """The one of many accounts, in the same columns."""
    return Table(title=title, columns=_COLUMNS, rows=rows, note=_AGENCY_NOTE)


def rows_of(contenders: Sequence[Contender], costs: Costs) -> list[Sequence[Cell]]:
    """A row for each; one that could not be measured says why."""
    return [_row(each, costs) for each in contenders]


def look_rows(question: Looked, ours: tuple[Looked, Looked] | str) -> list[Sequence[Cell]]:
    """The one question, our pass with nothing new, and one with a few threads due: a table's last rows."""
    asked = _look_row("nothing new", "LIST-STATUS, asked in Python", question, question)
    if isinstance(ours, str):
        return [asked, ("nothing new", "crickets, a pass", None, None, None, None, ours)]
    quiet, busy = ours
    return [
        asked,
        _look_row("nothing new", "crickets, a pass", quiet, question),
        _look_row(f"{DUE} due", f"crickets, a pass with {DUE} due", busy, question),
    ]


def agency_rows(found: Figures | str, accounts: int) -> list[Sequence[Cell]]:
    """What many accounts take, and how soon they're acted upon; a table of its own."""
    who = daemon_of(accounts)
    if isinstance(found, str):
        return [(AGENCY, who, None, None, None, None, found)]
    growth = (found.many.rss - found.alone.rss) * 1024 / max(1, accounts - 1)
    idle = f"{found.idle:.2%} of a processor, {_held(found.many)}; {growth:.0f} kB an account"
    begun = f"{found.many.peak:.0f}"
    return [
        (AGENCY, daemon_of(1), None, None, None, f"{found.alone.rss:.0f}", _held(found.alone)),
        (AGENCY, f"{who}, begun", _ms(found.begun), _ms(found.begun_cpu), None, begun, ""),
        (AGENCY, f"{who}, idle", None, None, None, f"{found.many.rss:.0f}", idle),
        _told_row(DECIDED, found.decided),
        _told_row("an answer delivered, and the draft gone", found.gone),
    ]


def daemon_of(accounts: int) -> str:
    """Who it is in the table."""
    return f"a daemon of {accounts} account{'' if accounts == 1 else 's'}"


def _held(taken: Taken) -> str:
    return f"{taken.threads} threads, {taken.files} files"


def _told_row(who: str, told: Told) -> Sequence[Cell]:
    spread = f"median of {len(told.waits)}, at most {_ms(max(told.waits))}"
    return (AGENCY, who, _ms(told.median), _ms(told.cpu), None, None, spread)


def _row(each: Contender, costs: Costs) -> Sequence[Cell]:
    cost = costs.get(each.who)
    if not isinstance(cost, Cost):
        return (each.operation, each.who, None, None, None, None, each.missing or cost or "")
    limit = next((known for name in each.limits if isinstance(known := costs.get(name), Cost)), None)
    ratio = None if limit is None else f"{cost.wall / limit.wall:.2f}"
    return (each.operation, each.who, _ms(cost.wall), _ms(cost.cpu), ratio, f"{cost.peak_kb / 1024:.0f}", each.remark)


def _look_row(operation: str, who: str, look: Looked, limit: Looked) -> Sequence[Cell]:
    went = look.traffic
    trips = "round trip" if went.round_trips == 1 else "round trips"
    over = f"{went.round_trips} {trips}, {went.up:,} B up, {went.down:,} B down"
    return (operation, who, _ms(look.wall), _ms(look.cpu), f"{look.wall / limit.wall:.2f}", None, over)


def _ms(seconds: float) -> str:
    return f"{seconds * 1_000:,.1f}"

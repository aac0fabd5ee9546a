"""
The figures as a part of a page: between two marks, in place of what stood there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.aims import Aim
from benchmarks.table import Cell, Table

_BEGIN, _END = "<!-- figures: written by make bench -->", "<!-- end of the figures -->"


class NoMarks(Exception):
    """The page has no place for figures; the text says what is missing."""


def require_marks(page: Path) -> None:
    """Nothing, if figures have their place on a page: better known before hours of measuring than after."""
    text = page.read_text("utf-8") if page.exists() else ""
    if not 0 <= text.find(_BEGIN) < text.find(_END):
        raise NoMarks(f"{page} has no lines {_BEGIN} and {_END}, between which the figures go")


def written_into(page: Path, figures: str) -> None:
    """Put the figures between the marks."""
    text = page.read_text("utf-8")
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(f"{before}{_BEGIN}\n\n{figures}\n{_END}{after}", "utf-8")


def figures_of(machine: str, tables: Sequence[Table], aims: Sequence[Aim]) -> str:
    """The machine, what was aimed for, and each table."""
    parts = [f"Measured on: {machine}.\n", *map(_table, tables)]
    return "\n".join([*parts, *(["### What was aimed for\n", _aims(aims)] if aims else [])])


def _table(table: Table) -> str:
    rows = [table.columns, ["---", "---", *["--:"] * (len(table.columns) - 3), "---"], *table.rows]
    return f"### {table.title}\n\n" + "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)


def _aims(aims: Sequence[Aim]) -> str:
    lines = (f"| {aim.what} | {aim.bound} | {aim.measured} | {'yes' if aim.reached else '**no**'} |\n" for aim in aims)
    return "| at | aim | measured | reached |\n|---|--:|--:|---|\n" + "".join(lines)


def _cell(cell: Cell) -> str:
    return "" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ")

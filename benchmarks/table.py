"""
What every section shows: tables of figures, and the mail that was misread.

Knows how to print and to keep them; must not know what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

Cell = str | int | float | None
"""A word, a count, a share or a measure; None where there is nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures under a title; `note` says what a reader must know to compare them."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""

    def __str__(self) -> str:
        cells = [[str(column) for column in self.columns], *([_shown(cell) for cell in row] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ["  ".join(_set(cell, widths, n) for n, cell in enumerate(row)).rstrip() for row in cells]
        rule = "  ".join("-" * width for width in widths)
        return "\n".join(["", f"## {self.title}", *([self.note] if self.note else []), "", lines[0], rule, *lines[1:]])

    def as_json(self) -> list[dict[str, Cell]]:
        """The rows, each by its columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a section found: tables, and a line for each miss."""

    tables: Sequence[Table]
    misses: Sequence[str] = field(default=())

    def as_json(self) -> dict[str, object]:
        """All of it, for other programs."""
        return {"tables": {table.title: table.as_json() for table in self.tables}, "misses": list(self.misses)}


def share(part: int, whole: int) -> float | None:
    """A part of the whole; None of nothing."""
    return part / whole if whole else None


def _shown(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.4f}" if isinstance(cell, float) else str(cell)


def _set(cell: str, widths: Sequence[int], column: int) -> str:
    """A cell in its width: words to the left, figures to the right."""
    return cell.ljust(widths[column]) if column == 0 else cell.rjust(widths[column])

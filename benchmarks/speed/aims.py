"""
What was aimed for, beside what was measured: said by the figures themselves, so that no page can flatter them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.speed.contender import C_DRAIN
from benchmarks.speed.peers import NEOMUTT
from benchmarks.speed.programs import FIRST_READING, STATUS
from benchmarks.table import Cell

_Row = Mapping[str, Cell]
Figures = Mapping[int, Mapping[str, _Row]]
"""Rows by the size of the mailbox, and by who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """One aim, and how near it was come."""

    what: str
    bound: str
    measured: str
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """An aim at a mailbox of 100,000: what is measured of its rows, and the most that it may be."""

    what: str
    most: float
    unit: str
    measure: Callable[[Mapping[str, _Row]], float]


def _number(row: _Row, column: str) -> float:
    return float(str(row[column]).replace(",", ""))


def _of(who: str, column: str) -> Callable[[Mapping[str, _Row]], float]:
    return lambda rows: _number(rows[who], column)


def _to(who: str, other: str) -> Callable[[Mapping[str, _Row]], float]:
    return lambda rows: _number(rows[who], "wall ms") / _number(rows[other], "wall ms")


_LOOK = "crickets, a pass"
_COLD, _SLOW = f"{FIRST_READING}, server cold", f"{FIRST_READING}, slow line"
_AT = 100_000
_RULES = (
    _Rule(what="first reading, to the C drain", most=6.0, unit=" x", measure=_to(FIRST_READING, C_DRAIN)),
    _Rule(what="first reading, to neomutt's", most=0.7, unit=" x", measure=_to(FIRST_READING, NEOMUTT)),
    _Rule(what="server cold, to the drain there", most=1.6, unit=" x", measure=_of(_COLD, "x limit")),
    _Rule(what="slow line, to the drain there", most=1.2, unit=" x", measure=_of(_SLOW, "x limit")),
    _Rule(what="slow line, compressed", most=1.2, unit=" x", measure=_of(f"{_SLOW}, compressed", "x limit")),
    _Rule(what="first reading, at most in memory", most=120.0, unit=" MB", measure=_of(FIRST_READING, "peak MB")),
    _Rule(what="a pass with nothing new, CPU", most=2.0, unit=" ms", measure=_of(_LOOK, "CPU ms")),
    _Rule(what="crickets --version", most=150.0, unit=" ms", measure=_of("crickets --version", "wall ms")),
    _Rule(what="crickets status", most=400.0, unit=" ms", measure=_of("crickets status", "wall ms")),
    _Rule(what="crickets status --json", most=400.0, unit=" ms", measure=_of(STATUS, "wall ms")),
)
_LINEAR = 1.15


def aims_of(figures: Figures) -> tuple[Aim, ...]:
    """The aims of which all that is needed was measured."""
    return (*_at_size(figures.get(_AT, {})), *_growth(figures))


def _at_size(rows: Mapping[str, _Row]) -> Iterator[Aim]:
    for rule in _RULES:
        try:
            measured = rule.measure(rows)
        except (KeyError, ValueError):  # a row that isn't there, or could not be measured
            continue
        yield _aim(f"{_AT:,} messages: {rule.what}", rule.most, measured, rule.unit)


def _growth(figures: Figures) -> Iterator[Aim]:
    """A message of the largest mailbox takes no longer than one of the smallest."""
    each: dict[int, float] = {}
    for messages, rows in figures.items():
        row = rows.get(FIRST_READING)
        if row is not None and row["wall ms"] is not None:
            each[messages] = _number(row, "wall ms") / messages
    if len(each) > 1:
        few, many = min(each), max(each)
        what = f"first reading, a message of {many:,} to one of {few:,}"
        yield _aim(what, _LINEAR, each[many] / each[few], " x")


def _aim(what: str, most: float, measured: float, unit: str) -> Aim:
    return Aim(what=what, bound=f"{most:g}{unit}", measured=f"{measured:,.2f}{unit}", reached=measured <= most)

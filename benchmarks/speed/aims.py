"""
What was aimed for, beside what was measured: said by the figures themselves, so that no page can flatter them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.speed.contender import C_DRAIN
from benchmarks.speed.nothing_new import DUE
from benchmarks.speed.peers import NEOMUTT
from benchmarks.speed.programs import FIRST_READING, STATUS
from benchmarks.speed.rows import DECIDED
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
_BUSY = f"{_LOOK} with {DUE} due"
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
    _Rule(what=f"a pass with {DUE} due, CPU", most=50.0, unit=" ms", measure=_of(_BUSY, "CPU ms")),
    _Rule(what="crickets --version", most=150.0, unit=" ms", measure=_of("crickets --version", "wall ms")),
    _Rule(what="crickets status", most=400.0, unit=" ms", measure=_of("crickets status", "wall ms")),
    _Rule(what="crickets status --json", most=400.0, unit=" ms", measure=_of(STATUS, "wall ms")),
)


def aims_of(figures: Figures) -> tuple[Aim, ...]:
    """The aims of which all that is needed was measured."""
    return (*_met(_RULES, f"{_AT:,} messages", figures.get(_AT, {})), *_growth(figures))


def aims_of_many(rows: Mapping[str, _Row], who: str) -> tuple[Aim, ...]:
    """Those of a daemon with many accounts, `who` it is in its rows."""
    idle = f"{who}, idle"
    rules = (
        _Rule(what="idle, memory", most=150.0, unit=" MB", measure=_of(idle, "peak MB")),
        _Rule(what="idle, of a processor", most=1.0, unit=" %", measure=lambda known: _share(known[idle])),
        _Rule(what=DECIDED, most=20.0, unit=" ms", measure=_of(DECIDED, "wall ms")),
    )
    return tuple(_met(rules, who, rows))


def _share(row: _Row) -> float:
    """The share of a processor, with which the row's remark begins."""
    return float(str(row[""]).partition("%")[0])


def _met(rules: Iterable[_Rule], where: str, rows: Mapping[str, _Row]) -> Iterator[Aim]:
    for rule in rules:
        try:
            measured = rule.measure(rows)
        except (KeyError, ValueError):  # a row that isn't there, or could not be measured
            continue
        yield _aim(f"{where}: {rule.what}", rule.most, measured, rule.unit)


def _growth(figures: Figures) -> Iterator[Aim]:
    """What a larger mailbox takes: no more time for a message, hardly any memory, and for a pass the same."""
    read = {messages: rows[FIRST_READING] for messages, rows in figures.items() if _is_known(rows, FIRST_READING)}
    if len(read) > 1:
        few, many = min(read), max(read)
        each = {messages: _number(read[messages], "wall ms") / messages for messages in (few, many)}
        yield _aim(f"first reading, a message of {many:,} to one of {few:,}", 1.15, each[many] / each[few], " x")
        grown = (_number(read[many], "peak MB") - _number(read[few], "peak MB")) * 1024 / (many - few)
        yield _aim(f"first reading, memory for each message, {few:,} to {many:,}", 0.3, grown, " kB")
    passes = {messages: rows[_LOOK] for messages, rows in figures.items() if messages >= _AT and _is_known(rows, _LOOK)}
    if len(passes) > 1:
        few, many = min(passes), max(passes)
        ratio = _number(passes[many], "CPU ms") / _number(passes[few], "CPU ms")
        yield _aim(f"a pass with nothing new, CPU, {many:,} to {few:,}", 1.2, ratio, " x")


def _is_known(rows: Mapping[str, _Row], who: str) -> bool:
    return who in rows and rows[who]["wall ms"] is not None


def _aim(what: str, most: float, measured: float, unit: str) -> Aim:
    return Aim(what=what, bound=f"{most:g}{unit}", measured=f"{measured:,.2f}{unit}", reached=measured <= most)

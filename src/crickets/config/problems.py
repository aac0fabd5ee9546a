"""
A problem of the config: where it is, what it is, and how the two are said.

Knows TOML's values and dotted keys; must not know what any key means.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from difflib import get_close_matches
from pathlib import Path

from crickets.errors import ConfigError

Place = tuple[str | int, ...]
"""A dotted key, part by part; the entries of a list are counted from 0 here, and from 1 where a person reads it."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
_SHOWN = 60
_TOLD = 100
MOST = 1000
"""More problems than these are not put into words: finding the nearest of many takes its time."""
_NEAR = 0.65
_LISTED = 15
_KINDS: Mapping[type, str] = {dict: "a table", list: "a list"}
_DEEPEST = 8
"""No key of ours lies deeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, and where."""

    place: Place
    what: str


REMEDY = "Mend what is named above, then run `crickets check`."
MEND_TEMPLATES = """\
Mend them; a template that goes by a built-in one's name may be moved away instead: the built-in one then serves."""


def config_error(
    path: Path,
    table: Mapping[str, object],
    problems: Iterable[Problem],
    others: tuple[str, ...] = (),
    *,
    remedy: str = REMEDY,
) -> ConfigError:
    """All problems of a file, in its order, then those of others beside it, as the error that tells them."""
    order = _Order(table)
    told = sorted(problems, key=lambda problem: order.of(problem.place))
    lines = [f"{path}: {dotted(problem.place)}: {problem.what}" for problem in told[:_TOLD]]
    if len(told) > _TOLD:
        lines.append(f"{path}: … and more, after these")
    return ConfigError((*lines, *others), remedy=remedy)


class _Order:
    """Where in a file each key comes; a key that isn't there comes at the end of its table."""

    def __init__(self, table: Mapping[str, object]) -> None:
        self._begins: dict[Place, int] = {}
        self._ends: dict[Place, int] = {}
        self._walk((), table)

    def of(self, place: Place) -> int:
        """The rank of a key among all others."""
        if place in self._begins:
            return self._begins[place]
        there = next(place[:n] for n in range(len(place), -1, -1) if place[:n] in self._begins)
        return self._ends[there]

    def _walk(self, place: Place, value: object) -> None:
        self._begins[place] = self._rank()
        if len(place) < _DEEPEST:
            for key, inner in _entries(value):
                self._walk((*place, key), inner)
        self._ends[place] = self._rank()

    def _rank(self) -> int:
        return len(self._begins) + len(self._ends)


def _entries(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def dotted(place: Place) -> str:
    """A key as its owner would look for it: ``rules[2].match.subject``."""
    return "".join(_part(part) for part in place).removeprefix(".")


def _part(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part + 1}]"
    return f".{part}" if _BARE_KEY.fullmatch(part) else f".{shown(part)}"


def got(value: object) -> str:
    """The end of a sentence that says what stands there instead."""
    return f" (got {shown(value)})"


def shown(value: object) -> str:
    """A value as TOML writes it, cut short; tables and lists by their kind only, as they may be endless."""
    match value:
        case str():
            return f'"{_cut("".join(map(_visible, value[: _SHOWN + 1])))}"'
        case bool() | int() | float():
            return _number(value)
        case date() | time():
            return value.isoformat()
        case _:
            return _KINDS.get(type(value), "something else")


def _number(value: float) -> str:
    """A number as it's written; one of endless digits would be refused by the interpreter (CVE-2020-10735)."""
    if isinstance(value, int) and abs(value) >= 10**_SHOWN:
        return "a huge number"
    return str(value).lower()


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _visible(character: str) -> str:
    """A character that does nothing to a terminal."""
    if character in '"\\':
        return f"\\{character}"
    if unicodedata.category(character)[0] == "C" or character in "\u2028\u2029":
        return f"\\u{ord(character):04X}"
    return character


def hint(word: str, known: Collection[str]) -> str:
    """The known word that was probably meant, as the end of a sentence; else all of them, where they are few."""
    if near := nearest(word, known):
        return f"; did you mean {near}?"
    return f"; known: {', '.join(known)}" if 0 < len(known) <= _LISTED else ""


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that is nearest, whatever its case; empty if none is near."""
    folded = {other.casefold(): other for other in known}
    found = get_close_matches(word[: 2 * _SHOWN].casefold(), folded, n=1, cutoff=_NEAR)
    return folded[found[0]] if found else ""


def one_of(values: Sequence[str]) -> str:
    """A choice of values: ``"skip" or "stop"``."""
    return any_of([f'"{value}"' for value in values])


def any_of(words: Sequence[str]) -> str:
    """A choice of at least two words: ``skip, stop or wait``."""
    return f"{', '.join(words[:-1])} or {words[-1]}"

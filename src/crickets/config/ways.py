r"""
In how many ways a regular expression of Python's may try to fit one text: the measure of how long that takes at worst.

Pure. An expression that can't fit tries each way there is to share the text out among its repeats and alternatives. A
repeat has one way only where what follows can't begin with what it repeats: `\d+ of`, not `.*of`. A bound from above:
it may be told to be more, never less.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import combinations
from math import inf, prod
from sys import maxunicode
from typing import Any, TypeAlias

_parser: Any = import_module("re._parser")  # the standard library's own, which has no types
_compiler: Any = import_module("re._compiler")
_names: Any = import_module("re._constants")
_Parsed: TypeAlias = Any
"""What an operation is told, as that has it: a number, what it repeats, a tuple of such."""

_FEW = 10
"""So many repetitions are counted one by one; what's repeated more often must have one way to fit."""

_ONE_CHARACTER = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN"})
_LOOKS = frozenset({"ASSERT", "ASSERT_NOT"})
_FORKS = frozenset({"BRANCH", "GROUPREF_EXISTS"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_ONCE_AND_FOR_ALL = frozenset({"ATOMIC_GROUP", "POSSESSIVE_REPEAT"}) | _LOOKS
"""What's never tried another way once it's through: inside, nothing follows."""


@dataclass(frozen=True, slots=True)
class _Symbol:
    """What one character is tested by; any at all where nothing is known of it."""

    operation: str = ""
    argument: _Parsed = None
    flags: int = 0


_Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Characters that follow each other by their numbers: the first, and the first behind the last."""

_Symbols = frozenset[_Symbol]
_NOTHING: _Symbols = frozenset()
_ANYTHING: _Symbols = frozenset({_Symbol()})


def ways(text: str, length: int) -> float:
    """How many ways there are at most, in a text of so many characters; `inf` where each may double them."""
    parsed = _parser.parse(text)
    found = _Judge(length).ways(parsed, parsed.state.flags, _NOTHING)
    return found if _is_at_the_beginning(parsed) else found * length


@dataclass(frozen=True, slots=True)
class _Judge:
    """Counts the ways of an expression's parts; `after` is what may come first of what follows, nothing at its end."""

    length: int

    def ways(self, parts: Iterable[_Parsed], flags: int, after: _Symbols) -> float:
        """Those of parts one after the other, from the last one on: each knows then what follows it."""
        found = 1.0
        for operation, argument in reversed(list(parts)):
            found *= self._of_one(str(operation), argument, flags, after)
            after = _firsts_of_one(str(operation), argument, flags, after)
        return found

    def _of_one(self, name: str, argument: _Parsed, flags: int, after: _Symbols) -> float:
        if name in _ONE_CHARACTER or name in {"AT", "GROUPREF", "FAILURE"}:
            return 1
        if name == "SUBPATTERN":
            return self.ways(argument[3], _flags_within(argument, flags), after)
        if name in _REPEATS:
            least, most, body = argument
            return self._of_a_repeat(least, most, body, flags, after)
        if name in _FORKS:
            return self._of_alternatives(_bodies_of(name, argument), flags, after)
        if name in _ONCE_AND_FOR_ALL:
            return self.ways(_body_of(name, argument), flags, _NOTHING)
        return inf

    def _of_a_repeat(self, least: int, most: int, body: _Parsed, flags: int, after: _Symbols) -> float:
        begins = _firsts(body, flags, _NOTHING)
        inside = self.ways(body, flags, begins | after if most > 1 else after)
        may_end_anywhere = least < most and _overlap(begins, after)
        ends = min(most - least + 1, self.length) if may_end_anywhere else 1
        if most > _FEW:
            return inf if inside > 1 else ends
        return prod([inside] * most) * ends  # where a power would be an error, a product is endless

    def _of_alternatives(self, bodies: Sequence[_Parsed], flags: int, after: _Symbols) -> float:
        found = [self.ways(body, flags, after) for body in bodies]
        begin = [_firsts(body, flags, after) for body in bodies]
        alike = any(_overlap(one, other) for one, other in combinations(begin, 2))
        return sum(found) if alike else max(found)


def _is_at_the_beginning(parsed: Sequence[_Parsed]) -> bool:
    """Whether there is but one place where it can begin."""
    return len(parsed) > 0 and str(parsed[0][1]) in {"AT_BEGINNING", "AT_BEGINNING_STRING"}


def _firsts(parts: Iterable[_Parsed], flags: int, after: _Symbols) -> _Symbols:
    """What may come first of parts one after the other, and then of `after`."""
    for operation, argument in reversed(list(parts)):
        after = _firsts_of_one(str(operation), argument, flags, after)
    return after


def _firsts_of_one(name: str, argument: _Parsed, flags: int, after: _Symbols) -> _Symbols:
    if name in _ONE_CHARACTER:
        return frozenset({_Symbol(name, _hashable(argument), flags)})
    if name in _LOOKS or name == "AT":
        return after
    if name == "SUBPATTERN":
        return _firsts(argument[3], _flags_within(argument, flags), after)
    if name in _FORKS:
        return frozenset().union(*(_firsts(body, flags, after) for body in _bodies_of(name, argument)))
    if name in _REPEATS or name in _ONCE_AND_FOR_ALL:
        body = _body_of(name, argument)
        begins = _firsts(body, flags, _NOTHING)
        return begins | after if _may_be_empty(body) or (name != "ATOMIC_GROUP" and not argument[0]) else begins
    return _ANYTHING


def _flags_within(group: _Parsed, flags: int) -> int:
    _, added, taken_away, _ = group
    return int((flags | added) & ~taken_away)


def _body_of(name: str, argument: _Parsed) -> _Parsed:
    """What is repeated, looked for, or taken once and for all."""
    return argument if name == "ATOMIC_GROUP" else argument[-1]


def _bodies_of(name: str, argument: _Parsed) -> Sequence[_Parsed]:
    """The alternatives; of a condition, what follows if a group took part and if it didn't."""
    if name == "BRANCH":
        return tuple(argument[1])
    _, if_it_did, if_not = argument
    return if_it_did, if_not or ()


def _may_be_empty(body: _Parsed) -> bool:
    return bool(body.getwidth()[0] == 0)


def _hashable(argument: _Parsed) -> _Parsed:
    return tuple(argument) if isinstance(argument, list) else argument


def _overlap(some: _Symbols, others: _Symbols) -> bool:
    return any(_share(one, other) for one in some for other in others)


def _share(one: _Symbol, other: _Symbol) -> bool:
    """Whether a character may pass both tests; told to be so where that's not known."""
    letters, more = _letters(one), _letters(other)
    return not (letters and more) or _cross(letters, more)


def _cross(some: _Spans, others: _Spans) -> bool:
    """Whether spans have a character in common; each are in order and apart."""
    ends = [end for _, end in others]
    nearest = ((begin, end, bisect_right(ends, begin)) for begin, end in some)
    return any(n < len(others) and others[n][0] < end for _, end, n in nearest)


@lru_cache(maxsize=256)
def _letters(symbol: _Symbol) -> _Spans:
    """All characters that pass the test; none where that isn't known."""
    if not symbol.operation:
        return ()
    state = _parser.State()
    state.flags = symbol.flags
    argument = list(symbol.argument) if isinstance(symbol.argument, tuple) else symbol.argument
    one = _parser.SubPattern(state, [(getattr(_names, symbol.operation), argument)])
    several = _parser.SubPattern(state, [(_names.MAX_REPEAT, (1, _names.MAXREPEAT, one))])
    test: re.Pattern[str] = _compiler.compile(several, symbol.flags)
    return tuple(found.span() for found in test.finditer(_alphabet()))


@lru_cache(maxsize=1)
def _alphabet() -> str:
    """Every character, at the place of its number."""
    return "".join(map(chr, range(maxunicode + 1)))

"""
What a language has for automatic replies: its dates, and its words for being away.

Knows the shape; the words themselves are in `germanic`, `romance`, `slavic` and `further`. They were written by hand,
without a look at the phrases that the reading goes by: what it finds here, it finds by its own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Lines = tuple[str, ...]


def lines(text: str) -> Lines:
    """A text's lines, one saying each."""
    return tuple(line.strip() for line in text.strip().split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """
    A language.

    Sayings hold `{date}` where a date goes, `{begin}` and `{end}` of a range, `{other}` for somebody else's address,
    `{name}` for the author's name, `{number}` for a ticket's. `until` and `span` mean the day as stated, `through`
    that the day is still away, `back` and `both` the day of return. `on_weekday` is "on Monday" and so on, with its
    preposition; `next_monday` says it with "next". `forms` writes a date, `span_forms` a range within one month.
    """

    code: str
    months: Sequence[str]
    short_months: Sequence[str] = ()
    weekdays: Sequence[str] = ()
    on_weekday: Sequence[str]
    forms: Lines
    span_forms: Lines
    prefixes: Lines
    subjects: Lines
    greetings: Lines
    closings: Lines
    until: Lines
    through: Lines
    back: Lines
    span: Lines
    both: Lines
    on_a_weekday: Lines
    next_monday: Lines
    undated: Lines
    instead: Lines
    left: Lines
    moved: Lines
    ticket: Lines
    challenge: Lines

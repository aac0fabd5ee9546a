"""
Days that a text names by where they lie from its own: tomorrow, Monday, next week, the 14th.

Knows the words for them; must not know dates that are spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crickets.made_once import made_once
from crickets.reading.moments import words
from crickets.reading.moments.names import names_of
from crickets.reading.moments.order import calendar_day
from crickets.reading.moments.patterns import EAST_ASIAN_DAY, NEVER, NO_DATE_BEHIND, UNSPACED, one_of
from crickets.reading.words import any_of

_FRIDAY, _SUNDAY = 4, 6
_FIRST_DAY = {"he": _SUNDAY}
"""Where work does not begin on a Monday."""

_EITHER_DAY = frozenset({"ar"})
"""Where it begins on a Sunday in some countries and on a Monday in others."""

_WEEK = 7
_JUST_PAST = timedelta(days=10)
_AHEAD = timedelta(days=62)
"""How far off a day is that is named by its weekday and its number: who means a later one names the month."""

_JOINED = UNSPACED | {"he"}
"""Languages that write the word before or behind without a blank."""

_NO_SECOND_NEXT = "(?<![\u518d\u4e0b\ub2e4])"
"""What makes of next week the one behind it, in Japanese, Chinese and Korean."""

_ORDINAL_DAY = {
    "en": r"the (?P<day>\d{1,2})\s?(?:st|nd|rd|th)(?!\w)(?! (?:floor|century|edition|time|annive|street|avenue|birth))",
    "de": r"(?:am|ab dem|ab|bis zum|bis|zum|dem|den) (?P<day>\d{1,2})\.(?!\s?\d)(?=[\s,;)!?]|$)(?! (?:stock|etage))",
    "it": r"(?:il|al|dal|dall'|l') ?(?P<day>\d{1,2})(?=\s?(?:[.,;)!?\n]|$|e |alle |compreso|incluso))",
    "fr": r"(?:le|au|du|jusqu'au) (?P<day>\d{1,2})(?:er)?(?=\s?(?:[.,;)!?\n]|$|et |a |inclus|au ))",
    "es": r"(?:el|el dia|al|del) (?P<day>\d{1,2})(?=\s?(?:[.,;)!?\n]|$|y |a |inclusive))",
    "pt": r"(?:dia|ao dia|o dia) (?P<day>\d{1,2})(?=\s?(?:[.,;)!?\n]|$|e |as |inclusive))",
    "sv": r"den (?P<day>\d{1,2})(?::?e)?(?=\s?(?:[.,;)!?\n]|$|och ))",
    "da": r"den (?P<day>\d{1,2})\.(?=\s?(?:[,;)!?\n]|$))",
    "no": r"den (?P<day>\d{1,2})\.(?=\s?(?:[,;)!?\n]|$))",
    "nl": r"de (?P<day>\d{1,2})(?:e|ste|de)(?!\w)(?! (?:verdieping|eeuw|keer))",
    "ru": r"(?<!\d)(?P<day>\d{1,2})(?:-?го)? числа",
}
"""The day of a month that is left unsaid: only where article or ordinal makes it one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A day near the mail's own, where it is named; the first day too, if it's a week."""

    begin: int
    end: int
    day: date
    first: date | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    today: re.Pattern[str]
    tomorrow: re.Pattern[str]
    day_after: re.Pattern[str]
    next_weeks_day: re.Pattern[str]
    next_week: re.Pattern[str]
    weeks_end: re.Pattern[str]
    weekday: re.Pattern[str]
    numbered: re.Pattern[str]
    of_month: re.Pattern[str]


@made_once
def _patterns_of(language: str) -> _Patterns:
    """The patterns of a language."""
    tables = (words.TODAY, words.TOMORROW, words.DAY_AFTER_TOMORROW, words.NEXT_WEEK, words.WEEKS_END)
    today, tomorrow, day_after, next_week, weeks_end = (_whole(one_of(one, language), language) for one in tables)
    return _Patterns(
        today=today,
        tomorrow=tomorrow,
        day_after=day_after,
        next_weeks_day=_next_weeks_day(language),
        next_week=next_week,
        weeks_end=weeks_end,
        weekday=_weekday(language),
        numbered=_numbered(language),
        of_month=EAST_ASIAN_DAY if language in UNSPACED else re.compile(rf"(?<!\w){_ORDINAL_DAY.get(language, NEVER)}"),
    )


def _whole(phrases: str, language: str) -> re.Pattern[str]:
    """A pattern for phrases as whole words."""
    edge, ends = _edges(language)
    return re.compile(f"{edge}(?:{phrases}){ends}")


def _edges(language: str) -> tuple[str, str]:
    """What keeps a word from being a part of another one; East Asian "next" may be a half of "after next"."""
    return (_NO_SECOND_NEXT, "") if language in _JOINED else (r"(?<!\w)", r"(?!\w)")


def _next_weeks_day(language: str) -> re.Pattern[str]:
    """A weekday beside "next week", whichever stands first."""
    names, week = any_of(names_of(language).weekdays) or NEVER, one_of(words.NEXT_WEEK, language)
    of = rf"(?:{one_of(words.OF_WEEK, language)})"
    edge, ends = _edges(language)
    if language in _JOINED:
        ahead = rf"(?:{week}|{one_of(words.NEXT_WEEKS, language)})[\s,]{{0,2}}{of}?\s{{0,2}}"
        return re.compile(rf"{edge}(?:{ahead}(?P<weekday>{names})|(?P<weekday_before>{names})\s{of}?\s?(?:{week}))")
    ahead = rf"(?:{week}){ends}[\s,]{{1,2}}(?:{of}\s{{1,2}})?(?P<weekday>{names}){ends}"
    return re.compile(
        rf"{edge}(?:{ahead}|(?P<weekday_before>{names}){ends}\s{{1,2}}(?:{of}\s{{1,2}})?(?:{week}){ends})"
    )


def _weekday(language: str) -> re.Pattern[str]:
    """A weekday in full, with what says which one: before it, or behind."""
    names = any_of(names_of(language).weekdays) or NEVER
    before = "|".join(f"(?P<{kind}>{one_of(table, language)})" for kind, table in _WHICH)
    behind = "|".join(f"(?P<{kind}_behind>{one_of(table, language)})" for kind, table in _WHICH)
    edge, ends = ("", "") if language in _JOINED else (r"(?<!\w)", r"(?!\w)")
    return re.compile(
        rf"(?<!\d)(?<!\d )(?:{edge}(?:{before})\s{{0,2}})?{edge}(?P<weekday>{names}){ends}'?"
        rf"(?:,?\s{{1,2}}(?!(?:{one_of(words.NEXT_WEEK, language)}){ends})(?:{behind}){ends})?"
        rf"(?![.,\u060c]?\s{{0,2}}(?:\w{{1,3}}\s)?\d{{1,2}}(?![\d:h]|\s?(?:uhr|h|am|pm)(?!\w)))"
    )


def _numbered(language: str) -> re.Pattern[str]:
    """A weekday and the number of its day, the month left unsaid ("lundi 14", "lunes, día 14", "Montag, den 14.")."""
    names = NEVER if language in _JOINED else any_of(names_of(language).weekdays) or NEVER
    return re.compile(
        rf"(?<!\w)(?P<weekday>{names})[,.]?\s{{1,2}}(?:(?:{one_of(words.ARTICLE, language)})\s{{1,2}})?"
        rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º|\.(?!\d))?(?![\w:%€$£]|[./,-]\d|\s?(?:uhr|h|am|pm)(?!\w))"
    )


_WHICH = (("next", words.NEXT), ("this", words.THIS), ("none", words.NOT_ONE))


def near(text: str, *, language: str, written: date) -> Iterator[Near]:
    """The days that a plain text names by their distance from its own, the longer words first."""
    patterns = _patterns_of(language)
    for pattern, distance in ((patterns.day_after, 2), (patterns.tomorrow, 1), (patterns.today, 0)):
        for match in pattern.finditer(text):
            yield Near(begin=match.start(), end=match.end(), day=written + timedelta(days=distance))
    yield from _next_weeks_days(patterns.next_weeks_day, text, language, written)
    for match in patterns.next_week.finditer(text):
        yield _next_week(match, written, language)
    for match in patterns.weeks_end.finditer(text):
        friday = _monday_of(written) + timedelta(days=_FRIDAY)
        yield Near(begin=match.start(), end=match.end(), day=friday, certain=written <= friday)
    yield from _weekdays(patterns.weekday, text, language, written)
    for match in patterns.numbered.finditer(text):
        if not NO_DATE_BEHIND.match(text, match.end("day")):
            yield from _of_weekday(match, language, written)
    for match in patterns.of_month.finditer(text):
        yield from _of_month(match, written)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_week(match: re.Match[str], written: date, language: str) -> Near:
    """The five working days of the week to come; on the day between, nobody knows which week has begun."""
    first, certain = _next_begin(written, language)
    friday = first + timedelta(days=_FRIDAY)
    certain = certain and language not in _EITHER_DAY
    return Near(begin=match.start(), end=match.end(), first=first, day=friday, certain=certain)


def _next_weeks_days(pattern: re.Pattern[str], text: str, language: str, written: date) -> Iterator[Near]:
    """The weekdays of the week to come; a Sunday may be its first day or its last, but where work begins on it."""
    first, certain = _next_begin(written, language)
    for match in pattern.finditer(text):
        weekday = _number(match["weekday"] or match["weekday_before"], language)
        day = first + timedelta(days=(weekday - first.weekday()) % _WEEK)
        is_open = weekday == _SUNDAY and first.weekday() != _SUNDAY
        yield Near(begin=match.start(), end=match.end(), day=day, certain=certain and not is_open)


def _next_begin(written: date, language: str) -> tuple[date, bool]:
    """The first working day of the week to come, and whether it's sure which week that is."""
    begins = _FIRST_DAY.get(language, 0)
    since = (written.weekday() - begins) % _WEEK
    return written + timedelta(days=_WEEK - since), since < _WEEK - 1


def _weekdays(pattern: re.Pattern[str], text: str, language: str, written: date) -> Iterator[Near]:
    """
    The weekdays to come.

    The mail's own weekday may be today or in a week, and "next Friday" on a Monday this week's or the next one's.
    """
    for match in pattern.finditer(text):
        if match["none"] or match["none_behind"]:
            continue
        distance = (_number(match["weekday"], language) - written.weekday()) % _WEEK
        day = written + timedelta(days=distance)
        next_one = match["next"] or match["next_behind"]
        if distance == 0 and next_one:
            day, certain = day + timedelta(days=_WEEK), True
        else:
            certain = distance > 0 and not (next_one and _monday_of(day) == _monday_of(written))
        yield Near(begin=match.start(), end=match.end(), day=day, certain=certain)


def _number(found: str, language: str) -> int:
    """The weekday that a name is, however its parts are joined."""
    return next(number for name, number in names_of(language).weekdays.items() if _unjoined(name) == _unjoined(found))


def _unjoined(name: str) -> str:
    return re.sub(r"[\s-]", "", name)


def _of_weekday(match: re.Match[str], language: str, written: date) -> Iterator[Near]:
    """The day to come of that number that is that weekday; none where it is just past, or in no month near."""
    weekday, number = _number(match["weekday"], language), int(match["day"])
    days = (written + timedelta(days=off) for off in range(-_JUST_PAST.days, _AHEAD.days))
    day = next((one for one in days if one.day == number and one.weekday() == weekday), None)
    if day and day >= written:
        yield Near(begin=match.start(), end=match.end(), day=day)


def _of_month(match: re.Match[str], written: date) -> Iterator[Near]:
    """The next day of that number; not certain when the last one is just past."""
    months = [written.replace(day=1)]
    for _ in range(3):
        months.append((months[-1] + timedelta(days=31)).replace(day=1))
    number = int(match["day"])
    day = next((d for m in months if (d := calendar_day(m.year, m.month, number)) and d >= written), None)
    before = calendar_day(written.year, written.month, number)
    if day:
        just_past = before is not None and written - _JUST_PAST <= before < written
        yield Near(begin=match.start("day"), end=match.end(), day=day, certain=not just_past)

"""
What each day that a notice names is to the absence: its begin, its end, the return, or nothing.

Knows the words right before and behind a day and those of its clause; must not know which of several days counts:
that is for `absence`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from crickets.reading.moments.absence_patterns import Cues, cues_of
from crickets.reading.moments.moments import NamedDay
from crickets.reading.moments.names import plain

_NEAR = 90
"""Letters before and behind a date in which words bear on it."""

_SENTENCE_PART = 300
_HARDLY_A_WORD = 30
"""Letters beside a range that stands for itself ("Period: 4 to 15 May")."""

_BACK_FROM_AWAY = 25
"""Letters between "back" and "holiday" in "back from my summer holiday"."""

_WEEKEND = timedelta(days=2)

_BRACKETS = str.maketrans("()[]（）<>*_", "          ")
_SENTENCE = re.compile(r"[.!?][\"')]?\s+(?=\S)|[。！？；;]|\n")
_SHORT_WORD = re.compile(
    r"(?<!\w)(?:einschl|inkl|incl|ca|approx|vorauss|vsl|vorl|max|mind|mr|mrs|ms|dr|hr|fr|st|nr)$", re.IGNORECASE
)
"""What is shortened before a name or a weekday; a sentence hardly ends with it."""

_LONG_LINE = 45
"""A line at least this long may have been wrapped: a sentence goes on behind it."""


class DayRole(Enum):
    """What a day is to an absence."""

    FROM = "from"
    UNTIL = "until"
    THROUGH = "through"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceDay:
    """
    A day of an absence in its role, and the first day of that absence, where it's told.

    `direct` says that the day's own sentence speaks of the absence.
    """

    role: DayRole
    day: date
    first: date | None = None
    direct: bool = True
    certain: bool = True

    @property
    def back(self) -> date:
        """The day on which the author is back."""
        return self.day + timedelta(days=1) if self.role is DayRole.THROUGH else self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """
    A named day and the words around it: in its sentence, up to the named days beside it.

    `own` is how the day itself is written. `rest` is what follows the day, named days or not; `clause` what
    follows it and can't belong to the next one.
    """

    named: NamedDay
    before: str
    own: str
    behind: str
    rest: str
    clause: str
    sentence: str


def said_in(whole: str, named: Sequence[NamedDay], language: str) -> Iterator[AbsenceDay]:
    """The days of a notice, as `named`, that are about an absence, in its order."""
    cues, letters = cues_of(language), plain(whole).translate(_BRACKETS)
    if not any(words.search(letters) for words in (cues.away, cues.back, cues.negation)):
        return
    begun: date | None = None
    is_absence = bool(cues.away.search(letters))
    for place in _places(whole, letters, named, cues):
        role = _role_of_weeks(place, cues) if place.named.weeks else _role(place, cues, begun=begun is not None)
        if role is DayRole.FROM:
            begun = place.named.day
            continue
        if role and _is_about_it(place, role, cues, is_absence=is_absence):
            yield _said(place, role, begun, direct=role is DayRole.BACK or bool(cues.away.search(place.sentence)))


def _said(place: _Place, role: DayRole, begun: date | None, *, direct: bool) -> AbsenceDay:
    """A day in its role."""
    named, (first, day) = place.named, _ends_of(place.named, role)
    return AbsenceDay(
        role=role,
        day=day,
        first=first or begun,
        direct=direct,
        certain=named.certain,
    )


def _ends_of(named: NamedDay, role: DayRole) -> tuple[date | None, date]:
    """The first and the last day in a role; of weeks by their number with the weekend, or the Monday that ends it."""
    if not named.weeks:
        return named.first, named.day
    return (named.first, named.day + _WEEKEND) if role is DayRole.THROUGH else (None, named.first or named.day)


def _is_week(place: _Place) -> bool:
    """Whether it's a week that is named, by words alone: "back next week" may be any of its days."""
    return place.named.first is not None and not any(char.isdigit() for char in place.own)


def _role(place: _Place, cues: Cues, *, begun: bool) -> DayRole | None:
    """What a day is: first by the word right beside it, then by its clause."""
    if _is_week(place) or cues.weeks_end.search(place.own):
        return None  # whoever is away until the end of the week is hardly back on a Friday
    if end := _end(place, cues, begun=begun):
        return end
    comes_back = _comes_back(place, cues)
    if cues.after_before.search(place.before):
        return DayRole.THROUGH if comes_back else None
    if cues.from_before.search(place.before) or cues.from_behind.match(place.behind):
        return DayRole.BACK if comes_back else DayRole.FROM
    if place.named.first and any(map(str.isdigit, place.own)):
        return DayRole.UNTIL
    return DayRole.BACK if comes_back else None


def _role_of_weeks(place: _Place, cues: Cues) -> DayRole | None:
    """What weeks by their number are: without a word for it the absence itself ("on leave weeks 29 to 32")."""
    if cues.through_before.search(place.before):
        return DayRole.THROUGH
    if cues.until_before.search(place.before):
        return DayRole.UNTIL
    comes_back = _comes_back(place, cues)
    if cues.after_before.search(place.before):
        return DayRole.THROUGH if comes_back else None
    if cues.from_before.search(place.before) and not comes_back:
        return DayRole.FROM
    return DayRole.BACK if comes_back else DayRole.THROUGH


def _end(place: _Place, cues: Cues, *, begun: bool) -> DayRole | None:
    """An end, by the word before or behind it; with the day itself where that is said, or the range says so."""
    is_range = place.named.first is not None and any(map(str.isdigit, place.own))
    inclusive = cues.inclusive_behind.match(place.rest)
    if inclusive and inclusive["again"] and int(inclusive["again"]) != place.named.day.day:
        inclusive = None  # so many others are included
    if cues.through_before.search(place.before) or (is_range and cues.through_within.search(place.own)):
        return DayRole.THROUGH
    if cues.not_before.search(place.before):
        return DayRole.UNTIL if cues.negation.search(place.before) else None
    tail = "".join(place.own.split()[-1:]) + place.behind
    until = (
        is_range
        or cues.until_before.search(place.before)
        or cues.until_behind.match(place.behind)
        or cues.until_behind.match(tail)
        or (begun and cues.end_before.search(place.before))
        or (inclusive and inclusive["until"])
    )
    return None if not until else DayRole.THROUGH if inclusive else DayRole.UNTIL


def _comes_back(place: _Place, cues: Cues) -> bool:
    """Whether the words before a day, or behind it in the same clause, say that the author is there again."""
    return _is_back(place.before, cues) or _is_back(place.clause, cues)


def _is_back(words: str, cues: Cues) -> bool:
    """Whether some words speak of a return, and neither deny it nor go on to an absence."""
    back = _last(cues.back, words)
    if not back or cues.negation.search(cues.clause.split(words[: back.start()])[-1][-_BACK_FROM_AWAY:]):
        return False
    away = _last(cues.away, words)
    if not away or away.start() < back.end():
        return True
    return away.start() - back.end() <= _BACK_FROM_AWAY and not cues.clause.search(words, back.end(), away.start())


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The last place where a pattern is found."""
    return next(iter(list(pattern.finditer(words))[-1:]), None)


def _is_about_it(place: _Place, role: DayRole, cues: Cues, *, is_absence: bool) -> bool:
    """Whether a day is about the absence and not a deadline, an offer, or the author's presence."""
    near = place.before + place.clause
    if role is DayRole.BACK or cues.after_before.search(place.before):
        return is_absence or bool(cues.back.search(cues.answer.sub(" ", place.before + place.behind)))
    away, denied = cues.away.search(near), cues.negation.search(near)
    if cues.present.search(near) and not away and not denied:
        return False
    if cues.away.search(place.sentence):
        return True
    return not cues.other.search(place.sentence) and (bool(denied) or (is_absence and _is_end(place, cues)))


def _is_end(place: _Place, cues: Cues) -> bool:
    """Whether a day that its own sentence calls no absence is an end nevertheless: by a cue, or with hardly a word."""
    if place.named.first and not cues.from_before.search(place.before):
        return len(place.sentence) - len(place.own) < _HARDLY_A_WORD
    return True


def _places(whole: str, letters: str, named: Sequence[NamedDay], cues: Cues) -> Iterator[_Place]:
    """Each named day with the words around it."""
    ends = _sentence_ends(whole, named)
    for at, one in enumerate(named):
        begins = ends[bisect_right(ends, one.begin) - 1]
        stops = ends[bisect_left(ends, one.end)]
        since = max(begins, named[at - 1].end if at else 0, one.begin - _NEAR)
        following = named[at + 1].begin if at + 1 < len(named) else len(letters)
        behind = letters[one.end : min(stops, following, one.end + _NEAR)]
        yield _Place(
            named=one,
            before=letters[since : one.begin],
            own=letters[one.begin : one.end],
            behind=behind,
            rest="" if stops <= one.end + 1 else letters[one.end : one.end + _NEAR],
            clause=_own_clause(behind, cues, runs_on=following < stops),
            sentence=letters[max(begins, one.begin - _SENTENCE_PART) : min(stops, one.end + _SENTENCE_PART)],
        )


def _own_clause(behind: str, cues: Cues, *, runs_on: bool) -> str:
    """What follows a day up to the next clause; nothing where it runs on to another day without one."""
    words = behind.lstrip(" ,\n\t")
    end = cues.clause.search(words)
    return words[: end.start()] if end else "" if runs_on else words


def _sentence_ends(whole: str, named: Sequence[NamedDay]) -> tuple[int, ...]:
    """
    Where sentences begin and end, from 0 to the text's end.

    None ends within a day, before anything but a capital letter, nor where a line was wrapped.
    """
    covered = bytearray(len(whole) + 1)
    for one in named:
        covered[one.begin : one.end - 1] = b"\1" * max(0, one.end - 1 - one.begin)
    marks = (match for match in _SENTENCE.finditer(whole) if not covered[match.start()])
    return (0, *(match.end() for match in marks if _ends(whole, match)), len(whole))


def _ends(whole: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence, or a line break the subject or a line that wasn't wrapped."""
    following = whole[match.end() : match.end() + 1]
    if match[0] == "\n":
        line = whole[whole.rfind("\n", 0, match.start()) + 1 : match.start()]
        goes_on = following.islower() or following.isdigit()
        is_subject = whole.find("\n") == match.start() and not goes_on
        return is_subject or len(line) < _LONG_LINE or following in ("\n", "")
    if match[0][0] != ".":
        return True
    return following.isalpha() and not following.islower() and not _SHORT_WORD.search(whole, 0, match.start())

"""
The patterns by which a day is told to be the end of an absence, or the return.

Knows the tables of words; must not know dates. Every pattern is for text that went through `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crickets.made_once import made_once
from crickets.reading.moments import absence_words as words
from crickets.reading.moments.moments import LANGUAGES
from crickets.reading.moments.patterns import UNSPACED, one_of
from crickets.reading.moments.words import NEXT, THIS, UP_TO, WEEKS_END
from crickets.reading.words import Words

_PREFIXED = frozenset({"he", "ar"})
"""Languages that write short words together with the next one."""

_SUFFIXED = 6
"""Letters of a named day's end in which a case may stand ("14-ig", "maini")."""

_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "is", "fi", "hu", "et"})
"""Languages that make one word of several: what a date is about stands last in it."""

_AGAIN = (
    r"(?:\w{1,4}\s)?(?P<again>\d{1,2})(?:st|nd|rd|th|er|\.|\u65e5|\uc77c)?(?!\d)(?:\d{1,2}\.|\s(?:of\s)?[^\W\d]{3,12})?"
)
"""The day's number once more, as far as it may stand before a word that includes it."""

_HOUR = r"\d{1,2}(?:[:.h]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h|hrs)?,?\s{1,2}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """
    The words of one language.

    Those with `_before` end where a date begins, those with `_behind` begin where it ends, `_within` is for what
    stands inside a range; the others are found anywhere in a clause. `inclusive_behind` has the groups `again`, the
    number of the day where it's said once more, and `until`, a word for "until" that is shut in.
    """

    through_before: re.Pattern[str]
    until_before: re.Pattern[str]
    end_before: re.Pattern[str]
    not_before: re.Pattern[str]
    after_before: re.Pattern[str]
    from_before: re.Pattern[str]
    until_behind: re.Pattern[str]
    from_behind: re.Pattern[str]
    inclusive_behind: re.Pattern[str]
    through_within: re.Pattern[str]
    back: re.Pattern[str]
    answer: re.Pattern[str]
    away: re.Pattern[str]
    present: re.Pattern[str]
    negation: re.Pattern[str]
    other: re.Pattern[str]
    clause: re.Pattern[str]
    weeks_end: re.Pattern[str]


@made_once
def cues_of(language: str) -> Cues:
    """The patterns of a language, made when it's first asked for."""
    return Cues(
        through_before=_before(words.THROUGH, language),
        until_before=_before(words.UNTIL, language),
        end_before=_before(UP_TO, language),
        not_before=_before(words.BEFORE, language),
        after_before=_before(words.AFTER, language),
        from_before=_before(words.FROM, language),
        until_behind=_behind(words.UNTIL_BEHIND, language),
        from_behind=_behind(words.FROM_BEHIND, language),
        inclusive_behind=_inclusive_behind(language),
        through_within=_anywhere(words.THROUGH, language),
        back=_anywhere(words.BACK, language),
        answer=_anywhere(words.ANSWER, language),
        away=_anywhere(words.AWAY, language),
        present=_anywhere(words.PRESENT, language),
        negation=_anywhere(words.NOT, language),
        other=_anywhere(words.ELSE, language, compounds=language in _COMPOUNDING),
        clause=re.compile(rf"[,;]|\s[-\u2013\u2014]\s|(?<!\w)(?:{one_of(words.AND, language)})(?!\w)"),
        weeks_end=_anywhere(WEEKS_END, language),
    )


def _anywhere(table: Words, language: str, *, compounds: bool = False) -> re.Pattern[str]:
    """Some phrases as whole words, where the language has words apart; or as the last part of longer ones."""
    phrases = one_of(table, language)
    if compounds:
        return re.compile(rf"(?:{phrases})(?!\w)")
    if language in UNSPACED:
        return re.compile(f"(?:{phrases})")
    prefix = r"(?:(?<!\w)|(?<=(?<!\w)[\u05d0-\u05ea\u0627-\u064a]))" if language in _PREFIXED else r"(?<!\w)"
    return re.compile(rf"{prefix}(?:{phrases})(?!\w)")


def _before(table: Words, language: str) -> re.Pattern[str]:
    """Some phrases right before a date, at most a filler between."""
    edge = "" if language in UNSPACED else r"(?<!\w)"
    fillers = "|".join(one_of(one, language) for one in (words.MAYBE, NEXT, THIS))
    return re.compile(
        rf"{edge}(?:{one_of(table, language)})[\s:\uff1a-]{{0,3}}(?:{_HOUR})?(?:(?:{fillers})[\s:]{{0,3}}){{0,2}}$"
    )


def _behind(table: Words, language: str) -> re.Pattern[str]:
    """Some phrases right behind a date, or hung onto it."""
    ends = "" if language in UNSPACED else r"(?!\w)"
    return re.compile(rf"['\w]{{0,{_SUFFIXED}}}?[\s,]{{0,2}}(?:{one_of(table, language)}){ends}")


def _inclusive_behind(language: str) -> re.Pattern[str]:
    """
    What includes a last day, right behind it: "(inclusive)", ", that day included", "the 14th included".

    The word for "until" may stand on either side of it, where it goes behind the date; what includes the weekends
    does not include the day.
    """
    until = one_of(words.UNTIL_BEHIND, language)
    that_day = rf"(?:{one_of(words.THAT_DAY, language)})|{_AGAIN}"
    weekends = one_of(words.WEEKENDS, language)
    ends = "(?!含|包)" if language in UNSPACED else r"(?!\w)"
    return re.compile(
        rf"['\w]{{0,{_SUFFIXED}}}?(?:\s?(?:{until}){ends})?[\s,]{{0,3}}(?:(?:{that_day})[\s,]{{0,2}})?"
        rf"(?:{one_of(words.INCLUSIVE, language)})\.?+(?:(?P<until>\s{{0,2}}(?:{until}))|(?!\w))"
        rf"(?!\s{{1,2}}(?:{weekends}))"
    )


def tongues(letters: str, language: str) -> Iterator[str]:
    """The languages in which a plain text may be a notice: the one it's said to be in, then those it has words of."""
    if language in LANGUAGES:
        yield language
    found = {one: len(cues.away.findall(letters)) + len(cues.back.findall(letters)) for one, cues in _all_cues()}
    yield from sorted((one for one in found if found[one] and one != language), key=lambda one: -found[one])


def _all_cues() -> Iterator[tuple[str, Cues]]:
    return ((one, cues_of(one)) for one in LANGUAGES)

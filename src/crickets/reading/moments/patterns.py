"""
The patterns by which a language writes a date.

Knows how days, months and years are put together; must not know which day is meant: `order` says that.
Every pattern is for text that went through `plain`, and every repeat in it is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crickets.made_once import made_once
from crickets.reading.moments.names import SUFFIXES, names_of, plain
from crickets.reading.moments.words import (
    ARTICLE,
    BETWEEN,
    BETWEEN_AND,
    DAY_CUES,
    DAY_CUES_BEHIND,
    NOT_A_DATE_BEFORE,
    NOT_A_DATE_BEHIND,
    OF,
    UP_TO,
)
from crickets.reading.words import Words, any_of

NEVER = r"(?!)"
DASH = r"[-\u2010-\u2015\u2212~\u301c\uff5e]|\.{2,3}|\u2026|->|=>|\u2192"
MONTH_FIRST = frozenset({"en", "hu", "lt", "es"})
"""Languages that may write the month's name before the day."""
UNSPACED = frozenset({"ja", "zh", "ko"})
"""Languages whose words run together, or into what follows them."""

WEEKDAY_LAST = frozenset({"hu", "tr", "lt", "lv", "ja", "zh", "ko"})
"""Languages that write the weekday behind the date; elsewhere one that follows may begin something else."""

_ORDINAL = (
    r"(?:\s?(?:st|nd|rd|th)(?!\w)|\.|[º°ª]|(?:er|ere|eme|e|ste|de|te|ten|ter)(?!\w)|:(?:e|a|s|an)"
    r"|-?(?:го|ого|е|ое|а|я)(?!\w)|-?(?:an|en|on|ig|tol|i|je|ei|ai)(?!\w)|\s?d\.?(?![\w'])|\s?g\.)"
)
_YEAR = r"(?P<year>\d{4})(?!\d|[.:]\d|[-/]\d\d)"
_SHORT_YEAR = r"'?(?P<short>\d\d)(?=$|[\s,;)!?]|\.(?!\d))"
_BEFORE = r"(?<!\d)(?<!\d[.,:/])(?<![a-z_@#])"
_CLOCK = (
    r"(?:[\s,(]{0,3}(?:@|at|um|kl\.?|a las|as|a|alle|ore|o|godz\.?|om|klo|von|ab)?\s{0,2}"
    r"\d{1,2}[:.h]\s?\d{0,2}(?:\s?(?:uhr|h|am|pm|hrs))?\)?)?"
)
"""An hour that stands between the two dates of a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """
    How one language writes days.

    `day_month` and `month_day` find a date with its month's name, `weekday_before` and `weekday_behind` the weekday
    beside one, `half_before` and `half_behind` the other end of a range that shares the month, `between` is all that
    may stand between a range's two dates, `begun` and `joined` the same for "between … and", `cue` and `cue_behind`
    what stands beside a date that might be a price.
    """

    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    year_before: re.Pattern[str]
    weekday_before: re.Pattern[str]
    weekday_behind: re.Pattern[str]
    half_before: re.Pattern[str]
    half_behind: re.Pattern[str]
    between: re.Pattern[str]
    begun: re.Pattern[str]
    joined: re.Pattern[str]
    cue: re.Pattern[str]
    cue_behind: re.Pattern[str]


def one_of(words: Words, language: str) -> str:
    """A pattern for one of a table's phrases in a language, in plain letters; ungrouped, and never if there's none."""
    return any_of(plain(phrase) for phrase in words.get(language, ()) if phrase) or NEVER


def _names(names: Iterable[str]) -> str:
    """A pattern for one of some names; an empty list matches nothing."""
    return any_of(names) or NEVER


@made_once
def patterns_of(language: str) -> Patterns:
    """The patterns of a language, made when it's first asked for."""
    names = names_of(language)
    month = rf"(?P<month>{_names(names.months)})"
    more = rf"\w{{0,{SUFFIXES[language]}}}" if language in SUFFIXES else ""
    month_ends = rf"{more}(?!\w)\.?(?:'\w{{1,5}})?"
    of = rf"(?:(?:{one_of(OF, language)})[\s-]{{0,2}})?"
    article = rf"(?:(?:{one_of(ARTICLE, language)})\s{{0,2}})?"
    day = rf"(?P<day>\d{{1,2}})(?!\d){_ORDINAL}?+"
    up_to = rf"(?:{DASH}|(?:{DASH})?\s?(?<!\w)(?:{one_of(UP_TO, language)})(?!\w))"
    if language == "he":  # its short words are written together with the next
        up_to = rf"(?:{DASH}|(?:{one_of(UP_TO, language)})-?)"
    if language == "hu":  # "from" hangs onto the first day, "to" onto the last
        up_to = rf"(?:{up_to}|(?<=tol)\s)"
    return Patterns(
        day_month=re.compile(
            rf"{_BEFORE}{day}[\s-]{{0,2}}[./]?{of}{month}{month_ends}(?:[\s,./-]{{1,3}}{of}{_YEAR}"
            rf"|(?:\s|,\s|[-/.]){_SHORT_YEAR}(?!\s{{0,2}}{of}(?:{_names(names.months)})(?!\w)))?"
        ),
        month_day=re.compile(
            rf"(?<!\w){month}\.?(?!\w)\s{{0,2}}(?:the\s)?{day}(?![\w:]|[./]\d)(?:[,.]?\s{{0,2}}{_YEAR})?"
            if language in MONTH_FIRST
            else NEVER
        ),
        year_before=re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\.?[^\S\n]{0,2}(?:m\.?|gada|g\.)?,?[^\S\n]{0,2}$"),
        weekday_before=_weekday_before(language, article),
        weekday_behind=_weekday_behind(language),
        half_before=re.compile(
            rf"(?:(?<!\w)(?:{one_of(BETWEEN, language)})\s{{1,2}}{article}(?P<between>\d{{1,2}}){_ORDINAL}?+\s{{1,2}}"
            rf"(?:{one_of(BETWEEN_AND, language)})|{_BEFORE}(?<!\d\.\s){day}\s{{0,2}}{up_to})\s{{0,2}}{article}$"
        ),
        half_behind=re.compile(
            rf"\s{{0,2}}{up_to}\s{{0,2}}{article}(?:(?:{_names(names.weekdays)}),?\s{{1,2}})?{day}"
            rf"(?![\w:]|[./]\d|\s{{0,2}}{of}(?:{_names(names.months)})(?!\w))(?:[,.]?\s{{0,2}}{_YEAR})?"
            if language in MONTH_FIRST
            else NEVER
        ),
        between=re.compile(rf"{_CLOCK}[\s,()]{{0,3}}(?:{up_to})\s{{0,3}}{article}"),
        begun=re.compile(rf"(?<!\w)(?:{one_of(BETWEEN, language)})\s{{1,2}}{article}$"),
        joined=re.compile(rf"\s{{0,2}}(?:{one_of(BETWEEN_AND, language)})\s{{1,2}}{article}"),
        cue=re.compile(rf"(?<!\w)(?:{one_of(DAY_CUES, language)})[\s-]{{0,3}}$"),
        cue_behind=re.compile(rf"\s?(?:{one_of(DAY_CUES_BEHIND, language)})"),
    )


def _weekday_before(language: str, article: str) -> re.Pattern[str]:
    """A weekday right before a date: in full, or short, with or without a dot."""
    names = names_of(language)
    either = _names([*names.weekdays, *names.short_weekdays])
    he = r"(?:ב)?" if language == "he" else ""
    return re.compile(rf"(?<!\w){he}(?P<weekday>{either})'?\.?[,:\u060c]?\s{{0,2}}\(?[,\s]{{0,2}}{article}$")


def _weekday_behind(language: str) -> re.Pattern[str]:
    """A weekday right behind a date: in full, or in brackets."""
    names = names_of(language)
    either = _names([*names.weekdays, *names.short_weekdays])
    bare = _names(names.weekdays) if language in WEEKDAY_LAST else NEVER
    ends = "" if language in UNSPACED else r"(?!\w)"
    return re.compile(rf"[,.]?\s{{0,2}}(?:[(（]\s?(?P<bracketed>{either})\.?\s?[)）]|(?P<weekday>{bare}){ends})")


_BAD_BEFORE = "|".join(map(re.escape, sorted(NOT_A_DATE_BEFORE, key=len, reverse=True)))
_BAD_BEHIND = "|".join(map(re.escape, sorted(map(plain, NOT_A_DATE_BEHIND), key=len, reverse=True)))

NO_DATE_BEFORE = re.compile(rf"(?<!\w)(?:{_BAD_BEFORE})[.:]?\s{{0,2}}$")
NO_DATE_BEHIND = re.compile(rf"\s{{0,2}}(?:{_BAD_BEHIND})(?!\w)")

YEAR_FIRST = re.compile(
    r"(?<!\d)(?<!\d[.,:/-])(?P<year>(?:19|20)\d\d)(?P<mark>[-./])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})\.?"
    r"(?!\d|[.,:/]\d)"
)
NUMBERS = re.compile(
    r"(?<!\d)(?<!\d[.,:/])(?<![a-z_@#+$€£])(?P<one>\d{1,2})\u200f?(?P<mark>[-./])\u200f?\s?(?P<two>\d{1,2})\u200f?(?P=mark)\u200f?\s?"
    r"(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))\.?(?!\d|[.,:/]\d|[%€$£])"
)
SHORT_YEAR_FIRST = re.compile(
    r"(?<!\d)(?<!\d[.,:/])(?<![a-z_@#+])(?P<short>\d\d)(?P<mark>[./])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})\.?"
    r"(?!\d|[.,:/]\d)"
)
TWO_NUMBERS = re.compile(
    r"(?<!\d)(?<!\d[.,:/])(?<![a-z_@#+$€£])(?P<one>\d{1,2})\u200f?(?P<mark>[./])\u200f?(?P<gap>\s?)(?P<two>\d{1,2})(?P<dot>\.?)"
    r"(?!\d|[.,:/]\d|[%€$£°])"
)
EAST_ASIAN = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?<!\d)(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})(?!\d)\s?[日号號일]?"
)
EAST_ASIAN_HALF = re.compile(
    r"\s?(?:[(（]\s?\w{1,3}\s?[)）])?\s?(?:から|より|부터|에서|至|到|" + DASH + r")\s?(?P<day>\d{1,2})\s?[日号號일]"
)
EAST_ASIAN_BETWEEN = re.compile(r"\s?(?:[(（]\s?\w{1,3}\s?[)）])?,?\s?(?:から|より|부터|에서|至|到|" + DASH + r")\s?")
EAST_ASIAN_DAY = re.compile(
    r"(?<![\d年년月월/.])(?P<day>\d{1,2})\s?(?:[日号號](?![間本])|일(?!간))(?=\s?(?:まで|から|より|以降|に|之前|前|까지|부터|에|[(（]))"
)

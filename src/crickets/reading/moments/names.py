"""
The names of months and weekdays of a language, with their numbers.

Knows babel's CLDR tables, read when a language is first asked for, and what `words` adds to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from crickets.made_once import made_once
from crickets.reading.moments.words import MONTHS, WEEKDAYS
from crickets.reading.words import Words

if TYPE_CHECKING:
    from babel import Locale

STAND_ALONE = frozenset({"pl", "cs", "sk", "ru", "uk", "el", "fi", "lt", "hr", "ca", "it", "es"})
"""Languages with a nominative of their own in CLDR: for the others babel may hand out another language's (2.18)."""

SUFFIXES: Mapping[str, int] = {"fi": 6, "et": 5, "lv": 3}
"""How many letters more a month's full name may grow, in languages that hang their cases onto it."""

_APOSTROPHES = "'\u2019\u2018\u00b4`\u02bc\u05f3"
_STROKES = str.maketrans("łŁ", "lL")
"""Polish is typed without its strokes as well, which Unicode doesn't take for accents."""
_ENOUGH_LETTERS = 3
_OF = re.compile(r"^d(?:e |['\u2019])")
_LV_ENDING = re.compile(r"(?<=\w{3})(?:is|s)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """
    What the months and the weekdays are called, as `plain` has it and without an abbreviation's dot.

    Months count from 1, weekdays from Monday, which is 0, as in `date.weekday`. `short_weekdays` are told from
    common words only by the date they stand before.
    """

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    short_weekdays: Mapping[str, int] = field(default_factory=dict)


def plain(text: str) -> str:
    """A text as it is compared, letter for letter as long as it was: small, without accents, with plain apostrophes."""
    return "".join(map(_plain_letter, text))


@lru_cache(maxsize=4_096)
def _plain_letter(letter: str) -> str:
    """One letter as it is compared; itself where it would become two."""
    if letter in _APOSTROPHES:
        return "'"
    bare = normalize(
        "NFC",
        "".join(char for char in normalize("NFD", letter.translate(_STROKES)) if not "\u0300" <= char <= "\u036f"),
    )
    small = bare.casefold()
    return small if len(small) == 1 else bare if len(bare) == 1 else letter


def _named(word: str) -> str:
    """A name as it stands in the tables: plain, and without an abbreviation's dot."""
    return plain(normalize("NFC", word)).rstrip(".")


@made_once
def names_of(language: str) -> Names:
    """The names of a language (ISO 639-1); none for one that CLDR does not know."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - its tables are read where a date is sought

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Names()
    return _in_cldr(_tables(locale), language)


def _in_cldr(tables: Mapping[str, Any], language: str) -> Names:
    """The names in a language's tables, and what is added to them."""
    months = [(name, number) for name, number in _months(tables["months"], language) if len(_named(name)) > 1]
    days = [*_numbered(tables["days"]["format"]["wide"].items()), *_added(WEEKDAYS, language, 0)]
    short = _numbered(tables["days"]["format"]["abbreviated"].items())
    if language == "fi":  # "14 elo" is nobody's August
        months = [(name, number) for name, number in months if "kuu" in name]
    return Names(
        months=_by_name(_cased(months, language)),
        weekdays=_by_name(_cased(days, language)),
        short_weekdays=_by_name(item for item in short if _named(item[0])),
    )


def _tables(locale: Locale) -> Mapping[str, Any]:
    """
    A language's tables of months and days; nothing else of what is read for them is kept.

    Babel never lets go of what it has read, and dates are sought in thirty languages: 31 MB, of which this needs a
    hundredth. Who still works with a language keeps its tables; who asks for it again reads them anew. Babel also hangs
    all of a language onto each table that was looked at, a ring that waits for the collector: so copies are looked at.
    """
    from babel import localedata  # noqa: PLC0415 - as above

    known = localedata.load(str(locale))
    own: dict[str | int | None, Any] = {part: _copied(known[part]) for part in ("months", "days")}
    localedata._cache.pop(str(locale), None)  # noqa: SLF001 - there is no other way, and a test that it's still this one
    return localedata.LocaleDataDict(own)


def _copied(table: Any) -> Any:  # noqa: ANN401 - of babel's own making
    """A table with those in it, as they were read: what somebody has looked at already is theirs."""
    return {key: _copied(value) for key, value in table.items()} if isinstance(table, dict) else table


def _months(calendar: Mapping[str, Mapping[str, Mapping[int, str]]], language: str) -> Iterator[tuple[str, int]]:
    """Every name of a month that is made of letters."""
    tables = [calendar["format"]["wide"], calendar["format"]["abbreviated"]]
    if language in STAND_ALONE:
        tables.append(calendar["stand-alone"]["wide"])
    for one in tables:
        yield from (item for item in _numbered(one.items()) if not item[0][0].isdigit())
    yield from _added(MONTHS, language, 1)


def _numbered(items: Iterable[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """The names of a CLDR table without what "of" they bring along."""
    return ((_OF.sub("", name), number) for number, name in items if name)


def _added(words: Words, language: str, first: int) -> Iterator[tuple[str, int]]:
    """What a table of `words` adds, its rows numbered from `first` on."""
    for number, forms in enumerate(words.get(language, ()), first):
        yield from ((form.strip(), number) for form in forms.split(",") if form.strip())


def _cased(names: Iterable[tuple[str, int]], language: str) -> Iterator[tuple[str, int]]:
    """Names, and the stem of those that Finnish and Latvian change at the end."""
    for name, number in names:
        yield name, number
        if language == "fi" and name.endswith("kuu"):
            yield name.removesuffix("kuu") + "kuun", number
        if language == "lv" and len(name) > _ENOUGH_LETTERS:
            yield _LV_ENDING.sub("", name), number


def _by_name(names: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The numbers by name; a name that is two of them without its accents ("st", "št") is none."""
    numbers: dict[str, set[int]] = {}
    for name, number in names:
        numbers.setdefault(_named(name), set()).add(number)
    return {name: number for name, (number, *others) in numbers.items() if not others}

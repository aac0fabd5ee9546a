"""
The number of an invoice in a subject, a file's name or a text.

Knows how freelancers number their invoices, and what looks like a number and is a date, a year, a sum or a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crickets.made_once import made_once
from crickets.reading.invoices.phrases import INVOICE, NUMBER, NUMBERED, PART_OR_FORM
from crickets.reading.invoices.sums import sums_in
from crickets.reading.moments.names import plain
from crickets.reading.words import Words, any_of, spoken

_WRITTEN = r"(?P<number>(?:f[rst] )?(?:[a-z]{1,6}[-/]?)?[0-9](?:[0-9a-z]|[-/.](?=[0-9a-z])){0,28})(?![0-9a-z])"
"""Letters, digits, and what stands between them; the tax office of Portugal has kinds of invoices before it."""

_PREFIXES = frozenset({"inv", "fv"})
"""Short words for an invoice that are part of the number where nothing but a stroke is between."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})")
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])[-/.](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[-/.](?:0[1-9]|1[0-2])")
_STROKE_LOST = re.compile(r"[0-9]{1,5}-(?:19|20)[0-9]{2}")
"""A file's name can't hold the stroke of "12/2026": nobody knows which of both it was."""

_NUMBER_OF_THE_YEAR = frozenset({"it", "pl"})
"""Where "3/2026" is an invoice's number before it's a month."""

_NUMBER_AND_MONTH = "pl"
"""Where "5/11/2026" is the fifth invoice of November; days are written with points there."""

_GOES_ON = re.compile(r"[ \t]+(?!(?:del|dal|vom|du|dated|av den|z dnia)\b)[^\W_]")
_SURE_DIGITS = 4


def numbers_said(text: str, language: str) -> tuple[str, ...]:
    """The numbers that a subject or a text calls an invoice's, as they're written there, each once in their order."""
    return tuple(dict.fromkeys(_said(_after_word(), text, language)))


def numbers_labelled(text: str, language: str) -> tuple[str, ...]:
    """The numbers in a text behind words that stand before nothing else ("Rechnungsnummer:"), each once."""
    return tuple(dict.fromkeys(_said(_after_label(), text, language)))


def number_of_file(name: str, language: str) -> tuple[str, ...]:
    """The number that a file's name calls an invoice's, unless a stroke may have been lost in it; none or one."""
    stem = name.rpartition(".")[0] or name
    found = numbers_said(spaced(stem), language)
    return tuple(number for number in found if not _STROKE_LOST.fullmatch(number))


def spaced(name: str) -> str:
    """A file's name with blanks where its words part: at a low line, and before a capital letter."""
    return re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", name)


def the_one(numbers: Sequence[str]) -> str | None:
    """
    The number that all of some are, the longest way it's written; None if they're several, or none.

    Of two ways that are as long the first is taken: a subject's stands before a file's, which can hold no stroke.
    """
    longest = max(numbers, key=len, default=None)
    return longest if all(_bare(one) in _bare(longest or "") for one in numbers) else None


def _bare(number: str) -> str:
    return re.sub("[^0-9a-z]", "", number.casefold())


def _said(pattern: re.Pattern[str], text: str, language: str) -> Iterator[str]:
    letters = plain(text)
    money = [(one.begin, one.end) for one in sums_in(text, language)]
    for found in pattern.finditer(letters):
        begin, end = found.span("number")
        if any(start < end and begin < stop for start, stop in money):
            continue
        if _is_number(found["number"], letters[end:], is_labelled=bool(found["label"]), language=language):
            is_joined = found["word"] in _PREFIXES and letters[found.end("word") : begin] in {"", "-", "/"}
            yield text[found.start("word") if is_joined else begin : end]


def _is_number(number: str, rest: str, *, is_labelled: bool, language: str) -> bool:
    """Whether what stands behind the word can be nothing but an invoice's number."""
    if _YEAR.fullmatch(number):
        return False
    if _DAY.fullmatch(number):
        return is_labelled or (language == _NUMBER_AND_MONTH and "/" in number)
    if _MONTH.fullmatch(number) and not is_labelled:
        return language in _NUMBER_OF_THE_YEAR and not _YEAR.match(number)
    if number.isdigit() and len(number) < _SURE_DIGITS and not is_labelled:
        return not _GOES_ON.match(rest)
    return True


@made_once
def _after_word() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?P<word>{_plain(INVOICE)})(?:[ \t]+(?:{_plain(PART_OR_FORM)})(?![^\W_]))?[ \t_.:#-]{{0,3}}"
        rf"(?P<label>(?:(?:{_plain(NUMBER)})(?:(?<=[°º.])|(?![0-9a-z]))|#)[ \t_.:#-]{{0,3}})?{_WRITTEN}"
    )


@made_once
def _after_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>)(?P<label>{_plain(NUMBERED)})[ \t.:#°º]{{0,4}}(?:is |ist |: )?{_WRITTEN}")


def _plain(words: Words) -> str:
    return any_of(map(plain, spoken(words)))

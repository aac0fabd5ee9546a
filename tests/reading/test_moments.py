"""Days that a text names: which, where, and whether they are certain."""

from __future__ import annotations

import gc
import time
from datetime import date, timedelta

import pytest
from babel import localedata
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from crickets.reading.moments.moments import LANGUAGES, NamedDay, days_named
from crickets.reading.moments.names import names_of

FRIDAY = date(2026, 5, 1)
"""The day on which the texts here are written."""


def named(text: str, language: str, *, written: date = FRIDAY) -> tuple[NamedDay, ...]:
    """The days that a text of that Friday names."""
    return days_named(text, language=language, written=written)


def the_day(text: str, language: str, *, written: date = FRIDAY) -> date | None:
    """The one day that a text names for certain, or None if there's none, or no certain one."""
    found = named(text, language, written=written)
    assert len(found) <= 1, found
    return found[0].day if found and found[0].certain else None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "14 May"),
        ("en", "14th May"),
        ("en", "the 14th of May, 2026"),
        ("en", "May 14th, 2026"),
        ("en", "Thursday, May 14"),
        ("en", "14-May-26"),
        ("en", "2026-05-14"),
        ("en", "2026/05/14"),
        ("en", "14/05/2026"),
        ("en", "05/14/2026"),
        ("en", "14.05.2026"),
        ("en", "the 14th"),
        ("de", "14. Mai 2026"),
        ("de", "Donnerstag, den 14. Mai"),
        ("de", "Do 14.05.26"),
        ("de", "am 14.5."),
        ("de", "am 14. bin ich da"),
        ("it", "14 maggio 2026"),
        ("it", "giovedi' 14 maggio"),
        ("it", "al 14/05"),
        ("it", "il 14."),
        ("fr", "le 14."),
        ("fr", "jeudi 14 mai 2026"),
        ("fr", "14/05/26"),
        ("es", "14 de mayo de 2026"),
        ("es", "jueves, 14 de mayo"),
        ("pt", "14 de maio de 2026"),
        ("pt", "quinta-feira, 14/05"),
        ("pl", "14 maja 2026 r."),
        ("pl", "w czwartek 14 maja"),
        ("nl", "donderdag 14 mei"),
        ("nl", "14-05-2026"),
        ("sv", "torsdagen den 14 maj"),
        ("sv", "14/5"),
        ("is", "fimmtudaginn 14. maí"),
        ("da", "torsdag den 14. maj"),
        ("no", "torsdag 14. mai"),
        ("fi", "torstaina 14. toukokuuta"),
        ("fi", "14. toukokuussa 2026"),
        ("cs", "čtvrtek 14. května"),
        ("sk", "štvrtok 14. mája"),
        ("hu", "2026. május 14-én"),
        ("hu", "május 14., csütörtök"),
        ("hu", "2026.05.14."),
        ("ro", "joi, 14 mai"),
        ("tr", "14 Mayıs 2026 Perşembe"),
        ("ru", "14 мая 2026 г."),
        ("uk", "14 травня"),
        ("el", "Πέμπτη 14 Μαΐου"),
        ("ja", "2026年5月14日"),
        ("ja", "5月14日(木)"),
        ("zh", "2026年5月14日星期四"),
        ("zh", "5月14号"),
        ("ko", "5월 14일"),
        ("ko", "2026. 5. 14."),
        ("ar", "١٤ مايو ٢٠٢٦"),
        ("ar", "الخميس 14 مايو"),
        ("he", "14 במאי 2026"),
        ("ca", "14 de maig del 2026"),
        ("hr", "14. svibnja"),
        ("sl", "14. maja"),
        ("bg", "14 май 2026 г."),
        ("et", "14. mail"),
        ("lv", "2026. gada 14. maijam"),
        ("lt", "2026 m. gegužės 14 d."),
    ],
)
def test_the_same_day_in_many_forms(language: str, text: str) -> None:
    """14 May 2026 is found however it's written, and nothing else beside it."""
    assert the_day(text, language) == date(2026, 5, 14)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3 - 14 May"),
        ("en", "from 3 to 14 May"),
        ("en", "May 3-14, 2026"),
        ("en", "between 3 and 14 May"),
        ("en", "3 May until 14 May 2026"),
        ("en", "from Sunday 3 May 8:00 to Thursday 14 May 17:00"),
        ("de", "3.-14. Mai"),
        ("de", "vom 03.05. bis 14.05.2026"),
        ("de", "von Sonntag, 3. Mai, bis Donnerstag, 14. Mai"),
        ("de", "zwischen dem 3. und 14. Mai"),
        ("it", "dal 3 al 14 maggio"),
        ("it", "3/5–14/5"),
        ("fr", "du 3 au 14 mai"),
        ("es", "del 3 al 14 de mayo"),
        ("pt", "de 3 a 14 de maio"),
        ("pl", "od 3 do 14 maja"),
        ("nl", "3 t/m 14 mei"),
        ("sv", "3/5-14/5"),
        ("is", "frá 3. til 14. maí"),
        ("da", "3. til 14. maj"),
        ("fi", "3.–14.5."),
        ("hu", "2026. május 3-tól 14-ig"),
        ("ru", "с 3 по 14 мая"),
        ("ja", "5月3日から14日まで"),
        ("zh", "5月3日至5月14日"),
        ("ko", "5월 3일부터 14일까지"),
        ("he", "3 עד 14 במאי"),
        ("ar", "3 إلى 14 مايو"),
    ],
)
def test_a_range(language: str, text: str) -> None:
    """A range is one named day, its first day beside its last."""
    (one,) = named(text, language)
    assert (one.first, one.day, one.certain) == (date(2026, 5, 3), date(2026, 5, 14), True)


def test_a_range_over_the_turn_of_the_year() -> None:
    """The year that one end lacks is the other's, or the one beside it."""
    (one,) = named("28 December to 3 January 2027", "en")
    assert (one.first, one.day) == (date(2026, 12, 28), date(2027, 1, 3))


def test_a_range_from_one_month_into_the_next() -> None:
    """A first day later in the month than the last one is of the month before."""
    (one,) = named("28. bis 3. Juni", "de")
    assert (one.first, one.day) == (date(2026, 5, 28), date(2026, 6, 3))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "on Monday", date(2026, 5, 4)),
        ("en", "next Monday", date(2026, 5, 4)),
        ("en", "tomorrow", date(2026, 5, 2)),
        ("en", "the day after tomorrow", date(2026, 5, 3)),
        ("de", "ab Montag", date(2026, 5, 4)),
        ("de", "nächsten Montag", date(2026, 5, 4)),
        ("de", "übermorgen", date(2026, 5, 3)),
        ("it", "lunedì prossimo", date(2026, 5, 4)),
        ("it", "domani", date(2026, 5, 2)),
        ("fr", "lundi prochain", date(2026, 5, 4)),
        ("pl", "w poniedziałek", date(2026, 5, 4)),
        ("pl", "w środę", date(2026, 5, 6)),
        ("pt", "na terça-feira", date(2026, 5, 5)),
        ("fi", "maanantaihin", date(2026, 5, 4)),
        ("ja", "月曜日", date(2026, 5, 4)),
        ("fr", "jusqu'au lundi 11 inclus", date(2026, 5, 11)),
        ("fr", "lundi 1er", date(2026, 6, 1)),
        ("es", "el jueves, día 14", date(2026, 5, 14)),
        ("it", "lunedì 18.", date(2026, 5, 18)),
        ("de", "am Montag, den 11.", date(2026, 5, 11)),
        ("en", "Thursday 14th", date(2026, 5, 14)),
        ("fr", "lundi 14h", date(2026, 5, 4)),
    ],
)
def test_a_day_named_from_the_mails_own(language: str, text: str, day: date) -> None:
    """What is said on a Friday is counted from that Friday."""
    assert the_day(text, language) == day


@pytest.mark.parametrize(("language", "text"), [("en", "next week"), ("de", "nächste Woche"), ("ja", "来週")])
def test_next_week(language: str, text: str) -> None:
    """Next week is its Monday to its Friday."""
    (one,) = named(text, language)
    assert (one.first, one.day, one.certain) == (date(2026, 5, 4), date(2026, 5, 8), True)


def test_the_end_of_the_week() -> None:
    """On a Tuesday, the end of the week is that week's Friday."""
    assert the_day("by the end of the week", "en", written=date(2026, 5, 5)) == date(2026, 5, 8)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "31 June or 30 February"),
        ("en", "2026-13-40"),
        ("en", "version 1.2.26 on 192.168.1.12"),
        ("en", "call +39 06 12 05 2026 or 0161 496 0000"),
        ("en", "last Monday, every Friday"),
        ("en", "24/7"),
        ("de", "um 14.05 Uhr"),
        ("de", "9.30 bis 12.10 Uhr"),
        ("de", "letzten Montag"),
        ("de", "jeden Freitag"),
        ("it", "ogni lunedì alle 14.05"),
        ("fr", "tous les lundis"),
        ("fr", "lundi 27, et mardi 6"),
        ("es", "el lunes 31"),
        ("sv", "kl 14.05"),
    ],
)
def test_numbers_and_habits_that_are_no_day(language: str, text: str) -> None:
    """Impossible dates, hours, versions, addresses, telephones and habits name no certain day."""
    assert not [one for one in named(text, language) if one.certain]


def test_a_pair_of_numbers_with_nothing_beside_it() -> None:
    """A price is not a day, a pair behind a preposition is."""
    assert the_day("costs 14.05", "en") is None
    assert the_day("bis 14.05 abwesend", "de") == date(2026, 5, 14)


def test_a_weekday_that_contradicts_the_date() -> None:
    """The 15th of May is a Friday: who writes Monday is wrong in one of the two."""
    (one,) = named("on Monday 15 May", "en")
    assert not one.certain


def test_the_mails_own_weekday() -> None:
    """On a Friday, "on Friday" may be today or in a week."""
    (one,) = named("on Friday", "en")
    assert not one.certain


@pytest.mark.parametrize("text", ["Monday to Friday", "Monday, Tuesday and Thursday", "Monday-Wednesday"])
def test_a_row_of_weekdays(text: str) -> None:
    """Opening hours and part-time days are habits, or may be."""
    assert not [one for one in named(text, "en") if one.certain]


def test_the_next_weekday_within_the_same_week() -> None:
    """On a Monday, "next Friday" is this week's to some and the next one's to others."""
    (one,) = named("next Friday", "en", written=date(2026, 5, 4))
    assert not one.certain


def test_a_date_without_a_year_a_little_past() -> None:
    """A stale notice speaks of this year's day, not of the next one's."""
    assert the_day("14 April", "en") == date(2026, 4, 14)


def test_a_date_without_a_year_long_past() -> None:
    """In May, the 3rd of January is the one to come."""
    assert the_day("3 January", "en") == date(2027, 1, 3)


def test_years_at_the_ends_of_the_calendar() -> None:
    """A year of which no mail speaks names no day."""
    assert named("3-14 January 0001, 31 December 9999", "en") == ()


def test_two_digits_that_are_no_year() -> None:
    """A number behind a date is its year only if that's near."""
    assert the_day("14 May 10 people come", "en") == date(2026, 5, 14)


@pytest.mark.parametrize("language", ["it", "fr", "es", "pt", "de", "pl", "nl"])
def test_an_ambiguous_date_where_the_day_comes_first(language: str) -> None:
    """Outside English the language says which number is the day."""
    assert the_day("05/06/2026", language) == date(2026, 6, 5)


def test_an_ambiguous_date_in_english() -> None:
    """In May, 05/06 may be the 6th of May or the 5th of June: it's not certain."""
    assert the_day("05/06/2026", "en") is None


def test_an_ambiguous_date_beside_a_plain_one() -> None:
    """A number above 12 tells how all of a text's dates are written."""
    assert [one.day for one in named("05/03/2026 to 05/14/2026", "en")] == [date(2026, 5, 14)]
    assert [one.first for one in named("05/03/2026 to 05/14/2026", "en")] == [date(2026, 5, 3)]


def test_an_ambiguous_date_beside_its_weekday() -> None:
    """The 5th of June 2026 is a Friday, the 6th of May is none."""
    assert the_day("Friday 05/06/2026", "en") == date(2026, 6, 5)


def test_an_ambiguous_date_one_reading_of_which_is_past() -> None:
    """At the end of May, 05/06 is the 5th of June."""
    assert the_day("05/06/2026", "en", written=date(2026, 5, 28)) == date(2026, 6, 5)


def test_an_american_date_in_another_language() -> None:
    """A day above 12 behind the month is read as it must be; what stands beside it is not certain then."""
    first, second = named("04/05/2026, 05/18/2026", "it")
    assert not first.certain
    assert (second.day, second.certain) == (date(2026, 5, 18), True)


def test_the_place_of_a_day() -> None:
    """A named day says where it stands, weekday included."""
    text = "Ich bin ab Montag, 18. Mai, wieder da."
    (one,) = named(text, "de")
    assert text[one.begin : one.end] == "Montag, 18. Mai"


def test_a_text_in_no_known_language() -> None:
    """Where no language is given, the names tell it."""
    assert the_day("vom 14. Mai an", "") == date(2026, 5, 14)
    assert the_day("14 maggio", "") == date(2026, 5, 14)


def test_an_unknown_language() -> None:
    """A language without tables still has its numbers."""
    assert the_day("2026-05-14", "xx") == date(2026, 5, 14)


DAYS = st.dates(date(2026, 5, 2), date(2026, 12, 31))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["full", "long", "medium"])
@settings(max_examples=12, deadline=None)
@given(day=DAYS)
def test_whatever_cldr_writes_is_read(language: str, form: str, day: date) -> None:
    """Each language's own long forms of a date are found again."""
    assert the_day(f"({format_date(day, form, locale=language)})", language) == day


@pytest.mark.parametrize("language", ["", "en", "de", "ja", "he", "hu"])
@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), written=st.dates())
def test_any_text_at_all(language: str, text: str, written: date) -> None:
    """No text and no day makes the reading fail, and every place is within the text."""
    for one in days_named(text, language=language, written=written):
        assert 0 <= one.begin < one.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1.2.",
        "1",
        " ",
        "14 - ",
        "3/5-",
        "May ",
        "14 May ",
        "Monday ",
        "5月",
        "\n",
        "until ",
        "between 3 and ",
        "2026. ",
    ],
)
def test_hostile_repetition(piece: str) -> None:
    """Twenty thousand letters of the same are read in no time."""
    begun = time.process_time()
    for language in ("en", "de", "hu"):
        days_named(piece * (20_000 // len(piece)), language=language, written=FRIDAY)
    assert time.process_time() - begun < timedelta(seconds=8).total_seconds()


def test_what_is_kept_of_a_language() -> None:
    """Its names, and not the tables in which they stood: Babel would keep thirty languages' for good."""
    assert names_of("sq").weekdays
    assert "sq" not in localedata._cache


def test_tables_that_were_looked_at() -> None:
    """They are gone at once, and don't wait for the collector: Babel hangs all of a language onto each."""
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        for language in ("eu", "mk", "cy"):
            names_of(language)
        left = len(gc.get_objects()) - before
    finally:
        gc.enable()

    assert left < 1_000

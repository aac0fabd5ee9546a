"""
The days off and the clocks of five countries, worked out from their laws: a table made to be read beside them.

Nothing in here comes from `crickets`, nor from a library of holidays or of zones: what both get wrong alike would go
unseen. Only days that hold in the whole country, or in the whole of Bavaria, and for the whole day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ONE_DAY = dt.timedelta(days=1)
ONE_HOUR = dt.timedelta(hours=1)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

DayIn = Callable[[int], dt.date]
"""The day of a year on which something is kept."""


# ------------------------------------------------------------------------------------- ways to name a day


def easter(year: int) -> dt.date:
    """Easter Sunday by the anonymous Gregorian computus (as Meeus, Jones and Butcher hand it down)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the computus
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def on(day: int, month: int) -> DayIn:
    """The same date every year."""
    return lambda year: dt.date(year, month, day)


def from_easter(days: int) -> DayIn:
    """So many days after Easter Sunday, or before it."""
    return lambda year: easter(year) + days * ONE_DAY


def first(weekday: int, *, day: int, month: int) -> DayIn:
    """The first such weekday from a date on: the third Monday is the first from the 15th on."""

    def found(year: int) -> dt.date:
        at = dt.date(year, month, day)
        while at.weekday() != weekday:
            at += ONE_DAY
        return at

    return found


# ------------------------------------------------------------------------------------------------ the days


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A day that is kept every year, `since` a certain one."""

    name: str
    day: DayIn
    since: int = 0


def feast(name: str, day: DayIn, *, since: int = 0) -> Feast:
    """One line of the tables below."""
    return Feast(name=name, day=day, since=since)


ITALY = (  # legge 260/1949 with 54/1977, 792/1985, 336/2000 and 151/2025
    feast("Capodanno", on(1, 1)),
    feast("Epifania", on(6, 1)),
    feast("Pasqua", from_easter(0)),
    feast("lunedì dell'Angelo", from_easter(1)),
    feast("Liberazione", on(25, 4)),
    feast("festa del Lavoro", on(1, 5)),
    feast("festa della Repubblica", on(2, 6)),
    feast("Assunzione", on(15, 8)),
    feast("san Francesco", on(4, 10), since=2026),
    feast("Ognissanti", on(1, 11)),
    feast("Unità nazionale", first(SUN, day=1, month=11)),
    feast("Immacolata", on(8, 12)),
    feast("Natale", on(25, 12)),
    feast("santo Stefano", on(26, 12)),
)
BAVARIA = (  # Feiertagsgesetz, Art. 1; the 15th of August is one only where most people are Catholic: left out
    feast("Neujahr", on(1, 1)),
    feast("Heilige Drei Könige", on(6, 1)),
    feast("Karfreitag", from_easter(-2)),
    feast("Ostermontag", from_easter(1)),
    feast("1. Mai", on(1, 5)),
    feast("Christi Himmelfahrt", from_easter(39)),
    feast("Pfingstmontag", from_easter(50)),
    feast("Fronleichnam", from_easter(60)),
    feast("Tag der Deutschen Einheit", on(3, 10)),
    feast("Allerheiligen", on(1, 11)),
    feast("1. Weihnachtstag", on(25, 12)),
    feast("2. Weihnachtstag", on(26, 12)),
)
UNITED_STATES = (  # 5 U.S.C. 6103 (a)
    feast("New Year's Day", on(1, 1)),
    feast("Birthday of Martin Luther King, Jr.", first(MON, day=15, month=1)),
    feast("Washington's Birthday", first(MON, day=15, month=2)),
    feast("Memorial Day", first(MON, day=25, month=5)),
    feast("Juneteenth", on(19, 6), since=2021),
    feast("Independence Day", on(4, 7)),
    feast("Labor Day", first(MON, day=1, month=9)),
    feast("Columbus Day", first(MON, day=8, month=10)),
    feast("Veterans Day", on(11, 11)),
    feast("Thanksgiving Day", first(THU, day=22, month=11)),
    feast("Christmas Day", on(25, 12)),
)
POLAND = (  # ustawa z 18 stycznia 1951 o dniach wolnych od pracy
    feast("Nowy Rok", on(1, 1)),
    feast("Trzech Króli", on(6, 1), since=2011),
    feast("Wielkanoc", from_easter(0)),
    feast("poniedziałek wielkanocny", from_easter(1)),
    feast("1 Maja", on(1, 5)),
    feast("3 Maja", on(3, 5)),
    feast("Zielone Świątki", from_easter(49)),
    feast("Boże Ciało", from_easter(60)),
    feast("Wniebowzięcie", on(15, 8)),
    feast("Wszystkich Świętych", on(1, 11)),
    feast("Święto Niepodległości", on(11, 11)),
    feast("Wigilia", on(24, 12), since=2025),
    feast("Boże Narodzenie", on(25, 12)),
    feast("drugi dzień świąt", on(26, 12)),
)
ICELAND = (  # lög 88/1971, 6. gr., with 32/1997; the 24th and 31st of December only from one o'clock on: left out
    feast("nýársdagur", on(1, 1)),
    feast("skírdagur", from_easter(-3)),
    feast("föstudagurinn langi", from_easter(-2)),
    feast("páskadagur", from_easter(0)),
    feast("annar í páskum", from_easter(1)),
    feast("sumardagurinn fyrsti", first(THU, day=19, month=4)),
    feast("1. maí", on(1, 5)),
    feast("uppstigningardagur", from_easter(39)),
    feast("hvítasunnudagur", from_easter(49)),
    feast("annar í hvítasunnu", from_easter(50)),
    feast("þjóðhátíðardagurinn", on(17, 6)),
    feast("frídagur verslunarmanna", first(MON, day=1, month=8)),
    feast("jóladagur", on(25, 12)),
    feast("annar í jólum", on(26, 12)),
)


def as_dated(day: dt.date) -> Iterator[dt.date]:
    """A feast takes the day on which it falls, and no other."""
    yield day


def moved_off_the_weekend(day: dt.date) -> Iterator[dt.date]:
    """A Saturday's feast takes the Friday before (5 U.S.C. 6103 (b)), a Sunday's the Monday after (E.O. 11582)."""
    yield day
    if day.weekday() == SAT:
        yield day - ONE_DAY
    if day.weekday() == SUN:
        yield day + ONE_DAY


# ---------------------------------------------------------------------------------------------- the clocks


Summer = Callable[[int], tuple[dt.datetime, dt.datetime]]
"""The two moments of a year, in UTC and written without it, at which summer time begins and ends."""


def european_summer(year: int) -> tuple[dt.datetime, dt.datetime]:
    """From the last Sunday of March to the last of October, at one o'clock in UTC (directive 2000/84/EC)."""
    begins, ends = first(SUN, day=25, month=3)(year), first(SUN, day=25, month=10)(year)
    return dt.datetime.combine(begins, dt.time(1)), dt.datetime.combine(ends, dt.time(1))


def eastern_summer(year: int) -> tuple[dt.datetime, dt.datetime]:
    """From the second Sunday of March to the first of November, at two on the wall in New York (15 U.S.C. 260a)."""
    begins, ends = first(SUN, day=8, month=3)(year), first(SUN, day=1, month=11)(year)
    return dt.datetime.combine(begins, dt.time(7)), dt.datetime.combine(ends, dt.time(6))


def no_summer(year: int) -> tuple[dt.datetime, dt.datetime]:
    """It ends as it begins (Iceland: lög 6/1968)."""
    return dt.datetime(year, 1, 1), dt.datetime(year, 1, 1)  # noqa: DTZ001 - UTC, as all in here


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock on a wall, so many hours ahead of UTC in winter, and one more in summer."""

    ahead: int
    summer: Summer

    def wall(self, utc: dt.datetime) -> dt.datetime:
        """What it shows."""
        begins, ends = self.summer(utc.year)
        return utc + self.ahead * ONE_HOUR + (ONE_HOUR if begins <= utc < ends else 0 * ONE_HOUR)

    def moments(self, wall: dt.datetime) -> tuple[dt.datetime, ...]:
        """When it shows that: once, in autumn's hour twice, in spring's not at all."""
        winter = wall - self.ahead * ONE_HOUR
        return tuple(utc for utc in (winter - ONE_HOUR, winter) if self.wall(utc) == wall)

    def opening(self, day: dt.date, at: dt.time) -> dt.datetime:
        """The first moment at which it shows this hour of a day; if it never does, as long after midnight."""
        shown = self.moments(dt.datetime.combine(day, at))
        if shown:
            return shown[0]
        (midnight,) = self.moments(dt.datetime.combine(day, dt.time()))
        return midnight + dt.timedelta(hours=at.hour, minutes=at.minute)


# ------------------------------------------------------------------------------------------- five countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """Where an owner lives: by its code in the config and its zone's name, with its days and its clock by law."""

    code: str
    zone: str
    feasts: tuple[Feast, ...]
    clock: Clock
    takes: Callable[[dt.date], Iterator[dt.date]] = as_dated
    #: Days off that an owner there might add.
    own: tuple[DayIn, ...] = ()

    def public(self, years: range) -> frozenset[dt.date]:
        """The public holidays of these years; that of a 1st of January may be kept in the year before."""
        kept = ((f, year) for year in (*years, years.stop) for f in self.feasts if year >= f.since)
        days = (day for f, year in kept for day in self.takes(f.day(year)))
        return frozenset(day for day in days if day.year in years)

    def days_off(self, years: range) -> frozenset[dt.date]:
        """The owner's own days of these years."""
        return frozenset(day(year) for year in years for day in self.own)


_ROME = Clock(ahead=1, summer=european_summer)

LANDS = (
    Land(code="IT", zone="Europe/Rome", feasts=ITALY, clock=_ROME, own=(on(29, 6), on(14, 8))),
    Land(code="DE-BY", zone="Europe/Berlin", feasts=BAVARIA, clock=_ROME, own=(on(15, 8), on(24, 12), on(31, 12))),
    Land(
        code="US",
        zone="America/New_York",
        feasts=UNITED_STATES,
        clock=Clock(ahead=-5, summer=eastern_summer),
        takes=moved_off_the_weekend,
        own=(first(FRI, day=23, month=11),),
    ),
    Land(code="PL", zone="Europe/Warsaw", feasts=POLAND, clock=_ROME, own=(on(2, 5),)),
    Land(
        code="IS",
        zone="Atlantic/Reykjavik",
        feasts=ICELAND,
        clock=Clock(ahead=0, summer=no_summer),
        own=(on(24, 12), on(31, 12)),
    ),
)

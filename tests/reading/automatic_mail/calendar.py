"""
The days that an automatic reply names, and the ways in which a language writes them.

Knows which day is meant; must not know how the reading finds it out.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.reading.automatic_mail.tongue import Tongue

_SLASHED = "/"


def written(day: date, tongue: Tongue, chance: Random) -> str:
    """A day in one of the language's forms, none of them open to two readings."""
    forms = [form for form in tongue.forms if tongue.code != "en" or _SLASHED not in form or day.day > 12]
    return in_form(day, chance.choice(forms), tongue)


def written_openly(day: date, tongue: Tongue, chance: Random) -> str:
    """A day of which nobody can say whether the month or the day stands first."""
    return in_form(day, chance.choice(["{dd}/{mm}/{y}", "{mm}/{dd}/{y}", "{d}/{m}/{y}"]), tongue)


def in_form(day: date, form: str, tongue: Tongue) -> str:
    """A day in a form of the language."""
    return form.format(
        d=day.day,
        dd=f"{day.day:02}",
        m=day.month,
        mm=f"{day.month:02}",
        y=day.year,
        yy=f"{day.year % 100:02}",
        month=tongue.months[day.month - 1],
        mon=tongue.short_months[day.month - 1] if tongue.short_months else "",
        weekday=tongue.weekdays[day.weekday()] if tongue.weekdays else "",
        ord=f"{day.day}{_ordinal(day.day)}",
    )


def span_written(begin: date, end: date, tongue: Tongue, chance: Random) -> str:
    """A range within one month."""
    return chance.choice(tongue.span_forms).format(
        d1=begin.day,
        d2=end.day,
        dd1=f"{begin.day:02}",
        dd2=f"{end.day:02}",
        m=end.month,
        mm=f"{end.month:02}",
        y=end.year,
        month=tongue.months[end.month - 1],
    )


def a_day_after(sent: date, chance: Random) -> date:
    """A day on which somebody may be back: soon, or in some weeks."""
    return sent + timedelta(days=chance.choice((2, 3, 5, 6, 8, 10, 13, 17, 21, 30, 45)))


def an_open_day_after(sent: date) -> date:
    """A day whose numbers might be exchanged and mean another day to come, not far off either."""
    days = (sent + timedelta(days=n) for n in range(3, 400))
    return next(day for day in days if day.day <= 12 and day.day != day.month and _exchanged(day) > sent)


def a_span_around(sent: date, chance: Random) -> tuple[date, date]:
    """The first and the last day of an absence that has begun, or begins soon, within one month."""
    end = sent + timedelta(days=chance.randint(3, 20))
    while end.day < 4:
        end += timedelta(days=1)
    return end.replace(day=max(1, end.day - chance.randint(2, 14))), end


def next_weekday(sent: date, weekday: int) -> date:
    """The first such day after the mail was sent."""
    return sent + timedelta(days=(weekday - sent.weekday() - 1) % 7 + 1)


def _exchanged(day: date) -> date:
    return date(day.year, day.day, day.month)


def _ordinal(number: int) -> str:
    return "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

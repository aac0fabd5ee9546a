"""
Automatic replies of every system, in every language, with the truth about each.

Everything is chosen by a seed; the same seed makes the same mail, byte by byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random

from crickets.domain.message import Kind
from tests.reading.automatic_mail.calendar import (
    a_day_after,
    a_span_around,
    an_open_day_after,
    next_weekday,
    span_written,
    written,
    written_openly,
)
from tests.reading.automatic_mail.people import ANYBODY, NAMES, OTHERS, OURS, QUESTIONS, SUBJECTS
from tests.reading.automatic_mail.specimen import Envelope, Shape, Specimen, mail_of
from tests.reading.automatic_mail.systems import SYSTEMS, System, Use
from tests.reading.automatic_mail.tongue import Tongue
from tests.reading.automatic_mail.tongues import TONGUES

_ONE_DAY = timedelta(days=1)
_SHAPES = (Shape.WHOLE, Shape.STRIPPED, Shape.PRIVATE, Shape.STRIPPED, Shape.WHOLE, Shape.BARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a reply says, and what is true by it."""

    text: str
    away_until: date | None = None
    has_left: bool | None = False
    names_other: bool = False


_Say = Callable[[Tongue, date, Random], Saying]


def automatic_replies(count: int, *, seed: int) -> tuple[Specimen, ...]:
    """So many of them; languages, wordings and shapes of the header take turns, all else is chance."""
    chance = Random(seed)  # noqa: S311 - to be the same again
    return tuple(_reply(TONGUES[n % len(TONGUES)], n, chance) for n in range(count))


def _reply(tongue: Tongue, number: int, chance: Random) -> Specimen:
    wording = chance.choice(_WORDINGS)
    use = {"ticket": Use.TICKET, "challenge": Use.CHALLENGE}.get(wording, Use.ABSENCE)
    system = chance.choice([one for one in SYSTEMS if one.use is use and (tongue.code == "en" or not one.of_english)])
    sent = a_moment(chance, midweek=wording in {"next Monday", "a weekday"})
    shape = _SHAPES[(number // len(TONGUES) + number) % len(_SHAPES)]
    name = chance.choice(NAMES.get(tongue.code, ANYBODY))
    said = _SAYINGS[wording](tongue, sent.date(), chance)
    other = chance.choice(OTHERS) if said.names_other or (use is Use.ABSENCE and chance.random() < 0.35) else None
    body = "\n".join((*_body(tongue, said, name, other, chance), *(_quote(chance) if system.quotes else ())))
    envelope = _envelope(tongue, system, name, sent, _american(said.away_until), chance)
    raw = mail_of(
        envelope, body, shape=shape, language=tongue.code, html=system.html and chance.random() < 0.7, chance=chance
    )
    return Specimen(
        raw=raw,
        kind=Kind.AUTO_REPLY,
        language=tongue.code,
        system=system.name,
        shape=shape,
        wording=wording,
        away_until=said.away_until,
        has_left=said.has_left,
        write_instead=(other[1],) if other else (),
    )


def a_moment(chance: Random, *, midweek: bool = False) -> datetime:
    """When a mail was sent: in working hours, in any season; on a Tuesday or Wednesday where weekdays are named."""
    zone = timezone(timedelta(hours=chance.choice((-5, 0, 1, 2, 9))))
    sent = datetime(2025, 1, 7, 8, 0, tzinfo=zone) + timedelta(
        days=chance.randrange(800), minutes=chance.randrange(600)
    )
    return sent - timedelta(days=sent.weekday() - chance.choice((1, 2))) if midweek else sent


def _american(day: date | None) -> str:
    """A day as Notes sets it into a subject; none where month and day might be exchanged."""
    return f"{day:%m/%d/%Y}" if day and day.day > 12 else ""


def _envelope(tongue: Tongue, system: System, name: str, sent: datetime, back: str, chance: Random) -> Envelope:
    number, subject = str(chance.randrange(20_000, 99_999)), chance.choice(SUBJECTS)
    address = "support@client.example" if system.use is Use.TICKET else f"p{number[:3]}@client.example"
    told = {
        "parent": f"<{number}.1@studio.example>",
        "subject": subject,
        "prefix": chance.choice(tongue.prefixes),
        "own": chance.choice(tongue.subjects),
        "name": name,
        "address": address,
        "number": number,
        "back": back,
    }
    subjects = [one for one in system.subjects if back or "{back}" not in one]
    return Envelope(
        sender="Support" if system.use is Use.TICKET else name,
        address=address,
        to=OURS,
        sent=sent,
        subject=chance.choice(subjects).format(**told),
        own_id=f"<{number}.auto@client.example>",
        fields=tuple(field.format(**told) for field in system.fields),
    )


def _body(tongue: Tongue, said: Saying, name: str, other: tuple[str, str] | None, chance: Random) -> Iterator[str]:
    """Greeting, what is said, closing and name; now and then a signature."""
    greeting = chance.choice(("", *tongue.greetings))
    text = said.text.format(name=name, other=_other(other)).replace("..", ".")
    if greeting:
        yield from (greeting, "")
    yield text if greeting.endswith(",") else text[:1].upper() + text[1:]
    if other and not said.names_other:
        yield chance.choice(tongue.instead).format(other=_other(other))
    if chance.random() < 0.8:
        yield from ("", chance.choice(tongue.closings), name)
    if chance.random() < 0.2:
        yield from ("-- ", f"{name} | Client Ltd", "+49 30 1234567", "www.client.example")


def _quote(chance: Random) -> Iterator[str]:
    """At times, what is answered: rules that send a reply as a client does quote as it does."""
    if chance.random() < 0.5:
        wrote = f"On {chance.randint(1, 28)} March 2025, at 10:{chance.randint(10, 59)}, {OURS} wrote:"
        yield from ("", wrote, "", f"> {chance.choice(QUESTIONS)}")


def _other(other: tuple[str, str] | None) -> str:
    if other is None:
        return ""
    name, address = other
    return f"{name} ({address})" if name else address


# ------------------------------------------------------------------------------------------------ what is said


def _until(tongue: Tongue, sent: date, chance: Random) -> Saying:
    day = a_day_after(sent, chance)
    return Saying(text=_dated(chance.choice(tongue.until), day, tongue, chance), away_until=day)


def _through(tongue: Tongue, sent: date, chance: Random) -> Saying:
    day = a_day_after(sent, chance)
    return Saying(text=_dated(chance.choice(tongue.through), day, tongue, chance), away_until=day + _ONE_DAY)


def _back(tongue: Tongue, sent: date, chance: Random) -> Saying:
    day = a_day_after(sent, chance)
    return Saying(text=_dated(chance.choice(tongue.back), day, tongue, chance), away_until=day)


def _span(tongue: Tongue, sent: date, chance: Random) -> Saying:
    begin, end = a_span_around(sent, chance)
    text = chance.choice(tongue.span).replace("{span}", span_written(begin, end, tongue, chance))
    return Saying(text=text, away_until=end)


def _both(tongue: Tongue, sent: date, chance: Random) -> Saying:
    back = sent + timedelta(days=chance.randint(4, 30))
    text = chance.choice(tongue.both)
    text = text.replace("{begin}", written(back - timedelta(days=chance.randint(1, 3)), tongue, chance))
    return Saying(text=text.replace("{end}", written(back, tongue, chance)), away_until=back)


def _ambiguous(tongue: Tongue, sent: date, chance: Random) -> Saying:
    """Only where the language leaves it open: "05/06/2026" in English."""
    if tongue.code != "en":
        return _undated(tongue, sent, chance)
    day = an_open_day_after(sent)
    return Saying(text=chance.choice((*tongue.until, *tongue.back)).format(date=written_openly(day, tongue, chance)))


def _on_a_weekday(tongue: Tongue, sent: date, chance: Random) -> Saying:
    weekday = chance.choice((0, 3, 4))
    text = chance.choice(tongue.on_a_weekday).format(weekday=tongue.on_weekday[weekday])
    return Saying(text=text, away_until=next_weekday(sent, weekday))


def _next_monday(tongue: Tongue, sent: date, chance: Random) -> Saying:
    return Saying(text=chance.choice(tongue.next_monday), away_until=next_weekday(sent, 0))


def _undated(tongue: Tongue, sent: date, chance: Random) -> Saying:
    return Saying(text=chance.choice(tongue.undated))


def _left(tongue: Tongue, sent: date, chance: Random) -> Saying:
    return Saying(text=chance.choice(tongue.left), has_left=True, names_other=True)


def _moved(tongue: Tongue, sent: date, chance: Random) -> Saying:
    return Saying(text=chance.choice(tongue.moved), has_left=None, names_other=True)


def _ticket(tongue: Tongue, sent: date, chance: Random) -> Saying:
    return Saying(text=chance.choice(tongue.ticket).format(number=chance.randrange(20_000, 99_999)))


def _challenge(tongue: Tongue, sent: date, chance: Random) -> Saying:
    link = f"https://client.example/confirm/{chance.randrange(10**8)}"
    return Saying(text=chance.choice(tongue.challenge).format(link=link))


def _dated(saying: str, day: date, tongue: Tongue, chance: Random) -> str:
    return saying.replace("{date}", written(day, tongue, chance))


_SAYINGS: dict[str, _Say] = {
    "until": _until,
    "through": _through,
    "back": _back,
    "a range": _span,
    "until, and back": _both,
    "ambiguous": _ambiguous,
    "a weekday": _on_a_weekday,
    "next Monday": _next_monday,
    "no date": _undated,
    "has left": _left,
    "moved": _moved,
    "ticket": _ticket,
    "challenge": _challenge,
}
_WEIGHTS = {"until": 6, "back": 6, "a range": 4, "no date": 4, "through": 3, "until, and back": 3, "a weekday": 2}
_WORDINGS = tuple(name for name in _SAYINGS for _ in range(_WEIGHTS.get(name, 1)))
"""As often as each should come."""

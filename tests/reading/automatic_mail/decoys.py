"""
People's mail that a naive reader takes for an automatic reply.

Each is a person's: what is automatic in it is quoted, forwarded, answered or spoken of. Made by a seed, as `replies`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from crickets.domain.message import Kind
from tests.reading.automatic_mail.asides import ASIDES, Asides
from tests.reading.automatic_mail.calendar import a_day_after, written
from tests.reading.automatic_mail.people import ANYBODY, NAMES, OURS, SUBJECTS
from tests.reading.automatic_mail.replies import a_moment
from tests.reading.automatic_mail.specimen import Envelope, Shape, Specimen, mail_of
from tests.reading.automatic_mail.tongue import Lines, Tongue, lines
from tests.reading.automatic_mail.tongues import TEMPLATE_TONGUES

_SHAPES = (Shape.WHOLE, Shape.STRIPPED, Shape.WHOLE, Shape.BARE)
_AUTHOR = "b.gone@client.example"

_CLIENTS: tuple[Lines, ...] = (
    lines("""
        In-Reply-To: <{number}.1@studio.example>
        References: <{number}.1@studio.example>
        User-Agent: Mozilla Thunderbird
    """),
    lines("""
        In-Reply-To: <{number}.1@studio.example>
        X-Mailer: Apple Mail (2.3776.700.51)
    """),
    lines("""
        Thread-Topic: {subject}
        Thread-Index: AQHcfV2sD6y1nq9l5EqV0Yf6Jm0n8bQ1nYwZ
        X-MS-Has-Attach:
        X-Auto-Response-Suppress: All
        X-Originating-IP: [192.0.2.7]
    """),
    lines("""
        Precedence: bulk
        X-Mailer: The Bat! (v3.99)
        References: <{number}.1@studio.example>
    """),
    lines("""
        Auto-Submitted: no
        User-Agent: Mutt/2.2.9
        In-Reply-To: <{number}.1@studio.example>
    """),
)
"""A person's clients; what looks automatic in the last three is none (RFC 3834 §5.1, MS-OXCMAIL)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    subject: str
    text: str


_Write = Callable[[Tongue, Asides, date, Random], _Written]


def decoys(count: int, *, seed: int) -> tuple[Specimen, ...]:
    """So many of them; languages and shapes take turns, all else is chance."""
    chance = Random(seed)  # noqa: S311 - to be the same again
    return tuple(_decoy(TEMPLATE_TONGUES[n % len(TEMPLATE_TONGUES)], n, chance) for n in range(count))


def _decoy(tongue: Tongue, number: int, chance: Random) -> Specimen:
    wording = chance.choice(tuple(_WRITINGS))
    sent = a_moment(chance)
    name = chance.choice(NAMES.get(tongue.code, ANYBODY))
    told = _WRITINGS[wording](tongue, ASIDES[tongue.code], sent.date(), chance)
    some = str(chance.randrange(20_000, 99_999))
    envelope = Envelope(
        sender=name,
        address=f"p{some[:3]}@client.example",
        to=OURS,
        sent=sent,
        subject=told.subject,
        own_id=f"<{some}.own@client.example>",
        fields=tuple(field.format(number=some, subject=told.subject) for field in chance.choice(_CLIENTS)),
    )
    shape = _SHAPES[(number // len(TEMPLATE_TONGUES) + number) % len(_SHAPES)]
    body = "\n".join(_framed(tongue, told.text, name, chance))
    raw = mail_of(envelope, body, shape=shape, language=tongue.code, html=chance.random() < 0.3, chance=chance)
    return Specimen(raw=raw, kind=Kind.PERSON, language=tongue.code, system="", shape=shape, wording=wording)


def _framed(tongue: Tongue, text: str, name: str, chance: Random) -> Iterator[str]:
    """A text with a greeting above and a name below its first paragraph; what is quoted comes behind both."""
    own, _, quoted = text.partition("\n\n")
    greeting = chance.choice([one for one in tongue.greetings if one.endswith((",", "!", ":"))])
    yield from (greeting, "", own if greeting.endswith(",") else own[:1].upper() + own[1:])
    yield from ("", chance.choice(tongue.closings), name)
    if quoted:
        yield from ("", quoted)


def _mention(tongue: Tongue, asides: Asides, sent: date, chance: Random) -> _Written:
    return _answer(asides.mention, tongue, sent, chance)


def _holding(tongue: Tongue, asides: Asides, sent: date, chance: Random) -> _Written:
    return _answer(asides.holding, tongue, sent, chance)


def _late(tongue: Tongue, asides: Asides, sent: date, chance: Random) -> _Written:
    return _answer(asides.late, tongue, sent - timedelta(days=60), chance)


def _answer(sayings: Lines, tongue: Tongue, sent: date, chance: Random) -> _Written:
    """An answer to mail of ours; at times under a subject that speaks of the absence."""
    day = written(a_day_after(sent, chance), tongue, chance)
    subject = f"Re: {chance.choice(SUBJECTS)}" if chance.random() < 0.85 else chance.choice(SUBJECTS)
    return _Written(subject=subject, text=chance.choice(sayings).replace("{date}", day))


def _quoting(tongue: Tongue, asides: Asides, sent: date, chance: Random) -> _Written:
    """A person above an automatic reply that is quoted."""
    wrote = asides.wrote.format(date=written(sent, tongue, chance), name="B. Gone", address=_AUTHOR)
    quoted = "\n".join(f"> {line}" for line in _automatic(tongue, sent, chance))
    return _Written(
        subject=f"Re: {chance.choice(SUBJECTS)}", text=f"{chance.choice(asides.about)}\n\n{wrote}\n{quoted}"
    )


def _answering(tongue: Tongue, asides: Asides, sent: date, chance: Random) -> _Written:
    """A person answers an automatic reply, whose subject is still to be seen."""
    told = _quoting(tongue, asides, sent, chance)
    return _Written(subject=f"Re: {chance.choice(tongue.prefixes)}: {chance.choice(SUBJECTS)}", text=told.text)


def _forwarding(tongue: Tongue, asides: Asides, sent: date, chance: Random) -> _Written:
    """A person forwards an automatic reply."""
    title, *names = asides.forwarded
    subject = f"{chance.choice(tongue.prefixes)}: {chance.choice(SUBJECTS)}"
    values = (subject, written(sent, tongue, chance), f"B. Gone <{_AUTHOR}>", OURS)
    header = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    text = "\n".join(_automatic(tongue, sent, chance))
    prefix = chance.choice(("Fwd", "FW", *({"de": ("WG",), "fr": ("TR",), "pl": ("PD",)}.get(tongue.code, ()))))
    return _Written(
        subject=f"{prefix}: {subject}", text=f"{chance.choice(asides.about)}\n\n{title}\n{header}\n\n{text}"
    )


def _automatic(tongue: Tongue, sent: date, chance: Random) -> Lines:
    day = written(a_day_after(sent, chance), tongue, chance)
    saying = chance.choice((*tongue.until, *tongue.back)).replace("{date}", day).replace("..", ".")
    return (chance.choice(tongue.greetings), "", saying, "", chance.choice(tongue.closings), "B. Gone")


_WRITINGS: dict[str, _Write] = {
    "mentions an absence": _mention,
    "promises an answer": _holding,
    "was away": _late,
    "quotes one": _quoting,
    "answers one": _answering,
    "forwards one": _forwarding,
}

"""
What wrote a mail, judged from its header.

Knows how signs are weighed together; the signs themselves are the tables of `signs`. Must not know bodies:
where the header can't decide, `reports` reads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crickets.domain.message import Address, Kind
from crickets.reading.charsets import text_of
from crickets.reading.fields import Fields
from crickets.reading.phrases import TAGS
from crickets.reading.signs import ENOUGH, FIELDS, MAY_BEGIN, NAMES, POSTING, SENDERS, SUBJECTS, Sign

_MOST_SPECIAL_FIRST = (Kind.DELAY, Kind.RECEIPT, Kind.BOUNCE, Kind.CALENDAR, Kind.AUTO_REPLY, Kind.BULK)
"""
A bounce is an automatic reply too, an automatic reply may look like bulk: the first that suffices is it.
"""
_TAGS = re.compile(TAGS)
_NOTES_WORDS = ("office", "außer haus", "im büro", "fuori ufficio")
_VALUE_LIMIT = 500
_SHOWN_LIMIT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What wrote a mail, by which signals, and whether a person posted it to a list."""

    kind: Kind
    signals: tuple[str, ...] = ()
    to_list: bool = False


def verdict_of(fields: Fields, sender: Address, subject: str) -> Verdict:
    """What the header shows: the first kind, from the most special on, whose signs are enough; else a person."""
    posted = _posted(fields)
    found = [*_in_fields(fields, posted=posted), *_in_sender(sender), *_in_subject(subject)]
    kind = _weighed(found) if found else Kind.PERSON
    signals = tuple(dict.fromkeys(signal for _, signal in found))
    return Verdict(kind=kind, signals=signals, to_list=posted and kind is Kind.PERSON)


def _posted(fields: Fields) -> bool:
    """Whether a mail went through a list that takes posts (RFC 2369 §3.4, and what came before it)."""
    if POSTING.keys().isdisjoint(fields.by_name):
        return False
    return any(find(_value(fields, name)) for name, find in POSTING.items() if name in fields)


def _in_fields(fields: Fields, *, posted: bool) -> Iterator[tuple[Sign, str]]:
    for name in fields.by_name:
        if name not in FIELDS:
            continue
        value = _value(fields, name)
        for sign in FIELDS[name]:
            if posted and sign.of_lists:
                continue
            match = sign.find(value)
            if match:
                yield sign, sign.shown or _signal(name, match[0])


def _in_sender(sender: Address) -> Iterator[tuple[Sign, str]]:
    for signs, value in ((SENDERS, sender.email), (NAMES, sender.name)):
        for sign in signs:
            if value and sign.find(value):
                yield sign, sign.shown


def _in_subject(subject: str) -> Iterator[tuple[Sign, str]]:
    if not _worth_searching(subject.casefold()):
        return
    for sign in SUBJECTS:
        match = sign.find(subject)
        if match:
            yield sign, _signal("subject", match[match.lastindex or 0])


def _worth_searching(subject: str) -> bool:
    """Whether a subject begins as some phrase does, tags apart, or holds a word of Notes' own order."""
    tags = _TAGS.match(subject)
    start = tags.end() if tags else 0
    return subject[start : start + 3] in MAY_BEGIN or any(word in subject for word in _NOTES_WORDS)


def _signal(name: str, value: str) -> str:
    return f"{name}: {' '.join(value.split()).casefold()[:_SHOWN_LIMIT]}"


def _value(fields: Fields, name: str) -> str:
    return text_of(fields.first(name)[:_VALUE_LIMIT])


def _weighed(found: Sequence[tuple[Sign, str]]) -> Kind:
    signs = [sign for sign, _ in found if sign.weight > 0]
    kinds = (kind for kind in _MOST_SPECIAL_FIRST if any(sign.kind is kind for sign in signs))
    enough = (kind for kind in kinds if sum(sign.weight for sign, _ in found if sign.kind is kind) >= ENOUGH)
    return next(enough, Kind.PERSON)

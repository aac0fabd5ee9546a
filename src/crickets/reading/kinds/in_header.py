"""
What wrote a mail, judged from its header.

Knows where to look for the signs, which are the tables of `signs`; how much they must show together is in `clues`.
Must not know bodies: where the header can't decide, others read on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crickets.domain.message import Address, Kind
from crickets.reading.body.charsets import text_of
from crickets.reading.header.fields import Fields
from crickets.reading.kinds.clues import Clue, weighed
from crickets.reading.kinds.signs import (
    CONTENT_WORDS,
    FIELDS,
    FIELDS_OF_WHOLE,
    MAY_BEGIN,
    NAMES,
    POSTING,
    SENDERS,
    SUBJECTS,
    Sign,
    Table,
)
from crickets.reading.kinds.titles import TAGS

_TAGS = re.compile(TAGS)
_WORDS_WITHIN = ("office", "außer haus", "im büro", "fuori ufficio", "commit:", "complaint about")
_ANY_FIELD: Table = FIELDS | FIELDS_OF_WHOLE
_OF_LISTS = frozenset(name for name, signs in _ANY_FIELD.items() if all(sign.of_lists for sign in signs))
"""Fields that show nothing in what a list sends on."""

_BY_BEING_THERE = frozenset(
    name for name, signs in _ANY_FIELD.items() if all(sign.always and sign.shown for sign in signs)
)
"""Fields that show the same whatever their value is."""

_VALUE_LIMIT = 500
_SHOWN_LIMIT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What wrote a mail, by which signals, and whether a person posted it to a list."""

    kind: Kind
    signals: tuple[str, ...] = ()
    to_list: bool = False


_WRITTEN, _POSTED = Verdict(kind=Kind.PERSON), Verdict(kind=Kind.PERSON, to_list=True)


def verdict_of(fields: Fields, sender: Address, subject: str) -> Verdict:
    """What the header shows: the first kind, from the most special on, whose signs are enough; else a person."""
    posted = is_posted(fields)
    return verdict_by(_clues(fields, sender, subject, posted=posted), posted=posted)


def verdict_by(clues: tuple[Clue, ...], *, posted: bool) -> Verdict:
    """What clues from wherever show together; `posted` is what `is_posted` says of the same mail."""
    if not clues:  # as in most mail
        return _POSTED if posted else _WRITTEN
    kind = weighed(clues) if any(clue.weight > 0 for clue in clues) else Kind.PERSON
    return Verdict(
        kind=kind,
        signals=tuple(dict.fromkeys(clue.shown for clue in clues)),
        to_list=posted and kind is Kind.PERSON,
    )


def clues_of(fields: Fields, sender: Address, subject: str) -> tuple[Clue, ...]:
    """What in a header speaks for any kind or against it, in the header's order."""
    return _clues(fields, sender, subject, posted=is_posted(fields))


def _clues(fields: Fields, sender: Address, subject: str, *, posted: bool) -> tuple[Clue, ...]:
    return (*_in_fields(FIELDS, fields, posted=posted), *_in_sender(sender), *_in_subject(subject))


def clues_of_whole(fields: Fields) -> tuple[Clue, ...]:
    """What the rarer fields speak for, of a mail that has been read as a whole."""
    return tuple(_in_fields(FIELDS_OF_WHOLE, fields, posted=is_posted(fields)))


def is_posted(fields: Fields) -> bool:
    """Whether a mail went through a list that takes posts (RFC 2369 §3.4, and what came before it)."""
    if POSTING.keys().isdisjoint(fields.by_name):
        return False
    return any(POSTING[name](_value(fields, name)) for name in fields.by_name if name in POSTING)


def _in_fields(table: Table, fields: Fields, *, posted: bool) -> list[Clue]:
    quiet = _OF_LISTS if posted else frozenset()
    found: list[Clue] = []
    for name in fields.by_name:
        if name in table and name not in quiet and _may_show(name, fields):
            found += _in_field(name, b"" if name in _BY_BEING_THERE else fields.first(name)[:_VALUE_LIMIT], posted)
    return found


def _may_show(name: str, fields: Fields) -> bool:
    """Whether a Content-Type, other in each mail by its boundary, has a word of those that are looked for in it."""
    return name != "content-type" or any(map(fields.first(name).lower().__contains__, CONTENT_WORDS))


@lru_cache(maxsize=4096)
def _in_field(name: str, raw: bytes, posted: bool) -> tuple[Clue, ...]:  # noqa: FBT001 - keywords cost a cache more
    """What one field shows; most values stand in thousands of mails."""
    value = text_of(raw)
    found = ((sign, sign.find(value)) for sign in _ANY_FIELD[name] if not (posted and sign.of_lists))
    return tuple(_clue(sign, sign.shown or _signal(name, match[0])) for sign, match in found if match)


@lru_cache(maxsize=4096)
def _in_sender(sender: Address) -> tuple[Clue, ...]:
    signs = ((sign, value) for table, value in ((SENDERS, sender.email), (NAMES, sender.name)) for sign in table)
    return tuple(_clue(sign, sign.shown) for sign, value in signs if value and sign.find(value))


@lru_cache(maxsize=4096)
def _in_subject(subject: str) -> tuple[Clue, ...]:
    """What a subject shows; the mails of a thread share theirs, but for what stands in front."""
    if not _worth_searching(subject.casefold()):
        return ()
    found = ((sign, sign.find(subject)) for sign in SUBJECTS)
    return tuple(_clue(sign, _signal("subject", match[match.lastindex or 0])) for sign, match in found if match)


def _worth_searching(subject: str) -> bool:
    """Whether a subject begins as some phrase does, tags apart, or holds a word of those that come later."""
    tags = _TAGS.match(subject)
    start = tags.end() if tags else 0
    return subject[start : start + 3] in MAY_BEGIN or any(map(subject.__contains__, _WORDS_WITHIN))


def _clue(sign: Sign, shown: str) -> Clue:
    return Clue(kind=sign.kind, weight=sign.weight, shown=shown)


def _signal(name: str, value: str) -> str:
    return f"{name}: {' '.join(value.split()).casefold()[:_SHOWN_LIMIT]}"


def _value(fields: Fields, name: str) -> str:
    return text_of(fields.first(name)[:_VALUE_LIMIT])

"""
What a letter says in the terms of automatic replies: its moves, and how much it says beside them.

Knows the tables of phrases, and what makes a sentence; must not know how much a move proves: `replies` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from crickets.domain.subject import is_reply_by_hand
from crickets.made_once import made_once
from crickets.reading.automatic.absence_phrases import AWAY, UNTIL
from crickets.reading.automatic.automatic_phrases import AUTOMATIC, MACHINE, UNREAD
from crickets.reading.automatic.bare_phrases import BARE, LABEL
from crickets.reading.automatic.challenge_phrases import CHALLENGE, CONFIRM, HELD
from crickets.reading.automatic.departure_phrases import CLOSED, GONE, HENCEFORTH, MOVED
from crickets.reading.automatic.meanwhile_phrases import AT_DESK, INSTEAD, LATER
from crickets.reading.automatic.personal_phrases import ABOUT, BUT, COURTESY, PERSONAL, SMALL_PRINT
from crickets.reading.automatic.receipt_phrases import ACKNOWLEDGED, PROMISED, RECEIVED, TICKET
from crickets.reading.automatic.spotting import BREAK, Spot, Spotter, words_of
from crickets.reading.voice.greeting import frame_of


class Move(Enum):
    """What an automatic reply says, or what a person does; the value is how a clue tells it."""

    AUTOMATIC = "says it is automatic"
    CHALLENGE = "asks the sender to prove a person"
    HELD = "holds the mail back"
    CONFIRM = "asks for a confirmation"
    UNREAD = "says nobody reads here"
    GONE = "says somebody has left"
    CLOSED = "says the address is given up"
    MOVED = "names a new address"
    AWAY = "says it is away"
    LATER = "answers when back"
    INSTEAD = "names who helps meanwhile"
    UNTIL = "says until when"
    ACKNOWLEDGED = "says the mail came in"
    TICKET = "gives a number"
    PROMISED = "says it will be answered"
    MACHINE = "is made by a machine"
    RECEIVED = "thanks for the mail"
    PERSONAL = "talks of a matter"
    ABOUT = "talks about an automatic reply"
    BUT = "goes on with something else"
    COURTESY = "is polite"
    SMALL_PRINT = "has small print below"


OF_PEOPLE = frozenset({Move.PERSONAL, Move.ABOUT, Move.BUT, Move.COURTESY, Move.SMALL_PRINT})
"""Moves that speak for a person, or for nobody."""
CHALLENGING = frozenset({Move.HELD, Move.CONFIRM})
"""Moves that only speak together."""

_ELSEWHERE = re.compile(r"(?:https?://|www\.)\S{1,500}|\b(?:mailto:)?[\w.+%-]{1,64}@[\w.-]{3,200}", re.ASCII)
"""Addresses are no words."""
_CITED = re.compile(
    r"[\"\u201c\u201d\u201e\u00ab\u00bb][^\"\u201c\u201d\u201e\u00ab\u00bb]{15,600}[\"\u201c\u201d\u00ab\u00bb]"
)
"""What somebody else has said is no word of the author's."""
_DAY = re.compile(r"(?:[12]?\d|3[01]|20\d\d)(?!\d)")
_LETTER_WEIGHT = 0.3
"""How much of a word a letter is, in a script without blanks."""
_FIRST_LINE = re.compile(r"\A\s*[^\n.?]{1,40}[,!:\u060c\uff0c\uff01][ \t]*\n")
_LAST_LINES = re.compile(r"\n[ \t]{0,20}(?:\n[^\n.?!\u3002]{1,40}){1,3}\Z")
"""How a letter begins and ends in the languages whose greetings aren't known."""
_SHIFTED = re.compile(r"\+[A-Za-z0-9/+]{2,80}-")
_QUESTION = re.compile(r"[^.!?\uff1f\n]{12}\?|[^\u3002?\uff1f\n]{5}\uff1f")
"""A question of more than a word: "Urgent?" asks nothing."""
_QUESTIONS_LIMIT = 3
_HARDLY_ANY = 4
"""Words in a letter that is but a new address."""
_SUBJECT_LIMIT = 300
_ASIDE = re.compile(r"\(([^()]{4,60})\)\s*\Z")
"""GroupWise puts the absence in brackets behind the subject that it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMoves:
    """
    What was found in a letter.

    Its moves; how many words stand `beside` them, in sentences that make none; how many questions it asks; whether a
    sentence mentions an absence only to go on with something else.
    """

    moves: frozenset[Move]
    beside: int
    questions: int
    goes_on: bool


def moves_in(text: str) -> frozenset[Move]:
    """The moves of a text alone: most mail makes none, and needs no closer look."""
    text = _unshifted(text)
    bare = _ELSEWHERE.sub(" ", text)
    words = words_of(bare)
    return frozenset(spot.move for spot in _spots(words)) | _moved(words, has_address=bare != text)


def tells_of_absence(text: str) -> bool:
    """Whether a text says that its author is away, or answers when back; "as soon as possible" may mean at once."""
    words = words_of(_ELSEWHERE.sub(" ", _unshifted(text)))
    at_desk = {at for spot in _at_desk().spots(words) for at in range(spot.start, spot.end)}
    return any(
        spot.move is Move.AWAY or (spot.move is Move.LATER and at_desk.isdisjoint(range(spot.start, spot.end)))
        for spot in _spots(words)
    )


@made_once
def _at_desk() -> Spotter[Move]:
    return Spotter({Move.LATER: AT_DESK})


def said_in(text: str) -> LetterMoves:
    """The moves of a text, and what stands beside them."""
    text = _unshifted(text)
    bare = _ELSEWHERE.sub(" ", text)
    words = words_of(_CITED.sub(" ", bare))
    spots = _spots(words)
    return LetterMoves(
        moves=frozenset(
            {
                *(spot.move for spot in spots),
                *_dated(words, spots),
                *_moved(words, has_address=bare != text),
                *_referring(spots, has_address=bare != text),
            }
        ),
        beside=_beside(words, spots),
        questions=min(len(_QUESTION.findall(text)), _QUESTIONS_LIMIT),
        goes_on=_goes_on(words, spots),
    )


def _unshifted(text: str) -> str:
    """A text in UTF-7 (RFC 2152) that wasn't declared as such, readable."""
    if "+A" not in text:
        return text
    return _SHIFTED.sub(lambda match: match[0].encode().decode("utf-7", "ignore"), text)


def framed_off(text: str) -> str:
    """A letter without its greeting and its sign-off, which everybody's has."""
    frame = frame_of(text)
    text = text.replace(frame.greeting, "", 1) if frame.greeting else _FIRST_LINE.sub("", text, count=1)
    if not frame.sign_off:
        return _LAST_LINES.sub("", text.rstrip(), count=1)
    for line in frame.sign_off.split("\n"):
        before, found, after = text.rpartition(line) if line else ("", "", text)
        text = before + ("\n\n" if found else "") + after
    return text


def said_in_subject(subject: str) -> frozenset[Move]:
    """What a subject says by itself; behind "Re:" it's the subject of the mail that was answered."""
    aside = _ASIDE.search(subject[:_SUBJECT_LIMIT])
    if is_reply_by_hand(subject):
        subject = aside[1] if aside else ""
    return frozenset(spot.move for spot in _book().spots(words_of(subject[:_SUBJECT_LIMIT])))


def telling(moves: Collection[Move]) -> frozenset[Move]:
    """Those of some moves that speak for an automatic reply."""
    alone = frozenset(moves) - OF_PEOPLE - CHALLENGING
    return alone | CHALLENGING if frozenset(moves) >= CHALLENGING else alone


@made_once
def _book() -> Spotter[Move]:
    """All the phrases; made when the first body is read."""
    tables = (
        AUTOMATIC, CHALLENGE, HELD, CONFIRM, UNREAD, GONE, CLOSED, MOVED, AWAY, LATER, INSTEAD, UNTIL,
        ACKNOWLEDGED, TICKET, PROMISED, MACHINE, RECEIVED, PERSONAL, ABOUT, BUT, COURTESY, SMALL_PRINT,
    )  # fmt: skip
    return Spotter(dict(zip(Move, tables, strict=True)))


def _spots(words: Sequence[str]) -> list[Spot[Move]]:
    """Every phrase in a text, those that stand without a verb among them."""
    return [*_book().spots(words), *(spot for spot in _without_verb().spots(words) if _is_bare(spot, words))]


def _is_bare(spot: Spot[Move], words: Sequence[str]) -> bool:
    """Whether a sentence begins with a phrase, and a label is all of it."""
    begins = spot.start == 0 or words[spot.start - 1] == BREAK
    return begins and (spot.move is not Move.AUTOMATIC or spot.end == len(words) or words[spot.end] == BREAK)


@made_once
def _without_verb() -> Spotter[Move]:
    return Spotter({Move.AWAY: BARE, Move.AUTOMATIC: LABEL})


def _beside(words: Sequence[str], spots: Sequence[Spot[Move]]) -> int:
    """How many words stand in sentences that make no move; letters of a script without blanks are a third of a word."""
    saying = telling({spot.move for spot in spots}) | {Move.COURTESY}
    said = {at for spot in spots if spot.move in saying for at in range(spot.start, spot.end)}
    end = min((spot.start for spot in spots if spot.move is Move.SMALL_PRINT), default=len(words))
    beside = 0.0
    for start, stop in _sentences(words[:end]):
        if said.isdisjoint(range(start, stop)):
            beside += sum(_LETTER_WEIGHT if len(word) == 1 and word > "\u0e00" else 1 for word in words[start:stop])
    return int(beside)


def _sentences(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which word to which each sentence goes."""
    start = 0
    for at, word in enumerate([*words, BREAK]):
        if word == BREAK:
            if at > start:
                yield start, at
            start = at + 1


def _dated(words: Sequence[str], spots: Sequence[Spot[Move]]) -> frozenset[Move]:
    """`UNTIL`, where the sentence that tells of an absence has a number that may be of a day."""
    absences = [spot.start for spot in spots if spot.move is Move.AWAY]
    if not absences:
        return frozenset()
    is_dated = any(
        any(start <= at < stop for at in absences) and any(map(_DAY.match, words[start:stop]))
        for start, stop in _sentences(words)
    )
    return frozenset({Move.UNTIL}) if is_dated else frozenset()


def _moved(words: Sequence[str], *, has_address: bool) -> frozenset[Move]:
    """`MOVED`, where a letter is hardly more than an address and a word that makes it the new one."""
    says_so = has_address and len(words) <= _HARDLY_ANY and words != [] and _henceforth().spots(words)
    return frozenset({Move.MOVED}) if says_so else frozenset()


def _referring(spots: Sequence[Spot[Move]], *, has_address: bool) -> frozenset[Move]:
    """`INSTEAD`, where a letter of an absence names an address: it is somebody else's, or it wouldn't be named."""
    is_away = any(spot.move is Move.AWAY for spot in spots)
    return frozenset({Move.INSTEAD}) if is_away and has_address else frozenset()


@made_once
def _henceforth() -> Spotter[Move]:
    return Spotter({Move.MOVED: HENCEFORTH})


def _goes_on(words: Sequence[str], spots: Sequence[Spot[Move]]) -> bool:
    """Whether a sentence goes on with "but …" behind an absence, and not with when the mail will be answered."""
    absences = [spot.end for spot in spots if spot.move is Move.AWAY]
    turns = [spot.start for spot in spots if spot.move is Move.BUT]
    if {Move.LATER, Move.INSTEAD} & {spot.move for spot in spots}:
        return False
    said = [spot.start for spot in spots if spot.move in {Move.AWAY, Move.UNTIL}]
    return any(
        end <= at
        and BREAK not in words[end:at]
        and not any(BREAK not in words[at:other] for other in said if other > at)
        for end in absences
        for at in turns
    )

"""
Automatic replies told by their words, where no header tells them.

Knows what such a reply is made of: it says that its author is away, until when, who helps meanwhile; or that the mail
came in and will be answered; or that nobody reads here any more; and says little else. Knows what speaks for a person:
questions, a matter of one's own, talk about somebody else's absence. Must not know the words, which are read by
`moves`, nor the header, whose signs are weighed beside these clues.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from crickets.domain.message import Kind
from crickets.made_once import made_once
from crickets.reading.automatic.moves import (
    CHALLENGING,
    LetterMoves,
    Move,
    framed_off,
    moves_in,
    said_in,
    said_in_subject,
    telling,
)
from crickets.reading.automatic.personal_phrases import NAMELESS
from crickets.reading.automatic.spotting import TEXT_LIMIT, folded, words_of
from crickets.reading.kinds.clues import ENOUGH, HINT, STRONG, Clue
from crickets.reading.voice.greeting import greeting_of
from crickets.reading.words import spoken

_POINTS = {
    Move.AUTOMATIC: 5,
    Move.CHALLENGE: 5,
    Move.UNREAD: 3,
    Move.GONE: 3,
    Move.CLOSED: 3,
    Move.MOVED: 3,
    Move.AWAY: 2,
    Move.LATER: 2,
    Move.INSTEAD: 2,
    Move.ACKNOWLEDGED: 2,
    Move.TICKET: 2,
    Move.UNTIL: 1,
    Move.PROMISED: 1,
    Move.MACHINE: 1,
    Move.RECEIVED: 1,
}
"""How much each says, in points of which four make a reply automatic."""
_ENOUGH_POINTS = 4
_HINT_POINTS = 3

_POINTS_OF_BOTH = 3
"""How much it says that a mail is held back, and a confirmation asked for: either alone says nothing."""

_HEADS = frozenset({Move.AUTOMATIC, Move.CHALLENGE, Move.UNREAD, Move.GONE, Move.CLOSED, Move.MOVED, Move.AWAY})
"""What a reply can be about; the rest only goes with one of these, or with an acknowledgement."""
_RECEIPTS = frozenset({Move.ACKNOWLEDGED, Move.RECEIVED})
_OF_RECEIPTS = frozenset({Move.PROMISED, Move.TICKET, Move.MACHINE})

_FREE_WORDS = 30
"""Words beside the moves that any reply has: greeting, name, firm, opening hours."""
_WORDS_A_POINT = 20
_FEW_WORDS = 3
_FEW_BESIDE_AN_ADDRESS = 8
_NO_WORDS = 1

_ONE_PERSON = frozenset({"i", "ich", "je", "j", "io", "yo", "eu", "ik", "jag", "jeg", "eg", "ja", "я", "én", "minä"})
"""Who says "I" may well be the person who read the mail, and will answer it."""

_NUMBERED = re.compile(
    r"#\s?\d{3,12}|\b[A-Z]{2,10}-\d{3,12}\b|\[[^\]\d]{0,20}\d{3,12}\]|(?:\bn[ro]\.?|n[\u00b0\u00ba]|\u2116) ?\d{3,12}",
    re.IGNORECASE,
)
"""The number that a help desk gives a mail."""


def clues_in_words(text: str, *, subject: str = "", quoted: bool = False) -> Iterator[Clue]:
    """
    What in a letter's own words, and in its subject, speaks for an automatic reply or against it.

    `text` is the letter without quote and signature, greeting included; `quoted` whether it quotes another.
    """
    text = text[:TEXT_LIMIT]
    moves, in_text = said_in_subject(subject), moves_in(text)
    if not _points(moves | in_text):
        return
    found = said_in(framed_off(text))
    found = replace(found, moves=found.moves | ({Move.PERSONAL} & in_text))  # "FYI, …" looks like a greeting
    if _NUMBERED.search(f"{subject[:300]}\n{text}"):
        moves |= {Move.TICKET}
    points = _points(moves | found.moves) - _against(text, found, quoted=quoted)
    shown = _shown(moves | found.moves)
    if Move.ABOUT in found.moves and points < _HINT_POINTS:
        yield Clue(kind=Kind.AUTO_REPLY, weight=-ENOUGH, shown=f"words: {Move.ABOUT.value}")
    elif points > _ENOUGH_POINTS:
        yield Clue(kind=Kind.AUTO_REPLY, weight=STRONG, shown=shown)
    elif points == _ENOUGH_POINTS:
        yield Clue(kind=Kind.AUTO_REPLY, weight=ENOUGH, shown=shown)
    elif points == _HINT_POINTS:
        yield Clue(kind=Kind.AUTO_REPLY, weight=HINT, shown=shown)


def _points(moves: Collection[Move]) -> int:
    """How much some moves say together."""
    heads = _HEADS.intersection(moves)
    receipt = _RECEIPTS.intersection(moves)
    held = _POINTS_OF_BOTH * (set(moves) >= CHALLENGING and Move.CHALLENGE not in moves)
    counted = set(heads | receipt)
    if heads or {Move.LATER, Move.INSTEAD} <= set(moves):
        counted |= {Move.LATER, Move.INSTEAD}.intersection(moves)
    if {Move.LATER, Move.MACHINE} <= set(moves):
        counted |= {Move.LATER, Move.MACHINE}
    if {Move.INSTEAD, Move.UNTIL} <= set(moves):
        counted |= {Move.INSTEAD}
    if Move.AWAY in moves or counted & {Move.LATER, Move.INSTEAD}:
        counted |= {Move.UNTIL}.intersection(moves)
    if receipt:
        counted |= _OF_RECEIPTS.intersection(moves)
    elif Move.AWAY in moves and Move.LATER not in moves:
        counted |= {Move.PROMISED}.intersection(moves)
    return held + sum(_POINTS[move] for move in counted)


def _against(text: str, found: LetterMoves, *, quoted: bool) -> int:
    """How many points speak for a person."""
    return (
        2 * (Move.PERSONAL in found.moves)
        + 4 * (Move.ABOUT in found.moves)
        + found.questions
        + 2 * found.goes_on
        + _comes_to_the_point(found)
        + (quoted and found.beside > _FEW_WORDS)
        + _is_named(text)
        + max(0, found.beside - _FREE_WORDS) // _WORDS_A_POINT
        - (Move.PERSONAL not in found.moves) * _says_little(text, found, quoted=quoted)
    )


def _says_little(text: str, found: LetterMoves, *, quoted: bool) -> int:
    """How many points it is worth that a letter says nothing but what automatic replies say."""
    return max(_brevity(found, quoted=quoted), 2 * (not quoted and _only_promises(text, found)))


def _comes_to_the_point(found: LetterMoves) -> bool:
    """Whether a letter only gives thanks and mentions an absence, and has something else to say."""
    mere = telling(found.moves) <= {Move.AWAY, Move.UNTIL, Move.RECEIVED}
    return mere and Move.RECEIVED in found.moves and found.beside > _FEW_WORDS


def _brevity(found: LetterMoves, *, quoted: bool) -> int:
    """How many points it is worth that a letter says hardly anything, or nothing at all, beside its moves."""
    heads = _HEADS.intersection(found.moves)
    if heads and found.beside <= _NO_WORDS and not (quoted and telling(found.moves) == {Move.AWAY}):
        return 2
    makes_more = len(telling(found.moves) - {Move.UNTIL, Move.RECEIVED}) > 1 or heads - {Move.AWAY, Move.MOVED}
    few = _FEW_BESIDE_AN_ADDRESS if Move.MOVED in heads else _FEW_WORDS
    return found.beside <= (_FREE_WORDS // 2 if makes_more else few)


def _only_promises(text: str, found: LetterMoves) -> bool:
    """Whether a letter thanks for the mail, says that it'll be answered some day, and nothing else, as offices do."""
    is_mere = found.moves >= {Move.RECEIVED, Move.PROMISED} and found.beside <= _NO_WORDS
    return is_mere and Move.UNTIL not in found.moves and _ONE_PERSON.isdisjoint(words_of(text))


def _is_named(text: str) -> bool:
    """Whether a letter greets its reader by name, as hardly a machine can."""
    greeting = greeting_of(text[:400].split("\n")).rstrip(" ,!.:;\u2013-")
    last = greeting.rpartition(" ")[2]
    return last != greeting and last[:1].isupper() and folded(last) not in _nameless()


@made_once
def _nameless() -> frozenset[str]:
    return frozenset(map(folded, spoken(NAMELESS)))


def _shown(moves: Collection[Move]) -> str:
    """The moves as a signal tells them, the most telling first."""
    told = telling(moves)
    return "words: " + ", ".join(move.value for move in Move if move in told)

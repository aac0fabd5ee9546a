"""
How somebody closes their letters, told by several: what two of them end with is a habit, in whatever words.

Knows letters; must not know the words of closings but as `greeting` has found them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from crickets.domain.letter import Letter
from crickets.reading.voice.closing_names import CONTACT, is_signed

_LINES = 4
_LENGTH = 40
_WORDS = 5
_LOOKED_AT = 20
_INITIAL = re.compile(r"(?:^|[\s/])[^\W\d_]\.\Z")


def with_their_habits(letters: Sequence[Letter]) -> tuple[Letter, ...]:
    """The letters, closed as two of them are where one alone shows no more than a name."""
    return tuple(replace(letter, sign_off=_habit(letter, letters) or letter.sign_off) for letter in letters)


def _habit(letter: Letter, letters: Iterable[Letter]) -> str:
    """The closing lines that a letter has in common with another; nothing where its closing words are known."""
    if letter.sign_off and not is_signed(letter.sign_off):
        return ""
    mine = _end_of(letter)
    shared = (_shared(mine, _end_of(other)) for other in letters if other.text != letter.text)
    return max(shared, key=len, default="")


def _end_of(letter: Letter) -> list[str]:
    """The last lines, the last first, without blanks; an empty one where a paragraph begins."""
    return [line.strip() for line in reversed(letter.text.rstrip().split("\n")[-_LOOKED_AT:])]


def _shared(mine: Sequence[str], others: Sequence[str]) -> str:
    """What both end with, from the beginning of a paragraph on; nothing if one of them has nothing else."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(mine, others, strict=False))
    said = list(takewhile(_may_close, (line for line, _ in alike)))
    starts = [at for at, line in enumerate(said) if not line and any(mine[at:]) and any(others[at:])]
    lines = [line for line in reversed(said[: max(starts, default=0)]) if line]
    return "\n".join(lines) if len(lines) <= _LINES else ""


def _may_close(line: str) -> bool:
    """Whether a line may be one that closes letters: a few words, neither asking nor telling anything."""
    is_sentence = line.endswith(("?", ":", ";", ".")) and not _INITIAL.search(line)
    return len(line) <= _LENGTH and len(line.split()) <= _WORDS and not is_sentence and not CONTACT.search(line)

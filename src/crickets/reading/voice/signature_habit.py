"""
The signature that somebody ends letters with below no separator, told by several: always the same block, word for word.

Knows letters; must not know to whom they went: whoever asks brings one for each client. What stands there once only, a
postscript, what a program wrote, a wish or a sentence isn't taken for a signature: none at all is better than a wrong
one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from crickets.domain.letter import Letter
from crickets.reading.asking.wishes import is_wish
from crickets.reading.moments.moments import days_named
from crickets.reading.quotes.footers import opens_disclaimer
from crickets.reading.quotes.signatures import is_phone_note
from crickets.reading.voice.closing_names import POSTSCRIPT
from crickets.reading.voice.greeting import below_closing, frame_of, may_be_block

_LEAST = 2

_ANY_DAY = date(2024, 1, 1)
"""What names a day tells of an absence or an offer, not of its author; which day that is doesn't matter here."""


def may_end_in_a_habit(letters: Iterable[Letter]) -> bool:
    """Whether one of the letters has anything below its name that several would show to be a signature."""
    return any(True for letter in letters for _ in _blocks(letter))


def habitual_signature(letters: Iterable[Letter], others: Sequence[Letter]) -> str:
    """
    The block below the name in a letter to one client, that most of the letters to `others` end with; else nothing.

    Two of these at least, and not in the same words.
    """
    return next((block for letter in letters for block in _blocks(letter) if _is_habit(block, others)), "")


def ended_by(letter: Letter, signature: str) -> Letter:
    """The letter with that signature apart, if its text ends with it."""
    if not signature or not _ends_with(letter, signature):
        return letter
    frame = frame_of(letter.text.removesuffix(signature).rstrip())
    below = "" if is_phone_note(letter.signature) else letter.signature
    return replace(
        letter,
        text=frame.text,
        greeting=frame.greeting,
        sign_off=frame.sign_off,
        signature="\n".join(filter(None, (signature, below))),
    )


def _blocks(letter: Letter) -> Iterator[str]:
    """What may be a letter's signature: all that stands below its name, and less of it by a paragraph each time."""
    if not _has_none(letter) or _closes_at_its_end(letter):
        return
    lines = below_closing(letter.text).split("\n")
    for at in range(len(lines)):
        begins = bool(lines[at].strip()) and not (at and lines[at - 1].strip())
        if begins and _may_be_signature(lines[at:], letter.language):
            yield "\n".join(lines[at:])


def _may_be_signature(block: Sequence[str], language: str) -> bool:
    """Whether lines may be a signature by their shape, no postscript and no wish, and true on any day."""
    if not may_be_block(block) or any(map(POSTSCRIPT.match, block)) or any(map(is_wish, block)):
        return False
    return not days_named("\n".join(block), language=language, written=_ANY_DAY)


def _has_none(letter: Letter) -> bool:
    """Whether no signature is known of a letter but a program's note, or what a firm puts below all its mail."""
    return not letter.signature or is_phone_note(letter.signature) or opens_disclaimer(letter.signature)


def _closes_at_its_end(letter: Letter) -> bool:
    """Whether nothing stands below the closing lines that are known of it."""
    closing = letter.sign_off.split("\n")
    last = [line.strip() for line in letter.text.split("\n") if line.strip()][-len(closing) :]
    return bool(letter.sign_off) and last == closing


def _is_habit(block: str, others: Sequence[Letter]) -> bool:
    alike = {_said(other, block) for other in others if other.signature == block or _ends_with(other, block)}
    return len(alike) >= _LEAST and 2 * len(alike) > len(others)


def _said(letter: Letter, block: str) -> str:
    """What a letter says before the block, to whomever: the same to many was sent to them together."""
    return letter.text.removesuffix(block).removeprefix(letter.greeting).strip()


def _ends_with(letter: Letter, block: str) -> bool:
    """Whether a letter ends with a block, and says anything before it."""
    before = letter.text.removesuffix(block)
    return before != letter.text and before.endswith("\n") and bool(before.strip())

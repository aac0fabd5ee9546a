"""
Whether a mail expects an answer, and why.

Knows how signs of asking and of closing weigh against each other; `hearing` finds them. Must not know who wrote to
whom, nor what follows from it. A silence watched in vain costs the owner one draft thrown away, a mail taken for
closed costs a client: so only what is plain from its first word to its last needs no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crickets.domain.letter import Letter
from crickets.domain.remarks import Expectation
from crickets.domain.subject import is_forward, is_reply
from crickets.reading.asking.hearing import Heard, Sign, heard_in
from crickets.reading.asking.phrasebook import TEXT_LIMIT
from crickets.reading.voice.greeting import unframed

_CLOSING = (
    Sign.THANKS,
    Sign.CONFIRMS,
    Sign.FAREWELL,
    Sign.SEASON,
    Sign.OWN_DEED,
    Sign.OWN_ANSWER,
)
_EXPLAINS = frozenset({*_CLOSING, Sign.COURTESY, Sign.REGRET})

_THING_WEIGHT = 1
_HANDED_OVER_WEIGHT = 1
_ENOUGH = 2
"""An offer named proves nothing, an offer handed over does."""

_LONGEST_CLOSING = 60
_LONGEST_INFORMATION = 80
"""Words; behind so many there is a matter in it, whatever its last line."""

_LOOSE_WORDS = 3
"""How many words may stand beside the phrases of a mail that closes ("Thanks Anna, see you at the fair")."""

_NO_MATTER = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".vcf", ".asc", ".p7s", ".ics")


def expectation_of(letter: Letter, subject: str = "") -> Expectation:
    """
    Whether an author's own words ask for an answer: plainly yes, plainly no, or not to be seen.

    The subject counts only where the mail opens with it: behind "Re:" it's as old as the conversation.
    """
    own = _without_frame(letter)
    body = heard_in(own)
    title = () if is_reply(subject) else heard_in(subject)
    everything = (*title, *body, *heard_in(letter.sign_off))
    asked = tuple(dict.fromkeys(sign for one in everything for sign in one.asks()))
    files = _heard_in_names(letter.attachments)
    gives_back = any(one.has(Sign.CREDIT_NOTE) for one in (*title, *files))
    things = _things_handed(everything, files, letter, gives_back=gives_back)
    if any(one.has(Sign.NO_REPLY) for one in everything):
        return _told((*asked, Sign.NO_REPLY), answer=None if asked else False)
    if asked or things.weight >= _ENOUGH:
        return _told((*asked, *things.signs), answer=True)
    if things.weight:
        return _told(things.signs, answer=None)
    if gives_back:
        return _told([Sign.CREDIT_NOTE], answer=False)
    return Expectation() if own.rstrip().endswith(":") else _closing(letter, subject, title, body)


@dataclass(frozen=True, slots=True)
class _Things:
    signs: tuple[Sign, ...]
    weight: int


def _heard_in_names(files: Sequence[str]) -> Sequence[Heard]:
    """What the names of files say, each by itself."""
    return heard_in("\n\n".join(files).replace("_", " ").replace(".", " "))


def _things_handed(everything: Sequence[Heard], files: Sequence[Heard], letter: Letter, *, gives_back: bool) -> _Things:
    """
    The offers, invoices and drafts that a mail is about, and whether it brings them.

    Where it brings a credit note, only a file of its own is an invoice: one that is named is the one taken back.
    """
    named = (sign for one in everything for sign in one.things() if not (gives_back and sign is Sign.INVOICE))
    signs = tuple(dict.fromkeys((*named, *(sign for one in files for sign in one.things()))))
    brought = bool(letter.attachments) or any(one.has(Sign.HANDS_OVER) for one in everything)
    return _Things(signs, (_THING_WEIGHT + _HANDED_OVER_WEIGHT * brought) if signs else 0)


def _brings_files(letter: Letter) -> bool:
    """Whether a file is attached that isn't the logo, the card or the key of every mail."""
    return any(not name.lower().endswith(_NO_MATTER) for name in letter.attachments)


def _closing(letter: Letter, subject: str, title: Sequence[Heard], body: Sequence[Heard]) -> Expectation:
    """What a mail that asks for nothing closes, if it plainly does."""
    words = sum(len(one.sentence.words) for one in body)
    if not words and letter.quoted and is_forward(subject):
        return _told([Sign.FORWARD], answer=False)
    if words <= 1 and not any(one.has(*_CLOSING) for one in body):
        body = (*heard_in(letter.sign_off.partition("\n")[0]), *body)
    if words <= _LONGEST_INFORMATION and _is_for_information(title, body):
        return _told([Sign.INFORMATION], answer=False)
    if words <= _LONGEST_INFORMATION and any(one.has(Sign.SEASON) for one in title):
        return _told([Sign.SEASON], answer=False)
    if words <= _LONGEST_CLOSING and _is_closed(body, brings=_brings_files(letter)):
        return _told([sign for sign in _CLOSING if any(one.has(sign) for one in body)], answer=False)
    return Expectation()


def _is_for_information(title: Sequence[Heard], body: Sequence[Heard]) -> bool:
    """Whether it says so first or last, and tells of nothing amiss ("FYI, the texts are still missing")."""
    says_so = any(one.has(Sign.INFORMATION) for one in (*title, *body[:1], *body[-1:]))
    return says_so and not any(one.turns_round() for one in body)


def _is_closed(body: Sequence[Heard], *, brings: bool) -> bool:
    """
    Whether thanks, a yes, a goodbye and the like are all there is, from the first word to the last.

    What brings something closes nothing: work delivered as agreed is the case in which an owner waits for a word.
    """
    if not any(one.has(*_CLOSING) for one in body) or any(one.turns_round() for one in body):
        return False
    if brings or any(one.has(Sign.HANDS_OVER, Sign.AS_PROMISED, Sign.MAY_BE_REQUEST) for one in body):
        return False
    return sum(one.loose(_EXPLAINS) for one in body) <= _LOOSE_WORDS and all(
        one.is_explained(_EXPLAINS) for one in _without_name(body)
    )


def _without_name(body: Sequence[Heard]) -> Sequence[Heard]:
    """All sentences but a single word that stands last: the author's name where no closing line shows it."""
    return body[:-1] if len(body) > 1 and len(body[-1].sentence.words) == 1 else body


def _told(signs: Iterable[Sign], *, answer: bool | None) -> Expectation:
    return Expectation(answer=answer, reasons=tuple(sign.value for sign in signs))


def _without_frame(letter: Letter) -> str:
    """What a letter says between its greeting and its closing lines."""
    return unframed(letter.text[:TEXT_LIMIT].strip(), letter.greeting, letter.sign_off)

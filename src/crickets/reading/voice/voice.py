"""
How the owner writes to one client, and what that client calls themselves.

Knows which letter to believe; what greetings and forms of address look like is told by their tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crickets.domain.letter import Letter, Voice
from crickets.domain.look import NO_LOOK
from crickets.reading.asking.wishes import is_of_a_season
from crickets.reading.quotes.signatures import bare_signature, is_phone_note
from crickets.reading.voice.address_forms import AMBIGUOUS, FAMILIAR, FAMILIAR_GREETING, POLITE
from crickets.reading.voice.closing_habit import with_their_habits
from crickets.reading.voice.greeting import has_no_name, unframed
from crickets.reading.voice.italian import says_voi, writes_capitals
from crickets.reading.voice.signed_names import name_signed


def voice_of(own: Sequence[Letter], client: Sequence[Letter], *, language: str = "", greeting: str = "") -> Voice:
    """
    The owner's way of writing, as earlier mail shows it.

    `own` are the owner's letters to this client, `client` the client's to the owner, each newest first; `language` is
    the one that is written now, or empty: then it's that of the newest. The newest letter that shows a thing is
    believed, the owner's before the client's where both can show it; greeting and closing words only of letters in
    that language, the closing in whatever words two letters end with; the name under the client's letters only if all
    of them that show one show the same. Where the greeting tells the form of address, that's the one: the draft begins
    with it, or with `greeting`, if the owner asks for that one.
    """
    both = (*own, *client)
    signed = _signed(own)
    language = language or _first(letter.language for letter in both)
    alike = with_their_habits([letter for letter in own if letter.language in {"", language}])
    closed = _closed(alike)
    return Voice(
        greeting=_first(letter.greeting for letter in alike),
        sign_off=closed.sign_off,
        unsigned=has_no_name(closed.sign_off),
        signature=bare_signature(signed.signature),
        language=language,
        formal=_formal(alike, both, language, greeting),
        capitals=language == "it" and _capitals(alike),
        voi=language == "it" and _only_voi(alike),
        called=_sole(map(name_signed, client)),
        look=next((letter.look for letter in own if letter.look), NO_LOOK),
        signature_markup=signed.signature_markup,
    )


def _signed(own: Sequence[Letter]) -> Letter:
    """The newest letter with a signature; of those with the same, one that shows how it was set."""
    signed = _with_signature(own)
    alike = (letter for letter in signed if letter.signature == signed[0].signature and letter.signature_markup)
    return next(alike, signed[0] if signed else Letter())


def _closed(letters: Sequence[Letter]) -> Letter:
    """
    The newest letter that shows how the owner closes: with a name, or with a signature that may hold it.

    Not with what is true for some days alone: a draft would wish a happy Easter in June.
    """
    shown = [letter for letter in letters if letter.sign_off and not is_of_a_season(letter.sign_off)]
    whole = (letter for letter in shown if letter in _with_signature(shown) or not has_no_name(letter.sign_off))
    return next(whole, shown[0] if shown else Letter())


def _with_signature(letters: Iterable[Letter]) -> Sequence[Letter]:
    return [letter for letter in letters if letter.signature and not is_phone_note(letter.signature)]


def _first(said: Iterable[str]) -> str:
    return next(filter(None, said), "")


def _sole(said: Iterable[str]) -> str:
    """What is said, if never anything else is: where two names stand under the letters, two people write them."""
    told = set(filter(None, said))
    return told.pop() if len(told) == 1 else ""


def _formal(alike: Sequence[Letter], both: Iterable[Letter], usual: str, greeting: str) -> bool | None:
    """Whether the two are on polite terms; None where nothing shows it."""
    found = next((letter for letter in alike if letter.greeting), Letter())
    greeted = Letter(greeting=greeting, language=usual) if greeting else found
    if _greets_familiarly(greeted.greeting, greeted.language or usual):
        return False
    if greeting and usual in POLITE and POLITE[usual].search(greeting):
        return True
    return next((told for letter in both if (told := _is_formal(letter, usual)) is not None), None)


def _capitals(alike: Sequence[Letter]) -> bool:
    """Whether the newest letter that shows it writes *La* and *Suo* with a capital."""
    return next((told for letter in alike if (told := writes_capitals(_said(letter))) is not None), False)


def _only_voi(alike: Sequence[Letter]) -> bool:
    """Whether the newest letter with a greeting says *voi*, and neither *tu* nor *Lei*."""
    said = _said(next((letter for letter in alike if letter.greeting), Letter()))
    return says_voi(said) and not POLITE["it"].search(said) and not FAMILIAR["it"].search(said)


def _said(letter: Letter) -> str:
    return unframed(letter.text, letter.greeting, letter.sign_off)


def _greets_familiarly(greeting: str, language: str) -> bool:
    familiar = FAMILIAR_GREETING.get(language)
    return familiar is not None and bool(familiar.match(greeting)) and not POLITE[language].search(greeting)


def _is_formal(letter: Letter, usual: str) -> bool | None:
    """Whether a letter addresses its reader politely, by which form it uses more; None if it shows neither."""
    language = letter.language or usual
    if language not in POLITE:
        return None
    text = AMBIGUOUS[language].sub(" ", letter.text) if language in AMBIGUOUS else letter.text
    polite, familiar = len(POLITE[language].findall(text)), len(FAMILIAR[language].findall(text))
    return None if polite == familiar else polite > familiar

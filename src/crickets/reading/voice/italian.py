"""
Two habits of Italian letters: the capital of courtesy (*La ringrazio*), and *voi* to one person, who stands for a firm.

Patterns, and what follows from them; must not know greetings.
"""

from __future__ import annotations

import re

_ONES_VERBS = (
    r"(?:ringrazi|preg|invi|scriv|salut|contatt|ricord|conferm|mand|alleg|chied|inform|comunic|chiam|augur|propon)o|"
    r"ho|abbiamo|(?:ringrazi|salut|contatt|ricord|conferm|mand|alleg|inform|comunic|chiam)iamo|"
    r"serv(?:e|ono)|interess(?:a|ano)|può|occorre"
)
_ENDED = r"(?<=\w(?:ar|er|ir))"
_CAPITALS = re.compile(
    r"(?<=[a-zàèéìòù,;] )(?:(?:Lei|Voi|Su[aoe]|Suoi|Vostr[aoei]|Gliel[aeio])\b|(?:La|Le|Vi) (?=[a-zè]))|"
    rf"{_ENDED}(?:La|Le|Vi)\b"
)
"""Within a sentence; *La* and *Le* before a small letter, as ``La Spezia`` is no courtesy."""
_SMALL = re.compile(rf"\b(?:lei|voi|vostr[aoei]|gliel[aeio]|(?:la|le|vi) (?:{_ONES_VERBS}))\b|{_ENDED}(?:le|vi)\b")
_VOI = re.compile(rf"\b(?:[Vv]oi|[Vv]ostr[aoei]|[Vv]i (?:{_ONES_VERBS}))\b|{_ENDED}[Vv]i\b")
_LEAST = 2


def writes_capitals(text: str) -> bool | None:
    """Whether a letter's *Lei*, *La*, *Suo*, *Vi* have the capital of courtesy; None if it has none of them."""
    if _CAPITALS.search(text):
        return True
    return False if _SMALL.search(text) else None


def says_voi(text: str) -> bool:
    """Whether a letter says *voi* more than once; whether to one or to several its words don't tell."""
    return len(_VOI.findall(text)) >= _LEAST

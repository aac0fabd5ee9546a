"""
The given name with which somebody signs.

Knows how people close letters; must not know greetings nor what a draft makes of the name. What may be a firm, two
people or mere initials says nothing: a plain greeting offends nobody.
"""

from __future__ import annotations

import re

from crickets.domain.letter import Letter
from crickets.reading.voice.salutations import BETWEEN_NAMES, INTERJECTIONS, SIGN_OFFS
from crickets.reading.words import any_of, spoken, typed

_NAME_LENGTH = 40
_WORDS = 3
_SHOUTED_LEAST = 4
"""Shorter words all in capitals are initials."""

_CLOSING = re.compile(
    rf"[\W_]{{0,3}}(?:{any_of(spoken(typed(SIGN_OFFS)))})(?![\w'\u2019])[\s,.!;:\u2013\u2014-]*", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][^\W\d_'\u2019-]+(?:['\u2019-][^\W\d_]+)*\Z")
_ASIDE = re.compile(r"\s\([^()]*\)\s*\Z|\s*[|\u2022].*")
"""What stands behind a name: "Anna (Rossi SpA)"."""
_TITLES = frozenset("dr prof mr mrs ms ing dott dottssa herr frau mgr inż dipl-ing arch avv mag sig sigra".split())
_FIRMS = frozenset(
    """
    srl spa ltd inc llc gmbh ag kg sa sarl bv ab oy ehf sl sas studio team support office service agency company group
    staff crew family familie famiglia zespół équipe equipo equipe teamet
    """.split()
)


def name_signed(letter: Letter, display_name: str = "") -> str:
    """
    The given name under a letter ("Best, Anna"), or nothing.

    Where `display_name` names a person as well, the two must begin alike (Anna may sign as Annie): an assistant
    who signs another's mail isn't the one to greet.
    """
    lines = [line for line in letter.sign_off.split("\n") if line.strip()][:_WORDS]
    if len(lines) > 1 and lines[0].endswith(",") and not _CLOSING.match(lines[0]):
        return ""  # "Onwards," above a name, or a name above a town
    signed = (_given(_CLOSING.sub("", line, count=1)) for line in lines)
    name = next(filter(None, signed), "")
    known = [word.casefold() for word in re.findall(r"[^\W\d_]+", display_name) if word.casefold() not in _TITLES]
    return name if not known or any(word[0] == name[:1].casefold() for word in known) else ""


def _given(line: str) -> str:
    """The given name in a line that holds a name and nothing else."""
    bare = _ASIDE.sub("", line).strip(" \t-\u2013\u2014~/*_.,!:;)(\u263a")
    words = [word.strip(",") for word in bare.split()]
    people = [word for word in words if word.rstrip(".").casefold().replace(".", "") not in _TITLES]
    if not people or len(bare) > _NAME_LENGTH or len(people) > _WORDS or not all(map(_is_name, people)):
        return ""
    first = people[0]
    return first.capitalize() if first.isupper() else first


def _is_name(word: str) -> bool:
    """Whether a word may be one of a name: with a capital, and no small word, firm or interjection."""
    small = word.casefold()
    return (
        bool(_NAME.match(word))
        and not word.islower()
        and not (word.isupper() and len(word) < _SHOUTED_LEAST)
        and small not in BETWEEN_NAMES
        and small not in INTERJECTIONS
        and small not in _FIRMS
    )

"""
What is said to the owner, in their language: the phrases of the digest and of the task list, with their gaps filled.

Knows the phrases of each language, and the parts that they are put together from. Whatever came from mail is a value
here, shown as it is: never a template, and what one doesn't see of it is spelled out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from crickets.domain.errand import Concern, Word
from crickets.domain.plans import OurNote
from crickets.domain.problem import Fault, Problem
from crickets.visible import visible
from crickets.writing.dates import day
from crickets.writing.locales import locale_of
from crickets.writing.plain import shortened

_FALLBACK = "en"
_LONGEST = 160
_LONGEST_ANSWER = 250
_LONGEST_SENTENCE = 500

_ELIDED = re.compile(r"\b(il|dal|del|al) (?=(?:8|11) )", re.IGNORECASE)
"""Italian days that begin with a vowel."""


def shown(text: str, *, limit: int = _LONGEST) -> str:
    r"""A text on one line as a reader must see it: what nobody sees of it by its number, as on pages (``\u202e``)."""
    return shortened(visible(" ".join(text.split())), limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """
    The owner's language on a day, `today`: its phrases, and those with a number by the plural that it takes.

    `language` is the one that is spoken: English, where nothing is written in the one that was asked for.
    """

    language: str
    zone: ZoneInfo
    today: date
    words: Mapping[str, str]
    numbered: Mapping[str, Mapping[str, str]]

    def said(self, phrase: str, /, *, on: date | None = None, **values: str) -> str:
        """A phrase with its day, as that stands in a sentence, and its other values."""
        words = self.words[phrase]
        if on is not None:
            words = words.replace("{date}", day(on, self.language, seen_from=self.today, zone=self.zone))
        if self.language == "it":
            words = _ELIDED.sub(_elided, words)
        return words.format(**values)

    def counted(self, what: str, number: int) -> str:
        """So many of something."""
        forms = self.numbered[what]
        plural = locale_of(self.language, self.zone).plural_form(number)
        return forms.get(plural, forms["other"]).format(n=number)

    def number(self, phone: str) -> str:
        """A telephone number; of one that names no country, that nobody knew it either."""
        told = shown(phone)
        return told if told.startswith("+") else self.said("as_written", phone=told)

    def note(self, note: str, *, limit: int = _LONGEST) -> str:
        """A step's note: the owner's own as they wrote it, one of ours in their language."""
        return self.words[f"note_{note.name.lower()}"] if isinstance(note, OurNote) else shown(note, limit=limit)

    def exchange(self, last: tuple[Word, ...]) -> str:
        """Who wrote last, and who before that."""
        return self.said("exchange", what=", ".join(map(self._word, last)))

    def _word(self, word: Word) -> str:
        if not word.who:
            return self.said("wrote_you", on=word.day)
        return self.said("wrote_them", on=word.day, who=shown(word.who))

    def check(self, concern: Concern) -> str:
        """What to check first."""
        return self.said("check", what=self._concern(concern))

    def problem(self, problem: Problem) -> str:
        """What the owner should know; what a server said stays as it is."""
        limit = _LONGEST_SENTENCE if problem.fault is Fault.OTHER else _LONGEST_ANSWER
        about = {name: shown(value, limit=limit) for name, value in problem.about}
        if said := about.get("answer", "").removeprefix(": "):
            about["answer"] = self.said("answered_so", said=said)
        on = date.fromisoformat(problem.day) if problem.day else None
        told = self.said(f"fault_{problem.fault.name.lower()}", on=on, **about)
        for place in filter(None, (problem.where, problem.account)):
            told = self.said("placed", where=shown(place), what=told)
        return told

    def _concern(self, concern: Concern) -> str:
        if concern.heard_from:
            return self.said("concern_address", written=shown(concern.wrote_to), heard=shown(concern.heard_from))
        if concern.in_junk:
            return self.said("concern_junk", on=concern.day)
        failed = ", ".join(map(shown, concern.failed))
        return self.said("concern_bounce_from" if failed else "concern_bounce", on=concern.day, failed=failed)


def tongue_of(language: str, zone: ZoneInfo, today: date) -> Tongue:
    """The owner's language, or English where nothing is written in it."""
    spoken, words, numbered = _phrases(language)
    return Tongue(language=spoken, zone=zone, today=today, words=words, numbered=numbered)


@cache
def _phrases(language: str) -> tuple[str, Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    folder = files("crickets").joinpath("templates", "digest")
    spoken = language if folder.joinpath(f"{language}.toml").is_file() else _FALLBACK
    table = tomllib.loads(folder.joinpath(f"{spoken}.toml").read_text("utf-8"))
    numbered = table.pop("counted")
    return spoken, table, numbered


def _elided(found: re.Match[str]) -> str:
    return {"il": "l’", "dal": "dall’", "del": "dell’", "al": "all’"}[found[1].lower()]

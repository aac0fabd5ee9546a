"""
The digest in words: its subject, its text and the same as HTML, in the owner's language; and the bytes of the mail.

Knows the phrases of each language and how they are put together. Whatever came from mail is a value here, shown as it
is: never a template, never markup, and what one doesn't see of it is spelled out.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from jinja2 import Environment, StrictUndefined

from crickets.domain.digest import Answer, Digest, DraftWaits, Entry, Hold, Matter, ToDo, YourTurn
from crickets.domain.errand import Concern, Word
from crickets.domain.message import Address, MessageId
from crickets.domain.plans import Do
from crickets.writing import headers
from crickets.writing.composing import content
from crickets.writing.dates import day, full_weekday
from crickets.writing.locales import locale_of
from crickets.writing.plain import shortened
from crickets.writing.wording import Wording

_FALLBACK = "en"
_LONGEST = 160
_LONGEST_PROBLEM = 500

_KEPT = frozenset("\u200c\u200d")
"""Without these some scripts and emoji fall apart; by themselves they deceive nobody."""

_ELIDED = re.compile(r"\b(il|dal|del|al) (?=(?:8|11) )", re.IGNORECASE)
"""Italian days that begin with a vowel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A thread and what is said of it, ready to be shown; without `who` it's a sentence by itself."""

    who: str = ""
    subject: str = ""
    thread: str = ""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    title: str
    entries: tuple[_Told, ...]
    more: str = ""


def digest_words(digest: Digest, language: str, zone: ZoneInfo) -> Wording:
    """A digest in that language, or in English where it isn't written in that."""
    pen = _Pen(digest=digest, phrases=_phrases(language), zone=zone)
    facts = {
        "language": pen.language,
        "subject": pen.subject(),
        "heading": _capital(full_weekday(digest.day, pen.language, zone=zone)),
        "sections": tuple(section for section in pen.sections() if section.entries),
        "foot": pen.phrases.words["foot"],
    }
    return Wording(
        subject=pen.subject(),
        text=_filled("digest.txt.j2", facts),
        html=_filled("digest.html.j2", facts),
        language=pen.language,
    )


def write_digest(words: Wording, own_id: MessageId, *, sender: Address, to: Address, at: datetime) -> bytes:
    """
    The mail from the owner to themselves; Auto-Submitted keeps answering machines silent (RFC 3834 §5).

    Raises `ValueError` as the header writer does.
    """
    header = (
        headers.mailboxes("From", (sender,)),
        headers.mailboxes("To", (to,)),
        headers.unstructured("Subject", words.subject),
        headers.moment("Date", at),
        headers.message_ids("Message-ID", (own_id,)),
        "Auto-Submitted: auto-generated\r\n",
        "MIME-Version: 1.0\r\n",
    )
    return ("".join(header) + content(own_id, words)).encode("ascii")


def shown(text: str, *, limit: int = _LONGEST) -> str:
    """A text on one line as a reader must see it: a control, or what turns the reading order, by its number."""
    return shortened("".join(map(_shown, " ".join(text.split()))), limit)


def _shown(character: str) -> str:
    if unicodedata.category(character)[0] != "C" or character in _KEPT:
        return character
    return f"[U+{ord(character):04X}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    """The phrases of one language, and those with a number, by the plural that it takes."""

    language: str
    words: Mapping[str, str]
    counted: Mapping[str, Mapping[str, str]]


@cache
def _phrases(language: str) -> _Phrases:
    folder = files("crickets").joinpath("templates", "digest")
    file = folder.joinpath(f"{language}.toml")
    spoken = language if file.is_file() else _FALLBACK
    table = tomllib.loads(folder.joinpath(f"{spoken}.toml").read_text("utf-8"))
    return _Phrases(language=spoken, counted=table.pop("counted"), words=table)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """All that the parts of a digest are written from."""

    digest: Digest
    phrases: _Phrases
    zone: ZoneInfo

    @property
    def language(self) -> str:
        return self.phrases.language

    def subject(self) -> str:
        """What there is to do, by numbers; what only waits, where there's nothing else."""
        return self._said("subject", on=self.digest.day, what=", ".join(self._counts()))

    def sections(self) -> Iterator[_Section]:
        """All there are, the most pressing first; some without entries."""
        digest, words = self.digest, self.phrases.words
        yield _Section(title=words["drafts"], entries=self._all(digest.drafts))
        yield _Section(title=words["todos"], entries=self._all(digest.todos))
        yield _Section(title=words["turns"], entries=self._all(digest.turns), more=self._more(digest.more_turns))
        yield _Section(title=words["answers"], entries=self._all(digest.answers))
        told = (_Told(lines=(shown(problem, limit=_LONGEST_PROBLEM),)) for problem in digest.problems)
        yield _Section(title=words["problems"], entries=(*self._all(digest.troubles), *told))
        yield _Section(title=words["holds"], entries=self._all(digest.holds), more=self._more(digest.more_holds))

    def _counts(self) -> Iterator[str]:
        digest = self.digest
        pressing = {
            "drafts": len(digest.drafts),
            "todos": len(digest.todos),
            "turns": len(digest.turns) + digest.more_turns,
            "answers": len(digest.answers),
            "problems": len(digest.troubles) + len(digest.problems),
        }
        some = pressing if any(pressing.values()) else {"holds": len(digest.holds) + digest.more_holds}
        yield from (self._counted(what, number) for what, number in some.items() if number)

    def _counted(self, what: str, number: int) -> str:
        forms = self.phrases.counted[what]
        plural = locale_of(self.language, self.zone).plural_form(number)
        return forms.get(plural, forms["other"]).format(n=number)

    def _more(self, number: int) -> str:
        return self._counted("more", number) if number else ""

    def _all(self, entries: Sequence[Entry]) -> tuple[_Told, ...]:
        return tuple(map(self._told, entries))

    def _told(self, entry: Entry) -> _Told:
        client = entry.client
        return _Told(
            who=self.phrases.words["nobody"] if client is None else shown(client.name) or shown(client.email),
            subject=shown(entry.subject) or self.phrases.words["no_subject"],
            thread=entry.thread,
            lines=tuple(self._lines(entry)),
        )

    def _lines(self, entry: Entry) -> Iterator[str]:
        match entry:
            case DraftWaits():
                yield ", ".join(self._draft(entry))
            case ToDo():
                yield from self._todo(entry)
            case YourTurn(since=since):
                yield self._said("turn", on=since)
            case Answer(on=on, junk=junk):
                yield self._said("answer_in_junk" if junk else "answer", on=on)
            case Hold(matter=matter, day=on):
                yield self._said(_HOLDS[matter], on=on)

    def _draft(self, draft: DraftWaits) -> Iterator[str]:
        if draft.answered is not None:
            yield self._said("draft_answered", on=draft.answered)
        elif not draft.step:
            yield self._said("draft_own")
        else:
            template, plan = shown(draft.template or draft.plan), shown(draft.plan)
            yield self._said("draft", template=template, plan=plan, step=str(draft.step), steps=str(draft.steps))
            if draft.since is not None:
                yield self._said("draft_since", on=draft.since)
            if draft.yours:
                yield self._said("draft_yours")

    def _todo(self, todo: ToDo) -> Iterator[str]:
        note = f" – {shown(todo.note)}" if todo.note else ""
        yield f"{self._deed(todo)}{note}"
        if todo.last:
            yield self._said("exchange", what=", ".join(map(self._word, todo.last)))
        for concern in todo.concerns:
            yield self._said("check", what=self._concern(concern))

    def _deed(self, todo: ToDo) -> str:
        if todo.do is not Do.CALL:
            return self.phrases.words["task"]
        if not todo.phone:
            return self.phrases.words["call_without_number"]
        phone = shown(todo.phone_told or todo.phone)
        return self._said("call", phone=phone if phone.startswith("+") else self._said("as_written", phone=phone))

    def _word(self, word: Word) -> str:
        if not word.who:
            return self._said("wrote_you", on=word.day)
        return self._said("wrote_them", on=word.day, who=shown(word.who))

    def _concern(self, concern: Concern) -> str:
        if concern.heard_from:
            return self._said(
                "concern_address", written=shown(concern.wrote_to), heard=shown(concern.heard_from)
            )  # fmt: skip
        if concern.in_junk:
            return self._said("concern_junk", on=concern.day)
        failed = ", ".join(map(shown, concern.failed))
        return self._said("concern_bounce_from" if failed else "concern_bounce", on=concern.day, failed=failed)

    def _said(self, phrase: str, /, *, on: date | None = None, **values: str) -> str:
        """A phrase with its day, as that stands in a sentence, and its other values."""
        words = self.phrases.words[phrase]
        if on is not None:
            words = words.replace("{date}", day(on, self.language, seen_from=self.digest.day, zone=self.zone))
        if self.language == "it":
            words = _ELIDED.sub(_elided, words)
        return words.format(**values)


_HOLDS: Mapping[Matter, str] = {matter: matter.value.replace(" ", "_") for matter in Matter}
"""The phrase for each reason to wait."""


def _elided(found: re.Match[str]) -> str:
    return {"il": "l’", "dal": "dall’", "del": "dell’", "al": "all’"}[found[1].lower()]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _filled(template: str, facts: Mapping[str, object]) -> str:
    text = _environment(html=".html." in template).from_string(_source(template)).render(facts)
    return text.strip("\n") + "\n"


@cache
def _source(template: str) -> str:
    return files("crickets").joinpath("templates", "digest", template).read_text("utf-8")


@cache
def _environment(*, html: bool) -> Environment:
    return Environment(
        autoescape=html,  # noqa: S701 - the other is plain text, into which it would put &amp;
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

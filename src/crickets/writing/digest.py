"""
The digest in words: its subject, its text and the same as HTML, in the owner's language; and the bytes of the mail.

Knows what is said of each part of a digest, and in which order. Whatever came from mail is a value here: never a
template, never markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from jinja2 import Environment, StrictUndefined

from crickets.domain.digest import Answer, Digest, DraftWaits, Entry, Hold, Matter, ToDo, YourTurn
from crickets.domain.message import Address, MessageId
from crickets.domain.plans import Do
from crickets.writing import headers
from crickets.writing.composing import content
from crickets.writing.dates import full_weekday
from crickets.writing.tongue import Tongue, shown, tongue_of
from crickets.writing.wording import Wording


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
    tongue = tongue_of(language, zone, digest.day)
    pen = _Pen(digest=digest, tongue=tongue)
    facts = {
        "language": tongue.language,
        "subject": pen.subject(),
        "heading": _capital(full_weekday(digest.day, tongue.language, zone=zone)),
        "sections": tuple(section for section in pen.sections() if section.entries),
        "foot": tongue.words["foot"],
    }
    return Wording(
        subject=pen.subject(),
        text=_filled("digest.txt.j2", facts),
        html=_filled("digest.html.j2", facts),
        language=tongue.language,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """All that the parts of a digest are written from."""

    digest: Digest
    tongue: Tongue

    def subject(self) -> str:
        """What there is to do, by numbers; what only waits, where there's nothing else."""
        return self.tongue.said("subject", on=self.digest.day, what=", ".join(self._counts()))

    def sections(self) -> Iterator[_Section]:
        """All there are, the most pressing first; some without entries."""
        digest, words = self.digest, self.tongue.words
        yield _Section(title=words["drafts"], entries=self._all(digest.drafts))
        yield _Section(title=words["todos"], entries=self._all(digest.todos))
        yield _Section(title=words["turns"], entries=self._all(digest.turns), more=self._more_turns())
        yield _Section(title=words["answers"], entries=self._all(digest.answers))
        told = (_Told(lines=(self.tongue.problem(problem),)) for problem in digest.problems)
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
        yield from (self.tongue.counted(what, number) for what, number in some.items() if number)

    def _more_turns(self) -> str:
        old = self.tongue.counted("old_turns", self.digest.old_turns) if self.digest.old_turns else ""
        return ", ".join(filter(None, (self._more(self.digest.more_turns), old)))

    def _more(self, number: int) -> str:
        return self.tongue.counted("more", number) if number else ""

    def _all(self, entries: Sequence[Entry]) -> tuple[_Told, ...]:
        return tuple(map(self._told, entries))

    def _told(self, entry: Entry) -> _Told:
        client = entry.client
        return _Told(
            who=self.tongue.words["nobody"] if client is None else shown(client.name) or shown(client.email),
            subject=shown(entry.subject) or self.tongue.words["no_subject"],
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
                yield self.tongue.said("turn", on=since)
            case Answer(on=on, junk=junk):
                yield self.tongue.said("answer_in_junk" if junk else "answer", on=on)
            case Hold(matter=Matter.BOUNCED, day=on, phone=phone, phone_told=told) if phone:
                yield self.tongue.said("bounced_call", on=on, phone=self.tongue.number(told or phone))
            case Hold(matter=matter, day=on):
                yield self.tongue.said(_HOLDS[matter], on=on, thread=entry.thread, **_about_invoice(entry))

    def _draft(self, draft: DraftWaits) -> Iterator[str]:
        if draft.answered is not None:
            yield self.tongue.said("draft_answered", on=draft.answered)
        elif not draft.step:
            yield self.tongue.said("draft_own")
        else:
            template, plan = shown(draft.template or draft.plan), shown(draft.plan)
            yield self.tongue.said("draft", template=template, plan=plan, step=str(draft.step), steps=str(draft.steps))
            if draft.since is not None:
                yield self.tongue.said("draft_since", on=draft.since)
            if draft.yours:
                yield self.tongue.said("draft_yours")

    def _todo(self, todo: ToDo) -> Iterator[str]:
        note = f" – {self.tongue.note(todo.note)}" if todo.note else ""
        yield f"{self._deed(todo)}{note}"
        if todo.last:
            yield self.tongue.exchange(todo.last)
        yield from map(self.tongue.check, todo.concerns)

    def _deed(self, todo: ToDo) -> str:
        if todo.do is not Do.CALL:
            return self.tongue.words["task"]
        if not todo.phone:
            return self.tongue.words["call_without_number"]
        return self.tongue.said("call", phone=self.tongue.number(todo.phone_told or todo.phone))


_HOLDS: Mapping[Matter, str] = {matter: matter.value.replace(" ", "_") for matter in Matter}
"""The phrase for each reason to wait."""


def _about_invoice(hold: Hold) -> dict[str, str]:
    """What a reason to wait names of an invoice: its number, the same beside its name, and what it lacks yet."""
    number = shown(hold.invoice)
    return {"number": number or "…", "named": f" ({number})" if number else "", "missing": hold.missing}


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

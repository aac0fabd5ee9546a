"""
Digests as they were read and found good, one a language: everything that one may say, and one of holds alone.

Run as a program (`python -m tests.writing.golden_digests`) it writes them anew; then read what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

from crickets.config.texts import DIGEST_LANGUAGES
from crickets.domain.digest import Answer, Digest, DraftWaits, Entry, Hold, Matter, ToDo, YourTurn
from crickets.domain.errand import Concern, Word
from crickets.domain.message import Address
from crickets.domain.plans import Do, OurNote
from crickets.domain.problem import Fault, Problem
from crickets.domain.thread import ThreadId
from crickets.domain.todo import Chore
from crickets.writing.digest import digest_words
from crickets.writing.todos import todo_in_words
from crickets.writing.tongue import tongue_of

FOLDER = Path(__file__).parent / "golden_digests"
ROME = ZoneInfo("Europe/Rome")
TODAY = date(2026, 11, 30)

ANNA = Address(name="Anna Rossi", email="anna@client.example")
BEN = Address(email="ben@other.example")


def november(day: int) -> date:
    """A day of that month; the 8th and the 11th are elided in Italian, the 1st is an ordinal in some languages."""
    return date(2026, 11, day)


def _entry(name: str, client: Address | None = ANNA, subject: str = "The new site") -> Entry:
    return Entry(thread=ThreadId(name), client=client, subject=subject)


def a_draft(**changes: object) -> DraftWaits:
    """A draft of ours that has lain there since Friday."""
    about: dict[str, object] = {
        "thread": ThreadId("k3f9"), "client": ANNA, "subject": "The new site", "plan": "negotiation",
        "template": "check-in", "step": 1, "steps": 2, "since": november(27),
    }  # fmt: skip
    return DraftWaits(**(about | changes))  # type: ignore[arg-type]


def _about(name: str, client: Address | None = ANNA, subject: str = "The new site") -> dict[str, object]:
    return {"thread": ThreadId(name), "client": client, "subject": subject}


def everything() -> Digest:
    """All that a digest may say, but for every reason to wait."""
    concerns = (
        Concern(wrote_to="anna@client.example", heard_from="anna@private.example"),
        Concern(day=november(11)),
        Concern(day=november(8), failed=("anna@client.example", "b@client.example")),
        Concern(day=november(1), in_junk=True),
    )
    bounced = Hold(**_about("bnce"), matter=Matter.BOUNCED, day=november(25))  # type: ignore[arg-type]
    return Digest(
        day=TODAY,
        drafts=(
            a_draft(),
            a_draft(thread=ThreadId("m2p4"), yours=True, since=date(2025, 12, 30), step=2, template="closing-the-loop"),
            DraftWaits(**_about("own1", BEN, ""), yours=True),  # type: ignore[arg-type]
            DraftWaits(**_about("crss"), yours=True, answered=november(29)),  # type: ignore[arg-type]
        ),
        todos=(
            ToDo(
                **_about("call"),  # type: ignore[arg-type]
                do=Do.CALL,
                phone="+390612345",
                phone_told="+39 06 12345",
                note="ask for the key",
                concerns=concerns,
                last=(Word(day=november(8)), Word(who="Anna Rossi", day=november(1))),
            ),
            ToDo(**_about("cal2", BEN), do=Do.CALL, phone="06 12345", last=(Word(who=BEN.email, day=november(25)),)),  # type: ignore[arg-type]
            ToDo(**_about("cal3", None), do=Do.CALL),  # type: ignore[arg-type]
            ToDo(**_about("task"), do=Do.TASK, note="look for signs of life"),  # type: ignore[arg-type]
        ),
        turns=(YourTurn(**_about("turn"), since=november(26)),),  # type: ignore[arg-type]
        answers=(Answer(**_about("answ"), on=november(28)),),  # type: ignore[arg-type]
        troubles=(
            bounced,
            replace(bounced, thread=ThreadId("bnc2"), client=BEN, phone="+390612345", phone_told="+39 06 12345"),
            Answer(**_about("junk"), on=november(29), junk=True),  # type: ignore[arg-type]
        ),
        problems=(Problem(fault=Fault.OTHER, about=(("said", "the server’s own words"),), account="work"),),
        holds=(Hold(**_about("away"), matter=Matter.AWAY, day=date(2026, 12, 8)),),  # type: ignore[arg-type]
        more_turns=6,
        old_turns=40,
        more_holds=1,
    )


def only_holds() -> Digest:
    """Every reason to wait, and nothing else."""
    holds = (
        Hold(**_about(f"h{n:03}"), matter=matter, day=november(8 + n), invoice="2026-14")  # type: ignore[arg-type]
        for n, matter in enumerate(Matter)
    )
    lacking = Hold(**_about("lack"), matter=Matter.INVOICE_PROPOSED, missing=" --number N --amount SUM --currency CODE")  # type: ignore[arg-type]
    large = Hold(**_about("larg"), matter=Matter.INVOICE_UNREADABLE, missing=" --file …")  # type: ignore[arg-type]
    return Digest(day=TODAY, holds=(*holds, lacking, large))


_VALUES = {
    "account": "work", "address": "dana+nonsens@studio.example", "answer": ": [AUTHENTICATIONFAILED] Wrong password",
    "command": "crickets auth login work", "count": "7", "day": "2026-11-08", "file": "fattura.xml",
    "host": "imap.example.org", "kind": "KeyError", "most": "32", "place": "imap.example.org:993", "read": "3",
    "said": "connection refused", "seconds": "60", "there": "12",
    "thread": "k3f9", "user": "dana", "which": "1, 2, 3, 4, 5 …",
}  # fmt: skip


def a_problem(fault: Fault, where: str = "") -> Problem:
    """One of that kind, with something in each of its gaps."""
    gaps = (gap for _, gap, _, _ in Formatter().parse(fault.value) if gap is not None)
    return Problem(fault=fault, about=tuple((gap, _VALUES[gap]) for gap in gaps), account="work", where=where)


def only_problems() -> Digest:
    """Every kind of problem, and nothing else."""
    return Digest(day=TODAY, problems=tuple(a_problem(fault, where="Sent") for fault in Fault))


def a_list_of_tasks(language: str) -> str:
    """What stands on the owner's task list: a call with all that may be known, and a task without."""
    told = everything().todos
    call = replace(told[0], note=OurNote.COMPARE_AND_CALL)
    task = replace(told[3], note=OurNote.LOOK_FOR_SIGNS, client=BEN, subject="")
    chores = (
        Chore(uid="crickets-1", due=TODAY, told=each, silent_days=days)
        for each, days in ((call, 12), (replace(call, phone="06 12345", note="ask for the key"), 1), (task, None))
    )
    todos = (todo_in_words(chore, tongue_of(language, ROME, TODAY)) for chore in chores)
    return "\n".join(f"{todo.summary}\n\n{todo.description}\n" for todo in todos)


def golden_digests() -> Iterator[tuple[Path, str]]:
    """The files, each with what must stand in it."""
    for language in DIGEST_LANGUAGES:
        for name, digest in _DIGESTS.items():
            words = digest_words(digest, language, ROME)
            yield FOLDER / language / f"{name}.txt", f"{words.subject}\n\n{words.text}"
        yield FOLDER / language / "task-list.txt", a_list_of_tasks(language)
    yield FOLDER / "en" / "everything.html", str(digest_words(everything(), "en", ROME).html)


_DIGESTS = {"everything": everything(), "only-holds": only_holds(), "only-problems": only_problems()}


def write_anew() -> None:
    """The files as the phrases make them now."""
    for path, text in golden_digests():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write_anew()

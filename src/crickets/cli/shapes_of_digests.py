"""
The JSON of `digest`, told in docs/json.md.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from crickets.cli import shapes
from crickets.cli.shapes import Json
from crickets.cli.words import Today as Clock
from crickets.config.settings import DigestWish
from crickets.domain.digest import Answer, DraftWaits, Entry, Hold, ToDo, YourTurn
from crickets.service.digests import Today


def digest(today: Today, wish: DigestWish | None, zone: ZoneInfo, *, sent: bool) -> Json:
    """`digest --json`."""
    clock, told = Clock(now=today.at, zone=zone), today.digest
    return {
        "as_of": clock.iso(today.at),
        "day": told.day.isoformat(),
        "by": None if wish is None else "imap" if wish.server is None else "smtp",
        "to": None if wish is None else wish.to.email,
        "language": today.words.language,
        "worth_it": today.is_worth_it,
        "sent": sent,
        "last_at": None if today.last is None else clock.iso(today.last.at),
        "subject": None if told.is_empty else today.words.subject,
        "text": None if told.is_empty else today.words.text,
        "drafts": [_draft(entry) for entry in told.drafts],
        "tasks": [_todo(entry) for entry in told.todos],
        "your_turn": [_turn(entry) for entry in told.turns],
        "your_turn_old": told.old_turns,
        "answers": [_answer(entry) for entry in (*told.answers, *told.troubles) if isinstance(entry, Answer)],
        "held": [_hold(entry) for entry in (*told.troubles, *told.holds) if isinstance(entry, Hold)],
        "problems": list(map(str, told.problems)),
    }


def _entry(entry: Entry) -> Json:
    return {"thread": entry.thread, "contact": shapes.contact(entry.client), "subject": entry.subject}


def _draft(draft: DraftWaits) -> Json:
    return {
        **_entry(draft),
        "plan": draft.plan or None,
        "template": draft.template or None,
        "step": draft.step or None,
        "since": _day(draft.since),
        "yours": draft.yours,
        "answered": _day(draft.answered),
    }


def _todo(todo: ToDo) -> Json:
    return {
        **_entry(todo),
        "do": todo.do.value,
        "phone": todo.phone or None,
        "note": todo.note,
        "exchange": list(map(str, todo.last)),
        "check": list(map(str, todo.concerns)),
    }


def _turn(turn: YourTurn) -> Json:
    return {**_entry(turn), "waiting_since": _day(turn.since)}


def _answer(answer: Answer) -> Json:
    return {**_entry(answer), "came": _day(answer.on), "in_junk": answer.junk}


def _hold(hold: Hold) -> Json:
    return {**_entry(hold), "reason": hold.matter.value, "day": _day(hold.day), "phone": hold.phone or None}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

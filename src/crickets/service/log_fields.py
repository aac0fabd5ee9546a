"""
The fields of an event made harmless and short, and written as JSON or for the journal.

A server's words, which may be anybody's, are among them: nothing in them can rewrite a terminal, turn the reading
order, begin another line, or fill a disk.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from crickets.notify.journal import entry_of
from crickets.visible import visible

Fields = Mapping[str, object]

LONGEST = 1000
"""Characters of a value."""

_LONGEST_TRACE = 8000
_BEGINNING_OF_A_TRACE = 2000
_TRACE = "exception"
_FIRST = ("time", "level", "event")

PRIORITIES: Mapping[object, int] = {"debug": 7, "info": 6, "warning": 4, "error": 3, "critical": 2}
"""syslog's numbers for the levels, as sd-daemon(3) has them at the beginning of a line, and the journal as a field."""

USUAL = 6


def tamed(event: Fields) -> dict[str, object]:
    """The event without control characters, and no value longer than anybody reads; what isn't there is left out."""
    return {name: _tamed(name, value) for name, value in event.items() if value is not None}


def _tamed(name: str, value: object) -> object:
    if isinstance(value, bool | int | float):
        return value
    text = str(value)
    short = _short_trace(text) if name == _TRACE else _short(text)
    return visible(short)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _short_trace(text: str) -> str:
    """A traceback says most at its end."""
    if len(text) <= _LONGEST_TRACE:
        return text
    return f"{text[:_BEGINNING_OF_A_TRACE]}\n…\n{text[_BEGINNING_OF_A_TRACE - _LONGEST_TRACE :]}"


def as_json(event: Fields) -> str:
    """One line of JSON in ASCII: when, how grave and what in front."""
    first = {name: event[name] for name in _FIRST if name in event}
    return json.dumps({**first, **event})


def as_entry(event: Fields, line: str) -> str:
    """An entry of the journal: the event as a line, and each field by a name of its own."""
    others = {f"CRICKETS_{name.upper()}": value for name, value in event.items() if name != "level"}
    return entry_of(
        {
            "MESSAGE": line,
            "PRIORITY": priority_of(event),
            "SYSLOG_IDENTIFIER": "crickets",
            **others,
        }
    )


def priority_of(event: Fields) -> int:
    """How grave it is, by syslog's number."""
    return PRIORITIES.get(event.get("level"), USUAL)

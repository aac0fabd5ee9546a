"""
A call or a task as a VTODO (RFC 5545 §3.6.2), and back.

Knows icalendar; what others have put into an object stays in it. Must not know how an object comes to its server.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from icalendar import Calendar, Component
from icalendar import Todo as Vtodo
from icalendar.parser import Contentline, Contentlines

from crickets.domain.todo import Listed, Mark, Todo

_PRODUCT = "-//Crickets//Calls and tasks//EN"
_PRINT = "X-CRICKETS-PRINT"
"""A mark of what was put there, by which it's told whether anybody has changed it."""

_ENDED = "X-CRICKETS-ENDED"
"""Says that it was ticked off by us, as the thread had gone on without it: that's no word of the owner's."""

_OURS = frozenset({"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SUMMARY", "DESCRIPTION", "DUE", "STATUS", _PRINT})
_ENDING = frozenset({"STATUS", "COMPLETED", "PERCENT-COMPLETE"})
_SAID = ("SUMMARY", "DESCRIPTION", "DUE")
_TO_BE_DONE, _DONE, _CANCELLED = "NEEDS-ACTION", "COMPLETED", "CANCELLED"


def written(todo: Todo, now: datetime) -> bytes:
    """A call or a task as an object of a calendar, due all day."""
    vtodo = Vtodo()
    vtodo.add("uid", todo.uid)
    vtodo.add("dtstamp", now)
    vtodo.add("created", now)
    vtodo.add("summary", todo.summary)
    vtodo.add("description", todo.description)
    vtodo.add("due", todo.due)
    vtodo.add("status", _TO_BE_DONE)
    vtodo.add(_PRINT, _print_of(vtodo))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(vtodo)
    return bytes(calendar.to_ical())


def listed(uid: str, text: str) -> Listed:
    """How one of ours stands; what can't be read, or bears another name inside, is none that we touch."""
    vtodo = _vtodo_in(text)
    if vtodo is None or vtodo.get("UID") != uid:
        return Listed(uid=uid, mark=Mark.CLOSED, touched=True)
    return Listed(uid=uid, mark=_mark_of(vtodo), touched=_is_touched(vtodo))


def ticked(text: str, now: datetime) -> bytes:
    """
    The same object ticked off by us, with all else that is in it as it is.

    Line by line: what icalendar has read of a property that it doesn't know, it writes with other escapes.
    """
    kept, inside = list[str](), list[str]()
    for line in _lines_of(text):
        name, _, value = line.upper().partition(":")
        if not (inside[-1:] == ["VTODO"] and name.partition(";")[0] in _ENDING):
            kept.append(line)
        if name == "BEGIN":
            inside.append(value)
            kept.extend(_ended(now) if value == "VTODO" else ())
        elif name == "END":
            inside.pop()
    return _folded(kept)


def _ended(now: datetime) -> tuple[str, ...]:
    return f"STATUS:{_DONE}", f"COMPLETED:{now:%Y%m%dT%H%M%SZ}", "PERCENT-COMPLETE:100", f"{_ENDED}:1"


def _lines_of(text: str) -> list[str]:
    """The content lines of an object, unfolded (RFC 5545 §3.1)."""
    return [line for line in Contentlines.from_ical(text) if line]  # type: ignore[no-untyped-call]


def _folded(lines: list[str]) -> bytes:
    return b"".join(Contentline(line).to_ical() + b"\r\n" for line in lines)  # type: ignore[no-untyped-call]


def _vtodo_in(text: str) -> Component | None:
    """The one to-do of an object."""
    try:
        found = Calendar.from_ical(text).walk("VTODO")
    except ValueError:
        return None
    return found[0] if len(found) == 1 else None  # a recurring one has more, one for each day moved


def _mark_of(vtodo: Component) -> Mark:
    status = vtodo.get("STATUS", _TO_BE_DONE)
    if _ENDED in vtodo:
        return Mark.CLOSED
    if "COMPLETED" in vtodo or status == _DONE:
        return Mark.DONE
    return Mark.CLOSED if status == _CANCELLED or "RRULE" in vtodo else Mark.OPEN


def _is_touched(vtodo: Component) -> bool:
    """Whether somebody has put anything into it: other words, another day, a note, an alarm."""
    as_put = vtodo.get("STATUS") == _TO_BE_DONE and vtodo.get(_PRINT) == _print_of(vtodo)
    return not as_put or bool(vtodo.subcomponents) or not _OURS.issuperset(vtodo)


def _print_of(vtodo: Component) -> str:
    told = b"\n".join(b",".join(value.to_ical() for value in _values(vtodo.get(name))) for name in _SAID)
    return sha256(told).hexdigest()[:16]


def _values(value: Any) -> Sequence[Any]:  # noqa: ANN401 - icalendar's own: one value, or a list where there are more
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)

"""
A call or a task in words, as it stands on the owner's task list, in their language.

Knows the phrases; must not know iCalendar, nor how a list is reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from crickets.domain.plans import Do
from crickets.domain.todo import Chore, Todo
from crickets.writing.tongue import Tongue, shown

_LONGEST_LINE = 200
_LONGEST_TEXT = 2_000

_NAMES = {Do.CALL: "todo_call", Do.TASK: "todo_task"}


def todo_in_words(chore: Chore, tongue: Tongue) -> Todo:
    """The call or task as it's put on the list: one line, and all that there is to know, a line each."""
    told = chore.told
    client = tongue.words["nobody"] if told.client is None else shown(told.client.name) or shown(told.client.email)
    subject = shown(told.subject) or tongue.words["no_subject"]
    return Todo(
        uid=chore.uid,
        summary=tongue.said(_NAMES[told.do], who=client, subject=subject)[:_LONGEST_LINE],
        description="\n".join(_lines(chore, tongue))[:_LONGEST_TEXT],
        due=chore.due,
    )


def _lines(chore: Chore, tongue: Tongue) -> Iterator[str]:
    told = chore.told
    if told.note:
        yield tongue.note(told.note, limit=_LONGEST_LINE)
    if told.phone:
        yield tongue.said("todo_phone", phone=tongue.number(told.phone))
    if told.last:
        yield tongue.exchange(told.last)
    if chore.silent_days is not None:
        yield tongue.counted("silence", chore.silent_days)
    yield from map(tongue.check, told.concerns)
    yield tongue.said("todo_done", thread=told.thread)

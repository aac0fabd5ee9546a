"""A call that is due, as it's put on the list."""

from __future__ import annotations

from crickets.domain.thread import Thread
from crickets.domain.todo import Todo
from crickets.writing.todos import todo_in_words
from crickets.writing.tongue import tongue_of
from tests.builders import NOW, ROME
from tests.domain.test_todo import the_chore


def the_todo(thread: Thread) -> Todo:
    """It in English words."""
    return todo_in_words(the_chore(thread), tongue_of("en", ROME, NOW.date()))

"""A call or a task in the words that stand on the task list; `golden_digests` has them in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crickets.domain.digest import ToDo
from crickets.domain.errand import Concern
from crickets.domain.message import Address
from crickets.domain.plans import Do, OurNote
from crickets.domain.thread import ThreadId
from crickets.domain.todo import Chore, Todo
from crickets.writing.todos import todo_in_words
from crickets.writing.tongue import tongue_of
from tests.writing.golden_digests import ROME, TODAY

ANNA = Address(name="Anna Rossi", email="anna@client.example")
CALL = ToDo(thread=ThreadId("k3f9"), client=ANNA, subject="The new site", do=Do.CALL)


def in_words(told: ToDo, language: str = "en", silent_days: int | None = None) -> Todo:
    """It as it's put on the list."""
    chore = Chore(uid="crickets-x", due=date(2026, 11, 27), told=told, silent_days=silent_days)
    return todo_in_words(chore, tongue_of(language, ROME, TODAY))


def test_a_task_of_which_little_is_known() -> None:
    """A step without a note has none; a person without a name is called by their address."""
    todo = in_words(replace(CALL, do=Do.TASK, client=Address(email="x@client.example")))

    assert todo == Todo(
        uid="crickets-x",
        summary="See to x@client.example: The new site",
        description="When it’s done, tick it off here or: crickets done k3f9",
        due=date(2026, 11, 27),
    )


@pytest.mark.parametrize("name", ["", " ", "\u3000\u2028"])
def test_a_name_of_nothing(name: str) -> None:
    """The address stands for it, as it does in the digest."""
    told = replace(CALL, client=Address(name=name, email="d@client.example"))

    assert in_words(told).summary == "Call d@client.example: The new site"


def test_a_client_nobody_knows() -> None:
    """The line is whole without."""
    assert in_words(replace(CALL, client=None), "de").summary == "Anrufen: (niemand) – The new site"


def test_our_note_and_the_owners() -> None:
    """Ours is in their language, whole; theirs as they wrote it, in whichever, though it says the same as ours."""
    [ours, _] = in_words(replace(CALL, note=OurNote.COMPARE_AND_CALL), "de").description.split("\n")
    [theirs, _] = in_words(replace(CALL, note=str(OurNote.LOOK_FOR_SIGNS.value)), "de").description.split("\n")

    assert ours.startswith("vergleichen Sie die Adresse")
    assert ours.endswith("angekommen ist")
    assert theirs == OurNote.LOOK_FOR_SIGNS.value


def test_words_that_a_stranger_chose() -> None:
    """Line breaks, marks that turn words around and sheer length have no effect."""
    concerns = (Concern(wrote_to="c" * 500, heard_from="d"),) * 50
    todo = in_words(replace(CALL, subject="a\r\nSTATUS:COMPLETED\u202e" + "b" * 5_000, concerns=concerns))

    assert todo.summary.startswith("Call Anna Rossi: a STATUS:COMPLETED\\u202ebbb")
    assert (len(todo.summary) <= 200, len(todo.description)) == (True, 2_000)
    assert "\n" not in todo.summary

"""A call as an object of a calendar, as any program may have written it."""

from __future__ import annotations

import pytest

from crickets.domain.todo import Listed, Mark
from crickets.notify.vtodo import listed, ticked, written
from tests.builders import NOW
from tests.domain.test_todo import a_call
from tests.notify.todos import the_todo

TODO = the_todo(a_call())
NONE_OF_OURS = Listed(uid=TODO.uid, mark=Mark.CLOSED, touched=True)


def as_put() -> str:
    """The object as it's put on the list."""
    return written(TODO, NOW).decode()


def with_lines(*lines: str) -> str:
    """The same with something that others put into it."""
    return as_put().replace("END:VTODO", "\r\n".join((*lines, "END:VTODO")))


def test_an_object_as_it_was_put() -> None:
    """It's open, and untouched."""
    assert listed(TODO.uid, as_put()) == Listed(uid=TODO.uid, mark=Mark.OPEN, touched=False)


def test_what_others_put_into_it() -> None:
    """It's there as it was, letter for letter, once the object is ticked off; and so is an alarm's own status."""
    theirs = ('X-STRUCT;X-P="q,r":mailto:x;y\\,z', "CATEGORIES:a,b", "BEGIN:VALARM", "STATUS:X", "END:VALARM")

    ended = ticked(with_lines(*theirs), NOW).decode()

    for line in theirs:
        assert f"\r\n{line}\r\n" in ended
    assert listed(TODO.uid, ended).mark is Mark.CLOSED
    assert ended.count("STATUS:COMPLETED") == 1
    assert "NEEDS-ACTION" not in ended


def test_one_that_was_half_done() -> None:
    """What it said of that before is gone."""
    ended = ticked(with_lines("PERCENT-COMPLETE:50", "COMPLETED;X-A=b:20250101T000000Z"), NOW).decode()

    assert [line for line in ended.split("\r\n") if "COMPLETE" in line] == [
        "STATUS:COMPLETED",
        "COMPLETED:20260617T070000Z",
        "PERCENT-COMPLETE:100",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "BEGIN:VCALENDAR\r\n" * 5_000,
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        as_put().replace(f"UID:{TODO.uid}", "UID:milk"),
        as_put().replace("DUE;VALUE=DATE:20260608", "DUE:soon"),
        with_lines("END:VTODO", "BEGIN:VTODO", f"UID:{TODO.uid}", "RECURRENCE-ID:20260608"),
        with_lines("no colon"),
    ],
    ids=["empty", "no calendar", "never ends", "an event", "another name", "no day", "two", "no line"],
)
def test_an_object_that_is_none_of_ours_any_more(text: str) -> None:
    """It's left alone."""
    assert listed(TODO.uid, text) == NONE_OF_OURS


@pytest.mark.parametrize("line", ["SUMMARY:b", "DESCRIPTION:b", "STATUS:COMPLETED", "STATUS:NEEDS-ACTION"])
def test_a_property_that_is_there_twice(line: str) -> None:
    """It's no mistake of ours: the object was touched, and is not taken for done."""
    found = listed(TODO.uid, with_lines(line))

    assert (found.mark, found.touched) == (Mark.OPEN, True)

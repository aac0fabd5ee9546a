"""The task list on a real CalDAV server, Radicale: what is put there, read back, and left alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from crickets.domain.todo import Mark
from crickets.errors import LoginRefused, Refused
from crickets.notify.dav import Dav, Place
from crickets.notify.tasks import Entry, TaskList
from tests.builders import NOW, a_sent, june
from tests.domain.test_todo import MAILBOX, a_call
from tests.notify.todos import the_todo
from tests.servers.radicale import OwnersList, Radicale
from tests.servers.server import PASSWORD

TODO = the_todo(a_call())
OTHER = the_todo(a_call(a_sent(june(4))))


@pytest.fixture
def hers(radicale: Radicale) -> OwnersList:
    """Dana's empty task list."""
    return radicale.a_list()


@contextmanager
def the_list(hers: OwnersList, *, secret: str = PASSWORD) -> Iterator[TaskList]:
    """It as Crickets opens it."""
    with Dav(Place(url=hers.url, username=hers.username, secret=secret), timedelta(minutes=1)) as dav:
        yield TaskList(dav)


def only(tasks: TaskList) -> Entry:
    """The one of ours that is on it."""
    [entry] = tasks.ours(MAILBOX).values()
    return entry


def test_a_call_that_is_put_there(hers: OwnersList) -> None:
    """It's there for any program, due all day, and it's found again as it was put."""
    with the_list(hers) as tasks:
        assert tasks.put(TODO, NOW)
        entry = only(tasks)

    name, text = hers.only
    assert name == entry.listed.uid == TODO.uid
    assert (entry.listed.mark, entry.listed.touched) == (Mark.OPEN, False)
    for line in (
        f"UID:{TODO.uid}",
        "SUMMARY:Call Anna Rossi: The new site",
        "DUE;VALUE=DATE:20260608",
        "STATUS:NEEDS-ACTION",
        "DTSTAMP:20260617T070000Z",
    ):
        assert f"\n{line}\n" in text


def test_a_call_that_is_there_already(hers: OwnersList) -> None:
    """It's not put over what is there."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        hers.change("Anna Rossi", "her")

        assert not tasks.put(TODO, NOW)
    assert "SUMMARY:Call her: The new site" in hers.only[1]


def test_an_empty_list(hers: OwnersList) -> None:
    """Nothing of ours is on it."""
    with the_list(hers) as tasks:
        assert tasks.ours(MAILBOX) == {}


def test_many(hers: OwnersList) -> None:
    """They're all found, however many requests that takes."""
    todos = [replace(TODO, uid=f"{TODO.uid[:-4]}{n:04x}") for n in range(130)]
    with the_list(hers) as tasks:
        for todo in todos:
            tasks.put(todo, NOW)

        assert set(tasks.ours(MAILBOX)) == {todo.uid for todo in todos}


def test_what_is_not_ours(hers: OwnersList) -> None:
    """It's not even read: the owner's own tasks, and those of another mailbox."""
    hers.put("milk", hers_own("milk"))
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)

        assert set(tasks.ours(MAILBOX)) == {TODO.uid}
        assert tasks.ours("dana@elsewhere.example") == {}


def hers_own(name: str, *more: str) -> str:
    """A task that the owner made."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", "BEGIN:VTODO", f"UID:{name}", "SUMMARY:Milk", *more)
    return "\n".join((*lines, "END:VTODO", "END:VCALENDAR", ""))


def test_one_that_the_owner_ticks_off(hers: OwnersList) -> None:
    """It's seen to be done."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        hers.tick()

        assert only(tasks).listed.mark is Mark.DONE


@pytest.mark.parametrize(
    ("old", "new", "mark"),
    [
        ("Anna Rossi", "her", Mark.OPEN),
        ("DUE;VALUE=DATE:20260608", "DUE;VALUE=DATE:20260609", Mark.OPEN),
        ("STATUS:NEEDS-ACTION", "STATUS:IN-PROCESS", Mark.OPEN),
        ("STATUS:NEEDS-ACTION", "STATUS:NEEDS-ACTION\nPRIORITY:1", Mark.OPEN),
        (
            "END:VTODO",
            "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT5M\nEND:VALARM\nEND:VTODO",
            Mark.OPEN,
        ),
        ("STATUS:NEEDS-ACTION", "STATUS:CANCELLED", Mark.CLOSED),
        ("STATUS:NEEDS-ACTION\n", "STATUS:NEEDS-ACTION\nCOMPLETED:20260318T100000Z\n", Mark.DONE),
        ("STATUS:NEEDS-ACTION", "STATUS:NEEDS-ACTION\nRRULE:FREQ=DAILY", Mark.CLOSED),
    ],
)
def test_one_that_the_owner_has_changed(hers: OwnersList, old: str, new: str, mark: Mark) -> None:
    """It's seen to be touched, whatever was changed."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        hers.change(old, new)

        entry = only(tasks)
    assert (entry.listed.mark, entry.listed.touched) == (mark, True)


def test_ticking_one_off(hers: OwnersList) -> None:
    """It's done for any program, but no word of the owner's; all that they put into it is still there."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        hers.change("STATUS:NEEDS-ACTION", "STATUS:NEEDS-ACTION\nX-MINE:a b\nCATEGORIES:x,y")

        assert tasks.tick(only(tasks), NOW)
        assert only(tasks).listed.mark is Mark.CLOSED
    text = hers.only[1]
    for line in ("STATUS:COMPLETED", "COMPLETED:20260617T070000Z", "X-MINE:a b", "CATEGORIES:x,y"):
        assert f"\n{line}\n" in text


def test_removing_one(hers: OwnersList) -> None:
    """It's gone, and the others aren't."""
    hers.put("milk", hers_own("milk"))
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        tasks.put(OTHER, NOW)

        assert tasks.remove(tasks.ours(MAILBOX)[TODO.uid])
    assert set(hers.objects) == {"milk", OTHER.uid}


def test_one_that_is_changed_while_we_look(hers: OwnersList) -> None:
    """It's neither ticked off nor removed: what the owner has just written stays as it is."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        seen = only(tasks)
        hers.change("Anna Rossi", "her")
        before = hers.only

        assert not tasks.tick(seen, NOW)
        assert not tasks.remove(seen)
    assert hers.only == before


def test_one_without_an_etag(hers: OwnersList) -> None:
    """It can't be told whether it's as it was, so it's left."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)

        assert not tasks.remove(replace(only(tasks), etag=""))
    assert set(hers.objects) == {TODO.uid}


def test_one_that_is_gone_by_now(hers: OwnersList) -> None:
    """Removing it comes to the same, and no mistake."""
    with the_list(hers) as tasks:
        tasks.put(TODO, NOW)
        seen = only(tasks)
        hers.delete(TODO.uid)

        tasks.remove(seen)
    assert hers.objects == {}


def test_a_wrong_password(hers: OwnersList) -> None:
    """It's told as one."""
    with the_list(hers, secret="wrong") as tasks, pytest.raises(LoginRefused, match="did not let you in"):
        tasks.ours(MAILBOX)


def test_a_list_that_is_not_there(hers: OwnersList) -> None:
    """It's told when it's looked at, and nothing is put beside it."""
    gone = replace(hers, url=hers.url.replace("tasks", "gone"))
    with the_list(gone) as tasks, pytest.raises(Refused, match="there is nothing at caldav_url"):
        tasks.ours(MAILBOX)


def test_a_list_that_tasks_can_be_put_on(radicale: Radicale) -> None:
    """There is nothing to tell; nor where the server doesn't say what it takes."""
    for hers in (radicale.a_list(), radicale.a_list(kinds="VEVENT,VTODO")):
        with the_list(hers) as tasks:
            assert tasks.problems() == ()


def test_a_calendar_that_takes_no_tasks(radicale: Radicale) -> None:
    """It's told what it takes."""
    with the_list(radicale.a_list(kinds="VEVENT")) as tasks:
        assert tasks.problems() == ("that calendar takes no tasks, only VEVENT",)


def test_an_address_above_the_lists(hers: OwnersList) -> None:
    """The owner's folder of lists is none."""
    above = replace(hers, url=hers.url.removesuffix("tasks/"))
    with the_list(above) as tasks:
        [problem] = tasks.problems()
    assert problem.startswith("caldav_url is not the address of a calendar or task list")


def test_a_list_over_tls() -> None:
    """It's opened by the authority that the config names, and by no other."""
    with Radicale(tls=True) as server:
        hers = server.a_list()
        trusted = Place(url=hers.url, username=hers.username, secret=PASSWORD, tls_ca_file=server.ca_file)
        with Dav(trusted) as dav:
            assert TaskList(dav).put(TODO, NOW)
        with Dav(replace(trusted, tls_ca_file=None)) as dav, pytest.raises(Refused, match="can't be trusted") as caught:
            TaskList(dav).ours(MAILBOX)
    assert PASSWORD not in str(caught.value)

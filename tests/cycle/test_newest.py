"""A long mailbox, whose newest mail is read before all of it is: what that shows meanwhile, and what it must not do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from crickets.domain.verdict import State
from crickets.errors import Refused, Transient
from crickets.service import newest
from tests.cycle.home import ASKED, OFFERED, Home
from tests.cycle.stage import CLIENT, ME, a_message, a_reply, days_ago
from tests.cycle.test_bounces import a_return
from tests.fakes.mailbox import MemoryMailbox, Moment, Phase

OLD = [a_message(f"{n}@old.example", ME, f"Old {n}", at=days_ago(900 - n)) for n in range(40)]
ANSWERED_LONG_AGO = a_message(ME, CLIENT, "Long ago", at=days_ago(400), body="Does it suit you?\n")
AGREED = a_reply(ANSWERED_LONG_AGO, at=days_ago(399))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is long for this test."""
    monkeypatch.setattr(newest, "LONG", 30)
    monkeypatch.setattr(newest, "MOST", 6)
    monkeypatch.setattr(newest, "_BATCH", 2)


@pytest.fixture
def long(home: Home) -> Home:
    """Old mail, an old matter that was answered, and a client who is silent since six days."""
    long = replace(home, memory=MemoryMailbox())
    _filled(long.memory)
    return long


def _filled(memory: MemoryMailbox) -> None:
    for mail in (*OLD, AGREED, ASKED):
        memory.put("INBOX", mail)
    for mail in (ANSWERED_LONG_AGO, OFFERED):
        memory.put("Sent", mail)


def breaking(at: str, number: int = 1) -> Callable[[Moment], None]:
    """An interference: the line breaks before the call of that number."""
    calls: Iterator[int] = iter(range(1, 1_000_000))

    def interfere(moment: Moment) -> None:
        if moment == Moment(call=at, phase=Phase.BEFORE) and next(calls) == number:
            raise Transient("the line broke", remedy="Later.")

    return interfere


def broken_off(home: Home, at: str, number: int = 1) -> None:
    """A first look that gets no further."""
    home.memory.interfere = breaking(at, number)
    with pytest.raises(Transient):
        home.look()
    home.memory.interfere = lambda _moment: None


def test_what_is_shown_meanwhile(long: Home) -> None:
    """Who is silent by the newest mail, and no word of what is old; it's held, and nothing is laid."""
    broken_off(long, "headers")

    overview = long.overview()
    assert long.account().evidence.shows_the_newest
    assert [(each.subject, each.state) for each in overview.threads] == [
        (ASKED.subject.removeprefix("Re: "), State.HELD)
    ]
    assert (overview.problems, long.memory.drafts) == (("work: the line broke",), ())


def test_whose_turn_it_is_meanwhile(home: Home) -> None:
    """A client who waits is told of too; one whom the owner has answered isn't."""
    answered = a_message("eve@other.example", ME, "Answered", at=days_ago(9), body="Could you?\n")
    waits = a_message("ann@third.example", ME, "Waits", at=days_ago(8), body="Could you?\n")
    for mail in (*OLD, answered, waits):
        home.memory.put("INBOX", mail)
    home.memory.put("Sent", a_message(ME, "ann@third.example", "Before", at=days_ago(500)))
    home.memory.put("Sent", a_reply(answered, at=days_ago(7)))
    broken_off(home, "headers")

    assert [each.subject for each in home.overview().your_turn] == ["Waits"]


def test_all_of_it_in_the_end(long: Home, home_beside: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known in the end is what is known without it, wherever it was broken off."""
    monkeypatch.setattr(newest, "LONG", 1_000)
    _filled(home_beside.memory)
    home_beside.look()
    monkeypatch.setattr(newest, "LONG", 30)
    for call, number in (("examine", 2), ("newest", 2), ("headers", 1), ("headers", 2)):
        broken_off(long, call, number)
    long.look()

    assert _facts(long) == _facts(home_beside)
    assert len(long.memory.drafts) == len(home_beside.memory.drafts) == 1


@pytest.fixture
def home_beside(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Another one."""
    return replace(home, path=tmp_path_factory.mktemp("beside"), memory=MemoryMailbox(), clock=replace(home.clock))


def _facts(home: Home) -> tuple[object, ...]:
    with home._open(0) as app:
        messages = {m.id: m for thread in app.ledger.threads("work") for m in thread.messages}
        folders = {e.folder: replace(e, newest_read=False) for e in app.ledger.evidence("work")}
        return messages, folders, app.ledger.first_read_at("work")


def test_a_short_mailbox(long: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """It's read at once from its beginning."""
    monkeypatch.setattr(newest, "LONG", 1_000)
    calls: list[str] = []
    long.memory.interfere = lambda moment: calls.append(moment.call)
    long.look()

    assert "newest" not in calls


def test_a_mailbox_in_which_all_is_new(long: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """It's read from its beginning, as if nothing had been read ahead: no more is held at once."""
    monkeypatch.setattr(newest, "MOST_IN_ALL", 3)
    broken_off(long, "headers")

    assert not long.account().evidence.shows_the_newest


def test_once_only(long: Home) -> None:
    """What has been begun isn't begun again; nor is one whose first reading never comes to its end."""
    long.memory.closed.add("Junk")
    long.look()
    calls: list[str] = []
    long.memory.interfere = lambda moment: calls.append(moment.call)
    long.look(0.5)

    assert not long.account().evidence.complete
    assert "newest" not in calls


def test_a_folder_that_shows_nothing(long: Home) -> None:
    """It's told by those who read all of it; until then, what isn't known of it keeps the others from showing much."""

    def refused(moment: Moment) -> None:
        if moment.call == "newest":
            raise Refused("listing", answer="NO", remedy="None.")

    long.memory.interfere = refused
    long.look()

    assert long.account().evidence.complete
    assert len(long.memory.drafts) == 1


@pytest.mark.parametrize("call", ["examine", "newest"])
def test_a_folder_that_shows_nothing_of_late(long: Home, call: str) -> None:
    """What answers may lie in it: nobody is shown as silent before it's read."""
    calls: Iterator[int] = iter(range(1, 1_000_000))

    def first_refused(moment: Moment) -> None:
        if moment == Moment(call=call, phase=Phase.BEFORE) and next(calls) == 1:
            raise Refused("listing", answer="NO", remedy="None.")
        breaking("headers")(moment)

    long.memory.interfere = first_refused
    with pytest.raises(Transient):
        long.look()

    assert not long.account().evidence.shows_the_newest
    assert long.overview().threads == ()


def test_a_report_that_is_not_shown(long: Home) -> None:
    """Its folder is told of, and the others are read all the same."""
    long.memory.put("INBOX", a_return(OFFERED, -1, "message/rfc822"))

    def refused(moment: Moment) -> None:
        if moment.call == "messages":
            raise Refused("reading", answer="NO", remedy="None.")

    long.memory.interfere = refused
    long.look()

    read = {folder.folder: (folder.whole, bool(folder.problem)) for folder in long.account().evidence.folders}
    assert (read["INBOX"], read["Sent"]) == ((False, True), (True, False))

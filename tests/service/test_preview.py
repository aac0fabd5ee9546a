"""What the coming days would bring if nobody answered and nothing was sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from crickets.domain.calendar import ONE_DAY, DayOff
from crickets.domain.decide import decide
from crickets.domain.mailbox import Uid
from crickets.domain.message import Address, Message, Role
from crickets.domain.plans import BUILT_IN, After, Do, Plan, Step, Unit
from crickets.domain.policy import Client, Policy, Tracking
from crickets.domain.remarks import Remarks
from crickets.domain.thread import DraftState, Order, OrderKind, Thread, ThreadId
from crickets.domain.verdict import Reason, State
from crickets.ledger import open_ledger
from crickets.ledger.sql import SqlLedger
from crickets.service.preview import Preview, preview_of
from tests.builders import (
    BEN,
    NOW,
    a_calendar,
    a_draft,
    a_folder_read,
    a_plan_order,
    a_policy,
    a_reply,
    a_sent,
    a_snooze,
    ago,
    an_address,
    an_auto_reply,
    an_id,
    june,
    some_evidence,
)

BY_PHONE = Plan(name="by-phone", steps=(Step(timing=After(count=2, unit=Unit.DAYS), do=Do.CALL, note="ring"),))


class House:
    """A ledger that is filled with silences by name: each a client of their own, in a thread of their own."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger
        self.mail: list[tuple[str, Role, Message]] = []
        self.read_through("work")

    def read_through(self, account: str) -> None:
        """The account as a complete reading leaves it."""
        for role in (Role.INBOX, Role.SENT):
            found = [m for name, where, m in self.mail if (name, where) == (account, role)]
            read = tuple((Uid(n), replace(m, places=frozenset({role}))) for n, m in enumerate(found, 1))
            self.ledger.record(account, replace(a_folder_read(NOW, role=role), last_uid=Uid(len(read))), read)
        self.ledger.complete(account, ago(days=20))

    def silence(self, name: str, sent_at: datetime, account: str = "work", *, client: Address | None = None) -> Message:
        """Somebody asked, was answered then, and has been silent since."""
        client = client or who(name)
        asked = a_reply(sent_at - ONE_DAY, id=an_id(f"{name}-asked"), sender=client, subject=name)
        sent = a_sent(sent_at, answering=asked, id=an_id(f"{name}-sent"), to=(client,), subject=f"Re: {name}")
        self.mail += [(account, Role.INBOX, asked), (account, Role.SENT, sent)]
        self.read_through(account)
        return sent

    def received(self, message: Message) -> None:
        """And this came in."""
        self.mail.append(("work", Role.INBOX, message))
        self.read_through("work")

    def thread(self, name: str) -> ThreadId:
        """The thread of that name."""
        [found] = [t.id for t in self.ledger.threads("work") if t.messages[0].subject == name]
        return found

    def order(self, name: str, order: Order) -> None:
        """The owner's word on a thread."""
        self.ledger.order(self.thread(name), order)

    def preview(self, policy: Policy | None = None, *, days: int = 30, now: datetime = NOW) -> Preview:
        """What the days would bring."""
        return preview_of(self.ledger, self.ledger.accounts(), policy or a_policy(), now, days=days)


def who(name: str) -> Address:
    """The client of a silence."""
    return an_address(f"{name}@{name}.example", name)


def told(preview: Preview) -> dict[str, list[str]]:
    """The days that bring something, by their dates, with the names of the threads."""
    return {str(day.date): [e.verdict.subject for e in day.steps] for day in preview.days if day.steps}


def held(preview: Preview) -> list[list[tuple[str, Reason]]]:
    """What kept back each step that comes, and from which day on."""
    steps = (expected for day in preview.days for expected in day.steps)
    return [[(str(hold.since), hold.reason.reason) for hold in expected.held] for expected in steps]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """An empty ledger."""
    with open_ledger(tmp_path / "ledger.sqlite3", exclusive=True) as ledger:
        yield House(ledger)


def test_a_step_that_falls_due_in_some_days(house: House) -> None:
    """It's told on the day it would be laid, with the silence as it is by then, and only once."""
    house.silence("Site", june(16))

    preview = house.preview()

    [step] = [step for day in preview.days for step in day.steps]
    assert told(preview) == {"2026-06-22": ["Site"]}
    assert step.verdict.lay is not None
    assert step.verdict.silence is not None
    assert (step.verdict.silence.days, step.held) == (6, ())
    assert step.passed_over == (DayOff(day=date(2026, 6, 21), why="Sunday"),)


def test_the_days_themselves(house: House) -> None:
    """Each is there, with its opening or why it's off."""
    preview = house.preview(a_policy(calendar=a_calendar(holidays={date(2026, 6, 18): "Feast"})), days=4)

    assert [(day.date.day, day.off, day.opens_at) for day in preview.days] == [
        (17, "", june(17, 8, 30)),
        (18, "Feast", None),
        (19, "", june(19, 8, 30)),
        (20, "Saturday", None),
        (21, "Sunday", None),
    ]
    assert preview.until == date(2026, 6, 21)


@pytest.mark.parametrize("now", [NOW, june(17, 7), june(17, 23), june(20, 12)])
def test_the_same_as_the_decision_of_each_day(house: House, now: datetime) -> None:
    """The first day at whose opening a draft would be laid, whatever the present hour; today's with the next pass."""
    for day in range(1, 17):
        house.silence(f"s{day}", june(day))
    calendar = a_calendar(holidays={date(2026, 6, 19): "Feast"})
    policy = a_policy(calendar=calendar, tracking=Tracking(max_new_drafts_per_day=99))
    openings = [calendar.opening(calendar.day_of(now) + n * ONE_DAY) for n in range(31)]

    def laid_on(thread: Thread) -> date:
        moments = (at for at in (now, *openings) if at >= now)
        verdicts = ((at, decide(thread, policy, some_evidence(at), at)) for at in moments)
        return calendar.day_of(next(at for at, verdict in verdicts if verdict is not None and verdict.lay is not None))

    wanted = {thread.messages[0].subject: str(laid_on(thread)) for thread in house.ledger.threads("work")}
    found = {name: day for day, names in told(house.preview(policy, now=now)).items() for name in names}
    assert (found, len(found)) == (wanted, 16)


def test_more_drafts_than_a_day_allows(house: House) -> None:
    """The longest due go first, the others on the next days that are worked; why is told once for each."""
    for name, day in (("c", 10), ("a", 8), ("d", 11), ("b", 9)):
        house.silence(name, june(day))

    preview = house.preview(a_policy(tracking=Tracking(max_new_drafts_per_day=1)))

    assert told(preview) == {"2026-06-17": ["a"], "2026-06-18": ["b"], "2026-06-19": ["c"], "2026-06-22": ["d"]}
    assert held(preview) == [[], *([("2026-06-17", Reason.DAILY_CAP)],) * 3]
    [last] = preview.days[5].steps
    assert [off.why for off in last.passed_over] == ["Saturday", "Sunday"]
    assert last.verdict.silence is not None
    assert last.verdict.silence.days == 11  # by then


def test_what_was_laid_today_already(house: House) -> None:
    """It counts against today, over all accounts; its own thread waits for the owner."""
    sent = house.silence("laid", june(9))
    house.silence("home", june(10), account="home")
    draft = replace(a_draft(june(17, 8, 30), parent=sent), thread=house.thread("laid"))
    policy = a_policy(tracking=Tracking(max_new_drafts_per_day=1))
    assert house.ledger.intend(draft, day=policy.calendar.day_at(NOW), cap=1)
    house.ledger.settle(draft)

    preview = house.preview(policy)

    assert [verdict.subject for verdict in preview.lying] == ["laid"]
    assert told(preview) == {"2026-06-18": ["home"]}


def test_a_line_longer_than_the_days(house: House) -> None:
    """Who stands in it on the last day is held."""
    for day in (8, 9, 10):
        house.silence(f"s{day}", june(day))

    preview = house.preview(a_policy(tracking=Tracking(max_new_drafts_per_day=1)), days=1)

    assert [(v.subject, v.reason.reason) for v in preview.held] == [("s10", Reason.DAILY_CAP)]


def test_two_threads_of_one_client(house: House) -> None:
    """The longest due is laid, the other held for as long as that isn't sent; or laid the day after, if two may lie."""
    for name, day in (("b", 10), ("a", 9), ("c", 11)):
        house.silence(name, june(day), client=who("Anna"))
    one_a_day = Tracking(max_new_drafts_per_day=1, max_live_drafts_per_client=2)

    preview, of_two = house.preview(), house.preview(a_policy(tracking=one_a_day))

    a, b = house.thread("a"), house.thread("b")
    assert told(preview) == {"2026-06-17": ["a"]}
    assert [(v.subject, str(v.reason)) for v in preview.held] == [
        (name, f"a draft to Anna lies in Drafts already ({a}); one at a time") for name in ("b", "c")
    ]
    assert told(of_two) == {"2026-06-17": ["a"], "2026-06-18": ["b"]}
    both = ", ".join(sorted((a, b)))
    assert [str(v.reason) for v in of_two.held] == [f"a draft to Anna lies in Drafts already ({both}); 2 at a time"]


@pytest.mark.parametrize("lies", [True, False])
def test_a_draft_to_the_same_client_lies_there(house: House, *, lies: bool) -> None:
    """It holds the other thread, in another account too; not if it would be taken back first."""
    sent = house.silence("laid", june(8), account="home", client=who("Anna"))
    house.silence("other", june(9), client=who("Anna"))
    [home] = (thread.id for thread in house.ledger.threads("home"))
    draft = replace(a_draft(june(15, 8, 30), parent=sent), thread=home, state=DraftState.INTENDED)
    house.ledger.intend(draft, day=a_calendar().day_at(NOW), cap=9)
    house.ledger.settle(replace(draft, state=DraftState.LAID))
    if not lies:
        house.ledger.order(home, Order(kind=OrderKind.STOP, at=june(16)))

    preview = house.preview()

    assert told(preview) == ({} if lies else {"2026-06-17": ["other"]})
    assert [v.reason.reason for v in preview.held] == [Reason.ONE_AT_A_TIME] * lies


def test_a_client_who_is_away(house: House) -> None:
    """The day is that after their return; the absence is told."""
    sent = house.silence("Site", june(10))
    absence = Remarks(away=True, away_until=date(2026, 6, 22))
    house.received(an_auto_reply(june(11), answering=sent, sender=who("Site"), remarks=absence))

    preview = house.preview()

    assert told(preview) == {"2026-06-23": ["Site"]}
    assert held(preview) == [[("2026-06-17", Reason.AWAY)]]


def test_a_snooze_that_ends_on_a_day_off(house: House) -> None:
    """The draft is laid on the next day that is worked; a longer snooze holds."""
    for name, until in (("short", date(2026, 6, 20)), ("long", date(2026, 9, 1))):
        house.silence(name, june(8))
        house.order(name, a_snooze(june(16), until=until))

    preview = house.preview()

    assert told(preview) == {"2026-06-22": ["short"]}
    assert held(preview) == [[("2026-06-17", Reason.SNOOZED)]]
    assert [(v.subject, v.state) for v in preview.held] == [("long", State.SNOOZED)]


def test_calls_and_tasks(house: House) -> None:
    """They fall due whatever the cap, one that is due already today, and none moves on by itself."""
    policy = a_policy(
        plans={**BUILT_IN, "by-phone": BY_PHONE},
        clients=(Client(name="By phone", match=("*@old.example", "*@new.example"), plan="by-phone"),),
    )
    house.silence("old", june(8))
    house.silence("new", june(16))

    preview = house.preview(policy)

    assert told(preview) == {"2026-06-17": ["old"], "2026-06-18": ["new"]}
    assert {e.verdict.state for day in preview.days for e in day.steps} == {State.TASK}


def test_a_draft_that_would_be_taken_back(house: House) -> None:
    """It's taken for gone, and what comes instead is told."""
    sent = house.silence("Site", june(8))
    draft = replace(a_draft(june(15, 8, 30), parent=sent), thread=house.thread("Site"), state=DraftState.INTENDED)
    house.ledger.intend(draft, day=a_calendar().day_at(NOW), cap=9)
    house.ledger.settle(replace(draft, state=DraftState.LAID))
    house.order("Site", a_plan_order(june(16), "lost"))

    preview = house.preview()

    assert preview.lying == ()
    assert told(preview) == {"2026-06-18": ["Site"]}


def test_what_no_day_brings(house: House) -> None:
    """What falls due after the last day is for later; what was too old from the beginning is held, and comes last."""
    house.silence("later", june(17, 8))
    house.silence("old", NOW - timedelta(days=90))
    house.silence("snoozed", june(8))
    house.order("snoozed", a_snooze(june(16), until=date(2026, 9, 1)))
    answered = house.silence("answered", june(8))
    house.received(a_reply(june(9), answering=answered, sender=who("answered"), subject="Re: answered"))

    preview = house.preview(days=2)

    assert told(preview) == {}
    assert [v.subject for v in preview.later] == ["later"]
    assert [v.subject for v in preview.held] == ["snoozed", "old"]


def test_an_account_that_can_not_be_relied_on(house: House) -> None:
    """The days are told as if it were read again, and that it isn't."""
    house.silence("Site", june(8))
    house.ledger.note_problem("work", "the server hung up", NOW)

    preview = house.preview(now=NOW + timedelta(hours=5))

    assert told(preview) == {"2026-06-17": ["Site"]}
    assert preview.problems == ("work: the server hung up",)
    assert preview.accounts[0].evidence.complete is False


def test_nothing_at_all(house: House) -> None:
    """The days are there; what isn't for the owner is no business of theirs."""
    house.received(a_reply(june(9), to=(BEN,)))
    preview = house.preview(days=1)

    assert (told(preview), preview.held, preview.later, preview.lying) == ({}, (), (), ())
    assert len(preview.days) == 2

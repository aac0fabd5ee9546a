"""Calls on a real server, and on a real task list: what is read for them, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from crickets.domain.remarks import Remarks
from crickets.domain.thread import Order, OrderKind
from crickets.domain.verdict import State
from crickets.errors import Refused
from crickets.service.application import give
from crickets.service.errands import Errands
from crickets.service.outcome import Outcome
from crickets.service.task_list import errands_of
from tests.cycle.interference import look
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, days_ago, days_later
from tests.cycle.test_words import bodies_asked_for, refusing
from tests.notify.test_tasks import hers_own
from tests.notify.web import a_web, an_answer, saying
from tests.servers.mail import Mail
from tests.servers.radicale import OwnersList, Radicale
from tests.servers.server import PASSWORD

BY_PHONE = """
[plans.negotiation]
steps = [{ after = "5 days", do = "call", note = "ask for the key" }, { after = "3 days", template = "check-in" }]
"""
TASKS = """
[tasks]
caldav_url = "{url}"
username = "{username}"
password_file = "tasks.secret"
"""
SIGNED = "Hi Dana,\n\nwhat would it cost?\n\nBest wishes,\nAnna\n\n-- \nAnna Rossi\nRossi SpA\nTel. +39 06 6982 1234\n"


def a_call(stage: Stage) -> Mail:
    """Anna asked ten days ago and signed with her number; Dana answered six days ago, and a call is due."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10), body=SIGNED)
    offered = a_message(sender=ME, to=CLIENT, at=days_ago(6), reply_to=asked)
    stage.box.put("INBOX", asked, flags=["\\Seen"])
    stage.box.put("Sent", offered, flags=["\\Seen"])
    return offered


@pytest.fixture
def by_phone(quick_stage: Stage) -> Stage:
    """A stage on which a call is due."""
    quick_stage.extra = BY_PHONE
    a_call(quick_stage)
    return quick_stage


def test_a_number_in_the_clients_signature(by_phone: Stage) -> None:
    """It's read with the pass in which the call is due, though the mail came before the owner's last."""
    by_phone.look()

    [errand] = by_phone.overview().errands.values()
    assert errand.phone == "+390669821234"


def forget_numbers(stage: Stage) -> None:
    """What a migration does to a ledger of an older version."""
    with stage.application() as app:
        for message in [m for thread in app.ledger.threads("work") for m in thread.messages]:
            if message.remarks is not None:
                app.ledger.remark("work", replace(message, remarks=replace(message.remarks, phones=None)))


def test_a_number_that_was_forgotten(by_phone: Stage) -> None:
    """The client's mail is read again for it, once."""
    by_phone.look()
    forget_numbers(by_phone)
    assert [errand.phone for errand in by_phone.overview().errands.values()] == [""]

    by_phone.look(0.1)
    asked = len(bodies_asked_for(by_phone))
    by_phone.look(0.2)

    assert [errand.phone for errand in by_phone.overview().errands.values()] == ["+390669821234"]
    assert len(bodies_asked_for(by_phone)) == asked


def test_a_number_that_was_forgotten_and_is_not_shown_again(by_phone: Stage) -> None:
    """It's given up; what else the mail said stays known."""
    by_phone.look()
    before = remarks_in(by_phone)
    forget_numbers(by_phone)

    look(by_phone, refusing(Refused))

    assert {replace(each, phones=()) for each in before} == {replace(each, phones=()) for each in remarks_in(by_phone)}
    assert [errand.phone for errand in by_phone.overview().errands.values()] == [""]
    assert [each for each in remarks_in(by_phone) if each.language and each.phones == ()] != []


def remarks_in(stage: Stage) -> set[Remarks]:
    """What is known of the words of all mail."""
    with stage.application() as app:
        found = (m.remarks for thread in app.ledger.threads("work") for m in thread.messages)
        return {remarks for remarks in found if remarks is not None}


def test_a_number_that_is_known(by_phone: Stage) -> None:
    """No mail is read for it a second time."""
    by_phone.look()
    asked = len(bodies_asked_for(by_phone))
    by_phone.look(0.1)

    assert asked > 0
    assert len(bodies_asked_for(by_phone)) == asked


# ------------------------------------------------------------------------------------------ the task list


class Desk:
    """A stage with a task list beside the mailbox; each look is a process of its own."""

    def __init__(self, stage: Stage, hers: OwnersList) -> None:
        self.stage = stage
        self.hers = hers
        stage.extra = BY_PHONE + TASKS.format(url=hers.url, username=hers.username)
        (stage.home / "tasks.secret").write_text(PASSWORD)
        (stage.home / "tasks.secret").chmod(0o600)

    def look(self, days: float = 0, *, doubts: tuple[str, ...] = ()) -> Outcome:
        """A pass so many days after NOW, and what is done about it on the list."""
        outcome = replace(self.stage.look(days), doubts=doubts)
        with self.errands() as errands:
            errands.see_to(outcome)
        return outcome

    @contextmanager
    def errands(self) -> Iterator[Errands]:
        """Who sees to the list, in a process of their own."""
        with self.stage.application() as app:
            errands = errands_of(app)
            assert errands is not None
            yield errands

    @property
    def lines(self) -> list[str]:
        """What the one object on the list says."""
        return self.hers.only[1].split("\n")

    @property
    def orders(self) -> list[Order]:
        """What the owner has ordered of the one thread."""
        with self.stage.application() as app:
            [thread] = app.ledger.threads("work")
            return list(thread.orders)

    @property
    def problems(self) -> tuple[str, ...]:
        """What `status` tells of."""
        return self.stage.overview().problems

    def done(self) -> None:
        """The owner says that it's done, by command."""
        thread = self.stage.verdict().thread
        with self.stage.application() as app:
            give(app, thread, Order(kind=OrderKind.DONE, at=self.stage.clock(), step=0))


@pytest.fixture
def desk(quick_stage: Stage, radicale: Radicale) -> Desk:
    """A call is due, and Dana has an empty task list."""
    a_call(quick_stage)
    return Desk(quick_stage, radicale.a_list())


def test_a_call_that_falls_due(desk: Desk) -> None:
    """It's on the list with all that is needed for it, once."""
    desk.look()
    before = desk.hers.only
    desk.look(0.1)

    assert desk.hers.only == before
    assert "SUMMARY:Call Anna Rossi: The new site" in desk.lines
    text = before[1].replace("\n ", "")
    for words in ("ask for the key\\n", "Phone: +39 06 6982 1234\\n", "Last exchange: you on 12 March"):
        assert words in text
    assert desk.problems == ()


def test_a_call_in_the_owners_language(desk: Desk) -> None:
    """All of it is, but for what they wrote themselves."""
    desk.stage.extra += 'language = "de"\n'
    desk.look()

    assert "SUMMARY:Anrufen: Anna Rossi – The new site" in desk.lines
    text = desk.hers.only[1].replace("\n ", "")
    for words in (
        "DESCRIPTION:ask for the key\\n",
        "Telefon: +39 06 6982 1234\\n",
        "Zuletzt geschrieben: Sie am 12. März",
    ):
        assert words in text


def test_a_call_that_is_ticked_off_there(desk: Desk) -> None:
    """It's done by that, once: the plan moves on, and the object stays as the owner left it."""
    desk.look()
    desk.hers.tick()
    ticked = desk.hers.only
    for days in (0.1, 0.2, 0.3):
        desk.look(days)

    [order] = desk.orders
    assert (order.kind, order.step, order.means) == (OrderKind.DONE, 0, ", by your task list")
    assert order.at == days_later(0.1)
    assert desk.hers.only == ticked
    assert desk.stage.state() is State.WAITING
    desk.look(3.2)
    assert desk.stage.subjects == ["Re: The new site"]


def test_a_call_that_is_done_by_command(desk: Desk) -> None:
    """It's ticked off on the list, and that is no second order."""
    desk.look()
    desk.done()
    for days in (0.1, 0.2):
        desk.look(days)

    assert "STATUS:COMPLETED" in desk.lines
    assert len(desk.orders) == 1


def test_an_answer(desk: Desk) -> None:
    """The call goes from the list."""
    desk.look()
    [sent] = desk.stage.box.folder("Sent")
    desk.stage.box.put("INBOX", a_reply(sent.mail, at=days_later(0.05)))
    desk.look(0.1)

    assert desk.stage.state() is State.ANSWERED
    assert desk.hers.objects == {}


def test_an_answer_to_a_call_that_the_owner_wrote_something_into(desk: Desk) -> None:
    """It's ticked off, what the owner wrote stays, and it's no word of theirs."""
    desk.look()
    desk.hers.change("STATUS:NEEDS-ACTION", "STATUS:NEEDS-ACTION\nCOMMENT:not before noon")
    [sent] = desk.stage.box.folder("Sent")
    desk.stage.box.put("INBOX", a_reply(sent.mail, at=days_later(0.05)))
    desk.look(0.1)

    assert {"STATUS:COMPLETED", "COMMENT:not before noon"} <= set(desk.lines)
    assert desk.orders == []


@pytest.mark.parametrize(("more", "left"), [("", 0), ("\nPRIORITY:1", 1)], ids=["untouched", "touched"])
def test_a_snooze(desk: Desk, more: str, left: int) -> None:
    """The same call is due again when it ends, and that is no reason to take it for done."""
    desk.look()
    desk.hers.change("STATUS:NEEDS-ACTION", f"STATUS:NEEDS-ACTION{more}")
    desk.stage.order(OrderKind.SNOOZE, until=days_later(3).date())
    desk.look(0.1)
    assert len(desk.hers.objects) == left
    desk.look(4)

    assert "STATUS:NEEDS-ACTION" in desk.lines
    assert desk.stage.state() is State.TASK


def test_a_count_begun_anew(desk: Desk) -> None:
    """A tick of the count before ends no call of this one, though it's about the same mail."""
    desk.look()
    desk.hers.tick()
    desk.look(0.1)
    desk.stage.order(OrderKind.PLAN, plan="negotiation")
    desk.look(6)

    assert desk.stage.state() is State.TASK
    assert len(desk.hers.objects) == 2
    assert [order.kind for order in desk.orders] == [OrderKind.DONE, OrderKind.PLAN]


def test_what_is_not_ours(desk: Desk) -> None:
    """It's never changed: the owner's own tasks, ticked off or not, and one that bears our name by chance."""
    others = {"milk": hers_own("milk"), "bread": hers_own("bread", "STATUS:COMPLETED"), "crickets-1": hers_own("x")}
    for name, text in others.items():
        desk.hers.put(name, text)
    before = desk.hers.objects
    desk.look()
    desk.stage.order(OrderKind.STOP)
    desk.look(0.1)

    assert desk.hers.objects == before


def test_a_mailbox_that_was_not_read_whole(desk: Desk) -> None:
    """Nothing is put on the list nor taken from it; what was ticked off is done all the same."""
    desk.look(doubts=("INBOX could not be read",))
    assert desk.hers.objects == {}
    desk.look(0.1)
    desk.stage.order(OrderKind.STOP)
    desk.look(0.2, doubts=("INBOX could not be read",))
    assert len(desk.hers.objects) == 1

    desk.stage.order(OrderKind.RESUME)
    desk.look(6)
    for name, text in desk.hers.objects.items():
        desk.hers.put(name, text.replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED"))
    desk.look(6.1, doubts=("INBOX could not be read",))
    assert [order.kind for order in desk.orders] == [OrderKind.STOP, OrderKind.RESUME, OrderKind.DONE]


# ----------------------------------------------------------------------------------- a list that fails


def test_a_wrong_password(desk: Desk) -> None:
    """`status` tells what to do, until it goes well again; the mail is none the worse for it."""
    secret = desk.stage.home / "tasks.secret"
    secret.write_text("wrong")
    desk.look()
    problem = "".join(desk.problems)

    assert problem.startswith("your task list isn't up to date: 127.0.0.1 did not let you in")
    assert "Mend username or secret below [tasks]" in problem
    assert desk.stage.state() is State.TASK

    secret.write_text(PASSWORD)
    desk.look(0.1)
    assert len(desk.hers.objects) == 1
    assert not desk.problems


def test_a_list_that_the_config_names_no_more(desk: Desk) -> None:
    """Its problem is none any more."""
    (desk.stage.home / "tasks.secret").write_text("wrong")
    desk.look()
    assert len(desk.problems) == 1
    desk.stage.extra = BY_PHONE
    with desk.stage.application() as app:
        assert errands_of(app) is None

    assert not desk.problems


def test_a_failure(desk: Desk) -> None:
    """The list is left alone for a while; the next process tries again."""
    with a_web(saying(an_answer("503 Not Now"))) as web:
        desk.stage.extra = BY_PHONE + TASKS.format(url=web.place.url, username="dana")
        outcome = desk.stage.look()
        with desk.errands() as errands:
            for _ in range(3):
                errands.see_to(outcome)
        assert len(web.requests) == 1
        with desk.errands() as errands:
            errands.see_to(outcome)
        assert len(web.requests) == 2
    assert desk.problems == ("your task list isn't up to date: 127.0.0.1 can't serve the task list now: 503 Not Now",)


def test_a_mistake_of_our_own(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """It's told as one, and holds up nothing."""
    outcome = desk.stage.look()
    with desk.errands() as errands:
        errands.see_to(replace(outcome, account="nobody's"))

    assert desk.problems == (
        "your task list isn't up to date: a mistake of Crickets' own (KeyError); its log tells more",
    )


def test_an_end_before_it_began(desk: Desk) -> None:
    """Nothing is begun any more, and that is no problem of the list's."""
    outcome = desk.stage.look()
    with desk.errands() as errands:
        errands.interrupt()
        errands.see_to(outcome)

    assert desk.hers.objects == {}
    assert desk.problems == ()


def test_told_to_stop_while_the_secret_is_asked_for(desk: Desk) -> None:
    """A keyring may wait for its owner: nothing begins after that, and no failure is told of."""
    outcome = desk.stage.look()
    with desk.errands() as errands:
        known = errands.secret

        def slowly() -> str:
            errands.interrupt()
            return known()

        errands.secret = slowly
        errands.see_to(outcome)

    assert desk.hers.objects == {}
    assert desk.problems == ()


def test_a_call_without_a_list(by_phone: Stage) -> None:
    """Nobody sees to one, and nothing is told of it."""
    by_phone.look()
    with by_phone.application() as app:
        assert errands_of(app) is None
    assert by_phone.overview().problems == ()

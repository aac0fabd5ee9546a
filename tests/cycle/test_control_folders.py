"""The control folders, from being made to being obeyed, on real servers."""

from __future__ import annotations

from pathlib import Path

import pytest

from crickets.domain.problem import Fault
from crickets.domain.thread import Order, OrderKind, ThreadId
from crickets.domain.verdict import State
from crickets.errors import Refused
from crickets.service.overview import detail_of
from tests.cycle.interference import Killed, at, look
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.fakes.mailbox import Moment, Phase

CONTROL = "\n[control]\nfolders = true\n"
FOLDERS = tuple(
    f"Crickets/{title}"
    for title in ("Stop", "Snooze 1 week", "Snooze 1 month", "Negotiation", "Project", "Invoice", "Lost", "Cold")
)


def switched_on(stage: Stage) -> Stage:
    """The owner wants them."""
    stage.extra, stage.control = CONTROL, FOLDERS
    return stage


@pytest.fixture
def controlled(quick_stage: Stage) -> Stage:
    """Anna is silent, a draft lies there, and the folders have been made."""
    a_silence(switched_on(quick_stage).box)
    quick_stage.box.put("Sent", a_message(sender=ME, to=ME, at=days_ago(20), subject="A note"))  # so it's never empty
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    return quick_stage


def orders(stage: Stage) -> list[tuple[OrderKind, str]]:
    """What was ordered in the only thread, and by what."""
    return [(order.kind, order.by) for order in all_orders(stage)]


def all_orders(stage: Stage) -> tuple[Order, ...]:
    """The orders of the only thread, as `show` has them."""
    return orders_in(stage, stage.verdict().thread)


def orders_in(stage: Stage, name: ThreadId) -> tuple[Order, ...]:
    """The orders of a thread."""
    with stage.application() as app:
        detail = detail_of(app.ledger, name, app.settings.policy, stage.clock())
    assert detail is not None
    return detail.thread.orders


def orders_of(stage: Stage, subject: str) -> list[tuple[OrderKind, str]]:
    """What was ordered in the thread of that subject, and by what."""
    [thread] = [v.thread for v in stage.overview().threads if v.subject == subject]
    return [(order.kind, order.by) for order in orders_in(stage, thread)]


def put(stage: Stage, title: str, source: str = "Sent") -> None:
    """The owner drags the mail of a folder that belongs to the thread into a control folder."""
    [uid] = [stored.uid for stored in stage.box.folder(source) if "The new site" in stored.mail.subject]
    stage.box.move(source, uid, f"Crickets/{title}")


def test_they_are_made(stage: Stage) -> None:
    """All of them, once; and mail put there orders what the folder says, by one order however often it's read."""
    a_silence(switched_on(stage).box)
    stage.look()
    assert {name for name in stage.box.folders if name.startswith("Crickets/")} == set(FOLDERS)
    assert stage.overview().problems == ()
    put(stage, "Stop")
    for days in (0.1, 0.2, 8, 30):
        stage.look(days)
        assert (stage.subjects, stage.state()) == ([], State.STOPPED)

    assert orders(stage) == [(OrderKind.STOP, "the folder Crickets/Stop")]
    assert "by the folder Crickets/Stop" in str(stage.verdict().reason)
    made = [rest for session in stage.recorder.sessions for verb, rest in session if verb == "CREATE"]
    assert len(made) == len(FOLDERS)


def test_they_are_subscribed_to(quick_stage: Stage) -> None:
    """Or many a mail client wouldn't show them."""
    switched_on(quick_stage).look()
    said = [(verb, rest) for session in quick_stage.recorder.sessions for verb, rest in session]

    assert {rest for verb, rest in said if verb == "CREATE"} == {rest for verb, rest in said if verb == "SUBSCRIBE"}


def test_without_the_setting(quick_stage: Stage) -> None:
    """None is made, and one of that name is a folder like any other."""
    a_silence(quick_stage.box)
    quick_stage.box.create("Crickets/Stop")
    quick_stage.look()
    put(quick_stage, "Stop")
    quick_stage.look(0.1)

    assert [name for name in quick_stage.box.folders if name.startswith("Crickets")] == ["Crickets/Stop"]
    assert (orders(quick_stage), len(quick_stage.drafts)) == ([], 1)


def test_a_rehearsal(quick_stage: Stage) -> None:
    """It makes none."""
    switched_on(quick_stage).look(rehearsal=True)

    assert not [name for name in quick_stage.box.folders if name.startswith("Crickets")]


def refusing(moment: Moment) -> None:
    """The server makes no folder."""
    if moment.call == "make_folder":
        raise Refused("making the folder 'Crickets/Stop'", answer="[LIMIT] No", remedy="Make it yourself.")


def test_a_server_that_refuses(quick_stage: Stage) -> None:
    """It's told, and everything else goes on; once the server has thought better of it, it's told no more."""
    a_silence(switched_on(quick_stage).box)
    look(quick_stage, refusing)
    told = "work: the control folders can't all be made (making the folder 'Crickets/Stop': [LIMIT] No). "
    remedy = "Make it in your mail client, or set `folders = false` in [control]."
    assert quick_stage.overview().problems == (f"{told}{remedy}",)
    assert [problem.fault for problem in quick_stage.overview().told] == [Fault.CONTROL]
    assert len(quick_stage.drafts) == 1
    quick_stage.look(0.1)

    assert (quick_stage.overview().problems, len(quick_stage.drafts)) == ((), 1)


@pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AFTER])
def test_an_end_amid_their_making(quick_stage: Stage, phase: Phase) -> None:
    """The next pass makes the rest."""
    a_silence(switched_on(quick_stage).box)
    with pytest.raises(Killed):
        look(quick_stage, at("make_folder", phase, killed_now, time=3))
    quick_stage.look(0.1)

    assert {name for name in quick_stage.box.folders if name.startswith("Crickets/")} == set(FOLDERS)
    assert quick_stage.overview().problems == ()


def test_an_end_before_it_is_obeyed(controlled: Stage) -> None:
    """What was read, and not yet heard, is heard by the next pass."""
    put(controlled, "Stop")
    with pytest.raises(Killed):
        look(controlled, at("drafts", Phase.AFTER, killed_now), 0.1)
    assert orders(controlled) == []
    controlled.look(0.2)

    assert (controlled.subjects, orders(controlled)) == ([], [(OrderKind.STOP, "the folder Crickets/Stop")])


def killed_now() -> None:
    """The process ends here."""
    raise Killed


def test_a_plan(controlled: Stage) -> None:
    """The draft of the former plan goes; the new one's first step counts from the day of the order."""
    put(controlled, "Project")
    controlled.look(0.1)
    assert (controlled.subjects, controlled.verdict().plan) == ([], "project")
    assert "plan project: you ordered it, by the folder Crickets/Project" in map(str, controlled.verdict().why)
    controlled.look(6.1)  # the Tuesday of the next week

    assert len(controlled.drafts) == 1


def test_a_week(controlled: Stage) -> None:
    """The draft goes, and comes again when the week is over."""
    put(controlled, "Snooze 1 week")
    controlled.look(0.1)
    assert (controlled.subjects, controlled.state()) == ([], State.SNOOZED)
    controlled.look(6.4)
    assert controlled.subjects == []
    controlled.look(7.1)

    assert controlled.subjects == ["Re: The new site"]


def test_it_is_taken_out_again(controlled: Stage) -> None:
    """That takes nothing back; put there again, it's another order."""
    put(controlled, "Snooze 1 week")
    controlled.look(0.1)
    put_back = max(mail.uid for mail in controlled.box.folder("Crickets/Snooze 1 week"))
    controlled.box.move("Crickets/Snooze 1 week", put_back, "Archive")
    controlled.look(1)
    assert controlled.state() is State.SNOOZED
    put(controlled, "Snooze 1 week", source="Archive")
    controlled.look(8)

    assert (controlled.state(), len(orders(controlled))) == (State.SNOOZED, 2)


def test_a_command_after_it(controlled: Stage) -> None:
    """The later word counts, though the mail lies there still."""
    put(controlled, "Stop")
    controlled.look(0.1)
    controlled.order(OrderKind.RESUME)
    controlled.look(1)

    assert controlled.state() is State.WAITING


def test_an_answer_after_it(controlled: Stage) -> None:
    """An order is a new beginning, and later mail answers it as ever."""
    put(controlled, "Lost")
    controlled.look(0.1)
    [offered] = [m.mail for m in controlled.box.folder("Crickets/Lost")]
    controlled.box.put("INBOX", a_reply(offered, at=days_later(1)))
    controlled.look(7)

    assert (controlled.subjects, controlled.state()) == ([], State.ANSWERED)


def test_the_clients_mail(controlled: Stage) -> None:
    """Any mail of the thread stands for it."""
    controlled.box.move("INBOX", controlled.box.folder("INBOX")[0].uid, "Crickets/Stop")
    controlled.look(0.1)

    assert controlled.state() is State.STOPPED


def test_a_whole_conversation(controlled: Stage) -> None:
    """Put there together, its mails give one order."""
    put(controlled, "Stop")
    put(controlled, "Stop", source="INBOX")
    controlled.look(0.1)

    assert orders(controlled) == [(OrderKind.STOP, "the folder Crickets/Stop")]


def test_the_folder_is_made_anew(controlled: Stage) -> None:
    """Under another UIDVALIDITY, what lay there before is no news."""
    put(controlled, "Stop")
    controlled.look(0.1)
    controlled.order(OrderKind.RESUME)
    [mail] = controlled.box.folder("Crickets/Stop")
    controlled.box.delete("Crickets/Stop")
    controlled.box.create("Crickets/Stop")
    controlled.box.put("Crickets/Stop", mail.mail)
    for days in (0.2, 1):
        controlled.look(days)
        assert controlled.state() is State.WAITING
    controlled.box.move("Crickets/Stop", controlled.box.folder("Crickets/Stop")[0].uid, "Archive")
    controlled.look(1.1)
    put(controlled, "Stop", source="Archive")
    controlled.look(1.2)

    assert (controlled.state(), len(orders(controlled))) == (State.STOPPED, 3)


def test_a_folder_that_was_thrown_away(controlled: Stage) -> None:
    """It isn't made again, as long as there are others."""
    controlled.box.delete("Crickets/Cold")
    controlled.look(0.1)
    assert "Crickets/Cold" not in controlled.box.folders
    for name in FOLDERS:
        if name in controlled.box.folders:
            controlled.box.delete(name)
    controlled.look(0.2)

    assert {name for name in controlled.box.folders if name.startswith("Crickets/")} == set(FOLDERS)


def test_what_lay_there_before(quick_stage: Stage) -> None:
    """Who knows when it was put there: what was answered since the mail stays answered."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(3)))
    quick_stage.box.create("Crickets/Project")
    quick_stage.box.put("Crickets/Project", offered)
    switched_on(quick_stage)
    for days in (0, 7, 14):
        quick_stage.look(days)
        assert (quick_stage.subjects, quick_stage.state()) == ([], State.ANSWERED)

    [order] = all_orders(quick_stage)
    assert (order.plan, order.at) == ("project", offered.date)


def test_another_ledger(controlled: Stage, tmp_path: Path) -> None:
    """A ledger that was lost makes no old order a new one."""
    put(controlled, "Lost")
    controlled.look(0.1)
    [offered] = [m.mail for m in controlled.box.folder("Crickets/Lost")]
    controlled.box.put("INBOX", a_reply(offered, at=days_later(1)))
    controlled.look(1.1)
    controlled.home = tmp_path / "anew"
    controlled.home.mkdir()
    for days in (2, 9):
        controlled.look(days)
        assert (controlled.subjects, controlled.state()) == ([], State.ANSWERED)


def test_switched_off_and_on(controlled: Stage) -> None:
    """What was ordered stays ordered, once; what was put there meanwhile is an order as old as its mail."""
    put(controlled, "Snooze 1 month")
    controlled.look(0.1)
    controlled.extra = ""
    other = a_message(sender=ME, to=CLIENT, at=days_ago(6), subject="Another matter")
    controlled.box.put("Crickets/Stop", other)
    controlled.look(0.2)
    controlled.extra = CONTROL
    controlled.look(0.3)

    states = {v.subject: (v.state, v.plan) for v in controlled.overview().threads}
    assert states["The new site"][0] is State.SNOOZED
    assert states["Another matter"][0] is State.STOPPED
    assert [kind for kind, _ in orders_of(controlled, "The new site")] == [OrderKind.SNOOZE]


def test_the_owners_own_plan(quick_stage: Stage) -> None:
    """It has a folder of its own."""
    plan = '[plans."big jobs"]\nsteps = [{ after = "3 days", template = "check-in" }]\n'
    a_silence(switched_on(quick_stage).box)
    quick_stage.extra += plan
    quick_stage.control = (*FOLDERS, "Crickets/Big jobs")
    quick_stage.look()
    put(quick_stage, "Big jobs")
    quick_stage.look(0.1)

    assert quick_stage.verdict().plan == "big jobs"


def test_a_draft_put_there(controlled: Stage) -> None:
    """Whoever drags the draft itself there means its thread."""
    put(controlled, "Stop", source="Drafts")
    for days in (0.1, 1, 9):
        controlled.look(days)
        assert (controlled.subjects, controlled.state()) == ([], State.STOPPED)


def test_a_draft_put_off(controlled: Stage) -> None:
    """It was neither sent nor thrown away: once the week is over, the same step comes again."""
    put(controlled, "Snooze 1 week", source="Drafts")
    controlled.look(0.1)
    assert ([kind for kind, _ in orders(controlled)], controlled.state()) == ([OrderKind.SNOOZE], State.SNOOZED)
    controlled.look(300)  # the server has moved it by its own clock, and the order is no earlier

    assert (controlled.verdict().step, controlled.state(), controlled.subjects) == (
        0,
        State.DRAFTED,
        ["Re: The new site"],
    )

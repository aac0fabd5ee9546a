"""The owner's word: each order, and what is told to hold afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from crickets.cli.orders_page import tell_what_holds
from crickets.domain.message import Address, Role
from crickets.domain.plans import After, Step, Unit
from crickets.domain.remarks import Expectation, Remarks
from crickets.domain.verdict import Reason, State, Verdict, why
from crickets.service.clock import system_clock
from crickets.service.overview import Detail
from tests.builders import NOW, a_policy, a_sent, a_thread, ago, some_evidence
from tests.cli.home import Home, a_received, a_silence, days_ago

BRUNO = Address(name="Bruno", email="bruno@client.example")


@pytest.fixture
def silent(home: Home) -> str:
    """The name of a thread whose client has been silent for four days."""
    home.remember(*a_silence(4))
    return home.only_thread()


def test_snooze(home: Home, silent: str) -> None:
    """The thread rests until the day that was named."""
    until = system_clock().date() + dt.timedelta(days=20)

    told = home("snooze", silent, str(until))

    assert (told.code, told.err) == (0, "")
    assert "snoozed: you put it off until" in told.out
    (thread,) = home.threads
    assert (thread["state"], thread["reason"]) == ("snoozed", f"you put it off until {until}")


def test_a_stopped_question_to_the_owner(home: Home) -> None:
    """It's no longer their turn; it can still be seen, and found by the client's name to be taken up again."""
    home.remember(a_received(at=days_ago(2)))

    home("stop", "Anna")

    assert [t["state"] for t in home.threads] == ["stopped"]
    assert "Anna Rossi" in home("status", "--all").out
    assert home("show", "Anna").code == 0


@pytest.mark.parametrize("expects", [None, False], ids=["a question", "a plain no"])
def test_a_mail_of_today(home: Home, expects: bool | None) -> None:  # noqa: FBT001 - what the mail's words say
    """A thread with nothing but the client's mail goes by their name and its subject at once."""
    remarks = Remarks(expectation=Expectation(answer=expects))
    rejection = a_received(at=days_ago(0.1), subject="Huisstijl voorjaar", remarks=remarks)
    home.remember(rejection, *a_silence(4, number=2, client=BRUNO))

    assert home("plan", "huisstijl", "project").code == 0
    assert [(t["contact"]["name"], t["plan"]) for t in home.threads if t["plan"] == "project"] == [
        ("Anna Rossi", "project")
    ]


def test_a_client_with_a_mail_of_today_and_a_silence(home: Home) -> None:
    """Which of the two is meant by their name nobody knows: both are listed, and nothing is ordered."""
    home.remember(a_received(at=days_ago(0.1), subject="Huisstijl"), *a_silence(4, number=2))

    told = home("stop", "anna")

    assert told.code == 2
    assert "Huisstijl" in told.err
    assert [t["state"] for t in home.threads] != ["stopped"]


def test_a_mail_that_nobody_takes_up(home: Home) -> None:
    """No word means it by itself: what is old, or lies in Junk, keeps no other from being named."""
    spam = replace(a_received(3, at=days_ago(0.1), sender=BRUNO, subject="Poster"), places=frozenset({Role.JUNK}))
    old = a_received(2, at=days_ago(200), sender=BRUNO, subject="Poster")
    home.remember(spam, old, *a_silence(4, subject="The poster"))

    assert home("stop", "poster").code == 0


def test_a_plan_that_is_nearly_one(home: Home, silent: str) -> None:
    """What was perhaps meant is named."""
    told = home("plan", silent, "projct")

    assert told.code == 2
    assert "did you mean project?" in " ".join(told.err.replace("│", " ").split())


def test_snooze_of_a_stopped_thread(home: Home, silent: str) -> None:
    """It changes nothing, and the answer says so and what would."""
    home("stop", silent)

    told, as_json = home("snooze", silent, "2 weeks"), home("snooze", silent, "2 weeks", "--json")

    assert "stopped: you stopped it" in told.out
    assert as_json.json["state"] == "stopped"
    for err in (told.err, as_json.err):
        assert "The snooze changes nothing" in err
        assert f"{home.command} resume {silent}" in err


def test_snooze_in_words(home: Home, silent: str) -> None:
    """Blanks need no quotes, and it's told as JSON if asked."""
    for until in (("2 weeks",), ("2", "weeks"), ("next", "monday")):
        thread = home("snooze", silent, *until, "--json").json

        assert (thread["id"], thread["state"]) == (silent, "snoozed")


@pytest.mark.parametrize("until", ["yesterday", "2020-01-01", "soon", "0 days"])
def test_snooze_until_no_day_to_come(home: Home, silent: str, until: str) -> None:
    """It's wrong usage, and nothing is ordered."""
    told = home("snooze", silent, until)

    assert told.code == 2
    assert "UNTIL" in told.err
    assert home("show", silent, "--json").json["orders"] == []


def test_stop_and_resume(home: Home, silent: str) -> None:
    """A stopped thread stays stopped until it's resumed; then its plan begins anew, today."""
    assert "stopped: you stopped it" in home("stop", silent).out
    assert [t["state"] for t in home.threads] == ["stopped"]

    told = home("resume", silent)

    assert "waiting" in told.out
    assert "Next: check-in on " in told.out
    assert [t["state"] for t in home.threads] == ["waiting"]


def test_another_plan(home: Home, silent: str) -> None:
    """The thread goes by the plan that was named."""
    assert home("plan", silent, "by-phone").code == 0
    assert [(t["plan"], t["step"]) for t in home.threads] == [("by-phone", 1)]


def test_its_plan_after_a_stop(home: Home, silent: str) -> None:
    """It's followed up again by it."""
    home("plan", silent, "by-phone")
    home("stop", silent)
    told = home("plan", silent, "by-phone")

    assert (told.code, told.err) == (0, "")
    assert [(t["plan"], t["state"]) for t in home.threads] == [("by-phone", "waiting")]


def test_a_plan_in_another_case(home: Home, silent: str) -> None:
    """It's the same one, as it is to control folders and plus-addresses."""
    assert home("plan", silent, "By-Phone").code == 0
    assert [t["plan"] for t in home.threads] == ["by-phone"]


def test_the_plan_that_leaves_it_alone(home: Home, silent: str) -> None:
    """It's a plan by its name, as in the config, and as the pages advise."""
    assert home("plan", silent, "none").code == 0
    assert [t["state"] for t in home.threads] == ["ignored"]


def test_a_step_whose_moment_has_passed(capsys: pytest.CaptureFixture[str]) -> None:
    """It comes with the next pass, and not on a day that is over."""
    thread = a_thread(a_sent(ago(days=9)))
    evidence = some_evidence()
    step = Step(timing=After(count=2, unit=Unit.DAYS), template="check-in")
    past = Verdict(
        thread=thread.id,
        account="work",
        state=State.WAITING,
        reason=why(Reason.NOT_YET, step=1, day=ago(days=5).date()),
        planned=step,
        next_at=ago(days=5),
    )

    tell_what_holds(Detail(thread=thread, verdict=past, evidence=evidence), a_policy(), NOW, as_json=False)

    assert "Next: check-in, with the next pass." in capsys.readouterr().out


def test_a_plan_that_is_none(home: Home, silent: str) -> None:
    """It's wrong usage, and the plans that there are are named."""
    told = home("plan", silent, "nonsense")

    assert told.code == 2
    assert "by-phone" in told.err
    assert home("show", silent, "--json").json["orders"] == []


def test_a_call_that_is_done(home: Home) -> None:
    """The plan moves on to the next step."""
    home.remember(*a_silence(3, client=BRUNO))
    name = home.only_thread()

    told = home("done", name)

    assert (told.code, told.err) == (0, "")
    assert [(t["state"], t["step"]) for t in home.threads] == [("waiting", 2)]
    assert [(o["order"], o["step"]) for o in home("show", name, "--json").json["orders"]] == [("done", 1)]


def test_done_once_more(home: Home) -> None:
    """It changes nothing, and isn't held against its owner."""
    home.remember(*a_silence(3, client=BRUNO))
    name = home.only_thread()
    home("done", name)

    told, as_json = home("done", name), home("done", name, "--json")

    assert (told.code, as_json.code) == (0, 0)
    assert told.err == "Nothing is left to be done here: you said today that it was.\n"
    assert as_json.json["step"] == 2
    assert len(home("show", name, "--json").json["orders"]) == 1


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (("stop",), "It was stopped already, by your order of today."),
        (("snooze", "3 weeks"), "It was put off until then already, by your order of today."),
        (("plan", "none"), "It was left alone already, by your order of today."),
        (("plan", "by-phone"), "It went by by-phone already, by your order of today."),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_an_order_given_twice(home: Home, silent: str, order: tuple[str, ...], said: str) -> None:
    """It's no mistake: what holds is told, and that it held before."""
    command, *rest = order
    first, second = home(command, silent, *rest), home(command, silent, *rest)

    assert (first.code, first.err) == (0, "")
    assert (second.code, second.err, second.out) == (0, f"{said}\n", first.out)
    assert len(home("show", silent, "--json").json["orders"]) == 1


def test_done_where_nothing_is_due(home: Home, silent: str) -> None:
    """It's wrong usage: a draft is sent or thrown away, not done."""
    told = home("done", silent)

    err = " ".join(told.err.split())
    assert told.code == 2
    assert f"no call and no task is due in {silent} (waiting: step 1 falls due" in err
    assert f"`{home.command} stop {silent}`" in err


def test_done_long_after_a_call(home: Home) -> None:
    """What was done then isn't what is meant now, when a later step has been taken."""
    home.remember(*a_silence(3, client=BRUNO))
    name = home.only_thread()
    home("done", name)
    home("plan", name, "negotiation")

    told = home("done", name)

    assert told.code == 2
    assert "no call and no task is due" in " ".join(told.err.split())


def test_an_order_while_the_daemon_runs(home: Home, silent: str) -> None:
    """Whoever holds the ledger's lock, the owner's word is heard at once."""
    with home.ledger():
        told = home("stop", silent)

    assert told.code == 0
    assert [t["state"] for t in home.threads] == ["stopped"]


@pytest.mark.parametrize("order", [("stop",), ("resume",), ("done",), ("snooze", "friday"), ("plan", "by-phone")])
def test_a_thread_that_is_not_there(home: Home, silent: str, order: tuple[str, ...]) -> None:
    """It's wrong usage, whatever was ordered."""
    command, *rest = order

    assert home(command, "zzzzzz", *rest).code == 2

"""From verdicts to what the owner is told in the morning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypedDict, Unpack

import pytest

from crickets.domain.digest import Answer, Digest, DraftWaits, Hold, Matter, ToDo, YourTurn
from crickets.domain.digesting import MOST, Facts, digest_from
from crickets.domain.errand import Concern, Errand, Word
from crickets.domain.message import Address, Role
from crickets.domain.plans import After, Do, Step, Unit
from crickets.domain.problem import Fault, Problem
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict, Why, why
from tests.builders import ANNA, THREAD, a_policy, a_reply, a_sent, a_thread, june

TODAY = date(2026, 6, 17)
ABOUT = {"thread": THREAD, "client": ANNA, "subject": "The new site"}
CALL = Step(timing=After(count=5, unit=Unit.DAYS), do=Do.CALL, note="ask for the key")


class FactChanges(TypedDict, total=False):
    """What a test may want otherwise."""

    threads: tuple[Verdict, ...]
    turns: tuple[Verdict, ...]
    errands: Mapping[ThreadId, Errand]
    numbers: Mapping[ThreadId, str]
    to_read: Callable[[str], str]
    stirred: tuple[tuple[Thread, Verdict], ...]
    since: datetime
    problems: tuple[Problem, ...]
    more_turns: int
    old_turns: int


def told(**changes: Unpack[FactChanges]) -> Digest:
    """The digest of the 17th; the last was on the 16th."""
    facts = Facts(errands={}, since=june(16, 9), number=lambda phone, client: f"{phone} for {client}")
    return digest_from(replace(facts, **changes), a_policy(), TODAY)


def a_verdict(state: State, reason: Why, *, name: str = THREAD, planned: Step | None = None) -> Verdict:
    """What holds in a thread with Anna."""
    return Verdict(
        thread=ThreadId(name), account="work", state=state, reason=reason, client=ANNA, subject="The new site",
        plan="negotiation", planned=planned,
    )  # fmt: skip


def drafted(reason: Reason, step: int = 1) -> Verdict:
    """A draft lies there since the 15th."""
    return a_verdict(State.DRAFTED, why(reason, step=step, day="2026-06-15"))


def test_a_draft() -> None:
    """It's told with its step, and since when it lies there."""
    [draft] = told(threads=(drafted(Reason.DRAFT_LIES),)).drafts

    assert draft == DraftWaits(
        thread=THREAD, client=ANNA, subject="The new site", plan="negotiation", template="check-in", step=1, steps=2,
        since=date(2026, 6, 15),
    )  # fmt: skip


def test_a_draft_that_was_touched() -> None:
    """It's the owner's now, and waits all the same."""
    [draft] = told(threads=(drafted(Reason.DRAFT_IS_YOURS, 2),)).drafts

    assert (draft.step, draft.template, draft.yours) == (2, "closing-the-loop", True)


def test_a_draft_of_a_plan_that_was_shortened() -> None:
    """Its step is told though the plan has it no more."""
    [draft] = told(threads=(drafted(Reason.DRAFT_LIES, 5),)).drafts

    assert (draft.step, draft.steps, draft.template) == (5, 5, "")


@pytest.mark.parametrize(
    ("plan", "template", "steps"),
    [("project", "project-check-in", 4), ("mine", "", 1)],
    ids=["another", "none any more"],
)
def test_a_draft_of_another_plan_than_holds(plan: str, template: str, steps: int) -> None:
    """It's told by its own plan, whatever the thread goes by since."""
    about = {"step": 1, "plan": plan, "day": "2026-06-15", "number": "7", "thread": THREAD}
    [draft] = told(threads=(a_verdict(State.DRAFTED, why(Reason.DRAFT_BEFORE_A_NOTICE, **about)),)).drafts

    assert (draft.plan, draft.template, draft.step, draft.steps) == (plan, template, 1, steps)


def test_a_draft_of_the_owners_own() -> None:
    """It's no step of ours."""
    [draft] = told(threads=(a_verdict(State.DRAFTED, why(Reason.OWN_DRAFT_LIES)),)).drafts

    assert (draft.step, draft.yours) == (0, True)


def test_a_draft_that_an_answer_has_overtaken() -> None:
    """It's told first, and the answer is not told a second time."""
    verdict = a_verdict(State.ANSWERED, why(Reason.ANSWERED_WITH_A_DRAFT, who="Anna", day="2026-06-16"))
    thread = a_thread(a_sent(june(10)), a_reply(june(16, 12)))

    digest = told(threads=(verdict,), stirred=((thread, verdict),))

    assert [draft.answered for draft in digest.drafts] == [date(2026, 6, 16)]
    assert digest.answers == ()


def test_a_draft_that_an_answer_has_overtaken_among_others() -> None:
    """It comes before those that wait longer: sent as it is, it would do harm."""
    overtaken = a_verdict(State.ANSWERED, why(Reason.ANSWERED_WITH_A_DRAFT, who="Anna", day="2026-06-16"), name="late")
    others = drafted(Reason.DRAFT_LIES), replace(drafted(Reason.DRAFT_LIES), thread=ThreadId("next"))

    assert [draft.thread for draft in told(threads=(*others, overtaken)).drafts] == ["late", THREAD, "next"]


def test_a_call() -> None:
    """With the number as it's dialled, the note, the last exchange, and what to check first."""
    concern, last = Concern(day=date(2026, 6, 12)), (Word(day=date(2026, 6, 10)),)
    verdict = a_verdict(State.TASK, why(Reason.CALL_DUE, day="2026-06-15", note="ask"), planned=CALL)
    [todo] = told(threads=(verdict,), errands={THREAD: Errand(phone="06", concerns=(concern,), last=last)}).todos

    number = f"06 for {ANNA}"
    assert todo == ToDo(
        **ABOUT,  # type: ignore[arg-type]
        do=Do.CALL,
        phone=number,
        phone_told=number,
        note="ask for the key",
        concerns=(concern,),
        last=last,
    )


@pytest.mark.parametrize("planned", [CALL, None])
def test_a_call_of_which_nothing_is_known(planned: Step | None) -> None:
    """It can't be told."""
    verdict = a_verdict(State.TASK, why(Reason.CALL_DUE, day="2026-06-15", note="ask"), planned=planned)

    assert told(threads=(verdict,), errands={} if planned else {THREAD: Errand()}).todos == ()


def test_turns() -> None:
    """The longest waiting, and how many more there are."""
    one = a_verdict(State.ANSWERED, why(Reason.YOUR_TURN, who="Anna", day="2026-06-12"))
    many = tuple(replace(one, your_turn_since=june(12), thread=ThreadId(f"t{n}")) for n in range(MOST + 2))

    digest = told(turns=(*many, one), more_turns=5)

    assert digest.turns[0] == YourTurn(**(ABOUT | {"thread": "t0"}), since=date(2026, 6, 12))  # type: ignore[arg-type]
    assert (len(digest.turns), digest.more_turns) == (MOST, 8)
    assert told(turns=(one,)).turns == ()  # nobody knows since when
    assert told(old_turns=4).old_turns == 4
    assert told(old_turns=4).is_empty, "they were told of in their time"


ANSWERED = a_verdict(State.ANSWERED, why(Reason.ANSWERED, who="Anna", day="2026-06-16"))
SENT = a_sent(june(10))


@pytest.mark.parametrize(
    ("hour", "news"), [(june(16, 8), False), (june(16, 9), False), (june(16, 10), True), (june(17, 8), True)]
)
def test_an_answer(hour: datetime, *, news: bool) -> None:
    """It's told once, by the first digest after it."""
    digest = told(stirred=((a_thread(SENT, a_reply(hour)), ANSWERED),))

    assert digest.answers == ((Answer(**ABOUT, on=hour.date()),) if news else ())  # type: ignore[arg-type]


def test_several_answers() -> None:
    """The one that has waited longest first, whatever their threads are called and in which account they are."""
    came = {"a": june(16, 20), "b": june(17, 6), "c": june(16, 10)}
    stirred = ((a_thread(SENT, a_reply(at)), replace(ANSWERED, thread=ThreadId(name))) for name, at in came.items())

    assert [answer.thread for answer in told(stirred=tuple(stirred)).answers] == ["c", "a", "b"]


def test_an_answer_in_junk() -> None:
    """It's among the problems."""
    digest = told(stirred=((a_thread(SENT, a_reply(june(17, 6), places=frozenset({Role.JUNK}))), ANSWERED),))

    assert digest.answers == ()
    assert digest.troubles == (Answer(**ABOUT, on=TODAY, junk=True),)  # type: ignore[arg-type]


def test_no_answer() -> None:
    """Not what the owner has answered by now, what is told as their turn, or a thread without one."""
    thread = a_thread(SENT, a_reply(june(17, 6)))
    waiting = a_verdict(State.WAITING, why(Reason.NOT_YET, step=1, day="2026-06-20"))
    turn = replace(ANSWERED, your_turn_since=june(17, 6))

    assert told(stirred=((thread, waiting),)).answers == ()
    assert told(stirred=((thread, ANSWERED),), turns=(turn,)).answers == ()
    assert told(stirred=((a_thread(SENT), ANSWERED),)).answers == ()


@pytest.mark.parametrize(
    ("reason", "matter", "day"),
    [
        (why(Reason.AWAY, who="Anna", until="2026-06-20", instead="", day="2026-06-22"), Matter.AWAY, 20),
        (
            why(Reason.AWAY_FOR_A_WHILE, who="Anna", since="2026-06-14", until=None, instead="", day="2026-06-22"),
            Matter.AWAY_FOR_A_WHILE,
            14,
        ),
        (why(Reason.DAILY_CAP, cap=5), Matter.DAILY_CAP, None),
        (why(Reason.PAUSED, client="Anna", day="2026-06-30"), Matter.PAUSED, 30),
        (why(Reason.NO_INVOICE, step=1, thread=THREAD), Matter.INVOICE_UNKNOWN, None),
        (why(Reason.UNREADABLE, day="2026-06-15", files="a.xml", thread=THREAD), Matter.INVOICE_UNREADABLE, None),
        (why(Reason.UNCONFIRMED, invoice="7, 10 EUR", number="7", thread=THREAD), Matter.INVOICE_PROPOSED, None),
        (why(Reason.FROM_BEFORE, invoice="7, 10 EUR", number="7", thread=THREAD), Matter.INVOICE_OLD, None),
        (why(Reason.PERHAPS_ANOTHERS, number="7", how="", thread=THREAD), Matter.INVOICE_NOT_YOURS, None),
        (why(Reason.CREDITED, note="C-1", number="7", thread=THREAD), Matter.INVOICE_CREDITED, None),
        (why(Reason.TOLD_ELSEWHERE, thread="zzzz", number="7"), Matter.INVOICE_TOLD_ELSEWHERE, None),
        (why(Reason.OF_ANOTHER, who="b@x.example", number="7", thread=THREAD), Matter.INVOICE_OF_ANOTHER, None),
        (why(Reason.TWO_DEBTORS, number="7", debtor="Ben", other="zzzz"), Matter.INVOICE_OF_TWO, None),
        (why(Reason.NO_FILE, number="7", thread=THREAD), Matter.INVOICE_FILE, None),
        (why(Reason.DISPUTED, who="Anna", day="2026-06-15", number="7", thread=THREAD), Matter.INVOICE_ANSWERED, 15),
        (
            why(Reason.ANSWERED_ELSEWHERE, who="Anna", day="2026-06-14", other="zzzz", number="7", thread=THREAD),
            Matter.INVOICE_ANSWERED,
            14,
        ),
        (
            why(Reason.PAUSED_BY_AN_ANSWER, who="Anna", day="2026-06-13", where="", number="7", late=3, thread=THREAD),
            Matter.INVOICE_ANSWERED,
            13,
        ),
    ],
)
def test_a_hold(reason: Why, matter: Matter, day: int | None) -> None:
    """Why, and until when."""
    on = None if day is None else date(2026, 6, day)
    number = dict(reason.about).get("number", "")
    hold = Hold(**ABOUT, matter=matter, day=on, invoice=number)  # type: ignore[arg-type]

    assert told(threads=(a_verdict(State.HELD, reason),)).holds == (hold,)


def test_a_guess_at_an_invoice_that_lacks_something() -> None:
    """What it can't be confirmed without is told as well."""
    guess = why(Reason.UNCONFIRMED, invoice="", number="", missing=" --number N --amount SUM", thread=THREAD, paid="")

    [hold] = told(threads=(a_verdict(State.HELD, guess),)).holds

    assert (hold.invoice, hold.missing) == ("", " --number N --amount SUM")


def test_an_invoice_in_a_mail_that_is_too_large() -> None:
    """Its file is to be named, as no notice goes without."""
    large = why(Reason.UNREADABLE, day="2026-06-15", files="a.pdf", thread=THREAD, file=" --file …")

    [hold] = told(threads=(a_verdict(State.HELD, large),)).holds

    assert hold.missing == " --file …"


def test_a_bounce() -> None:
    """It's among the problems: nothing will change by itself."""
    digest = told(threads=(a_verdict(State.HELD, why(Reason.BOUNCED, day="2026-06-16")),))

    assert digest.holds == ()
    assert digest.troubles == (Hold(**ABOUT, matter=Matter.BOUNCED, day=date(2026, 6, 16)),)  # type: ignore[arg-type]


def test_the_number_to_call_where_mail_comes_back() -> None:
    """As it's dialled and as it's read."""
    verdict = a_verdict(State.HELD, why(Reason.BOUNCED, day="2026-06-16"))
    [hold] = told(threads=(verdict,), numbers={THREAD: "06 1234"}, to_read="read {}".format).troubles

    assert isinstance(hold, Hold)
    assert (hold.phone, hold.phone_told) == (f"06 1234 for {ANNA}", f"read 06 1234 for {ANNA}")


@pytest.mark.parametrize(
    "verdict",
    [
        a_verdict(State.HELD, why(Reason.DRAFT_UNSURE)),
        a_verdict(State.HELD, why(Reason.NOT_FULLY_READ, doubt="x")),
        a_verdict(State.HELD, why(Reason.AWAY, until=None)),
        a_verdict(State.WAITING, why(Reason.DAILY_CAP, cap=5)),
        a_verdict(State.CLOSED, why(Reason.PAID, number="7")),
    ],
)
def test_what_is_not_told(verdict: Verdict) -> None:
    """Not what ends by itself soon, what is told of the whole account, what lacks its day, or is no hold."""
    assert told(threads=(verdict,)) == Digest(day=TODAY)


def test_many_holds() -> None:
    """Some are told, the others counted."""
    reason = why(Reason.DAILY_CAP, cap=5)
    digest = told(threads=tuple(a_verdict(State.HELD, reason, name=f"t{n}") for n in range(MOST + 3)))

    assert (len(digest.holds), digest.more_holds) == (MOST, 3)


def test_problems() -> None:
    """As they are."""
    refused = Problem(fault=Fault.HUNG_UP, account="work")
    assert told(problems=(refused,)).problems == (refused,)


def test_a_client_nobody_knows() -> None:
    """It's told without."""
    verdict = replace(drafted(Reason.DRAFT_LIES), client=None)
    found: list[Address | None] = [draft.client for draft in told(threads=(verdict,)).drafts]

    assert found == [None]

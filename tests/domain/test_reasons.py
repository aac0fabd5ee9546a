"""The account of a decision, as `show` prints it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crickets.domain.decide import decide
from crickets.domain.message import Kind, Message, Role
from crickets.domain.plans import After, Do, Overdue, Plan, Step, Unit
from crickets.domain.policy import Policy
from crickets.domain.receivable import KnownBy
from crickets.domain.remarks import Remarks
from crickets.domain.thread import DraftState, Order, OrderKind, Thread
from crickets.domain.verdict import Reason, Silence
from tests.builders import (
    DANA,
    NOW,
    THREAD,
    a_bounce,
    a_calendar,
    a_draft,
    a_plan_order,
    a_policy,
    a_reply,
    a_rule,
    a_sent,
    a_thread,
    an_auto_reply,
    an_id,
    an_invoice,
    june,
    some_evidence,
)

DAYS = After(count=2, unit=Unit.DAYS)
OFFER = a_sent(june(3))
"""Its first step falls due on Monday the 8th."""


def told(thread: Thread, policy: Policy | None = None) -> list[str]:
    """The account, in words."""
    verdict = decide(thread, policy or a_policy(), some_evidence(), NOW)
    assert verdict is not None
    return [str(reason) for reason in verdict.why]


def test_a_draft_that_is_due() -> None:
    """The plan and who picked it, the silence, the decision."""
    assert told(a_thread(OFFER)) == [
        "plan negotiation: the default",
        "no answer since 2026-06-03: 14 days, 10 of them working days",
        "step 1 is due since 2026-06-08",
    ]


def test_a_mail_that_was_too_large_to_be_looked_into() -> None:
    """It's told, with what to do if it brings an invoice along, until the owner has told of one since."""
    bill = replace(OFFER, too_large=True)
    read, old = an_invoice(date(2026, 7, 1)), an_invoice(date(2026, 7, 1), known_by=KnownBy.OWNER, noted_at=june(2))
    sentence = (
        "your mail of 2026-06-03 has more than 32 MB, too much to be looked into: if it brings an invoice along, "
        f"`crickets invoice add {THREAD} --number … --file …` takes it"
    )

    assert all(sentence in told(a_thread(bill, invoices=known)) for known in ((), (read,), (old,)))
    assert sentence not in told(a_thread(bill, invoices=(replace(old, noted_at=june(4)),)))
    assert sentence not in told(a_thread(OFFER))


def test_a_step_that_counts_from_an_order() -> None:
    """The day of the order is told: the silence began before it."""
    assert told(a_thread(OFFER, orders=(a_plan_order(june(16), "project"),)))[1:3] == [
        "no answer since 2026-06-03: 14 days, 10 of them working days",
        "step 1 counts from your order of 2026-06-16",
    ]


def test_an_order_after_a_clients_answer() -> None:
    """Nobody has failed to answer that mail; and a notice comes a week after it, which is told with its day."""
    bill = replace(OFFER, files=("2026-14.pdf",), id=an_id("invoice"))
    answer = a_reply(june(15), answering=bill)
    late = an_invoice(date(2026, 5, 1))
    thread = a_thread(bill, answer, invoices=(late,), orders=(a_plan_order(june(16), "invoice"),))

    assert told(thread)[1:3] == [
        "no word since Anna Rossi's mail of 2026-06-15: 2 days, 2 of them working days",
        "step 1 comes no sooner than a week after the last word between you, of 2026-06-15",
    ]
    assert told(thread)[-1] == "step 1 falls due on 2026-06-23"
    assert "sooner" not in " ".join(told(a_thread(bill, invoices=(late,))))
    other = replace(late, due_on=date(2026, 6, 22))
    assert "sooner" not in " ".join(told(replace(thread, invoices=(other,))))


def test_a_step_that_counts_from_what_was_said_elsewhere() -> None:
    """It's told by what, whether the step is due by now or not."""
    heard = a_reply(june(5, 12), subject="Re: The invoice")
    sentence = (
        "step 1 counts from 2026-06-05, as Anna Rossi wrote to you on that day, of something else (“The invoice”)"
    )

    assert told(replace(a_thread(OFFER), elsewhere=(heard,)))[2:] == [sentence, "step 1 is due since 2026-06-10"]


def test_a_step_that_counts_from_a_promise() -> None:
    """It's the day until which the client puts the owner off."""
    promise = a_reply(june(9), answering=OFFER, remarks=Remarks(promised=date(2026, 6, 12)))

    assert "step 1 counts from 2026-06-12, the day until which you were put off" in told(a_thread(OFFER, promise))


def test_a_step_that_counts_from_what_was_done() -> None:
    """A call done, and a draft thrown away, move a plan on without any mail."""
    call = Plan(name="negotiation", steps=(Step(timing=DAYS, do=Do.CALL), Step(timing=DAYS, template="check-in")))
    done = a_thread(OFFER, orders=(Order(kind=OrderKind.DONE, at=june(15), step=0),))
    gone = a_thread(OFFER, drafts=(a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY),))

    assert "step 2 counts from 2026-06-15, when the step before was done" in told(
        done, a_policy(plans={"negotiation": call})
    )
    assert "step 2 counts from 2026-06-08, the day of the draft before it" in told(gone)


def test_a_step_that_counts_from_the_mail() -> None:
    """There is nothing to explain; nor where nothing is counted."""
    stopped = a_thread(OFFER, orders=(Order(kind=OrderKind.STOP, at=june(16)),))

    assert not [line for line in (*told(a_thread(OFFER)), *told(stopped)) if "counts from" in line]


@pytest.mark.parametrize(
    ("days", "working_days", "words"),
    [
        (1, 1, "1 day, a working day"),
        (1, 0, "1 day, no working day"),
        (3, 1, "3 days, a working day among them"),
        (2, 0, "2 days, no working day among them"),
        (4, 2, "4 days, 2 of them working days"),
    ],
)
def test_a_silence_in_words(days: int, working_days: int, words: str) -> None:
    """One day is a day."""
    assert str(Silence(days=days, working_days=working_days)) == words


def test_no_day_of_silence() -> None:
    """Nothing is counted of a mail of today."""
    assert "no answer since 2026-06-17" in told(a_thread(a_sent(june(17, 8))))


def test_an_invoice_that_could_not_be_read() -> None:
    """The file is told with what was wrong in it, until the owner has told of its invoice."""
    bill = replace(OFFER, refused=("2026-014.pdf: the PDF is encrypted",))
    sentence = (
        "a file in your mail of 2026-06-03 can't be read as the invoice that it seems to be: 2026-014.pdf: the PDF is "
        f"encrypted. If it's to be paid, `crickets invoice add {THREAD} --number …`"
    )
    since = an_invoice(date(2026, 7, 1), known_by=KnownBy.OWNER, noted_at=june(4))

    followed_up = (a_plan_order(june(3, 12), "negotiation"),)
    assert sentence in told(a_thread(bill, orders=followed_up))
    assert sentence in told(a_thread(bill, orders=followed_up, invoices=(replace(since, noted_at=june(2)),)))
    assert sentence not in told(a_thread(bill, orders=followed_up, invoices=(since,)))


def test_the_whole_way_to_a_decision() -> None:
    """Drafts, machines' mail, days off: each is told, in order."""
    mail = a_sent(june(9), answering=OFFER)
    draft = a_draft(
        june(8), parent=OFFER, state=DraftState.SENT, sent_as=mail.id, since=june(9), how="sent under its Message-ID"
    )
    policy = a_policy(calendar=a_calendar(holidays={date(2026, 6, 16): "Feast"}))

    assert told(a_thread(OFFER, mail, an_auto_reply(june(9, 11), answering=mail), drafts=(draft,)), policy) == [
        "plan negotiation: the default",
        "the draft for step 1, laid on 2026-06-08: sent (sent under its Message-ID)",
        "a mail of 2026-06-09 from anna@client.example is no answer: auto-reply (auto-submitted: auto-replied)",
        "no answer since 2026-06-09: 8 days, 5 of them working days",
        "2026-06-16 is passed over: Feast",
        "step 2 is due since 2026-06-17",
    ]


def test_a_step_that_waits_over_the_weekend() -> None:
    """The days off before the next opening are told, the present one among them."""
    evidence = some_evidence(june(13))

    verdict = decide(a_thread(OFFER), a_policy(), evidence, june(13))

    assert verdict is not None
    assert [str(reason) for reason in verdict.why[2:]] == [
        "2026-06-13 is passed over: Saturday",
        "2026-06-14 is passed over: Sunday",
        "step 1 has been due since 2026-06-08; it is laid when the next working day begins, on 2026-06-15",
    ]


def test_a_step_that_counts_from_an_invoice() -> None:
    """It's held with the reason, as none is known."""
    late = Plan(name="negotiation", steps=(Step(timing=Overdue(count=30, unit=Unit.DAYS), template="check-in"),))

    assert told(a_thread(OFFER), a_policy(plans={"negotiation": late}))[-1] == (
        "step 1 counts from the day on which an invoice falls due, and none is known of this thread: tell of it by "
        "`crickets invoice add k3f9 --number …`"
    )


def test_an_answer() -> None:
    """There is no silence to tell of, nor a day on which something falls due; a draft taken back is told last."""
    draft = a_draft(june(8), parent=OFFER)

    assert told(a_thread(OFFER, a_reply(june(9)), drafts=(draft,))) == [
        "plan negotiation: the default",
        "the draft for step 1, laid on 2026-06-08, lies untouched",
        "Anna Rossi answered on 2026-06-09",
        "the draft for step 1 is taken back, as nobody has touched it",
    ]


def test_an_ignored_thread() -> None:
    """Why it is ignored, and no more."""
    assert told(a_thread(OFFER), a_policy(rules=(a_rule("none"),))) == ["your rule 1 says to leave it alone"]
    ordered = a_thread(OFFER, orders=(a_plan_order(june(8), "none"),))
    assert told(ordered) == ["your order says to leave it alone"]


def test_a_plan_at_its_end() -> None:
    """Nothing more falls due."""
    drafts = tuple(
        a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, step=step, how="it lies in the trash")
        for step in (0, 1)
    )

    assert told(a_thread(OFFER, drafts=drafts))[-1] == "every step of negotiation was taken"


def test_machines_mail_without_signals() -> None:
    """Its kind is told."""
    assert "a mail of 2026-06-04 from anna@client.example is no answer: receipt" in told(
        a_thread(OFFER, a_reply(june(4), kind=Kind.RECEIPT))
    )


def test_a_bounce_that_the_clocks_put_before_its_mail() -> None:
    """It names the mail, so it is told."""
    bounce = a_bounce(june(3, 9, 58), of=OFFER)

    assert Reason.NOT_AN_ANSWER.value.split("{")[0] in " ".join(told(a_thread(OFFER, bounce)))


@pytest.mark.parametrize(
    "mail",
    [
        an_auto_reply(june(2)),
        a_reply(june(4), kind=Kind.AUTO_REPLY, places=frozenset({Role.DRAFTS})),
        a_sent(june(4), kind=Kind.AUTO_REPLY, sender=DANA),
    ],
    ids=["before the anchor", "never sent", "the owner's own"],
)
def test_mail_that_has_no_part_in_it(mail: Message) -> None:
    """It isn't told."""
    assert told(a_thread(OFFER, mail)) == told(a_thread(OFFER))

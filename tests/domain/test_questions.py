"""What each question rules, and which goes first: seen in the verdict on a thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Kind, Message, Role
from crickets.domain.plans import BUILT_IN, After, Do, Plan, Step, Unit
from crickets.domain.policy import Client, Drafting, OnDelete, Policy, Tracking
from crickets.domain.signs.graces import APPEND_GRACE
from crickets.domain.thread import Draft, DraftState, Order, Thread
from crickets.domain.verdict import Reason, State, Verdict, why
from tests.builders import (
    ANNA,
    DRAFT_FLAGS,
    FIRST_READ,
    NOW,
    a_bounce,
    a_calendar,
    a_done,
    a_draft,
    a_listed_draft,
    a_place,
    a_plan_order,
    a_policy,
    a_reply,
    a_resume,
    a_rule,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    ago,
    an_address,
    an_auto_reply,
    as_listed,
    june,
    some_evidence,
)

OFFER = a_sent(june(10))
"""Sent on a Wednesday: its first step falls due on Monday the 15th."""

LAID = a_draft(june(15, 8, 30), parent=OFFER)


def ruled(
    thread: Thread, *, policy: Policy | None = None, evidence: Evidence | None = None, now: datetime = NOW
) -> Verdict:
    """The verdict on a thread that has one; the mailbox was read just now, unless told otherwise."""
    verdict = decide(thread, policy or a_policy(), evidence or some_evidence(now), now)
    assert verdict is not None
    return verdict


def taken_back(verdict: Verdict) -> tuple[Draft, ...]:
    """The drafts that have no more reason to lie there."""
    return tuple(back.draft for back in verdict.take_back)


def in_state(state: DraftState, **changes: datetime) -> Draft:
    """The draft for the first step, in this state."""
    return a_draft(LAID.laid_at, parent=OFFER, state=state, since=changes.get("since", LAID.laid_at))


# --------------------------------------------------------------------------------------------- ignored


def test_a_thread_to_be_left_alone() -> None:
    """It is ignored, whatever lies in it; an untouched draft is taken back."""
    verdict = ruled(a_thread(OFFER, a_reply(june(11)), drafts=(LAID,)), policy=a_policy(rules=(a_rule("none"),)))

    assert (verdict.state, verdict.reason) == (State.IGNORED, why(Reason.NO_PLAN, by="your rule 1"))
    assert taken_back(verdict) == (LAID,)


# -------------------------------------------------------------------------------------------- answered


def test_an_answer() -> None:
    """It is told who answered, and on which day of the owner's."""
    verdict = ruled(a_thread(OFFER, a_reply(june(12, 0, 30))))

    assert (verdict.state, str(verdict.reason)) == (State.ANSWERED, "Anna Rossi answered on 2026-06-12")


def test_an_answer_by_somebody_without_a_name() -> None:
    """The address stands for it."""
    verdict = ruled(a_thread(OFFER, a_reply(june(12), sender=an_address("ben@client.example"))))

    assert str(verdict.reason) == "ben@client.example answered on 2026-06-12"


def test_an_answer_in_junk() -> None:
    """It counts, and the owner is told where it lies."""
    verdict = ruled(a_thread(OFFER, a_reply(june(12), places=frozenset({Role.JUNK}))))

    assert verdict.state is State.ANSWERED
    assert verdict.reason.reason is Reason.ANSWERED_IN_JUNK


@pytest.mark.parametrize("places", [{Role.TRASH}, {Role.JUNK, Role.INBOX}])
def test_an_answer_in_the_trash_or_out_of_junk(places: set[Role]) -> None:
    """The owner has seen it, or may."""
    verdict = ruled(a_thread(OFFER, a_reply(june(12), places=frozenset(places))))

    assert verdict.reason.reason is Reason.ANSWERED


@pytest.mark.parametrize("order", [a_stop(june(11)), a_snooze(june(11), until=date(2026, 7, 1))])
def test_an_answer_in_a_thread_at_rest(order: Order) -> None:
    """The answer is what the owner wants to know."""
    assert ruled(a_thread(OFFER, a_reply(june(12)), orders=(order,))).state is State.ANSWERED


# ------------------------------------------------------------------------------------ stopped, snoozed


def test_a_stop() -> None:
    """The thread is stopped, for good."""
    verdict = ruled(a_thread(OFFER, orders=(a_stop(june(11)),)), now=NOW + timedelta(days=300))

    assert (verdict.state, verdict.reason) == (State.STOPPED, why(Reason.STOPPED, day="2026-06-11", means=""))
    assert (verdict.lay, verdict.next_at) == (None, None)


@pytest.mark.parametrize("order", [a_resume(june(12)), a_plan_order(june(12), "project")])
def test_a_stop_and_then_another_order(order: Order) -> None:
    """The newer order counts."""
    assert ruled(a_thread(OFFER, orders=(a_stop(june(11)), order))).state is State.WAITING


def test_a_stop_after_a_resume() -> None:
    """The newer order counts, in whatever order they are kept."""
    assert ruled(a_thread(OFFER, orders=(a_stop(june(12)), a_resume(june(11))))).state is State.STOPPED


def test_a_stop_and_then_a_mail_by_hand() -> None:
    """What the owner writes by hand doesn't lift their stop."""
    assert ruled(a_thread(OFFER, a_sent(june(12)), orders=(a_stop(june(11)),))).state is State.STOPPED


@pytest.mark.parametrize(("on_delete", "state"), [(OnDelete.STOP, State.STOPPED), (OnDelete.SKIP, State.WAITING)])
def test_a_draft_thrown_away(on_delete: OnDelete, state: State) -> None:
    """It skips its step or stops the thread, as the owner wishes."""
    draft = in_state(DraftState.THROWN_AWAY)

    assert (
        ruled(a_thread(OFFER, drafts=(draft,)), policy=a_policy(drafting=Drafting(on_delete=on_delete))).state is state
    )


def test_a_draft_whose_append_got_no_answer() -> None:
    """It's looked at again as soon as it may be given up; if that moment has passed, with the next complete look."""
    missed = replace(in_state(DraftState.INTENDED), since=NOW)
    thread = a_thread(OFFER, drafts=(missed,))

    assert ruled(thread).next_at == NOW + APPEND_GRACE
    assert ruled(thread, now=NOW + APPEND_GRACE).next_at is None


@pytest.mark.parametrize("on_delete", OnDelete)
def test_a_draft_that_was_lost(on_delete: OnDelete) -> None:
    """It skips its step; nobody knows that its owner threw it away, so it stops nothing."""
    thread = a_thread(OFFER, drafts=(in_state(DraftState.LOST),))
    verdict = ruled(thread, policy=a_policy(drafting=Drafting(on_delete=on_delete)))

    assert (verdict.state, verdict.step) == (State.WAITING, 1)


def test_a_thread_stopped_by_throwing_away_and_resumed() -> None:
    """A newer order starts it again."""
    policy = a_policy(drafting=Drafting(on_delete=OnDelete.STOP))
    thread = a_thread(OFFER, drafts=(in_state(DraftState.THROWN_AWAY),), orders=(a_resume(june(16)),))

    assert ruled(thread, policy=policy).state is State.WAITING


def test_a_thread_stopped_by_throwing_away_resumed_and_written_to() -> None:
    """It stays resumed once the owner has written in it."""
    policy = a_policy(drafting=Drafting(on_delete=OnDelete.STOP))
    thread = a_thread(
        OFFER, a_sent(june(16, 12)), drafts=(in_state(DraftState.THROWN_AWAY),), orders=(a_resume(june(16)),)
    )

    assert ruled(thread, policy=policy).state is State.WAITING


def test_a_snooze() -> None:
    """The thread rests until the morning of that day, whatever is due."""
    verdict = ruled(a_thread(OFFER, orders=(a_snooze(june(11), until=date(2026, 6, 22)),)))

    assert (verdict.state, str(verdict.reason)) == (State.SNOOZED, "you put it off until 2026-06-22")
    assert (verdict.lay, verdict.next_at) == (None, june(22, 8, 30))


@pytest.mark.parametrize(
    ("now", "state"), [(june(21, 23, 59), State.SNOOZED), (june(22, 0, 0), State.WAITING), (june(22, 9), State.WAITING)]
)
def test_the_end_of_a_snooze(now: datetime, state: State) -> None:
    """From the first minute of its day on, the thread is looked at again."""
    assert ruled(a_thread(OFFER, orders=(a_snooze(june(11), until=date(2026, 6, 22)),)), now=now).state is state


def test_what_fell_due_in_a_snooze() -> None:
    """It is laid at the first opening after it, once."""
    thread = a_thread(OFFER, orders=(a_snooze(june(11), until=date(2026, 6, 22)),))

    assert ruled(thread, now=june(22, 8, 29)).lay is None
    assert ruled(thread, now=june(22, 8, 30)).lay is not None


@pytest.mark.parametrize("order", [a_resume(june(16)), a_plan_order(june(16), "project")])
def test_a_snooze_and_then_another_order(order: Order) -> None:
    """It ends the snooze."""
    orders = (a_snooze(june(11), until=date(2026, 6, 22)), order)

    assert ruled(a_thread(OFFER, orders=orders)).state is State.WAITING


def test_a_snooze_without_an_end() -> None:
    """It says nothing."""
    assert ruled(a_thread(OFFER, orders=(a_snooze(june(11), until=None),))).state is State.WAITING


# ------------------------------------------------------------------------------------- paused, bounced


@pytest.mark.parametrize(
    ("now", "state"), [(june(21, 23), State.HELD), (june(22, 8, 30), State.WAITING), (june(23), State.WAITING)]
)
def test_a_client_who_is_paused(now: datetime, state: State) -> None:
    """Nothing is laid before that day."""
    firm = Client(name="Rossi SpA", match=("*@client.example",), pause_until=date(2026, 6, 22))

    verdict = ruled(a_thread(OFFER), policy=a_policy(clients=(firm,)), now=now)

    assert (verdict.state, verdict.lay is None) == (state, state is State.HELD)


def test_why_a_client_is_paused() -> None:
    """It is told with the client's name and the day, and when it is looked at again."""
    firm = Client(name="Rossi SpA", match=("*@client.example",), pause_until=date(2026, 6, 22))

    verdict = ruled(a_thread(OFFER), policy=a_policy(clients=(firm,)))

    assert (str(verdict.reason), verdict.next_at) == ("Rossi SpA is paused until 2026-06-22", june(22, 8, 30))


def test_a_client_who_is_not_paused() -> None:
    """An entry without a day pauses nobody."""
    firm = Client(name="Rossi SpA", match=("*@client.example",))

    assert ruled(a_thread(OFFER), policy=a_policy(clients=(firm,))).lay is not None


def test_a_bounce() -> None:
    """The address is to be checked: nothing is laid, and what lies untouched is taken back."""
    verdict = ruled(a_thread(OFFER, a_bounce(june(10, 11), of=OFFER), drafts=(LAID,)))

    assert (verdict.state, verdict.reason.reason, verdict.next_at) == (State.HELD, Reason.BOUNCED, None)
    assert str(verdict.reason) == (
        "a mail to this thread came back on 2026-06-10: check the address and write to the right one (if it was right, "
        "`crickets resume k3f9`)"
    )
    assert (taken_back(verdict), verdict.lay) == ((LAID,), None)


def test_a_bounce_that_the_clocks_put_before_its_mail() -> None:
    """It comes within seconds, and the owner's clock may be fast: that it names the mail decides."""
    bounce = a_bounce(OFFER.sent_at - timedelta(minutes=3), of=OFFER)

    assert ruled(a_thread(OFFER, bounce)).reason.reason is Reason.BOUNCED


def test_a_bounce_of_an_older_mail() -> None:
    """The owner has written since: perhaps to another address."""
    assert ruled(a_thread(a_sent(june(8)), a_bounce(june(9)), OFFER)).lay is not None


@pytest.mark.parametrize("order", [a_resume(june(11)), a_plan_order(june(11), "negotiation")])
def test_a_bounce_before_an_order(order: Order) -> None:
    """The order begins the count anew, at its first step: the address was right."""
    thread = a_thread(OFFER, a_bounce(june(10, 11), of=OFFER), orders=(order,))
    waiting, due = ruled(thread, now=june(12)), ruled(thread, now=june(16, 9))

    assert (waiting.state, waiting.reason.reason, waiting.next_at) == (
        State.WAITING,
        Reason.NOT_YET,
        june(16, 8, 30),
    )
    assert due.lay is not None


# A check-in comes back, and the plan goes on with a call, a task and another mail.

CHECK_IN = a_draft(june(10, 9), plan="project", step=0, parent=OFFER, state=DraftState.SENT)
SENT_AS = a_sent(june(10, 10), answering=OFFER, id=CHECK_IN.id)


def bounced(*orders: Order, now: datetime, also: tuple[Message, ...] = ()) -> Verdict:
    """The decision on a project whose check-in came back."""
    back, plan = a_bounce(june(10, 11), of=SENT_AS), a_plan_order(june(8, 12), "project")
    return ruled(a_thread(OFFER, SENT_AS, back, *also, orders=(plan, *orders), drafts=(CHECK_IN,)), now=now)


def test_a_call_that_falls_due_after_a_bounce() -> None:
    """Until then it's held and says when; then it's there, without an order: a call needs no mail."""
    before, then = bounced(now=june(12)), bounced(now=june(17, 9))

    assert (before.state, before.reason.reason, before.next_at) == (State.HELD, Reason.BOUNCED, june(17, 8, 30))
    assert (then.state, then.reason.reason) == (State.TASK, Reason.CALL_DUE)


CALLED, LOOKED = a_done(june(17, 10), step=1), a_done(june(22, 10), step=2)


def test_what_was_done_after_a_bounce() -> None:
    """The plan goes on to the next task, and the mail behind it stays held: a call says nothing of the address."""
    task, mail = bounced(CALLED, now=june(22, 9)), bounced(CALLED, LOOKED, now=june(30))

    assert (task.state, task.reason.reason, task.step) == (State.TASK, Reason.TASK_DUE, 2)
    assert (mail.state, mail.reason.reason, mail.step, mail.lay) == (State.HELD, Reason.BOUNCED, 3, None)


def test_a_word_of_the_owners_after_what_was_done() -> None:
    """A mail of theirs has the next follow as planned, an order begins anew: what came back was perhaps never read."""
    written = bounced(CALLED, LOOKED, now=june(30), also=(a_sent(june(22, 11), answering=SENT_AS),))
    resumed = bounced(CALLED, LOOKED, a_resume(june(22, 11)), now=june(30, 9))

    assert written.lay is not None
    assert written.lay.template == "pausing-work"
    assert resumed.lay is not None
    assert (resumed.step, resumed.lay.template) == (0, "project-check-in")


def test_done_of_another_step() -> None:
    """It moves nothing, also where mail had come back and the thread was resumed."""
    back, resumed = a_bounce(june(10, 11), of=OFFER), a_resume(june(10, 12))
    assert ruled(a_thread(OFFER, orders=(a_done(june(10, 11), step=1),))).step == 0
    assert ruled(a_thread(OFFER, back, orders=(resumed, a_done(june(10, 13), step=1)))).step == 0


def test_a_bounce_after_an_order() -> None:
    """What came back since holds the thread again."""
    verdict = ruled(a_thread(OFFER, a_bounce(june(12), of=OFFER), orders=(a_resume(june(11)),)))

    assert verdict.reason.reason is Reason.BOUNCED


@pytest.mark.parametrize("kind", [Kind.DELAY, Kind.RECEIPT, Kind.BULK, Kind.AUTO_REPLY])
def test_other_automatic_mail(kind: Kind) -> None:
    """A delay is temporary, the others are no word of a person's: silence goes on."""
    assert ruled(a_thread(OFFER, a_bounce(june(10, 11), of=OFFER, kind=kind))).lay is not None


# --------------------------------------------------------------------------------------- a draft lies


@pytest.mark.parametrize(
    ("state", "seen", "reason"),
    [
        (DraftState.INTENDED, State.HELD, Reason.DRAFT_UNSURE),
        (DraftState.LAID, State.DRAFTED, Reason.DRAFT_LIES),
        (DraftState.EDITED, State.DRAFTED, Reason.DRAFT_IS_YOURS),
        (DraftState.MISSING, State.HELD, Reason.DRAFT_MISSING),
    ],
)
def test_a_draft_that_lies_or_may(state: DraftState, seen: State, reason: Reason) -> None:
    """It is the one live draft of the thread: it stays, and no other is laid."""
    verdict = ruled(a_thread(OFFER, drafts=(in_state(state),)))

    assert (verdict.state, verdict.reason.reason) == (seen, reason)
    assert (verdict.lay, verdict.take_back) == (None, ())


def test_a_draft_that_lies_for_weeks() -> None:
    """What is not sent does not move the plan on: no second is laid beside it."""
    verdict = ruled(a_thread(OFFER, drafts=(LAID,)), now=NOW + timedelta(days=60))

    assert (verdict.state, verdict.step, verdict.lay) == (State.DRAFTED, 0, None)
    assert str(verdict.reason) == "a draft for step 1 has lain in Drafts since 2026-06-15"


@pytest.mark.parametrize(("state", "attempt"), [(DraftState.ABANDONED, 0), (DraftState.TAKEN_BACK, 1)])
def test_a_draft_that_is_no_more(state: DraftState, attempt: int) -> None:
    """The step is due again: as the same draft if that never lay there, else as another attempt."""
    verdict = ruled(a_thread(OFFER, drafts=(in_state(state),)))

    assert verdict.lay is not None
    assert verdict.lay.attempt == attempt


def test_a_draft_of_the_owners() -> None:
    """It is taken for the live draft: none is laid beside it."""
    verdict = ruled(a_thread(OFFER, lying=(a_listed_draft(),)))

    assert (verdict.state, verdict.reason, verdict.lay) == (State.DRAFTED, why(Reason.OWN_DRAFT_LIES), None)


def test_a_draft_of_the_owners_on_its_way_out() -> None:
    """Marked to be expunged, it is gone."""
    gone = a_listed_draft(place=a_place(9, flags=DRAFT_FLAGS | {"\\Deleted"}))

    assert ruled(a_thread(OFFER, lying=(gone,))).lay is not None


@pytest.mark.parametrize(
    "lying", [as_listed(LAID, place=a_place(1, validity=8)), as_listed(LAID, place=a_place(2)), a_listed_draft()]
)
def test_a_draft_of_the_owners_beside_an_old_one_of_ours(lying: ListedDraft) -> None:
    """Ours, overtaken, is taken back; the owner's stays, and is the live one."""
    old = a_draft(june(9), parent=a_sent(june(1)))

    verdict = ruled(a_thread(OFFER, drafts=(old,), lying=(as_listed(old), lying)))

    assert (verdict.state, verdict.reason.reason) == (State.DRAFTED, Reason.OWN_DRAFT_LIES)
    assert taken_back(verdict) == (old,)


def test_only_an_old_draft_of_ours() -> None:
    """It is taken back first; the next is laid when it is gone."""
    old = a_draft(june(9), parent=a_sent(june(1)))

    verdict = ruled(a_thread(OFFER, drafts=(old,), lying=(as_listed(old),)))

    assert (taken_back(verdict), verdict.lay) == ((old,), None)


def test_an_old_draft_that_the_owner_edited() -> None:
    """It is the owner's: it stays, and no other is laid."""
    old = a_draft(june(9), parent=a_sent(june(1)), state=DraftState.EDITED)

    verdict = ruled(a_thread(OFFER, drafts=(old,), lying=(as_listed(old),)))

    assert (verdict.state, verdict.take_back, verdict.lay) == (State.DRAFTED, (), None)


def test_a_draft_that_was_just_taken_back_and_is_still_listed() -> None:
    """It is no draft of the owner's: the listing is from before."""
    thread = a_thread(OFFER, drafts=(in_state(DraftState.TAKEN_BACK),), lying=(as_listed(LAID),))

    assert ruled(thread).reason.reason is Reason.DUE


def test_a_thrown_away_draft_that_lies_again() -> None:
    """The owner fetched it back: it is theirs, and no other is laid."""
    thread = a_thread(OFFER, drafts=(in_state(DraftState.THROWN_AWAY),), lying=(as_listed(LAID),))

    assert ruled(thread, now=june(30)).reason.reason is Reason.OWN_DRAFT_LIES


# --------------------------------------------------------------------------------- end, and beginning


def test_a_plan_at_its_end() -> None:
    """Every step was taken: the thread is closed."""
    drafts = (
        a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY),
        a_draft(june(15), parent=OFFER, state=DraftState.THROWN_AWAY, step=1),
    )

    verdict = ruled(a_thread(a_sent(june(1)), drafts=drafts))

    assert (verdict.state, str(verdict.reason)) == (State.CLOSED, "every step of negotiation was taken")
    assert (verdict.planned, verdict.due, verdict.next_at) == (None, None, None)


def test_a_last_draft_that_lies() -> None:
    """A plan isn't at its end before its last draft has left."""
    mail = a_sent(june(9), answering=OFFER)
    first = a_draft(june(8), parent=OFFER, state=DraftState.SENT, sent_as=mail.id, since=june(9))
    last = a_draft(june(16), parent=mail, step=1)

    assert ruled(a_thread(a_sent(june(1)), mail, drafts=(first, last))).state is State.DRAFTED


OLD = FIRST_READ - timedelta(days=30)
"""The horizon: what was silent before it is listed, not drafted."""


@pytest.mark.parametrize(("sent_at", "state"), [(OLD, State.WAITING), (OLD - timedelta(seconds=1), State.HELD)])
def test_silence_from_before_the_account_was_read(sent_at: datetime, state: State) -> None:
    """Older than `since` when it was first read, it is listed and not drafted."""
    verdict = ruled(a_thread(a_sent(sent_at)))

    assert (verdict.state, verdict.lay is None) == (state, state is State.HELD)


def test_silence_that_was_young_when_the_account_was_read() -> None:
    """It is followed up though it is older than `since` by now."""
    assert ruled(a_thread(a_sent(OLD)), now=NOW + timedelta(days=90)).lay is not None


def test_an_account_first_read_by_a_clock_far_ahead() -> None:
    """The horizon is no later than it would be today."""
    evidence = some_evidence(first_read_at=NOW + timedelta(days=3650))

    assert ruled(a_thread(a_sent(june(1))), evidence=evidence).lay is not None


def test_another_since() -> None:
    """The owner sets how far back it goes."""
    policy = a_policy(tracking=Tracking(since=timedelta(days=1)))

    assert (
        ruled(a_thread(a_sent(FIRST_READ - timedelta(days=2))), policy=policy).reason.reason is Reason.OLDER_THAN_SINCE
    )


@pytest.mark.parametrize("order", [a_resume(june(1)), a_plan_order(june(1), "negotiation")])
def test_old_silence_and_an_order(order: Order) -> None:
    """The owner's own orders aren't bound by `since`."""
    assert ruled(a_thread(a_sent(ago(days=400)), orders=(order,))).lay is not None


def test_old_silence_and_an_order_in_the_mail_itself() -> None:
    """A Bcc to a plus-address is such an order."""
    old = a_sent(ago(days=400))

    assert ruled(a_thread(old, orders=(a_plan_order(old.sent_at, "negotiation"),))).lay is not None


def test_old_silence_in_a_plan_that_runs() -> None:
    """Once a draft was laid, the plan goes on, however long the owner takes."""
    old = a_sent(ago(days=400))
    draft = a_draft(ago(days=300), parent=old, state=DraftState.TAKEN_BACK)

    assert ruled(a_thread(old, drafts=(draft,))).lay is not None


def test_old_silence_after_a_first_step() -> None:
    """The next step of a plan that runs isn't bound by `since`."""
    old = a_sent(ago(days=400))
    draft = a_draft(ago(days=300), parent=old, state=DraftState.THROWN_AWAY)

    verdict = ruled(a_thread(old, drafts=(draft,)))

    assert (verdict.step, verdict.lay is None) == (1, False)


# ------------------------------------------------------------------------------------------------ due


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (june(15, 8, 29), False),
        (june(15, 8, 30), True),
        (june(15, 23, 59), True),
        (june(16, 8, 0), False),
        (june(16, 9), True),
    ],
)
def test_the_hour_of_the_drafts(now: datetime, *, due: bool) -> None:
    """A draft is laid on its day from `draft_at` on; what was missed, from `draft_at` on of the next."""
    assert (ruled(a_thread(OFFER), now=now).lay is not None) == due


def test_a_step_that_is_not_due() -> None:
    """It is told when it will be."""
    verdict = ruled(a_thread(OFFER), now=june(12))

    assert (verdict.state, str(verdict.reason)) == (State.WAITING, "step 1 falls due on 2026-06-15")
    assert verdict.next_at == june(15, 8, 30)


@pytest.mark.parametrize("day", [20, 21])
def test_a_draft_missed_until_the_weekend(day: int) -> None:
    """It is laid on Monday at half past eight."""
    verdict = ruled(a_thread(OFFER), now=june(day, 12))

    assert (verdict.state, verdict.lay, verdict.next_at) == (State.WAITING, None, june(22, 8, 30))
    assert str(verdict.reason) == (
        "step 1 has been due since 2026-06-15; it is laid when the next working day begins, on 2026-06-22"
    )


def test_a_draft_missed_until_the_night() -> None:
    """It is laid in the morning."""
    verdict = ruled(a_thread(OFFER), now=june(17, 3))

    assert (verdict.lay, verdict.next_at) == (None, june(17, 8, 30))


def test_a_draft_missed_until_a_holiday() -> None:
    """It is laid on the day after."""
    policy = a_policy(calendar=a_calendar(holidays={date(2026, 6, 17): "Feast"}))

    verdict = ruled(a_thread(OFFER), policy=policy)

    assert (verdict.lay, verdict.next_at) == (None, june(18, 8, 30))


def test_a_step_that_is_due() -> None:
    """It is told since when; the next look is now."""
    verdict = ruled(a_thread(OFFER))

    assert (verdict.state, str(verdict.reason)) == (State.WAITING, "step 1 is due since 2026-06-15")
    assert verdict.next_at == june(15, 8, 30)


# --------------------------------------------------------------------------------------- call and task

CALLS = Plan(
    name="negotiation",
    steps=(
        Step(timing=After(count=2, unit=Unit.DAYS), do=Do.CALL, note="ask for Anna"),
        Step(timing=After(count=2, unit=Unit.DAYS), do=Do.TASK, note="look at their site"),
        Step(timing=After(count=2, unit=Unit.DAYS), template="check-in"),
    ),
)
WITH_CALLS = a_policy(plans={**BUILT_IN, "negotiation": CALLS})


def test_a_call_that_is_not_due() -> None:
    """It waits as a draft does."""
    assert ruled(a_thread(OFFER), policy=WITH_CALLS, now=june(12, 8, 29)).state is State.WAITING


@pytest.mark.parametrize("now", [june(12, 8, 30), june(14, 3), june(30)])
def test_a_call_that_is_due(now: datetime) -> None:
    """It stays due until it is done; no draft is laid."""
    verdict = ruled(a_thread(OFFER), policy=WITH_CALLS, now=now)

    assert (verdict.state, str(verdict.reason)) == (State.TASK, "a call is due since 2026-06-12: ask for Anna")
    assert verdict.lay is None


def test_a_call_that_is_done() -> None:
    """The task falls due two days after that."""
    done = a_done(june(16, 15), step=0)

    verdict = ruled(a_thread(OFFER, orders=(done,)), policy=WITH_CALLS)

    assert (verdict.state, verdict.step, verdict.next_at) == (State.WAITING, 1, june(18, 8, 30))


def test_a_task_that_is_due() -> None:
    """It is told as such."""
    verdict = ruled(a_thread(OFFER, orders=(a_done(june(12), step=0),)), policy=WITH_CALLS)

    assert str(verdict.reason) == "a task is due since 2026-06-15: look at their site"


def test_a_draft_after_call_and_task() -> None:
    """It is laid two days after the task was done, in answer to the same mail."""
    orders = (a_done(june(12), step=0), a_done(june(15), step=1))

    verdict = ruled(a_thread(OFFER, orders=orders), policy=WITH_CALLS)

    assert verdict.lay is not None
    assert (verdict.lay.step, verdict.lay.template, verdict.lay.parent) == (2, "check-in", OFFER)


# -------------------------------------------------------------------------------------------- evidence


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (some_evidence(whole=False), "the mailbox was not fully read: Inbox: not yet read to its end"),
        (some_evidence(problem="Sent is suddenly empty"), "the mailbox was not fully read: Sent is suddenly empty"),
        (some_evidence(first_read_at=None), "the mailbox was not fully read: it has not been read through yet"),
        (Evidence(), "the mailbox was not fully read: it has not been read through yet"),
        (some_evidence(ago(hours=2)), "the mailbox was last read on 2026-06-17; no draft is laid on old evidence"),
        (some_evidence(ago(hours=-2)), "the mailbox was last read on 2026-06-17; no draft is laid on old evidence"),
        (Evidence(first_read_at=FIRST_READ), "the mailbox was not fully read: it has not been read through yet"),
    ],
    ids=["partial", "problem", "never read", "nothing", "stale", "from the future", "no folders"],
)
def test_evidence_that_supports_no_draft(evidence: Evidence, reason: str) -> None:
    """A draft that is due is held, and it is told why."""
    verdict = ruled(a_thread(OFFER), evidence=evidence)

    assert (verdict.state, str(verdict.reason), verdict.lay) == (State.HELD, reason, None)


def test_stale_evidence_and_nothing_due() -> None:
    """Waiting needs no proof."""
    assert ruled(a_thread(OFFER), evidence=some_evidence(ago(days=2)), now=june(12)).state is State.WAITING


def test_stale_evidence_and_an_answer() -> None:
    """An answer that was seen was seen: the draft is taken back."""
    verdict = ruled(a_thread(OFFER, a_reply(june(16)), drafts=(LAID,)), evidence=some_evidence(ago(days=2)))

    assert (verdict.state, taken_back(verdict)) == (State.ANSWERED, (LAID,))


def test_automatic_mail_and_a_draft_that_is_due() -> None:
    """A machine's word is no answer: it is laid."""
    away: tuple[Message, ...] = (an_auto_reply(june(10, 11)), a_reply(june(11), kind=Kind.RECEIPT, sender=ANNA))

    assert ruled(a_thread(OFFER, *away)).lay is not None

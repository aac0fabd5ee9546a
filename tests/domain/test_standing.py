"""Where a thread stands in its plan: the contract's page on counting, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypedDict, Unpack

import pytest

from crickets.domain.message import Message, Role
from crickets.domain.plans import BUILT_IN as PLANS
from crickets.domain.plans import After, Do, Plan, Step, Timing, Unit
from crickets.domain.remarks import Remarks
from crickets.domain.standing import Standing, restarting_order, standing_of
from crickets.domain.thread import Draft, DraftState, Order, Thread
from tests.builders import (
    BEN,
    OWNER,
    a_bounce,
    a_done,
    a_draft,
    a_plan_order,
    a_reply,
    a_resume,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    an_auto_reply,
    an_id,
    june,
)

OFFER = a_sent(june(1))
"""What Anna leaves unanswered; the first step falls due five days later."""


class Place(TypedDict, total=False):
    """What a test says of where a thread stands."""

    step: int
    answer: Message | None
    promise: Message | None
    order: Order | None
    thrown_away: Draft | None
    wait: Timing | None


def a_standing(anchor: Message, since: datetime, **place: Unpack[Place]) -> Standing:
    """Where a thread stands, but for by which drafts its steps were taken since when."""
    return Standing(anchor=anchor, begun=june(1), since=since, **place)


def where(thread: Thread, plan: str = "negotiation") -> Standing:
    """Where a thread stands that stands somewhere; the way there apart."""
    standing = standing_of(thread, OWNER, PLANS.get(plan, Plan(name=plan, steps=())))
    assert standing is not None
    return replace(standing, begun=june(1), taken=())


def sent_as(draft: Draft, mail: Message) -> tuple[Draft, Message]:
    """A draft, and the mail that it became."""
    return (
        a_draft(
            draft.laid_at,
            parent=OFFER,
            state=DraftState.SENT,
            id=draft.id,
            step=draft.step,
            plan=draft.plan,
            sent_as=mail.id,
            since=mail.sent_at,
        ),
        mail,
    )


# ---------------------------------------------------------------------------------- anchor and answer


def test_one_mail() -> None:
    """It is the anchor; the first step counts from it."""
    assert where(a_thread(OFFER)) == a_standing(anchor=OFFER, since=june(1))


def test_a_thread_without_mail_of_the_owners() -> None:
    """It stands nowhere."""
    assert standing_of(a_thread(a_reply(june(1))), OWNER, PLANS["negotiation"]) is None


def test_an_empty_thread_with_an_order() -> None:
    """There is nothing to follow up."""
    assert standing_of(a_thread(orders=(a_resume(june(1)),)), OWNER, PLANS["negotiation"]) is None


def test_mail_in_the_order_of_its_finding() -> None:
    """The anchor is the newest by the owner's clock, wherever it stands in the list."""
    newer = a_sent(june(3))

    assert where(a_thread(newer, OFFER)).anchor == newer


def test_a_forged_mail_in_junk() -> None:
    """Mail with the owner's From in Junk or Trash is no anchor."""
    forged = a_sent(june(5), places=frozenset({Role.JUNK}))

    assert where(a_thread(OFFER, forged)).anchor == OFFER


def test_mail_of_the_owners_in_an_archive() -> None:
    """Their own From is enough, anywhere but in Drafts, Junk and Trash."""
    archived = a_sent(june(5), places=frozenset({Role.ARCHIVE}))

    assert where(a_thread(OFFER, archived)).anchor == archived


def test_an_answer() -> None:
    """What a person wrote later than the anchor answers it."""
    answer = a_reply(june(2), answering=OFFER)

    assert where(a_thread(OFFER, answer)).answer == answer


def test_an_answer_by_another_person() -> None:
    """A colleague's word is an answer too."""
    answer = a_reply(june(2), sender=BEN)

    assert where(a_thread(OFFER, answer)).answer == answer


@pytest.mark.parametrize("place", [Role.JUNK, Role.TRASH, Role.ARCHIVE, Role.OTHER])
def test_an_answer_in_any_folder(place: Role) -> None:
    """It counts where it lies."""
    answer = a_reply(june(2), places=frozenset({place}))

    assert where(a_thread(OFFER, answer)).answer == answer


def test_several_answers() -> None:
    """The newest is told."""
    newest = a_reply(june(3))

    assert where(a_thread(OFFER, a_reply(june(2)), newest)).answer == newest


def test_automatic_mail() -> None:
    """An away message and a bounce are no answers, and the count runs on."""
    assert where(a_thread(OFFER, an_auto_reply(june(1, 11)), a_bounce(june(1, 12)))) == a_standing(
        anchor=OFFER, since=june(1)
    )


def test_the_owners_reply_to_an_answer() -> None:
    """The silence begins anew with it."""
    answer = a_reply(june(2), answering=OFFER)
    reply = a_sent(june(3), answering=answer)

    assert where(a_thread(OFFER, answer, reply)) == a_standing(anchor=reply, since=june(3))


def test_a_reply_that_the_clocks_put_before_the_question() -> None:
    """The owner's reply names it, so it came after: nothing is unanswered by the owner."""
    question = a_reply(june(3))
    reply = a_sent(june(2), answering=question)

    assert where(a_thread(question, reply)) == a_standing(anchor=reply, since=june(2))


def test_an_answer_that_the_clocks_put_before_the_anchor() -> None:
    """It names the anchor, so it answers it."""
    answer = a_reply(june(1, 9), answering=OFFER)

    assert where(a_thread(OFFER, answer)).answer == answer


def test_an_anchor_without_a_date() -> None:
    """It was sent when the server got it."""
    undated = a_sent(june(4), date=None)

    assert where(a_thread(undated, a_reply(june(3)))) == a_standing(anchor=undated, since=june(4))


def test_an_answer_in_the_hours_in_which_a_mail_waited_to_be_sent() -> None:
    """By the owner's Date it came later, so it is an answer."""
    delayed = a_sent(june(1), received=june(3))
    answer = a_reply(june(2))

    assert where(a_thread(delayed, answer)).answer == answer


# --------------------------------------------------------------------------------- what moves it on


def test_a_mail_by_hand_before_any_draft() -> None:
    """It moves the anchor; the step stays."""
    by_hand = a_sent(june(3))

    assert where(a_thread(OFFER, by_hand)) == a_standing(anchor=by_hand, since=june(3))


def test_a_draft_that_was_sent() -> None:
    """The next step counts from the day on which it was really sent, in answer to that mail."""
    mail = a_sent(june(9), answering=OFFER)
    draft, _ = sent_as(a_draft(june(8), parent=OFFER), mail)

    assert where(a_thread(OFFER, mail, drafts=(draft,))) == a_standing(anchor=mail, since=june(9), step=1)


def test_a_draft_sent_under_its_own_id_without_a_believable_date() -> None:
    """What is recognised by its id needs no date to have taken its step's place."""
    draft = a_draft(june(8, 8), parent=OFFER, state=DraftState.SENT, since=june(9))
    mail = a_sent(june(2), id=draft.id, answering=OFFER)

    assert where(a_thread(OFFER, mail, drafts=(draft,))).step == 1


@pytest.mark.parametrize("state", [DraftState.LAID, DraftState.EDITED, DraftState.MISSING])
def test_a_draft_that_is_not_sent(state: DraftState) -> None:
    """What is not sent does not move the plan on."""
    draft = a_draft(june(8), parent=OFFER, state=state)

    assert where(a_thread(OFFER, drafts=(draft,))) == a_standing(anchor=OFFER, since=june(1))


@pytest.mark.parametrize("state", [DraftState.INTENDED, DraftState.ABANDONED, DraftState.TAKEN_BACK])
def test_a_draft_that_does_not_lie(state: DraftState) -> None:
    """It takes nobody's step: a mail by hand after it moves the anchor only."""
    draft = a_draft(june(8), parent=OFFER, state=state)
    by_hand = a_sent(june(10))

    assert where(a_thread(OFFER, by_hand, drafts=(draft,))) == a_standing(anchor=by_hand, since=june(10))


@pytest.mark.parametrize("state", [DraftState.LAID, DraftState.EDITED, DraftState.MISSING])
def test_a_mail_by_hand_while_a_draft_lies(state: DraftState) -> None:
    """It takes the place of the draft's step."""
    draft = a_draft(june(8), parent=OFFER, state=state)
    by_hand = a_sent(june(9))

    assert where(a_thread(OFFER, by_hand, drafts=(draft,))) == a_standing(anchor=by_hand, since=june(9), step=1)


def test_a_mail_by_hand_that_had_its_draft_taken_back() -> None:
    """The draft lay when the mail was written, so its step is taken for good."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK, since=june(9, 11))
    by_hand = a_sent(june(9, 10))

    assert where(a_thread(OFFER, by_hand, drafts=(draft,))).step == 1


def test_a_mail_by_hand_whose_clock_is_ahead() -> None:
    """Its draft was taken back at once, before the mail's own Date: by the server's word it lay there."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK, since=june(9, 10, 1))
    by_hand = a_sent(june(9, 10, 5), received=june(9, 10))

    assert where(a_thread(OFFER, by_hand, drafts=(draft,))).step == 1


def test_the_mail_that_a_draft_answers() -> None:
    """It was there before, though its Date is later: it took no place of the draft's."""
    offer = a_sent(june(10), received=june(1))
    draft = a_draft(june(8), parent=offer)

    assert where(a_thread(offer, drafts=(draft,))).step == 0


def test_an_order_of_the_moment_at_which_a_draft_went() -> None:
    """Stamps that were mended bear one moment: the owner ordered in view of what had become of the draft."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(9))

    assert where(a_thread(OFFER, drafts=(draft,), orders=(a_resume(june(9)),))).thrown_away is None


def test_a_task_done_at_the_moment_of_the_order_that_began_the_count() -> None:
    """Both by a clock that was mended: the task was done."""
    orders = (a_plan_order(june(9), "negotiation"), a_done(june(9)))

    assert where(a_thread(OFFER, orders=orders)).step == 1


def test_a_draft_taken_back_whose_copy_comes_to_sent_later() -> None:
    """The owner was quicker: a mail with the draft's own id is the draft, be its Date an hour behind."""
    draft = a_draft(june(8, 8), parent=OFFER, state=DraftState.TAKEN_BACK, since=june(8, 11))
    mail = a_sent(june(8, 7), id=draft.id, answering=OFFER, received=june(8, 14))

    assert where(a_thread(OFFER, mail, drafts=(draft,))) == a_standing(anchor=mail, since=june(8, 7), step=1)


def test_a_mail_by_hand_after_a_draft_was_taken_back() -> None:
    """None lay any more: the mail moves the anchor only."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK, since=june(9))
    by_hand = a_sent(june(10))

    assert where(a_thread(OFFER, by_hand, drafts=(draft,))) == a_standing(anchor=by_hand, since=june(10))


def test_a_mail_by_hand_and_then_the_draft_too() -> None:
    """Both together are one step: the second moves the anchor only."""
    by_hand, mail = a_sent(june(9)), a_sent(june(10), answering=OFFER)
    draft, _ = sent_as(a_draft(june(8), parent=OFFER), mail)

    assert where(a_thread(OFFER, by_hand, mail, drafts=(draft,))) == a_standing(anchor=mail, since=june(10), step=1)


def test_a_draft_thrown_away() -> None:
    """Its step is skipped; the next counts from the day on which it was laid, in answer to the same mail."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(11))

    assert where(a_thread(OFFER, drafts=(draft,))) == a_standing(anchor=OFFER, since=june(8), step=1, thrown_away=draft)


def test_a_draft_whose_end_was_seen_by_a_clock_that_was_set_back() -> None:
    """It ended no sooner than it was laid, and so after the mail that it answers."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(1))

    assert where(a_thread(OFFER, drafts=(draft,))) == a_standing(anchor=OFFER, since=june(8), step=1, thrown_away=draft)


def test_both_steps_thrown_away() -> None:
    """The plan is at its end."""
    first = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(9))
    second = a_draft(june(15), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(16), step=1)

    assert where(a_thread(OFFER, drafts=(first, second))).step == 2


def test_a_mail_by_hand_after_a_draft_was_thrown_away() -> None:
    """It moves the anchor; the next step counts from it."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(9))
    by_hand = a_sent(june(10))

    standing = where(a_thread(OFFER, by_hand, drafts=(draft,)))

    assert (standing.anchor, standing.since, standing.step) == (by_hand, june(10), 1)


def test_a_mail_by_hand_and_then_the_draft_thrown_away() -> None:
    """The mail took the step's place; throwing the needless draft away skips no other, nor turns time back."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(10))
    by_hand = a_sent(june(9))

    standing = where(a_thread(OFFER, by_hand, drafts=(draft,)))

    assert (standing.anchor, standing.since, standing.step) == (by_hand, june(9), 1)


def test_drafts_of_another_plan() -> None:
    """A changed plan begins at its first step, whatever became of the old one's drafts."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(9))

    assert where(a_thread(OFFER, drafts=(draft,)), plan="project") == a_standing(anchor=OFFER, since=june(1))


def test_drafts_from_before_an_answer() -> None:
    """A new silence begins the plan anew: what was sent or thrown away before doesn't count."""
    sent = a_sent(june(9), answering=OFFER)
    answer = a_reply(june(10), answering=sent)
    reply = a_sent(june(11), answering=answer)
    draft, _ = sent_as(a_draft(june(8), parent=OFFER), sent)

    assert where(a_thread(OFFER, sent, answer, reply, drafts=(draft,))) == a_standing(anchor=reply, since=june(11))


def test_a_draft_that_was_sent_after_a_promise() -> None:
    """The plan goes on: what the client promised was no answer, and they have had this step now."""
    promise = a_reply(june(2), answering=OFFER, remarks=Remarks(promised=june(5).date()))
    mail = a_sent(june(9), answering=promise)
    draft, _ = sent_as(a_draft(june(8), parent=OFFER), mail)
    again = a_reply(june(10), answering=mail, remarks=Remarks(promised=june(12).date()))
    last = a_sent(june(18), answering=again)
    closing, _ = sent_as(a_draft(june(17), parent=mail, step=1), last)

    once, twice = a_thread(OFFER, promise, mail, drafts=(draft,)), (OFFER, promise, mail, again, last)

    assert where(once) == a_standing(anchor=mail, since=june(9), step=1)
    assert where(a_thread(*twice, drafts=(draft, closing))) == a_standing(anchor=last, since=june(18), step=2)


def test_a_mail_by_hand_while_a_draft_lies_after_a_promise() -> None:
    """It takes the place of the draft's step; without a draft it's the owner's answer, and the plan begins anew."""
    promise = a_reply(june(10), answering=CHECKED_IN, remarks=Remarks(promised=june(12).date()))
    by_hand = a_sent(june(18), answering=promise)
    draft = a_draft(june(17), parent=CHECKED_IN, step=1)
    messages = (OFFER, CHECKED_IN, promise, by_hand)

    assert where(a_thread(*messages, drafts=(CHECK_IN, draft))).step == 2
    assert where(a_thread(*messages, drafts=(CHECK_IN,))).step == 0


def test_a_stop_and_a_snooze() -> None:
    """They don't count: the anchor and the step stay as they are."""
    orders = (a_stop(june(3)), a_snooze(june(4), until=None))

    assert where(a_thread(OFFER, orders=orders)) == a_standing(anchor=OFFER, since=june(1))


# ------------------------------------------------------------------------------------- calls and tasks


def test_a_call_done() -> None:
    """The next step counts from that day; the anchor stays."""
    done = a_done(june(9), step=0)

    assert where(a_thread(OFFER, orders=(done,)), "calls") == a_standing(anchor=OFFER, since=june(9), step=1)


def test_a_call_done_twice() -> None:
    """The second time it is done already."""
    orders = (a_done(june(9), step=0), a_done(june(10), step=0))

    assert where(a_thread(OFFER, orders=orders), "calls") == a_standing(anchor=OFFER, since=june(9), step=1)


def test_something_done_that_was_not_named() -> None:
    """It is what came next."""
    assert where(a_thread(OFFER, orders=(a_done(june(9)),)), "calls").step == 1


def test_a_call_done_before_the_anchor() -> None:
    """It belongs to an older count."""
    newer = a_sent(june(10), answering=a_reply(june(9)))

    assert where(a_thread(OFFER, a_reply(june(9)), newer, orders=(a_done(june(8), step=0),))) == a_standing(
        anchor=newer, since=june(10)
    )


# ---------------------------------------------------------------------------------------------- orders


CHECKED_IN = a_sent(june(9), answering=OFFER)
CHECK_IN, _ = sent_as(a_draft(june(8), parent=OFFER), CHECKED_IN)
"""The first step of two, taken."""


@pytest.mark.parametrize(
    "orders",
    [
        (a_resume(june(10)),),
        (a_stop(june(9, 12)), a_resume(june(10))),
        (a_plan_order(june(10), "negotiation"),),
        (a_plan_order(june(2), "negotiation"), a_plan_order(june(10), "negotiation")),
    ],
    ids=["resume", "resume after a stop", "the plan that holds", "the plan that was ordered"],
)
def test_an_order_in_the_middle_of_a_plan(orders: tuple[Order, ...]) -> None:
    """It is a new anchor on its day: the next step counts from then, in answer to the same mail; none is repeated."""
    assert where(a_thread(OFFER, CHECKED_IN, drafts=(CHECK_IN,), orders=orders)) == a_standing(
        anchor=CHECKED_IN, since=june(10), step=1, order=orders[-1]
    )


def test_an_order_to_go_by_another_plan() -> None:
    """That one begins with its first step, and so does the one before, once it's ordered again."""
    lost, back = a_plan_order(june(10), "lost"), a_plan_order(june(11), "negotiation")
    other, again = (
        a_thread(OFFER, CHECKED_IN, drafts=(CHECK_IN,), orders=orders) for orders in ((lost,), (lost, back))
    )

    assert where(other, "lost") == a_standing(anchor=CHECKED_IN, since=june(10), order=lost)
    assert where(again) == a_standing(anchor=CHECKED_IN, since=june(11), order=back)


@pytest.mark.parametrize("order", [a_resume(june(12)), a_plan_order(june(12), "negotiation")], ids=["resume", "plan"])
def test_an_order_at_a_plans_end(order: Order) -> None:
    """The plan begins anew: there's no other way in which the thread could be followed up."""
    last = a_sent(june(11), answering=CHECKED_IN)
    closing, _ = sent_as(a_draft(june(10), parent=CHECKED_IN, step=1), last)
    thread = a_thread(OFFER, CHECKED_IN, last, drafts=(CHECK_IN, closing), orders=(order,))

    assert where(thread) == a_standing(anchor=last, since=june(12), order=order)


def test_an_order_after_a_bounce() -> None:
    """The plan begins anew: nobody knows what the client has read. One from before is over by then."""
    back = a_bounce(june(9, 12), of=CHECKED_IN)
    thread = a_thread(OFFER, CHECKED_IN, back, drafts=(CHECK_IN,), orders=(a_resume(june(10)),))

    assert where(thread).step == 0
    older = a_thread(OFFER, a_bounce(june(2), of=OFFER), CHECKED_IN, drafts=(CHECK_IN,), orders=(a_resume(june(10)),))
    assert where(older).step == 1
    since = (a_resume(june(3)), a_done(june(4)), a_resume(june(5)))
    assert where(a_thread(OFFER, a_bounce(june(2), of=OFFER), orders=since)).step == 1


def test_an_order_after_the_copy_to_another_came_back() -> None:
    """The client has read what was sent, and isn't asked once more."""
    asked, checked_in = replace(OFFER, cc=(BEN,)), replace(CHECKED_IN, cc=(BEN,))
    back = a_bounce(june(9, 12), of=checked_in, remarks=Remarks(bounced=(BEN.email,)))

    assert where(a_thread(asked, checked_in, back, drafts=(CHECK_IN,), orders=(a_resume(june(10)),))).step == 1


def test_an_order_by_mail_to_go_by_the_plan_that_holds() -> None:
    """It's for that mail: the plan begins anew with it."""
    mail = a_sent(june(10), answering=CHECKED_IN)
    order = replace(a_plan_order(june(10), "negotiation"), by="dana+negotiation@studio.example", source=mail.id)

    assert where(a_thread(OFFER, CHECKED_IN, mail, drafts=(CHECK_IN,), orders=(order,))).step == 0
    assert where(a_thread(OFFER, CHECKED_IN, mail, drafts=(CHECK_IN,), orders=(replace(order, source=None),))).step == 0


THANKS = a_reply(june(10), answering=CHECKED_IN)
"""What Anna answers in the middle of the plan."""


@pytest.mark.parametrize(
    "orders",
    [
        (a_resume(june(11)),),
        (a_plan_order(june(11), "negotiation"),),
        (a_resume(june(9, 12)), a_resume(june(11))),
        (a_stop(june(10, 12)), a_resume(june(11))),
    ],
    ids=["resume", "the plan that holds", "the second time", "resume after a stop"],
)
def test_an_order_after_an_answer_in_the_middle_of_a_plan(orders: tuple[Order, ...]) -> None:
    """The plan goes on over the answer: the next step counts from the order, in answer to what the client wrote."""
    assert where(a_thread(OFFER, CHECKED_IN, THANKS, drafts=(CHECK_IN,), orders=orders)) == a_standing(
        anchor=THANKS, since=june(11), step=1, order=orders[-1]
    )


def test_an_order_after_several_answers() -> None:
    """It goes on over all that came since the owner's last mail, and so does one after an order and another answer."""
    more = a_reply(june(12), answering=CHECKED_IN)
    once, twice = (a_resume(june(13)),), (a_resume(june(11)), a_resume(june(13)))

    for orders in (once, twice):
        assert where(a_thread(OFFER, CHECKED_IN, THANKS, more, drafts=(CHECK_IN,), orders=orders)) == a_standing(
            anchor=more, since=june(13), step=1, order=orders[-1]
        )


def test_an_order_after_the_owners_reply_to_an_answer() -> None:
    """The reply has begun a new count, and its first step is next."""
    reply, order = a_sent(june(11), answering=THANKS), a_resume(june(12))

    assert where(a_thread(OFFER, CHECKED_IN, THANKS, reply, drafts=(CHECK_IN,), orders=(order,))) == a_standing(
        anchor=reply, since=june(12), order=order
    )


def test_a_mail_by_hand_after_an_order_that_went_on_over_an_answer() -> None:
    """It moves the anchor, as it does after any order; the next step stays the next."""
    by_hand, order = a_sent(june(12), answering=THANKS), a_resume(june(11))

    assert where(a_thread(OFFER, CHECKED_IN, THANKS, by_hand, drafts=(CHECK_IN,), orders=(order,))) == a_standing(
        anchor=by_hand, since=june(12), step=1, order=order
    )


def test_an_order_by_a_folder_after_an_answer() -> None:
    """It's for the mail that was put there: the plan begins with it."""
    order = replace(a_plan_order(june(11), "negotiation"), by="the folder Crickets/Negotiation", source=THANKS.id)

    assert where(a_thread(OFFER, CHECKED_IN, THANKS, drafts=(CHECK_IN,), orders=(order,))) == a_standing(
        anchor=THANKS, since=june(11), order=order
    )


def test_an_order_after_what_was_done() -> None:
    """A call that is done isn't asked for again."""
    calls = Plan(name="calls", steps=2 * (Step(timing=After(count=1, unit=Unit.DAYS), do=Do.CALL),))
    order = a_resume(june(8))
    thread = a_thread(OFFER, orders=(a_plan_order(june(2), "calls"), a_done(june(5), step=0), order))

    standing = standing_of(thread, OWNER, calls)

    assert standing is not None
    assert (standing.step, standing.since, standing.order) == (1, june(8), order)


def test_an_order_after_the_clients_last_word() -> None:
    """The mail to follow up is the client's, being the newest; it doesn't count as an answer."""
    answer, order = a_reply(june(5), answering=OFFER), a_plan_order(june(6), "lost")

    assert where(a_thread(OFFER, answer, orders=(order,)), "lost") == a_standing(
        anchor=answer, since=june(6), order=order
    )


def test_an_order_on_a_thread_in_which_the_owner_never_wrote() -> None:
    """It can be followed up all the same."""
    inquiry, order = a_reply(june(5)), a_resume(june(6))

    assert where(a_thread(inquiry, orders=(order,))) == a_standing(anchor=inquiry, since=june(6), order=order)


def test_a_question_to_the_owner_that_was_stopped_and_is_resumed() -> None:
    """It's theirs to answer again, and no check-in goes to whoever waits for them, unless they give it a plan."""
    inquiry, undone = a_reply(june(5)), (a_stop(june(6)), a_resume(june(7)))

    assert standing_of(a_thread(inquiry, orders=undone), OWNER, PLANS["negotiation"]) is None
    assert where(a_thread(inquiry, orders=(*undone, a_plan_order(june(8), "lost")))).since == june(8)


def test_mail_after_an_order() -> None:
    """Only later mail counts as an answer to it."""
    order, answer = a_resume(june(6)), a_reply(june(7))

    assert where(a_thread(OFFER, a_reply(june(5)), answer, orders=(order,))).answer == answer


def test_a_client_whose_clock_is_wrong() -> None:
    """Which mail is the newest goes by when the server got the client's, not by its Date."""
    answer = a_reply(june(5), answering=OFFER, date=june(1, 8))
    order = a_resume(june(6))

    assert where(a_thread(OFFER, answer, orders=(order,))).anchor == answer


def test_an_order_and_then_a_draft_sent() -> None:
    """Sending it moves the ordered plan on."""
    order = a_plan_order(june(6), "lost")
    mail = a_sent(june(9), answering=OFFER)
    draft, _ = sent_as(a_draft(june(8), parent=OFFER, plan="lost"), mail)

    assert where(a_thread(OFFER, mail, drafts=(draft,), orders=(order,)), "lost") == a_standing(
        anchor=mail, since=june(9), step=1, order=order
    )


def test_an_order_after_the_clients_last_word_and_then_a_draft_sent() -> None:
    """Sending it moves the ordered plan on, though the client's word came before: its first step isn't laid twice."""
    answer, order = a_reply(june(5), answering=OFFER), a_plan_order(june(6), "lost")
    mail = a_sent(june(9), answering=answer)
    draft, _ = sent_as(a_draft(june(9, 8), parent=answer, plan="lost"), mail)

    assert where(a_thread(OFFER, answer, mail, drafts=(draft,), orders=(order,)), "lost") == a_standing(
        anchor=mail, since=june(9), step=1, order=order
    )


def test_an_order_in_a_thread_in_which_the_owner_never_wrote_and_then_a_draft_sent() -> None:
    """Sending it moves the ordered plan on there too."""
    inquiry, order = a_reply(june(5)), a_plan_order(june(6), "lost")
    mail = a_sent(june(9), answering=inquiry)
    draft, _ = sent_as(a_draft(june(9, 8), parent=inquiry, plan="lost"), mail)

    standing = where(a_thread(inquiry, mail, drafts=(draft,), orders=(order,)), "lost")

    assert (standing.anchor, standing.step) == (mail, 1)


def test_an_order_after_the_clients_last_word_and_then_a_mail_by_hand() -> None:
    """With no draft there it moves the anchor; the ordered plan still begins with its first step."""
    answer, order = a_reply(june(5), answering=OFFER), a_plan_order(june(6), "lost")
    by_hand = a_sent(june(7), answering=answer)

    standing = where(a_thread(OFFER, answer, by_hand, orders=(order,)), "lost")

    assert (standing.anchor, standing.since, standing.step) == (by_hand, june(7), 0)


def test_a_mail_by_hand_after_the_answer_to_an_order() -> None:
    """A new silence, a new count: the order's is over."""
    order, answer = a_plan_order(june(6), "lost"), a_reply(june(8))
    reply = a_sent(june(9), answering=answer)

    assert where(a_thread(OFFER, answer, reply, orders=(order,)), "lost") == a_standing(anchor=reply, since=june(9))


def test_a_draft_thrown_away_before_an_order() -> None:
    """Its step stays skipped, and nothing keeps the thread from going on."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(9))
    order = a_resume(june(10))

    assert where(a_thread(OFFER, drafts=(draft,), orders=(order,))) == a_standing(
        anchor=OFFER, since=june(10), step=1, order=order
    )


def test_a_draft_thrown_away_before_an_order_and_then_a_mail() -> None:
    """The order still stands between them: nothing was thrown away since."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(9))
    order, by_hand = a_resume(june(10)), a_sent(june(11))

    assert where(a_thread(OFFER, by_hand, drafts=(draft,), orders=(order,))) == a_standing(
        anchor=by_hand, since=june(11), step=1, order=order
    )


def test_a_draft_that_lay_when_the_order_was_given_and_is_thrown_away_later() -> None:
    """It isn't laid again: the owner has seen it and did not want it."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(11))
    order = a_resume(june(10))

    standing = where(a_thread(OFFER, drafts=(draft,), orders=(order,)))

    assert (standing.step, standing.since) == (1, june(10))


def test_a_mail_by_hand_then_an_order_and_then_the_draft_thrown_away() -> None:
    """The mail had taken the step's place: who only tidies up after an order stops nothing."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(11))

    standing = where(a_thread(OFFER, a_sent(june(9)), drafts=(draft,), orders=(a_resume(june(10)),)))

    assert (standing.step, standing.since, standing.thrown_away) == (1, june(10), None)


def test_a_draft_that_lay_when_the_order_was_given_and_is_sent_later() -> None:
    """Sending it moves the plan on."""
    order, mail = a_resume(june(10)), a_sent(june(11), answering=OFFER)
    draft, _ = sent_as(a_draft(june(8), parent=OFFER), mail)

    assert where(a_thread(OFFER, mail, drafts=(draft,), orders=(order,))) == a_standing(
        anchor=mail, since=june(11), step=1, order=order
    )


def test_a_call_done_after_an_order() -> None:
    """It counts in the ordered plan."""
    order = a_plan_order(june(6), "calls")

    assert where(a_thread(OFFER, orders=(order, a_done(june(9), step=0))), "calls") == a_standing(
        anchor=OFFER, since=june(9), step=1, order=order
    )


def test_several_orders() -> None:
    """The newest counts, in whatever order they are kept."""
    newest = a_resume(june(8))
    orders = (newest, a_plan_order(june(6), "project"), a_stop(june(9)))

    assert restarting_order(a_thread(OFFER, orders=orders)) == newest


def test_no_order() -> None:
    """A stop, a snooze, something done: none begins the count anew."""
    orders = (a_stop(june(3)), a_snooze(june(4), until=None), a_done(june(5)))

    assert restarting_order(a_thread(OFFER, orders=orders)) is None


def test_an_order_in_the_mail_itself() -> None:
    """A Bcc to a plus-address orders at the mail's own moment: it belongs to the count that the mail begins."""
    order = a_plan_order(june(1), "project")

    assert where(a_thread(OFFER, orders=(order,)), "project") == a_standing(anchor=OFFER, since=june(1), order=order)


def test_a_draft_sent_as_a_mail_that_is_not_in_the_thread() -> None:
    """Its step was taken all the same, when that was seen; a later mail by hand moves the anchor only."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.SENT, sent_as=an_id("elsewhere"), since=june(9))
    by_hand = a_sent(june(12))

    alone, followed = where(a_thread(OFFER, drafts=(draft,))), where(a_thread(OFFER, by_hand, drafts=(draft,)))

    assert (alone.step, alone.since, alone.anchor) == (1, june(9), OFFER)
    assert (followed.step, followed.since, followed.anchor) == (1, june(12), by_hand)

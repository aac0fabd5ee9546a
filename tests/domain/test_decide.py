"""The decision as a whole: what is laid, what is taken back, whose turn it is, and what never happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from crickets.domain.calendar import DayOff
from crickets.domain.decide import decide, within_the_cap
from crickets.domain.evidence import Evidence
from crickets.domain.message import WRITTEN, Kind, Message, MessageId, Role
from crickets.domain.plans import BUILT_IN, After, Do, Plan, Step, Unit
from crickets.domain.policy import Client, Drafting, OnDelete, Policy, Tracking, Who
from crickets.domain.thread import Draft, DraftState, Order, OrderKind, Thread, ThreadId
from crickets.domain.turn import begun_anew, has_waited_long, listed_since
from crickets.domain.verdict import LayDraft, Reason, Silence, State, Verdict, why
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    FIRST_READ,
    NOW,
    OWNER,
    ROME,
    THREAD,
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
    an_id,
    as_listed,
    june,
    some_evidence,
)

OFFER = a_sent(june(1), subject="Re: The new site")
LAID = a_draft(june(8, 8, 30), parent=OFFER)


def decided(
    thread: Thread, *, policy: Policy | None = None, evidence: Evidence | None = None, now: datetime = NOW
) -> Verdict:
    """The verdict on a thread that has one; the mailbox was read just now, unless told otherwise."""
    verdict = decide(thread, policy or a_policy(), evidence or some_evidence(now), now)
    assert verdict is not None
    return verdict


# ----------------------------------------------------------------------------------------- the verdict


def test_a_client_gone_quiet() -> None:
    """All that is to be known of it."""
    verdict = decided(a_thread(OFFER))

    assert verdict == Verdict(
        thread=THREAD,
        account="work",
        state=State.WAITING,
        reason=why(Reason.DUE, step=1, day="2026-06-08"),
        why=verdict.why,
        subject="The new site",
        client=ANNA,
        plan="negotiation",
        step=0,
        planned=BUILT_IN["negotiation"].steps[0],
        anchor=OFFER,
        silence=Silence(days=16, working_days=12),
        due=verdict.due,
        next_at=june(8, 8, 30),
        passed_over=(DayOff(day=date(2026, 6, 6), why="Saturday"), DayOff(day=date(2026, 6, 7), why="Sunday")),
        lay=LayDraft(plan="negotiation", step=0, template="check-in", parent=OFFER, attempt=0),
    )


def test_the_same_facts_again() -> None:
    """They give the same verdict."""
    assert decided(a_thread(OFFER)) == decided(a_thread(OFFER))


@pytest.mark.parametrize("messages", [(), (a_sent(june(1), to=(DANA,)),), (a_reply(NOW),)])
def test_a_thread_in_which_there_is_nothing_to_do(messages: tuple[Message, ...]) -> None:
    """There is no verdict on it."""
    assert decide(a_thread(*messages), a_policy(), some_evidence(), NOW) is None


@pytest.mark.parametrize(
    ("sent_at", "now", "silence"),
    [
        (june(1), june(1, 23), Silence(days=0, working_days=0)),
        (june(1, 23, 59), june(2, 0, 1), Silence(days=1, working_days=1)),
        (june(5), june(8), Silence(days=3, working_days=1)),
        (june(18), june(17), Silence(days=0, working_days=0)),  # a clock that is fast
    ],
)
def test_the_days_of_silence(sent_at: datetime, now: datetime, silence: Silence) -> None:
    """They are calendar days in the owner's zone, and those of them that are worked; never less than none."""
    assert decided(a_thread(a_sent(sent_at)), now=now).silence == silence


def test_a_step_as_it_was_sent() -> None:
    """The next draft answers the mail that was really sent, and is laid seven days after that day."""
    mail = a_sent(june(9, 18), answering=OFFER)
    draft = a_draft(june(8), parent=OFFER, state=DraftState.SENT, sent_as=mail.id, since=june(9, 19))
    thread = a_thread(OFFER, mail, drafts=(draft,))

    assert decided(thread, now=june(16, 8, 29)).lay is None
    assert decided(thread, now=june(16, 8, 30)).lay == LayDraft(
        plan="negotiation", step=1, template="closing-the-loop", parent=mail, attempt=0
    )


def test_a_step_thrown_away() -> None:
    """It is never laid again; the next is laid seven days after the first was."""
    thread = a_thread(OFFER, drafts=(a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(12)),))

    assert [decided(thread, now=june(day)).lay is None for day in (9, 12)] == [True, True]
    assert decided(thread, now=june(15)).lay == LayDraft(
        plan="negotiation", step=1, template="closing-the-loop", parent=OFFER, attempt=0
    )


def test_a_draft_taken_back_and_due_again() -> None:
    """Laid anew, it is told apart from the first by its attempt."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK)

    assert decided(a_thread(OFFER, drafts=(draft,))).lay == LayDraft(
        plan="negotiation", step=0, template="check-in", parent=OFFER, attempt=1
    )


def test_drafts_of_other_steps() -> None:
    """They are no attempts at this one."""
    other = a_sent(june(1, 9))
    drafts = (
        a_draft(june(8), parent=other, state=DraftState.TAKEN_BACK),
        a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK, step=1),
        a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK, plan="lost"),
    )

    laid = decided(a_thread(OFFER, drafts=drafts)).lay

    assert laid is not None
    assert laid.attempt == 0


def test_a_plan_without_steps() -> None:
    """It is at its end as it begins."""
    policy = a_policy(plans={**BUILT_IN, "negotiation": Plan(name="negotiation", steps=())})

    assert decided(a_thread(OFFER), policy=policy).state is State.CLOSED


# ------------------------------------------------------------------------------------ what is taken back


ENDING = {
    "an answer": a_thread(OFFER, a_reply(june(9)), drafts=(LAID,)),
    "a stop": a_thread(OFFER, drafts=(LAID,), orders=(a_stop(june(9)),)),
    "a snooze": a_thread(OFFER, drafts=(LAID,), orders=(a_snooze(june(9), until=date(2026, 7, 1)),)),
    "a changed plan": a_thread(OFFER, drafts=(LAID,), orders=(a_plan_order(june(9), "project"),)),
    "a bounce": a_thread(OFFER, a_reply(june(9), kind=Kind.BOUNCE), drafts=(LAID,)),
    "a mail by hand": a_thread(OFFER, a_sent(june(9)), drafts=(LAID,)),
}


def with_draft(thread: Thread, draft: Draft) -> Thread:
    """The same thread with another draft in it."""
    return a_thread(*thread.messages, drafts=(draft,), orders=thread.orders)


@pytest.mark.parametrize("thread", ENDING.values(), ids=ENDING.keys())
def test_what_retires_an_untouched_draft(thread: Thread) -> None:
    """It is taken back, and nothing is laid at the same moment."""
    verdict = decided(thread)

    assert ([back.draft for back in verdict.take_back], verdict.lay) == ([LAID], None)


@pytest.mark.parametrize("state", [state for state in DraftState if state is not DraftState.LAID])
@pytest.mark.parametrize("thread", ENDING.values(), ids=ENDING.keys())
def test_what_is_never_taken_back(thread: Thread, state: DraftState) -> None:
    """A draft that is touched, or that nobody knows to lie there, is left alone."""
    draft = a_draft(LAID.laid_at, parent=OFFER, state=state)

    assert decided(with_draft(thread, draft)).take_back == ()


def test_a_changed_rule() -> None:
    """A plan changed in the config retires the old plan's draft too."""
    verdict = decided(a_thread(OFFER, drafts=(LAID,)), policy=a_policy(rules=(a_rule("project"),)))

    assert [back.draft for back in verdict.take_back] == [LAID]


def test_a_resume_while_a_draft_lies() -> None:
    """It is still the next step in answer to the same mail: it stays."""
    verdict = decided(a_thread(OFFER, drafts=(LAID,), orders=(a_resume(june(9)),)))

    assert (verdict.state, verdict.take_back) == (State.DRAFTED, ())


def test_a_second_draft_of_ours() -> None:
    """If two ever lie there, the one that isn't the next step goes."""
    old = a_draft(june(1, 12), parent=a_sent(june(1, 8)), id=MessageId("old@studio.example"))

    verdict = decided(a_thread(OFFER, drafts=(old, LAID)))

    assert (verdict.state, [back.draft for back in verdict.take_back]) == (State.DRAFTED, [old])


# ------------------------------------------------------------------------------------------ your turn


@pytest.mark.parametrize(("since", "days"), [(7, 30), (30, 30), (90, 90)])
def test_since_when_whose_turn_it_is_is_listed(since: int, days: int) -> None:
    """For as long as the config has silence matter, and a month at least."""
    policy = a_policy(tracking=Tracking(since=timedelta(days=since)))
    begins = listed_since(policy, NOW)

    assert begins == ago(days=days)
    assert has_waited_long(a_thread(a_reply(begins - timedelta(seconds=1))), begins)
    assert not has_waited_long(a_thread(a_reply(ago(days=99)), a_reply(begins)), begins)


def turn(thread: Thread, policy: Policy | None = None, now: datetime = NOW) -> datetime | None:
    """Since when it is the owner's turn."""
    verdict = decide(thread, policy or a_policy(), some_evidence(now), now)
    return None if verdict is None else verdict.your_turn_since


@pytest.mark.parametrize(("hours", "is_yours"), [(23, False), (24, True), (24 * 15, True)])
def test_a_question_to_the_owner(hours: int, *, is_yours: bool) -> None:
    """After a day without an answer of theirs it is their turn."""
    asked = ago(hours=hours)

    assert turn(a_thread(OFFER, a_reply(asked))) == (asked if is_yours else None)


@pytest.mark.parametrize(("day", "is_yours"), [(14, False), (15, False), (16, True)])
def test_a_question_on_a_friday(day: int, *, is_yours: bool) -> None:
    """Over the weekend the owner is left in peace, and on Monday until the hour at which it came."""
    asked = datetime(2026, 6, 12, 15, tzinfo=UTC)

    assert turn(a_thread(OFFER, a_reply(asked)), now=datetime(2026, 6, day, 14, tzinfo=UTC)) == (
        asked if is_yours else None
    )


def test_several_questions() -> None:
    """It is their turn since the oldest that they left unanswered."""
    assert turn(a_thread(OFFER, a_reply(june(9)), a_reply(june(16)))) == june(9)


def test_a_question_that_was_answered() -> None:
    """It is nobody's turn but the client's."""
    question = a_reply(june(9))

    assert turn(a_thread(OFFER, question, a_sent(june(10), answering=question))) is None


@pytest.mark.parametrize("own", [(OFFER,), ()], ids=["an answer", "a first question"])
def test_a_question_after_which_the_thread_was_ordered_to_be_followed_up(own: tuple[Message, ...]) -> None:
    """The order has dealt with it: the client is waited for, until they write again."""
    asked, order = a_reply(june(9)), a_plan_order(june(10), "negotiation")

    assert turn(a_thread(*own, asked, orders=(order,))) is None
    assert turn(a_thread(*own, asked, a_reply(june(11)), orders=(order,))) == june(11)


ANEW = a_sent(june(10), subject="The logo")


@pytest.mark.parametrize(
    ("mail", "is_yours"),
    [
        (ANEW, False),
        (replace(ANEW, subject="Re: The logo"), True),
        (replace(ANEW, parents=(an_id("another"),)), True),
        (replace(ANEW, to=(BEN,), cc=(ANNA,)), True),
        (a_sent(june(8), subject="The logo"), True),
        (replace(ANEW, kind=Kind.AUTO_REPLY), True),
        (a_reply(june(10), subject="The logo"), True),
    ],
    ids=["a new mail", "a reply", "one with a parent", "to another", "before it", "no mail of a person's", "theirs"],
)
def test_a_question_after_which_the_owner_began_to_write_to_its_author(mail: Message, *, is_yours: bool) -> None:
    """Under a new subject they have turned to who waits for them; what belongs elsewhere says nothing of it."""
    for own in ((OFFER,), ()):
        thread = a_thread(*own, a_reply(june(9)))
        begun = replace(thread, begun_anew=begun_anew((mail, *thread.messages), thread, OWNER))
        assert turn(begun) == (june(9) if is_yours else None)
        later = a_thread(*own, a_reply(june(9)), a_reply(june(11)))
        assert turn(replace(later, begun_anew=begun.begun_anew)) == (june(9) if is_yours else june(11))


def test_why_a_question_counts_as_answered() -> None:
    """It names the mail by which it does; what has come since it waits."""
    thread = replace(a_thread(OFFER, a_reply(june(9)), a_reply(june(15))), begun_anew=(ANEW,))

    assert [str(each) for each in decided(thread).why if each.reason is Reason.ANSWERED_ANEW] == [
        "your mail of 2026-06-10 (“The logo”) counts as the answer to Anna Rossi's of 2026-06-09"
    ]


def test_a_question_that_was_stopped_and_resumed() -> None:
    """Where the owner never wrote, it waits for them again."""
    assert turn(a_thread(a_reply(june(9)), orders=(a_stop(june(10)), a_resume(june(11))))) == june(9)


def test_a_thread_that_holds_questions_only() -> None:
    """It has a verdict for the owner's turn's sake."""
    verdict = decided(a_thread(a_reply(june(9), subject="Re: A question")))

    assert verdict == Verdict(
        thread=THREAD,
        account="work",
        state=State.ANSWERED,
        reason=why(Reason.YOUR_TURN, who="Anna Rossi", day="2026-06-09"),
        subject="A question",
        client=ANNA,
        your_turn_since=june(9),
    )


def test_a_question_from_somebody_without_a_name() -> None:
    """The address stands for it."""
    verdict = decided(a_thread(a_reply(june(9), sender=an_address("x@client.example"))))

    assert str(verdict.reason) == "x@client.example wrote on 2026-06-09 and waits for your answer"


def test_a_question_in_a_stopped_thread() -> None:
    """What the owner has stopped waits for nothing; so with a thread in which they never wrote."""
    asked = a_reply(june(9))

    alone = decided(a_thread(asked, orders=(a_stop(june(10)),)))
    answered = decided(a_thread(OFFER, asked, orders=(a_stop(june(10)),)))

    assert (alone.state, alone.your_turn_since, str(alone.reason)) == (
        State.STOPPED,
        None,
        "you stopped it on 2026-06-10",
    )
    assert answered.your_turn_since is None


def test_an_answer_while_an_edited_draft_lies_there() -> None:
    """The draft stays, and the owner is told that it does: it may be out of date."""
    edited = replace(LAID, state=DraftState.EDITED)

    verdict = decided(a_thread(OFFER, a_reply(june(9)), drafts=(edited,)))

    assert verdict.state is State.ANSWERED
    assert str(verdict.reason).endswith("a draft that you have touched still lies in Drafts")


def test_a_question_in_an_ignored_thread() -> None:
    """What the owner ignores asks nothing of them."""
    assert turn(a_thread(OFFER, a_reply(june(9))), a_policy(rules=(a_rule("none"),))) is None


NOT_ASKING = {
    "a newsletter": a_reply(june(9), kind=Kind.BULK),
    "an invitation": a_reply(june(9), kind=Kind.CALENDAR),
    "to others": a_reply(june(9), to=(BEN,)),
    "to a list": a_reply(june(9), to_list=True),
    "in junk": a_reply(june(9), places=frozenset({Role.JUNK})),
    "in the trash": a_reply(june(9), places=frozenset({Role.TRASH, Role.JUNK})),
    "from a robot": a_reply(june(9), sender=an_address("no-reply@shop.example")),
    "from long ago": a_reply(FIRST_READ - timedelta(days=31)),
}


@pytest.mark.parametrize("mail", NOT_ASKING.values(), ids=NOT_ASKING.keys())
def test_mail_that_asks_nothing(mail: Message) -> None:
    """It is not the owner's turn."""
    assert turn(a_thread(mail)) is None


def test_mail_from_somebody_on_the_ignore_list() -> None:
    """It is not the owner's turn either."""
    assert turn(a_thread(a_reply(june(9))), a_policy(tracking=Tracking(ignore=("anna@*",)))) is None


def test_a_question_in_copy_to_another_address_of_the_owner() -> None:
    """They were asked."""
    mail = a_reply(june(9), to=(BEN,), cc=(an_address("dana+web@studio.example"),))

    assert turn(a_thread(mail)) == june(9)


def test_a_question_before_the_account_was_ever_read() -> None:
    """How far back goes by now, then."""
    thread, policy = a_thread(a_reply(ago(days=29)), a_reply(ago(days=31))), a_policy()

    verdict = decide(thread, policy, Evidence(), NOW)

    assert verdict is not None
    assert verdict.your_turn_since == ago(days=29)


def test_a_question_in_an_account_first_read_by_a_clock_far_ahead() -> None:
    """How far back goes by now, too."""
    evidence = some_evidence(first_read_at=NOW + timedelta(days=3650))

    verdict = decide(a_thread(a_reply(ago(days=29))), a_policy(), evidence, NOW)

    assert verdict is not None
    assert verdict.your_turn_since == ago(days=29)


# ---------------------------------------------------------------------------------------------- the cap


AGAIN = june(18, 8, 30)
"""The next opening."""


def due_since(day: int) -> Verdict:
    """A thread whose draft has been due since that day of June."""
    at = june(day) - timedelta(days=5)
    return decided(a_thread(a_sent(at), id=ThreadId(f"due {day}")))


def laid(verdicts: tuple[Verdict, ...], *, today: int = 0, cap: int = 5) -> list[str]:
    """Which of the threads get their drafts."""
    return [v.thread for v in within_the_cap(verdicts, today, cap, again_at=AGAIN) if v.lay is not None]


def test_fewer_drafts_than_the_cap() -> None:
    """All are laid, in their order."""
    verdicts = (due_since(16), due_since(9))

    assert tuple(within_the_cap(verdicts, 0, 5, again_at=AGAIN)) == verdicts


def test_more_drafts_than_the_cap() -> None:
    """The longest due go first."""
    assert laid((due_since(16), due_since(9), due_since(11)), cap=2) == ["due 9", "due 11"]


@pytest.mark.parametrize(("today", "count"), [(0, 2), (1, 1), (2, 0), (7, 0)])
def test_drafts_laid_earlier_in_the_day(today: int, count: int) -> None:
    """They use the cap up."""
    assert len(laid((due_since(16), due_since(9), due_since(11)), today=today, cap=2)) == count


def test_a_draft_beyond_the_cap() -> None:
    """It is held until the next opening, and the reason told last."""
    held = next(iter(within_the_cap((due_since(9),), 5, 5, again_at=AGAIN)))

    assert (held.state, held.lay, held.next_at) == (State.HELD, None, AGAIN)
    assert held.reason == why(Reason.DAILY_CAP, cap=5)
    assert held.why == (*due_since(9).why, held.reason)


def test_days_off_before_a_draft_beyond_the_cap_is_laid() -> None:
    """They are told with those of its count, each once."""
    saturday, thursday = DayOff(day=date(2026, 6, 6), why="Saturday"), DayOff(day=date(2026, 6, 18), why="Feast")
    due = decided(a_thread(OFFER))

    held = next(iter(within_the_cap((due,), 5, 5, again_at=AGAIN, passed_over=(saturday, thursday))))

    assert held.passed_over == (*due.passed_over, thursday)
    assert [str(each) for each in held.why[-2:]] == ["2026-06-18 is passed over: Feast", str(held.reason)]


def test_threads_with_nothing_to_lay() -> None:
    """They are no business of the cap, and stay in their place; what is taken back gives no room."""
    waiting = decided(a_thread(a_sent(june(16)), id=ThreadId("waiting")))
    back = decided(a_thread(OFFER, a_reply(june(9)), drafts=(LAID,), id=ThreadId("back")))

    verdicts = tuple(within_the_cap((waiting, due_since(9), back), 1, 1, again_at=AGAIN))

    assert [(v.thread, v.state) for v in verdicts] == [
        ("waiting", State.WAITING),
        ("due 9", State.HELD),
        ("back", State.ANSWERED),
    ]
    assert verdicts[2].take_back == back.take_back


# -------------------------------------------------------------------------- what never happens, anyhow

_moments = st.integers(-60 * 24 * 60, 3 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))
_ids = st.sampled_from([MessageId(f"{name}@mail.example") for name in "abcdefgh"])
_people = st.sampled_from(
    [DANA, ANNA, BEN, an_address("dana+5d@studio.example"), an_address("no-reply@shop.example"), an_address("odd")]
)
_some_people = st.lists(_people, max_size=3).map(tuple)
_places = st.frozensets(st.sampled_from(Role), max_size=3)


_messages = st.builds(
    Message,
    id=_ids,
    parents=st.lists(_ids, max_size=3).map(tuple),
    also_known_as=st.lists(_ids, max_size=1).map(tuple),
    subject=st.sampled_from(["The new site", "Re: {0} %s", ""]),
    sender=_people,
    reply_to=_some_people,
    to=_some_people,
    cc=_some_people,
    date=st.none() | _moments,
    received=_moments,
    kind=st.sampled_from([Kind.PERSON, Kind.PERSON, Kind.PERSON, *Kind]),
    signals=st.just(("precedence: bulk",)) | st.just(()),
    to_list=st.booleans(),
    places=st.just(frozenset({Role.SENT})) | st.just(frozenset({Role.INBOX})) | _places,
)
_sent = st.builds(lambda at, parents: a_sent(at, parents=parents), _moments, st.lists(_ids, max_size=2).map(tuple))
_replies = st.builds(lambda at, parents: a_reply(at, parents=parents), _moments, st.lists(_ids, max_size=2).map(tuple))
_drafts = st.builds(
    lambda laid_at, lasted, state, step, plan, parent, uid, sent_as: a_draft(
        laid_at,
        parent=a_sent(laid_at, id=parent),
        state=state,
        step=step,
        plan=plan,
        since=laid_at + lasted,
        place=a_place(uid),
        sent_as=sent_as,
    ),
    _moments,
    st.timedeltas(timedelta(0), timedelta(days=20)),
    st.sampled_from(DraftState),
    st.integers(0, 4),
    st.sampled_from(["negotiation", "project", "lost", "gone"]),
    _ids,
    st.integers(1, 3),
    st.none() | _ids,
)
_orders = st.builds(
    Order,
    kind=st.sampled_from(OrderKind),
    at=_moments,
    until=st.none() | st.dates(date(2026, 5, 1), date(2026, 8, 1)),
    plan=st.sampled_from(["project", "lost", "cold", "mixed", "gone", ""]),
    step=st.none() | st.integers(0, 3),
)
_threads = st.builds(
    Thread,
    id=st.just(THREAD),
    account=st.just("work"),
    messages=st.lists(_sent | _replies | _messages, max_size=6).map(tuple),
    drafts=st.lists(_drafts, max_size=3).map(tuple),
    lying=st.lists(st.integers(1, 5).map(a_listed_draft), max_size=1).map(tuple),
    orders=st.lists(_orders, max_size=3).map(tuple),
    acquainted=st.just(frozenset({ANNA.key})) | st.just(frozenset()),
)
_MIXED = Plan(
    name="mixed",
    steps=(
        Step(timing=After(count=1, unit=Unit.HOURS), template="check-in"),
        Step(timing=After(count=1, unit=Unit.DAYS), do=Do.CALL),
        Step(timing=After(count=1, unit=Unit.WORKING_DAYS), do=Do.TASK),
        Step(timing=After(count=1, unit=Unit.WEEKS), template="check-in"),
    ),
)
_policies = st.builds(
    lambda who, ignore, on_delete, plan, pause: a_policy(
        tracking=Tracking(who=who, ignore=ignore),
        drafting=Drafting(on_delete=on_delete),
        rules=(a_rule(plan),),
        clients=(Client(name="Rossi", match=("anna@*",), pause_until=pause),),
        plans={**BUILT_IN, "mixed": _MIXED},
    ),
    st.sampled_from(Who),
    st.sampled_from([(), ("ben@*",)]),
    st.sampled_from(OnDelete),
    st.sampled_from(["negotiation", "mixed", "mixed", "none"]),
    st.none() | st.dates(date(2026, 6, 1), date(2026, 7, 1)),
)
_evidence = st.builds(
    some_evidence,
    st.sampled_from([NOW, NOW, NOW, ago(hours=2), ago(minutes=-5)]),
    first_read_at=st.sampled_from([FIRST_READ, FIRST_READ, None]),
    whole=st.sampled_from([True, True, False]),
    problem=st.sampled_from(["", "", "gone"]),
) | st.just(Evidence(first_read_at=FIRST_READ))


def _is_from_somebody_else(mail: Message) -> bool:
    """Whether a mail is a person's who isn't the owner, received anywhere."""
    elsewhere = Role.SENT not in mail.places and bool(mail.places - WRITTEN)
    return mail.kind is Kind.PERSON and elsewhere and not OWNER.is_me(mail.sender)


def _names(child: Message, parent: Message) -> bool:
    return bool({parent.id, *parent.also_known_as} & set(child.parents))


def _came_after(mail: Message, anchor: Message, order: Order | None) -> bool:
    """Whether a mail is later than an anchor, as the contract says it."""
    if order is not None:
        return mail.received > order.at
    if _names(mail, anchor):
        return True
    return mail.received > (anchor.date or anchor.received) and not _names(anchor, mail)


def _order_after(thread: Thread, anchor: Message) -> Order | None:
    """The order that is the anchor, if one was given since the mail that is to be followed up."""
    given = (o for o in thread.orders if o.kind in {OrderKind.PLAN, OrderKind.RESUME})
    newest = max(given, key=lambda o: o.at, default=None)
    return newest if newest is not None and newest.at > (anchor.date or anchor.received) else None


@given(_threads, _policies, _evidence)
def test_any_thread_at_all(thread: Thread, policy: Policy, evidence: Evidence) -> None:
    """There is a verdict or none, its reasons can be read, and no promise is broken."""
    verdict = decide(thread, policy, evidence, NOW)

    if verdict is None:
        return
    event(f"{verdict.state.value}{', laid' if verdict.lay else ''}")
    told = [str(reason) for reason in (verdict.reason, *verdict.why)]
    assert all(told)
    assert {back.draft.state for back in verdict.take_back} <= {DraftState.LAID}
    if verdict.lay is not None:
        assert evidence.complete
        assert evidence.fresh(NOW)
        assert not [d for d in thread.drafts if d.state.lives]
        assert not [d for d in thread.lying if not d.deleted]
        assert not verdict.take_back
        anchor = verdict.lay.parent
        order = _order_after(thread, anchor)
        theirs = [m for m in thread.messages if _is_from_somebody_else(m)]
        assert not [m for m in theirs if _came_after(m, anchor, order)]


_days_ago = st.integers(0, 25 * 24).map(lambda hours: ago(hours=hours))


@given(
    st.lists(_days_ago, min_size=1, max_size=2, unique=True).map(sorted),
    st.lists(st.tuples(_days_ago, st.booleans()), max_size=1),
    st.lists(st.tuples(_days_ago, st.sampled_from(DraftState)), max_size=1),
    st.lists(st.builds(a_resume, _days_ago) | st.builds(a_plan_order, _days_ago, st.just("mixed")), max_size=1),
    st.sampled_from(OnDelete),
)
def test_any_thread_whose_account_was_read_just_now(
    sent_at: list[datetime],
    answered: list[tuple[datetime, bool]],
    drafted: list[tuple[datetime, DraftState]],
    orders: list[Order],
    on_delete: OnDelete,
) -> None:
    """With all evidence at hand, too, nothing is laid after an answer, beside a draft, or a second time."""
    sent = [a_sent(at) for at in sent_at]
    replies = [a_reply(at, answering=sent[0] if named else None) for at, named in answered]
    # No draft is older than the mail that it answers.
    drafts = tuple(a_draft(max(at, sent_at[0]), parent=sent[0], state=state) for at, state in drafted)
    sent += [a_sent(d.laid_at, id=d.id) for d in drafts if d.state is DraftState.SENT]
    policy = a_policy(drafting=Drafting(on_delete=on_delete), plans={**BUILT_IN, "mixed": _MIXED})

    lay = decided(a_thread(*sent, *replies, drafts=drafts, orders=tuple(orders)), policy=policy).lay

    event("laid" if lay else "not laid")
    if lay is not None:
        order = _order_after(a_thread(orders=tuple(orders)), lay.parent)
        assert not [reply for reply in replies if _came_after(reply, lay.parent, order)]
        assert not [draft for draft in drafts if draft.state.lives]
        again = [d for d in drafts if (d.plan, d.step, d.parent) == (lay.plan, lay.step, lay.parent.id)]
        done_with = [d for d in again if d.state in {DraftState.THROWN_AWAY, DraftState.LOST, DraftState.SENT}]
        # An order given in the very moment of the mail begins the steps anew too.
        assert not done_with or any(order.at >= lay.parent.sent_at for order in orders)


@given(st.dates(date(2026, 6, 1), date(2027, 6, 1)), st.times())
def test_any_moment(day: date, hour: time) -> None:
    """Without an answer the draft, once due, is laid on every working day from half past eight on, and only then."""
    verdict = decided(a_thread(OFFER), now=datetime.combine(day, hour, ROME).astimezone(UTC))

    assert (verdict.lay is not None) == (day >= date(2026, 6, 8) and day.weekday() < 5 and hour >= time(8, 30))


def test_a_draft_of_ours_that_is_listed_twice() -> None:
    """A copy of it somewhere else in Drafts is the owner's."""
    verdict = decided(a_thread(a_sent(june(2)), drafts=(LAID,), lying=(as_listed(LAID), a_listed_draft(2, id=LAID.id))))

    assert verdict.reason.reason is Reason.OWN_DRAFT_LIES


def test_a_draft_of_the_owners_where_another_folder_has_the_same_numbers() -> None:
    """Its UIDVALIDITY and UID are those of one that was taken back; by its folder it's told from that."""
    gone = replace(LAID, state=DraftState.TAKEN_BACK, since=june(9))
    own = a_listed_draft(parents=(LAID.parent,), place=a_place(folder="Entwürfe"))
    verdict = decided(a_thread(a_sent(june(2)), drafts=(gone,), lying=(own,)))

    assert verdict.reason.reason is Reason.OWN_DRAFT_LIES

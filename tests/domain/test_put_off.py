"""What a client says that is no answer: that they are away, that they have left, that they'll answer on Friday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from crickets.domain.decide import decide
from crickets.domain.message import Address, Kind, Message, Role
from crickets.domain.policy import Policy
from crickets.domain.remarks import Attendance, Expectation, Remarks
from crickets.domain.thread import DraftState, Thread
from crickets.domain.tidings import notice_in
from crickets.domain.verdict import Reason, State, Verdict, why
from tests.builders import (
    ANNA,
    BEN,
    NOW,
    a_bounce,
    a_draft,
    a_policy,
    a_reply,
    a_resume,
    a_sent,
    a_thread,
    an_address,
    an_auto_reply,
    june,
    some_evidence,
)

OFFER = a_sent(june(10))
"""Sent on a Wednesday: its first step falls due on Monday the 15th; the present is Wednesday the 17th."""

THE_22ND = date(2026, 6, 22)


def ruled(thread: Thread, policy: Policy | None = None, *, days: float = 0) -> Verdict:
    """The verdict on a thread, so many days from now."""
    now = NOW + timedelta(days=days)
    verdict = decide(thread, policy or a_policy(), some_evidence(now), now)
    assert verdict is not None
    return verdict


def away(at: int = 11, **said: object) -> Message:
    """Anna's automatic reply, and what it says."""
    return an_auto_reply(june(at), remarks=Remarks(away=True, **said))  # type: ignore[arg-type]


def a_promise(at: int, day: date) -> Message:
    """Anna says that she'll answer on a day."""
    return a_reply(june(at), answering=OFFER, remarks=Remarks(promised=day))


def elsewhere(at: int, **changes: object) -> Message:
    """Anna writes about something else."""
    return a_reply(june(at, 12), subject="The invoice", **changes)  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------- away


def test_a_client_who_is_away() -> None:
    """Nothing is laid until they are back, and one working day longer, for what waits on their desk."""
    verdict = ruled(a_thread(OFFER, away(away_until=THE_22ND)))

    assert verdict.state is State.HELD
    assert str(verdict.reason) == "Anna Rossi is away until 2026-06-22; it's looked at again on 2026-06-23"
    assert verdict.next_at == june(23, 8, 30)
    assert verdict.lay is None


def test_a_client_who_is_back() -> None:
    """The step that fell due meanwhile is laid then."""
    verdict = ruled(a_thread(OFFER, away(away_until=THE_22ND)), days=6)

    assert verdict.lay is not None


def test_an_untouched_draft_of_a_client_who_is_away() -> None:
    """It's taken back, as by an answer."""
    laid = a_draft(june(15, 8, 30), parent=OFFER)

    verdict = ruled(a_thread(OFFER, away(16, away_until=THE_22ND), drafts=(laid,)))

    assert [back.draft for back in verdict.take_back] == [laid]


def test_a_client_who_comes_back_on_a_day_off() -> None:
    """The first working day is their first; one more is left to them."""
    saturday = date(2026, 6, 20)

    assert ruled(a_thread(OFFER, away(away_until=saturday))).next_at == june(23, 8, 30)


def test_the_days_off_of_a_client_who_is_away() -> None:
    """Those before the next look are told beside those of the count, in their order."""
    verdict = ruled(a_thread(a_sent(june(8)), away(away_until=date(2026, 6, 20))))

    assert [str(off.day) for off in verdict.passed_over] == ["2026-06-13", "2026-06-14", "2026-06-20", "2026-06-21"]
    assert "2026-06-20 is passed over: Saturday" in map(str, verdict.why)


def test_a_client_who_does_not_say_until_when() -> None:
    """A week counts as away, and is told as a guess."""
    verdict = ruled(a_thread(OFFER, away(13)))

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.AWAY_FOR_A_WHILE)
    assert verdict.next_at == june(23, 8, 30)


def test_a_notice_that_came_before_the_mail() -> None:
    """Who is away until the 22nd is so whatever was sent meanwhile."""
    assert ruled(a_thread(away(5, away_until=THE_22ND), OFFER)).reason.reason is Reason.AWAY


def test_a_newer_notice() -> None:
    """The newest counts: a stay was made shorter."""
    thread = a_thread(OFFER, away(11, away_until=date(2026, 7, 20)), away(12, away_until=date(2026, 6, 12)))

    assert ruled(thread).lay is not None


def test_somebody_else_who_is_away() -> None:
    """A colleague's absence in copy holds nothing."""
    theirs = an_auto_reply(june(11), sender=BEN, remarks=Remarks(away=True, away_until=THE_22ND))

    assert ruled(a_thread(OFFER, theirs)).lay is not None


def test_an_automatic_reply_that_tells_of_no_absence() -> None:
    """A ticket's receipt holds nothing."""
    assert ruled(a_thread(OFFER, an_auto_reply(june(11)))).lay is not None


def test_an_automatic_reply_whose_words_are_not_known() -> None:
    """It may tell of an absence: nothing is laid before it can be read."""
    unread = an_auto_reply(june(11), remarks=None)

    assert ruled(a_thread(OFFER, unread)).reason.reason is Reason.WORDS_UNREAD
    assert ruled(a_thread(OFFER, unread), days=40).lay is not None


def test_a_notice_in_another_thread() -> None:
    """Many come as a mail of their own: an absence is the person's, not the thread's."""
    verdict = ruled(a_thread(OFFER, elsewhere=(away(away_until=THE_22ND),)))

    assert verdict.reason.reason is Reason.AWAY


def test_a_client_who_writes_while_away() -> None:
    """Who writes is there, whatever their machine said before."""
    verdict = ruled(a_thread(OFFER, elsewhere=(away(away_until=THE_22ND), elsewhere(12))))

    assert verdict.lay is not None


def test_a_notice_from_another_of_their_addresses() -> None:
    """A mailbox answers under its first address, whichever of its aliases was written to."""
    alias = an_address("a.rossi@client.example", "Anna Rossi")
    notice = an_auto_reply(june(11), sender=alias, remarks=Remarks(away=True, away_until=THE_22ND))

    assert ruled(a_thread(OFFER, notice)).reason.reason is Reason.AWAY


def test_a_client_who_is_away_for_as_long_as_they_do_not_say() -> None:
    """After the week, and the day after it, the step is laid."""
    assert ruled(a_thread(OFFER, away(13)), days=6).lay is not None


def test_a_mail_taken_for_junk_while_away() -> None:
    """Nobody knows whether they wrote it: they are still away."""
    junk = elsewhere(12, places=frozenset({Role.JUNK}))

    assert ruled(a_thread(OFFER, elsewhere=(away(away_until=THE_22ND), junk))).reason.reason is Reason.AWAY


def test_a_client_who_writes_in_this_thread_after_their_notice() -> None:
    """They are back, whatever the notice said; the owner has written since."""
    back, again = a_reply(june(12), answering=OFFER), a_sent(june(12, 12))

    verdict = ruled(a_thread(OFFER, away(away_until=date(2026, 8, 1)), back, again), days=5)

    assert verdict.lay is not None


def test_the_owner_wants_somebody_away_followed_up() -> None:
    """They knew of the notice when they gave the order."""
    thread = a_thread(OFFER, away(away_until=date(2026, 8, 1)), orders=(a_resume(june(12)),))

    assert ruled(thread, days=1).lay is not None


def test_a_thread_that_nobody_could_answer() -> None:
    """Nobody's notice holds it."""
    assert notice_in(a_thread(OFFER, away()), None, None) is None


def test_a_notice_that_names_somebody_else() -> None:
    """It's told whom."""
    verdict = ruled(a_thread(OFFER, away(away_until=THE_22ND, write_instead=(BEN,))))

    assert "naming ben@client.example instead" in str(verdict.reason)


# ----------------------------------------------------------------------------------- of the client's name


def test_somebody_of_the_clients_name_who_replied() -> None:
    """It's the owner's to say whether that's the answer; their order ends the doubt."""
    mail = a_reply(june(12), sender=Address(name="Anna Rossi", email="a.r@elsewhere.example"))
    thread = a_thread(OFFER, perhaps=(mail,))
    verdict = ruled(thread)

    assert (verdict.state, verdict.reason.reason, verdict.lay) == (State.HELD, Reason.PERHAPS_ANSWERED, None)
    assert "from a.r@elsewhere.example" in str(verdict.reason)
    assert ruled(replace(thread, orders=(a_resume(june(13)),))).reason.reason is not Reason.PERHAPS_ANSWERED


def test_a_colleagues_mail_in_the_middle_of_a_plan() -> None:
    """That it wasn't the answer has the plan go on with its next step: the check-in was sent."""
    offer = a_sent(june(1))
    checked_in = a_sent(june(5), answering=offer)
    draft = a_draft(june(5, 9), parent=offer, state=DraftState.SENT, sent_as=checked_in.id, since=june(5))
    held = a_thread(offer, checked_in, drafts=(draft,), perhaps=(a_reply(june(8), sender=BEN),))
    assert ruled(held).reason.reason is Reason.PERHAPS_ANSWERED

    lay = ruled(replace(held, orders=(a_resume(june(9)),))).lay

    assert lay is not None
    assert lay.template == "closing-the-loop"


def test_the_client_from_another_address_of_their_own() -> None:
    """What may be their answer isn't told as something else that they wrote."""
    mail = a_reply(june(12), sender=Address(name="Anna Rossi", email="anna.rossi@gmail.com"))
    thread = a_thread(OFFER, perhaps=(mail,), elsewhere=(mail,))
    verdict = ruled(thread)

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.PERHAPS_ANSWERED)
    assert "something else" not in " ".join(map(str, verdict.why))


# -------------------------------------------------------------------------------------- in a machine's words


def like_a_machine(at: int, **changes: object) -> Message:
    """Anna's two lines, in answer to the offer, that no header shows to be a machine's."""
    said = Remarks(told_by_words=True, away=True, away_until=date(2026, 6, 15))
    return an_auto_reply(june(at), answering=OFFER, **({"remarks": said, "subject": "Re: The new site"} | changes))  # type: ignore[arg-type]


def test_an_answer_in_a_machines_words() -> None:
    """It may be a person's: nothing is laid until the owner has looked at it."""
    verdict = ruled(a_thread(OFFER, like_a_machine(11)))

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.LIKE_A_MACHINE)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(like_a_machine(11, subject="The new site"), id="by its parent"),
        pytest.param(like_a_machine(11, parents=()), id="by its subject"),
    ],
)
def test_how_it_claims_to_answer(mail: Message) -> None:
    """One of both is enough."""
    assert ruled(a_thread(OFFER, mail)).reason.reason is Reason.LIKE_A_MACHINE


def test_the_owner_has_looked_at_it() -> None:
    """`resume` says that it's none."""
    assert ruled(a_thread(OFFER, like_a_machine(11), orders=(a_resume(june(12)),)), days=1).lay is not None


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(like_a_machine(10), id="at once, as machines do"),
        pytest.param(like_a_machine(11, subject="The new site", parents=()), id="that claims to answer nothing"),
        pytest.param(like_a_machine(11, sender=Address(email="no-reply@client.example")), id="of a robot"),
        pytest.param(like_a_machine(11, remarks=Remarks(away_until=date(2026, 6, 15))), id="with a machine's header"),
        pytest.param(like_a_machine(11, remarks=None), id="not yet read"),
    ],
)
def test_what_is_a_machines_all_the_same(mail: Message) -> None:
    """It holds nothing for itself."""
    assert ruled(a_thread(OFFER, mail)).reason.reason is not Reason.LIKE_A_MACHINE


# ---------------------------------------------------------------------------------------------------- left


def test_a_client_who_has_left() -> None:
    """It's held for good, and told who is named instead."""
    notice = an_auto_reply(june(11), remarks=Remarks(has_left=True, write_instead=(BEN,)))

    verdict = ruled(a_thread(OFFER, notice))

    assert (verdict.state, verdict.next_at) == (State.HELD, None)
    assert str(verdict.reason) == (
        "nobody reads anna@client.example any more, says their automatic reply of 2026-06-11,"
        " naming ben@client.example instead"
    )


def test_a_client_who_has_left_and_then_writes() -> None:
    """They are there, or somebody in their place is: it's an answer, or the silence goes on as ever."""
    notice = an_auto_reply(june(11), remarks=Remarks(has_left=True))

    assert ruled(a_thread(OFFER, notice, elsewhere=(elsewhere(12),)), days=5).lay is not None
    assert ruled(a_thread(OFFER, notice, a_reply(june(12), answering=OFFER))).state is State.ANSWERED


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(Remarks(has_left=True), id="left"),
        pytest.param(Remarks(away=True, away_until=date(2026, 9, 1)), id="away"),
    ],
)
def test_an_order_after_a_notice(said: Remarks) -> None:
    """The owner knew of it when they gave it; a notice that comes later holds."""
    before, after = an_auto_reply(june(11), remarks=said), an_auto_reply(june(13), remarks=said)
    orders = (a_resume(june(12)),)

    assert ruled(a_thread(OFFER, before, orders=orders), days=1).lay is not None
    assert ruled(a_thread(OFFER, before, after, orders=orders), days=1).state is State.HELD


def test_a_client_who_has_left_for_good() -> None:
    """Weeks make no difference, nor does an untouched draft stay."""
    laid = a_draft(june(15, 8, 30), parent=OFFER)
    notice = an_auto_reply(june(16), remarks=Remarks(away=True, away_until=THE_22ND, has_left=True))

    assert [back.draft for back in ruled(a_thread(OFFER, notice, drafts=(laid,))).take_back] == [laid]
    assert ruled(a_thread(OFFER, notice), days=90).reason.reason is Reason.HAS_LEFT


def test_a_client_who_has_left_without_a_word() -> None:
    """Then the owner is told to ask."""
    verdict = ruled(a_thread(OFFER, an_auto_reply(june(11), remarks=Remarks(has_left=True))))

    assert str(verdict.reason).endswith(": ask whom to write to")


# ------------------------------------------------------------------------------------------------- promised


def test_a_client_who_promises_an_answer() -> None:
    """The step counts anew, from the day of the promise."""
    verdict = ruled(a_thread(OFFER, a_promise(11, date(2026, 6, 19))))

    assert verdict.state is State.HELD
    assert str(verdict.reason) == (
        "Anna Rossi promised on 2026-06-11 to answer by 2026-06-19; step 1 falls due on 2026-06-24"
    )
    assert verdict.next_at == june(24, 8, 30)


def test_a_promise_that_was_not_kept() -> None:
    """It's silence again: the step falls due, in answer to the owner's own mail."""
    verdict = ruled(a_thread(OFFER, a_promise(11, date(2026, 6, 19))), days=7)

    assert verdict.lay is not None
    assert verdict.lay.parent == OFFER


@pytest.mark.parametrize(
    ("changes", "is_answered"),
    [
        ({}, True),
        ({"sender": Address(name="Bob Stone", email="bob@client.example")}, False),
        ({"places": frozenset({Role.JUNK})}, False),
    ],
    ids=["theirs", "a colleague's", "in Junk"],
)
def test_what_the_draft_after_a_promise_replies_to(changes: Mapping[str, Any], *, is_answered: bool) -> None:
    """The promise, if whoever gets the draft wrote it: they'd read it below."""
    promise = replace(a_promise(11, date(2026, 6, 19)), **changes)
    lay = ruled(a_thread(OFFER, promise), days=7).lay

    assert lay is not None
    assert (lay.answered == promise) is is_answered


def test_a_second_promise() -> None:
    """The newest counts."""
    thread = a_thread(OFFER, a_promise(11, date(2026, 6, 12)), a_promise(15, date(2026, 6, 26)))

    assert ruled(thread).next_at == june(1, 8, 30) + timedelta(days=30)


def test_a_promise_before_the_owners_last_word() -> None:
    """They wrote since, so it puts off nothing any more."""
    again = a_sent(june(12), answering=OFFER)

    assert ruled(a_thread(OFFER, a_promise(11, date(2026, 6, 26)), again)).lay is not None


def test_a_promise_and_a_word_elsewhere() -> None:
    """The later of the two is counted from."""
    thread = a_thread(OFFER, a_promise(11, date(2026, 6, 12)), elsewhere=(elsewhere(16),))

    assert ruled(thread).next_at == june(22, 8, 30)


def test_an_answer_after_a_promise() -> None:
    """It's an answer."""
    kept = a_reply(june(12), answering=OFFER, remarks=Remarks())

    assert ruled(a_thread(OFFER, a_promise(11, date(2026, 6, 19)), kept)).state is State.ANSWERED


def test_an_answer_before_a_promise() -> None:
    """Who answers, and promises more, has answered."""
    answer = a_reply(june(11), answering=OFFER, remarks=Remarks())

    assert ruled(a_thread(OFFER, answer, a_promise(12, date(2026, 6, 19)))).state is State.ANSWERED


def test_an_untouched_draft_when_a_promise_comes() -> None:
    """It's taken back: an answer came."""
    laid = a_draft(june(15, 8, 30), parent=OFFER)

    verdict = ruled(a_thread(OFFER, a_promise(16, date(2026, 6, 19)), drafts=(laid,)))

    assert [back.draft for back in verdict.take_back] == [laid]


def test_a_promise_is_nothing_that_waits_for_the_owner() -> None:
    """Nor is a closing word of thanks: it's not their turn."""
    thanks = a_reply(june(12), answering=OFFER, remarks=Remarks(expectation=Expectation(answer=False)))

    assert ruled(a_thread(OFFER, a_promise(11, date(2026, 6, 19)))).your_turn_since is None
    assert ruled(a_thread(OFFER, thanks)).your_turn_since is None
    assert ruled(a_thread(OFFER, a_reply(june(12), answering=OFFER, remarks=Remarks()))).your_turn_since is not None


# ------------------------------------------------------------------------------------------ heard of elsewhere


def test_a_client_who_writes_of_something_else() -> None:
    """That's no answer, but no silence either: the step counts from then."""
    verdict = ruled(a_thread(OFFER, elsewhere=(elsewhere(15),)))

    assert (verdict.state, verdict.reason.reason) == (State.HELD, Reason.HEARD_ELSEWHERE)
    assert verdict.next_at == june(22, 8, 30)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(elsewhere(9), id="before the owner's mail"),
        pytest.param(elsewhere(15, places=frozenset({Role.JUNK})), id="in Junk"),
    ],
)
def test_what_does_not_put_off(mail: Message) -> None:
    """The step falls due all the same."""
    assert ruled(a_thread(OFFER, elsewhere=(mail,))).lay is not None


def test_an_order_after_a_mail_elsewhere() -> None:
    """The owner knew of it when they gave the order: it puts off nothing."""
    thread = a_thread(OFFER, elsewhere=(elsewhere(11),), orders=(a_resume(june(12)),))

    assert ruled(thread, days=1).lay is not None


# ---------------------------------------------------------------------------------------------- expects none


def needing_none(at: int = 10, reasons: tuple[str, ...] = ("closing thanks",)) -> Message:
    """Dana's mail that plainly needs no answer."""
    return a_sent(june(at), remarks=Remarks(expectation=Expectation(answer=False, reasons=reasons)))


def test_a_mail_that_expects_no_answer() -> None:
    """It's left alone, and told why."""
    verdict = ruled(a_thread(needing_none()))

    assert (verdict.state, verdict.reason.reason) == (State.IGNORED, Reason.EXPECTS_NO_ANSWER)
    assert "closing thanks" in str(verdict.reason)


def test_the_owner_wants_it_followed_up() -> None:
    """An order overrules the words."""
    verdict = ruled(a_thread(needing_none(), orders=(a_resume(june(10, 12)),)))

    assert verdict.lay is not None


def test_an_answer_to_a_mail_that_expects_none() -> None:
    """It was answered all the same."""
    assert ruled(a_thread(needing_none(), a_reply(june(11)))).state is State.ANSWERED


def test_a_promise_after_a_mail_that_expects_none() -> None:
    """The promise is what counts."""
    assert ruled(a_thread(needing_none(), a_promise(11, date(2026, 6, 19)))).state is State.HELD


def test_our_own_draft_that_sounds_like_a_last_word() -> None:
    """A follow-up asks for an answer, whatever its words."""
    sent = needing_none(16)
    draft = a_draft(june(15, 8, 30), parent=OFFER, state=DraftState.SENT, since=june(16), sent_as=sent.id)

    assert ruled(a_thread(OFFER, sent, drafts=(draft,))).state is State.WAITING


@pytest.mark.parametrize("answer", [True, None])
def test_a_mail_that_may_expect_an_answer(*, answer: bool | None) -> None:
    """It's followed up; what shows that it wants one is told, or that nothing does."""
    asked = a_sent(june(10), remarks=Remarks(expectation=Expectation(answer=answer, reasons=("asks a question",))))

    verdict = ruled(a_thread(asked))

    assert verdict.lay is not None
    assert any(w.reason is Reason.ASKS for w in verdict.why) is (answer is True)
    assert any(w.reason is Reason.MAY_ASK for w in verdict.why) is (answer is None)


def test_a_mail_of_which_nothing_shows_whether_it_expects_an_answer() -> None:
    """Where the owner has ordered it to be followed up, they needn't be told."""
    asked = a_sent(june(10), remarks=Remarks())

    verdict = ruled(a_thread(asked, orders=(a_resume(june(10, 12)),)))

    assert all(w.reason is not Reason.MAY_ASK for w in verdict.why)


def test_a_mail_to_a_list() -> None:
    """Nobody in particular owes an answer."""
    crew = an_address("crew@lists.example")
    post = a_sent(june(10), to=(crew,))
    echo = a_reply(june(11), sender=ANNA, to=(crew,), answering=None, to_list=True, kind=Kind.BULK)

    verdict = ruled(a_thread(post, echo, acquainted=frozenset({crew.key})))

    assert verdict.reason == why(Reason.TO_A_LIST, address="crew@lists.example")


# --------------------------------------------------------------------------------------------------- bounces


def test_a_report_on_somebody_in_copy() -> None:
    """The client has the mail: the plan goes on, and the report is told."""
    offer = a_sent(june(10), cc=(BEN,))
    report = a_bounce(june(11), of=offer, remarks=Remarks(bounced=(BEN.email,)))

    verdict = ruled(a_thread(offer, report))

    assert verdict.lay is not None
    told = why(Reason.BOUNCED_FOR_OTHERS, day=june(11).date(), others="ben@client.example")
    assert told in verdict.why


@pytest.mark.parametrize("bounced", [(), ("Anna@Client.example",), ("ben@client.example", "anna@client.example")])
def test_a_report_on_the_client(bounced: tuple[str, ...]) -> None:
    """It holds; so does one that names nobody, and one that names others too."""
    report = a_bounce(june(11), of=OFFER, remarks=Remarks(bounced=bounced))

    assert ruled(a_thread(OFFER, report)).reason.reason is Reason.BOUNCED


def test_a_report_on_an_address_that_nobody_was_written_to() -> None:
    """The client's mail may be forwarded there: it's feared that they have nothing."""
    report = a_bounce(june(11), of=OFFER, remarks=Remarks(bounced=("rossi.anna@gmail.com",)))

    assert ruled(a_thread(OFFER, report)).reason.reason is Reason.BOUNCED


# -------------------------------------------------------------------------------------------------- calendars


def test_an_invitation_that_was_declined() -> None:
    """It's an answer, and told which."""
    declined = a_reply(june(11), kind=Kind.CALENDAR, remarks=Remarks(attendance=Attendance.DECLINED))

    verdict = ruled(a_thread(OFFER, declined))

    assert verdict.state is State.ANSWERED
    assert why(Reason.ATTENDS, who="Anna Rossi", attendance="declined") in verdict.why

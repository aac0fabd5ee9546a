"""Several threads of one client are due: how many of them get their drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.message import Address, Role
from crickets.domain.one_at_a_time import LiveDraft, is_one_too_many, live_in, one_at_a_time
from crickets.domain.thread import DraftState, ThreadId
from crickets.domain.verdict import Reason, State, Verdict, why
from tests.builders import (
    ANNA,
    BEN,
    NOW,
    OWNER,
    a_draft,
    a_policy,
    a_reply,
    a_sent,
    a_thread,
    an_address,
    an_id,
    june,
    some_evidence,
)

AT_HOME = an_address("anna.rossi@gmail.com", "Anna Rossi")


def a_silence(day: int, client: Address = ANNA, name: str = "") -> Verdict:
    """A thread whose draft for this client has been due since that day of June."""
    sent = a_sent(june(day) - timedelta(days=5), to=(client,))
    thread = a_thread(sent, id=ThreadId(name or f"due {day}"), acquainted=frozenset({client.key}))
    verdict = decide(thread, a_policy(), some_evidence(), NOW)
    assert verdict is not None
    return verdict


def lying(thread: str, client: Address = ANNA) -> LiveDraft:
    """A draft to somebody."""
    return LiveDraft(thread=ThreadId(thread), client=client)


def laid(*verdicts: Verdict, live: tuple[LiveDraft, ...] = (), most: int = 1) -> list[str]:
    """Which of the threads get their drafts."""
    return [v.thread for v in one_at_a_time(verdicts, live, most) if v.lay is not None]


# ------------------------------------------------------------------------------------------ the decision


def test_two_threads_of_one_client() -> None:
    """The longest due goes first, wherever it stands."""
    assert laid(a_silence(11), a_silence(9), a_silence(10)) == ["due 9"]


def test_two_clients() -> None:
    """Each gets theirs, though they are of one firm."""
    assert laid(a_silence(11, BEN), a_silence(9)) == ["due 11", "due 9"]


def test_one_person_by_two_addresses() -> None:
    """It's the person who gets one draft, not the address."""
    assert laid(a_silence(11, AT_HOME), a_silence(9)) == ["due 9"]


def test_a_draft_that_lives() -> None:
    """It's the one, however long another thread has been due; another client's is none of theirs."""
    assert laid(a_silence(9), live=(lying("k3f9"),)) == []
    assert laid(a_silence(9), live=(lying("k3f9", BEN),)) == ["due 9"]


@pytest.mark.parametrize(("most", "count"), [(1, 0), (2, 1), (3, 2), (9, 3)])
def test_more_at_a_time(most: int, count: int) -> None:
    """So many as the owner allows, those that live counted."""
    live = (lying("k3f9"), lying("ben's", BEN))

    assert len(laid(a_silence(9), a_silence(10), a_silence(11), live=live, most=most)) == count


def test_what_is_said_of_one_behind_a_draft() -> None:
    """It is held with the thread in which the draft lies, at no moment that is known; all else stays as it was."""
    due = a_silence(9)

    [held] = one_at_a_time((due,), (lying("k3f9"),), 1)

    assert str(held.reason) == "a draft to Anna Rossi lies in Drafts already (k3f9); one at a time"
    assert held == replace(
        due, state=State.HELD, reason=held.reason, why=(*due.why, held.reason), next_at=None, lay=None
    )


def test_what_is_said_of_one_behind_another() -> None:
    """That the other's draft comes first: none lies there yet."""
    held = one_at_a_time((a_silence(9), a_silence(10)), (), 1)[1]

    assert str(held.reason) == "a draft to Anna Rossi comes first (due 9); one at a time"


def test_somebody_without_a_name_and_two_at_a_time() -> None:
    """They are called by their address, and all threads are named that go before."""
    client = an_address("office@shop.example")
    live = (lying("k3f9", client), lying("b2x4", client))

    [held] = one_at_a_time((a_silence(9, client),), live, 2)

    assert held.reason == why(Reason.ONE_AT_A_TIME, who="office@shop.example", threads="b2x4, k3f9", most=2)


def test_threads_with_nothing_to_lay() -> None:
    """They are no business of it, and stay in their place."""
    waiting = a_silence(20)

    assert one_at_a_time((waiting, a_silence(9)), (), 1) == (waiting, a_silence(9))


def test_a_thousand_threads() -> None:
    """Each client has one draft, whoever else is due."""
    clients = tuple(an_address(f"c{n}@c{n}.example", f"Client {n}") for n in range(300))
    verdicts = tuple(a_silence(9, clients[n * 7 % 300], f"t{n}") for n in range(1000))

    assert len(laid(*verdicts)) == 300


# ----------------------------------------------------------------------------------------- what lives


@pytest.mark.parametrize("state", DraftState)
def test_drafts_that_live(state: DraftState) -> None:
    """Each that lies in Drafts, or may, counts, and no other."""
    sent = a_sent(june(1))
    thread = a_thread(sent, drafts=(a_draft(june(8), parent=sent, state=state),))

    assert list(live_in(thread, OWNER)) == ([LiveDraft(thread=thread.id, client=ANNA)] if state.lives else [])


def test_a_draft_in_answer_to_the_client() -> None:
    """It's to whom wrote that mail, even if the owner has filed it in Sent."""
    own = a_sent(june(1))
    answer = a_reply(june(2), answering=own, places=frozenset({Role.SENT}))
    thread = a_thread(own, answer, drafts=(a_draft(june(8), parent=answer),))

    assert [draft.client for draft in live_in(thread, OWNER)] == [ANNA]


def test_a_draft_that_answers_nothing_known() -> None:
    """Nobody knows whose it is, so it's nobody's."""
    draft = replace(a_draft(june(8), parent=a_sent(june(1))), parent=an_id("gone"))

    assert list(live_in(a_thread(a_sent(june(1)), drafts=(draft,)), OWNER)) == []


# -------------------------------------------------------------------------- right before it's laid


@pytest.mark.parametrize(
    ("others", "most", "too_many"),
    [
        ((), 1, False),
        ((lying("other", BEN),), 1, False),
        ((lying("other"),), 1, True),
        ((lying("other", AT_HOME),), 1, True),
        ((lying("other"),), 2, False),
        ((lying("other"), lying("third")), 2, True),
    ],
)
def test_a_draft_that_was_written_down(others: tuple[LiveDraft, ...], most: int, *, too_many: bool) -> None:
    """It's one too many if so many others of its client's live, itself not counted."""
    assert is_one_too_many(ThreadId("own"), (lying("own"), *others), most) is too_many


def test_a_draft_of_which_nothing_is_known() -> None:
    """Nobody's drafts are counted against it."""
    assert not is_one_too_many(ThreadId("own"), (lying("other"),), 1)

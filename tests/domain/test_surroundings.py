"""What a silent client wrote elsewhere, and which of it is an answer all the same."""

from __future__ import annotations

import pytest

from crickets.domain.message import Kind, Message, Role
from crickets.domain.remarks import Remarks
from crickets.domain.surroundings import surrounded
from tests.builders import ANNA, BEN, OWNER, a_reply, a_sent, a_thread, an_auto_reply, june

MARKS = tuple(range(100, 110))
"""Of ten sentences."""

OFFER = a_sent(june(10), remarks=Remarks(prints=MARKS))
THREAD = a_thread(OFFER)


def stray(day: int, quoted: tuple[int, ...] = (), **changes: object) -> Message:
    """Anna's mail in a thread of its own."""
    return a_reply(june(day, 12), subject="Hello", remarks=Remarks(quoted_prints=quoted), **changes)  # type: ignore[arg-type]


def test_a_mail_of_the_client_in_another_thread() -> None:
    """It's known, oldest first, and no part of this one."""
    around = surrounded(THREAD, ANNA, (stray(12), stray(11)), OWNER)

    assert around.elsewhere == (stray(11), stray(12))
    assert around.messages == THREAD.messages


def test_an_answer_that_lost_its_header() -> None:
    """What quotes the owner's words answers them."""
    answer = stray(12, MARKS)

    around = surrounded(THREAD, ANNA, (answer,), OWNER)

    assert around.messages == (OFFER, answer)
    assert around.elsewhere == ()


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(stray(9, MARKS), id="older than what it quotes"),
        pytest.param(stray(12, MARKS, kind=Kind.AUTO_REPLY), id="a machine's"),
        pytest.param(stray(12, MARKS[:1]), id="one sentence alone, that many write"),
        pytest.param(a_reply(june(12), subject="Hello"), id="not yet read"),
    ],
)
def test_what_answers_nothing(mail: Message) -> None:
    """It stays where it is."""
    assert surrounded(THREAD, ANNA, (mail,), OWNER).messages == THREAD.messages


def test_a_mail_of_the_owners_that_was_not_read_yet() -> None:
    """What quotes it can't be told."""
    thread = a_thread(a_sent(june(10)))

    assert surrounded(thread, ANNA, (stray(12, MARKS),), OWNER).messages == thread.messages


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(stray(12, sender=BEN), id="a colleague's"),
        pytest.param(stray(12, kind=Kind.BULK), id="a newsletter"),
        pytest.param(stray(12, to_list=True), id="a post to a list"),
        pytest.param(stray(12, places=frozenset({Role.DRAFTS})), id="a draft"),
        pytest.param(OFFER, id="the thread's own"),
        pytest.param(a_reply(june(1).replace(month=1)), id="half a year old"),
    ],
)
def test_what_says_nothing_of_the_client(mail: Message) -> None:
    """It's passed over."""
    assert surrounded(THREAD, ANNA, (mail,), OWNER) == THREAD


def test_a_thread_without_a_mail_of_the_owners() -> None:
    """An order began it: all that the client wrote may say something."""
    asked, notice = a_reply(june(10)), an_auto_reply(june(1).replace(month=1))

    assert surrounded(a_thread(asked), ANNA, (notice,), OWNER).elsewhere == (notice,)

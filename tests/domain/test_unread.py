"""Whose words are fetched: of what can decide something, and of nothing else."""

from __future__ import annotations

import pytest

from crickets.domain.evidence import Evidence
from crickets.domain.message import Kind, Message, Role
from crickets.domain.policy import Rule
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Thread
from crickets.domain.unread import unread_in
from tests.builders import (
    BEN,
    NOW,
    a_draft,
    a_policy,
    a_reply,
    a_resume,
    a_rule,
    a_sent,
    a_thread,
    ago,
    an_auto_reply,
    some_evidence,
)

READ = Remarks()
ASKED = a_sent(ago(days=9))
OLD = a_sent(ago(days=80))


def wanted(thread: Thread) -> tuple[Message, ...]:
    """What is to be read of a thread now."""
    return unread_in(thread, a_policy(), some_evidence(NOW), NOW)


def test_the_owners_last_word_and_what_came_after_it() -> None:
    """Both decide; what they answered before decides nothing any more."""
    before, after = a_reply(ago(days=12)), a_reply(ago(days=2), answering=ASKED)

    assert wanted(a_thread(before, a_sent(ago(days=11)), ASKED, after)) == (ASKED, after)


def test_a_rule_that_asks_for_the_language() -> None:
    """It may fit any mail of the owner's since the last answer: their words tell, whoever wrote more since."""
    before, asked, answered = a_sent(ago(days=12)), a_reply(ago(days=11)), a_sent(ago(days=10))
    thread = a_thread(before, asked, answered, ASKED)
    policy = a_policy(rules=(a_rule("x"), Rule(plan="project", language="it")))

    assert unread_in(thread, policy, some_evidence(NOW), NOW) == (ASKED, answered)
    assert wanted(thread) == (ASKED,)


def test_what_was_read_already() -> None:
    """It's never read twice."""
    assert wanted(a_thread(a_sent(ago(days=9), remarks=READ), a_reply(ago(days=2), remarks=READ))) == ()


def test_a_notice_from_before() -> None:
    """Its author may still be away."""
    notice = an_auto_reply(ago(days=12), remarks=None)

    assert wanted(a_thread(notice, ASKED)) == (ASKED, notice)


def test_mail_to_the_owner_alone() -> None:
    """Whether it's their turn, its words say."""
    mail = a_reply(ago(days=3))

    assert wanted(a_thread(mail)) == (mail,)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(a_reply(ago(days=3), to=(BEN,)), id="not to the owner"),
        pytest.param(a_reply(ago(days=3), to_list=True), id="a post to a list"),
    ],
)
def test_mail_that_asks_nothing_of_the_owner(mail: Message) -> None:
    """Where they never wrote, it's left unread, unless they have given an order."""
    assert wanted(a_thread(mail)) == ()
    assert wanted(a_thread(mail, orders=(a_resume(ago(days=2)),))) == (mail,)


def test_mail_older_than_what_is_followed_up() -> None:
    """It's left unread."""
    assert wanted(a_thread(OLD, a_reply(ago(days=79), answering=OLD))) == ()


def test_an_old_thread_with_a_draft_of_ours() -> None:
    """A plan that runs is not bound by its age."""
    assert wanted(a_thread(OLD, drafts=(a_draft(ago(days=70), parent=OLD),))) == (OLD,)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(a_reply(ago(days=2), kind=Kind.BULK), id="a newsletter"),
        pytest.param(a_reply(ago(days=2), places=frozenset({Role.DRAFTS})), id="a draft"),
        pytest.param(a_sent(ago(days=2), to=(), places=frozenset({Role.JUNK})), id="forged in the owner's name"),
    ],
)
def test_what_says_nothing(mail: Message) -> None:
    """It's left unread."""
    assert wanted(a_thread(mail)) == ()


def test_an_answer_with_a_newsletters_header() -> None:
    """Its words must tell: people answer through programs that sign for them."""
    answer = a_reply(ago(days=2), answering=ASKED, kind=Kind.BULK)

    assert wanted(a_thread(ASKED, answer)) == (ASKED, answer)


def test_the_first_reading_of_an_account() -> None:
    """The days are counted back from now as long as there was none."""
    thread = a_thread(ASKED, OLD)

    assert unread_in(thread, a_policy(), Evidence(), NOW) == (ASKED,)

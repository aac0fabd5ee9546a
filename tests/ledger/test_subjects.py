"""Threads from subjects, on lists and by Outlook's index, with all that the ledger knows of an author."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import Unpack

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.message import Message, MessageId, Role
from crickets.ledger import ledger_in_memory
from tests.builders import ANNA, BEN, NOW, MessageChanges, a_folder_read, a_reply, a_sent, ago, an_address, an_id

LIST = an_address("site@lists.example")
CARA = an_address("cara@else.example")
INDEX = "01dc9a2b3c4d" + "0123456789abcdef" * 2


def a_post(name: str, at: datetime, **changes: Unpack[MessageChanges]) -> Message:
    """Mail that went over the list."""
    usual = MessageChanges(id=an_id(name), to_list=True, to=(LIST,), subject="Re: [site] The new site")
    return a_reply(at, **(usual | changes))


ASKED = a_post("asked", ago(days=9), sender=ANNA, subject="[site] The new site")
ANSWERED = a_post("answered", ago(days=8), sender=BEN, to=(ANNA, LIST))
TO_THE_LIST = a_post("to-the-list", ago(days=7), sender=BEN)
FOLLOWED = a_post("followed", ago(days=6), sender=CARA, parents=(TO_THE_LIST.id,), subject="Re: The old site")
BENS_HABIT = a_post("habit", ago(days=20), sender=BEN, subject="Re: Else", parents=(an_id("lost"),))
TO_BEN = replace(BENS_HABIT, id=an_id("to-ben"), sender=CARA, to=(BEN,), parents=(an_id("bens"),))


def threads_of(*reads: Iterable[Message]) -> set[frozenset[MessageId]]:
    """Which of these are together once they were read, the account being read through in between."""
    with closing(ledger_in_memory()) as ledger:
        first = 1
        for read in reads:
            mails = list(enumerate(read, start=first))
            first += len(mails)
            ledger.record("work", a_folder_read(NOW), [(Uid(n), mail) for n, mail in mails])
            ledger.complete("work", NOW)
        return {frozenset(mail.id for mail in thread.messages) for thread in ledger.threads("work")}


def are_together(*mails: Message, among: Iterable[frozenset[MessageId]]) -> bool:
    """Whether these are in one thread, and nothing else is."""
    return frozenset(mail.id for mail in mails) in among


def test_a_post_to_its_author() -> None:
    """Ben, who names parents elsewhere, answered Anna."""
    assert are_together(ASKED, ANSWERED, among=threads_of([ASKED, ANSWERED, BENS_HABIT]))


def test_an_author_who_never_named_a_parent() -> None:
    """That others named parents when they wrote to Ben tells nothing of him."""
    assert are_together(ANSWERED, among=threads_of([ASKED, ANSWERED, TO_BEN]))


def test_an_authors_habit_in_any_letters() -> None:
    """Case makes no other author."""
    loud = replace(BENS_HABIT, sender=an_address("BEN@Client.example", "Ben"))

    assert are_together(ASKED, ANSWERED, among=threads_of([ASKED, ANSWERED, loud]))


def test_a_post_to_the_list() -> None:
    """It joins the last before it."""
    assert are_together(ASKED, TO_THE_LIST, among=threads_of([ASKED, TO_THE_LIST, BENS_HABIT]))


def test_a_post_to_the_list_that_was_answered() -> None:
    """Two conversations grew from one subject: they stay apart."""
    together = threads_of([ASKED, TO_THE_LIST, FOLLOWED, BENS_HABIT])

    assert are_together(TO_THE_LIST, FOLLOWED, among=together)


def test_what_is_read_late() -> None:
    """A post waits for what it answers."""
    assert are_together(ASKED, ANSWERED, among=threads_of([ANSWERED, BENS_HABIT], [ASKED]))


def test_what_is_read_late_and_too_late() -> None:
    """A post to the list that was answered meanwhile waits no more."""
    assert are_together(ASKED, among=threads_of([TO_THE_LIST, FOLLOWED, BENS_HABIT], [ASKED]))


IN_TRASH = a_sent(ago(days=90), id=an_id("draft"), places=frozenset({Role.TRASH}))
OLD_ANSWER = a_reply(ago(days=80), id=an_id("old"), parents=(IN_TRASH.id,))
SENT_LATE = a_sent(ago(days=5), id=IN_TRASH.id)
BARE_ANSWER = a_reply(ago(days=1), id=an_id("bare"), parents=())


@pytest.mark.parametrize("reads", [([SENT_LATE], [BARE_ANSWER]), ([BARE_ANSWER], [SENT_LATE])])
def test_a_draft_that_was_sent_long_after(reads: tuple[list[Message], ...]) -> None:
    """An answer without references finds it by when it was sent, whichever was read first."""
    assert are_together(IN_TRASH, OLD_ANSWER, BARE_ANSWER, among=threads_of([IN_TRASH, OLD_ANSWER], *reads))


def test_a_draft_that_was_sent_to_somebody_else() -> None:
    """It's found by whom it went to."""
    to_cara = replace(SENT_LATE, to=(CARA,))
    from_cara = replace(BARE_ANSWER, sender=CARA)

    assert are_together(IN_TRASH, from_cara, among=threads_of([IN_TRASH], [to_cara], [from_cara]))


def test_an_index_of_outlook() -> None:
    """An answer that lost all else is in its thread; what went to somebody else by the same template is not."""
    asked = replace(a_sent(ago(days=3), id=an_id("asked")), thread_index=INDEX)
    other = replace(a_sent(ago(days=2), id=an_id("other"), to=(CARA,)), thread_index=INDEX)
    answer = replace(a_reply(ago(days=1), id=an_id("answer"), subject="Yes!"), thread_index=INDEX)

    assert threads_of([asked, other, answer]) == {frozenset({asked.id, answer.id}), frozenset({other.id})}

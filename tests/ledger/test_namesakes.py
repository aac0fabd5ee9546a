"""Several mails under one Message-ID: each is kept, in one thread, however they're read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import permutations

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.message import Message, Role, is_invented
from crickets.domain.namesakes import set_apart
from crickets.domain.thread import Thread
from crickets.ledger import SqlLedger, ledger_in_memory
from tests.builders import BEN, NOW, a_folder_read, a_reply, a_sent, ago, an_address, an_id

SHARED = an_id("shared")
OFFERED = a_sent(ago(days=6), id=SHARED)
ANSWERED = a_reply(ago(days=4), id=SHARED, parents=(an_id("question"),))
AGAIN = a_reply(ago(days=2), id=SHARED)
TRASHED = replace(AGAIN, places=frozenset({Role.TRASH}))


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """An empty ledger."""
    with closing(ledger_in_memory()) as ledger:
        yield ledger


def keep(ledger: SqlLedger, *messages: Message) -> None:
    """Read a folder for each message, as the role of its first place says."""
    for message in messages:
        [role] = message.places
        place = Uid(int((NOW - message.received).total_seconds()))
        ledger.record("work", a_folder_read(NOW, role=role), [(place, message)])


def the_thread(ledger: SqlLedger) -> Thread:
    """The only thread there is."""
    [thread] = ledger.threads("work")
    return thread


@pytest.mark.parametrize("order", list(permutations((OFFERED, ANSWERED, TRASHED))))
def test_a_system_that_answers_under_the_id_it_was_written_to(ledger: SqlLedger, order: tuple[Message, ...]) -> None:
    """Whatever is read first, the owner's mail has the id, and each answer is there, with its parents."""
    keep(ledger, *order)

    offered, answered, again = the_thread(ledger).messages
    assert offered == OFFERED
    assert (answered, again) == (set_apart(ANSWERED), set_apart(TRASHED))


@pytest.mark.parametrize("order", list(permutations((OFFERED, ANSWERED, TRASHED))))
def test_the_same_read_again(ledger: SqlLedger, order: tuple[Message, ...]) -> None:
    """Nothing is kept twice: each copy is known for what it is."""
    keep(ledger, *order)
    once = the_thread(ledger)
    keep(ledger, OFFERED, ANSWERED, TRASHED)
    keep(ledger, TRASHED, ANSWERED, OFFERED)

    assert the_thread(ledger) == once


def test_all_in_one_read(ledger: SqlLedger) -> None:
    """They're told apart before they're kept; a copy of the second among them is a copy still."""
    copy = replace(AGAIN, received=ago(days=1))
    ledger.record("work", a_folder_read(NOW), [(Uid(1), ANSWERED), (Uid(2), AGAIN), (Uid(3), copy)])

    answered, again = the_thread(ledger).messages
    assert (answered, again) == (ANSWERED, set_apart(AGAIN))
    assert [uid for _, _, uid in ledger.places_of("work", again.id)] == [2, 3]


def test_a_mail_that_moved(ledger: SqlLedger) -> None:
    """A mail set apart is found again in another folder: it lies in both."""
    keep(ledger, OFFERED, ANSWERED, replace(ANSWERED, places=frozenset({Role.ARCHIVE})))

    _, answered = the_thread(ledger).messages
    assert answered == set_apart(replace(ANSWERED, places=frozenset({Role.INBOX, Role.ARCHIVE})))
    assert len(ledger.places_of("work", answered.id)) == 1 + 1


def test_an_answer_to_the_second(ledger: SqlLedger) -> None:
    """It names the id that they share, and is of their thread."""
    keep(ledger, OFFERED, ANSWERED, a_reply(ago(days=1), sender=BEN, subject="Else", parents=(SHARED,)))

    assert len(the_thread(ledger).messages) == 3


def test_a_draft_dated_anew(ledger: SqlLedger) -> None:
    """A former version and what was sent are one mail, under its id; it's the sent one's date that counts."""
    former = replace(OFFERED, date=ago(days=7), received=ago(days=7), places=frozenset({Role.TRASH}))
    keep(ledger, former, OFFERED)

    [sent] = the_thread(ledger).messages
    assert (sent.id, sent.date) == (SHARED, OFFERED.date)


def test_a_draft_sent_under_another_address(ledger: SqlLedger) -> None:
    """What was sent has the id, and the version in the trash goes under another."""
    former = replace(OFFERED, sender=an_address("hello@studio.example"), places=frozenset({Role.TRASH}))
    keep(ledger, former, OFFERED)

    assert [is_invented(m.id) for m in the_thread(ledger).messages if Role.SENT in m.places] == [False]
    assert len(the_thread(ledger).messages) == 2


def test_a_post_that_a_list_sent_back(ledger: SqlLedger) -> None:
    """Read before the one in Sent, it's that mail all the same: its author is who wrote it, not the list."""
    back = replace(OFFERED, sender=an_address("talk@lists.example"), to_list=True, places=frozenset({Role.INBOX}))
    keep(ledger, back, OFFERED)

    [post] = the_thread(ledger).messages
    assert (post.sender, post.places) == (OFFERED.sender, frozenset({Role.INBOX, Role.SENT}))


def test_a_former_version_and_two_copies_of_what_was_sent(ledger: SqlLedger) -> None:
    """A copy outside Sent is at first told apart from the version; the one in Sent has the id they share."""
    former = a_sent(ago(days=7), id=SHARED, places=frozenset({Role.TRASH}))
    elsewhere = replace(OFFERED, places=frozenset({Role.ALL}))
    keep(ledger, former, elsewhere, OFFERED)

    assert {m.id for m in the_thread(ledger).messages if m.places - {Role.TRASH}} == {SHARED, set_apart(elsewhere).id}
    assert {m.date for m in the_thread(ledger).messages} == {OFFERED.date}


def test_a_mail_that_stands_there_under_its_other_id_as_well(ledger: SqlLedger) -> None:
    """It can't make room for a sent one, which is set apart then: no mail is lost."""
    former = a_sent(ago(days=7), id=SHARED, places=frozenset({Role.TRASH}))
    kept = replace(OFFERED, places=frozenset({Role.DRAFTS}))
    elsewhere, inbox = (replace(OFFERED, places=frozenset({role})) for role in (Role.ALL, Role.INBOX))
    other = replace(OFFERED, sender=an_address("hello@studio.example"))
    keep(ledger, former, elsewhere, kept, inbox, other)

    ids = {m.id for m in the_thread(ledger).messages}
    assert ids == {SHARED, set_apart(elsewhere).id, set_apart(other).id}

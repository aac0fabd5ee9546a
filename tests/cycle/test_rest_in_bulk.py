"""What is laid to rest together, of a whole mailbox at once: the same as if each thread of it were judged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from crickets.domain.calendar import Day
from crickets.domain.message import Kind, Message, Role
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Draft, Thread
from crickets.ledger import SqlLedger, open_ledger
from crickets.service.heartbeat import Heartbeat
from crickets.service.verdicts import decided, judged_anew
from crickets.service.words import Words
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    a_draft,
    a_plan_order,
    a_policy,
    a_resume,
    a_sent,
    a_stop,
    ago,
    an_address,
    an_id,
)
from tests.contract.test_ledger import keep
from tests.fakes.mailbox import FakeMailbox, MemoryMailbox

POLICY = replace(a_policy(), edition="these rules")
FIRST_READ = ago(days=2)
BEGINS = FIRST_READ - POLICY.tracking.since
_THREADS = 1_500
_AUTHORS = (ANNA, ANNA, ANNA, DANA, an_address("dana+stop@studio.example"), an_address("robot@shop.example"))
_READ = Remarks(phones=())
_TODAY = Day(date=NOW.date(), begins=ago(hours=10))


def _mails(random: Random) -> Iterator[Message]:
    for thread in range(_THREADS):
        first = None
        for number in range(random.choice((1, 1, 2, 3))):
            mail = _mail(random, f"{thread}-{number}", first)
            first = first or mail
            yield mail


def _mail(random: Random, name: str, first: Message | None) -> Message:
    author = random.choice(_AUTHORS)
    received = _near(random, BEGINS) if random.random() < 0.3 else BEGINS - timedelta(days=random.randint(1, 900))
    return a_sent(
        received,
        id=an_id(name),
        parents=() if first is None else (first.id,),
        subject=f"Matter {name}",
        sender=author,
        to=(random.choice((ANNA, BEN, DANA)),),
        date=random.choice((received, received, received, None, NOW + timedelta(days=3), _near(random, NOW))),
        received=received,
        kind=random.choice((Kind.PERSON, Kind.PERSON, Kind.BULK, Kind.AUTO_REPLY)),
        places=frozenset({random.choice((Role.INBOX, Role.INBOX, Role.ARCHIVE, Role.SENT, Role.JUNK, Role.UNSENT))}),
        remarks=_READ,
    )


def _near(random: Random, moment: datetime) -> datetime:
    return moment + timedelta(microseconds=random.choice((-1, 0, 1, 10**9, 10**11)))


def _fill(ledger: SqlLedger, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - to be the same again
    keep(ledger, *_mails(random))
    ledger.complete("work", FIRST_READ)
    for thread in tuple(ledger.threads("work")):
        if random.random() < 0.05:
            at = ago(days=random.randint(1, 500))
            ledger.order(thread.id, random.choice((a_stop(at), a_resume(at), a_plan_order(at, "negotiation"))))
        if random.random() < 0.05:
            ledger.intend(_draft(thread), day=_TODAY, cap=_THREADS)


def _draft(thread: Thread) -> Draft:
    mail = thread.messages[-1]
    return a_draft(ago(days=1), parent=mail, id=an_id(f"draft of {thread.id}"), thread=thread.id)


def _judge(ledger: SqlLedger) -> None:
    mailbox = FakeMailbox(MemoryMailbox())
    words = Words(mailbox=mailbox, ledger=ledger, policy=POLICY, progress=Heartbeat())
    assert sum(1 for _ in judged_anew(ledger, "work", POLICY, NOW, words)) > 0


def _as_kept(path: Path) -> dict[str, tuple[object, ...]]:
    """How each thread rests, by name."""
    with closing(sqlite3.connect(path)) as file:
        asked = "SELECT name, wakes_at, due_at, state, is_old, since, turn_since, in_line FROM threads"
        return {name: tuple(rest) for name, *rest in file.execute(asked)}


def test_an_old_mailbox(tmp_path: Path) -> None:
    """Under new rules the most of it is laid to rest together, and rests as it does where each thread is judged."""
    one_by_one, together = tmp_path / "one-by-one.db", tmp_path / "together.db"
    with open_ledger(one_by_one, exclusive=True) as ledger:
        _fill(ledger, 1)
        ledger.abide_by("work", POLICY.edition, NOW)  # the rules are no others by the time at which it's judged
        _judge(ledger)
    with open_ledger(together, exclusive=True) as ledger:
        _fill(ledger, 1)
        _judge(ledger)

    assert _as_kept(together) == _as_kept(one_by_one)


def test_what_is_laid_to_rest_together(tmp_path: Path) -> None:
    """It's much, and has no verdict."""
    path = tmp_path / "ledger.db"
    with open_ledger(path, exclusive=True) as ledger:
        _fill(ledger, 2)
        ledger.abide_by("work", POLICY.edition, NOW)
        ledger.rest_unwritten("work", POLICY.owner, BEGINS, NOW)
        with_a_verdict = {thread.id for thread, _ in decided(ledger, "work", POLICY, NOW)}

    resting = {name for name, (wakes_at, *_) in _as_kept(path).items() if wakes_at is None}
    assert len(resting) > _THREADS / 10
    assert resting.isdisjoint(with_a_verdict)


def test_before_all_is_read(tmp_path: Path) -> None:
    """Nothing rests of an account that was never read to its end."""
    path = tmp_path / "ledger.db"
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, *_mails(Random(3)))  # noqa: S311 - as above
        _judge(ledger)

    assert {wakes_at for wakes_at, *_ in _as_kept(path).values()} == {-1}

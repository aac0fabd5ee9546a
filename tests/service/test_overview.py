"""What is called due is what will be laid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.message import Message, Role
from crickets.domain.policy import Tracking
from crickets.domain.verdict import Reason
from crickets.ledger import open_ledger
from crickets.ledger.sql import SqlLedger
from crickets.service.overview import detail_of, overview_of
from tests.builders import FIRST_READ, NOW, a_folder_read, a_policy, a_reply, a_sent, ago, an_id

ACCOUNTS = ("home", "work")
ONE_A_DAY = a_policy(tracking=Tracking(max_new_drafts_per_day=1))


def a_silence(ledger: SqlLedger, account: str, days: int) -> None:
    """Somebody asked in this account, was answered so many days ago, and has been silent since."""
    asked = a_reply(ago(days=days + 1), id=an_id(f"{account}-asked"), parents=())
    sent = a_sent(ago(days=days), answering=asked, id=an_id(f"{account}-sent"))
    for role, message in ((Role.INBOX, asked), (Role.SENT, sent)):
        ledger.record(account, a_folder_read(NOW, role=role), ((Uid(1), _in(role, message)),))
    ledger.complete(account, FIRST_READ)


def _in(role: Role, message: Message) -> Message:
    return replace(message, places=frozenset({role}))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    """One silent client in each of two accounts, the one at work silent for longer."""
    with open_ledger(tmp_path / "ledger.sqlite3", exclusive=True) as made:
        a_silence(made, "home", 7)
        a_silence(made, "work", 12)
        yield made


def test_two_accounts_and_one_draft_a_day(ledger: SqlLedger) -> None:
    """The one that is due longest is next; the other is held, whichever account it's in."""
    overview = overview_of(ledger, ACCOUNTS, ONE_A_DAY, NOW)

    due = {verdict.account: verdict.reason.reason for verdict in overview.threads}
    assert due == {"work": Reason.DUE, "home": Reason.DAILY_CAP}


def test_a_thread_looked_at_alone(ledger: SqlLedger) -> None:
    """It stands in line as it does in the overview."""
    overview = overview_of(ledger, ACCOUNTS, ONE_A_DAY, NOW)

    for verdict in overview.threads:
        detail = detail_of(ledger, verdict.thread, ONE_A_DAY, NOW)
        assert detail is not None
        assert detail.verdict == verdict


def test_the_pace_of_a_client(ledger: SqlLedger) -> None:
    """It's made of all mail exchanged with them, in whatever thread."""
    for n in range(5):
        own = a_sent(ago(days=60 - n), id=an_id(f"own {n}"), subject=f"Matter {n}")
        answer = a_reply(ago(days=57 - n), id=an_id(f"answer {n}"), subject=f"Re: Matter {n}", answering=own)
        for role, message in ((Role.SENT, own), (Role.INBOX, answer)):
            ledger.record("work", a_folder_read(NOW, role=role), ((Uid(10 + n), _in(role, message)),))
    [verdict] = (v for v in overview_of(ledger, ("work",), a_policy(), NOW).threads if v.reason.reason is Reason.DUE)

    told = "Anna Rossi has answered 5 of your mails so far: half within 3 days, nine in ten within 3 days"
    assert told in [str(reason) for reason in verdict.why]

"""What is called due is what will be laid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.message import Address, Message, Role
from crickets.domain.policy import Policy, Tracking
from crickets.domain.receivable import KnownBy
from crickets.domain.verdict import Reason
from crickets.ledger import open_ledger
from crickets.ledger.sql import SqlLedger
from crickets.service.overview import detail_of, overview_of
from tests.builders import (
    ANNA,
    BEN,
    FIRST_READ,
    NOW,
    a_calendar,
    a_draft,
    a_folder_read,
    a_policy,
    a_reply,
    a_resume,
    a_sent,
    ago,
    an_address,
    an_id,
    an_invoice,
)

ACCOUNTS = ("home", "work")
ONE_A_DAY = a_policy(tracking=Tracking(max_new_drafts_per_day=1))


def a_silence(ledger: SqlLedger, account: str, days: int, client: Address) -> None:
    """Somebody asked in this account, was answered so many days ago, and has been silent since."""
    asked = a_reply(ago(days=days + 1), id=an_id(f"{account}-asked"), parents=(), sender=client)
    sent = a_sent(ago(days=days), answering=asked, id=an_id(f"{account}-sent"), to=(client,))
    for role, message in ((Role.INBOX, asked), (Role.SENT, sent)):
        ledger.record(account, a_folder_read(NOW, role=role), ((Uid(1), _in(role, message)),))
    ledger.complete(account, FIRST_READ)


def _in(role: Role, message: Message) -> Message:
    return replace(message, places=frozenset({role}))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    """One silent client in each of two accounts, the one at work silent for longer."""
    with open_ledger(tmp_path / "ledger.sqlite3", exclusive=True) as made:
        a_silence(made, "home", 7, BEN)
        a_silence(made, "work", 12, ANNA)
        yield made


def test_two_accounts_and_one_draft_a_day(ledger: SqlLedger) -> None:
    """The one that is due longest is next; the other is held, whichever account it's in."""
    overview = overview_of(ledger, ACCOUNTS, ONE_A_DAY, NOW)

    due = {verdict.account: verdict.reason.reason for verdict in overview.threads}
    assert due == {"work": Reason.DUE, "home": Reason.DAILY_CAP}


def test_one_client_in_two_accounts(tmp_path: Path) -> None:
    """They get one draft at a time."""
    with open_ledger(tmp_path / "ledger.sqlite3", exclusive=True) as ledger:
        for account, days in (("home", 7), ("work", 12)):
            a_silence(ledger, account, days, ANNA)

        overview = overview_of(ledger, ACCOUNTS, a_policy(), NOW)

    due = {verdict.account: verdict.reason.reason for verdict in overview.threads}
    assert due == {"work": Reason.DUE, "home": Reason.ANOTHER_FIRST}


@pytest.mark.parametrize("days", [1, 3])
def test_a_draft_in_an_account_that_was_not_read_of_late(ledger: SqlLedger, days: int) -> None:
    """It holds the client's other threads for two days; for good it would if the config has lost that account."""
    a_silence(ledger, "old", 15, BEN)
    [thread] = ledger.threads("old")
    draft = a_draft(ago(days=9), parent=thread.messages[-1], thread=thread.id)
    ledger.intend(draft, day=a_calendar().day_at(NOW), cap=9)
    for role in (Role.INBOX, Role.SENT):
        ledger.record("old", a_folder_read(ago(days=days), role=role), ())

    overview = overview_of(ledger, ACCOUNTS, a_policy(), NOW)

    due = {verdict.account: verdict.reason.reason for verdict in overview.threads}
    assert due == {"work": Reason.DUE, "home": Reason.ONE_AT_A_TIME if days < 2 else Reason.DUE}


def who_waits(ledger: SqlLedger, *mails: Message, policy: Policy) -> tuple[int, int, int]:
    """Of threads that wait for the owner, how many there are, are listed and are old, once these have come."""
    placed = tuple((Uid(n), _in(Role.INBOX, mail)) for n, mail in enumerate(mails, 10))
    ledger.record("home", a_folder_read(NOW), placed)
    overview = overview_of(ledger, ACCOUNTS, policy, NOW)
    return overview.turns, len(overview.recent_turns), len(overview.old_turns)


def test_who_has_waited_for_long(ledger: SqlLedger) -> None:
    """They're counted, and not among those that are listed first; who has asked again of late is."""
    old, again, new = (
        a_reply(ago(days=days), id=an_id(name), sender=an_address(f"{name}@client.example"), subject=f"About {name}")
        for name, days in (("old", 45), ("again", 44), ("new", 3))
    )
    asked = replace(again, id=an_id("asked"), parents=(again.id,), received=ago(days=2), date=ago(days=2))

    assert who_waits(ledger, old, again, new, asked, policy=a_policy()) == (3, 2, 1)
    patient = a_policy(tracking=Tracking(since=timedelta(days=60)))
    assert who_waits(ledger, policy=patient) == (3, 3, 0)
    hasty = a_policy(tracking=Tracking(since=timedelta(days=26)))
    assert who_waits(ledger, policy=hasty) == (3, 2, 1)


@pytest.mark.parametrize("policy", [ONE_A_DAY, a_policy()])
def test_a_thread_looked_at_alone(ledger: SqlLedger, policy: Policy) -> None:
    """It stands in line as it does in the overview."""
    a_silence(ledger, "more", 9, ANNA)
    overview = overview_of(ledger, (*ACCOUNTS, "more"), policy, NOW)

    for verdict in overview.threads:
        detail = detail_of(ledger, verdict.thread, policy, NOW)
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


def test_a_mail_that_was_too_large(tmp_path: Path) -> None:
    """It's told for a week, answered or not, that nobody looked for an invoice in it, until one is told of."""
    with open_ledger(tmp_path / "large.sqlite3", exclusive=True) as ledger:
        bill = replace(a_sent(ago(days=3)), encloses=True)
        thanks = a_reply(ago(days=2), answering=bill)
        for role, message in ((Role.INBOX, thanks), (Role.SENT, bill)):
            ledger.record("work", a_folder_read(NOW, role=role), ((Uid(1), _in(role, message)),))
        ledger.complete("work", FIRST_READ)
        ledger.note_opened("work", replace(bill, too_large=True))
        [thread] = ledger.threads("work")

        [told] = overview_of(ledger, ("work",), a_policy(), NOW).problems
        assert told.startswith(f"work: {thread.id}: your mail of 2026-06-14 has more than 32 MB, ")
        assert told.endswith(f"`crickets invoice add {thread.id} --number … --file …` takes it")
        assert overview_of(ledger, ("work",), a_policy(), NOW + timedelta(days=5)).problems == ()
        ledger.note_invoice("work", an_invoice(None, thread=thread.id, known_by=KnownBy.OWNER, noted_at=NOW))
        assert overview_of(ledger, ("work",), a_policy(), NOW).problems == ()


def test_a_slip_of_the_pen(tmp_path: Path) -> None:
    """A mail of late to a plus-address that is no order is told as a problem, until an order is given."""
    with open_ledger(tmp_path / "slip.sqlite3", exclusive=True) as ledger:
        asked = a_reply(ago(days=9), id=an_id("asked"), parents=())
        slip = an_address("dana+5dd@studio.example")
        sent = replace(a_sent(ago(days=3), answering=asked), subaddresses=(slip,))
        for role, message in ((Role.INBOX, asked), (Role.SENT, sent)):
            ledger.record("work", a_folder_read(NOW, role=role), ((Uid(1), _in(role, message)),))
        ledger.complete("work", FIRST_READ)
        [thread] = ledger.threads("work")

        [told] = overview_of(ledger, ("work",), a_policy(), NOW).problems
        assert told.startswith(
            f"work: {thread.id}: your mail of 2026-06-14 went to dana+5dd@studio.example, which is no"
        )
        assert overview_of(ledger, ("work",), a_policy(), NOW + timedelta(days=5)).slips == ()
        ledger.order(thread.id, a_resume(ago(days=1)))
        assert overview_of(ledger, ("work",), a_policy(), NOW).problems == ()

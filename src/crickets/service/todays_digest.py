"""
Today's digest, from all that the ledger knows of every account.

Reads the ledger only; no server is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from crickets.domain.digest import Digest, Issue
from crickets.domain.digesting import MOST, Facts, digest_from
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread
from crickets.domain.verdict import Verdict
from crickets.reading.voice.phones import spaced
from crickets.service.dialling import dialled_number
from crickets.service.overview import overview_of
from crickets.service.ports import Ledger
from crickets.service.verdicts import judge_of

_AT_FIRST = timedelta(days=1)
"""From when answers are told by the first digest."""

_AT_MOST = timedelta(days=14)
"""After a long time without one, what came before that is no news any more: it stands in `status`."""


def todays_digest(
    ledger: Ledger, accounts: tuple[str, ...], policy: Policy, now: datetime, last: Issue | None
) -> Digest:
    """The digest of this day, with the answers that came since the `last` one that was sent."""
    overview = overview_of(ledger, accounts, policy, now, most=MOST)
    since = now - _AT_FIRST if last is None else max(last.at, now - _AT_MOST)
    facts = Facts(
        threads=overview.threads,
        turns=overview.recent_turns,
        errands=overview.errands,
        numbers=overview.numbers,
        stirred=tuple(case for account in accounts for case in _stirred(ledger, account, policy, since, now)),
        since=since,
        problems=overview.told,
        more_turns=overview.turns_unlisted,
        old_turns=len(overview.old_turns) + overview.old_turns_unlisted,
        number=lambda phone, client: dialled_number(phone, client, policy),
        to_read=spaced,
    )
    return digest_from(facts, policy, policy.calendar.day_of(now))


def _stirred(
    ledger: Ledger, account: str, policy: Policy, since: datetime, now: datetime
) -> Iterator[tuple[Thread, Verdict]]:
    """The threads that mail has come to, with their verdicts."""
    judge = judge_of(ledger, account, policy, now)
    for name in ledger.stirred(account, since):
        thread = ledger.thread(name)
        known, verdict = (None, None) if thread is None else judge.judged(thread)
        if known is not None and verdict is not None:
            yield known, verdict

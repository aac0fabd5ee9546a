"""
The drafts that live, over all accounts: one person may write to the owner in several of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from crickets.domain.evidence import Evidence
from crickets.domain.one_at_a_time import LiveDraft, live_in
from crickets.domain.owner import Owner
from crickets.service.ports import Ledger

_LOOKED_AT = timedelta(days=2)
"""
How long ago another account may have been read and its drafts still count: twice as long as the longest poll.

One that can't be reached, or that the config has lost, is to hold nobody's drafts (docs/decisions/0003).
"""


def live_drafts(ledger: Ledger, owner: Owner, accounts: Iterable[str]) -> tuple[LiveDraft, ...]:
    """Every draft of ours that lies in these accounts, or may."""
    threads = (thread for account in accounts for thread in ledger.unsettled(account))
    return tuple(draft for thread in threads for draft in live_in(thread, owner))


def accounts_looked_at(ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """The accounts of which is known what lies in their Drafts."""
    return tuple(account for account in ledger.accounts() if _is_looked_at(ledger, account, now))


def _is_looked_at(ledger: Ledger, account: str, now: datetime) -> bool:
    read_up_to = Evidence(folders=ledger.evidence(account)).read_up_to
    return read_up_to is not None and now - read_up_to <= _LOOKED_AT

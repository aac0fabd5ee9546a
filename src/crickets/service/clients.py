"""
What the ledger knows of the owner's clients: `clients` is made of it.

One walk through the threads, as for `status`; no server is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crickets.domain.dealings import Dealings, dealings_of
from crickets.domain.kinship import same_person
from crickets.domain.ladder import late_among
from crickets.domain.message import Address
from crickets.domain.policy import Policy
from crickets.service.elsewhere import WITH_A_CLIENT
from crickets.service.overview import AccountView
from crickets.service.ports import Ledger
from crickets.service.verdicts import evidence_of, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Clientele:
    """Who was asked for, the slowest first: silent as a rule, or with a habit; and how well the accounts are known."""

    as_of: datetime
    accounts: tuple[AccountView, ...]
    clients: tuple[Dealings, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """What keeps an account from being relied on."""
        return tuple(f"{view.name}: {doubt}" for view in self.accounts for doubt in view.evidence.doubts)


def clientele_of(
    ledger: Ledger, accounts: tuple[str, ...], policy: Policy, now: datetime, *, everybody: bool = False
) -> Clientele:
    """
    Who the clients of all accounts are by the facts that are known; one person in two accounts is one client.

    With `everybody`, those of whom too little is known too.
    """
    cases = tuple(case for account in accounts for case in listed(ledger, account, policy, now))
    late = tuple((verdict.client, late_among(thread.invoices, policy.calendar, now)) for thread, verdict in cases)

    def invoices_late(client: Address) -> int:
        return sum(number for owing, number in late if number and owing is not None and same_person(owing, client))

    return Clientele(
        as_of=now,
        accounts=tuple(AccountView(name=name, evidence=evidence_of(ledger, name)) for name in accounts),
        clients=dealings_of(cases, policy, newest=WITH_A_CLIENT, invoices_late=invoices_late, everybody=everybody),
    )

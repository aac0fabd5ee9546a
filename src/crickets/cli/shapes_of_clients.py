"""
The JSON of `clients`, told in docs/json.md.
"""

from __future__ import annotations

from datetime import timedelta

from crickets.cli.shapes import Json, account, contact
from crickets.cli.words import Today, advice
from crickets.domain.dealings import Dealings
from crickets.domain.policy import Policy
from crickets.service.clients import Clientele

_HOUR = timedelta(hours=1)


def clients(clientele: Clientele, policy: Policy) -> Json:
    """`clients --json`."""
    today = Today(now=clientele.as_of, zone=policy.owner.zone)
    return {
        "as_of": today.iso(clientele.as_of),
        "accounts": [account(view, today) for view in clientele.accounts],
        "clients": [_client(dealings) for dealings in clientele.clients],
        "problems": list(clientele.problems),
    }


def _client(dealings: Dealings) -> Json:
    pace = dealings.pace
    return {
        "contact": contact(dealings.client),
        "addresses": [address.email for address in dealings.addresses],
        "answers": None if pace is None else len(pace.took),
        "median_hours": None if pace is None else _hours(pace.median),
        "ninetieth_hours": None if pace is None else _hours(pace.ninetieth),
        "plan": dealings.plan,
        "on_time": None if dealings.on_time is None else round(dealings.on_time, 3),
        "silent": [verdict.thread for verdict in dealings.silent],
        "invoices_late": dealings.invoices_late,
        "slow": pace is not None and pace.slow,
        "advice": advice(dealings) or None,
    }


def _hours(span: timedelta) -> float:
    return round(span / _HOUR, 1)

"""
What the owner meant to order by mail, and nobody could tell what: told as a problem for as long as it may be news.

Knows verdicts and what they say; must not know addresses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from crickets.domain.thread import Thread
from crickets.domain.verdict import SILENT, Reason, State, Verdict

NEWS_FOR = timedelta(days=7)
"""How long after the mail it's told of; `show` tells it for good."""


def slips_in(cases: Iterable[tuple[Thread, Verdict]], now: datetime) -> Iterator[str]:
    """A sentence for each mail of late that went to a plus-address that is no order, unless one was given since."""
    for thread, verdict in cases:
        anchor = verdict.anchor
        if anchor is None or verdict.state not in _MATTERS or now - anchor.sent_at > NEWS_FOR:
            continue
        if not any(order.at > anchor.sent_at for order in thread.orders):
            told = (each for each in verdict.why if each.reason is Reason.NO_ORDER)
            yield from (
                f"{verdict.account}: {thread.id}: {each}; give it by a command if it was a slip" for each in told
            )


_MATTERS = SILENT | {State.SNOOZED, State.IGNORED}
"""Where an order might still change something."""

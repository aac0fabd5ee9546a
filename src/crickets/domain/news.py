"""
What the owner should hear of a thread for some days, whatever is decided of it, as they may have to act.

Knows verdicts and what they say; must not know addresses, nor how it's told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from crickets.domain.thread import Thread
from crickets.domain.verdict import SILENT, Reason, State, Verdict, Why

NEWS_FOR = timedelta(days=7)
"""How long after the mail it's told of; `show` tells it for good."""


def news_in(thread: Thread, verdict: Verdict, now: datetime) -> Iterator[Why]:
    """
    Each mail of late that went to a plus-address that is no order, unless one was given since.

    And each that was too large to be looked into for an invoice, or brought one along that can't be read, as long as
    none is told of.
    """
    yield from _slips(thread, verdict, now)
    if verdict.reason.reason not in _LEFT_ALONE:
        yield from (each for each in verdict.why if each.reason in _UNREAD and _is_new(_sent(each), now))


_UNREAD = frozenset({Reason.TOO_LARGE, Reason.REFUSED})


def _slips(thread: Thread, verdict: Verdict, now: datetime) -> Iterator[Why]:
    anchor = verdict.anchor
    if anchor is None or verdict.state not in _MATTERS or not _is_new(anchor.sent_at, now):
        return
    if not any(order.at > anchor.sent_at for order in thread.orders):
        yield from (each for each in verdict.why if each.reason is Reason.NO_ORDER)


def _sent(told: Why) -> datetime:
    return datetime.fromisoformat(dict(told.about)["sent"])


def _is_new(at: datetime, now: datetime) -> bool:
    return now - at <= NEWS_FOR


_MATTERS = SILENT | {State.SNOOZED, State.IGNORED}
"""Where an order might still change something."""

_LEFT_ALONE = frozenset(
    {Reason.NO_PLAN, Reason.ON_YOUR_IGNORE_LIST, Reason.STOPPED, Reason.STOPPED_BY_THROWING_AWAY},
)
"""Where the owner wants to hear nothing."""

"""
What the owner should hear of, in a sentence each, for as long as it's news.

Knows how it's told; what is news is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from crickets.domain.news import news_in
from crickets.domain.thread import Thread
from crickets.domain.verdict import Reason, Verdict, Why


def slips_in(cases: Iterable[tuple[Thread, Verdict]], now: datetime) -> Iterator[str]:
    """A sentence for each, with its account and thread."""
    for thread, verdict in cases:
        yield from (f"{verdict.account}: {thread.id}: {_said(each)}" for each in news_in(thread, verdict, now))


def _said(news: Why) -> str:
    return f"{news}; give it by a command if it was a slip" if news.reason is Reason.NO_ORDER else str(news)

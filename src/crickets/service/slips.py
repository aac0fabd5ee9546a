"""
What the owner should hear of, for as long as it's news.

Knows how it's told; what is news is the domain's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from crickets.domain.news import news_in
from crickets.domain.problem import Fault, Problem
from crickets.domain.thread import Thread
from crickets.domain.verdict import Reason, Verdict

_FAULTS: Mapping[Reason, Fault] = {
    Reason.NO_ORDER: Fault.NO_ORDER,
    Reason.TOO_LARGE: Fault.TOO_LARGE,
    Reason.REFUSED: Fault.UNREAD_FILE,
}


def slips_in(cases: Iterable[tuple[Thread, Verdict]], now: datetime) -> Iterator[Problem]:
    """A problem for each, with its account and thread."""
    for thread, verdict in cases:
        for news in news_in(thread, verdict, now):
            fault = _FAULTS[news.reason]
            yield Problem(fault=fault, about=news.about, account=verdict.account, where=thread.id)

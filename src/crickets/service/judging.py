"""
The verdict on a thread with everything around it: its mail's words, and what its client wrote elsewhere.

What is around a thread is only looked up where its client is silent; most threads are answered, old or ignored.
"""

from __future__ import annotations

from datetime import datetime

from crickets.domain.decide import decide
from crickets.domain.evidence import Evidence
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread
from crickets.domain.verdict import Reason, State, Verdict
from crickets.service.ports import Ledger
from crickets.service.words import Words, with_what_is_elsewhere

_SILENT = frozenset({State.WAITING, State.DRAFTED, State.TASK, State.HELD})


def judged(
    thread: Thread, ledger: Ledger, policy: Policy, evidence: Evidence, now: datetime, words: Words | None = None
) -> tuple[Thread, Verdict | None]:
    """A thread as far as it is known, and the verdict on it; with `words`, what is unread and counts is read first."""
    known = thread if words is None else words.learn(thread, evidence, now)
    verdict = decide(known, policy, evidence, now)
    if verdict is None or verdict.client is None or not _is_silent(verdict):
        return known, verdict
    if words is None:
        around = with_what_is_elsewhere(known, verdict.client, ledger, policy)
    else:
        around = words.learn_elsewhere(known, verdict.client)
    return around, verdict if around == known else decide(around, policy, evidence, now)


def _is_silent(verdict: Verdict) -> bool:
    return verdict.state in _SILENT and verdict.reason.reason is not Reason.OLDER_THAN_SINCE

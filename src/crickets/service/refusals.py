"""
What the server refused to do with one draft, or can't do: kept with the draft in the ledger, and told from there.

It's no problem of the account's, whose reading can be relied on all the same. Knows no server.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crickets.domain.mailbox import Retirement
from crickets.domain.problem import Fault, Problem
from crickets.domain.thread import Draft, DraftState, Thread
from crickets.domain.verdict import State, Verdict
from crickets.errors import Refused

_REFUSED = "the server refused it"
_LEFT = Retirement.UNABLE.value
_PENDING = frozenset({State.WAITING, State.HELD})


def refused(draft: Draft, refusal: Refused) -> Draft:
    """The draft with the server's words."""
    return replace(draft, how=f"{_REFUSED}: {refusal.answer or refusal.what}")


def problems_of(cases: Iterable[tuple[Thread, Verdict]]) -> tuple[Problem, ...]:
    """A problem for each answer by which the server keeps us from what is to be done, with all threads it's about."""
    threads: dict[Problem, list[str]] = {}
    for thread, verdict in cases:
        for draft in thread.drafts:
            left = _is_left(draft) and not (verdict.state is State.DRAFTED and _is_wanted(draft, verdict))
            if left or (draft.how.startswith(_REFUSED) and _is_to_be_done(draft, verdict)):
                told = threads.setdefault(_told(draft, verdict.account), [])
                told.append(thread.id)
    return tuple(replace(problem, where=", ".join(ids)) for problem, ids in threads.items())


def _is_left(draft: Draft) -> bool:
    """Whether it lies there only because it could not be taken back; the owner has to throw it away."""
    return draft.state is DraftState.EDITED and draft.how == _LEFT


def _told(draft: Draft, account: str) -> Problem:
    if _is_left(draft):
        return Problem(fault=Fault.LEFT, account=account)
    fault = Fault.LAYING if draft.state is DraftState.ABANDONED else Fault.TAKING_BACK
    said = draft.how.removeprefix(_REFUSED).removeprefix(": ")
    return Problem(fault=fault, about=(("said", said),), account=account)


def _is_to_be_done(draft: Draft, verdict: Verdict) -> bool:
    """Whether it's to be taken back, or is the next step still, in answer to the same mail."""
    if draft.state is not DraftState.ABANDONED:
        return draft.id in {back.draft.id for back in verdict.take_back}
    return verdict.state in _PENDING and _is_wanted(draft, verdict)


def _is_wanted(draft: Draft, verdict: Verdict) -> bool:
    """Whether it's the next step, in answer to the mail that is to be followed up."""
    wanted = (verdict.plan, verdict.step, verdict.anchor and verdict.anchor.id)
    return (draft.plan, draft.step, draft.parent) == wanted

"""
What the next step counts from, in words, where that isn't simply the mail that is followed up.

Knows how `Case.since` comes about; must not know what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from crickets.domain.case import Case
from crickets.domain.ruling import in_answer_to, who_of
from crickets.domain.subject import base_as_written
from crickets.domain.thread import OrderKind
from crickets.domain.verdict import Reason, State, Why, why

_NOTHING_TO_COUNT = frozenset({State.IGNORED, State.ANSWERED, State.STOPPED, State.CLOSED})


def counted_from(case: Case, state: State) -> Iterator[Why]:
    """
    From which day the next step counts and why from that one; nothing where it's the anchor's, or an invoice's.

    Of a notice, what puts it off beyond the day that its invoice's due date gives.
    """
    is_counted = state not in _NOTHING_TO_COUNT and case.step is not None
    off = case.put_off if is_counted else None
    if off is not None and off.pays_by is not None and case.due is not None and case.now >= case.due.at:
        about = {"who": who_of(off.promise), "day": case.day(off.promise.received), "until": off.pays_by}
        yield why(Reason.PROMISE_LAPSED, **about, where=in_answer_to(off.elsewhere))
    elif is_counted and case.claims and case.breathes_from is not None:
        yield why(Reason.BREATHES, step=case.standing.step + 1, day=case.day(case.breathes_from))
    elif is_counted and not case.claims and case.day(case.since) != case.day(case.standing.anchor.sent_at):
        yield from _beginning(case)


def _beginning(case: Case) -> Iterator[Why]:
    """Whose word or deed bears the moment from which the step counts."""
    standing, since = case.standing, case.since
    about = {"step": standing.step + 1, "day": case.day(since)}
    heard, order = case.heard, standing.order
    until = None if case.put_off is None else case.put_off.until
    if since != standing.since and until is not None and case.day(since) == until:
        yield why(Reason.COUNTS_FROM_PROMISE, **about)
    elif since != standing.since and heard is not None:
        yield why(Reason.COUNTS_FROM_WORD, **about, who=_who(case), subject=base_as_written(heard.subject))
    elif order is not None and order.at == since:
        yield why(Reason.COUNTS_FROM_ORDER, **about, means=order.means)
    elif any(o.kind is OrderKind.DONE and o.at == since for o in case.thread.orders):
        yield why(Reason.COUNTS_FROM_DONE, **about)
    else:
        yield why(Reason.COUNTS_FROM_DRAFT, **about)


def _who(case: Case) -> str:
    return "" if case.heard is None else case.heard.sender.name or case.heard.sender.email

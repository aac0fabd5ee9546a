"""
What a pass did, as events of the log: threads by their names, nothing that is in a mail.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crickets.domain.thread import ThreadId
from crickets.service.log import logger
from crickets.service.outcome import Deed, Done, Outcome

EVENTS: Mapping[Deed, str] = {
    Deed.LAID: "draft.appended",
    Deed.OVERTAKEN: "draft.overtaken",
    Deed.TAKEN_BACK: "draft.taken_back",
    Deed.LEFT: "draft.left",
    Deed.UNWRITABLE: "draft.unwritable",
    Deed.REFUSED: "draft.refused",
    Deed.SENT: "draft.sent",
    Deed.THROWN_AWAY: "draft.thrown_away",
}
_TROUBLES = frozenset({Deed.UNWRITABLE, Deed.REFUSED})

Troubles = frozenset[tuple[Deed, ThreadId]]
"""What came to nothing, and will again with every pass until somebody mends it."""


def keep(outcome: Outcome, known: Troubles = frozenset()) -> Troubles:
    """Write down what was done, and that the pass is over; its troubles, which are `known` at the next pass."""
    troubles = keep_deeds(outcome.account, outcome.done, known)
    logger(account=outcome.account).info(
        "pass.ended",
        threads=outcome.threads,
        done=len(outcome.done),
        next_at=outcome.look_at and outcome.look_at.isoformat(timespec="seconds"),
    )
    return troubles


def keep_deeds(account: str, deeds: Iterable[Done], known: Troubles = frozenset()) -> Troubles:
    """Write down what was done; a trouble is a warning once. All the troubles among the deeds."""
    troubles = set()
    for done in deeds:
        trouble = (done.deed, done.thread)
        if done.deed in _TROUBLES:
            troubles.add(trouble)
        _keep(account, done, warn=done.deed in _TROUBLES and trouble not in known)
    return frozenset(troubles)


def _keep(account: str, done: Done, *, warn: bool) -> None:
    log = logger(account=account, thread=done.thread)
    say = log.warning if warn else log.info
    say(
        EVENTS[done.deed],
        step=(done.verdict if done.draft is None else done.draft).step + 1,
        **({"how": done.how.value} if done.how else {}),
    )

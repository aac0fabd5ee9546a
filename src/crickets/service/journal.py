"""
What a pass did, as events of the log: threads by their names, nothing that is in a mail.
"""

from __future__ import annotations

from collections.abc import Mapping

from crickets.service.log import logger
from crickets.service.outcome import Deed, Done, Outcome

EVENTS: Mapping[Deed, str] = {
    Deed.LAID: "draft.appended",
    Deed.OVERTAKEN: "draft.overtaken",
    Deed.TAKEN_BACK: "draft.taken_back",
    Deed.LEFT: "draft.left",
    Deed.UNWRITABLE: "draft.unwritable",
}


def keep(outcome: Outcome) -> None:
    """Write down what was done, and that the pass is over."""
    for done in outcome.done:
        _keep(outcome.account, done)
    logger(account=outcome.account).info(
        "pass.ended",
        threads=len(outcome.verdicts),
        done=len(outcome.done),
        next_at=outcome.next_at and outcome.next_at.isoformat(timespec="seconds"),
    )


def _keep(account: str, done: Done) -> None:
    log = logger(account=account, thread=done.thread)
    say = log.warning if done.deed is Deed.UNWRITABLE else log.info
    say(EVENTS[done.deed], step=done.verdict.step + 1, **({"how": done.how.value} if done.how else {}))

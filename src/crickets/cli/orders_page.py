"""
What holds for a thread after an order.
"""

from __future__ import annotations

from datetime import datetime

from rich.text import Text

from crickets.cli.next_steps import next_steps
from crickets.cli.safe import plain
from crickets.cli.screen import note, results, show_json
from crickets.cli.shapes_of_a_thread import held_of
from crickets.cli.words import Today, name_of, state_of, step_name, subject_of
from crickets.domain.policy import Policy
from crickets.domain.thread import Order, OrderKind, Thread
from crickets.domain.verdict import Reason, State, Verdict
from crickets.service.overview import Detail


def tell_what_holds(detail: Detail, policy: Policy, now: datetime, *, as_json: bool) -> None:
    """The thread's new state, and what it means for a draft that lies in Drafts."""
    today = Today(now=now, zone=policy.owner.zone)
    for remark in _of_no_effect(detail.thread, detail.verdict):
        note(remark, style="yellow")
    if as_json:
        show_json(held_of(detail, policy, today))
        return
    console = results()
    if detail.verdict is None:
        console.print(Text(f"{detail.thread.id}: there is nothing to follow up here."))
        return
    console.print(_state(detail.verdict, today))
    for line in _follows(detail.verdict, today):
        console.print(Text(line))


def tell_that_it_was_done(order: Order, policy: Policy, now: datetime) -> None:
    """Where a call or task is said to be done once more: since when it is."""
    today = Today(now=now, zone=policy.owner.zone)
    note(f"Nothing is left to be done here: you said {today.on(today.day_of(order.at))} that it was.", "dim")


def nothing_to_be_done(detail: Detail, policy: Policy, now: datetime) -> str:
    """Why nothing can be said to be done in a thread, and what ends what may have been meant."""
    today, verdict, name = Today(now=now, zone=policy.owner.zone), detail.verdict, detail.thread.id
    state = "" if verdict is None else f" ({state_of(verdict)}: {today.said(str(verdict.reason))})"
    return next_steps(
        f"no call and no task is due in {name}{state}. Of a draft nothing need be said: it's done by sending it or "
        f"throwing it away. To leave the thread alone: `crickets stop {name}`"
    )


def tell_that_it_holds(what: str, order: Order, policy: Policy, now: datetime) -> None:
    """Where the owner orders once more what holds already: since when it does."""
    today = Today(now=now, zone=policy.owner.zone)
    note(plain(f"{what}, by your order of {today.call(today.day_of(order.at))}{order.means}."), "dim")


def goes_by_it(detail: Detail) -> bool:
    """Whether a thread goes by its plan already: nothing would come of ordering that once more."""
    verdict = detail.verdict
    return verdict is not None and (verdict.state in _IN_ITS_COURSE or verdict.reason.reason is Reason.NO_PLAN)


_IN_ITS_COURSE = frozenset({State.WAITING, State.DRAFTED, State.TASK})
"""… where it's held, answered or stopped, an order may have it go on."""


def _of_no_effect(thread: Thread, verdict: Verdict | None) -> tuple[str, ...]:
    """What is to be said of an order that changes nothing."""
    last = max(thread.orders, key=lambda order: order.at, default=None)
    snoozed = last is not None and last.kind is OrderKind.SNOOZE
    if not snoozed or verdict is None or verdict.state is not State.STOPPED:
        return ()
    return (f"The snooze changes nothing: {thread.id} is stopped. `crickets resume {thread.id}` follows it up again.",)


def _state(verdict: Verdict, today: Today) -> Text:
    who, subject = name_of(verdict.client), subject_of(verdict.subject)
    return Text.assemble(
        (verdict.thread, "bold"),
        f"  {who}: {subject}\n",
        (state_of(verdict), "bold"),
        f": {today.said(str(verdict.reason))}",
    )


def _follows(verdict: Verdict, today: Today) -> tuple[str, ...]:
    back = ("The draft that lies in Drafts is taken back with the next pass.",) if verdict.take_back else ()
    if verdict.state is not State.WAITING or verdict.planned is None:
        return back
    if verdict.lay is not None or verdict.next_at is None or verdict.next_at <= today.now:
        return (*back, f"Next: {step_name(verdict.planned)}, with the next pass.")
    counted = next((f" ({today.said(str(w))})" for w in verdict.why if w.reason is Reason.COUNTS_FROM_ORDER), "")
    return (*back, f"Next: {step_name(verdict.planned)} {today.on(today.day_of(verdict.next_at))}{counted}.")

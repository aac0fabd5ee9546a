"""
The owner's word on a thread: `snooze`, `stop`, `resume`, `plan`, `done`.

Each keeps the order in the ledger and tells what holds from now on; what lies in Drafts follows with the next pass.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from crickets.cli.arguments import JsonOption, PlanArgument, ThreadArgument
from crickets.cli.call import opened
from crickets.cli.safe import plain

if TYPE_CHECKING:
    from crickets.domain.thread import Order
    from crickets.service.application import Application
    from crickets.service.overview import Detail

app = typer.Typer(add_completion=False)
_PANEL = "Your word on a thread"

UntilArgument = Annotated[
    list[str], typer.Argument(metavar="UNTIL", help="A day: 2026-12-01, 3 days, 2 weeks, friday, next monday.")
]


@app.command(rich_help_panel=_PANEL)
def snooze(ctx: typer.Context, thread: ThreadArgument, until: UntilArgument, as_json: JsonOption = False) -> None:
    """Leave a thread alone until a day."""
    from crickets.cli.orders_page import tell_that_it_holds
    from crickets.cli.until import NoSuchDay, day_named
    from crickets.domain.thread import RESTARTING, Order, OrderKind

    def order(app: Application, detail: Detail) -> Order | None:
        now = app.clock()
        try:
            day = day_named(" ".join(until), app.settings.policy.calendar.day_of(now))
        except NoSuchDay as error:
            raise typer.BadParameter(plain(str(error)), param_hint="UNTIL") from None
        before = detail.thread.last_order(OrderKind.SNOOZE, *RESTARTING)
        if before is not None and before.until == day:
            tell_that_it_holds("It was put off until then already", before, app.settings.policy, now)
            return None
        return Order(kind=OrderKind.SNOOZE, at=now, until=day)

    _give(ctx, thread, order, as_json=as_json)


@app.command(rich_help_panel=_PANEL)
def stop(ctx: typer.Context, thread: ThreadArgument, as_json: JsonOption = False) -> None:
    """Follow a thread up no more."""
    from crickets.cli.orders_page import tell_that_it_holds
    from crickets.domain.thread import Order, OrderKind

    def order(app: Application, detail: Detail) -> Order | None:
        before = detail.thread.stopped_by
        if before is None:
            return Order(kind=OrderKind.STOP, at=app.clock())
        tell_that_it_holds("It was stopped already", before, app.settings.policy, app.clock())
        return None

    _give(ctx, thread, order, as_json=as_json)


@app.command(rich_help_panel=_PANEL)
def resume(ctx: typer.Context, thread: ThreadArgument, as_json: JsonOption = False) -> None:
    """Follow a thread up again: its plan goes on with the step that comes next, counted from today."""
    from crickets.domain.thread import Order, OrderKind

    _give(ctx, thread, lambda app, _: Order(kind=OrderKind.RESUME, at=app.clock()), as_json=as_json)


@app.command(rich_help_panel=_PANEL)
def plan(ctx: typer.Context, thread: ThreadArgument, name: PlanArgument, as_json: JsonOption = False) -> None:
    """Follow a thread up by another plan, counted from today, from its first step; by `none` not at all."""
    from crickets.cli.orders_page import goes_by_it, tell_that_it_holds
    from crickets.config.problems import nearest
    from crickets.domain.plans import NO_PLAN
    from crickets.domain.thread import Order, OrderKind

    def order(app: Application, detail: Detail) -> Order | None:
        plans = (*app.settings.policy.plans, NO_PLAN.name)
        found = next((known for known in plans if known.casefold() == name.strip().casefold()), None)
        if found is None:
            meant = nearest(name.strip(), plans)
            near = f"did you mean {meant}? There are" if meant else "there are"
            told = f'there is no plan "{plain(name)}"; {near}: {", ".join(plans)}'
            raise typer.BadParameter(told, param_hint="NAME")
        before = detail.thread.last_order(OrderKind.PLAN)
        if before is None or before.plan != found or not goes_by_it(detail):
            return Order(kind=OrderKind.PLAN, at=app.clock(), plan=found)
        what = "It was left alone already" if found == NO_PLAN.name else f"It went by {found} already"
        tell_that_it_holds(what, before, app.settings.policy, app.clock())
        return None

    _give(ctx, thread, order, as_json=as_json)


@app.command(rich_help_panel=_PANEL)
def done(ctx: typer.Context, thread: ThreadArgument, as_json: JsonOption = False) -> None:
    """Say that a call or a task is done; the plan moves on from today."""
    from crickets.cli.orders_page import nothing_to_be_done, tell_that_it_was_done
    from crickets.domain.thread import Order, OrderKind
    from crickets.domain.verdict import State

    def order(app: Application, detail: Detail) -> Order | None:
        verdict, before = detail.verdict, detail.thread.last_order(OrderKind.DONE)
        if verdict is not None and verdict.state is State.TASK:
            return Order(kind=OrderKind.DONE, at=app.clock(), step=verdict.step)
        if before is None or verdict is None or before.step != verdict.step - 1:
            raise typer.BadParameter(nothing_to_be_done(detail, app.settings.policy, app.clock()), param_hint="THREAD")
        tell_that_it_was_done(before, app.settings.policy, app.clock())
        return None

    _give(ctx, thread, order, as_json=as_json)


def _give(
    ctx: typer.Context, thread: str, order: Callable[[Application, Detail], Order | None], *, as_json: bool
) -> None:
    """Keep the order that follows from the thread as it is, if one does, and tell what holds now."""
    from crickets.cli.naming import thread_meant
    from crickets.cli.orders_page import tell_what_holds
    from crickets.service.application import forgotten_since, give
    from crickets.service.overview import detail_of

    # An order is one write, and a pass looks at the thread once more before it lays anything: no lock is needed,
    # or nothing could be ordered while the daemon runs.
    with opened(ctx, exclusive=False) as app:
        name, policy = thread_meant(app, thread), app.settings.policy
        before = detail_of(app.ledger, name, policy, app.clock())
        if before is None:
            raise forgotten_since(name)
        given = order(app, before)
        if given is not None:
            give(app, name, given)
        now = app.clock()
        after = detail_of(app.ledger, name, policy, now)
    if after is None:
        raise forgotten_since(name)
    tell_what_holds(after, policy, now, as_json=as_json)

"""
The owner's task list as the config has it: who sees to it, and what `status` tells of it from the ledger.

Loads what speaks to it only where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crickets.domain.problem import OF_TASKS, Fault, Problem, problem_in
from crickets.service.application import Application, give
from crickets.service.ports import Ledger

if TYPE_CHECKING:
    from crickets.service.errands import Errands

THE_LIST = ""
"""Under which name the ledger keeps the list's problem: no account of the config can have it."""


def errands_of(app: Application) -> Errands | None:
    """Who sees to the list, if the config names one; if it names none any more, its problem is none either."""
    server, settings = app.settings.tasks, app.settings
    if server is None:
        if app.ledger.problem(THE_LIST):
            app.ledger.note_problem(THE_LIST, "", app.clock())
        return None
    from crickets.config.secrets import secret_of_tasks  # noqa: PLC0415 - see above
    from crickets.service.errands import Errands  # noqa: PLC0415 - see above

    return Errands(
        server=server,
        secret=lambda: secret_of_tasks(server, config=settings.path, environment=app.environment),
        mailboxes={each.name: f"{each.name}: {each.username}@{each.host}" for each in settings.accounts},
        ledger=app.ledger,
        policy=settings.policy,
        clock=app.clock,
        done=lambda thread, order: give(app, thread, order),
    )


def problem_of_tasks(ledger: Ledger) -> tuple[Problem, ...]:
    """Why the list isn't up to date, if so."""
    problem = ledger.problem(THE_LIST)
    return (problem_in(Fault.TASKS.told(said=problem), OF_TASKS),) if problem else ()

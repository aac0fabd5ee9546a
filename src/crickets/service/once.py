"""
One pass over every account, each in a thread of its own: what fails in one is nothing to the others.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial

from crickets.errors import CricketsError, ExitCode
from crickets.service import journal
from crickets.service.application import Application
from crickets.service.health import tell_of_one_pass
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.ports import Progress
from crickets.service.session import Session
from crickets.service.task_list import errands_of
from crickets.service.the_digest import digests_of
from crickets.service.threads import in_a_thread, run_to_its_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one account: an outcome, or the error that kept it from one and what was done before that."""

    account: str
    outcome: Outcome | None = None
    error: CricketsError | None = None
    done_before: tuple[Done, ...] = ()

    @property
    def done(self) -> tuple[Done, ...]:
        """All that was done, in whatever way it ended."""
        return self.done_before if self.outcome is None else self.outcome.done


def look_at_all(app: Application, progress: Progress, *, rehearsal: bool) -> tuple[Result, ...]:
    """One pass over every account, in the order of the config; an interrupt ends them all at once."""
    sessions = [app.session(name, progress, told=True) for name in app.accounts]
    results = run_to_its_end(_side_by_side(sessions, rehearsal=rehearsal))
    if not rehearsal:
        _see_to_errands(app, results)
        _see_to_the_digest(app)
        tell_of_one_pass(app, results)
    return results


def keep_all(results: tuple[Result, ...]) -> None:
    """Write down what was done, as the daemon does; a page tells it without, so it's for who wants it told twice."""
    for result in results:
        if result.outcome is not None:
            journal.keep(result.outcome)
        else:
            journal.keep_deeds(result.account, result.done)


def _see_to_errands(app: Application, results: tuple[Result, ...]) -> None:
    """Bring the owner's task list up to date, where there is one, once all mail is seen to."""
    errands = errands_of(app, lasting=False)
    for result in results if errands is not None else ():
        if errands is not None and result.outcome is not None:
            errands.see_to(result.outcome)


def _see_to_the_digest(app: Application) -> None:
    """Send the owner's digest, where they want one and today's is due."""
    digests = digests_of(app, lasting=False)
    if digests is not None:
        digests.see_to()


async def _side_by_side(sessions: list[Session], *, rehearsal: bool) -> tuple[Result, ...]:
    looks = (
        in_a_thread(
            partial(_looked, session, rehearsal=rehearsal), name=f"pass-{session.account}", interrupt=session.interrupt
        )
        for session in sessions
    )
    return tuple(await asyncio.gather(*looks))


def _looked(session: Session, *, rehearsal: bool) -> Result:
    try:
        return Result(account=session.account, outcome=session.look_with_patience(rehearsal=rehearsal))
    except CricketsError as error:
        return Result(account=session.account, error=error, done_before=() if rehearsal else session.hand_over())
    finally:
        session.close()


_GRAVEST_FIRST = (ExitCode.IO_ERROR, ExitCode.TEMPORARY_FAILURE, ExitCode.NO_PERMISSION, ExitCode.CONFIG)
"""The ledger concerns all accounts; of what concerns one, a failure for now outweighs what its owner must mend."""


def exit_code_of(results: tuple[Result, ...]) -> ExitCode:
    """The one exit code for all accounts; what a server refuses for one thread may be done the next time."""
    codes = {result.error.exit_code for result in results if result.error is not None}
    if any(done.deed is Deed.REFUSED for result in results for done in result.done):
        codes.add(ExitCode.TEMPORARY_FAILURE)
    return next((code for code in _GRAVEST_FIRST if code in codes), ExitCode.OK)

"""A mistake of our own in one account's pass: told with its traceback, and of no consequence to another account."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from crickets.notify.service_manager import ServiceManager
from crickets.service import log
from crickets.service.application import Application, open_application
from crickets.service.clock import system_clock
from crickets.service.crew import Crew, Watched
from crickets.service.ports import Progress
from crickets.service.session import Connection, Session
from tests.servers.server import ImapServer
from tests.service.stage import Stage, a_silence


@contextmanager
def opened(stage: Stage) -> Iterator[Application]:
    """Crickets on the stage's config."""
    with open_application(stage.write_config(), stage.environment, exclusive=True) as app:
        yield app


def watched(app: Application, name: str, connect: Callable[[], Connection] | None = None) -> Watched:
    """An account that is polled; `connect` in place of its own way to the server."""

    def session(progress: Progress) -> Session:
        made = app.session(name, progress)
        made.connect = connect or made.connect
        return made

    return Watched(session=session, poll_every=timedelta(hours=1), watch=lambda: None)


def stumble() -> Connection:
    """What no code of ours should do."""
    nobody: dict[str, Connection] = {}
    return nobody["nothing"]


async def work_until_looked(crew: Crew) -> None:
    """Let a crew work until each account has been looked at."""
    work = asyncio.create_task(crew.work())
    await crew.first_look()
    assert not work.done()
    work.cancel()
    await asyncio.wait((work,))


def test_in_one_account(stage: Stage, dovecot_sdbox: ImapServer, capsys: pytest.CaptureFixture[str]) -> None:
    """The traceback is in the log, `status` can tell of it, and the other account has its draft."""
    stage.add(dovecot_sdbox, "broken")
    box = stage.add(dovecot_sdbox, "sound")
    a_silence(box)
    log.set_up(verbose=False, colours=False)
    with opened(stage) as app:
        asyncio.run(
            work_until_looked(
                Crew(
                    accounts=(watched(app, "broken", stumble), watched(app, "sound")),
                    manager=ServiceManager(),
                    clock=system_clock,
                    orders_given=app.ledger.orders_given,
                )
            )
        )
    logged = capsys.readouterr().err.splitlines()

    [mistake] = [line for line in logged if "level=error" in line]
    assert mistake.startswith("level=error event=pass.failed account=broken try_again_in=")
    assert "KeyError: 'nothing'" in mistake
    assert "Traceback (most recent call last)" in mistake
    assert "KeyError" in stage.problems()["broken"]
    assert stage.problems()["sound"] == ""
    assert len(box.drafts) == 1

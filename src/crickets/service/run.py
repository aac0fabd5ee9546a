"""
The daemon from a config file: opens the ledger, makes the crew, and makes it anew on a reload.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from crickets.config.settings import Account, OAuthClient
from crickets.config.settings import Watch as WatchBy
from crickets.mailbox import open_watch
from crickets.notify.service_manager import ServiceManager
from crickets.service.application import Application, open_application, settings_of
from crickets.service.beside import Beside
from crickets.service.clock import system_clock
from crickets.service.crew import Crew, Watched
from crickets.service.daemon import Daemon, hear_no_more
from crickets.service.daily import Daily
from crickets.service.health import besides_of
from crickets.service.log import logger
from crickets.service.machine import have_room_for_lines, share_one_arena
from crickets.service.own_mailboxes import require_own_mailboxes
from crickets.service.ports import Clock, Progress
from crickets.service.reach import logged_in, server_of
from crickets.service.session import Session
from crickets.service.tally import Counted, Line, Tally
from crickets.service.task_list import errands_of
from crickets.service.the_digest import digests_of
from crickets.service.watcher import Watch
from crickets.writing import Shelf


def run_daemon(path: Path | None, environment: Mapping[str, str], *, clock: Clock = system_clock) -> None:
    """Watch all accounts until SIGTERM or SIGINT; raises as `open_application` does."""
    manager = ServiceManager.of(environment)
    have_room_for_lines()
    share_one_arena()
    with ExitStack() as house:
        muster = _Muster(path=path, environment=environment, clock=clock, manager=manager, house=house)
        asyncio.run(_to_the_end(Daemon(muster=muster, manager=manager)))


async def _to_the_end(daemon: Daemon) -> None:
    await daemon.run()
    hear_no_more()


@dataclass(slots=True, kw_only=True)
class _Muster:
    """Makes the crew of the config as it now is; the ledger is opened with the first, for the house's life."""

    path: Path | None
    environment: Mapping[str, str]
    clock: Clock
    manager: ServiceManager
    house: ExitStack
    _app: Application | None = field(default=None, init=False)
    _tally: Tally = field(init=False)

    def __post_init__(self) -> None:
        self._tally = Tally(self.clock)

    def __call__(self) -> Crew:
        app = self._app = self._opened() if self._app is None else self._reread(self._app)
        for warning in app.settings.warnings:
            logger().warning("config.warning", problem=warning)
        errands, digests = errands_of(app), digests_of(app)
        return Crew(
            accounts=tuple(_watched(app, account, self._tally) for account in app.settings.accounts),
            manager=self.manager,
            clock=app.clock,
            orders_given=app.ledger.orders_given,
            beside=None if errands is None else Beside(to=errands),
            daily=None if digests is None else Daily(by=digests),
            besides=tuple(besides_of(app, self._tally)),
        )

    def _opened(self) -> Application:
        return self.house.enter_context(open_application(self.path, self.environment, exclusive=True, clock=self.clock))

    def _reread(self, app: Application) -> Application:
        settings = settings_of(self.path, self.environment)
        require_own_mailboxes(settings, app.ledger.logins())
        return replace(app, settings=settings, shelf=Shelf(settings.own_templates, settings.notices))


def _watched(app: Application, account: Account, tally: Tally) -> Watched:
    return Watched(
        session=lambda progress: Counted(_session(app, account, tally, progress), tally),
        poll_every=account.poll_every,
        watch=tally.counted(account.name, Line.WATCH, lambda: _watch(app, account)),
        signed_in_at=_sign_ins_of(app, account),
    )


def _session(app: Application, account: Account, tally: Tally, progress: Progress) -> Session:
    session = app.session(account.name, progress)
    return replace(session, connect=tally.counted(account.name, Line.MAIL, session.connect))


def _sign_ins_of(app: Application, account: Account) -> Callable[[], datetime | None] | None:
    """What tells when somebody has last signed in to an account; None where nobody does."""
    if not isinstance(account.secret, OAuthClient):
        return None
    from crickets.service.sign_in import SignIns  # noqa: PLC0415 - loaded for accounts that sign in, and no others

    sign_ins = SignIns(settings=app.settings, environment=app.environment, clock=app.clock)
    return lambda: sign_ins.signed_in_at(account)


def _watch(app: Application, account: Account) -> Watch | None:
    """A connection that waits for news, unless the owner or the server wants a poll."""
    if account.watch is WatchBy.POLL:
        return None
    watch = logged_in(app, account, lambda credentials: open_watch(server_of(account), credentials))
    if watch.supports_idle:
        return watch
    watch.close()
    return None

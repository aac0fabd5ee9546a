"""
The daemon from a config file: opens the ledger, makes the accounts, and makes them anew on a reload.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from crickets import mailbox
from crickets.config.settings import Account
from crickets.config.settings import Watch as WatchBy
from crickets.notify.service_manager import ServiceManager
from crickets.service.application import Application, open_application, server_of, settings_of
from crickets.service.crew import Watched
from crickets.service.daemon import Daemon
from crickets.service.watcher import Watch
from crickets.writing import Shelf


@dataclass(frozen=True, slots=True)
class Unwatched:
    """A progress that nobody watches."""

    def folder(self, account: str, folder: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Tell nobody."""
        return _silent()


@contextmanager
def _silent() -> Iterator[Callable[[int], None]]:
    yield lambda _count: None


def run_daemon(path: Path | None, environment: Mapping[str, str]) -> None:
    """Watch all accounts until SIGTERM or SIGINT."""
    manager = ServiceManager.of(environment)
    with open_application(path, environment, exclusive=True) as app:
        daemon = Daemon(accounts=_Accounts(app, path), manager=manager)
        asyncio.run(daemon.run())


@dataclass(slots=True)
class _Accounts:
    """The accounts of the config as it now is; the first time, as it was read at the start."""

    app: Application
    path: Path | None
    fresh: bool = True

    def __call__(self) -> tuple[Watched, ...]:
        if not self.fresh:
            settings = settings_of(self.path, self.app.environment)
            self.app = replace(self.app, settings=settings, shelf=Shelf(settings.own_templates))
        self.fresh = False
        return tuple(_watched(self.app, account) for account in self.app.settings.accounts)


def _watched(app: Application, account: Account) -> Watched:
    return Watched(
        session=app.session(account.name, Unwatched()),
        poll_every=account.poll_every,
        watch=lambda: _watch(app, account),
    )


def _watch(app: Application, account: Account) -> Watch | None:
    """A connection that waits for news, unless the owner or the server wants a poll."""
    if account.watch is WatchBy.POLL:
        return None
    return mailbox.open_watch(server_of(account), app.credentials(account))

"""
The composition root: from a config file to everything a command works with.

Most commands work with the ledger alone; what is needed to ask a server is loaded when one is asked (`reach`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from crickets import __version__
from crickets.config.load import load
from crickets.config.places import find, ledger_path
from crickets.config.settings import Account, Settings
from crickets.domain.thread import Order, ThreadId
from crickets.errors import CricketsError, ExitCode
from crickets.ledger import SqlLedger, logins_in, open_ledger, require_room_for
from crickets.service.clock import system_clock
from crickets.service.own_mailboxes import require_own_mailboxes
from crickets.service.ports import Clock, Progress
from crickets.writing import TEMPLATE_NAMES, Shelf

if TYPE_CHECKING:
    from crickets.mailbox import ImapMailbox
    from crickets.service.session import Session

LOCK_PATIENCE = timedelta(seconds=10)
"""How long a command waits for another process to let go of the ledger."""


class NoSuchThread(CricketsError):
    """No thread, or more than one, goes by what was typed."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Settings, ledger, templates and clock."""

    settings: Settings
    environment: Mapping[str, str]
    ledger: SqlLedger
    shelf: Shelf
    clock: Clock = system_clock

    @property
    def accounts(self) -> tuple[str, ...]:
        """The names of all accounts, in the order of the config."""
        return tuple(account.name for account in self.settings.accounts)

    def account(self, name: str) -> Account:
        """The settings of one account."""
        return next(account for account in self.settings.accounts if account.name == name)

    def session(self, name: str, progress: Progress, *, told: bool = False) -> Session:
        """An account, not yet connected; its owner may want to be told of all that waits."""
        from crickets.service.reach import session_over  # noqa: PLC0415 - see the head of the page

        return session_over(self, name, progress, told=told)

    def connect(self, name: str) -> ImapMailbox:
        """A connection to an account, logged in."""
        from crickets.service.reach import line_to  # noqa: PLC0415 - see the head of the page

        return line_to(self, name)


def settings_of(path: Path | None, environment: Mapping[str, str]) -> Settings:
    """The settings in the config file that is meant, or `ConfigError`."""
    settings = load(find(path, environment), environment, templates=TEMPLATE_NAMES, faults=_faults)
    return replace(settings, policy=replace(settings.policy, edition=f"{__version__} {settings.policy.edition}"))


def _faults(own_templates: Mapping[str, str], notices: frozenset[str]) -> tuple[str, ...]:
    return Shelf(own_templates, notices).problems()


@contextmanager
def open_application(
    path: Path | None, environment: Mapping[str, str], *, exclusive: bool, clock: Clock = system_clock
) -> Iterator[Application]:
    """Everything a command works with; `exclusive` takes the ledger for writing."""
    settings = settings_of(path, environment)
    with open_ledger(ledger_path(environment), exclusive=exclusive, wait=LOCK_PATIENCE) as ledger:
        require_own_mailboxes(settings, ledger.logins())
        yield Application(
            settings=settings,
            environment=environment,
            ledger=ledger,
            shelf=Shelf(settings.own_templates, settings.notices),
            clock=clock,
        )


def logins_known(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Whose mailboxes the ledger knows, by the accounts' names; it stays as it is. `LedgerUnusable` if it's none."""
    return logins_in(ledger_path(environment))


def require_room_for_ledger(environment: Mapping[str, str]) -> None:
    """Nothing, if the daemon could keep its ledger where it belongs; else `LedgerUnusable`."""
    require_room_for(ledger_path(environment))


def find_thread(ledger: SqlLedger, typed: str) -> ThreadId:
    """The one thread whose name begins with what was typed."""
    found = ledger.find(typed.strip().lower())
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoSuchThread(f"no thread is called {typed!r}", remedy="`crickets status --all` lists their names.")
    names = ", ".join(found[:8])
    raise NoSuchThread(f"{typed!r} is the beginning of several names: {names}", remedy="Type one more letter.")


def give(app: Application, thread: ThreadId, order: Order) -> None:
    """Keep the owner's word on a thread, which is their last, whatever the clock says; the next pass obeys it."""
    for account in app.ledger.accounts():
        app.ledger.mend_stamps(account, order.at)
    known = app.ledger.thread(thread)
    if known is None:
        raise forgotten_since(thread)
    try:
        app.ledger.order(thread, replace(order, at=known.not_before(order.at)))
    except LookupError:
        raise forgotten_since(thread) from None


def forgotten_since(thread: ThreadId) -> NoSuchThread:
    """A thread that was found by its name, and is gone with whom it was with: nothing else makes one go."""
    return NoSuchThread(
        f"whom {thread} is with has just been forgotten", remedy="`crickets status --all` lists what is left."
    )

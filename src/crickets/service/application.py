"""
The composition root: from a config file to everything a command works with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from crickets import mailbox
from crickets.config.load import load
from crickets.config.places import find, ledger_path
from crickets.config.secrets import secret_of
from crickets.config.settings import Account, Settings
from crickets.domain.thread import Order, ThreadId
from crickets.errors import ConfigError, CricketsError, ExitCode
from crickets.ledger import SqlLedger, open_ledger, require_room_for
from crickets.mailbox import FolderChoices, ImapMailbox, Manners, Password, Server, Tls
from crickets.service.clock import system_clock
from crickets.service.ports import Clock, Progress
from crickets.service.session import Session
from crickets.writing import TEMPLATE_NAMES, Shelf

LOCK_PATIENCE = timedelta(seconds=10)
"""How long a command waits for another process to let go of the ledger."""

_MEND_TEMPLATES = """\
Mend them; one that goes by a built-in template's name may be moved away instead: the built-in one then serves."""


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

    def session(self, name: str, progress: Progress) -> Session:
        """An account, not yet connected."""
        manners = Manners()
        return Session(
            account=name,
            connect=lambda: self.connect(name, manners),
            ledger=self.ledger,
            policy=self.settings.policy,
            shelf=self.shelf,
            clock=self.clock,
            progress=progress,
        )

    def connect(self, name: str, manners: Manners | None = None) -> ImapMailbox:
        """A connection to an account, logged in; its server's `manners` may be known from one before."""
        account = self.account(name)
        return mailbox.open_mailbox(server_of(account), self.credentials(account), manners)

    def credentials(self, account: Account) -> Password:
        """The secret of an account, fetched anew for each login."""
        return Password(secret=secret_of(account, config=self.settings.path, environment=self.environment))


def settings_of(path: Path | None, environment: Mapping[str, str]) -> Settings:
    """The settings in the config file that is meant, or `ConfigError`."""
    settings = load(find(path, environment), environment, templates=TEMPLATE_NAMES)
    problems = Shelf(settings.own_templates).problems()
    if problems:
        raise ConfigError(problems, remedy=_MEND_TEMPLATES)
    return settings


@contextmanager
def open_application(
    path: Path | None, environment: Mapping[str, str], *, exclusive: bool, clock: Clock = system_clock
) -> Iterator[Application]:
    """Everything a command works with; `exclusive` takes the ledger for writing."""
    settings = settings_of(path, environment)
    with open_ledger(ledger_path(environment), exclusive=exclusive, wait=LOCK_PATIENCE) as ledger:
        yield Application(
            settings=settings,
            environment=environment,
            ledger=ledger,
            shelf=Shelf(settings.own_templates),
            clock=clock,
        )


def require_room_for_ledger(environment: Mapping[str, str]) -> None:
    """Nothing, if the daemon could keep its ledger where it belongs; else `LedgerUnusable`."""
    require_room_for(ledger_path(environment))


def server_of(account: Account) -> Server:
    """The mailbox's words for what the config says of a server."""
    return Server(
        account=account.name,
        host=account.host,
        port=account.port,
        tls=Tls(account.tls.value),
        username=account.username,
        tls_ca_file=account.tls_ca_file,
        folders=FolderChoices(
            sent=account.folders.sent,
            drafts=account.folders.drafts,
            trash=account.folders.trash,
            skip=account.folders.skip,
        ),
    )


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
    assert known is not None  # it was found by its name, and threads are never forgotten
    app.ledger.order(thread, replace(order, at=known.not_before(order.at)))

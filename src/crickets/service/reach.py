"""
How an account is reached: its server, its secret, the line to it, and the session that passes over it.

With this page comes all that speaks IMAP and all that a pass is made of: it's loaded by who asks a server, no other.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from crickets.config.secrets import secret_of
from crickets.config.settings import Account, OAuthClient, TokenCommand
from crickets.errors import LoginRefused
from crickets.mailbox import (
    BearerToken,
    Credentials,
    FolderChoices,
    ImapMailbox,
    Manners,
    Password,
    Server,
    Tls,
    open_mailbox,
)
from crickets.service.application import Application
from crickets.service.log import logger
from crickets.service.ports import Progress
from crickets.service.session import Session

if TYPE_CHECKING:
    from crickets.signin import Wallet

_Open = TypeVar("_Open")


def session_over(app: Application, name: str, progress: Progress, *, told: bool) -> Session:
    """An account, not yet connected; its owner may want to be `told` of all that waits."""
    manners = Manners()
    return Session(
        account=name,
        connect=lambda: _own_line(app, name, manners),
        ledger=app.ledger,
        policy=app.settings.policy,
        shelf=app.shelf,
        clock=app.clock,
        progress=progress,
        told=told,
    )


def _own_line(app: Application, name: str, manners: Manners) -> ImapMailbox:
    """The same, for what the ledger keeps of it: from now on it's known whose mailbox that is."""
    line = line_to(app, name, manners)
    try:
        app.ledger.note_login(name, app.account(name).login)
    except BaseException:
        line.close()
        raise
    return line


def line_to(app: Application, name: str, manners: Manners | None = None) -> ImapMailbox:
    """A connection to an account, logged in; its server's `manners` may be known from one before."""
    account = app.account(name)
    server = server_of(account)
    return logged_in(app, account, lambda credentials: open_mailbox(server, credentials, manners))


def logged_in(app: Application, account: Account, opened: Callable[[Credentials], _Open]) -> _Open:
    """What is opened with the account's credentials; a token that is refused is put aside once for another."""
    began = monotonic()
    credentials = _credentials_of(app, account)
    try:
        line = opened(credentials)
    except LoginRefused:
        another = _another(app, account, credentials)
        if another == credentials:
            raise
        line = opened(another)
    took = f"{monotonic() - began:.2f} s"
    logger(account=account.name).debug("mailbox.opened", host=account.host, port=account.port, took=took)
    return line


def _credentials_of(app: Application, account: Account) -> Credentials:
    """What opens an account, fetched anew for each login."""
    if isinstance(account.secret, OAuthClient):
        return BearerToken(secret=_wallet_of(app, account).token())
    secret = secret_of(account, config=app.settings.path, environment=app.environment)
    return BearerToken(secret=secret) if isinstance(account.secret, TokenCommand) else Password(secret=secret)


def _another(app: Application, account: Account, refused: Credentials) -> Credentials:
    """Another token in place of one that was refused; a password stays what it is."""
    if isinstance(account.secret, OAuthClient):
        return BearerToken(secret=_wallet_of(app, account).another(refused.secret))
    return _credentials_of(app, account) if isinstance(account.secret, TokenCommand) else refused


def _wallet_of(app: Application, account: Account) -> Wallet:
    from crickets.service.sign_in import SignIns  # noqa: PLC0415 - loaded for accounts that sign in, and no others

    return SignIns(settings=app.settings, environment=app.environment, clock=app.clock).wallet(account)


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

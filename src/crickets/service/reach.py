"""
How an account is reached: its server, its secret, the line to it, and the session that passes over it.

With this page comes all that speaks IMAP and all that a pass is made of: it's loaded by who asks a server, no other.
"""

from __future__ import annotations

from crickets.config.secrets import secret_of
from crickets.config.settings import Account
from crickets.mailbox import FolderChoices, ImapMailbox, Manners, Password, Server, Tls, open_mailbox
from crickets.service.application import Application
from crickets.service.ports import Progress
from crickets.service.session import Session


def session_over(app: Application, name: str, progress: Progress, *, told: bool) -> Session:
    """An account, not yet connected; its owner may want to be `told` of all that waits."""
    manners = Manners()
    return Session(
        account=name,
        connect=lambda: line_to(app, name, manners),
        ledger=app.ledger,
        policy=app.settings.policy,
        shelf=app.shelf,
        clock=app.clock,
        progress=progress,
        told=told,
    )


def line_to(app: Application, name: str, manners: Manners | None = None) -> ImapMailbox:
    """A connection to an account, logged in; its server's `manners` may be known from one before."""
    account = app.account(name)
    return open_mailbox(server_of(account), credentials_of(app, account), manners)


def credentials_of(app: Application, account: Account) -> Password:
    """The secret of an account, fetched anew for each login."""
    return Password(secret=secret_of(account, config=app.settings.path, environment=app.environment))


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

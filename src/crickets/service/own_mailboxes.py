"""
That an account of the config is the mailbox that the ledger knows by its name.

Two configs may use one ledger, as two that `init` has made do. Were one's account taken for the other's, drafts to the
clients of one mailbox would be laid into another.
"""

from __future__ import annotations

from collections.abc import Mapping

from crickets.config.settings import AT, Account, Settings
from crickets.errors import ConfigError


def require_own_mailboxes(settings: Settings, logins: Mapping[str, str]) -> None:
    """Nothing, if each account is whose the ledger knows it to be, or isn't known to it; else `ConfigError`."""
    others = tuple(
        each for each in settings.accounts if not is_own(logins.get(each.name, ""), each.login, each.formerly)
    )
    if others:
        told = tuple(f"{settings.path}: {_told(each, logins[each.name])}" for each in others)
        raise ConfigError(told, remedy=_remedy(others[0], logins))


def is_own(known: str, login: str, formerly: str = "") -> bool:
    """Whether the mailbox that the ledger knows, if it knows one, is that of a login, or was before."""
    # Servers fold the case of a user's name, or don't: one that differs by it alone is no other mailbox.
    folded = known.casefold()
    return not known or folded == login.casefold() or user_of(folded) == formerly.casefold()


def user_of(login: str) -> str:
    """The user alone: by the owner's word the mailbox may have moved to another server too."""
    return login.partition(AT)[0]


def _told(account: Account, known: str) -> str:
    key = f"accounts.{account.name}.username"
    return f"{key}: the ledger knows this account as the mailbox of {known} (got that of {account.login})"


def _remedy(account: Account, logins: Mapping[str, str]) -> str:
    former = user_of(logins[account.name])
    return (
        f"If it's another mailbox, give it a name of its own: [accounts.NAME] in place of [accounts.{account.name}]. "
        f'If it\'s the same under a new user name or on another server, say so there: formerly = "{former}".'
    )

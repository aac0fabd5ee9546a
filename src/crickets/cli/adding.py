"""
The course of `init --add`: another mailbox for a config that is there, found, tried out and looked into as the first.

Nothing is written before its owner says so, and nothing that stands in the config is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import typer

from crickets.cli.about_you import Owner
from crickets.cli.asking import agreed, asked
from crickets.cli.finding import find
from crickets.cli.given import Given
from crickets.cli.options import account_name, usual_variable
from crickets.cli.rehearsing import Rehearsal, nothing_left_behind, rehearsal
from crickets.cli.safe import plain
from crickets.cli.screen import note, paragraph, show_json
from crickets.cli.signing_in import Entered, enter
from crickets.cli.taking_up import have_it_taken_up
from crickets.cli.whose_account import Already, free_name
from crickets.config.places import env_file
from crickets.config.secrets import secret_of_client
from crickets.config.settings import Account as ConfiguredAccount
from crickets.config.settings import OAuthClient, Provider, Settings, Variable, login_of
from crickets.config.source import toml_at
from crickets.domain.message import Address
from crickets.errors import CricketsError, ExitCode
from crickets.mailbox import Server
from crickets.setup.discovery import Account
from crickets.setup.dns_records import Lookup
from crickets.setup.first_config import Client
from crickets.setup.second_account import rewrite, with_account, with_secrets

_OPENING = (
    "Another mailbox is added to {path}. It's only read now, and nothing is written before you say so: then its "
    "settings, and its password in {env}.\n"
)


class ThereAlready(CricketsError):
    """A mailbox that the config has already."""

    exit_code = ExitCode.USAGE


def add(
    given: Given, settings: Settings, known: Mapping[str, str], environment: Mapping[str, str], lookup: Lookup, *,
    as_json: bool,
) -> ExitCode:  # fmt: skip
    """From the options and the answers to another account of the config, and the first look at who is silent there."""
    path = settings.path
    logins = {**known, **{each.name: each.login for each in settings.accounts}}
    _require_new(given, settings)
    if given.asks:
        paragraph(_OPENING.format(path=path, env=env_file(path)))
    with rehearsal() as trial, nothing_left_behind():
        entered = _entered(given, settings, logins, trial, environment, lookup)
        from crickets.cli.first_look import as_document, look, tell_of_folders
        from crickets.cli.missing_folders import with_named_folders

        tell_of_folders(entered)
        entered = with_named_folders(given, entered)
        looked = look(trial, entered, environment, shown=not as_json)
        texts = _texts(settings, entered, environment)
        _confirm(given, settings.path, texts)
        for file, text in _texts(settings, entered, environment).items():  # anew: they may have changed meanwhile
            rewrite(file, text)
        if entered.answers.client is not None:
            from crickets.cli.writing_down import keep_the_grant

            keep_the_grant(trial, entered.server.account, environment)
    note(f"Added to {' and '.join(map(str, reversed(tuple(texts))))}: {entered.server.account}", style="green")
    note("`crickets once --dry-run` shows what would be laid.")
    have_it_taken_up(given, path, environment)
    if as_json:
        show_json(as_document(looked, path, entered))
    return looked.code


def _require_new(given: Given, settings: Settings) -> None:
    if any(each.name == given.account for each in settings.accounts):
        raise typer.BadParameter(f"{settings.path} has an account of that name", param_hint="--account")


def _entered(
    given: Given,
    settings: Settings,
    logins: Mapping[str, str],
    trial: Rehearsal,
    environment: Mapping[str, str],
    lookup: Lookup,
) -> Entered:
    own = given.tls_ca_file
    found = find(given, Account(name=given.account, tls_ca_file=own.absolute() if own else None), lookup)
    name = given.account or _name(given, found.address, logins)
    found = replace(found, account=replace(found.account, name=name))
    owner = Owner(
        name=settings.policy.owner.name,
        address=found.address,
        timezone=settings.policy.owner.zone.key,
        country="",
    )
    already = Already(logins=logins, clients=dict(_clients(settings, environment)))
    entered = enter(given, found, owner, already, trial, environment)
    _require_another(entered.server, settings)
    return _with_free_variable(given, entered, settings)


def _name(given: Given, address: str, logins: Mapping[str, str]) -> str:
    free = free_name(address, logins)

    def fit(text: str) -> str:
        if account_name(text) in logins:
            raise ValueError(f"is the mailbox of {logins[text]}")
        return text

    return asked("What to call it in the config", fit, free) if given.asks else free


def _with_free_variable(given: Given, entered: Entered, settings: Settings) -> Entered:
    """Its password by a name that no other secret of the config has."""
    variable = usual_variable(entered.server.account)
    taken = {each.secret.name for each in settings.accounts if isinstance(each.secret, Variable)}
    if given.password_env or entered.answers.client is not None or variable not in taken:
        return entered
    while variable in taken:
        variable += "_2"
    (secret,) = entered.secrets.values()
    return replace(entered, answers=replace(entered.answers, variable=variable), secrets={variable: secret})


def _clients(settings: Settings, environment: Mapping[str, str]) -> Iterator[tuple[Provider, Client]]:
    """How Crickets is registered for the accounts that are there; it's the same for another one."""
    tables = toml_at(settings.path).get("oauth")
    for client in (each.secret for each in settings.accounts):
        if isinstance(client, OAuthClient) and isinstance(tables, dict):
            table = tables.get(client.provider.value, {})
            secret = secret_of_client(client, config=settings.path, environment=environment)
            yield (
                client.provider,
                Client(
                    provider=client.provider,
                    client_id=client.client_id,
                    tenant=table.get("tenant", "common"),
                    authority=table.get("authority", ""),
                    variable="CLIENT_SECRET" if secret else "",
                    secret=secret,
                ),
            )


def _require_another(server: Server, settings: Settings) -> None:
    there = next((each for each in settings.accounts if _is_same(server, each)), None)
    if there is not None:
        raise ThereAlready(
            f"{plain(server.username)} is in {settings.path} already, as [accounts.{there.name}].",
            remedy="Nothing was written. `crickets check` tells how it stands.",
        )


def _is_same(server: Server, account: ConfiguredAccount) -> bool:
    """Whether both may be one mailbox, whose user logs in by the address or by the name before its @."""
    if account.login.casefold() == login_of(server.username, server.host).casefold():
        return True
    (one, _, at), (other, _, elsewhere) = (
        name.casefold().partition("@") for name in (server.username, account.username)
    )
    return one == other and not (at and elsewhere) and server.host.casefold() == account.host.casefold()


def _texts(settings: Settings, entered: Entered, environment: Mapping[str, str]) -> Mapping[Path, str]:
    """What becomes of the files, the `.env` first: a config must find its secret."""
    path, answers = settings.path, entered.answers
    own = settings.policy.owner.is_me(Address(name="", email=answers.address))
    text = with_account(path, answers, own=own)
    registered = answers.client is not None and answers.client.provider in dict(_clients(settings, environment))
    secrets = {} if registered else entered.secrets
    return {**({env_file(path): with_secrets(path, secrets)} if secrets else {}), path: text}


def _confirm(given: Given, path: Path, texts: Mapping[Path, str]) -> None:
    """Go on only if its owner wants these lines written; no secret is shown."""
    if not given.asks:
        return
    note(f"\nTo be written to {path}:")
    for line in unified_diff(path.read_text("utf-8-sig").splitlines(), texts[path].splitlines(), n=0, lineterm=""):
        if line[:1] in "+-" and line[:3] not in {"+++", "---"}:
            note(f"  {plain(line)}")
    for beside in (each for each in texts if each != path):
        note(f"and the password to {beside}, for your eyes alone")
    if not agreed("Write that?", by_default=True):
        raise typer.Abort

"""
The course of `init`: ask, find, come in, look who is silent; then write, if its owner says so, and offer the service.

Nothing is written before that, and the first look touches nothing on the server.
"""

from __future__ import annotations

import os
import pwd
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from crickets.cli.about_you import owner_of
from crickets.cli.confirming import mended
from crickets.cli.finding import find
from crickets.cli.given import Given
from crickets.cli.handing_over import with_sign_ins
from crickets.cli.offering import offer_service, run_it
from crickets.cli.options import require_sound
from crickets.cli.rehearsing import Rehearsal, nothing_left_behind, rehearsal
from crickets.cli.screen import note, paragraph, show_json
from crickets.cli.signing_in import Entered, enter
from crickets.cli.whose_account import USUAL, Already
from crickets.config.places import env_file, ledger_path
from crickets.errors import ExitCode
from crickets.setup.discovery import Account
from crickets.setup.dns_records import Lookup, mail_records
from crickets.setup.first_config import first_place, refuse_to_overwrite
from crickets.unit.serving import machines_place, places_for, serving, state_for

_OPENING = (
    "Crickets will find your mail server, sign in, and show who is silent. It only reads now, and it never sends. "
    "Nothing is written before you say so: then a config, and your password in {env}, for your eyes alone.\n"
)


def set_up(
    given: Given,
    named: Path | None,
    environment: Mapping[str, str],
    *,
    as_json: bool,
    lookup: Lookup = mail_records,
) -> ExitCode:
    """From the options and the answers to a config that works, and the first look at who is silent."""
    if given.add:
        return _add(given, named, environment, as_json=as_json, lookup=lookup)
    roots = _roots_home()
    path = first_place(named, environment, roots=roots)
    if not given.force:
        refuse_to_overwrite(path, env_file(path))
    require_sound(given, environment)
    already = Already(logins=_known(_around(path, environment)))
    if given.asks:
        paragraph(_OPENING.format(env=env_file(path)))
    with rehearsal() as trial:
        code = _set_up(given, path, already, trial, environment, as_json=as_json, lookup=lookup)
    if roots is None:
        offer_service(given, named)
    else:  # root's is the machine's, which looks in no home for anything
        place = machines_place(path)
        run = with_sign_ins(path, environment, place.state, run_it)
        offer_service(given, path, owner=place.owner, run=run)
    return code


def _add(
    given: Given, named: Path | None, environment: Mapping[str, str], *, as_json: bool, lookup: Lookup
) -> ExitCode:
    from crickets.cli.adding import add
    from crickets.service.application import settings_of

    settings = settings_of(named, environment)
    require_sound(given, environment)
    around = _around(settings.path, environment)
    return add(given, settings, _known(around), around, lookup, as_json=as_json)


def _around(config: Path, environment: Mapping[str, str]) -> Mapping[str, str]:
    """Where a config's ledger and tokens are: for root, who sets up for the machine's unit, where that keeps them."""
    if _roots_home() is None:
        return environment
    return state_for(serving(config, places_for(config, environment)), environment)


def _roots_home() -> Path | None:
    """Where root is at home, if we are root."""
    try:
        return Path(pwd.getpwuid(0).pw_dir) if os.geteuid() == 0 else None
    except KeyError:  # a container may know no user by name
        return None


def _set_up(
    given: Given,
    path: Path,
    already: Already,
    trial: Rehearsal,
    environment: Mapping[str, str],
    *,
    as_json: bool,
    lookup: Lookup,
) -> ExitCode:
    with nothing_left_behind():
        entered = _come_in(given, already, trial, environment, lookup)
        from crickets.cli.first_look import as_document, look, tell_of_folders
        from crickets.cli.missing_folders import with_named_folders
        from crickets.cli.writing_down import keep_the_reading, write_down

        tell_of_folders(entered)
        entered = with_named_folders(given, entered)
        looked = look(trial, entered, environment, shown=not as_json)
        while given.asks and (answers := mended(entered.answers, path, tuple(entered.secrets))):
            looks_otherwise = answers.address != entered.answers.address
            entered = replace(entered, answers=answers)
            if looks_otherwise:
                looked = look(trial, entered, environment, shown=not as_json)
        write_down(path, trial, entered, environment, force=given.force)
    keep_the_reading(trial, environment)
    note("Nothing was laid yet: `crickets once --dry-run` shows what would be.")
    if as_json:
        show_json(as_document(looked, path, entered))
    return looked.code


def _come_in(
    given: Given, already: Already, trial: Rehearsal, environment: Mapping[str, str], lookup: Lookup
) -> Entered:
    own = given.tls_ca_file
    account = Account(name=given.account or USUAL, tls_ca_file=own.absolute() if own else None)
    found = find(given, account, lookup)
    owner = owner_of(given, found.address, environment)
    return enter(given, found, owner, already, trial, environment)


def _known(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Whose mailboxes the ledger knows, where there is one: what can't be used is told before anything is asked."""
    if not ledger_path(environment).exists():
        return {}
    from crickets.service.application import logins_known

    return logins_known(environment)

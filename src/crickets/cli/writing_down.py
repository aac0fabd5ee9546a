"""
How `init` puts what it has tried out where it belongs: config, `.env`, tokens, and what the first look has read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crickets.cli.rehearsing import Rehearsal
from crickets.cli.screen import note
from crickets.cli.signing_in import Entered
from crickets.config.places import env_file, ledger_path, state_dir
from crickets.setup.first_config import (
    config_text,
    env_text,
    moved_in,
    readers_at,
    refuse_to_overwrite,
    set_aside,
    write_new,
)


def written(
    path: Path, trial: Rehearsal, entered: Entered, environment: Mapping[str, str], *, force: bool
) -> tuple[Path, ...]:
    """Write all of it, the config last of what it needs; the files that are its owner's to look at."""
    beside = env_file(path)
    if force:
        for old in set_aside(path, beside):
            note(f"Set aside: {old}")
    refuse_to_overwrite(path, beside)
    if entered.answers.client is not None:
        _keep_the_grant(trial, entered.server.account, environment)
    if entered.secrets:
        write_new(beside, env_text(entered.secrets), readers_at(beside))
    try:
        write_new(path, config_text(entered.answers), readers_at(path))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _keep_the_reading(trial, environment)
    return (path, beside) if entered.secrets else (path,)


def _keep_the_grant(trial: Rehearsal, account: str, environment: Mapping[str, str]) -> None:
    from crickets.signin import TokenFile

    grant = TokenFile(trial.state, account).read()
    assert grant is not None  # the mailbox was opened with it
    with TokenFile(state_dir(environment), account).changing() as keep:
        keep(grant)


def _keep_the_reading(trial: Rehearsal, environment: Mapping[str, str]) -> None:
    """What was read needn't be read again; a ledger that is there already knows more than that."""
    moved_in(ledger_path({"STATE_DIRECTORY": str(trial.state)}), ledger_path(environment))

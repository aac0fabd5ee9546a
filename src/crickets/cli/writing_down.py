"""
How `init` puts what it has tried out where it belongs: config, `.env`, tokens, and what the first look has read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crickets.cli.rehearsing import Rehearsal
from crickets.cli.screen import note
from crickets.cli.signing_in import Entered
from crickets.cli.telling import tell
from crickets.config.places import env_file, ledger_path, state_dir
from crickets.errors import LedgerUnusable
from crickets.setup.first_config import config_text, env_text, moved_in, refuse_to_overwrite, written_together


def write_down(path: Path, trial: Rehearsal, entered: Entered, environment: Mapping[str, str], *, force: bool) -> None:
    """Write what its owner has said yes to, and tell where: all of it, or none."""
    beside = env_file(path)
    if not force:
        refuse_to_overwrite(path, beside)
    texts = {beside: env_text(entered.secrets)} if entered.secrets else {}
    texts[path] = config_text(entered.answers)
    with written_together(texts, aside=(path, beside) if force else ()) as moved:
        if entered.answers.client is not None:
            keep_the_grant(trial, entered.server.account, environment)
    for old in moved:
        note(f"Set aside: {old}")
    note(f"Written: {' and '.join(map(str, reversed(texts)))}", style="green")


def keep_the_reading(trial: Rehearsal, environment: Mapping[str, str]) -> None:
    """
    Keep what was read, so that it needn't be read again; a ledger that is there already knows more than that.

    It's a convenience: where it can't be kept, that's told, and the config is as good without it.
    """
    try:
        moved_in(ledger_path({"STATE_DIRECTORY": str(trial.state)}), ledger_path(environment))
    except LedgerUnusable as error:
        note("What was read couldn't be kept: the first pass reads it again, once there is room for its ledger.")
        tell(error)


def keep_the_grant(trial: Rehearsal, account: str, environment: Mapping[str, str]) -> None:
    """Keep what the owner allowed when they signed in."""
    from crickets.signin import TokenFile

    grant = TokenFile(trial.state, account).read()
    assert grant is not None  # the mailbox was opened with it
    with TokenFile(state_dir(environment), account).changing() as keep:
        keep(grant)

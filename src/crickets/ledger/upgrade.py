"""
The migrations, run: in-process, without an ini file, from wherever the package is installed.

Knows Alembic; must not know what the tables mean.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from crickets.errors import LedgerUnusable

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, revision: str, path: Path | None) -> None:
    """Bring the file from its revision (or from nothing) to the newest, within the caller's transaction."""
    config = _config(connection)
    if revision and revision not in revisions():
        raise LedgerUnusable(
            f"The ledger {path} was written by a newer Crickets: its revision {revision} is unknown to this one.",
            remedy="Install the newest Crickets and try again; this one has changed nothing in it.",
        )
    command.upgrade(config, "head")


def revisions() -> tuple[str, ...]:
    """Every revision this version knows, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config

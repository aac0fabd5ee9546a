"""
Who is forgotten, and that mail lies somewhere of which nothing else is kept.

SQLite can't let a column be empty that couldn't: the table of placements is copied, with its index and its triggers.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_OF_A_MESSAGE = "n = (SELECT thread FROM messages WHERE n = {row}.message)"
_EVENTS = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}


def upgrade() -> None:
    """Copy the placements, and make the tables of who is forgotten."""
    op.create_table(
        "placements_anew",
        sa.Column("folder", sa.Integer(), sa.ForeignKey("folders.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("uid_validity", sa.Integer(), primary_key=True),
        sa.Column("uid", sa.Integer(), primary_key=True),
        sa.Column("message", sa.Integer(), sa.ForeignKey("messages.n"), nullable=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO placements_anew SELECT folder, uid_validity, uid, message FROM placements")
    op.drop_table("placements")
    op.rename_table("placements_anew", "placements")
    op.create_index("placements_of_a_message", "placements", ["message"])
    _make_triggers()
    op.create_table(
        "forgotten",
        sa.Column("digest", sa.LargeBinary(), primary_key=True),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "forgetting",
        sa.Column("thread", sa.Integer(), sa.ForeignKey("threads.n", ondelete="CASCADE"), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_triggers() -> None:
    """Wake what a placement is of, and count what lies in a folder, as before."""
    for event, rows in _EVENTS.items():
        woken = (
            f"UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND ({_OF_A_MESSAGE.format(row=row)});"  # noqa: S608
            for row in rows
        )
        op.execute(_trigger(f"placements_{event.lower()}_wakes", event, " ".join(woken)))
    for event, by, row in (("INSERT", "+", "NEW"), ("DELETE", "-", "OLD")):
        counted = f"UPDATE folders SET placed = placed {by} 1 WHERE n = {row}.folder;"  # noqa: S608
        op.execute(_trigger(f"placements_{event.lower()}_counts", event, counted))


def _trigger(name: str, event: str, deed: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} ON placements BEGIN {deed} END"

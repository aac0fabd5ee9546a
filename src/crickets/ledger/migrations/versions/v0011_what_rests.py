"""
How long threads rest, and by whose mail they wake.

What is written of a thread wakes it, by triggers: whoever copies one of these tables has to make its triggers anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_OF_A_MESSAGE = "n = (SELECT thread FROM messages WHERE n = {row}.message)"
# One invoice may be told of in another's notice, or be a copy of it.
_ALL_THAT_ASK = "n IN (SELECT thread FROM invoices) OR n = {row}.thread"

_WOKEN = {
    "messages": "n = {row}.thread",
    "orders": "n = {row}.thread",
    "drafts": "n = {row}.thread",
    "placements": _OF_A_MESSAGE,
    "invoices": _ALL_THAT_ASK,
    "receipts": "n IN (SELECT thread FROM invoices)",
}
"""Which threads wake, by the table in which a row comes, goes or changes."""


def upgrade() -> None:
    """Let every thread be awake, and wake those that rest with what is learnt of them."""
    op.add_column("accounts", sa.Column("edition", sa.Text(), server_default="", nullable=False))
    op.add_column("accounts", sa.Column("judged_at", sa.Integer(), nullable=True))
    op.add_column("threads", sa.Column("wakes_at", sa.Integer(), server_default="0", nullable=True))
    op.add_column("threads", sa.Column("due_at", sa.Integer(), nullable=True))
    op.add_column("threads", sa.Column("state", sa.Text(), server_default="", nullable=False))
    op.add_column("threads", sa.Column("is_old", sa.Integer(), server_default="0", nullable=False))
    op.add_column("threads", sa.Column("since", sa.Integer(), nullable=True))
    op.add_column("threads", sa.Column("turn_since", sa.Integer(), nullable=True))
    op.create_index("threads_by_waking", "threads", ["account", "wakes_at"])
    op.create_index("threads_by_due", "threads", ["account", "due_at"], sqlite_where=sa.text("due_at IS NOT NULL"))
    op.create_table(
        "listeners",
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.n"), primary_key=True),
        sa.Column("bond", sa.Integer(), primary_key=True),
        sa.Column("thread", sa.Integer(), sa.ForeignKey("threads.n", ondelete="CASCADE"), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("listeners_of_a_thread", "listeners", ["thread"])
    # By its size: a trigger on new mail would have SQLite ask, at each, who refers to it already.
    op.execute(
        "CREATE TRIGGER threads_growth_wakes AFTER UPDATE OF size ON threads"
        " BEGIN UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND n = NEW.n; END"
    )
    for table, threads in _WOKEN.items():
        if table != "messages":
            op.execute(_trigger(table, "INSERT", threads, "NEW"))
        op.execute(_trigger(table, "DELETE", threads, "OLD"))
        op.execute(_trigger(table, "UPDATE", threads, "OLD", "NEW"))


def _trigger(table: str, event: str, threads: str, *rows: str) -> str:
    """A trigger, named as what it does: a row that changes was one thread's before and may be another's now."""
    woken = (
        f"UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND ({threads.format(row=row)});"  # noqa: S608
        for row in rows
    )
    return f"CREATE TRIGGER {table}_{event.lower()}_wakes AFTER {event} ON {table} BEGIN {' '.join(woken)} END"

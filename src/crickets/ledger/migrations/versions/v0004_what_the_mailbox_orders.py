"""
What is ordered in the mailbox: by the addresses with a detail that copies of a mail went to, and by control folders.

Of mail that was read before, no such addresses are known: nothing was ordered by them. Orders that were given before
were given by commands.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give messages and orders room for them, and the control folders tables of their own."""
    op.add_column("messages", sa.Column("subaddresses", sa.Text(), server_default="[]", nullable=False))
    op.add_column("orders", sa.Column("by", sa.Text(), server_default="", nullable=False))
    op.add_column("orders", sa.Column("source", sa.Text(), nullable=True))
    op.add_column("accounts", sa.Column("control_trouble", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "heeded_folders",
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.n"), primary_key=True),
        sa.Column("title", sa.Text(), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "heard",
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.n"), primary_key=True),
        sa.Column("title", sa.Text(), primary_key=True),
        sa.Column("message", sa.Integer(), sa.ForeignKey("messages.n"), primary_key=True),
        sa.Column("uid_validity", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Integer(), nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )

"""
What mails say, and the thread index of Microsoft's programs.

The mail of a ledger from before has neither; its words are read when they are next needed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give each message room for both."""
    op.add_column("messages", sa.Column("thread_index", sa.Text(), server_default="", nullable=False))
    op.add_column("messages", sa.Column("remarks", sa.Text(), nullable=True))

"""
What proves a draft's end, and how full a folder was.

Of drafts laid before, the words aren't known, and what is told of them was told as sure; a folder's mail is counted
when it is next read.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Give each draft and each folder room for them."""
    op.add_column("drafts", sa.Column("wording", sa.Text(), server_default="", nullable=False))
    op.add_column("drafts", sa.Column("sure", sa.Integer(), server_default="1", nullable=False))
    op.add_column("folders", sa.Column("held", sa.Integer(), server_default="0", nullable=False))

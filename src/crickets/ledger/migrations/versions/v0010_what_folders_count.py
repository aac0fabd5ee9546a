"""
What a folder's server counts as changes, beside how many messages it holds and which UID comes next.

Of folders that were read before, it's found at the next look, which asks each once whether anything has come.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Give each folder room for it."""
    op.add_column("folders", sa.Column("mod_sequence", sa.Integer(), nullable=True))

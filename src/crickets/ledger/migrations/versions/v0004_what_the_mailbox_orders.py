"""
What is ordered by mail: the addresses with a detail that copies of a mail went to.

Of mail that was read before, none are known: nothing was ordered by them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give each message room for them."""
    op.add_column("messages", sa.Column("subaddresses", sa.Text(), server_default="[]", nullable=False))

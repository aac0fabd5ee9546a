"""
What a draft lies beside: the owner's mail that it can't have become.

Of drafts that lay there before, it's found at the next look.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Give each draft room for it."""
    op.add_column("drafts", sa.Column("beside", sa.Text(), server_default="[]", nullable=False))

"""
What folders are called level by level: so their owner names them, whatever the server writes between the levels.

Of folders that were read before, it's kept when they are read again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Give folders room for their levels."""
    op.add_column("folders", sa.Column("levels", sa.Text(), server_default="[]", nullable=False))

"""
Whether the newest messages of a folder that isn't read to its end are known already.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Add the column."""
    op.add_column("folders", sa.Column("newest_read", sa.Integer(), nullable=False, server_default="0"))

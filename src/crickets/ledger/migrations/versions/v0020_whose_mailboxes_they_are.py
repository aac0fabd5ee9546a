"""
Whose mailbox each account is.

Of those that are known already it's kept when they're opened the next time.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Give each account room for it."""
    op.add_column("accounts", sa.Column("login", sa.Text(), server_default="", nullable=False))

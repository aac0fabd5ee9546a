"""
Whom an invoice's file names as its seller, where that isn't surely the owner.

Of those known before nothing is concluded: they stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Give each invoice room for its seller."""
    op.add_column("invoices", sa.Column("seller", sa.Text(), server_default="", nullable=False))

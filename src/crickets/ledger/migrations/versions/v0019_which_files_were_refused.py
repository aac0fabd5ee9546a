"""
Which files of a mail looked like an invoice for machines and couldn't be read, and why.

Of mails that were opened before it isn't known: they aren't opened again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Give each mail room for them."""
    op.add_column("messages", sa.Column("refused", sa.Text(), server_default="[]", nullable=False))

"""
What credit notes took off invoices, beside the money that came in for them.

Those that were sent before stay unread: the owner says that the invoice is paid.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Give each receipt room for the credit note that it's by."""
    op.add_column("receipts", sa.Column("by", sa.Text(), server_default="", nullable=False))

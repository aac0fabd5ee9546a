"""
To whom an invoice was sent: who owes it, whoever else is written to in its thread.

Of those known before, it's taken to be whoever the thread is with.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Give each invoice room for its debtor."""
    op.add_column("invoices", sa.Column("debtor", sa.Text(), server_default="[]", nullable=False))

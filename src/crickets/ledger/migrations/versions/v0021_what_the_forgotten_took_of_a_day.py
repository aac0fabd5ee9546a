"""
How many drafts of a day were to people who are forgotten since: the day has its fill with them.

Of those who were forgotten before it isn't known.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "forgotten_drafts",
        sa.Column("n", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("laid_at", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )

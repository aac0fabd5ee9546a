"""
The digests that were sent to the owner: one row a day, by which no day has two, and each is known again as ours.

Nothing is concluded of what was read before: there was none.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "digests",
        sa.Column("id", sa.Text(), primary_key=True, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("digests_of_a_day", "digests", ["day"])

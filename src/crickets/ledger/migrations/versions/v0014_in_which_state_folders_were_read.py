"""
The state in which Drafts was listed, and which UID came next when a folder was read to its end.

What is still in that state needs no opening. Of what was read before it isn't known: the next look opens it, as each
did so far.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Give folders and the listing room for it."""
    op.add_column("folders", sa.Column("uid_next", sa.Integer(), nullable=True))
    for name in ("uid_next", "held", "mod_sequence"):
        op.add_column("listings", sa.Column(name, sa.Integer(), nullable=True))

"""
Messages by their thread alone.

SQLite looks for the messages of a thread that goes, by its number: where no index begins with that, it looks at all of
them, at each merger.
"""

from alembic import op

revision = "0013"
down_revision = "0010"


def upgrade() -> None:
    """Make the index."""
    op.create_index("messages_by_thread", "messages", ["thread"])

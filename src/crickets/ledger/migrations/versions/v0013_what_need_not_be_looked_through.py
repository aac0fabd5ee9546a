"""
What was found by looking through all mail: the messages of a thread that goes, and how many lie in a folder.

SQLite looks for the messages of a thread that goes by its number: where no index begins with that, it looks at all of
them, at each merger. What lies in a folder is counted as it comes and goes, by triggers: whoever copies the table of
placements has to make them anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_COUNTED = """
    CREATE TRIGGER placements_{event}_counts AFTER {event} ON placements
    BEGIN UPDATE folders SET placed = placed {by} WHERE n = {row}.folder; END
"""


def upgrade() -> None:
    """Make the index, and count once what lies where."""
    op.create_index("messages_by_thread", "messages", ["thread"])
    op.add_column("folders", sa.Column("placed", sa.Integer(), server_default="0", nullable=False))
    op.execute("UPDATE folders SET placed = (SELECT count(*) FROM placements WHERE folder = folders.n)")
    op.execute(_COUNTED.format(event="insert", by="+ 1", row="NEW"))
    op.execute(_COUNTED.format(event="delete", by="- 1", row="OLD"))

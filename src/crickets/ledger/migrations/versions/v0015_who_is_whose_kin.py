"""
Who is whose kin, found by an index; which threads stand in line for a draft; and what rests, counted without a walk.

It's entered who wrote the mail that is known already, by the rules of the present version: these are a page of names,
and imported. Where `kinship.bonds` changes, a migration is to enter everybody anew. Whoever copies the table of drafts
has to make the triggers anew.
"""

import sqlalchemy as sa
from alembic import op

from crickets.domain.kinship import bonds
from crickets.ledger.packing import hashed, hashed_bonds, unpacked_addresses

revision = "0015"
down_revision = "0014"

_THOSE_IN_LINE_WAKE = """
    CREATE TRIGGER drafts_{name}_wakes_those_in_line AFTER {event} ON drafts
    BEGIN UPDATE threads SET wakes_at = 0 WHERE in_line = 1 AND wakes_at IS NOT 0; END
"""
_AUTHORS = "SELECT DISTINCT account, sender FROM messages"
_ENTER = "INSERT OR IGNORE INTO kin (account, bond, address) VALUES (?, ?, ?)"


def upgrade() -> None:
    """Make the tables, indexes and triggers, and enter everybody who has written."""
    op.add_column("threads", sa.Column("in_line", sa.Integer(), server_default="0", nullable=False))
    listed = ["account", "state", "since", "is_old", "turn_since", "wakes_at"]
    op.create_index("threads_listed", "threads", listed, sqlite_where=sa.text("state != ''"))
    op.create_index(
        "threads_by_turn", "threads", ["account", "turn_since"], sqlite_where=sa.text("turn_since IS NOT NULL")
    )
    op.create_index("threads_in_line", "threads", ["account"], sqlite_where=sa.text("in_line = 1"))
    op.execute(_THOSE_IN_LINE_WAKE.format(name="update", event="UPDATE OF state"))
    op.execute(_THOSE_IN_LINE_WAKE.format(name="delete", event="DELETE"))
    op.create_table(
        "kin",
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.n"), primary_key=True),
        sa.Column("bond", sa.Integer(), primary_key=True),
        sa.Column("address", sa.Integer(), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    for account, sender in connection.exec_driver_sql(_AUTHORS).all():
        for author in unpacked_addresses(sender):
            for bond in hashed_bonds(bonds(author)):
                connection.exec_driver_sql(_ENTER, (account, bond, hashed(author.key)))

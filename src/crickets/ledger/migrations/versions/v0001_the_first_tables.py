"""
The first tables.

Written out, not taken from `tables.py`: a migration stays what it was when ledgers were made with it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_MOMENT = sa.Integer()
_DAY = sa.Text()


def upgrade() -> None:
    """Make every table of an empty ledger."""
    op.create_table(
        "accounts",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_read_at", _MOMENT, nullable=True),
        sa.Column("linked_up_to", sa.Integer(), server_default="0", nullable=False),
        sa.Column("problem", sa.Text(), server_default="", nullable=False),
        sa.Column("problem_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("name"),
        sqlite_strict=True,
    )
    op.create_table(
        "acquaintances",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.PrimaryKeyConstraint("account", "address"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "folders",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("uid_validity", sa.Integer(), nullable=False),
        sa.Column("last_uid", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=False),
        sa.Column("read_at", _MOMENT, nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("gaps", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("account", "name", name="one_folder_of_a_name"),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sqlite_strict=True,
    )
    op.create_table(
        "listings",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uid_validity", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.PrimaryKeyConstraint("account"),
        sqlite_strict=True,
    )
    op.create_table(
        "threads",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("born", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("name"),
        sqlite_strict=True,
    )
    op.create_table(
        "drafts",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.Column("twin", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", _DAY, nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("laid_at", _MOMENT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("sent_as", sa.Text(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["threads.n"]),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("drafts_of_a_day", "drafts", ["day"], unique=False)
    op.create_index("drafts_of_a_thread", "drafts", ["thread"], unique=False)
    op.create_index(
        "one_living_draft",
        "drafts",
        ["thread", "twin"],
        unique=True,
        sqlite_where=sa.text("state IN ('being taken back', 'edited', 'intended', 'laid', 'missing')"),
    )
    op.create_table(
        "former_names",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["threads.n"]),
        sa.PrimaryKeyConstraint("name"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("former_names_of", "former_names", ["thread"], unique=False)
    op.create_table(
        "listed",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["listings.account"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("n"),
        sqlite_strict=True,
    )
    op.create_index("listed_of_an_account", "listed", ["account"], unique=False)
    op.create_table(
        "messages",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("also_known_as", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("reply_to", sa.Text(), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("cc", sa.Text(), nullable=False),
        sa.Column("date", _MOMENT, nullable=True),
        sa.Column("received", _MOMENT, nullable=False),
        sa.Column("written_at", _MOMENT, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("signals", sa.Text(), nullable=False),
        sa.Column("to_list", sa.Integer(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("account", "id", name="one_message_of_an_id"),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.ForeignKeyConstraint(["thread"], ["threads.n"]),
        sqlite_strict=True,
    )
    op.create_index("messages_of_a_thread", "messages", ["account", "thread", "written_at"], unique=False)
    op.create_table(
        "orders",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("until", _DAY, nullable=True),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["thread"], ["threads.n"]),
        sa.PrimaryKeyConstraint("n"),
        sqlite_strict=True,
    )
    op.create_index("orders_of_a_thread", "orders", ["thread"], unique=False)
    op.create_table(
        "keys",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.ForeignKeyConstraint(["message"], ["messages.n"]),
        sa.PrimaryKeyConstraint("account", "key"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links_offered",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("link", sa.Integer(), nullable=False),
        sa.Column("written_at", _MOMENT, nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.ForeignKeyConstraint(["message"], ["messages.n"]),
        sa.PrimaryKeyConstraint("account", "link", "written_at", "message"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links_sought",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("link", sa.Integer(), nullable=False),
        sa.Column("written_at", _MOMENT, nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.ForeignKeyConstraint(["message"], ["messages.n"]),
        sa.PrimaryKeyConstraint("account", "link", "written_at", "message"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("links_sought_by", "links_sought", ["message"], unique=False)
    op.create_table(
        "people",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("address", sa.Integer(), nullable=False),
        sa.Column("written_at", _MOMENT, nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.n"]),
        sa.ForeignKeyConstraint(["message"], ["messages.n"]),
        sa.PrimaryKeyConstraint("account", "address", "written_at", "message"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "placements",
        sa.Column("folder", sa.Integer(), nullable=False),
        sa.Column("uid_validity", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Integer(), nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["folder"], ["folders.n"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["message"], ["messages.n"]),
        sa.PrimaryKeyConstraint("folder", "uid_validity", "uid"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("placements_of_a_message", "placements", ["message"], unique=False)

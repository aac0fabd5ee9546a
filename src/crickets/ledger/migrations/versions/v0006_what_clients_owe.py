"""
Invoices to clients, what came in of them, the mails that may bring some along, and what a notice asks for.

Mail that was read before isn't opened any more: of its invoices the owner tells, by `crickets invoice add`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Give mails room for the files that they bring along, and invoices and receipts tables of their own."""
    op.add_column("messages", sa.Column("encloses", sa.Integer(), server_default="0", nullable=False))
    op.add_column("messages", sa.Column("opened", sa.Integer(), server_default="0", nullable=False))
    op.add_column("messages", sa.Column("files", sa.Text(), server_default="[]", nullable=False))
    op.add_column("drafts", sa.Column("asks", sa.Text(), server_default="[]", nullable=False))
    unopened = sa.text("encloses = 1 AND opened = 0")
    op.create_index("unopened_messages", "messages", ["account", "written_at"], sqlite_where=unopened)
    op.create_table(
        "invoices",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.n"), nullable=False),
        sa.Column("thread", sa.Integer(), sa.ForeignKey("threads.n"), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("known_by", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=True),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("invoices_of_a_number", "invoices", ["account", "number"])
    op.create_index("invoices_of_a_thread", "invoices", ["thread"])
    op.create_table(
        "receipts",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("invoice", sa.Integer(), sa.ForeignKey("invoices.n"), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("receipts_of_an_invoice", "receipts", ["invoice"])

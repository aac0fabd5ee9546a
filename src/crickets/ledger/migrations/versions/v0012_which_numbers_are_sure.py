"""
Telephone numbers kept while one without a country's prefix still got the owner's: which those are can't be seen.

They are forgotten, with a mark that they were: a call that's due has its client's mails read again for a number.
"""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Strike out the numbers; whatever else those mails say stays."""
    op.execute(
        "UPDATE messages SET remarks = json_set(remarks, '$.phones', NULL)"
        " WHERE json_array_length(remarks, '$.phones') > 0"
    )

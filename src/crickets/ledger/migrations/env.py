"""
What Alembic runs to bring a ledger up to date, on the connection and in the transaction of the caller.
"""

from alembic import context

from crickets.ledger.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()

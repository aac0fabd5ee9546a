"""
The ledger: every fact that was learnt from the mailboxes, and what was done about them, in one SQLite file.

The only home of SQLAlchemy and Alembic. Fills the port `Ledger`; no row, session or statement of it crosses out.
"""

from crickets.ledger.opening import ledger_in_memory, logins_in, open_ledger, require_room_for
from crickets.ledger.sql import SqlLedger

__all__ = ["SqlLedger", "ledger_in_memory", "logins_in", "open_ledger", "require_room_for"]

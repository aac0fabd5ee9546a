"""
The ledger in one SQLite file, as the port asks for it.

Knows of which parts it is made; what each is asked is its own.
"""

from __future__ import annotations

from crickets.ledger.port.accounts import Accounts
from crickets.ledger.port.control import Control
from crickets.ledger.port.digests import Digests
from crickets.ledger.port.drafts import Drafts
from crickets.ledger.port.forgetting import Forgetting
from crickets.ledger.port.invoices import Invoices
from crickets.ledger.port.mail import Mail
from crickets.ledger.port.rests import Rests


class SqlLedger(Accounts, Mail, Rests, Control, Invoices, Drafts, Digests, Forgetting):
    """
    The ledger in one SQLite file, or in memory; for any number of threads of one process at once.

    Made by `open_ledger`. Where the port speaks of an unknown thread or draft, a `LookupError` is raised: that is
    our own mistake, as the owner's typing goes through `find`.
    """

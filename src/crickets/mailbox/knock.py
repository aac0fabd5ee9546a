"""
Whether a mail server is where it's thought to be: its greeting, and its proof of being who was asked for.

Knows greeting and TLS; says neither a name nor a secret.
"""

from __future__ import annotations

from crickets.mailbox.certificates import trusting
from crickets.mailbox.connection import _secured
from crickets.mailbox.settings import Server


def knock(server: Server) -> None:
    """Nothing, if the server greets, encrypted as the settings say; else raises as `connect` does before a login."""
    _secured(server, trusting(server.tls_ca_file)).shutdown()

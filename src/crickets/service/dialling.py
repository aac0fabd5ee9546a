"""
The number to call a client by.

Knows what the owner's config says of them.
"""

from __future__ import annotations

from crickets.domain.message import Address
from crickets.domain.policy import Policy
from crickets.reading.voice.countries import country_of
from crickets.reading.voice.phones import dialled, spaced


def dialled_number(phone: str, client: Address | None, policy: Policy) -> str:
    """A number as it's dialled; as it's written where nothing tells its country; empty if there is none."""
    if not phone:
        return ""
    known = None if client is None else policy.client(client)
    language = "" if known is None else known.language
    country = "" if client is None else country_of(client.email, language, policy.owner.phone_region)
    return dialled(phone, country)


def number_to_read(phone: str, client: Address | None, policy: Policy) -> str:
    """The same as people read it, with its blanks."""
    return spaced(dialled_number(phone, client, policy))

"""The profiles, each habit with its source."""

from __future__ import annotations

from tests.servers.profiles.profile import ATTRIBUTES, Profile

_MODERN = frozenset(
    {"ID", "ENABLE", "IDLE", "NAMESPACE", "UNSELECT", "UIDPLUS", "MOVE", "LITERAL+", "CONDSTORE", "SPECIAL-USE"}
)

PLAIN = Profile(
    name="plain",
    capabilities=_MODERN | {"LIST-EXTENDED", "LIST-STATUS"},
    attributes=ATTRIBUTES,
)
"""Everything that Crickets can make use of, and no habit at all."""

"""
Who the owner is: the addresses that are theirs, and the zone they live in.
"""

from __future__ import annotations

import re
from dataclasses import InitVar, dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from crickets.domain.labels import spelled
from crickets.domain.message import Address
from crickets.domain.patterns import is_like, is_like_any

_WHOLE = re.compile(r"[^\s<>(),;:\"\\*@\[\]%!]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*")
"""
A whole address, as one writes it: no pattern, no name, nothing that could end a line or a command; no way on from there
to somebody else, either, as old servers read ``%`` and ``!``.
"""


def matches(address: Address, patterns: tuple[str, ...]) -> bool:
    """Whether an address fits one of the patterns (``*@studio.example``), whatever its case."""
    return is_like_any(spelled(address.email), map(spelled, patterns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """
    The owner; `addresses` are patterns of all that are theirs.

    `phone_region` is the country of telephone numbers that don't name theirs (ISO 3166-1 alpha-2), or empty.
    `companies` are the names and `tax_ids` the tax numbers that they write invoices under, beside their own name.
    """

    name: str
    addresses: tuple[str, ...]
    zone: ZoneInfo
    phone_region: str = ""
    companies: tuple[str, ...] = ()
    tax_ids: tuple[str, ...] = ()

    def is_me(self, address: Address) -> bool:
        """Whether it's the owner's address; a detail behind ``+`` (RFC 5233) leads to the same mailbox."""
        return _is_one_of(address.email, self.addresses)

    def detail_of(self, address: Address) -> str:
        """What stands behind the ``+`` of an address of the owner's; nothing where that is the whole of their name."""
        local, _, _ = address.key.rpartition("@")
        named = any(spelled(address.key) == spelled(pattern.casefold()) for pattern in self.addresses)
        return "" if named or "+" not in local or not self.is_me(address) else local.partition("+")[2]

    def plain(self, address: Address) -> Address:
        """The owner's address as they write from it: a detail that only sorts their mail goes."""
        bare = Address(email=_without_detail(address.email))
        return bare if _is_by_letter(bare.email, self.addresses) else address

    def others(self, addresses: tuple[Address, ...]) -> tuple[Address, ...]:
        """The addresses that aren't the owner's, each once, in their order."""
        theirs: dict[str, Address] = {}
        for address in addresses:
            if not self.is_me(address):
                theirs.setdefault(address.key, address)
        return tuple(theirs.values())


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """
    One address of the owner's, to which they may be written to; there is no other way to name whom mail goes to.

    Raises `ValueError` for anybody else's, and for a pattern: that is no address.
    """

    email: str
    owner: InitVar[Owner]

    def __post_init__(self, owner: Owner) -> None:
        whole = _WHOLE.fullmatch(self.email) and self.email.isprintable()
        if not whole or not _is_one_of(self.email, owner.addresses):
            raise ValueError(f"{self.email[:320]!a} is not an address of the owner's")


@lru_cache(maxsize=4096)
def _is_one_of(email: str, patterns: tuple[str, ...]) -> bool:
    """Whether an address fits a pattern as it stands or without its detail; it's asked of each mail again and again."""
    return _is_by_letter(email, patterns) or _is_by_letter(_without_detail(email), patterns)


def _is_by_letter(email: str, patterns: tuple[str, ...]) -> bool:
    """Whether one fits as it stands; not by `casefold`, for which ß is as good as ss: another may have that domain."""
    return any(is_like(spelled(email.lower()), spelled(pattern.lower())) for pattern in patterns)


def _without_detail(email: str) -> str:
    local, _, domain = email.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"

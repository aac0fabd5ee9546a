"""
Where a mailbox may be: at its provider's, where its domain says, or where most mail servers are.

Knows how each place was come by, and so whether a password may be taken there; must not know who is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from crickets.mailbox import Tls
from crickets.setup.dns_records import Lookup, MailRecords
from crickets.setup.providers import PORTS, Login, Provider, is_within, of_domain, of_exchanges, of_host

_PRIVATE = (Tls.IMPLICIT, Tls.STARTTLS)
_USUAL = ("imap.{domain}", "mail.{domain}", "{domain}")


class Origin(Enum):
    """Who says that a mailbox is there."""

    OWNER = "you"
    PROVIDER = "the address"  # its domain is a provider's
    DELIVERY = "where its mail goes"  # its domain's mail is delivered to a provider
    RECORD = "its domain"  # by a record in DNS
    USAGE = "most servers' habit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A place where a mailbox may be, who says so, and whose it is, as far as that is known."""

    host: str
    port: int = PORTS[Tls.IMPLICIT]
    tls: Tls = Tls.IMPLICIT
    origin: Origin = Origin.OWNER
    provider: Provider | None = None

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    def is_strange_to(self, address: str) -> bool:
        """Whether only DNS vouches for it, and it lies outside of the address's domain (RFC 6186 §6)."""
        if self.origin is not Origin.RECORD or self.provider is not None:
            return False
        return not is_within(self.host, domain_of(address))


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """
    All the places where an address's mailbox may be, the likeliest first, and whose customer its owner is, if known.

    `told` is what its domain says of itself; None where nobody had to be asked.
    """

    doors: tuple[Door, ...]
    provider: Provider | None = None
    told: MailRecords | None = None


def domain_of(address: str) -> str:
    """What stands behind the @."""
    return address.rpartition("@")[2].casefold().rstrip(".")


def whereabouts_of(address: str, lookup: Lookup) -> Whereabouts:
    """Where the mailbox of an address may be; DNS is asked only about domains that are nobody's we know."""
    domain = domain_of(address)
    if provider := of_domain(domain):
        return Whereabouts(doors=tuple(_at(provider, provider.hosts, Origin.PROVIDER)), provider=provider)
    told = lookup(domain)
    delivered = of_exchanges(told.exchanges)
    provider = delivered[0] if delivered else None
    doors = [*_recorded(told)]
    if delivered:
        doors += _at(*delivered, Origin.DELIVERY)
    elif not told.has_none:
        doors += _usual(domain)
    return Whereabouts(doors=_once_each(doors), provider=provider, told=told)


def named(host: str, *, port: int | None = None, tls: Tls | None = None) -> tuple[Door, ...]:
    """Where a host may be spoken to, that its owner has named: by TLS from the start, else by STARTTLS."""
    provider = of_host(host)
    ways = (tls,) if tls else _ways_at(port)
    return tuple(Door(host=host, port=port or PORTS[way], tls=way, provider=provider) for way in ways)


def _ways_at(port: int | None) -> tuple[Tls, ...]:
    """How TLS may be spoken there: at one of the usual ports in its own way, anywhere else in either."""
    return next(((way,) for way in _PRIVATE if PORTS[way] == port), _PRIVATE)


def logins(address: str, door: Door) -> tuple[str, ...]:
    """What the login's name may be, the likeliest first; none where only the owner knows."""
    name = address.rpartition("@")[0]
    provider = door.provider
    if provider is None:
        return address, name
    if provider.own_login and (provider.login is Login.OTHER or domain_of(address) not in provider.domains):
        return ()
    return (name, address) if provider.login is Login.NAME else (address,)


def _at(provider: Provider, hosts: tuple[str, ...], origin: Origin) -> Iterator[Door]:
    for host in hosts:
        yield Door(host=host, port=provider.port, tls=provider.tls, origin=origin, provider=provider)


def _recorded(told: MailRecords) -> Iterator[Door]:
    for service in told.services:
        provider = of_host(service.host)
        yield Door(host=service.host, port=service.port, tls=service.tls, origin=Origin.RECORD, provider=provider)


def _usual(domain: str) -> Iterator[Door]:
    for tls in _PRIVATE:
        for host in _USUAL:
            yield Door(host=host.format(domain=domain), port=PORTS[tls], tls=tls, origin=Origin.USAGE)


def _once_each(doors: list[Door]) -> tuple[Door, ...]:
    found: dict[tuple[str, int], Door] = {}
    for door in doors:
        found.setdefault((door.host, door.port), door)
    return tuple(found.values())

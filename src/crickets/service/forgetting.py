"""
Who is meant to be forgotten: one person with all their addresses, a client of the config, or everybody of a domain.

Knows the ledger's people and the config's clients; must not know how somebody is erased.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crickets.domain.forgotten import is_whole_domain
from crickets.domain.kinship import same_person
from crickets.domain.labels import spelled
from crickets.domain.message import Address
from crickets.domain.owner import matches
from crickets.domain.patterns import is_like
from crickets.domain.persons import mailbox_of
from crickets.domain.policy import Client, Policy
from crickets.domain.providers import is_public
from crickets.errors import CricketsError, ExitCode

_WORD = re.compile(r"\w+")
_SHORTEST_BEGINNING = 3
"""Fewer letters are no beginning of a word, as for threads: nobody is to be erased for having an A in their name."""
_MOST = 8
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


class NobodySo(CricketsError):
    """Nobody, or more than one, goes by what was typed; or somebody who can't be forgotten."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """
    Somebody to be forgotten.

    `who` are the addresses and whole domains by which they are known from now on. `clients` are the entries of the
    config that name them still.
    """

    who: tuple[str, ...]
    clients: tuple[str, ...] = ()


def person_meant(typed: str, everybody: Sequence[Address], policy: Policy) -> Person:
    """The one who goes by an address, a client's name in the config, or words of a name; else `NobodySo`."""
    others = policy.owner.others(tuple(everybody))
    wanted = typed.strip()
    client = next((each for each in policy.clients if each.name.casefold() == wanted.casefold()), None)
    if "@" in wanted:
        who = _by_address(wanted, others, policy)
    elif client is not None:
        who = _by_patterns(client, others)
    else:
        who = _by_words(wanted, others)
    return Person(who=who, clients=tuple(each.name for each in policy.clients if _names(each, who)))


def _by_address(wanted: str, others: Sequence[Address], policy: Policy) -> tuple[str, ...]:
    """An address with the others of the same person, or a whole domain."""
    address = Address(email=wanted)
    if not _ADDRESS.fullmatch(wanted) or ("*" in wanted and not is_whole_domain(wanted)):
        raise NobodySo(f"{wanted!r} is no address", remedy="Name anna@client.example, or *@client.example for a firm.")
    if policy.owner.is_me(address) or _has_one_of(policy.owner.addresses, wanted):
        raise NobodySo(f"{wanted} is you", remedy="Name a client.")
    if not is_whole_domain(wanted):
        return _all_of(address, others)
    if is_public(address):
        raise NobodySo(f"{wanted} is everybody who has mail there", remedy="Name one person's address.")
    return _both_spellings(wanted.casefold())


def _both_spellings(address: str) -> tuple[str, ...]:
    """An address or a whole domain as it was typed, and as the headers of mail bear it."""
    return tuple(dict.fromkeys((address, spelled(address))))


def _has_one_of(own: Sequence[str], domain: str) -> bool:
    """Whether a whole domain is that of one of the owner's addresses."""
    return is_whole_domain(domain) and any(is_like(each.casefold(), domain.casefold()) for each in own)


def _all_of(address: Address, others: Sequence[Address]) -> tuple[str, ...]:
    """An address, and those known to be the same person's."""
    own = tuple(each for each in others if _mailbox(each) == _mailbox(address))
    theirs = (each for each in others if any(same_person(each, known) for known in own))
    return tuple(dict.fromkeys((*_both_spellings(address.key), *(each.key for each in theirs))))


def _mailbox(address: Address) -> tuple[str, str]:
    return mailbox_of(Address(email=spelled(address.email)))


def _by_patterns(client: Client, others: Sequence[Address]) -> tuple[str, ...]:
    """What a client of the config is matched by, and the addresses that are known to match."""
    whole = (
        spelling
        for each in client.match
        if "*" not in each or is_whole_domain(each)
        for spelling in _both_spellings(each.casefold())
    )
    known = (each.key for each in others if matches(each, client.match))
    who = tuple(dict.fromkeys((*whole, *known)))
    if not who:
        raise NobodySo(f"no mail is known of {client.name}", remedy="Name an address of theirs.")
    return who


def _by_words(wanted: str, others: Sequence[Address]) -> tuple[str, ...]:
    """The one whose names and addresses have all these words."""
    words = _words(wanted)
    found = [each for each in others if words and all(_is_in(word, each) for word in words)]
    people = _people(found)
    if not people:
        raise NobodySo(
            f"no client goes by {wanted!r}", remedy="Name their address; `crickets clients` lists who is known."
        )
    if len(people) > 1:
        listed = "\n".join(f"  {person[0]}" for person in people[:_MOST])
        more = f"\n  and {len(people) - _MOST} more" if len(people) > _MOST else ""
        raise NobodySo(f"{wanted!r} fits several people:\n{listed}{more}", remedy="Name one by the address.")
    return tuple(dict.fromkeys(key for each in people[0] for key in _all_of(each, others)))


def _people(addresses: Sequence[Address]) -> list[list[Address]]:
    """Addresses by the people whose they are."""
    people: list[list[Address]] = []
    for address in addresses:
        same = next((known for known in people if any(same_person(address, each) for each in known)), None)
        if same is None:
            people.append([address])
        else:
            same.append(address)
    return people


def _names(client: Client, who: Sequence[str]) -> bool:
    """Whether an entry of the config is of one who is to be forgotten."""
    return any(is_like(each, pattern.casefold()) for each in who for pattern in client.match)


def _is_in(word: str, address: Address) -> bool:
    beginning = len(word) >= _SHORTEST_BEGINNING
    told = _words(f"{address.name} {address.email}")
    return any(each == word or (beginning and each.startswith(word)) for each in told)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))

"""
Whether mails and people belong together where no header says so.

Knows the marks of texts, and how addresses are written; must not know how texts are read or mail is stored. When in
doubt, two are strangers: an answer of the wrong person would end a silence that goes on.
"""

from __future__ import annotations

from functools import lru_cache

from crickets.domain.message import Address
from crickets.domain.persons import is_spelled, mailbox_of, name_of, surname_is_in
from crickets.domain.providers import firm_of, is_public, label_of
from crickets.domain.remarks import Remarks

SKETCH = 40
"""How many marks of a text are kept: the smallest (A. Broder, On the resemblance and containment of documents)."""

_ENOUGH = 3
"""How many marks two texts must share: one or two may be of a phrase that everybody writes."""

_OF_THE_MAIL, _OF_THE_QUOTE = 4, 2
"""
A reply quotes a quarter at least of what it answers, or else a half at least of its quote is from there.

What all mails of the owner's have in common, greetings and closing lines, is less of each.
"""


def quotes(reply: Remarks, own: Remarks) -> bool:
    """Whether a reply quotes a mail: the whole of it, above what that quoted in turn, or some lines and no others."""
    shared = len(set(reply.quoted_prints).intersection(own.prints))
    return shared >= _ENOUGH and (
        shared * _OF_THE_MAIL >= _comparable(own.prints, reply.quoted_prints)
        or shared * _OF_THE_QUOTE >= _comparable(reply.quoted_prints, own.prints)
    )


def _comparable(marks: tuple[int, ...], others: tuple[int, ...]) -> int:
    """How many of a text's marks would be among those of another, were it part of that: not the ones left out there."""
    highest = max(others, default=0)
    return sum(len(others) < SKETCH or mark <= highest for mark in marks)


@lru_cache(maxsize=16_384)
def same_person(a: Address, b: Address) -> bool:
    """
    Whether two addresses are one person's, as far as names and addresses alone can tell.

    They are if they lead to one mailbox. Else both must bear the same full name, and be private or of one firm, and
    spelled like that name: two people of one firm may bear the firm's name, and two of one name work for two firms.
    Of one firm it's enough that one bears a name, if both addresses are spellings of it.
    """
    if mailbox_of(a) == mailbox_of(b):
        return bool(a.email)
    one, other = name_of(a), name_of(b)
    if one and other:
        return sorted(one) == sorted(other) and _are_one_bearers(a, b, one)
    name = one or other
    return bool(name) and same_firm(a, b) and is_spelled(a, name) and is_spelled(b, name)


def same_firm(a: Address, b: Address) -> bool:
    """Whether two addresses are of one firm: the same registered domain, and no mail provider's."""
    return bool(firm_of(a)) and firm_of(a) == firm_of(b)


@lru_cache(maxsize=4096)
def bonds(address: Address) -> frozenset[tuple[str, ...]]:
    """What addresses of one person, or of one firm, have at least one of in common: by these they're found."""
    name, firm = name_of(address), firm_of(address)
    told = ("mailbox", *mailbox_of(address)), ("name", *sorted(name)) if name else (), ("firm", firm) if firm else ()
    return frozenset(bond for bond in told if bond)


def _are_one_bearers(a: Address, b: Address, name: tuple[str, ...]) -> bool:
    """Whether two addresses that bear one full name are one person's."""
    spelled = is_spelled(a, name), is_spelled(b, name)
    if same_firm(a, b) or label_of(a) == label_of(b):
        return all(spelled)
    return any(spelled) and (_is_private(a, name) or _is_private(b, name))


def _is_private(address: Address, name: tuple[str, ...]) -> bool:
    """Whether an address is of a mail provider, or of a domain that bears the person's own name."""
    return is_public(address) or surname_is_in(address, name)

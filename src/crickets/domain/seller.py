"""
Whom an invoice's file names as its seller, and whether that's the owner.

Knows names, tax numbers and addresses as files write them; must not know formats. When in doubt it's somebody else: a
bill that the owner only passed on isn't owed by whoever got it (docs/decisions/0026).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from crickets.domain.kinship import same_firm
from crickets.domain.message import Address
from crickets.domain.owner import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """
    Who asks for the money (EN 16931, BG-4), as written: `names` of the firm and of whoever is asked there.

    `tax_ids` are its numbers with the tax office and in registers. Each is empty where the file says none.
    """

    names: tuple[str, ...] = ()
    tax_ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()

    def __str__(self) -> str:
        return next(iter((*self.names, *self.emails, *self.tax_ids)), "")


UNNAMED = Seller()
"""Of a file that names nobody."""


def is_owners(seller: Seller, owner: Owner, sender: Address) -> bool:
    """
    Whether a seller is surely the owner, who wrote from an address of theirs (`sender`).

    By that address, or one of its firm; by a tax number or company that the config names; or by the owner's full name.
    """
    addresses = [Address(email=email) for email in seller.emails]
    by_address = any(owner.is_me(address) or same_firm(address, sender) for address in addresses)
    return by_address or _is_one_number(seller.tax_ids, owner.tax_ids) or _is_by_name(seller.names, owner)


def _is_by_name(names: Iterable[str], owner: Owner) -> bool:
    own, firms = _words_of(owner.name), [_words_of(firm) for firm in owner.companies]
    said = [words for name in names if (words := _words_of(name))]
    return any(words in firms or words == own or (len(own) > 1 and own <= words) for words in said)


def _words_of(name: str) -> frozenset[str]:
    """The words of a name without marks, what kind of firm it is, and titles; all of them if there are no others."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = frozenset(re.findall(r"\w+", re.sub(r"[.'’/]", "", letters)))
    return words - _BESIDE or words


_BESIDE = frozenset(
    "gmbh mbh ug haftungsbeschrankt ag kg kgaa ohg gbr partg mbb ek eu co cie "
    "ltd limited llc llp plc inc corp corporation "
    "srl srls spa sas sasu sapa snc sarl eurl ei sa sl slu sc scs lda unipessoal "
    "bv nv vof ab hb aps as ehf hf oy doo sp z oo ska sj "
    "dr prof mag ing dipl dott dottssa mgr inz".split()
)
"""Kinds of firms and titles, written with or without points: one and the same is named with them and without."""


def _is_one_number(said: Iterable[str], own: Iterable[str]) -> bool:
    return not {form for number in said for form in _forms(number)}.isdisjoint(
        form for number in own for form in _forms(number)
    )


def _forms(number: str) -> Iterable[str]:
    """A tax number without blanks and strokes, with its country before it and without."""
    bare = re.sub(r"[^0-9A-Z]", "", number.upper())
    return [form for form in (bare, re.sub(r"\A[A-Z]{2}(?=.*[0-9])", "", bare)) if len(form) >= _FEWEST]


_FEWEST = 5
"""Characters of a tax number: a shorter one is none."""

"""
The people of a made mailbox: its owner, and those who write to them.

Knows names and addresses; must not know mail.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

CONTACTS = 2_000
_SKEW = 2.5
"""How much more the first of them write than the last: mail is from few people mostly."""

_GIVEN = "Anna Bruno Carla Dario Elena Franco Giulia Hanna Ivo Jürgen Kasia Łukasz Maria Noemi Óscar Petra".split()
_FAMILY = "Rossi Bianchi Müller Nowak Wójcik Jansen Silva Novák Lindqvist Martin Hughes Þórsdóttir Conti Weber".split()
_FIRMS = "studio works haus media foods legal print build travel wines".split()
_PLAIN_NAME = str.maketrans("üłÓóáÞ", "ulOoaT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an address; `mailbox` is both, as they stand in a header field."""

    address: str
    mailbox: str

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.partition("@")[2]


def person(name: str, address: str) -> Person:
    """Somebody of a name that may hold any letter."""
    shown = name if name.isascii() else encoded(name)
    return Person(address=address, mailbox=f"{shown} <{address}>")


OWNER = person("Dana Levi", "dana@studio.example")


def contacts(random: Random) -> tuple[Person, ...]:
    """Those who write, a dozen to a firm."""
    return tuple(_contact(random, number) for number in range(CONTACTS))


def one_of(people: Sequence[Person], random: Random) -> Person:
    """One of them, the first ones far more often."""
    return people[int(len(people) * random.random() ** _SKEW)]


def encoded(text: str) -> str:
    """A text as an encoded word (RFC 2047)."""
    return f"=?utf-8?B?{b64encode(text.encode()).decode()}?="


def _contact(random: Random, number: int) -> Person:
    given, family = random.choice(_GIVEN), random.choice(_FAMILY)
    local = f"{given}.{family}{number}".translate(_PLAIN_NAME).lower().encode("ascii", "ignore").decode()
    return person(f"{given} {family}", f"{local}@{_FIRMS[number % len(_FIRMS)]}{number // 12}.example")

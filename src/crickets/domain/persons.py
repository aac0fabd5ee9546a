"""
How a person's name and addresses go together.

Knows display names and the spellings of them that firms make addresses of; must not know mail.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from crickets.domain.message import Address
from crickets.domain.providers import label_of

_TITLES = frozenset(
    "dr dott dottssa dottore ing arch avv geom rag prof mag dipl mr mrs ms miss herr frau sig sigra sra sr mme mlle"
    " ssa phd mba md jr ii iii dhr mevr pan pani inz mgr bc dra lic".split()
)
"""What stands around a name and is none."""

_NO_PERSON = frozenset(
    """
    team support service services help helpdesk desk info office sales billing accounts accounting finance marketing
    news newsletter notification notifications noreply reply admin administrator system mailer customer care hr jobs
    studio gmbh kg ag srl srls spa snc sas sarl sa sl ltd llc llp inc plc bv nv ab oy aps as zoo group company co corp
    kundenservice kundendienst buchhaltung vertrieb verwaltung sekretariat rechnung assistenza amministrazione ufficio
    segreteria vendite fatturazione equipe comptabilite facturation secretariat contact contacto atendimento ventas
    administracion soporte equipo biuro obsluga klienta ksiegowosc sekretariat zespol klantenservice administratie
    verkoop kundtjanst ekonomi the and und et y e via no
    """.split()
)
"""Words of a display name that is a firm's or an office's."""

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NAME_LIMIT = 100
_SHORTEST = 3
"""How long a part of a name must be to tell anything when it stands in an address: not "li", not "de"."""

_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_SPELLED_OUT = re.compile(r"(?<=[aou])e|(?<=a)a")
"""The second letter of ``ae``, ``oe``, ``ue``, ``aa``, as addresses spell ä, ö, ü and å; or don't."""

_NO_DOTS = frozenset({"gmail.com", "googlemail.com"})
"""Where dots in an address mean nothing (support.google.com/mail/answer/7436150)."""


@lru_cache(maxsize=4096)
def mailbox_of(address: Address) -> tuple[str, str]:
    """The mailbox that an address leads to: without what stands behind ``+`` (RFC 5233), and at Gmail without dots."""
    local, _, domain = address.key.rpartition("@")
    bare = local.partition("+")[0] or local
    return (bare.replace(".", ""), "gmail.com") if domain in _NO_DOTS else (bare, domain)


@lru_cache(maxsize=4096)
def name_of(address: Address) -> tuple[str, ...]:
    """
    The full name that an address bears, in plain letters, first name first; empty if it's no person's, or not full.

    "Rossi, Anna", "Dr. Anna Rossi" and "Anna M. Rossi (Client)" are one name. That a name is full shows in that it
    has two words at least.
    """
    written = _BRACKETED.sub(" ", address.name[:_NAME_LIMIT])
    if "@" in written:
        return ()
    last, comma, first = written.partition(",")
    words = _words(f"{first} {last}" if comma else written)
    if any(word in _NO_PERSON for word in words):
        return ()
    full = tuple(word for word in words if len(word) > 1 and word not in _TITLES)
    return full if len(full) > 1 else ()


def is_spelled(address: Address, name: tuple[str, ...]) -> bool:
    """Whether the local part of an address is made of a full name: anna.rossi, a.rossi, arossi, rossia, anna, rossi."""
    local = "".join(_words(address.key.rpartition("@")[0].partition("+")[0]))
    return bool(local) and _SPELLED_OUT.sub("", local) in _spellings(name)


def surname_is_in(address: Address, name: tuple[str, ...]) -> bool:
    """Whether a domain bears somebody's surname, as that of a person who has one of their own."""
    return len(name[-1]) > _SHORTEST and name[-1] in "".join(_words(label_of(address)))


@lru_cache(maxsize=4096)
def _spellings(name: tuple[str, ...]) -> frozenset[str]:
    """What firms and people make of a name, without dots and digits."""
    first, last = name[0], name[-1]
    orders = {(first, last), (first, "".join(name[1:])), ("".join(name[:-1]), last)}
    both = {one + other for a, b in orders for one, other in ((a, b), (b, a))}
    short = {form for a, b in orders for form in (a[0] + b, b + a[0], a + b[0], b[0] + a)}
    alone = {word for word in name if len(word) >= _SHORTEST}
    return frozenset(_SPELLED_OUT.sub("", form) for form in both | short | alone)


def _words(text: str) -> list[str]:
    """The words of a text in small plain letters, without dots and digits."""
    return _WORD.findall(_plain(text.casefold().replace(".", " ").replace("'", "")))


def _plain(text: str) -> str:
    """Letters without their marks: as a name is written in an address."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))

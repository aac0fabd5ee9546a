"""
Whether a letter speaks to one person or to several.

Knows how a greeting names more than one, in the languages of the templates; must not know templates. What the
letter then says (*vous*, *ihr*, *voi*) is the templates' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crickets.domain.message import Address
from crickets.writing.greeting import HONORIFICS, SALUTATIONS
from crickets.writing.names import somebody

_TO_SEVERAL = frozenset(
    """
    all everyone everybody both team folks guys
    tutti tutte entrambi entrambe ragazzi ragazze cari care carissimi carissime gentili gentilissimi gentilissime
    gentmi gentme egregi signori voi
    wszystkim wszystkich witajcie szanowni szanowne drodzy drogie państwo państwa państwu panowie wam
    öll allir allar bæði þið kæru sælir sælar blessaðir blessaðar ágætu
    alle zusammen ihr euch beide beiden damen herren lieben kolleginnen kollegen miteinander
    tous toutes chers chères mesdames messieurs deux amis amies collègues équipe l'équipe l’équipe
    todos todas ambos ambas equipo chicos chicas amigos amigas
    estimados estimadas apreciados apreciadas queridos queridas señores
    allemaal allen allebei jullie dames heren samen mensen collega's collega’s
    equipa equipe pessoal caros caras caríssimos caríssimas prezados prezadas exmos exmas senhores vocês gente
    alla båda er gänget
    """.split()
)
_TO_A_FIRM = frozenset("spett spettle spettli spettabile spettabili".split())
"""What an Italian letter to a firm begins with; it goes on with *voi*."""
_TO_ONE = HONORIFICS | frozenset(
    """
    caro cara carissimo carissima witaj drogi droga sæl sæll blessuð blessaður komdu kæri kæra lieber liebes cher
    chère estimado estimada apreciado apreciada querido querida prezado prezada käre
    """.split()
)
"""Where they stand alone, the greeting still is to one person: "Szanowna Pani", "Carissima"."""

_AND = frozenset("& + / and e ed i oraz og und et y en och".split())
_OR = "/"
"""Between names it's an *and* ("Anna/Marco"); between titles the owner doesn't know which ("Signora/Signore")."""
_WISHES = frozenset("heil heill sælt".split())
"""What greetings begin with that may be a name as well, for which it isn't taken: "Heil og sæl Anna"."""
_TOKEN = re.compile(r"[&+/,]|[^\W\d_](?:[^\W\d_]|[.'’-])*")
_INITIAL = re.compile(r"[^\W\d_](?:\.|(?<=[A-Z]))")
"""``E.`` and ``E``; but ``e`` is an *and*."""


def is_to_several(greeting: str, *, to: Iterable[Address], names: Iterable[str]) -> bool:
    """
    Whether a greeting line speaks to more than one person ("Ciao Anna e Marco", "Salut Anna, salut Marc"), or a firm.

    One that names nobody ("Dzień dobry,") speaks to all whom the letter is `to`: firms and offices aren't counted,
    nor is anybody twice. `names` are those of everybody written to, by which one double name is told from two people.
    """
    words, known = _words(greeting), [_words(name) for name in names]
    if not _TO_A_FIRM.isdisjoint(words[:1]) or _TO_SEVERAL & set(words).difference(*known) or _has_two_titles(words):
        return True
    if named := set(filter(_is_name, words)):
        return _are_joined(words) and not any(named <= set(name) for name in known if not _is_a_couple(name))
    return _TO_ONE.isdisjoint(words) and _people(to) > 1


def is_to_too_many(greeting: str, *, to: Sequence[Address]) -> bool:
    """Whether a greeting speaks to several by its words ("Hi all,"), and a letter goes to one person alone."""
    is_to_one = len(to) == 1 and bool(somebody(to[0].name, email=to[0].email))
    return is_to_one and not _TO_SEVERAL.isdisjoint(set(_words(greeting)) - set(_words(to[0].name)))


def _words(text: str) -> list[str]:
    """The words of a greeting or a name as they are compared, *and* and commas included, initials left out."""
    tokens = (token for token in _TOKEN.findall(text) if not _INITIAL.fullmatch(token))
    return [token.casefold().replace(".", "") for token in tokens]


def _people(addresses: Iterable[Address]) -> int:
    return len({somebody(address.name, email=address.email) for address in addresses} - {""})


def _is_name(word: str) -> bool:
    """Whether a word is of somebody's name; of *ed* nobody knows, between names it's an *and*."""
    return word[0].isalpha() and word not in SALUTATIONS | _WISHES


def _has_two_titles(words: list[str]) -> bool:
    """Whether an *and* stands right between titles: "Herr und Frau Klein"."""
    return any(
        word in _AND - {_OR} and {*around} <= HONORIFICS
        for *around, word in zip(words, words[2:], words[1:], strict=False)
    )


def _are_joined(words: list[str]) -> bool:
    """Whether an *and* or a comma stands between names."""
    joints = (at for at, word in enumerate(words) if word in _AND or word == ",")
    return any(all(any(map(_is_name, side)) for side in (words[:at], words[at + 1 :])) for at in joints)


def _is_a_couple(name: list[str]) -> bool:
    """Whether a display name is two people's: "Anna e Marco Rossi"; "João Costa e Silva" is one."""
    return not _AND.isdisjoint(name[1:2])

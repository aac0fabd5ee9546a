"""
Whether a greeting the owner once wrote fits the person who is written to now.

Knows words of greeting in ten languages; must not know templates. In doubt it says no: a greeting can be made
anew, a letter to Anna that begins "Ciao Marco" can't be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crickets.writing.names import folded, name_words

_LIMIT = 100
"""A longer line is a sentence."""

SALUTATIONS = frozenset(
    """
    hi hello hey dear good morning afternoon evening day there all everyone everybody team again greetings
    my and both folks guys mr mrs ms miss mx sir madam dr prof professor

    ciao salve buongiorno buonasera buon pomeriggio giorno gentile gentilissimo gentilissima gentili egregio
    egregia egregi caro cara cari care carissimo carissima carissimi carissime gentilissimi gentilissime
    spettabile spettabili spett spettle spettli ditta dottore dottor dottoressa dott dottssa signor signora signori
    sig sigra ing ingegnere
    arch architetto avv avvocato professore professoressa a tutti tutte entrambi entrambe ragazzi ragazze e di
    gentle gentmo gentma gentmi gentme egr pregmo pregma pregiatissimo pregiatissima signore buondì voi due

    cześć czesc dzień dzien dobry witam witaj witajcie hej hejka szanowna szanowny szanowni szanowne pani pan
    panie państwo panowie droga drogi drodzy drogie wszystkim mgr inż oraz i
    pana panu panią państwa państwu wszystkich
    dyrektorze prezesie profesorze doktorze mecenasie redaktorze kierowniku inżynierze dyrektor prezes mecenas redaktor

    hæ sæl sæll blessuð blessaður komdu góðan góða dag daginn kvöld kvöldið kæri kæra kæru halló elsku og
    öll allir allar bæði komið þið sælir sælar verið blessaðir blessaðar ágæta ágæti ágætu vinir

    hallo guten tag morgen abend liebe lieber liebes sehr geehrte geehrter geehrtes frau herr herrn damen
    herren moin servus grüß grüezi gott und ihr beide beiden alle zusammen euch zwei miteinander
    kolleginnen kollegen professorin

    bonjour bonsoir salut coucou cher chère chers chères madame monsieur mesdames messieurs mme et à tous
    toutes vous deux collègues équipe l'équipe l’équipe rebonjour docteur maître

    hola buen buenos buenas día días dias tardes noches muy estimado estimada estimados estimadas apreciado
    apreciada apreciados apreciadas querido querida queridos queridas ambos ambas señor señora
    señores sr sra srta don doña doctor doctora dra profesor profesora y todos todas equipo
    chicos chicas amigos amigas mío míos

    hoi ls goeiedag goedendag beste geachte mevrouw meneer heer dames heren goedemorgen goedemiddag goedenavond lieve
    en allemaal jullie allebei samen mensen collega's collega’s goeiemorgen goeiemiddag goeienavond

    olá ola oi bom boa dia tarde noite prezado prezada prezados prezadas caros caras exmo exma pessoal senhor
    senhora senhores srª drª doutor doutora engenheiro engenheira eng engª engº profª o equipa equipe senhores
    exmos exmas caríssimo caríssima caríssimos caríssimas vocês

    hejsan hallå god morgon kväll bästa kära käre tjena tjenare och alla båda två igen förmiddag eftermiddag
    på gänget
    """.split()
)
_OPENS_ONLY = "ha"
"""A Dutch greeting; further behind it's somebody's name."""

_INTIMATE = frozenset("hi hey ciao cześć czesc hej hejka salut coucou hola hoi ha hæ moin servus liebe lieber".split())
_INTIMATE_BY_NAME = frozenset({"hallo", "dag"})
"""Familiar only where a name follows that is no Frau's or Herr's."""
_INTIMATE_ANYWHERE = frozenset({"ihr", "euch", "wam"})
"""What is said to several friends, wherever it stands: "Hallo ihr beiden"."""

HONORIFICS = frozenset(
    """
    frau herr herrn geehrte geehrter pani pan panie państwo szanowna szanowny signor signora sig sigra dott
    dottssa dottoressa gentile gentilissima gentilissimo egregio madame monsieur mme señor señora sr sra don
    srta dra doña mevrouw meneer heer geachte senhor senhora srª drª exmo exma prezado prezada estimado estimada
    pana panu panią państwa państwu signore gentle gentmo gentma egr pregmo pregma dr prof professor professorin
    """.split()
)


def fits(greeting: str, names: Iterable[str], *, beside: Iterable[str] = (), vouched_by: str = "") -> bool:
    """
    Whether a greeting line names nobody, or the person of the display names `names`, alone or with those of `beside`.

    `vouched_by` is the greeting of the very mail that is being followed up: whoever it names ("Bob" for
    Robert) is right. Polish names may stand in the vocative.
    """
    theirs = _known((*names, vouched_by))
    everybodys = theirs | _known(beside)
    named = [
        folded(word)
        for at, word in enumerate(_words(greeting))
        if word not in SALUTATIONS and (at or word != _OPENS_ONLY)
    ]
    is_theirs = not named or any(_is_of(word, theirs) for word in named)
    return 0 < len(greeting) <= _LIMIT and is_theirs and all(_is_of(word, everybodys) for word in named)


def _known(names: Iterable[str]) -> set[str]:
    return {folded(word) for name in names for word in _words(name)}


def is_intimate(greeting: str) -> bool:
    """Whether a greeting goes only with the familiar form of address (du, tu, ty)."""
    first, *others = _words(greeting) or [""]
    if not HONORIFICS.isdisjoint(others):
        return False
    by_name = first in _INTIMATE_BY_NAME and not SALUTATIONS.issuperset(others)
    return by_name or first in _INTIMATE or not _INTIMATE_ANYWHERE.isdisjoint((first, *others))


def _words(greeting: str) -> list[str]:
    return [word.replace(".", "") for word in name_words(greeting)]


def _is_of(word: str, known: set[str]) -> bool:
    return word in known or any(_is_vocative(word, name) for name in known)


def _is_vocative(word: str, name: str) -> bool:
    """Whether a Polish vocative is of that name: Anno of Anna, Ewo of Ewa, Tomaszu of Tomasz, Marku of Marek."""
    stem = re.sub(r"[ay]$", "", name)
    if len(stem) <= _SHORTEST_STEM:
        return len(stem) == _SHORTEST_STEM and name[-1] == "a" and word in {f"{stem}o", f"{stem}u"}
    changed = {name.removesuffix(end) + called for end, called in _CHANGED_STEMS if name.endswith(end)}
    return word in changed or re.fullmatch(rf"{re.escape(stem)}(?:o|u|i?e|io|iu)", word) is not None


_SHORTEST_STEM = 2
"""So short a stem has only the endings that no other name has: Ewo of Ewa, Olu of Ola; Eve isn't Eva."""

_CHANGED_STEMS = (("ek", "ku"), ("el", "le"), ("er", "rze"), ("r", "rze"), ("t", "cie"), ("d", "dzie"))
"""How folded names end, and their vocatives: Marku of Marek, Pawle of Paweł, Piotrze of Piotr, Robercie of Robert."""

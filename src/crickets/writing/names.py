"""
What to call somebody, from the display name on their mail and the name they sign with.

Knows how people and mail programs write names; must not know greetings, nor where in a letter a name stands. Where a
name may be a firm's or a robot's it says nothing: a plain greeting offends nobody.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from crickets.writing.plain import one_line

_TITLES = frozenset(
    """
    dr prof mgr mr mrs ms miss mx sir madam mme mlle herr frau fru dipl-ing dott dottssa dottore dottoressa profssa
    sigra signor signora pani inż señor señora sr sra srta doña dª dra drª profa profª meneer mevrouw dhr mevr senhor
    senhora srª engº engª
    """.split()
)
_ABBREVIATED = frozenset("hr fr mw ing mag sig avv arch geom rag hab drs ir rev don arq lic eng m p".split())
"""Titles only where a full stop follows: ``Don`` and ``Mag`` are names as well."""

_KEPT = frozenset("dr dra drª prof profa profª profssa dott dottssa avv".split())
"""Titles that a formal greeting keeps."""

_DEGREES = frozenset("jr iii iv phd md mba msc bsc esq cpa pmp mphil".split())
_PARTICLES = frozenset(
    """
    van der den de da di do das dos del della e y von zu zur la le el bin ter ten in op het 't ’t 's ’s
    """.split()
)

_FIRMS = frozenset(
    """
    spa srl srls snc sas sapa ltd limited inc llc llp plc gmbh mbh ag kg ohg ug gbr ev sa sarl sasu eurl sl
    slu bv nv vof ab oy oyj aps asa ehf hf ohf oo spzoo zoo spk corp corporation company co group holding
    partners associates pty consulting consultants solutions software systems labs media digital design
    architects architetti arquitectos arquitetos lda ltda unipessoal eireli
    """.split()
)
_OFFICES = frozenset(
    """
    studio team support info office sales billing accounting accounts invoices finance admin administration
    administrator agency agenzia agentur agence agencja service services servizio hotel restaurant shop
    store newsletter noreply no-reply reply marketing press hr helpdesk desk customer care reception booking
    bookings contact hello bureau biuro büro buchhaltung rechnung verein associazione fundacja foundation
    institute university università universität uniwersytet school bank amministrazione segreteria ufficio
    contabilità fatturazione acquisti commerciale direzione comune scuola ristorante fondazione
    księgowość księgowa sekretariat kancelaria dział zespół zarząd kadry rachunkowość fakturowanie rozliczenia
    windykacja zamówienia recepcja szkoła urząd gmina stowarzyszenie sklep pracownia ksiegowosc dzial zespol zarzad
    comptabilité secrétariat administración administratie secretariaat ekonomi
    boekhouding boekhouder financiën debiteurenadministratie crediteurenadministratie crediteuren debiteuren facturatie
    facturen inkoop verkoop directie receptie onthaal klantenservice klantendienst personeelszaken planning
    aankoopdienst dienst afdeling gemeente stichting vereniging vzw kantoor bestuur aankoop
    faktura estudio equipo contabilidad facturación ventas despacho asesoría gestoría agencia escuela universidad
    restaurante clínica fundación asociación estúdio equipa equipe administração contabilidade faturação
    faturamento financeiro vendas secretaria escritório agência escola universidade fundação associação
    """.split()
)

_LOOKED_AT = 2_000
_ALIKE = 3
"""So many letters a given name and its short form begin with: Kate is Katherine, Annie is Anna."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_TAIL = re.compile(r"\s+(?:/|//|–|—|-|@|via|c/o|from|at|bei|presso)\s.*|\s*[|•·].*", re.IGNORECASE)
_WORD = re.compile(r"['’][ts](?!\w)|[^\W\d_](?:[^\W\d_]|[.'’\u0300-\u036f\u200c\u200d-])*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name: the given name alone, and the full form; empty where it isn't known (but for an initial)."""

    first: str
    full: str


def person_in(display_name: str, *, domain: str = "") -> PersonName | None:
    """
    The person a display name tells of, or None if it tells of a firm, an office, an address or nobody.

    A single word that the address's `domain` has as well, or that is all capitals, is taken for a firm.
    """
    name = _TAIL.sub("", _ASIDE.sub(" ", one_line(display_name, limit=200))).strip(" \"'")
    words = _in_order(name).split()
    people = _people(words)
    if not people or any(c.isdigit() or c in "@{}%<>" for c in name) or any(map(_is_of_a_firm, words)):
        return None
    if len(people) == 1 and (people[0].isupper() or people[0].casefold() in domain.casefold().split(".")):
        return None
    if _is_family(people) and (titles := [word for word in words if _is_title(word)]):
        return PersonName(first="", full=" ".join((*titles, *_all_cased(people))))  # Herr Müller, Herr von Berg
    if _is_family(people) and people[0] in _PARTICLES:
        return None  # von Berg; but Bin Li may be a given name and a family's
    titles = [word for word in words if _is_title(word) and _bare(word) in _KEPT]
    return PersonName(first=_cased(_given(people)), full=" ".join((*titles, *_all_cased(people))))


def person_called(called: str, display_name: str, *, email: str) -> PersonName | None:
    """
    The person of a display name, who signs as `called`: that name is taken where the display name has none.

    It must agree with an initial of the display name, or else with how that begins, or the local part of `email`:
    whoever signs for a firm, an office or another person isn't the one who will read the next mail.
    """
    local, _, domain = email.casefold().rpartition("@")
    person = person_in(_turned(display_name, called, local), domain=domain)
    if not folded(called) or (person and person.first):
        return person
    if person:
        return _spelt_out(person, called)
    owned = display_name if _WORD.search(display_name) else _readable(local)
    return PersonName(first=called, full="") if _vouches(owned, called, domain) else None


def _turned(display_name: str, called: str, local: str) -> str:
    """``ROSSI ANNA`` the other way round, where they sign with the last word, or else the local part begins with it."""
    words = display_name.split()
    if len(words) != 2 or not all(map(_is_shouted, words)):
        return display_name
    told = folded(called or next(iter(_readable(local).split()), ""))
    return " ".join(reversed(words)) if told == folded(words[1]) else display_name


def somebody(display_name: str, *, email: str) -> str:
    """
    Who is behind an address: the given name, or what there is of a name; empty if it's a firm or an office.

    In plain letters, to be compared. Where there is no display name, the local part of `email` is taken for one.
    """
    local, _, domain = email.casefold().rpartition("@")
    is_named = _WORD.search(display_name) and "@" not in display_name
    person = person_in(display_name if is_named else _readable(local), domain=domain)
    return folded(person.first or person.full) if person else ""


def _spelt_out(person: PersonName, called: str) -> PersonName:
    """A person of whom the display name tells an initial only; unchanged where what they sign begins otherwise."""
    words = person.full.split()
    given = next((word for word in words if _is_initials(word) and folded(word[0]) == folded(called[0])), None)
    if given is None:
        return person
    return replace(person, first=called, full=" ".join(called if word is given else word for word in words))


def _readable(local: str) -> str:
    """A local part as a name is written: ``anna.rossi+shop`` is anna rossi."""
    return re.sub(r"[\W\d_]+", " ", local.partition("+")[0])


def _vouches(text: str, called: str, domain: str) -> bool:
    """
    Whether a text begins with that given name, its short form or its initial.

    What is a firm's, or all in capitals, may be a family's name, and further words are.
    """
    words, name = [folded(word) for word in name_words(text)], folded(called)
    if not words or text.isupper() or name in domain.split(".") or any(map(_is_of_a_firm, words)):
        return False
    first = words[0]
    return first in (name, name[0]) or (min(len(first), len(name)) >= _ALIKE and first[:_ALIKE] == name[:_ALIKE])


def name_words(display_name: str) -> tuple[str, ...]:
    """Every word of a display name, as it is compared."""
    return tuple(word.rstrip(".").casefold() for word in _WORD.findall(one_line(display_name, limit=200)))


def is_named(display_name: str, text: str) -> bool:
    """Whether a text has somebody's name in it, or an initial with its stop ("D.")."""
    words = {folded(word) for word in name_words(display_name)}
    said = [folded(word) for word in _WORD.findall(text[:_LOOKED_AT])]
    return any(word.rstrip(".") in words or word in {f"{name[:1]}." for name in words} for word in said)


def folded(word: str) -> str:
    """The word in small letters without accents: people leave them out."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _in_order(name: str) -> str:
    """
    The name with the given name first: ``Rossi, Anna`` is Anna Rossi, and ``Anna Rossi, PhD`` is Anna Rossi.

    Nothing for ``Anna Rossi, Acme``: which side is the person can't be known.
    """
    head, *rest = [part.strip() for part in name.split(",")]
    given = [part for part in rest if not all(_is_ornament(word) for word in part.split())]
    family = [word for word in head.split() if not _is_ornament(word) and _bare(word) not in _PARTICLES]
    if given and len(family) > 1:
        return ""
    return " ".join((*given, head))


def _people(words: list[str]) -> list[str]:
    """The words that are the name itself; of ``ROSSI Anna`` the given name first, for only families are shouted."""
    people = [word for word in words if _WORD.fullmatch(word) and not _is_ornament(word)]
    if people and _is_shouted(people[0]):
        people.sort(key=_is_shouted)
    return people


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(_bare(word)) > 2 and not _is_initials(word)


def _is_ornament(word: str) -> bool:
    """Whether a word is a title or a degree."""
    return _is_title(word) or _bare(word) in _DEGREES


def _is_title(word: str) -> bool:
    return _bare(word) in _TITLES or (word.endswith(".") and _bare(word) in _ABBREVIATED)


def _given(people: list[str]) -> str:
    """The given name, or nothing where only the family's is sure: ``A. Rossi``, ``De Luca Anna``."""
    spelt = [word for word in people if not _is_initials(word)]
    if not spelt or (spelt[0] != people[0] and len(spelt) == 1):
        return ""
    return "" if len(people) > 1 and spelt[0].casefold() in _PARTICLES else spelt[0]


def _is_family(people: list[str]) -> bool:
    """Whether a name is one word, or one behind particles: ``Müller``, ``von Berg``."""
    return all(word.casefold() in _PARTICLES for word in people[:-1])


def _is_initials(word: str) -> bool:
    """Whether a word is ``J``, ``J.`` or ``J.P.``; ``JP`` is what somebody is called."""
    return len(_bare(word)) == 1 or _INITIALS.fullmatch(word) is not None


def _is_of_a_firm(word: str) -> bool:
    return _bare(word) in _FIRMS or word.casefold() in _OFFICES or "&" in word


def _bare(word: str) -> str:
    """The word as the tables have it: ``S.p.A.`` is spa."""
    return word.casefold().replace(".", "")


def _all_cased(people: list[str]) -> list[str]:
    """The words with their capitals; a particle keeps its small letter."""
    return [word if word in _PARTICLES else _cased(word) for word in people]


def _cased(word: str) -> str:
    """The word with a capital where it was typed all in one case; ``JP`` and ``McCoy`` stay."""
    if not (word.islower() or _is_shouted(word)):
        return word
    return _LETTERS.sub(lambda part: part[0][:1].upper() + part[0][1:].lower(), word)

"""
The polite and the familiar form of address, by language.

Patterns only. English has one form, but its greetings tell; Swedish and Icelandic have one in use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping


def _any(*patterns: str) -> re.Pattern[str]:
    """Words whose capitals count: in German, Italian and Polish the capital is what makes them polite."""
    return re.compile(rf"(?<![\w'\u2019])(?:{'|'.join(patterns)})(?!\w)")


def _opening(*words: str) -> re.Pattern[str]:
    """A greeting that begins with one of some words."""
    return re.compile(rf"(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


POLITE: Mapping[str, re.Pattern[str]] = {
    "de": _any(r"Sie", r"Ihnen", r"Ihr(?:e[mnrs]?)?", r"[Ss]ehr geehrte[rs]?", r"[Ss]ehr verehrte[rs]?"),
    "it": _any(
        r"(?<=[a-zà,] )(?:Lei|La|Le|Suo|Sua|Suoi|Sue)",
        r"Lei",
        r"(?:La|Le) (?:ringrazi|preg|invi|scriv|salut|contatt|ricord|conferm|mand|alleg|chied|inform|comunic|chiam)o",
        r"[Gg]entile",
        r"[Gg]ent\.m[oai]",
        r"[Ee]gregi[oa]?",
        r"[Ss]pett(?:abile|\.le)",
        r"[Dd]istinti saluti",
        r"[Vv]oglia",
        r"(?:\w+(?:ar|er|ir)|saper)(?:La|Le)",
        r"[Ss]ignora?",
    ),
    "fr": _any(
        r"[Vv]ous",
        r"[Vv]otre",
        r"[Vv]os",
        r"Monsieur",
        r"Madame",
        r"[Nn]['\u2019]hésitez",
        r"(?!assez|chez|rez)[a-zà-ÿ]{2,}ez",
    ),
    "es": _any(
        r"[Uu]sted(?:es)?",
        r"[Uu]d(?:s)?\.",
        r"[Ss]eñora?",
        r"[Aa]tentamente",
        r"[Ee]stimad[oa]s?",
        r"[Ll]es? (?:agradezco|envío|escribo|adjunto|saluda|mando|confirmo|recuerdo|informo|llamo|parece)",
        r"(?:[Aa]víse|[Dd]íga|[Mm]ánde|[Ee]nvíe|[Ee]scríba|[Cc]onfírme|[Ii]ndíque|[Hh]ága|[Pp]ermíta)(?:me|melo|nos)",
        r"[Ss]e encuentren? bien",
        r"[Ss]u (?:respuesta|atención|correo|mensaje|confirmación|disposición|propuesta|empresa)",
    ),
    "nl": _any(
        r"[Uu]",
        r"[Uu]w",
        r"[Gg]eachte",
        r"[Hh]oogachtend",
        r"(?:[Bb]este|[Dd]ag|[Hh]allo|[Gg]oe(?:de|ie)\w+) (?:de )?(?:heer|meneer|mijnheer|mevrouw)",
    ),
    "pl": _any(
        r"Pan(?:a|u|em|ie|ów|om|ami|ach)?",
        r"Pani(?:[ąa]|om|ami|ach)?",
        r"Pa[ńn]stw[oaue]m?",
        r"[Ss]zanown[yaei]",
    ),
    "pt": _any(
        r"[OoAa]o? senhora?",
        r"V\. ?Ex\.?ª?a?",
        r"[Vv]ossa",
        r"[Ee]xm[oa]s?\.?",
        r"[Pp]rezad[oa]s?",
        r"Sr\.?ª?a?\.",
        r"[Ll]he",
        r"[Aa]guardo (?:a )?sua",
        r"ao seu dispor",
        r"[Vv]ocê",  # its verbs are those of the polite texts, and Brazil knows no others
    ),
    "sv": _any(r"(?<=[a-zåäö,] )(?:Ni|Er|Ert|Era)"),
    "is": _any(r"[Þþ]ér (?:eruð|hafið|viljið|getið)", r"[Yy]ður", r"[Yy]ðar"),
    "en": _any(r"Dear (?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam)\b\.?", r"Yours (?:sincerely|faithfully)"),
}
"""What only the polite form says."""

FAMILIAR: Mapping[str, re.Pattern[str]] = {
    "de": _any(
        r"[Dd]u",
        r"[Dd]ir",
        r"[Dd]ich",
        r"[Dd]ein(?:e[mnrs]?)?",
        r"[Ee]uch",
        r"[Ee]ure[mnrs]?",
        r"[Hh]abt",
        r"[Ss]eid",
        r"[Kk]önnt",
        r"[Ww]ollt",
        r"[Mm]öchtet",
    ),
    "it": _any(
        r"[Tt]u",
        r"[Tt]e",
        r"[Tt]i",
        r"[Tt]uo[i]?",
        r"[Tt]ua",
        r"[Tt]ue",
        r"[Cc]iao",
        r"[Ss]ei",
        r"[Hh]ai",
        r"[Pp]uoi",
        r"[Vv]uoi",
        r"[Ff]ammi",
        r"[Dd]immi",
        r"[Mm]andami",
    ),
    "fr": _any(
        r"[Tt]u",
        r"[Tt]e",
        r"[Tt]['\u2019]\w+",
        r"[Tt]oi",
        r"[Tt]on",
        r"[Tt]a",
        r"[Tt]es",
        r"[Ss]alut",
        r"[Jj]te",
        r"[Nn]['\u2019]hésite",
        r"(?:[Dd]is|[Ff]ais|[Tt]iens|[Ee]nvoie|[Dd]onne|[Aa]ppelle|[Ee]cris|[Éé]cris|[Pp]ropose)-moi",
    ),
    "es": _any(
        r"[Tt]ú",
        r"[Tt]e",
        r"[Tt]i",
        r"[Tt]us?",
        r"[Cc]ontigo",
        r"[Pp]uedes",
        r"[Qq]uieres",
        r"[Tt]ienes",
        r"[Ee]stés",
        r"[Vv]os",
        r"(?:[Pp]od|[Tt]en|[Qq]uer|[Ss]ab)(?:és|éis)",
        r"(?:[Aa]v[ií]sa|[Dd]i|[Dd]eci|[Mm][aá]nda|[Ee]nv[ií]a|[Ee]scr[ií]be|[Cc]onf[ií]rma|[Cc]u[eé]nta)me",
        r"(?:[Aa]visad|[Dd]ecid|[Mm]andad|[Ee]nviad|[Ee]scribid)me",
        r"[Vv]osotr[oa]s",
        r"[Oo]s",
        r"[Vv]uestr[oa]s?",
    ),
    "nl": _any(r"[Jj]e", r"[Jj]ij", r"[Jj]ou", r"[Jj]ouw", r"[Jj]ullie"),
    "pl": _any(
        r"[Tt]y",
        r"[Cc]i",
        r"[Cc]i[ęe]",
        r"[Cc]iebie",
        r"[Tt]obie",
        r"[Tt]ob[ąa]",
        r"[Tt]w(?:[óo]j|oj\w+)",
        r"[Mm]asz",
        r"[Mm]o[żz]esz",
        r"[Cc]hcesz",
        r"[Ww]iesz",
        r"[Jj]este[śs]",
        r"[Bb][ęe]dziesz",
        r"[Mm]y[śs]lisz",
        r"[Ss][ąa]dzisz",
        r"[Pp]otrzebujesz",
        r"\w+[łl][ea](?:ś|by[śs])",  # dałeś, mogłabyś
        r"\w+[łl]by[śs]",
        r"[Cc]ze[śs][ćc]",
        r"[Hh]ej",
        r"[Dd]aj",
        r"[Nn]apisz",
        r"[Rr]zu[ćc] (?:prosz[ęe] )?okiem",
        r"[Zz]erknij",
        r"(?:[Ww]y|[Pp]rze|[Pp]rzy|[Pp]ode)[śs]lij",
        r"[Ww]y",
        r"[Ww]as",
        r"[Ww]ami?",
        r"[Ww]asz\w*",
        r"[Mm]acie",
        r"[Mm]o[żz]ecie",
        r"[Cc]hcecie",
    ),
    "pt": _any(
        r"[Tt]u",
        r"[Tt]e",
        r"[Tt]i",
        r"[Tt]eus?",
        r"[Tt]uas?",
        r"[Cc]ontigo",
        r"[Pp]odes",
        r"[Qq]ueres",
        r"[Tt]ens",
        r"[Dd]iz-me",
    ),
    "sv": _any(r"[Dd]u", r"[Dd]ig", r"[Dd]in", r"[Dd]itt", r"[Dd]ina"),
    "is": _any(r"[Þþ]ú", r"[Þþ]ig", r"[Þþ]ín(?:a|um|ar)?", r"[Þþ]inn(?:ar|i)?", r"[Þþ]itt"),
    "en": _any(r"Hey", r"Cheers"),
}
"""What only the familiar form says, to one or to several; what several are told in either form is left out."""

AMBIGUOUS: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:\A\s*|[.:!?\u2026][\"'»«“”)]*\s+|^[ \t]*[-*•–][ \t]+)(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\w)", re.MULTILINE
    ),
}
"""What may be of either form, or of none, where it stands: at the beginning of a sentence "Sie" may be "they"."""

FAMILIAR_GREETING: Mapping[str, re.Pattern[str]] = {
    "de": _opening(r"grü(?:ß|ss) dich"),
    "it": _opening("ciao", "ehi"),
    "fr": _opening("salut", "coucou"),
    "nl": _opening("hoi", "hai", "ha"),
    "pl": _opening("cześć", "czesc", "hej", "hejka", "siema", "siemka"),
}
"""Greetings that no polite letter has. "Hallo Anna" isn't one, nor "Hola", "Oi": *Sie*, *usted*, *você* may follow."""

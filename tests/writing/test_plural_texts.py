"""The built-in texts in letters to two people, in every language: nothing in them is left that's said to one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from crickets.domain.notice import NOTICE_NAMES, LateInvoice
from crickets.writing import LANGUAGES, TEMPLATE_NAMES
from tests.writing.golden import a_notice, letter, text_in
from tests.writing.test_template_texts import YOU

# What is only said to one, politely or familiarly: pronouns, and the verbs of these texts. English has none.
TO_ONE = {
    "de": r"du|dich|dir|dein\w*|hast|brauchst|kennst|möchtest|durftest|würdest|siehst|beanstandest|antworte|betrachte|"
    r"melde|nenn|ruf|sag|zahle|überweise",
    "es": r"tú|te|ti|tus?|tuy[ao]s?|contigo|usted|le|ha (dedicado|elegido|pagado)|has|tiene|tienes|necesitas?|"
    r"prefieres?|quieres?|quieras?|deseas?|conoces?|cambies?|conforme|deberás?|podrías?|realices?|respondas?|tengas?|"
    r"est(á|ás) de acuerdo|elija|elige|ayudar(le|te)|preguntar(le|te)|escríb[ae]me|llám[ae]me|"
    r"indíqueme|dígamelo|dime|dímelo|hágamelo",
    "fr": r"tu|te|toi|ton|ta|tes|t’\w+|as|accepterais|choisis|connais|contestes|devras|"
    r"préfères|réponds|souhaites|veux|écris|étais|(dis|écris|appelle|donne|indique|propose)-(le-)?moi",
    "is": r"þú|þig|þér|þín\w*|þinn\w*|þitt|ert|hefur|hafir|máttir|máttu|skaltu|vilt|þarft|þarftu|þekkir|greiðir|"
    r"greiddu|veldu",
    "it": r"tu|te|ti|tuo|tua|tue|tuoi|lei|suo|sua|sue|suoi|glie\w+|le (serve|auguro|chiedo|propongo|manderò|ho|"
    r"viene|è)|la (ringrazio|chiamo|convince|prego)|hai|ha (novità|dedicato)|abbia|vuoi|vuole|vorrai|vorrà|trova|trovi|"
    r"conosc[ei]|contest[ai]|desidera|dovr(à|ai)|preferi(sce|sci)|potrebbe|scegli|scelga|rispond[ai]|chiami|scriva|indichi|faccia|"
    r"\w+r(ti|le)|fermarsi|(scrivi|chiama|dim|fam)mi|fammelo",
    "nl": r"je|jij|jou|jouw|ken|betaal|hoef|kun|wil|overleg|stop",
    "pl": r"ty|cię|ci|ciebie|tobie|twoj\w*|twój|chcesz|daj|masz|możesz|napisz|odpowiedz|podaj|potrzebujesz|wolisz|"
    r"wskaż|zadzwoń|zapłacisz|zechcesz|znasz",
    "pt": r"tu|te|ti|teus?|tuas?|você|lhe|suas?|tem|tens|precisas?|precisar(es)?|poder(es)?|poderia|podes|dizer(es)?|"
    r"conhecer(es)?|contestar(es)?|concordar(es)?|preferir(es)?|quiser(es)?|tiver(es)?|tenhas|dedicou|dedicaste|deves?|"
    r"efetues?|ignores?|escolh[ae]|responda|responde|di(z|ga)(-me)?|(escrev[ae]|lig[au]e?|indi(ca|que))-me",
    "sv": r"du|dig|din|ditt|dina|välkommen",
}
# What is only said to several friends, where strangers have a form of their own.
FAMILIAR = {
    "de": r"ihr|euch|eure?[mnrs]?",
    "es": r"os|vosotros|vuestr\w+|\w+([áé]is|ís)|(deci|escribi|llama)d\w*|elegid|responded",
    "nl": r"jullie",
    "pl": r"Wy|Was|Wam|Wasz\w*|(?!projek)\w+cie",
}
FORMS = {"en": 1, "is": 2, "sv": 2, "fr": 2, "de": 3, "it": 3, "nl": 3, "pl": 3, "pt": 3, "es": 4}
"""So many ways of saying you each language has: formal or not, to one or to several."""
SAYS_YOU_TO_NOBODY = {("is", "check-in-short")}

ONE = LateInvoice(number="7", amount=Decimal(9), issued_on=date(2026, 4, 1), due_on=date(2026, 5, 1), days_late=30)
PART = LateInvoice(
    number="8", amount=Decimal(9), due_on=date(2026, 5, 1), days_late=30, paid=Decimal(4), received=Decimal(4)
)
NOTICES = tuple(
    replace(a_notice(*late, late_fee=fee), last_on=last_on)
    for late, fee, last_on in product(((ONE,), (PART,), (ONE, PART)), ("0", "1"), (None, date(2026, 4, 1)))
)

TEXTS = tuple(product(LANGUAGES, TEMPLATE_NAMES))
each_text = pytest.mark.parametrize(("language", "name"), TEXTS, ids=[f"{code}-{name}" for code, name in TEXTS])


def texts(language: str, name: str, *, formal: bool, plural: bool) -> Iterator[str]:
    """What stands between greeting and sign-off, in each way that it can come out."""
    if name in NOTICE_NAMES:
        for notice in NOTICES:
            yield text_in(letter(language, name, formal=formal, plural=plural, notice=notice))
    else:
        for subject in ("XY", ""):
            yield text_in(letter(language, name, formal=formal, plural=plural, subject=subject))


def found(words: str, language: str, name: str, *, formal: bool, plural: bool, flags: int = re.IGNORECASE) -> list[str]:
    """Which of some words stand in any of the texts."""
    said = "\n".join(texts(language, name, formal=formal, plural=plural))
    return [hit.group() for hit in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", said, flags)]


@each_text
def test_a_text_to_two_says_nothing_to_one(language: str, name: str) -> None:
    """No pronoun and no verb of the singular is left over, formally or among friends."""
    if language in TO_ONE:
        for formal in (True, False):
            assert not found(TO_ONE[language], language, name, formal=formal, plural=True)


@each_text
def test_the_words_that_are_said_to_one(language: str, name: str) -> None:
    """The list has a word of each familiar text; where the polite form differs in number, of that too."""
    if language in TO_ONE and (language, name) not in SAYS_YOU_TO_NOBODY:
        assert found(TO_ONE[language], language, name, formal=False, plural=False)
        if language in ("es", "it", "pt"):
            assert found(TO_ONE[language], language, name, formal=True, plural=False)


def test_the_languages_whose_words_are_listed() -> None:
    """They are all but English."""
    assert set(LANGUAGES) - {"en"} == set(TO_ONE)
    assert set(FORMS) == set(LANGUAGES)


@each_text
def test_the_forms_of_a_text(language: str, name: str) -> None:
    """It has one for each way of saying you, and none besides."""
    forms = product((True, False), (True, False))
    told = {tuple(texts(language, name, formal=formal, plural=plural)) for formal, plural in forms}
    assert len(told) == (1 if (language, name) in SAYS_YOU_TO_NOBODY else FORMS[language])


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
@pytest.mark.parametrize("language", FAMILIAR)
def test_a_text_to_two_keeps_to_one_way_of_saying_you(language: str, name: str) -> None:
    """Strangers are never spoken to as friends, nor friends as strangers."""
    polite = YOU[language][1].removeprefix(r"\b").removesuffix(r"\b")
    assert not found(FAMILIAR[language], language, name, formal=True, plural=True, flags=0)
    assert found(FAMILIAR[language], language, name, formal=False, plural=True)
    assert not found(polite, language, name, formal=False, plural=True, flags=0)

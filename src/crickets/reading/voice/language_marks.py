"""
What gives a language away at a glance: its script, its own letters, the small words that its neighbours lack.

Tables and how often they are met; must not know a model's guess, `language` weighs both. The words are the most
frequent ones (pronouns, conjunctions, verbs of politeness) that no related language writes the same way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crickets.reading.words import Words, table

TELLING: Words = table(
    """
    en: the | and | you | your | with | this | have | would | could | please | thanks | what | we'll | let's | is | are
    it: il | gli | che | non | sono | può | grazie | questo | anche | perché | ho | ci | dei | più | della | perciò
    pl: się | nie | jest | czy | dziękuję | proszę | jeszcze | oraz | dla | być | już | tylko | mam | pani
    is: ég | ekki | við | það | takk | þú | að | hefur | þetta | fyrir | ykkur | eða | gætir
    de: und | der | nicht | ich | wir | sie | ist | mit | für | auch | noch | können | bitte | eine | danke | das
    fr: le | les | des | est | nous | vous | pour | avec | merci | je | pas | une | dans | êtes | du | ça
    es: el | los | las | usted | gracias | muy | puede | pero | hay | está | y | con | hasta | nos | aquí
    ca: amb | gràcies | setmana | vostè | però | perquè | aquest | aquesta | està | hem | dilluns | bon dia |
        aquests | fins
    gl: grazas | unha | moi | coa | polo | pola | vostede | máis | dende | hai | son | teño | aínda | súa | túa | luns |
        orzamento
    nl: het | een | van | niet | je | ik | wij | voor | bedankt | graag | kunt | ook | nog | deze | wat
    pt: não | uma | obrigado | obrigada | você | em | muito | são | também | vamos | pode | ao | está | às | dos |
        uma vez | isso | lhe | ainda | nosso | nossa | minha | tenho | bem | fazer
    sv: och | jag | inte | är | att | från | också | mycket | något | vad | gärna | vecka | för | kan du | oss | hos er
    da: af | mig | dig | jer | hvad | noget | meget | uge | igen | endnu | efter | tak | vil gerne | nogle |
        skal vi | ved
    no: meg | deg | dere | hva | noe | mye | uke | igjen | ennå | etter | takk | høres | gjerne | noen | vennlig
    fi: ja | on | ei | että | minä | kiitos | olen | voitko | mutta | tämä | onko | vielä | hyvä | meidän
    et: ja | ei | on | mina | tänan | täname | aitäh | palun | ning | kas | see | meie | selle | kuidas | meil | teile
    cs: jsem | jste | být | ještě | můžete | dobře | příští | děkuji | který | protože | prosím vás | jsme | nebo | se
    sk: som | ste | ešte | môžete | dobre | budúci | ďakujem | ktorý | pretože | sme | alebo | sa | čo | ktorá | keď
    sl: sem | bomo | lahko | naslednji | nisem | še | ter | kaj | prosim | tudi | smo | ampak | kdaj | vam
    hr: ćemo | što | tjedan | nisam | bih | također | možete | ponedjeljak | jesam | sljedeći | ili | kako | vas |
        bismo | jer
    hu: és | nem | hogy | egy | köszönöm | van | vagyok | kérem | még | csak | meg | az
    ro: și | este | sunt | mulțumesc | pentru | puteți | din | ați | nu | cu | sau | foarte
    tr: ve | bir | için | teşekkürler | teşekkür | değil | misiniz | çok | ama | gelecek | tekrar | merhaba
    lv: ir | paldies | lūdzu | nav | jūs | mēs | par | kas | es | vēl
    lt: ir | ačiū | yra | prašau | kad | mes | jūs | dar | už | jį | tai
    ru: и | что | не | вы | мы | это | спасибо | можете | на следующей | если | как | для
    uk: і | та | що | ви | ми | це | дякую | чи | можете | ще | якщо | для | будь
    bg: и | че | не | вие | ние | това | благодаря | ще | да | ли | за | как | моля
    sr: и | да | ли | хвала | је | су | ми | бисте | молим | ћемо | шта | следеће
    """
)
"""Words of each language; where two neighbours share one (`ja`), the others must decide."""

_LETTERS: Mapping[str, str] = {
    "is": "ðþ",
    "pl": "łśźń",
    "de": "ß",
    "es": "¿¡ñ",
    "pt": "ãõ",
    "et": "õ",
    "cs": "řěů",
    "sk": "ľĺŕô",
    "hu": "őű",
    "ro": "șță",
    "tr": "ğış",
    "lv": "ēāīģķļņ",
    "lt": "ėįų",
    "hr": "đć",
    "uk": "їіє",
    "ru": "ыэё",
    "sr": "јљњђћџ",
}
"""Letters by which a language is known among those that may be met."""
_LANGUAGES_OF = {
    letter: tuple(language for language, letters in _LETTERS.items() if letter in letters)
    for letters in _LETTERS.values()
    for letter in letters
}

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
)
"""Scripts of one language, as far as mail goes; Japanese before Chinese, whose signs it uses as well."""
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")
"""Letters that Persian and Urdu add to the Arabic ones."""
_HALF_AGAIN = 3

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def script_language(text: str, letters: int) -> str:
    """The language whose script most of some letters are in, where only one language is written so."""
    if text.isascii():
        return ""
    for language, script in _SCRIPTS:
        enough = letters if language != "ja" else letters // 2
        if len(script.findall(text)) * _HALF_AGAIN >= enough:
            return "" if language == "ar" and _PERSIAN.search(text) else language
    return ""


def telling_of(text: str) -> Mapping[str, int]:
    """How many different words and letters of a text belong to each language and not to all its neighbours."""
    small = text.casefold().replace("\u2019", "'")
    words = set(_WORD.findall(small))
    found = {
        language: sum(word in words if " " not in word else word in small for word in telling)
        for language, telling in TELLING.items()
    }
    for letter in set(small) & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[letter]:
            found[language] = found.get(language, 0) + 1
    return {language: count for language, count in found.items() if count}

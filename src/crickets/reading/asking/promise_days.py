"""
The days of promises: those that a text names, and the spans of time in which people promise things.

Knows spans ("in two weeks", "by the end of the month"), by language; spelled and nearby days are for `moments`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from crickets.made_once import made_once
from crickets.reading.asking.phrasebook import plain
from crickets.reading.moments.moments import NamedDay, days_named
from crickets.reading.moments.names import names_of
from crickets.reading.words import Words, spoken, table

_NUMBERS: Words = table(
    """
    en: a | one | two | three | four | five | six | ten | eight | fourteen | fifteen
    it: un/una/uno | uno | due | tre | quattro | cinque | sei | dieci | otto | quattordici | quindici
    pl: - | jeden/tydzień | dwa/dwóch/dwie | trzy/trzech | cztery/czterech | pięć/pięciu | sześć/sześciu | dziesięć |
        osiem/ośmiu | czternaście/czternastu | piętnaście/piętnastu
    is: - | eina/eitt/einn/einni | tvær/tvo/tvö/tveggja/tveimur | þrjár/þrjá/þrjú/þriggja/þremur |
        fjórar/fjóra/fjögurra | fimm | sex | tíu | átta | fjórtán | fimmtán
    de: - | einer/einem/eine | zwei | drei | vier | fünf | sechs | zehn | acht | vierzehn | fünfzehn
    fr: - | une/un | deux | trois | quatre | cinq | six | dix | huit | quatorze | quinze
    es: - | un/una | dos | tres | cuatro | cinco | seis | diez | ocho | catorce | quince
    nl: - | een/één | twee | drie | vier | vijf | zes | tien | acht | veertien | vijftien
    pt: - | um/uma | dois/duas | três | quatro | cinco | seis | dez | oito | catorze | quinze
    sv: - | en/ett | två | tre | fyra | fem | sex | tio | åtta | fjorton | femton
    """
)
_VALUES = (1, 1, 2, 3, 4, 5, 6, 10, 8, 14, 15)

_DAYS = "days? giorni giorno dni dzien dogum daga degi tagen tage tag jours? dias? dia dagen dagar dag".split()
_WEEKS = (
    "weeks? settiman[ae] tydzien tygodnie tygodni tygodniu viku vikur vikna vikum wochen? semaines? semanas? weken week"
    " veckor vecka veckan".split()
)
_IN = (
    "in|within|in the next|over the next|fra|tra|entro|nei prossimi|nelle prossime|za|w ciagu|do|eftir|innan|a naestu"
    "|innerhalb von|innerhalb|binnen|in den nachsten|dans|d'ici|sous|en|dentro de|en los proximos|en las proximas|over|"
    "em|daqui a|dentro de|no prazo de|nos proximos|nas proximas|om|inom|de"
)
"""Words before a span; where the language has it, "within" and "in" both end with the span."""

_ROUND = {"huitaine": 8, "quinzaine": 15, "quincena": 15, "quinzena": 15, "quindicina": 15, "fortnight": 14}
"""Words for so many days ("sous quinzaine", "in a fortnight")."""

_MONTHS_END: Words = table(
    """
    en: end of the month | end of this month | month's end | month end | end of month | later this month | this month
    it: fine mese | fine del mese | questo mese | fine di questo mese
    pl: końca miesiąca | koniec miesiąca | końca tego miesiąca | w tym miesiącu
    is: lok mánaðarins | lok mánaðar | mánaðamót | mánaðamótin | lok þessa mánaðar
    de: ende des monats | monatsende | ende dieses monats | diesen monat | ende monat
    fr: fin du mois | fin de ce mois | ce mois-ci | fin de mois
    es: fin de mes | final de mes | finales de mes | fin del mes | este mes
    nl: eind van de maand | einde van de maand | eind deze maand | het einde van deze maand | deze maand
    pt: fim do mês | final do mês | fim deste mês | este mês
    sv: slutet av månaden | månadens slut | månadsskiftet | slutet på månaden | den här månaden
    """
)
_BEFORE_THE_WEEKEND: Words = table(
    """
    en: before the weekend | before this weekend
    it: prima del weekend | prima del week-end | prima del fine settimana | prima del fine-settimana
    pl: przed weekendem | do weekendu
    is: fyrir helgi | fyrir helgina
    de: vor dem wochenende | bis zum wochenende
    fr: avant le week-end | avant le weekend | avant ce week-end
    es: antes del fin de semana | antes del finde
    nl: voor het weekend | vóór het weekend
    pt: antes do fim de semana | antes do final de semana | antes do fim-de-semana
    sv: innan helgen | före helgen | innan helg | före helg
    """
)
"""By the last working day of the week that runs."""
_NEXT_MONTH: Words = table(
    """
    en: next month
    it: mese prossimo | prossimo mese
    pl: przyszłym miesiącu | następnym miesiącu | przyszłego miesiąca
    is: næsta mánuði | næsta mánaðar
    de: nächsten monat | kommenden monat | nächsten monats
    fr: mois prochain
    es: mes que viene | próximo mes | mes próximo
    nl: volgende maand
    pt: próximo mês | mês que vem
    sv: nästa månad
    """
)
_WHOLE_MONTH: Words = table(
    """
    en: in | during | in the course of
    it: a | in | nel mese di | nel corso di | entro
    pl: w | we
    is: í
    de: im | im laufe des
    fr: en | courant | au mois de | dans le courant de | au cours de
    es: en | durante | en el mes de | a lo largo de | en el transcurso de
    nl: in | in de loop van
    pt: em | durante | no mês de | ao longo de
    sv: i | under
    """
)
_MONTHS_BEGINNING: Words = table(
    """
    en: early | early in | beginning of | start of
    it: inizio | inizio di | inizi di | primi di
    pl: początku | początkiem
    is: byrjun
    de: anfang
    fr: début | début du mois de
    es: principios de | inicios de | primeros de | comienzos de
    nl: begin
    pt: início de | inícios de | princípio de | princípios de | começo de
    sv: början av | början på
    """
)
_MIDDLE_OF_MONTH: Words = table(
    """
    en: mid | middle of
    it: metà | metà di
    pl: połowie | połowy
    is: miðjan
    de: mitte
    fr: mi | milieu du mois de
    es: mediados de
    nl: half | medio | midden
    pt: meados de
    sv: mitten av | mitten på
    """
)
_END_OF_MONTH: Words = table(
    """
    en: end of | late | late in
    it: fine | fine di
    pl: końca | koniec | końcem
    is: lok | enda
    de: ende
    fr: fin | la fin de | fin du mois de
    es: finales de | fines de | final de | fin de
    nl: eind | einde | eind van
    pt: fim de | fins de | final de | finais de
    sv: slutet av | slutet på
    """
)
_PARTS = ((_MONTHS_BEGINNING, 10), (_MIDDLE_OF_MONTH, 20), (_END_OF_MONTH, 31), (_WHOLE_MONTH, 31))
"""Words before a month's name, and the day of it, or its last, on which what they say is over."""

_SHORTEST_MONTH = 4
"""Letters of a month's name: shorter ones are other words as well ("set", "out"), but for May."""
_MAY = 5

_AFTER: Words = table(
    """
    en: after | following
    it: dopo
    pl: po
    is: eftir
    de: nach | ab
    fr: après
    es: después del | después de | tras
    nl: na
    pt: depois de | depois do | depois da | após
    sv: efter
    """
)
_ARTICLE = r"(?: (?:the|il|lo|la|le|l'|dem|den|der|el|los|las|de|het|o|a|os|as))?"
_TOMORROW = r"(?<!la )(?<!esta )(?<!una )manana|(?<!am )(?<!heute )(?<!guten )(?<!jeden )(?<!diesen )morgen"
"""Words that are the morning elsewhere: in a promise they are a day."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_FRIDAY = 4


def days_meant(text: str, *, language: str, written: date) -> tuple[NamedDay, ...]:
    """
    The days until which a promise may last, in the order of a text's words; those that can't be known are left out.

    "After the 15th" is kept on the 16th. A weekday that may be this week's or the next one's is the later: nobody is
    late before it.
    """
    letters = _letters(text)
    spans = (*_spans(letters, written), *_months(letters, language, written))
    named = [
        day
        for one in days_named(text, language=language, written=written)
        if not any(span.begin < one.end and one.begin < span.end for span in spans)
        and (day := _meant(one, letters, language)) is not None
    ]
    return tuple(sorted((*named, *spans), key=lambda one: one.begin))


def _meant(named: NamedDay, letters: str, language: str) -> NamedDay | None:
    """A named day as a promise means it."""
    if not named.certain:
        if any(char.isdigit() for char in letters[named.begin : named.end]):
            return None
        return replace(named, day=named.day + _WEEK)
    is_after = _after(language).search(letters[max(0, named.begin - 20) : named.begin])
    return replace(named, day=named.day + _DAY) if is_after else named


def _letters(text: str) -> str:
    """A text as it is compared, each letter in its place."""
    return "".join(folded if len(folded := plain(char)) == 1 else char for char in text)


def _spans(letters: str, written: date) -> Iterator[NamedDay]:
    for match in _patterns().finditer(letters):
        count = _count(match["count"]) if match["count"] else 0
        if match["days"]:
            day = written + count * _DAY
        elif match["tomorrow"]:
            day = written + _DAY
        elif match["round"]:
            day = written + _ROUND[match["round"]] * _DAY
        elif match["weekend"]:
            day = written + (_FRIDAY - written.weekday()) % 7 * _DAY
        elif match["weeks"]:
            day = written + count * _WEEK
        else:
            day = _months_last(written, 1 if match["next_month"] else 0)
        yield NamedDay(begin=match.start(), end=match.end(), day=day)


def _months(letters: str, language: str, written: date) -> Iterator[NamedDay]:
    """The months to come, or parts of them, that a text names without a day."""
    for match in _months_of(language).finditer(letters):
        number = names_of(language).months[match["month"]]
        year = int(match["year"] or written.year + (number < written.month))
        last = _months_last(date(year, number, 1), 0)
        part = next(day for at, (_, day) in enumerate(_PARTS) if match[f"part{at}"])
        yield NamedDay(begin=match.start(), end=match.end(), day=last.replace(day=min(part, last.day)))


@made_once
def _months_of(language: str) -> re.Pattern[str]:
    """The months of a language behind what says how much of one is meant."""
    named = names_of(language).months.items()
    names = sorted(re.escape(name) for name, number in named if len(name) >= _SHORTEST_MONTH or number == _MAY)
    if language not in _WHOLE_MONTH:
        return re.compile(r"(?!)")
    parts = "|".join(f"(?P<part{at}>{_any(words[language])})" for at, (words, _) in enumerate(_PARTS))
    return re.compile(
        rf"(?<!\w)(?:{parts})[\s-]{{1,2}}(?P<month>{'|'.join(reversed(names))})(?!\w|\.?\s{{0,2}}\d{{1,2}}(?!\d))"
        rf"(?:\s(?:del?\s)?(?P<year>20\d\d))?"
    )


def _months_last(day: date, later: int) -> date:
    """The last day of the month, or of a later one."""
    for _ in range(later + 1):
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day - _DAY


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _numbers().get(word, 0)


@made_once
def _after(language: str) -> re.Pattern[str]:
    """What says before a day that it's over then; unless the language is known, nothing does ("na" is "on", too)."""
    return re.compile(rf"(?<!\w)(?:{_any(_AFTER.get(language, ('-',)))}){_ARTICLE}\s*\Z")


@made_once
def _numbers() -> dict[str, int]:
    return {
        _letters(word): value
        for words in _NUMBERS.values()
        for value, choice in zip(_VALUES, words, strict=True)
        for word in choice.split("/")
    }


@made_once
def _patterns() -> re.Pattern[str]:
    counts = "|".join(sorted(map(re.escape, _numbers()), key=len, reverse=True))
    tables = (_MONTHS_END, _NEXT_MONTH, _BEFORE_THE_WEEKEND)
    months_end, next_month, weekend = (_any(spoken(one)) for one in tables)
    return re.compile(
        rf"(?<!\w)(?:(?:{_IN})\s{{1,2}}(?P<count>\d{{1,2}}|{counts})\s{{1,2}}(?:\w{{4,12}}\s{{1,2}})?"
        rf"(?:(?P<days>{'|'.join(_DAYS)})|(?P<weeks>{'|'.join(_WEEKS)}))"
        rf"|(?:{_IN})\s{{1,2}}(?:(?:a|une|una)\s)?(?P<round>{'|'.join(_ROUND)})"
        rf"|(?P<tomorrow>{_TOMORROW})|(?P<weekend>{weekend})"
        rf"|(?P<months_end>{months_end})|(?P<next_month>{next_month}))(?!\w)"
    )


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(_letters(one)) for one in sorted(phrases, key=len, reverse=True))

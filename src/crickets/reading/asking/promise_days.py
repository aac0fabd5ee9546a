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
from crickets.reading.words import Words, spoken, table

_NUMBERS: Words = table(
    """
    en: a | one | two | three | four | five | six | ten
    it: un/una/uno | uno | due | tre | quattro | cinque | sei | dieci
    pl: - | jeden/tydzień | dwa/dwóch/dwie | trzy/trzech | cztery/czterech | pięć/pięciu | sześć/sześciu | dziesięć
    is: - | eina/eitt/einn/einni | tvær/tvo/tvö/tveggja/tveimur | þrjár/þrjá/þrjú/þriggja/þremur |
        fjórar/fjóra/fjögurra | fimm | sex | tíu
    de: - | einer/einem/eine | zwei | drei | vier | fünf | sechs | zehn
    fr: - | une/un | deux | trois | quatre | cinq | six | dix
    es: - | un/una | dos | tres | cuatro | cinco | seis | diez
    nl: - | een/één | twee | drie | vier | vijf | zes | tien
    pt: - | um/uma | dois/duas | três | quatro | cinco | seis | dez
    sv: - | en/ett | två | tre | fyra | fem | sex | tio
    """
)
_VALUES = (1, 1, 2, 3, 4, 5, 6, 10)

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
    spans = tuple(_spans(letters, written))
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
        elif match["weekend"]:
            day = written + (_FRIDAY - written.weekday()) % 7 * _DAY
        elif match["weeks"]:
            day = written + count * _WEEK
        else:
            day = _months_last(written, 1 if match["next_month"] else 0)
        yield NamedDay(begin=match.start(), end=match.end(), day=day)


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
        rf"|(?P<tomorrow>{_TOMORROW})|(?P<weekend>{weekend})"
        rf"|(?P<months_end>{months_end})|(?P<next_month>{next_month}))(?!\w)"
    )


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(_letters(one)) for one in sorted(phrases, key=len, reverse=True))

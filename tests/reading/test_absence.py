"""When an absent author is back: what counts, and what gives nothing."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from crickets.reading.moments.absence import back_on
from crickets.reading.moments.moments import LANGUAGES

FRIDAY = date(2026, 5, 1)
"""The day on which the notices here are written."""


def back(text: str, language: str = "en", *, written: date = FRIDAY) -> date | None:
    """What a notice written on that Friday says."""
    return back_on(text, language=language, written=written)


def may(day: int) -> date:
    """A day of that May."""
    return date(2026, 5, day)


def test_until_is_as_stated() -> None:
    """Until the 14th is the 14th: half the world means that day, the other half the one behind."""
    assert back("I'm on holiday until 14 May.") == may(14)


def test_through_is_the_day_behind() -> None:
    """Through the 14th, the author is back on the 15th."""
    assert back("I'm on holiday through 14 May.") == may(15)


def test_an_end_and_a_return() -> None:
    """Where both are named, the return is what counts."""
    assert back("I will be away from Monday 4 May to Friday 15 May and back on Monday 18 May.") == may(18)


def test_an_end_in_the_subject_and_a_return_in_the_body() -> None:
    """Subject and body are one notice."""
    assert back("Out of office 4-15 May\nI will be back on Monday, 18 May.") == may(18)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je suis absente du 4 au 15 mai. De retour le lundi 18."),
        ("es", "Estaré fuera de la oficina del 4 al 15 de mayo. Me reincorporo el lunes 18."),
    ],
)
def test_a_return_by_its_weekday_and_number(language: str, text: str) -> None:
    """The month is said once."""
    assert back(text, language) == may(18)


def test_only_in_the_subject() -> None:
    """A subject alone is enough."""
    assert back("Abwesend bis 14.05.\nVielen Dank für Ihre Nachricht.", "de") == may(14)


def test_several_absences() -> None:
    """The absence that lasts or comes next counts, not a later one."""
    text = "I'm on leave from 4 May to 8 May and from 1 June to 12 June."
    assert back(text) == may(8)
    assert back(text, written=may(20)) == date(2026, 6, 12)


def test_a_return_between_two_absences() -> None:
    """A return that goes before a later absence is that of an earlier one."""
    assert back("I'm back on 5 May, and on holiday again from 11 May to 15 May.") == may(5)


def test_notes_own_words() -> None:
    """The Notes agent says from when and until when in the writer's own order of day and month."""
    text = "I will be out of the office starting  05/03/2026 and will not return until 05/14/2026."
    assert back(text) == may(14)


def test_an_ambiguous_date() -> None:
    """In English 05/06 is refused."""
    text = "I'm out of the office until 05/06/2026."
    assert back(text) is None
    assert back("Sono in ferie fino al 05/06/2026.", "it") == date(2026, 6, 5)


def test_three_ambiguous_dates() -> None:
    """An end and a return lie close together: that tells the order of day and month."""
    text = "I will be out of the office from 5/4/2026 – 5/8/2026 and will return on 5/11/2026."
    assert back(text) == may(11)


def test_an_ambiguous_date_is_not_read_in_another_language() -> None:
    """What one language refuses, no other one decides ("till" is Swedish too)."""
    assert back("I'm on holiday till 05/06/2026.") is None


def test_a_return_that_cannot_be_read() -> None:
    """An end does not stand in for a return that contradicts itself."""
    assert back("I'm away until 8 May and back on Monday 15 May.") is None


def test_a_notice_that_is_stale() -> None:
    """A return long past says nothing of today; one of yesterday may still be meant."""
    assert back("I'm on holiday until 14 April.") is None
    assert back("I'm back on 30 April.") == date(2026, 4, 30)


def test_a_return_in_some_years() -> None:
    """Nobody is away for ten years: it's another date."""
    assert back("I'm on leave until 14 May 2036.") is None


def test_a_leave_for_ever() -> None:
    """The calendar's last day is no return, and no mishap."""
    assert back("I'm on leave through 31 December 9999.") is None


def test_a_long_leave() -> None:
    """A parent's leave may last."""
    assert back("I am on maternity leave until 1 March 2027.") == date(2027, 3, 1)


def test_the_same_notice_in_two_languages() -> None:
    """Where the language of a text is another than it's said to be, its own words tell it."""
    assert back("Automatic reply\nIch bin bis zum 14. Mai im Urlaub.", "en") == may(14)
    assert back("Ich bin bis zum 14. Mai im Urlaub.", "") == may(14)


def test_a_wrapped_line() -> None:
    """A line's end is not a sentence's where the line is long."""
    assert back("Thank you for your mail, I am out of the office until\n14 May.") == may(14)


def test_a_return_before_which_nothing_happens() -> None:
    """Not before the 18th is the 18th; before the 18th, without a not, is somebody's deadline."""
    assert back("I will not be back before 18 May.") == may(18)
    assert back("I'm away. Please order before 18 May.") is None


def test_next_week() -> None:
    """It has five days on which somebody may be back; away next week is no return at all."""
    assert back("I'll be back next week.") is None
    assert back("I'm away next week.") is None


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office.",
        "I'm away today.",
        "Since 3 May I work at another firm.",
        "I left the company on 30 April 2026.",
        "I no longer work here as of 4 May 2026. Please write to Bob.",
        "I am on leave from 4 May.",
        "I'm on leave. Our offer is valid until 14 May.",
        "I'm away. Register for the webinar until 10 May!",
        "I'm not in the office on Fridays.",
        "We are open Monday to Friday from 9.00 to 17.30.",
        "I'm available until 14 May.",
        "I'm away until the end of the week.",
        "I will be in the office on Monday, Tuesday and Thursday.",
        "Thank you for your order. We will reply by 4 May.",
        "I'm away until further notice.",
        "I'm out of the office. Join us at the trade fair, 12-15 May!",
        "Your parcel comes on 14 May. You can return it until 14 June.",
        "I'm on leave until the 31st of June.",
        "I'm on leave. Your mail of 28 April has arrived.",
        "I'm away. Call +39 06 14 05 2026 or see version 14.5.26.",
        "I'll answer when I return, as I am on leave on 14 May.",
        "",
    ],
)
def test_what_names_no_return(text: str) -> None:
    """Dates about something else, and absences without an end, give nothing."""
    assert back(text) is None


NOTICES = {
    "en": (
        ("I am out of the office until Thursday 14 May.", 14),
        ("I am out of the office until May 14th, 2026.", 14),
        ("I'm on leave until and including 14 May.", 15),
        ("I'm on holiday up to (and including) 14 May.", 15),
        ("I am away from 4 May through 14 May.", 15),
        ("I am on annual leave from the 4th to the 14th of May inclusive.", 15),
        ("On leave 05/04/26 - 05/14/26", 14),
        ("On annual leave: 04/05/2026 - 14/05/2026", 14),
        ("I will be back at my desk on Monday 18 May.", 18),
        ("On Monday, 18 May, I will be back.", 18),
        ("From 18 May I can be reached again.", 18),
        ("Back: 18 May.", 18),
        ("I'm out and will respond when I'm back on the 18th.", 18),
        ("We are closed on 4 May and re-open on Tuesday 5 May at 9.00.", 5),
        ("I'll be back tomorrow.", 2),
        ("Away until 9am on Monday 11 May.", 11),
    ),
    "de": (
        ("Ich bin bis zum 14. Mai im Urlaub.", 14),
        ("Ich bin bis Donnerstag, den 14.05.2026, nicht im Büro.", 14),
        ("Ich bin bis einschließlich 14.05. abwesend.", 15),
        ("Ich bin bis und mit 14. Mai in den Ferien.", 15),
        ("Abwesend bis 14.05 (einschl.)", 15),
        ("vom 4. bis 14. Mai nicht erreichbar", 14),
        ("Ich bin vom 04.05.2026 bis inkl. 14.05.2026 auf Dienstreise.", 15),
        ("Ab dem 18. Mai bin ich wieder erreichbar.", 18),
        ("Ab Montag, 18.5., bin ich wieder für Sie da.", 18),
        ("Ich bin am 18. Mai wieder im Büro.", 18),
        ("Ich kehre am Montag, dem 18. Mai 2026 zurück.", 18),
        ("Ich bin im Urlaub und kann Ihre Nachricht erst am 18.05. beantworten.", 18),
        ("Ich bin nach dem 14. Mai wieder da.", 15),
        ("Ich bin bis 8. Mai erreichbar, danach bis 14. Mai im Urlaub.", 14),
    ),
    "it": (
        ("Sarò assente fino al 14 maggio.", 14),
        ("Sono in ferie fino a giovedì 14 maggio compreso.", 15),
        ("Sarò fuori ufficio sino al 14/05 incluso.", 15),
        ("Sono assente dal 4 al 14 maggio.", 14),
        ("Sono assente dal 4 al 14 maggio 2026 compresi.", 15),
        ("L'ufficio resterà chiuso dal 04/05 al 14/05.", 14),
        ("Sono in trasferta tra il 4 e il 14 maggio.", 14),
        ("Rientrerò lunedì 18 maggio.", 18),
        ("Rientro previsto: 18/05/2026", 18),
        ("Dal 18 maggio sarò di nuovo in ufficio.", 18),
        ("Sarò in ferie dal 4/5 al 14/5 e tornerò il 18/5.", 18),
        ("Non rientrerò prima del 18 maggio.", 18),
        ("Sono assente fino a lunedì.", 4),
    ),
    "fr": (
        ("Je suis absente jusqu'au 14 mai.", 14),
        ("Je suis en congés jusqu’au jeudi 14 mai inclus.", 15),
        ("Absent du 4 au 14 mai.", 14),
        ("Absent du 04/05 au 14/05/2026 inclus", 15),
        ("Je suis en déplacement entre le 4 et le 14 mai.", 14),
        ("Je serai de retour le 18 mai.", 18),
        ("De retour lundi 18 mai, je répondrai à votre message.", 18),
        ("À partir du 18 mai, je serai de nouveau joignable.", 18),
        ("Je ne serai de retour que le 18 mai.", 18),
        ("Je ne serai pas de retour avant le 18 mai.", 18),
        ("Nos bureaux sont fermés du 4 au 14 mai, réouverture le 18 mai.", 18),
        ("Je reviens mardi prochain.", 5),
    ),
    "es": (
        ("Estaré fuera de la oficina hasta el 14 de mayo.", 14),
        ("Estoy de vacaciones hasta el jueves 14 de mayo inclusive.", 15),
        ("Ausente del 4 al 14 de mayo.", 14),
        ("Estaré ausente del 4 al 14 de mayo, ambos inclusive.", 15),
        ("De vacaciones desde el 04/05/2026 hasta el 14/05/2026", 14),
        ("Volveré el lunes 18 de mayo.", 18),
        ("Me reincorporo el 18/05.", 18),
        ("A partir del 18 de mayo estaré de nuevo en la oficina.", 18),
        ("No volveré antes del 18 de mayo.", 18),
        ("Estoy de viaje. Regreso el próximo lunes 18 de mayo.", 18),
        ("Estoy de baja y vuelvo el día 18.", 18),
        ("Cerrado entre el 4 y el 14 de mayo.", 14),
    ),
    "pt": (
        ("Estou de férias até 14 de maio.", 14),
        ("Estarei ausente até ao dia 14 de maio (inclusive).", 15),
        ("Ausente de 4 a 14 de maio.", 14),
        ("Férias: 04/05/2026 a 14/05/2026", 14),
        ("Fora do escritório entre 4 e 14 de maio.", 14),
        ("Regresso no dia 18 de maio.", 18),
        ("Volto na segunda-feira, 18/05.", 18),
        ("Estarei de volta a partir de 18 de maio.", 18),
        ("Estarei ausente até dia 14/05, retornando no dia 18/05.", 18),
        ("Não volto antes de 18 de maio.", 18),
        ("Encerrado até terça-feira.", 5),
        ("Retorno em 18/05/2026.", 18),
    ),
    "pl": (
        ("Jestem na urlopie do 14 maja.", 14),
        ("Przebywam na urlopie do 14.05.2026 r. włącznie.", 15),
        ("Jestem na urlopie do 14 maja wlacznie.", 15),
        ("Jestem na urlopie do przyszlej srody.", 6),
        ("Jestem nieobecna od 4 do 14 maja.", 14),
        ("Nieobecny 04.05 - 14.05.2026", 14),
        ("Nie będzie mnie w biurze w dniach 4-14 maja.", 14),
        ("Wracam 18 maja.", 18),
        ("Wrócę w poniedziałek, 18 maja.", 18),
        ("Od 18 maja będę ponownie dostępny.", 18),
        ("Będę w biurze 18.05.2026 r.", 18),
        ("Wracam do pracy w środę.", 6),
        ("Jestem na urlopie, na wiadomości odpowiem po 14 maja.", 15),
        ("Urlop 4.05-14.05, powrót 18.05", 18),
    ),
    "nl": (
        ("Ik ben afwezig tot 14 mei.", 14),
        ("Ik ben afwezig t/m 14 mei.", 15),
        ("Ik ben tot en met donderdag 14 mei met vakantie.", 15),
        ("Van 4 tot 14 mei ben ik niet op kantoor.", 14),
        ("Van 4 t/m 14 mei ben ik vrij.", 15),
        ("Ik ben met verlof tussen 4 en 14 mei.", 14),
        ("Vanaf maandag 18 mei ben ik weer bereikbaar.", 18),
        ("Ik ben met vakantie en in week 21 weer terug.", 18),
        ("Ik ben op 18 mei weer aanwezig.", 18),
        ("Ik ben 18-05-2026 terug.", 18),
        ("Ik ben maandag weer op kantoor.", 4),
        ("Ons kantoor is gesloten tot 14-05-2026.", 14),
        ("Ik ben niet terug voor 18 mei.", 18),
    ),
    "sv": (
        ("Jag har semester till 14 maj.", 14),
        ("Jag är ledig till och med torsdag 14 maj.", 15),
        ("Jag är tjänstledig t.o.m. 2026-05-14.", 15),
        ("Frånvarande från 4 till 14 maj.", 14),
        ("Jag är ledig 4/5-14/5.", 14),
        ("Semesterstängt 4 maj - 14 maj", 14),
        ("Jag är åter den 18 maj.", 18),
        ("Tillbaka på kontoret 18/5.", 18),
        ("Jag har semester och är åter v. 21. Ha det fint!", 18),
        ("Jag har semester v. 19-20, ring växeln.", 18),
        ("Jag har semester v. 17 t.o.m. v 20.", 18),
        ("Jag är ledig vecka 19 och 20.", 18),
        ("Jag är ledig v. 19 och v. 24, tillbaka v21.", 18),
        ("Semester t.o.m. vecka 20.", 18),
        ("Semester till v. 21.", 18),
        ("Jag är ledig och åter på kontoret tisdag v. 21.", 19),
        ("Semester fr.o.m. v. 19, åter v. 21.", 18),
        ("Jag är på semester och svarar efter v. 20.", 18),
        ("Från och med måndag 18 maj är jag tillbaka.", 18),
        ("Jag är borta och svarar på mejl igen måndag 18 maj.", 18),
        ("Jag är inte tillbaka förrän den 18 maj.", 18),
        ("Jag är bortrest mellan den 4 och 14 maj.", 14),
    ),
    "is": (
        ("Ég er í fríi til 14. maí.", 14),
        ("Ég er í fríi en kem aftur í viku 21.", 18),
        ("Ég er í orlofi til og með 14. maí.", 15),
        ("Ég verð fjarverandi frá 4. til 14. maí.", 14),
        ("Ég verð í fríi frá 4. maí til og með 14. maí.", 15),
        ("Skrifstofan er lokuð frá 4. til 14. maí.", 14),
        ("Ég er í sumarfríi til 14.5.2026", 14),
        ("Kem aftur mánudaginn 18. maí.", 18),
        ("Ég mæti aftur til vinnu þann 18. maí.", 18),
        ("Frá 18. maí verð ég aftur við.", 18),
        ("Ég er ekki við en kem til baka 18. maí 2026.", 18),
        ("Ég er í leyfi en sný aftur þriðjudaginn 5. maí.", 5),
        ("Ég er erlendis á milli 4. og 14. maí.", 14),
    ),
    "da": (
        ("Jeg holder ferie til 14. maj.", 14),
        ("Jeg holder ferie i uge 19 og 20.", 18),
        ("Jeg er på ferie til og med d. 14. maj.", 15),
        ("Jeg er fraværende fra 4. til 14. maj.", 14),
        ("Jeg er tilbage mandag den 18. maj.", 18),
    ),
    "no": (
        ("Jeg har ferie til 14. mai.", 14),
        ("Jeg har ferie uke 19-20.", 18),
        ("Jeg er bortreist til og med 14. mai.", 15),
        ("Jeg er borte fra 4. til 14. mai.", 14),
        ("Jeg er tilbake mandag 18. mai.", 18),
    ),
    "fi": (
        ("Olen lomalla 14.5. asti.", 14),
        ("Olen poissa torstaihin 14. toukokuuta saakka.", 14),
        ("Olen lomalla 4.–14.5.", 14),
        ("Palaan töihin maanantaina 18.5.", 18),
    ),
    "cs": (
        ("Jsem na dovolené do 14. května.", 14),
        ("Jsem na dovolené od 4. do 14. května včetně.", 15),
        ("Vrátím se v pondělí 18. května.", 18),
        ("Od 18.5. budu opět k dispozici.", 18),
    ),
    "sk": (
        ("Som na dovolenke do 14. mája.", 14),
        ("Som na dovolenke do 14. mája vrátane.", 15),
        ("Som mimo kancelárie od 4. do 14. mája.", 14),
        ("Vrátim sa v pondelok 18. mája.", 18),
    ),
    "hu": (
        ("Május 14-ig szabadságon vagyok.", 14),
        ("2026. május 4-től 14-ig szabadságon vagyok.", 14),
        ("Május 18-án leszek újra elérhető.", 18),
        ("2026.05.14-ig nem vagyok az irodában.", 14),
    ),
    "ro": (
        ("Sunt în concediu până la 14 mai.", 14),
        ("Sunt în concediu până pe 14 mai inclusiv.", 15),
        ("Voi fi în concediu în perioada 4 - 14 mai.", 14),
        ("Revin luni, 18 mai.", 18),
    ),
    "tr": (
        ("14 Mayıs'a kadar izindeyim.", 14),
        ("14.05.2026 tarihine kadar ofis dışındayım.", 14),
        ("4-14 Mayıs tarihleri arasında izindeyim.", 14),
        ("18 Mayıs Pazartesi günü ofise döneceğim.", 18),
    ),
    "ru": (
        ("Я в отпуске до 14 мая.", 14),
        ("Я в отпуске с 4 по 14 мая включительно.", 15),
        ("Я в отпуске с 4 по 14 мая.", 14),
        ("Вернусь в понедельник, 18 мая.", 18),
    ),
    "uk": (
        ("Я у відпустці до 14 травня.", 14),
        ("Я у відпустці до 14 травня включно.", 15),
        ("Мене не буде з 4 до 14 травня.", 14),
        ("Повернуся 18 травня.", 18),
    ),
    "el": (
        ("Θα λείπω έως 14 Μαΐου.", 14),
        ("Είμαι σε άδεια μέχρι και τις 14 Μαΐου.", 15),
        ("Θα απουσιάζω από 4 έως 14 Μαΐου.", 14),
        ("Επιστρέφω τη Δευτέρα 18 Μαΐου.", 18),
    ),
    "ja": (
        ("5月14日まで休暇をいただいております。", 14),
        ("5月4日(月)~5月14日(木)まで不在にしております。", 14),
        ("5月18日より出社いたします。", 18),
        ("5/14まで休暇、5/18から出社いたします。", 18),
    ),
    "zh": (
        ("我正在休假，直到5月14日。", 14),
        ("我将于5月4日至14日休假。", 14),
        ("我将于2026年5月18日返回办公室。", 18),
        ("休假中，5月18日恢复上班。", 18),
    ),
    "ko": (
        ("5월 14일까지 휴가입니다.", 14),
        ("5월 4일부터 14일까지 부재중입니다.", 14),
        ("5월 18일에 복귀합니다.", 18),
        ("휴가 중입니다. 5월 18일(월)부터 출근합니다.", 18),
    ),
    "ar": (
        ("أنا في إجازة حتى 14 مايو.", 14),
        ("أنا خارج المكتب من 4 إلى 14 مايو.", 14),
        ("سأعود يوم الاثنين 18 مايو.", 18),
        ("أنا في إجازة حتى ١٤ مايو ٢٠٢٦.", 14),
    ),
    "he": (
        ("אני בחופשה עד 14 במאי.", 14),
        ("אני בחופשה מ-4.5 עד 14.5.26 ואחזור ב-18.5", 18),
        ("לא אהיה במשרד עד ה-14 במאי.", 14),
        ("אחזור ביום שני 18 במאי.", 18),
    ),
    "ca": (
        ("Soc de vacances fins al 14 de maig.", 14),
        ("Soc de vacances fins al 14 de maig inclòs.", 15),
        ("Estaré absent del 4 al 14 de maig.", 14),
        ("Torno el dilluns 18 de maig.", 18),
    ),
    "hr": (
        ("Na godišnjem odmoru sam do 14. svibnja.", 14),
        ("Odsutna sam do 14. svibnja uključivo.", 15),
        ("Na godišnjem sam od 4. do 14. svibnja.", 14),
        ("Vraćam se u ponedjeljak 18. svibnja.", 18),
    ),
    "sl": (
        ("Na dopustu sem do 14. maja.", 14),
        ("Odsotna sem do vključno 14. maja.", 15),
        ("Na dopustu sem od 4. do 14. maja.", 14),
        ("Vrnem se v ponedeljek, 18. maja.", 18),
    ),
    "bg": (
        ("В отпуск съм до 14 май.", 14),
        ("В отпуск съм до 14 май включително.", 15),
        ("Отсъствам от 4 до 14 май.", 14),
        ("Връщам се на 18 май.", 18),
    ),
    "et": (
        ("Olen puhkusel kuni 14. maini.", 14),
        ("Olen puhkusel kuni 14. maini (kaasa arvatud).", 15),
        ("Olen puhkusel 4.–14. mai.", 14),
        ("Olen tagasi 18. mail.", 18),
    ),
    "lv": (
        ("Esmu atvaļinājumā līdz 14. maijam.", 14),
        ("Esmu atvaļinājumā līdz 14. maijam ieskaitot.", 15),
        ("Esmu atvaļinājumā no 4. līdz 14. maijam.", 14),
        ("Atgriezīšos pirmdien, 18. maijā.", 18),
    ),
    "lt": (
        ("Atostogauju iki gegužės 14 d.", 14),
        ("Atostogauju iki gegužės 14 d. imtinai.", 15),
        ("Atostogauju nuo gegužės 4 d. iki gegužės 14 d.", 14),
        ("Grįšiu gegužės 18 d.", 18),
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "day"), [(language, *case) for language, cases in NOTICES.items() for case in cases]
)
def test_a_notice(language: str, text: str, day: int) -> None:
    """Each language's ways to say until when, or from when on."""
    assert back(text, language) == may(day)


def test_every_language_has_its_notices() -> None:
    """Whichever language's dates are read, some notices in it are tried."""
    assert set(NOTICES) == set(LANGUAGES)


UNTIL = {
    "en": "I am away until {}.",
    "de": "Ich bin bis {} im Urlaub.",
    "it": "Sono in ferie fino al {}.",
    "fr": "Je suis absent jusqu'au {}.",
    "es": "Estoy de vacaciones hasta el {}.",
    "pt": "Estou de férias até {}.",
    "pl": "Jestem na urlopie do {}.",
    "nl": "Ik ben afwezig tot {}.",
    "sv": "Jag har semester till {}.",
    "is": "Ég er í fríi til {}.",
    "da": "Jeg har ferie til {}.",
    "no": "Jeg har ferie til {}.",
    "fi": "Olen lomalla {} asti.",
    "cs": "Jsem na dovolené do {}.",
    "ro": "Sunt în concediu până la {}.",
    "tr": "{} tarihine kadar izindeyim.",
    "ru": "Я в отпуске до {}.",
    "el": "Θα λείπω έως {}.",
    "ja": "{}まで休暇です。",
    "zh": "我休假直到{}。",
    "ko": "{}까지 휴가입니다.",
    "he": "אני בחופשה עד {}.",
}


@pytest.mark.parametrize("language", UNTIL)
@pytest.mark.parametrize("form", ["full", "long", "medium", "short"])
@settings(max_examples=12, deadline=None)
@given(day=st.dates(date(2026, 5, 13), date(2026, 12, 31)))
def test_a_date_as_cldr_writes_it(language: str, form: str, day: date) -> None:
    """The date behind a cue is found in each of the language's forms, and never another; English short is refused."""
    found = back(UNTIL[language].format(format_date(day, form, locale=language)), language)
    assert found == day or (language == "en" and form == "short" and found in (None, day))


@pytest.mark.parametrize("language", ["", "en", "de", "ja", "ar"])
@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), written=st.dates())
def test_any_text_at_all(language: str, text: str, written: date) -> None:
    """No text makes the reading fail."""
    assert back_on(text, language=language, written=written) is None


@settings(max_examples=300, deadline=None)
@given(words=st.lists(st.sampled_from("until back on away 14 May 18 . , - to from Monday 5/6 2026 \n".split(" "))))
def test_any_words_at_all(words: list[str]) -> None:
    """However the words fall, what is told is neither long past nor far off."""
    day = back(" ".join(words))
    assert day is None or FRIDAY - timedelta(days=1) <= day <= FRIDAY + timedelta(days=1_100)


@pytest.mark.parametrize(
    "piece",
    [
        "1.2.",
        "until 14 May ",
        "14 May incl ",
        "next week Monday ",
        "away back ",
        "until the ",
        ". ",
        "\n",
        "until ",
        "14 May. ",
        "not back ",
        "3/5-",
    ],
)
def test_hostile_repetition(piece: str) -> None:
    """Twenty thousand letters of the same are read in no time."""
    begun = time.process_time()
    for language in ("en", "de", "hu"):
        back_on(piece * (20_000 // len(piece)), language=language, written=FRIDAY)
    assert time.process_time() - begun < timedelta(seconds=8).total_seconds()

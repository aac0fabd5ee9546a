"""When an absent author is back: days behind a label, days that are included, weekdays of next week, and traps."""

from __future__ import annotations

from datetime import date

import pytest

from crickets.reading.moments.absence import back_on

FRIDAY, TUESDAY = date(2026, 5, 1), date(2026, 5, 5)
"""The days on which the notices here are written."""

LABELLED = {
    "en": (
        ("I am away. Return: 14 May", 14),
        ("Out of office. Return date: 14 May 2026.", 14),
        ("I am on leave.\nBack in the office: 14 May", 14),
        ("I am on holiday. Away until: 14 May", 14),
        ("I am on holiday. Last day of absence: 14 May", 15),
        ("I'm out of the office; expected return: Thursday, 14 May", 14),
        ("Away: 4–14 May incl. Back: 18 May.", 18),
    ),
    "de": (
        ("Ich bin abwesend. Rückkehr: 14.05.", 14),
        ("Ich bin im Urlaub bis: 14.05.2026", 14),
        ("Abwesend bis: 14. Mai\nVielen Dank", 14),
        ("Ich bin im Urlaub. Rückkehrdatum: 14.05.2026", 14),
        ("Ich bin im Urlaub. Voraussichtliche Rückkehr: 14.05.2026", 14),
        ("Ich bin im Urlaub. Wieder im Büro: 14. Mai", 14),
        ("Abwesend vom 4.5. bis einschl. 15.5., wieder im Büro: 18.5.", 18),
    ),
    "it": (
        ("Sono in ferie. Rientro: 14 maggio", 14),
        ("Sono in ferie fino al: 14/05/2026", 14),
        ("Sono assente. Data di rientro: 14 maggio", 14),
        ("Sono in ferie. Data rientro: lunedì 18 maggio", 18),
    ),
    "fr": (
        ("Je suis absent. Retour le : 14 mai", 14),
        ("Je suis absent. Date de retour : 14/05/2026", 14),
        ("Je suis absent jusqu'au : 14 mai", 14),
    ),
    "pl": (
        ("Jestem na urlopie. Powrót: 14.05.2026", 14),
        ("Jestem na urlopie. Data powrotu: 14 maja", 14),
        ("Jestem nieobecny do: 14.05.2026", 14),
        ("Urlop: 4-15 maja. Powrót do pracy: 18 maja.", 18),
    ),
    "es": (
        ("Estoy de vacaciones. Vuelta: 14 de mayo", 14),
        ("Estoy de vacaciones. Fecha de regreso: 14/05/2026", 14),
        ("Ausente hasta: 14 de mayo", 14),
        ("Estoy de vacaciones. Fecha de reincorporación: 18 de mayo de 2026", 18),
    ),
    "pt": (
        ("Estamos encerrados de 4 a 15 de maio. Reabrimos no dia 18.", 18),
        ("Estou ausente e só poderei responder a partir de 18 de maio.", 18),
        ("Estou de férias. Regresso: 14 de maio", 14),
        ("Estou de férias. Data de retorno: 14/05/2026", 14),
        ("Estou ausente até: 14/05/2026", 14),
    ),
    "nl": (
        ("Ik ben afwezig. Terug op: 14 mei", 14),
        ("Ik ben afwezig tot: 14-05-2026", 14),
        ("Ik ben met vakantie. Datum terugkeer: 14 mei", 14),
    ),
    "sv": (
        ("Jag har semester. Åter: 14 maj", 14),
        ("Jag är ledig. Återkomst: 14 maj", 14),
        ("Jag är frånvarande till: 2026-05-14", 14),
        ("Semester. Åter på kontoret: 18/5", 18),
    ),
    "da": (
        ("Jeg har ferie. Tilbage: 14. maj", 14),
        ("Jeg er på ferie indtil: 14-05-2026", 14),
        ("Jeg har ferie. Tilbage på kontoret: 18/5", 18),
    ),
    "no": (
        ("Jeg har ferie. Tilbake: 14. mai", 14),
        ("Jeg har ferie til: 14.05.2026", 14),
    ),
    "is": (
        ("Ég er í fríi. Kem aftur: 14. maí", 14),
        ("Ég er í fríi til: 14.05.2026", 14),
    ),
    "fi": (
        ("Olen lomalla. Paluu: 14.5.2026", 14),
        ("Olen lomalla. Paluupäivä: 14.5.2026", 14),
        ("Olen lomalla. Takaisin töissä: 18.5.", 18),
    ),
    "cs": (
        ("Jsem na dovolené. Návrat: 14.5.2026", 14),
        ("Jsem na dovolené do: 14. 5. 2026", 14),
    ),
    "sk": (("Som na dovolenke. Návrat: 14.5.2026", 14),),
    "hu": (
        ("Nem vagyok az irodában. Visszatérés: 2026.05.14.", 14),
        ("Szabadságon vagyok. Visszatérés dátuma: 2026. május 14.", 14),
        ("Szabadságon vagyok eddig: 2026. május 14.", 14),
        ("Nem vagyok az irodában a következő napig: 2026. 05. 14.", 14),
        ("Szabadságon vagyok, legközelebb ekkor leszek az irodában: május 14.", 14),
        ("Szabadságon vagyok. Legközelebb ekkor vagyok elérhető: 2026.05.14.", 14),
        ("Szabadságon vagyok eddig a napig bezárólag: 2026.05.14.", 15),
        ("Szabadságon vagyok május 14-ig bezárólag.", 15),
        ("Szabadságon vagyok május 14-ig (bezárólag).", 15),
        ("Távollét vége: 2026.05.14.", 14),
    ),
    "ro": (
        ("Sunt în concediu. Revenire: 14.05.2026", 14),
        ("Sunt în concediu până la: 14 mai", 14),
        ("Sunt în concediu. Data revenirii: 18.05.2026", 18),
    ),
    "tr": (
        ("İzindeyim. Dönüş tarihi: 14.05.2026", 14),
        ("İzindeyim. Dönüş: 14 Mayıs", 14),
        ("İzindeyim. İşe dönüş tarihim: 18 Mayıs 2026", 18),
    ),
    "ru": (
        ("Я в отпуске. Дата возвращения: 14.05.2026", 14),
        ("Я в отпуске до: 14 мая", 14),
        ("В отпуске. Дата выхода на работу: 18.05.2026", 18),
        ("В отпуске. Выход на работу: 18 мая", 18),
    ),
    "uk": (
        ("Я у відпустці. Повернення: 14.05.2026", 14),
        ("У відпустці. Дата повернення: 18 травня", 18),
    ),
    "el": (
        ("Λείπω. Επιστροφή: 14 Μαΐου", 14),
        ("Λείπω έως: 14/05/2026", 14),
        ("Λείπω. Ημερομηνία επιστροφής: 18/05/2026", 18),
    ),
    "hr": (("Na godišnjem sam. Povratak: 14.5.2026.", 14),),
    "sl": (("Na dopustu sem. Vrnitev: 14. 5. 2026", 14),),
    "bg": (("В отпуск съм. Завръщане: 14.05.2026", 14),),
    "he": (
        ("אני בחופשה. תאריך חזרה: 14.5.2026", 14),
        ("אני בחופשה עד: 14.5.2026", 14),
    ),
    "ar": (
        ("أنا في إجازة. تاريخ العودة: 14 مايو", 14),
        ("أنا في إجازة حتى: 14 مايو", 14),
    ),
    "ja": (
        ("休暇中です。復帰予定日：5月14日", 14),
        ("不在にしております。出社予定：2026年5月14日", 14),
        ("不在期間：5月4日～5月14日（最終日を含む）", 15),
        ("休暇期間：5月4日～5月15日\n出社日：5月18日", 18),
    ),
    "zh": (
        ("我正在休假。返回日期：2026年5月14日", 14),
        ("休假至：5月14日", 14),
        ("休假时间：5月4日至5月15日，返岗时间：5月18日", 18),
    ),
    "ko": (
        ("휴가 중입니다. 복귀일: 2026년 5월 14일", 14),
        ("휴가 중입니다. 복귀 예정일: 5월 14일", 14),
        ("휴가 기간: 5월 4일 ~ 5월 15일\n복귀일: 5월 18일", 18),
    ),
    "et": (("Olen puhkusel. Tagasi: 14. mai", 14),),
    "lv": (("Esmu atvaļinājumā. Atgriešanās: 14.05.2026", 14),),
    "lt": (("Esu atostogose. Grįžimas: 2026-05-14", 14),),
    "ca": (("Estic de vacances. Retorn: 14 de maig", 14),),
}
"""A word, a colon and the day."""

INCLUDED = {
    "en": (
        ("I'm away until 14 May (inclusive).", 15),
        ("I'm away until 14 May, inclusive.", 15),
        ("I'm away until 14 May (that day included).", 15),
        ("I'm away from 4 May to 14 May (both days included).", 15),
        ("I'm away from 4 to 14 May inclusive.", 15),
        ("I'm away until 14 May, weekends included.", 14),
        ("I'm away until 14 May (incl. weekends).", 14),
        ("I am out of the office through Thursday 14 May. ", 15),
        ("Out until and including May 14th.", 15),
        ("OOO until Thu 14 May incl.", 15),
        ("I'm on leave until May 14, 2026 (inclusive)", 15),
        ("I'm on leave 4 May – 14 May (inclusive)", 15),
        ("I'm on leave from May 4 through May 14, inclusive.", 15),
    ),
    "de": (
        ("Ich bin bis 14.5. (einschließlich) im Urlaub.", 15),
        ("Ich bin bis zum 14. Mai (diesen Tag eingeschlossen) im Urlaub.", 15),
        ("Ich bin bis 14.05.2026 (inkl.) abwesend.", 15),
        ("Ich bin bis zum 14. Mai, den 14. Mai eingeschlossen, abwesend.", 15),
        ("Ich bin bis 14.05. inkl. Wochenende abwesend.", 14),
        ("Ich bin bis inkl. Donnerstag, 14. Mai abwesend.", 15),
        ("Ich bin bis zum 14.5. (inkl. 14.5.) im Urlaub.", 15),
    ),
    "it": (
        ("Sono in ferie fino al 14 maggio (compreso).", 15),
        ("Sono in ferie dal 4 al 14 maggio, estremi compresi.", 15),
        ("Sono in ferie fino al 14/05/2026 (giorno incluso).", 15),
        ("Assente fino a giovedì 14/05/2026 (incluso)", 15),
    ),
    "fr": (
        ("Je suis absent jusqu'au 14 mai (inclus).", 15),
        ("Je suis en congés jusqu'au 14 mai, ce jour inclus.", 15),
        ("Je suis en congés jusqu'au 14 mai, week-end compris.", 14),
        ("Je suis en congé du 4 au 14 mai 2026 (inclus).", 15),
        ("Absente jusqu'au jeudi 14 mai 2026 inclus", 15),
        ("Absent jusqu'au 14/05 (compris).", 15),
    ),
    "es": (
        ("Estoy de vacaciones hasta el 14 de mayo (inclusive).", 15),
        ("Estoy de vacaciones hasta el 14 de mayo, este día incluido.", 15),
        ("Estaré ausente hasta el jueves 14 de mayo incluido.", 15),
    ),
    "pt": (
        ("Estou de férias até 14 de maio (inclusive).", 15),
        ("Estou ausente até 14/05/2026, dia 14 incluído.", 15),
        ("Férias de 4 a 14 de maio, inclusive.", 15),
    ),
    "pl": (
        ("Jestem na urlopie do 14.05 (włącznie).", 15),
        ("Jestem na urlopie do 14 maja, z tym dniem włącznie.", 15),
        ("Jestem na urlopie od 4 do 14 maja 2026 r. (włącznie).", 15),
    ),
    "nl": (
        ("Ik ben afwezig t/m 14 mei.", 15),
        ("Ik ben afwezig tot 14 mei (inclusief).", 15),
        ("Ik ben afwezig tot 14 mei (die dag inbegrepen).", 15),
        ("Ik ben afwezig tot en met 14 mei 2026.", 15),
        ("Ik ben vrij van 4 mei tot 14 mei (beide dagen inbegrepen).", 15),
    ),
    "sv": (
        ("Jag är ledig till 14 maj (inklusive).", 15),
        ("Jag har semester till den 14 maj (den dagen medräknad).", 15),
    ),
    "da": (("Jeg har ferie til 14. maj (inkl.).", 15),),
    "no": (
        ("Jeg har ferie til 14. mai (inkludert).", 15),
        ("Jeg har ferie til og med torsdag 14. mai.", 15),
    ),
    "fi": (
        ("Olen lomalla 14.5. saakka, kyseinen päivä mukaan lukien.", 15),
        ("Olen lomalla 14. toukokuuta asti (mukaan lukien).", 15),
        ("Olen lomalla 4.5.–14.5. (mukaan lukien).", 15),
        ("Olen lomalla 4.5.–14.5.2026 (molemmat päivät mukaan lukien).", 15),
    ),
    "cs": (
        ("Jsem na dovolené do 14. května (včetně).", 15),
        ("Čerpám dovolenou do 14.5.2026 včetně.", 15),
        ("Čerpám dovolenou od 4. 5. do 14. 5. 2026 (oba dny včetně).", 15),
    ),
    "sk": (("Som na dovolenke do 14.5.2026 (vrátane).", 15),),
    "ro": (("Sunt în concediu până la 14 mai (inclusiv).", 15),),
    "tr": (
        ("14.05.2026 tarihine kadar (bu tarih dahil) izindeyim.", 15),
        ("14 Mayıs'a kadar (dahil) izindeyim.", 15),
        ("4 Mayıs - 14 Mayıs (dahil) tarihleri arasında izindeyim.", 15),
    ),
    "ru": (
        ("Я в отпуске до 14 мая (включительно).", 15),
        ("Я в отпуске с 4 мая по 14 мая 2026 г. включительно.", 15),
        ("Я буду отсутствовать до 14.05.2026 г. (включительно).", 15),
    ),
    "uk": (("Я у відпустці до 14 травня (включно).", 15),),
    "el": (
        ("Λείπω μέχρι 14 Μαΐου (συμπεριλαμβανομένης).", 15),
        ("Θα απουσιάζω έως 14/05/2026 (συμπεριλαμβανομένης της ημέρας αυτής).", 15),
    ),
    "hr": (
        ("Na godišnjem sam do 14.5.2026. (uključivo).", 15),
        ("Odsutan sam od 4.5. do 14.5.2026. (uključivo).", 15),
    ),
    "sl": (("Na dopustu sem do 14. 5. 2026 (vključno).", 15),),
    "bg": (("В отпуск съм до 14 май (включително).", 15),),
    "et": (("Olen puhkusel kuni 14. mai (kaasa arvatud).", 15),),
    "he": (
        ("אני בחופשה עד 14.5.2026 (כולל).", 15),
        ("אני בחופשה עד 14.5.2026 ועד בכלל.", 15),
        ("אני בחופשה עד יום חמישי 14.5 כולל.", 15),
    ),
    "ar": (
        ("أنا في إجازة حتى 14 مايو (ضمناً).", 15),
        ("أنا في إجازة حتى 14 مايو (بما في ذلك هذا اليوم).", 15),
        ("أنا في إجازة من 4 مايو حتى 14 مايو (ضمنًا).", 15),
    ),
    "ja": (
        ("5月14日まで（同日を含む）休暇です。", 15),
        ("5月14日まで（当日含む）不在です。", 15),
        ("2026/05/14（木）まで（14日を含む）休暇をいただきます。", 15),
        ("5月4日から5月14日まで（両日を含む）不在にしております。", 15),
    ),
    "zh": (
        ("我休假至2026年5月14日（含当日）。", 15),
        ("我休假到5月14日（含）。", 15),
        ("我休假至5月14日（包括当天）。", 15),
        ("我休假至5月14日（含周末）。", 14),
        ("本人于5月4日至5月14日（含）休假。", 15),
    ),
    "ko": (
        ("5월 14일까지(당일 포함) 휴가입니다.", 15),
        ("5월 14일(포함)까지 휴가입니다.", 15),
        ("2026-05-14까지 (해당일 포함) 부재중입니다.", 15),
        ("5월 4일부터 5월 14일까지 (양일 포함) 휴가입니다.", 15),
    ),
}
"""What includes the last day, behind it; and what includes something else."""

NEXT_WEEK = {
    "en": (
        ("I'm away and back on Monday next week.", 11),
        ("I'm away and back on Friday next week.", 15),
        ("I'm away and back next week on Friday.", 15),
        ("I'm away and back on Friday this week.", 8),
        ("I'm away today and back on Friday. Next week I'm at a fair.", 8),
        ("I'm away and back on Monday, 18 May, the week after next week.", 18),
        ("I'll be out next week on Monday and back on Tuesday next week.", 12),
    ),
    "de": (
        ("Ich bin abwesend und am Montag nächster Woche zurück.", 11),
        ("Ich bin abwesend und nächste Woche Freitag zurück.", 15),
        ("Ich bin im Urlaub und ab nächster Woche Freitag wieder da.", 15),
    ),
    "it": (
        ("Sono assente e torno venerdì della prossima settimana.", 15),
        ("Sono assente e torno la prossima settimana, venerdì.", 15),
        ("Sono fuori sede e rientro lunedì della settimana prossima.", 11),
    ),
    "fr": (
        ("Je suis absent, de retour le vendredi de la semaine prochaine.", 15),
        ("Je suis absent, de retour vendredi la semaine prochaine.", 15),
        ("Je suis absent cette semaine, de retour lundi prochain.", 11),
        ("Absent. De retour lundi de la semaine prochaine.", 11),
    ),
    "es": (
        ("Estoy de vacaciones y vuelvo el viernes de la próxima semana.", 15),
        ("Estoy de vacaciones y vuelvo el viernes de la semana que viene.", 15),
        ("Estoy de viaje y regreso el lunes de la semana próxima.", 11),
    ),
    "pt": (
        ("Estou de férias e volto na sexta-feira da próxima semana.", 15),
        ("Estou fora e volto na segunda-feira da semana que vem.", 11),
    ),
    "nl": (
        ("Ik ben afwezig en volgende week vrijdag weer op kantoor.", 15),
        ("Ik ben afwezig en vrijdag volgende week weer op kantoor.", 15),
    ),
    "pl": (
        ("Jestem na urlopie, wracam w piątek w przyszłym tygodniu.", 15),
        ("Jestem na urlopie, wracam w piątek przyszłego tygodnia.", 15),
    ),
    "sv": (
        ("Jag är ledig och tillbaka på fredag nästa vecka.", 15),
        ("Jag är ledig och tillbaka nästa veckas fredag.", 15),
        ("Jag är borta och åter tisdag nästa vecka.", 12),
    ),
    "da": (("Jeg har ferie og er tilbage fredag i næste uge.", 15),),
    "no": (("Jeg har ferie og er tilbake fredag i neste uke.", 15),),
    "fi": (
        ("Olen lomalla ja palaan ensi viikon perjantaina.", 15),
        ("Olen lomalla ja palaan ensi viikolla perjantaina.", 15),
    ),
    "cs": (
        ("Jsem na dovolené, vrátím se příští týden v pátek.", 15),
        ("Jsem na dovolené, vrátím se v pátek příští týden.", 15),
    ),
    "sk": (("Som na dovolenke, vrátim sa budúci týždeň v piatok.", 15),),
    "hu": (("Szabadságon vagyok, jövő hét pénteken jövök vissza.", 15),),
    "ro": (("Sunt în concediu și revin săptămâna viitoare, vineri.", 15),),
    "tr": (("İzindeyim, gelecek hafta cuma günü döneceğim.", 15),),
    "ru": (
        ("Я в отпуске, вернусь в пятницу на следующей неделе.", 15),
        ("Я в отпуске, вернусь на следующей неделе в пятницу.", 15),
    ),
    "uk": (("Я у відпустці, повернуся наступного тижня в п'ятницю.", 15),),
    "el": (
        ("Λείπω και επιστρέφω την Παρασκευή της επόμενης εβδομάδας.", 15),
        ("Λείπω. Επιστρέφω τη Δευτέρα της επόμενης εβδομάδας.", 11),
    ),
    "ja": (
        ("休暇のため、来週の月曜日に出社いたします。", 11),
        ("不在です。来週金曜日に復帰します。", 15),
        ("不在です。来週金曜に復帰します。", 15),
        ("外出しております。来週火曜日に戻ります。", 12),
    ),
    "zh": (
        ("我正在休假，下周一回来上班。", 11),
        ("我正在休假，下周五回来上班。", 15),
        ("我正在休假，下个星期五回来上班。", 15),
        ("我正在休假，下週五返回。", 15),
        ("我外出了，下周二回来。", 12),
        ("我不在办公室，下星期二返回。", 12),
        ("我不在办公室，本周五返回。", 8),
    ),
    "ko": (
        ("휴가이며 다음 주 월요일에 복귀합니다.", 11),
        ("휴가이며 다음주 금요일에 복귀합니다.", 15),
        ("부재중입니다. 다음 주 화요일에 돌아옵니다.", 12),
    ),
    "he": (
        ("אני בחופשה ואחזור ביום שישי בשבוע הבא.", 15),
        ("אני בחופשה ואחזור ביום ראשון בשבוע הבא.", 10),
    ),
    "ar": (("أنا في إجازة وسأعود يوم الجمعة من الأسبوع القادم.", 15),),
}
"""Weekdays beside "next week", read on a Tuesday; and beside nothing, or "this week"."""

FURTHER = {
    "es": (("Contestaré a su correo a partir del 14 de mayo, cuando vuelva a la oficina.", 14),),
    "en": (
        ("I will answer your mail from 14 May, when I am back at the office.", 14),
        ("I'm away until 14 May (14 May included).", 15),
        ("I'm away until 14 May. Included in my absence is the support line.", 14),
        ("I'm away until 14 May, 20 people included.", 14),
        ("I'm out until 14 May - inclusive of all staff.", 14),
        ("Dates of absence: 4 May - 15 May. Return to office: 18 May.", 18),
        ("Leave start: 4 May\nLeave end: 15 May\nBack: 18 May", 18),
        ("I'm on leave until 14 May (provisionally, inclusive of travel).", 14),
    ),
    "de": (
        ("Ich beantworte Ihre Mail ab dem 14. Mai, wenn ich zurück bin.", 14),
        ("Ich bin im Urlaub. Mein erster Arbeitstag ist der 14. Mai.", 14),
        ("Ich bin bis zum 14. Mai im Urlaub. Erreichbar wieder: nie.", 14),
        ("Urlaub vom: 04.05.2026\nbis: 15.05.2026\nwieder da: 18.05.2026", 18),
        ("Bis einschl. Donnerstag, 14. Mai habe ich Urlaub.", 15),
    ),
    "pl": (("Wracam do pracy 14.05 i wtedy odpowiem na wiadomość.", 14),),
    "cs": (("Jsem na dovolené, vrátím se do práce 14.05 a odpovím.", 14),),
    "he": (
        ("אני בחופשה ואשוב לעבודה בתאריך 14/5.", 14),
        ("אני בחופשה ואשוב לעבודה ביום 14/5.", 14),
    ),
    "zh": (
        ("我正在休假，直到5月14日。", 14),
        ("我休假至5月14日，包含周末。", 14),
    ),
    "hu": (
        ("Szabadságon vagyok, első munkanapom: 2026. 05. 14.", 14),
        ("Szabadságon vagyok május 4-től május 15-ig. Visszatérés: május 18.", 18),
        ("Jelenleg nem vagyok elérhető. Legközelebb 2026. május 14-én leszek az irodában.", 14),
        ("2026. május 14-ig szabadságon vagyok, sürgős esetben hívja kollégámat.", 14),
        ("Szabadságon vagyok, május 14-én jövök vissza.", 14),
    ),
    "fr": (("Je suis en congés. Premier jour de travail : 14 mai", 14),),
    "pt": (("Estou de férias até ao dia 14 de maio (dia 14 inclusive).", 15),),
    "ja": (("5月14日まで、土日を含む休暇です。", 14),),
    "ko": (("5월 14일까지, 주말 포함 휴가입니다.", 14),),
    "fi": (("Olen poissa ja palaan torstaina 14.5.", 14),),
}
"""Answers from a day on, first working days, days without a dot behind, and several labels together."""

NO_DAY = (
    ("de", "Ich bin im Urlaub und nächste Woche wieder da."),
    ("en", "I am away and back next week."),
    ("ar", "أنا في إجازة وسأعود الأسبوع القادم."),
    ("ja", "不在です。再来週の月曜日に復帰します。"),
    ("en", "I'm away and back on Monday after next."),
    ("de", "Ich bin im Urlaub und am Montag übernächster Woche zurück."),
    ("zh", "我正在休假，下下周一回来上班。"),
    ("ko", "휴가이며 다다음 주 월요일에 복귀합니다."),
    ("en", "I'm away next week, Monday to Wednesday."),
    ("en", "I'm away and back on Sunday next week."),
    ("de", "Ich bin im Urlaub. Version 3.05 wird geprüft und ist zurück."),
    ("pl", "Jestem na urlopie. Wracam o 8.05 i wtedy odpowiem."),
    ("hu", "Köszönöm levelét, legközelebb jelentkezem. Határidő: 2026.05.14."),
    ("hu", "Szabadságon vagyok. A következő rendezvény: 2026.05.14."),
    ("hu", "Május 14-én nem leszek az irodában."),
    ("hu", "Szabadságon vagyok. Visszatérés: még nem ismert. Ajánlatunk 2026.05.14-ig érvényes."),
    ("de", "Ich bin abwesend. Rückkehr: unbekannt."),
    ("de", "Ich bin im Urlaub. Rückfragen zur Rechnung bis: 14.05."),
    ("de", "Mein letzter Arbeitstag war der 30. April. Ich bin abwesend."),
    ("en", "I'll be out next week on Monday."),
    ("de", "Nächste Woche Montag bin ich nicht im Büro."),
    ("sv", "Jag har semester. Version v2 kommer snart."),
    ("sv", "Jag har semester v. 2."),
    ("sv", "Jag har semester v. 60."),
    ("sv", "Jag är ledig v. 19 och v. 24."),
)
"""What could be one day as well as another, or is about something else."""


def _cases(table: dict[str, tuple[tuple[str, int], ...]]) -> list[tuple[str, str, int]]:
    return [(language, text, day) for language, rows in table.items() for text, day in rows]


@pytest.mark.parametrize(
    ("language", "text", "day"), [case for table in (LABELLED, INCLUDED, FURTHER) for case in _cases(table)]
)
def test_a_notice(language: str, text: str, day: int) -> None:
    """The day of return is told."""
    assert back_on(text, language=language, written=FRIDAY) == date(2026, 5, day)


@pytest.mark.parametrize(("language", "text", "day"), _cases(NEXT_WEEK))
def test_a_weekday_of_next_week(language: str, text: str, day: int) -> None:
    """It is the one of the week to come, be there a nearer one."""
    assert back_on(text, language=language, written=TUESDAY) == date(2026, 5, day)


@pytest.mark.parametrize(("language", "text"), NO_DAY)
@pytest.mark.parametrize("written", [FRIDAY, TUESDAY])
def test_no_day(language: str, text: str, written: date) -> None:
    """Rather none than a wrong one."""
    assert back_on(text, language=language, written=written) is None


def test_next_week_on_a_sunday() -> None:
    """On a Sunday nobody knows which week has begun."""
    text = "I'm away and back on Monday next week."
    assert back_on(text, language="en", written=date(2026, 5, 3)) is None
    assert back_on(text, language="en", written=date(2026, 5, 2)) == date(2026, 5, 4)


def test_a_number_in_the_subject() -> None:
    """What ends a subject is not the year of the day that begins the text."""
    assert back_on("Re: Order 4711\n14 May I will be back.", language="en", written=FRIDAY) == date(2026, 5, 14)
    text = "Re: Order 4711\n5月14日まで休暇です。"
    assert back_on(text, language="ja", written=FRIDAY) == date(2026, 5, 14)

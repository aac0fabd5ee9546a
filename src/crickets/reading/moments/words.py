"""
The words that stand in, around and between dates, by language, as far as CLDR's calendars do not have them.

Tables only; must not know how a date is put together: that is for `patterns`.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

MONTHS: Words = table(
    """
    en: | | | | | june | july | | sept | | |
    de: jänner, jaenner | feber | märz, maerz, mrz | | | juno | julei | | | | |
    it: genn | febbr | | | magg | | | | sett, settem | ott, ottob | |
    pl: styczniu, stycz | lutym | marcu | kwietniu, kwiet | maju, maj | czerwcu, czerw | lipcu | sierpniu, sierp |
        wrześniu, wrzes | październiku, paźdz | listopadzie, listop | grudniu, grudz
    is: jan | feb | mar | apr | | | | ágúst | sept | | |
    fr: | févr, fev | | avr | | | juill | | sept | | |
    es: | | | | | | | | septiembre, setiembre, sept | | |
    nl: | | mrt | | | | | | sept | | |
    pt: | | | | | | | | setembro, set | | |
    sv: | | mars | | maj | juni | juli | | sept | | |
    da: | | mar | | | | | | sept | | |
    no: | | mars, mar | | | juni | juli | | sept | | |
    sl: januarja | februarja | marca | aprila | maja | junija | julija | avgusta | septembra | oktobra | novembra |
        decembra
    cs: lednu | únoru | březnu | dubnu | květnu | červnu | červenci | srpnu | září | říjnu | listopadu | prosinci
    sk: januári | februári | marci | apríli | máji | júni | júli | auguste | septembri | októbri | novembri |
        decembri
    hr: januara | februara | marta | aprila | maja | juna | jula | avgusta | septembra | oktobra |
        novembra, studenog, studeni | decembra
    ro: | | | | | iun | iul | aug | sept | oct | noi, nov | dec
    ru: янв | фев, февр | | апр | | | | авг | сент, сен | окт | нояб, ноя | дек
    tr: | şub | | | | | | ağu, ağustos | | ekm | | ara
    ar: كانون الثاني | شباط | آذار | نيسان, ابريل, إبريل | أيار, ماي | حزيران, جوان | تموز, جويلية |
        آب, اغسطس, أوت | أيلول | تشرين الأول, اكتوبر | تشرين الثاني | كانون الأول
    """
)
"""Forms of the months, from January on, that CLDR lacks: other cases, neighbours' names, shorter abbreviations."""

WEEKDAYS: Words = table(
    """
    de: montags | dienstags | mittwochs | donnerstags | freitags | samstags, sonnabend | sonntags
    it: lunedi | martedi | mercoledi | giovedi | venerdi | |
    pl: poniedziałku | wtorku | środę, środy, środzie | czwartku | piątku | sobotę, soboty | niedzielę, niedzieli
    is: mánudag, mánudags, mánudagsins, mánudaginn, mánudegi, mánudeginum |
        þriðjudag, þriðjudags, þriðjudagsins, þriðjudaginn, þriðjudegi, þriðjudeginum |
        miðvikudag, miðvikudags, miðvikudagsins, miðvikudaginn, miðvikudegi, miðvikudeginum |
        fimmtudag, fimmtudags, fimmtudagsins, fimmtudaginn, fimmtudegi, fimmtudeginum |
        föstudag, föstudags, föstudagsins, föstudaginn, föstudegi, föstudeginum |
        laugardag, laugardags, laugardagsins, laugardaginn, laugardegi |
        sunnudag, sunnudags, sunnudagsins, sunnudaginn, sunnudegi
    pt: segunda, 2ª feira, 2ª-feira, segunda feira | terça, 3ª feira, 3ª-feira, terça feira |
        quarta, 4ª feira, 4ª-feira, quarta feira | quinta, 5ª feira, 5ª-feira, quinta feira |
        sexta, 6ª feira, 6ª-feira, sexta feira | |
    sv: måndagen | tisdagen | onsdagen | torsdagen | fredagen | lördagen | söndagen
    da: mandagen | tirsdagen | onsdagen | torsdagen | fredagen | |
    no: mandagen | tirsdagen | onsdagen | torsdagen | fredagen | |
    fi: maanantaista, maanantaihin, maanantai | tiistaista, tiistaihin, tiistai |
        keskiviikosta, keskiviikkoon, keskiviikko | torstaista, torstaihin, torstai |
        perjantaista, perjantaihin, perjantai | lauantaihin, lauantai | sunnuntaihin, sunnuntai, sunnuntaina
    cs: pondělka | úterka | středu, středy | čtvrtka, čtvrtku | pátku | sobotu, soboty | neděli
    sk: pondelka, pondelku | utorka | stredu, stredy | štvrtka, štvrtku | piatka, piatku | sobotu, soboty |
        nedeľu, nedele
    hu: hétfőn, hétfőig, hétfőtől | kedden, keddig, keddtől | szerdán, szerdáig, szerdától |
        csütörtökön, csütörtökig, csütörtöktől | pénteken, péntekig, péntektől | szombaton, szombatig | vasárnapig
    ro: lunea | marți, marţi, marti | miercurea | joia | vinerea | sâmbăta, sambata | duminica
    ru: понедельника | вторника | среду, среды | четверга | пятницу, пятницы | субботу, субботы | воскресенья
    uk: понеділка | вівторка | середу, середи | четверга | п'ятницю, п'ятниці, п'ятниця | суботу, суботи |
        неділю, неділі
    hr: ponedjeljka, ponedeljak | utorka | srijedu, srijede, sredu | četvrtka | petka | subotu, subote |
        nedjelju, nedjelje
    sl: ponedeljka | torka | sredo, srede | četrtka | petka | soboto, sobote | nedeljo, nedelje
    el: Δευτέρας | Τρίτης | Τετάρτης | Πέμπτης | Παρασκευής | Σαββάτου | Κυριακής
    et: esmaspäeval, esmaspäevani, esmaspäevast | teisipäeval, teisipäevani, teisipäevast |
        kolmapäeval, kolmapäevani, kolmapäevast | neljapäeval, neljapäevani, neljapäevast |
        reedel, reedeni, reedest | laupäeval | pühapäeval
    lv: pirmdienas, pirmdien, pirmdienai, pirmdienu | otrdienas, otrdien, otrdienai |
        trešdienas, trešdien, trešdienai | ceturtdienas, ceturtdien, ceturtdienai |
        piektdienas, piektdien, piektdienai | sestdien | svētdien
    lt: pirmadienio, pirmadienį | antradienio, antradienį | trečiadienio, trečiadienį |
        ketvirtadienio, ketvirtadienį | penktadienio, penktadienį | šeštadienio, šeštadienį |
        sekmadienio, sekmadienį
    ar: الإثنين | الثلثاء | الاربعاء | | الجمعه | |
    ja: 月曜 | 火曜 | 水曜 | 木曜 | 金曜 | 土曜 | 日曜
    zh: 星期一, 礼拜一, 周一, 週一 | 星期二, 礼拜二, 周二, 週二 | 星期三, 礼拜三, 周三, 週三 |
        星期四, 礼拜四, 周四, 週四 | 星期五, 礼拜五, 周五, 週五 | 星期六, 周六, 週六 |
        星期日, 星期天, 周日, 週日
    """
)
"""Forms of the weekdays, from Monday on, that CLDR lacks."""

OF: Words = table(
    """
    en: of | of the month of
    it: di | del | del mese di | d'
    fr: d'
    es: de | del | del mes de
    pt: de | do
    ca: de | d' | del
    ro: a lunii
    sv: i
    he: ב | ל | ה
    ar: من | من شهر
    el: του
    """
)
"""What stands between a day and its month, or between a month and its year."""

ARTICLE: Words = table(
    """
    en: the | of | on the | date
    de: dem | den | der | d.
    it: il | il giorno | giorno | l' | lo | del giorno | al | dal
    fr: le
    es: el | el día | el dia | día
    pt: o | o dia | dia | ao dia
    nl: de | d.d.
    sv: den
    da: den | d.
    no: den | d.
    is: þann | hinn | þ.
    ca: el | el dia | dia
    el: στις | την | τις
    hr: dana
    pl: dnia | dn.
    cs: dne
    sk: dňa
    sl: dne
    he: ה | ב
    ar: يوم
    hu: a
    """
)
"""What stands between a weekday, or a word like "to", and the day."""

UP_TO: Words = table(
    """
    en: to | until | till | til | 'til | through | thru | up to | up until | through to | to and including |
        until and including | up to and including | and returning | inclusive to
    de: bis | bis zum | bis einschließlich | bis einschliesslich | bis inklusive | bis inkl. | bis einschl. |
        bis und mit | bis zum einschließlich | bis incl.
    it: al | all' | fino al | sino al | fino a | a | e fino al | al giorno | fino al giorno | fino all' | allo
    pl: do | do dnia | aż do | do włącznie
    is: til | til og með | fram til | fram að | að | t.o.m. | t.o.m | til og med
    fr: au | jusqu'au | à | et jusqu'au | et le | jusqu'à
    es: al | hasta el | hasta | a | hasta el día | al día | y el
    nl: tot | t/m | tot en met | tm | t.e.m. | tot aan
    pt: a | até | ao | até ao | até o | até a | à | até dia | até ao dia | até o dia | e | ao dia
    sv: till | t.o.m. | t.o.m | tom | till och med | t o m | till den
    da: til | t.o.m. | til og med | t.o.m | til den
    no: til | t.o.m. | til og med | t.o.m
    fi: ja
    cs: do | až | až do
    sk: do | až | až do
    ro: până la | pana la | până pe | pană în | până în data de | la | până la data de
    ru: по | до
    uk: по | до
    bg: до
    el: έως | μέχρι | ως | έως και | μέχρι και | μέχρι τις | έως τις
    hr: do | pa do | do i uključujući
    sl: do | do vključno
    et: kuni
    lv: līdz
    lt: iki
    ca: al | fins al | fins | a
    he: עד | ועד | ל | עד ל | עד ה
    ar: إلى | حتى | الى | لغاية | إلى غاية | وحتى
    tr: ile
    hu: és
    """
)
"""What stands between the first and the last day of a range."""

BETWEEN: Words = table(
    """
    en: between | in between
    de: zwischen | zwischen dem | zwischen den
    it: tra il | fra il | tra | fra | tra l'
    pl: między | pomiędzy
    is: milli | á milli
    fr: entre le | entre
    es: entre el | entre
    nl: tussen | tussen de
    pt: entre | entre os dias | entre o dia
    sv: mellan | mellan den
    da: mellem | mellem den
    no: mellom | mellom den
    cs: mezi
    sk: medzi
    ro: între
    ru: между
    hr: između
    ca: entre el
    """
)
"""What stands before a range whose days are joined by "and"."""

BETWEEN_AND: Words = table(
    """
    en: and
    de: und
    it: e il | e | ed il | e l'
    pl: a | i
    is: og
    fr: et le | et
    es: y el | y
    nl: en
    pt: e | e o dia
    sv: och
    da: og
    no: og
    cs: a
    sk: a
    ro: și
    ru: и
    hr: i
    ca: i el
    """
)

TODAY: Words = table(
    """
    en: today
    de: heute
    it: oggi
    pl: dzisiaj | dziś
    is: í dag
    fr: aujourd'hui
    es: hoy
    nl: vandaag
    pt: hoje
    sv: idag | i dag
    da: i dag
    no: i dag
    fi: tänään
    cs: dnes
    sk: dnes
    hu: ma
    ro: astăzi | azi
    tr: bugün
    ru: сегодня
    uk: сьогодні
    bg: днес
    el: σήμερα
    hr: danas
    sl: danes
    et: täna
    lv: šodien
    lt: šiandien
    ca: avui
    he: היום
    ar: اليوم
    ja: 本日 | 今日
    zh: 今天 | 今日
    ko: 오늘
    """
)

TOMORROW: Words = table(
    """
    en: tomorrow
    de: ab morgen | bis morgen | erst morgen | morgen früh | morgen wieder | morgen im laufe
    it: domani
    pl: jutro | jutra
    is: á morgun
    fr: demain
    es: a partir de mañana | hasta mañana
    nl: morgen
    pt: amanhã
    sv: imorgon | i morgon
    da: i morgen
    no: i morgen
    fi: huomenna | huomiseen
    cs: zítra | zítřka
    sk: zajtra | zajtrajška
    hu: holnap | holnapig | holnaptól
    ro: mâine
    tr: yarın
    ru: завтра
    uk: завтра
    bg: утре
    el: αύριο
    hr: sutra
    sl: jutri
    et: homme | homseni
    lv: rīt | rītdienai
    lt: rytoj
    ca: demà
    he: מחר
    ar: غدا | غداً
    ja: 明日
    zh: 明天
    ko: 내일
    """
)
"""Tomorrow; where the word also means "morning", only in phrases that cannot."""

DAY_AFTER_TOMORROW: Words = table(
    """
    en: the day after tomorrow
    de: übermorgen
    it: dopodomani
    pl: pojutrze
    fr: après-demain
    es: pasado mañana
    nl: overmorgen
    pt: depois de amanhã
    sv: i övermorgon
    da: i overmorgen
    no: i overmorgen
    fi: ylihuomenna
    cs: pozítří
    sk: pozajtra
    hu: holnapután
    ru: послезавтра
    uk: післязавтра
    ja: 明後日
    zh: 后天
    ko: 모레
    """
)

NEXT_WEEK: Words = table(
    """
    en: next week
    de: nächste woche | nächster woche | kommende woche | kommender woche | nächsten woche | kommenden woche |
        nächste kalenderwoche
    it: la settimana prossima | settimana prossima | prossima settimana | settimana entrante
    pl: przyszłym tygodniu | następnym tygodniu | przyszłego tygodnia | następnego tygodnia
    is: í næstu viku | næstu viku
    fr: la semaine prochaine | semaine prochaine | semaine suivante | semaine qui vient
    es: próxima semana | semana que viene | semana próxima | semana entrante | siguiente semana | semana siguiente |
        semana que entra
    nl: volgende week | aanstaande week | komende week
    pt: próxima semana | semana que vem | semana seguinte
    sv: nästa vecka | nästa veckas | kommande vecka
    da: næste uge | kommende uge
    no: neste uke | kommende uke
    fi: ensi viikolla | ensi viikon | seuraavalla viikolla
    cs: příští týden | příštím týdnu | příštího týdne
    sk: budúci týždeň | budúcom týždni | budúceho týždňa
    hu: jövő héten | jövő hét | következő héten | következő hét | jövő heti
    ro: săptămâna viitoare | săptămâna următoare | săptămânii viitoare
    tr: gelecek hafta | önümüzdeki hafta | haftaya
    ru: на следующей неделе | следующей недели | следующей неделе | будущей неделе
    uk: наступного тижня | на наступному тижні | наступному тижні
    bg: следващата седмица
    el: επόμενη εβδομάδα | ερχόμενη εβδομάδα | επόμενης εβδομάδας | ερχόμενης εβδομάδας
    hr: sljedeći tjedan | sljedećeg tjedna | idući tjedan
    sl: naslednji teden | prihodnji teden
    et: järgmisel nädalal | järgmise nädala
    lv: nākamnedēļ | nākamajā nedēļā
    lt: kitą savaitę
    ca: setmana vinent | pròxima setmana | setmana que ve
    he: בשבוע הבא | לשבוע הבא | שבוע הבא
    ar: الأسبوع القادم | الأسبوع المقبل
    ja: 来週
    zh: 下周 | 下星期 | 下週 | 下礼拜 | 下禮拜 | 下个星期 | 下個星期 | 下个礼拜 | 下個禮拜
    ko: 다음 주 | 다음주
    """
)

OF_WEEK: Words = table(
    """
    en: of | of the | in | the | on | on the
    de: der | am | in der | ab | bis | dem | den
    it: della | di | nella | il | di | a
    pl: w | we | do | od
    is: í | á
    fr: de la | la | le | de
    es: de la | la | el | de
    nl: op | de | in de | van | in
    pt: da | na | de | a | o | à
    sv: i | på
    da: i | på | om
    no: i | på
    fi: ensi
    cs: v | ve | do | od
    sk: v | vo | do | od
    hu: a | napján
    ro: din | de | pe | în
    tr: günü
    ru: в | во | на
    uk: в | у | на
    bg: в | във | на | от
    el: της | την | στις
    hr: u
    sl: v
    et: kell
    lv: uz
    ca: de la | la | el
    he: ב | ביום | יום | של
    ar: من | في
    ja: の
    zh: 的
    ko: 의
    """
)
"""What may stand between "next week" and a weekday, whichever comes first."""

NEXT_WEEKS: Words = table(
    """
    zh: 下 | 下个 | 下個 | 下一个 | 下一個
    """
)
"""What makes a weekday one of next week, written before it."""

WEEKS_END: Words = table(
    """
    en: end of the week | end of this week | end of week | close of the week
    de: ende der woche | ende dieser woche | ende der laufenden woche | wochenschluss
    it: fine della settimana | fine di questa settimana | fine settimana lavorativa
    pl: końca tygodnia | koniec tygodnia | końca tego tygodnia | koniec tego tygodnia
    is: lok vikunnar | lok þessarar viku
    fr: fin de la semaine | fin de semaine | fin de cette semaine
    es: finales de semana | final de la semana | finales de esta semana | fin de esta semana
    nl: eind van de week | einde van de week | eind deze week | einde van deze week
    pt: final da semana | fim da semana | fim desta semana | final desta semana
    sv: slutet av veckan | slutet på veckan | slutet av denna vecka
    da: slutningen af ugen | slutningen af denne uge
    no: slutten av uken | slutten av uka | slutten av denne uken
    fi: viikon lopussa | viikon loppuun | loppuviikosta
    cs: konce týdne | koncem týdne | konce tohoto týdne
    sk: konca týždňa | koncom týždňa
    hu: hét végéig | hét végén
    ro: sfârșitul săptămânii | sfârşitul săptămânii
    tr: hafta sonuna
    ru: конца недели | конце недели
    uk: кінця тижня
    """
)
"""The last working day of this week; what means the weekend ("fine settimana", "fin de semana") is not here."""

NEXT: Words = table(
    """
    en: next
    de: nächsten | nächster | nächste | nächstem
    it: prossimo | prossima | il prossimo
    pl: przyszły | przyszłą | następny | następną | przyszłego | przyszłej
    is: næsta | næstkomandi
    fr: prochain | prochaine
    es: próximo | proximo
    nl: volgende
    pt: próximo | próxima
    sv: nästa
    da: næste
    no: neste
    fi: ensi
    cs: příští
    sk: budúci | budúcu
    hu: jövő
    ro: viitoare
    tr: gelecek
    ru: следующий | следующую | следующего
    uk: наступний | наступну | наступного
    bg: следващия | следващата
    el: επόμενη
    hr: sljedeći | sljedeću | sljedećeg
    sl: naslednji | naslednjo
    he: הבא
    ar: القادم | المقبل
    zh: 下
    """
)
"""What may mean the weekday to come, or the one of the week after."""

THIS: Words = table(
    """
    en: this | this coming | coming
    de: diesen | dieser | kommenden | kommender | kommende
    it: questo | questa
    pl: ten | tę | najbliższy | najbliższą | tego
    is: þennan | komandi
    fr: ce
    es: este
    nl: deze | komende | aanstaande | a.s.
    pt: esta | este
    sv: på | nu på
    """
)
"""What means the weekday to come."""

NOT_ONE: Words = table(
    """
    en: last | every | each | past | previous | most | after next | after the next | week | in two weeks |
        in a fortnight | in 2 weeks | fortnight
    de: letzten | letzter | jeden | vergangenen | vorigen | jede | übernächste woche | übernächster woche |
        übernächsten | übernächste | in zwei wochen | in 14 tagen | in 2 wochen
    it: scorso | ogni | scorsa | tra due settimane | fra due settimane
    pl: ostatni | każdy | zeszły | każdą | ubiegły | za dwa tygodnie
    is: síðasta | síðastliðinn | alla
    fr: dernier | chaque | tous les | en quinze | dans deux semaines | dans 15 jours
    es: pasado | cada | todos los | los | dentro de dos semanas
    nl: vorige | afgelopen | elke | iedere | over twee weken | over 2 weken
    pt: passado | passada | todas as | todos os | toda | cada | daqui a duas semanas
    sv: förra | varje | om två veckor
    da: sidste | hver | om to uger | om 14 dage
    no: forrige | hver | sist | om to uker | om 14 dager
    fi: viime | joka | kahden viikon päästä
    cs: minulý | každý | každou | za dva týdny | za 14 dní
    sk: minulý | každý | o dva týždne
    hu: múlt | minden | két hét múlva
    ro: fiecare | trecută | trecut | peste două săptămâni
    tr: geçen | her | iki hafta sonra
    ru: прошлый | каждый | каждую | прошлую | через две недели | через неделю
    uk: минулий | кожен | кожну | через два тижні | через тиждень
    bg: миналия | всеки
    el: κάθε | προηγούμενη
    hr: prošli | svaki | svake
    sl: vsak | vsako | prejšnji
    et: iga
    lv: katru
    lt: kiekvieną
    ca: cada | passat
    he: כל
    ar: كل
    ko: 매주 | 다다음 주 | 다다음주
    ja: 毎週 | 再来週の | 再来週
    zh: 每 | 上 | 下下 | 下下个 | 下下個
    """
)
"""What makes of a weekday a habit, or a day that is past."""

DAY_CUES: Words = table(
    """
    en: return | returning | away | on | on the | until | till | til | by | from | since | through | to | the |
        starting | back | after |
        before | of
    de: zurück | rückkehr | wieder | urlaub | abwesend | am | ab | ab dem | bis | bis zum | vom | zum | seit |
        seit dem | den | dem | von | nach dem | inkl. |
        einschließlich | zw.
    it: rientro | rientrerò | ritorno | torno | tornerò | ferie | il | al | dal | fino al | del | entro il |
        dopo il | dall' | all' | l'
    pl: powrót | powrotu | wracam | wrócę | urlop | do | od | dnia | w dniu | dn. | po | z dniem | do dnia |
        od dnia | w dniach
    is: aftur | baka | til | frá | þann | frá og með | til og með | fram til | með
    fr: retour | le | au | du | jusqu'au | dès le | depuis le | après le | à compter du | à partir du
    es: regreso | vuelvo | volveré | vuelta | el | al | del | hasta el | desde el | a partir del | día
    nl: terug | weer | op | tot | vanaf | t/m | van | tot en met | m.i.v. | sinds | per | met | na
    pt: regresso | retorno | volto | volta | em | até | a | de | dia | no dia | ao | desde | até ao | a partir de | o
    sv: tillbaka | åter | igen | den | till | från | t.o.m. | t.o.m | fr.o.m. | tom | from | till och med | med
    da: tilbage | retur | den | d. | til | fra | til og med | fra og med | t.o.m. | med | efter
    no: tilbake | den | d. | til | fra | til og med | fra og med | t.o.m. | med | etter
    fi: palaan | takaisin | töihin | alkaen | asti | saakka | välillä
    cs: zpět | vrátím se | do | od | dne | ode dne
    sk: späť | vrátim sa | do | od | dňa
    hu: a | az
    ro: revin | pe | până la | până pe | din | de la | la | data de | în data de
    tr: ile
    ru: вернусь | с | до | по | от
    uk: повернуся | з | до | по | від
    bg: от | до | на
    el: στις | έως | μέχρι | από | ως | τις | και
    hr: vraćam se | do | od | dana
    sl: vrnem se | do | od | dne
    et: kuni | alates
    lv: līdz | no
    lt: iki | nuo
    ca: el | al | del | fins al
    he: עד | ב | מ | ה | ל | בתאריך | תאריך | לתאריך | ביום | ליום | מתאריך
    ar: حتى | من | إلى | يوم | في | بتاريخ | تاريخ
    """
)
"""Behind which a number of two parts is a day, and neither a price nor an hour."""

DAY_CUES_BEHIND: Words = table(
    """
    fi: asti | saakka | alkaen | mennessä
    tr: tarihine | tarihinde | tarihinden | tarihleri | 'e | 'a | 'de | 'da | 'te | 'ta
    hu: -ig | -tól | -től | -án | -én | -ától | -étől
    ja: まで | から | より | に
    zh: 起 | 返回 | 回来 | 为止
    ko: 까지 | 부터 | 에
    """
)
"""The same, for languages that put such words behind."""

NOT_A_DATE_BEFORE = (
    "version release build ver rev v python php windows ios android "
    "€ $ £ eur usd chf gbp pln zł kr sek nok dkk tel fax phone nr no § § art abs "
    "ore alle kl klo um godz à às at hour"
).split()
"""Before which numbers with dots or slashes are no date."""

NOT_A_DATE_BEHIND = (
    "uhr h hrs hours am pm a.m p.m € $ £ eur euro usd chf gbp pln zł kr sek nok dkk % kg km m mb gb kb ms sec óra "
    "heures часов время hodin hod"
).split()
"""Behind which they are none."""

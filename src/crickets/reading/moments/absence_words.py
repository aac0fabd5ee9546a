"""
How an absent author says until when, by language.

Tables only; must not know dates, nor which word outweighs which: `absence` says that. What a phrase shows is told
by its table; longer phrases are found before shorter ones.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

UNTIL: Words = table(
    """
    en: until | till | til | 'til | untill | up to | up until | end of absence | end of leave | absence ends
    de: bis | bis zum | bis zu | bis zur | bis dem | bis am | bis den | bis mindestens | bis voraussichtlich |
        ende der abwesenheit | abwesenheitsende | abwesend bis
    it: fino al | fino a | fino all' | fino alla | sino al | sino a | sino all' | fino al giorno | fine assenza
    pl: do | do dnia | aż do | aż do dnia | koniec nieobecności
    is: til | fram til | fram að | þar til | fram á
    fr: jusqu'au | jusqu'à | jusqu'a | jusque | jusqu'en | fin d'absence | fin de l'absence
    es: hasta | hasta el | hasta el día | fin de la ausencia
    nl: tot | tot aan | tot de | tot op | einde afwezigheid
    pt: até | até ao | até o | até a | até à | até dia | até ao dia | até o dia
    sv: till | fram till | tills
    da: til | indtil | frem til
    no: til | inntil | fram til | frem til
    cs: do | až do
    sk: do | až do
    ro: până la | până pe | până în | până în data de | până la data de | până
    ru: до | вплоть до | по
    uk: до | аж до | по
    bg: до
    el: έως | μέχρι | ως | έως τις | μέχρι τις | έως την | μέχρι την | έως τη | μέχρι τη | μέχρι το | έως το
    hr: do | sve do
    sl: do | vse do
    et: kuni
    lv: līdz
    lt: iki
    ca: fins al | fins | fins a | fins el | fins dia
    he: עד | עד ה | עד ל | עד יום | עד לתאריך | עד תאריך | ועד
    ar: حتى | لغاية | إلى | الى | إلى غاية | حتى تاريخ | حتى يوم | وحتى | لغاية يوم
    zh: 至 | 到 | 直到 | 直至 | 截至 | 截止到
    hu: eddig | eddig a napig | a következő napig | következő napig | az alábbi napig | eddig az időpontig |
        a következő időpontig | a következő dátumig | az alábbi dátumig | távollét vége | szabadság vége
    tr: şu tarihe kadar
    fi: seuraavaan päivään asti | seuraavaan päivään saakka
    ja: 次の日まで
    ko: 다음 날짜까지
    """
)
"""Before the last day, or the day of return: as it's stated."""

BEFORE: Words = table(
    """
    en: before | prior to | earlier than
    de: vor dem | vor
    it: prima del | prima di
    pl: przed | wcześniej niż
    is: fyrir
    fr: avant le | avant
    es: antes del | antes de
    nl: voor | vóór
    pt: antes de | antes do dia | antes do
    sv: före | förrän | förrän den
    da: før
    no: før
    fi: ennen
    cs: před | dříve než
    sk: pred | skôr ako
    ro: înainte de
    ru: раньше | ранее
    uk: раніше
    el: πριν τις | πριν την | πριν από τις
    hr: prije
    sl: pred
    et: enne
    lv: pirms
    ca: abans del
    he: לפני
    ar: قبل
    """
)
"""Before a day of return where a "not" goes before ("not back before the 17th"); a deadline where none does."""

UNTIL_BEHIND: Words = table(
    """
    fi: asti | saakka | mennessä | -asti
    hu: -ig | ig
    tr: kadar | dek | tarihine kadar | gününe kadar | değin | tarihine dek
    ja: まで | 迄 | までの | までお | まで休
    ko: 까지 | 까지는
    zh: 为止 | 止
    et: -ni
    """
)
"""Behind it, in languages that put such words there."""

THROUGH: Words = table(
    """
    en: through | thru | up to and including | until and including | to and including | till and including |
        through to | inclusive of | until the end of | to the end of | through the end of | up through |
        last day of absence | last day of leave | last day off
    de: bis einschließlich | bis einschliesslich | bis inklusive | bis inkl. | bis einschl. | bis und mit |
        bis zum einschließlich | bis incl. | bis inclusive | bis einschließlich zum | bis einschl |
        letzter urlaubstag | letzter abwesenheitstag | letzter tag der abwesenheit
    it: fino a tutto il | fino al compreso | a tutto il | sino a tutto il | fino a tutto | fino alla fine del |
        fino e compreso il | ultimo giorno di assenza | ultimo giorno di ferie
    pl: do włącznie | aż do włącznie | włącznie do | włącznie z | ostatni dzień nieobecności | ostatni dzień urlopu
    is: til og með | t.o.m. | t.o.m | tom | fram til og með | og með
    fr: jusqu'au inclus | jusqu'à et y compris le | jusqu'à la fin du | dernier jour d'absence | dernier jour de congé
    es: hasta el final del | hasta e incluyendo el | hasta incluido el | hasta finalizar el | último día de ausencia |
        último día de vacaciones
    nl: t/m | tot en met | t.e.m. | t.e.m | tem | tot einde | tm | laatste dag afwezig | laatste vakantiedag
    pt: até ao final do dia | até o final do dia | até inclusive | até ao fim do dia | até e incluindo
    sv: till och med | t.o.m. | t.o.m | t o m | tom | t om | fram till och med
    da: til og med | t.o.m. | t.o.m | tom | indtil og med | frem til og med
    no: til og med | t.o.m. | t.o.m | tom | frem til og med
    fi: mukaan lukien
    cs: až do včetně | do včetně | včetně dne
    ro: până la inclusiv | până inclusiv la
    bg: до включително
    el: έως και | μέχρι και | έως και τις | μέχρι και τις | έως και την | μέχρι και την | έως και τη |
        μέχρι και τη | έως και το | μέχρι και το
    hr: do uključivo | do uključujući | do i uključujući | zaključno do | zaključno s
    sl: do vključno | vključno do | vključno z
    et: kuni kaasa arvatud
    lv: līdz ieskaitot
    lt: iki imtinai
    ca: fins al inclòs | fins i tot el
    he: עד וכולל
    ar: حتى نهاية
    hu: eddig a napig bezárólag | a következő napig bezárólag | eddig bezárólag | bezárólag | távollét utolsó napja
    sk: do vrátane | vrátane dňa
    """
)
"""Before a last day that is still away."""

INCLUSIVE: Words = table(
    """
    en: inclusive | incl. | incl | included | (inclusive) | (incl.)
    de: einschließlich | einschliesslich | inklusive | inkl. | inkl | eingeschlossen | einschl. | incl. | inclusive
    it: compreso | incluso | inclusi | compresi | incl. | inclusivo
    pl: włącznie | wł.
    is: meðtalinn | að báðum dögum meðtöldum | meðtöldum | að meðtöldum | meðtalin | meðtöldu
    fr: inclus | compris | incl. | inclusivement | inclu
    es: inclusive | incluido | incluidos | ambos inclusive | incl. | ambos incluidos | incluida
    nl: inclusief | incl. | erbij inbegrepen | inbegrepen | meegerekend | ingesloten
    pt: inclusive | inclusivé | incluído | incl. | inclusivamente | incluída | incluso
    sv: inklusive | inkl. | medräknat | inkluderat | inräknad | inräknat | medräknad
    da: inklusive | inkl. | begge dage inklusive | inklusiv | inkluderet | medregnet | iberegnet
    no: inklusive | inkl. | begge dager inkludert | inkludert | inklusiv | medregnet
    fi: mukaan lukien | mukaan luettuna | mukaan luettuina | mukaanlukien | ml.
    cs: včetně | vč.
    sk: vrátane
    hu: bezárólag | -val bezárólag | -vel bezárólag | -gyel bezárólag | -jal bezárólag
    ro: inclusiv | incluzând | inclusă
    tr: dahil | (dahil)
    ru: включительно | вкл. | включително
    uk: включно
    bg: включително
    el: συμπεριλαμβανομένης | συμπεριλαμβανομένου | συμπεριλαμβανομένων
    hr: uključivo | uključujući | zaključno
    sl: vključno
    et: (kaasa arvatud) | kaasa arvatud | k.a.
    lv: ieskaitot | (ieskaitot)
    lt: imtinai | įskaitytinai
    ca: inclòs | inclosos
    he: כולל | ועד בכלל | בכלל
    ar: ضمنا | ضمنًا | شاملا | شاملة | شاملاً | ضمناً | بما في ذلك هذا اليوم | بما فيه | مشمولا | مشمولاً
    ja: を含む | も含む | 含む | を含め | 含め | を含みます | 含みます
    zh: 含当日 | 含当天 | 含该日 | 含本日 | 含此日 | 包含当日 | 包含当天 | 包括当日 | 包括当天 | 包括该日 | 包含该日 |
        含當日 | 含當天 | 包含當日 | 含首尾 | 含首尾两天 | 含
    ko: 포함 | 포함하여 | 포함해서 | 포함해 | 포함합니다 | 을 포함하여 | 을 포함
    """
)
"""Behind a last day that is still away."""

THAT_DAY: Words = table(
    """
    en: that day | this day | the day | that date | both | both days | both dates | last day | the last day
    de: diesen tag | dieser tag | diesem tag | tag | beide tage | beides | letzter tag
    it: giorno | quel giorno | questo giorno | estremi | gli estremi | entrambi | entrambi i giorni
    pl: tego dnia | ten dzień | z tym dniem | tym dniem | oba dni | r. | roku
    is: sá dagur | sá dagur | þann dag | að þeim degi | að báðum dögum | báðir dagar
    fr: ce jour | jour | ce jour-là | les deux jours | dates
    es: este día | ese día | día | ambos | ambos días | ambas fechas
    nl: die dag | deze dag | dag | beide dagen
    pt: este dia | esse dia | dia | o dia | ambos | ambos os dias
    sv: den dagen | denna dag | båda dagarna | dagen
    da: den dag | denne dag | dagen | begge dage
    no: den dagen | denne dagen | dagen | begge dager
    fi: kyseinen päivä | se päivä | tämä päivä | mainittu päivä | päivä | molemmat päivät
    cs: tento den | tohoto dne | oba dny | obou dnů | roku
    sk: tento deň | tohto dňa | oba dni
    hu: ezt a napot | aznapot | e napot is | nappal | e nappal
    ro: această zi | ziua aceasta | ambele zile
    tr: bu tarih | bu gün | o gün | her iki gün | bu tarih de
    ru: этот день | г. | года | этого дня
    uk: цей день | р. | року | цього дня
    bg: този ден | г.
    el: και της ημέρας αυτής | της ημέρας αυτής | αυτής
    hr: taj dan | oba dana
    sl: ta dan | oba dneva
    et: see päev | mõlemad päevad
    ca: aquest dia | ambdós
    he: היום | יום זה
    ar: هذا اليوم | ذلك اليوم | اليوم
    ja: 同日 | 当日 | この日 | その日 | 最終日 | 両日 | 両日とも
    zh: 当日 | 当天 | 该日 | 两日 | 均
    ko: 당일 | 해당일 | 해당 일 | 이날 | 이 날 | 그날 | 양일 | 마지막 날 | 해당 날짜 | 당일도
    """
)
"""What may stand between a last day and the word that includes it."""

WEEKENDS: Words = table(
    """
    en: weekend | weekends | the weekend | holidays | bank | public | saturday | sunday
    de: wochenende | wochenenden | wochenend | dem wochenende | feiertag | feiertage | samstag | sonntag
    it: il weekend | weekend | sabato | domenica | festivi
    pl: weekend | weekendy | weekendem | soboty | niedziele
    fr: week-end | week-ends | le week-end | weekend | les week-ends | jours fériés
    es: fines de semana | el fin de semana | fin de semana | festivos | sábados
    nl: weekend | weekenden | het weekend | feestdagen
    pt: fins de semana | fim de semana | o fim de semana | feriados
    sv: helger | helgen | helg | helgdagar
    da: weekend | weekenden | weekender | helligdage
    no: helg | helgen | helger | helligdager
    fi: viikonloppu | viikonloput | viikonlopun | pyhäpäivät
    cs: víkendu | víkendů | víkend
    sk: víkendu | víkendov | víkend
    ro: weekend | weekendul | weekendurile
    tr: hafta
    ru: выходные | выходных
    """
)
"""What else may be included: that says nothing of the last day."""

AFTER: Words = table(
    """
    en: after | following | later than
    de: nach dem | nach | erst nach dem
    it: dopo il | successivamente al | dopo l'
    pl: po | po dniu
    is: eftir
    fr: après le | passé le
    es: después del | tras el | pasado el | después de
    nl: na
    pt: após | depois de | depois do dia | após o dia | depois do
    sv: efter | efter den
    da: efter
    no: etter
    cs: po
    sk: po
    ro: după
    ru: после
    uk: після
    bg: след
    el: μετά τις | μετά την
    hr: nakon | poslije
    sl: po
    et: pärast
    lv: pēc
    lt: po
    ca: després del
    he: אחרי
    ar: بعد
    """
)
"""Before a last day, behind which the author answers: a return on the next, where a return is spoken of."""

FROM: Words = table(
    """
    en: from | as of | as from | starting | starting on | starting from | since | beginning | beginning on |
        effective | commencing
    de: ab | ab dem | ab den | vom | von | seit | seit dem | beginnend am | ab am
    it: dal | da | dall' | dalla | a partire dal | a partire da | a decorrere dal | da giorno
    pl: od | od dnia | począwszy od | z dniem | poczynając od
    is: frá | frá og með | f.o.m. | síðan
    fr: du | depuis le | à partir du | dès le | à compter du | a partir du | dès
    es: desde el | a partir del | del | desde | a partir de | a contar del
    nl: vanaf | van | sinds | m.i.v. | met ingang van | per
    pt: desde | a partir de | a partir do dia | de | do dia | a partir do | desde o dia
    sv: från | från och med | fr.o.m. | fr o m | from | sedan | fr.o.m | från den | från och med den
    da: fra | fra og med | siden | fra den | fra d. | fra og med den
    no: fra | fra og med | siden | f.o.m.
    fi: alkaen
    cs: od | ode dne | počínaje
    sk: od | odo dňa | počnúc
    ro: din | de la | începând cu | din data de | începând din | de pe | începând cu data de
    ru: с | со | начиная с
    uk: з | із | зі | починаючи з
    bg: от | считано от
    el: από | από τις | από την | από τη | από το
    hr: od | počevši od
    sl: od | začenši s
    et: alates
    lv: no | sākot ar | sākot no
    lt: nuo
    ca: del | des del | a partir del | des de
    he: מ | החל מ | מיום | החל מתאריך | החל מיום | מתאריך | מה
    ar: من | ابتداء من | اعتبارا من | ابتداءً من | منذ | من يوم | من تاريخ | اعتباراً من
    zh: 从 | 自 | 由 | 從
    """
)
"""Before a first day: of the absence, or of being back where that is said."""

FROM_BEHIND: Words = table(
    """
    fi: alkaen | lähtien | eteenpäin
    tr: itibaren | -den itibaren | 'den itibaren | tarihinden itibaren | sonra | tarihinden
    hu: -tól | -től | tól | től
    ja: から | より | 以降 | 以後
    ko: 부터 | 이후
    zh: 起 | 开始 | 開始 | 之后 | 以后
    """
)

BACK: Words = table(
    """
    en: back | return | returning | returns | be back | back in the office | reachable again | available again |
        in the office again | resume | resuming | rejoin | reopen | reopens | reopening | re-open | re-opens |
        respond to your | reply to your | answer your | get back to you | at my desk again | at work again |
        be in the office | available from | respond on | reply on | will be available | i will be able to | catch up |
        back to work | can be reached again | will respond | will reply | first working day | first day at work
    de: wieder | zurück | zurueck | rückkehr | retour | zurückkehren | kehre | zurückkommen | wieder da |
        wieder im büro | erst | erreichen sie mich | melde mich | rückkehre | zurückgekehrt | melde ich mich |
        rückkehrdatum | rückkehrtag | wiederkehr | beantworte | antworte | erster arbeitstag | ersten arbeitstag |
        erste arbeitstag
    it: rientro | rientrerò | rientrero | rientrerà | ritorno | ritornerò | tornerò | tornero | tornerà | di nuovo |
        nuovamente | sarò di nuovo | rientrato | riaprirà | rientreremo | torneremo | riapriremo | riapertura |
        ripresa | riprenderò | riprenderemo | riapre | risponderò | risponderemo | rientriamo | rientrando |
        tornando | riprenderà | torno | sarò disponibile | sarò reperibile | tornare | rientrare | riapriamo |
        primo giorno lavorativo | primo giorno di lavoro
    pl: wracam | wrócę | wroce | wrócimy | wracamy | powrót | powrocie | powrotem | powracam | znów | znowu |
        ponownie | powrotu | powrócę | będę dostępny | będę dostępna | odpowiem | odpiszę | będę w biurze | wraca |
        jestem dostępny | jestem dostępna | dostępny ponownie | wznowimy | z powrotem | pierwszy dzień pracy |
        pierwszy dzień roboczy
    is: aftur | til baka | tilbaka | kem | mæti | sný | svara | við aftur | verð við | opnum aftur | opnar aftur |
        mætt | endurkoma | fyrsti vinnudagur
    fr: retour | de retour | reviens | reviendrai | revenons | rentrerai | à nouveau | de nouveau | reprendrai |
        reprise | serai à nouveau | serons de retour | rentre | reprends | rouvrirons | réouverture | rouvre |
        joignable à nouveau | serai disponible | répondrai | répondrons | reprendrons | retrouverez | reviendrons |
        serai joignable | serai de nouveau | réouvrira | reprend | rentré | rentrée | premier jour de travail |
        premier jour ouvré
    es: regreso | regresaré | regresare | vuelvo | volveré | volvere | vuelta | de nuevo | nuevamente | reincorporo |
        reincorporaré | reincorporación | retorno | retornaré | volveremos | regresaremos | responderé | contestaré |
        estaré de vuelta | estaré disponible | reanudaré | reincorporare | incorporo | incorporaré | me reincorporo |
        regresando | volviendo | reincorporándome | reabriremos | atenderé | estaré en la oficina | volver | vuelva |
        regrese | reincorpore | primer día laborable | primer día de trabajo | primer día hábil
    nl: terug | weer | terugkeer | terugkomst | retour | opnieuw | hervat | terugkom | ben ik er weer | beantwoord |
        bereikbaar vanaf | aanwezig vanaf | terugkeerdatum | terugkomstdatum | eerste werkdag
    pt: volto | voltarei | regresso | regressarei | retorno | retornarei | de volta | novamente | de novo | regressar
        | voltaremos | retornaremos | estarei de volta | responderei | regressaremos | retornando | regressando |
        voltando | retorno ao trabalho | estarei disponível | reabriremos | reabrimos | reabre | reabertura |
        retomamos | poderei responder | responderemos | retomarei | volta | voltar | retornar | primeiro dia de
        trabalho | primeiro dia útil
    sv: tillbaka | åter | igen | återkommer | åter på | återkomst | åter i | svarar | svara | återvänder |
        är på plats | öppnar igen | på plats | återkomstdatum | första arbetsdag
    da: tilbage | igen | retur | vender tilbage | på kontoret igen | retur på | svarer | åbner igen | træffes igen |
        tilbagekomst | hjemkomst | første arbejdsdag
    no: tilbake | igjen | retur | på kontoret igjen | er tilbake | svarer | åpner igjen | tilbakekomst | hjemkomst |
        første arbeidsdag
    fi: palaan | takaisin | jälleen | taas | paluu | paluuni | palaamme | palattuani | vastaan | töihin | palaa |
        seuraavan kerran | paluupäivä | paluupäiväni | paluuaika | ensimmäinen työpäivä | ensimmäinen työpäiväni
    cs: zpět | vrátím | vracím | opět | znovu | návrat | návratu | zpátky | vrátíme | odpovím | budu k dispozici |
        budu k zastižení | vrátí | první pracovní den
    sk: späť | vrátim | vraciam | opäť | znovu | návrat | návrate | vrátime | odpoviem | budem k dispozícii | naspäť |
        prvý pracovný deň | návratu
    hu: újra | vissza | visszatérek | ismét | visszaérkezem | visszajövök | elérhető | válaszolok | munkába állok |
        leszek elérhető | irodában leszek | jelentkezem | visszatérés | visszatérésem | visszaérkezés |
        visszaérkezésem | leszek az irodában | ekkor leszek | munkába állás | munkakezdés | visszajövetel |
        első munkanapom | első munkanap
    ro: revin | înapoi | reveni | revenire | întorc | mă întorc | din nou | revenim | voi reveni | întoarcere |
        răspunde | disponibil | prima zi lucrătoare | prima zi de lucru | revenirii | întoarcerii
    tr: döneceğim | dönüyorum | geri | tekrar | yeniden | dönüş | döneceğiz | iş başı | işbaşı | ofiste olacağım |
        görevimin başında | cevaplayacağım | yanıtlayacağım | döndüğümde | ilk iş günüm | ilk iş günü |
        ilk çalışma günüm
    ru: вернусь | возвращаюсь | вернемся | вернёмся | возвращения | возвращение | снова | выйду | приступлю | отвечу |
        буду на месте | буду на рабочем месте | буду на связи | выхожу | буду в офисе | вновь | возвращении | выхода |
        выход на работу | первый рабочий день
    uk: повернусь | повертаюсь | повернуся | повернення | знову | вийду | відповім | буду на місці |
        буду на робочому місці | буду на зв'язку | повертаюся | буду в офісі | поверненням | перший робочий день
    bg: връщам | върна | отново | обратно | ще бъда на разположение | завръщане | ще отговоря | първият работен ден |
        първи работен ден
    el: επιστρέφω | επιστρέψω | επιστροφή | επιστροφής | ξανά | πάλι | πίσω | επανέλθω | θα είμαι διαθέσιμος |
        θα είμαι διαθέσιμη | θα απαντήσω | επανέρχομαι | επάνοδος | πρώτη εργάσιμη
    hr: vraćam | natrag | ponovno | povratak | povratku | vratit ću | ponovo | vratiti | nazad | opet | povratka |
        prvi radni dan
    sl: nazaj | vrnem | ponovno | spet | vrnitev | vrnitvi | vračam | dosegljiv od | dosegljiva od | vrnitve |
        prvi delovni dan
    et: tagasi | taas | jälle | naasen | uuesti | vastan | naasmine | esimene tööpäev | naasmise
    lv: atgriezīšos | atpakaļ | atgriešos | atkal | būšu birojā | atgriežos | atgriešanās | pirmā darba diena
    lt: grįšiu | grįžtu | vėl | grįžimo | atgal | atsakysiu | grįžimas | sugrįžimas | pirmoji darbo diena |
        pirma darbo diena
    ca: torno | tornaré | de nou | retorn | de tornada | tornarem | reincorporo | reincorporaré | tornada |
        primer dia laborable
    he: אחזור | חוזר | חוזרת | אשוב | בחזרה | שוב | נחזור | חזרתי | אענה | אהיה זמין | אהיה זמינה | לחזור | שובי |
        חזרה | יום העבודה הראשון
    ar: سأعود | العودة | أعود | عودتي | سنعود | مجددا | مجدداً | مرة أخرى | سأكون متاحا | سأرد | ساعود | عائد |
        أول يوم عمل
    ja: 出社 | 復帰 | 戻り | 戻る | 再開 | 返信 | 返答 | 対応いたします | 対応させて | ご連絡いたします |
        営業いたします | 通常営業 | 勤務いたします | 回答 | 対応致します
    zh: 返回 | 回来 | 回來 | 回到 | 恢复 | 恢復 | 上班 | 返岗 | 返工 | 回复您 | 回覆 | 返程 | 复工 | 返校 | 回复 |
        销假 | 复岗 | 到岗 | 回公司 | 回岗
    ko: 복귀 | 돌아 | 출근 | 회신 | 답변 | 업무 재개 | 다시 | 연락드리
    """
)
"""What says that the author is there again, or answers."""

ANSWER: Words = table(
    """
    en: respond to your | reply to your | answer your | get back to you | respond on | reply on | will respond |
        will reply | i will be able to
    de: erst | melde mich | melde ich mich | beantworte | antworte
    it: risponderò | risponderemo
    pl: odpowiem | odpiszę
    is: svara
    fr: répondrai | répondrons
    es: responderé | contestaré | atenderé
    nl: beantwoord
    pt: responderei
    sv: svarar | svara
    da: svarer
    no: svarer
    cs: odpovím
    sk: odpoviem
    hu: válaszolok | jelentkezem
    ro: răspunde
    tr: cevaplayacağım | yanıtlayacağım
    ru: отвечу
    uk: відповім
    bg: ще отговоря
    el: θα απαντήσω
    et: vastan
    lt: atsakysiu
    he: אענה
    ar: سأرد
    ja: 返信 | 返答 | 対応いたします | 対応させて | ご連絡いたします | 回答 | 対応致します
    zh: 回复您 | 回覆 | 回复
    ko: 회신 | 답변 | 연락드리
    """
)
"""Those of `BACK` that a help desk says too: they tell of a return only where an absence is spoken of."""

AWAY: Words = table(
    """
    en: out of office | out of the office | out-of-office | out of my office | ooo | oof | away | vacation |
        holiday | holidays | on leave | annual leave | parental leave | maternity leave | paternity leave |
        sick leave | leave of absence | medical leave | not in the office | absent | absence | unavailable |
        not available | travelling | traveling | travel | not be available | not be in | business trip | off work |
        time off | pto | sabbatical | out sick | limited access | no access | closed | closure | not be checking |
        not have access | not at work | not working | day off | days off | off duty | on the road | out on |
        out until | off until | out from | not be reading | unable to | automatic reply | auto-reply | autoreply |
        be out | am out | leave until | not read | not return | not be back | i'm out | i am off | i'm off |
        be off | leave from | currently out | shut down | shutdown | closing | training | conference |
        cannot be reached | not be reachable | not reachable
    de: abwesend | abwesenheit | abwesenheitsnotiz | urlaub | nicht im büro | nicht im buero | nicht im haus |
        außer haus | ausser haus | nicht erreichbar | nicht zu erreichen | nicht da | verreist | dienstreise |
        geschäftsreise | elternzeit | mutterschutz | krank | krankgeschrieben | unterwegs | geschlossen |
        betriebsferien | betriebsurlaub | ferien | nicht an meinem arbeitsplatz | nicht verfügbar |
        nicht am arbeitsplatz | auszeit | eingeschränkt | nicht anwesend | fortbildung | nicht persönlich |
        keinen zugriff | keinen zugang | nicht gelesen | nicht weitergeleitet | automatische antwort | ooo |
        out of office | nicht beantworten | nicht lesen | nicht bearbeitet | nicht besetzt | abwesenheitsmeldung |
        nicht in der lage | jahresurlaub | resturlaub | sabbatical | weihnachtsferien | frei
    it: assente | assenza | fuori ufficio | fuori dall'ufficio | ferie | vacanza | vacanze | in viaggio |
        trasferta | congedo | maternità | non sarò | non sono in ufficio | chiuso | chiusi | chiusura | chiusa |
        chiuderà | permesso | malattia | non disponibile | risposta automatica | fuori sede | non raggiungibile |
        non in ufficio | aspettativa | non potrò | fuori stanza | lontano | out of office | ooo | non reperibile |
        sarò via | sono via | saremo | limitato | non leggerò
    pl: nieobecny | nieobecna | nieobecność | nieobecności | urlop | urlopie | urlopu | poza biurem | niedostępny |
        niedostępna | delegacji | delegacja | zwolnieniu | wyjeździe | wakacjach | nie ma mnie | nieczynne |
        zamknięte | zamknięci | szkoleniu | nieosiągalny | nieosiągalna | macierzyńskim | nie będzie mnie |
        nie będę | wyjazd | ograniczony | l4 | nie pracuję | automatyczna odpowiedź | odpowiedź automatyczna |
        wolne | ooo | nieczynny | nieczynna | niedostępni
    is: fríi | frí | fjarverandi | fjarveru | orlofi | orlof | ekki við | sumarfríi | veikindum | veikindaleyfi |
        leyfi | ferðalagi | ekki á skrifstofunni | utan skrifstofu | sjálfvirkt svar | fæðingarorlofi | lokað |
        lokuð | lokuð | fæðingarorlof | sumarlokun |
        ekki í vinnu | vinnuferð | sumarleyfi | erlendis | takmarkaðan | vetrarfríi | jólafríi
    fr: absent | absente | absence | congé | congés | conge | vacances | hors du bureau | déplacement |
        indisponible | arrêt | fermé | fermés | fermée | fermeture | en formation | pas au bureau | pas disponible |
        maternité | paternité | parental | réponse automatique | message d'absence | injoignable | absents |
        voyage | ne serai pas | ne suis pas | out of office | accès limité | pas joignable | hors bureau | fermera |
        pas accès | en repos | rtt
    es: ausente | ausencia | vacaciones | fuera de la oficina | fuera de oficina | no estaré | no estare | viaje |
        permiso | baja | licencia | cerrado | cerrada | cerrados | cerraremos | no disponible | fuera del despacho |
        no me encuentro | no estoy | festivo | respuesta automática | maternidad | de viaje | excedencia |
        estaré fuera | out of office | ooo | acceso limitado | fuera | no podré | cierre | permanecerá
    nl: afwezig | afwezigheid | vakantie | niet aanwezig | niet op kantoor | verlof | niet bereikbaar | vrij |
        gesloten | ziek | zwangerschapsverlof | zakenreis | op reis | automatisch antwoord | niet beschikbaar |
        uit kantoor | buiten kantoor | met vakantie | ouderschapsverlof | out of office | beperkt bereikbaar | weg |
        niet in de gelegenheid | cursus | sluiting | dicht | ooo
    pt: ausente | ausência | ausencia | férias | ferias | fora do escritório | fora do escritorio | viagem |
        licença | licenca | indisponível | não estarei | fechado | fechados | encerrado | encerrados | encerrada |
        de folga | não estou | resposta automática | maternidade | fora | recesso | baixa | em viagem |
        out of office | acesso limitado | encerramento | não me encontro | afastado | afastada
    sv: frånvarande | frånvaro | semester | ledig | borta | inte på kontoret | ej på kontoret | föräldraledig |
        tjänsteresa | sjukskriven | stängt | inte tillgänglig | ej anträffbar | tjänstledig | tjänsteledig |
        ej i tjänst | inte på plats | ej på plats | resande fot | autosvar | bortrest | semesterstängt |
        sommarstängt | julstängt | helgstängt | inte nås | begränsad |
        inte i tjänst | på resa | sjuk | automatiskt svar | kurs | out of office | föräldraledighet | helgledig
    da: fraværende | fravær | ferie | ikke på kontoret | orlov | barsel | bortrejst | forretningsrejse | syg |
        sygemeldt | lukket | ude af kontoret | ikke til stede | væk | fri | ikke træffes | automatisk svar |
        sommerferie | på rejse | kursus | ikke tilgængelig | ude | kontoret er lukket
    no: fraværende | fravær | ferie | ikke på kontoret | permisjon | bortreist | tjenestereise | syk | sykmeldt |
        stengt | ikke til stede | borte | fri | ute av kontoret | utilgjengelig | avspaserer | automatisk svar |
        ikke tilgjengelig | på reise | reise | pappaperm
    fi: poissa | lomalla | loma | vuosilomalla | kesälomalla | matkoilla | virkamatkalla | vapaalla |
        sairauslomalla | suljettu | tavoittamattomissa | poissaolo | vanhempainvapaalla | en ole | työmatkalla |
        talvilomalla | äitiyslomalla | automaattinen vastaus | perhevapaalla | lomailen
    cs: nepřítomen | nepřítomna | nepřítomnost | dovolená | dovolené | dovolenou | mimo kancelář | služební cestě |
        nedostupný | nedostupná | nejsem | nebudu | zavřeno | nemocen | mimo | volno | neschopnosti | mateřské |
        automatická odpověď | zavřená | uzavřena
    sk: neprítomný | neprítomná | neprítomnosť | dovolenka | dovolenke | dovolenku | mimo kancelárie |
        služobnej ceste | nedostupný | nedostupná | nie som | nebudem | zatvorené | mimo | voľno | práceneschopný |
        automatická odpoveď
    hu: szabadságon | szabadság | távol | irodán kívül | házon kívül | nem vagyok | nem leszek | betegszabadságon |
        zárva | kiküldetésben | külföldön | nyaralok | távollét | nem tartózkodom | üzleti úton |
        automatikus válasz | szabadságomat | távollétem | elfoglalt
    ro: concediu | concediul | absent | absentă | plecat | plecată | în afara biroului | indisponibil |
        indisponibilă | vacanță | delegație | nu voi fi | nu sunt | închis | deplasare | răspuns automat | lipsesc |
        concedii | lipsi
    tr: izindeyim | izinde | izinli | izin | tatil | tatilde | ofis dışında | ofiste değilim | ofiste olmayacağım |
        seyahat | raporlu | kapalı | bulunmayacağım | yıllık | dışındayım | izinliyim | iznimde | izne |
        otomatik yanıt | müsait değilim | doğum
    ru: не будет | отпуске | отпуск | отпуска | отсутствую | отсутствовать | отсутствия | отсутствие | командировке |
        командировка | нет на месте | вне офиса | недоступен | недоступна | больничном | не буду | не в офисе |
        выходной | автоответ | автоматический ответ | не работаю | закрыт | не работает
    uk: не буде | відпустці | відпустка | відпустки | відсутній | відсутня | відсутність | відрядженні | відрядження |
        немає на місці | поза офісом | лікарняному | не буду | недоступний | недоступна | автоматична відповідь |
        відсутності | не працюю
    bg: отпуск | отпуска | отсъствам | отсъствие | извън офиса | командировка | болничен | няма да бъда | не съм |
        няма да съм | почивка | автоматичен отговор
    el: άδεια | απουσία | απουσιάζω | απουσιάσω | λείπω | λείψω | εκτός γραφείου | διακοπές | ταξίδι |
        δεν θα είμαι | κλειστά | κλειστό | ταξιδεύω | αυτόματη απάντηση | απουσίας | αδείας | εκτός | δεν είμαι
    hr: godišnjem | godišnji | odsutan | odsutna | odsutnost | odmoru | odmor | izvan ureda | službenom putu |
        bolovanju | nisam | nedostupan | nedostupna | zatvoreno | neću | porodiljnom | automatski odgovor |
        ne radim | odsustvu
    sl: dopustu | dopust | odsoten | odsotna | odsotnost | službeni poti | bolniški | nisem | ne bom | zaprto |
        izven pisarne | nedosegljiv | nedosegljiva | odsotnosti | porodniškem
    et: puhkusel | puhkus | puhkust | eemal | ära | kontorist väljas | komandeeringus | lähetuses | haiguslehel |
        ei ole | suletud | tööl mitte | automaatvastus | viibin | lapsehoolduspuhkusel
    lv: atvaļinājumā | atvaļinājums | prombūtnē | prombūtne | komandējumā | slimības | nebūšu | ārpus biroja |
        neesmu | slēgts | slimoju | automātiskā atbilde | dekrēta
    lt: atostogose | atostogauju | atostogų | nebūsiu | nesu | komandiruotėje | nedarbingumo | išvykęs | išvykusi |
        uždaryta | nedirbu | atostogos | automatinis atsakymas | atostogausiu | biure nebūsiu
    ca: absent | absència | vacances | fora de l'oficina | fora | no estaré | no soc | viatge | baixa | tancat |
        permís | permisos | resposta automàtica | no hi seré | de baixa | tancats
    he: חופשה | בחופשה | בחופש | חופש | מחוץ למשרד | לא במשרד | לא אהיה | נעדר | נעדרת | מילואים | במילואים |
        לא זמין | לא זמינה | אעדר | בנסיעה | בחו״ל | בחו"ל | חופשת | לידה | איעדר | סגור | בהיעדרות | היעדרות
    ar: إجازة | اجازة | خارج المكتب | غائب | غائبة | غياب | عطلة | سفر | إجازتي | لن أكون | لست في | رحلة عمل |
        مغلق | غير متواجد | غير موجود | غير متاح | خارج | رد تلقائي | إجازه | مسافر | بإجازة
    ja: 不在 | 休暇 | 休み | 休業 | 出張 | 休ませ | 有給 | 夏季 | 育児休業 | 産休 | 育休 | 留守 | お休み | 外出 |
        冬季 | 年末年始 | 休ん | 離席 | 休職
    zh: 休假 | 不在 | 外出 | 出差 | 放假 | 假期 | 度假 | 年假 | 请假 | 產假 | 产假 | 病假 | 离开 | 無法 | 无法 |
        休息 | 放年假 | 請假 | 离岗 | 外地 | 暂停
    ko: 부재 | 휴가 | 출장 | 휴무 | 연차 | 육아휴직 | 자리를 비 | 휴직 | 병가 | 외근 | 부재중 | 쉽니다 |
        자리 비움 | 비웁니다
    """
)
"""What says that the author, or the firm, is not there."""

PRESENT: Words = table(
    """
    en: available until | reachable until | open until | in the office until | here until | working until |
        available till | reach me until | work until | at work until | valid until
    de: erreichbar | geöffnet | verfügbar | im büro | gültig | anwesend | für sie da
    it: disponibile | raggiungibile | reperibile | aperto | aperti | in ufficio
    pl: dostępny | dostępna | czynne | w biurze | otwarte
    fr: disponible | joignable | ouvert | au bureau | présent | présente
    es: disponible | abierto | abierta | en la oficina | localizable
    nl: bereikbaar | open | aanwezig | beschikbaar
    pt: disponível | aberto | no escritório | contactável
    sv: tillgänglig | öppet | på kontoret | anträffbar | nås
    da: tilgængelig | åbent | på kontoret | træffes
    no: tilgjengelig | åpent | på kontoret | treffes
    is: við til | opið
    """
)
"""What says that the author is there; where no "not" stands beside it, "until" ends the presence."""

NOT: Words = table(
    """
    en: not | no | won't | cannot | can't | isn't | don't | never | unable | no longer | nor
    de: nicht | kein | keine | keinen | nie | schlecht | schwer | kaum | nur
    it: non | nessun | mai | né
    pl: nie | brak | bez
    is: ekki | hvorki
    fr: pas | aucun | plus | ni
    es: no | sin | tampoco
    nl: niet | geen | slecht | beperkt | minder
    pt: não | nao | sem | nem
    sv: inte | ej | svårt
    da: ikke | ej
    no: ikke | ei
    fi: en | ei | emme
    cs: nebudu | nejsem | nemohu | není | nelze
    sk: nebudem | nie | nemôžem
    hu: nem
    ro: nu
    tr: değilim | olmayacağım | bulunmayacağım | olmayacak
    ru: не | нет
    uk: не | немає
    bg: не | няма
    el: δεν | μην
    hr: ne | neću | nisam | nije
    sl: ne | nisem | ni
    et: ei | ära
    lv: nav | nebūšu | neesmu
    lt: ne | nebūsiu | nesu
    ca: no
    he: לא | אין
    ar: لن | لا | ليس | غير
    ja: ません | ない | できかね
    zh: 不 | 无法 | 無法 | 没有
    ko: 않 | 없 | 못
    """
)
"""What turns a word round."""

ELSE: Words = table(
    """
    en: fair | exhibition | booth | join us | visit us | valid | offer | offers | register | registration |
        deadline | apply | application | applications | submit |
        submission | discount | sale | expires | expire | sign up | book by | rsvp | due | subscription |
        promotion | price | prices | order by | webinar | tickets | nomination | born | founded | joined | worked |
        working from home | home office | early bird | coupon | warranty | invoice | payment | enroll | contract |
        opening hours | office hours | hours are | born on | meeting | event | workshop | delivery |
        available until | open until | since
    de: gültig | angebot | angebote | anmeldung | anmelden | anmeldeschluss | frist | bewerbung | bewerben |
        einreichen | rabatt | aktion | abgabe | bestellen | bestellung | fällig | zahlung | rechnung | messe |
        veranstaltung | öffnungszeiten | geboren | homeoffice | home office | bewerbungsfrist | gutschein | gilt |
        preise | kündigung | webinar | stichtag | lieferung | sprechzeiten | vertrag | termin
    it: valido | valida | offerta | offerte | iscrizioni | iscrizione | iscriversi | scadenza | scade | sconto |
        promozione | candidature | consegna | pagamento | fattura | orari | orario di apertura | evento | fiera |
        nato | smart working | webinar | saldi | presentare | prenotazioni | contratto | validità | ordini entro
    pl: ważne | ważna | ważny | oferta | zapisy | rejestracja | termin | zgłoszenia | rabat | promocja | płatność |
        faktura | godziny otwarcia | wydarzenie | targi | urodzony | zdalnie | obowiązuje | webinar | składać |
        umowa
    fr: valable | offre | offres | inscription | inscriptions | délai | candidature | candidatures | remise |
        promotion | soldes | paiement | facture | horaires | événement | salon | né le | télétravail | date limite |
        échéance | webinaire | contrat | valide
    es: válido | válida | oferta | ofertas | inscripción | inscripciones | plazo | descuento | promoción | pago |
        factura | horario | evento | feria | nacido | teletrabajo | fecha límite | vence | webinar | contrato |
        candidaturas
    nl: geldig | aanbieding | inschrijven | inschrijving | aanmelden | deadline | korting | actie | betaling |
        factuur | openingstijden | evenement | beurs | geboren | thuiswerk | sollicitatie | webinar | contract |
        bestellen
    pt: válido | válida | oferta | inscrição | inscrições | prazo | desconto | promoção | pagamento | fatura |
        horário | evento | feira | nascido | teletrabalho | data limite | webinar | contrato | candidaturas
    sv: gäller | giltig | erbjudande | anmälan | sista dag | rabatt | betalning | faktura | öppettider | evenemang |
        mässa | född | hemifrån | ansökan | webinar | avtal | beställ | kampanj
    da: gælder | gyldig | tilbud | tilmelding | frist | rabat | betaling | faktura | åbningstider | messe | født |
        hjemmefra | ansøgning | kampagne
    no: gjelder | gyldig | tilbud | påmelding | frist | rabatt | betaling | faktura | åpningstider | messe | født |
        hjemmefra | søknad | kampanje
    is: gildir | tilboð | skráning | umsókn | frestur | afsláttur | opnunartími | viðburður | reikningur
    fi: voimassa | tarjous | ilmoittautuminen | ilmoittautua | hakuaika | alennus | lasku | eräpäivä | aukioloajat |
        määräaika
    cs: platí | nabídka | přihláška | přihlášky | termín | sleva | faktura | splatnost | otevírací | akce |
        registrace
    sk: platí | ponuka | prihláška | termín | zľava | faktúra | splatnosť | otváracie | akcia | registrácia
    hu: érvényes | ajánlat | jelentkezés | jelentkezési | határidő | kedvezmény | számla | akció | regisztráció
    ro: valabil | valabilă | ofertă | oferta | înscriere | înscrieri | termen | reducere | factură | program |
        eveniment
    tr: geçerli | teklif | kayıt | başvuru | son tarih | indirim | fatura | kampanya | etkinlik
    ru: действует | действительно | предложение | регистрация | срок | скидка | счет | оплата | заявки | акция |
        мероприятие
    uk: діє | дійсна | пропозиція | реєстрація | термін | знижка | рахунок | оплата | заявки | акція | захід
    bg: валидна | оферта | регистрация | срок | отстъпка | фактура | събитие
    el: ισχύει | προσφορά | εγγραφή | εγγραφές | προθεσμία | έκπτωση | τιμολόγιο | εκδήλωση
    ja: 締切 | 締め切り | 有効 | 期限 | 申込 | キャンペーン | セール | 受付中 | 開催
    zh: 有效 | 截止日期 | 报名 | 优惠 | 活动 | 促销 | 付款 | 发票
    ko: 유효 | 마감 | 신청 | 할인 | 이벤트 | 접수 | 행사
    hr: vrijedi | ponuda | prijave | rok | popust | račun | registracija
    sl: velja | ponudba | prijave | rok | popust | račun
    ca: vàlid | oferta | inscripció | inscripcions | termini | descompte | factura
    he: בתוקף | מבצע | הרשמה | הנחה | חשבונית
    ar: صالح | عرض | التسجيل | خصم | فاتورة | الموعد النهائي
    """
)
"""What a date may be about that is not the absence."""

MAYBE: Words = table(
    """
    en: at least | approximately | about | around | probably | expected | on | the | the morning of | circa | ca. |
        early | and including | :
    de: voraussichtlich | mindestens | ca. | etwa | circa | einschließlich | zum | dem | den | am | vsl. |
        vorauss. | wahrscheinlich | und mit | der
    it: circa | almeno | il | giorno | al | giorno di | presumibilmente
    pl: dnia | co najmniej | ok. | najwcześniej | dn. | najprawdopodobniej
    fr: environ | au moins | le | probablement | au | a minima
    es: aproximadamente | al menos | el | el día | día
    nl: ongeveer | minstens | ca. | de | op | en met | waarschijnlijk
    pt: pelo menos | aproximadamente | o dia | dia | ao dia | o
    sv: den | åtminstone | ca | tidigast | minst | preliminärt
    da: den | mindst | ca. | d. | tidligst
    no: den | minst | ca. | tidligst
    is: þann | a.m.k.
    ro: data de | data | pe | ziua de | în
    cs: dne | přibližně
    sk: dňa
    hr: dana
    el: τις | την | τη | το | στις
    he: ה | יום | תאריך | ל | ה-
    ar: يوم | تاريخ
    ca: el | el dia | dia
    """
)
"""What may stand between such a word and its date."""

AND: Words = table(
    """
    en: and | but | then | or | if | please
    de: und | aber | danach | oder | falls | wenn | bitte
    it: e | ed | ma | poi | o | se
    pl: i | oraz | ale | a | lub | w razie | jeśli
    is: og | en | eða | ef
    fr: et | mais | puis | ou | si
    es: y | pero | o | si
    nl: en | maar | of | als | indien
    pt: e | mas | ou | se
    sv: och | men | eller | om
    da: og | men | eller | hvis
    no: og | men | eller | hvis
    fi: ja | mutta | tai
    cs: a | ale | nebo
    sk: a | ale | alebo
    hu: és | de | vagy
    ro: și | si | dar | sau
    ru: и | но | или
    uk: і | та | але | або
    bg: и | но | или
    el: και | αλλά | ή
    hr: i | ali | ili
    sl: in | ali | pa
    et: ja | aga | või
    lv: un | bet | vai
    lt: ir | bet | ar
    ca: i | però | o
    """
)
"""Where a new clause begins."""

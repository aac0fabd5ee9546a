"""
How automatic replies say that their author is away, until when, and what happens to the mail meanwhile.

Knows the turns of phrase of each language, in the notation of `spotting`; must not know how much each proves.
Collected from what people advise each other to write in such replies, and from what the vendors propose.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

AWAY: Words = table(
    """
    en: (i've/i have/i'm/i am/i will be/i'll be) … (taken time off/taken some time off/taking time off/
        taking some time off/unplugged/off until/logged off) | (i am/i'm/i will be/i'll be/i shall be/we are/
        we're/we will be/we'll be) … (out of office/out of the office) | (i am/i'm/i will be/ i'll be/i shall
        be) … (ooo/out of town/out of the country/off work/not in/ unavailable) | (i am/i'm/i will be/i'll be/i
        shall be/currently/presently) … (away/absent) (from/until/ till/between/on/for/and/at/ with/this) | (i
        am/i'm/i will be/i'll be/i shall be/i have been/currently/ presently/now) … (on/taking/ enjoying) …
        (vacation/holiday/holidays/leave/pto/sabbatical) | (i am/i'm/i will be/i'll be) … (away from/not in/not
        at/not be in/not be at) … (office/desk/work) | (i am/i'm/i will be/i'll be) … (traveling/travelling/on
        travel/on a business trip) | (i am/i'm/i will be/i'll be/i shall be) … (attending/at) … (conference/
        training/workshop/trade fair/trade show/offsite/seminar/course/event) | (i will be/i'll be/we will be/
        we'll be) … back (in/at) … (work/office/desk) | i am not … (in/at) … (office/ desk/work) | (i'm not/i
        will not be/i won't be) … (in/at) … office | i (am/will be) (away/ absent) | (currently/presently/
        temporarily) (out of the office/out of office/away/absent/unavailable) | out of (the/) office (until/
        till/from/on/with/and/for/between/starting/message/notice) | on (vacation/ holiday/ annual leave/leave)
        (until/till/from) | (our office/our offices/the office/our company/we/our shop/the shop) (is/are/will
        be/will remain/'re) … closed | during my absence | while i am (away/out) | (on/my) (maternity/paternity/
        parental/sick/annual/medical) leave | (i will be/i'll be/i am/i'm/will be) back (on/in/at/from/by/after/
        monday/tuesday/wednesday/thursday/friday/next/online) | (i will/i'll) (return/be returning) (on/to the
        office/to work/in/monday/tuesday/wednesday/thursday/friday/next) | (i return/ returning/back) (to the
        office/in the office/to work)
        | (am/be/i'm/is/are) (officially/currently/now/) closed (from/for/until/till/between/over/during/on)
        | (i/we) (will/shall) not return until | (taking/took) … (time off/leave) (until/from)
    de: erreichen sie mich … (erst/wieder/nicht) | (erreichbar/erreichen) … erst wieder | (bin ich/ich bin/
        wir sind/sind wir) …… (wieder erreichbar/wieder im büro/wieder da/wieder für sie/ wieder zurück/zurück
        im büro/wieder im haus) | (ich/wir) (bin/sind) …… (nicht im büro/abwesend/im urlaub/außer haus/nicht im
        haus/nicht erreichbar/nicht zu erreichen/ unterwegs/nicht am arbeitsplatz/ nicht an meinem arbeitsplatz/
        auf dienstreise/auf geschäftsreise/in elternzeit/in mutterschutz/ im mutterschutz/nicht verfügbar/in den
        ferien/krank/ortsabwesend/nicht da/auf reisen/verreist) | (abwesend/ nicht im büro/im urlaub/nicht
        erreichbar/außer haus) bin ich | befinde ich mich …… (urlaub/elternzeit/ mutterschutz/dienstreise) |
        (ich befinde mich/wir befinden uns) …… (urlaub/elternzeit/mutterschutz/ betriebsferien/dienstreise/
        ferien/haus/büro) | bin ich …… (nicht im büro/abwesend/im urlaub/außer haus/ nicht erreichbar/auf
        dienstreise/unterwegs/nicht im haus/in den ferien) | (unser büro/unsere kanzlei/ unser betrieb/unsere
        praxis/das büro/unsere büros/unser geschäft) …… (geschlossen/nicht besetzt) | (haben/machen) wir ……
        betriebsferien | wir (haben/machen) …… (betriebsferien/betriebsurlaub) | ich (habe/mache) …… urlaub |
        während meiner abwesenheit | in meiner abwesenheit | (nicht im büro/im urlaub/ abwesend/nicht da/
        verreist/nicht erreichbar/nicht im haus/auf reisen) (bis/vom/von/ab/zwischen) | bin ich (zurück/wieder)
        | (ich bin/ich werde) …… (zurück sein/wieder erreichbar/wieder zurück) | (derzeit/ zurzeit/momentan/
        aktuell) (nicht im büro/abwesend/nicht erreichbar/im urlaub)
        | (bin/sind) …… weg
        | (ich bin/bin ich/wir sind/sind wir) …… wieder (am platz/am arbeitsplatz/am schreibtisch/für euch/
        ansprechbar/verfügbar/online/im dienst/zu erreichen)
    it: (sarò/saremo/tornerò/rientrerò) … (di nuovo/nuovamente/in ufficio) … (ufficio/disponibile/operativi)
        | (rientrerò/tornerò) in ufficio | (sono/sarò/siamo/saremo) …… (assente/assenti/fuori ufficio/fuori
        dall'ufficio/fuori sede/in ferie/in vacanza/in trasferta/in viaggio/ in congedo/in maternità/in
        malattia/in permesso/irreperibile/non disponibile/chiusi) | non (sono/sarò) …… (ufficio/sede/
        disponibile/raggiungibile/reperibile) | (l'ufficio/i nostri uffici/gli uffici/lo studio/l'azienda) ……
        (chiuso/chiusi/chiusa) | mi (trovo/troverò) … (fuori/in ferie) | durante la mia assenza | in mia assenza
        | (torno/tornerò/rientro/rientrerò/ritornerò/ritorno/sarò di ritorno) … (il #/in ufficio/lunedì/martedì/
        mercoledì/giovedì/venerdì/al lavoro) | (chiusi/chiusura) per ferie | (chiuso/assente/in ferie) (dal/
        fino/sino/da)
        | (rimarranno/rimarrà/resteranno/resterà/saranno/sarà) … (chiusi/chiuso/chiusa/chiuse)
    pl: będę (ponownie/znów/znowu/ponownie/) (dostępny/dostępna/w biurze/osiągalny) | (wracam/wrócę/powrót)
        do (biura/pracy) | (jestem/będę) …… (nieobecn*/poza biurem/na urlopie/niedostępn*/w delegacji/na
        zwolnieniu/poza firmą/na wakacjach) | przebywam …… (urlopie/delegacji/zwolnieniu/biurem) | nie ma mnie
        …… (biurze/pracy) | (nieobecny/nieobecna/na urlopie/urlop) (do/od/w) | w (biurze/pracy) … (nieobecny/
        nieobecna) | nie będzie mnie … (w/do/od) | (wracam/wrócę/powrót) (#/w poniedziałek/we wtorek/w środę/w
        czwartek/w piątek) | (wyjeździe/wyjazd*) służbow* | podczas mojej nieobecności | (w czasie/na czas/pod)
        … (moją nieobecność/mojej nieobecności) | (biuro/firma) …… (nieczynne/nieczynna/zamknięte/zamknięta) |
        do # … (jestem nieobecn*/na urlopie/poza biurem)
        | (jestem/będę/przebywam) …… (na zwolnieniu/na macierzyńskim/na wychowawczym/chory/chora/za granicą)
    is: (tek/í) … frí … (til/frá/dagana) | (er/verð) … (erlendis/á ferðalagi/heima veik*/að heiman/í burtu/
        upptekin*) | (fjarverandi/fjarvera) … (til/frá/fram) | ekki (á skrifstofunni/við vinnu/á staðnum) | (kem
        aftur/verð aftur/er aftur/kem til baka/sný aftur/mæti aftur) … | verð … (frá/burtu/úti/komin*) … |
        (skrifstofunni/vinnu) (til/frá) | (ég er/er/verð/ég verð) …… (fríi/sumarfríi/orlofi/fæðingarorlofi/
        leyfi/utan skrifstofu/fjarverandi/frá vinnu) | ég er ekki við | er ekki við …… | (ég er/ég verð) ekki ……
        (skrifstofu*/við) | skrifstofan (er/verður) lokuð | í fjarveru minni | á meðan ég er
    fr: je (reviens/reviendrai/rentre/rentrerai) (le/lundi/mardi/mercredi/jeudi/vendredi/au bureau) |
        absence (du/jusqu'au/pour) | (en congés/en congé/en vacances/absent/absente/fermé/fermée/hors du bureau/
        indisponible) (du/jusqu'au/jusqu'à/depuis/à partir) | de retour (le/au bureau/à partir/dès/lundi/mardi/
        mercredi/jeudi/vendredi) | (je serai/je suis/serai) … de retour | (nous serons/serons) de retour | (je
        suis/je serai/nous sommes/nous serons/suis/serai) …… (absent/absente/absents/absentes/en congé/en
        congés/en vacances/en déplacement/ indisponible/injoignable/en formation/en arrêt/hors du bureau/en
        congé maternité/en congé parental/fermés) | (je ne suis pas/je ne serai pas/ne suis pas/ne serai pas) ……
        (bureau/disponible/joignable/présent/présente) | actuellement (absent/absente/en congé/en congés/en
        vacances/en déplacement) | (absent/absente) du bureau | absent(e) (du/jusqu'au/pour) | (nos bureaux/
        notre bureau/notre entreprise/le bureau/le cabinet/notre société) …… (fermés/fermé/fermée) | (pendant/
        durant/en) mon absence | je m'absente | (de retour au bureau/absent jusqu*) | pendant mes congés
        | (jours/jour/quelques jours/semaine/semaines) de (repos/congé/congés) | (nous revenons/nous
        reviendrons/je reviens/je reviendrai/reprenons/reprendrai/reprendrons) (le/lundi/mardi/mercredi/jeudi/
        vendredi) | (je suis/je serai/suis/serai) … en (séminaire/mission/voyage/télétravail/stage/clientèle) |
        exceptionnellement (fermé/fermés/fermée/absent/absente)
    es: (estaré/estoy/estaremos) fuera | (vuelvo/volveré/regreso/regresaré/me reincorporo/me reincorporaré/
        reincorporaré) … (el #/el lunes/el martes/el miércoles/el jueves/el viernes/al trabajo) | (estaré/
        estaremos) … (de vuelta/de regreso/de nuevo en) | (volveré/regresaré/vuelvo/regreso) a la oficina |
        (estoy/estaré/me encuentro/me encontraré/estamos/estaremos) …… (fuera de la oficina/fuera de oficina/
        ausente/de vacaciones/de viaje/de baja/ de permiso/no disponible/en viaje/cerrados/de licencia) | no
        (estoy/estaré/me encuentro) …… (oficina/disponible/localizable/despacho) | (nuestra oficina/nuestras
        oficinas/la oficina/la empresa) …… (cerrada/cerradas) | (durante/en) mi ausencia | me ausentaré | (fuera
        de la oficina/fuera de oficina/de vacaciones/ausente/de viaje/fuera) (hasta/desde/del) | (de vuelta/de
        regreso) (el/a partir/en) | (disfrutando/disfruto) de … vacaciones | (permaneceremos/permanecerá) …
        (cerrados/cerrada)
        | (estoy/estaré/me encuentro) …… (enfermo/enferma/en una formación/en un curso/de excedencia/de permiso/
        de descanso)
    nl: (ik ben/ben ik) (er/weer/terug) … (terug/weer/op) | (ben ik/ik ben/zijn wij/wij zijn) … (weer/terug)
        … (aanwezig/bereikbaar/op kantoor/terug/beschikbaar) | (ik ben/wij zijn/we zijn/ben ik/zijn wij) ……
        (afwezig/niet aanwezig/niet op kantoor/met vakantie/op vakantie/met verlof/niet bereikbaar/ buiten
        kantoor/op zakenreis/vrij/gesloten/niet beschikbaar/met zwangerschapsverlof/op reis/onbereikbaar/uit
        kantoor/in verlof/ziek/beperkt bereikbaar/minder bereikbaar/er even niet) | (werk/werken) (ik/wij/we) niet |
        (geniet/genieten) … (vakantie/verlof) | (ons kantoor/het kantoor/kantoor) … gesloten | (tijdens/in/gedurende)
        mijn (afwezigheid/
        vakantie/verlof) | (momenteel/tijdelijk) (afwezig/niet aanwezig) | (met vakantie/op vakantie/afwezig/
        niet aanwezig/met verlof/vrij) (tot/van/vanaf/wegens/t)
        | (zwangerschap*/ouderschap*/ziekte) verlof ben | met … verlof (ben/zijn)
    pt: (regresso/regressarei/estarei de volta) … (dia #/a #/em #/na segunda/na terça/na quarta/na quinta/na
        sexta/segunda) | (estarei/estaremos) … de volta | (regresso/regressarei/volto/voltarei/retorno/
        retornarei) ao (escritório/trabalho) | (estou/estarei/encontro-me/encontrar-me-ei/estamos/estaremos/me
        encontro) …… (ausente/fora do escritório/de férias/em férias/em viagem/indisponível/ de licença/em
        licença/de baixa/fora da empresa/fechados) | não (estou/estarei/me encontro) …… (escritório/disponível/
        contactável) | (nosso escritório/nossos escritórios/o escritório/a empresa) …… (fechado/fechados/
        fechada/encerrado/encerrada) | (durante/na) (a/) minha ausência | (fora do escritório/ausente/de férias/
        indisponível) (até/de/entre/desde) | vou (estar/ficar) … (ausente/fora/de férias)
        | (em/de) recesso | (estou/estamos/estarei/estaremos) … (afastado/afastada/em recesso/de folga)
    sv: (jag är/är jag/är) (tillbaka/åter) | (mellan/från) … # … (är jag/semester) | (jag är/är jag) …
        (tillbaka/åter) … (kontoret/jobbet/tjänst/arbetet/plats) | jag (är/kommer att vara/har) …… (inte på
        kontoret/ej på kontoret/på semester/semester/föräldraledig/ledig/bortrest/frånvarande/på tjänsteresa/
        inte tillgänglig/ tjänstledig/inte i tjänst/sjukskriven/ej i tjänst/borta/inte på plats/utanför
        kontoret) | (är jag/har jag) …… (semester/ledig/föräldraledig/frånvarande) | (under/i) min (frånvaro/
        semester/ledighet) | (kontoret/vi) (är/har) … (stängt/semesterstängt/stängda) | (på semester/semester/
        frånvarande/ledig/borta/bortrest) (till/från/fram/t/den/mellan)
        | jag är … (sjuk/hemma/vabbar) | vi (har/håller) … (stängt/sommarstängt/julstängt)
    da: (på ferie/ferie/fraværende/bortrejst) (til/fra/frem/i/den) | (jeg er/er jeg) (tilbage/retur) (den/
        på/igen/mandag/tirsdag/onsdag/torsdag/fredag) | (jeg er/er jeg) … (tilbage/retur) … (kontoret/arbejde/
        arbejdet) | jeg (er/holder/har) …… (ikke på kontoret/på ferie/ferie/bortrejst/fraværende/på barsel/
        barselsorlov/ikke til stede/på forretningsrejse/på orlov/ude af kontoret/fri/ikke tilgængelig/ syg) |
        (under/i) (mit fravær/min ferie/min barsel) | kontoret (er/holder) … (lukket/ferielukket) | (er jeg/
        holder jeg) …… (ferie/fraværende/kontoret)
        | (afholder/afvikler) … ferie
        | (vi/kontoret) holder … (lukket/ferielukket/julelukket)
    no: (på ferie/ferie/fraværende/bortreist) (til/fra/frem/i/den) | (jeg er/er jeg) tilbake (den/på/igjen/
        mandag/tirsdag/onsdag/torsdag/fredag/#) | (jeg er/er jeg) … tilbake … (kontoret/jobb/jobben/arbeid) |
        jeg (er/har/tar) …… (ikke på kontoret/på ferie/ferie/bortreist/fraværende/permisjon/foreldrepermisjon/
        ikke til stede/på reise/borte fra kontoret/fri/ikke tilgjengelig/avspasering/ sykmeldt/borte) | (under/
        i) (mitt fravær/min ferie/ferien min) | kontoret er … (stengt/feriestengt) | (er jeg/har jeg) …… (ferie/
        fraværende/kontoret)
        | avvikler … ferie
        | (vi/kontoret) holder … stengt | jeg er … syk
    fi: palaan (töihin/toimistolle/lomalta/#/maanantaina/tiistaina/keskiviikkona/torstaina/perjantaina) |
        (olen/olemme/oon) …… (poissa/lomalla/vuosilomalla/kesälomalla/vapaalla/matkoilla/työmatkalla/
        talvilomalla/isyyslomalla/perhevapaalla/äitiyslomalla/vanhempainvapaalla/opintovapaalla/
        tavoittamattomissa/ poissaoleva/virkamatkalla/sairauslomalla/hoitovapaalla) | (en ole/en oo) ……
        (paikalla/toimistolla/tavoitettavissa/töissä) | (poissaoloni/lomani) (aikana/ajan) | (toimistomme/
        toimisto) on … suljettu | (lomalla/poissa) #
    cs: (vrátím se/vracím se/budu zpět/jsem zpět) … (#/v pondělí/v úterý/ve středu/ve čtvrtek/v pátek/do
        kanceláře/do práce/kanceláři) | (jsem/budu/nejsem/nebudu/jsme) …… (mimo kancelář/nepřítomen/nepřítomna/
        na dovolené/nepřítomný/nepřítomná/k zastižení/v kanceláři/mimo pracoviště/na služební cestě/ na
        mateřské/na rodičovské/nedostupný/nedostupná/na pracovišti/pracovně mimo) | čerpám … dovolenou | mám …
        dovolenou | (v době/během/po dobu) mé nepřítomnosti | (v mé/za mé/po mou) nepřítomnosti | (kancelář/
        firma) … (zavřena/uzavřena/zavřeno)
        | (jsem/budu) … (nemocný/nemocná/nemocen/na nemocenské/v zahraničí/na cestách/na mateřské/na rodičovské)
    sk: (vrátim sa/vraciam sa/budem späť/som späť) … (#/v pondelok/v utorok/v stredu/vo štvrtok/v piatok/do
        kancelárie/do práce/kancelárii) | (som/budem/nie som/nebudem/sme) …… (mimo kancelárie/neprítomný/
        neprítomná/na dovolenke/v kancelárii/k dispozícii/mimo pracoviska/na služobnej ceste/na materskej/na
        rodičovskej/ nedostupný/nedostupná/zastihnuteľn*/na pracovisku) | čerpám … dovolenku | (počas/v čase)
        mojej (neprítomnosti/dovolenky) | v mojej neprítomnosti
        | (som/budem) … (chorý/chorá/na materskej/v zahraničí/na cestách/pn)
    hu: (visszatérek/visszajövök/visszaérek) | (irodában/irodámban/munkába) … (vagyok/leszek/állok/ismét/
        újra) | (ismét/újra/legközelebb) … (elérhető/irodában) | (távol/házon kívül/szabadságon) …… (vagyok/
        leszek) | (szabadságon/házon kívül/irodán kívül/távol/üzleti úton/szülési szabadságon/külföldön/
        betegszabadságon) … (vagyok/leszek/tartózkodom/lesz/vagyunk) | (nem vagyok/nem leszek/nem tartózkodom)
        …… (irodában/elérhető/bent/irodámban) | (nem … elérhető/nem tartózkodom) … | (távollétem/szabadságom)
        (alatt/ideje/idején/idejére) | (irodánk/cégünk) …… zárva
    ro: (revin/voi reveni/mă întorc/mă voi întoarce) … (pe #/la birou/luni/marți/miercuri/joi/vineri/în #/
        din #/din) | (voi fi/sunt) … (înapoi/din nou) | (sunt/voi fi/mă aflu/suntem/vom fi) …… (plecat/plecată/
        în concediu/absent/absentă/în afara biroului/indisponibil/indisponibilă/în delegație/în vacanță/în
        deplasare) | nu (sunt/voi fi/mă aflu) …… (birou/disponibil/disponibilă) | (în/pe) (absența mea/perioada
        absenței) | (pe durata/in timpul) absenței mele | biroul … închis
    tr: (ofise/işe/izinden/işimin başına) … dön* | (izinde/tatilde/ofis dışında) | (ofis dışında/izinde/
        yıllık izinde/tatilde/seyahatte/ofiste değil/şehir dışında/doğum izninde/iş seyahatinde/yurt dışında)
        (olacağım/olacağımdan/bulunuyorum/olduğumdan/olduğum/bulunmaktayım/olacağımı) | (izindeyim/tatildeyim/
        ofiste değilim/izinliyim/raporluyum/ofis dışındayım/yıllık izindeyim/seyahatteyim) | ofiste
        (olmayacağım/bulunmuyorum/bulunmayacağım/değilim) | (izinli/izinliyim/izinde) … olacağım | (yokluğumda/
        izinli olduğum) | (ofisimiz/iş yerimiz) … kapalı* | izne (ayrıldım/çıktım/ayrılacağım)
    ru: (вернусь/возвращаюсь/выйду/выхожу) … (в офис/на работу/из отпуска/#) | буду (на работе/в офисе/на
        месте) | (я/буду/меня) …… (в отпуске/нахожусь в отпуске/отсутствую/вне офиса/не в офисе/в командировке/
        не будет в офисе/отсутствовать/на больничном/в декрете) | нахожусь …… (отпуске/командировке/офиса) |
        (меня нет/меня не будет) | (отсутствую/отсутствовать) … (на рабочем месте/в офисе/с #/до #) | (во время/
        на время/в период) моего отсутствия | в мое отсутствие | (наш офис/офис) …… (закрыт/не работает) |
        сейчас (не в офисе/отсутствую) | (в отпуске/в командировке) (с/до/по) #
        | (на больничном/в декретном отпуске/в декрете/в командировке) | нахожусь … (отпуске/больничном/командировке)
    uk: (повернуся/повернусь/повертаюся/вийду) … (в офіс/до офісу/на роботу/з відпустки/#) | буду (на
        роботі/в офісі) | (я/буду/мене) …… (у відпустці/в відпустці/відсутній/відсутня/поза офісом/не в офісі/у
        відрядженні/на лікарняному/перебуваю) | перебуваю …… (відпустці/відрядженні/офісом) | (мене немає/мене
        не буде) | (на час/під час/за/протягом) … (моєї відсутності/мою відсутність) | (знаходжусь/знаходжуся) …
        (відпустці/відрядженні) | у відпустці (з/до)
        | (на лікарняному/у декретній відпустці/у відрядженні)
    bg: (връщам се/ще се върна/завръщам се) … (#/в офиса/на работа) | (аз съм/съм/ще бъда/ще съм/в момента
        съм) …… (в отпуск/извън офиса/отсъствам/в отпуска/в командировка/в почивка/в болничен/в майчинство) |
        (отсъствам/ще отсъствам) … (от/до/офиса) | (по време на/в) (моето/мое) отсъствие | не съм … (офиса/на
        разположение) | (в отпуск/в отпуска/в офиса) … (съм/няма да бъда) | (няма да бъда/няма да съм) … (офиса/
        на разположение)
    el: (επιστρέφω/θα επιστρέψω/θα επανέλθω) … (#/γραφείο/στις/τη/την) | (είμαι/βρίσκομαι/θα είμαι/θα
        βρίσκομαι/είμαστε) …… (εκτός γραφείου/εκτός/σε άδεια/άδεια/διακοπές/απουσιάζω/ταξίδι) | (απουσιάζω/θα
        απουσιάζω/λείπω/θα λείπω) | (κατά την/στην) απουσία μου | (δεν είμαι/δεν βρίσκομαι/δεν θα είμαι/δεν θα
        βρίσκομαι) …… (γραφείο/διαθέσιμος/διαθέσιμη) | κατά τη διάρκεια της απουσίας μου | (τα γραφεία μας/το
        γραφείο μας) …… (κλειστά/κλειστό)
    he: (אחזור/אשוב/חוזר/חוזרת) (למשרד/לעבודה/מהחופשה/בתאריך/ב #) | (אני/הנני/אהיה/אנחנו) …… (בחופשה/מחוץ
        למשרד/נעדר/נעדרת/לא במשרד/לא זמין/לא זמינה/חופשה/בחופשת/בחו"ל/בחול/אינני במשרד) | (אינני/איני/לא אהיה)
        …… (במשרד/זמין/זמינה/בעבודה) | (בהיעדרי/בהעדרי/בזמן היעדרותי/בתקופת היעדרותי) | (נמצא/נמצאת/שוהה/אמצא)
        …… (בחופשה/מחוץ/בחופשת/בחול) | (המשרד/משרדנו) … (סגור/יהיה סגור) | (יצאתי/יוצא/יוצאת) לחופשה
    ar: (سأعود/سوف أعود/أعود/وسأعود) (إلى المكتب/إلى العمل/يوم/في/بتاريخ/للعمل/من) | (أنا/إنني/سأكون/انا/سوف
        أكون) …… (خارج المكتب/في إجازة/إجازة/غير متواجد/غير موجود/غير متاح/مسافر) | (خارج المكتب/في إجازة)
        (حاليا/من/حتى/إلى/حاليًا) | (غير متواجد/غير متواجدة/غير موجود/لست) … (المكتب/بالمكتب) | (خلال/أثناء/في)
        (غيابي/فترة غيابي/إجازتي/فترة إجازتي) | (المكتب/مكتبنا/مكاتبنا) … مغلق*
    ja: (出社/復帰)(予定/いたし/します) | (不在/休暇/出張)…… (まで/期間/です) | 休みます | お休み(です/し) |
        不在にし | 不在にて | 不在です | 不在の間 | 不在中 | 不在となり | 休暇を取得 | 休暇中 | 休暇をいただ |
        休暇を頂 | お休みをいただ | お休みを頂 | 休業いた | 休業とさせ | 休業して | 休業期間 | 出張中 |
        出張のため | 席を外して | 外出して | 夏季休業 | 夏期休業 | 年末年始休業 | 育児休業 | 産休 | 育休中 |
        休みをとって | 休みを取って | 休暇のため
    zh: 休假 | 请假 | 請假 | 度假 | 外出 | 出差 | 不在(公司/办公/辦公/岗/崗) | 不在办公室 | 不在辦公室 |
        (正在/在/我)休假 | 休假中 | 休假期间 | 休假期間 | 出差中 | 正在出差 | (因公/在外/外出)出差 | 目前休假 |
        (年假/产假/病假/休年假)(中/期间/期間/至) | 外出(开会/開會/公干) | 无法(及时/立即)(回复/答复) |
        無法(即時/ 立即)(回覆/回復) | 我不在 | 暂时不在 | 暫時不在 | 离开办公室 | 離開辦公室 | 放假(期间/通知/
        中) | 休息(期间)
    ko: 휴가* | 부재* | 출장* | 복귀(예정*/합니다*/할) | 자리에 없* | 부재 중* | 부재중* | 휴가 중* |
        휴가중* | 출장 중* | 출장중* | 자리를 비* | 휴가로 … | 출장으로 … | 육아휴직* | 사무실에 없* | 자리에
        없* | 휴무* | 연차* …
    hr: (vraćam se/vratit ću se) … (#/u ured/na posao/ponedjeljak) | (sam/ću biti/nisam/neću biti/bit ću/
        biti ću) …… (odsutan/odsutna/izvan ureda/na godišnjem odmoru/na godišnjem/u uredu/nedostupan/nedostupna/
        dostupan/dostupna/na službenom putu/na porodiljnom/na odmoru) | na godišnjem (sam/smo) | nalazim se ……
        (godišnjem/ureda/putu/odmoru) | (za vrijeme/tijekom/u) moje (odsutnosti/odsustva) | u mojoj odsutnosti |
        koristim godišnji | ured … zatvoren
    sl: (vrnem se/vrnil se bom/vrnila se bom) … (#/v pisarno/ponedeljek) | (sem/bom/nisem/ne bom) ……
        (odsoten/odsotna/na dopustu/na letnem dopustu/v pisarni/izven pisarne/dosegljiv/dosegljiva/na službeni
        poti/nedosegljiv/nedosegljiva/službeno odsoten/službeno odsotna/na porodniškem) | (v času/med) moje
        odsotnosti | (med/v) mojo odsotnostjo | v moji odsotnosti
    ca: (sóc/estic/seré/estaré/em trobo) …… (fora de l'oficina/absent/de vacances/de viatge/de baixa/fora
        del despatx) | no (sóc/estic/seré/estaré) …… (oficina/despatx/disponible) | (durant/en) la meva absència
        | fora de l'oficina (fins/del)
    et: (naasen/tulen tagasi/olen tagasi) … (#/tööle/kontoris/kontorisse/esmaspäeval) | (olen/viibin/olen
        praegu) …… (puhkusel/kontorist väljas/eemal/lähetuses/ära/komandeeringus/lapsehoolduspuhkusel/kontorist
        eemal) | (ei ole/ma ei ole/ei viibi) …… (kontoris/tööl/kättesaadav) | minu (äraolekul/puhkuse ajal/
        eemaloleku/äraoleku) | (puhkusel/eemal) (kuni/#)
    lv: (atgriežos/atgriezīšos/būšu atpakaļ) … (#/darbā/birojā/pirmdien) | (esmu/būšu/atrodos/šobrīd esmu)
        …… (atvaļinājumā/ārpus biroja/prombūtnē/komandējumā/prom/bērna kopšanas atvaļinājumā/slimības lapas) |
        (neesmu/nebūšu) …… (birojā/darbā/pieejams/pieejama) | (manas/mana) (prombūtnes/atvaļinājuma) laikā
    lt: grįšiu … (#/į darbą/į biurą/pirmadien*) | (esu/būsiu/šiuo metu esu) …… (atostogose/ne biure/išvykęs/
        išvykusi/komandiruotėje/nepasiekiamas/nepasiekiama/išėjęs/išėjusi) | (atostogauju/atostogausiu) | (nesu/
        nebūsiu) …… (biure/darbe) | (mano/man) (nesant/nebuvimo/atostogų) … (metu/laikotarpiu/biure/darbe) | man
        nesant
    """
)
"""The author, or the office, isn't there."""

UNTIL: Words = table(
    """
    en: (until/till/til/through/thru/returning/return/returns/back/starting) … # | (until/till/through) …
        (monday/tuesday/wednesday/thursday/friday/next/further/january/february/march/april/may/june/july/
        august/september/october/november/december/ jan/feb/mar/apr/jun/jul/aug/sep/sept/oct/nov/dec/tomorrow/
        mid/early/late/the end) | (returning/return/back) … (on/in the office/monday/tuesday/wednesday/thursday/
        friday/tomorrow/next week/to work/to the office/at work/at my desk/online) | from … # …… (to/until/till/
        through) … # | between … # …… and | (will return/i return/not return/upon my return/on my return/after
        my return/when i return/when i am back/when i'm back)
        | (back/return/returning) … in (january/february/march/april/may/june/july/august/september/october/
        november/december)
    de: (bis/vom/ab/am) … # | bis (einschließlich/voraussichtlich/montag/dienstag/mittwoch/donnerstag/
        freitag/ende/anfang/mitte/auf weiteres/nächste*) | (wieder/zurück) … (erreichbar/im büro/da/zurück/im
        haus/für sie da/verfügbar) | nach meiner rückkehr | bin ich …… (zurück/wieder) | (januar/februar/märz/
        april/mai/juni/juli/august/september/oktober/november/dezember) zurück
    it: (fino/sino) (al/all'/a/alla/alle) … | (dal/dall') … # | (rientro/rientrerò/tornerò/ritornerò/torno/
        di ritorno/ritorno) … (il/in/lunedì/martedì/mercoledì/giovedì/venerdì/#) | al mio (rientro/ritorno) | da
        … # …… a … #
    pl: do … # | (wracam/powrót/wrócę/będę dostępn*/powrocie) … | od … # …… do | do (poniedziałku/wtorku/
        środy/czwartku/piątku/odwołania/końca)
    is: (til/fram til/frá) … # | (kem aftur/til baka/aftur til vinnu/kem til/aftur) …
    fr: jusqu'au … | jusqu'à … | du … # …… au | (de retour/retour) … (le/au/lundi/mardi/mercredi/jeudi/
        vendredi/à partir) | dès mon retour | à mon retour | à compter du … | à partir du … # | je (reviens/
        reviendrai) | depuis le
    es: (hasta/desde) (el/la/las/nuevo/) … | (del/desde el) … # …… (al/hasta) | (regreso/vuelvo/volveré/
        regresaré/vuelta/reincorporaré/reincorporo/retomaré) … | a mi (regreso/vuelta/reincorporación)
    nl: (tot/t/tm/vanaf/van/sinds) (en met/m/) … # | tot (maandag/dinsdag/woensdag/donderdag/vrijdag/nader/
        begin/eind/en met/medio) | (weer/terug) … (aanwezig/bereikbaar/op kantoor/terug/beschikbaar/ben ik) |
        bij (mijn terugkomst/terugkomst/terugkeer) | na (mijn terugkomst/mijn terugkeer/mijn vakantie) | ben
        (ik/) … terug | vanaf (maandag/dinsdag/woensdag/donderdag/vrijdag)
    pt: (até/a partir) (ao/à/a/o/de/do/dia/) … | (regresso/retorno/volto/voltarei/regressarei/retornarei/
        estarei de volta) … | (no/após/depois do) (meu/) (regresso/retorno) | (de/do/entre) … # …… (a/até/e) … #
        | desde … #
    sv: (till/t/fram/från/tom) (och med/o/till/) … # | (åter/tillbaka) … (på/i/den/måndag/tisdag/onsdag/
        torsdag/fredag/#) | till och med … | när jag (är tillbaka/kommer tillbaka/är åter) | vid min återkomst
    da: (til/indtil) (mandag/tirsdag/onsdag/torsdag/fredag/og med) | (ugen ud/hele ugen/resten af) | (til/
        fra/indtil/frem) (og med/til/den/) … # | (tilbage/retur/igen) … (på/den/mandag/tirsdag/onsdag/torsdag/
        fredag/#) | (når jeg/ved min) (er tilbage/er retur/kommer tilbage/tilbagekomst/hjemkomst/vender tilbage)
        | til og med …
    no: (til/fra/frem) (og med/til/den/) … # | tilbake … (på/den/mandag/tirsdag/onsdag/torsdag/fredag/#/
        igjen/i) | når jeg (er tilbake/kommer tilbake) | til og med …
    fi: (palaan/palaamme) … | (saakka/asti) | # (saakka/asti/mennessä/lähtien/alkaen) | paluuni jälkeen |
        (takaisin/jälleen) … (töissä/toimistolla/tavoitettavissa/paikalla) | # - # | # välisen* | (palattuani/
        lomani jälkeen)
    cs: (do/od/ode) … # | (po návratu/po svém návratu/po mém návratu) | (vrátím se/vracím se/zpět/opět) … |
        do (pondělí/úterý/středy/čtvrtka/pátku/odvolání/konce)
    sk: (do/od) … # | (po návrate/po mojom návrate/po svojom návrate) | (vrátim sa/vraciam sa/späť/opäť) … |
        do (pondelka/utorka/stredy/štvrtka/piatku/odvolania/konca)
    hu: (hétfőig/keddig/szerdáig/csütörtökig/péntekig/hétfőn/kedden/szerdán/csütörtökön/pénteken/hétfőtől/
        keddtől/szerdától/csütörtöktől/péntektől/jövő hét*) | # (ig/éig/jéig/áig/tól/től/jétől/étől/ától/jától/
        án/én/jén/ján/ai/ei) | (visszatérésem/visszaérkezésem/visszatértem) (után/napja/utan) | (leghamarabb/
        legközelebb/ismét/újra) … | visszatér* | # és # között | # közötti
    ro: (până/din/de la/începând) (în/la/pe/cu/data/) … # | (revin/voi reveni/mă întorc/mă voi întoarce/voi
        fi înapoi) … | (la/după) (întoarcere/întoarcerea mea/revenire/revenirea)
    tr: # … (tarihine kadar/tarihleri arasında/tarihinde/kadar/arasında/itibaren/tarihinden) | (kadar/
        arasında) | (döndüğümde/dönüşümde/dönüşte/dönüyorum/döneceğim)
    ru: (до/по/с) … # | (вернусь/возвращаюсь/возвращения/выйду/выхожу) … | после (возвращения/выхода/
        отпуска) | до (понедельника/вторника/среды/четверга/пятницы/конца) | по возвращении | по возвращению
    uk: (до/по/з) … # | (повернуся/повернусь/повертаюся/повернення) … | після (повернення/відпустки) | до
        (понеділка/вівторка/середи/четверга/кінця)
    bg: (до/от/на) … # | (връщам се/ще се върна/завръщане/завръщам) … | след (завръщането/връщането/
        отпуската) | отново … (разположение/офиса/линия)
    el: (έως/μέχρι/ως/από) … # | (επιστρέφω/θα επιστρέψω/επιστροφή/επανέλθω) … | (έως/μέχρι) (τις/και/την/
        τη) … | με την επιστροφή μου
    he: (ביום/יום) (ראשון/שני/שלישי/רביעי/חמישי) | (עד/מתאריך/בין/מיום/החל) … # | עד (ל/יום/ה/תאריך/וכולל/#)
        … | (אחזור/אשוב/חוזר/חוזרת/שובי/חזרתי/אהיה בחזרה) … | (לאחר/עם) (שובי/חזרתי)
    ar: (حتى/من/إلى/لغاية/بتاريخ/بين) … # | (سأعود/العودة/أعود/عودتي/سوف أعود/وسأعود) … | (بعد/عند/حال/فور)
        عودتي
    ja: #月#日 | # (まで/から) | 日まで | までの間 | (月/火/水/木/金)曜日 | #/# | 期間 | 出社(予定/次第/後/
        いた)
    zh: (下/本)(周/星期/礼拜/禮拜/个月/個月) | #月#(日/号/號) | 至# | (返回/回到/回来/回來)……(办公室/辦公室/
        公司/后/後) | (期间/期間) | 到#月 | (直到/ 截止)…… | 回来后 | 回來後
    ko: #월 #일* | #일까지* | 까지 | 복귀* | # (까지/부터)
    hr: (do/od) … # | (vraćam se/vratit ću se/po povratku/nakon povratka/povratka) … | (ponovno/opet) …
        (uredu/dostupan/dostupna) | do (ponedjeljka/utorka/srijede/četvrtka/petka/daljnjega)
    sl: (do/od) … # | (vrnem se/vrnil se bom/vrnila se bom/po vrnitvi/ob vrnitvi/nazaj) … | (ponovno/spet) …
        | do (ponedeljka/torka/srede/četrtka/petka/nadaljnjega)
    ca: (fins/des/del) (al/a/el/del/) … | (torno/tornaré/retorn/tornada) … | (quan torni/a la tornada)
    et: (kuni/alates) … | (naasen/tagasi/tulen tagasi/jõuan tagasi) … | # kuni # | pärast (naasmist/puhkust)
    lv: (līdz/no) … # | (atgriežos/atgriezīšos/atgriešanās/pēc atgriešanās) … | būšu … (birojā/darbā/
        atpakaļ)
    lt: (iki/nuo) … # | (grįšiu/grįžtu/grįžus/sugrįžęs/sugrįžusi/grįžęs/grįžusi) … | iki (pirmadienio/
        antradienio/penktadienio)
    """
)
"""A stretch of time, or the way back: it tells only beside an absence."""

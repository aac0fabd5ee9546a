"""
What automatic replies say without a verb, or as a mere label: "Out until the 6th.", "Abwesenheitsnotiz: …".

Knows such words of each language, in the notation of `spotting`; must not know where in a letter they count. Within a
sentence they prove nothing ("while Bob is out of office"): a sentence must begin with them, or be nothing else.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

BARE: Words = table(
    """
    en: (currently/presently/temporarily/) (out/away/off) (until/till/through/thru/from/for a/this/today/all/on/at) |
        (currently/temporarily/) (out of office/out of the office/ooo/ooto/away from my desk) | (currently/now/) on
        (sabbatical/leave/annual leave/vacation/holiday/holidays/pto/parental leave/maternity leave/paternity leave/
        sick leave/medical leave/a business trip/the road) | (returning/return/will return/will be back/back) (on/in/
        to/at/#/monday/tuesday/wednesday/thursday/friday/tomorrow/next) | (office/we are/our office is) closed
    de: (bin/sind) …… (im urlaub/in urlaub/weg/unterwegs/abwesend/in elternzeit/in den ferien/außer haus/auf
        dienstreise/
        krank/nicht im büro/nicht erreichbar/nicht da/nicht im haus) | (bin/sind) …… (wieder/zurück) … (im büro/da/im
        haus/erreichbar/am platz) | wieder (da/im büro/im haus/erreichbar/zurück) | zurück (am/ab/im) | (abwesend/
        urlaub/im urlaub/nicht im büro/außer haus/betriebsferien/elternzeit/krank) (bis/vom/von/ab/seit/am)
    it: (rientro/torno/tornerò/rientrerò/di ritorno/di nuovo in ufficio/riapriamo/riapertura) (il/lunedì/martedì/
        mercoledì/giovedì/venerdì/a/in/dal/#) | (fuori ufficio/fuori sede/in ferie/assente/chiusi/chiuso/in vacanza/in
        trasferta/in malattia/in maternità)
    pl: (wracam/wrócę/powrót/z powrotem/ponownie w biurze) | (urlop/na urlopie/nieobecn*/poza biurem/
        zwolnienie) (do/od/
        w)
    fr: (de retour/retour prévu/retour/reprise/réouverture) (le/lundi/mardi/mercredi/jeudi/vendredi/au bureau/début/
        dès/à partir) | (absent/absente/en congé/en congés/en vacances/en déplacement/en formation/en arrêt/
        congés/hors
        du bureau/fermé/fermeture)
    es: (de vuelta/de regreso/vuelvo/regreso/volveré) (el/al/a/en/lunes/#) | (fuera de la oficina/fuera de oficina/de
        vacaciones/ausente/de viaje/de baja/cerrado por vacaciones)
    nl: (terug/weer terug/weer aanwezig/weer op kantoor/weer bereikbaar) (op/vanaf/maandag/dinsdag/woensdag/donderdag/
        vrijdag/in/#) | (afwezig/niet aanwezig/met vakantie/op vakantie/met verlof/niet op kantoor/vrij) (tot/
        van/vanaf/
        t/wegens)
    pt: (de volta/de regresso/volto/regresso/retorno/voltarei) (a/ao/em/dia/na/segunda/#) | (de férias/em férias/
        ausente/fora do escritório/em viagem/de licença)
    sv: (tillbaka/åter) (den/på/i/måndag/tisdag/onsdag/torsdag/fredag/#) | (semester/på semester/ledig/föräldraledig/
        bortrest/frånvarande/ej på kontoret/inte på kontoret) (till/t/från/fram/vecka/den)
    da: (tilbage/retur) (den/på/igen/mandag/tirsdag/onsdag/torsdag/fredag/#) | (ferie/på ferie/holder ferie/på barsel/
        bortrejst/fraværende/ikke på kontoret/lukket) (til/t/fra/frem/uge/den)
    no: (tilbake) (den/på/igjen/mandag/tirsdag/onsdag/torsdag/fredag/#) | (ferie/på ferie/ute av kontoret/permisjon/i
        permisjon/bortreist/fraværende/ikke på kontoret) (til/t/fra/frem/uke/den)
    fi: (takaisin/paikalla/töissä jälleen/palaan) # | (lomalla/poissa/vuosilomalla/virkavapaalla/äitiyslomalla/
        vanhempainvapaalla)
    cs: (zpět/vrátím se/návrat) … # | (dovolená/na dovolené/mimo kancelář/nepřítomen/nepřítomna/aktuálně
        dovolená) (do/
        od/v/vrátím)
    sk: (späť/vrátim sa/návrat) … # | (dovolenka/na dovolenke/mimo kancelárie/neprítomný/neprítomná) (do/od/v)
    hu: (vissza/visszatérek/visszatérés) … # | (szabadságon/házon kívül/irodán kívül)
    ro: (revin/mă întorc/înapoi) (pe/la/în/din/#) | (în concediu/plecat/plecată/absent/absentă) (până/din/în/de)
    tr: (ofis dışındayım/izindeyim/tatildeyim/yıllık izindeyim)
    ru: (буду/вернусь/выйду) … # | (в отпуске/отпуск/в командировке/вне офиса/на больничном) (до/с/по)
    uk: (буду/повернусь/повернуся) … # | (у відпустці/в відпустці/відпустка/у відрядженні/поза офісом) (до/з/по)
    """
)
"""An absence, or the return from it, where a sentence begins with it."""

LABEL: Words = table(
    """
    en: out of office | out of the office | ooo | automatic reply | automatic response | auto reply | autoreply | auto
        response | autoresponse | auto responder | automated reply | automated response | vacation reply | away
        message
    de: abwesenheitsnotiz | abwesenheitsmeldung | abwesenheitsnachricht | abwesenheit | automatische antwort |
        automatische abwesenheitsnotiz | automatische rückmeldung | urlaubsnotiz
    it: risposta automatica | fuori ufficio | messaggio automatico di assenza
    pl: automatyczna odpowiedź | odpowiedź automatyczna | autoodpowiedź | autoresponder | nieobecność
    fr: réponse automatique | message d'absence | absence du bureau | réponse automatique d'absence
    es: respuesta automática | mensaje de ausencia | fuera de la oficina
    nl: automatisch antwoord | automatische reactie | afwezigheidsbericht | afwezigheidsmelding | afwezigheid
    pt: resposta automática | mensagem de ausência | ausência | fora do escritório
    sv: autosvar | automatiskt svar | frånvaromeddelande | frånvaro
    da: autosvar | automatisk svar | fraværsbesked | fraværsmeddelelse
    no: autosvar | automatisk svar | fraværsmelding | fravær
    fi: automaattinen vastaus | automaattivastaus | poissaoloviesti | poissaoloilmoitus
    cs: automatická odpověď | mimo kancelář
    sk: automatická odpoveď | mimo kancelárie
    hu: automatikus válasz | házon kívül
    ro: răspuns automat
    tr: otomatik yanıt | otomatik cevap | ofis dışında
    ru: автоответ | автоматический ответ | автоответчик
    uk: автовідповідь | автоматична відповідь
    bg: автоматичен отговор
    el: αυτόματη απάντηση | εκτός γραφείου
    he: מענה אוטומטי | תשובה אוטומטית
    ar: رد تلقائي | الرد التلقائي
    hr: automatski odgovor
    sl: samodejni odgovor
    ca: resposta automàtica
    """
)
"""What a letter or a line of it is headed with, and nothing else stands in that sentence."""

"""
What people say beside the promise of an answer, by language: why it isn't given yet, or what is decided already.

Tables only, in the notation of `phrasebook`; what they make of a promise is for `promises`.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

RECEIPTS: Words = table(
    """
    en: got it/this/them/your | received | i/we have your/the | noted | understood | no problem/worries | ok/okay
    it: ricevuto/ricevuta/ricevuti | ho/abbiamo ricevuto | preso nota | nessun problema | capito | ok/okay
    pl: otrzymałem/otrzymałam/otrzymaliśmy/dostałem/dostałam/dostaliśmy | dotarło/dotarła/doszło |
        potwierdzam/potwierdzamy otrzymanie/odbiór | nie ma problemu | rozumiem | ok/okej
    is: móttekið | fékk/fengum | hef fengið | ekkert mál | ok/okei
    de: erhalten/angekommen/bekommen | verstanden/notiert/vermerkt | kein problem | ok/okay
    fr: bien reçu/noté/compris | reçu/reçue | accuse/accusons (bonne) réception | noté | pas de souci/problème |
        ok/okay
    es: recibido/recibida | he/hemos recibido | acuso/acusamos (de) recibo | anotado/entendido | sin problema | no hay
        problema | ok/okay
    nl: ontvangen/genoteerd/begrepen | bevestig/bevestigen … ontvangst | geen probleem | ok/oké/oke
    pt: recebido/recebida/recebi/recebemos | anotado/entendido | sem problema | não há/tem problema | ok/okay
    sv: mottaget/mottagit/fått/noterat/uppfattat | inga/inget problem | ok/okej
    """
)
"""That a mail came in, and no word on what it says."""

REGRETS: Words = table(
    """
    en: sorry/apologies/apologize/apologise/pardon | excuse/forgive/bear | patience/delay/wait
    it: scusa/scusi/scusate/scusami/scusatemi/scuse | mi/ci dispiace/spiace | pazienza/ritardo/attesa
    pl: przepraszam/przepraszamy/wybacz/wybaczcie | przykro | cierpliwość/opóźnienie/zwłokę
    is: afsökunar | afsakið/afsakaðu/fyrirgefðu/fyrirgefið | því miður | biðlund/töf/töfina/seinkun*/seinagang*/drátt*
    de: sorry/entschuldige/entschuldigen/entschuldigung/verzeihung | tut mir/uns leid | leider |
        geduld/verzögerung/verspätung
    fr: désolé/désolée/désolés/navré/navrée/navrés/pardon/excuse/excusez/excuses/oups/mince | patience/retard/délai
    es: perdón/perdona/perdone/perdonad/perdonen/disculpa/disculpe/disculpen/disculpad/disculpas/discúlpame/discúlpeme/
        discúlpenos/perdóname/perdóneme/ups/uy | lo siento/sentimos | paciencia/retraso/demora
    nl: sorry/excuses/excuus | spijt me/mij/ons | helaas | geduld/vertraging
    pt: desculpe/desculpa/desculpem/desculpas/perdão | lamento/lamentamos | paciência/atraso/demora
    sv: ursäkta/ursäkt/förlåt/beklagar/tyvärr | tålamod*/dröjsmål*/förseningen
    """
)
"""That somebody is sorry to be late."""

REASONS: Words = table(
    """
    en: discuss* | review*/consider*/compar* | check/checking/ask/asking/consult/clarify/verify/decide/sleep |
        think/thinking about/over/it | talk/speak/align/sync (to/with/about) | look/looking at/into/over/through/it |
        run (it) … by/past |
        boss/board/manager/management/partner/colleague/colleagues/accounting/committee/husband/wife/
        director/owner/headquarters/lawyer | approval/quotes/offers/proposals | travel*/trip/road |
        away/abroad/offsite/holiday/holidays/vacation/leave/office | sick/ill/unwell |
        busy/swamped/crazy/hectic/snowed/buried/tied/crunch | meet/meets/meeting/meetings/conference |
        waiting/wait/await | back on/from/in/at/monday/tuesday/wednesday/thursday/friday | need/needs/take/takes/have
        … time/days/bit/moment/week/weeks | need until | no time/news/decision/answer | not/t (yet)
        decided/sure/know/had/heard/got/had | still open/undecided/out
    it: discut*/valut*/verific*/controll*/confront*/riflett* | parlo/parlare/parlarne/parliamo/parlerò/sento/sentire/
        chiedo/chiedere/chiederò/consulto | guardo/guardare/pensarci/decidere | ci penso | capo/socio/soci/socia/
        direttore/direzione/titolare/collega/colleghi/contabilità/commercialista/marito/moglie/consiglio |
        approvazione/preventivi | viaggio/trasferta/ferie/vacanza/malattia/malato/malata/fuori |
        impegnato/impegnata/impegnati/pieno/piena/presa/preso/settimana (piena/pesante) | riunione/riunioni | attendo/
        attendiamo/
        aspetto/aspettiamo/attesa | rientro/torno/rientriamo | qualche/un giorno/po/attimo | non so/ho/abbiamo/
        sappiamo (ancora) | tempo
    pl: omów*/omawia*/przedyskut*/przeanaliz*/analiz*/porówn*/rozważ*/skonsult*/sprawdz*/ustal*/uzgodni* | porozmawia*/
        porozmawiam/pogada*/zapyta*/spyta*/zastanowi*/przemyśl*/zdecyd*/przyjrz* | szef*/zarząd*/kierowni*/wspólni*/
        koleg*/kolega/księgow*/mąż/mężem/żona/żoną/dyrek* | akcept* | podróż*/urlop*/wyjazd*/delegacj*/chory/chora/
        zwolnieni*/poza | zajęty/zajęta/zajęci/urwanie | spotkani*/zebrani* | czekam/czekamy | wracam/wrócę/wracamy |
        potrzebuję/potrzebujemy … czasu/dni/chwili/chwilę/tygodnia | nie mam/mamy/wiem/wiemy/miałem/miałam/zdążyłem/
        zdążyłam/zdążę/zdążymy | nie dam/damy rady | przekazałem/przekazałam/przekazaliśmy |
        jeszcze/czas/czasu/decyzję/decyzja
    is: ræða/ræði/ræðum/skoða/skoðum/skoði/athuga/athugum/kanna/könnum/hugsa/hugsum/spyrja/tala/tölum/ákveða/bera/meta |
        yfirmann*/stjórn/stjórnin/stjórnina/samstarfs*/félag*/eigand*/bókhald* | samþykki/fjárhag* | ferðalag*/ferð/frí/
        fríi/orlof/orlofi/veik/veikur/burtu/fjarverandi | upptekin/upptekinn/uppteknir/brjálað/annir | fund/fundur/
        fundi |
        bíð/bíðum | kem/komum (aftur/til/í) (baka) | þarf/þurfum … tíma | veit/vitum ekki
    de: bespreche*/besprechen/bespricht/besprochen/diskutier*/prüfe/prüfen/prüft/kläre/klären/klärt/klärung/abklären/
        abstimmen/rücksprache/überleg*/vergleich*/anschau*/ansehen/abwäg*/nachdenken | spreche/sprechen/frage/fragen/
        rede/reden/schaue/schauen/schau (mit/bei/mal) | chef/chefin/chefs/vorstand/leitung/geschäftsführ*/
        geschäftsleitung/kolleg*/partner/partnerin/buchhaltung/gremium | mein/meinem/meinen mann | meine/meiner frau |
        freigabe/angebote | unterwegs/reise/dienstreise/urlaub/verreist/krank/abwesend/außer | stress*/beschäftigt |
        viel los/zu | land unter | sitzung*/besprechung*/meeting*/tagt | habe/haben/hab/viele/einige/mehrere … termine
        | warte/warten/abwarten | zurück/wieder | brauche/brauchen/benötige/benötigen …
        zeit/tage/bisschen/weile/wochen/bis | noch keine/nicht/kein/offen | weiß/wissen (noch) nicht | zeit | keine
        antwort/entscheidung/rückmeldung
    fr: discut*/étudi*/examin*/vérifi*/compar*/réfléch*/analys* |
        parle/parler/parlons/parlerai/demande/demander/voir/vois/voyons/regarde/regarder/regardons/décider/ consulter
        | patron/patronne/chef/direction/directeur/directrice/associé/associée/associés/collègue/collègues/
        comptabilité/comptable/mari/femme/conseil | validation/accord du/de |
        déplacement/voyage/congé/congés/vacances/malade/absent/absente |
        débordé/débordée/débordés/occupé/occupée/chargée | réunion/réunions | attends/attendons/attente |
        rentre/retour/rentrons | besoin … temps/jours/délai/semaine | pas encore/eu | temps | sais/savons pas
    es: revis*/estudi*/consult*/compar*/valorar/valorarlo/valoramos/valoraremos/valorando/coment*/analiz* |
        hablo/hablar/hablarlo/hablamos/pregunto/preguntar/miro/mirar/mirarlo/miramos/pensar/pensarlo/
        decidir/ver/verlo/vemos/discut* |
        jefe/jefa/jefes/dirección/director/directora/socio/socia/socios/colega/compañero/compañera/
        compañeros/contabilidad/marido/mujer/junta/gerencia | aprobación/presupuestos |
        viaje/viajando/vacaciones/baja/enfermo/enferma/fuera | ocupado/ocupada/liado/liada/liados | reunión/reuniones
        | espera/espero/esperamos/esperando | vuelvo/regreso/volvemos | necesito/necesitamos …
        poco/días/tiempo/semana/hasta | no he/hemos/tengo/tenemos/sé/sabemos/puedo/podemos | tiempo
    nl: overleg*/bespreek*/bespreken/bekijk*/vergelijk*/nadenken/nakijken/uitzoeken/checken/check/afstemmen/beoordel* |
        praat/praten/spreek/vraag/vragen/navragen/kijk/kijken | baas/directie/directeur/bestuur/leiding/collega/
        collegas/partner/compagnon/boekhouding | mijn man/vrouw | goedkeuring/offertes |
        reis/onderweg/vakantie/verlof/ziek/afwezig/weg/vrij | druk/drukke | vergadering*/overleg/meeting |
        wacht/wachten | ruggespraak | wacht/wachten … op … akkoord/goedkeuring | terug | heb/hebben … tijd | nog
        niet/geen | weet/weten nog/niet | tijd
    pt: discut*/analis*/avali*/consult*/compar*/verific*/estud*/conversar/converso |
        falar/falo/falamos/ver/vejo/vemos/perguntar/pensar/decidir/olhar/checar |
        chefe/direção/direcção/diretor/diretora/director/sócio/sócia/sócios/colega/colegas/contabilidade/
        marido/esposa/mulher/conselho/gerência/equipa/equipe | aprovação/orçamentos |
        viagem/viajando/férias/doente/fora/ausente | ocupado/ocupada/atarefado/corrida/correria | reunião/reuniões |
        aguardo/aguardamos/espera/esperar | volto/regresso/voltamos | preciso/precisamos … pouco/dias/tempo/semana/até
        | não tive/tenho/temos/sei/sabemos/consegui/conseguimos | ainda não | tempo
    sv: diskuter*/kolla/kollar/granskar/granska/överväg*/jämför*/fundera/funderar/titta/tittar/undersök*/ utvärder* |
        prata/pratar/tala/talar/fråga/frågar/bestämma/tänka |
        chef/chefen/styrelsen/ledningen/kollega/kollegor/kollegan/partner/ekonomi* | min man/fru | stämma/stämmer av |
        godkännande/offerter | resa/reser/resande/semester/ledig/sjuk/borta/bortrest | upptagen/stressigt/fullt |
        möte/mötet/möten/sammanträd* | väntar/inväntar/avvaktar | tillbaka | behöver … tid/dagar/vecka | inte …
        hunnit/ännu/än/svara | vet inte/ej | tid
    """
)
"""Why the answer must wait, and who is to be asked first."""

DECISIONS: Words = table(
    """
    en: won/will not/t (be) happen/happening/going/proceeding/needed | not/t happening (this) | called off | on hold |
        accept/accepted/accepts/agree/agreed/approve/approved/decline/declined/reject/rejected/refuse | decided (to/on/
        against/for) | go/going ahead/with/for/forward | too expensive/much/high/dear/late/long/big | fine/ok/okay/good
        for/by/with us/me | works/suits for/me/us/well/fine | looks/sounds good/great/fine/perfect/right | like/likes/
        love/loves/prefer/choose/chose/chosen/take/want … it/the/your/this/that/option/version/offer | not
        interested/needed/going | found/hired/chosen someone/somebody/another | start/begin/proceed | signed/paid/sent/
        attached/deal | changed/cancel/cancelled/canceled | yes/no please/thanks/thank/we/i/let/it/that
    it: non se ne fa/farà | non andiamo/andremo/vado/andrò … avanti | non si fa/farà | annullat*/accetto/accettiamo/
        accettato/accettata/accettare/approvo/approviamo/approvato/approvata | va bene/benissimo | d accordo |
        procediamo/procedere/procedete/proceda/proceda/procedi | rifiut*/respint*/decliniamo | troppo
        caro/cara/alto/costoso/tardi | abbiamo/ho deciso/scelto/firmato/pagato/inviato | ci/mi piace/piacciono/convince
        | non (ci/mi/siamo/sono) (interessa/interessati/interessato/interessata/serve) | perfetto/ottimo/affare/fatto
    pl: nic z tego/tym | nie dojdzie/będziemy … skutku/kontynuować/współpracować | anulow*/akceptuję/akceptujemy/
        przyjmuję/przyjmujemy/zgadzam/zgadzamy/zgoda | rezygnuję/rezygnujemy/odrzuc*/dziękujemy ale | za
        drogo/drogie/droga/dużo/późno | zdecydowaliśmy/zdecydowałem/zdecydowałam/wybraliśmy/wybrałem/wybrałam |
        podoba/podobają | nie jesteśmy/jestem zainteresowani/zainteresowany/zainteresowana | pasuje/odpowiada (nam/mi)
        | możemy/możesz zaczynać/zacząć/ruszać/działać | proszę/prosimy zaczynać/działać | podpisaliśmy/podpisałem/
        podpisujemy/podpisuję/podpiszemy/podpiszę/zapłaciliśmy/bierzemy/biorę/zamawiam/zamawiamy
    is: verður (því miður) ekkert/ekki úr/af | samþykkjum/samþykki/samþykkt/tökum/þiggjum/þigg |
        höfnum/hafna/afþökkum/afþakka | of dýrt/dýr/hátt/mikið/seint | höfum/hef ákveðið/valið/skrifað/greitt | líst
        (mér/okkur) (vel/illa) | hentar | höfum ekki áhuga | hljómar vel | byrjum/byrjið/byrjaðu/áfram
    de: daraus/draus wird … nichts | wird … nichts daraus/draus | wird (das/es) (leider) (dieses) (jahr/mal) nichts |
        kommt/kommen … nicht zustande | findet … nicht statt | storniert/gestoppt | nehmen/nehme/nimmt … an |
        annehmen/angenommen/akzeptier*/zustimm*/einverstanden/zusage/zusagen/absage/absagen | stimme/stimmen … zu |
        passt/gefällt/gefallen/genehmigt/freigegeben/beauftrag*/bestell*/entschieden | lehnen/lehne … ab |
        ablehnen/abgelehnt/abgesagt | zu teuer/hoch/viel/spät/lang | in ordnung | kein interesse | nicht interessiert
        | könnt/können/kannst (ihr/sie/du) loslegen/anfangen/beginnen/starten | legen/leg/legt/fang/fangen/fangt
        los/an | machen/nehmen/wollen/möchten wir/das/die/den/es/ihr/euer/dein | unterschrieben/bezahlt/überwiesen
    fr: ne se fera/fait pas | ne donnons/donnerons/donne/donnerai pas suite | n aura/aurons pas lieu | annul*/accepte/
        acceptons/accepté/acceptée/approuve/approuvons/approuvé/validé/validée/validons/valide | d accord |
        refuse/refusons/déclinons/décline | trop cher/chère/élevé/tard/long | ça/cela/nous/me convient/va/plaît |
        (nous/me) convient/plaît/plaisent | avons/ai décidé/choisi/signé/payé/opté | pas
        intéressés/intéressé/intéressée | refusé/refusée/refusés/rejeté/rejetée/rejetés/rejetons | c est bon/parfait/ok
        | allez/allons/vas y | pouvez/pouvons/peux commencer/démarrer/lancer | parfait/marché/commandons/prenons
    es: no vamos/voy a … seguir/contratar/continuar | no sale/saldrá/seguimos/seguiremos … adelante | cancel*/acepto/
        aceptamos/aceptado/aceptada/apruebo/aprobamos/aprobado/aprobada | de acuerdo | adelante/perfecto/vale |
        rechaz*/declinamos/devuelta | demasiado/muy caro/cara/alto/tarde | hemos/he decidido/elegido/firmado/pagado |
        nos/me gusta/gustan/parece/encaja/interesa/quedamos | está/nos bien | no nos/me/estamos/estoy
        interesa/interesados/interesado/interesada | podéis/puede/puedes/pueden empezar/comenzar
    nl: gaat/gaan … niet door | geannuleerd/accepteren/accepteer/geaccepteerd/akkoord/goedgekeurd/eens | gaan/ga
        (ermee) akkoord | nemen/neem … aan | wijzen/wijs … af | afgewezen/afgekeurd/geweigerd/afzien | te
        duur/hoog/veel/laat/lang | is/vinden/vind goed/prima/mooi | bevalt/past | hebben/heb
        besloten/gekozen/getekend/betaald/gekozen | geen interesse | niet geïnteresseerd | ga/gaan …
        gang/door/van/beginnen/starten | kunt/kun/kan/kunnen beginnen/starten | prima/perfect
    pt: não vai/vamos/vou … rolar/acontecer/avançar/seguir/continuar/prosseguir/contratar | não
        avança/avançamos/avançaremos/seguiremos | fica/ficou sem efeito | cancel*/aceito/aceitamos/aceite/aceita/
        aprovo/aprovamos/aprovado/aprovada | de acordo | pode/podem/podes avançar/começar/iniciar/seguir |
        avançamos/avancem/avance/fechado/combinado/perfeito | recus*/rejeit*/declinamos | muito/demasiado
        caro/cara/alto/tarde | está/por bem/ótimo/óptimo/nós/mim | decidimos/decidi/escolhemos/assinámos/pagámos |
        gostamos/gostei/gosto | não temos/tenho/estamos/estou interesse/interessados/interessado/interessada
    sv: blir (det) (tyvärr/nog) inget/ingenting/inte av | blir (det) (tyvärr/nog) inget i/den/för/med | inställt/
        avbokat/avvisad/nekad/refuserad/accepterar/accepterat/godkänner/godkänt | antar | tackar/tacka nej/ja | för
        dyrt/dyr/mycket/högt/sent/dyra | det/passar/funkar/fungerar/låter/ser bra/fint/oss/mig/toppen | gillar/tycker
        om | har bestämt/beslutat/valt/skrivit/betalat | inte intresserade/intresserad/intresse | inget intresse |
        kör/köra/sätt/börja/börjar (på/igång/vi) | perfekt/överens
    """
)
"""What has been decided: a reply with one of these has answered, whatever it promises besides."""

IF_IT_CHANGES: Words = table(
    """
    en: if/should/unless … changes/change | if … change/changed my/our mind/minds
    it: se … cambia/cambiasse/cambiano/cambiamo/cambio (qualcosa/idea)
    pl: jeśli/jeżeli/gdyby/jakby … zmieni/zmieniło/zmienimy/zmienię
    is: ef … breytist/breytast/breytir/hughvarf
    de: falls/wenn/sollte/sofern … ändert/ändern | falls/wenn … anders überlegen/überlege
    fr: si … change/changeait/changeons/changent | si … avis
    es: si … cambia/cambiara/cambiamos/cambio/cambian
    nl: als/mocht/mochten/indien … verandert/veranderen/wijzigt | als … bedenken/bedenk
    pt: se … mudar/mudarmos/mudarem/mudasse/alterar
    sv: om … ändrar/ändras/ändrats/förändras
    """
)
"""On what a promise of news hangs once it's decided: "I'll let you know on Monday if that changes"."""

TURNS = frozenset(
    """
    but however ma pero tuttavia ale jednak aber jedoch allerdings mais cependant maar echter mas porem men dock
    """.split()
)
"""Words, without accents, behind which something else is said: what went on to its clause's end ends there."""

YES_OR_NO = frozenset("yes yep no nope si sì tak nie já nei ja jawohl nein oui non sí nee sim não jo nej".split())
"""A clause of one such word is an answer."""

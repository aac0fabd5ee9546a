"""
How people excuse themselves for what they let lie, by language.

Tables only, in the notation of `phrasebook`; `promises` takes a clause for an excuse where it says nothing else. What
somebody else has let lie ("you forgot it") isn't here, nor what may tell of a mail that never came.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

EXCUSES: Words = table(
    """
    en: i/we … … forgot/forgotten/overlooked/missed/misplaced/mislaid |
        < (had/have) (completely/totally/simply/just) forgot/forgotten/overlooked/missed | slipped/slip through |
        slipped/slip/fell/fallen … through … cracks/net | slipped/slip/escaped/escape … my/our
        mind/attention/notice/radar | escaped me/us | was/were/been/got/gotten …
        overlooked/forgotten/missed/buried/lost | went/gone under | oversight | my/our bad/mistake/fault |
        mistake/fault on my/our | in … spam/junk |
        lost sight/track of | dropped the ball | i/we didn/hadn t … see/seen/notice/noticed | i/we did/had not …
        see/seen/notice/noticed | i/we haven/ve t … forgotten | i/we have not … forgotten
    it: mi/ci … sfuggito/sfuggita/sfuggiti/sfuggite/scappato/scappata | < sfuggito/sfuggita |
        sono/siamo/ero/eravamo … dimenticato/dimenticata/dimenticati/dimenticate/scordato/scordata/scordati/scordate |
        ho/abbiamo/avevo/avevamo … dimenticato/dimenticata/dimenticati/dimenticate/scordato/scordata/tralasciato |
        < (completamente) dimenticato/dimenticata | dimenticanza/svista/disguido | mio/mia/nostro/nostra errore/colpa |
        errore/colpa mio/mia/nostro/nostra | passato/passata … inosservato/inosservata | passato/passata di mente |
        finito/finita/andato/andata … spam/dimenticatoio | andato/andata perso/persa |
        non (l/lo/la) ho/abbiamo/avevo/avevamo … visto/vista/notato/notata
    pl: umknęło/umknęła/umknął/umknęły | uciekło/uciekła/uciekł mi/nam | mi/nam uciekło/uciekła/uciekł |
        (nie) zapomniałem/zapomniałam/zapomnieliśmy/zapomniałyśmy | pamiętam/pamiętamy |
        przeoczyłem/przeoczyłam/przeoczyliśmy/przeoczyłyśmy |
        przeoczenie/niedopatrzenie/gapiostwo | wypadło/wyleciało/wypadła/wyleciała … głowy |
        mój/moja/nasz/nasza błąd/wina | zawieruszyła/zawieruszył/zagubiła/zagubił/zapodziała (się) | nie (ją)
        zauważyłem/zauważyłam/zauważyliśmy | trafiło/trafiła/trafił/wpadło/wpadła/wpadł … spamu/spam | zostało/została
        … przeoczone/przeoczona
    is: gleymdi/gleymdum | hef/höfum/hafði/höfðum … gleymt | gleymdist/gleymst | yfirsást/yfirsést | fór/farið …
        framhjá mér/okkur | fór/farið … fram hjá mér/okkur | mér/okkur láðist |
        týndist/týnst/misfórst/misfarist/glataðist | mín/okkar mistök/sök | mistök … mér/okkur/minni/okkar | tók/tókum
        … ekki eftir | sá/sáum … ekki | lenti/fór/lent/farið … ruslpóst*/ruslinu | datt/dottið … milli
    de: untergegangen/durchgerutscht/liegengeblieben/verschwitzt/verbummelt/verpennt | liegen geblieben |
        ich/wir … … übersehen/vergessen/verpasst | wurde/worden/ist/war … … übersehen/vergessen | habe/hab/hatte …
        übersehen/vergessen | < haben/hatten es/das/die/den übersehen/vergessen | <
        (leider/ganz/völlig/glatt/komplett/schlicht) übersehen/vergessen | mir/uns … entgangen/entfallen |
        durch … lappen gegangen | vergessen/verloren gegangen | im/in spam*/junk* |
        mein/unser/meine/unsere fehler/versehen/versäumnis/schuld | ein versehen | nicht … auf dem schirm/radar |
        aus den augen verloren | ich/wir … nicht … gesehen/bemerkt
    fr: ai/avons/avais/avions … zappé/zappée | m/nous a/avait/est/était … échappé/échappée |
        ai/avais/avons/avions … oublié/oubliée | < oublié/oubliée | été …
        oublié/oubliée/égaré/égarée/perdu/perdue | oubli | passé/passée … trappe/mailles/inaperçu/inaperçue |
        passé/passée/passés/passées à côté | perdu/perdue de vue | mon/ma/notre erreur/faute | sorti/sortie …
        tête/esprit | tombé/tombée/arrivé/arrivée/atterri … spams/spam/indésirables | n/l ai/avais/avons/avions pas …
        vu/vue/remarqué/remarquée | s est/était égaré/égarée/perdu/perdue
    es: se me/nos … pasó/pasado/pasada/olvidó/olvidado/escapó/escapado/perdió/traspapeló/traspapelado (por alto) |
        se traspapeló | me/nos/la/lo olvidé/olvidamos | he/hemos/había/habíamos … olvidado | < olvidado/olvidada |
        olvido/descuido/despiste | mi/nuestro/nuestra error/culpa/fallo | error/culpa/fallo mío/mía/nuestro/nuestra |
        quedó/quedado … traspapelada/traspapelado/olvidada/olvidado | pasó/pasado … desapercibido/desapercibida |
        fue/llegó/cayó/acabó … spam | no la/lo había/habíamos visto | no la/lo vi/vimos
    nl: over het hoofd gezien | tussendoor/ertussendoor/doorheen/erdoor/tussen … geglipt/geschoten/geslipt | aandacht
        ontsnapt | me/mij/ons … ontschoten/ontgaan | ik/we/wij … … (niet) vergeten/gemist |
        < (helemaal/even/gewoon/totaal) vergeten | blijven liggen | tussen wal … schip | ondergesneeuwd/zoekgeraakt |
        door … hoofd geschoten/gegaan | mijn/onze fout/vergissing/schuld | vergissing/onoplettendheid/slordigheid …
        mij/mijn/ons/onze | in … spam* beland/terechtgekomen | ik/we/wij … niet … gezien/opgemerkt | uit het oog
        verloren
    pt: passou/passado/passada … despercebido/despercebida | esqueci/esquecemos | tinha/tínhamos/havia … esquecido |
        < esquecido/esquecida | esquecimento/lapso/descuido/distração | escapou/escapado me/nos | me/nos escapou |
        ficou/ficado … esquecido/esquecida/perdido/perdida | passou me/nos | meu/minha/nosso/nossa erro/culpa/falha |
        erro/culpa/falha meu/minha/nosso/nossa | caiu/foi/parar/parou … spam/lixo | não (o/a) tinha/tínhamos
        visto/reparado | não (o/a) vi/vimos
    sv: jag/vi … … missat/missade/glömt/glömde/förbisett/förbisåg | < (har/hade) (helt)
        missat/missade/glömt/glömde/förbisett | fallit/föll/ramlat/hamnat/hamnade/slunkit mellan stolarna |
        slunkit/slank/halkat igenom/förbi/undan/emellan | undgått/undgick/förbigått … mig/oss | glömts/glömdes/glömd
        (bort) | blivit/blev … liggande/bortglömd/förbisedd/kvar | mitt/vårt fel/misstag/förbiseende |
        förbiseende/glömska | min/vår miss | hamnat/hamnade/fastnat/fastnade … skräppost*/spam* | jag/vi … inte …
        sett/märkt | kommit bort
    """
)
"""That somebody forgot something, or didn't see it, or that it got lost among the rest."""

SAID_OF_IT: Words = table(
    """
    en: invoice/bill/mail/mails/email/emails/message/reminder/payment/letter/pay/paying/reply/answer/inbox/folder/about/
        here/side/part/end/deadline |
        completely/totally/entirely/simply/honestly/somehow/unfortunately/clearly/must/seems/apparently/obviously |
        been/had/did/do/an/of/ended/landed/went/up
    it: fattura/mail/email/messaggio/promemoria/pagamento/pagare/pagarla/rispondere/posta/cartella |
        purtroppo/completamente/proprio/semplicemente | stato/stata/era/erano/sono/siamo/me/ne/ce/l/nella/nello/nostra |
        finita/finito/andata/andato
    pl: faktura/fakturę/faktury/mail/maila/wiadomość/przypomnienie/płatność/płatności/zapłacić/odpisać |
        niestety/całkiem/zupełnie/gdzieś | po prostu | było/była/moje/nasze/nam/mnie/nas/strony/o/się
    is: reikningur/reikningurinn/reikninginn/reikningnum/reikningi/póstur/pósturinn/póstinum/póstinn/tölvupóst*/
        greiðsla/greiða/borga/svara | alveg/bara/einfaldlega/virðist |
        hjá/okkur/mér/af/minni/okkar/hálfu/var/voru/eftir/henni/honum/því/þessu/þessi/þessum/hafa/hefur
    de: rechnung/mail/email/nachricht/erinnerung/zahlung/zahlen/bezahlen/antworten/posteingang/seite |
        leider/ganz/völlig/komplett/schlicht/einfach/wohl/irgendwie/offenbar/anscheinend/tatsächlich/glatt |
        bei/mir/uns/war/waren/wurde/worden/hatte/hatten/sein/muss/scheint/unserer/meiner/gelandet |
        unsererseits/meinerseits | peinlich
    fr: facture/mail/email/message/courriel/rappel/paiement/payer/répondre/boîte/dossier |
        malheureusement/complètement/totalement/simplement/visiblement/manifestement |
        a/avait/était/été/part/dans/s/n/l/ne/semble/avoir/les/ma/m
    es: factura/correo/email/mail/mensaje/recordatorio/pago/pagar/pagarla/responder/contestar/bandeja/carpeta |
        completamente/totalmente/simplemente/desgraciadamente/lamentablemente | por completo | del todo |
        fue/ha/había/sido/parte/nuestro/nuestra/mío/mía/se/nos
    nl: factuur/mail/email/bericht/herinnering/betaling/betalen/antwoorden/beantwoorden/inbox/map/kant |
        helemaal/gewoon/simpelweg/even/totaal/kennelijk/blijkbaar/helaas |
        hij/was/waren/ben/had/hadden/mijn/onze/bij/tussen/om/moet/onzerzijds
    pt: fatura/factura/mail/email/mensagem/lembrete/pagamento/pagar/responder/caixa/pasta |
        completamente/totalmente/simplesmente/infelizmente/mesmo |
        foi/tinha/havia/sido/parte/nossa/minha/nosso/meu/lado/nos/parar
    sv: faktura/fakturan/mejl/mejlet/mail/mailet/påminnelse/påminnelsen/betalning/betalningen/betala/svara/inkorg* |
        helt/bara/enkelt/tyvärr/visst/tydligen/verkar/måste | från/vår/min/sida/hos/bort/blivit/hade/ha/av
    """
)
"""What may stand in a clause with an excuse and adds nothing: the mail, the invoice, how completely."""

NOT_THEIR_OWN: Words = table(
    """
    en: your side/part/end/behalf | in/on (the/your/our/my/this/that)
        invoice/bill
    it: vostra/sua/tua parte | nella/nelle/sulla (vostra/nostra/sua/tua/mia/presente)
        fattura
    pl: państwa/waszej/twojej/pańskiej stronie/strony | w/na (waszej/naszej/państwa/twojej/mojej/tej)
        fakturze
    is: ykkar/þinni/þín hálfu/megin/hlið | á/í (þessum) reikningi/reikningnum
    de: ihrer/deiner/eurer seite | in/auf/bei (der/ihrer/deiner/eurer/unserer/meiner/dieser) rechnung
    fr: votre/ta part/côté | dans/sur (la/votre/notre/ta/ma/cette) facture
    es: su/tu/vuestra parte/lado | en (la/su/tu/nuestra/vuestra/mi/esta) factura
    nl: uw/jouw/jullie/je kant/zijde | in/op (de/uw/jullie/je/onze/mijn/deze)
        factuur/rekening
    pt: vossa/sua/tua parte | vosso/seu/teu lado | na/nesta/em (vossa/nossa/sua/tua/minha)
        fatura/factura
    sv: er/din sida | i/på (den/er/vår/din/min) faktura/fakturan
    """
)
"""Where a slip happened that isn't who writes' own: in the invoice, which is a fault of that, or with its author."""

THE_OTHERS = frozenset(
    """
    you lei voi tu avete hai pan pani panu panstwo panstwu wam ty wy ther ykkur thu thid ihnen euch dir ihr vous usted
    ustedes vosotros habeis voce voces jij jullie u ni dig
    """.split()
)
"""Words, without accents, for whom one writes to: with one of them it may be they who forgot."""

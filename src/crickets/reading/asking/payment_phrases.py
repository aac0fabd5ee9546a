"""
How people say that they are going to pay, by language.

Tables only, in the notation of `phrasebook`; when such a phrase is a promise is for `payments`. Forms that may as well
tell what is done already ("pagamos") aren't here.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

PAYS: Words = table(
    """
    en: ll/will/shall/going/plan/planning/aim/hope/expect/try/can/able … pay/transfer/settle/wire/remit/paying |
        ll/will/shall/going … send/make/arrange/initiate/issue/process/release/do … payment/transfer/money/funds |
        payment/money/transfer/funds/invoice/amount/bill/it will/ll … be …
        made/sent/paid/transferred/settled/processed/released/wired/done/there/issued |
        payment/money/transfer/funds will/ll … go/leave/arrive/reach/follow (out) | you ll/will …
        have/get/receive/see … money/payment/transfer/funds | you ll/will be paid |
        am/are/m/re (going) (to) paying/transferring/settling/wiring | i/we pay/settle/transfer/wire |
        payment/money/transfer follows/goes/arrives (out) | is/are scheduled (to) (be) (for/paid)
    it: (vi/ti/le) (lo/la)
        paghiamo/pago/pagherò/pagheremo/pagherà/salderò/salderemo/saldiamo/verserò/verseremo/versiamo/
        bonificherò/bonificheremo | (vi/ti/le)
        faccio/facciamo/farò/faremo/effettuerò/effettueremo/effettuiamo/disporrò/disporremo/disponiamo/
        invierò/invieremo/provvederò/provvederemo/provvediamo … pagamento/bonifico/saldo/pagare/saldare/versamento |
        pagamento/bonifico/saldo/fattura … sarà/verrà/partirà/parte/avverrà/arriverà/arriva
        (effettuato/fatto/pagata/saldata/eseguito) | pagamento/bonifico/saldo … è previsto/programmato/fissato
    pl: zapłacę/zapłacimy/opłacę/opłacimy/ureguluję/uregulujemy/przeleję/przelejemy/wpłacę/wpłacimy |
        zrobię/zrobimy/wykonam/wykonamy/zlecę/zlecimy/wyślę/wyślemy/zrealizuję/zrealizujemy/dokonam/dokonamy/puszczę/
        puścimy … przelew*/płatnoś*/wpłat* | przelew/płatność/faktura/należność/kwota/pieniądze …
        będzie/zostanie/wyjdzie/pójdzie/dotrze/wpłynie/będą/zostaną/dotrą
        (opłacona/zapłacona/uregulowana/wykonany/zlecony/zrealizowana) |
        przelew*/płatnoś*/wpłat*/zapłat*/środki … zrobię/zrobimy/wykonam/wykonamy/zlecę/zlecimy/zrealizuję/zrealizujemy/
        puszczę/puścimy/wyślę/wyślemy/nastąpi/wpłynie/wpłyną | zapłata/wpłata/środki/kasa … będzie/będą/pójdzie/pójdą |
        dokonam/dokonamy … zapłaty | robię/robimy/puszczam/puszczamy/zlecam/zlecamy … przelew*/płatnoś* |
        płatność/przelew/faktura … zaplanowana/zaplanowany (do) (płatności) | rozliczę/rozliczymy |
        postaram/postaramy/spróbuję/spróbujemy/będę/będziemy/planuję/planujemy/zamierzam/zamierzamy/obiecuję/obiecujemy
        (się) (mógł/mogła/mogli) … zapłacić/opłacić/uregulować/przelać/wpłacić/rozliczyć |
        postaram/postaramy/spróbuję/spróbujemy/będę/będziemy/planuję/planujemy/zamierzam/zamierzamy
        (się) (mógł/mogła/mogli) … zrobić/zlecić/wykonać/wysłać/puścić przelew*/płatnoś*
    is: borga/borgum/greiði/greiðum/millifæri/millifærum (ég/við) | mun/munum/skal/skulum/ætla/ætlum …
        borga/greiða/millifæra/leggja (inn) | greiðsl*/millifærsl*/reikningur* … verður/kemur/fer/berst
        (greidd/greiddur/borgaður) | legg/leggjum … inn |
        geng/göngum … frá … greiðslu* | þetta/hann/hún verður … greitt/greiddur/greidd/borgað/millifært
    de: werde/werden/wird … überweisen/zahlen/bezahlen/begleichen/anweisen/veranlassen/ausgleichen |
        wird/werden … überwiesen/bezahlt/gezahlt/beglichen/angewiesen/veranlasst/ausgeführt |
        überwiesen/bezahlt/gezahlt/beglichen/angewiesen wird/werden |
        überweise/überweisen/bezahle/bezahlen/zahle/zahlen/begleiche/begleichen (ich/wir) |
        zahlung/überweisung/geld/betrag erfolgt/kommt/geht/folgt (raus) | weise/weisen … an
    fr: paierai/paierons/payerai/payerons/réglerai/réglerons/virerai/virerons/verserai/verserons/paie/paye/payons/
        règle/réglons/virons | je/on te/vous vire | ferai/ferons/fais/faisons/fait/effectuerai/effectuerons/effectue/
        effectuons … virement/paiement/règlement | allons/vais/va/pensons/pense … payer/régler/virer/verser |
        virement/paiement/règlement/chèque … sera/partira/part/arrivera/interviendra
        (fait/effectué/émis/exécuté/envoyé) | virement/paiement/règlement/chèque … est
        prévu/prévue/programmé/programmée/planifié/planifiée | sera/seront/serez/seras
        payé/payée/payés/payées/réglé/réglée/réglés/réglées/viré/virée/versé/versée/soldée | sera/seront
        mis/mise/mises (en) paiement | mets/mettons/mettrai/mettrons … paiement | procède/procédons/procéderai/
        procéderons … paiement/règlement/virement | aurez/auras/recevrez/recevras …
        virement/paiement/règlement/argent/chèque/fonds | envoie/envoyons/enverrai/enverrons/poste/postons … chèque
    es: pagaré/pagaremos/abonaré/abonaremos/transferiré/transferiremos/liquidaré/liquidaremos/ingresaremos/ingresaré/
        depositaré/depositaremos | te/le/os/les (lo/la) pago/transfiero/deposito/ingreso/abono |
        haré/haremos/hago/hacemos/realizaré/realizaremos/efectuaré/efectuaremos/enviaré/enviaremos/ordenaremos …
        transferencia/pago/ingreso/depósito/giro/abono | voy/vamos a …
        pagar/abonar/transferir/depositar/hacer/realizar |
        pago/transferencia/depósito/giro … será/saldrá/sale/llegará/hará/realizará (hecha/hecho) |
        pago/transferencia/ingreso … está/queda
        previsto/prevista/programado/programada | se pagará/abonará/liquidará/transferirá |
        se hará/realizará/efectuará …
        pago/transferencia/ingreso | pago/transferencia/ingreso se hará/realizará/efectuará |
        será/quedará/queda/estará pagada/pagado/abonada/abonado/liquidada/liquidado |
        procederé/procederemos/procedemos … pago/abono/transferencia | tendrás/tendrá/tendréis/recibirás/recibirá/
        recibiréis … dinero/pago/transferencia/ingreso/depósito | estaré/estaremos/estoy/estamos (te/le/les)
        pagando/pagándote/pagándole/depositando/transfiriendo | estaré/estaremos/estoy/estamos realizando/haciendo …
        pago/transferencia/depósito
    nl: betaal/betalen (ik/we/wij) | zal/zullen/ga/gaan … …
        betalen/overmaken/voldoen/overschrijven | maak/maken … over |
        betaling/factuur/bedrag/overschrijving/storting/geld …
        wordt/gaat/volgt/komt/gebeurt (betaald/overgemaakt/voldaan/gestort/uitgevoerd/uit) |
        wordt/worden/zal/zullen … … betaald/overgemaakt/voldaan/gestort/overgeschreven | stort/storten |
        schrijf/schrijven (ik/we/wij) het/bedrag … over | schrijf/schrijven het bedrag … over |
        regel/regelen/doe/doen/voer/voeren/verricht/verrichten … betaling/overschrijving/storting |
        zet/zetten … betaling/overschrijving … klaar |
        betaling/overschrijving/factuur … staat/is … gepland/ingepland/klaar (voor) (betaling) |
        betaling/overschrijving/storting … vindt … plaats |
        je/u/jullie hebt/heb/heeft/hebben het/geld … … rekening | heb/hebt/heeft/hebben je/u/jullie het/geld … …
        rekening |
        je/u/jullie krijgt/krijgen/ontvangt/ontvangen … geld/betaling/bedrag |
        krijg/krijgt/krijgen/ontvangt/ontvang/ontvangen je/u/jullie … geld/betaling/bedrag
    pt: pagarei/pagaremos/transferirei/transferiremos/liquidarei/liquidaremos/depositarei/depositaremos |
        farei/faremos/faço/fazemos/efetuarei/efetuaremos/efectuaremos/realizarei/realizaremos/enviaremos/
        mando/mandamos … pagamento/transferência/depósito/pix/ted | vou/vamos … pagar/transferir/liquidar/depositar |
        vou/vamos … fazer/efetuar/efectuar … pagamento/transferência/pix/ted |
        pagamento/transferência/fatura/factura/boleto/nota/pix … será/sairá/seguirá/estará/cairá/entrará
        (feito/feita/efetuado/efetuada/efectuado/paga/pago/liquidada/liquidado/processado/processada) |
        pagamento/transferência/fatura/factura/boleto/nota/pix … vai/vão/deve ser
        feito/feita/efetuado/efetuada/paga/pago/liquidada/liquidado/processado/processada |
        pagamento/transferência/fatura/factura/boleto/nota … está/ficou/foi
        agendado/agendada/programado/programada/previsto/prevista (para)
    sv: betalar/överför/swishar (jag/vi) | ska/skall/kommer/tänker … betala/överföra/reglera/betalas/betalad |
        gör/göra … utbetalning*/betalning*/överföring* | ligger/inlagd/inlagt/upplagd (inne) (för/till) betalning |
        den/det/fakturan/betalningen/beloppet är/ligger (redan) inlagd/inlagt/upplagd |
        betalning*/utbetalning*/faktura*/pengar* … kommer/görs/sker/betalas/skickas/går
    """
)
"""That the money is going to come."""

WHAT_IS_PAID: Words = table(
    """
    en: invoice*/bill/bills/amount/sum/balance/total/outstanding/full/money/payment/bank/account/transfer/latest/due/
        euro*
    it: fattur*/importo/somma/saldo/totale/intero/dovuto/denaro/conto/banca/pagamento/bonifico/tardi/euro
    pl: faktur*/kwot*/należnoś*/całoś*/rachun*/konto/pieniądze/przelew*/płatnoś*/najpóźniej/zaległ*/euro
    is: reikning*/upphæð*/fjárhæð*/peningan*/greiðsl*/síðasta/lagi/evrur
    de: rechnung*/betrag*/summe/gesamt*/offene*/ausstehend*/geld/konto/zahlung/überweisung/spätestens/euro
    fr: facture*/montant/somme/solde/total/totalité/argent/compte/virement/paiement/règlement/chèque/tard/euros
    es: factura*/importe/suma/saldo/total/totalidad/dinero/cuenta/transferencia/pago/tardar/euros/depósito/giro |
        el/del/al/un/su/tu/vuestro/nuestro/mi/este/ese/de pago | pago …
        realizado/hecho/efectuado/enviado/emitido/recibido/ordenado
    nl: factu*/rekening/bedrag/som/saldo/totaal/volledige/openstaande/geld/betaling/uiterlijk/laatst/euro
    pt: fatura*/factura*/boleto*/nota/notas/fiscal/nf/nfe/pix/ted/valor/montante/soma/saldo/total/
        totalidade/dinheiro/conta/transferência/pagamento/tardar/euros | foi/está/estava/já/sido/valor pago
    sv: faktura*/belopp*/summa*/hela/pengar*/konto*/betalning*/senast/kronor/euro
    """
)
"""
What may be said of the money, and adds nothing to it.

"Pago" is "I pay" in Italian and Spanish, and no promise where it's the payment, or Portuguese for "paid".
"""

IN_HAND: Words = table(
    """
    en: invoice*/bill … in (our/the) system | invoice*/bill/payment/it is/was/s/has … being/in/been
        processed/process/processing | invoice*/bill/payment is/was late/overdue/outstanding/due |
        < as for … invoice*/bill/payment | < regarding/concerning/about … invoice*/bill/payment
    it: fattura/pagamento/bonifico … in lavorazione/elaborazione/pagamento | fattura è/era stata
        registrata | < quanto alla/al fattura/pagamento | < riguardo … fattura/pagamento
    pl: faktura/płatność/przelew … realizacji/opracowaniu/trakcie (realizacji) | faktura została zaksięgowana |
        < co do … faktury/płatności | < odnośnie … faktury/płatności
    is: reikningurinn/greiðslan/reikningur … vinnslu | reikningurinn … bókaður | < varðandi …
        reikninginn/reikning/greiðsluna
    de: rechnung/zahlung/überweisung ist/wird/war … bearbeitet/geprüft/gebucht/verbucht |
        rechnung/zahlung/überweisung … bearbeitung/freigabe/prüfung/system | < zur/zu/bezüglich/wegen … rechnung/zahlung
    fr: facture/paiement/règlement/virement … cours (de) (traitement/validation/paiement) | facture … enregistrée |
        < pour la facture | < concernant … facture/paiement/règlement
    es: factura/pago/transferencia … trámite/proceso/tramitación/curso | factura … registrada |
        < en cuanto … factura/pago | < respecto … factura/pago
    nl: factuur/betaling … verwerkt/verwerking/behandeling/geboekt | < wat … factuur/betaling betreft |
        < betreffende/inzake … factuur/betaling
    pt: fatura/factura/pagamento … processamento/tratamento/registada | < quanto … fatura/factura/
        pagamento | < relativamente … fatura/factura/pagamento
    sv: fakturan/betalningen … behandlas/behandling/bokförd | < angående/gällande … fakturan/
        betalningen
    """
)
"""How far an invoice has come with who is to pay it, or that it's the one spoken of: no fault is found by it."""

CONDITIONS = frozenset(
    """
    once provided assuming visit attention se appena purche si lorsque gdy skoro pod thegar sobald vorausgesetzt zodra
    nar cuanto assim
    delivery consegna dostawie lieferung livraison entrega levering oplevering leverans
    """.split()
)
"""
Words, without accents, that make a promise hang on something; what else does, `turns_round` knows ("if", "not", "but").

To pay a visit is another thing.
"""

FAULTS = frozenset(
    """
    incorrect mistake mistaken error errors duplicate twice seems looks
    dispute disputed disputing unclear less deduct deducted deducting withhold protest reduced wrong wrongly
    missing
    errore errori sbagliato sbagliata sbagliati errato errata scorretto scorretta sembra doppio doppia
    contesto contestiamo contestata riserva meno detrarre tratterremo manca mancano
    blad bledna bledny bledne zla zly zle podwojnie zawyzona zawyzony
    sporna kwestionuje kwestionujemy reklamacja reklamacje mniej potracimy niejasna zastrzezeniem brakuje
    rong rangt rangur villa tvisvar
    umdeildur motmaeli motmaelum minna fyrirvara oljos oljost vantar
    falsch falsche falscher fehler fehlerhaft doppelt stimmt scheint
    strittig strittige strittigen bestreite bestreiten beanstande beanstanden kurze kurzen abziehen abzuglich weniger
    einbehalten vorbehalt unklar fehlt fehlen
    faux fausse erreur erreurs erronee errone incorrecte double semble
    bloque bloquee suspendu suspendue retenu retenue moitie conteste contestons contestee litige reserve moins deduire
    deduirons manque manquent
    error errores incorrecto incorrecta equivocado equivocada erroneo erronea doble parece
    bloqueado bloqueada suspendido suspendida retenido retenida mitad disputa impugnamos impugnada reserva menos
    descontar descontaremos falta faltan
    fout fouten foutief verkeerd verkeerde onjuist onjuiste dubbel lijkt
    betwist betwiste betwisten minder inhouden aftrekken voorbehoud onduidelijk ontbreekt ontbreken
    erro erros errado errada incorreto incorreta incorrecto dobro parece
    contestamos contestada litigio faltam
    fel felaktig felaktigt felet dubbelt verkar
    bestrider bestridd bestridda omtvistad oklar oklart mindre forbehall avdrag saknas saknar
    """.split()
)
"""Words, without accents, by which fault is found with an invoice, or some of its money is held back."""

DENIALS = frozenset({"no", "nunca", "tampoco"})
"""What denies a Spanish verb; in other languages "no" is another word, and what denies is never one of a promise."""

PRONOUNS = frozenset("te le os les lo la los las se me nos".split())
"""What may stand between both ("no se la pagaremos")."""

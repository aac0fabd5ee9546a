"""
The words by which mails speak of invoices, by language.

Tables; must not know what is made of them.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

INVOICE: Words = table(
    """
    en: invoice | inv | tax invoice
    it: fattura | parcella | notula
    pl: faktura | fakturę | faktury | fv | faktura vat | faktura zaliczkowa | fakturę zaliczkową | faktura końcowa |
        fakturę końcową | faktura sprzedaży | rachunek
    is: reikningur | reikning | reiknings | sölureikningur
    de: rechnung | honorarrechnung | schlussrechnung | rechnungsnummer | rechnungsnr | rechn
    fr: facture | note d'honoraires
    es: factura | cuenta de cobro
    nl: factuur | faktuur | voorschotfactuur | deelfactuur | termijnfactuur | eindfactuur | slotfactuur |
        verkoopfactuur | aanbetalingsfactuur | ereloonnota | honorariumnota
    pt: fatura | factura | fatura-recibo | nota fiscal | nfs-e | nf-e | nfse | nfe
    sv: faktura | fakturan | fakturanr | fakturanummer
    """
)

PART_OR_FORM: Words = table(
    """
    it: d'acconto | di acconto | acconto | a saldo | di saldo | elettronica
    fr: d'acompte | acompte | de solde | solde | finale | intermédiaire | de situation | électronique
    es: de anticipo | del anticipo | anticipo | final | electrónica | de venta
    pt: de adiantamento | final | eletrónica | eletrônica
    """
)
"""What of the whole an invoice is for, or in which form it is, between the word and its number."""

NO_INVOICE: Words = table(
    """
    en: quote | quotation | estimate | proposal | offer | pro-forma | proforma | pro forma | credit note | credit memo |
        receipt | receipts | order confirmation | purchase order | reminder | statement | paid | delivery note |
        contract | template | draft | past due | overdue | refund | void | cancelled | canceled | sample | example
    it: preventivo | preventivi | offerta | nota di credito | nota credito | ricevuta | proforma | pro-forma | ordine |
        sollecito | pagata | saldata | ddt | contratto | modello | bozza | storno | esempio
    pl: oferta | ofertę | oferty | wycena | wycenę | kosztorys | pro-forma | proforma | paragon | korekta | korektę |
        faktura korygująca | faktury korygującej | fakturę korygującą | nota korygująca | pokwitowanie |
        potwierdzenie | zamówienie | zamówienia | monit | umowa | wzór | zapłacona | opłacona | potwierdzenie zapłaty
    is: tilboð | tilboði | kreditreikningur | kreditreikning | kreditnóta | kvittun | áminning | ítrekun | pöntun |
        samningur | drög | prófarka | proforma | verðtilboð | greiddur
    de: angebot | angebote | kostenvoranschlag | gutschrift | stornorechnung | storno | rechnungskorrektur | quittung |
        beleg | proforma | proformarechnung | pro-forma-rechnung | mahnung | zahlungserinnerung | erinnerung |
        auftragsbestätigung | bestellung | lieferschein | vertrag | vorlage | entwurf | bezahlt | muster | offerte
    fr: devis | avoir | note de crédit | facture d'avoir | reçu | quittance | proforma | pro-forma | pro forma |
        bon de commande | commande | relance | rappel | contrat | modèle | brouillon | payée | réglée | acquittée
    es: presupuesto | presupuestos | oferta | cotización | nota de crédito | abono | rectificativa | recibo | proforma |
        pro-forma | pedido | recordatorio | contrato | plantilla | borrador | pagada | albarán
    nl: offerte | offertes | creditnota | creditfactuur | kwitantie | bon | pro-forma | proforma | proformafactuur |
        bestelling | herinnering | aanmaning | betalingsherinnering | contract | sjabloon | concept | betaald |
        betaalbewijs
    pt: orçamento | orçamentos | proposta | nota de crédito | recibo | proforma | pro-forma | fatura-recibo |
        encomenda | lembrete | contrato | modelo | rascunho | paga | guia de remessa
    sv: offert | offerten | kreditfaktura | kreditnota | kvitto | proforma | proformafaktura | beställning | order |
        påminnelse | betalningspåminnelse | avtal | mall | utkast | betald | följesedel
    """
)
"""What a mail or a file is instead of an invoice, or besides one: then nothing is proposed."""

NEVER_INVOICE: Words = table(
    """
    en: credit note | credit memo | pro-forma | proforma | pro forma | not an invoice
    it: nota di credito | nota credito | proforma | pro-forma | preavviso di fattura
    pl: faktura korygująca | faktury korygującej | fakturę korygującą | proforma | pro-forma
    is: kreditreikningur | kreditreikning | kreditnóta | proforma
    de: gutschrift | stornorechnung | rechnungskorrektur | proforma | proformarechnung | pro-forma-rechnung
    fr: note de crédit | facture d'avoir | proforma | pro-forma
    es: nota de crédito | rectificativa | proforma | pro-forma
    nl: creditnota | creditfactuur | proforma | pro-forma | proformafactuur
    pt: nota de crédito | proforma | pro-forma
    sv: kreditfaktura | kreditnota | proforma | proformafaktura
    """
)
"""What ends it wherever it's said, in the text too."""

OTHER_PAPER: Words = table(
    """
    en: payment | payments | transfer | notes | note | confirmation | proof | timesheet | time sheet | details | list |
        report | summary | questions | answers | comments | corrections | letter | terms | guide
    it: pagamento | pagamenti | bonifico | contabile | note | conferma | dettagli | dettaglio | elenco | riepilogo |
        domande | commenti | correzioni | lettera | istruzioni | rapportino
    pl: płatność | płatności | przelew | przelewu | potwierdzenie | notatki | uwagi | pytania | szczegóły | lista |
        zestawienie | raport | pismo | instrukcja
    is: greiðsla | greiðslur | greiðslukvittun | millifærsla | staðfesting | athugasemdir | minnisblað | spurningar |
        listi | yfirlit | skýrsla | bréf | leiðbeiningar | tímaskýrsla
    de: zahlung | zahlungen | zahlungsbeleg | zahlungsbestätigung | zahlungsavis | überweisung | überweisungsbeleg |
        bestätigung | notiz | notizen | anmerkungen | fragen | details | liste | übersicht | bericht | brief |
        stundenzettel | leistungsnachweis | anleitung
    fr: paiement | paiements | virement | justificatif | confirmation | notes | remarques | questions | détails |
        liste | récapitulatif | rapport | lettre | relevé
    es: pago | pagos | transferencia | justificante | comprobante | confirmación | notas | comentarios | preguntas |
        detalles | lista | resumen | informe | carta
    nl: betaling | betalingen | overboeking | overschrijving | bevestiging | betalingsbewijs | notities | opmerkingen |
        vragen | details | lijst | overzicht | rapport | brief | urenstaat
    pt: pagamento | pagamentos | transferência | comprovativo | comprovante | confirmação | notas | comentários |
        perguntas | detalhes | lista | resumo | relatório | carta | instruções
    sv: betalning | betalningen | överföring | betalningsbevis | bekräftelse | anteckningar | kommentarer | frågor |
        detaljer | lista | sammanställning | rapport | brev | tidrapport
    """
)
"""What may come along with an invoice, or because of one, and bear its number."""

CAME_IN: Words = table(
    """
    en: received | reached us | reached me | arrived | came in | thanks for the invoice | thank you for the invoice |
        thanks for your invoice | thank you for your invoice | got your invoice
    it: ricevuta | ricevuto | pervenuta | arrivata | arrivato | grazie per la fattura | grazie della fattura
    pl: otrzymałem | otrzymałam | otrzymaliśmy | dotarła | wpłynęła | doszła | dziękuję za fakturę |
        dziękujemy za fakturę
    is: móttekinn | móttekið | barst | fengum | fékk | takk fyrir reikninginn
    de: eingegangen | angekommen | haben wir erhalten | habe ich erhalten | haben erhalten | erhalten haben |
        erhalten habe | dankend erhalten | ist da | danke für die rechnung | danke für ihre rechnung |
        danke für deine rechnung
    fr: reçu | reçue | parvenue | parvenu | arrivée | merci pour la facture | merci pour votre facture
    es: recibido | recibida | ha llegado | nos llegó | gracias por la factura | gracias por su factura
    nl: ontvangen | binnengekomen | aangekomen | bedankt voor de factuur | dank voor de factuur | dank voor uw factuur
    pt: recebi | recebemos | recebida | recebido | chegou | obrigado pela fatura | obrigada pela fatura
    sv: mottagit | mottagen | fått | kommit in | kommit fram | tack för fakturan
    """
)
"""That an invoice came to whoever writes: it's another's."""

ANOTHERS: Words = table(
    """
    en: your
    it: vostra | vs | sua | tua
    pl: państwa | twoja | twoją | twojej | wasza | waszą | pańska | pańską
    is: ykkar | þinn | þinni
    de: ihre | ihrer | deine | deiner | eure
    fr: votre | ta
    es: su | tu | vuestra
    nl: uw | jullie | jouw
    pt: vossa | sua | tua
    sv: er | din
    """
)
"""Words for what is the reader's; "here is your invoice" is an invoice to them all the same."""

CREDIT: Words = table(
    """
    en: credit note | credit memo | credit invoice | corrected invoice | revised invoice | amended invoice |
        invoice correction | correction of invoice | correction to invoice | cancellation invoice
    it: nota di credito | nota credito | nota di accredito | fattura corretta | fattura rettificata |
        fattura rettificativa | rettifica della fattura | storno della fattura
    pl: faktura korygująca | faktury korygującej | fakturę korygującą | korekta faktury | korektę faktury |
        korekty faktury | nota korygująca | notę korygującą
    is: kreditreikningur | kreditreikning | kreditreikningi | kreditnóta | kreditnótu | leiðréttur reikningur |
        leiðréttan reikning
    de: gutschrift | stornorechnung | rechnungskorrektur | korrekturrechnung | korrigierte rechnung |
        korrigierten rechnung | berichtigte rechnung | rechnungsberichtigung | stornierung der rechnung
    fr: note de crédit | facture d'avoir | avoir sur la facture | avoir sur facture | facture rectificative |
        facture rectifiée | facture corrigée | facture d'annulation
    es: nota de crédito | factura rectificativa | factura de abono | factura corregida | factura rectificada
    nl: creditnota | creditfactuur | gecorrigeerde factuur | correctiefactuur | verbeterde factuur
    pt: nota de crédito | fatura corrigida | fatura retificada | fatura retificativa | fatura rectificada
    sv: kreditfaktura | kreditfakturan | kreditnota | kreditnotan | rättad faktura | korrigerad faktura |
        rättelse av faktura
    """
)
"""What takes something off an invoice, or another's place, wherever it's said."""

CREDIT_AS_TITLE: Words = table(
    """
    en: refund
    it: storno | accredito
    pl: korekta fv | fv korekta | zwrot
    is: kredit
    de: storno
    fr: avoir
    es: abono | rectificativa
    nl: credit
    pt: estorno
    sv: kredit
    """
)
"""The same where it's a subject or a file's name; in running words each of them means much else."""

WITHOUT_TAX: Words = table(
    """
    en: plus vat | plus tax | excl | excluding | ex vat | net of | net | before tax
    it: più iva | oltre iva | iva esclusa | oltre | imponibile | netto | escl
    pl: netto | plus vat | bez vat
    is: án vsk | auk vsk | auk
    de: zzgl | zuzüglich | netto | exkl | plus mwst | ohne mwst
    fr: ht | h.t | hors taxes | hors taxe | hors tva
    es: más iva | sin iva | iva no incluido | base imponible | neto
    nl: excl | exclusief | ex btw | netto
    pt: mais iva | sem iva | acrescido de iva | líquido
    sv: exkl | exklusive | ex moms | plus moms | netto
    """
)
"""What stands beside a sum to which the tax is still to come: then the mail's sum isn't known."""

NUMBER: Words = table(
    """
    en: no | nr | number | num | #
    it: n | nr | num | numero | n°
    pl: nr | numer | vat nr | vat
    is: nr | númer
    de: nr | nummer | nummer lautet
    fr: n° | no | nº | numéro | num
    es: n° | nº | núm | num | número | n.º
    nl: nr | nummer | factuurnummer
    pt: n° | nº | n.º | número | num
    sv: nr | nummer
    """
)
"""What stands between the word for an invoice and its number."""

NUMBERED: Words = table(
    """
    en: invoice number | invoice no | invoice #
    it: numero fattura | fattura n | fattura numero
    pl: numer faktury | nr faktury | faktura nr
    is: reikningsnúmer | reikningur nr
    de: rechnungsnummer | rechnungsnr | rechnungs-nr | rechnung nr
    fr: numéro de facture | facture n° | facture nº
    es: número de factura | factura nº | factura n° | factura núm
    nl: factuurnummer | factuurnr | factuur nr
    pt: número da fatura | fatura nº | fatura n° | fatura n.º
    sv: fakturanummer | fakturanr | faktura nr
    """
)
"""What stands before a number that can't be another's."""

TO_PAY: Words = table(
    """
    en: total due | amount due | amount payable | total payable | balance due | total amount | grand total | total |
        the amount of | for the amount of
    it: totale | totale fattura | importo | importo totale | totale da pagare | netto a pagare | totale dovuto
    pl: do zapłaty | razem | kwota do zapłaty | kwota | suma | na kwotę | wartość brutto | brutto
    is: samtals | til greiðslu | heildarupphæð | upphæð | alls | að upphæð | fjárhæð
    de: gesamtbetrag | rechnungsbetrag | zahlbetrag | gesamt | gesamtsumme | summe | betrag | endbetrag | zu zahlen |
        in höhe von | über
    fr: total ttc | montant | net à payer | total à payer | total | montant total | montant dû | d'un montant de
    es: total | importe | importe total | total a pagar | total factura | por importe de
    nl: totaal | totaalbedrag | bedrag | eindbedrag | te betalen | factuurbedrag | totaal te betalen
    pt: total | valor | montante | total a pagar | valor total | no valor de
    sv: att betala | summa | totalt | belopp | totalbelopp | summa att betala
    """
)
"""What stands before the sum that is to be paid."""

DUE: Words = table(
    """
    en: due date | invoice due | invoice is due | invoice … due | invoice … … due | invoice … … … due |
        invoice … … … … due | payment due | payment is due | amount is due | total due | payable by | payable until |
        pay by | payment by | due for payment
    it: scadenza | scade il | in scadenza il | con scadenza | data di scadenza | pagamento entro | da pagare entro |
        pagabile entro
    pl: termin płatności | termin zapłaty | płatność do | płatne do | płatna do | z terminem płatności | terminem
        płatności
    is: gjalddagi | eindagi | greiðist fyrir | greiðist eigi síðar en | á gjalddaga | með eindaga
    de: fällig am | fällig | fälligkeit | fälligkeitsdatum | zahlbar bis | zahlbar bis zum | zu zahlen bis zum |
        zahlungsziel | zahlung bis zum | zahlung bis | überweisung bis zum | fällig bis zum
    fr: échéance | date d'échéance | à échéance du | payable avant le | payable le | à régler avant le |
        à payer avant le | exigible le | paiement avant le
    es: vencimiento | fecha de vencimiento | vence el | con vencimiento | pagadera antes del | a pagar antes del
    nl: vervaldatum | vervaldag | te betalen voor | betalen voor | betaling voor | uiterste betaaldatum |
        betaling uiterlijk | te betalen uiterlijk | betalen uiterlijk | te storten voor | te storten uiterlijk |
        over te schrijven voor | over te schrijven uiterlijk | over te maken voor | over te maken uiterlijk |
        te voldoen voor | te voldoen uiterlijk
    pt: vencimento | data de vencimento | venc. | vence a | vence em | com vencimento | a pagar até | pagamento até
    sv: förfallodatum | förfallodag | förfaller | förfaller den | oss tillhanda | betalas senast |
        sista betalningsdag
    """
)
"""What stands before the day by which it's to be paid."""

"""The day by which a reply promises to pay, in ten languages."""

from __future__ import annotations

from datetime import date

import pytest

from crickets.reading.asking.payments import payment_of

MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
NEXT_FRIDAY = date(2026, 3, 13)

PAYMENTS: dict[str, tuple[tuple[str, date], ...]] = {
    "en": (
        ("Hi Dana,\n\nWe will pay by 4 December.\n\nAnna", date(2026, 3, 2)),
        ("Hi Dana,\n\nthanks for the reminder. I will transfer the money on Friday.\n\nBest,\nAnna", FRIDAY),
        ("Sorry for the delay! We'll settle the invoice next week.", NEXT_FRIDAY),
        ("The payment will be made on Friday at the latest.", FRIDAY),
        ("We're paying your invoice on Friday.", FRIDAY),
    ),
    "it": (
        ("Buongiorno,\n\nfaremo il bonifico venerdì.\n\nAnna Rossi", FRIDAY),
        ("Ci scusiamo per il ritardo, pagheremo la fattura la settimana prossima.", NEXT_FRIDAY),
        ("Il pagamento verrà effettuato entro venerdì.", FRIDAY),
        ("Il pagamento è previsto per venerdì.", FRIDAY),
        ("Il bonifico è programmato per venerdì.", FRIDAY),
    ),
    "pl": (
        ("Zapłacimy w piątek.", FRIDAY),
        ("Przepraszam za opóźnienie, zrobimy przelew w przyszłym tygodniu.", NEXT_FRIDAY),
        ("Faktura zostanie opłacona do piątku.", FRIDAY),
        ("Przelew zrobię w piątek.", FRIDAY),
        ("Szef jest na urlopie, przelew zlecimy w piątek po jego powrocie.", FRIDAY),
        ("Środki wpłyną w piątek.", FRIDAY),
        ("Zapłata nastąpi w piątek.", FRIDAY),
        ("Płatność jest zaplanowana na piątek.", FRIDAY),
        ("W piątek dokonamy zapłaty.", FRIDAY),
        ("Postaramy się uregulować należność do piątku.", FRIDAY),
        ("Puszczam przelew w piątek.", FRIDAY),
        ("Rozliczymy fakturę w piątek.", FRIDAY),
        ("Przepraszam za zwłokę, oplace fakture w przyszlym tygodniu", NEXT_FRIDAY),
    ),
    "is": (
        ("Við greiðum reikninginn á föstudaginn.", FRIDAY),
        ("Ég mun borga á föstudaginn.", FRIDAY),
        ("Við borgum í næstu viku.", NEXT_FRIDAY),
    ),
    "de": (
        ("Wir überweisen den Betrag am Freitag.", FRIDAY),
        ("Entschuldigen Sie die Verzögerung. Die Rechnung wird nächste Woche bezahlt.", NEXT_FRIDAY),
        ("Ich werde die Rechnung bis Freitag begleichen.", FRIDAY),
    ),
    "fr": (
        ("Nous ferons le virement vendredi.", FRIDAY),
        ("Désolé pour le retard, nous réglerons la facture la semaine prochaine.", NEXT_FRIDAY),
        ("Le paiement sera effectué vendredi.", FRIDAY),
        ("Le règlement est prévu pour vendredi.", FRIDAY),
        ("Elle sera réglée la semaine prochaine.", NEXT_FRIDAY),
        ("Votre facture sera mise en paiement vendredi.", FRIDAY),
        ("Oups, j'ai zappé ! Je te vire ça vendredi.", FRIDAY),
        ("Je vous fais le virement d'ici vendredi, encore désolée.", FRIDAY),
        ("Nous procéderons au règlement de votre facture la semaine prochaine.", NEXT_FRIDAY),
        ("Le chèque partira vendredi 6.", FRIDAY),
        ("Vous recevrez le virement vendredi.", FRIDAY),
    ),
    "es": (
        ("Haremos la transferencia el viernes.", FRIDAY),
        ("Disculpe el retraso, pagaremos la factura la próxima semana.", NEXT_FRIDAY),
        ("Vamos a pagar la factura el viernes.", FRIDAY),
        ("Buenas, ¡se me pasó por completo! Te la pago el viernes.", FRIDAY),
        ("La factura se pagará la próxima semana.", NEXT_FRIDAY),
        ("Disculpe la demora. El viernes le deposito.", FRIDAY),
        ("El viernes te transfiero. ¡Discúlpame!", FRIDAY),
        ("El viernes queda pagada.", FRIDAY),
        ("El viernes tendrás el dinero en tu cuenta.", FRIDAY),
        ("Procederemos al pago de la factura la semana que viene.", NEXT_FRIDAY),
        ("El pago está programado para el viernes 6.", FRIDAY),
        ("Le estaremos realizando el pago el viernes.", FRIDAY),
        ("El pago se hará el viernes.", FRIDAY),
    ),
    "nl": (
        ("We betalen de factuur vrijdag.", FRIDAY),
        ("Excuses voor de vertraging, ik zal het bedrag volgende week overmaken.", NEXT_FRIDAY),
        ("De factuur wordt vrijdag betaald.", FRIDAY),
        ("Vrijdag wordt de factuur betaald.", FRIDAY),
        ("Ik stort het bedrag vrijdag.", FRIDAY),
        ("De overschrijving gebeurt vrijdag.", FRIDAY),
        ("Ik schrijf het vrijdag over.", FRIDAY),
        ("Ik zet de betaling vrijdag klaar.", FRIDAY),
        ("De betaling staat gepland voor vrijdag.", FRIDAY),
        ("De betaling vindt vrijdag plaats.", FRIDAY),
        ("Ik regel de betaling vrijdag.", FRIDAY),
        ("U ontvangt de betaling vrijdag.", FRIDAY),
        ("Vrijdag heb je het op je rekening.", FRIDAY),
    ),
    "pt": (
        ("Faremos a transferência na sexta-feira.", FRIDAY),
        ("Desculpe o atraso, pagaremos a fatura na próxima semana.", NEXT_FRIDAY),
        ("O pagamento será feito na sexta-feira.", FRIDAY),
    ),
    "sv": (
        ("Vi betalar fakturan på fredag.", FRIDAY),
        ("Ursäkta dröjsmålet, vi ska betala nästa vecka.", NEXT_FRIDAY),
        ("Betalningen kommer på fredag.", FRIDAY),
    ),
}

NONE = (
    ("fr", "La facture a été rejetée par la comptabilité. Nous paierons vendredi."),
    ("fr", "Nous attendons l'avoir. Nous paierons vendredi."),
    ("fr", "Pouvez-vous vérifier le montant. Nous paierons vendredi."),
    ("es", "La factura fue rechazada por contabilidad. Pagaremos el viernes."),
    ("es", "Esperamos la nota de abono. Pagaremos el viernes."),
    ("es", "El pago salió el viernes."),
    ("es", "No pagaremos el viernes."),
    ("es", "El viernes no se la pagaremos."),
    ("es", "El pago no se hará el viernes."),
    ("es", "El viernes te pago la mitad."),
    ("es", "El pago se hará a la entrega, el viernes."),
    ("es", "La factura queda pendiente hasta el viernes."),
    ("fr", "Le paiement sera bloqué jusqu'à vendredi."),
    ("fr", "Vous serez payé à la livraison, vendredi."),
    ("fr", "La facture part vendredi au service juridique."),
    ("es", "Recibimos su pago el viernes."),
    ("es", "Pago realizado el viernes."),
    ("sv", "Jag är inlagd på sjukhus till fredag."),
    ("sv", "Bilden är redan inlagd, vi ses på fredag."),
    ("pt", "Foi pago na sexta-feira."),
    ("it", "Pagheremo venerdì se arriva la nota."),
    ("en", "We paid on Friday."),
    ("en", "We will pay on Friday if you correct it."),
    ("en", "We will pay once it's corrected, on Friday."),
    ("en", "We won't pay by Friday."),
    ("en", "We will pay soon."),
    ("en", "Can we pay on Friday?"),
    ("en", "We'll pay you a visit on Friday."),
    ("en", "We will pay 300 by Friday and the rest after you repair the site."),
    ("en", "I will get back to you on Friday."),
    ("en", "We see a mistake in the hours. We will pay on Friday."),
    ("en", "Please send it to accounting. They will pay on Friday."),
    ("en", "Half the invoice is disputed. We will pay the rest on Friday."),
    ("en", "The invoice shows the old price. We will pay on Friday."),
    ("en", "We will pay on Friday, invoice unclear."),
    ("en", "We will pay half of the disputed invoice on Friday."),
    ("en", "As for the invoice, it has the old address. We will pay on Friday."),
    ("en", "The payment is in dispute. We will pay on Friday."),
    ("it", "La fattura è troppo alta. Pagheremo venerdì."),
    ("it", "Pagheremo venerdì con riserva."),
    ("pl", "Faktura jest za wysoka. Zapłacimy w piątek."),
    ("is", "Við mótmælum reikningnum. Við borgum á föstudaginn."),
    ("de", "Wir kürzen die Rechnung. Wir zahlen am Freitag."),
    ("de", "Wir zahlen am Freitag unter Vorbehalt."),
    ("de", "Die Rechnung geht am Freitag an die alte Adresse."),
    ("fr", "La facture est trop élevée. Nous paierons vendredi."),
    ("fr", "Nous paierons vendredi sous réserve."),
    ("es", "La factura es demasiado alta. Pagaremos el viernes."),
    ("nl", "De factuur is al betaald. We betalen vrijdag."),
    ("nl", "Wij wachten op de creditnota. We betalen vrijdag."),
    ("pl", "Czekamy na fakturę korygującą. Zapłacimy w piątek."),
    ("de", "Wir warten auf die Gutschrift. Wir zahlen am Freitag."),
    ("en", "We're waiting for the credit note. We will pay on Friday."),
    ("nl", "We hebben het vrijdag op je rekening gestort."),
    ("nl", "Ik schrijf je vrijdag over de website."),
    ("nl", "Ik zet de bestanden vrijdag klaar."),
    ("nl", "De betaling is vrijdag uitgevoerd."),
    ("pl", "Przelew zrobiłam w piątek."),
    ("pl", "Zdjęcia zrobię w piątek."),
    ("pl", "Nie będę mogła zapłacić w piątek."),
    ("pt", "A fatura foi anulada. Pagaremos na sexta-feira."),
    ("sv", "Vi bestrider fakturan. Vi betalar på fredag."),
    ("en", "As for the invoice we disagree. We will pay on Friday."),
    ("en", "The invoice is due to be corrected. We will pay on Friday."),
    ("en", "We'll pay on Friday. Logo missing."),
    ("en", "We'll pay on Friday. Half only."),
    ("de", "Wir zahlen am Freitag. Rabatt fehlt."),
    ("de", "Zu der Rechnung habe ich Anmerkungen. Wir zahlen am Freitag."),
    ("fr", "Concernant la facture : trop élevée. Nous paierons vendredi."),
    ("pl", "Co do faktury: za wysoka. Zapłacimy w piątek."),
    ("de", "Wir zahlen am Freitag, sobald die Rechnung stimmt."),
    ("it", "Pagheremo venerdì se la fattura viene corretta."),
    ("pt", "Não concordamos com o valor cobrado. Vamos pagar metade na sexta."),
    ("es", "No estamos de acuerdo con el valor. Pagaremos el viernes."),
    ("sv", "Beloppet stämmer inte. Vi betalar på fredag."),
    ("sv", "Vi betalar på fredag. Jag är dock inte nöjd med jobbet."),
    ("sv", "Vi behöver en ny faktura. Vi betalar på fredag."),
    ("is", "Við greiðum á föstudag. Verkið er samt ekki klárað."),
    ("is", "Við bíðum eftir kreditreikningi. Greiðum afganginn á föstudag."),
    ("en", "We're waiting for the credit note. We'll pay on Friday."),
    ("en", "We need a corrected invoice. We'll pay on Friday."),
    ("de", "Wir brauchen eine korrigierte Rechnung. Wir zahlen am Freitag."),
    ("de", "Man kann die Rechnung nicht öffnen. Wir zahlen am Freitag."),
    ("fr", "Nous avons besoin d'une facture corrigée. Nous paierons vendredi."),
    ("fr", "Ce n'est pas le montant convenu. Nous paierons vendredi."),
    ("pt", "Precisamos de uma nova fatura. Pagaremos na sexta-feira."),
    ("en", "We would like to inform you that the invoice is too high. It will be paid on Friday."),
)
"""Fault found beside the promise, something asked for, or nothing that is surely a payment."""


@pytest.mark.parametrize(
    ("language", "text", "day"), [(language, *each) for language, all_of in PAYMENTS.items() for each in all_of]
)
def test_money_promised(language: str, text: str, day: date) -> None:
    """The day until which it isn't late."""
    written = MONDAY if "December" not in text else date(2026, 11, 26)
    day = day if "December" not in text else date(2026, 12, 4)

    assert payment_of(text, language=language, written=written) == day


IN_PASSING = (
    ("pt", "Oi Dana, o pagamento está programado para sexta."),
    ("pt", "Desculpa a demora, faço o pix na sexta."),
    ("pt", "O boleto vai ser pago na sexta."),
    ("pt", "Informamos que a fatura será liquidada até sexta-feira."),
    ("sv", "Oj, den har visst hamnat mellan stolarna. Betalar den på fredag. Ursäkta!"),
    ("sv", "Fakturan är inlagd för betalning på fredag."),
    ("sv", "Den är redan inlagd till fredag."),
    ("sv", "Vi gör en utbetalning på fredag."),
    ("sv", "Vi betalar före helgen."),
    ("is", "Sæl, úps, þetta fór alveg framhjá mér. Borga á föstudag. Afsakaðu!"),
    ("is", "Sæl Dana. Ég geng frá greiðslu á föstudag."),
    ("is", "Þetta verður greitt á föstudaginn."),
    ("is", "Við munum greiða reikninginn fyrir helgi."),
    ("en", "We would like to inform you that the invoice will be paid on Friday."),
    ("de", "Wir teilen Ihnen mit, dass die Rechnung am Freitag bezahlt wird."),
    ("it", "Con la presente vi informiamo che la fattura verrà pagata venerdì."),
)
"""As offices and people write it: how they begin, what it's called there, and "before the weekend"."""


@pytest.mark.parametrize(("language", "text"), IN_PASSING)
def test_money_promised_in_passing(language: str, text: str) -> None:
    """It's promised all the same."""
    assert payment_of(text, language=language, written=MONDAY) == FRIDAY


IN_HAND = (
    ("en", "The invoice is being processed; we will pay on Friday."),
    ("en", "As for your invoice, we'll pay on Friday."),
    ("en", "The payment is late. We will pay on Friday."),
    ("en", "The invoice is in our system. We will pay on Friday. Anna"),
    ("it", "La fattura è in lavorazione. Pagheremo venerdì."),
    ("pl", "Płatność jest w trakcie realizacji. Zapłacimy w piątek."),
    ("is", "Reikningurinn er í vinnslu. Við borgum á föstudaginn."),
    ("de", "Zu Ihrer Rechnung: wir überweisen am Freitag."),
    ("de", "Die Rechnung ist in Bearbeitung. Wir überweisen am Freitag."),
    ("fr", "La facture est en cours de traitement. Nous paierons vendredi."),
    ("es", "La factura está en trámite. Pagaremos el viernes."),
    ("nl", "De factuur is in behandeling. We betalen vrijdag."),
    ("pt", "A fatura está em processamento. Pagaremos na sexta-feira."),
    ("sv", "Fakturan är under behandling. Vi betalar på fredag."),
)


@pytest.mark.parametrize(("language", "text"), IN_HAND)
def test_how_far_the_invoice_has_come(language: str, text: str) -> None:
    """It's no fault found with it: the money is promised all the same."""
    assert payment_of(text, language=language, written=MONDAY) == FRIDAY


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_money_promised(language: str, text: str) -> None:
    """It's an answer, or nothing is sure of it."""
    assert payment_of(text, language=language, written=MONDAY) is None

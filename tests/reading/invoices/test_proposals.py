"""Invoices guessed from a subject, file names and a text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crickets.domain.invoice import ProposedInvoice
from crickets.reading.invoices.proposals import proposed_credit, proposed_invoice

_WRITTEN = date(2026, 1, 5)


def proposed(subject: str, *files: str, text: str = "", language: str = "en") -> ProposedInvoice | None:
    """What is proposed of a mail written on 5 January 2026."""
    return proposed_invoice(subject, files, text, language, written=_WRITTEN)


@pytest.mark.parametrize(
    ("language", "subject", "file", "text", "number", "total", "currency", "due"),
    [
        (
            "en",
            "Invoice 2026-014",
            "2026-014.pdf",
            "Hi Anna,\nhere's my invoice for £1,200.00, due on 4 February 2026.",
            "2026-014",
            "1200.00",
            "GBP",
            date(2026, 2, 4),
        ),
        (
            "en",
            "Invoice INV-2026-014 for January",
            "INV-2026-014.pdf",
            "Total due: € 1,234.56\nDue date: 2026-02-04",
            "INV-2026-014",
            "1234.56",
            "EUR",
            date(2026, 2, 4),
        ),
        (
            "it",
            "Fattura n. 12/2026",
            "fattura_12_2026.pdf",
            "Buongiorno,\nin allegato la fattura.\nTotale: 1.234,56 €\nScadenza: 28/02/2026",
            "12/2026",
            "1234.56",
            "EUR",
            date(2026, 2, 28),
        ),
        (
            "pl",
            "Faktura FV/12/2026",
            "FV_12_2026.pdf",
            "W załączeniu faktura. Do zapłaty: 1 234,56 zł. Termin płatności: 19.01.2026",
            "FV/12/2026",
            "1234.56",
            "PLN",
            date(2026, 1, 19),
        ),
        (
            "is",
            "Reikningur nr. 204",
            "reikningur-204.pdf",
            "Sæl,\nhér er reikningur, kr 12.000. Eindagi 19. janúar 2026.",
            "204",
            "12000",
            "ISK",
            date(2026, 1, 19),
        ),
        (
            "de",
            "Rechnung RE-2026-0012",
            "Rechnung_RE-2026-0012.pdf",
            "Sehr geehrte Frau Maier,\nanbei die Rechnung über 1.500,00 EUR, zahlbar bis zum 19.01.2026.",
            "RE-2026-0012",
            "1500.00",
            "EUR",
            date(2026, 1, 19),
        ),
        (
            "fr",
            "Facture n° 2026-07",
            "facture.pdf",
            "Bonjour,\nMontant total : 1\u202f200,00 €\nÉchéance : 4 février 2026",
            "2026-07",
            "1200.00",
            "EUR",
            date(2026, 2, 4),
        ),
        (
            "es",
            "Factura F2026/033",
            "Factura.pdf",
            "Importe total: 1.815,00 €\nVencimiento: 4 de febrero de 2026",
            "F2026/033",
            "1815.00",
            "EUR",
            date(2026, 2, 4),
        ),
        (
            "pl",
            "Faktura zaliczkowa nr ZAL/3/2026",
            "ZAL-3-2026.pdf",
            "Przesyłam fakturę na kwotę 1 000 zł. Płatność do 12 stycznia 2026 r.",
            "ZAL/3/2026",
            "1000",
            "PLN",
            date(2026, 1, 12),
        ),
        (
            "nl",
            "Voorschotfactuur VF/2026/12",
            "voorschotfactuur.pdf",
            "Het eindbedrag is € 500,00, over te schrijven uiterlijk 15/01/2026.",
            "VF/2026/12",
            "500.00",
            "EUR",
            date(2026, 1, 15),
        ),
        (
            "nl",
            "Ereloonnota 2026-033",
            "Ereloonnota 2026-033.pdf",
            "Te betalen: € 907,50, te storten vóór 4 februari 2026",
            "2026-033",
            "907.50",
            "EUR",
            date(2026, 2, 4),
        ),
        (
            "nl",
            "Factuur 2026-033",
            "factuur.pdf",
            "Totaal te betalen: € 1.815,-\nVervaldatum: 4 februari 2026",
            "2026-033",
            "1815",
            "EUR",
            date(2026, 2, 4),
        ),
        (
            "pt",
            "NFS-e 2026/45",
            "nfse.pdf",
            "Segue a NFS-e. Total R$ 1.200,00 venc. 20/02/2026",
            "2026/45",
            "1200.00",
            "BRL",
            date(2026, 2, 20),
        ),
        (
            "pt",
            "Fatura FT 2026/33",
            "fatura.pdf",
            "Total a pagar: 1.845,00 €, com vencimento a 4 de fevereiro de 2026",
            "FT 2026/33",
            "1845.00",
            "EUR",
            date(2026, 2, 4),
        ),
        (
            "sv",
            "Faktura 1043",
            "faktura-1043.pdf",
            "Att betala: 12 500 kr. Förfallodatum: 2026-02-04",
            "1043",
            "12500",
            "SEK",
            date(2026, 2, 4),
        ),
    ],
)
def test_an_invoice(
    language: str,
    subject: str,
    file: str,
    text: str,
    number: str,
    total: str,
    currency: str,
    due: date,
) -> None:
    """Its number, sum and day are proposed in each language, and are for the owner to confirm."""
    invoice = proposed(subject, file, text=text, language=language)

    assert invoice == ProposedInvoice(number=number, total=Decimal(total), currency=currency, due=due)


@pytest.mark.parametrize(
    "word",
    [
        *"Quote|Estimate|Pro-forma invoice|Proforma invoice|Credit note|Receipt|Reminder: invoice".split("|"),
        *"Preventivo|Nota di credito|Ricevuta fattura|Sollecito fattura|Fattura proforma".split("|"),
        *"Oferta|Faktura korygująca|Faktura pro-forma|Paragon".split("|"),
        *"Tilboð|Kreditreikningur|Kvittun reikningur".split("|"),
        *"Angebot|Gutschrift|Stornorechnung|Kostenvoranschlag|Mahnung Rechnung|Proforma-Rechnung".split("|"),
        *"Devis|Avoir facture|Facture d'avoir|Facture pro forma|Reçu".split("|"),
        *"Presupuesto|Factura rectificativa|Factura proforma|Recibo".split("|"),
        *"Offerte|Creditfactuur|Creditnota|Proformafactuur|Aanmaning factuur".split("|"),
        *"Orçamento|Fatura proforma|Nota de crédito|Recibo".split("|"),
        *"Offert|Kreditfaktura|Kvitto|Påminnelse faktura".split("|"),
    ],
)
def test_what_is_no_invoice(word: str) -> None:
    """An offer, a credit note, a receipt or a reminder is none, by the subject as by the file."""
    text = "Total due: €1,200.00"

    assert proposed(f"{word} 2026-014", "2026-014.pdf", text=text) is None
    assert proposed("January", f"{word} 2026-014.pdf".replace(" ", "_"), text=text) is None
    assert proposed("Invoice 2026-014", f"{word} 2026-014.pdf", text=text) is None


@pytest.mark.parametrize(
    ("subject", "files", "text"),
    [
        ("Invoice 2026-014", (), "Total due: €1,200.00"),
        ("Invoice 2026-014", ("photo.jpg",), "Total due: €1,200.00"),
        ("Re: Invoice 2026-014", ("brief.pdf",), "Total due: €1,200.00"),
        ("The brief", ("brief.pdf",), "I'll send the invoice for €1,200.00 tomorrow."),
        ("Invoice", ("page.pdf",), "Here it is."),
        ("Invoice", ("page.pdf",), "You've paid the deposit of 500 €, thank you."),
        ("Re: Logo", ("page.pdf",), "Here is the invoice."),
        ("Re: Logo", ("invoice.xlsx",), "Here it is."),
        ("Re: Logo", ("invoice notes.pdf",), "Here it is."),
        ("Re: Logo", ("invoice.pdf", "rechnung.pdf"), "Here they are."),
        ("Re: Logo", ("invoice.pdf",), "It's a pro-forma invoice."),
        ("Invoices", ("invoice-2026-014.pdf", "invoice-2026-015.pdf"), "Total: €1,200.00"),
        ("Invoice 2026-014", ("invoice-2026-015.pdf",), "Total: €1,200.00"),
        ("Invoice 2026-014", ("2026-014.pdf",), "It's a pro-forma invoice for €1,200.00."),
        ("", (), ""),
    ],
)
def test_what_brings_no_invoice(subject: str, files: tuple[str, ...], text: str) -> None:
    """Without a document, with several, or with nothing that's sure, nothing is proposed."""
    assert proposed(subject, *files, text=text) is None


@pytest.mark.parametrize(
    ("subject", "file", "language", "number"),
    [
        ("Invoice #14", "x.pdf", "en", "14"),
        ("Invoice 14", "x.pdf", "en", "14"),
        ("Invoice 14 - website", "x.pdf", "en", "14"),
        ("Fattura 12 del 5 gennaio 2026", "x.pdf", "it", "12"),
        ("Rechnung Nr. 12 vom 05.01.2026", "x.pdf", "de", "12"),
        ("Fattura 3/2026", "x.pdf", "it", "3/2026"),
        ("Faktura VAT 5/11/2026", "FV 5-11-2026.pdf", "pl", "5/11/2026"),
        ("Invoice no. 2026-11-03", "x.pdf", "en", "2026-11-03"),
        ("January", "Invoice_2026-014_ACME.pdf", "en", "2026-014"),
        ("January", "Rechnung_4711_Meier.pdf", "de", "4711"),
        ("January", "MyInvoice2026-014.pdf", "en", "2026-014"),
        ("Re: Offer", "Invoice-2026-014.pdf", "en", "2026-014"),
        ("Invoice INV-14", "Invoice 14.pdf", "en", "INV-14"),
    ],
)
def test_numbers(subject: str, file: str, language: str, number: str) -> None:
    """They're found in the subject or the file's name, the longer way they're written."""
    invoice = proposed(subject, file, language=language)

    assert invoice is not None
    assert invoice.number == number


@pytest.mark.parametrize(
    ("subject", "file", "language"),
    [
        ("Invoice 2026", "x.pdf", "en"),
        ("Invoice 03/2026", "x.pdf", "en"),
        ("Invoice 2026-03", "x.pdf", "en"),
        ("Invoice 12.03.2026", "x.pdf", "en"),
        ("Invoice 2026-01-05", "x.pdf", "en"),
        ("Invoice 5/11/2026", "x.pdf", "en"),
        ("Faktura 5.11.2026", "x.pdf", "pl"),
        ("Invoice 2 of 3", "x.pdf", "en"),
        ("Fattura 12 gennaio", "x.pdf", "it"),
        ("Invoice €1,200.00", "x.pdf", "en"),
        ("Invoice 1200 EUR", "x.pdf", "en"),
        ("Invoice for January", "x.pdf", "en"),
        ("Fattura", "Fattura-12-2026.pdf", "it"),
        ("Fattura", "fattura_12_2026.pdf", "it"),
    ],
)
def test_what_is_no_number(subject: str, file: str, language: str) -> None:
    """A year, a month, a day, a sum, a count, or what may have lost its stroke is none."""
    invoice = proposed(
        subject, file, text="Total: 1.200,00 €" if language == "it" else "Total: €1,200.00", language=language
    )

    assert invoice is None or invoice.number is None


def test_a_number_in_the_text() -> None:
    """It counts behind words that stand before nothing else, where subject and file name none."""
    invoice = proposed("Rechnung", "Rechnung.pdf", text="Rechnungsnummer: 2026-014\nKundennummer: 77", language="de")

    assert invoice == ProposedInvoice(number="2026-014")


@pytest.mark.parametrize(
    ("file", "text", "language", "number"),
    [
        ("RE-2026-114.pdf", "anbei die Rechnung RE-2026-114 über 2.380,00 EUR.", "de", "RE-2026-114"),
        ("FT 2026-19.pdf", "segue em anexo a fatura FT 2026/19.", "pt", "FT 2026/19"),
        ("factura_2026_77.pdf", "adjunto la factura 2026/77.", "es", "2026/77"),
        ("2026-014.pdf", "as agreed in the offer, here is invoice 2026-014.", "en", "2026-014"),
    ],
)
def test_a_reply_that_brings_an_invoice(file: str, text: str, language: str, number: str) -> None:
    """The thread's subject says nothing of it: the text does, by the number that the file's name bears."""
    invoice = proposed("Re: Logo", file, text=text, language=language)

    assert invoice is not None
    assert invoice.number == number


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("2026-015.pdf", "here is invoice 2026-014."),
        ("brief.pdf", "here is the brief; invoice 2026-014 is still open."),
        ("v12.pdf", "here is version 12, and invoice 12 follows."),
        ("receipt-2026-014.pdf", "here is what you need for invoice 2026-014."),
        ("2026-014.pdf", "here is pro-forma invoice 2026-014."),
    ],
)
def test_a_reply_that_only_speaks_of_an_invoice(file: str, text: str) -> None:
    """Another number, a short one that many names bear, or a word for something else: nothing is proposed."""
    assert proposed("Re: Logo", file, text=text) is None


SAID = (
    ("en", "please find attached your invoice 2026-014, for payment by Friday."),
    ("it", "in allegato la Sua fattura 2026-014."),
    ("pl", "w załączeniu faktura 2026-014."),
    ("is", "hér er reikningur 2026-014."),
    ("de", "anbei Ihre Rechnung 2026-014 mit der Bitte um Überweisung."),
    ("fr", "vous trouverez ci-joint la facture 2026-014."),
    ("es", "le envío la factura 2026-014, confirme por favor que la ha recibido."),
    ("nl", "hierbij factuur 2026-014."),
    ("pt", "segue em anexo a fatura 2026-014."),
    ("sv", "här kommer faktura 2026-014."),
)


@pytest.mark.parametrize(("language", "text"), SAID)
@pytest.mark.parametrize("file", ["2026-014.pdf", "DanaLevi_2026-014.pdf"])
def test_an_invoice_that_is_handed_over(language: str, text: str, file: str) -> None:
    """In each language, whoever's it is said to be: it's the reader's to pay."""
    invoice = proposed("Re: Logo", file, text=text, language=language)

    assert invoice is not None
    assert invoice.number == "2026-014"


@pytest.mark.parametrize(
    ("language", "file", "text"),
    [
        ("en", "2026-014.pdf", "your invoice 2026-014 has reached us. Attached is what you asked for."),
        ("en", "2026-014.pdf", "we have received your invoice 2026-014, attached is the order."),
        ("en", "2026-014.pdf", "here are my notes on invoice 2026-014."),
        ("en", "2026-014.pdf", "invoice 2026-014 is still open, by the way."),
        ("it", "2026-014.pdf", "la vostra fattura 2026-014 è pervenuta. In allegato l'ordine."),
        ("pl", "2026-014.pdf", "otrzymaliśmy fakturę 2026-014. W załączeniu umowa."),
        ("is", "2026-014.pdf", "reikningur 2026-014 barst okkur. Hér er pöntunin."),
        ("de", "2026-014.pdf", "Ihre Rechnung 2026-014 ist eingegangen. Anbei der Auftrag."),
        ("fr", "2026-014.pdf", "nous avons bien reçu la facture 2026-014. Voici la commande."),
        ("es", "2026-014.pdf", "hemos recibido la factura 2026-014. Adjunto el pedido."),
        ("nl", "2026-014.pdf", "we hebben factuur 2026-014 ontvangen. Hierbij de bestelling."),
        ("pt", "2026-014.pdf", "recebemos a fatura 2026-014. Segue a encomenda."),
        ("sv", "2026-014.pdf", "vi har fått faktura 2026-014. Här är beställningen."),
        *(
            ("en", f"{word} 2026-014.pdf", "here is what you need for invoice 2026-014.")
            for word in "payment notes conferma przelew staðfesting Zahlungsbeleg virement pago betaling".split()
        ),
        ("en", "comprovativo_2026-014.pdf", "here is invoice 2026-014."),
        ("en", "betalning-2026-014.pdf", "here is invoice 2026-014."),
    ],
)
def test_another_paper_about_an_invoice(language: str, file: str, text: str) -> None:
    """What came in, belongs to an invoice or only names one is none of the owner's."""
    assert proposed("Re: Logo", file, text=text, language=language) is None


@pytest.mark.parametrize("subject", ["Re: Logo", "AW: Logo", "Logo"])
@pytest.mark.parametrize(
    "file",
    [
        *"Invoice.pdf fattura.pdf Faktura.pdf reikningur.pdf Rechnung.pdf Facture.pdf factura.pdf factuur.pdf".split(),
        *("fatura.pdf", "Rechnung Logo.pdf", "Fattura (1).pdf"),
    ],
)
def test_a_page_that_is_called_an_invoice(subject: str, file: str) -> None:
    """It's one by its name alone, with neither number nor sum: the owner is asked for both."""
    assert proposed(subject, file, "logo.png", text="here it is.") == ProposedInvoice()


def test_two_numbers_that_files_bear() -> None:
    """Which of both it's about isn't sure."""
    assert proposed("Re: Logo", "2026-014.pdf", "2026-015.pdf", text="Invoice 2026-014 and invoice 2026-015.") is None


@pytest.mark.parametrize(
    ("text", "language", "total", "currency"),
    [
        ("In allegato la fattura n. 14 di € 1.250,00.", "it", "1250.00", "EUR"),
        ("Anbei die Rechnung Nr. 14 mit 1.250,00 €.", "de", "1250.00", "EUR"),
        ("Total: $1,200.00", "en", "1200.00", None),
        ("Total: US$ 1,200", "en", "1200", "USD"),
        ("Total: 1,200 USD", "en", "1200", "USD"),
        ("Total: €1,200.00 (deposit: €300.00)", "en", "1200.00", "EUR"),
        ("Net 1,000.00 EUR, VAT 200.00 EUR\nTotal due: 1,200.00 EUR", "en", None, None),
        ("Totale 1.200 €", "it", "1200", "EUR"),
        ("Totale 1,200 €", "it", None, None),
        ("Total: €1.200", "en", None, None),
        ("Total: €1.200", "", None, None),
        ("Total: €1.200,00", "", "1200.00", "EUR"),
        ("Total: €1,234,567.89", "en", "1234567.89", "EUR"),
        ("Total: €1.234.567", "en", "1234567", "EUR"),
        ("Total: CHF 1'200.50", "en", "1200.50", "CHF"),
        ("Gesamtbetrag: 1.200,00 € zzgl. MwSt.", "de", None, None),
        ("Montant : 1 000,00 € HT", "fr", None, None),
        ("Total: €1,200.00\nTotal due: €200.00", "en", None, None),
        ("Total: €0.00", "en", None, None),
        ("Total: €50/hour", "en", None, None),
        ("Total: 50 € per hour", "en", None, None),
        ("Att betala 1 200 kr", "sv", "1200", "SEK"),
        ("Total: 1 200 kr", "en", "1200", None),
        ("Total: 12 EUROPEAN days", "en", None, None),
        ("Total: -€1,200.00", "en", None, None),
        ("Subtotal: €1,000.00", "en", None, None),
        ("Total: €1,200.00. Total: $1,200.00", "en", "1200.00", None),
        ("Total: €1,200.00. Total: £1,200.00", "en", None, None),
        ("Total: 1.2,34,5 €", "en", None, None),
        ("Total: €1,23.45,6", "en", None, None),
    ],
)
def test_sums(text: str, language: str, total: str | None, currency: str | None) -> None:
    """The sum to pay is read as its language writes it; one that's open to doubt isn't told."""
    invoice = proposed("Invoice #14", "x.pdf", text=text, language=language)

    assert invoice == ProposedInvoice(number="14", total=Decimal(total) if total else None, currency=currency)


@pytest.mark.parametrize(
    ("text", "language", "due"),
    [
        ("Payment is due on 4 February.", "en", date(2026, 2, 4)),
        ("Payment due: 04/02/2026", "en", None),
        ("Payment due: 24/02/2026", "en", date(2026, 2, 24)),
        ("I'm away until 4 February 2026.", "en", None),
        ("The texts are due on 4 February 2026.", "en", None),
        ("Here is invoice 14 for the logo, due 2026-02-04.", "en", date(2026, 2, 4)),
        ("Ich bin bis zum 19.01.2026 im Urlaub.", "de", None),
        ("Payment due: 4 February 2026, or payment due: 5 February 2026", "en", None),
        ("Payment due: 4 February 2025", "en", None),
        ("Due date:\n4 February 2026", "en", None),
    ],
)
def test_due_days(text: str, language: str, due: date | None) -> None:
    """They're told where the text says so, the day can be no other, and isn't past."""
    invoice = proposed("Invoice #14", "x.pdf", text=text, language=language)

    assert invoice == ProposedInvoice(number="14", due=due)


def test_a_long_mail() -> None:
    """What stands behind the first letters of it isn't read, and its files are counted."""
    text = "word " * 10_000 + "Total: €1,200.00"

    assert proposed("Invoice #14", "x.pdf", text=text) == ProposedInvoice(number="14")
    assert proposed("x", *["a.pdf"] * 50, "invoice-2026-014.pdf") is None
    assert proposed("x" * 600 + " Invoice #14", "a.pdf") is None


@pytest.mark.parametrize(
    ("subject", "names", "text", "note"),
    [
        ("Credit note 2026-3", ("scan.pdf",), "", "scan.pdf"),
        ("The site", ("terms.pdf", "Gutschrift_2026-3.pdf"), "", "Gutschrift_2026-3.pdf"),
        ("Il sito", ("allegato.pdf",), "In allegato la nota di credito per la fattura n. 14.", "allegato.pdf"),
        ("Le site", ("Avoir-12.pdf",), "", "Avoir-12.pdf"),
        ("Corrected invoice 2026-14", ("2026-14.pdf",), "", "2026-14.pdf"),
        ("Korekta faktury", ("a.pdf",), "", "a.pdf"),
        ("Le site", ("photo.pdf",), "Il peut y avoir du retard.", None),
        ("Credit note 2026-3", ("logo.png",), "", None),
        ("Credit note 2026-3", (), "", None),
        ("Re: Credit note 2026-3", ("answers.pdf",), "Here are the answers.", None),
        ("Invoice 2026-14", ("2026-14.pdf",), "Please pay within 30 days.", None),
    ],
)
def test_a_credit_note_on_paper(subject: str, names: tuple[str, ...], text: str, note: str | None) -> None:
    """Told by subject, file or words, if a document is there; little words that mean else count in titles only."""
    found = proposed_credit(subject, names, text)

    assert (None if found is None else found.note) == note
    assert found is None or all(word in found.words for word in (*names, text))


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    ("subject", "file"),
    [("Factura A-2026/{}", "Factura A-2026-{}.pdf"), ("Fatura FT 2026/{}", "Fatura FT 2026-{}.pdf")],
)
def test_a_number_whose_stroke_a_file_cannot_hold(subject: str, file: str, month: int) -> None:
    """The subject's is taken, on every run."""
    found = proposed(subject.format(month), file.format(month), language="pt")

    assert found is not None
    assert found.number == subject.format(month).partition(" ")[2]


@pytest.mark.parametrize(
    ("language", "subject", "file", "number"),
    [
        ("fr", "Facture n°FA-2026-09", "FA-2026-09.pdf", "FA-2026-09"),
        ("fr", "Facture d’acompte n° 2026-015", "Facture_acompte_2026-015.pdf", "2026-015"),
        ("fr", "Facture de solde nº2026-020", "2026-020.pdf", "2026-020"),
        ("es", "Factura de anticipo 2026-016", "Factura anticipo 2026-016.pdf", "2026-016"),
        ("es", "Factura electrónica FE-332", "FE-332.pdf", "FE-332"),
        ("es", "Cuenta de cobro No. 12", "Cuenta de cobro 12.pdf", "12"),
        ("it", "Fattura d'acconto n. 2026-016", "2026-016.pdf", "2026-016"),
    ],
)
def test_the_number_behind_what_an_invoice_is_for(language: str, subject: str, file: str, number: str) -> None:
    """A part of the whole, or its form, may stand between the word and the number, and the sign may stick to it."""
    invoice = proposed(subject, file, language=language)

    assert invoice is not None
    assert invoice.number == number


@pytest.mark.parametrize(
    ("total", "currency"), [("$12,500.00 MXN", "MXN"), ("12.500,00 COP", "COP"), ("S/ 1,500.00", "PEN"), ("$800", None)]
)
def test_the_pesos_of_a_country(total: str, currency: str | None) -> None:
    """The code behind a sum says whose they are."""
    invoice = proposed("Factura A-0012", "A-0012.pdf", text=f"Importe: {total}", language="es")

    assert invoice is not None
    assert (invoice.total is not None, invoice.currency) == (True, currency)

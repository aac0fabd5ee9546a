"""What a whole mail brings along."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from crickets.domain.invoice import Invoice, ProposedInvoice
from crickets.reading.invoices.enclosed import Enclosed, enclosed_by_name, enclosed_in, files_of
from tests.reading.invoices.samples import a_cii, a_pdf, a_ubl
from tests.servers.mail import Attachment, a_message

WRITTEN = dt.date(2026, 1, 5)
PAGE: Attachment = ("2026-014.pdf", "application/pdf", b"%PDF-1.7 no more")
XML: Attachment = ("2026-014.xml", "application/xml", a_ubl())
LOGO: Attachment = ("logo.png", "image/png", b"\x89PNG")


def opened(*files: Attachment, subject: str = "The new site", body: str = "Thank you!\n") -> Enclosed:
    """What a mail with these files brings along."""
    at = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    return enclosed_in(a_message(subject=subject, body=body, at=at, attachments=files).raw, written=WRITTEN)


def brought(enclosed: Enclosed) -> list[tuple[str | None, tuple[str, ...]]]:
    """The invoices by their numbers, with their files."""
    return [(each.invoice.number, each.files) for each in enclosed.invoices]


def test_a_mail_without_files() -> None:
    """It brings nothing along."""
    assert opened() == Enclosed()


def test_a_file_for_machines_and_its_page() -> None:
    """Both go out with a notice: a person reads the page."""
    enclosed = opened(LOGO, XML, PAGE)

    assert enclosed.files == (LOGO[0], XML[0], PAGE[0])
    assert brought(enclosed) == [("2026-014", (XML[0], PAGE[0]))]
    assert isinstance(enclosed.invoices[0].invoice, Invoice)


def test_a_file_for_machines_and_two_pages() -> None:
    """Which of them is the invoice's can't be told."""
    assert brought(opened(XML, PAGE, ("terms.pdf", *PAGE[1:]))) == [("2026-014", (XML[0],))]


def test_a_page_with_the_invoice_inside() -> None:
    """It's one file for both."""
    page = ("RE-471102.pdf", "application/pdf", a_pdf({"factur-x.xml": a_cii()}))

    assert brought(opened(page)) == [("RE-471102", (page[0],))]


def test_one_invoice_in_two_forms() -> None:
    """It's one invoice, of the first file."""
    page = ("both.pdf", "application/pdf", a_pdf({"xrechnung.xml": a_ubl()}))

    assert brought(opened(XML, page)) == [("2026-014", (XML[0], page[0]))]


def test_two_invoices() -> None:
    """Each has its own file."""
    other = ("7.xml", "application/xml", a_ubl(number="7"))

    assert brought(opened(XML, other)) == [("2026-014", (XML[0],)), ("7", (other[0],))]


def test_two_files_of_one_name() -> None:
    """Each invoice has the one that it's in."""
    first, second = (("Rechnung.xml", "application/octet-stream", a_ubl(number=number)) for number in ("1001", "1002"))
    enclosed = opened(first, second)

    assert enclosed.files == ("Rechnung.xml", "Rechnung.xml (2)")
    assert brought(enclosed) == [("1001", ("Rechnung.xml",)), ("1002", ("Rechnung.xml (2)",))]


def test_two_pages_of_one_name() -> None:
    """Whose either is can't be told."""
    assert brought(opened(XML, ("scan.pdf", *PAGE[1:]), ("scan.pdf", *PAGE[1:]))) == [("2026-014", (XML[0],))]


def test_a_file_of_a_long_name() -> None:
    """It goes by its whole name, as it will be looked for."""
    name = f"{'a' * 240}.xml"

    assert brought(opened((name, *XML[1:]))) == [("2026-014", (name,))]


def test_two_invoices_and_one_page() -> None:
    """Whose page it is can't be told."""
    other = ("7.xml", "application/xml", a_ubl(number="7"))

    assert brought(opened(XML, other, PAGE)) == [("2026-014", (XML[0],)), ("7", (other[0],))]


def test_a_credit_note() -> None:
    """Nobody owes by it."""
    note = ("C-1.xml", "application/xml", a_ubl(root="CreditNote", number="C-1", code="", due=""))
    of = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-014</cbc:ID>"
    named = f"{of}</cac:InvoiceDocumentReference></cac:BillingReference>"
    of_one = ("C-2.xml", "application/xml", a_ubl(root="CreditNote", number="C-2", code="", due=named))

    assert brought(opened(note)) == []
    found = opened(note, of_one, of_one).credits
    assert [(each.number, each.refers_to) for each in found] == [("C-1", ()), ("C-2", ("2026-014",))]


@pytest.mark.parametrize(
    ("files", "chosen"),
    [
        ((PAGE,), (PAGE[0],)),
        ((PAGE, ("terms.pdf", *PAGE[1:])), (PAGE[0],)),
        ((PAGE, ("2026-0147.pdf", *PAGE[1:])), (PAGE[0],)),
        ((("scan.pdf", *PAGE[1:]),), ("scan.pdf",)),
        ((("scan.pdf", *PAGE[1:]), ("terms.pdf", *PAGE[1:])), ()),
    ],
    ids=[
        "the only page",
        "the one with its number",
        "one with a longer number",
        "a page of another name",
        "either of two",
    ],
)
def test_a_guess(files: tuple[Attachment, ...], chosen: tuple[str, ...]) -> None:
    """By subject and words; its file is the one that bears its number, or the only page."""
    body = "Hi Anna,\n\nplease find attached invoice no. 2026-014 over EUR 1,220.00, payable by 4 February 2026.\n"
    enclosed = opened(*files, subject="Invoice 2026-014", body=body)

    [only] = enclosed.invoices
    assert isinstance(only.invoice, ProposedInvoice)
    assert (only.invoice.number, only.files) == ("2026-014", chosen)


def test_the_page_of_a_guess_without_a_number() -> None:
    """It's the one that is called an invoice, whatever else is there."""
    enclosed = opened(("Invoice.pdf", *PAGE[1:]), ("Logo.pdf", *PAGE[1:]), subject="Re: Logo", body="Here they are.\n")

    assert [(each.invoice, each.files) for each in enclosed.invoices] == [(ProposedInvoice(), ("Invoice.pdf",))]


@pytest.mark.parametrize(
    "said",
    [
        'Content-Type: text/xml; name="2026-014.xml"\r\nContent-Disposition: inline',
        'Content-Type: text/xml; name="2026-014.xml"',
        'Content-Type: text/xml\r\nContent-Disposition: inline; filename="2026-014.xml"',
    ],
    ids=["inline, named by its type", "named by its type", "inline"],
)
def test_a_file_that_is_to_be_shown(said: str) -> None:
    """A named file of XML is no piece of the letter, though it's text and shown among it."""
    letter = "Content-Type: text/plain; charset=utf-8\r\n\r\nHi Anna,\r\n\r\nhere is the invoice.\r\n"
    head = 'From: dana@studio.example\r\nSubject: January\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    raw = f"{head}--x\r\n{letter}\r\n--x\r\n{said}\r\n\r\n".encode() + a_ubl() + b"\r\n--x--\r\n"
    enclosed = enclosed_in(raw, written=dt.date(2026, 1, 5))

    assert enclosed.files == ("2026-014.xml",)
    assert [brought.invoice.number for brought in enclosed.invoices] == ["2026-014"]


def test_a_file_that_was_refused() -> None:
    """It's told; a guess may still be made of the mail."""
    attack = ("2026-014.xml", "application/xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>")

    assert [str(each).split(":")[0] for each in opened(attack).refused] == ["2026-014.xml"]


LOCKED = a_pdf({}, trailer=b"/Encrypt << /Filter /Standard >>")
NO_CURRENCY = a_ubl(currency="", payable="<cbc:PayableAmount>1.00</cbc:PayableAmount>")


@pytest.mark.parametrize(
    ("subject", "files", "missed"),
    [
        ("Papers", [("2026.xml", "application/xml", NO_CURRENCY)], ["2026.xml"]),
        ("Papers", [("Invoice 2026-014.pdf", "application/pdf", LOCKED)], ["Invoice 2026-014.pdf"]),
        ("Invoice 2026-014", [("scan.pdf", "application/pdf", LOCKED)], ["scan.pdf"]),
        ("The contract", [("contract.pdf", "application/pdf", LOCKED)], []),
        ("Re: Invoice 2026-014", [("contract.pdf", "application/pdf", LOCKED)], []),
        ("Invoice", [XML, ("2026-014.pdf", "application/pdf", LOCKED)], []),
        ("Invoice", [XML, ("2026.xml", "application/xml", NO_CURRENCY)], ["2026.xml"]),
    ],
    ids=[
        "an invoice's for sure", "called so by its name", "called so by the subject", "something else",
        "an answer about one", "beside one that was read", "another beside one that was read",
    ],
)  # fmt: skip
def test_an_invoice_that_is_missed(subject: str, files: list[Attachment], missed: list[str]) -> None:
    """A refused file is told of where it's an invoice's, or seems to be and none was read; any PDF may be locked."""
    enclosed = opened(*files, subject=subject, body="Hi Anna,\n\nhere you are.\n")

    assert [each.name for each in enclosed.missed] == missed
    assert len(enclosed.refused) == 1


def test_files_byte_for_byte() -> None:
    """Whatever their encoding on the way."""
    content = bytes(range(256)) * 9
    at = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    mail = a_message(at=at, attachments=(("Größe.bin", "application/octet-stream", content), XML))

    assert [(f.name, f.type, f.content) for f in files_of(mail.raw)] == [
        ("Größe.bin", "application/octet-stream", content),
        XML,
    ]


def test_a_credit_note_on_paper() -> None:
    """It's told of, unless something for machines is there, which says what it is."""
    assert opened(PAGE).unsure is None
    paper = ("Credit note C-1.pdf", *PAGE[1:])
    unsure = opened(paper).unsure
    assert unsure is not None
    assert unsure.note == "Credit note C-1.pdf"
    assert opened(paper, XML).unsure is None


SCAN: Attachment = ("invoice-97.pdf", "application/pdf", bytes(100_000))


def begun(*files: Attachment, subject: str = "The new site", body: str = "Thank you!\n") -> Enclosed:
    """What the beginning of a mail tells that breaks off in the last of its files."""
    at = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    raw = a_message(subject=subject, body=body, at=at, attachments=files).raw
    return enclosed_by_name(raw[:-50_000], written=WRITTEN)


def test_the_beginning_of_a_mail_that_is_too_large() -> None:
    """Its file's name tells of an invoice and its number; none of its files is named for a notice, or read."""
    told = begun(LOGO, SCAN, body="Please find invoice 97 over 1,200.00 EUR, payment due 1 February 2026.\n")

    assert told.files == (LOGO[0], SCAN[0])
    assert [(each.invoice, each.files) for each in told.invoices] == [
        (ProposedInvoice(number="97", total=Decimal("1200.00"), currency="EUR", due=dt.date(2026, 2, 1)), ())
    ]
    assert list(map(str, told.missed)) == ["invoice-97.pdf: its mail has more than 32 MB, too much to be looked into"]


@pytest.mark.parametrize(
    ("subject", "name", "missed"),
    [
        ("Invoice", "scan.pdf", ["scan.pdf"]),
        ("The site", "Rechnung.pdf", ["Rechnung.pdf"]),
        ("The site", "photos.zip", []),
        ("Invoice", "photos.zip", []),
        ("Re: Invoice", "scan.pdf", []),
        ("The offer", "invoice.pdf", []),
    ],
)
def test_what_the_beginning_calls_an_invoice(subject: str, name: str, missed: list[str]) -> None:
    """A document that its own name or the subject calls one; only a page's own name has one proposed by itself."""
    told = begun((name, "application/octet-stream", SCAN[2]), subject=subject)

    assert ([each.name for each in told.missed], told.files) == (missed, (name,))
    proposed = [(ProposedInvoice(), ())] if name == "Rechnung.pdf" else []
    assert [(each.invoice, each.files) for each in told.invoices] == proposed


def test_a_credit_note_in_a_mail_that_is_too_large() -> None:
    """What it may take something off is held, as if it could be read."""
    assert begun(("Credit note C-1.pdf", *SCAN[1:])).unsure is not None

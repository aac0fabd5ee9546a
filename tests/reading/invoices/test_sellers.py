"""Who asks for the money, as each form for machines says it."""

from __future__ import annotations

import pytest

from crickets.domain.invoice import InvoiceFile
from crickets.domain.seller import Seller
from crickets.reading.invoices.files import invoice_in
from tests.reading.invoices.samples import a_body, a_cii, a_fattura, a_ubl, a_zugferd_1

UBL = """<cbc:EndpointID schemeID="EM">bills@firm.example</cbc:EndpointID>
<cac:PartyName><cbc:Name>Studio Nord</cbc:Name></cac:PartyName>
<cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>Studio Nord GmbH</cbc:RegistrationName>
<cbc:CompanyID>HRB 1234</cbc:CompanyID></cac:PartyLegalEntity>
<cac:Contact><cbc:Name>Nora Nord</cbc:Name><cbc:ElectronicMail>nora@firm.example</cbc:ElectronicMail></cac:Contact>"""
CII = """<ram:ID>S-1</ram:ID><ram:Name>Studio Nord GmbH</ram:Name>
<ram:SpecifiedLegalOrganization><ram:ID>HRB 1234</ram:ID>
<ram:TradingBusinessName>Studio Nord</ram:TradingBusinessName></ram:SpecifiedLegalOrganization>
<ram:DefinedTradeContact><ram:PersonName>Nora Nord</ram:PersonName><ram:EmailURIUniversalCommunication>
<ram:URIID>nora@firm.example</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>
<ram:URIUniversalCommunication><ram:URIID schemeID="EM">bills@firm.example</ram:URIID></ram:URIUniversalCommunication>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123456789</ram:ID></ram:SpecifiedTaxRegistration>"""
FIRM = """<DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234567890</IdCodice></IdFiscaleIVA>
<CodiceFiscale>01234567890</CodiceFiscale><Anagrafica><Denominazione>Studio Nord srl</Denominazione></Anagrafica>
</DatiAnagrafici><Contatti><Email>bills@firm.example</Email></Contatti>"""


def seller_in(content: bytes) -> Seller:
    """The seller of a file's invoice."""
    found = invoice_in("invoice.xml", "application/xml", content)
    assert isinstance(found, InvoiceFile)
    return found.invoices[0].seller


@pytest.mark.parametrize(
    ("content", "seller"),
    [
        (
            a_ubl(seller=UBL),
            Seller(
                names=("Studio Nord", "Studio Nord GmbH", "Nora Nord"),
                tax_ids=("DE123456789", "HRB 1234"),
                emails=("nora@firm.example", "bills@firm.example"),
            ),
        ),
        (
            a_cii(seller=CII),
            Seller(
                names=("Studio Nord GmbH", "Studio Nord", "Nora Nord"),
                tax_ids=("DE123456789", "HRB 1234"),
                emails=("nora@firm.example", "bills@firm.example"),
            ),
        ),
        (
            a_fattura(seller=FIRM),
            Seller(
                names=("Studio Nord srl",), tax_ids=("IT01234567890", "01234567890"), emails=("bills@firm.example",)
            ),
        ),
        (a_zugferd_1(), Seller(names=("Dana Levi",))),
        (a_fattura(a_body(), a_body(number="13/2026")), Seller(names=("Dana Levi",))),
    ],
    ids=["UBL", "CII", "FatturaPA", "ZUGFeRD 1", "a person's"],
)
def test_who_asks_for_the_money(content: bytes, seller: Seller) -> None:
    """Names, numbers and addresses of the seller, and none of the buyer."""
    assert seller_in(content) == seller


@pytest.mark.parametrize(
    "content",
    [
        a_ubl(seller="<cbc:EndpointID>0088:7300010000001</cbc:EndpointID>"),
        a_ubl().replace(b"AccountingSupplierParty", b"PayeeParty"),
        a_cii(seller=f"<ram:Name>{'x' * 500}</ram:Name><ram:Name> </ram:Name>"),
        a_cii().replace(b"SellerTradeParty", b"PayeeTradeParty"),
        a_fattura(seller=""),
        a_fattura().replace(b"CedentePrestatore", b"Nessuno"),
    ],
    ids=[
        "a number of a place",
        "none in UBL",
        "no name that can be",
        "none in CII",
        "an empty one",
        "none in FatturaPA",
    ],
)
def test_a_file_that_names_no_seller(content: bytes) -> None:
    """It's read all the same."""
    assert seller_in(content) == Seller()

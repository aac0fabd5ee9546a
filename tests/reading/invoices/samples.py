"""Invoices in every form, made here: the shape is that of real ones, the people are nobody."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"


def a_ubl(
    *,
    root: str = "Invoice",
    number: str = "2026-014",
    issued: str = "2026-01-05",
    due: str = "<cbc:DueDate>2026-02-04</cbc:DueDate>",
    code: str = "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
    currency: str = "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>",
    payment: str = "",
    payable: str = '<cbc:PayableAmount currencyID="EUR">1220.00</cbc:PayableAmount>',
    before: str = '<?xml version="1.0" encoding="UTF-8"?>',
    lines: str = "",
    seller: str = "<cac:PartyName><cbc:Name>Dana Levi</cbc:Name></cac:PartyName>",
) -> bytes:
    """A document of UBL 2.1 as Peppol BIS Billing 3 has it."""
    return f"""{before}
<ubl:{root} xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" xmlns:cbc="{CBC}" xmlns:cac="{CAC}">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>{number}</cbc:ID>
  <cbc:IssueDate>{issued}</cbc:IssueDate>
  {due}
  {code}
  <cbc:Note>Zażółć &lt;b&gt;</cbc:Note>
  {currency}
  <cac:OrderReference><cbc:ID>PO-9</cbc:ID></cac:OrderReference>
  <cac:AccountingSupplierParty><cac:Party>{seller}<cbc:ID>another</cbc:ID></cac:Party></cac:AccountingSupplierParty>
  {payment}
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">1000.00</cbc:LineExtensionAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">1220.00</cbc:TaxInclusiveAmount>
    {payable}
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>{lines}
</ubl:{root}>""".encode()


def a_cii(
    *,
    number: str = "RE-471102",
    code: str = "380",
    issued: str = '<udt:DateTimeString format="102">20260105</udt:DateTimeString>',
    terms: str = (
        "<ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage netto</ram:Description><ram:DueDateDateTime>"
        '<udt:DateTimeString format="102">20260204</udt:DateTimeString></ram:DueDateDateTime>'
        "</ram:SpecifiedTradePaymentTerms>"
    ),
    sums: str = (
        "<ram:GrandTotalAmount>529.87</ram:GrandTotalAmount><ram:DuePayableAmount>529.87</ram:DuePayableAmount>"
    ),
    currency: str = "EUR",
    before: str = '<?xml version="1.0" encoding="UTF-8"?>',
    seller: str = "<ram:Name>Dana Levi</ram:Name>",
) -> bytes:
    """A document of UN/CEFACT CII D16B as Factur-X, ZUGFeRD 2 and XRechnung have it."""
    return f"""{before}
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
    <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
  </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{code}</ram:TypeCode>
    <ram:IssueDateTime>{issued}</ram:IssueDateTime></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Entwurf</ram:Name>
      </ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>{seller}</ram:SellerTradeParty><ram:BuyerTradeParty>
      <ram:Name>Carla Conti</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>{currency}</ram:InvoiceCurrencyCode>
      {terms}
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>{sums}
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>""".encode()


def a_zugferd_1(
    *,
    sums: str = (
        "<ram:GrandTotalAmount>571.04</ram:GrandTotalAmount><ram:TotalPrepaidAmount>71.04</ram:TotalPrepaidAmount>"
    ),
) -> bytes:
    """A document of ZUGFeRD 1.0."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15">
  <rsm:HeaderExchangedDocument><ram:ID>2013-1</ram:ID><ram:Name>RECHNUNG</ram:Name><ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20130305</udt:DateTimeString></ram:IssueDateTime>
  </rsm:HeaderExchangedDocument>
  <rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty>
    <ram:Name>Dana Levi</ram:Name></ram:SellerTradeParty></ram:ApplicableSupplyChainTradeAgreement>
    <ram:ApplicableSupplyChainTradeSettlement>
    <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
    <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20130404
      </udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
    <ram:SpecifiedTradeSettlementMonetarySummation>{sums}</ram:SpecifiedTradeSettlementMonetarySummation>
  </ram:ApplicableSupplyChainTradeSettlement></rsm:SpecifiedSupplyChainTradeTransaction>
</rsm:CrossIndustryDocument>""".encode()


def a_body(
    *,
    number: str = "12/2026",
    code: str = "TD01",
    general: str = "<ImportoTotaleDocumento>1268.80</ImportoTotaleDocumento>",
    payments: Sequence[str] = (),
    vat: str = "I",
) -> str:
    """One invoice of a file of FatturaPA."""
    return f"""<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>{code}</TipoDocumento>
<Divisa>EUR</Divisa><Data>2026-01-05</Data><Numero>{number}</Numero>{general}</DatiGeneraliDocumento></DatiGenerali>
<DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea></DettaglioLinee><DatiRiepilogo>
<AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>1040.00</ImponibileImporto><Imposta>228.80</Imposta>
<EsigibilitaIVA>{vat}</EsigibilitaIVA></DatiRiepilogo></DatiBeniServizi>{"".join(payments)}</FatturaElettronicaBody>"""


def a_payment(*details: str, condition: str = "TP01") -> str:
    """A DatiPagamento of some details."""
    inside = "".join(f"<DettaglioPagamento>{one}</DettaglioPagamento>" for one in details)
    return f"<DatiPagamento><CondizioniPagamento>{condition}</CondizioniPagamento>{inside}</DatiPagamento>"


def a_detail(amount: str, due: str = "", **others: str) -> str:
    """What stands in a DettaglioPagamento."""
    named = f"<DataScadenzaPagamento>{due}</DataScadenzaPagamento>" if due else ""
    more = "".join(f"<{name}>{value}</{name}>" for name, value in others.items())
    return f"<ModalitaPagamento>MP05</ModalitaPagamento>{more}{named}<ImportoPagamento>{amount}</ImportoPagamento>"


_DANA = "<DatiAnagrafici><Anagrafica><Nome>Dana</Nome><Cognome>Levi</Cognome></Anagrafica></DatiAnagrafici>"


def a_fattura(*bodies: str, seller: str = _DANA) -> bytes:
    """A file of FatturaPA 1.2."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica versione="FPR12" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
<FatturaElettronicaHeader><DatiTrasmissione><ProgressivoInvio>00001</ProgressivoInvio></DatiTrasmissione>
<CedentePrestatore>{seller}</CedentePrestatore><CessionarioCommittente><DatiAnagrafici><Anagrafica>
<Denominazione>Rossi SpA</Denominazione></Anagrafica></DatiAnagrafici></CessionarioCommittente>
</FatturaElettronicaHeader>{"".join(bodies or (a_body(),))}</p:FatturaElettronica>""".encode()


def der(tag: int, *contents: bytes) -> bytes:
    """A value of DER."""
    inside = b"".join(contents)
    size = len(inside)
    if size < 0x80:
        return bytes([tag, size]) + inside
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + inside


def ber(tag: int, *contents: bytes) -> bytes:
    """A value of BER, of indefinite length."""
    return bytes([tag, 0x80]) + b"".join(contents) + b"\0\0"


SIGNED_DATA = der(0x06, bytes.fromhex("2a864886f70d010702"))
_DATA = der(0x06, bytes.fromhex("2a864886f70d010701"))
_SHA256 = der(0x30, der(0x06, bytes.fromhex("608648016503040201")))


def a_signed(content: bytes, *, kind: bytes = SIGNED_DATA) -> bytes:
    """A file signed as CAdES has it, in DER; its certificate and its signature are only there."""
    holder = der(0x30, _DATA, der(0xA0, der(0x04, content)))
    certificates, signers = der(0xA0, der(0x30, b"\x05\x00")), der(0x31, der(0x30, b"\x05\x00"))
    return der(0x30, kind, der(0xA0, der(0x30, b"\x02\x01\x01", der(0x31, _SHA256), holder, certificates, signers)))


def a_signed_in_pieces(content: bytes, *, size: int = 100) -> bytes:
    """The same in BER: indefinite lengths, and the content in pieces."""
    pieces = [der(0x04, content[at : at + size]) for at in range(0, len(content), size)]
    holder = ber(0x30, _DATA, ber(0xA0, ber(0x24, *pieces)))
    signers = der(0x31, der(0x30, b"\x05\x00"))
    return ber(0x30, SIGNED_DATA, ber(0xA0, ber(0x30, b"\x02\x01\x01", der(0x31, _SHA256), holder, signers)))


def a_stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def a_packed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream of a PDF, deflated."""
    return a_stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def a_pdf(
    files: Mapping[str, bytes],
    *,
    packed: bool = True,
    tree: bytes = b"<< /EmbeddedFiles << /Names [%s] >> >>",
    catalog: bytes = b"",
    objects: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """
    A PDF of one empty page that embeds some files.

    `tree` is the catalog's /Names, with a place for the names and references; `catalog` is more of its entries.
    `objects` come behind the files', whose numbers begin with 10.
    """
    numbered: dict[int, bytes] = {
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    }
    names: list[bytes] = []
    for at, (name, content) in enumerate(files.items()):
        pack = a_packed if packed else a_stream
        numbered[10 + 2 * at] = pack(content, b"/Type /EmbeddedFile /Subtype /text#2Fxml")
        numbered[11 + 2 * at] = (
            b"<< /Type /Filespec /AFRelationship /Alternative /F (%s) /UF (%s) /EF << /F %d 0 R >> >>"
            % (name.encode("latin-1"), name.encode("latin-1"), 10 + 2 * at)
        )
        names.append(b"(%s) %d 0 R" % (name.encode("latin-1"), 11 + 2 * at))
    numbered[1] = b"<< /Type /Catalog /Pages 2 0 R /Names %s %s >>" % (
        tree % b" ".join(names) if b"%s" in tree else tree,
        catalog,
    )
    first = 10 + 2 * len(files)
    numbered |= {first + at: one for at, one in enumerate(objects)}
    return written(numbered, trailer=trailer)


def written(numbered: Mapping[int, bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of some objects, with its table."""
    octets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, content in sorted(numbered.items()):
        places[number] = len(octets)
        octets += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(octets)
    size = max(numbered) + 1
    octets += b"xref\n0 %d\n" % size
    for number in range(size):
        octets += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    octets += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(octets)

"""
Telephone numbers: as they are dialled, and as they stand in a signature.

Knows phonenumbers, its only home, loaded when it is first asked: its tables are large. Must not know whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crickets.reading.words import Words, any_of, spoken, table

_LAST_LINES = 14
_LINES_LIMIT = 80
_LINE_LIMIT = 300
_NUMBERS_LIMIT = 10

_CALLED: Words = table(
    """
    en: tel | telephone | phone | mobile | mob | cell | cellphone | direct | direct line | direct dial | office |
        landline | call | call me | main | work | whatsapp | voice | ph | t | m | p | d | c
    de: telefon | mobil | mobiltelefon | handy | fon | durchwahl | zentrale | festnetz | mobilfunk
    it: telefono | cellulare | cel | ufficio | fisso | centralino
    pl: kom | komórka | komórkowy | telefon komórkowy
    is: sími | farsími | gsm | beinn sími | s | vs
    fr: téléphone | tél | portable | port | ligne directe | standard
    es: teléfono | móvil | tfno | tlf | telf | tlfno | celular | fijo | movil | telefono
    nl: telefoon | mobiel | mobieltje
    pt: telefone | telemóvel | tlm | telemovel | telm
    sv: växel | mobiltelefon | direkt
    da: direkte | tlf nr
    fi: puh | puhelin | matkapuhelin
    cs: mobilní
    hu: telefonszám
    tr: cep | cep tel
    ru: тел | телефон | моб | мобильный | сот
    uk: мобільний
    bg: мобилен
    el: τηλ | τηλέφωνο | κιν | κινητό
    he: טלפון | טל | נייד
    ar: هاتف | جوال | موبايل
    """
)
_CALLED_UNSPACED: Words = table(
    """
    ja: 電話 | 携帯 | 電話番号
    zh: 电话 | 手机 | 電話 | 手機 | 联系电话
    ko: 전화 | 휴대폰 | 휴대전화
    """
)
"""What stands before a number that is answered by somebody."""

_OTHER: Words = table(
    """
    en: fax | telefax | facsimile | f | vat | vat no | vat id | iban | bic | swift | account | acct | sort code |
        order |
        invoice | ref | reference | no | number | id | customer | po box | reg | registration | company no | abn | ein |
        isbn | case | ticket | pin | code | passcode | meeting id | conference id | zip | duns
    de: ust | ust id | ustid | uid | steuernummer | hrb | hra | konto | kto | blz | rechnung | rechnungsnummer |
        bestellung |
        auftrag | kunden | kundennummer | nr | plz | postfach
    it: p.iva | p. iva | piva | partita iva | iva | c.f. | codice fiscale | cod. fisc. | rea | fattura | ordine | n. |
        capitale sociale | sdi
    pl: faks | nip | regon | krs | faktura | zamówienie | konto
    is: kt | kennitala | vsk | vsknr | bréfsími | bréfasími | reikningur
    fr: télécopie | siret | siren | rcs | tva | facture | commande | ape | naf
    es: cif | nif | factura | pedido | dni
    nl: kvk | btw | rekening | factuur | bestelling
    pt: nipc | contribuinte | fatura | encomenda | cnpj | cpf
    sv: org nr | orgnr | organisationsnummer | bankgiro | plusgiro | faktura
    da: cvr | telefaks | ordre
    fi: faksi | y tunnus
    cs: ičo | dič
    hu: adószám
    ru: факс | инн | кпп | огрн | счет
    el: φαξ | αφμ
    he: פקס
    ar: فاكس
    ja: ファックス | ファクス
    zh: 传真 | 傳真
    ko: 팩스
    """
)
"""What stands before a number that nobody answers, or that is none."""

_NUMBER = re.compile(
    r"(?<![\w.,/+-])(?:tel:)?(?P<intl>(?:\+|00)[ ]?)?"
    r"(?P<digits>\(?\d(?:[ \u00a0./()\u2010-\u2013-]{0,3}\d){5,17})(?![\d@])"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<called>{any_of(spoken(_CALLED))})|(?P<other>{any_of(spoken(_OTHER))}))(?!\w)"
    rf"|(?P<unspaced>{any_of(spoken(_CALLED_UNSPACED))})",
    re.IGNORECASE,
)
_SIGN = "\u260e\u260f\u2706\U0001f4de\U0001f4f1\U0001f4f2\u2121"
"""Telephones as signs."""
_LETTERS = re.compile(r"[^\W\d_]{3}")
_MOMENT = re.compile(r"\(?\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b")


def dialled(text: str, region: str) -> str:
    """
    A number as E.164 writes it (``+39061234567``); `region` is the country it's in if it names none (ISO 3166-1).

    One whose country nobody knows, or that is none there, is given back as it's written: better dialled by hand than
    shown as another's.
    """
    written = " ".join(text.split())
    return _possible(text, region) or written


def spaced(number: str) -> str:
    """A number of E.164 as people read it (``+39 06 1234567``); any other as it's written."""
    if not number.startswith("+"):
        return number
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse  # noqa: PLC0415 - see above

    try:
        return format_number(parse(number), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return number


def phones_in(letter_signature: str, text: str, region: str = "", language: str = "") -> tuple[str, ...]:
    """
    The numbers (E.164) by which a mail's author can be called: of the signature, then of the text's last lines.

    A number counts in international form, or behind a word for telephone. Its country is that of the international ones
    beside it, else `region`; where neither tells it, or it's none there, it's given as it's written. One that stands
    behind another label (fax, VAT, order) never counts. `language` is for the day when a label is ambiguous.
    """
    del language
    last = [line for line in text[-4_000:].split("\n") if line.strip()][-_LAST_LINES:]
    signature = letter_signature[:8_000].split("\n")[:_LINES_LIMIT]
    lines = [line[:_LINE_LIMIT] for line in (*signature, *last)]
    country = _named_in(lines) or region
    found = (number for line in lines for number in _in_line(line, country))
    return tuple(dict.fromkeys(found))[:_NUMBERS_LIMIT]


def _named_in(lines: list[str]) -> str:
    """The country that the international numbers there are in, if it's one."""
    numbers = [match for line in lines for match in _NUMBER.finditer(line) if match["intl"]]
    countries = {_country("+" + match["digits"]) for match in numbers[:_NUMBERS_LIMIT]} - {""}
    return countries.pop() if len(countries) == 1 else ""


def _country(written: str) -> str:
    from phonenumbers import NumberParseException, parse, region_code_for_number  # noqa: PLC0415 - see above

    try:
        return region_code_for_number(parse(written)) or ""
    except NumberParseException:
        return ""


def _in_line(line: str, region: str) -> Iterator[str]:
    """The numbers of a line; each is what the last label before it says, and what goes on behind it is the same."""
    is_called: bool | None = None
    start = 0
    for match in _NUMBER.finditer(line):
        before = line[start : match.start()] + (match[0][:4] if match[0].startswith("tel:") else "")
        label = _label(before)
        is_called = label if label is not None or _LETTERS.search(before) else is_called
        start = match.end()
        if is_called is False or _MOMENT.match(match["digits"]):
            continue
        written = ("+" if match["intl"] else "") + match["digits"]
        whole = _valid(written, region, is_called=bool(is_called))
        parts = (whole,) if whole else (_valid(part, region, is_called=bool(is_called)) for part in _parts(written))
        numbers = tuple(filter(None, parts))
        yield from numbers
        if is_called and not numbers and not match["intl"]:
            yield " ".join(match["digits"].split())


def _parts(written: str) -> list[str]:
    """Two numbers that a stroke parts, where they are no number together ("030 / 123456" is one)."""
    parts = re.split(r"\s/\s?|/\s", written)
    return parts if 1 < len(parts) <= 3 else []


def _label(before: str) -> bool | None:
    """Whether the words before a number call it a telephone's; None if they call it nothing."""
    labels = list(_LABEL.finditer(before[-60:]))
    if not labels:
        return True if any(sign in before for sign in _SIGN) else None
    last = labels[-1]
    joined = len(labels) > 1 and before[-60:][labels[-2].end() : last.start()].strip() in {
        "/",
        "&",
        "+",
        "./",
        ". /",
        "-",
        "e",
    }
    return not last["other"] or (joined and not labels[-2]["other"])


def _valid(written: str, region: str, *, is_called: bool) -> str:
    """A number in E.164 if it can be one; without its country's prefix only where it's called a telephone."""
    return _possible(written, region) if written.startswith("+") or is_called else ""


def _possible(written: str, region: str) -> str:
    """A number in E.164, if there can be such a one; empty if not, or if nothing tells its country."""
    from phonenumbers import (  # noqa: PLC0415 - see above
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_possible_number,
        is_valid_number,
        parse,
    )

    is_international = written.startswith(("+", "00"))
    try:
        number = parse(re.sub(r"^00[ ]?", "+", written), region or None)
    except NumberParseException:
        return ""
    # A country that was only inferred must have such numbers; of one that is named, new ranges may not be known here.
    is_one = is_possible_number(number) if is_international else is_valid_number(number)
    return format_number(number, PhoneNumberFormat.E164) if is_one else ""

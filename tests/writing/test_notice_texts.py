"""The notices about late invoices as their reader gets them, in every language, judged as a native reader would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from crickets.domain.late_fee import LateFee
from crickets.domain.letter import Voice
from crickets.domain.notice import NOTICE_NAMES, LateInvoice, Notice
from crickets.errors import ConfigError
from crickets.writing import LANGUAGES, Shelf, words_of
from tests.writing.builders import a_followup, an_offer
from tests.writing.golden import PARTS, SEVERAL_PARTS, a_notice, letter, text_in
from tests.writing.test_template_texts import FORBIDDEN, GENDERED, LOWER_CASE_AFTER_THE_GREETING, QUOTES, YOU

NBSP = "\N{NO-BREAK SPACE}"
ONE = LateInvoice(
    number="2026-014", amount=Decimal(1200), issued_on=date(2026, 1, 20), due_on=date(2026, 2, 19), days_late=30
)
BEFORE = date(2026, 3, 23)
"""When the client got the same kind of notice before, if they did."""
NAMES = tuple(sorted(NOTICE_NAMES))
TEXTS = tuple(product(LANGUAGES, NAMES))
each_text = pytest.mark.parametrize(("language", "name"), TEXTS, ids=[f"{code}-{name}" for code, name in TEXTS])
each_language = pytest.mark.parametrize("language", LANGUAGES)
# A threat, or a claim about the law that the writer can't know.
BLUFF = {
    "de": r"\b(Anwalt|Inkasso|Gericht|Mahnbescheid|sofort|unverzüglich|letztmalig|Frist|Schufa)",
    "en": r"\b(lawyer|solicitor|attorney|court|sue|debt collect|immediately|legal obligation|credit (rating|score))",
    "es": r"\b(abogad|tribunal|juzgado|demanda|inmediat|morosos|obligad)",
    "fr": r"\b(avocat|tribunal|huissier|mise en demeure|immédiat|sans délai|contrainte)",
    "is": r"\b(lögfræðing|lögmann|dómstól|stefna|tafarlaust|vanskilaskrá)",
    "it": r"\b(avvocat|tribunale|decreto|ingiunzione|diffida|immediat|costrett)",
    "nl": r"\b(advocaat|deurwaarder|rechtbank|incasso|onmiddellijk|sommatie|aanmaning|ingebrekestelling)",
    "pl": r"\b(adwokat|prawnik|sąd|komornik|wezwanie|natychmiast|niezwłocznie|windykac)",
    "pt": r"\b(advogad|tribunal|imediatamente|penhora|obrigad|injunção)",
    "sv": r"\b(advokat|tingsrätt|kronofogd|inkasso|omedelbart|betalningsanmärkning)",
}

# What only a whole invoice may have been.
OVERLOOKED = {"de": "untergegangen", "en": "overlooked", "es": "por alto", "fr": "inaperçue", "is": "fram hjá þér"} | {
    "it": "sfuggita",
    "nl": "ontsnapt",
    "pl": "umknąć",
    "pt": "despercebida",
    "sv": "mellan stolarna",
}


# That the invoice comes along once more, which nobody has overlooked.
ENCLOSES = {"de": "im Anhang noch einmal", "en": "attached the invoice again", "es": "de nuevo la factura"} | {
    "fr": "à nouveau la facture",
    "is": "aftur í viðhengi",
    "it": "di nuovo in allegato",
    "nl": "nog een keer mee",
    "pl": "fakturę jeszcze raz",
    "pt": "novamente em anexo",
    "sv": "fakturan igen",
}


def bodies(
    language: str,
    name: str,
    *,
    formal: bool | None = None,
    plurals: tuple[bool, ...] = (False, True),
    currency: str = "EUR",
    lasts: tuple[date | None, ...] = (None, BEFORE),
) -> Iterator[str]:
    """What stands between greeting and sign-off, in each way that it can come out."""
    other = replace(ONE, number="A/17", issued_on=None, due_on=date(2026, 2, 18), days_late=31)
    credited = replace(other, paid=Decimal(300))
    part = replace(credited, received=Decimal(300))
    groups = ((ONE,), (other,), (part,), (credited,), (ONE, other), (ONE, part, other), (replace(ONE, days_late=1),))
    forms = (True, False) if formal is None else (formal,)
    fees = (LateFee(), LateFee(interest=Decimal(48)), PARTS, SEVERAL_PARTS)
    known = lasts if name == "late-payment" else (None,)
    for invoices, fee, last_on, form, several in product(groups, fees, known, forms, plurals):
        notice = replace(a_notice(*invoices, currency=currency), fee=fee, last_on=last_on)
        yield text_in(letter(language, name, formal=form, plural=several, notice=notice))


def found(pattern: str, language: str, name: str, flags: int = re.IGNORECASE) -> list[str]:
    """What a pattern finds in any way the text can come out."""
    return [hit.group() for body in bodies(language, name) for hit in re.finditer(pattern, body, flags)]


@each_text
def test_a_notice_comes_out_clean(language: str, name: str) -> None:
    """No rests of the template, no stray spaces, no doubled stop but after an abbreviation."""
    assert not found(r"[{}]|\bNone\b|\bTrue\b|\bFalse\b", language, name)
    assert not found(rf"[ {NBSP}\t]{{2,}}|[ \t]\n|\n[ \t]|\n{{3,}}|\A\s|\s\Z", language, name)
    assert not found(r"(?<!\br)[.,;:?!][.,;:?!]|\(\)", language, name)


@each_text
@pytest.mark.parametrize("currency", ["ISK", "PLN", "SEK", "USD"])
def test_a_notice_in_another_currency(language: str, name: str, currency: str) -> None:
    """An abbreviated currency never ends a sentence: no stop stands twice."""
    assert not [body for body in bodies(language, name, currency=currency) if ".." in body]


@each_text
def test_a_notices_punctuation(language: str, name: str) -> None:
    """French parts ; : ? ! and « » from the word by a space that does not break; the others part nothing."""
    rules = rf"[^{NBSP}][;:?!]|»|«" if language == "fr" else r"\s[,.;:?!]|[,;:?!][^\W\d]"
    assert not found(rules, language, name)
    assert not found(r"""["'`´]""", language, name)
    foreign = set("«»„“”") - set("".join(QUOTES[language]))
    assert not [mark for body in bodies(language, name) for mark in body if mark in foreign]


@each_text
def test_the_parts_of_a_notice(language: str, name: str) -> None:
    """Sentences are whole; invoices stand in a list, one a line, and only where there are several."""
    for body in bodies(language, name):
        for block in body.split("\n\n"):
            lines = block.split("\n")
            if any(line.startswith("–") for line in lines):
                assert all(re.match(r"– (nr?\. |nr )?[A\d]", line) for line in lines)
                assert len(lines) > 1
            else:
                assert len(lines) == 1
                assert block[-1] in ".?!:"


@each_text
def test_a_notice_is_short(language: str, name: str) -> None:
    """
    A hundred and ten words at the most, a second late notice and the last one a hundred and forty.

    No line is too long for a glance. What a late fee is made of comes on top, and eight words for a part that was paid.
    """
    for last_on, limit in ((None, 148 if name == "final-notice" else 118), (BEFORE, 148)):
        for body in bodies(language, name, lasts=(last_on,)) if last_on is None or name == "late-payment" else ():
            assert len(re.sub(r"(?m)^(–.*|.*%.*)$", "", body).split()) <= limit
            assert max(map(len, body.split("\n"))) <= 440


@each_text
def test_a_notice_says_you_as_the_language_does(language: str, name: str) -> None:
    """No familiar word in the polite letter, no polite one in the familiar; two forms where there are two."""
    polite, familiar = (list(bodies(language, name, formal=formal, plurals=(False,))) for formal in (True, False))
    assert (language in YOU) == (polite != familiar)
    if language in YOU:
        assert not [hit for body in polite for hit in re.findall(YOU[language][0], body)]
        assert not [hit for body in familiar for hit in re.findall(YOU[language][1], body)]


@each_text
def test_a_notice_neither_begs_nor_blames_nor_bluffs(language: str, name: str) -> None:
    """None of the phrases of a reproach, none of a threat."""
    assert not found(FORBIDDEN[language], language, name)
    assert not found(BLUFF[language], language, name)


@each_text
def test_a_notice_fits_women_and_men(language: str, name: str) -> None:
    """Neither owner nor client is taken for a man or a woman."""
    assert not found(GENDERED[language], language, name)


@each_text
def test_a_notice_begins_as_it_must_after_the_greeting(language: str, name: str) -> None:
    """German, Italian and Polish go on in lower case after the greeting's comma."""
    assert {body[0].islower() for body in bodies(language, name)} == {language in LOWER_CASE_AFTER_THE_GREETING}


@each_language
def test_what_a_first_notice_says(language: str) -> None:
    """Number, sum and due date; nothing of days and fees: it may only have been overlooked."""
    text = letter(language, "invoice-resend", formal=True, notice=a_notice(ONE, late_fee="48"))
    assert "2026-014" in text
    assert "2026" in text.replace("2026-014", "")
    assert not re.search(r"\b30\b|\b48\b", text)


@each_language
def test_an_invoice_of_which_part_was_paid(language: str) -> None:
    """Nobody says that it may have been overlooked: who has paid part of it hasn't overlooked it."""
    whole, part = (
        letter(language, "invoice-resend", formal=True, notice=a_notice(invoice))
        for invoice in (ONE, replace(ONE, paid=Decimal(300), received=Decimal(200)))
    )
    assert OVERLOOKED[language] in whole
    assert OVERLOOKED[language] not in part


THANKS = {"de": "Vielen Dank für die", "en": "Thank you for the", "es": "agradezco", "fr": "remercie"} | {
    "is": "þakka fyrir hana",
    "it": "di cui",
    "nl": "waarvoor dank",
    "pl": "Dziękuję za wpłaconą",
    "pt": "o que agradeço",
    "sv": "Tack för de",
}


@each_text
@pytest.mark.parametrize("plural", [True, False], ids=["to two", "to one"])
@pytest.mark.parametrize("formal", [True, False], ids=["formal", "informal"])
@pytest.mark.parametrize("last_on", [None, BEFORE], ids=["first", "second"])
def test_thanks_for_a_part(language: str, name: str, *, last_on: date | None, formal: bool, plural: bool) -> None:
    """It's named once, right before what is open of it, and thanked for; what a credit note took off isn't."""
    thanks = "merci beaucoup" if language == "fr" and not (formal or plural) else THANKS[language]
    credited = replace(ONE, paid=Decimal(300))
    part = replace(credited, paid=Decimal("300.50"), received=Decimal("200.50"))
    other = replace(ONE, number="A/17")

    def told(*invoices: LateInvoice) -> str:
        notice = replace(a_notice(*invoices), last_on=last_on)
        text = text_in(letter(language, name, formal=formal, plural=plural, notice=notice))
        return re.sub(r"(?<=\d)[\s.,](?=\d)", "", text)

    for invoices in ((part,), (other, part)):
        [paragraph] = [block for block in told(*invoices).split("\n\n") if "20050" in block]
        [sentence] = [said for said in re.split(r"(?<=[.:]) (?=[^\d])", paragraph) if "20050" in said]
        assert thanks in sentence
        assert told(*invoices).count("20050") == 1
    assert "89950" in told(part)
    assert not re.search(rf"{thanks}[^.]*\d", told(credited))
    assert "20050" not in told(credited)


@each_language
@pytest.mark.parametrize("formal", [True, False], ids=["formal", "informal"])
@pytest.mark.parametrize("several", [True, False], ids=["several", "one"])
def test_a_second_late_notice(language: str, *, several: bool, formal: bool) -> None:
    """It names the day of the first, and says none of it in the same paragraph."""
    late = (ONE, replace(ONE, number="A/17")) if several else (ONE,)
    first, second = a_notice(*late), replace(a_notice(*(replace(each, days_late=60) for each in late)), last_on=BEFORE)
    once, again = (letter(language, "late-payment", formal=formal, notice=notice) for notice in (first, second))

    assert not set(text_in(once).split("\n\n")) & set(text_in(again).split("\n\n"))
    assert ("23" in once, "23" in again.split("\n\n")[2]) == (False, True)


@each_language
@pytest.mark.parametrize("name", ["late-payment", "final-notice"])
def test_what_a_later_notice_says(language: str, name: str) -> None:
    """Number, sum, days late, what is open, fee and sum of both, and until when."""
    part = replace(ONE, number="A/17", paid=Decimal("300.50"), days_late=47)
    for invoices in ((part,), (ONE, part)):
        notice = a_notice(*invoices, late_fee="48.13")
        text = re.sub(r"[\s.,]", "", letter(language, name, formal=False, notice=notice))
        open_of_all = "89950" if len(invoices) == 1 else "209950"
        to_pay = "94763" if len(invoices) == 1 else "214763"
        for fact in ("A/17", "120000", "89950", open_of_all, "47", "4813", to_pay):
            assert fact in text


@each_language
@pytest.mark.parametrize("name", ["late-payment", "final-notice"])
def test_the_parts_of_a_late_fee(language: str, name: str) -> None:
    """Where it has several, each is told: the interest, at how many percent since when, and the fixed sum."""
    for invoices, fee in (((ONE,), PARTS), ((ONE, replace(ONE, number="2")), SEVERAL_PARTS)):
        notice = replace(a_notice(*invoices), fee=fee)
        [told] = [
            block
            for block in letter(language, name, formal=True, notice=notice).split("\n\n")
            if "1015%" in re.sub(r"[\s.,]", "", block)
        ]
        parts = [fee.interest, fee.fixed_sum, *(percent for percent in fee.percents)]
        assert all(str(part).replace(".", "") in re.sub(r"[\s.,]", "", told) for part in parts)
        assert ("2026" in told) == (fee.since is not None)
        assert len(told.split()) <= 35


@each_language
def test_a_late_fee_without_parts(language: str) -> None:
    """It's told as one sum: nobody is told of a fixed sum of nothing."""
    for fee in (replace(PARTS, fixed_sum=Decimal(0)), replace(PARTS, interest=Decimal(0))):
        assert "%" not in letter(language, "late-payment", formal=True, notice=replace(a_notice(ONE), fee=fee))


@pytest.mark.parametrize("name", ["late-payment", "final-notice"])
@pytest.mark.parametrize(
    ("language", "interest", "charge"), [("pl", "odsetk", "rekompensat"), ("sv", "ränt", "avgift")]
)
def test_a_late_fee_of_one_kind(language: str, name: str, interest: str, charge: str) -> None:
    """Where the language names its parts, what isn't asked for isn't named."""
    only = {interest: replace(PARTS, fixed_sum=Decimal(0)), charge: replace(PARTS, interest=Decimal(0))}
    for asked, fee in only.items():
        for invoices in ((ONE,), (ONE, replace(ONE, number="2"))):
            notice = replace(a_notice(*invoices), fee=fee)
            text = letter(language, name, formal=True, notice=notice).casefold()
            assert [asked] == [word for word in only if word in text]


@each_text
def test_a_single_day(language: str, name: str) -> None:
    """The day is in the singular."""
    one, two = (
        letter(language, name, formal=False, notice=a_notice(replace(ONE, days_late=days), late_fee="5"))
        for days in (1, 2)
    )
    words = {"de": "Tag", "en": "day", "es": "día", "fr": "jour", "is": "dag", "it": "giorno", "nl": "dag"} | {
        "pl": "dzień",
        "pt": "dia",
        "sv": "dag",
    }
    told = rf"\b1 {words[language]}\b"
    assert (name != "invoice-resend") == bool(re.search(told, one))
    assert not re.search(rf"\b2 {words[language]}\b", two)


@pytest.mark.parametrize(
    ("days", "word"),
    [(1, "dag"), (11, "daga"), (21, "dag"), (30, "daga"), (31, "dag"), (111, "daga"), (201, "dag"), (211, "daga")],
)
def test_days_in_icelandic(days: int, word: str) -> None:
    """A number that ends in one takes the singular, eleven does not."""
    for name in ("late-payment", "final-notice"):
        text = letter("is", name, formal=False, notice=a_notice(replace(ONE, days_late=days)))
        assert f"{days} {word} fram yfir" in text


def test_a_number_that_looks_like_a_template() -> None:
    """It's a value, on one line, and not without end."""
    trap = "{{ me }}\r\nBcc: x\u202e{% for x in y %}" + "9" * 500
    text = letter("en", "late-payment", formal=False, notice=a_notice(replace(ONE, number=trap)))
    assert "Invoice {{ me }}  Bcc: x{% for x in y %}999" in text
    assert "9" * 60 not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_notice_without_invoices(name: str) -> None:
    """A step that knows of none is told of, never written with gaps."""
    with pytest.raises(ConfigError, match="about late invoices"):
        letter("en", name, formal=False)


def test_a_letter_that_has_a_notice_and_needs_none() -> None:
    """It's written as it always is."""
    notice = Notice(invoices=(ONE,), currency="EUR", deadline=date(2026, 4, 4))
    assert letter("en", "check-in", formal=False, notice=notice) == letter("en", "check-in", formal=False)


def test_an_own_notice_with_its_own_subject() -> None:
    """A subject may name what the text may name."""
    own = Shelf({"final-notice": "Subject: Invoice {{ invoice.number }}\n\n{{ to_pay }} by {{ deadline }}"})
    followup = replace(a_followup(template="final-notice", language="en"), notice=a_notice(ONE))
    words = words_of(followup, Voice(), an_offer(), "Dana Levi", own)
    assert words.subject == "Invoice 2026-014"
    assert "€1,200.00 by 4 April 2026" in words.text


@pytest.mark.parametrize(
    ("language", "shown", "closing"),
    [
        ("it", "Un abbraccio,\nDana", "Cordiali saluti,\nDana"),
        ("it", "Grazie mille\nun abbraccio Dana", "Cordiali saluti,\nDana"),
        ("sv", "Kram\nLove", "Med vänlig hälsning\nLove"),
        ("sv", "Hälsningar\nLove", "Hälsningar\nLove"),
        ("en", "Cheers,\nDana", "Cheers,\nDana"),
        ("pt", "Um abraço,\nDana", "Cordialmente,\nDana"),
    ],
)
def test_an_embrace_below_the_last_notice(language: str, shown: str, closing: str) -> None:
    """It becomes the courteous close of the language; the letters before it keep the owner's own."""
    voice = Voice(sign_off=shown, language=language)

    def closed(name: str) -> str:
        followup = replace(a_followup(template=name, language=language), notice=a_notice(ONE))
        return words_of(followup, voice, an_offer(), "Dana Levi", Shelf()).text

    assert f"\n\n{closing}\n" in closed("final-notice")
    assert f"\n\n{shown}\n" in closed("late-payment")


def _alike(one: str, other: str) -> int:
    """How many letters two lines begin with alike."""
    return next(at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)


@each_text
def test_money_promised_for_a_day_that_has_passed(language: str, name: str) -> None:
    """One sentence that names it, the same in each form of address, blames nobody and stands before any thanks."""
    thanked = replace(ONE, paid=Decimal(300), received=Decimal(300))
    invoices = (thanked,) if name == "invoice-resend" else (ONE, thanked)
    said = set()
    for invoice, last_on, formal, plural in product(invoices, (None, BEFORE), (True, False), (True, False)):
        notice = replace(a_notice(invoice), last_on=last_on)
        plain, named = (
            text_in(letter(language, name, formal=formal, plural=plural, notice=notice, paid_by=day))
            for day in (None, date(2027, 11, 12))
        )
        [line] = set(named.split("\n")) - set(plain.split("\n"))
        [before] = set(plain.split("\n")) - set(named.split("\n"))
        begin = line.rfind(" ", 0, _alike(line, before)) + 1
        sentence = line[begin : begin + len(line) - len(before)].strip()
        assert line.replace(f"{sentence} ", "", 1) == before
        said.add(" ".join(sorted(sentence.split())))
    [words] = said
    assert "2027" in words
    assert not re.search(FORBIDDEN[language], words, re.IGNORECASE)
    assert not re.search(GENDERED[language], words, re.IGNORECASE)


@pytest.mark.parametrize("name", ["invoice-resend", "late-payment", "final-notice"])
def test_money_promised_in_polish(name: str) -> None:
    """The day stands in the case that its sentence asks for, with the year's mark."""
    text = text_in(letter("pl", name, formal=True, notice=a_notice(ONE), paid_by=date(2027, 11, 12)))

    assert "Zgodnie z zapowiedzią zapłata miała nastąpić najpóźniej 12 listopada 2027 r. " in f"{text} "


@each_language
def test_what_a_first_notice_says_of_an_invoice_that_they_promised_to_pay(language: str) -> None:
    """Whoever promised has seen it: nothing says that it may have been overlooked, and it comes along again."""
    for formal in (True, False):
        plain, promised = (
            text_in(letter(language, "invoice-resend", formal=formal, notice=a_notice(ONE), paid_by=day))
            for day in (None, date(2027, 11, 12))
        )
        assert OVERLOOKED[language] in plain
        assert OVERLOOKED[language] not in promised
        assert promised.split("\n\n")[1:] == plain.split("\n\n")[1:]
        assert re.search(ENCLOSES[language], promised.split("\n\n")[0], re.IGNORECASE)

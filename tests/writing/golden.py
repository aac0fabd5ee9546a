"""
The golden letters: every built-in template in every language, in each way that it can come out.

`python -m tests.writing.golden` writes them anew; whoever does so reads what has changed as its client would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

from crickets.domain.late_fee import LateFee
from crickets.domain.letter import Voice
from crickets.domain.notice import NOTICE_NAMES, LateInvoice, Notice
from crickets.writing import LANGUAGES, TEMPLATE_NAMES, Shelf, words_of
from tests.writing.builders import ANNA, MARCO, a_followup, an_offer

FOLDER = Path(__file__).with_name("golden")
_SHELF = Shelf()

# How late an invoice is when each notice goes out.
_DAYS_LATE = {"invoice-resend": 1, "late-payment": 30, "final-notice": 90}

ONE = LateInvoice(
    number="2026-014",
    amount=Decimal(1200),
    issued_on=date(2026, 1, 20),
    due_on=date(2026, 2, 19),
    days_late=30,
)
_PARTLY_PAID = LateInvoice(
    number="2026-009",
    amount=Decimal("12345.50"),
    issued_on=date(2026, 1, 1),
    due_on=date(2026, 1, 31),
    days_late=49,
    paid=Decimal(10000),
    received=Decimal(10000),
)
_UNDATED = LateInvoice(number="A/17", amount=Decimal("99.90"), due_on=date(2026, 2, 1), days_late=48)


# How the owner greets the two of them: formally, and as friends.
_GREETINGS_TO_TWO = {
    "de": ("Sehr geehrte Frau Rossi, sehr geehrter Herr Bianchi,", "Hallo Anna, hallo Marco,"),
    "en": ("Dear Anna and Marco,", "Hi Anna and Marco,"),
    "es": ("Estimados Anna y Marco:", "Hola, Anna y Marco:"),
    "fr": ("Bonjour Madame Rossi, bonjour Monsieur Bianchi,", "Salut Anna, salut Marco,"),
    "is": ("Góðan dag Anna og Marco,", "Hæ Anna og Marco,"),
    "it": ("Gentili Anna Rossi e Marco Bianchi,", "Ciao Anna e Marco,"),
    "nl": ("Geachte mevrouw Rossi, geachte heer Bianchi,", "Hoi Anna en Marco,"),
    "pl": ("Szanowni Państwo,", "Cześć Anno i Marco,"),
    "pt": ("Bom dia, Anna e Marco,", "Olá, Anna e Marco,"),
    "sv": ("Hej Anna och Marco!", "Hej Anna och Marco!"),
}


def golden_letters() -> Iterator[tuple[Path, str]]:
    """Each file's place and what belongs there."""
    for language in LANGUAGES:
        for name in TEMPLATE_NAMES:
            yield FOLDER / language / f"{name}.txt", _letters(language, name)


def _letters(language: str, name: str) -> str:
    """
    The letters of a template, one below the other; one that says the same as another isn't shown twice.

    Nor is one to two people that says what one to Anna does, or a more formal one: its greeting is the owner's own.
    """
    shown: dict[str, str] = {}
    told: set[str] = set()
    for plural, formal in product((False, True), (True, False)):
        form = ("formal" if formal else "informal") + (", to two" if plural else "")
        for case, letter in _cases(language, name, formal=formal, plural=plural).items():
            if not (plural and text_in(letter) in told):
                shown.setdefault(letter, f"======== {form}, {case}")
            told.add(text_in(letter))
    return "\n".join(f"{title}\n\n{letter}" for letter, title in shown.items())


def text_in(letter: str) -> str:
    """What stands between greeting and sign-off."""
    return "\n\n".join(letter.removesuffix("\n").split("\n\n")[2:-1])


def _cases(language: str, name: str, *, formal: bool, plural: bool) -> Mapping[str, str]:
    written = partial(letter, language, name, formal=formal, plural=plural)
    if name in NOTICE_NAMES:
        notices = _notices(_DAYS_LATE[name], fee=name != "invoice-resend")
        notices |= _later_notices() if name == "late-payment" else {}
        return {case: written(notice=notice) for case, notice in notices.items()}
    return {"with a subject": written(), "without a subject": written(subject="")}


def letter(
    language: str,
    name: str,
    *,
    formal: bool,
    plural: bool = False,
    subject: str = "The new site",
    notice: Notice | None = None,
    paid_by: date | None = None,
) -> str:
    """A letter without quote, below its subject; in the plural it's to Anna and Marco, whom its greeting names."""
    to = (ANNA, MARCO) if plural else (ANNA,)
    greeting = _GREETINGS_TO_TWO[language][0 if formal else 1] if plural else ""
    followup = a_followup(template=name, to=to, subject=subject, quote=False)
    followup = replace(followup, notice=notice, payment_promised_for=paid_by)
    voice = Voice(language=language, formal=formal, greeting=greeting)
    words = words_of(followup, voice, an_offer(), "Dana Levi", _SHELF)
    return f"{words.subject}\n\n{words.text}"


def _later_notices() -> dict[str, Notice]:
    """Those after which the very same words went out before: firmer, and about that."""
    later = _notices(60, fee=True)
    return {f"{case}, once more": replace(later[case], last_on=date(2026, 3, 23)) for case in later}


def _notices(days_late: int, *, fee: bool) -> dict[str, Notice]:
    one = replace(ONE, days_late=days_late)
    partly_paid = replace(_PARTLY_PAID, days_late=days_late + 19)
    undated = replace(_UNDATED, days_late=days_late + 18)
    if not fee:
        return {
            "one invoice": a_notice(one),
            "one invoice, partly paid": a_notice(partly_paid),
            "several invoices": a_notice(one, undated),
            "several invoices, one partly paid": a_notice(one, partly_paid, undated),
        }
    return {
        "one invoice": a_notice(one),
        "one invoice, with interest and a fixed sum": replace(a_notice(one), fee=PARTS),
        "one invoice, partly paid, with a late fee": a_notice(partly_paid, late_fee="61.35"),
        "several invoices": a_notice(one, undated),
        "several invoices, one partly paid, with interest and fixed sums": replace(
            a_notice(one, partly_paid, undated), fee=SEVERAL_PARTS
        ),
    }


PARTS = LateFee(interest=Decimal("10.01"), fixed_sum=Decimal(40), percents=(Decimal("10.15"),), since=date(2026, 2, 20))
"""What the law grants for one invoice."""
SEVERAL_PARTS = LateFee(interest=Decimal("61.35"), fixed_sum=Decimal(120), percents=(Decimal("10.15"), Decimal("10.5")))
"""The same for three, due on several days, and over two half-years."""


def a_notice(*invoices: LateInvoice, late_fee: str = "0", currency: str = "EUR") -> Notice:
    """A notice that asks for the payment within a fortnight, and for a late fee that has no parts."""
    newest = invoices[0]
    deadline = newest.due_on + timedelta(days=newest.days_late + 14)
    return Notice(invoices=invoices, currency=currency, deadline=deadline, fee=LateFee(interest=Decimal(late_fee)))


def write_anew() -> None:
    """The files as the templates make them now."""
    for path, text in golden_letters():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write_anew()

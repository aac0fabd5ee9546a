"""
The invoice that a mail seems to bring along, guessed for the owner to confirm.

Knows what such a mail has: a document that its subject or the document's own name calls an invoice, and nothing
else, or whose name bears the number of one that the text hands over. It rather says nothing than something wrong: what
could be read in two ways is left open, and a mail of which neither number nor sum is sure isn't proposed, unless one
page is called an invoice by its own name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal

from crickets.domain.attachment import is_page, numbers_borne
from crickets.domain.invoice import ProposedCredit, ProposedInvoice
from crickets.domain.subject import is_reply
from crickets.made_once import made_once
from crickets.reading.asking.hearing import Sign, heard_in
from crickets.reading.asking.phrasebook import readable
from crickets.reading.invoices.numbers import number_of_file, numbers_labelled, numbers_said, spaced, the_one
from crickets.reading.invoices.phrases import (
    ANOTHERS,
    CAME_IN,
    CREDIT,
    CREDIT_AS_TITLE,
    DUE,
    INVOICE,
    NEVER_INVOICE,
    NO_INVOICE,
    NUMBER,
    OTHER_PAPER,
    TO_PAY,
    WITHOUT_TAX,
)
from crickets.reading.invoices.sums import Sum, sums_in
from crickets.reading.moments.moments import days_named
from crickets.reading.moments.names import plain
from crickets.reading.words import Words, any_of, spoken

_TEXT_LIMIT = 20_000
_SUBJECT_LIMIT = 500
_NAMES_LIMIT = 20
_NAME_LIMIT = 200
_SURE_DIGITS = 4
_BEFORE = 60
"""Characters before a sum or a day in which the words for it stand."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n")
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|ods|rtf|xml|p7m|html?)\Z", re.IGNORECASE)


def proposed_invoice(
    subject: str, attachment_names: Sequence[str], text: str, language: str, *, written: date
) -> ProposedInvoice | None:
    """
    The invoice that a mail brings along, with what of its number, sum and due day is sure.

    None if it seems to bring none, or several, or one of which neither number nor sum is sure, nor a single page called
    so. `text` is what the author wrote for this mail, without quotes; `language` its ISO 639-1 code, or empty;
    `written` the day on which it was written, in the author's zone. Offers, pro-forma invoices, credit notes, receipts
    and reminders are no invoices. A subject that is a reply's tells of an earlier mail, and isn't heard.
    """
    (own_subject, names), text = _heard(subject, attachment_names), text[:_TEXT_LIMIT]
    files = _invoices_among(names)
    borne = () if _has(own_subject, NO_INVOICE) else tuple(_borne_of(text, names, language))
    if not (borne or _brings_invoice(own_subject, names, files)) or _has(text, NEVER_INVOICE):
        return None
    whole = f"{own_subject}\n{text}"
    by_files = (number for name in files for number in number_of_file(name, language))
    said = (*numbers_said(own_subject, language), *by_files) or borne
    number = the_one(said or numbers_labelled(text, language))
    if said and number is None:
        return None  # several invoices
    total = _total(whole, language)
    if number is None and total is None and not _is_one_page(files):
        return None
    return ProposedInvoice(
        number=number,
        total=total.amount if total else None,
        currency=total.currency if total else None,
        due=_due(whole, language, written),
    )


def proposed_credit(subject: str, attachment_names: Sequence[str], text: str) -> ProposedCredit | None:
    """
    The credit note, or corrected invoice, that a mail seems to bring along: one that subject, text or file calls so.

    None where no document is there. A subject that is a reply's tells of an earlier mail, and isn't heard.
    """
    own_subject, names = _heard(subject, attachment_names)
    called = [name for name in names if _has(_spaced(name), CREDIT) or _has(_spaced(name), CREDIT_AS_TITLE)]
    said = text[:_TEXT_LIMIT]
    if not names or not (called or _has(own_subject, CREDIT_AS_TITLE) or _has(f"{own_subject}\n{said}", CREDIT)):
        return None
    return ProposedCredit(note=(called or names)[0], words="\n".join((own_subject, *names, said)))


def brings_invoice(subject: str, attachment_names: Sequence[str]) -> bool:
    """Whether a subject that is no reply's, or the name of a document, says that there's an invoice."""
    own_subject, names = _heard(subject, attachment_names)
    return _brings_invoice(own_subject, names, _invoices_among(names))


def called_invoices(subject: str, attachment_names: Sequence[str]) -> tuple[str, ...]:
    """The documents that their own name or, where it calls none so, a subject that is no reply's calls an invoice."""
    if not brings_invoice(subject, attachment_names):
        return ()
    _, names = _heard(subject, attachment_names)
    return tuple(_invoices_among(names) or names)


def _heard(subject: str, attachment_names: Sequence[str]) -> tuple[str, list[str]]:
    """A subject, unless it's a reply's, and the names of documents."""
    own_subject = "" if is_reply(subject[:_SUBJECT_LIMIT]) else subject[:_SUBJECT_LIMIT]
    return own_subject, [name[-_NAME_LIMIT:] for name in attachment_names[:_NAMES_LIMIT] if _DOCUMENT.search(name)]


def _invoices_among(names: Sequence[str]) -> list[str]:
    """The files whose own name calls them an invoice, and nothing else."""
    return [name for name in names if _has(_spaced(name), INVOICE) and not _has(_spaced(name), NO_INVOICE)]


def _brings_invoice(subject: str, names: Collection[str], files: Collection[str]) -> bool:
    """Whether a subject, or the name of a file, says that there's an invoice, and neither says something else."""
    if not names or _has(subject, NO_INVOICE):
        return False
    if files:
        return True
    return _has(subject, INVOICE) and not any(_has(_spaced(name), NO_INVOICE) for name in names)


def _borne_of(text: str, names: Sequence[str], language: str) -> Iterator[str]:
    """
    The numbers of invoices that a text hands over and the name of a document bears, which says nothing else.

    "Re: Logo" with "here is invoice 2026-014" and ``2026-014.pdf``. Short ones are in many names.
    """
    said = readable(text)
    pages = [name for name in names if not (_has(_spaced(name), NO_INVOICE) or _has(_spaced(name), OTHER_PAPER))]
    if not pages or not _hands_over(said):
        return iter(())
    sentences = (one for one in _SENTENCE_ENDS.split(said) if not _is_anothers(one))
    numbers = dict.fromkeys(number for one in sentences for number in _handed_over(one, language))
    return iter(numbers_borne(pages, numbers))


def _handed_over(sentence: str, language: str) -> Iterator[str]:
    """The numbers in a sentence, but short ones, and those something else belongs to ("the notes on invoice …")."""
    for number in numbers_said(sentence, language):
        before = sentence.partition(number)[0]
        if sum(map(str.isdigit, number)) >= _SURE_DIGITS and not _has(before, OTHER_PAPER):
            yield number


def _hands_over(text: str) -> bool:
    """Whether something is given with the mail, by its words."""
    return any(one.has(Sign.HANDS_OVER) for one in heard_in(text))


def _is_anothers(sentence: str) -> bool:
    """Whether a sentence speaks of an invoice that came to whoever writes, or of the reader's own."""
    came_in, anothers = _has(sentence, CAME_IN), _has(sentence, ANOTHERS)
    return (came_in and anothers) or ((came_in or anothers) and not _hands_over(sentence))


def _is_one_page(files: Sequence[str]) -> bool:
    """Whether the files that are called an invoice are a single page, and called nothing besides: ``Rechnung.pdf``."""
    return len(files) == 1 and is_page(files[0]) and not _has(_spaced(files[0]), OTHER_PAPER)


def _spaced(name: str) -> str:
    """A file's name as words."""
    return spaced(name).replace(".", " ")


def _total(text: str, language: str) -> Sum | None:
    """
    The one sum that a text says is to be paid, or else the one that stands right behind the word for an invoice.

    None if the tax is still to come, and for a sum alone: it may be a deposit that was paid long ago.
    """
    letters = plain(text)
    sums = list(sums_in(text, language))
    if any(_is_without_tax(letters, one) for one in sums):
        return None
    labelled = [one for one in sums if _is_called(letters, one.begin, TO_PAY, language)]
    return _same(labelled or [one for one in sums if _is_invoices(letters, one.begin)])


def _same(sums: Sequence[Sum]) -> Sum | None:
    """The sum that all of some are, its currency open where it is in one of them; None if they differ, or it's zero."""
    amounts, currencies = {one.amount for one in sums}, {one.currency for one in sums} - {None}
    if len(amounts) != 1 or len(currencies) > 1 or amounts == {Decimal(0)}:
        return None
    return next((one for one in sums if one.currency is None), sums[0])


def _is_without_tax(letters: str, one: Sum) -> bool:
    before, after = _line_before(letters, one.begin), letters[one.end : one.end + 30]
    pattern = _phrases(WITHOUT_TAX, "")
    return bool(re.match(rf"[\s(+]{{0,4}}(?:{pattern})(?!\w)", after) or _ends_with(before, pattern))


def _is_invoices(letters: str, at: int) -> bool:
    """Whether the word for an invoice stands before a place, with "no." and two words between them at most."""
    pattern, label = _phrases(INVOICE, ""), rf"(?:[ \t]+(?:{_phrases(NUMBER, '')})[.:]?)?"
    before = _line_before(letters, at)
    return bool(re.search(rf"(?<![\w-])(?:{pattern})[,:]?{label}(?:[ \t]+[^\s.;!?]\S{{0,30}}){{0,2}}[ \t]*\Z", before))


def _due(text: str, language: str, written: date) -> date | None:
    """The one day that a text says is the due day, on the day it was written or later."""
    letters = plain(text)
    days = {
        one.day
        for one in days_named(text, language=language, written=written)
        if one.certain and one.first is None and _is_called(letters, one.begin, DUE, language)
    }
    return days.pop() if len(days) == 1 and min(days) >= written else None


def _is_called(letters: str, at: int, words: Words, language: str) -> bool:
    """Whether what stands at a place is called so by the words right before it, in the same line."""
    return _ends_with(_line_before(letters, at), _phrases(words, language))


def _line_before(letters: str, at: int) -> str:
    return letters[max(0, at - _BEFORE) : at].rpartition("\n")[2]


def _ends_with(before: str, pattern: str) -> bool:
    """Whether a piece of a line ends with one of some phrases, but for a little word."""
    return bool(re.search(rf"(?<![\w-])(?:{pattern})[\s:.,=(-]{{0,6}}(?:[^\W\d]{{1,5}}[\s:]{{1,3}})?\Z", before))


def _has(text: str, words: Words) -> bool:
    """Whether a text has one of some words, of any language."""
    return bool(_whole_words(tuple(_all(words))).search(plain(text)))


@made_once
def _whole_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{any_of(phrases)})(?![^\W\d_])")


@made_once
def _compiled(phrases: tuple[str, ...]) -> str:
    return any_of(phrases)


def _phrases(words: Words, language: str) -> str:
    """A pattern of a language's phrases; of all languages where it isn't known, or has none."""
    return _compiled(tuple(map(plain, words.get(language, ()))) or tuple(_all(words)))


def _all(words: Words) -> Iterator[str]:
    return map(plain, spoken(words))

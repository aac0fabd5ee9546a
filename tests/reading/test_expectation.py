from __future__ import annotations

import re
import time

import pytest

from crickets.domain.letter import Letter
from crickets.domain.remarks import Expectation
from crickets.reading.asking import closings as expectation_closings
from crickets.reading.asking import expectation_phrases, promise_phrases, putting_off_phrases
from crickets.reading.asking.expectation import expectation_of
from crickets.reading.quotes.letter import letter_of
from tests.reading.build import a_letter, a_mail
from tests.reading.expectation_letters import ASKING, CLOSING, LEFT_OPEN, SHORT_CLOSING, SHORT_OPEN


def expected(text: str, subject: str = "Re: The new site") -> Expectation:
    """What a mail with these words expects."""
    return expectation_of(letter_of(a_mail(text)), subject)


def letters(table: dict[str, tuple[str, ...]]) -> list[str]:
    """All letters of a table, whatever their language."""
    return [letter for of_language in table.values() for letter in of_language]


@pytest.mark.parametrize("letter", letters(ASKING))
def test_a_letter_that_asks(letter: str) -> None:
    """A question, a request, an offer, an invoice, a draft to approve, a time proposed: an answer is expected."""
    found = expected(letter)
    assert found.answer is True
    assert found.reasons


@pytest.mark.parametrize("letter", letters(CLOSING))
def test_a_letter_that_closes(letter: str) -> None:
    """Thanks, a yes, a goodbye, "for your information", a delivery agreed upon: none is expected, and it says why."""
    found = expected(letter)
    assert found.answer is False
    assert found.reasons


@pytest.mark.parametrize("letter", letters(LEFT_OPEN))
def test_a_letter_that_leaves_it_open(letter: str) -> None:
    """Thanks with a "but", thanks above a matter, a complaint of silence: nothing plain, so nobody is let go."""
    assert expected(letter).answer is not False


@pytest.mark.parametrize("line", letters(SHORT_CLOSING))
def test_a_line_that_closes(line: str) -> None:
    """As a letter does."""
    assert expected(f"{line}\n\nDana").answer is False


@pytest.mark.parametrize("line", letters(SHORT_OPEN))
def test_a_line_that_only_sounds_like_a_closing(line: str) -> None:
    """Whoever is to choose, to pay, to sign or to send something isn't let go."""
    assert expected(f"{line}\n\nDana").answer is not False


@pytest.mark.parametrize(
    ("letter", "reason"),
    [
        ("Do you have the texts?", "asks a question"),
        ("Please send the texts.", "asks for something"),
        ("We are waiting for the texts.", "waits for an answer"),
        ("Let me know.", "wishes to be told"),
        ("We need the texts.", "needs something"),
        ("The contract, for your approval.", "is sent for approval"),
        ("How about Tuesday", "proposes a time to meet"),
        ("Here is our offer.", "an offer"),
        ("Here is the invoice.", "an invoice"),
        ("Here is the mockup.", "a draft to look at"),
        ("Thanks!", "closing thanks"),
        ("Confirmed.", "a plain confirmation"),
        ("See you on Tuesday.", "a mere goodbye"),
        ("Happy Easter!", "greetings of the season"),
        ("I'll take care of it.", "the author undertakes the next step"),
        ("I'll get back to you on Friday.", "promises to write again"),
        ("No reply needed.", "no reply needed, it says"),
        ("FYI, it moved.", "for information only, it says"),
    ],
)
def test_the_reason_is_told(letter: str, reason: str) -> None:
    """Each by its name, for the owner to overrule."""
    assert reason in expected(letter).reasons


def test_a_question_in_the_quote_only() -> None:
    """It's the client's; the owner's thanks below close the matter."""
    found = expected("Thanks, perfect!\n\nOn Mon, 2 Mar 2026 at 10:15, Anna Rossi wrote:\n> Which day suits you?\n")
    assert found == Expectation(answer=False, reasons=("closing thanks", "a plain confirmation"))


def test_a_question_mark_in_an_address() -> None:
    """It asks nothing."""
    assert expected("Thanks! It's on https://studio.example/?page=2 now.").answer is not True


def test_a_courteous_question_beside_news() -> None:
    """It isn't what the mail was written for."""
    assert expected("Hi Anna,\n\nhow are you? FYI, the server moved.\n\nDana").answer is False


def test_a_wish_in_the_closing_line() -> None:
    """What a sign-off asks is asked, although it's no part of the body."""
    assert expectation_of(a_letter("The site is online.", sign_off="Thanks in advance,\nDana")).answer is True


def test_thanks_as_the_sign_off_below_a_matter() -> None:
    """They prove nothing: many sign every mail so."""
    text = "The site is online since Monday.\n\nThanks,\nDana"
    assert expectation_of(a_letter(text, sign_off="Thanks,\nDana")).answer is None


def test_nothing_but_a_sign_off() -> None:
    """Who writes only "Thanks" says thanks."""
    letter = a_letter("Hi Anna,\n\nThanks,\nDana", greeting="Hi Anna,", sign_off="Thanks,\nDana")
    assert expectation_of(letter).answer is False


def test_a_mere_forward() -> None:
    """No word of one's own asks for nothing."""
    letter = Letter(quoted="---------- Forwarded message ---------\nWhen does the shop open?")
    assert expectation_of(letter, "Fwd: Opening hours") == Expectation(answer=False, reasons=("a mere forward",))


def test_a_forward_with_a_question() -> None:
    """It's the owner's own."""
    letter = Letter(text="Can you answer this?", quoted="When does the shop open?")
    assert expectation_of(letter, "Fwd: Opening hours").answer is True


def test_a_reply_without_a_word() -> None:
    """It may be a slip; nothing is known."""
    assert expectation_of(Letter(quoted="When does the shop open?"), "Re: Opening hours").answer is None


def test_a_forwarded_invoice() -> None:
    """The file asks to be paid, whoever wrote it."""
    letter = Letter(quoted="See attached.", attachments=("Invoice_2026-07.pdf",))
    assert expectation_of(letter, "Fwd: February").answer is True


A_CREDIT_NOTE = (
    "Credit note 44",
    "Nota di credito 44",
    "Faktura korygująca 44",
    "Kreditreikningur 44",
    "Stornorechnung 44",
    "Facture d'avoir 44",
    "Factura rectificativa 44",
    "Credit nota 44",
    "Nota de crédito 44",
    "Kreditfaktura 44",
)


@pytest.mark.parametrize("named", A_CREDIT_NOTE)
def test_a_credit_note(named: str) -> None:
    """It gives money back, so nobody owes an answer, although it's named like an invoice and beside one."""
    plain = Expectation(answer=False, reasons=("a credit note",))
    text = f"Hi Anna,\n\nattached is it, for invoice 12.\n\n{named}."
    by_subject = Letter(text=text, attachments=("44.pdf",))
    by_file = Letter(text=text, attachments=(f"{named.replace(' ', '_')}.pdf",))

    assert expectation_of(by_subject, named) == expectation_of(by_file, "Re: The new site") == plain


@pytest.mark.parametrize(
    ("text", "file", "reason"),
    [
        ("Is the sum right?", "credit-note-44.pdf", "asks a question"),
        ("Attached is also our offer.", "credit-note-44.pdf", "an offer"),
        ("Here are both.", "invoice-45.pdf", "an invoice"),
    ],
)
def test_a_credit_note_that_is_not_all(text: str, file: str, reason: str) -> None:
    """What is asked beside it, offered or to be paid, still waits for an answer."""
    found = expectation_of(Letter(text=text, attachments=("credit-note-44.pdf", file)), "Credit note 44")

    assert found == Expectation(answer=True, reasons=(reason,))


def test_a_credit_note_only_named() -> None:
    """An invoice is one still, where a credit note is spoken of in another sentence."""
    assert expected("The invoice is attached. The credit note for March comes next week.").answer is True


def test_thanks_with_a_file() -> None:
    """What is brought may want a look; the logo of every mail doesn't."""
    assert expectation_of(Letter(text="Thanks!", attachments=("contract.pdf",))).answer is None
    assert expectation_of(Letter(text="Thanks!", attachments=("image001.PNG",))).answer is False


def test_an_offer_one_thanks_for() -> None:
    """It's the other's, and nobody waits for an answer to thanks."""
    assert expected("Thank you for the offer!").answer is False


def test_an_offer_only_named() -> None:
    """Neither asked nor closed: the default stands, and the word is told."""
    assert expected("The offer is the same as last year.") == Expectation(answer=None, reasons=("an offer",))


def test_the_subject_of_a_new_mail() -> None:
    """It's the author's own words."""
    assert expected("Dear Anna,\n\nsee below.", subject="Can we start on Monday?").answer is True
    assert expected("It's on the shelf in the hall.", subject="FYI").answer is False


def test_the_subject_behind_re() -> None:
    """It's as old as the conversation and asks no more."""
    assert expected("Thanks!", subject="Re: Can we start on Monday?").answer is False


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, here are the three designs as promised.",
        "As promised, here are the three logo files.",
        "Thanks! Attached are the pages, as agreed.",
        "Grazie, come promesso ecco i tre loghi.",
        "Zgodnie z obietnicą przesyłam trzy pliki. Dziękuję!",
        "Takk, hér eru skjölin eins og um var rætt.",
        "Danke, wie versprochen hier die drei Logos.",
        "Merci, comme convenu, voici les trois logos.",
        "Gracias, como acordamos, aquí están los tres logos.",
        "Bedankt, zoals beloofd hierbij de drie logo's.",
        "Obrigado, conforme combinado, aqui estão os três logótipos.",
        "Tack, som utlovat kommer här de tre filerna.",
    ],
)
def test_work_delivered_as_agreed(text: str) -> None:
    """The owner waits for a word on it: thanks beside it close nothing."""
    assert expected(text).answer is not False


def test_no_reply_needed_beside_a_question() -> None:
    """They contradict each other; nothing is plain."""
    assert expected("Which font is it? No reply needed if you use ours.").answer is None


def test_a_long_letter_that_ends_in_thanks() -> None:
    """Behind so many words there is a matter in it."""
    assert expected("Thanks for the call. " * 30).answer is None


def test_words_without_accents() -> None:
    """Many write so on a foreign keyboard."""
    assert expected("Dziekuje, swietnie!").answer is False
    assert expected("Danke fuer die Hilfe, schoenes Wochenende").answer is not True


@pytest.mark.parametrize("text", ["", "?", "\n\n", "\x00", "a" * 200_000, "thanks " * 50_000, "let me " * 50_000])
def test_any_text(text: str) -> None:
    """It's read soon, and without a crash."""
    began = time.process_time()
    expectation_of(Letter(text=text), text)
    assert time.process_time() - began < 20  # what grows by more than it should takes minutes


TABLES = {
    name: words
    for module in (expectation_phrases, expectation_closings, promise_phrases, putting_off_phrases)
    for name, words in vars(module).items()
    if isinstance(words, dict) and name.isupper()
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_phrases(name: str) -> None:
    """It speaks the languages of the templates, each phrase in the notation."""
    assert set(TABLES[name]) == {"en", "it", "pl", "is", "de", "fr", "es", "nl", "pt", "sv"}
    for phrase in (phrase for phrases in TABLES[name].values() for phrase in phrases):
        assert re.fullmatch(r"<?[\w/'* ()\u2026]+>?", phrase), phrase
        assert phrase.count("(") == phrase.count(")"), phrase
        assert not re.search(r"(?<![^\W_])[^\W_]{1,2}\*|(?<!\w)\u2026\w|^\u2026", phrase), phrase


@pytest.mark.parametrize(
    "text",
    [
        "Felicissima di proporti martedì o giovedì per il lavoro.",
        "Contentissimo di mandarti la nuova bozza del sito.",
        "Sono felicissima di mandarti il preventivo per il sito.",
        "Mich sehr.",
    ],
)
def test_joy_at_what_one_does(text: str) -> None:
    """It closes nothing: what is done may well wait for an answer."""
    assert expected(text).answer is not False

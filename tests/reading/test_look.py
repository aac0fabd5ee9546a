"""How the owner's letters look: what is seen in those of the usual programs, and what isn't believed."""

from __future__ import annotations

import re
import time

import pytest

from crickets.domain.look import NO_LOOK, NO_MARKUP, Font, Look, Paragraphs, Quotes
from crickets.reading import letter_of, letter_with_look, voice_of
from tests.reading.build import a_letter, a_mail
from tests.reading.html_mail import SIGNATURES, WORDS, html_mail, two_parts

SIGNED = "Hi Anna,\n\nhere it is.\n\n-- \nDana Levi\nStudio\n"
GREETED = "<p>Hi Anna,</p><p>here it is.</p>"


def markup_in(html: str, text: str = SIGNED) -> str:
    """The signature of a mail as it was set in its HTML."""
    return letter_with_look(two_parts(text, html)).signature_markup


@pytest.mark.parametrize(
    ("program", "look"),
    [
        (
            "Gmail",
            Look(
                font=Font(family="verdana, sans-serif", size="small", colour="#0b5394"),
                paragraphs=Paragraphs.LINES,
                quotes=Quotes.GMAIL,
            ),
        ),
        ("Outlook", Look(font=Font(family="Calibri, sans-serif", size="11pt"), paragraphs=Paragraphs.TIGHT)),
        (
            "Outlook on the web",
            Look(
                font=Font(family="Aptos, Aptos_EmbeddedFont, Calibri, sans-serif", size="12pt", colour="#000000"),
                paragraphs=Paragraphs.LINES,
            ),
        ),
        ("Thunderbird", Look(font=Font(family="Georgia"), paragraphs=Paragraphs.SPACED)),
        ("Apple Mail", Look(font=Font(family="Helvetica Neue", size="14px"), paragraphs=Paragraphs.LINES)),
    ],
)
def test_a_letter_of_a_program(program: str, look: Look) -> None:
    """What most of its own words are set in, wherever the program says so, and how it sets paragraphs apart."""
    assert letter_with_look(html_mail(program)).look == look


GMAIL = """\
<span>-- </span><br><div dir="ltr"><div dir="ltr"><div>Dana Levi</div><div><b>Studio Levi</b></div>
<div><a href="https://studio.example/x">studio.example</a></div></div></div>"""
LINK = '<a href="mailto:dana@studio.example">dana@studio.example</a>'
OUTLOOK = f"""\
<table border="0" cellspacing="0" cellpadding="0"><tbody><tr>
<td>
<p style="margin: 0"><b><span style="font-size: 10pt; font-family: Arial, sans-serif; color: #1f497d">Dana Levi</span>
</b></p><p style="margin: 0">Studio Levi</p><p style="margin: 0">{LINK}
</p><p style="margin: 0; text-align: center">+39 06 1234567</p></td></tr></tbody></table>"""
OUTLOOK_ON_THE_WEB = """\
<div><p style="margin: 0"><b>Dana Levi</b> | Studio</p>
<p style="margin: 0px"><a href="mailto:dana@studio.example">dana@studio.example</a> | +39 06 1234567</p></div>"""
THUNDERBIRD = """\
<pre>--\x20
Dana Levi
<a href="https://studio.example">https://studio.example</a></pre>"""
APPLE_MAIL = """\
<div><div style="color: #000000"><div>-- </div>
<div>Dana Levi</div><div><i>Studio</i></div></div></div>"""


@pytest.mark.parametrize(
    ("program", "markup"),
    [
        ("Gmail", GMAIL),
        ("Outlook", OUTLOOK),
        ("Outlook on the web", OUTLOOK_ON_THE_WEB),
        ("Thunderbird", THUNDERBIRD),
        ("Apple Mail", APPLE_MAIL),
    ],
)
def test_a_signature_of_a_program(program: str, markup: str) -> None:
    """Its links and its simple setting stay, its pictures go, and it is marked off as its owner does it."""
    assert markup == letter_with_look(html_mail(program)).signature_markup


@pytest.mark.parametrize("program", SIGNATURES)
def test_the_words_of_a_letter_with_its_look(program: str) -> None:
    """They are the same as without."""
    letter, dressed = letter_of(html_mail(program)), letter_with_look(html_mail(program))

    assert (letter.text, letter.sign_off, letter.signature) == (dressed.text, dressed.sign_off, dressed.signature)


def test_a_letter_without_html() -> None:
    """It has no look."""
    letter = letter_with_look(a_mail(WORDS + SIGNATURES["Gmail"]))

    assert (letter.look, letter.signature_markup) == (None, NO_MARKUP)


def test_type_in_what_is_quoted() -> None:
    """It isn't the author's."""
    quote = "<p>Wow, so many words.</p>" * 20
    html = f'{GREETED}<blockquote style="font-family:Papyrus;color:#ff0000">{quote}</blockquote>'

    assert letter_with_look(two_parts(f"{SIGNED}\n{'> Wow, so many words.' * 20}", html)).look == NO_LOOK


@pytest.mark.parametrize(
    ("body", "paragraph", "family", "size"),
    [
        ("", "font: 12pt Georgia, serif", "Georgia, serif", "12pt"),
        ("", "font: italic small-caps 700 14px/1.5 'Segoe UI', sans-serif", "Segoe UI, sans-serif", "14px"),
        ("", "font:normal 12px / normal Arial !important", "Arial", "12px"),
        ("", "font: 12pt Georgia; font-size: 10pt", "Georgia", "10pt"),
        ("font: 10pt Arial", "font-size: 120%", "Arial", "12pt"),
        ("font-size: 16px", "font-size: .875em", "", "14px"),
        ("font-size: small", "font-size: 1.2em", "", "15.6px"),
        ("font-size: larger", "font-size: 90%", "", "108%"),
        ("font-size: 90%", "font: 1em Arial", "Arial", "90%"),
        ("", "font-size: 90%", "", "90%"),
        ("", "font-size: 100%", "", ""),
        ("font-size: 10px", "font-size: 60%", "", "10px"),
        ("font-size: 10px", "font-size: 1%", "", "10px"),
    ],
)
def test_type_in_few_words(body: str, paragraph: str, family: str, size: str) -> None:
    """CSS's shorthand is read like what it stands for; a part of a size is that of the size around it."""
    words = GREETED.replace("<p>", f'<p style="{paragraph}">')
    html = f'<body style="{body}">{words}</body>'
    look = letter_with_look(two_parts(SIGNED, html)).look

    assert look is not None
    assert (look.font.family, look.font.size) == (family, size)


def test_a_signature_in_few_words() -> None:
    """The shorthand is written in full; a part of a size isn't, as many within each other would hide words."""
    name = '<div style="font: bold 10pt/1.2 Arial">Dana Levi</div><div style="font: 0.9em Arial">Studio</div>'

    assert markup_in(GREETED + name) == (
        '<div style="font-weight: bold; font-size: 10pt; line-height: 1.2; font-family: Arial">Dana Levi</div>'
        '<div style="font-family: Arial">Studio</div>'
    )


@pytest.mark.parametrize(
    "style",
    [
        "font: caption",
        "font: 12pt",
        "font: 1px Arial",
        "font: calc(1px) Arial",
        "font: 12pt url(https://x.example)",
        "font-size:900%",
        "font-size:0.1em",
        "font-family:expression(alert(1))",
        "font-family:url(https://x.example)",
        "font-family:'x} body{'",
        "font-size:0",
        "font-size:1px",
        "font-size:900pt",
        "font-size:calc(1px)",
        "color:#ffffff",
        "color:white",
        "color:rgb(250, 250, 250)",
        "color:rgb(999, 0, 0)",
        "color:transparent",
        "color:var(--x)",
        "color:\\72 ed",
    ],
)
def test_type_that_nobody_should_copy(style: str) -> None:
    """What hides words, fetches anything or isn't understood is left to the reader's program."""
    html = GREETED.replace("<p>", f'<p style="{style}">')

    assert letter_with_look(two_parts(SIGNED, html)).look == NO_LOOK


@pytest.mark.parametrize(
    "html",
    [
        GREETED,
        f"{GREETED}<div>Dana Levi</div><div>Studio of another</div>",
        f"{GREETED}<div>Dana Levi<span style='display:none'> owes Mallory</span></div><div>Studio</div>",
        "<pre>Hi Anna,\n\nhere it is.\n\n-- \nDana Levi\nStudio</pre>",
        f"{GREETED}<div>Dana Levi</div><button>Studio</button>",
        f"{GREETED}<div>{'<b>' * 50}Dana Levi</div><div>Studio</div>",
        f"{GREETED}<div>Dana Levi</div>{'<i></i>' * 5_000}<div>Studio</div>",
    ],
    ids=["none", "other words", "hidden words", "inside of text", "a button", "too deep", "too much"],
)
def test_a_signature_that_says_something_else(html: str) -> None:
    """It's written from the text."""
    assert markup_in(html) == NO_MARKUP


SIGNED_BY_PAGE = "Hi Anna,\n\nhere it is.\n\nBest,\nDana\n\nDana Levi\nBrand design, Milan\n"
CLOSED = "<p>Hi Anna,</p><p>here it is.</p><p>Best,<br>Dana</p>"
NAMED = "<p><b>Dana Levi</b></p><p>Brand design, Milan</p>"


@pytest.mark.parametrize(
    "element",
    [
        '<div id="Signature">',
        '<div class="elementToProof" id="x_Signature">',
        '<div class="gmail_signature" data-smartmail="gmail_signature">',
        '<div class="moz-signature">',
        '<div id="AppleMailSignature" dir="ltr">',
        '<div class="ydp1a2b3c4d5signature">',
        '<div class="protonmail_signature_block"><div class="protonmail_signature_block-user">',
        '<div id="_rc_sig">',
        '<div name="messageSignatureSection">',
        '<div class="sig">',
        '<div id="ms-outlook-mobile-signature">',
    ],
)
def test_a_signature_that_the_page_alone_marks(element: str) -> None:
    """Though it has neither separator nor number it's the signature, in plain text and HTML as in HTML alone."""
    page = f"{CLOSED}{element}{NAMED}{'</div>' * element.count('<div')}"
    both = letter_with_look(two_parts(SIGNED_BY_PAGE, page))
    alone = letter_with_look(a_mail(page, content_type="text/html; charset=utf-8"))

    assert (both.sign_off, both.signature) == ("Best,\nDana", "Dana Levi\nBrand design, Milan")
    assert (alone.sign_off, alone.signature) == ("Best,\nDana", "Dana Levi\n\nBrand design, Milan")
    assert both.text == "Hi Anna,\n\nhere it is.\n\nBest,\nDana"
    assert all("<b>Dana Levi</b>" in letter.signature_markup for letter in (both, alone))


def test_a_marked_signature_with_a_separator_of_its_own() -> None:
    """It's there once."""
    page = f'{CLOSED}<div class="moz-signature">-- <br>{NAMED}</div>'
    letter = letter_with_look(a_mail(page, content_type="text/html; charset=utf-8"))

    assert letter.signature == "Dana Levi\n\nBrand design, Milan"


@pytest.mark.parametrize(
    "page", [f'{CLOSED}<div class="design">{NAMED}</div>', f'<div id="Signature">{CLOSED}{NAMED}</div>']
)
def test_what_no_page_marks_as_a_signature(page: str) -> None:
    """What only looks like one, or would be the whole letter, is the letter's."""
    assert letter_with_look(two_parts(SIGNED_BY_PAGE, page)).signature == ""


def test_a_marked_signature_of_which_the_text_says_something_else() -> None:
    """The text is believed."""
    page = f'{CLOSED}<div id="Signature"><p>Mallory</p></div>'

    assert letter_with_look(two_parts(SIGNED_BY_PAGE, page)).signature == ""


def test_a_page_that_is_never_closed() -> None:
    """Its signature is."""
    assert markup_in(f"{GREETED}<div><b>Dana Levi, Studio") == "<div><b>Dana Levi, Studio</b></div>"


def test_a_signature_below_a_picture() -> None:
    """An empty line above isn't taken along."""
    assert markup_in(f"{GREETED}<div><br></div><p><img src=x></p><p>Dana Levi</p><p>Studio</p>") == (
        "<p></p><p>Dana Levi</p><p>Studio</p>"
    )


def test_a_voice_of_several_letters() -> None:
    """Look and signature are the newest's that shows any; the same signature in plain text goes on as it was set."""
    plain = a_letter(signature="Dana Levi\n*Studio Levi*\nstudio.example <https://studio.example/x>\n[image: Logo]")
    voice = voice_of([plain, letter_with_look(html_mail("Gmail")), letter_with_look(html_mail("Outlook"))], [])

    assert voice.look.quotes is Quotes.GMAIL
    assert voice.signature == "Dana Levi\n*Studio Levi*\nstudio.example <https://studio.example/x>"
    assert "<b>Studio Levi</b>" in voice.signature_markup


def test_letters_of_the_client() -> None:
    """They show nothing of how the owner's look."""
    voice = voice_of([], [letter_with_look(html_mail("Gmail"))])

    assert (voice.look, voice.signature_markup) == (NO_LOOK, NO_MARKUP)


DEEP = "<table><tr><td>" * 10_000


@pytest.mark.parametrize(
    "page",
    [
        f"{GREETED}{DEEP}<div>Dana Levi</div><div>Studio</div>",
        f"{GREETED}<div>-- </div>{DEEP}Dana Levi<br>Studio",
        f"{GREETED}{'<div>' * 200_000}",
        f"{GREETED}{'<' * 1_000_000}",
        f"{GREETED}{'<!--' * 200_000}",
        f"{'<style>p{' * 100_000}</style>{GREETED}",
        f"<style>{'p.a{color:red}' * 50_000}</style>{GREETED}",
        f'{GREETED}<p style="{"color:red;" * 50_000}">x',
        f"{GREETED}{'<div>Dana</div>' * 50_000}",
        f"{GREETED}<pre>{'x' * 500_000}",
    ],
    ids=["tables", "tables in it", "divs", "<", "comments", "styles", "rules", "one style", "Dana", "one word"],
)
def test_a_page_made_to_take_long(page: str) -> None:
    """It's looked at in bounded time."""
    started = time.process_time()

    letter = letter_with_look(two_parts(SIGNED, page))

    assert time.process_time() - started < 5
    assert len(letter.signature_markup) < 1_000
    assert not re.search(r"<table>.*<table>", letter.signature_markup)

"""The quote below a draft, and its mirror in HTML."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.letter import Letter
from crickets.domain.look import NO_LOOK, CleanMarkup, Font, Look, Paragraphs, Quotes
from crickets.writing.mirror import mirrored
from crickets.writing.quote import quoted

QUOTE = '<blockquote type="cite" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">'
GMAIL = QUOTE.replace('type="cite"', 'class="gmail_quote"')


@pytest.mark.parametrize(
    ("whole", "quote"),
    [
        ("a\n\nb\n", "> a\n>\n> b"),
        ("a\r\n> b\r\n>> c\r\n> > d\r\n", "> a\n>> b\n>>> c\n>>> d"),
        ("a  \n-- \nDana", "> a\n> --\n> Dana"),
        ("\n\n a\n\n\n", ">  a"),
        ("a\x00b\x0cc\u2028d\te", "> a b\n> c\n> d\te"),
        (">\nFrom here", ">>\n> From here"),
        ("\ud800", "> \ufffd"),
        ("a\u202eb\u2066c", "> abc"),
        ("Dana\n[cid:image001.png@01DA]\n> [image: Logo]\n[x]", "> Dana\n> [x]"),
        ("", ""),
    ],
)
def test_a_text_quoted(whole: str, quote: str) -> None:
    """Each line gets one mark more; marks stand together, a blank before words, none at the end."""
    assert quote == quoted(Letter(whole=whole))


def test_an_anchor_that_is_only_its_text() -> None:
    """Where nothing else is known, what its author wrote is quoted."""
    assert quoted(Letter(text="a")) == "> a"


def test_a_quote_of_many_lines() -> None:
    """After 200 lines it is cut, and says so."""
    lines = quoted(Letter(whole="\n".join(map(str, range(201))))).split("\n")

    assert [*(f"> {n}" for n in range(200)), "> […]"] == lines


def test_a_quote_of_200_lines() -> None:
    """It stands whole."""
    assert "[…]" not in quoted(Letter(whole="\n".join(map(str, range(200)))))


@pytest.mark.parametrize("whole", ["ä" * 30_000, ("ä" * 999 + "\n") * 100])
def test_a_quote_of_many_octets(whole: str) -> None:
    """After 20 kB it is cut within a line, never within a character."""
    quote = quoted(Letter(whole=whole))

    assert quote.endswith("ä\n> […]")
    assert 19_000 < len(quote.encode()) < 20_020


@given(st.text(st.sampled_from("ab> \n\t\r"), max_size=200))
def test_any_quote(whole: str) -> None:
    """Every line is marked, and without its mark it is the line that was."""
    lines = quoted(Letter(whole=whole)).split("\n")

    assert all(re.fullmatch(r">+(?: [^>\n].*| {2,}.*|)", line) for line in lines if line)
    assert re.sub(r"[>\s]", "", whole) == re.sub(r"[>\s]", "", "".join(lines))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("a\nb\n\nc\n", "<p>a<br>\nb</p>\n<p>c</p>"),
        ("<script>&\"'\n", "<p>&lt;script&gt;&amp;&quot;&#x27;</p>"),
        ("  a   b\n", "<p>&nbsp; a&nbsp;&nbsp; b</p>"),
    ],
)
def test_a_text_mirrored(text: str, body: str) -> None:
    """Paragraphs and lines stay what they are; nothing in the text becomes an element."""
    assert body == body_of(mirrored(text))


SPACED = f"""\
<p>Hi</p>
<p>-- <br>
D</p>
<p>x:</p>
{QUOTE}
<p>a</p>
{QUOTE}
<p>b</p>
</blockquote>
</blockquote>"""
LINES = f"""\
<div>Hi</div>
<div><br></div>
<div>-- </div>
<div>D</div>
<div><br></div>
<div class="gmail_quote">
<div class="gmail_attr">x:</div>
{GMAIL}
<div>a</div>
{GMAIL}
<div>b</div>
</blockquote>
</blockquote>
</div>"""
TIGHT = f"""\
<div style="font-family:Calibri, sans-serif;font-size:11pt;color:#1f497d">
<p style="margin:0">Hi</p>
<p style="margin:0"><br></p>
<p style="margin:0">-- <br>
D</p>
<p style="margin:0"><br></p>
<p style="margin:0">x:</p>
{QUOTE}
<p style="margin:0">a</p>
{QUOTE}
<p style="margin:0">b</p>
</blockquote>
</blockquote>
</div>"""
CALIBRI = Font(family="Calibri, sans-serif", size="11pt", colour="#1f497d")


@pytest.mark.parametrize(
    ("look", "body"),
    [
        (NO_LOOK, SPACED),
        (Look(paragraphs=Paragraphs.LINES, quotes=Quotes.GMAIL), LINES),
        (Look(paragraphs=Paragraphs.TIGHT, font=CALIBRI), TIGHT),
    ],
    ids=["nothing known", "Gmail", "Outlook"],
)
def test_a_letter_mirrored(look: Look, body: str) -> None:
    """Its parts are set, set apart and quoted as the owner's program does it."""
    assert body == body_of(mirrored("Hi", "-- \nD", "x:\n> a\n>> b", look=look))


def test_a_signature_as_it_was_set() -> None:
    """It stands for the text's."""
    html = mirrored("Hi", "-- \nD", signature_markup=CleanMarkup("<b>D</b>"))

    assert body_of(html) == "<p>Hi</p>\n<div><b>D</b></div>"


def test_a_font_that_is_none() -> None:
    """It can't leave its attribute."""
    html = mirrored("Hi", look=Look(font=Font(family='x"><script>')))

    assert '<div style="font-family:x&quot;&gt;&lt;script&gt;">' in html


def test_a_quote_deeper_than_any() -> None:
    """Beyond eight levels marks stay text: a mail does not decide how deep we go."""
    html = mirrored("", quote=">" * 5000 + " a\n")

    assert html.count("<blockquote") == 8
    assert "&gt;" * 4992 + " a" in html


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200),
    st.sampled_from(Paragraphs),
    st.sampled_from(Quotes),
)
def test_any_text_mirrored(text: str, paragraphs: Paragraphs, quotes: Quotes) -> None:
    """No other elements than ours, and the words are all there."""
    html = mirrored("", quote=text, look=Look(paragraphs=paragraphs, quotes=quotes))
    elements = set(re.findall(r"<[^>]*>", html))
    bare = unescape(re.sub(r"<[^>]*>", "", html))

    assert elements <= set(
        f"{QUOTE}|{GMAIL}".split("|")
        + '<!DOCTYPE html>|<html>|<body>|<p>|<p style="margin:0">|<div>|<div class="gmail_quote">'.split("|")
        + '<div class="gmail_attr">|<br>|</p>|</div>|</blockquote>|</body>|</html>'.split("|")
    )
    assert re.sub(r"[>\s]", "", text) == re.sub(r"[>\s]", "", bare)


def body_of(html: str) -> str:
    """What stands in the body of a document that has nothing else."""
    return html.removeprefix("<!DOCTYPE html>\n<html>\n<body>\n").removesuffix("\n</body>\n</html>\n")

"""The quote below a draft, and its mirror in HTML."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.letter import Letter
from crickets.writing.mirror import mirrored
from crickets.writing.quote import quoted

QUOTE = '<blockquote type="cite">'


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
        (
            "x:\n> a\n>\n>> b\n> c\n",
            f"<p>x:</p>\n{QUOTE}\n<p>a</p>\n{QUOTE}\n<p>b</p>\n</blockquote>\n<p>c</p>\n</blockquote>",
        ),
    ],
)
def test_a_text_mirrored(text: str, body: str) -> None:
    """Paragraphs, lines and quotes stay what they are; nothing in the text becomes an element."""
    assert f"<!DOCTYPE html>\n<html>\n<body>\n{body}\n</body>\n</html>\n" == mirrored(text)


def test_a_quote_deeper_than_any() -> None:
    """Beyond eight levels marks stay text: a mail does not decide how deep we go."""
    html = mirrored(">" * 5000 + " a\n")

    assert html.count("<blockquote") == 8
    assert "&gt;" * 4992 + " a" in html


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_text_mirrored(text: str) -> None:
    """No other elements than ours, and the words are all there."""
    html = mirrored(text)
    elements = set(re.findall(r"<[^>]*>", html))
    bare = unescape(re.sub(r"<[^>]*>", "", html))

    assert elements <= set(
        '<!DOCTYPE html>|<html>|<body>|<p>|<br>|<blockquote type="cite">|</p>|</blockquote>|</body>|</html>'.split("|")
    )
    assert re.sub(r"[>\s]", "", text) == re.sub(r"[>\s]", "", bare)

"""Markup made harmless: whatever stands in it, nothing acts, nothing is fetched, nothing hides."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser

import pytest

from crickets.reading.look.sanitised import sanitised

TABLE = (
    '<table cellspacing="0" cellpadding="2"><tbody><tr><td valign="top" style="border-left: 1px solid #cccccc">D</td>'
    "</tr></tbody></table>"
)
HARMLESS = (
    '<div><b>Dana</b> <i>Levi</i><br><a href="https://studio.example/?a=1&amp;b=2">Studio</a></div>',
    '<a href="mailto:dana@studio.example">write</a> or <a href="tel:+39061234567">call</a>',
    '<p style="margin: 0; color: #1f497d; font-family: Segoe UI, sans-serif; font-size: 11pt">Dana</p>',
    '<font color="#0b5394" face="Georgia" size="2">Dana</font>',
    TABLE,
    '<span dir="rtl">דנה</span>',
    "{{ 7*7 }} {% raw %} &lt;script&gt;",
)

# What people have tried on sanitisers: each a piece of a page, to be put together at random.
PIECES = """
<svg>|</svg>|<math>|<mtext>|<mglyph>|<malignmark>|<style>|</style>|<!--|-->|<![CDATA[|]]>|<img/src=x/onerror=alert(1)>
<img src="cid:a@b">|<table>|<td>|<tr>|</table>|<p>|<form>|<select>|<option>|<noscript>|</noscript>|<title>|<textarea>
<xmp>|<plaintext>|<template>|<a href="javascript:alert(1)">|<a href="JaVa&#x0A;Script:alert(1)">|<base href=//evil>
<a href="data:text/html,x">|<a href="//evil.example/x">|<a href="https://x.example/&quot;onmouseover=alert(1)">
<a href='https://ok.example/'>|<div style="background:url(http://evil.example/x)">|<p style="color:red;position:fixed">
<div style="font-family:x;behavior:url(#x)">|<font face="&quot;><script>alert(1)</script>">|{{7*7}}|{%raw%}|&#x202e;
&lt;script&gt;|&#0;|&#13;&#10;Bcc: x|"|'|>|<|</p>|</a>|</div>|word|Dana|<annotation-xml encoding="text/html">
<foreignObject>|<desc>|<iframe srcdoc="<script>x</script>">|<link rel=stylesheet href=//evil>|<b id=x class=y name=z>
<meta http-equiv=refresh content="0;url=//evil">|<video poster=//evil>|<input type=image src=//evil>|<img |<a |\ud800
<body background=//evil onload=x>|<td background="//evil">|<p style="font-size:0;display:none;content:'x'">|\x00|\x1b
<a href="mailto:x@y.example?subject=a%0d%0aBcc:z">|<span style="color:\\72 ed;font-family:expression(alert(1))">
<div style='width:1px;color:#fff'>|<p style="margin:-999px">|<style>@import url(//evil)|<embed src=x>
""".replace("\n", "|").strip("|").split("|")  # fmt: skip

ALLOWED = {
    *("style", "dir", "href", "color", "face", "size", "align", "valign", "width", "border"),
    *("cellpadding", "cellspacing", "colspan", "rowspan"),
}
ELEMENTS = set(
    """
    a abbr address b br center div em font h1 h2 h3 h4 h5 h6 hr i li ol p pre s small span strong sub sup table tbody
    td tfoot th thead tr u ul
    """.split()
)


class Harm(HTMLParser):
    """What in a page isn't harmless, read by another parser than the one that cleaned it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element and its attributes."""
        self.found += [] if tag in ELEMENTS else [tag]
        self.found += [name for name, _ in attrs if name not in ALLOWED]
        for name, value in attrs:
            if name == "href" and not re.match(r"(?:https?://|mailto:|tel:)[^\s<>\"]+\Z", value or ""):
                self.found.append(f"{name} {value}")
            if name == "style" and re.search(r"url|expr|posit|displ|backg|conten|behav|[@\\/*<>{}]|-\d", value or ""):
                self.found.append(f"{name} {value}")

    def handle_comment(self, data: str) -> None:
        """A comment, in which some programs look for commands."""
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        """A declaration."""
        self.found.append(decl)

    def handle_pi(self, data: str) -> None:
        """A processing instruction."""
        self.found.append(data)


@pytest.mark.parametrize("html", HARMLESS)
def test_what_is_harmless(html: str) -> None:
    """It stays as it is."""
    assert sanitised(html) == html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('a<img src="https://x.example/pixel.gif" width=1>b', "ab"),
        ('a<img src="cid:logo@x">b', "ab"),
        ('<a href="https://x.example"><img src="x.png"></a>Dana', "Dana"),
        (
            "<table><tr><td><p><img src=x></p></td><td>D</td></tr></table>",
            "<table><tbody><tr><td>D</td></tr></tbody></table>",
        ),
        ("<table><tr><td> </td><td>D</td></tr></table>", "<table><tbody><tr><td> </td><td>D</td></tr></tbody></table>"),
        ("a<script>alert(1)</script>b", "ab"),
        ("a<style>p{}</style>b<svg><a>x</a></svg>", "ab"),
        ('<b onclick="x()" class="y" id="z">a</b>', "<b>a</b>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="//evil.example">a</a>', "<a>a</a>"),
        ('<a href="ftp://x.example">a</a>', "<a>a</a>"),
        ('<a href="https://x.example/\u202egpj.exe">a</a>', "<a>a</a>"),
        (f'<a href="https://x.example/{"x" * 1000}">a</a>', "<a>a</a>"),
        (
            '<p style="background:url(//x);COLOR : Red !important;position:fixed">a</p>',
            '<p style="color: #ff0000">a</p>',
        ),
        ('<p style="color:white;font-size:1px;margin:-9px">a</p>', "<p>a</p>"),
        ('<p style="border:2px url(x) red">a</p>', "<p>a</p>"),
        ("<b>never closed", "<b>never closed</b>"),
        ("</td></div>a", "a"),
        ("a&#x202e;b&#8203;c&#13;d\x00e", "abcde"),
        ("\ud800", "\ufffd"),
        ("<!-- a -->b<?php c ?>d", "bd"),
        ("<form><input value=x>a<button>b</button></form>", "a"),
    ],
)
def test_what_is_not(html: str, clean: str) -> None:
    """Words stay, the rest goes."""
    assert clean == sanitised(html)


@pytest.mark.parametrize("html", ["x" * 20_001, "<b>" * 41 + "x", "<p><b>" * 3_000])
def test_too_much_of_a_page(html: str) -> None:
    """Nothing is taken of it."""
    assert sanitised(html) == ""


@pytest.mark.parametrize("seed", range(4))
def test_pieces_put_together_at_random(seed: int) -> None:
    """Nothing harmful comes out, and what comes out says the same when it's read again: no parser is led astray."""
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    for _ in range(500):
        html = chance.choice(["", " "]).join(chance.choices(PIECES, k=chance.randint(1, 40)))
        clean = sanitised(html)

        assert Harm(clean).found == [], html
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", clean), html
        assert Harm(sanitised(clean)).found == [], html

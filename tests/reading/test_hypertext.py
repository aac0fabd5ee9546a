from __future__ import annotations

import pytest

from crickets.reading.body.hypertext import marked_text_of
from crickets.reading.quotes.quote_markup import unmarked


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Hello", "Hello"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
        ("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>", "One\n\nTwo"),
        ("<p class=MsoNormal>One</p>\n<p class=MsoNormal>Two</p>", "One\nTwo"),
        ("<p>One&nbsp;</p>&nbsp;<p>Two</p>", "One\n\nTwo"),
        ("  One \n  and\ttwo&nbsp; ", "One and two"),
        ("a &lt;b&gt; &amp; &eacute;&#243;&#x142;", "a <b> & éół"),
        ("<title>no</title><style>p{}</style><script>if(a<b)</script>yes", "yes"),
        ("<!-- no --><![if mso]>yes<![endif]>", "yes"),
        ("yes<!-- never closed <p>no</p>", "yes"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ('see <a href="https://x.example/offer">the offer</a>', "see the offer <https://x.example/offer>"),
        ('see <a href="https://x.example/">x.example</a>', "see x.example"),
        ('to <a href="mailto:a@b.example">Anna</a>', "to Anna"),
        ("Yes.<blockquote>Really?<blockquote>No.</blockquote></blockquote>", "Yes.\n\n> Really?\n>\n>> No."),
        ("Words<div class='gmail_signature'>Dana</div>", "Words\n-- \nDana"),
        ("Words<pre class='moz-signature'>-- \nDana</pre>", "Words\n\n-- \nDana"),
        ("<p>3 < 4 and <b unclosed", "3 < 4 and <b unclosed"),
        ('<a title="a > b">One</a>', "One"),
        ("<P>One</P", "One</P"),
        ("", ""),
    ],
)
def test_a_page(html: str, expected: str) -> None:
    """It reads as a person would have typed it."""
    assert expected == unmarked(marked_text_of(html))

"""What mail clients write around a quote in HTML: it's told from the reply in languages nobody thought of, too."""

from __future__ import annotations

import pytest

from crickets.reading import letter_of
from tests.reading.build import a_mail

_UNKNOWN = "Ar Gwe 2 Maw 2026 am 10:15 ysgrifennodd Anna Rossi"
"""A line above a quote in a language that no table has (Welsh)."""
_FIELDS = "<b>Oddi wrth:</b> Anna<br><b>Anfonwyd:</b> 2 Mawrth<br><b>At:</b> Dana<br><b>Pwnc:</b> Y safle"

_PAGES = {
    "Gmail": (
        f'<div dir="ltr">Yes, gladly.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" '
        f'class="gmail_attr">{_UNKNOWN}</div><blockquote class="gmail_quote">Shall we?</blockquote></div>'
    ),
    "Apple": f'Yes, gladly.<div><br><blockquote type="cite"><div>{_UNKNOWN}</div>Shall we?</blockquote></div>',
    "Thunderbird": (
        f'<p>Yes, gladly.</p><div class="moz-cite-prefix">{_UNKNOWN}<br></div>'
        '<blockquote type="cite" cite="mid:a@b.example"><p>Shall we?</p></blockquote>'
    ),
    "Yahoo": (
        '<div class="ydp1a2b3c4dyahoo-style-wrap"><div>Yes, gladly.</div></div><div id="ydp5e6f7a8byahoo_quoted_1" '
        f'class="ydp5e6f7a8byahoo_quoted"><div><div>{_UNKNOWN}</div><div><br></div><div>Shall we?</div></div></div>'
    ),
    "Outlook on the web": (
        '<div class="elementToProof">Yes, gladly.</div><div id="appendonsend"></div><hr style="width:98%">'
        f'<div id="divRplyFwdMsg" dir="ltr">{_FIELDS}</div><div>Shall we?</div>'
    ),
    "Outlook on the desktop": (
        '<p class="MsoNormal">Yes, gladly.</p><div><div style="border-top:solid #E1E1E1 1.0pt;padding:3.0pt '
        f'0cm 0cm 0cm"><p class="MsoNormal">{_FIELDS}</p></div></div><p class="MsoNormal">Shall we?</p>'
    ),
    "Outlook on a phone": (
        '<div>Yes, gladly.</div><div id="mail-editor-reference-message-container"><div>'
        + _FIELDS
        + "</div>Shall we?</div>"
    ),
    "Proton": (
        f'<div>Yes, gladly.</div><div class="protonmail_quote">{_UNKNOWN}<br><br><blockquote class="protonmail_quote" '
        'type="cite">Shall we?</blockquote></div>'
    ),
    "Spark": (
        f'<div>Yes, gladly.</div><div name="messageReplySection">{_UNKNOWN}<br><blockquote>Shall we?</blockquote></div>'
    ),
    "Zoho": f'<div>Yes, gladly.<br></div><div class="zmail_extra"><div>{_UNKNOWN}</div>Shall we?</div>',
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=list(_PAGES))
def test_a_reply_in_html_alone(page: str) -> None:
    """Its own words are what its author wrote, to the letter, and no mark of ours is seen."""
    letter = letter_of(a_mail(f"<html><body>{page}</body></html>", content_type="text/html; charset=utf-8"))

    assert letter.text == "Yes, gladly."
    assert "Shall we?" in letter.quoted
    assert not set(letter.whole + letter.quoted) & set("\ue0f1\ue0f2\ue0f3")


def test_answers_between_the_quotes() -> None:
    """They are the author's, though Gmail writes them inside the element of the quote."""
    page = (
        f'<div class="gmail_quote"><div class="gmail_attr">{_UNKNOWN}</div><blockquote>Shall we?</blockquote>'
        "<div>Yes.</div><blockquote>When?</blockquote><div>Monday.</div></div>"
    )

    assert letter_of(a_mail(page, content_type="text/html")).text.split() == ["Yes.", "Monday."]


def test_a_line_drawn_above_a_signature() -> None:
    """It's no quote's beginning, though Outlook draws such a line there, too."""
    page = '<p>Yes, gladly.</p><div style="border-top:solid #E1E1E1 1.0pt"><p>Do tell me more.</p></div>'

    assert letter_of(a_mail(page, content_type="text/html")).text == "Yes, gladly.\n\nDo tell me more."

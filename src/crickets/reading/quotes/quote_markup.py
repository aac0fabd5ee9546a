"""
How mail clients mark a quote in HTML.

Knows the classes, ids and styles that the makers of mail clients use; must not know what a page's text says.
`hypertext` writes the marks in front of lines, `quotes` reads them, and nobody else sees them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LINE, REST, HEADED = "\ue0f1", "\ue0f2", "\ue0f3"
"""This line is quoted; all from this line on is; all is if this line begins a header (private characters)."""
MARKS = frozenset({LINE, REST, HEADED})

_LINES = re.compile(
    r"(?:^|[\s_-])(?:gmail_attr|moz-cite-prefix|moz-email-headers-table|moz-forward-container|yahoo_quoted|"
    r"protonmail_quote|tutanota_quote|zmail_extra|zmail_extra_hr|ms-outlook-mobile-reference-message|"
    r"mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|messageReplySection|messageForwardSection|"
    r"front-blockquote|hs_reply|quoteheader|replyHeader|mail-quote-collapse|"
    r"gmail_quote_attribution|AppleOriginalContents|ydp[0-9a-f]{6,10}yahoo_quoted|bloop_original_html|"
    r"freshdesk_quote|airmail_ext_on)(?:$|[\s_])"
)
"""What holds nothing but a quote, or the line above it: Gmail, Thunderbird, Yahoo, Proton, Zoho, Spark and others."""
_RESTS = re.compile(r"(?:^|_)(?:divRplyFwdMsg|appendonsend|isForwardContent|isReplyContent)$")
"""Outlook's, on the web and on phones: only where the quote begins is marked, it reaches to the end."""
_BORDER = re.compile(r"border-top:\s?solid\s?(?:#(?:E1E1E1|B5C4DF|CCCCCC)|windowtext)", re.IGNORECASE)
"""Outlook's for the desktop; signatures and footers draw such a line too."""


def quote_mark_of(attributes: Mapping[str, str]) -> str:
    """The mark of the lines in an element, or of all that follows where it begins; empty for no quote."""
    names = (attributes.get("class", ""), attributes.get("id", ""), attributes.get("name", ""))
    if any(name and _LINES.search(name) for name in names):
        return LINE
    if any(name and _RESTS.search(name) for name in names[1:]):
        return REST
    return HEADED if _BORDER.search(attributes.get("style", "")) else ""


def unmarked(text: str) -> str:
    """A text without the marks."""
    if not any(mark in text for mark in MARKS):
        return text
    return re.sub(rf"[{LINE}{REST}{HEADED}]", "", text)

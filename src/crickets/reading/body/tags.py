"""
The tags of an HTML page, one after the other.

Knows the elements that mail uses; must not know what is made of them. A tokenizer of our own, as both that were
at hand can be made to take minutes by half a megabyte (nested elements in html5ever, open comments in
`html.parser` before Python 3.13): this one looks at each character a bounded number of times. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z) | <[!?][^<>]{0,2000}+>
      | <(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:]{0,30}+)
        (?P<attributes>(?:\s[^<>"']{0,2000}+(?:(?:"[^"]{0,8000}"|'[^']{0,8000}')[^<>"']{0,2000}+){0,40})?)/?>
      | <(?P<broken>/?[a-zA-Z][a-zA-Z0-9:]{0,30})(?:\s[^<>]{0,2000}+)?>
      | (?P<text>[^<]++|<)""",
    re.VERBOSE | re.DOTALL,
)
"""A comment, a declaration, a tag, or text up to the next of them."""
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,2000}))""")

LINE_ELEMENTS = frozenset(
    """
    address article aside body center dd div dl dt fieldset figure footer form header html li main nav section table
    tbody tfoot thead tr
    """.split()
)
"""Elements that begin a line."""
PARAGRAPH_ELEMENTS = frozenset("blockquote h1 h2 h3 h4 h5 h6 ol p pre ul".split())
"""Elements that are set apart by space."""
EMPTY_ELEMENTS = frozenset("br hr img input link meta col area base wbr".split())
"""Elements that hold nothing."""
SILENT_ELEMENTS = frozenset(
    "applet audio head iframe math object script select style svg template textarea title video".split()
)
"""Elements whose text nobody sees."""


def attributes_of(written: str) -> Mapping[str, str]:
    """What stands in a tag behind its name, by small letters, entities undone."""
    return {
        found[1].casefold(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(written)
    }

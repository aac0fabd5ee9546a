"""
Markup made harmless.

Knows nh3, its only home, and what may stay: how words are set, and where a link leads. Must not know whose words. nh3
takes quadratic time over nested elements (2 s at 60 kB), so nothing is given to it but a short piece.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import nh3

from crickets.domain.look import NO_MARKUP, CleanMarkup
from crickets.reading.body.charsets import printable
from crickets.reading.body.tags import EMPTY_ELEMENTS, TOKEN
from crickets.reading.look.styles import colour, declared, family

LIMIT = 20_000
_GROWN = 2 * LIMIT
_DEPTH = 40

_TAGS = frozenset(
    """
    a abbr address b br center div em font h1 h2 h3 h4 h5 h6 hr i li ol p pre s small span strong sub sup table tbody
    td tfoot th thead tr u ul
    """.split()
)
_UNHEARD = frozenset(
    """
    applet audio button canvas embed frame frameset head iframe map math noembed noframes noscript object option
    picture plaintext script select style svg template textarea title video xmp
    """.split()
)
"""What goes with all that is in it; of any other element the words stay."""
_TABLE = frozenset({"align", "border", "cellpadding", "cellspacing", "width"})
_CELL = frozenset({"align", "valign", "width", "colspan", "rowspan"})
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"style", "dir"}),
    "a": frozenset({"href"}),
    "font": frozenset({"color", "face", "size"}),
    "div": frozenset({"align"}),
    "p": frozenset({"align"}),
    "table": _TABLE,
    "td": _CELL,
    "th": _CELL,
    "tr": frozenset({"align", "valign"}),
}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LINK = re.compile(
    r"""(?:https?://|mailto:|tel:)[^\s<>"'`\\{}\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f]+"""
)
_LINK_LIMIT = 1_000
_WORDS: Mapping[str, re.Pattern[str]] = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "size": re.compile(r"[+-]?[1-5]"),
    "align": re.compile(r"left|right|center|justify"),
    "valign": re.compile(r"top|middle|bottom|baseline"),
    "width": re.compile(r"\d{1,3}%?"),
    "border": re.compile(r"\d"),
    "cellpadding": re.compile(r"\d{1,2}"),
    "cellspacing": re.compile(r"\d{1,2}"),
    "colspan": re.compile(r"\d"),
    "rowspan": re.compile(r"\d"),
}
_PICTURE = re.compile(r"<img(?: [^<>]*)?>")
_CELL_OF_PICTURES = re.compile(
    r"<td(?: [^<>]*)?>(?:\s|<(?:br|img|/?(?:a|b|center|div|font|p|span))(?: [^<>]*)?>)*+</td>"
)
_EMPTY_LINK = re.compile(r"<a(?: [^<>]*)?>\s*</a>")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\r\u200b-\u200d\u2060-\u2064\ufeff]")


def sanitised(html: str) -> CleanMarkup:
    """A piece of a page as what is harmless of it, each element closed; empty if it's too much of a page."""
    if len(html) > LIMIT:
        return NO_MARKUP
    clean = _CLEANER.clean(_SURROGATES.sub("\ufffd", html))
    clean = _without_pictures(_UNSEEN.sub("", printable(clean))).strip()
    return CleanMarkup(clean if len(clean) <= _GROWN and _depth(clean) <= _DEPTH else "")


def _without_pictures(clean: str) -> str:
    """Without pictures, which all come from elsewhere, and without the cells and links that held nothing else."""
    clean = _CELL_OF_PICTURES.sub(lambda cell: "" if "<img" in cell[0] else cell[0], clean)
    return _EMPTY_LINK.sub("", _PICTURE.sub("", clean))


def _taken(_: str, attribute: str, value: str) -> str | None:
    """An attribute's value as it may stay, or None."""
    match attribute:
        case "style":
            kept = "; ".join(f"{name}: {said}" for name, said in declared(value).items())
        case "href":
            kept = value.strip() if len(value) <= _LINK_LIMIT and _LINK.fullmatch(value.strip()) else ""
        case "color":
            kept = colour(value)
        case "face":
            kept = family(value)
        case _:
            words = _WORDS.get(attribute)  # it's asked of elements that don't stay, too
            kept = value.casefold() if words and words.fullmatch(value.casefold()) else ""
    return kept or None


_CLEANER = nh3.Cleaner(
    tags=_TAGS | {"img"},
    clean_content_tags=_UNHEARD,
    attributes=_ATTRIBUTES,
    attribute_filter=_taken,
    link_rel=None,
    url_schemes=_SCHEMES,
)


def _depth(clean: str) -> int:
    """How deep elements lie in each other, at the deepest."""
    depth = deepest = 0
    for tag in TOKEN.finditer(clean):
        if tag["end"]:
            depth -= 1
        elif tag["name"] and tag["name"] not in EMPTY_ELEMENTS:
            depth += 1
            deepest = max(deepest, depth)
    return deepest

"""
Text out of bytes whatever their charset label claims.

Knows how labels lie (WHATWG Encoding §4.2, mail of the nineties); must not know where the bytes stood. Never
raises.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_WIDER = {
    "": "utf-8",
    "ascii": "utf-8",
    "iso8859-1": "cp1252",  # the WHATWG reads Latin-1 as its superset, as every mail client does
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
"""A codec (Python's name) and the wider one that is meant by it."""

_LABELS = {
    "unicode-1-1-utf-7": "utf-7",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}
"""Labels that mail uses and Python doesn't know."""

_NOT_FOR_MAIL = frozenset({"idna", "punycode", "unicode_escape", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Python's own codecs that no mail means; some take quadratic time."""

_MULTIBYTE = (
    "gb",
    "big5",
    "cp932",
    "cp949",
    "cp950",
    "euc",
    "shift",
    "iso2022",
    "hz",
    "johab",
    "utf-16",
    "utf-32",
    "utf-7",
)
"""Codecs whose plain text may be valid UTF-8 by chance."""

_LABEL_JUNK = re.compile(r"[\s\"'*;].*|charset=", re.DOTALL)

_UNWANTED = dict.fromkeys(
    code
    for span in (
        "\x00\x08",
        "\x0b\x0c",
        "\x0e\x1f",
        "\x7f\x9f",
        "\ufeff\ufeff",
        "\ufff9\ufffb",
        "\u202a\u202e",
        "\u2066\u2069",
    )
    for code in range(ord(span[0]), ord(span[1]) + 1)
)
"""Controls (C0 but tab and line ends, C1), and what turns the direction of the text around it."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=512)
def codec_of(label: str) -> str:
    """The name of the codec that a charset label most probably means; empty if it means none."""
    bare = _LABEL_JUNK.sub("", label.strip().strip("\"'").casefold())[:60]
    try:
        name = codecs.lookup(_LABELS.get(bare, bare)).name if bare else ""
        "".encode(name or "ascii")
    except (LookupError, ValueError, TypeError, UnicodeError):
        return ""
    return "" if name in _NOT_FOR_MAIL else _WIDER.get(name, name)


def text_of(octets: bytes, label: str = "") -> str:
    """
    The text of some bytes: as UTF-8 where they are plainly that, else as labelled, else as Windows-1252.

    A single-byte label over valid UTF-8 is a lie: text in a single-byte charset is hardly ever valid UTF-8.
    """
    if not label and octets.isascii():
        return octets.decode("ascii")
    codec = codec_of(label)
    if octets.isascii() and (not codec or not codec.startswith(_MULTIBYTE)):
        return octets.decode("ascii")
    tries = (codec, "utf-8") if codec.startswith(_MULTIBYTE) else ("utf-8", codec)
    for name in tries:
        try:
            return _SURROGATES.sub("\ufffd", octets.decode(name)) if name else _guess(octets)
        except (UnicodeError, ValueError):
            continue
    return _guess(octets, codec)


def _guess(octets: bytes, codec: str = "") -> str:
    """Text at any price: a few broken bytes are replaced, wholly foreign ones are read as Windows-1252."""
    if codec and codec != "utf-8":
        return _SURROGATES.sub("\ufffd", octets.decode(codec, "replace"))
    text = octets.decode("utf-8", "replace")
    foreign = text.count("\ufffd")
    if foreign * 4 > sum(not char.isascii() for char in text[:4000]) or foreign > 20:
        return octets.decode("cp1252", "replace")
    return text


def printable(text: str) -> str:
    """A text without controls, tabs and line ends kept."""
    return text if text.isprintable() else text.translate(_UNWANTED)

"""
What of CSS may be taken over from one letter into another.

Knows the few properties by which people set a letter, and the values that are harmless on any page: nothing that
fetches, hides, moves or covers. A value that isn't wholly understood isn't taken. Must not know elements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

_LENGTH = 2_000
_DECLARATIONS = 40
_FAMILIES = 6
_LEAST_CONTRAST = 3.0
"""To white, as WCAG 2 §1.4.3 asks of large type: a draft has no ground of its own for light type to stand on."""

_FAMILY = re.compile(r"[a-z][a-z0-9_-]{0,30}(?: [a-z][a-z0-9_-]{0,30}){0,4}", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)(px|pt)")
_SIZES = frozenset("xx-small x-small small medium large x-large smaller larger".split())
_READABLE = {"px": (9.0, 64.0), "pt": (7.0, 48.0)}
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_RGB = re.compile(r"rgb\(\s?(\d{1,3})\s?[, ]\s?(\d{1,3})\s?[, ]\s?(\d{1,3})\s?\)")
_NAMED = {
    "black": "#000000", "navy": "#000080", "blue": "#0000ff", "green": "#008000", "teal": "#008080",
    "maroon": "#800000", "purple": "#800080", "red": "#ff0000", "gray": "#808080", "grey": "#808080",
    "darkblue": "#00008b", "darkred": "#8b0000", "darkgreen": "#006400", "dimgray": "#696969", "dimgrey": "#696969",
    "slategray": "#708090", "darkslategray": "#2f4f4f", "midnightblue": "#191970", "brown": "#a52a2a",
    "silver": "#c0c0c0", "lightgray": "#d3d3d3", "lightgrey": "#d3d3d3",
}  # fmt: skip
_SPACE = re.compile(r"(?:(?:\d{1,2}(?:\.\d{1,4})?(?:px|pt|em|ex|cm|mm|in)|0|auto)(?: |\Z)){1,4}")
_WIDTH = re.compile(r"(?:\d(?:\.\d{1,4})?(?:px|pt)|0|thin|medium)")
_LINES = frozenset("none solid dotted dashed double".split())
_HEIGHT = re.compile(r"normal|[12](?:\.\d{1,4})?|1\d\d(?:\.\d{1,4})?%|\d{1,2}(?:\.\d{1,4})?(?:px|pt)")


def declared(style: str) -> Mapping[str, str]:
    """What a ``style`` declares of what may be taken over, its values in a plain form."""
    return dict(_declarations(style))


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style[:_LENGTH].split(";")[:_DECLARATIONS]:
        name, _, written = declaration.partition(":")
        name = name.strip().casefold()
        value = re.sub(r"\s*!\s*important\Z|\s+", " ", written.strip()).strip()
        taken = _PROPERTIES[name](value) if name in _PROPERTIES else ""
        if taken:
            yield name, taken


def family(value: str) -> str:
    """The families of a ``font-family`` that any page can name without quotes."""
    names = (name.strip().strip("'\"").strip() for name in value[:_LENGTH].split(",")[:_FAMILIES])
    return ", ".join(name for name in names if _FAMILY.fullmatch(name))


def size(value: str) -> str:
    """A size of type that can be read, in points, pixels or a word."""
    value = value.strip().casefold()
    found = _SIZE.fullmatch(value)
    if not found:
        return value if value in _SIZES else ""
    least, most = _READABLE[found[2]]
    return f"{float(found[1]):g}{found[2]}" if least <= float(found[1]) <= most else ""


def colour(value: str) -> str:
    """A colour as ``#rrggbb``, if type in it can be read on white."""
    found = _any_colour(value)
    return found if found and _contrast_to_white(found) >= _LEAST_CONTRAST else ""


def _any_colour(value: str) -> str:
    value = value.strip().casefold()
    if _HEX.fullmatch(value):
        return value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])
    found = _RGB.fullmatch(value)
    if found and all(int(part) <= 255 for part in found.groups()):
        return "#" + "".join(f"{int(part):02x}" for part in found.groups())
    return _NAMED.get(value, "")


def _contrast_to_white(hexadecimal: str) -> float:
    """WCAG 2's ratio, from 1 (white) to 21 (black)."""
    parts = (int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _one_of(words: str) -> Callable[[str], str]:
    allowed = frozenset(words.split())
    return lambda value: value.casefold() if value.casefold() in allowed else ""


def _like(pattern: re.Pattern[str]) -> Callable[[str], str]:
    return lambda value: value.casefold() if pattern.fullmatch(value.casefold()) else ""


def _border(value: str) -> str:
    """A line's width, kind and colour, in any order."""
    parts = re.sub(r"\s?,\s?", ",", value.casefold()).split(" ")
    taken = [part if part in _LINES or _WIDTH.fullmatch(part) else _any_colour(part) for part in parts]
    return " ".join(taken) if all(taken) and len(taken) <= 3 else ""


_SIDES = ("", "-top", "-right", "-bottom", "-left")
_PROPERTIES: Mapping[str, Callable[[str], str]] = {
    "color": colour,
    "font-family": family,
    "font-size": size,
    "font-style": _one_of("normal italic oblique"),
    "font-variant": _one_of("normal small-caps"),
    "font-weight": _one_of("normal bold bolder lighter 100 200 300 400 500 600 700 800 900"),
    "line-height": _like(_HEIGHT),
    "text-align": _one_of("left right center justify start end"),
    "text-decoration": _one_of("none underline line-through"),
    "text-transform": _one_of("none uppercase lowercase capitalize"),
    "vertical-align": _one_of("top middle bottom baseline sub super"),
    "white-space": _one_of("normal nowrap pre pre-wrap pre-line"),
    "border-collapse": _one_of("collapse separate"),
    **{f"border{side}": _border for side in _SIDES},
    **{f"{space}{side}": _like(_SPACE) for space in ("margin", "padding") for side in _SIDES},
}

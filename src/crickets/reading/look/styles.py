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
_READABLE = {"px": (9.0, 64.0), "pt": (7.0, 48.0), "%": (56.0, 400.0)}
_RELATIVE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})(%|em)")
_ANY_SIZE = re.compile(r"([\d.]+)(px|pt|%)")
_STANDS_FOR = {
    "": "100%", "xx-small": "9px", "x-small": "10px", "small": "13px", "medium": "16px", "large": "18px",
    "x-large": "24px", "smaller": "83.3%", "larger": "120%",
}  # fmt: skip
"""What a word of CSS comes to in every browser (CSS Fonts 4 §2.5), where a part of it is asked for."""
_FONT = re.compile(
    r"(?P<before>(?:(?:normal|italic|oblique|small-caps|bold|bolder|lighter|[1-9]00) ){0,4}+)"
    r"(?P<size>[^\s/]{1,12}+)(?: ?/ ?(?P<height>[^\s/]{1,12}+))? (?P<family>[^/]++)",
    re.IGNORECASE,
)
"""CSS's shorthand: style, variant and weight in any order, the size with the lines' height, the families."""
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


def declared(style: str, *, relative: bool = False) -> Mapping[str, str]:
    """
    What a ``style`` declares of what may be taken over, its values in a plain form.

    Sizes as parts of another only if they are asked for (in percent, for `size_within`): many within each other hide.
    """
    said = dict(_declarations(style))
    return said if relative else {name: value for name, value in said.items() if not _is_part(name, value)}


def _is_part(name: str, value: str) -> bool:
    return name == "font-size" and value.endswith("%")


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style[:_LENGTH].split(";")[:_DECLARATIONS]:
        name, _, written = declaration.partition(":")
        name = name.strip().casefold()
        value = re.sub(r"\s*!\s*important\Z|\s+", " ", written.strip()).strip()
        for longhand, said in _in_full(value) if name == "font" else ((name, value),):
            taken = _PROPERTIES[longhand](said) if longhand in _PROPERTIES else ""
            if taken:
                yield longhand, taken


def _in_full(value: str) -> Iterator[tuple[str, str]]:
    """What the shorthand ``font`` says, property by property; nothing where one of its two chief parts isn't known."""
    found = _FONT.fullmatch(value)
    if not found or not _any_size(found["size"]) or not family(found["family"]):
        return
    for word in found["before"].split():
        yield from ((name, word) for name in ("font-style", "font-variant", "font-weight"))
    yield from (("font-size", found["size"]), ("line-height", found["height"] or ""), ("font-family", found["family"]))


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


def _any_size(value: str) -> str:
    """A size of type, or the part of the size around it, in percent."""
    found = _RELATIVE.fullmatch(value.strip().casefold())
    if not found:
        return size(value)
    percent = float(found[1]) * (100 if found[2] == "em" else 1)
    least, most = _READABLE["%"]
    return f"{percent:g}%" if least <= percent <= most else ""


def size_within(inner: str, outer: str) -> str:
    """What a size comes to within type of another: a part of that where it says so, unless nobody could read it."""
    if not inner.endswith("%"):
        return inner or outer
    around = _ANY_SIZE.fullmatch(_STANDS_FOR.get(outer, outer))
    if not around:
        return outer
    number, unit = round(float(around[1]) * float(inner[:-1]) / 100, 1), around[2]
    least, most = _READABLE[unit]
    if not least <= number <= most:
        return outer
    return "" if (number, unit) == (100, "%") else f"{number:g}{unit}"


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
    "font-size": _any_size,
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

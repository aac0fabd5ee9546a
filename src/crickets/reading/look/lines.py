"""
The lines of an HTML page, with where they stand in it and what they are set in.

Knows which elements hold type and how its setting is handed down; must not know which of the lines say what. Looks at
each tag a bounded number of times. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape

from crickets.domain.look import NO_LOOK, Font, Paragraphs
from crickets.reading.body.tags import (
    EMPTY_ELEMENTS,
    LINE_ELEMENTS,
    PARAGRAPH_ELEMENTS,
    SILENT_ELEMENTS,
    TOKEN,
    attributes_of,
)
from crickets.reading.look.styles import colour, declared, family, size_within

_LINES = 2_000
_DEPTH = 100
_SHEET = 20_000
_CLASSES = 5

_BREAKS = LINE_ELEMENTS | PARAGRAPH_ELEMENTS | {"td", "th", "caption", "hr"}
_HTML_SIZES = {"1": "x-small", "2": "small", "3": "medium", "4": "large", "5": "x-large"}
_RULE = re.compile(r"([^{}]{1,300}+)\{([^{}]{0,2000}+)\}")
_REMARK = re.compile(r"/\*[^*]{0,2000}+\*/|<!--|-->")
_SELECTOR = re.compile(r"[a-z]{0,10}(?:\.[a-z0-9_-]{1,40})?")
_NO_SPACE = re.compile(r"0(?:[a-z%]*)(?:\Z| )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A line that says something.

    `start` and `end` cut it out of the page, with the tags in front that belong to nothing before it. `inside` says
    that it can't be: it begins within text whose line ends count.
    """

    text: str
    start: int
    end: int
    font: Font
    paragraphs: Paragraphs
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Element:
    name: str
    font: Font = NO_LOOK.font
    paragraphs: Paragraphs = Paragraphs.LINES


@dataclass(slots=True)
class _Walk:
    """How far the page has been read."""

    lines: list[Line] = field(default_factory=list)
    within: list[_Element] = field(default_factory=lambda: [_Element(name="")])
    sheet: dict[str, Mapping[str, str]] = field(default_factory=dict)
    silent: str = ""
    styles: str = ""
    words: list[str] = field(default_factory=list)
    set_as: _Element = _Element(name="")
    start: int = -1
    end: int = 0
    opened: int = 0
    table: bool = False
    inside: bool = False

    def begin(self, at: int) -> None:
        """Note where what belongs to the next line begins."""
        if not self.words and self.start < 0:
            self.start, self.opened, self.table = at, 0, False

    def forget(self) -> None:
        """What stood in front belongs to nothing that comes."""
        self.start, self.opened, self.table = -1, 0, False

    def write(self, text: str, at: int, *, inside: bool = False) -> None:
        """Go on with the line."""
        if not text.strip():
            return
        if not self.words:
            self.begin(at)
            self.set_as, self.inside = self.within[-1], inside
        self.words.append(unescape(text))
        self.end = at + len(text)

    def end_line(self) -> None:
        """End the line, if it says anything."""
        if not self.words:
            return
        line = Line(
            text=" ".join(" ".join(self.words).split()),
            start=self.start,
            end=self.end,
            font=self.set_as.font,
            paragraphs=self.set_as.paragraphs,
            inside=self.inside,
        )
        self.lines.append(line)
        self.words.clear()
        self.forget()


def lines_of_page(html: str) -> tuple[Line, ...]:
    """The lines of a page that say anything, at most 2,000."""
    walk = _Walk()
    for token in TOKEN.finditer(html):
        name = (token["name"] or token["broken"] or "").casefold()
        if walk.silent:
            _read_silently(walk, token, name)
        elif token["text"]:
            _write(walk, token["text"], token.start())
        elif name.startswith("/") or token["end"]:
            _close(walk, name.lstrip("/"))
        elif name:
            _open(walk, name, token["attributes"] or "", token.start())
        if len(walk.lines) >= _LINES:
            break
    walk.end_line()
    return tuple(walk.lines)


def _read_silently(walk: _Walk, token: re.Match[str], name: str) -> None:
    """Go past what nobody sees; the rules in it are kept."""
    if name == "style" and walk.silent == "head":
        walk.silent = "style"
    elif name.lstrip("/") == walk.silent and (token["end"] or name.startswith("/")):
        walk.sheet |= _rules(walk.styles)
        walk.silent = walk.styles = ""
    elif walk.silent == "style" and len(walk.styles) < _SHEET:
        walk.styles += token[0][:_SHEET]


def _rules(styles: str) -> Mapping[str, Mapping[str, str]]:
    """What a sheet says of elements by their name or class, and nothing more artful."""
    rules: dict[str, Mapping[str, str]] = {}
    for rule in _RULE.finditer(_REMARK.sub(" ", styles[:_SHEET])):
        for selector in rule[1].rpartition(";")[2].casefold().split(","):
            if _SELECTOR.fullmatch(selector.strip()):
                rules[selector.strip()] = {**rules.get(selector.strip(), {}), **declared(rule[2], relative=True)}
    return rules


def _write(walk: _Walk, text: str, at: int) -> None:
    if not any(element.name == "pre" for element in walk.within):
        walk.write(text, at)
        return
    for number, piece in enumerate(text.split("\n")):
        if number:
            walk.end_line()
        walk.write(piece, at, inside=bool(number))
        at += len(piece) + 1


def _open(walk: _Walk, name: str, written: str, at: int) -> None:
    if name in SILENT_ELEMENTS or name == "style":
        walk.silent = name
        return
    if name == "br":
        walk.end_line()
        if not walk.table:
            walk.forget()  # an empty line above
        return
    if name in _BREAKS:
        walk.end_line()
    if name in EMPTY_ELEMENTS:
        return
    walk.begin(at)
    walk.opened += 1
    walk.table = walk.table or name == "table"
    if len(walk.within) < _DEPTH:
        walk.within.append(_element(walk, name, attributes_of(written)))


def _close(walk: _Walk, name: str) -> None:
    if name in _BREAKS:
        walk.end_line()
    if not walk.words and walk.start >= 0:
        walk.opened -= 1
        if walk.opened < 0:
            walk.forget()
    if any(element.name == name for element in walk.within):
        while walk.within[-1].name != name:
            walk.within.pop()
        walk.within.pop()
    if not walk.within:
        walk.within.append(_Element(name=""))


def _element(walk: _Walk, name: str, attributes: Mapping[str, str]) -> _Element:
    """An element with what it hands down."""
    above = walk.within[-1]
    styled = _styled(walk, name, attributes)
    written = Font(
        family=styled.get("font-family", "") or family(attributes.get("face", "")),
        size=styled.get("font-size", "") or _HTML_SIZES.get(attributes.get("size", "") if name == "font" else "", ""),
        colour=styled.get("color", "") or (colour(attributes.get("color", "")) if name == "font" else ""),
    )
    font = Font(
        family=written.family or above.font.family,
        size=size_within(written.size, above.font.size),
        colour=written.colour or above.font.colour,
    )
    return replace(above, name=name, font=font, paragraphs=_paragraphs(name, styled, attributes, above))


def _styled(walk: _Walk, name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
    """What the page's sheet and the tag itself declare of an element."""
    classes = attributes.get("class", "").casefold().split()[:_CLASSES]
    selectors = (name, *(selector for its in classes for selector in (f".{its}", f"{name}.{its}")))
    by_sheet = {key: value for selector in selectors for key, value in walk.sheet.get(selector, {}).items()}
    return {**by_sheet, **declared(attributes.get("style", ""), relative=True)}


def _paragraphs(name: str, styled: Mapping[str, str], attributes: Mapping[str, str], above: _Element) -> Paragraphs:
    if name in {"div", "td", "th", "body", "pre"}:
        return Paragraphs.LINES
    if name != "p":
        return above.paragraphs
    margin = styled.get("margin-bottom", styled.get("margin", ""))
    tight = "msonormal" in attributes.get("class", "").casefold() or _NO_SPACE.match(margin)
    return Paragraphs.TIGHT if tight else Paragraphs.SPACED

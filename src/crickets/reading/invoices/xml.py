"""
XML of strangers as a small tree, within bounds.

Knows expat, which reads no file and no address on its own. It's asked directly: what no reader of ours asks for isn't
kept, so that the memory taken is bounded by the limits below and not by the file, and a file of another root is left
at its first tag. A document with a DOCTYPE isn't given to it at all, so that no entity is ever declared: lxml has
fetched parameter entities as late as 6.1.2 in spite of its defaults. The text is decoded before, as some of the
codecs of Python that a document may name do more than decode. Must not know what an invoice is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from crickets.domain.invoice import Refusal
from crickets.reading.invoices.refused import NoInvoice, Refused

SIZE_LIMIT = 16 << 20
"""Octets: the receivers of FatturaPA take 5 MB, those of XRechnung 15 MB, attachments inside included."""

DEPTH_LIMIT = 40
"""Elements inside one another: UBL with a signature in its extensions has about 15."""

ELEMENTS_LIMIT = 500_000
"""Elements of a document, and as many attributes, of those that aren't kept too: some have ten thousand lines."""

KEPT_LIMIT = 20_000
"""Elements that are kept."""

TEXT_LIMIT = 4_000
"""Characters of one element's text, above which it's cut: nothing that is read is as long."""

ATTRIBUTES_LIMIT = 16
"""Attributes of an element; those behind aren't kept."""

CROWD_LIMIT = 256
"""Attributes of an element beyond which the document is refused: expat has all of them before it tells of one."""

_BETWEEN = "\n"
"""Stands between a namespace and a local name, as it can stand in neither."""

_CROWDED = re.compile(rf"""<[^<>!?"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+){{{CROWD_LIMIT + 1}}}""")
"""A tag of so many values: it's sought in one go, as nothing in it goes beyond the next tag."""

_ENCODING = re.compile(rb"""<\?xml[^>]{1,60}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']""")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CODECS = {
    "": "utf-8",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "iso-8859-1": "iso-8859-1",
    "iso-8859-2": "iso-8859-2",
    "iso-8859-15": "iso-8859-15",
    "windows-1250": "cp1250",
    "windows-1252": "cp1252",
}
"""The encodings that invoices are written in, and Python's names for them."""


@dataclass(slots=True, kw_only=True)
class Element:
    """An element by its local name; `text` is its own, blanks at its ends taken off."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """Its own text."""
        return "".join(self.pieces).strip()

    def all(self, path: str) -> Iterator[Element]:
        """Every descendant at a path of local names (``A/B``), in the document's order."""
        first, _, rest = path.partition("/")
        for child in self.children:
            if child.name == first:
                yield from child.all(rest) if rest else (child,)

    def first(self, path: str) -> Element | None:
        """The first descendant at a path, or None."""
        return next(self.all(path), None)

    def said(self, path: str) -> str:
        """The text of the first descendant at a path that has any; empty if none has."""
        return next((one.text for one in self.all(path) if one.text), "")


def texts_at(element: Element, paths: Iterable[str]) -> Iterator[str]:
    """The text of every descendant at some paths."""
    return (one.text for path in paths for one in element.all(path))


Unread = Mapping[tuple[str, str], Collection[str]]
"""The root elements, by namespace and local name, that a document is known by; and what isn't kept of each."""


def root_of(octets: bytes, unread: Unread) -> Element:
    """
    The root element of a document, with all below it that isn't inside an element of an `unread` name.

    A document of another root is left at its first tag with `NoInvoice`. Refused are a document that isn't well
    formed, one with a DOCTYPE, and one beyond the limits.
    """
    if len(octets) > SIZE_LIMIT:
        raise Refused(Refusal.TOO_LARGE)
    text = _text(octets.lstrip()).lstrip()  # some programs write blank lines before it
    if not text.startswith("<"):
        raise NoInvoice
    if "<!DOCTYPE" in text:  # there's no other way to write it; in a comment it's as strange
        raise Refused(Refusal.DOCTYPE)
    if _CROWDED.search(text):
        raise Refused(Refusal.TOO_MANY)
    building = _Building(unread=unread)
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    try:
        parser.buffer_text = True
        parser.StartElementHandler = building.start
        parser.EndElementHandler = building.end
        parser.CharacterDataHandler = building.characters
        parser.Parse(text, True)  # noqa: FBT003 - expat's own signature: this is all of it
    except expat.ExpatError as err:
        raise Refused(Refusal.NOT_WELL_FORMED, f"line {err.lineno}") from err
    return building.root


def _text(octets: bytes) -> str:
    """The text of a document, by its mark or the encoding that it declares."""
    mark = next((mark for mark in _MARKS if octets.startswith(mark)), b"")
    declared = _ENCODING.match(octets[:200])
    codec = _MARKS.get(mark) or _CODECS.get(declared[1].decode("ascii").casefold() if declared else "")
    if codec is None:
        raise Refused(Refusal.NOT_WELL_FORMED, "its encoding")
    try:
        return octets.decode(codec)
    except UnicodeDecodeError as err:
        raise Refused(Refusal.NOT_WELL_FORMED, "its encoding") from err


@dataclass(slots=True, kw_only=True)
class _Building:
    """The tree as far as it has been read."""

    unread: Unread
    skipped: Collection[str] = ()
    opened: list[Element] = field(default_factory=list)
    root: Element = field(default_factory=lambda: Element(name=""))
    depth: int = 0
    elements: int = 0
    attributes: int = 0
    kept: int = 0
    unread_from: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into an element."""
        self.depth += 1
        self.elements += 1
        self.attributes += len(attributes)
        namespace, _, name = tag.rpartition(_BETWEEN)
        if self.depth > DEPTH_LIMIT:
            raise Refused(Refusal.TOO_DEEP)
        if self.elements > ELEMENTS_LIMIT or self.attributes > ELEMENTS_LIMIT:
            raise Refused(Refusal.TOO_MANY)
        if self.depth == 1:
            self.skipped = self.known(namespace, name)
        if not self.unread_from and name in self.skipped:
            self.unread_from = self.depth
        if not self.unread_from:
            self.keep(name, attributes)

    def known(self, namespace: str, name: str) -> Collection[str]:
        """What isn't kept of a document by its root."""
        if (namespace, name) not in self.unread:
            raise NoInvoice
        return self.unread[namespace, name]

    def keep(self, name: str, attributes: dict[str, str]) -> None:
        """Make an element part of the tree, and the one that is open."""
        self.kept += 1
        if self.kept > KEPT_LIMIT:
            raise Refused(Refusal.TOO_MANY)
        few = list(attributes.items())[:ATTRIBUTES_LIMIT]
        element = Element(name=name, attributes={key.rpartition(_BETWEEN)[2]: value[:TEXT_LIMIT] for key, value in few})
        if self.opened:
            self.opened[-1].children.append(element)
        else:
            self.root = element
        self.opened.append(element)

    def end(self, tag: str) -> None:
        """Come out of an element."""
        if not self.unread_from:
            self.opened.pop()
        elif self.unread_from == self.depth:
            self.unread_from = 0
        self.depth -= 1

    def characters(self, text: str) -> None:
        """Note some text of the element that is open."""
        if self.unread_from or not self.opened:
            return
        element = self.opened[-1]
        piece = text[: TEXT_LIMIT - element.length]
        if piece:
            element.pieces.append(piece)
            element.length += len(piece)

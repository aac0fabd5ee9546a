"""
What a WebDAV server answers about many resources at once (RFC 4918 §13), within bounds.

Knows expat, as the reading of invoices does and for the same reasons: a document with a DOCTYPE is refused before an
entity is declared, nothing is fetched, and what isn't asked for isn't kept. Must not know what the resources are for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from crickets.errors import Surprise

DEPTH_LIMIT = 20
ELEMENTS_LIMIT = 200_000
TEXT_LIMIT = 256 << 10
"""Characters of one element, above which it's taken for none of ours."""

_DAV, _CALDAV = "DAV:", "urn:ietf:params:xml:ns:caldav"
_BETWEEN = "\n"
_ASKED = {
    f"{_DAV}{_BETWEEN}href": "href",
    f"{_DAV}{_BETWEEN}getetag": "etag",
    f"{_CALDAV}{_BETWEEN}calendar-data": "data",
}
_RESPONSE = f"{_DAV}{_BETWEEN}response"
_ROOT = f"{_DAV}{_BETWEEN}multistatus"
_CALENDAR = f"{_CALDAV}{_BETWEEN}calendar"
_COMPONENT = f"{_CALDAV}{_BETWEEN}comp"
_REMEDY = "See to it that the address is that of a task list on a CalDAV server."


@dataclass(slots=True, kw_only=True)
class Resource:
    """One resource: where it is, its ETag and its text; whether it's a calendar, and of what `components`."""

    href: str = ""
    etag: str = ""
    data: str = ""
    is_calendar: bool = False
    components: list[str] = field(default_factory=list)


def resources_in(octets: bytes) -> tuple[Resource, ...]:
    """The resources that an answer tells of, in its order. Raises `Surprise` where it isn't such an answer."""
    reading = _Reading()
    # In UTF-8, whatever it declares: some of the codecs of Python that a document may name do more than decode.
    parser = expat.ParserCreate("utf-8", _BETWEEN)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    try:
        parser.Parse(octets, True)  # noqa: FBT003 - expat's own signature: this is all of it
    except expat.ExpatError as error:
        raise _surprise(f"is no XML (line {error.lineno})", octets) from error
    except _Beyond as error:
        raise _surprise(str(error), octets) from error
    return tuple(reading.found)


def _surprise(why: str, octets: bytes) -> Surprise:
    return Surprise(f"the answer about the task list {why}", wire=octets, remedy=_REMEDY)


class _Beyond(Exception):
    """It isn't read any further."""


@dataclass(slots=True, kw_only=True)
class _Reading:
    """An answer as far as it has been read."""

    found: list[Resource] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    elements: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)

    def doctype(self, *_: object) -> None:
        """Nothing that a server of ours has any use for."""
        raise _Beyond("has a DOCTYPE")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into an element."""
        self.elements += 1
        if not self.open and tag != _ROOT:
            raise _Beyond("is not of the kind that was asked for")
        if len(self.open) >= DEPTH_LIMIT or self.elements > ELEMENTS_LIMIT:
            raise _Beyond("is too large")
        self.open.append(tag)
        self.pieces, self.length = [], 0
        if tag == _RESPONSE:
            self.found.append(Resource())
        for resource in self.current():
            resource.is_calendar |= tag == _CALENDAR
            if tag == _COMPONENT and len(resource.components) < DEPTH_LIMIT:
                resource.components.append(attributes.get("name", "")[:20])

    def end(self, tag: str) -> None:
        """Come out of an element, with its text where that was asked for."""
        self.open.pop()
        name = _ASKED.get(tag, "")
        for resource in self.current():
            if name and not getattr(resource, name):  # the first href is the resource's own
                setattr(resource, name, "".join(self.pieces).strip() if self.length <= TEXT_LIMIT else "")
        self.pieces, self.length = [], 0

    def characters(self, text: str) -> None:
        """Note some text of the element that is open."""
        if self.open[-1] in _ASKED:
            self.length += len(text)
            if self.length <= TEXT_LIMIT:
                self.pieces.append(text)

    def current(self) -> Iterator[Resource]:
        """The resource that is being told of, if one is."""
        if _RESPONSE in self.open:
            yield self.found[-1]

"""
What the make of an HTML page tells: whether somebody typed it, or designed it for thousands.

Knows how newsletters and advertisements are built: tables, pictures from afar, beacons, forms. Must not know the
words in it. Each pattern looks at each character a bounded number of times. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from crickets.reading.body.mime import Part

LIMIT = 256 * 1024
_LINKS_LIMIT = 400

_TAG = re.compile(r"<([a-zA-Z]{1,20}+)((?:\s[^<>]{0,3000}+)?)>")
_NAMED = re.compile(r"""\b(href|src|background|action)\s{0,5}=\s{0,5}["']?\s{0,5}([^\s"'<>]{1,2000}+)""", re.IGNORECASE)
_TINY = re.compile(r"""\b(?:width|height)\s{0,5}[=:]\s{0,5}["']?[01](?:px)?\b(?!\s{0,5}%)""", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s{0,5}:\s{0,5}none|font-size\s{0,5}:\s{0,5}[01](?:px|pt)?\s{0,5}[;\"']", re.IGNORECASE)
_COLOURED = re.compile(r"\b(?:bgcolor|background(?:-color)?)\b", re.IGNORECASE)
_LOUD = re.compile(
    r"""\bsize\s{0,5}=\s{0,5}["']?\+?[4-7]\b|font-size\s{0,5}:\s{0,5}(?:2[4-9]|[3-9]\d)""", re.IGNORECASE
)
_MIDDLE = re.compile(r"\balign\s{0,5}=\s{0,5}[\"']?center|text-align\s{0,5}:\s{0,5}center", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"[a-z]<(?:!|/?[a-z0-9]{12,40}\b)[^<>]{0,200}+>[a-z]", re.IGNORECASE)
_NUMBERED_HOST = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}\Z|\d{8,10}\Z|0x[0-9a-f]+", re.IGNORECASE)
_TRACKED = 60
"""How long the part of a link behind its host is when it says who clicked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What was counted in a page."""

    tags: Mapping[str, int]
    pictures: int = 0
    beacons: int = 0
    links: int = 0
    tracked: int = 0
    numbered: int = 0
    hosts: int = 0
    coloured: int = 0
    loud: int = 0
    middle: int = 0
    unseen: int = 0
    broken: int = 0


def page_of(parts: Iterable[Part]) -> str:
    """The HTML that a mail shows, of all its parts; empty if it shows none."""
    pages: list[str] = []
    for part in parts:
        if sum(map(len, pages)) > LIMIT:
            break
        if part.type == "text/html" and not part.is_attachment:
            pages.append(part.text())
    return "\n".join(pages)[:LIMIT]


def markup_of(html: str) -> Markup:
    """What a page is made of."""
    page = html[:LIMIT]
    tags: dict[str, int] = {}
    counts = dict.fromkeys(("pictures", "beacons", "coloured", "loud", "middle", "unseen"), 0)
    links: list[str] = []
    for tag in _TAG.finditer(page):
        name, attributes = tag[1].casefold(), tag[2]
        tags[name] = tags.get(name, 0) + 1
        if attributes:
            links.extend(_links(attributes))
            for trait in _traits(name, attributes):
                counts[trait] += 1
    return Markup(tags=tags, broken=len(_BROKEN_WORD.findall(page[:50_000])), **counts, **_counted(links))


def _links(attributes: str) -> Iterator[str]:
    return (found[2] for found in _NAMED.finditer(attributes) if found[1].casefold() == "href")


def _traits(name: str, attributes: str) -> Iterator[str]:
    """Which of the counted traits an element has."""
    if name == "img":
        source = _NAMED.search(attributes)
        if source and source[2][:4].casefold() == "http":  # what a person puts into a mail comes with it
            yield "beacons" if len(_TINY.findall(attributes)) > 1 else "pictures"
    if _COLOURED.search(attributes):
        yield "coloured"
    if _LOUD.search(attributes):
        yield "loud"
    if _MIDDLE.search(attributes):
        yield "middle"
    if _UNSEEN.search(attributes):
        yield "unseen"


def _counted(links: list[str]) -> Mapping[str, int]:
    targets = [target for target in map(_target, links[:_LINKS_LIMIT]) if target]
    return {
        "links": len(targets),
        "tracked": sum(len(rest) > _TRACKED for _, rest in targets),
        "numbered": sum(bool(_NUMBERED_HOST.match(host)) for host, _ in targets),
        "hosts": len({host for host, _ in targets}),
    }


def _target(link: str) -> tuple[str, str] | None:
    """The host of a web link and what stands behind it."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", link
    return (host, f"{parts.path}{parts.query}") if parts.scheme.casefold() in {"http", "https"} else None

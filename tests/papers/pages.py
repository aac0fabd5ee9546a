"""The README and the pages of docs/, their blocks of code, headings and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")))
"""What an owner reads; decisions are of their day."""

_BLOCK = re.compile(r"(?ms)^(?P<indent> *)```(?P<kind>\w*)\n(?P<text>.*?)^ *```$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code on a page."""

    page: str
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def page(name: str) -> str:
    """The text of a page."""
    return (ROOT / name).read_text("utf-8")


def blocks(*kinds: str) -> tuple[Block, ...]:
    """All blocks of these kinds on all pages, their indent taken off."""
    return tuple(block for name in PAGES for block in _blocks(name) if block.kind in kinds)


def _blocks(name: str) -> Iterator[Block]:
    text = page(name)
    for found in _BLOCK.finditer(text):
        lines = (line.removeprefix(found["indent"]) for line in found["text"].splitlines(keepends=True))
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page=name, line=line, kind=found["kind"], text="".join(lines))


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"(?m)^#+ (.+)$", re.sub(_BLOCK, "", text))
    return {re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-") for heading in headings}


def links(text: str) -> tuple[str, ...]:
    """Where its links lead that stay in the repository."""
    prose = re.sub(_BLOCK, "", text)
    return tuple(found for found in re.findall(r"\]\(([^)\s]+)\)", prose) if "://" not in found)

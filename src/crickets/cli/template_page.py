"""
How templates look on a terminal and as JSON.
"""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from crickets.cli.letters import read
from crickets.cli.safe import plain_lines
from crickets.cli.shapes import Json
from crickets.writing import Shelf, Template


def list_page(shelf: Shelf) -> Table:
    """Every template with its languages; the owner's own are marked."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for style in ("bold", "", "green"):
        table.add_column(style=style)
    for name in shelf.names():
        own = _own(shelf, name)
        table.add_row(name, " ".join(shelf.languages(name)), f"yours: {' '.join(own)}" if own else "")
    return table


def listed(shelf: Shelf) -> list[Json]:
    """The same as JSON."""
    return [
        {"name": name, "languages": list(shelf.languages(name)), "yours": list(_own(shelf, name))}
        for name in shelf.names()
    ]


def _own(shelf: Shelf, name: str) -> tuple[str, ...]:
    """The languages in which the owner's own text is taken."""
    return tuple(language for language in shelf.languages(name) if shelf.source(name, language).own)


def source_page(template: Template) -> Text:
    """A template's source as it is, made harmless."""
    return Text(plain_lines(template.source).strip("\n"))


def told(template: Template) -> Json:
    """`template show --json`."""
    return {
        "name": template.name,
        "language": template.language,
        "subject": template.subject or None,
        "body": template.body,
        "source": template.source,
        "origin": template.origin,
        "yours": template.own,
    }


def draft_page(message: bytes) -> Text:
    """A draft with the few headers that matter."""
    draft, text = read(message), Text()
    for name, value in draft.headers:
        text.append(f"{name}: ", style="bold").append(f"{value}\n")
    return text.append(f"\n{draft.text}")

"""
What one thread does to end another's work, held by the source: no race of a few instructions can be run on purpose.

The other thread puts None where its line was as soon as it's done. Who looks whether there is one and then looks again
may find none, and that error takes the place of being cancelled: a daemon that was to end in peace, or to read its
config anew, would die of it.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "crickets"
ENDINGS = {"interrupt": 1, "end": 1, "stop": 1, "give_up": 2}
"""How what is called from another thread is named, and how many arguments it has: a parser's `end` is another thing."""


def twice_read(source: str) -> tuple[str, ...]:
    """Each ending that reads something of its own more than once, by its line."""
    return tuple(
        f"{ending.lineno}: {name}"
        for ending in _endings(ast.parse(source))
        for name, times in Counter(_own(ending)).items()
        if times > 1
    )


def _endings(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and len(node.args.args) == ENDINGS.get(node.name):
            yield node


def _own(ending: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(ending):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            yield node.attr


def test_what_ends_work_in_another_thread() -> None:
    """It reads what the other may take away once, and asks after what it has read."""
    found = {str(path.relative_to(SOURCE)): twice_read(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}

    assert sum(source.count("interrupt(self)") for source in _sources()) > 8
    assert {path: twice for path, twice in found.items() if twice} == {}


def _sources() -> Iterator[str]:
    return (path.read_text("utf-8") for path in SOURCE.rglob("*.py"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("if self._line is not None: self._line.cut()", ("2: _line",)),
        ("self._ended = True\n  if (line := self._line) is not None: line.cut()", ()),
    ],
)
def test_what_is_told(body: str, told: tuple[str, ...]) -> None:
    """Reading twice, and not reading once into a name of its own."""
    assert twice_read(f"class A:\n def interrupt(self):\n  {body}") == told

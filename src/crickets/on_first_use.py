"""
A package whose names are loaded when they are first asked for.

For a package that many come to for one thing of many, and whose modules are dear: `from crickets.reading import
language_of` then loads what tells languages, and nothing of the rest. Knows no name of anybody's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def on_first_use(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package (PEP 562), for names by the modules below it in which they live."""

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return found

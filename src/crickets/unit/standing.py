"""
How a unit stands: what its file is, and what its manager says of it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from crickets.unit.installing import origin_at
from crickets.unit.manager import Manager, Standing
from crickets.unit.place import Place
from crickets.unit.text import Origin, program_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A unit as it lies there, and as it runs; `lingers` is None where nobody knows, or it's the machine's."""

    place: Place
    origin: Origin
    program: str = ""
    program_is_there: bool = True
    drop_ins: tuple[Path, ...] = ()
    standing: Standing | None = None
    lingers: bool | None = None


def look(place: Place, manager: Manager | None) -> Seen:
    """Look at a unit; without a manager, at its file alone. Raises as the manager does, and `LedgerUnusable`."""
    standing = None if manager is None else manager.standing()
    origin = origin_at(place)
    program = "" if origin is Origin.MISSING else program_of(_text(place.path))
    return Seen(
        place=place,
        origin=origin,
        program=program,
        program_is_there=not program or os.access(_without_home(program), os.X_OK),
        drop_ins=place.drop_ins,
        standing=standing,
        lingers=None if manager is None else manager.lingers(),
    )


def _without_home(program: str) -> Path:
    return Path.home() / program[3:] if program.startswith("%h/") else Path(program)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""

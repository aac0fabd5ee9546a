"""
What was measured already, in a file: a benchmark of hours that was cut short goes on where it was.

Knows costs and a file; must not know what was run. What was measured of other code, or of another mailbox, counts for
nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.speed.cost import Cost

_ROOT = Path(__file__).parents[2]
_CODE = ("src", "benchmarks")


class Kept:
    """The costs of each program so far; of `what`, or else of nothing."""

    def __init__(self, file: Path | None = None, what: str = "") -> None:
        self._file = file
        self._costs: defaultdict[str, list[Cost]] = defaultdict(list)
        lines = file.read_text("utf-8").splitlines() if file is not None and file.exists() else []
        if lines and json.loads(lines[0]) == what:
            for line in lines[1:]:
                who, cost = json.loads(line)
                self._costs[who].append(Cost(**cost))
        elif file is not None:
            file.write_text(json.dumps(what) + "\n", "utf-8")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured before."""
        return not self._costs

    def of(self, who: str) -> Sequence[Cost]:
        """What its runs took, the first in front."""
        return self._costs.get(who, ())

    def add(self, who: str, cost: Cost) -> None:
        """One more of its runs."""
        self._costs[who].append(cost)
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps([who, asdict(cost)]) + "\n")


def code() -> str:
    """A fingerprint of all that is measured, and of what measures it."""
    digest = hashlib.sha256()
    for folder in _CODE:
        for path in sorted((_ROOT / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()

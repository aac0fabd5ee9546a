"""The page on hostile mail, servers and neighbours names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_each_test_that_is_named() -> None:
    """It's in the file where the page says that it is."""
    named = NAMED.findall((ROOT / "docs" / "hostile.md").read_text())
    missing = [f"{file}::{test}" for file, test in named if f"def {test}(" not in (ROOT / file).read_text()]

    assert missing == []
    assert len(named) > 50

"""Each guard of the table still reads in the source as the table says, and can be switched off in a copy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.simulation.guards import GUARDS, SOURCE, Guard, Place, main, switched_off


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_switched_off(guard: Guard, tmp_path: Path) -> None:
    """What is left is Python, and is another program than before."""
    copy = tmp_path / "crickets"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    switched_off(guard, copy)

    for place in guard.places:
        text = (copy / place.file).read_text(encoding="utf-8")
        assert text != (SOURCE / place.file).read_text(encoding="utf-8")
        compile(text, place.file, "exec")


def test_no_migration() -> None:
    """A new ledger is made without them: a guard that is switched off there is still on in all years."""
    assert [g.name for g in GUARDS if any("migrations" in place.file for place in g.places)] == []


def test_a_guard_that_reads_otherwise(tmp_path: Path) -> None:
    """A table that has grown old is told of, rather than proving nothing."""
    (tmp_path / "empty.py").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="bring the table up to date"):
        switched_off(Guard("gone", Place("empty.py", "x", "")), tmp_path)


def test_the_source_itself_stays(capsys: pytest.CaptureFixture[str]) -> None:
    """One guard, switched off for some years: the promise that breaks is told, and the source is as it was."""
    before = (SOURCE / "domain" / "people.py").read_bytes()

    assert main(["Junk and Trash", "--years", "5", "--jobs", "1"]) == 0
    assert re.search(r"\| answers in Junk and Trash count \| \d \| (promise 5|otherwise)", capsys.readouterr().out)
    assert before == (SOURCE / "domain" / "people.py").read_bytes()

"""Every command of Crickets' on the pages: the tree of commands knows it, and all of its options."""

from __future__ import annotations

import pytest

from tests.papers.commands import Line, calls, prose_calls, shell_lines, unknown_in

IN_BLOCKS = [(line, call) for line in shell_lines() for call in calls(line)]


@pytest.mark.parametrize(("line", "call"), IN_BLOCKS, ids=lambda each: str(each) if isinstance(each, Line) else "")
def test_in_a_block(line: Line, call: tuple[str, ...]) -> None:
    """It's to be typed as it stands."""
    assert unknown_in(call) == ""


@pytest.mark.parametrize("line", prose_calls(), ids=str)
def test_in_prose(line: Line) -> None:
    """It's named as it is."""
    assert unknown_in(line.words) == ""


def test_that_there_are_any() -> None:
    """The pages are read as they're meant: they have blocks with calls, and far more prose."""
    assert len(IN_BLOCKS) > 15
    assert len(prose_calls()) > 60


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        (("statsu",), "statsu"),
        (("once", "--dry"), "--dry of once"),
        (("auth", "signin"), "signin"),
        (("--confg", "x", "status"), "--confg"),
        (("--config", "status", "status", "--all"), ""),
        (("invoice", "add", "k3f9", "--number", "--json", "--amount", "1"), ""),
    ],
)
def test_what_is_unknown(typed: tuple[str, ...], unknown: str) -> None:
    """It's found, wherever it stands; an option's value is none."""
    assert unknown_in(typed) == unknown

"""What the owner searches subjects by, against subjects that are made for it."""

from __future__ import annotations

from time import process_time

import pytest

from crickets.config.expressions import expression
from crickets.domain.patterns import is_like

SUBJECTS = ("a" * 2_000 + "!", "a " * 1_000 + "!", "re: " * 500 + "!", "(" * 2_000, "1" * 2_000 + "x", " " * 2_000)


@pytest.mark.parametrize(
    "text",
    [
        "(?i)invoice|fattura", r"\d+ of \d+", r"^re:\s*offer", r"(\d{1,3}[.,]){1,4}\d+", "(?:ab)+c*", "(?>a+)+$",
        "(?:a++)+$", "(?:re: )*offer", "[[a]",
    ],
)  # fmt: skip
def test_one_that_comes_to_an_end(text: str) -> None:
    """It's taken as it is, and is soon through with any subject."""
    began = process_time()
    for subject in SUBJECTS:
        expression(text).search(subject)

    assert process_time() - began < 5


@pytest.mark.parametrize(
    "text",
    [
        "(a+)+$",
        "(a*)*b",
        "(?:a+?)+$",
        r"(\w+\s?)*x",
        "((a|b)+c?)*d",
        "(a+){2,}b",
        "(?=(a+)+b)",
        "(?:x|(?:y*z)*)*w",
        "(?>(?:a+)+)$",
    ],
)
def test_one_that_might_never(text: str) -> None:
    """It's refused where it's written: `re` can't be interrupted."""
    with pytest.raises(ValueError, match="repeats what is repeated itself"):
        expression(text)


def test_a_pattern_of_many_stars() -> None:
    """What folders and addresses are found by is soon through with any name."""
    began = process_time()
    for name in ("a" * 10_000 + "!", "a/" * 5_000):
        assert not is_like(name, "*a" * 20 + "b")

    assert process_time() - began < 5

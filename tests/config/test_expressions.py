"""What the owner searches subjects by, against subjects that are made for it."""

from __future__ import annotations

from time import process_time

import pytest

from crickets.config.expressions import expression
from crickets.config.ways import ways
from crickets.domain.patterns import is_like
from crickets.domain.policy import SUBJECT_LENGTH

SUBJECTS = (
    "a" * 1_000 + "!", "a " * 500 + "!", "ab" * 500, "re: " * 250 + "!", "(" * 1_000, "1" * 1_000 + "x", " " * 1_000,
    "offer " * 200,
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "(?i)invoice|fattura", r"\d+ of \d+", r"^re:\s*offer", r"(\d{1,3}[.,]){1,4}\d+", "(?:ab)+c*", "(?>a+)+$",
        "(?:a++)+$", "(?:re: )*offer", "[[a]", r"^(?:(?:re|aw|fwd?):\s*)+offer", "(?i).*offer.*site.*", ".*a.*b",
        "(?:(?!a).)*b", "(?:a|b|[cd])+e", "a?" * 12 + "b", r"(.+)(.+)\2x",
        "(a)?(?(1)b|c)", "(a)(?:(?(1)a|b))*$", "(?:a(?!)|b)c", "(?:[a😀]y?|[b🎉]z?)+c$",
    ],
)  # fmt: skip
def test_one_that_comes_to_an_end(text: str) -> None:
    """It's taken as it is, and is soon through with any subject."""
    began = process_time()
    for subject in SUBJECTS:
        expression(text).search(subject, 0, SUBJECT_LENGTH)

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
        "(a|a)*$",
        r"(?:\w\d|__)+$",
        "(?:a{1,9})*$",
        "(?:aa?)*$",
        "(?:a?){25}b",
        "(?i)(?:ab|AB)*$",
        "(a)?(?:(?(1)a?|b))*c",
        "(?:[a😀]y?|[b😀]z?)+c$",
        "(?:[a\ue000]y?|[b\ue000]z?)+c$",
        "(?i)(?:𐐀y?|[b𐐨]z?)+c$",
        r"(?:x[^a]?|😀|\W)+z",
        "(?:(?:(?:(?:(?:a?){10}){10}){10}){10}){10}",
        "(?:" * 90 + "a" + ")*" * 90,
    ],
)
def test_one_that_might_never(text: str) -> None:
    """It's refused where it's written: `re` can't be interrupted."""
    with pytest.raises(ValueError, match="can fit the same letters in several ways"):
        expression(text)


@pytest.mark.parametrize(
    "text",
    [
        ".*.*.*x",
        ".*a.*b.*c",
        r"\w*\d*\w*\d*x",
        r"[а-я]*[а-яё]*\w*[^\d]*x",
        "(?=.*a.*b.*c)",
        "(a{1,10}){1,10}b",
        "a?" * 25 + "a" * 25,
        r"(.+)(.+)(.+)\3x",
    ],
)
def test_one_that_might_take_long(text: str) -> None:
    """So is that: of two hundred letters there are too many ways to share them out."""
    with pytest.raises(ValueError, match="too many repeats that can share the same letters out"):
        expression(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("^offer", 1),
        (r"\Aoffer", 1),
        ("offer", 10),
        ("", 10),
        (r"\d+ of \d+", 10),
        (r"\s*re:\s*offer\s+\d+", 10),
        ("^(?:ab)+c*", 1),
        ("^(?:ab)*(?:a|c)", 10),
        ("^.*x", 10),
        ("^.*?x", 10),
        ("^.*", 1),
        ("^.*+x", 1),
        ("^(?>.*)x", 1),
        ("^(?>a*)b*a", 1),
        ("^(?>b*b)*+b", 10),
        ("^.*(?=.*y)x", 100),
        ("^.*(?!x)", 1),
        ("^a?a", 2),
        ("^(?:a?){3}a", 8),
        ("^a{3}a", 1),
        ("^(?:xa|yb)z", 1),
        ("^(?:xz|x)z", 2),
        ("^(?i:xa|XB)z", 2),
        ("^(?i:xa|(?-i:X)b)z", 2),
        (r"^\w*\s*\w", 10),
        ("^a*(?:b|)c*a", 10),
        ("^(a)?(?(1)b|c)", 1),
        ("^(a)?(?(1)b|a)", 2),
        ("^(x)?a*(?(1)b)a", 10),
        ("^(?:[a-f][j-p])*[g-i]", 1),
        ("^[a-fm-z]*[f-m]", 10),
    ],
)
def test_how_many_ways(text: str, number: int) -> None:
    """A repeat has one, if what follows can't begin with what it repeats; with others its ways multiply."""
    assert ways(text, 10) == number


def test_a_pattern_of_many_stars() -> None:
    """What folders and addresses are found by is soon through with any name."""
    began = process_time()
    for name in ("a" * 10_000 + "!", "a/" * 5_000):
        assert not is_like(name, "*a" * 20 + "b")

    assert process_time() - began < 5

"""Characters that nobody sees are shown, and those that right-to-left text, Indic scripts and emoji need are kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.visible import visible

TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x00\x07\x1b[2J\x7f", r"\x00\x07\x1b[2J\x7f"),
        ("over\rwritten\v\f\x1c", r"over\x0dwritten\x0b\x0c\x1c"),
        ("\x85\x9b31m", r"\x85\x9b31m"),
        ("gpj.\u202efdp", r"gpj.\u202efdp"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("one\u2028two", r"one\u2028two"),
        ("pay\u200bpal, pay\xadpal, \ufeffpaypal", r"pay\u200bpal, pay\xadpal, \ufeffpaypal"),
        ("\u3164", r"\u3164"),
        ("a\U000e0041b", r"a\U000e0041b"),
        ("half \ud800 a character", r"half \ud800 a character"),
        ("pay\u200cpal, 1\u200d2, \u200dx", r"pay\u200cpal, 1\u200d2, \u200dx"),
        ("\u200eJohn, 1\u200f/2", r"\u200eJohn, 1\u200f/2"),
        ("\u061c\u200e\u200f", r"\u061c\u200e\u200f"),
    ],
)
def test_what_nobody_sees(text: str, shown: str) -> None:
    """It's shown by its number, in ASCII."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "a tab\tand\na line",
        "Łódź, Größe, 東京, e\u0301",
        "שלום (\u200fאנה\u200f)!",
        "\u200eDana: \u061cمرحبا",
        "می\u200cخواهم",
        "क्\u200dष, क्\u200cष",
        "👩\u200d👩\u200d👧 👋🏽 🧑🏽\u200d💻 🏳️\u200d🌈 ❤️\u200d🔥",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        r"C:\x1b\new",
    ],
)
def test_what_is_written_so(text: str) -> None:
    """It stays: marks beside letters from right to left, joiners behind what they join, a flag that's spelled."""
    assert visible(text) == text


def test_tags_that_spell_no_flag() -> None:
    """A flag lets through five letters, and no message."""
    assert visible("\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "obeyme")).count("\\U000e00") == 6


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing is left that a terminal obeys or that turns the text; what's shown once stays as it is."""
    shown = visible(text)

    left = {c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in TURNING}
    assert left <= {"\t", "\n"}
    assert visible(shown) == shown

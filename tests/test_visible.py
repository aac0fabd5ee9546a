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
        ("invoice\U000e0158\U000e0159 ok", r"invoice\U000e0158\U000e0159 ok"),
        ("a\ufe0f, 1\ufe0f, \ufe0f", r"a\ufe0f, 1\ufe0f, \ufe0f"),
        ("❤\ufe0f\ufe0e\ufe00", "❤\ufe0f\\ufe0e\\ufe00"),
        ("葛\U000e0100\U000e0101", "葛\U000e0100\\U000e0101"),
        ("a\ufe0f\u200d, \u034f\u200d, ^\u200d", r"a\ufe0f\u200d, \u034f\u200d, ^\u200d"),
        ("a\u2800b\u180bc", r"a\u2800b\u180bc"),
        ("\u17b4\U0001d173\U0001bca0\U000e0fff", r"\u17b4\U0001d173\U0001bca0\U000e0fff"),
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
        "葛\U000e0100城 ‼\ufe0f 1\ufe0f\u20e3 👁\ufe0f\u200d🗨\ufe0f ⤴\ufe0e ∩\ufe00 က\ufe00",
        "\u182d\u180b \u2801\u2800\u2803",
        r"C:\x1b\new",
    ],
)
def test_what_is_written_so(text: str) -> None:
    """It stays: marks beside letters from right to left, joiners and selectors behind what they're for, a flag."""
    assert visible(text) == text


def test_tags_that_spell_no_flag() -> None:
    """A flag lets through five letters, and no message."""
    assert visible("\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "obeyme")).count("\\U000e00") == 6


def test_another_notation() -> None:
    """Who shows a text elsewhere spells what nobody sees as it's spelled there, or leaves it out."""
    assert visible("a\u202eb 👩\u200d💻", lambda c: f"[U+{ord(c):04X}]") == "a[U+202E]b 👩\u200d💻"
    assert visible("pay\u200bpal", lambda _: "") == "paypal"


SOONER = st.text(
    st.sampled_from("a❤葛1^\u182d\u2801\u0300\u200d\u200c\ufe0f\ufe00\u180b\U000e0100\u2800\u034f\u20e3א\u200f")
)


@given(st.text() | SOONER)
def test_any_text(text: str) -> None:
    """Nothing is left that a terminal obeys or that turns the text; what's shown once stays as it is."""
    shown = visible(text)

    left = {c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in TURNING}
    assert left <= {"\t", "\n"}
    assert visible(shown) == shown

"""Text from outside on its way to a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.cli.safe import escaped_json, plain, plain_lines

_BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("The new site", "The new site"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;your terminal is mine\x07hello", "hello"),
        ("\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("\x1bP1$r\x1b\\after", "after"),
        ("\x9b2Jcleared", "cleared"),
        ("an end\x1b", "an end"),
        ("two\r\nlines", "two lines"),
        ("over\rwritten", "over written"),
        ("bell\x07 back\x08space", "bell backspace"),
        ("gnp.\u202eexe", "gnp.exe"),
        ("half \ud800 a character", "half  a character"),
        ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
        ("Łódź, 東京, \u200fשלום", "Łódź, 東京, שלום"),
    ],
)
def test_a_line_from_outside(hostile: str, harmless: str) -> None:
    """Sequences, controls and directions go; every letter stays."""
    assert plain(hostile) == harmless


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing that a terminal obeys is left, whatever is nested in what."""
    left = plain(text)

    assert [c for c in left if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in _BIDI] == []


@given(st.text())
def test_any_text_of_many_lines(text: str) -> None:
    """The line break is the one control that is left."""
    left = plain_lines(text)

    assert {c for c in left if unicodedata.category(c) in {"Cc", "Cs"} or c in _BIDI} <= {"\n"}


@given(st.text())
def test_a_text_in_json(text: str) -> None:
    """What is escaped means the same, and shows no control and no direction."""
    document = escaped_json(json.dumps({"subject": text}, indent=2, ensure_ascii=False))

    assert json.loads(document) == {"subject": text}
    assert {c for c in document if unicodedata.category(c) in {"Cc", "Cs"} or c in _BIDI} <= {"\n"}

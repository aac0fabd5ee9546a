"""Text from outside on its way to a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crickets.cli.safe import escaped_json, plain, plain_lines

_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("The new site", "The new site"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]0;your terminal is mine\x07hello", r"\x1b]0;your terminal is mine\x07hello"),
        ("\x1b]8;;https://evil.example\x1b\\click", r"\x1b]8;;https://evil.example\x1b\click"),
        ("\x9b2Jcleared", r"\x9b2Jcleared"),
        ("an end\x1b", r"an end\x1b"),
        (" two\r\nlines\u2028and\ta tab\n", "two lines and a tab"),
        ("over\rwritten", r"over\x0dwritten"),
        ("bell\x07 back\x08space\x1f", r"bell\x07 back\x08space\x1f"),
        ("gnp.\u202eexe", r"gnp.\u202eexe"),
        ("half \ud800 a character", r"half \ud800 a character"),
        ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
        ("Łódź, 東京, \u200fשלום", "Łódź, 東京, \u200fשלום"),
    ],
)
def test_a_line_from_outside(hostile: str, harmless: str) -> None:
    """Sequences, controls and directions are shown, not sent; every letter stays."""
    assert plain(hostile) == harmless


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing that a terminal obeys is left, whatever is nested in what."""
    left = plain(text)

    assert [c for c in left if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in _TURNING] == []


def test_many_lines() -> None:
    """They stay apart, a tab leads to the next column of four; nothing that's shown is lost at a line's end."""
    assert plain_lines("a\tb  \r\nover\rwritten\x1f\u2029\x1b[2Jc\n") == "a   b\nover\\x0dwritten\\x1f\n\\x1b[2Jc\n"


def test_columns() -> None:
    """What's shown takes the columns that it's counted as, in any encoding: it's ASCII."""
    shown = plain("\x1b[31m\u202e\x9b\u200b")

    assert shown.encode("ascii").decode() == shown
    assert cell_len(shown) == len(shown)


@given(st.text())
def test_any_text_of_many_lines(text: str) -> None:
    """The line break is the one control that is left."""
    left = plain_lines(text)

    assert {c for c in left if unicodedata.category(c) in {"Cc", "Cs"} or c in _TURNING} <= {"\n"}


@given(st.text())
def test_a_text_in_json(text: str) -> None:
    """What is escaped means the same, and shows no control and no direction."""
    document = escaped_json(json.dumps({"subject": text}, indent=2, ensure_ascii=False))

    assert json.loads(document) == {"subject": text}
    assert {c for c in document if unicodedata.category(c) in {"Cc", "Cs"} or c in _TURNING} <= {"\n"}

"""Text broken into lines."""

from __future__ import annotations

import pytest
from rich.text import Text

from crickets.cli.filling import filled


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one two three four five", ["one two three four", "five"]),
        ("  one two three four five", ["  one two three four", "  five"]),
        ("one\n\n  two", ["one", "", "  two"]),
        ("this is told by `crickets status` alone", ["this is told by", "`crickets status`", "alone"]),
        ("in /a/very/long/path/to/config.toml it is", ["in", "/a/very/long/path/to/config.toml", "it is"]),
        ("東京東京東京 東京東京東京", ["東京東京東京", "東京東京東京"]),
        ("two  blanks stay where they are", ["two  blanks stay", "where they are"]),
    ],
)
def test_a_text(text: str, lines: list[str]) -> None:
    """Between words, each line as far in as the first; what is to be copied is never cut."""
    assert filled(Text(text), 20).plain.split("\n") == lines


def test_styles() -> None:
    """Each word keeps its style."""
    text = filled(Text.assemble(("work: ", "bold"), "it is away for now"), 12)

    assert text.plain == "work: it is\naway for now"
    assert [(text.plain[span.start : span.end], span.style) for span in text.spans if span.style] == [
        ("work: ", "bold")
    ]

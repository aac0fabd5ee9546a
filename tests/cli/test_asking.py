"""Questions as they stand on a terminal."""

from __future__ import annotations

import io

import pytest

from crickets.cli.asking import agreed, asked


@pytest.mark.parametrize(("columns", "broken"), [("100", 0), ("40", 2)])
def test_a_long_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, broken: int
) -> None:
    """It's broken between words, as all that is told is."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdin", io.StringIO("here\ny\n"))
    question = "Your IMAP server, or your address if that was wrong"

    assert asked(question, str) == "here"
    assert agreed(question, by_default=False)
    assert capsys.readouterr().err.count("or your address if\nthat was wrong") == broken

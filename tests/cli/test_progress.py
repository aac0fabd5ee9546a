"""Bars on a long reading."""

from __future__ import annotations

import io

from rich.console import Console

from crickets.cli.progress import watched


def _drawn(folder: str, total: int, *, terminal: bool = True) -> str:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=terminal, width=100, markup=False, emoji=False)
    with watched(console) as progress, progress.folder("work", folder, total) as advance:
        advance(total // 2)
        advance(total // 4)
    return screen.getvalue()


def test_a_long_folder() -> None:
    """The account, the folder and how far the reading has come are shown."""
    drawn = _drawn("INBOX", 8000)

    assert "work: INBOX" in drawn
    assert "of 8,000" in drawn


def test_a_short_folder() -> None:
    """What is read at a glance needs no bar."""
    assert "INBOX" not in _drawn("INBOX", 20)


def test_no_terminal() -> None:
    """Into a file nothing is drawn."""
    assert _drawn("INBOX", 8000, terminal=False) == ""


def test_a_hostile_folder() -> None:
    """A folder's name drives no terminal and is no markup."""
    drawn = _drawn("[red]\x1b]0;mine\x07x", 8000)

    assert r"work: [red]\x1b]0;mine\x07x" in drawn
    assert "\x1b]" not in drawn


def test_the_words_of_many_mails() -> None:
    """They take longer than headers, and are shown while what follows from them is worked out."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100, markup=False, emoji=False)
    with watched(console) as progress, progress.deciding("work"), progress.words("work", 80) as advance:
        advance(60)

    assert "work: who is silent" in screen.getvalue()
    assert "work: what recent mail says" in screen.getvalue()
    assert "of 80" in screen.getvalue()
    assert "of 0" not in screen.getvalue()

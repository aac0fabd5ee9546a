"""
An error as a few lines on stderr: what is the matter, then what to do.
"""

from __future__ import annotations

from rich.text import Text

from crickets.cli.next_steps import next_steps
from crickets.cli.safe import plain
from crickets.cli.screen import notes, say
from crickets.errors import CricketsError, ExitCode


def tell(error: CricketsError, *, about: str = "") -> ExitCode:
    """Say what went wrong, and with what if `about` names it; the exit code that the error asks for."""
    console = notes()
    for number, line in enumerate(error.what.splitlines()):
        say(console, _line(line, about if number == 0 else ""))
    for line in next_steps(error.remedy).splitlines():
        say(console, Text(plain(line)))
    return error.exit_code


def _line(line: str, about: str) -> Text:
    text = Text(style="red")
    if about:
        text.append(f"{plain(about)}: ", style="bold")
    words = plain(line)
    return text.append(f"{' ' * (len(line) - len(line.lstrip(' ')))}{words}")

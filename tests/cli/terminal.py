"""A terminal with somebody at the keyboard, who answers questions as they are asked."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from types import TracebackType
from typing import Self

from tests.cli.home import Home

_PATIENCE = 60
_A_MOMENT = 2
_CTRL_C = b"\x03"
# The child of a child: only so has it the pseudo-terminal for its own, which the password is asked on.
_ON_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


class Terminal:
    """`crickets` running on a pseudo-terminal with a home's config; `code` is known once it has ended."""

    def __init__(self, home: Home, *arguments: str) -> None:
        command = (sys.executable, "-m", "crickets", "--config", str(home.config), *arguments)
        paths = {"PYTHONPATH": os.pathsep.join(sys.path), "TZ": "Europe/Rome", "TERM": "xterm"}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _ON_A_TERMINAL, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **paths},
            bufsize=0,
        )
        self.code: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def answer(self, question: str, answer: str) -> str:
        """Wait for a question to be asked to its end, and answer it; what was shown until then."""
        return self._typed(question, f"{answer}\n".encode())

    def interrupt(self, question: str) -> str:
        """Wait for a question, and press Ctrl-C; all that is still shown, as `rest` gives it."""
        self._typed(question, _CTRL_C)
        return self.rest(nudge=_CTRL_C)

    def _typed(self, question: str, keys: bytes) -> str:
        seen = ""
        while question not in seen:
            assert self._shows_something(_PATIENCE), f"nothing more was shown before {question!r}: {seen}"
            piece = self._piece()
            assert piece, f"ended before it asked {question!r}: {seen}"
            seen += piece
        self._press(keys)
        return seen

    def _press(self, keys: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(keys)

    def rest(self, nudge: bytes = b"") -> str:
        """
        All that is still shown, until the command ends.

        The nudge is pressed whenever nothing is shown for a moment: a Ctrl-C that came just before the
        line was being read is lost, whatever the terminal echoed of it, and people press it again.
        """
        seen = ""
        while piece := self._piece(nudge):
            seen += piece
        self.code = self._process.wait(_PATIENCE)
        return seen

    def _piece(self, nudge: bytes = b"") -> str:
        for _ in range(_PATIENCE // _A_MOMENT):
            if self._shows_something(_A_MOMENT):
                break
            self._press(nudge)
        else:
            raise AssertionError("nothing more was shown")
        assert self._process.stdout is not None
        return os.read(self._process.stdout.fileno(), 4096).decode("utf-8", "replace")

    def _shows_something(self, within: float) -> bool:
        stream = self._process.stdout
        assert stream is not None
        ready, _, _ = select.select([stream], [], [], within)
        return bool(ready)

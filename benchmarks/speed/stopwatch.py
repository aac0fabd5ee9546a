"""
`stopwatch.py [--terminal] FILE PROGRAM WORD...`: runs a program, and writes what it cost into a file, as JSON.

Runs by itself, with nothing imported that isn't needed: what a process uses at most is told by the kernel as no less
than its parent used when it was made. Imports nothing of this project.
"""

from __future__ import annotations

import json
import os
import pty
import sys
from time import perf_counter


def main(words: list[str]) -> int:
    """Run it; its exit code."""
    terminal = words[0] == "--terminal"
    report, *program = words[1:] if terminal else words
    begin = perf_counter()
    child = (_on_a_terminal if terminal else _begun)(program)
    _, status, used = os.wait4(child, 0)
    told = {
        "wall": perf_counter() - begin,
        "cpu": used.ru_utime + used.ru_stime,
        "peak_kb": used.ru_maxrss,
        "code": os.waitstatus_to_exitcode(status),
    }
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib is not loaded for it
        json.dump(told, file)
    return int(told["code"])


def _begun(program: list[str]) -> int:
    child = os.fork()
    if child == 0:
        os.execvp(program[0], program)  # noqa: S606 - that is what it's for
    return child


def _on_a_terminal(program: list[str]) -> int:
    """A program that wants to see a screen; what it draws is read, and goes nowhere."""
    child, screen = pty.fork()
    if child == 0:
        os.execvp(program[0], program)  # noqa: S606
    try:
        while os.read(screen, 1 << 16):
            pass
    except OSError:  # it has ended
        os.close(screen)
    return child


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

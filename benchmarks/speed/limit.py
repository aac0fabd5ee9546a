"""
The limit: a program in C that does nothing but take what comes; made anew for each run.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_SOURCE = Path(__file__).with_name("drain.c")
_COMPILE = ("-O2", "-D_GNU_SOURCE", "-Wall", "-o")


class NoCompiler(Exception):
    """There is no limit to be had here; the text says why."""


def drain_in(folder: Path) -> Path:
    """The drain, compiled into a folder; raises NoCompiler where there is no `cc`, or where it can't do it."""
    compiler = shutil.which("cc")
    if compiler is None:
        raise NoCompiler("there is no C compiler (cc) on this machine; ratios are to the drain in Python")
    program = folder / "drain"
    made = subprocess.run(  # noqa: S603 - our own source
        [compiler, *_COMPILE, str(program), str(_SOURCE)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise NoCompiler(f"cc could not compile drain.c: {made.stderr.strip()[-300:]}")
    return program

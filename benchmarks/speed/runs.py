"""
Runs of several programs in turn, and what each comes to.

Knows processes; must not know what the programs do.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.speed.cost import Cost, Costs, median_of
from benchmarks.speed.kept import Kept
from crickets.config.environment import environment

_STOPWATCH = Path(__file__).with_name("stopwatch.py")
_WITHIN = 3_600
_TOLD = 300


class Failed(Exception):
    """A program ended badly; the text is what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """
    What is run, and who it is in the table.

    `before` is done in front of each run, and isn't measured; one that draws on a screen needs a `terminal`. What takes
    very long is run `once` only, not at all to warm a server, and takes no part in a very large mailbox.
    """

    who: str
    words: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], None] = lambda: None
    terminal: bool = False
    once: bool = False


def in_turn(programs: Sequence[Program], runs: int, kept: Kept | None = None) -> Costs:
    """
    The median cost of each, over so many rounds in which all take turns: a busy machine is as unfair to each.

    One that fails once isn't run again, and one of which enough runs are `kept` isn't either.
    """
    known = kept or Kept()
    failures: dict[str, str] = {}
    for number in range(runs):
        for program in programs:
            if program.who not in failures and len(known.of(program.who)) <= number * (not program.once):
                try:
                    known.add(program.who, cost_of(program))
                except Failed as why:
                    failures[program.who] = str(why)
    return {program.who: failures.get(program.who) or median_of(known.of(program.who)[:runs]) for program in programs}


def cost_of(program: Program) -> Cost:
    """What one run of a program takes."""
    program.before()
    with tempfile.TemporaryDirectory(prefix="crickets-bench-") as folder:
        report = Path(folder, "cost.json")
        terminal = ["--terminal"] if program.terminal else []
        ran = subprocess.run(  # noqa: S603 - programs that the benchmark names itself
            [sys.executable, "-I", "-S", str(_STOPWATCH), *terminal, str(report), *program.words],
            env={**environment(), **program.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_WITHIN,
            check=False,
        )
        if ran.returncode != 0 or not report.exists():
            raise Failed((ran.stderr.strip() or ran.stdout.strip() or f"code {ran.returncode}")[-_TOLD:])
        told = json.loads(report.read_text("utf-8"))
    return Cost(wall=told["wall"], cpu=told["cpu"], peak_kb=told["peak_kb"], out=ran.stdout.strip())

"""The daemon in a process whose clock a test may set: CONFIG, and a FILE with the seconds it's ahead by.

A program of its own, for `crickets run` knows one clock alone.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from crickets.config.environment import environment
from crickets.service import log
from crickets.service.clock import system_clock
from crickets.service.run import run_daemon


def main(config: Path, ahead: Path) -> None:
    """Run until told to stop."""
    log.set_up(verbose=False, colours=False)
    run_daemon(
        config,
        environment(),
        clock=lambda: system_clock() + dt.timedelta(seconds=float(ahead.read_text(encoding="ascii"))),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

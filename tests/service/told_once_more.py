"""The daemon in a process that is told to stop once more, by each signal, when its loop has ended: CONFIG.

A program of its own, for that moment is too short to be met from outside.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from crickets.config.environment import environment
from crickets.service import log
from crickets.service.run import run_daemon


def main(config: Path) -> None:
    """Run until told to stop, and be told again."""
    log.set_up(verbose=False, colours=False)
    run_daemon(config, environment())
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(os.getpid(), number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

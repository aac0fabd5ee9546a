"""One pass that ends by SIGKILL at a boundary of the port: `python -m tests.cycle.kill_itself CALL PHASE NOW`."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from crickets.service.application import open_application
from crickets.service.unwatched import Unwatched
from tests.cycle.interference import Interfered, at
from tests.fakes.mailbox import Phase


def main(call: str, phase: str, now: str) -> None:
    """Look at the account `work` of $CRICKETS_CONFIG, and die."""
    moment = dt.datetime.fromisoformat(now)
    end = at(call, Phase(phase), lambda: os.kill(os.getpid(), signal.SIGKILL))
    environment = dict(os.environ)
    config = Path(environment["CRICKETS_CONFIG"])
    with open_application(config, environment, exclusive=True, clock=lambda: moment) as app:
        session = app.session("work", Unwatched())
        replace(session, connect=lambda: Interfered(app.connect("work"), end)).look()


if __name__ == "__main__":
    main(*sys.argv[1:])

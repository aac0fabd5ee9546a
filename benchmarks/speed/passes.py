"""
`python -m benchmarks.speed.passes CONFIG`: looks at the account over one connection, a pass for each line on stdin.

The line tells a number: so many threads of which a step is due are looked at in that pass, as if something had been
learnt of them. Prints for each pass, the first among them, what it took this process, as JSON. Whoever started it
counts what went over the line meanwhile.
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from crickets.config.environment import environment
from crickets.service.application import Application, open_application
from crickets.service.heartbeat import Heartbeat


def main(config: Path) -> None:
    """Pass after pass, as long as stdin tells to."""
    with open_application(config, environment(), exclusive=True) as app:
        [account] = app.accounts
        session = app.session(account, Heartbeat())
        try:
            while True:
                wall, cpu = perf_counter(), _cpu()
                session.look()
                session.hand_over()
                print(json.dumps({"wall": perf_counter() - wall, "cpu": _cpu() - cpu}), flush=True)
                ordered = sys.stdin.readline()
                if not ordered:
                    return
                _wake(app, account, int(ordered))
        finally:
            session.close()


def _wake(app: Application, account: str, number: int) -> None:
    """Have so many of those that wait for the day's cap looked at again: what is kept of them is what was known."""
    due = islice(app.ledger.in_line(account, app.clock()), number)
    app.ledger.remark(account, *(thread.messages[-1] for thread in due))


def _cpu() -> float:
    used = getrusage(RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(Path(sys.argv[1]))

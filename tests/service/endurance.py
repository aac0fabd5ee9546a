"""
The daemon over many passes, and what they leave behind: `python -m tests.service.endurance --passes 10000`.

The real process with ten accounts on a real Dovecot, woken by IDLE each time a mail comes or is thrown away. It's
the same fifty that come again and again: of a ledger that grows more is kept at hand. Every few thousand passes all
lines are cut, and it's counted what the process holds. Prints a table; fails if that grows.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from time import monotonic
from typing import Self

from tests.cycle.tables import table
from tests.servers.dovecot import Dovecot
from tests.servers.mail import Mail, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.recorder import Recorder
from tests.service.running import Running
from tests.service.stage import Stage, a_silence

_ACCOUNTS = tuple(f"account{number}" for number in range(10))
_MAILS = 50
_ONCE_MORE = 60.0
_ALLOWED = 1.05
"""How much more memory than after the first samples the last ones may show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the process holds after so many passes; memory in MB."""

    passes: int
    files: int
    threads: int
    memory: float
    seconds: float

    @classmethod
    def of(cls, daemon: Running, *, passes: int, since: float) -> Self:
        """The process as it is now (proc(5))."""
        process = Path(f"/proc/{daemon.process.pid}")
        pages = int((process / "statm").read_text(encoding="ascii").split()[1])
        return cls(
            passes=passes,
            files=sum(1 for _ in (process / "fd").iterdir()),
            threads=sum(1 for _ in (process / "task").iterdir()),
            memory=pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
            seconds=monotonic() - since,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 if the daemon holds no more in the end than in the beginning, and has left no traceback."""
    options = _options().parse_args(arguments)
    server = Dovecot()
    try:
        samples = list(_samples(server, options.passes, options.every))
    finally:
        server.stop()
    heads = ("passes", "open files", "threads", "memory, MB", "seconds")
    rows = [(f"{s.passes:,}", str(s.files), str(s.threads), f"{s.memory:.1f}", f"{s.seconds:.0f}") for s in samples]
    sys.stdout.write(table(heads, rows) + "\n")
    return int(_has_grown(samples))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.service.endurance", description=__doc__)
    parser.add_argument("--passes", type=int, default=10_000, help="how many (%(default)s)")
    parser.add_argument(
        "--every", type=int, default=2_500, help="so many between two samples, a minute at least (%(default)s)"
    )
    return parser


def _samples(server: Dovecot, passes: int, every: int) -> Iterator[Sample]:
    recorder = Recorder(server)
    with tempfile.TemporaryDirectory(prefix="crickets-") as home, ExitStack() as owners:
        stage = Stage(Path(home))
        boxes = {name: stage.add(server, name, via=recorder, poll_every="1 hour") for name in _ACCOUNTS}
        for box in boxes.values():
            a_silence(box)
            owners.enter_context(box.staying())
        with stage.daemon() as daemon:
            _all_told(daemon, 0, "watch.began", "pass.ended")
            began = monotonic()
            yield Sample.of(daemon, passes=0, since=began)
            mails = cycle([a_message(at=dt.datetime.now(dt.UTC)) for _ in range(_MAILS)])
            for upto in range(every, passes + 1, every):
                for _ in range(0, every, 2 * len(boxes)):
                    _a_mail_comes_and_goes(daemon, boxes, next(mails))
                yield Sample.of(daemon, passes=upto, since=began)
                before = len(daemon.log)
                recorder.drop()
                _all_told(daemon, before, "watch.began", "pass.ended")
            daemon.end()
    recorder.stop()


def _a_mail_comes_and_goes(daemon: Running, boxes: Mapping[str, OwnersMailbox], mail: Mail) -> None:
    """Two passes of each account."""
    before = len(daemon.log)
    uids = {name: box.put("INBOX", mail) for name, box in boxes.items()}
    _all_told(daemon, before, "pass.ended")
    before = len(daemon.log)
    for name, box in boxes.items():
        box.remove("INBOX", uids[name], to_trash=False)
    _all_told(daemon, before, "pass.ended")


def _all_told(daemon: Running, before: int, *events: str) -> None:
    """Return once the log has had these events after each other, for each account, since it was so long."""
    for account in _ACCOUNTS:
        daemon.wait_for(partial(_told, daemon, before, account, events), _ONCE_MORE)


def _told(daemon: Running, before: int, account: str, events: Sequence[str]) -> bool:
    log = iter(daemon.log[before:])
    return all(any(told.matches(event, {"account": account}) for told in log) for event in events)


def _has_grown(samples: Sequence[Sample]) -> bool:
    """Whether the end is worse than what came after the first passes, which load what is loaded once."""
    early, late = samples[1], samples[-1]
    return late.files > early.files or late.threads > early.threads or late.memory > _ALLOWED * early.memory


if __name__ == "__main__":
    sys.exit(main())

"""Passes over 20 due threads are killed at random moments: `python -m tests.cycle.kills --kills 200 --seed 1`.

Real processes, SIGKILL, a real ledger file, a real Dovecot. Prints a table, and for each failure the
command that repeats it, if the machine is as quick the next time.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.cycle.killed import THREADS, Hunt, Life, a_hunt
from tests.cycle.tables import table
from tests.servers.dovecot import Dovecot


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 if in every mailbox one draft lies for each thread, and nothing else has changed."""
    options = _options().parse_args(arguments)
    server = Dovecot(quick=True)
    try:
        with a_hunt(server, near_appends=options.near_appends) as hunt:
            lives = list(_told(_lives(hunt, options)))
            sys.stdout.write(_table(lives, hunt, options) + "\n")
    finally:
        server.stop()
    return int(any(life.wrong for life in lives))


def _lives(hunt: Hunt, options: argparse.Namespace) -> Iterator[Life]:
    """One mailbox after the other, until so many kills have struck; or the one that is asked for."""
    if options.mailbox is None:
        yield from hunt.lives(options.seed, options.kills)
    else:
        yield hunt.life(options.mailbox, options.seed, options.kills)


def _told(lives: Iterator[Life]) -> Iterator[Life]:
    kills = 0
    for life in lives:
        kills += life.kills
        sys.stderr.write(f"mailbox {life.number}: {life.drafts} drafts; {kills} kills so far\n")
        yield life


def _table(lives: Sequence[Life], hunt: Hunt, options: argparse.Namespace) -> str:
    struck = sum((life.struck for life in lives), Counter[str]())
    counts = {
        "kills that struck a living pass": struck.total(),
        "passes that had ended before": sum(life.in_time for life in lives),
        "mailboxes": len(lives),
        "threads due in them": THREADS * len(lives),
        "drafts in the end": sum(life.drafts for life in lives),
        "mailboxes with anything else wrong": sum(bool(life.wrong) for life in lives),
    }
    rows = [(what, f"{number:,}") for what, number in counts.items()]
    heard = [(verb, f"{number:,}") for verb, number in struck.most_common()]
    return "\n".join(
        (
            f"{_where(options)}; a pass that lays {THREADS} drafts takes {hunt.whole:.1f} s",
            "",
            table(("what", "how many"), rows),
            "",
            table(("the last command said before the kill", "kills"), heard),
            *(_failure(life, options) for life in lives if life.wrong),
        )
    )


def _where(options: argparse.Namespace) -> str:
    return "Killed right after an APPEND has begun" if options.near_appends else "Killed anywhere"


def _failure(life: Life, options: argparse.Namespace) -> str:
    near = " --near-appends" if options.near_appends else ""
    replay = f"python -m tests.cycle.kills{near} --seed {options.seed} --mailbox {life.number}"
    return f"\nMailbox {life.number}: {'; '.join(life.wrong)}\n    {replay}"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.cycle.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--near-appends", action="store_true", help="only at moments right after an APPEND has begun")
    parser.add_argument("--mailbox", type=int, metavar="N", help="that one of the seed's mailboxes only")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""The line is cut at every byte of a session on real Dovecot, and each time what must come of it comes of it.

`python -m tests.cycle.every_byte` cuts the session that lays a draft, with `--taking-back` the one that takes it back.
Prints a table, and for each failure the command that repeats it. A cut that no session was long enough for isn't
counted, but told of.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from tests.cycle.cuts import LAYING, SIDES, TAKING_BACK, Cut, Extent, Play, Played, all_played, measured
from tests.cycle.tables import table

BEYOND = 8
"""How many cuts are tried behind the last byte: a session may be a little longer than the one that was measured."""

_BATCH = 250


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 if every cut that a session was long enough for ended well."""
    options = _options().parse_args(arguments)
    play = TAKING_BACK if options.taking_back else LAYING
    whole = measured(play)
    cuts = _cuts(whole, options)
    done: list[Played] = []
    for batch in _in_batches(play, cuts, options.jobs):
        done += batch
        wrong = sum(bool(each.wrong) for each in done)
        sys.stderr.write(f"{len(done)} of {len(cuts)} cuts, {wrong} of them wrong\n")
    sys.stdout.write(_told(play, whole, done) + "\n")
    return int(any(each.wrong for each in done))


def _cuts(whole: Extent, options: argparse.Namespace) -> list[Cut]:
    """What was asked for: all, by default, before the first byte, after each, and a few beyond the end."""
    cuts = [
        Cut(side=side, byte=byte)
        for side in options.side or SIDES
        for byte in range(options.first, (whole.of(side) + BEYOND if options.last is None else options.last) + 1)
    ]
    return cuts[:: math.ceil(len(cuts) / options.sample)] if options.sample else cuts


def _in_batches(play: Play, cuts: Sequence[Cut], jobs: int) -> Iterator[tuple[Played, ...]]:
    """Each batch on a server of its own, so many side by side."""
    batches = [cuts[start : start + _BATCH] for start in range(0, len(cuts), _BATCH)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(all_played, play), batches)


def _told(play: Play, whole: Extent, done: Sequence[Played]) -> str:
    by_side = {side: [each for each in done if each.cut.side == side] for side in SIDES}
    rows = [_row(side, whole.of(side), cuts) for side, cuts in by_side.items() if cuts]
    heads = ("cut after", "bytes said", "cuts", "left anew", "well in the end", "never reached", "slowest")
    replays = [_failure(play, each) for each in done if each.wrong]
    return "\n".join((f"A session of {play.name}", "", table(heads, rows), *replays))


def _row(side: str, said: int, done: Sequence[Played]) -> tuple[str, ...]:
    reached = [each for each in done if each.reached]
    well = sum(not each.wrong for each in reached)
    anew = sum(not each.known for each in reached)
    counts = (said, len(reached), anew, well, len(done) - len(reached))
    return (f"the {side}'s", *(f"{count:,}" for count in counts), f"{max(each.seconds for each in done):.2f} s")


def _failure(play: Play, played: Played) -> str:
    cut, back = played.cut, " --taking-back" if play is TAKING_BACK else ""
    replay = f"python -m tests.cycle.every_byte{back} --side {cut.side} --from {cut.byte} --to {cut.byte}"
    return f"\nAfter {cut.byte} of the {cut.side}'s bytes: {'; '.join(played.wrong)}\n    {replay}"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.cycle.every_byte", description=__doc__)
    parser.add_argument("--taking-back", action="store_true", help="the session that takes a draft back")
    parser.add_argument("--side", action="append", choices=SIDES, help="whose bytes are counted; both by default")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="BYTE")
    parser.add_argument("--to", dest="last", type=int, metavar="BYTE", help=f"by default {BEYOND} beyond the end")
    parser.add_argument("--sample", type=int, metavar="N", help="no more than N cuts, evenly spread")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="so many servers and mailboxes side by side")
    return parser


if __name__ == "__main__":
    sys.exit(main())

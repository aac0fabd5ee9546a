"""
Many years, one after the other or side by side: `python -m tests.simulation --years 1000 --seed 1 --jobs 2`.

A year that breaks a promise is told as a short story with the command that lives it again, and ends the run.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.simulation.story import BrokenPromiseError
from tests.simulation.year import PACES, Tally, Year

_CHUNK = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Live the years that the command line asks for; 1 if a promise was broken."""
    options = _options(arguments)
    begun, tally = time.perf_counter(), Tally(years=0)
    for told in _lived(options):
        if isinstance(told, str):
            sys.stdout.write(f"{told}\n")
            return 1
        tally += told
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{tally.years} years")
    sys.stdout.write(f"{table(tally, time.perf_counter() - begun)}\n")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--years", type=int, default=1000, help="how many (%(default)s)")
    parser.add_argument("--seed", default="1", help="what chance begins with (%(default)s)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first year (%(default)s)")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side (%(default)s)")
    parser.add_argument(
        "--wire", action="store_true", help="speak IMAP with a server in this process, command by command"
    )
    parser.add_argument(
        "--pace",
        choices=PACES,
        default="usual",
        help="busy: more at stake, and more faults there; overtaken: most drafts are answered before they are sent",
    )
    parser.add_argument("--whole-story", action="store_true", help="tell everything of a year that goes wrong")
    return parser.parse_args(arguments)


def _lived(options: argparse.Namespace) -> Iterator[Tally | str]:
    seeds = [f"{options.seed}.{number}" for number in range(options.first, options.first + options.years)]
    live = partial(a_year, whole=options.whole_story, wire=options.wire, pace=options.pace)
    if options.jobs == 1:
        _collect_seldom()
        yield from map(live, seeds)
        return
    with ProcessPoolExecutor(options.jobs, initializer=_collect_seldom) as pool:
        try:
            yield from pool.map(live, seeds, chunksize=_CHUNK)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _collect_seldom() -> None:
    """Spare a sixth of the time: a year leaves little behind, and the collector looks through all that is loaded."""
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)


def a_year(seed: str, *, whole: bool = False, wire: bool = False, pace: str = "usual") -> Tally | str:
    """What a year came to, or the story of how a promise was broken in it."""
    year = Year(seed, wire=wire, pace=PACES[pace])
    name, _, number = seed.rpartition(".")
    ways = f"{' --wire' if wire else ''}{'' if pace == 'usual' else f' --pace {pace}'}"
    again = f"python -m tests.simulation --seed {name} --first {number} --years 1{ways}"
    try:
        return year.live()
    except BrokenPromiseError as broken:
        about = re.search(r"#\d+", str(broken))
        lines = "\n".join(year.story.lines) if whole else year.story.short(about[0] if about else "")
        return f"{lines}\n\nBroken: {broken}\nAgain: {again}"
    except Exception as mistake:  # Crickets' own, or the simulation's: it keeps its traceback
        mistake.add_note(f"Again: {again}")
        raise


def table(tally: Tally, seconds: float) -> str:
    """The run in figures, as docs/reliability.md shows it."""
    faults = "\n".join(f"| {kind} | {count:,} |" for kind, count in tally.faults.most_common())
    return f"""| | |
|---|---|
| mailbox-years | {tally.years:,} |
| passes, of them undisturbed | {tally.passes:,}, {tally.good:,} |
| what people did | {tally.events:,} |
| drafts laid, taken back | {tally.laid:,}, {tally.taken_back:,} |
| counts of days compared | {tally.days_compared:,} |
| faults | {tally.faults.total():,} |
| broken promises | 0 |
| time | {seconds:,.0f} s |

| fault | |
|---|---|
{faults}"""


if __name__ == "__main__":
    sys.exit(main())

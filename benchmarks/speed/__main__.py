"""
`python -m benchmarks.speed`: how fast a mailbox is read, as one table on stdout.

Knows the options; what is measured, and how, is the modules'.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.speed.agency import Agency, Figures
from benchmarks.speed.aims import aims_of, aims_of_many
from benchmarks.speed.contender import Place
from benchmarks.speed.kept import Kept, code
from benchmarks.speed.machine import described, other_work
from benchmarks.speed.maildir import MadeMailbox, mailbox_of, throw_away_drafts
from benchmarks.speed.markdown import NoMarks, figures_of, require_marks, written_into
from benchmarks.speed.measuring import Measuring, note
from benchmarks.speed.rows import AGENCY, agency_rows, agency_table, daemon_of, figures_table
from benchmarks.speed.runs import Failed
from benchmarks.speed.server import line_to, serving, serving_packed
from benchmarks.table import Table
from crickets.service.clock import system_clock
from tests.servers.home import mail_owner
from tests.servers.server import Unavailable

_RUNS, _MESSAGES, _SEED = 3, 10_000, 1
_ACCOUNTS = 200
_LARGE = 100_000
_ROOT = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Make the mailboxes that are missing, measure on each of them, print the table."""
    options = _options().parse_args(arguments)
    compile_dir(_ROOT / "src", quiet=1)  # as an installed program is, whether or not this Python writes that down
    try:
        if options.into:
            require_marks(options.into)
        if busy := other_work():
            note(f"the machine is {busy}")
        tables = {str(messages): _measured(messages, options) for messages in options.messages}
        if options.accounts and _is_wanted(options.only, AGENCY, daemon_of(options.accounts)):
            tables[AGENCY] = _measured_agency(options)
    except (Unavailable, NoMarks) as why:
        sys.stderr.write(f"{why}\n")
        return 2
    except KeyboardInterrupt:
        note("cut short; the same command goes on from here")
        return 130
    _tell(tables, busy, options)
    for messages in options.messages:
        _kept_in(messages, options).unlink(missing_ok=True)  # whoever asks again wants it measured again
    return 0


def _tell(tables: dict[str, Table], busy: str, options: argparse.Namespace) -> None:
    """Keep the figures where they're wanted."""
    figures = {of: table.as_json() for of, table in tables.items()}
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if options.into:
        by_name = {messages: {str(row["who"]): row for row in figures[str(messages)]} for messages in options.messages}
        many = {str(row["who"]): row for row in figures.get(AGENCY, ())}
        aims = (*aims_of(by_name), *aims_of_many(many, daemon_of(options.accounts)))
        text = figures_of(described(options.cache, busy), tuple(tables.values()), aims)
        written_into(options.into, text)


def _measured(messages: int, options: argparse.Namespace) -> Table:
    note(f"a mailbox of {messages:,} messages, in {options.cache}")
    now = int(system_clock().timestamp())
    mailbox = mailbox_of(messages, seed=options.seed, cache=options.cache, owner=mail_owner(), now=now)
    kept = Kept(_kept_in(messages, options), f"{mailbox.login} {code()}")
    throw_away_drafts(mailbox, options.cache)  # of a run that was cut short
    with _work(mailbox, kept) as folder, _places(folder, mailbox, options) as (place, packing):
        wanted = partial(_is_wanted, options.only)
        measuring = Measuring(
            place=place, packing=packing, runs=options.runs, wanted=wanted, kept=kept, large=messages > _LARGE
        )
        try:
            table = figures_table(_title(mailbox, options), measuring.rows())
        finally:
            throw_away_drafts(mailbox, options.cache)
    print(table, flush=True)
    return table


def _measured_agency(options: argparse.Namespace) -> Table:
    who = f"{daemon_of(options.accounts)}, over TLS"
    note(f"{who}; idle for {options.idle:g} s")
    options.cache.mkdir(parents=True, exist_ok=True)
    found: Figures | str
    with tempfile.TemporaryDirectory(prefix="agency-", dir=options.cache) as folder:
        try:
            found = Agency(folder=Path(folder), accounts=options.accounts, idle=options.idle).measured()
        except Failed as why:
            found = str(why)
    table = agency_table(who, agency_rows(found, options.accounts))
    print(table, flush=True)
    return table


@contextmanager
def _work(mailbox: MadeMailbox, kept: Kept) -> Iterator[Path]:
    """A folder for what programs write; it outlives a run that is cut short, and goes with one that ends."""
    folder = Path(tempfile.gettempdir(), f"crickets-bench-of-{mailbox.login}")
    if kept.is_empty:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _places(folder: Path, mailbox: MadeMailbox, options: argparse.Namespace) -> Iterator[tuple[Place, Place]]:
    """Where it's measured; and the same on a server that compresses."""
    with serving(options.cache) as plain, serving_packed(options.cache) as packing:
        place = Place(
            folder=folder,
            line=line_to(plain, mailbox.login),
            store=options.cache / mailbox.login,
            folders=tuple(mailbox.folders),
            peers_python=options.peers_python,
        )
        yield place, place.at("packing", line_to(packing, mailbox.login))


def _kept_in(messages: int, options: argparse.Namespace) -> Path:
    return Path(options.cache, f"measured-{messages}-{options.seed}.jsonl")


def _is_wanted(only: Sequence[str], operation: str, who: str) -> bool:
    return not only or any(part in f"{operation}: {who}" for part in only)


def _title(mailbox: MadeMailbox, options: argparse.Namespace) -> str:
    folders = ", ".join(f"{count:,} {name}" for name, count in mailbox.folders.items())
    return f"{mailbox.messages:,} messages ({folders}); median of {options.runs}"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=_RUNS, help="how often each program runs (default %(default)s)")
    parser.add_argument(
        "--messages", type=_numbers, default=(_MESSAGES,), help="one size of mailbox or several, as 10000,100000,300000"
    )
    parser.add_argument("--accounts", type=int, default=_ACCOUNTS, help="of the daemon; 0: none (default %(default)s)")
    parser.add_argument("--idle", type=float, default=60.0, help="how long it's left alone, in seconds")
    parser.add_argument("--seed", type=int, default=_SEED, help="another seed is another mailbox")
    parser.add_argument("--only", action="append", help="only rows with these words; may be given more than once")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    parser.add_argument("--into", type=Path, help="put them into this page, between its marks: docs/performance.md")
    parser.add_argument("--peers-python", type=Path, help="the Python that has what requirements/bench.txt names")
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(tempfile.gettempdir(), "crickets-bench"),
        help="where made mailboxes are kept (default %(default)s)",
    )
    return parser


def _numbers(value: str) -> tuple[int, ...]:
    return tuple(int(number.replace("_", "")) for number in value.split(","))


if __name__ == "__main__":
    sys.exit(main())

"""
`python -m benchmarks.speed`: how fast a mailbox is read, as one table on stdout.

Knows the options and the order of things; what is measured, and how, is the modules'.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.speed import nothing_new
from benchmarks.speed.agency import Agency, Figures
from benchmarks.speed.maildir import MadeMailbox, mailbox_of, throw_away_drafts
from benchmarks.speed.ours import require_complete
from benchmarks.speed.programs import FIRST_READING, STATUS, Place, contenders, on_a_slow_link
from benchmarks.speed.proxy import SLOW, Proxy
from benchmarks.speed.rows import AGENCY, agency_rows, agency_table, daemon_of, figures_table, look_rows, rows_of
from benchmarks.speed.runs import Cost, Costs, Failed, Program, in_turn
from benchmarks.speed.server import line_to, serving
from benchmarks.table import Cell
from crickets.service.clock import system_clock
from tests.servers.home import mail_owner
from tests.servers.server import Unavailable

_RUNS, _MESSAGES, _SEED = 3, 10_000, 1
_ACCOUNTS = 200


def main(arguments: list[str] | None = None) -> int:
    """Make the mailboxes that are missing, measure on each of them, print the table."""
    options = _options().parse_args(arguments)
    try:
        figures = {str(messages): _measured(messages, options) for messages in options.messages}
        if options.accounts and _is_wanted(options.only, AGENCY, daemon_of(options.accounts)):
            figures[AGENCY] = _measured_agency(options)
    except Unavailable as why:
        sys.stderr.write(f"{why}\n")
        return 2
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def _measured(messages: int, options: argparse.Namespace) -> list[dict[str, Cell]]:
    _note(f"a mailbox of {messages:,} messages, in {options.cache}")
    now = int(system_clock().timestamp())
    mailbox = mailbox_of(messages, seed=options.seed, cache=options.cache, owner=mail_owner(), now=now)
    throw_away_drafts(mailbox, options.cache)  # of a run that was cut short
    with serving(options.cache) as server, tempfile.TemporaryDirectory(prefix="crickets-bench-") as folder:
        place = Place(
            folder=Path(folder),
            line=line_to(server, mailbox.login),
            folders=tuple(mailbox.folders),
            peers_python=options.peers_python,
        )
        try:
            table = figures_table(_title(mailbox, options.runs), _rows(place, options))
        finally:
            throw_away_drafts(mailbox, options.cache)
    print(table, flush=True)
    return table.as_json()


def _measured_agency(options: argparse.Namespace) -> list[dict[str, Cell]]:
    _note(f"{daemon_of(options.accounts)}, over TLS; idle for {options.idle:g} s")
    options.cache.mkdir(parents=True, exist_ok=True)
    found: Figures | str
    with tempfile.TemporaryDirectory(prefix="agency-", dir=options.cache) as folder:
        try:
            found = Agency(folder=Path(folder), accounts=options.accounts, idle=options.idle).measured()
        except Failed as why:
            found = str(why)
    title = f"{daemon_of(options.accounts)}, over TLS; {_machine()}"
    table = agency_table(title, agency_rows(found, options.accounts))
    print(table, flush=True)
    return table.as_json()


def _rows(place: Place, options: argparse.Namespace) -> list[Sequence[Cell]]:
    with closing(Proxy(place.line.host, place.line.port, SLOW)) as link:
        slow = replace(place, folder=place.folder / "slow", line=replace(place.line, port=link.port))
        place.home.configure()
        taking_part = list(contenders(place, partial(_is_wanted, options.only)))
        if options.slow_link:
            slow.home.configure()
            taking_part += on_a_slow_link(slow)
        costs = _costs([each.program for each in taking_part if each.program], options.runs)
    rows = rows_of(taking_part, costs)
    return rows + (_live(place, options.runs) if _has_read_all(costs) else [])


def _is_wanted(only: Sequence[str], operation: str, who: str) -> bool:
    return not only or any(part in f"{operation}: {who}" for part in only)


def _costs(programs: Sequence[Program], runs: int) -> Costs:
    _note("once each, to warm the server")
    in_turn(programs, 1)
    _note(f"{runs} rounds of {len(programs)} programs")
    return in_turn(programs, runs)


def _has_read_all(costs: Costs) -> bool:
    """Whether there is a ledger of the whole mailbox."""
    first, status = costs.get(FIRST_READING), costs.get(STATUS)
    if not isinstance(first, Cost) or not isinstance(status, Cost):
        return False
    require_complete(status.out)
    return True


def _live(place: Place, runs: int) -> list[Sequence[Cell]]:
    _note("passes with nothing new")
    question = nothing_new.asked(place.line, runs)
    try:
        ours = nothing_new.passed(place.home, place.folder / "live", runs)
    except Failed as why:
        return look_rows(question, str(why))
    return look_rows(question, ours)


def _title(mailbox: MadeMailbox, runs: int) -> str:
    folders = ", ".join(f"{count:,} {name}" for name, count in mailbox.folders.items())
    return f"{mailbox.messages:,} messages ({folders}); median of {runs}; {_machine()}"


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _note(text: str) -> None:
    sys.stderr.write(f"==> {text}\n")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=_RUNS, help="how often each program runs (default %(default)s)")
    parser.add_argument(
        "--messages", type=_numbers, default=(_MESSAGES,), help="one size of mailbox or several, as 10000,100000,300000"
    )
    parser.add_argument("--seed", type=int, default=_SEED, help="another seed is another mailbox")
    parser.add_argument("--only", action="append", help="only rows with these words; may be given more than once")
    parser.add_argument("--slow-link", action="store_true", help="first readings on a link of 50 ms and 20 Mbit/s, too")
    parser.add_argument("--accounts", type=int, default=_ACCOUNTS, help="of the daemon; 0: none (default %(default)s)")
    parser.add_argument("--idle", type=float, default=60.0, help="how long it's left alone, in seconds")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
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

"""
Who takes part, by operation: on a warm server nearby, on one that was never asked, and over a slow line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.speed.cold import on_a_cold_server
from benchmarks.speed.contender import C_DRAIN, Contender, Place, Wanted
from benchmarks.speed.fetching import as_its_own_limit, drain, fetching
from benchmarks.speed.peers import peers
from benchmarks.speed.runs import Program

EMPTY_PYTHON = "python -c pass"
FIRST_READING = "crickets once --dry-run, no ledger yet"
STATUS = "crickets status --json"

_ONCE = ("once", "--dry-run", "--json")


def on_a_warm_server(place: Place, wanted: Wanted) -> list[Contender]:
    """In the order of the table and of each round: `status` comes behind what it tells of."""
    everybody = (*fetching(place), *peers(place, wanted), *_ours(place))
    return [each for each in everybody if wanted(each.operation, each.who)]


def on_a_server_never_asked(place: Place, wanted: Wanted) -> list[Contender]:
    """The drain, and our first reading; `place` has a home of its own."""
    operation = "first reading, server cold"
    limit = as_its_own_limit(drain(place, operation, f"{C_DRAIN}, server cold"))
    program = place.home.command(f"{FIRST_READING}, server cold", *_ONCE, fresh=True)
    ours = Contender(operation=operation, who=program.who, program=program, limits=(limit.who,))
    return [
        replace(each, program=each.program and on_a_cold_server(each.program, place.store))
        for each in (limit, ours)
        if wanted(each.operation, each.who)
    ]


def on_a_slow_line(plain: Place, packing: Place, wanted: Wanted) -> list[Contender]:
    """The drain, and our first reading; once more from a server that can compress."""
    operation = "first reading, slow line"
    limit = as_its_own_limit(drain(plain, operation, f"{C_DRAIN}, slow line"))
    readings = [
        place.home.command(f"{FIRST_READING}, slow line{way}", *_ONCE, fresh=True)
        for place, way in ((plain, ""), (packing, ", compressed"))
    ]
    ours = (Contender(operation=operation, who=each.who, program=each, limits=(limit.who,)) for each in readings)
    return [each for each in (limit, *ours) if wanted(each.operation, each.who)]


def _ours(place: Place) -> Iterator[Contender]:
    first = place.home.command(FIRST_READING, *_ONCE, fresh=True)
    again = place.home.command("crickets once --dry-run, nothing new", *_ONCE)
    yield Contender(operation="first reading", who=first.who, program=first)
    yield Contender(operation="second reading", who=again.who, program=again)
    empty = Program(who=EMPTY_PYTHON, words=(sys.executable, "-c", "pass"))
    version = place.home.command("crickets --version", "--version")
    pages = [place.home.command(who, *who.split()[1:]) for who in ("crickets status", STATUS, "crickets preview")]
    for program in (empty, version, *pages):
        yield Contender(operation="start-up", who=program.who, program=program, limits=(EMPTY_PYTHON,))

"""
One mailbox, measured from beginning to end: warm, live, cold, and over a slow line.

Knows the order of things: what runs later must not find a server that what came before has made cold.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass

from benchmarks.speed import nothing_new
from benchmarks.speed.contender import Contender, Place, Wanted
from benchmarks.speed.cost import Cost, Costs
from benchmarks.speed.kept import Kept
from benchmarks.speed.ours import require_complete
from benchmarks.speed.programs import (
    FIRST_READING,
    STATUS,
    on_a_server_never_asked,
    on_a_slow_line,
    on_a_warm_server,
)
from benchmarks.speed.proxy import SLOW, Proxy
from benchmarks.speed.rows import look_rows, rows_of
from benchmarks.speed.runs import Failed, Program, in_turn
from benchmarks.table import Cell

Rows = list[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """
    How a mailbox is measured: where, how often, which rows, and what is known from before.

    `packing` is the same place on a server that offers to compress; its figures are of the slow line. In a `large`
    mailbox takes no part what is run once in others, nor is there a slow line: it would take most of a day.
    """

    place: Place
    packing: Place
    runs: int
    wanted: Wanted
    kept: Kept
    large: bool = False

    def rows(self) -> Rows:
        """The rows of a table, in its order."""
        self.place.home.configure()
        warm = [each for each in on_a_warm_server(self.place, self.wanted) if not (self.large and _takes_long(each))]
        costs = self._costs(warm, to_warm_it=True)
        slow = [] if self.large else self._slow()
        return [*rows_of(warm, costs), *slow, *self._cold(), *self._live(costs)]

    def _slow(self) -> Rows:
        with ExitStack() as ends:
            plain, packing = (self._slowed(each, name, ends) for name, each in self._slow_places())
            taking_part = on_a_slow_line(plain, packing, self.wanted)
            return rows_of(taking_part, self._costs(taking_part))

    def _slow_places(self) -> tuple[tuple[str, Place], ...]:
        return ("slow", self.place), ("packing", self.packing)

    @staticmethod
    def _slowed(place: Place, name: str, ends: ExitStack) -> Place:
        proxy = ends.enter_context(closing(Proxy(place.line.host, place.line.port, SLOW)))
        slow = place.at(name, place.line.through(proxy.host, proxy.port))
        slow.home.configure()
        return slow

    def _cold(self) -> Rows:
        cold = self.place.at("cold", self.place.line)
        cold.home.configure()
        taking_part = on_a_server_never_asked(cold, self.wanted)
        return rows_of(taking_part, self._costs(taking_part))

    def _live(self, costs: Costs) -> Rows:
        if not _has_read_all(costs):
            return []
        note("passes with nothing new")
        question = nothing_new.asked(self.place.line, self.runs)
        try:
            ours = nothing_new.passed(self.place.home, self.place.folder / "live", self.runs)
        except Failed as why:
            return look_rows(question, str(why))
        return look_rows(question, ours)

    def _costs(self, taking_part: Sequence[Contender], *, to_warm_it: bool = False) -> Costs:
        programs = [each.program for each in taking_part if each.program]
        if to_warm_it and programs:
            note("once each, to warm the server")
            in_turn([each for each in programs if not each.once], 1)
        if programs:
            note(f"{self.runs} rounds of {len(programs)} programs{self._known(programs)}")
        return in_turn(programs, self.runs, self.kept)

    def _known(self, programs: Sequence[Program]) -> str:
        """How much of it is known from before."""
        runs = sum(min(len(self.kept.of(program.who)), self.runs) for program in programs)
        return f", {runs} runs of them known from before" if runs else ""


def _takes_long(contender: Contender) -> bool:
    return contender.program is not None and contender.program.once


def _has_read_all(costs: Costs) -> bool:
    """Whether there is a ledger of the whole mailbox."""
    first, status = costs.get(FIRST_READING), costs.get(STATUS)
    if not isinstance(first, Cost) or not isinstance(status, Cost):
        return False
    require_complete(status.out)
    return True


def note(text: str) -> None:
    """Tell on stderr what is being done."""
    sys.stderr.write(f"==> {text}\n")

"""
Whether any bytes make the reading raise, and how long it takes at the worst.

Reads every mail of a corpus, then as many mutations as are wanted, on all processors.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from benchmarks.reading.corpus import Corpus, corpus_in
from benchmarks.reading.mutations import mutated
from benchmarks.table import Cell, Report, Table
from crickets.reading.whole import reading_of

_CHUNK = 1_000
_Chunk = tuple[Path, int, int, int]
"""A corpus, a seed, the first number and how many."""

_LARGEST = 60_000
"""Of larger mails only so much is a seed of mutations."""

_WARMING_UP = b"From: a@b.example\r\nSubject: Hello\r\n\r\nThis loads what is loaded at the first mail.\r\n"

_SLOW = 1.0
"""Seconds of work that no mail may take; those that do are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How some mails were read: how many, in how many seconds of work, the slowest of them, what was wrong."""

    read: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    raised: tuple[str, ...] = ()
    slow: tuple[str, ...] = ()


def measured(corpus: Corpus, mutations: int, *, seed: int) -> Report:
    """Crashes on the corpus as it is, and on mutations of it."""
    chunks = [(corpus.root, seed, at, min(_CHUNK, mutations - at)) for at in range(0, mutations, _CHUNK)]
    as_it_is = _joined([_outcome((one.file, corpus.raw(one)) for one in corpus.specimens)])
    begin = perf_counter()
    spoiled = _joined(_on_all_processors(chunks) if len(chunks) > 1 else map(_chunk, chunks))
    took = perf_counter() - begin
    rows = [_row("the corpus", as_it_is, as_it_is.seconds), _row(f"mutations, seed {seed}", spoiled, took)]
    columns = ["mails", "read", "crashes", "seconds", "ms a mail", "slowest, ms", f"over {_SLOW:.0f} s"]
    return Report(
        tables=(Table(title="Crashes", columns=columns, rows=rows),),
        misses=[line for outcome in (as_it_is, spoiled) for line in (*outcome.raised, *outcome.slow)],
    )


def _row(name: str, outcome: Outcome, seconds: float) -> list[Cell]:
    each = outcome.seconds * 1_000 / outcome.read if outcome.read else None
    worst = round(outcome.slowest * 1_000)
    return [name, outcome.read, len(outcome.raised), round(seconds), each, worst, len(outcome.slow)]


def _on_all_processors(chunks: Sequence[_Chunk]) -> list[Outcome]:
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        return list(pool.map(_chunk, chunks))


def _chunk(chunk: _Chunk) -> Outcome:
    """The mutations from one number on; each has a seed of its own, by which it can be made again."""
    root, seed, first, count = chunk
    seeds = _seeds(root)
    numbers = range(first, first + count)
    return _outcome((f"mutation {n} of seed {seed}", mutated(seeds, Random(f"{seed} {n}"))) for n in numbers)


_known: dict[Path, Sequence[bytes]] = {}


def _seeds(root: Path) -> Sequence[bytes]:
    """All mails of the corpus, read once a process."""
    if root not in _known:
        corpus = corpus_in(root)
        _known[root] = [corpus.raw(one)[:_LARGEST] for one in corpus.specimens]
    return _known[root]


def _outcome(mails: Iterable[tuple[str, bytes]]) -> Outcome:
    """How they were read, in seconds of a processor's time: others may be busy on this machine too."""
    reading_of(_WARMING_UP)
    read, total, slowest = 0, 0.0, 0.0
    raised: list[str] = []
    slow: list[str] = []
    for name, raw in mails:
        begin = process_time()
        try:
            reading_of(raw)
        except Exception as err:  # noqa: BLE001 - that is what is looked for
            raised.append(f"{name}: {type(err).__name__}: {err}")
        took = process_time() - begin
        if took > _SLOW:
            slow.append(f"{name}: {took:.1f} s for {len(raw)} bytes")
        read, total, slowest = read + 1, total + took, max(slowest, took)
    return Outcome(read=read, seconds=total, slowest=slowest, raised=tuple(raised), slow=tuple(slow))


def _joined(outcomes: Iterable[Outcome]) -> Outcome:
    every = list(outcomes)
    return Outcome(
        read=sum(one.read for one in every),
        seconds=sum(one.seconds for one in every),
        slowest=max((one.slowest for one in every), default=0.0),
        raised=tuple(line for one in every for line in one.raised),
        slow=tuple(line for one in every for line in one.slow),
    )

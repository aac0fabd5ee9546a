"""
`python -m benchmarks.reading --corpus DIR`: the tables, on stdout.

Knows the sections and their options; each section is a module.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.reading import crashes, kinds, quotes, replies, speed, threads
from benchmarks.reading.corpus import Corpus, corpus_in
from benchmarks.table import Report

_MUTATIONS = 100_000
_REPLIES = 2_000


def main(arguments: list[str] | None = None) -> int:
    """Measure the sections asked for, print them, and keep their figures where a file is named."""
    options = _options().parse_args(arguments)
    try:
        corpus = corpus_in(options.corpus)
    except FileNotFoundError as err:
        sys.stderr.write(f"{err.filename} is missing; benchmarks/reading/README.md tells what a corpus looks like.\n")
        return 2
    figures: dict[str, object] = {}
    for name, measure in _sections(options).items():
        if name in options.only:
            figures[name] = _shown(name, measure(corpus), misses=options.misses)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _sections(options: argparse.Namespace) -> Mapping[str, Callable[[Corpus], Report]]:
    return {
        "kinds": kinds.measured,
        "replies": lambda _: replies.measured(options.replies, seed=options.seed),
        "threads": threads.measured,
        "quotes": quotes.measured,
        "speed": speed.measured,
        "crashes": lambda corpus: crashes.measured(corpus, options.mutations, seed=options.seed),
    }


def _shown(name: str, report: Report, *, misses: bool) -> dict[str, object]:
    print(*report.tables, sep="\n", flush=True)
    if misses and report.misses:
        print(f"\n{name}: {len(report.misses)} misses", *report.misses, sep="\n  ", flush=True)
    return report.as_json()


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench-reading", description=__doc__)
    names = tuple(_sections(argparse.Namespace()))
    parser.add_argument("--corpus", type=Path, required=True, help="a folder with labels.jsonl, mail/ and quotes.json")
    parser.add_argument("--only", type=_some_of(names), default=names, help=f"of {','.join(names)}")
    parser.add_argument("--misses", action="store_true", help="list what was misread")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replies", type=int, default=_REPLIES, help="how many automatic replies to make")
    parser.add_argument("--mutations", type=int, default=_MUTATIONS, help="how many mutated mails to read")
    return parser


def _some_of(names: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def chosen(value: str) -> tuple[str, ...]:
        wanted = tuple(filter(None, value.split(",")))
        if unknown := set(wanted) - set(names):
            raise argparse.ArgumentTypeError(f"no section {', '.join(sorted(unknown))}; there are {', '.join(names)}")
        return wanted

    return chosen


if __name__ == "__main__":
    sys.exit(main())

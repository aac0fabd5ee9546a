"""
New text told from quote and signature, beside the libraries that are made for it.

Each gets the plain text and gives the new words; ours gets a mail with that text as its body, and reads all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from benchmarks.reading.corpus import Corpus, QuoteCase
from benchmarks.reading.peers import Absent, Cutting, cutters
from benchmarks.table import Cell, Report, Table
from crickets.reading.quotes.letter import letter_of

_HEADER = b"From: a@client.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
_OURS = "crickets"


def measured(corpus: Corpus) -> Report:
    """Exact matches by set, of all that can be had here."""
    sets = tuple(dict.fromkeys(case.set for case in corpus.quotes))
    sizes = Counter(case.set for case in corpus.quotes)
    tools: Mapping[str, Cutting | Absent] = {_OURS: _ours, **cutters()}
    rows = [_row(name, tool, corpus.quotes, sets) for name, tool in tools.items()]
    columns = ["exact matches", *(f"{name} ({sizes[name]})" for name in sets), f"all ({len(corpus.quotes)})", "remark"]
    note = "Both sides are compared without blanks and blank lines at their ends; within, to the letter."
    return Report(
        tables=(Table(title="Quotes: the new text alone", columns=columns, rows=rows, note=note),),
        misses=list(_misses(corpus.quotes)),
    )


def _ours(text: str) -> str:
    return letter_of(_HEADER + text.encode("utf-8", "surrogatepass").replace(b"\n", b"\r\n")).text


def _row(name: str, tool: Cutting | Absent, cases: tuple[QuoteCase, ...], sets: tuple[str, ...]) -> list[Cell]:
    if isinstance(tool, Absent):
        return [name, *(None for _ in sets), None, f"not measured: {tool.why}"]
    outcomes = [(case.set, _outcome(tool, case)) for case in cases]
    right = Counter(where for where, outcome in outcomes if outcome is True)
    raised = sum(outcome is None for _, outcome in outcomes)
    return [name, *(right[each] for each in sets), right.total(), f"raised on {raised}" if raised else ""]


def _outcome(tool: Cutting, case: QuoteCase) -> bool | None:
    """Whether a case was cut exactly; None if the library raised."""
    try:
        return tool(case.text).strip() == case.expected.strip()
    except Exception:  # noqa: BLE001 - a library that isn't ours may raise anything
        return None


def _misses(cases: tuple[QuoteCase, ...]) -> Iterator[str]:
    for case in cases:
        ours = _ours(case.text)
        if ours.strip() != case.expected.strip():
            yield f"{case.set}/{case.name}: wanted {case.expected.strip()!r}, got {ours.strip()!r}"

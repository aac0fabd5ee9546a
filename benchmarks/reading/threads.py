"""
How well the ledger puts an archive's mail into threads, with its references whole and with some of them lost.

Feeds the ledger as a pass does: batches into one folder, then the word that all was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from random import Random
from typing import TypeVar

from benchmarks.reading.corpus import Corpus, Specimen
from benchmarks.reading.scores import score_of_pairs
from benchmarks.reading.stripping import kept, rewritten
from benchmarks.reading.ties import threads_by_ties
from benchmarks.table import Cell, Report, Table
from crickets.domain.mailbox import FolderEvidence, Uid, UidValidity
from crickets.domain.message import Message, Role
from crickets.domain.subject import base_subject
from crickets.ledger.opening import ledger_in_memory
from crickets.ledger.sql import SqlLedger
from crickets.reading.whole import reading_of

_ACCOUNT, _FOLDER, _VALIDITY = "archive", "Archive", UidValidity(1)
_BATCH = 500
_SEED = 3
_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""When the archive is read: later than all of its mail."""

_NAMING = frozenset({b"references", b"in-reply-to"})
_SHOWN = 20

_COLUMNS = ("the archive", "by its", "pairs", "precision", "recall", "F1", "wrong pairs", "of two subjects")
_NOTE = (
    "By the labels, and by the ties that stand in the headers, addresses apart (benchmarks/reading/ties.py). A right"
    " join by subject, of mails whose ties the archive has lost, is a wrong pair to both."
)

_Group = TypeVar("_Group", bound=Hashable)
_Cut = Callable[[bytes, Message], bytes]


def measured(corpus: Corpus) -> Report:
    """Pairs of mails in one thread, with headers whole and with those of some replies cut."""
    whole = {one: _message(corpus.raw(one)) for one in corpus.archive}
    truths: Mapping[str, Mapping[Specimen, Hashable]] = {
        "labels": {one: one.thread for one in whole},
        "ties": threads_by_ties({one: corpus.raw(one) for one in whole}),
    }
    rows: list[list[Cell]] = []
    misses: list[str] = []
    for name, (every, cut) in _CUTS.items():
        messages = _with_some_cut(corpus, whole, every, cut)
        grouped = _grouped(messages)
        rows += [[name, by, *_figures(grouped, truth, messages)] for by, truth in truths.items()]
        misses += [f"{name}: {line}" for line in _mistaken(grouped, truths["ties"], messages)]
    table = Table(title="Threads: pairs of mails in one thread", columns=_COLUMNS, rows=rows, note=_NOTE)
    return Report(tables=(table,), misses=misses)


def _figures(
    grouped: Mapping[Specimen, str], truth: Mapping[Specimen, Hashable], messages: Mapping[Specimen, Message]
) -> list[Cell]:
    score = score_of_pairs((truth[one], grouped[one]) for one in grouped)
    strangers = _strangers(grouped, truth, messages)
    return [score.wanted, score.precision, score.recall, score.f1, score.named - score.right, strangers]


def _message(raw: bytes) -> Message:
    """The facts of a mail, its words' included, received when it was written: an archive keeps no other moment."""
    reading = reading_of(raw)
    message = replace(reading.message, remarks=reading.remarks)
    return replace(message, received=message.date or _AT)


def _with_some_cut(corpus: Corpus, whole: Mapping[Specimen, Message], every: int, cut: _Cut) -> dict[Specimen, Message]:
    """The archive with one of so many replies read anew from what is left of it; which ones, the seed says."""
    replies = [one for one, message in whole.items() if message.parents]
    chosen = Random(_SEED).sample(replies, len(replies) // every) if every else []
    return {**whole, **{one: _message(cut(corpus.raw(one), whole[one])) for one in chosen}}


def _without_references(raw: bytes, message: Message) -> bytes:
    """A reply that names its parent in In-Reply-To, and nothing else."""
    if b"in-reply-to:" in raw.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0].lower():
        return kept(raw, lambda name: name != b"references")
    parent = b"In-Reply-To: <%s>\n" % message.parents[-1].encode()
    return rewritten(raw, lambda name, field: parent if name == b"references" else field)


def _without_parents(raw: bytes, _message: Message) -> bytes:
    return kept(raw, lambda name: name not in _NAMING)


def _grouped(messages: Mapping[Specimen, Message]) -> dict[Specimen, str]:
    """The thread that the ledger puts each mail into."""
    specimens = list(messages)
    with closing(ledger_in_memory()) as ledger:
        _feed(ledger, list(messages.values()))
        return {specimens[uid - 1]: thread for uid, thread in _threads(ledger)}


def _feed(ledger: SqlLedger, messages: Sequence[Message]) -> None:
    for begin in range(0, len(messages), _BATCH):
        batch = messages[begin : begin + _BATCH]
        numbered = [(Uid(begin + n), message) for n, message in enumerate(batch, start=1)]
        ledger.record(_ACCOUNT, _evidence(begin + len(batch)), numbered)
    ledger.complete(_ACCOUNT, _AT)


def _evidence(last: int) -> FolderEvidence:
    return FolderEvidence(
        folder=_FOLDER, role=Role.OTHER, uid_validity=_VALIDITY, last_uid=Uid(last), whole=True, read_at=_AT
    )


def _threads(ledger: SqlLedger) -> Iterator[tuple[Uid, str]]:
    """Each UID with its thread: one mail may lie in a folder more than once."""
    for thread in ledger.threads(_ACCOUNT):
        for message in thread.messages:
            for _, _, uid in ledger.places_of(_ACCOUNT, message.id):
                yield uid, thread.id


def _strangers(
    grouped: Mapping[Specimen, str], truth: Mapping[Specimen, Hashable], messages: Mapping[Specimen, Message]
) -> int:
    """How many pairs are wrongly in one thread, and not even of one base subject."""
    subjects = {one: base_subject(message.subject).casefold() for one, message in messages.items()}
    return sum(
        truth[one] != truth[other] and subjects[one] != subjects[other]
        for together in _by(grouped).values()
        for one, other in combinations(together, 2)
    )


def _mistaken(
    grouped: Mapping[Specimen, str], truth: Mapping[Specimen, Hashable], messages: Mapping[Specimen, Message]
) -> Iterator[str]:
    """Each thread of ours that holds several of the truth's, and each of the truth's that we made several of."""
    for told, theirs, ours in (("joined", grouped, truth), ("torn", truth, grouped)):
        for together in _by(theirs).values():
            parts = {ours[one]: one for one in reversed(together)}
            if len(parts) > 1:
                shown = (f"{one.file} ({messages[one].subject})" for one in list(parts.values())[:_SHOWN])
                yield f"{told}, {len(parts)}: {'; '.join(shown)}"


def _by(grouped: Mapping[Specimen, _Group]) -> dict[_Group, list[Specimen]]:
    """The members of each group."""
    members: dict[_Group, list[Specimen]] = defaultdict(list)
    for specimen, group in grouped.items():
        members[group].append(specimen)
    return members


_CUTS: Mapping[str, tuple[int, _Cut]] = {
    "headers whole": (0, lambda raw, _: raw),
    "a third of the replies with In-Reply-To only": (3, _without_references),
    "a tenth of the replies with neither": (10, _without_parents),
}
"""What is lost, of one of how many replies."""

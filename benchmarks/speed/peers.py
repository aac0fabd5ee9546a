"""
Programs that keep what they have read: the nearest to what a first and a second reading do, and what they do otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from benchmarks.speed.contender import Contender, Place, Wanted
from benchmarks.speed.mbsync import Mbsync
from benchmarks.speed.neomutt import Neomutt
from benchmarks.speed.notmuch import Notmuch
from benchmarks.speed.runs import Program
from tests.servers.server import Unavailable

_Again = Callable[[str, bool], Program]
"""A peer's program by its name in the table, and by whether it's to begin afresh."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Peer:
    """A peer as the table names it, afresh and again, and what it does otherwise."""

    first: str
    again: str
    remark: str
    ready: Callable[[Place], _Again]


def peers(place: Place, wanted: Wanted) -> Iterator[Contender]:
    """Each peer twice; one that isn't wanted is not even looked for."""
    for peer in _PEERS:
        names = (("first reading", peer.first, True), ("second reading", peer.again, False))
        if any(wanted(operation, who) for operation, who, _ in names):
            yield from _readings(peer, place, names)


def _readings(peer: _Peer, place: Place, names: tuple[tuple[str, str, bool], ...]) -> Iterator[Contender]:
    rows = [Contender(operation=operation, who=who, remark=peer.remark) for operation, who, _ in names]
    try:
        ready = peer.ready(place)
    except Unavailable as why:
        yield replace(rows[0], missing=str(why))
        return
    for row, (_, who, fresh) in zip(rows, names, strict=True):
        yield replace(row, program=ready(who, fresh))


def _neomutt(place: Place) -> _Again:
    neomutt = Neomutt(place.folder / "neomutt", place.line, place.folders)
    return lambda who, fresh: neomutt.opening(who, fresh=fresh)


def _mbsync(place: Place) -> _Again:
    mbsync = Mbsync(place.folder / "mbsync", place.line, place.folders)
    return lambda who, fresh: replace(mbsync.copying(who, fresh=fresh), once=True)


def _notmuch(place: Place) -> _Again:
    notmuch = Notmuch(place.folder / "notmuch", place.store)
    return lambda who, fresh: replace(notmuch.indexing(who, fresh=fresh), once=True)


NEOMUTT = "neomutt, its header cache empty"

_PEERS = (
    _Peer(first=NEOMUTT, again="neomutt, from its header cache", remark="headers and threads", ready=_neomutt),
    _Peer(
        first="mbsync, no copy yet",
        again="mbsync, nothing new",
        remark="whole messages, no threads; run once",
        ready=_mbsync,
    ),
    _Peer(
        first="notmuch new, no index yet",
        again="notmuch new, nothing new",
        remark="local files, every word, and threads; run once",
        ready=_notmuch,
    ),
)

"""
Which thread is meant by what was typed: its name, or words of its client and subject; and which clients.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from crickets.cli.words import name_of, subject_of
from crickets.domain.dealings import Dealings
from crickets.domain.thread import ThreadId
from crickets.domain.verdict import State, Verdict
from crickets.errors import CricketsError, ExitCode
from crickets.service.application import Application, NoSuchThread, find_thread
from crickets.service.clients import Clientele
from crickets.service.overview import overview_of

_WORD = re.compile(r"\w+")
_SHORTEST_BEGINNING = 3
"""Fewer letters are no beginning of a word: an order is not to hit whoever has an A in their name."""
_MOST = 8


def thread_meant(app: Application, typed: str) -> ThreadId:
    """
    The thread whose name begins so; else the only one that is followed up and has all these words.

    Raises `NoSuchThread`, with those that are near.
    """
    if app.ledger.find(typed.strip().lower()):
        return find_thread(app.ledger, typed)
    wanted, followed = _words(typed), _followed(app)
    found = [v for v in followed if wanted and all(_has(v, word) for word in wanted)]
    if len(found) == 1:
        return found[0].thread
    if found:
        raise NoSuchThread(
            f"{typed!r} fits several threads:\n{_listed(found)}", remedy="Name it as it stands in front."
        )
    near = [v for v in followed if any(get_close_matches(word, _told(v), n=1) for word in wanted)]
    if near:
        raise NoSuchThread(
            f"no thread goes by {typed!r}; near are:\n{_listed(near)}", remedy="Name it as it stands in front."
        )
    return find_thread(app.ledger, typed)


def _followed(app: Application) -> tuple[Verdict, ...]:
    overview = overview_of(app.ledger, app.accounts, app.settings.policy, app.clock())
    asking = (verdict for verdict in overview.your_turn if verdict.anchor is None)
    return (*(verdict for verdict in overview.threads if verdict.state is not State.IGNORED), *asking)


class NoSuchClient(CricketsError):
    """Nobody goes by what was typed."""

    exit_code = ExitCode.USAGE


def clients_meant(clientele: Clientele, typed: str) -> Clientele:
    """Those whose name and addresses have all these words, everybody if there are none; or `NoSuchClient`."""
    found = tuple(each for each in clientele.clients if all(_is_in(word, _called(each)) for word in _words(typed)))
    if typed and not found:
        raise NoSuchClient(f"no client goes by {typed!r}", remedy="`crickets clients` lists those that are known.")
    return replace(clientele, clients=found)


def _called(dealings: Dealings) -> tuple[str, ...]:
    return _words(" ".join(f"{address.name} {address.email}" for address in dealings.addresses))


def _has(verdict: Verdict, word: str) -> bool:
    return _is_in(word, _told(verdict))


def _is_in(word: str, words: tuple[str, ...]) -> bool:
    beginning = len(word) >= _SHORTEST_BEGINNING
    return any(told == word or (beginning and told.startswith(word)) for told in words)


def _told(verdict: Verdict) -> tuple[str, ...]:
    address = "" if verdict.client is None else verdict.client.email
    return _words(f"{name_of(verdict.client)} {address} {verdict.subject}")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _listed(verdicts: Iterable[Verdict]) -> str:
    lines = [f"  {v.thread}  {name_of(v.client)}: {subject_of(v.subject)}" for v in verdicts]
    more = [f"  and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "\n".join((*lines[:_MOST], *more))

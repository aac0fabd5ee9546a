"""
Which thread is meant by what was typed: its name, or words of its client and subject; and which clients.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import get_close_matches

from crickets.cli.words import name_of, subject_of
from crickets.domain.attachment import bears_number
from crickets.domain.dealings import Dealings
from crickets.domain.subject import base_subject
from crickets.domain.thread import ThreadId
from crickets.errors import CricketsError, ExitCode
from crickets.service.application import Application, NoSuchThread, find_thread
from crickets.service.called import Called, all_called
from crickets.service.clients import Clientele

_WORD = re.compile(r"\w+")
_SHORTEST_BEGINNING = 3
"""Fewer letters are no beginning of a word: an order is not to hit whoever has an A in their name."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""It's a part of many an invoice's number, and names none."""

_MOST = 8


def thread_meant(app: Application, typed: str) -> ThreadId:
    """
    The thread whose name begins so; else the only one that goes by it, as nearly as any does.

    Raises `NoSuchThread`, with those that fit or are near.
    """
    if app.ledger.find(typed.strip().lower()):
        return find_thread(app.ledger, typed)
    wanted = _words(typed)
    known = all_called(app.ledger, app.accounts, app.settings.policy, app.clock())
    found = _nearest(app, known, typed)
    if len(found) == 1:
        return found[0].thread
    if found:
        raise NoSuchThread(
            f"{typed!r} fits several threads:\n{_listed(found)}", remedy="Name it as it stands in front."
        )
    near = [c for c in known if any(get_close_matches(word, _told(c), n=1) for word in wanted)]
    if near:
        raise NoSuchThread(
            f"no thread goes by {typed!r}; near are:\n{_listed(near)}", remedy="Name it as it stands in front."
        )
    return find_thread(app.ledger, typed)


def _nearest(app: Application, known: tuple[Called, ...], typed: str) -> tuple[Called, ...]:
    """
    The threads that what was typed fits best.

    By a whole subject or an invoice's number, by whole words, by a part of such a number, by beginnings of words.
    What only begins so is another client's as easily, and an order would stop, or ask, the wrong one.
    """
    wanted, whole = _words(typed), _words(base_subject(typed))
    if not wanted:
        return ()
    brought, partly = _threads_of_invoice(app, typed)
    ways: tuple[Callable[[Called], bool], ...] = (
        lambda c: c.thread in brought or _words(base_subject(c.subject)) == whole,
        lambda c: all(word in _told(c) for word in wanted),
        lambda c: c.thread in partly,
        lambda c: all(_is_in(word, _told(c)) for word in wanted),
    )
    return next((found for way in ways if (found := _one_if_followed(tuple(filter(way, known))))), ())


def _one_if_followed(found: tuple[Called, ...]) -> tuple[Called, ...]:
    """Of one client's threads the one that is followed up, if only one is; of several clients all of them."""
    followed = tuple(c for c in found if c.is_followed)
    clients = {c.client.email.casefold() if c.client else "" for c in found}
    return followed if len(followed) == 1 == len(clients) else found


def _threads_of_invoice(app: Application, number: str) -> tuple[frozenset[ThreadId], frozenset[ThreadId]]:
    """The threads in which the invoice of a number was sent, and those of one that has it as a part ("FV/7")."""
    wanted = number.strip().casefold()
    known = [invoice for account in app.accounts for invoice in app.ledger.invoices(account)]
    whole = frozenset(invoice.thread for invoice in known if wanted and invoice.number.casefold() == wanted)
    if len(wanted) < _SHORTEST_BEGINNING or _YEAR.fullmatch(wanted):
        return whole, frozenset()
    return whole, frozenset(invoice.thread for invoice in known if bears_number(invoice.number, wanted))


class NoSuchClient(CricketsError):
    """Nobody goes by what was typed."""

    exit_code = ExitCode.USAGE


def clients_meant(clientele: Clientele, typed: str) -> Clientele:
    """Those whose name and addresses have all these words, everybody if there are none; or `NoSuchClient`."""
    found = tuple(each for each in clientele.clients if all(_is_in(word, _called(each)) for word in _words(typed)))
    if typed and not found:
        raise NoSuchClient(
            f"no client goes by {typed!r}",
            remedy="`crickets clients` lists those that are known; whom you have yet to answer, `crickets status`.",
        )
    return replace(clientele, clients=found)


def _called(dealings: Dealings) -> tuple[str, ...]:
    return _words(" ".join(f"{address.name} {address.email}" for address in dealings.addresses))


def _is_in(word: str, words: tuple[str, ...]) -> bool:
    beginning = len(word) >= _SHORTEST_BEGINNING
    return any(told == word or (beginning and told.startswith(word)) for told in words)


def _told(called: Called) -> tuple[str, ...]:
    address = "" if called.client is None else called.client.email
    return _words(f"{name_of(called.client)} {address} {called.subject}")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _listed(found: Iterable[Called]) -> str:
    lines = [f"  {c.thread}  {name_of(c.client)}: {subject_of(c.subject)}" for c in found]
    more = [f"  and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "\n".join((*lines[:_MOST], *more))

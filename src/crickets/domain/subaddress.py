"""
What the owner orders by an address: a copy of a mail to their own ``dana+5d@…`` is a word on that mail's thread.

Knows what details (RFC 5233) mean; must not know where a copy was found. Anybody may write to such an address, so only
mail by the owner themselves is heard. Nothing is kept of these orders: they follow from the mail each time, so a copy
that is read twice, or lies in two folders, gives none twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from crickets.domain.calendar import WEEKDAYS
from crickets.domain.control import same_name
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.people import is_own, told_apart
from crickets.domain.plans import After, OnNext, Timing, Unit
from crickets.domain.policy import Policy
from crickets.domain.thread import Order, OrderKind, Thread
from crickets.domain.threading import written_at

_LONGEST_DETAIL = 64
"""RFC 5321 §4.5.3.1.1 allows a local part no more octets."""

_COUNTED = re.compile(r"([0-9]{1,4})(h|d|wd|bd|w)")
_UNITS: Mapping[str, tuple[Unit, int]] = {
    "h": (Unit.HOURS, 24 * 3650),
    "d": (Unit.DAYS, 3650),
    "wd": (Unit.WORKING_DAYS, 3650),
    "bd": (Unit.WORKING_DAYS, 3650),
    "w": (Unit.WEEKS, 521),
}
"""What a letter counts, and the most of it: ten years, as in the config."""

_IN_TURN = (OrderKind.PLAN, OrderKind.WAIT, OrderKind.STOP)
"""In which order one mail's words are heard, the last of which counts most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one detail orders."""

    kind: OrderKind
    plan: str = ""
    wait: Timing | None = None


def words_of(detail: str, plans: Iterable[str]) -> tuple[Word, ...]:
    """
    What a detail orders, of which several may stand behind one another (``project+5d``); nothing if any is unknown.

    ``5d``, ``2w``, ``3wd`` (working days; ``bd`` too) and ``36h`` are so much silence, ``friday`` or ``fri`` the first
    such day, ``stop`` an end, and any other the plan of that name.
    """
    if len(detail) > _LONGEST_DETAIL:
        return ()
    known = {same_name(name): name for name in plans}
    words = tuple(_word(part, known) for part in detail.split("+"))
    return tuple(word for word in words if word is not None) if all(words) else ()


def _word(part: str, plans: Mapping[str, str]) -> Word | None:
    wait = _counted(part) or _weekday(part)
    if wait is not None:
        return Word(kind=OrderKind.WAIT, wait=wait)
    if part.casefold() == OrderKind.STOP.value:
        return Word(kind=OrderKind.STOP)
    plan = plans.get(same_name(part))
    return None if plan is None else Word(kind=OrderKind.PLAN, plan=plan)


def _counted(part: str) -> Timing | None:
    found = _COUNTED.fullmatch(part.casefold())
    if found is None:
        return None
    (unit, most), count = _UNITS[found[2]], int(found[1])
    return After(count=count, unit=unit) if 0 < count <= most else None


def _weekday(part: str) -> Timing | None:
    """A weekday by its name, or by its beginning, three letters at the least."""
    begins = part.casefold()
    days = (n for n, day in enumerate(WEEKDAYS) if len(begins) >= 3 and day.casefold().startswith(begins))
    return next((OnNext(weekday=n) for n in days), None)


def with_orders_by_mail(thread: Thread, policy: Policy) -> Thread:
    """The thread with what its owner's mail orders among the orders, each where it belongs in time."""
    given = tuple(_orders_by_mail(thread, policy))
    if not given:
        return thread
    return replace(thread, orders=tuple(sorted((*thread.orders, *given), key=lambda order: order.at)))


def unheard_in(message: Message, policy: Policy) -> tuple[Address, ...]:
    """The owner's plus-addresses that a mail went to and that order nothing: a slip of the pen, it may be."""
    return tuple(a for a, detail in _addressed(message, policy.owner) if not words_of(detail, policy.plans))


def _orders_by_mail(thread: Thread, policy: Policy) -> Iterator[Order]:
    if not any("+" in a.email for m in thread.messages for a in _all_of(m)):
        return
    for message in told_apart(thread.messages, policy.owner):
        if is_own(message, policy.owner) and policy.owner.is_me(message.sender):
            yield from _orders_with(message, policy)


def _orders_with(message: Message, policy: Policy) -> Iterator[Order]:
    """
    What one mail orders, at the moment when it was written.

    No later than the server had it: a clock that runs ahead must not overrule what the owner says after it.
    """
    heard = ((a, w) for a, detail in _addressed(message, policy.owner) for w in words_of(detail, policy.plans))
    for address, word in sorted(heard, key=lambda each: _IN_TURN.index(each[1].kind)):
        yield Order(
            kind=word.kind,
            at=written_at(message),
            plan=word.plan,
            wait=word.wait,
            by=address.email,
            source=message.id,
        )


def _addressed(message: Message, owner: Owner) -> Iterator[tuple[Address, str]]:
    """The owner's plus-addresses that a mail went to, each once, with their details."""
    once = {a.key: a for a in _all_of(message) if "+" in a.email}
    detailed = ((address, owner.detail_of(address)) for address in once.values())
    return ((address, detail) for address, detail in detailed if detail)


def _all_of(message: Message) -> tuple[Address, ...]:
    return (*message.recipients, *message.subaddresses)

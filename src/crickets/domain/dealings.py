"""
What is known of each client: how fast they answer, how often in time, and in which threads they are silent.

Knows who is one person; the threads and their verdicts are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from crickets.domain.kinship import bonds, same_person
from crickets.domain.message import Address, Kind, Message, MessageId
from crickets.domain.owner import Owner
from crickets.domain.pace import Answered, Pace, answered_by, habit_in
from crickets.domain.people import own_mail
from crickets.domain.plans import DEFAULT_PLAN, NO_PLAN, Overdue, Plan, due
from crickets.domain.policy import Policy
from crickets.domain.robots import is_robot
from crickets.domain.thread import Thread
from crickets.domain.threading import written_at
from crickets.domain.verdict import Verdict

_PERSONS = frozenset({Kind.PERSON, Kind.CALENDAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """
    One client: their addresses, the newest first, and what is known of how they answer.

    `pace` is None as long as there's no habit, `on_time` too: it's the share of their answers, from 0 to 1, that came
    before the first step of `plan` would have fallen due. `silent` are the threads in which they are waited for, the
    longest silent first; `invoices_late` how many invoices they let fall due.
    """

    client: Address
    addresses: tuple[Address, ...]
    plan: str
    pace: Pace | None
    on_time: float | None
    silent: tuple[Verdict, ...]
    invoices_late: int


def dealings_of(
    cases: Iterable[tuple[Thread, Verdict]],
    policy: Policy,
    *,
    newest: int,
    invoices_late: Callable[[Address], int] = lambda _client: 0,
    everybody: bool = False,
) -> tuple[Dealings, ...]:
    """
    Each client who is silent in a thread or has a habit, by the `newest` mails exchanged with them; the slowest first.

    Those of whom no habit is known come last, the longest silent of them first; with `everybody`, behind them who is
    nowhere silent either.
    """
    people = _people_in(cases, policy.owner)
    told = (_dealings(person, policy, newest, invoices_late) for person in people)
    return tuple(sorted((e for e in told if everybody or e.silent or e.pace is not None), key=_slowness))


def _slowness(each: Dealings) -> tuple[float, float, float]:
    if each.pace is None and not each.silent:
        return 2, 0, 0
    if each.pace is None:
        return 1, _silent_since(each.silent[0]).timestamp(), 0
    return 0, -each.pace.median.total_seconds(), -each.pace.ninetieth.total_seconds()


def _silent_since(verdict: Verdict) -> datetime:
    assert verdict.anchor is not None  # somebody is waited for since a mail
    return verdict.anchor.sent_at


@dataclass(slots=True, eq=False)
class _Person:
    """Somebody, with all their addresses, the mail exchanged with them, and their silent threads."""

    addresses: dict[str, Address] = field(default_factory=dict)
    mails: dict[MessageId, Message] = field(default_factory=dict)
    silent: list[Verdict] = field(default_factory=list)

    def is_seen_as(self, address: Address) -> None:
        """Keep an address as the newest; the name that it bore stays with it if it bears none now."""
        known = self.addresses.pop(address.key, address)
        self.addresses[address.key] = address if address.name else known


class _People:
    """Everybody, by what addresses of one person have in common."""

    def __init__(self) -> None:
        self.all: list[_Person] = []
        self._by_bond: defaultdict[tuple[str, ...], list[_Person]] = defaultdict(list)
        self._by_address: dict[Address, _Person] = {}

    def at(self, address: Address) -> _Person:
        """Who has an address."""
        person = self._by_address.get(address) or self._met(address)
        person.is_seen_as(address)
        return person

    def _met(self, address: Address) -> _Person:
        known = next((p for p in self._near(address) if _is_of(address, p)), None)
        person = known or _Person()
        if known is None:
            self.all.append(person)
        for bond in bonds(address):
            self._by_bond[bond].append(person)
        self._by_address[address] = person
        return person

    def _near(self, address: Address) -> Iterator[_Person]:
        return (person for bond in bonds(address) for person in self._by_bond[bond])


def _is_of(address: Address, person: _Person) -> bool:
    return any(same_person(address, known) for known in person.addresses.values())


def _people_in(cases: Iterable[tuple[Thread, Verdict]], owner: Owner) -> list[_Person]:
    people = _People()
    for thread, verdict in cases:
        own = {m.id for m in own_mail(thread.messages, owner)}
        for message in thread.messages if own else ():
            for address in _parties(message, owner, is_own=message.id in own):
                people.at(address).mails[message.id] = message
        if verdict.is_silent and verdict.silence is not None and verdict.client is not None:
            people.at(verdict.client).silent.append(verdict)
    return people.all


def _parties(message: Message, owner: Owner, *, is_own: bool) -> tuple[Address, ...]:
    """With whom a mail was exchanged, as far as somebody reads there."""
    if is_own:
        return tuple(a for a in owner.others(message.recipients) if not is_robot(a))
    wrote = message.kind in _PERSONS and not is_robot(message.sender)
    return owner.others((message.sender,)) if wrote else ()


def _dealings(person: _Person, policy: Policy, newest: int, invoices_late: Callable[[Address], int]) -> Dealings:
    addresses = tuple(reversed(person.addresses.values()))
    client = next((address for address in addresses if address.name), addresses[0])
    mails = sorted(person.mails.values(), key=written_at)[-newest:]
    answered, plan = answered_by(client, mails, policy.owner), _plan_for(addresses, policy)
    pace = habit_in(answered)
    return Dealings(
        client=client,
        addresses=addresses,
        plan=plan.name,
        pace=pace,
        on_time=None if pace is None else _on_time(answered, plan, policy),
        silent=tuple(sorted(person.silent, key=_silent_since)),
        invoices_late=invoices_late(client),
    )


def _plan_for(addresses: tuple[Address, ...], policy: Policy) -> Plan:
    """The plan of their own, or the default: a rule goes by the single mail."""
    known = (policy.client(address) for address in addresses)
    name = next((client.plan for client in known if client is not None and client.plan), DEFAULT_PLAN)
    return policy.plans.get(name, NO_PLAN)


def _on_time(answered: tuple[Answered, ...], plan: Plan, policy: Policy) -> float | None:
    """The share of the answers before which no step fell due; None where the first one doesn't count from a mail."""
    timing = plan.steps[0].timing if plan.steps else None
    if timing is None or isinstance(timing, Overdue):
        return None
    in_time = (each.answer.received < due(timing, each.own.sent_at, policy.calendar).at for each in answered)
    return sum(in_time) / len(answered)

"""
What the ledger has of somebody: which mail is with them, in which threads, and what lies in Drafts for them.

Knows where people stand in the tables; must not change anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from crickets.domain.forgotten import Erasure, Forgotten, LyingDraft
from crickets.domain.message import Address
from crickets.domain.thread import DraftState, ThreadId
from crickets.ledger.packing import among, packed, unpacked, unpacked_addresses
from crickets.ledger.remarks import unpacked_remarks
from crickets.ledger.tables import ACCOUNTS, DRAFTS, INVOICES, IS_LIVING, MESSAGES, THREADS

_MAIL = select(
    MESSAGES.c.n,
    MESSAGES.c.thread,
    MESSAGES.c.sender,
    MESSAGES.c.reply_to,
    MESSAGES.c.to,
    MESSAGES.c.cc,
    MESSAGES.c.remarks,
    MESSAGES.c.written_at,
)
_SIZES = (
    select(MESSAGES.c.thread, func.count().label("size"))
    .where(MESSAGES.c.thread.in_(among("threads")))
    .group_by(MESSAGES.c.thread)
)
_DRAFTS = select(DRAFTS.c.thread, DRAFTS.c.to, DRAFTS.c.since)
_INVOICES = select(INVOICES.c.n, INVOICES.c.thread, INVOICES.c.mail, INVOICES.c.debtor, INVOICES.c.noted_at)
_LIVING = (
    select(DRAFTS.c.thread, DRAFTS.c.state, DRAFTS.c.subject, THREADS.c.name, ACCOUNTS.c.name.label("account"))
    .join(THREADS, THREADS.c.n == DRAFTS.c.thread)
    .join(ACCOUNTS, ACCOUNTS.c.n == THREADS.c.account)
    .where(IS_LIVING, DRAFTS.c.thread.in_(among("threads")))
    .order_by(DRAFTS.c.n)
)
_NAMES = select(THREADS.c.n, THREADS.c.name).where(THREADS.c.n.in_(among("threads"))).order_by(THREADS.c.n)
_IDS = select(MESSAGES.c.id).where(MESSAGES.c.n.in_(among("messages")))
_PEOPLE = (MESSAGES.c.sender, MESSAGES.c.reply_to, MESSAGES.c.to, MESSAGES.c.cc, INVOICES.c.debtor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """
    All that there is of somebody, by numbers: messages, threads with nobody else, and those with others too.

    `people` are they as their mail bears them, `ids` those of the messages. `invoices` are those of the threads, that
    their mail brought along among others', and that they owe anywhere. `named` are others' messages whose words name
    them. Of the threads in which a draft is `waiting` to be taken back, nothing is among the rest; `left` lie there for
    good.
    """

    people: tuple[Address, ...]
    messages: tuple[int, ...]
    ids: frozenset[str]
    threads: tuple[int, ...]
    shared: tuple[int, ...]
    invoices: tuple[int, ...]
    named: tuple[int, ...]
    waiting: Mapping[int, LyingDraft]
    left: tuple[LyingDraft, ...]


def everybody(connection: Connection) -> tuple[Address, ...]:
    """All whose addresses stand in any mail, or who owe an invoice, each as it's written there."""
    found = dict.fromkeys(
        address
        for column in _PEOPLE
        for (written,) in connection.execute(select(column).distinct())
        for address in unpacked_addresses(written)
    )
    return tuple(found)


def surveyed(connection: Connection, those: Forgotten, served: Collection[str]) -> Survey:
    """All that there is of them; a draft is waited for only in accounts that are `served`."""
    finding = _Finding(those)
    for row in connection.execute(_MAIL):
        finding.look_at(row)
    for thread, to, since in connection.execute(_DRAFTS):
        finding.look_at_draft(thread, unpacked(to), since)
    for invoice in connection.execute(_INVOICES):
        finding.look_at_invoice(invoice)
    involved = {"threads": packed(finding.threads)}
    sizes: dict[int, int] = {row.thread: row.size for row in connection.execute(_SIZES, involved)}
    living = [(row.thread, _lying(row, finding.counted[row.thread])) for row in connection.execute(_LIVING, involved)]
    waiting = {n: draft for n, draft in living if not draft.touched and draft.account in served}
    free = sorted(finding.threads - waiting.keys())
    messages = tuple(n for n, thread in finding.messages.items() if thread not in waiting)
    ids = frozenset(connection.execute(_IDS, {"messages": packed(messages)}).scalars())
    threads = tuple(n for n in free if finding.counted[n] == sizes.get(n, 0))
    return Survey(
        people=tuple(finding.people),
        messages=messages,
        ids=ids,
        threads=threads,
        shared=tuple(n for n in free if finding.counted[n] < sizes.get(n, 0)),
        invoices=tuple(finding.invoices_among(threads, ids, but_for=waiting)),
        named=tuple(finding.named),
        waiting=waiting,
        left=tuple(draft for n, draft in living if n not in waiting),
    )


def told(connection: Connection, survey: Survey) -> Erasure:
    """The same for who asked for it."""
    names = {n: ThreadId(name) for n, name in connection.execute(_NAMES, {"threads": packed(_all(survey))})}
    return Erasure(
        addresses=tuple(dict.fromkeys(person.key for person in survey.people)),
        messages=len(survey.messages),
        threads=tuple(names[n] for n in survey.threads),
        shared=tuple(names[n] for n in survey.shared),
        drafts=_drafts_in(connection, survey.threads),
        invoices=len(survey.invoices),
        waiting=tuple(survey.waiting.values()),
        left=survey.left,
    )


def _drafts_in(connection: Connection, threads: Collection[int]) -> int:
    """How many drafts of ours belong to these threads."""
    those = select(func.count()).where(DRAFTS.c.thread.in_(among("threads")))
    return int(connection.execute(those, {"threads": packed(threads)}).scalar_one())


def _all(survey: Survey) -> Iterator[int]:
    yield from (*survey.threads, *survey.shared)


class _Finding:
    """What was found so far."""

    def __init__(self, those: Forgotten) -> None:
        self._those = those
        self.people: dict[Address, None] = {}
        self.messages: dict[int, int] = {}
        self.threads: set[int] = set()
        self.counted: Counter[int] = Counter()
        self.named: list[int] = []
        self._invoices: list[tuple[int, int, str | None, bool]] = []

    def look_at(self, row: Any) -> None:  # noqa: ANN401 - a row has no type of its own
        """Note a message that is theirs, or names them."""
        addresses = (*_addresses(row), *_bounced(row.remarks))
        if self._any_of(addresses, row.written_at):
            self.messages[row.n] = row.thread
            self.threads.add(row.thread)
            self.counted[row.thread] += 1
        elif self._any_of(_write_instead(row.remarks), row.written_at):
            self.named.append(row.n)

    def look_at_draft(self, thread: int, to: tuple[str, ...], since: datetime) -> None:
        """Note the thread of a draft that is to them."""
        if self._any_of(tuple(Address(email=each) for each in to), since):
            self.threads.add(thread)

    def look_at_invoice(self, row: Any) -> None:  # noqa: ANN401 - as above
        """Note an invoice, and whether it's one of them who owes it: its thread may be others'."""
        is_theirs = self._any_of(unpacked_addresses(row.debtor), row.noted_at)
        self._invoices.append((row.n, row.thread, row.mail, is_theirs))

    def invoices_among(
        self, threads: Collection[int], ids: Collection[str], *, but_for: Container[int]
    ) -> Iterator[int]:
        """The invoices of these threads, those that mail of these ids brought along, and those that are theirs."""
        for n, thread, mail, is_theirs in self._invoices:
            if thread not in but_for and (is_theirs or thread in threads or mail in ids):
                yield n

    def _any_of(self, addresses: tuple[Address, ...], at: datetime) -> bool:
        found = [address for address in addresses if self._those.has(address, at)]
        self.people.update(dict.fromkeys(found))
        return bool(found)


def _addresses(row: Any) -> tuple[Address, ...]:  # noqa: ANN401 - as above
    written = (row.sender, row.reply_to, row.to, row.cc)
    return tuple(address for each in written for address in unpacked_addresses(each))


def _bounced(remarks: str | None) -> tuple[Address, ...]:
    told_of = unpacked_remarks(remarks).bounced if remarks and '"bounced"' in remarks else ()
    return tuple(Address(email=each) for each in told_of)


def _write_instead(remarks: str | None) -> tuple[Address, ...]:
    return unpacked_remarks(remarks).write_instead if remarks and '"write_instead"' in remarks else ()


def _lying(row: Any, messages: int) -> LyingDraft:  # noqa: ANN401 - as above
    return LyingDraft(
        thread=ThreadId(row.name),
        account=row.account,
        subject=row.subject,
        touched=row.state == DraftState.EDITED.value,
        messages=messages,
    )

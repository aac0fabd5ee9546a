"""
How many drafts to one client live at a time: of their threads that are due, the longest due goes first.

Three mails to one person on one morning look like what they are, a machine's. Knows who is the same person; must not
know how the drafts that live were looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crickets.domain.decide import due_at
from crickets.domain.kinship import bonds, same_person
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.people import client_of, told_apart
from crickets.domain.thread import Draft, Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict, Why, why


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveDraft:
    """A draft of ours that lies in Drafts, or may: in which thread, and to whom."""

    thread: ThreadId
    client: Address


def live_in(thread: Thread, owner: Owner) -> Iterator[LiveDraft]:
    """The drafts that live in a thread, each to whom the mail that it answers would have it."""
    messages = told_apart(thread.messages, owner)
    for draft in thread.drafts:
        client = _client_of(draft, messages, owner) if draft.state.lives else None
        if client is not None:
            yield LiveDraft(thread=thread.id, client=client)


def _client_of(draft: Draft, messages: tuple[Message, ...], owner: Owner) -> Address | None:
    parent = next((m for m in messages if draft.parent in m.ids), None)
    return None if parent is None else client_of(parent, owner)


def one_at_a_time(verdicts: Iterable[Verdict], live: Iterable[LiveDraft], most: int) -> tuple[Verdict, ...]:
    """
    The verdicts, with no more drafts to lay than `most` to one client, those that live counted.

    The rest is held, for as long as one of these lives: no moment is known at which that ends, and its end is seen in
    the mailbox.
    """
    verdicts, line = tuple(verdicts), _Line(live)
    due = sorted((v for v in verdicts if v.lay is not None), key=due_at)
    held = {v.thread: reason for v in due if (reason := line.joined_by(v, most)) is not None}
    return tuple(_held(v, held[v.thread]) if v.thread in held else v for v in verdicts)


def is_one_too_many(thread: ThreadId, live: Iterable[LiveDraft], most: int) -> bool:
    """Whether `most` drafts live in other threads for the client of the one that was written down in this thread."""
    live = tuple(live)
    clients = tuple(each.client for each in live if each.thread == thread)
    others = (each.client for each in live if each.thread != thread)
    return sum(any(same_person(other, client) for client in clients) for other in others) >= most


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A thread that has its draft, or gets it first."""

    thread: ThreadId
    client: Address
    lies: bool


class _Line:
    """Who is ahead, by what addresses of one person may have in common: there may be thousands due at once."""

    def __init__(self, live: Iterable[LiveDraft]) -> None:
        self._ahead: defaultdict[tuple[str, ...], list[_Ahead]] = defaultdict(list)
        for draft in live:
            self._goes_ahead(_Ahead(draft.thread, draft.client, lies=True))

    def joined_by(self, verdict: Verdict, most: int) -> Why | None:
        """Why a thread that is due has to wait; None if it gets its draft, and all after it must reckon with that."""
        client = verdict.client
        assert client is not None  # where nobody could answer, nothing falls due
        ahead = self._to(client)
        if len(ahead) >= most:
            return _why_behind(ahead, client, most)
        self._goes_ahead(_Ahead(verdict.thread, client, lies=False))
        return None

    def _goes_ahead(self, each: _Ahead) -> None:
        for bond in bonds(each.client):
            self._ahead[bond].append(each)

    def _to(self, client: Address) -> tuple[_Ahead, ...]:
        kin = dict.fromkeys(each for bond in bonds(client) for each in self._ahead[bond])
        return tuple(each for each in kin if same_person(each.client, client))


def _why_behind(ahead: tuple[_Ahead, ...], client: Address, most: int) -> Why:
    reason = Reason.ONE_AT_A_TIME if all(each.lies for each in ahead) else Reason.ANOTHER_FIRST
    threads = ", ".join(sorted(each.thread for each in ahead))
    return why(reason, who=client.name or client.email, threads=threads, most="one" if most == 1 else most)


def _held(verdict: Verdict, reason: Why) -> Verdict:
    return replace(verdict, state=State.HELD, reason=reason, why=(*verdict.why, reason), next_at=None, lay=None)

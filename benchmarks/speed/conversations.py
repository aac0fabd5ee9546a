"""
A mailbox's mail in the order of time: who wrote to whom, in which thread, and where it lies.

Knows how a freelancer's mail is shared out; must not know how a mail is written down. One seed, one mailbox, but for
the day on which it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.speed.people import OWNER, Person, contacts, one_of

FOLDERS = ("INBOX", "Sent", "Archive", "Clients", "Junk", "Trash")
"""Where mail lies. Drafts there is too, and empty."""

A_DAY = 40
"""How many mails a day: a larger mailbox is a longer history, so that a pass has the same number of threads due."""

_NEW_THREAD = 0.341
"""How many of the mails begin a thread: 2.9 mails to each, as in the mailbox that the figures of the issue are of."""

_NEWSLETTER, _NOTICE = 0.22, 0.11
"""… and how many of those are a newsletter, or a machine's notice, which nobody answers."""

_LIVELY = 150
"""How many threads go on at a time; one is answered after about six days."""

_BY_OWNER = 0.275
_TO_EARLIER = 0.3
"""How many of the answers are to another mail than the last."""

_CC = 0.15
_REMEMBERED = 8
_RECEIVED_IN = ((0.80, "INBOX"), (0.91, "Archive"), (0.935, "Clients"), (0.967, "Trash"), (1.0, "Junk"))
_TOPICS = "The new site|Offer for the leaflet|Photos|Preventivo|Angebot für den Katalog|Meeting on Tuesday|Logo|Oferta"
_SUBJECTS = tuple(_TOPICS.split("|"))
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail: where it lies, when it came (seconds since 1970), and what its header says."""

    folder: str
    at: int
    sender: Person
    to: Person
    cc: Person | None = None
    subject: str
    own_id: str
    references: tuple[str, ...] = ()
    kind: str = "person"

    @property
    def is_sent(self) -> bool:
        """Whether the owner wrote it."""
        return self.sender is OWNER


@dataclass(slots=True)
class _Thread:
    """A conversation under way, with the chains of ids that lead to its newest mails."""

    client: Person
    subject: str
    cc: Person | None
    chains: list[tuple[str, ...]] = field(default_factory=list)

    def answered(self, random: Random) -> tuple[str, ...]:
        """The references of an answer to one of its mails."""
        chain = random.choice(self.chains) if random.random() < _TO_EARLIER else self.chains[-1]
        return chain if len(chain) <= _LONGEST_CHAIN else (chain[0], *chain[1 - _LONGEST_CHAIN :])


def letters(messages: int, *, seed: int, until: int) -> Iterator[Letter]:
    """So many mails, the last of them at `until`, oldest first."""
    random = Random(seed)
    people = contacts(random)
    lively: list[_Thread] = []
    step = 86_400 / A_DAY
    for number in range(messages):
        at = until - int((messages - number - random.random()) * step)
        if lively and random.random() >= _NEW_THREAD:
            yield _answer(random, random.choice(lively), number, at)
        elif (kind := random.random()) < _NEWSLETTER + _NOTICE:
            yield _from_a_machine(random, people, number, at, newsletter=kind < _NEWSLETTER)
        else:
            thread = _begun(random, people, number)
            _take_up(random, lively, thread)
            yield _by_a_person(random, thread, number, at, ())


def _begun(random: Random, people: Sequence[Person], number: int) -> _Thread:
    cc = one_of(people, random) if random.random() < _CC else None
    return _Thread(client=one_of(people, random), subject=f"{random.choice(_SUBJECTS)} {number}", cc=cc)


def _take_up(random: Random, lively: list[_Thread], thread: _Thread) -> None:
    """Let a thread go on beside the others, in the place of one that has ended."""
    if len(lively) < _LIVELY:
        lively.append(thread)
    else:
        lively[random.randrange(_LIVELY)] = thread


def _answer(random: Random, thread: _Thread, number: int, at: int) -> Letter:
    return _by_a_person(random, thread, number, at, thread.answered(random))


def _by_a_person(random: Random, thread: _Thread, number: int, at: int, references: tuple[str, ...]) -> Letter:
    sent = random.random() < _BY_OWNER
    sender, to = (OWNER, thread.client) if sent else (thread.client, OWNER)
    own_id = _id(random, sender, number)
    thread.chains = [*thread.chains[1 - _REMEMBERED :], (*references, own_id)]
    return Letter(
        folder="Sent" if sent else _received_in(random),
        at=at,
        sender=sender,
        to=to,
        cc=thread.cc,
        subject=f"Re: {thread.subject}" if references else thread.subject,
        own_id=own_id,
        references=references,
    )


def _from_a_machine(random: Random, people: Sequence[Person], number: int, at: int, *, newsletter: bool) -> Letter:
    sender = one_of(people, random)
    return Letter(
        folder=_received_in(random),
        at=at,
        sender=sender,
        to=OWNER,
        subject=f"News of the week {number}" if newsletter else f"Your order {number} has been sent",
        own_id=_id(random, sender, number),
        kind="newsletter" if newsletter else "notice",
    )


def _received_in(random: Random) -> str:
    chance = random.random()
    return next(folder for below, folder in _RECEIVED_IN if chance < below)


def _id(random: Random, sender: Person, number: int) -> str:
    return f"<{random.getrandbits(160):x}.{number}@{sender.domain}>"

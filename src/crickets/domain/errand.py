"""
What the owner needs at hand for a call or a task: the number, the last exchange in short, and what to check first.

Knows a thread with what its client wrote elsewhere; must not know how it's shown, nor how numbers are dialled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from crickets.domain.kinship import same_person
from crickets.domain.message import WRITTEN, Address, Kind, Message, Role
from crickets.domain.owner import Owner
from crickets.domain.people import answers, own_mail
from crickets.domain.policy import Policy
from crickets.domain.thread import Thread
from crickets.domain.verdict import Reason, State, Verdict

_UNASKED = WRITTEN | {Role.JUNK}
"""Where a mail may lie under somebody's name that they never wrote: its number is nobody's to call."""

_SIGNED = 3
"""How many of a client's newest mails are looked through for a signature with a number; answers often have none."""

_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """
    One thing to check first, in parts; as text, the sentence.

    Either the client last wrote from `heard_from` though the owner `wrote_to` another address; or mail came back on
    `day`, from `failed` where that's known; or a mail of theirs of `day` lies `in_junk`.
    """

    wrote_to: str = ""
    heard_from: str = ""
    day: date | None = None
    failed: tuple[str, ...] = ()
    in_junk: bool = False

    def __str__(self) -> str:
        if self.heard_from:
            return f"You wrote to {self.wrote_to}, but the last to write was {self.heard_from}: compare the two."
        if self.in_junk:
            return f"A mail of theirs of {self.day} lies in Junk."
        from_whom = f", not delivered to {' or '.join(self.failed)}" if self.failed else ""
        return f"A mail came back on {self.day}{from_whom}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Who wrote on a day; `who` is empty for the owner. As text, in a few words."""

    who: str = ""
    day: date

    def __str__(self) -> str:
        return f"{self.who or 'you'} on {self.day}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """
    What to have at hand; each part empty where nothing is known.

    `phone` is as the config has it, or else as a signature is kept. `exchange` and each of `checks` is a sentence;
    `concerns` are the latter in parts, and `last` the exchange, its newest word first, for who tells them in another
    language.
    """

    phone: str = ""
    exchange: str = ""
    checks: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    last: tuple[Word, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that is to be said beside the number."""
        return tuple(filter(None, (self.exchange, *self.checks)))

    def told(self, note: str) -> str:
        """A step's own note, then the rest, as one text."""
        begun = f"{note}." if note and self.sentences and not note.endswith(_ENDS) else note
        return " ".join(filter(None, (begun, *self.sentences)))


def number_told(number: str) -> str:
    """A number as it's told: of one that names no country, that nobody knew it either."""
    return number if number.startswith("+") else f"{number} (as written: its country isn't known)"


def errand_of(thread: Thread, verdict: Verdict, policy: Policy) -> Errand | None:
    """What the owner needs for the call or the task that is due in a thread; None where none is."""
    client = verdict.client
    if verdict.state is not State.TASK or client is None:
        return None
    concerns = tuple(_concerns(thread, verdict, client, policy))
    last = _last_words(thread, policy)
    return Errand(
        phone=_phone(thread, client, policy),
        exchange=_exchange(last, verdict),
        checks=tuple(map(str, concerns)),
        concerns=concerns,
        last=last,
    )


def number_instead(thread: Thread, verdict: Verdict, policy: Policy) -> str:
    """The number to call where mail comes back, as an errand has it; empty where it goes through, or none is known."""
    is_cut_off = verdict.reason.reason is Reason.BOUNCED and verdict.state is State.HELD
    return _phone(thread, verdict.client, policy) if is_cut_off and verdict.client is not None else ""


def unread_for_errand(thread: Thread, verdict: Verdict, policy: Policy) -> tuple[Message, ...]:
    """The mails to be read for a number to call, while none is known: for a call or task, or where mail comes back."""
    client, is_called = verdict.client, verdict.state is State.TASK or verdict.reason.reason is Reason.BOUNCED
    if not is_called or client is None or _phone(thread, client, policy):
        return ()
    return tuple(m for m in _newest_by(client, thread) if m.remarks is None or m.remarks.phones is None)


def _phone(thread: Thread, client: Address, policy: Policy) -> str:
    """The number that the owner's config has, or else the first of the client's own newest signature."""
    known = policy.client(client)
    if known is not None and known.phone:
        return known.phone
    signed = (m.remarks.phones for m in _newest_by(client, thread) if m.remarks is not None)
    return next((phones[0] for phones in signed if phones), "")


def _newest_by(client: Address, thread: Thread) -> tuple[Message, ...]:
    """The newest mails that the client wrote themselves, in any thread, the very newest first."""
    theirs = (
        m
        for m in (*thread.messages, *thread.elsewhere)
        if m.kind is Kind.PERSON and m.places - _UNASKED and same_person(m.sender, client)
    )
    return tuple(sorted(theirs, key=lambda m: m.received, reverse=True)[:_SIGNED])


def _last_words(thread: Thread, policy: Policy) -> tuple[Word, ...]:
    """Who wrote last and when, and who before that."""
    own, heard = own_mail(thread.messages, policy.owner), _last_heard(thread, policy.owner)
    words = [("", own[-1].sent_at)] if own else []
    words += [] if heard is None else [(heard.sender.name or heard.sender.email, heard.received)]
    newest_first = sorted(words, key=lambda word: word[1], reverse=True)
    return tuple(Word(who=who, day=policy.calendar.day_of(at)) for who, at in newest_first)


def _exchange(words: tuple[Word, ...], verdict: Verdict) -> str:
    """The last words as a sentence, and for how long nobody has answered."""
    if not words:
        return ""
    last, *before = words
    earlier = "".join(f"; before that, {word}" for word in before)
    silence = "" if verdict.silence is None else f"; {_days(verdict.silence.days)} without an answer"
    return f"{last.who or 'You'} wrote last, on {last.day}{earlier}{silence}."


def _concerns(thread: Thread, verdict: Verdict, client: Address, policy: Policy) -> Iterator[Concern]:
    """What may be why nobody answers, as far as the mailbox shows it."""
    heard = _last_heard(thread, policy.owner)
    written_to = () if verdict.anchor is None else verdict.anchor.recipients
    if heard is not None and heard.sender.key not in {client.key, *(a.key for a in written_to)}:
        yield Concern(wrote_to=client.email, heard_from=heard.sender.email)
    for message in thread.messages:
        if message.kind is Kind.BOUNCE:
            failed = () if message.remarks is None else message.remarks.bounced
            yield Concern(day=policy.calendar.day_of(message.received), failed=failed)
    for day in _in_junk(thread, client, policy):
        yield Concern(day=day, in_junk=True)


def _last_heard(thread: Thread, owner: Owner) -> Message | None:
    """The newest mail by somebody else in the thread, or by the client in another, that wasn't taken for junk."""
    elsewhere = (m for m in thread.elsewhere if m.kind is Kind.PERSON)
    heard = (m for m in (*answers(thread.messages, owner), *elsewhere) if m.places - _UNASKED)
    return max(heard, key=lambda m: m.received, default=None)


def _in_junk(thread: Thread, client: Address, policy: Policy) -> Iterable[date]:
    """The days of the client's mails that lie in Junk and nowhere else."""
    mails = (
        m for m in (*thread.messages, *thread.elsewhere) if m.places == {Role.JUNK} and same_person(m.sender, client)
    )
    return dict.fromkeys(policy.calendar.day_of(m.received) for m in mails)


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"

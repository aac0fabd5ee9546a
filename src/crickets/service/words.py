"""
The second reading: the words of the mails that decide something, each read once and kept as facts.

Knows the ports and the reading; which mails count is the domain's to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import Uid, UidValidity
from crickets.domain.message import Kind, Message, MessageId
from crickets.domain.people import is_own
from crickets.domain.policy import Policy
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Thread
from crickets.domain.threading import in_order
from crickets.domain.unread import unread_in, unread_of
from crickets.errors import NotNow, Refused, Surprise
from crickets.reading import reading_of
from crickets.service.batches import in_batches
from crickets.service.ports import Ledger, Mailbox, Progress

_TOGETHER = 100
"""How many mails are read before what they say is kept: so much is read again after an interruption."""

_OCTETS = 256 * 1024
"""How much of a mail is fetched for its words: they stand in front of what is attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    The words of one account's mail, fetched where they lie.

    `read` is what was asked for already: one mail may say something on many threads, all looked up before it was read.
    """

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    progress: Progress
    read: dict[MessageId, Message] = field(default_factory=dict)

    def read_ahead(self, threads: Iterable[Thread], evidence: Evidence, now: datetime) -> None:
        """Know the words that `learn` will want to know of so many threads."""
        self._know(m for thread in threads for m in unread_in(thread, self.policy, evidence, now))

    def learn(self, thread: Thread, evidence: Evidence, now: datetime) -> Thread:
        """A thread with the words known that decide something."""
        return self._read(thread, unread_in(thread, self.policy, evidence, now))

    def learn_all(self, mails: tuple[Message, ...]) -> tuple[Message, ...]:
        """The same mails with the words known of those that could say something."""
        unread = unread_of(mails)
        self._know(unread)
        read = {m.id: self._of(m) for m in unread}
        return tuple(read.get(m.id, m) for m in mails)

    def _read(self, thread: Thread, unread: tuple[Message, ...]) -> Thread:
        if not unread:
            return thread
        self._know(unread)
        read = {m.id: self._of(m) for m in unread}
        return replace(thread, messages=in_order(read.get(m.id, m) for m in thread.messages))

    def _know(self, messages: Iterable[Message]) -> None:
        """Ask for many mails at once, folder by folder; those that are alone, or aren't shown so, wait for `_of`."""
        wanted = {m.id: m for m in messages if m.id not in self.read}
        lying: defaultdict[tuple[str, UidValidity], dict[Uid, Message]] = defaultdict(dict)
        for message in wanted.values() if len(wanted) > 1 else ():
            for folder, uid_validity, uid in self.ledger.places_of(self.mailbox.account, message.id)[:1]:
                lying[folder, uid_validity][uid] = message
        with self.progress.words(self.mailbox.account, len(wanted)) as advance:
            for (folder, uid_validity), mails in lying.items():
                for read in in_batches(self._shown(folder, uid_validity, mails), _TOGETHER):
                    self.ledger.remark(self.mailbox.account, *read)
                    self.read.update((message.id, message) for message in read)
                    advance(len(read))

    def _shown(self, folder: str, uid_validity: UidValidity, mails: Mapping[Uid, Message]) -> Iterator[Message]:
        """What is shown of the mails that lie in one folder, with their words; the next are on their way meanwhile."""
        with suppress(Refused):  # the folder is; each of the mails may lie elsewhere too
            for uid, body in self.mailbox.messages(folder, uid_validity, sorted(mails), limit=_OCTETS):
                yield self._with_words(mails[uid], body)

    def _of(self, message: Message) -> Message:
        """A mail with its words, asked for once."""
        if message.id not in self.read:
            self.read[message.id] = self._fetched(message)
        return _as_read(message, self.read[message.id])

    def _fetched(self, message: Message) -> Message:
        """A mail with its words, kept for good; as it was if it can't be shown for now, or lies nowhere any more."""
        for folder, uid_validity, uid in self.ledger.places_of(self.mailbox.account, message.id):
            try:
                body = self.mailbox.message(folder, uid_validity, uid, limit=_OCTETS)
            except NotNow:
                continue
            except (Refused, Surprise):
                return self._unreadable(message)
            if body is not None:
                return self._kept(self._with_words(message, body))
        return message

    def _unreadable(self, message: Message) -> Message:
        """
        A mail that the server won't show, judged for good by its header, and what was read before.

        Of an automatic reply that isn't enough: its words may tell of an absence, and are asked for again.
        """
        if message.remarks is not None:
            return self._kept(replace(message, remarks=replace(message.remarks, phones=())))
        return message if message.kind is Kind.AUTO_REPLY else self._kept(replace(message, remarks=Remarks()))

    def _with_words(self, message: Message, body: bytes) -> Message:
        """A mail as its whole shows it; the facts of its header stay, those of its copies are among them."""
        owner = self.policy.owner
        own = is_own(message, owner)
        whole = reading_of(body, received=message.received, home=owner.phone_region, own=own)
        return _as_read(message, whole.message)

    def _kept(self, message: Message) -> Message:
        self.ledger.remark(self.mailbox.account, message)
        return message


def _as_read(message: Message, read: Message) -> Message:
    """A mail with what the words of the very same have shown."""
    return replace(message, kind=read.kind, signals=read.signals, to_list=read.to_list, remarks=read.remarks)

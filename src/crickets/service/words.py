"""
The second reading: the words of the mails that decide something, each read once and kept as facts.

Knows the ports and the reading; which mails count is the domain's to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from crickets.domain.evidence import Evidence
from crickets.domain.message import Message
from crickets.domain.policy import Policy
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Thread
from crickets.domain.threading import in_order
from crickets.domain.unread import unread_in, unread_of
from crickets.errors import Refused, Surprise
from crickets.reading import reading_of
from crickets.service.ports import Ledger, Mailbox

_OCTETS = 256 * 1024
"""How much of a mail is fetched for its words: they stand in front of what is attached."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one account's mail, fetched where they lie."""

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy

    def learn(self, thread: Thread, evidence: Evidence, now: datetime) -> Thread:
        """A thread with the words known that decide something."""
        return self._read(thread, unread_in(thread, self.policy, evidence, now))

    def learn_all(self, mails: tuple[Message, ...]) -> tuple[Message, ...]:
        """The same mails with the words known of those that could say something."""
        read = {m.id: self._of(m) for m in unread_of(mails)}
        return tuple(read.get(m.id, m) for m in mails)

    def _read(self, thread: Thread, unread: tuple[Message, ...]) -> Thread:
        if not unread:
            return thread
        read = {m.id: self._of(m) for m in unread}
        return replace(thread, messages=in_order(read.get(m.id, m) for m in thread.messages))

    def _of(self, message: Message) -> Message:
        """A mail with its words, kept for good; as it was if it lies nowhere any more."""
        for folder, uid_validity, uid in self.ledger.places_of(self.mailbox.account, message.id):
            try:
                body = self.mailbox.message(folder, uid_validity, uid, limit=_OCTETS)
            except (Refused, Surprise):
                # Asking again at each pass would help nobody: it's judged by its header.
                return self._kept(replace(message, remarks=Remarks()))
            if body is not None:
                return self._kept(_with_words(message, body))
        return message

    def _kept(self, message: Message) -> Message:
        self.ledger.remark(self.mailbox.account, message)
        return message


def _with_words(message: Message, body: bytes) -> Message:
    """A mail as its whole shows it; the facts of its header stay, those of its copies are among them."""
    whole = reading_of(body, received=message.received)
    return replace(message, kind=whole.kind, signals=whole.signals, remarks=whole.remarks)

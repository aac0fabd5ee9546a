"""
The digest, once a day: intended, handed over, confirmed; what fails is told once and tried again the same day.

A day has one digest at most, whatever restarts, crashes or sets its clock: what may have been handed over isn't handed
over again, unless it can be seen whether it came. Knows the ledger's port and the ways; must not know what is in one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from time import monotonic
from typing import Protocol

from crickets.config.settings import DigestWish
from crickets.domain.digest import Digest, Fate, Issue, due_day
from crickets.domain.message import Address, MessageId
from crickets.domain.policy import Policy
from crickets.errors import CricketsError, Refused, Transient
from crickets.service.log import logger
from crickets.service.patience import Patience
from crickets.service.ports import Clock, Ledger
from crickets.service.sentences import sentence_of
from crickets.service.the_digest import THE_DIGEST
from crickets.service.todays_digest import todays_digest
from crickets.writing import Wording, message_id_for
from crickets.writing.digest import digest_words, write_digest

_LOST = "it was handed over, and nobody knows whether it came; it isn't sent twice"
_NEXT = "What is still to be done stands in the next one."

_OPEN = frozenset({Fate.INTENDED, Fate.NOT_TAKEN})
"""What may yet turn out to have come: some servers say no to what they take."""


class Way(Protocol):
    """How a digest comes to its owner, once."""

    def deliver(self, mail: bytes, message_id: MessageId, *, again: bool, begin: Callable[[], None]) -> None:
        """Deliver it; `begin` is called right before it may come. Blocks, and raises our own errors."""

    def try_out(self) -> None:
        """Find out whether it would be let in."""

    def interrupt(self) -> None:
        """End what is under way in another thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """A day's digest in facts and in words, and the last one that was sent before; `is_worth_it` says if it's sent."""

    at: datetime
    digest: Digest
    words: Wording
    last: Issue | None

    @property
    def is_worth_it(self) -> bool:
        """Whether there is anything to be done, or anything new."""
        return self.digest.is_worth_a_mail(frozenset() if self.last is None else self.last.told)


@dataclass(slots=True, kw_only=True, eq=False)
class Digests:
    """
    The owner's digests, over many days: after a failure they're left alone for a while.

    `way` opens the way to the owner anew for each; it may raise where its secret can't be had.
    """

    wish: DigestWish
    way: Callable[[], Way]
    ledger: Ledger
    accounts: tuple[str, ...]
    policy: Policy
    clock: Clock
    _patience: Patience = field(init=False)
    _not_before: float = field(default=0.0, init=False)
    _done_for: date | None = field(default=None, init=False)
    _open: Way | None = field(default=None, init=False)
    _ended: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._patience = Patience(account="[digest]", event="digest.failed")

    def is_due(self) -> bool:
        """Whether there may be one to send now, as far as is known without asking anybody; quick."""
        return self._due() is not None

    def see_to(self) -> None:
        """Send today's, if it's due and there is something to tell; never raises, and is done within a minute."""
        day = self._due()
        if day is None:
            return
        try:
            self._see_to(day)
        except Exception as error:  # noqa: BLE001 - the digest's boundary: not even our own mistake holds up the mail
            self._failed(error)
        else:
            self._done_for = day
            self._patience.renewed()

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""
        self._ended = True
        if (way := self._open) is not None:  # read once: the other thread may just be done
            way.interrupt()

    def today(self) -> Today:
        """Today's digest as it would be sent now."""
        now = self.clock()
        last = self.ledger.last_issue_sent(now)
        digest = todays_digest(self.ledger, self.accounts, self.policy, now, last)
        words = digest_words(digest, self.wish.language, self.policy.owner.zone)
        return Today(at=now, digest=digest, words=words, last=last)

    def send(self, today: Today) -> Issue:
        """Send it now, whatever the hour and whatever was sent before; raises as the way does."""
        return self._deliver(today, self._new_issue(today), again=False, begin=self.ledger.keep_issue)

    def try_out(self) -> None:
        """Find out whether it would be let in, for `check`; raises as the way does."""
        self.way().try_out()

    def _due(self) -> date | None:
        """The day to see to now, if there is one."""
        day = due_day(self.policy.calendar, self.wish.at, self.clock())
        return None if self._ended or day == self._done_for or monotonic() < self._not_before else day

    def _see_to(self, day: date) -> None:
        issue = self.ledger.issue_of(day)
        if issue is not None and issue.fate in _OPEN and self.ledger.has_come(issue.id):
            self._confirm(issue)
        elif issue is None or issue.fate is Fate.NOT_TAKEN:
            today = self.today()
            if today.digest.day == day:  # midnight may have gone by: the next has its own hour
                self._send_if_worth_it(today, issue)
        elif issue.fate is Fate.INTENDED:
            self._take_up(issue)
        elif issue.fate is Fate.SENT:
            self._note("")

    def _send_if_worth_it(self, today: Today, not_taken: Issue | None) -> None:
        fresh = self._new_issue(today)
        issue = fresh if not_taken is None else replace(fresh, id=not_taken.id)
        if today.is_worth_it:
            self._deliver(today, issue, again=False, begin=self._begin)
        else:
            self.ledger.keep_issue(replace(issue, fate=Fate.NOTHING))

    def _take_up(self, issue: Issue) -> None:
        """One that was begun, and whose end nobody has seen: the crash, or the line's, came right before or after."""
        if self.wish.server is not None:
            raise Transient(_LOST, remedy=_NEXT)
        self._deliver(self.today(), issue, again=True, begin=self._begin)

    def _begin(self, issue: Issue) -> None:
        """Intend it, unless the owner's own `digest --send`, which waits for nobody, has begun another meanwhile."""
        if not self.ledger.begin_issue(issue):
            raise Transient("another digest of the same day has just been begun", remedy="One a day is enough.")

    def _deliver(self, today: Today, issue: Issue, *, again: bool, begin: Callable[[Issue], None]) -> Issue:
        """Intend, hand over, confirm; what is known not to have been taken is intended no more."""
        sender, to = (Address(name=self.policy.owner.name, email=a.email) for a in (self.wish.sender, self.wish.to))
        at = issue.at.astimezone(self.policy.owner.zone)
        mail = write_digest(today.words, issue.id, sender=sender, to=to, at=at)
        way = self._open = self.way()
        try:
            if self._ended:  # meanwhile: opening it may take longer than anybody waits
                raise Transient("told to stop", remedy="Start it again when you like.")
            way.deliver(mail, issue.id, again=again, begin=lambda: begin(issue))
        except Refused:
            if not again:  # else it may lie there from before, whatever is refused now
                self.ledger.keep_issue(replace(issue, fate=Fate.NOT_TAKEN))
            raise
        finally:
            self._open = None
        return self._confirm(issue)

    def _confirm(self, issue: Issue) -> Issue:
        sent = replace(issue, fate=Fate.SENT)
        self.ledger.keep_issue(sent)
        self._note("")
        logger(day=issue.day.isoformat()).info("digest.sent", by="imap" if self.wish.server is None else "smtp")
        return sent

    def _new_issue(self, today: Today) -> Issue:
        """One under an id that nobody can know before: a stranger's mail must not pass for it."""
        seed = f"digest {today.digest.day} {secrets.token_hex(16)}"
        own_id = message_id_for(seed, self.wish.sender.email.rpartition("@")[2])
        return Issue(id=own_id, day=today.digest.day, at=today.at, told=today.digest.marks)

    def _failed(self, error: Exception) -> None:
        if self._ended:
            return  # being told to stop is no problem of the digest's
        pause = self._patience.after(error)
        self._not_before = monotonic() + pause.total_seconds()
        self._note(sentence_of(error))

    def _note(self, problem: str) -> None:
        """Let `status` tell of it."""
        with suppress(CricketsError):  # it may be the ledger itself that failed
            if self.ledger.problem(THE_DIGEST) != problem:
                self.ledger.note_problem(THE_DIGEST, problem, self.clock())

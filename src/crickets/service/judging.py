"""
The verdict on a thread with everything around it: its mail's words, and what its client wrote elsewhere.

What is around a thread is only looked up where its client is silent; most threads are answered, old or ignored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from crickets.domain.claim import Claim, claim_in
from crickets.domain.decide import decide
from crickets.domain.dunning import sent_again
from crickets.domain.errand import unread_for_errand
from crickets.domain.evidence import Evidence
from crickets.domain.message import Address, Message
from crickets.domain.owner import Owner
from crickets.domain.pace import pace_of
from crickets.domain.policy import Policy
from crickets.domain.receivable import ladder_of
from crickets.domain.rest import Rest, rest_of
from crickets.domain.subaddress import with_orders_by_mail
from crickets.domain.surroundings import strays_among, surrounded, with_loose_drafts
from crickets.domain.thread import Debts, Thread
from crickets.domain.turn import begun_anew, unanswered_in, waits_from
from crickets.domain.unread import unread_in, unread_of
from crickets.domain.verdict import Verdict
from crickets.service.books import Books
from crickets.service.elsewhere import Elsewhere

if TYPE_CHECKING:
    from crickets.service.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """
    A thread as far as it is known, with all its owner's orders, and the verdict on it.

    `rest` is how long nobody need look at it again; for one that is due, if it's to stand in line. None if somebody
    must.
    """

    thread: Thread
    verdict: Verdict | None
    rest: Rest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """
    Verdicts on the threads of one account at one moment.

    With `words`, what is unread and counts is read first; without, the facts that are known must do.
    """

    policy: Policy
    evidence: Evidence
    now: datetime
    elsewhere: Elsewhere
    books: Books
    words: Words | None = None

    def read_ahead(self, threads: Sequence[Thread]) -> None:
        """Read what is unread and counts in so many threads, and around them, which will be judged one by one."""
        if self.words is not None and self.has_to_read(threads):
            self.words.read_ahead(threads, self.evidence, self.now)
            self.words.learn_all(tuple(mail for thread in threads for mail in self._mails_to_be_read_around(thread)))

    def has_to_read(self, threads: Sequence[Thread]) -> bool:
        """Whether there is anything to `read_ahead`."""
        return any(unread_in(thread, self.policy, self.evidence, self.now) for thread in threads)

    def _mails_to_be_read_around(self, thread: Thread) -> Iterator[Message]:
        """What will be looked up around a thread whose own words are known, as far as can be told by these."""
        assert self.words is not None
        known = self.words.learn(with_orders_by_mail(thread, self.policy), self.evidence, self.now)
        verdict = self._verdict(known)
        if verdict is not None and verdict.client is not None and verdict.is_silent:
            yield from self._strays(known, verdict.client)

    def judged(self, thread: Thread) -> tuple[Thread, Verdict | None]:
        """A thread as far as it is known, with all its owner's orders, and the verdict on it."""
        found = self.looked_at(thread)
        return found.thread, found.verdict

    def looked_at(self, thread: Thread) -> Judged:
        """The same, with how long it may rest."""
        told = with_orders_by_mail(thread, self.policy)
        known = told if self.words is None else self.words.learn(told, self.evidence, self.now)
        known = self._with_what_was_begun(self._with_debts(known))
        verdict = self._verdict(known)
        if verdict is None or verdict.client is None or not verdict.is_silent:
            return Judged(thread=known, verdict=verdict, rest=self._rest(known, known, verdict, None))
        mails = self._mails_around(known, verdict.client)
        around = self._surrounded(known, verdict.client, mails)
        anew = verdict if around == known else self._judged_anew(around, verdict)
        self._look_up_number(around, anew)
        rest = None if unread_of(mails) else self._rest(known, around, anew, verdict.client)
        return Judged(thread=around, verdict=anew, rest=rest)

    def _rest(self, known: Thread, around: Thread, verdict: Verdict | None, looked_for: Address | None) -> Rest | None:
        """How long a thread may rest; not at all while words aren't known that count, or all of the mailbox isn't."""
        first_read = self.evidence.first_read_at
        if self.words is None or not self.policy.edition or first_read is None or self.now < first_read:
            return None
        if unread_in(known, self.policy, self.evidence, self.now):
            return None
        turn_at = waits_from(known, self.policy, self.evidence, self.now)
        waiting = (mail.sender for mail in unanswered_in(known, self.policy, self.evidence, self.now))
        heard = (*waiting, *(() if looked_for is None else (looked_for,)))
        return rest_of(around, verdict, self.policy.calendar, self.now, turn_at=turn_at, people=heard)

    def _with_what_was_begun(self, thread: Thread) -> Thread:
        """A thread with what its owner has begun to write to who waits for them there; an invoice is no answer."""
        waiting = unanswered_in(thread, self.policy, self.evidence, self.now)
        mails = [each for mail in waiting for each in self.elsewhere.exchanged_with(mail.sender)]
        begun = tuple(m for m in begun_anew(mails, thread, self._owner) if not self.books.bring_one(m)) if mails else ()
        return replace(thread, begun_anew=begun) if begun else thread

    def _with_debts(self, thread: Thread) -> Thread:
        """A thread about an invoice with what its client owes, was asked for and got once more in others."""
        lead = next(iter(ladder_of(thread.invoices)), None)
        about_one = lead is not None or any(message.files for message in thread.messages)
        client = self.client_of(thread) if about_one else None
        if client is None:
            return thread
        debts = Debts(followed=self.books.owed_by(client, self, thread.id))
        if lead is None:
            return replace(thread, debts=debts)
        again = sent_again(lead, thread, self.elsewhere.exchanged_with(client), self._owner)
        debts = replace(debts, asked=self.books.asked_of(client, self, thread.id), sent_again=again)
        claim = self.claim_in(thread)
        return replace(thread, debts=debts if claim is None else self._told_together(claim, client, thread, debts))

    def _told_together(self, claim: Claim, client: Address, thread: Thread, debts: Debts) -> Debts:
        """What a thread's next notice may tell of beside its own, and which other's may tell of its own."""
        others = self.books.claims_on(client, self, thread.id)
        alike = [other for _, other in others if other.is_due and other.is_like(claim)]
        tellable = (i for other in alike if claim.written_to <= other.written_to for i in other.invoices)
        leading = (i for other in alike if other.written_to <= claim.written_to for i in other.invoices)
        twin = self.books.twin_of(claim.invoices[0], self)
        return replace(debts, tellable=tuple(tellable), leading=tuple(leading), twin=twin)

    def claim_in(self, thread: Thread) -> Claim | None:
        """What a thread asks for by its own facts and what was sent elsewhere; None if nothing, or not at present."""
        told, client = with_orders_by_mail(thread, self.policy), self.client_of(thread)
        asked = () if client is None else self.books.asked_of(client, self, thread.id)
        sent = Debts(asked=tuple(each for each in asked if not each.lies))
        return claim_in(replace(told, debts=sent), self.policy, self.evidence, self.now)

    def client_of(self, thread: Thread) -> Address | None:
        """Whom a thread is with, by its own facts alone."""
        verdict = self._verdict(thread)
        return None if verdict is None else verdict.client

    def _judged_anew(self, around: Thread, before: Verdict) -> Verdict | None:
        """The verdict with what is around; what waits for the owner there, the thread that it lies in tells itself."""
        verdict = self._verdict(around)
        return None if verdict is None else replace(verdict, your_turn_since=before.your_turn_since)

    def _look_up_number(self, thread: Thread, verdict: Verdict | None) -> None:
        """Read the mails whose signatures may have the number to call; it's kept for `status`, no verdict needs it."""
        if self.words is not None and verdict is not None:
            self.words.learn_all(unread_for_errand(thread, verdict, self.policy))

    def _mails_around(self, thread: Thread, client: Address) -> tuple[Message, ...]:
        """What was written elsewhere that may say something on a thread, its words known if they can be."""
        mails = self._strays(thread, client)
        return mails if self.words is None else self.words.learn_all(mails)

    def _strays(self, thread: Thread, client: Address) -> tuple[Message, ...]:
        return strays_among(self.elsewhere.mails_of(client, thread), thread, client, self.policy.owner)

    def _surrounded(self, thread: Thread, client: Address, mails: tuple[Message, ...]) -> Thread:
        around = surrounded(thread, client, mails, self.policy.owner)
        drafts = with_loose_drafts(around, client, self.elsewhere.loose_drafts)
        return replace(drafts, pace=pace_of(client, self.elsewhere.exchanged_with(client), self._owner))

    @property
    def _owner(self) -> Owner:
        return self.policy.owner

    def _verdict(self, thread: Thread) -> Verdict | None:
        return decide(thread, self.policy, self.evidence, self.now)

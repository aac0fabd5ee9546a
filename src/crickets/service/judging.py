"""
The verdict on a thread with everything around it: its mail's words, and what its client wrote elsewhere.

What is around a thread is only looked up where its client is silent; most threads are answered, old or ignored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crickets.domain.claim import Claim, claim_in
from crickets.domain.decide import decide
from crickets.domain.dunning import sent_again
from crickets.domain.errand import unread_for_errand
from crickets.domain.evidence import Evidence
from crickets.domain.message import Address
from crickets.domain.owner import Owner
from crickets.domain.pace import pace_of
from crickets.domain.policy import Policy
from crickets.domain.receivable import ladder_of
from crickets.domain.subaddress import with_orders_by_mail
from crickets.domain.surroundings import strays_among, surrounded, with_loose_drafts
from crickets.domain.thread import Debts, Thread
from crickets.domain.verdict import Reason, State, Verdict
from crickets.service.books import Books
from crickets.service.elsewhere import Elsewhere
from crickets.service.words import Words

_SILENT = frozenset({State.WAITING, State.DRAFTED, State.TASK, State.HELD})


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
        """Read what is unread and counts in so many threads, which will be judged one by one."""
        if self.words is not None:
            self.words.read_ahead(threads, self.evidence, self.now)

    def judged(self, thread: Thread) -> tuple[Thread, Verdict | None]:
        """A thread as far as it is known, with all its owner's orders, and the verdict on it."""
        told = with_orders_by_mail(thread, self.policy)
        known = told if self.words is None else self.words.learn(told, self.evidence, self.now)
        known = self._with_debts(known)
        verdict = self._verdict(known)
        if verdict is None or verdict.client is None or not _is_silent(verdict):
            return known, verdict
        around = self._surrounded(known, verdict.client)
        paced = replace(
            around, pace=pace_of(verdict.client, self.elsewhere.exchanged_with(verdict.client), self._owner)
        )
        anew = verdict if paced == known else self._judged_anew(paced, verdict)
        self._look_up_number(paced, anew)
        return paced, anew

    def _with_debts(self, thread: Thread) -> Thread:
        """A thread about an invoice with what its client owes, was asked for and got once more in others."""
        lead = next(iter(ladder_of(thread.invoices)), None)
        about_one = lead is not None or any(message.files for message in thread.messages)
        client = self.client_of(thread) if about_one else None
        if client is None:
            return thread
        debts = Debts(followed=self.books.owed_by(client, self, thread.id))
        claim = self.claim_in(thread)
        if lead is None or claim is None:
            return replace(thread, debts=debts)
        others = self.books.claims_on(client, self, thread.id)
        alike = [other for _, other in others if other.is_due and other.template == claim.template]
        tellable = (i for other in alike if claim.written_to <= other.written_to for i in other.invoices)
        leading = (i for other in alike if other.written_to <= claim.written_to for i in other.invoices)
        exchanged = self.elsewhere.exchanged_with(client)
        return replace(
            thread,
            debts=replace(
                debts,
                tellable=tuple(tellable),
                leading=tuple(leading),
                asked=self.books.asked_of(client, self, thread.id),
                sent_again=sent_again(lead, thread, exchanged, self._owner),
                twin=self.books.twin_of(claim.invoices[0], self),
            ),
        )

    def claim_in(self, thread: Thread) -> Claim | None:
        """What a thread asks for, by its own facts alone; None if nothing, or not at present."""
        told = with_orders_by_mail(thread, self.policy)
        return claim_in(told, self.policy, self.evidence, self.now)

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

    def _surrounded(self, thread: Thread, client: Address) -> Thread:
        mails = strays_among(self.elsewhere.mails_of(client, thread), thread, client, self.policy.owner)
        read = mails if self.words is None else self.words.learn_all(mails)
        around = surrounded(thread, client, read, self.policy.owner)
        return with_loose_drafts(around, client, self.elsewhere.loose_drafts)

    @property
    def _owner(self) -> Owner:
        return self.policy.owner

    def _verdict(self, thread: Thread) -> Verdict | None:
        return decide(thread, self.policy, self.evidence, self.now)


def _is_silent(verdict: Verdict) -> bool:
    return verdict.state in _SILENT and verdict.reason.reason is not Reason.OLDER_THAN_SINCE

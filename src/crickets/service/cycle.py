"""
One pass over one account: gather, decide, apply.

Effects go intend → append → confirm, and an answer is looked for once more right before a draft is laid and once
right after. Must not know servers, storage or commands, only the ports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from crickets.domain.calendar import ONE_DAY
from crickets.domain.decide import within_the_cap
from crickets.domain.evidence import FRESH, Evidence
from crickets.domain.ladder import Demand
from crickets.domain.mailbox import DraftPlace, Retirement, as_laid
from crickets.domain.message import Message, MessageId
from crickets.domain.one_at_a_time import is_one_too_many, one_at_a_time
from crickets.domain.people import own_mail
from crickets.domain.policy import Policy, RetireTo
from crickets.domain.thread import Draft, DraftState, Thread, ThreadId
from crickets.domain.threading import written_at
from crickets.domain.verdict import LayDraft, Verdict
from crickets.errors import Refused
from crickets.service.books import Books
from crickets.service.elsewhere import Elsewhere
from crickets.service.enclose import Unwritable
from crickets.service.gather import gather
from crickets.service.heed import heed_control_folders, make_control_folders
from crickets.service.invoicing import note_invoices
from crickets.service.judging import Judge
from crickets.service.live import accounts_looked_at, live_drafts
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.ports import Clock, Ledger, Mailbox, Progress
from crickets.service.refusals import refused
from crickets.service.settle import settle_all
from crickets.service.words import Words
from crickets.service.write import Written, written
from crickets.writing import Shelf


def evidence_of(ledger: Ledger, account: str) -> Evidence:
    """How well an account is known."""
    return Evidence(
        folders=ledger.evidence(account),
        first_read_at=ledger.first_read_at(account),
        problem=ledger.problem(account),
    )


def judge_of(ledger: Ledger, account: str, policy: Policy, now: datetime, words: Words | None = None) -> Judge:
    """Who judges an account's threads by what is known now."""
    return Judge(
        policy=policy,
        evidence=evidence_of(ledger, account),
        now=now,
        elsewhere=Elsewhere(ledger, account, policy.owner),
        books=Books(ledger, account, policy.owner),
        words=words,
    )


def decided(
    ledger: Ledger, account: str, policy: Policy, now: datetime, words: Words | None = None
) -> Iterator[tuple[Thread, Verdict]]:
    """Every thread of an account with its verdict by the facts that are known, as if the day had no cap."""
    judge = judge_of(ledger, account, policy, now, words)
    for thread in ledger.threads(account):
        known, verdict = judge.judged(thread)
        if verdict is not None:
            yield known, verdict


def capped(verdicts: Iterable[Verdict], ledger: Ledger, policy: Policy, now: datetime) -> tuple[Verdict, ...]:
    """The verdicts with no more to lay than each client and the day have left; both over all accounts."""
    verdicts = tuple(verdicts)
    if not any(verdict.lay for verdict in verdicts):
        return verdicts
    live = live_drafts(ledger, policy.owner, accounts_looked_at(ledger, now))
    verdicts = one_at_a_time(verdicts, live, policy.tracking.max_live_drafts_per_client)
    calendar, cap = policy.calendar, policy.tracking.max_new_drafts_per_day
    today = calendar.day_at(now)
    again, off = calendar.next_working(today.date + ONE_DAY)
    laid = ledger.laid_on(today)
    return tuple(within_the_cap(verdicts, laid, cap, again_at=calendar.opening(again), passed_over=off))


_Act = Callable[[Verdict, LayDraft, Written], Iterator[Done]]

_BY_AN_EARLIER_TRY = {
    (DraftState.INTENDED, DraftState.LAID): Deed.LAID,
    (DraftState.RETIRING, DraftState.TAKEN_BACK): Deed.TAKEN_BACK,
}
"""What we did without knowing, the answer lost: the draft's state before, and as the mailbox shows it."""

_BY_THE_OWNER = {DraftState.SENT: Deed.SENT, DraftState.THROWN_AWAY: Deed.THROWN_AWAY}
"""What the owner did with a draft of ours, by the state in which it is found."""


def _deed_found(before: Draft, known: Draft) -> Deed | None:
    """What turns out to have been done, by the owner or by a try that could not tell."""
    if before.state is known.state:
        return None
    return _BY_AN_EARLIER_TRY.get((before.state, known.state)) or _BY_THE_OWNER.get(known.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """
    One pass over one account, with all that it works on.

    `done` gathers each deed as it's done, so that none is lost with a pass that fails; tries of the same pass share it.
    """

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    shelf: Shelf
    clock: Clock
    progress: Progress
    done: list[Done] = field(default_factory=list)

    def run(self) -> Outcome:
        """Read, decide and act; what was done is in the outcome, and in the ledger before it."""
        now = self.clock()
        make_control_folders(self.mailbox, self.ledger, self.policy)
        self._learn(now)
        verdicts = self._verdicts(now)
        for verdict in verdicts:
            self._note(self._apply(verdict))
        if self.done:
            now = self.clock()  # what was read in between is later than the beginning, and would pass for not yet true
            verdicts = self._verdicts(now)
        return self._outcome(now, verdicts, tuple(self.done))

    def rehearse(self) -> Outcome:
        """Read and decide; what would be laid is written out, and nothing on the server is touched."""
        now = self.clock()
        self._learn(now)
        verdicts = self._verdicts(now)
        done = tuple(deed for verdict in verdicts for deed in self._would_apply(verdict))
        return self._outcome(now, verdicts, (*(d for d in self.done if d.deed in _BY_THE_OWNER.values()), *done))

    def _outcome(self, now: datetime, verdicts: tuple[Verdict, ...], done: tuple[Done, ...]) -> Outcome:
        doubts = evidence_of(self.ledger, self.mailbox.account).doubts
        return Outcome(account=self.mailbox.account, at=now, verdicts=verdicts, done=done, doubts=doubts)

    def _learn(self, now: datetime) -> None:
        """Everything new in the mailbox, and what became of the drafts if the reading can be relied on."""
        watched = gather(self.mailbox, self.ledger, now, self.progress)
        note_invoices(self.mailbox, self.ledger, self.policy, now)
        # By the clock as it is by now: the owner may have given an order since this look began.
        self.ledger.mend_stamps(self.mailbox.account, self.clock())
        heed_control_folders(self.ledger, self.mailbox.account, watched, self.policy, now)
        if evidence_of(self.ledger, self.mailbox.account).complete:
            for before, known in settle_all(self.mailbox, self.ledger, self.policy.owner, now):
                self._note(self._come_to_light(before, known, now))

    def _note(self, deeds: Iterator[Done]) -> None:
        for deed in deeds:
            self.done.append(deed)  # at once: the next step may fail, or note a deed of its own

    def _come_to_light(self, before: Thread, known: Thread, now: datetime) -> Iterator[Done]:
        """What turns out to have become of the drafts of a thread."""
        changes = zip(before.drafts, known.drafts, strict=True)
        deeds = ((_deed_found(old, new), new) for old, new in changes)
        for deed, draft in deeds:
            verdict = None if deed is None else self._decided_anew(known.id, now)
            if deed is not None and verdict is not None:
                yield Done(deed=deed, verdict=verdict, draft=draft)

    @property
    def _words(self) -> Words:
        return Words(mailbox=self.mailbox, ledger=self.ledger, policy=self.policy)

    def _verdicts(self, now: datetime) -> tuple[Verdict, ...]:
        cases = decided(self.ledger, self.mailbox.account, self.policy, now, self._words)
        verdicts = (verdict for _, verdict in cases)
        return capped(verdicts, self.ledger, self.policy, now)

    def _apply(self, verdict: Verdict) -> Iterator[Done]:
        if verdict.take_back:
            yield from self._taken_back(verdict)
        if verdict.lay is not None:
            yield from self._write_and(self._lay, verdict, verdict.lay)

    def _would_apply(self, verdict: Verdict) -> Iterator[Done]:
        for back in verdict.take_back:
            yield Done(deed=Deed.TAKEN_BACK, verdict=verdict, draft=back.draft)
        if verdict.lay is not None:
            yield from self._write_and(self._show, verdict, verdict.lay)

    def _write_and(self, act: _Act, verdict: Verdict, lay: LayDraft) -> Iterator[Done]:
        """Write the draft and do something with it; one that can't be written keeps nothing else from being done."""
        try:
            new = self._written(verdict, lay)
        except Unwritable as trouble:
            yield Done(deed=Deed.UNWRITABLE, verdict=verdict, trouble=str(trouble))
            return
        yield from act(verdict, lay, new)

    def _show(self, verdict: Verdict, _lay: LayDraft, new: Written) -> Iterator[Done]:
        yield Done(deed=Deed.LAID, verdict=verdict, draft=new.draft, message=new.message)

    def _lay(self, verdict: Verdict, lay: LayDraft, new: Written) -> Iterator[Done]:
        """Lay a draft, unless by now it's no longer wanted; take it back if an answer crossed it."""
        now = self.clock()
        self._learn(now)
        anew = self._decided_anew(verdict.thread, now)
        if anew is None or anew.lay is None or _key(anew.lay) != _key(lay):
            yield _overtaken(verdict, new.draft, anew)
            return
        try:
            laid = self._laid(new, now)
        except Refused as refusal:
            yield Done(deed=Deed.REFUSED, verdict=verdict, draft=new.draft, trouble=str(refusal))
            return
        if laid is None:
            yield _overtaken(verdict, new.draft, self._decided_anew(verdict.thread, self.clock()))
            return
        yield Done(deed=Deed.LAID, verdict=verdict, draft=laid, message=new.message)
        self._learn(self.clock())
        yield from self._taken_back(verdict)

    def _written(self, verdict: Verdict, lay: LayDraft) -> Written:
        return written(
            verdict,
            lay,
            mailbox=self.mailbox,
            ledger=self.ledger,
            policy=self.policy,
            shelf=self.shelf,
            now=self.clock(),
        )

    def _decided_anew(self, name: ThreadId, now: datetime) -> Verdict | None:
        """What holds for one thread by now; what others have laid since counts against the caps."""
        thread = self.ledger.thread(name)
        if thread is None:
            return None
        _, verdict = judge_of(self.ledger, self.mailbox.account, self.policy, now, self._words).judged(thread)
        return None if verdict is None else capped((verdict,), self.ledger, self.policy, now)[0]

    def _laid(self, new: Written, now: datetime) -> Draft | None:
        """
        Intend, append, confirm; None if the day or the client has their fill, or too long ago is what was read.

        Another account may have intended one for this client since the last look. Each writes down its own first, so
        of two at the same moment one at least sees the other. A refusal by the server means that nothing was laid.
        """
        day, cap = self.policy.calendar.day_at(now), self.policy.tracking.max_new_drafts_per_day
        before = self._written_before(new.draft)
        draft = replace(new.draft, laid_at=now, since=now, place=self._next_place(), beside=before)
        if not self.ledger.intend(draft, day=day, cap=cap):
            return None
        if self._is_one_too_many(draft, now):
            self.ledger.settle(replace(draft, state=DraftState.ABANDONED, how="another to this client lives"))
            return None
        if not self._is_recent(now):
            self.ledger.settle(replace(draft, state=DraftState.ABANDONED, how="what it rested on had become old"))
            return None
        try:
            place = self.mailbox.append_draft(new.message, draft.id)
        except Refused as refusal:
            self.ledger.settle(refused(replace(draft, state=DraftState.ABANDONED), refusal))
            raise
        kept = None if place is None else replace(place, flags=as_laid(place.flags))
        laid = replace(draft, state=DraftState.LAID, place=kept)
        self.ledger.settle(laid)
        return laid

    def _is_one_too_many(self, draft: Draft, now: datetime) -> bool:
        """Whether as many drafts as the owner allows live for the client of this one, it being written down."""
        live = live_drafts(self.ledger, self.policy.owner, accounts_looked_at(self.ledger, now))
        return is_one_too_many(draft.thread, live, self.policy.tracking.max_live_drafts_per_client)

    def _is_recent(self, look: datetime) -> bool:
        """Whether a look still supports a draft: the machine may have slept since, or its clock have been set."""
        return timedelta(0) <= self.clock() - look <= FRESH

    def _written_before(self, draft: Draft) -> tuple[MessageId, ...]:
        """The owner's mail in its thread that is there before it: whatever that answers, it's none of its versions."""
        thread = self.ledger.thread(draft.thread)
        own = () if thread is None else own_mail(thread.messages, self.policy.owner)
        return tuple(mail.id for mail in own)

    def _next_place(self) -> DraftPlace | None:
        """Where the next draft can lie at the earliest, if the server says: by that it's seen if one came and went."""
        listing = self.ledger.drafts_listing(self.mailbox.account)
        state = None if listing is None else self.mailbox.examine(listing.folder)
        if listing is None or state is None or state.uid_next is None:
            return None
        return DraftPlace(folder=listing.folder, uid_validity=state.uid_validity, uid=state.uid_next, flags=frozenset())

    def _taken_back(self, verdict: Verdict) -> Iterator[Done]:
        """Take back what by now has no more reason to lie there; what was settled since the verdict counts."""
        anew = self._decided_anew(verdict.thread, self.clock())
        if anew is None:
            return
        for back in anew.take_back:
            place = back.draft.place
            if place is None or not self._is_listed(place):
                continue  # the next complete look finds where it lies, or what its owner made of it
            try:
                yield self._take_back(anew, back.draft, place)
            except Refused as refusal:
                self.ledger.settle(refused(back.draft, refusal))
                yield Done(deed=Deed.REFUSED, verdict=anew, draft=back.draft, trouble=str(refusal))

    def _is_listed(self, place: DraftPlace) -> bool:
        """Whether something lies there by the newest listing: else its owner has moved it, and we remove nothing."""
        listing = self.ledger.drafts_listing(self.mailbox.account)
        known = () if listing is None else listing.drafts
        return any((d.place.uid_validity, d.place.uid) == (place.uid_validity, place.uid) for d in known)

    def _take_back(self, verdict: Verdict, draft: Draft, place: DraftPlace) -> Done:
        """Intend, remove, confirm: what we removed ourselves must never pass for thrown away by the owner."""
        now = _not_before(verdict.anchor, self.clock())
        self.ledger.settle(replace(draft, state=DraftState.RETIRING, since=now))
        to_trash = self.policy.drafting.retire_to is RetireTo.TRASH
        how = self.mailbox.take_back(place, draft.id, to_trash=to_trash)
        match how:
            case Retirement.TO_TRASH | Retirement.EXPUNGED:
                gone = replace(draft, state=DraftState.TAKEN_BACK, since=now, how=how.value)
                self.ledger.settle(gone)
                return Done(deed=Deed.TAKEN_BACK, verdict=verdict, draft=gone, how=how)
            case Retirement.TOUCHED | Retirement.UNABLE:
                left = replace(draft, state=DraftState.EDITED, since=now, how=how.value)
                self.ledger.settle(left)
                return Done(deed=Deed.LEFT, verdict=verdict, draft=left, how=how)
            case Retirement.NOT_THERE:
                self.ledger.settle(draft)
                return Done(deed=Deed.LEFT, verdict=verdict, draft=draft, how=how)


def _not_before(mail: Message | None, now: datetime) -> datetime:
    """The present moment; no earlier than the mail beside which a draft lay: the clock may have been set back."""
    return now if mail is None else max(now, written_at(mail))


def _overtaken(verdict: Verdict, draft: Draft, anew: Verdict | None) -> Done:
    """A draft that was written and is not laid, with what holds instead."""
    return Done(deed=Deed.OVERTAKEN, verdict=verdict, draft=draft, trouble="" if anew is None else str(anew.reason))


def _key(lay: LayDraft) -> tuple[str, int, str, int, Demand | None]:
    return lay.plan, lay.step, lay.parent.id, lay.attempt, lay.demand

"""
One pass over one account: gather, decide, apply.

Effects go intend → append → confirm, and an answer is looked for once more right before a draft is laid and once
right after. Must not know servers, storage or commands, only the ports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from crickets.domain.decide import decide, within_the_cap
from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import DraftPlace, Retirement
from crickets.domain.policy import Policy, RetireTo
from crickets.domain.thread import Draft, DraftState, Thread
from crickets.domain.verdict import LayDraft, Verdict
from crickets.errors import Refused
from crickets.service.gather import gather
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.ports import Clock, Ledger, Mailbox, Progress
from crickets.service.settle import settle
from crickets.service.write import Unwritable, Written, written
from crickets.writing import Shelf


def evidence_of(ledger: Ledger, account: str) -> Evidence:
    """How well an account is known."""
    return Evidence(
        folders=ledger.evidence(account),
        first_read_at=ledger.first_read_at(account),
        problem=ledger.problem(account),
    )


def verdicts_of(ledger: Ledger, account: str, policy: Policy, now: datetime) -> tuple[Verdict, ...]:
    """What holds for every thread of an account by the facts that are known, the day's cap observed."""
    evidence = evidence_of(ledger, account)
    decided = (decide(thread, policy, evidence, now) for thread in ledger.threads(account))
    return _capped((v for v in decided if v is not None), ledger, policy, now)


def verdict_of(ledger: Ledger, thread: Thread, policy: Policy, now: datetime) -> Verdict | None:
    """What holds for one thread by the facts that are known."""
    verdict = decide(thread, policy, evidence_of(ledger, thread.account), now)
    return None if verdict is None else _capped((verdict,), ledger, policy, now)[0]


def _capped(verdicts: Iterable[Verdict], ledger: Ledger, policy: Policy, now: datetime) -> tuple[Verdict, ...]:
    today, cap = policy.calendar.day_of(now), policy.tracking.max_new_drafts_per_day
    again_at = policy.calendar.opening_after(today)
    return tuple(within_the_cap(verdicts, ledger.laid_on(today), cap, again_at=again_at))


_Act = Callable[[Verdict, LayDraft, Written], Iterator[Done]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """One pass over one account, with all that it works on."""

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    shelf: Shelf
    clock: Clock
    progress: Progress

    def run(self) -> Outcome:
        """Read, decide and act; what was done is in the outcome, and in the ledger before it."""
        now = self.clock()
        self._learn(now)
        verdicts = self._verdicts(now)
        done = self._applied(verdicts)
        settled = self._verdicts(now) if done else verdicts
        return Outcome(account=self.mailbox.account, at=now, verdicts=settled, done=done)

    def rehearse(self) -> Outcome:
        """Read and decide; what would be laid is written out, and nothing on the server is touched."""
        now = self.clock()
        self._learn(now)
        verdicts = self._verdicts(now)
        done = tuple(deed for verdict in verdicts for deed in self._would_apply(verdict))
        return Outcome(account=self.mailbox.account, at=now, verdicts=verdicts, done=done)

    def _learn(self, now: datetime) -> None:
        """Everything new in the mailbox, and what became of the drafts if the reading can be relied on."""
        gather(self.mailbox, self.ledger, now, self.progress)
        if evidence_of(self.ledger, self.mailbox.account).complete:
            for thread in tuple(self.ledger.unsettled(self.mailbox.account)):
                settle(thread, self.mailbox, self.ledger, self.policy.owner, now)

    def _verdicts(self, now: datetime) -> tuple[Verdict, ...]:
        return verdicts_of(self.ledger, self.mailbox.account, self.policy, now)

    def _applied(self, verdicts: Iterable[Verdict]) -> tuple[Done, ...]:
        """What was done; what the server refuses for one thread is raised only when all others have had their turn."""
        done: list[Done] = []
        refusals: list[Refused] = []
        for verdict in verdicts:
            try:
                done += self._apply(verdict)
            except Refused as refusal:
                refusals.append(refusal)
        if refusals:
            raise refusals[0]
        return tuple(done)

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
        if not self._still_wants(verdict, lay, now):
            yield Done(deed=Deed.OVERTAKEN, verdict=verdict, draft=new.draft)
            return
        laid = self._laid(new, now)
        if laid is None:
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

    def _decided_anew(self, verdict: Verdict, now: datetime) -> Verdict | None:
        thread = self.ledger.thread(verdict.thread)
        return None if thread is None else verdict_of(self.ledger, thread, self.policy, now)

    def _still_wants(self, verdict: Verdict, lay: LayDraft, now: datetime) -> bool:
        anew = self._decided_anew(verdict, now)
        return anew is not None and anew.lay is not None and _key(anew.lay) == _key(lay)

    def _laid(self, new: Written, now: datetime) -> Draft | None:
        """Intend, append, confirm; None if the day is full. A refusal by the server means that nothing was laid."""
        day, cap = self.policy.calendar.day_of(now), self.policy.tracking.max_new_drafts_per_day
        draft = replace(new.draft, laid_at=now, since=now, place=self._next_place())
        if not self.ledger.intend(draft, day=day, cap=cap):
            return None
        try:
            place = self.mailbox.append_draft(new.message, draft.id)
        except Refused:
            self.ledger.settle(replace(draft, state=DraftState.ABANDONED, how="the server refused it"))
            raise
        laid = replace(draft, state=DraftState.LAID, place=place)
        self.ledger.settle(laid)
        return laid

    def _next_place(self) -> DraftPlace | None:
        """Where the next draft can lie at the earliest, if the server says: by that it's seen if one came and went."""
        listing = self.ledger.drafts_listing(self.mailbox.account)
        state = None if listing is None else self.mailbox.examine(listing.folder)
        if listing is None or state is None or state.uid_next is None:
            return None
        return DraftPlace(folder=listing.folder, uid_validity=state.uid_validity, uid=state.uid_next, flags=frozenset())

    def _taken_back(self, verdict: Verdict) -> Iterator[Done]:
        """Take back what by now has no more reason to lie there; what was settled since the verdict counts."""
        anew = self._decided_anew(verdict, self.clock())
        for back in anew.take_back if anew is not None else ():
            yield self._take_back(verdict, back.draft)

    def _take_back(self, verdict: Verdict, draft: Draft) -> Done:
        """Intend, remove, confirm: what we removed ourselves must never pass for thrown away by the owner."""
        now = self.clock()
        self.ledger.settle(replace(draft, state=DraftState.RETIRING, since=now))
        how = self._retired(draft)
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

    def _retired(self, draft: Draft) -> Retirement:
        if draft.place is None:
            return Retirement.UNABLE
        to_trash = self.policy.drafting.retire_to is RetireTo.TRASH
        try:
            return self.mailbox.take_back(draft.place, draft.id, to_trash=to_trash)
        except Refused:
            self.ledger.settle(draft)
            raise


def _key(lay: LayDraft) -> tuple[str, int, str, int]:
    return lay.plan, lay.step, lay.parent.id, lay.attempt

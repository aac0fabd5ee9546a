"""
One pass over one account: gather, decide, apply.

An answer is looked for once more right before a draft is laid and once right after. Must not know servers, storage or
commands, only the ports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from crickets.domain.ladder import Demand
from crickets.domain.mailbox import Folder
from crickets.domain.policy import Policy
from crickets.domain.thread import Draft, DraftState, Thread, ThreadId
from crickets.domain.verdict import LayDraft, Verdict
from crickets.errors import Refused
from crickets.service.enclose import Unwritable
from crickets.service.filing import note_what_left
from crickets.service.gather import gather
from crickets.service.heed import heed_control_folders, make_control_folders
from crickets.service.invoicing import note_invoices
from crickets.service.laying import Laying
from crickets.service.look import Look
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.ports import Clock, Ledger, Mailbox, Progress
from crickets.service.retiring import Retiring
from crickets.service.settle import settle_all
from crickets.service.verdicts import capped, decided, evidence_of, judge_of
from crickets.service.words import Words
from crickets.service.write import Written, written
from crickets.writing import Shelf

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
    Unless it's to look `closely`, it begins with what the server tells of the folders unopened: for a pass on a line on
    which there was a good one, and all folders were opened a while ago. A draft is always looked for closely.
    """

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    shelf: Shelf
    clock: Clock
    progress: Progress
    closely: bool = True
    done: list[Done] = field(default_factory=list)

    def run(self) -> Outcome:
        """Read, decide and act; what was done is in the outcome, and in the ledger before it."""
        now = self.clock()
        look = self._look(now)
        folders = look.folders(closely=self.closely)
        if make_control_folders(self.mailbox, self.ledger, self.policy, folders):
            folders = look.folders(closely=self.closely)
        self._learn_from(look, folders)
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

    def _look(self, now: datetime) -> Look:
        return Look.begun(self.mailbox, self.ledger, now, self.progress)

    def _learn(self, now: datetime) -> None:
        """Learn once more, with every folder opened."""
        look = self._look(now)
        self._learn_from(look, look.folders(closely=True))

    def _learn_from(self, look: Look, folders: tuple[Folder, ...]) -> None:
        """Everything new in the mailbox, and what became of the drafts if the reading can be relied on."""
        now, gathered = look.now, gather(look, folders)
        note_what_left(self.mailbox, self.ledger, gathered.stirred, self.policy)
        if not gathered.quiet:
            note_invoices(self.mailbox, self.ledger, self.policy, now)
        # By the clock as it is by now: the owner may have given an order since this look began.
        self.ledger.mend_stamps(self.mailbox.account, self.clock())
        heed_control_folders(self.ledger, self.mailbox.account, gathered.stirred, self.policy, now)
        if evidence_of(self.ledger, self.mailbox.account).complete:
            settled = settle_all(self.mailbox, self.ledger, self.policy.owner, now, quiet=gathered.quiet)
            for before, known in settled:
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
            laid = self._laying.laid(new, now)
        except Refused as refusal:
            yield Done(deed=Deed.REFUSED, verdict=verdict, draft=new.draft, trouble=str(refusal))
            return
        if laid is None:
            yield _overtaken(verdict, new.draft, self._decided_anew(verdict.thread, self.clock()))
            return
        yield Done(deed=Deed.LAID, verdict=verdict, draft=laid, message=new.message)
        self._learn(self.clock())
        yield from self._taken_back(verdict)

    def _taken_back(self, verdict: Verdict) -> Iterator[Done]:
        """Take back what by now has no more reason to lie there; what was settled since the verdict counts."""
        anew = self._decided_anew(verdict.thread, self.clock())
        if anew is not None:
            yield from self._retiring.taken_back(anew)

    @property
    def _laying(self) -> Laying:
        return Laying(mailbox=self.mailbox, ledger=self.ledger, policy=self.policy, clock=self.clock)

    @property
    def _retiring(self) -> Retiring:
        return Retiring(mailbox=self.mailbox, ledger=self.ledger, policy=self.policy, clock=self.clock)

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


def _overtaken(verdict: Verdict, draft: Draft, anew: Verdict | None) -> Done:
    """A draft that was written and is not laid, with what holds instead."""
    return Done(deed=Deed.OVERTAKEN, verdict=verdict, draft=draft, trouble="" if anew is None else str(anew.reason))


def _key(lay: LayDraft) -> tuple[str, int, str, int, Demand | None]:
    return lay.plan, lay.step, lay.parent.id, lay.attempt, lay.demand

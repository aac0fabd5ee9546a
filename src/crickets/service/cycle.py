"""
One pass over one account: gather, decide, apply.

An answer is looked for once more right before a draft is laid and once right after. Must not know servers, storage or
commands, only the ports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from crickets.domain.evidence import Evidence
from crickets.domain.ladder import Demand
from crickets.domain.mailbox import Folder
from crickets.domain.policy import Policy
from crickets.domain.thread import Draft, DraftState, Thread, ThreadId
from crickets.domain.verdict import LayDraft, State, Verdict
from crickets.errors import Refused
from crickets.service.enclose import Unwritable
from crickets.service.filing import note_what_left
from crickets.service.gather import gather
from crickets.service.heed import heed_control_folders, make_control_folders
from crickets.service.invoicing import note_invoices
from crickets.service.judging import Judge
from crickets.service.laying import Laying
from crickets.service.look import Look
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.ports import Clock, Ledger, Mailbox, Progress
from crickets.service.retiring import Retiring
from crickets.service.settle import settle_all
from crickets.service.verdicts import (
    capped,
    capped_by_the_day,
    evidence_of,
    judge_of,
    judged_anew,
    let_the_line_rest,
    listed_at_rest,
)
from crickets.service.words import Words
from crickets.service.write import Written, written
from crickets.writing import Shelf

_Act = Callable[[Verdict, LayDraft, Written], Iterator[Done]]

_BY_AN_EARLIER_TRY = {
    (DraftState.INTENDED, DraftState.LAID): Deed.LAID,
    (DraftState.RETIRING, DraftState.TAKEN_BACK): Deed.TAKEN_BACK,
}
"""What we did without knowing, the answer lost: the draft's state before, and as the mailbox shows it."""

_TOLD: Mapping[State, int | None] = dict.fromkeys((State.WAITING, State.DRAFTED, State.TASK, State.HELD, State.SNOOZED))
"""The threads in which something is to come: all of them are told of."""

_BY_THE_OWNER = {DraftState.SENT: Deed.SENT, DraftState.THROWN_AWAY: Deed.THROWN_AWAY}
"""What the owner did with a draft of ours, by the state in which it is found."""


_TRIED = frozenset({Deed.LAID, Deed.OVERTAKEN, Deed.UNWRITABLE, Deed.REFUSED, Deed.LEFT})
"""What came of a draft in this pass, and isn't tried again before the next."""


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
    which there was a good one, and all folders were opened a while ago. A draft is always looked for closely. Its owner
    may want to be `told` of all threads that wait, of those too that rest.
    """

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    shelf: Shelf
    clock: Clock
    progress: Progress
    closely: bool = True
    told: bool = False
    done: list[Done] = field(default_factory=list)

    def run(self) -> Outcome:
        """Read, decide and act; what was done is in the outcome, and in the ledger before it."""
        now = self.clock()
        look = self._look(now)
        closely = self.closely or self._waits_for_a_draft
        folders = look.folders(closely=closely)
        if make_control_folders(self.mailbox, self.ledger, self.policy, folders):
            folders = look.folders(closely=closely)
        evidence = self._learn_from(look, folders)
        now = self.clock()  # by now what was read may be old: a machine may have slept over it
        verdicts = self._verdicts(now)
        for verdict in verdicts:
            self._note(self._apply(verdict))
        if self._has_taken_back:
            for verdict in self._freed():
                self._note(self._apply(verdict))
        self.progress.beat()
        forgot = self.ledger.forget_the_rest(self.clock())
        if self.done or forgot:
            now = self.clock()  # what was read in between is later than the beginning, and would pass for not yet true
            verdicts, evidence = self._verdicts(now), self._evidence
        return self._outcome(now, verdicts, tuple(self.done), evidence)

    @property
    def _waits_for_a_draft(self) -> bool:
        """Whether one of ours wasn't seen lying: that it isn't there, or was sent, must be seen and not be told."""
        return any(self.ledger.unsettled(self.mailbox.account, unseen=True))

    @property
    def _has_taken_back(self) -> bool:
        return any(done.deed is Deed.TAKEN_BACK for done in self.done)

    def _freed(self) -> tuple[Verdict, ...]:
        """
        What is due now that a draft is gone: the notice that asks for the rest, say; once, and where nothing was tried.

        It's decided anew, and laid as any other is, all that is asked before that being asked again: what was taken
        back is known to be gone, or else nothing is due there.
        """
        tried = {done.thread for done in self.done if done.deed in _TRIED}
        return tuple(v for v in self._verdicts(self.clock()) if v.lay is not None and v.thread not in tried)

    def rehearse(self) -> Outcome:
        """Read and decide; what would be laid is written out, and nothing on the server is touched."""
        evidence = self._learn(self.clock())
        now = self.clock()
        verdicts = self._verdicts(now)
        done = tuple(deed for verdict in verdicts for deed in self._would_apply(verdict, now))
        by_the_owner = (each for each in self.done if each.deed in _BY_THE_OWNER.values())
        return self._outcome(now, verdicts, (*by_the_owner, *done), evidence)

    def _outcome(
        self, now: datetime, verdicts: tuple[Verdict, ...], done: tuple[Done, ...], evidence: Evidence
    ) -> Outcome:
        account = self.mailbox.account
        resting = self.ledger.census(account, now)
        return Outcome(
            account=account,
            at=now,
            verdicts=tuple(verdict for verdict in verdicts if not verdict.is_old),
            done=done,
            doubts=evidence.doubts,
            threads=resting.awake + sum(resting.states.values()),
            too_long=resting.old + sum(verdict.is_old for verdict in verdicts),
            due_at=self.ledger.due_next(account, now),
        )

    def _look(self, now: datetime) -> Look:
        return Look.begun(self.mailbox, self.ledger, self.policy, now, self.progress)

    def _learn(self, now: datetime) -> Evidence:
        """Learn once more, with every folder opened."""
        look = self._look(now)
        return self._learn_from(look, look.folders(closely=True))

    def _learn_from(self, look: Look, folders: tuple[Folder, ...]) -> Evidence:
        """
        Everything new in the mailbox, and what became of the drafts if the reading can be relied on.

        How well the account is known by that; it's so until more is learnt.
        """
        now, gathered = look.now, gather(look, folders)
        note_what_left(self.mailbox, self.ledger, gathered.stirred, self.policy)
        # By the clock as it is by now: the owner may have given an order since this look began.
        self.ledger.mend_stamps(self.mailbox.account, self.clock())
        heed_control_folders(self.ledger, self.mailbox.account, gathered.stirred, self.policy, now)
        evidence = self._evidence
        if evidence.complete and not gathered.quiet:
            for before, known in settle_all(self.mailbox, self.ledger, self.policy.owner, self.clock()):
                self.progress.beat()
                self._note(self._come_to_light(before, known, self.clock()))
            # Not before it's known which mails were drafts of ours: what these bring along is no news.
            note_invoices(self.mailbox, self.ledger, self.policy, now, self.progress)
        return evidence

    @property
    def _evidence(self) -> Evidence:
        return evidence_of(self.ledger, self.mailbox.account)

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
        return Words(mailbox=self.mailbox, ledger=self.ledger, policy=self.policy, progress=self.progress)

    def _judge(self, now: datetime) -> Judge:
        return judge_of(self.ledger, self.mailbox.account, self.policy, now, self._words)

    def _verdicts(self, now: datetime) -> tuple[Verdict, ...]:
        """What holds for the threads that don't rest; for those too that are told of, if they are to be."""
        account = self.mailbox.account
        with self.progress.deciding(account):
            judged = tuple(judged_anew(self.ledger, account, self.policy, now, self._words))
        anew = {each.thread.id: each.verdict for each in judged if each.verdict is not None}
        in_line = {each.thread.id: each.rest for each in judged if each.rest is not None and each.rest.in_line}
        resting = listed_at_rest(self.ledger, account, self.policy, now, _TOLD, old=False) if self.told else ()
        known = {thread.id: verdict for thread, verdict in resting}
        verdicts = capped((known | anew).values(), self.ledger, self.policy, now)
        let_the_line_rest(self.ledger, account, in_line, verdicts, now)
        return verdicts

    def _apply(self, verdict: Verdict) -> Iterator[Done]:
        self.progress.beat()
        if verdict.take_back:
            yield from self._taken_back(verdict)
        if verdict.lay is not None:
            yield from self._write_and(self._lay, verdict, verdict.lay)

    def _would_apply(self, verdict: Verdict, now: datetime) -> Iterator[Done]:
        for back in verdict.take_back:
            yield Done(deed=Deed.TAKEN_BACK, verdict=verdict, draft=back.draft)
        then = self._as_if_taken_back(verdict, now) if verdict.take_back else verdict
        if then is not None and then.lay is not None:
            yield from self._write_and(self._show, then, then.lay)

    def _as_if_taken_back(self, verdict: Verdict, now: datetime) -> Verdict | None:
        """What would hold once the drafts of a verdict are gone; whatever comes next takes their place in any line."""
        thread, gone = self.ledger.thread(verdict.thread), {back.draft.id for back in verdict.take_back}
        if thread is None:
            return None
        drafts = (replace(d, state=DraftState.TAKEN_BACK) if d.id in gone else d for d in thread.drafts)
        _, anew = self._judge(now).judged(replace(thread, drafts=tuple(drafts)))
        return None if anew is None else capped_by_the_day((anew,), self.ledger, self.policy, now)[0]

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
        _, verdict = self._judge(now).judged(thread)
        return None if verdict is None else capped((verdict,), self.ledger, self.policy, now)[0]


def _overtaken(verdict: Verdict, draft: Draft, anew: Verdict | None) -> Done:
    """A draft that was written and is not laid, with what holds instead."""
    return Done(deed=Deed.OVERTAKEN, verdict=verdict, draft=draft, trouble="" if anew is None else str(anew.reason))


def _key(lay: LayDraft) -> tuple[str, int, str, int, Demand | None]:
    return lay.plan, lay.step, lay.parent.id, lay.attempt, lay.demand

"""What must hold after an undisturbed pass: nothing overtaken lies there, nothing due is missing, the days agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from crickets.domain.verdict import State, Verdict
from crickets.service.outcome import Outcome
from tests.simulation.model import Owed, owed
from tests.simulation.story import BrokenPromiseError
from tests.simulation.truth import OTHER, Conversation, Lying, What
from tests.simulation.witness import Witness

PATIENCE = dt.timedelta(minutes=10)
"""How long the copy of a draft that was sent may take to come to Sent."""

SETTLED = dt.timedelta(hours=50)
"""How long what became of a draft may stay open: longer than Crickets' graces, and a day until it looks again."""


@dataclass(slots=True, kw_only=True)
class Reckoning:
    """
    Compares what a pass came to with what was owed.

    `removes` says whether the server can remove one message at all.
    """

    witness: Witness
    now: Callable[[], dt.datetime]
    removes: Callable[[], bool]
    days_compared: int = 0
    #: Whether the last good pass has left anything open: nobody would leave that alone for weeks.
    is_open: bool = False
    #: By the number of the conversation's last event: what has happened since may open it anew.
    _open_since: dict[int, dt.datetime] = field(default_factory=dict)

    def after(self, outcome: Outcome, begun: int) -> None:
        """Hold the outcome of a good pass, which began after the event of number `begun`, against the truth."""
        verdicts, self.is_open = {self.about(v): v for v in outcome.verdicts}, False
        for conversation in self.witness.conversations:
            if conversation.events and all(e.number <= begun for e in conversation.events):
                self._compare(conversation, verdicts, outcome.at)

    def about(self, verdict: Verdict) -> int:
        """The number of the conversation that it's about."""
        ids = () if verdict.anchor is None else verdict.anchor.ids
        return self.witness.conversation_of(ids, verdict.subject)

    def _compare(self, conversation: Conversation, verdicts: Mapping[int, Verdict], at: dt.datetime) -> None:
        standing = owed(self.witness.terms(), conversation.events)
        lying = [each for each in self.witness.all_drafts if each.conversation is conversation and not each.marked]
        verdict = verdicts.get(conversation.number)
        self._is_patient(conversation, verdict)
        wrong = self._wrong(conversation, standing, lying, verdict, at)
        if not wrong:
            self._open_since.pop(conversation.events[-1].number, None)
            return
        self.is_open = True
        since = self._open_since.setdefault(conversation.events[-1].number, self.now())
        # What left Drafts may have been back as that became another: then it's waited for anew.
        if conversation.events[-1].what is What.THREW:
            since = max(since, self.witness.drafts_became_another)
        # A machine may have slept for days in the middle of a pass, and the pass have ended with that.
        if self.now() - since > SETTLED and not self.witness.is_sought(conversation, PATIENCE):
            told = "" if verdict is None else f"; Crickets says: {verdict.state.value}, {verdict.reason}"
            raise BrokenPromiseError(0, f"#{conversation.number} {wrong}, since {since:%Y-%m-%d %H:%M}{told}")

    def _is_patient(self, conversation: Conversation, verdict: Verdict | None) -> None:
        """A draft that has only just left isn't taken for thrown away: its copy may still be on its way to Sent."""
        last = conversation.events[-1]
        if verdict is None or conversation.muddled or last.what is not What.THREW:
            return
        at, lying = self.witness.left.get(conversation.number, (self.now() - PATIENCE, None))
        if lying is None or lying.draft != last.draft or self.now() - at >= PATIENCE:
            return
        before = owed(self.witness.terms(), conversation.events[:-1])
        was_next = (lying.step, lying.parent) == (before.step, before.anchor)
        if was_next and verdict.step > before.step:
            raise BrokenPromiseError(0, f"#{conversation.number} the draft that left at {at} counts as thrown away")

    def _wrong(
        self,
        conversation: Conversation,
        standing: Owed,
        lying: list[Lying],
        verdict: Verdict | None,
        at: dt.datetime,
    ) -> str:
        if verdict is None:
            return "no word is said of it"
        if standing.since is None:
            return ""
        if conversation.muddled:
            return self._left_lying(standing, lying, at, muddled=True)
        return (
            self._left_lying(standing, lying, at, muddled=False)
            or self._not_laid(conversation, standing, lying, at)
            or self._miscounted(standing, verdict, at)
        )

    def _left_lying(self, standing: Owed, lying: list[Lying], at: dt.datetime, *, muddled: bool) -> str:
        """Whether an untouched draft lies there that has no more reason to."""
        for each in lying:
            if each.untouched and not each.lost and self.removes():
                if standing.answered:
                    return "an untouched draft still lies there, though it was answered"
                if rest := standing.why_at_rest(at):
                    return f"an untouched draft still lies there, though {rest}"
                next_one = standing.step, standing.plan, standing.anchor
                if not muddled and (each.step, each.plan, each.parent) != next_one:
                    return f"an untouched draft of step {each.step} still lies there"
        return ""

    def _not_laid(self, conversation: Conversation, standing: Owed, lying: list[Lying], at: dt.datetime) -> str:
        """Whether a draft is due that isn't there."""
        terms = standing.terms
        full = self.witness.laid_on(terms.almanac.day(at)) >= terms.cap
        if lying or full or self.witness.is_behind(conversation) or standing.why_not(at):
            return ""
        return f"step {standing.step + 1} was due on {standing.due} and isn't there"

    def _miscounted(self, standing: Owed, verdict: Verdict, at: dt.datetime) -> str:
        """Whether Crickets counts other days than a child would on its fingers."""
        almanac = standing.terms.almanac
        if standing.answered:
            return "" if verdict.state in _ANSWERED else f"it was answered, and is {verdict.state.value}"
        assert standing.anchor_at is not None
        today, begun = almanac.day(at), almanac.day(standing.anchor_at)
        silence = ((today - begun).days, almanac.working_days(begun, today))
        counted = verdict.silence and (verdict.silence.days, verdict.silence.working_days)
        if counted != silence:
            return f"silent for {silence} days, and it counts {counted}"
        if (verdict.plan == OTHER) != (standing.plan == OTHER):
            return f"{standing.plan} is the plan, and it says {verdict.plan}"
        if verdict.step != standing.step:
            return f"step {standing.step + 1} is next, and it says {verdict.step + 1}"
        self.days_compared += 1
        if verdict.state not in _SILENT:
            return ""  # of a thread at rest nobody asks where else its client was heard of
        due = None if verdict.due is None else almanac.day(verdict.due.at)
        return "" if due == standing.due else f"due on {standing.due}, and it says {due}"


_SILENT = frozenset({State.WAITING, State.DRAFTED, State.HELD})
_ANSWERED = frozenset({State.ANSWERED, State.STOPPED, State.SNOOZED})

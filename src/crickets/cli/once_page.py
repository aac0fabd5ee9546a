"""
How the outcome of a pass looks on a terminal: what was done, what is held and why, and a line that sums it up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from crickets.cli import letters
from crickets.cli.safe import plain
from crickets.cli.words import Today, as_told, count, fees_left_out, full_name_of, name_of, subject_of
from crickets.domain.policy import Policy
from crickets.domain.thread import Draft, ThreadId
from crickets.domain.verdict import State, Verdict
from crickets.service.once import Result
from crickets.service.outcome import Deed, Done, Outcome

_WORDS = {
    Deed.LAID: ("laid in Drafts", "green"),
    Deed.TAKEN_BACK: ("taken back", "yellow"),
    Deed.LEFT: ("left in Drafts", "yellow"),
    Deed.OVERTAKEN: ("written, but not laid after all", "yellow"),
    Deed.UNWRITABLE: ("could not be written", "red"),
    Deed.REFUSED: ("refused by the server, tried again with the next pass", "red"),
    Deed.SENT: ("sent by you", "green"),
    Deed.THROWN_AWAY: ("thrown away by you", "yellow"),
}
_TOLD = {State.HELD: ("held", "red"), State.TASK: ("due", "magenta")}
"""What is told of besides what was done, as it waits for its owner."""
_LIE = "still in Drafts, to be read and sent"
_WOULD = {Deed.LAID: "would be laid in Drafts", Deed.TAKEN_BACK: "would be taken back"}
_SUMMED = {
    Deed.LAID: "laid",
    Deed.TAKEN_BACK: "taken back",
    Deed.LEFT: "left in Drafts",
    Deed.OVERTAKEN: "not laid after all",
    Deed.UNWRITABLE: "that could not be written",
    Deed.REFUSED: "refused by the server",
    Deed.SENT: "sent by you",
    Deed.THROWN_AWAY: "thrown away by you",
}


def once_page(passed: tuple[Result, ...], policy: Policy, now: datetime, *, dry_run: bool) -> Iterator[RenderableType]:
    """The page from top to bottom; what failed is told elsewhere, on stderr."""
    page = _Page(policy=policy, today=Today(now=now, zone=policy.owner.zone), dry_run=dry_run)
    told = tuple(result for result in passed if result.outcome is not None or result.done)
    for result in told:
        yield from page.of(result, named=len(passed) > 1)
    if told:
        yield page.sum(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    policy: Policy
    today: Today
    dry_run: bool

    def of(self, result: Result, *, named: bool) -> Iterator[RenderableType]:
        told = tuple(self._told_of(result))
        if named:
            yield Text.assemble((plain(result.account), "bold"), ("" if told else "  nothing to tell", "dim"))
        yield from told

    def _told_of(self, result: Result) -> Iterator[RenderableType]:
        for doubt in () if result.outcome is None else result.outcome.doubts:
            yield Text(f"! {plain(result.account)}: {as_told(doubt)}", style="red")
        for done in result.done:
            yield from self._deed(done)
        for verdict in () if result.outcome is None else result.outcome.verdicts:
            if verdict.state in _TOLD:
                yield from self._told(verdict)

    def sum(self, told: tuple[Result, ...]) -> Text:
        """All deeds in one line, and when something falls due next."""
        deeds = Counter(done.deed for result in told for done in result.done)
        parts = [f"{count(number, 'draft')} {_SUMMED[deed]}" for deed, number in deeds.items()]
        outcomes = tuple(result.outcome for result in told if result.outcome is not None)
        words = ", ".join(
            (
                *parts,
                *self._silent(
                    outcomes, laid={done.thread for result in told for done in result.done if done.deed is Deed.LAID}
                ),
            )
        )
        done = f"On a dry run: {words}. Nothing on the server was touched." if self.dry_run else f"{words}."
        return Text(done[:1].upper() + done[1:] + self._next(outcomes))

    def _silent(self, outcomes: tuple[Outcome, ...], *, laid: AbstractSet[ThreadId]) -> tuple[str, ...]:
        """How many are waited for, how many held, how much is to do; nothing where no account could be read."""
        verdicts = [v for outcome in outcomes for v in outcome.verdicts]
        silent = sum(v.state is State.WAITING and v.lay is None for v in verdicts)
        lying = sum(v.state is State.DRAFTED and v.thread not in laid for v in verdicts)
        snoozed = sum(v.state is State.SNOOZED for v in verdicts)
        held = sum(v.state is State.HELD for v in verdicts)
        due = sum(v.state is State.TASK for v in verdicts)
        old = sum(outcome.too_long for outcome in outcomes)
        told = (
            (lying, "draft", _LIE),
            (silent, "thread", "still waiting"),
            (snoozed, "thread", "snoozed"),
            (held, "thread", "held"),
            (due, "call or task", "due"),
            (old, "thread", "silent for too long to start by itself"),
        )
        words = tuple(f"{_counted(number, thing)} {what}" for number, thing, what in told if number)
        if words or laid or not outcomes:
            return words
        doubtful = any(outcome.doubts for outcome in outcomes)
        return ("who is waited for can't be told now" if doubtful else "nobody is waited for",)

    def _next(self, outcomes: tuple[Outcome, ...]) -> str:
        moments = [outcome.next_at for outcome in outcomes if outcome.next_at is not None]
        return f" Next step due: {self.today.moment(min(moments))}." if moments else ""

    def _deed(self, done: Done) -> Iterator[RenderableType]:
        words, style = _WORDS[done.deed]
        if self.dry_run:
            words = _WOULD.get(done.deed, words)
        step = "" if done.draft is None else self._step(done.draft)
        yield Text.assemble((done.thread, "bold"), "  ", (words, style), f"{self._how(done)}{step}")
        yield _below(_about(done))
        for line in done.trouble.splitlines():
            yield _below(self.today.said(line), style)
        for fee in fees_left_out(done.verdict) if done.deed is Deed.LAID else ():
            yield _below(self.today.said(fee))
        if self.dry_run and done.message:
            yield Padding(_in_full(done.message), (1, 0, 1, 6))

    def _how(self, done: Done) -> str:
        """How we took a draft back; what proves that the owner did something with it."""
        if done.deed in {Deed.SENT, Deed.THROWN_AWAY} and done.draft is not None:
            return f" ({plain(done.draft.proof)})"
        return "" if done.how is None else f" ({done.how.value})"

    def _step(self, draft: Draft) -> str:
        known = self.policy.plans.get(draft.plan)
        of = "" if known is None else f" of {len(known.steps)}"
        return f"  {plain(draft.plan)}, step {draft.step + 1}{of}"

    def _told(self, verdict: Verdict) -> Iterator[RenderableType]:
        """A thread that needs its owner, and why."""
        who, subject = name_of(verdict.client), subject_of(verdict.subject)
        yield Text.assemble((verdict.thread, "bold"), "  ", _TOLD[verdict.state], f"  {who}: {subject}")
        yield _below(self.today.said(str(verdict.reason)))


def _counted(number: int, thing: str) -> str:
    return f"{number} calls or tasks" if thing == "call or task" and number > 1 else count(number, thing)


def _below(text: str, style: str = "") -> Padding:
    """What is said below a thread's line, further in over all its lines."""
    return Padding(Text(text, style=style), (0, 0, 0, 6), expand=False)


def _about(done: Done) -> str:
    who = done.verdict.client
    if done.draft is None:
        return f"to {full_name_of(who)}: {subject_of(done.verdict.subject)}"
    name = "" if who is None or not who.name else f"{name_of(who)}, "
    subject = letters.subject_of(done.message) if done.message else done.draft.subject
    return f"to {name}{', '.join(plain(address) for address in done.draft.to)}: {subject_of(subject)}"


def _in_full(message: bytes) -> Text:
    draft = letters.read(message)
    text = Text()
    for name, value in draft.headers:
        text.append(f"{name}: ", style="bold").append(f"{value}\n")
    if draft.attached:
        text.append("Attached: ", style="bold").append(f"{', '.join(draft.attached)}\n")
    return text.append(f"\n{draft.text}")

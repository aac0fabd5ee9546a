"""
How one thread looks on a terminal, from what was written to why it stands where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crickets.cli.course import Progress, Stage, course_of
from crickets.cli.invoice_page import lines_of
from crickets.cli.safe import plain
from crickets.cli.status_page import task_of
from crickets.cli.words import Today, as_told, count, full_name_of, name_of, state_of, step_name, subject_of, timing
from crickets.domain.errand import number_told
from crickets.domain.message import Kind, Message, is_invented
from crickets.domain.people import own_ids
from crickets.domain.plans import Overdue
from crickets.domain.policy import Policy
from crickets.domain.subject import base_subject
from crickets.domain.thread import Draft, DraftState, Order, OrderKind
from crickets.domain.verdict import State
from crickets.service.accounting import entries_in
from crickets.service.dialling import number_to_read
from crickets.service.overview import Detail

_STATE_STYLES = {
    State.DRAFTED: "green",
    State.TASK: "magenta",
    State.WAITING: "cyan",
    State.HELD: "yellow",
    State.SNOOZED: "blue",
}


def show_page(detail: Detail, policy: Policy, now: datetime, *, ids: bool = False) -> Iterator[RenderableType]:
    """The page from top to bottom, with the Message-IDs if they are wanted."""
    page = _Page(detail=detail, policy=policy, today=Today(now=now, zone=policy.owner.zone), ids=ids)
    yield from page.head()
    yield from page.errand()
    yield _titled("Mail")
    yield page.messages()
    yield from page.course()
    yield from page.invoices()
    yield from page.drafts()
    yield from page.orders()
    yield from page.why()


def _titled(title: str) -> Text:
    return Text(f"\n{title}", style="bold")


def _below(text: str, further_in: int, style: str = "") -> Padding:
    """What belongs to the line above, further in over all its lines."""
    return Padding(Text(text, style=style), (0, 0, 0, further_in), expand=False)


def _table(*styles: str) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for style in styles:
        table.add_column(style=style, overflow="fold")
    return table


def _dated_table(*styles: str) -> Table:
    """A table whose first column is a moment, and stays on one line."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for style in styles:
        table.add_column(style=style, overflow="fold")
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    detail: Detail
    policy: Policy
    today: Today
    ids: bool

    def head(self) -> Iterator[RenderableType]:
        verdict, thread = self.detail.verdict, self.detail.thread
        if verdict is None:
            first = thread.messages[0].subject if thread.messages else ""
            yield Text.assemble((thread.id, "bold"), f"  {subject_of(first)}")
            yield Text("There is nothing to follow up here, and nothing to answer.")
            return
        style = _STATE_STYLES.get(verdict.state, "")
        yield Text.assemble((verdict.thread, "bold"), f"  {subject_of(verdict.subject)}")
        yield _below(f"{full_name_of(verdict.client)}, in account {plain(verdict.account)}", 6, "dim")
        yield Text.assemble((state_of(verdict), f"bold {style}"), f": {self.today.said(str(verdict.reason))}")
        if self.detail.number:
            number = number_to_read(self.detail.number, verdict.client, self.policy)
            yield Text(f"Or call {plain(number_told(number))}.", style="bold")
        yield from self._silence()
        if verdict.your_turn_since is not None:
            yield Text(f"Your turn since {self.today.stamp(verdict.your_turn_since)}.", style="yellow")

    def _silence(self) -> Iterator[RenderableType]:
        verdict = self.detail.verdict
        if verdict is None or verdict.silence is None or verdict.anchor is None or verdict.state is State.ANSWERED:
            return
        if not verdict.silence.days:
            return  # the mail that was sent today stands below
        yield Text(f"Silent for {verdict.silence}, since {self.today.stamp(verdict.anchor.sent_at)}.")

    def invoices(self) -> Iterator[RenderableType]:
        known = entries_in(self.detail, self.policy, self.today.now)
        if known:
            yield _titled("Invoices")
            yield lines_of(known, self.today)

    def errand(self) -> Iterator[RenderableType]:
        verdict, errand = self.detail.verdict, self.detail.errand
        if verdict is None or errand is None:
            return
        yield Text(
            f"\n{task_of(verdict, number_to_read(errand.phone, verdict.client, self.policy))}", style="bold magenta"
        )
        for sentence in errand.sentences:
            yield _below(self.today.said(sentence), 2)

    def messages(self) -> Table:
        table = _dated_table("", "bold", "dim")
        own = own_ids(self.detail.thread.messages, self.policy.owner)
        for message in self.detail.thread.messages:
            mine = message.id in own
            at = message.sent_at if mine else message.received
            arrow, who = ("→", f"you, to {_recipients(message)}") if mine else self._author(message)
            table.add_row(f"  {self.today.stamp(at)}", arrow, who, self._remarks(message))
        return table

    def _author(self, message: Message) -> tuple[str, str]:
        """Who wrote what isn't the owner's own mail; under their name it's a draft, or forged."""
        if not {draft.id for draft in self.detail.thread.drafts}.isdisjoint(message.ids):
            return " ", "a draft of Crickets', never sent"
        if self.policy.owner.is_me(message.sender):
            return " ", "under your name, never sent"
        return "←", name_of(message.sender)

    def _remarks(self, message: Message) -> str:
        verdict = self.detail.verdict
        anchor = None if verdict is None else verdict.anchor
        remarks = [", ".join(sorted(role.value for role in message.places))]
        if base_subject(message.subject) != base_subject(self.detail.thread.messages[0].subject):
            remarks.append(f"“{subject_of(message.subject)}”")
        if message.kind is not Kind.PERSON:
            remarks.append(_kind(message))
        if message.remarks is not None and message.remarks.promised is not None and self._is_theirs(message):
            remarks.append(f"puts you off until {self.today.call(message.remarks.promised)}")
        if message.remarks is not None and message.remarks.pays_by is not None and self._is_theirs(message):
            remarks.append(f"promises to pay by {self.today.call(message.remarks.pays_by)}")
        if anchor is not None and anchor.id == message.id:
            remarks.append("the silence counts from here")
        own_id = "" if is_invented(message.id) or not self.ids else f"\n<{plain(message.id)}>"
        return "; ".join(filter(None, remarks)) + own_id

    def _is_theirs(self, message: Message) -> bool:
        return message.kind is Kind.PERSON and not self.policy.owner.is_me(message.sender)

    def course(self) -> Iterator[RenderableType]:
        verdict = self.detail.verdict
        stages = course_of(self.detail.thread, verdict, self.policy)
        if verdict is None or not stages:
            return
        yield _titled(f"Plan {plain(verdict.plan)}")
        table = _table("", "bold", "", "")
        for stage in stages:
            table.add_row(f"  {stage.number}", step_name(stage.step), timing(stage.step.timing), self._stage(stage))
        yield table

    def _stage(self, stage: Stage) -> Text:
        words, note = self._stands(stage), plain(stage.step.note)
        return Text(f"{words}: {note}" if note and words else words or note)

    def _stands(self, stage: Stage) -> str:
        if stage.draft is not None and (stage.draft.state.lives or stage.progress is Progress.TAKEN):
            return _fate(stage.draft)
        match stage.progress:
            case Progress.TAKEN:
                return "taken"
            case Progress.NEXT if stage.due_at is not None:
                return f"{self._due(stage.due_at)}{self._held(stage.due_at)}"
            case Progress.LATER if isinstance(stage.step.timing, Overdue):
                return "and a week after the step before"
            case Progress.LATER:
                return "counts from the step before"
            case _:
                return ""

    def _due(self, at: datetime) -> str:
        due = self.today.day_of(at)
        return f"due {self.today.on(due)}" if due >= self.today.day else f"due since {self.today.call(due)}"

    def _held(self, due_at: datetime) -> str:
        """Where something keeps a step back beyond its day: until when, as far as is known."""
        verdict = self.detail.verdict
        if verdict is None or verdict.state not in {State.HELD, State.SNOOZED}:
            return ""
        if verdict.next_at is None:
            return ", held"
        return f", held until {self.today.call(self.today.day_of(verdict.next_at))}" if verdict.next_at > due_at else ""

    def drafts(self) -> Iterator[RenderableType]:
        if not self.detail.thread.drafts:
            return
        yield _titled("Drafts")
        table = _dated_table("", "bold", "dim")
        for draft in self.detail.thread.drafts:
            step = f"{plain(draft.plan)}, step {draft.step + 1}"
            table.add_row(f"  {self.today.stamp(draft.laid_at)}", "", step, self._became(draft))
        yield table

    def _became(self, draft: Draft) -> str:
        how = f" ({plain(draft.proof)})" if draft.proof else ""
        return f"{draft.state.value} since {self.today.stamp(draft.since)}{how}"

    def orders(self) -> Iterator[RenderableType]:
        if not self.detail.thread.orders:
            return
        yield _titled("Your orders")
        table = _dated_table("")
        for order in self.detail.thread.orders:
            table.add_row(f"  {self.today.stamp(order.at)}", f"{self._order(order)}{plain(order.means)}")
        yield table

    def _order(self, order: Order) -> str:
        match order.kind:
            case OrderKind.SNOOZE if order.until is not None:
                return f"snooze until {self.today.call(order.until)}"
            case OrderKind.PLAN:
                return f"plan {plain(order.plan)}"
            case OrderKind.WAIT if order.wait is not None:
                return f"first step {timing(order.wait)}"
            case OrderKind.DONE if order.step is not None:
                return f"step {order.step + 1} done"
            case _:
                return str(order.kind.value)

    def why(self) -> Iterator[RenderableType]:
        verdict = self.detail.verdict
        if verdict is None:
            return
        yield _titled("Why")
        table = _table("dim", "")
        for reason in verdict.why or (verdict.reason,):
            table.add_row("  ·", self.today.said(str(reason)))
        for doubt in self.detail.evidence.doubts:
            table.add_row("  ·", Text(as_told(doubt), style="yellow"))
        yield table


def _recipients(message: Message) -> str:
    first = name_of(message.recipients[0] if message.recipients else None)
    others = len(message.recipients) - 1
    return f"{first} and {count(others, 'other')}" if others > 0 else first


def _kind(message: Message) -> str:
    signals = ", ".join(plain(signal) for signal in message.signals)
    return f"{message.kind.value} ({signals})" if signals else message.kind.value


_FATES = {
    DraftState.INTENDED: "a draft is being laid",
    DraftState.LAID: "its draft lies in Drafts",
    DraftState.EDITED: "its draft lies in Drafts, edited by you",
    DraftState.MISSING: "its draft left Drafts a moment ago",
    DraftState.RETIRING: "its draft is being taken back",
    DraftState.SENT: "sent",
    DraftState.THROWN_AWAY: "thrown away",
    DraftState.LOST: "its draft was lost",
    DraftState.TAKEN_BACK: "its draft was taken back",
    DraftState.ABANDONED: "its draft was never laid",
}


def _fate(draft: Draft) -> str:
    return _FATES[draft.state]

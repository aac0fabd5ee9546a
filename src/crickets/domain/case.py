"""
A thread as the questions of a decision see it: its plan, its standing and its next step, worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from crickets.domain.choice import Choice
from crickets.domain.dispute import dispute_of
from crickets.domain.dunning import last_notice_at
from crickets.domain.evidence import Evidence
from crickets.domain.kinship import same_person
from crickets.domain.ladder import BREATH, Demand, begun_everywhere, demand_of, outdated_from, told_together
from crickets.domain.message import Address, Message, Role
from crickets.domain.notice import NOTICE_NAMES
from crickets.domain.people import is_later
from crickets.domain.plans import Due, Overdue, Pacing, Step, due, due_from, not_before
from crickets.domain.policy import Policy
from crickets.domain.put_off import PutOff, is_overtaken, put_off_by
from crickets.domain.receivable import Receivable
from crickets.domain.standing import Standing
from crickets.domain.thread import Draft, DraftState, Thread
from crickets.domain.tidings import by_themselves, came_back, doubtful_in, notice_in
from crickets.domain.verdict import Lapsed, Silence


@dataclass(frozen=True, kw_only=True)  # without slots: what was worked out of it is kept with it
class Case:
    """
    Everything the questions are asked of, worked out once, when the first of them asks.

    `thread` has those of its invoices that `client` owes; the others that are open are `of_others`. Where the plan
    counts from invoices, each has its own next step: `lead` is the one whose falls due first, and by it the next step
    is counted; `told_with_it` are those that are due for the same one now.
    """

    thread: Thread
    policy: Policy
    evidence: Evidence
    now: datetime
    standing: Standing
    choice: Choice
    client: Address | None
    of_others: tuple[Receivable, ...] = ()
    lead: Receivable | None = None
    told_with_it: tuple[Receivable, ...] = ()

    @property
    def step(self) -> Step | None:
        """The step that comes next, or None at the plan's end."""
        steps = self.choice.plan.steps
        return steps[self.standing.step] if self.standing.step < len(steps) else None

    @cached_property
    def due(self) -> Due | None:
        """When that step falls due; None where it counts from an invoice, and there is none to be asked for."""
        calendar, step = self.policy.calendar, self.step
        if step is None:
            return None
        if isinstance(step.timing, Overdue):
            return self._due_by_invoice(step.timing)
        timing = self.standing.wait or step.timing
        assert not isinstance(timing, Overdue)  # nobody orders to wait for an invoice
        planned = due(timing, self.since, calendar)
        return planned if self.patience is None else not_before(planned, self.since + self.patience, calendar)

    @property
    def claims(self) -> bool:
        """Whether that step counts from an invoice."""
        return self.step is not None and isinstance(self.step.timing, Overdue)

    @cached_property
    def is_about_money(self) -> bool:
        """
        Whether that step has no reason but an invoice: it counts from one, or comes behind a step that does.

        Or it follows up the mail that brought one, in a plan that counts from it later.
        """
        steps = self.choice.plan.steps
        counting = next((n for n, step in enumerate(steps) if isinstance(step.timing, Overdue)), None)
        if self.step is None or counting is None:
            return False
        return counting <= self.standing.step or any(i.is_in(self.standing.anchor) for i in self.thread.invoices)

    @property
    def lacks_file(self) -> bool:
        """Whether that step is a notice about an invoice of which no file is known; words of other names need none."""
        needs_file = self.step is not None and self.step.template in NOTICE_NAMES
        return needs_file and self.lead is not None and not self.lead.has_file

    @property
    def _is_a_notice(self) -> bool:
        return self.step is not None and self.step.is_notice

    @property
    def credited(self) -> Receivable | None:
        """The invoice that was perhaps credited, where that step is about nothing else."""
        if self.lead is not None or not self.is_about_money:
            return None
        return next((each for each in self.thread.invoices if each.doubt is not None), None)

    def _due_by_invoice(self, timing: Overdue) -> Due | None:
        """Counted from the day on which the invoice is due; not too soon after the owner's last word, or against it."""
        lead, calendar = self.lead, self.policy.calendar
        if lead is None:
            return None
        planned = self._past_due(lead, timing)
        breath = planned if self.breathes_from is None else not_before(planned, self.breathes_from + BREATH, calendar)
        if self.pays_by is not None:
            breath = not_before(breath, calendar.money_is_there(self.pays_by), calendar)
        wait = self.standing.wait
        if wait is None or isinstance(wait, Overdue):
            return breath
        return not_before(breath, due(wait, self.since, calendar).at, calendar)

    def _past_due(self, lead: Receivable, timing: Overdue) -> Due:
        """So many days after an invoice is due, and not before it's past due everywhere."""
        on, calendar = lead.debt.due_on, self.policy.calendar
        return not_before(due_from(timing, on, calendar), begun_everywhere(on), calendar)

    @cached_property
    def breathes_from(self) -> datetime | None:
        """The last word between owner and client, where the next notice is put off for coming too soon on it."""
        lead, timing, anchor = self.lead, None if self.step is None else self.step.timing, self.standing.anchor
        if lead is None or not isinstance(timing, Overdue):
            return None
        untouched = lead.mail in anchor.ids and self.last_word == anchor.sent_at
        too_soon = self._past_due(lead, timing).at < self.last_word + BREATH
        return self.last_word if too_soon and not untouched else None

    @cached_property
    def demand(self) -> Demand | None:
        """What the next step's notice says of the client's invoices at this moment, if it's one and any is late."""
        lead, step, policy = self.lead, self.step, self.policy
        if lead is None or step is None or not self._is_a_notice:
            return None
        others = (*self.told_with_it, *self.thread.debts.tellable)
        late = told_together(lead, others, policy.calendar, self.now)
        last_at = last_notice_at(late, step.template, self.thread, policy.plans, policy.owner)
        invoicing = policy.invoicing_for(self.client)
        return demand_of(late, step.template, invoicing, policy.calendar, self.now, last_at=last_at)

    @property
    def dispute(self) -> Message | None:
        """What the client answered to what the next step asks for, if the owner has yet to say how to go on."""
        if self.lead is None or not self.is_about_money:
            return None
        return dispute_of(self.lead, self.thread, self.policy.owner)

    @property
    def patience(self) -> timedelta | None:
        """How long this client may take before an adaptive plan's first step, unless the owner has said when."""
        pace, standing = self.thread.pace, self.standing
        adaptive = self.choice.plan.pace is Pacing.ADAPTIVE and standing.step == 0 and standing.wait is None
        return pace.ninetieth if pace is not None and adaptive else None

    @cached_property
    def since(self) -> datetime:
        """
        What the next step counts from.

        The day of a promise, where the client has put the owner off; and never before the client was last heard of
        elsewhere: that's no answer, but no silence either.
        """
        until = None if self.put_off is None else self.put_off.until
        return self._begun if until is None else max(self._begun, self.policy.calendar.opening(until))

    @property
    def _begun(self) -> datetime:
        heard = (m.received for m in (self.heard,) if m is not None)
        return max((self.standing.since, *heard))

    @cached_property
    def last_word(self) -> datetime:
        """When the client was last told of what they owe, or was heard of, in whichever thread; an order is neither."""
        order, since = self.standing.order, self.since if self.pays_by is None else self._begun
        begun = self.standing.anchor.sent_at if order is not None and order.at == since else since
        debts = self.thread.debts
        words = [begun, *(asked.last_word for asked in debts.asked if not asked.lies)]
        return max(words if debts.sent_again is None else [*words, debts.sent_again])

    @cached_property
    def put_off(self) -> PutOff | None:
        """What puts the next step off: the client's promise of their money for what it asks for, or of an answer."""
        asked_for = self.lead if self.is_about_money else None
        return put_off_by(asked_for, self.standing, self.thread, self.policy.owner)

    @property
    def pays_by(self) -> date | None:
        """The day by which the client has promised to pay what the next step asks for."""
        return None if self.put_off is None else self.put_off.pays_by

    @property
    def promised_before(self) -> Message | None:
        """
        The promise that the next mail comes after, if it's what was last written: that's what one answers then.

        Not what anybody else wrote, or what lies in Junk alone: the client would read it below ours. Nor what is of
        another thread.
        """
        off = self.put_off
        if off is None or off.elsewhere is not None or self.client is None:
            return None
        is_theirs = same_person(off.promise.sender, self.client) and off.promise.places != {Role.JUNK}
        return off.promise if is_theirs and is_later(off.promise, self.standing.anchor) else None

    @property
    def lapsed(self) -> Lapsed | None:
        """
        The client's own promise whose day has passed, if nothing of it has come: the next mail may name that day.

        Not that of a colleague of theirs, nor one that lies in Junk alone: anybody may have written that.
        """
        off = self.put_off
        if off is None or off.until is None or off.until >= self.day(self.now) or self.client is None:
            return None
        is_theirs = same_person(off.promise.sender, self.client) and off.promise.places != {Role.JUNK}
        if not is_theirs or (self.lead is not None and is_overtaken(off, self.lead)):
            return None
        return Lapsed(until=off.until, is_of_money=off.pays_by is not None)

    @cached_property
    def heard(self) -> Message | None:
        """The newest mail in which the client themselves wrote of something else since the anchor."""
        order = self.standing.order
        elsewhere = (m for m in by_themselves(self.thread) if m not in self.thread.perhaps)
        heard = (m for m in elsewhere if order is None or m.received > order.at)
        return max((m for m in heard if is_later(m, self.standing.anchor)), key=lambda m: m.received, default=None)

    @cached_property
    def notice(self) -> Message | None:
        """The client's newest notice that they are away or have left, or one whose words are not known."""
        return notice_in(self.thread, self.client, self.standing.order)

    @cached_property
    def doubtful(self) -> Message | None:
        """What answers the anchor in a machine's words and may be a person's."""
        order, anchor = self.standing.order, self.standing.anchor
        since = (m for m in self.thread.messages if order is None or m.received > order.at)
        return doubtful_in(since, anchor, self.policy.owner)

    def came_back(self, message: Message) -> bool:
        """Whether a mail reports that one didn't reach the client."""
        return came_back(message, self.thread, self.client)

    def is_ours(self, message: Message) -> bool:
        """Whether a mail is a draft of ours that the owner has sent: it asks for an answer, whatever its words."""
        return any(d.state is DraftState.SENT and {d.id, d.sent_as} & {*message.ids} for d in self.thread.drafts)

    @cached_property
    def silence(self) -> Silence:
        """How long nobody has answered the anchor; an order begins the steps anew, not the silence."""
        begun, today = self.day(self.standing.anchor.sent_at), self.day(self.now)
        days = max((today - begun).days, 0)
        return Silence(days=days, working_days=self.policy.calendar.working_days_between(begun, today))

    @property
    def living(self) -> tuple[Draft, ...]:
        """Drafts of ours that lie in Drafts, or may."""
        return tuple(d for d in self.thread.drafts if d.state.lives)

    @cached_property
    def unwanted(self) -> tuple[Draft, ...]:
        """Drafts that lie untouched and are no longer the next step in answer to the anchor."""
        return tuple(d for d in self.living if d.state is DraftState.LAID and not self._is_next(d))

    @property
    def overtaken(self) -> tuple[Draft, ...]:
        """Those of them that say what doesn't hold any more: of money, or in answer to another mail than the anchor."""
        return tuple(d for d in self.unwanted if d.asks or d.parent != self.standing.anchor.id)

    def _is_next(self, draft: Draft) -> bool:
        standing = self.standing
        now = (self.choice.plan.name, standing.step, standing.anchor.id)
        return (draft.plan, draft.step, draft.parent) == now and not self._is_out_of_date(draft)

    def _is_out_of_date(self, draft: Draft) -> bool:
        """Whether a notice asks for what is no longer owed so: paid, answered there, or by a day that has passed."""
        if self.credited is not None:
            return True
        asks = () if self.demand is None else self.demand.asks
        return self.is_outdated(draft) or not all(each.holds_among(asks) for each in draft.asks)

    def outdated_from(self, draft: Draft) -> datetime | None:
        """From when a notice that lies there for the next step says another day's sums; None if it never does."""
        if self.step is None or draft.step != self.standing.step or not draft.asks:
            return None
        return outdated_from(
            self.step.template, self.policy.invoicing_for(self.client), self.policy.calendar, draft.laid_at
        )

    def is_outdated(self, draft: Draft) -> bool:
        """Whether the day has passed by which a notice asks for the money that lies there for the next step."""
        outdated = self.outdated_from(draft)
        return outdated is not None and self.now >= outdated

    def day(self, moment: datetime) -> date:
        """The owner's calendar day of a moment."""
        return self.policy.calendar.day_of(moment)

"""
From verdicts to the digest: what of each thread its owner is told in the morning.

Knows which reasons say something to do; a hold that ends by itself within the next passes, or that concerns a whole
account, is not told thread by thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypedDict

from crickets.domain.digest import Answer, Digest, DraftWaits, Hold, Matter, ToDo, YourTurn
from crickets.domain.errand import Errand
from crickets.domain.message import Address, Role
from crickets.domain.people import answers
from crickets.domain.plans import NO_PLAN
from crickets.domain.policy import Policy
from crickets.domain.problem import Problem
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.verdict import Reason, State, Verdict

MOST = 20
"""How many of what may be a long list are told; what waits for a deed is told to its end."""

_MATTERS: Mapping[Reason, tuple[Matter, str]] = {
    Reason.BOUNCED: (Matter.BOUNCED, "day"),
    Reason.AWAY: (Matter.AWAY, "until"),
    Reason.AWAY_FOR_A_WHILE: (Matter.AWAY_FOR_A_WHILE, "since"),
    Reason.HAS_LEFT: (Matter.HAS_LEFT, "day"),
    Reason.PROMISED: (Matter.PROMISED, "until"),
    Reason.PROMISED_MONEY: (Matter.PROMISED_MONEY, "until"),
    Reason.PERHAPS_ANSWERED: (Matter.PERHAPS_ANSWERED, "day"),
    Reason.LIKE_A_MACHINE: (Matter.LIKE_A_MACHINE, "day"),
    Reason.PAUSED: (Matter.PAUSED, "day"),
    Reason.NO_INVOICE: (Matter.INVOICE_UNKNOWN, ""),
    Reason.UNREADABLE: (Matter.INVOICE_UNREADABLE, ""),
    Reason.UNCONFIRMED: (Matter.INVOICE_PROPOSED, ""),
    Reason.FROM_BEFORE: (Matter.INVOICE_OLD, ""),
    Reason.PERHAPS_ANOTHERS: (Matter.INVOICE_NOT_YOURS, ""),
    Reason.NO_FILE: (Matter.INVOICE_FILE, ""),
    Reason.CREDITED: (Matter.INVOICE_CREDITED, ""),
    Reason.TOLD_ELSEWHERE: (Matter.INVOICE_TOLD_ELSEWHERE, ""),
    Reason.OF_ANOTHER: (Matter.INVOICE_OF_ANOTHER, ""),
    Reason.TWO_DEBTORS: (Matter.INVOICE_OF_TWO, ""),
    Reason.DISPUTED: (Matter.INVOICE_ANSWERED, "day"),
    Reason.ANSWERED_ELSEWHERE: (Matter.INVOICE_ANSWERED, "day"),
    Reason.PAUSED_BY_AN_ANSWER: (Matter.INVOICE_ANSWERED, "day"),
    Reason.DAILY_CAP: (Matter.DAILY_CAP, ""),
    Reason.ONE_AT_A_TIME: (Matter.IN_LINE, ""),
    Reason.ANOTHER_FIRST: (Matter.IN_LINE, ""),
}
"""What is told of which reason, and which of its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """
    What a digest is made from, of all accounts.

    `threads` and `turns` are as `status` lists them; `stirred` those threads to which mail has come `since` the last
    digest; `numbers` are those to call where mail comes back; `number` gives a telephone number as it's dialled,
    `to_read` that as people read it.
    """

    threads: tuple[Verdict, ...] = ()
    turns: tuple[Verdict, ...] = ()
    errands: Mapping[ThreadId, Errand]
    numbers: Mapping[ThreadId, str] = field(default_factory=dict)
    stirred: tuple[tuple[Thread, Verdict], ...] = ()
    since: datetime
    problems: tuple[Problem, ...] = ()
    more_turns: int = 0
    old_turns: int = 0
    number: Callable[[str, Address | None], str]
    to_read: Callable[[str], str] = str


def digest_from(facts: Facts, policy: Policy, day: date) -> Digest:
    """The digest of a day."""
    holds = tuple(hold for verdict in facts.threads if (hold := _hold(verdict, facts)) is not None)
    waiting = tuple(hold for hold in holds if hold.matter is not Matter.BOUNCED)
    came = tuple(_answers(facts, policy))
    return Digest(
        day=day,
        drafts=tuple(sorted(_drafts(facts.threads, policy), key=lambda draft: draft.answered is None)),
        todos=tuple(_todos(facts)),
        turns=tuple(_turns(facts.turns[:MOST], policy)),
        answers=tuple(answer for answer in came if not answer.junk),
        holds=waiting[:MOST],
        troubles=(
            *(hold for hold in holds if hold.matter is Matter.BOUNCED),
            *(answer for answer in came if answer.junk),
        ),
        problems=facts.problems,
        old_turns=facts.old_turns,
        more_turns=facts.more_turns + max(0, len(facts.turns) - MOST),
        more_holds=max(0, len(waiting) - MOST),
    )


class _About(TypedDict):
    thread: ThreadId
    client: Address | None
    subject: str


def _about(verdict: Verdict) -> _About:
    return {"thread": verdict.thread, "client": verdict.client, "subject": verdict.subject}


def _drafts(verdicts: Iterable[Verdict], policy: Policy) -> Iterator[DraftWaits]:
    for verdict in verdicts:
        said = dict(verdict.reason.about)
        if verdict.reason.reason is Reason.ANSWERED_WITH_A_DRAFT:
            yield DraftWaits(**_about(verdict), yours=True, answered=_day(said["day"]))
        elif verdict.state is State.DRAFTED and "step" not in said:
            yield DraftWaits(**_about(verdict), yours=True)
        elif verdict.state is State.DRAFTED:
            plan, step = said.get("plan", verdict.plan), int(said["step"])
            steps = policy.plans.get(plan, NO_PLAN).steps
            yield DraftWaits(
                **_about(verdict),
                plan=plan,
                template=steps[step - 1].template if step <= len(steps) else "",
                step=step,
                steps=max(step, len(steps)),
                since=_day(said.get("day", "")),
                yours=verdict.reason.reason is Reason.DRAFT_IS_YOURS,
            )


def _todos(facts: Facts) -> Iterator[ToDo]:
    for verdict in facts.threads:
        errand, step = facts.errands.get(verdict.thread), verdict.planned
        if verdict.state is State.TASK and errand is not None and step is not None:
            number = facts.number(errand.phone, verdict.client)
            yield ToDo(
                **_about(verdict),
                do=step.do,
                phone=number,
                phone_told=facts.to_read(number),
                note=step.note,
                concerns=errand.concerns,
                last=errand.last,
            )


def _turns(verdicts: Iterable[Verdict], policy: Policy) -> Iterator[YourTurn]:
    for verdict in verdicts:
        if verdict.your_turn_since is not None:
            yield YourTurn(**_about(verdict), since=policy.calendar.day_of(verdict.your_turn_since))


def _answers(facts: Facts, policy: Policy) -> Iterator[Answer]:
    """What came since the last digest to threads in which the owner waited and hasn't answered; oldest first."""
    told = {verdict.thread for verdict in facts.turns}
    news = (
        (newest, verdict)
        for thread, verdict in facts.stirred
        if _is_answered(verdict) and verdict.thread not in told
        for newest in answers(thread.messages, policy.owner)[-1:]
        if newest.received > facts.since
    )
    for newest, verdict in sorted(news, key=lambda each: each[0].received):
        on, junk = policy.calendar.day_of(newest.received), newest.places <= {Role.JUNK}
        yield Answer(**_about(verdict), on=on, junk=junk)


def _is_answered(verdict: Verdict) -> bool:
    """Whether the client has had the last word, and no draft waits that tells of it."""
    return verdict.state is State.ANSWERED and verdict.reason.reason is not Reason.ANSWERED_WITH_A_DRAFT


def _hold(verdict: Verdict, facts: Facts) -> Hold | None:
    matter, day = _MATTERS.get(verdict.reason.reason, (None, ""))
    said = dict(verdict.reason.about)
    on = _day(said.get(day, ""))
    if verdict.state is not State.HELD or matter is None or (day and on is None):
        return None
    phone = facts.numbers.get(verdict.thread, "")
    number = facts.number(phone, verdict.client) if phone else ""
    return Hold(
        **_about(verdict),
        matter=matter,
        day=on,
        invoice=said.get("number", ""),
        missing=said.get("missing", said.get("file", "")),
        phone=number,
        phone_told=facts.to_read(number),
    )


def _day(said: str) -> date | None:
    """A day as a reason names it; "None" where it has none."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None

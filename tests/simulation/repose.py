"""Whether what rests may: each thread is judged once more, whoever wakes it, and must be as it was laid to rest."""

from __future__ import annotations

import datetime as dt

from crickets.domain.policy import Policy
from crickets.domain.thread import ThreadId
from crickets.domain.verdict import State, Verdict
from crickets.ledger import SqlLedger
from crickets.service.verdicts import capped, decided, rests_by_these_rules
from tests.simulation.story import BrokenPromiseError


def all_verdicts(ledger: SqlLedger, account: str, policy: Policy, now: dt.datetime) -> tuple[Verdict, ...]:
    """The verdicts on all threads; none that rests, by the rules that hold, is another than it was."""
    awake = {thread.id for thread in ledger.awake(account, now)}
    verdicts = tuple(verdict for _, verdict in decided(ledger, account, policy, now))
    if not rests_by_these_rules(ledger, account, policy, now):  # the owner moved while a pass was asleep
        return verdicts
    at_rest = [verdict for verdict in capped(verdicts, ledger, policy, now) if verdict.thread not in awake]
    states = {t.id: state for state in {v.state for v in at_rest} for t in ledger.resting(account, now, state)}
    turns = {thread.id for thread in ledger.resting_turns(account, now)} if at_rest else set()
    for verdict in at_rest:
        if wrong := _wrong(verdict, states, turns):
            raise BrokenPromiseError(0, f"{verdict.thread} rests, though {wrong}")
    return verdicts


def _wrong(verdict: Verdict, states: dict[ThreadId, State], turns: set[ThreadId]) -> str:
    if verdict.lay is not None or verdict.take_back:
        return "a draft is to be laid or taken back"
    if states.get(verdict.thread) is not verdict.state:
        return f"it's {verdict.state.value} by now ({verdict.reason})"
    if (verdict.thread in turns) is not (verdict.your_turn_since is not None):
        return "whose turn it is has changed"
    return ""

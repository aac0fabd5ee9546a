"""
Figures as Prometheus reads them: its text format, 0.0.4.

What each is called is told in docs/health.md and kept; nothing is kept here between two pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    InfoMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.registry import Collector

from crickets.health.figures import AccountFigures, Figures, Numbers
from crickets.health.process import process_figures

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4


def text_of(figures: Figures) -> bytes:
    """The whole page."""
    return generate_latest(_Told(figures))


class _Told(Collector):
    """What the library asks for figures."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def collect(self) -> Iterable[Metric]:
        yield _build(self._figures)
        for table in _TABLES:
            yield table.told(self._figures.accounts)
        yield _pass_seconds(self._figures.accounts)
        for moment in _MOMENTS:
            yield moment.told(self._figures.accounts)
        yield GaugeMetricFamily(
            "crickets_problems", "What `crickets status` tells as a problem.", self._figures.problems
        )
        yield from process_figures(self._figures.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A figure of which each account has one of every kind."""

    name: str
    words: str
    kind: str
    of: Callable[[AccountFigures], Numbers]
    family: type[CounterMetricFamily | GaugeMetricFamily] = GaugeMetricFamily

    def told(self, accounts: tuple[AccountFigures, ...]) -> Metric:
        family = self.family(self.name, self.words, labels=("account", self.kind))
        for account in accounts:
            for kind, number in self.of(account).items():
                family.add_metric((account.name, kind), number)
        return family


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    """A figure of which each account has one, or none yet."""

    name: str
    words: str
    of: Callable[[AccountFigures], float | None]

    def told(self, accounts: tuple[AccountFigures, ...]) -> Metric:
        family = GaugeMetricFamily(self.name, self.words, labels=("account",))
        for account in accounts:
            if (number := self.of(account)) is not None:
                family.add_metric((account.name,), number)
        return family


_TABLES = (
    _Table(
        name="crickets_passes",
        words="Passes by their result: good; doubtful, as the mailbox was not fully read; failed.",
        kind="result",
        of=lambda account: account.passes,
        family=CounterMetricFamily,
    ),
    _Table(
        name="crickets_imap_connections",
        words="Connections opened, for reading mail or for watching it; each after the first is a reconnection.",
        kind="line",
        of=lambda account: account.connections,
        family=CounterMetricFamily,
    ),
    _Table(
        name="crickets_drafts",
        words="What was done with drafts, and what their owner was found to have done.",
        kind="deed",
        of=lambda account: account.drafts,
        family=CounterMetricFamily,
    ),
    _Table(
        name="crickets_threads",
        words="Threads followed up, by state as in `crickets status`.",
        kind="state",
        of=lambda account: account.threads,
    ),
    _Table(
        name="crickets_threads_held",
        words="Threads held, by the kind of reason.",
        kind="reason",
        of=lambda account: account.held,
    ),
)

_MOMENTS = (
    _Moment(
        name="crickets_last_good_pass_timestamp_seconds",
        words="When the last good pass of this process ended, in Unix time.",
        of=lambda account: None if account.last_good_at is None else account.last_good_at.timestamp(),
    ),
    _Moment(
        name="crickets_evidence_age_seconds",
        words="How long ago every folder had been read; no draft is laid on evidence older than an hour.",
        of=lambda account: None if account.evidence_age is None else account.evidence_age.total_seconds(),
    ),
    _Moment(
        name="crickets_drafts_waiting",
        words="Drafts that lie in Drafts for their owner to read and send.",
        of=lambda account: account.drafts_waiting,
    ),
    _Moment(
        name="crickets_your_turn",
        words="Threads in which somebody has waited for the owner's answer for a day or more.",
        of=lambda account: account.your_turn,
    ),
)


def _build(figures: Figures) -> Metric:
    told = {"version": figures.version, "python": figures.python}
    return InfoMetricFamily("crickets_build", "Which Crickets this is, and on which Python.", told)


def _pass_seconds(accounts: tuple[AccountFigures, ...]) -> Metric:
    words = "How long passes took, whatever their result."
    family = SummaryMetricFamily("crickets_pass_seconds", words, labels=("account",))
    for account in accounts:
        family.add_metric((account.name,), int(sum(account.passes.values())), account.pass_seconds)
    return family

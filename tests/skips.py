"""On CI a skip is a failure: a mail server that could not be had there is a promise not kept.

A pytest plugin. Knows reports only; whoever skips says why. Elsewhere the skips are listed by name (`-rs`).
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

ON_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The report of a test, or of its fixtures."""
    report = yield
    return kept(report, item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The report of a module that may skip itself whole."""
    report = yield
    return kept(report, collector.nodeid)


def kept(report: Report, name: str) -> Report:
    """The report as it is; on CI, that of a skip as one of a failure, with the skip's own reason."""
    if ON_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{name} must not be skipped on CI: {reason_of(report)}"
    return report


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was skipped, in the words of who skipped it."""
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)

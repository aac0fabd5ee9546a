"""Homes for the daemon, and Dovecots of a special kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import crickets.service.log_lines  # noqa: F401 - before a test captures what it configures
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty home."""
    return Stage(tmp_path)


@pytest.fixture
def recorder(dovecot_sdbox: ImapServer) -> Iterator[Recorder]:
    """A recording proxy before Dovecot."""
    made = Recorder(dovecot_sdbox)
    yield made
    made.stop()


@pytest.fixture(scope="session")
def dovecot_without_idle() -> Iterator[ImapServer]:
    """Dovecot that doesn't offer IDLE."""
    yield from running(lambda: Dovecot(drop=("IDLE",)))

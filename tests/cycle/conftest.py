"""The stage on each server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cycle.home import ASKED, OFFERED, Home
from tests.cycle.stage import Stage, a_stage
from tests.servers.server import ImapServer


@pytest.fixture
def stage(any_server: ImapServer, tmp_path: Path) -> Iterator[Stage]:
    """A fresh mailbox on each server in turn, Crickets beside it behind a recording proxy."""
    with a_stage(any_server, tmp_path) as made:
        yield made


@pytest.fixture
def quick_stage(dovecot_sdbox: ImapServer, tmp_path: Path) -> Iterator[Stage]:
    """The same on Dovecot alone, for what doesn't depend on the server."""
    with a_stage(dovecot_sdbox, tmp_path) as made:
        yield made


@pytest.fixture
def courier_stage(courier: ImapServer, tmp_path: Path) -> Iterator[Stage]:
    """The same on Courier alone: no MOVE, no CONDSTORE, no UIDNEXT."""
    with a_stage(courier, tmp_path) as made:
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Anna asked, Dana offered six days ago, and Anna seems to be quiet."""
    home = Home(path=tmp_path)
    home.memory.put("INBOX", ASKED)
    home.memory.put("Sent", OFFERED)
    return home

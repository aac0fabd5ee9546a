"""kill -9 at any moment of passes over many due threads: in the end one draft a thread, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.cycle.killed import THREADS, Hunt, a_hunt
from tests.servers.dovecot import Dovecot
from tests.servers.server import ImapServer


@pytest.fixture(scope="session")
def hunt(dovecot_sdbox: ImapServer) -> Iterator[Hunt]:
    """Real processes on a Dovecot of their own; skipped where there is none."""
    server = Dovecot(quick=True)
    try:
        with a_hunt(server) as made:
            yield made
    finally:
        server.stop()


def killed(hunt: Hunt, seed: int, kills: int) -> None:
    """So many kills, and what must be true after them."""
    lives = list(hunt.lives(seed, kills))

    assert sum(life.kills for life in lives) == kills
    assert [(life.drafts, life.wrong) for life in lives] == [(THREADS, ())] * len(lives)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_at_any_moment(hunt: Hunt, seed: int) -> None:
    """The ledger is whole, nothing else has changed; `make kills` strikes 200 times."""
    killed(hunt, seed, kills=3)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_when_a_draft_is_being_laid(hunt: Hunt, seed: int) -> None:
    """Between intend, append and confirm, where it matters most."""
    killed(replace(hunt, near_appends=True), seed, kills=6)

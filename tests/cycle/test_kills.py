"""kill -9 at any moment of passes over many due threads: in the end one draft a thread, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator

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


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_killed_at_random_moments(hunt: Hunt, seed: int) -> None:
    """Three kills each; `make kills` strikes 200 times. The ledger is whole, and nothing else has changed."""
    lives = list(hunt.lives(seed, kills=3))

    assert sum(life.kills for life in lives) == 3
    assert [(life.drafts, life.wrong) for life in lives] == [(THREADS, ())] * len(lives)

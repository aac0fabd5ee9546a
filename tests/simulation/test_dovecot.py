"""The same script drives a real server: a month of a mailbox's life on Dovecot, faults and all."""

from __future__ import annotations

import pytest

from tests.contract.worlds import mailbox_on
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer
from tests.simulation.disasters import VANISHING
from tests.simulation.year import Real, Year

SEEDS = ("month.6", "month.7", "month.17", "month.20", "month.34", "month.36")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.timeout(300)
def test_a_month(dovecot_sdbox: ImapServer, seed: str) -> None:
    """What holds in memory holds there: no promise is broken, no step lost, no day miscounted."""
    user = dovecot_sdbox.user()
    box = OwnersMailbox(dovecot_sdbox, user)
    box.create(VANISHING)
    year = Year(seed, days=31, real=Real(box=box, connect=lambda: mailbox_on(dovecot_sdbox, user)))

    tally = year.live()

    assert tally.passes > tally.good > 0
    assert tally.laid > 0
    assert tally.faults.total() > 0

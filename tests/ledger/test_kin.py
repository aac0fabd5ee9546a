"""Mail found by what its authors have in common with somebody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from crickets.domain.kinship import bonds
from crickets.domain.message import Address, MessageId, Role
from crickets.ledger import SqlLedger, ledger_in_memory
from tests.builders import ANNA, DANA, NOW, a_reply, a_sent, ago, an_address, an_id
from tests.contract.test_ledger import keep

PRIVATE = an_address("anna.rossi77@gmail.com", "Anna Rossi")
COLLEAGUE = an_address(f"ben@{ANNA.domain}", "Ben Blu")
STRANGER = an_address("carla@elsewhere.example", "Carla Conti")
EVER = datetime.min.replace(tzinfo=UTC)


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """A ledger with a mail of each author, the private one's the newest, and one to Anna."""
    with closing(ledger_in_memory()) as made:
        for days, author in enumerate((PRIVATE, COLLEAGUE, STRANGER, ANNA), 1):
            keep(made, a_reply(ago(days=days), id=an_id(author.email), subject=author.email, sender=author), first=days)
        keep(made, a_sent(ago(days=9), id=an_id("to Anna"), to=(ANNA,)), role=Role.SENT)
        yield made


def of_kin(ledger: SqlLedger, who: Address, *, written: datetime = EVER, received: datetime = EVER) -> list[MessageId]:
    """What is found, newest first."""
    return [mail.id for mail in ledger.mail_of_kin("work", bonds(who), written=written, received=received)]


def test_whose_mail_it_is(ledger: SqlLedger) -> None:
    """Anna's, whichever address she writes from, her firm's, and what was written to them; no stranger's."""
    authors = (PRIVATE, COLLEAGUE, ANNA)
    assert of_kin(ledger, ANNA) == [*(an_id(author.email) for author in authors), an_id("to Anna")]
    assert of_kin(ledger, STRANGER) == [an_id(STRANGER.email)]


def test_what_was_written_before(ledger: SqlLedger) -> None:
    """It isn't looked at, nor what was received before."""
    late = [an_id(PRIVATE.email), an_id(COLLEAGUE.email)]
    assert of_kin(ledger, ANNA, written=ago(days=2)) == late
    assert of_kin(ledger, ANNA, received=ago(days=2)) == late


def test_somebody_who_has_only_been_written_to(ledger: SqlLedger) -> None:
    """No mail of theirs is there."""
    nobody = an_address("zoe@nowhere.example", "Zoe Zoltan")
    keep(ledger, a_sent(NOW, id=an_id("to Zoe"), to=(nobody,)), role=Role.SENT, first=20)

    assert of_kin(ledger, nobody) == []


def test_how_far_the_newest_reach(ledger: SqlLedger) -> None:
    """As far as the first of so many, however the address is spelled; none if there are fewer."""
    assert ledger.newest_begin("work", ANNA.email.upper(), 1) == ago(days=4)
    assert ledger.newest_begin("work", ANNA.email, 2) == ago(days=9)
    assert ledger.newest_begin("work", ANNA.email, 3) is None


def test_an_account_that_nobody_knows(ledger: SqlLedger) -> None:
    """Nothing is found there, and that's no error."""
    assert ledger.mail_of_kin("home", bonds(ANNA), written=EVER, received=EVER) == ()
    assert ledger.newest_begin("home", DANA.email, 1) is None

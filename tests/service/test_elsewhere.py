"""Where a silent client is looked for outside of the thread: at their own address, and at all akin to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from crickets.domain.mailbox import Uid
from crickets.domain.message import Message, MessageId
from crickets.domain.owner import Owner
from crickets.ledger import SqlLedger, ledger_in_memory
from crickets.service.elsewhere import Elsewhere
from tests.builders import ANNA, BEN, NOW, OWNER, ROME, a_folder_read, a_reply, a_sent, a_thread, ago, an_address, an_id

PRIVATE = an_address("anna.rossi77@gmail.com", "Anna Rossi")
STRANGER = an_address("carla@elsewhere.example", "Carla Conti")
THREAD = a_thread(a_sent(ago(days=9)))
ANY_OF_HERS = Owner(name="Dana Levi", addresses=("*@studio.example",), zone=ROME)


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """An empty ledger."""
    with closing(ledger_in_memory()) as made:
        yield made


def keep(ledger: SqlLedger, *mails: Message) -> None:
    """Record mails that were read."""
    ledger.record("work", a_folder_read(NOW), [(Uid(uid), mail) for uid, mail in enumerate(mails, 1)])


def found(ledger: SqlLedger, owner: Owner = OWNER) -> set[MessageId]:
    """Which mails are looked through for Anna."""
    return {mail.id for mail in Elsewhere(ledger, "work", owner).mails_of(ANNA, THREAD)}


def some_mails() -> tuple[Message, ...]:
    """One of each author, each about something of its own."""
    authors = {"client": ANNA, "private": PRIVATE, "colleague": BEN, "stranger": STRANGER}
    return tuple(a_reply(ago(days=1), id=an_id(n), subject=n, sender=a) for n, a in authors.items())


@pytest.mark.parametrize("owner", [OWNER, ANY_OF_HERS], ids=["an address", "a pattern of addresses"])
def test_who_may_be_heard_of(ledger: SqlLedger, owner: Owner) -> None:
    """Anna, whichever address she writes from, and her colleagues; no strangers. However the owner named their own."""
    keep(ledger, *some_mails())

    assert found(ledger, owner) == {an_id("client"), an_id("private"), an_id("colleague")}


def test_an_answer_from_a_private_address_in_a_busy_mailbox(ledger: SqlLedger) -> None:
    """Days of newsletters do not bury it."""
    noise = (a_reply(ago(hours=n / 9), id=an_id(str(n)), subject=str(n), sender=STRANGER) for n in range(1000))
    keep(ledger, *noise, a_reply(ago(days=6), id=an_id("private"), subject="Go", sender=PRIVATE))

    assert found(ledger) == {an_id("private")}


def test_mail_to_another_address_of_the_owners(ledger: SqlLedger) -> None:
    """It's looked for where the thread was written from."""
    other = an_address("dana@studio.com")
    thread = a_thread(a_sent(ago(days=9), sender=other))
    keep(ledger, a_reply(ago(days=6), id=an_id("private"), subject="Go", sender=PRIVATE, to=(other,)))

    mails = Elsewhere(ledger, "work", OWNER).mails_of(ANNA, thread)

    assert [mail.id for mail in mails] == [an_id("private")]

"""Somebody who is forgotten: not a byte of them is left, and nothing of others goes with them."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from crickets.domain.control import Put
from crickets.domain.mailbox import Uid, UidValidity
from crickets.domain.message import Address, Message, Role
from crickets.domain.receivable import KnownBy
from crickets.domain.remarks import Remarks
from crickets.domain.thread import DraftState, OrderKind, Thread
from crickets.errors import LedgerHasNoRoom
from crickets.ledger import SqlLedger, ledger_in_memory, open_ledger
from crickets.ledger.linking import look_up
from crickets.ledger.packing import hashed
from crickets.ledger.tables import KEYS, METADATA, PLACEMENTS
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    a_bounce,
    a_calendar,
    a_draft,
    a_folder_read,
    a_listed_draft,
    a_listing,
    a_receipt,
    a_reply,
    a_sent,
    a_stop,
    ago,
    an_address,
    an_id,
    an_invoice,
    as_listed,
)

ZELDA = Address(name="Zelda Quimby", email="zelda.quimby@quimbycorp.example")
MARKS = tuple(word.encode() for word in ("zelda", "Zelda", "Quimby", "quimby", "zebra"))
TODAY = a_calendar().day_at(NOW)
SERVED = ("work",)


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """An empty ledger."""
    with closing(ledger_in_memory()) as ledger:
        yield ledger


def hers(n: int = 9) -> tuple[Message, Message]:
    """Zelda asked, and Dana answered."""
    asked = a_reply(ago(days=n), id=an_id(f"asked-{n}"), sender=ZELDA, subject="The zebra crossing")
    answer = a_sent(
        ago(days=n - 1), id=an_id(f"sent-{n}"), answering=asked, to=(ZELDA,), subject="Re: The zebra crossing"
    )
    return asked, answer


def keep(ledger: SqlLedger, *messages: Message, role: Role = Role.INBOX, first: int = 1) -> None:
    """Record messages that lie in a folder, from a UID on."""
    numbered = [(Uid(uid), message) for uid, message in enumerate(messages, start=first)]
    ledger.record("work", replace(a_folder_read(NOW, role=role), last_uid=Uid(first + len(messages))), numbered)


def threads(ledger: SqlLedger) -> list[list[str]]:
    """Which messages are together."""
    return [[message.id for message in thread.messages] for thread in ledger.threads("work")]


def everything(ledger: SqlLedger) -> dict[str, int]:
    """How many rows each table has that has any."""
    with ledger._store.reading() as connection:
        counted = {
            table.name: len(connection.execute(select(table)).all())
            for table in METADATA.sorted_tables
        }  # fmt: skip
    return {name: number for name, number in counted.items() if number}


def test_all_that_is_hers(ledger: SqlLedger) -> None:
    """Messages, thread, draft, invoice, orders, habits and kin go; that mail lies there stays, and Dana's own kin."""
    keep(ledger, *hers())
    ledger.complete("work", NOW)
    [thread] = ledger.threads("work")
    draft = a_draft(NOW, parent=thread.messages[-1], thread=thread.id, state=DraftState.INTENDED)
    ledger.intend(draft, day=TODAY, cap=5)
    ledger.settle(replace(draft, state=DraftState.SENT))
    ledger.order(thread.id, a_stop(NOW))
    invoice = an_invoice(NOW.date(), thread=thread.id, mail=thread.messages[-1].id, debtor=ZELDA)
    ledger.note_opened("work", thread.messages[-1], [invoice])
    ledger.list_drafts("work", a_listing(a_listed_draft(to=(ZELDA.email,), subject="zebra")))

    told = ledger.forget((ZELDA.email,), SERVED, NOW)

    assert (told.messages, told.threads, told.drafts, told.invoices) == (2, (thread.id,), 1, 1)
    assert everything(ledger) == {
        "accounts": 1, "folders": 1, "forgotten": 1, "kin": 3, "listed": 1, "listings": 1, "placements": 2,
    }  # fmt: skip
    assert ledger.number_read("work", "Inbox") == 2


def test_what_would_go(ledger: SqlLedger) -> None:
    """The same is told beforehand, and nothing goes."""
    keep(ledger, *hers())
    before = everything(ledger)
    would = ledger.known_of((ZELDA.email,), SERVED, NOW)

    assert everything(ledger) == before
    assert would == ledger.forget((ZELDA.email,), SERVED, NOW)


def test_not_a_byte(tmp_path: Path) -> None:
    """Her name, address and subjects are nowhere in the file or its log, nor where older rows of hers once were."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path, exclusive=True) as ledger:
        for n in range(5, 40):
            keep(ledger, *hers(n), first=2 * n)
            keep(ledger, a_reply(ago(days=n), id=an_id(f"ben-{n}"), sender=BEN), first=1000 + n)
        keep_all_that_others_have_of_her(ledger)
        drafts = (a_listed_draft(n, to=(ZELDA.email,), subject="zebra") for n in range(200))
        ledger.list_drafts("work", a_listing(*drafts))
        _unlist_as_most_of_sqlite_does(path)
        files = (path, path.with_name(path.name + "-wal"))
        assert any(mark in file.read_bytes() for file in files for mark in MARKS)

        ledger.forget((ZELDA.email,), SERVED, NOW)

        assert [mark for file in files for mark in MARKS if mark in file.read_bytes()] == []
        assert len(threads(ledger)) == 36


def keep_all_that_others_have_of_her(ledger: SqlLedger) -> None:
    """A thread with Ben in which she takes part too, with a draft to her, and invoices that she owes or sells by."""
    first = a_reply(ago(days=9), id=an_id("first"), sender=BEN)
    second = a_reply(ago(days=8), id=an_id("second"), sender=ZELDA, answering=first, subject="zebra")
    away = Remarks(away=True, write_instead=(ZELDA,))
    third = a_reply(ago(days=7), id=an_id("third"), sender=BEN, parents=(first.id, second.id), remarks=away)
    keep(ledger, first, second, third, first=3000)
    [thread] = [each for each in ledger.threads("work") if each.messages[0].id == first.id]
    draft = a_draft(NOW, parent=third, thread=thread.id, to=(ZELDA.email,), subject="zebra")
    ledger.intend(replace(draft, state=DraftState.INTENDED), day=TODAY, cap=5)
    ledger.settle(replace(draft, state=DraftState.THROWN_AWAY))
    told_of = an_invoice(NOW.date(), thread=thread.id, mail=None, debtor=ZELDA, known_by=KnownBy.OWNER)
    passed_on = an_invoice(NOW.date(), thread=thread.id, mail=third.id, number="7", seller=f" {ZELDA.name.upper()}")
    ledger.note_invoice("work", told_of)
    ledger.note_opened("work", third, [passed_on, replace(passed_on, number="8", seller=ZELDA.email)])


def _unlist_as_most_of_sqlite_does(path: Path) -> None:
    """Without overwriting what goes: Debian's SQLite does by default, others don't."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("DELETE FROM listed")


def test_beside_a_daemon(tmp_path: Path) -> None:
    """She is erased while another holds the ledger's lock, and what that reads of her afterwards is passed over."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path, exclusive=True) as daemon:
        keep(daemon, *hers())
        given = daemon.orders_given()
        with open_ledger(path, exclusive=False) as command:
            command.forget((ZELDA.email,), SERVED, NOW)
        keep(daemon, a_reply(ago(days=1), id=an_id("new"), sender=ZELDA), first=7)

        assert threads(daemon) == []
        assert daemon.orders_given() != given
        assert [mark for mark in MARKS if mark in path.read_bytes()] == []


def test_beside_a_daemon_that_was_told_of_an_invoice(tmp_path: Path) -> None:
    """One word fewer, and one more who is forgotten: the daemon sees that something was said."""
    with open_ledger(tmp_path / "ledger.sqlite", exclusive=True) as daemon:
        keep(daemon, *hers())
        [thread] = daemon.threads("work")
        daemon.note_invoice("work", an_invoice(NOW.date(), thread=thread.id, known_by=KnownBy.OWNER))
        given = daemon.orders_given()
        daemon.forget((ZELDA.email,), SERVED, NOW)

        assert daemon.orders_given() > given


def test_while_another_reads_for_long(tmp_path: Path) -> None:
    """It goes out of the file with a later pass, once nobody reads: there is nothing else to forget by then."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, *hers())
        thread = next(ledger.threads("work"))
        draft = a_draft(NOW, parent=thread.messages[-1], thread=thread.id, to=(ZELDA.email,), subject="zebra")
        ledger.intend(replace(draft, state=DraftState.INTENDED), day=TODAY, cap=5)
        ledger.settle(draft)
        ledger.forget((ZELDA.email,), SERVED, NOW)
        ledger.settle(replace(draft, state=DraftState.TAKEN_BACK))
        with a_reader(path):
            assert ledger.forget_the_rest(NOW)
            assert not ledger.forget_the_rest(NOW)
            assert marks_in(path) != []

        assert not ledger.forget_the_rest(NOW)
        assert marks_in(path) == []


def test_a_disk_without_room(tmp_path: Path) -> None:
    """What a pass has no room for stays owed, and the pass is good; with room there is nothing left of her."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, *hers())
        _fill(path)
        with no_room(path), pytest.raises(LedgerHasNoRoom, match="It's erased, but its bytes still stand in"):
            ledger.forget((ZELDA.email,), SERVED, NOW)
        with no_room(path):
            assert not ledger.forget_the_rest(NOW)
            assert ledger.owes_wiping()

        assert not ledger.forget_the_rest(NOW)
        assert not ledger.owes_wiping()
        assert marks_in(path) == []


def _fill(path: Path) -> None:
    """Let it hold far more than what is erased."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE ballast (weight BLOB)")
        connection.execute("INSERT INTO ballast VALUES (randomblob(4000000))")


@contextmanager
def no_room(path: Path) -> Iterator[None]:
    """A disk that takes a few rows, and no second copy of the ledger."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, former[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)


def test_a_wiping_that_was_done(tmp_path: Path) -> None:
    """It isn't done again: that would write the whole file anew with each pass."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, *hers())
        ledger.forget((ZELDA.email,), SERVED, NOW)
        before = path.stat().st_mtime_ns
        ledger.forget_the_rest(NOW)

        assert path.stat().st_mtime_ns == before


@contextmanager
def a_reader(path: Path) -> Iterator[None]:
    """Somebody in the middle of reading."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM messages").fetchall()
        yield


def marks_in(path: Path) -> list[bytes]:
    """What is found of her in the file and its log."""
    files = [file for file in (path, path.with_name(path.name + "-wal")) if file.exists()]
    return [mark for mark in MARKS if any(mark in file.read_bytes() for file in files)]


def test_while_another_reads(tmp_path: Path) -> None:
    """She is erased for whoever asks from now on."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, *hers(), a_reply(ago(days=2), id=an_id("ben"), sender=BEN))
        reading = ledger.threads("work")
        ledger.forget((ZELDA.email,), SERVED, NOW)

        assert [thread.messages[0].sender for thread in reading] == [BEN]


def test_new_mail_of_hers(ledger: SqlLedger) -> None:
    """It's counted as lying there, and no more is kept; so is mail to her, or that which didn't reach her."""
    keep(ledger, *hers())
    ledger.forget((ZELDA.email,), SERVED, NOW)
    before = everything(ledger)
    bounce = a_bounce(NOW, remarks=Remarks(bounced=(ZELDA.email,)))
    keep(ledger, *hers(5), a_sent(NOW, to=(BEN,), cc=(ZELDA,), id=an_id("copy")), bounce, first=11)

    assert everything(ledger) == before | {"placements": 6}


def test_a_folder_that_is_read_anew(ledger: SqlLedger) -> None:
    """Under another UIDVALIDITY her mail comes by once more, and is passed over as before."""
    asked, answer = hers()
    keep(ledger, asked, answer)
    ledger.forget((ZELDA.email,), SERVED, NOW)
    anew = replace(a_folder_read(NOW), uid_validity=UidValidity(8))
    ledger.record("work", anew, [(Uid(1), asked), (Uid(2), answer)])

    assert threads(ledger) == []
    assert ledger.number_read("work", "Inbox") == 2


def test_mail_of_hers_that_leaves(ledger: SqlLedger) -> None:
    """What lies in the folder is counted on."""
    keep(ledger, *hers())
    ledger.forget((ZELDA.email,), SERVED, NOW)
    ledger.note_left("work", a_folder_read(NOW), (Uid(2),))

    assert ledger.number_read("work", "Inbox") == 1


class TestAThreadWithOthersToo:
    @pytest.fixture
    def shared(self, ledger: SqlLedger) -> Thread:
        """Ben asks, Zelda answers in between, and Ben again; Dana answers Ben alone."""
        first = a_reply(ago(days=9), id=an_id("first"), sender=BEN)
        second = a_reply(ago(days=8), id=an_id("second"), sender=ZELDA, answering=first, subject="zebra")
        third = a_reply(ago(days=7), id=an_id("third"), sender=BEN, parents=(first.id, second.id))
        fourth = a_sent(ago(days=6), id=an_id("fourth"), to=(BEN,), answering=third)
        keep(ledger, second, third, first, fourth)
        ledger.complete("work", NOW)
        [thread] = ledger.threads("work")
        return thread

    def test_what_stays(self, ledger: SqlLedger, shared: Thread) -> None:
        """What the others wrote, without that they answered her; and nothing more is laid there."""
        told = ledger.forget((ZELDA.email,), SERVED, NOW)
        [thread] = ledger.threads("work")

        assert (told.threads, told.shared) == ((), (shared.id,))
        assert [message.id for message in thread.messages] == [an_id("first"), an_id("third"), an_id("fourth")]
        assert thread.messages[1].parents == (an_id("first"),)
        assert thread.stopped_by is not None
        assert thread.stopped_by.means == ", by forgetting somebody who takes part"

    def test_a_reply_to_what_stays(self, ledger: SqlLedger, shared: Thread) -> None:
        """It finds its thread, even where she was the first by whom that mail was known."""
        ledger.forget((ZELDA.email,), SERVED, NOW)
        keep(ledger, a_reply(NOW, id=an_id("fifth"), sender=BEN, parents=(an_id("first"),)), first=20)

        assert len(threads(ledger)) == 1

    def test_no_hash_of_her_mail(self, ledger: SqlLedger, shared: Thread) -> None:
        """What named it leads nowhere."""
        ledger.forget((ZELDA.email,), SERVED, NOW)
        with ledger._store.reading() as connection:
            assert look_up(connection, 1, {hashed(f"id {an_id('second')}")}) == {}
            assert connection.execute(select(KEYS)).all() != []

    def test_a_draft_and_an_invoice_about_her_mail(self, ledger: SqlLedger, shared: Thread) -> None:
        """They go; those about others' mail stay."""
        about_hers = replace(shared.messages[1], id=an_id("second"))
        for n, parent in enumerate((about_hers, shared.messages[0])):
            draft = a_draft(NOW, id=an_id(f"d{n}"), parent=parent, thread=shared.id, to=(BEN.email,))
            ledger.intend(replace(draft, state=DraftState.INTENDED), day=TODAY, cap=5)
            ledger.settle(replace(draft, state=DraftState.THROWN_AWAY))
            invoice = an_invoice(NOW.date(), thread=shared.id, mail=parent.id, number=f"{n}")
            ledger.note_opened("work", parent, [invoice])
        ledger.forget((ZELDA.email,), SERVED, NOW)
        [thread] = ledger.threads("work")

        assert [draft.id for draft in thread.drafts] == [an_id("d1")]
        assert [invoice.number for invoice in thread.invoices] == ["1"]

    def test_invoices_that_she_owes(self, ledger: SqlLedger, shared: Thread) -> None:
        """They go with what came in of them, whoever told of them and in whatever mail; what Ben owes stays."""
        bens, hers_ = (
            an_invoice(NOW.date(), thread=shared.id, mail=shared.messages[0].id, debtor=d) for d in (BEN, ZELDA)
        )
        told_of = replace(hers_, number="told", mail=None, known_by=KnownBy.OWNER)
        ledger.note_opened("work", shared.messages[0], [replace(bens, number="bens"), replace(hers_, number="hers")])
        ledger.note_invoice("work", told_of)
        ledger.note_receipt("work", told_of, a_receipt(NOW.date(), "10.00"))
        erased = ledger.forget((ZELDA.email,), SERVED, NOW)

        assert [invoice.number for invoice in ledger.invoices("work")] == ["bens"]
        assert (erased.invoices, "receipts" in everything(ledger)) == (2, False)

    def test_what_a_pass_does_for_her_that_began_before(self, ledger: SqlLedger, shared: Thread) -> None:
        """The thread is still there: no draft to her is begun in it, and no invoice of hers kept."""
        mail = shared.messages[-1]
        ledger.forget((ZELDA.email,), SERVED, NOW)
        draft = a_draft(NOW, parent=mail, thread=shared.id, to=(ZELDA.email,), state=DraftState.INTENDED)
        ledger.note_opened("work", mail, [an_invoice(NOW.date(), thread=shared.id, debtor=ZELDA)])

        assert not ledger.intend(draft, day=TODAY, cap=5)
        with pytest.raises(LookupError):
            ledger.note_invoice("work", an_invoice(NOW.date(), thread=shared.id, debtor=ZELDA))
        assert everything(ledger).keys().isdisjoint({"drafts", "invoices"})

    def test_new_mail_of_hers_there(self, ledger: SqlLedger, shared: Thread) -> None:
        """It stops the thread, which the owner had taken up again: it may be an answer."""
        ledger.forget((ZELDA.email,), SERVED, NOW)
        resumed = replace(a_stop(NOW + timedelta(hours=1)), kind=OrderKind.RESUME)
        ledger.order(shared.id, resumed)
        answer = a_reply(NOW + timedelta(hours=2), id=an_id("hers"), sender=ZELDA, parents=(an_id("fourth"),))
        keep(ledger, answer, first=30)
        [thread] = ledger.threads("work")

        assert len(thread.messages) == 3
        assert thread.stopped_by is not None

    def test_old_mail_of_hers_that_comes_by_again(self, ledger: SqlLedger, shared: Thread) -> None:
        """It doesn't stop what the owner has taken up again since."""
        ledger.forget((ZELDA.email,), SERVED, NOW)
        ledger.order(shared.id, replace(a_stop(NOW + timedelta(hours=1)), kind=OrderKind.RESUME))
        keep(ledger, a_reply(ago(days=8), sender=ZELDA, parents=(an_id("first"),)), first=30)
        [thread] = ledger.threads("work")

        assert thread.stopped_by is None


def test_an_invoice_that_she_owes_among_others_mail(ledger: SqlLedger) -> None:
    """It goes, and she is known of by it alone; the thread has nothing else of hers, and isn't stopped."""
    keep(ledger, a_reply(ago(days=3), id=an_id("b"), sender=BEN))
    [thread] = ledger.threads("work")
    ledger.note_invoice("work", an_invoice(NOW.date(), thread=thread.id, debtor=ZELDA))
    assert ZELDA in ledger.everybody()
    erased = ledger.forget((ZELDA.email,), SERVED, NOW)
    [thread] = ledger.threads("work")

    assert (erased.invoices, erased.addresses, erased.is_empty) == (1, (ZELDA.email,), False)
    assert (thread.invoices, thread.stopped_by, ledger.invoices("work")) == ((), None, ())
    assert ledger.everybody() == (BEN, DANA)


class TestADraftThatLiesThere:
    @pytest.fixture
    def thread(self, ledger: SqlLedger) -> Thread:
        """A draft to Zelda lies in Drafts, untouched."""
        keep(ledger, *hers())
        keep(ledger, *hers(5), first=5)
        thread = next(ledger.threads("work"))
        draft = a_draft(NOW, parent=thread.messages[-1], thread=thread.id, to=(ZELDA.email,), subject="zebra")
        ledger.intend(replace(draft, state=DraftState.INTENDED), day=TODAY, cap=5)
        ledger.settle(draft)
        ledger.list_drafts("work", a_listing(as_listed(draft)))
        found = ledger.thread(thread.id)
        assert found is not None
        return found

    def test_until_it_is_taken_back(self, ledger: SqlLedger, thread: Thread) -> None:
        """Its thread waits, stopped, with all that is needed to take it back; all else has gone."""
        told = ledger.forget((ZELDA.email,), SERVED, NOW)
        [waiting] = ledger.threads("work")

        assert [(draft.thread, draft.touched) for draft in told.waiting] == [(thread.id, False)]
        assert told.messages == 2
        assert (waiting.id, waiting.stopped_by is not None) == (thread.id, True)
        assert [draft.id for draft in waiting.lying] == [draft.id for draft in thread.drafts]
        assert not ledger.forget_the_rest(NOW)

    def test_once_it_has_gone(self, ledger: SqlLedger, thread: Thread) -> None:
        """Nothing is left, and it's said once."""
        ledger.forget((ZELDA.email,), SERVED, NOW)
        ledger.settle(replace(thread.drafts[0], state=DraftState.TAKEN_BACK))

        assert (ledger.forget_the_rest(NOW), ledger.forget_the_rest(NOW)) == (True, False)
        assert everything(ledger).keys() == {
            "accounts",
            "folders",
            "forgotten",
            "kin",
            "listed",
            "listings",
            "placements",
        }

    def test_once_it_is_the_owners(self, ledger: SqlLedger, thread: Thread) -> None:
        """It stays in Drafts, and what was kept of it goes."""
        ledger.forget((ZELDA.email,), SERVED, NOW)
        ledger.settle(replace(thread.drafts[0], state=DraftState.EDITED))

        assert ledger.forget_the_rest(NOW)
        assert threads(ledger) == []

    def test_one_that_was_touched_before(self, ledger: SqlLedger, thread: Thread) -> None:
        """It's the owner's: nothing waits for it, and it's told that it lies there."""
        ledger.settle(replace(thread.drafts[0], state=DraftState.EDITED))
        told = ledger.forget((ZELDA.email,), SERVED, NOW)

        assert [(draft.subject, draft.touched) for draft in told.left] == [("zebra", True)]
        assert (told.waiting, threads(ledger)) == ((), [])

    def test_in_an_account_that_is_read_no_more(self, ledger: SqlLedger, thread: Thread) -> None:
        """Nobody can take it back, so it's told and nothing waits."""
        told = ledger.forget((ZELDA.email,), (), NOW)

        assert [draft.touched for draft in told.left] == [False]
        assert threads(ledger) == []

    def test_in_a_thread_with_others_too(self, ledger: SqlLedger, thread: Thread) -> None:
        """Once it has gone, what was hers goes, the others' mail stays, and nobody waits any more."""
        ben = a_reply(ago(days=1), id=an_id("ben"), sender=BEN, answering=thread.messages[-1])
        keep(ledger, ben, first=20)
        ledger.forget((ZELDA.email,), SERVED, NOW)
        ledger.settle(replace(thread.drafts[0], state=DraftState.TAKEN_BACK))

        assert (ledger.forget_the_rest(NOW), ledger.forget_the_rest(NOW)) == (True, False)
        assert threads(ledger) == [[ben.id]]

    def test_in_a_thread_that_becomes_part_of_another(self, ledger: SqlLedger, thread: Thread) -> None:
        """It waits on in that, as one."""
        other = a_reply(ago(days=30), id=an_id("other"), sender=BEN)
        keep(ledger, other, *(a_reply(ago(days=20 - n), answering=other, sender=BEN) for n in range(9)), first=20)
        ledger.forget((ZELDA.email,), SERVED, NOW)
        keep(ledger, a_reply(ago(days=1), sender=BEN, parents=(other.id, an_id("asked-9"))), first=40)
        assert (len(threads(ledger)), everything(ledger)["forgetting"]) == (1, 1)
        ledger.settle(replace(thread.drafts[0], state=DraftState.TAKEN_BACK))

        assert (ledger.forget_the_rest(NOW), ledger.forget_the_rest(NOW)) == (True, False)
        assert {m.sender for t in ledger.threads("work") for m in t.messages} == {BEN}

    def test_asked_twice(self, ledger: SqlLedger, thread: Thread) -> None:
        """The second asks nothing new: one stop, one wait."""
        for _ in range(2):
            ledger.forget((ZELDA.email,), SERVED, NOW)
        [waiting] = ledger.threads("work")

        assert (len(waiting.orders), everything(ledger)["forgetting"]) == (1, 1)


def test_her_colleague(ledger: SqlLedger) -> None:
    """He stays, with all that others have in common with him."""
    gone, stays = ANNA, BEN  # of one firm
    keep(ledger, a_reply(ago(days=4), id=an_id("a"), sender=gone), a_reply(ago(days=3), id=an_id("b"), sender=stays))
    ledger.forget((gone.email,), SERVED, NOW)

    assert threads(ledger) == [[an_id("b")]]
    assert [m.id for m in ledger.correspondence("work", stays.email, 9)] == [an_id("b")]
    assert ledger.correspondence("work", gone.email, 9) == ()
    assert ledger.everybody() == (stays, DANA)


def test_a_whole_firm(ledger: SqlLedger) -> None:
    """Whoever writes from there."""
    keep(ledger, a_reply(ago(days=4), id=an_id("a"), sender=ANNA), a_reply(ago(days=3), id=an_id("b"), sender=BEN))
    told = ledger.forget(("*@client.example",), SERVED, NOW)
    keep(ledger, a_reply(NOW, sender=an_address("carla@client.example")), first=8)

    assert (set(told.addresses), threads(ledger)) == ({ANNA.email, BEN.email}, [])


def test_what_others_say_of_her(ledger: SqlLedger) -> None:
    """That one may write to her instead is taken out of their mail, that which comes later too."""
    away = a_reply(ago(days=4), id=an_id("a"), sender=BEN, remarks=Remarks(away=True, write_instead=(ZELDA,)))
    keep(ledger, away)
    ledger.forget((ZELDA.email,), SERVED, NOW)
    keep(ledger, replace(away, id=an_id("b"), received=NOW), first=5)
    ledger.remark("work", replace(away, id=an_id("b")))

    said = [message.remarks for thread in ledger.threads("work") for message in thread.messages]
    assert said == [Remarks(away=True)] * 2


def test_mail_after_the_newest_was_hers(ledger: SqlLedger) -> None:
    """Its number was one of hers, and it still finds its thread by its subject."""
    offered = a_sent(ago(days=9), id=an_id("offered"), to=(BEN,), subject="The poster")
    keep(ledger, offered, role=Role.SENT)
    keep(ledger, *hers())
    ledger.complete("work", NOW)
    ledger.forget((ZELDA.email,), SERVED, NOW)
    reply = a_reply(ago(days=1), id=an_id("reply"), sender=BEN, subject="Re: The poster", parents=(an_id("lost"),))
    keep(ledger, reply, first=20)

    assert threads(ledger) == [[offered.id, reply.id]]


def test_forgotten_no_longer(ledger: SqlLedger) -> None:
    """What was written before stays unread, however often it comes by; what is written from now on is read."""
    keep(ledger, *hers())
    ledger.forget((ZELDA.email,), SERVED, NOW)

    assert ledger.remember((ZELDA.email,), NOW)
    assert not ledger.remember((ZELDA.email,), NOW)
    keep(ledger, *hers(), a_reply(NOW + timedelta(days=1), id=an_id("new"), sender=ZELDA))
    assert threads(ledger) == [[an_id("new")]]
    ledger.forget((ZELDA.email,), SERVED, NOW + timedelta(days=2))
    assert (threads(ledger), everything(ledger)["forgotten"]) == ([], 1)


def test_somebody_who_was_never_forgotten(ledger: SqlLedger) -> None:
    """Nothing changes for them."""
    ledger.forget((ZELDA.email,), SERVED, NOW)

    assert not ledger.remember((BEN.email,), NOW)


def test_a_control_folder_in_which_her_mail_lies(ledger: SqlLedger) -> None:
    """It orders nothing, and that others' mail there was heard is kept."""
    others = a_reply(ago(days=3), id=an_id("b"), sender=BEN)
    keep(ledger, *hers(), others)
    ledger.forget((ZELDA.email,), SERVED, NOW)
    [put] = ledger.unheeded("work", "Stop", "Inbox")
    ledger.heed("work", "Stop", "Inbox", [(put.thread, a_stop(NOW))])

    assert put == Put(thread=put.thread, message=others, again=False)
    assert ledger.unheeded("work", "Stop", "Inbox") == ()


def test_what_a_pass_does_for_her_that_began_before(ledger: SqlLedger) -> None:
    """No draft of hers is begun, no invoice kept, no order heard; nothing breaks."""
    keep(ledger, *hers())
    [thread] = ledger.threads("work")
    mail = thread.messages[-1]
    ledger.forget((ZELDA.email,), SERVED, NOW)

    draft = a_draft(NOW, parent=mail, thread=thread.id, state=DraftState.INTENDED)
    assert not ledger.intend(draft, day=TODAY, cap=5)
    ledger.note_opened("work", mail, [an_invoice(NOW.date(), thread=thread.id)])
    ledger.heed("work", "Stop", "Inbox", [(thread.id, a_stop(NOW))])
    ledger.remark("work", replace(mail, remarks=Remarks(language="en")))
    assert everything(ledger).keys() == {"accounts", "folders", "forgotten", "heeded_folders", "kin", "placements"}


def test_a_listing_of_drafts(ledger: SqlLedger) -> None:
    """What lies there for her is counted and no more; what's for others is known."""
    ledger.forget((ZELDA.email,), SERVED, NOW)
    hers_, others = a_listed_draft(7, to=(ZELDA.email,)), a_listed_draft(8)
    ledger.list_drafts("work", a_listing(hers_, elsewhere=(others,)))
    listing = ledger.drafts_listing("work")

    assert listing is not None
    assert [draft.to for draft in listing.everywhere] == [(), others.to]
    assert [draft.place.uid for draft in listing.everywhere] == [7, 8]


def test_where_her_mail_lies(ledger: SqlLedger) -> None:
    """Nowhere that could be asked for."""
    keep(ledger, *hers())
    ledger.forget((ZELDA.email,), SERVED, NOW)

    assert ledger.places_of("work", an_id("asked-9")) == ()
    with ledger._store.reading() as connection:
        assert [row.message for row in connection.execute(select(PLACEMENTS))] == [None, None]

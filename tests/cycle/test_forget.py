"""Somebody is forgotten while they are followed up: no draft is left, none follows, nothing of them is read anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from crickets.domain.forgotten import Erasure
from crickets.domain.thread import Order, OrderKind, ThreadId
from crickets.domain.verdict import State
from crickets.ledger import open_ledger
from crickets.service.accounting import note_told
from crickets.service.application import NoSuchThread, give
from crickets.service.outcome import Deed
from crickets.service.told import Told
from tests.cycle.home import Home
from tests.cycle.stage import CLIENT, ME, Stage, a_silence, days_ago, days_later
from tests.fakes.mailbox import Phase, meanwhile
from tests.servers.mail import a_message, a_reply

ANNA = ("anna@client.example",)
MARKS = (b"anna", b"Anna", b"new site")


def forget(stage: Stage) -> Erasure:
    """The owner wants Anna forgotten."""
    with stage.application() as app:
        return app.ledger.forget(ANNA, app.accounts, stage.clock())


def left(stage: Stage) -> list[bytes]:
    """What is found of Anna in the ledger's file and its log."""
    files = (stage.home / "state").iterdir()
    held = b"".join(file.read_bytes() for file in files)
    return [mark for mark in MARKS if mark in held]


class TestOnEachServer:
    def test_while_a_draft_lies(self, stage: Stage) -> None:
        """It's taken back, then nothing is left of her; and however often the mailbox is read, none follows."""
        a_silence(stage.box)
        stage.look()
        assert len(stage.drafts) == 1
        told = forget(stage)
        outcome = stage.look(0.1)

        assert len(told.waiting) == 1
        assert (stage.subjects, [done.deed for done in outcome.done]) == ([], [Deed.TAKEN_BACK])
        for days in (0.2, 9, 40):
            stage.look(days)
            assert (stage.subjects, stage.overview().threads) == ([], ())
        assert left(stage) == []

    def test_a_touched_draft(self, stage: Stage) -> None:
        """It stays, for good, and its thread is forgotten at once."""
        a_silence(stage.box)
        stage.look()
        [draft] = stage.drafts
        stage.box.edit_draft(draft, "A word of my own.\n", at=days_later(0.04))
        stage.look(0.05)
        told = forget(stage)
        for days in (0.1, 9, 40):
            stage.look(days)
            assert len(stage.drafts) == 1

        assert ([each.touched for each in told.left], left(stage)) == ([True], [])


def test_a_ledger_that_is_not_written_anew_yet(quick_stage: Stage) -> None:
    """`status` tells of it once, and of nothing when it's done."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    with closing(sqlite3.connect(stage.home / "state" / "ledger.sqlite3")) as ledger:
        ledger.execute("PRAGMA user_version=1")
    [told] = stage.overview().problems
    stage.look(0.1)

    assert told.startswith("of who was forgotten, bytes may still stand in the ledger's file")
    assert stage.overview().problems == ()


def test_a_draft_touched_after_it(quick_stage: Stage) -> None:
    """It isn't taken back; what was kept of it goes."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    forget(stage)
    stage.box.edit_draft(draft, "A word of my own.\n", at=days_later(0.04))
    stage.look(0.1)
    stage.look(0.2)

    assert len(stage.drafts) == 1
    assert left(stage) == []


def test_new_mail_on_both_sides(quick_stage: Stage) -> None:
    """It's passed over: no draft, no thread, no turn of the owner's; others are followed up as before."""
    stage = quick_stage
    _, offered = a_silence(stage.box)
    stage.look(-3)
    forget(stage)
    stage.box.put("INBOX", a_reply(offered, at=days_ago(2)), flags=["\\Seen"])
    stage.box.put("Sent", a_message(ME, CLIENT, at=days_ago(1)), flags=["\\Seen"])
    asked = a_message("Ben Blu <ben@other.example>", ME, at=days_ago(9), subject="Poster")
    stage.box.put("INBOX", asked, flags=["\\Seen"])
    stage.box.put("Sent", a_message(ME, "ben@other.example", at=days_ago(8), reply_to=asked), flags=["\\Seen"])
    for days in (0, 9):
        stage.look(days)

    assert stage.subjects == ["Re: Poster"]
    assert {verdict.thread for verdict in stage.overview().your_turn} == set()
    assert left(stage) == []


def test_the_folders_are_numbered_anew(home: Home) -> None:
    """Her mail comes by once more, and the folder is whole without it: nothing is held, nothing laid."""
    home.look()
    with open_ledger(home.path / "state" / "ledger.sqlite3", exclusive=True) as ledger:
        ledger.forget(ANNA, ("work",), home.clock())
    home.look(0.1)
    home.memory.renumber("INBOX")
    home.memory.renumber("Sent")
    outcome = home.look(0.2)

    assert (outcome.doubts, outcome.done, home.memory.drafts) == ((), (), ())


class TestAThreadWithOthersToo:
    @pytest.fixture
    def shared(self, quick_stage: Stage) -> Stage:
        """Dana offered something to Ben, and put it to Ben once more, without Anna, who had joined in between."""
        stage = quick_stage
        ben = "Ben Blu <ben@other.example>"
        asked = a_message(ben, ME, at=days_ago(12), subject="Poster")
        joined = a_message(CLIENT, ME, at=days_ago(11), reply_to=asked)
        offered = a_message(ME, ben, at=days_ago(8), reply_to=asked, body="Does it suit you?\n")
        for mail in (asked, joined):
            stage.box.put("INBOX", mail, flags=["\\Seen"])
        stage.box.put("Sent", offered, flags=["\\Seen"])
        return stage

    def test_no_draft(self, shared: Stage) -> None:
        """Whether she has answered isn't seen any more: nothing is laid, and it's said why."""
        shared.look(-4)
        told = forget(shared)
        for days in (0, 9):
            shared.look(days)
            assert shared.subjects == []

        assert len(told.shared) == 1
        assert "by forgetting somebody who takes part" in str(shared.verdict().reason)

    def test_taken_up_again(self, shared: Stage) -> None:
        """By the owner's order it's followed up; her mail that comes then stops it before a draft is laid."""
        shared.look(-4)
        forget(shared)
        shared.order(OrderKind.RESUME)
        shared.look(-3)
        [sent] = shared.box.folder("Sent")
        shared.box.put("INBOX", a_message(CLIENT, ME, at=days_later(0.9), reply_to=sent.mail), flags=["\\Seen"])
        shared.look(2)

        assert (shared.subjects, shared.state()) == ([], State.STOPPED)


@pytest.mark.parametrize(
    ("call", "phase"),
    [
        ("folders", Phase.BEFORE),
        ("drafts", Phase.BEFORE),
        ("append_draft", Phase.BEFORE),
        ("append_draft", Phase.AMID),
        ("append_draft", Phase.AFTER),
    ],
)
def test_in_the_middle_of_a_pass(home: Home, call: str, phase: Phase) -> None:
    """A draft that was about to be laid isn't, or it's taken back; the pass goes on, and others after it."""
    home.look(-4)

    def forgotten_meanwhile() -> None:
        with open_ledger(home.path / "state" / "ledger.sqlite3", exclusive=False) as ledger:
            ledger.forget(ANNA, ("work",), home.clock())

    home.memory.interfere = meanwhile(call, phase, forgotten_meanwhile)
    for days in (0, 0.1, 0.2):
        home.look(days)

    assert home.memory.drafts == ()
    assert home.drafts() == ()


def test_while_a_mail_is_looked_into_for_invoices(home: Home) -> None:
    """Its thread has gone by then: nothing is kept of it, and the pass goes on."""
    page = ("Invoice 7.pdf", "application/pdf", b"%PDF-1.7\n%%EOF\n")
    home.memory.put("Sent", a_message(ME, CLIENT, at=days_ago(5), subject="Invoice 7", attachments=(page,)))

    def forgotten_meanwhile() -> None:
        with open_ledger(home.path / "state" / "ledger.sqlite3", exclusive=False) as ledger:
            assert len(ledger.everybody()) > 1
            ledger.forget(ANNA, ("work",), home.clock())

    home.memory.interfere = meanwhile("message", Phase.AFTER, forgotten_meanwhile)
    home.look(-4)

    assert home.overview().problems == ()
    assert home.overview().threads == ()


class TestWhileTheOwnerGivesTheirWord:
    """It isn't kept, and is told of as what was typed of a thread that there never was."""

    def test_an_order(self, quick_stage: Stage) -> None:
        """The thread was found by its name, and has gone since."""
        name = self.found_and_gone(quick_stage)
        with quick_stage.application() as app, pytest.raises(NoSuchThread, match="has just been forgotten"):
            give(app, name, Order(kind=OrderKind.STOP, at=quick_stage.clock()))

    def test_an_invoice(self, quick_stage: Stage) -> None:
        """The same."""
        name = self.found_and_gone(quick_stage)
        with quick_stage.application() as app, pytest.raises(NoSuchThread, match="has just been forgotten"):
            note_told(app, name, Told(number="7", amount="9.50", currency="EUR", due="2026-01-19"))

    @staticmethod
    def found_and_gone(stage: Stage) -> ThreadId:
        """The name of a thread with Anna."""
        a_silence(stage.box)
        stage.look(-4)
        name = stage.verdict().thread
        forget(stage)
        return name


def test_otherwise(home: Home) -> None:
    """Who isn't forgotten is followed up in that very pass."""
    home.look(-4)
    home.look()

    assert len(home.memory.drafts) == 1

"""Passes on a line that is kept: what they ask when nothing has come, and what they must not miss for all that."""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field

import pytest
from sqlalchemy import Engine, event

from crickets.domain.mailbox import DraftsListing
from crickets.domain.message import Role
from crickets.domain.thread import DraftState
from crickets.errors import Refused, Transient
from crickets.service.outcome import Outcome
from crickets.service.ports import Ledger
from crickets.service.unwatched import Unwatched
from tests.cycle.home import ANSWER, OFFERED, Home
from tests.cycle.stage import CLIENT, ME, NOW, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.fakes.mailbox import Moment, Phase

MINUTE = 1 / 24 / 60
QUESTIONS = {"LIST", "STATUS", "EXAMINE", "SELECT", "UNSELECT", "UID FETCH", "FETCH"}


@contextmanager
def keeping_the_line(stage: Stage) -> Iterator[Callable[[float], list[str]]]:
    """A process that keeps its connection to a real server; each call is one pass more, and gives what it asked."""
    with stage.application() as app:
        session = app.session("work", Unwatched())

        def look(days: float) -> list[str]:
            stage.clock.now, known = days_later(days), len(stage.recorder.commands)
            session.look()
            return [verb for verb, _ in stage.recorder.commands[known:] if verb in QUESTIONS]

        try:
            yield look
        finally:
            session.close()


def test_nothing_new_on_dovecot(quick_stage: Stage) -> None:
    """One question, though a draft of ours lies there."""
    a_silence(quick_stage.box)
    with keeping_the_line(quick_stage) as look:
        look(0)
        assert look(MINUTE) == ["UNSELECT", "LIST"]
        assert look(2 * MINUTE) == ["LIST"]
        assert len(quick_stage.drafts) == 1


def test_nothing_new_on_any_server(stage: Stage) -> None:
    """One round trip; where changes aren't counted, or the open folder can't be left, Drafts is listed beside it."""
    a_silence(stage.box)
    with keeping_the_line(stage) as look:
        look(0)
        look(MINUTE)
        asked = look(2 * MINUTE)

    assert asked in (["LIST"], ["LIST", *["STATUS"] * 6, "EXAMINE", "UID FETCH", "UID FETCH"], *_WITHOUT_UIDNEXT)


_WITHOUT_UIDNEXT = (["LIST", *["STATUS"] * 6, "EXAMINE", "STATUS", "EXAMINE", "UID FETCH", "UID FETCH"],)
"""Courier: STATUS is asked again before Drafts is opened."""


def test_a_mail_that_comes(quick_stage: Stage) -> None:
    """The folder it lies in is opened, and no other: Drafts, the server has told, is as it was."""
    a_silence(quick_stage.box)
    with keeping_the_line(quick_stage) as look:
        look(0)
        look(MINUTE)
        quick_stage.box.put("INBOX", a_message(sender="Eve <eve@other.example>", to=ME, at=NOW))
        assert look(2 * MINUTE) == ["LIST", "EXAMINE", "UID FETCH", "UID FETCH"]
        assert look(3 * MINUTE) == ["UNSELECT", "LIST"]


def test_an_answer_on_any_server(stage: Stage) -> None:
    """It's found, and the draft goes."""
    silence = a_silence(stage.box)
    with keeping_the_line(stage) as look:
        look(0)
        look(MINUTE)
        assert stage.subjects == ["Re: The new site"]
        stage.box.put("INBOX", a_reply(silence[1], at=NOW))
        look(2 * MINUTE)

        assert stage.subjects == []


def test_an_answer_that_comes_into_the_open_folder(quick_stage: Stage) -> None:
    """What the server tells of a folder that is open is old: it's left first."""
    silence = a_silence(quick_stage.box)
    with keeping_the_line(quick_stage) as look:
        look(0)
        quick_stage.box.put("INBOX", a_message(sender="x@y.example", to=ME, at=NOW))
        asked = look(MINUTE)
        assert "EXAMINE" in asked
        quick_stage.box.put("INBOX", a_reply(silence[1], at=NOW))
        look(2 * MINUTE)

        assert quick_stage.drafts == ()


@dataclass(slots=True, kw_only=True)
class Kept:
    """A home whose line is kept, and the calls of the port in the last pass."""

    home: Home
    ledger: Ledger
    another: Callable[[float], Outcome]
    calls: list[str] = field(default_factory=list)

    def look(self, days: float) -> Outcome:
        """One pass more, so many days after NOW."""
        self.calls.clear()
        return self.another(days)

    def at(self, moment: Moment) -> None:
        """Note a call of the port."""
        if moment.phase is Phase.BEFORE:
            self.calls.append(moment.call)

    @property
    def opened(self) -> int:
        """How many folders the last pass opened, but for Drafts."""
        return self.calls.count("examine")

    @property
    def states(self) -> list[DraftState]:
        """What has become of our drafts."""
        return [draft.state for thread in self.ledger.threads("work") for draft in thread.drafts]

    @property
    def drafts(self) -> list[str]:
        """What lies in Drafts, by subjects."""
        return [draft.mail.subject for draft in self.home.memory.drafts]


@contextmanager
def keeping(home: Home) -> Iterator[Kept]:
    """A home whose line is kept."""
    with home.keeping_the_line() as (ledger, look):
        made = Kept(home=home, ledger=ledger, another=look)
        home.memory.interfere = made.at
        yield made


@pytest.fixture
def kept(home: Home) -> Iterator[Kept]:
    """After the pass that has laid the draft to Anna, and one that found it lying there."""
    with keeping(home) as made:
        made.look(0)
        made.look(MINUTE)
        yield made


class TestNothingNew:
    """… has come since the last pass on the same line."""

    def test_what_is_asked(self, kept: Kept) -> None:
        """One question; the mailbox was looked at, and so it's told, of Drafts too."""
        kept.look(2 * MINUTE)

        assert kept.calls == ["folders"]
        assert kept.ledger.standing("work").read_up_to == days_later(2 * MINUTE)
        listing = kept.ledger.drafts_listing("work")
        assert listing is not None
        assert (listing.at, len(listing.drafts)) == (days_later(2 * MINUTE), 1)

    def test_control_folders(self, home: Home) -> None:
        """They cost no question of their own."""
        home.extra = "[control]\nfolders = true\n"
        with keeping(home) as kept:
            for minutes in (0, 1, 2):
                kept.look(minutes * MINUTE)

            assert kept.calls == ["folders"]

    def test_without_condstore(self, home: Home) -> None:
        """A flag is set without a sign: Drafts is listed as long as a draft of ours lies there."""
        home.memory.abilities.condstore = False
        with keeping(home) as kept:
            for minutes in (0, 1, 2):
                kept.look(minutes * MINUTE)
            assert kept.calls == ["folders", "drafts"]
            home.memory.flag("Drafts", home.memory.drafts[0].uid, "\\Flagged")
            kept.look(3 * MINUTE)
            assert kept.states == [DraftState.EDITED]
            home.memory.put("INBOX", ANSWER)
            home.memory.remove("Drafts", home.memory.drafts[0].uid)
            for minutes in (4, 20, 40, 41):
                kept.look(minutes * MINUTE)

            assert (kept.states, kept.calls) == ([DraftState.THROWN_AWAY], ["folders"])

    def test_without_uidnext(self, home: Home) -> None:
        """Nobody can know that nothing has come: every folder is opened."""
        home.memory.abilities.uid_next = False
        with keeping(home) as kept:
            for minutes in (0, 1, 2):
                kept.look(minutes * MINUTE)

            assert (kept.opened, kept.calls.count("drafts")) == (5, 1)

    def test_a_server_that_tells_nothing_of_folders_unopened(self, home: Home) -> None:
        """They're opened."""
        home.memory.abilities.status = False
        with keeping(home) as kept:
            for minutes in (0, 1, 2):
                kept.look(minutes * MINUTE)

            assert (kept.opened, kept.calls.count("drafts")) == (5, 1)

    @pytest.mark.parametrize("minutes", [70, -70], ids=["an hour later", "by a clock that was set back"])
    def test_now_and_then(self, kept: Kept, minutes: float) -> None:
        """Every folder is opened, so that nobody relies for longer on what is told of them unopened."""
        kept.look(minutes * MINUTE)
        assert (kept.opened, kept.calls.count("drafts")) == (5, 1)
        kept.look((minutes + 1) * MINUTE)

        assert kept.calls == ["folders"]

    def test_after_a_pass_that_failed(self, kept: Kept) -> None:
        """Every folder is opened: what was read may not have been made use of."""

        def fails(moment: Moment) -> None:
            if moment.call == "folders":
                raise Refused("listing the folders", answer="[NOPERM] No", remedy="None.")

        kept.home.memory.interfere = fails
        with suppress(Refused):
            kept.look(2 * MINUTE)
        kept.home.memory.interfere = kept.at
        kept.look(3 * MINUTE)

        assert (kept.opened, kept.calls.count("drafts")) == (5, 1)


class TestSomethingNew:
    """… is found, and little else is opened."""

    @pytest.mark.parametrize("folder", ["INBOX", "Archive", "Junk", "Trash"])
    def test_an_answer(self, kept: Kept, folder: str) -> None:
        """The draft goes."""
        kept.home.memory.put(folder, ANSWER)
        kept.look(2 * MINUTE)

        assert (kept.drafts, kept.opened) == ([], 1)

    def test_an_answer_in_a_new_folder(self, kept: Kept) -> None:
        """It's read, and the draft goes."""
        kept.home.memory.create("Kunden")
        kept.home.memory.put("Kunden", ANSWER)
        kept.look(2 * MINUTE)

        assert kept.drafts == []

    def test_a_draft_that_is_flagged(self, kept: Kept) -> None:
        """It's the owner's from now on."""
        kept.home.memory.flag("Drafts", kept.home.memory.drafts[0].uid, "\\Flagged")
        kept.look(2 * MINUTE)

        assert (kept.states, kept.opened) == ([DraftState.EDITED], 0)

    def test_a_draft_that_is_sent(self, kept: Kept) -> None:
        """It's known."""
        kept.home.memory.send_draft(kept.home.memory.drafts[0], at=days_later(1.5 * MINUTE), keep_id=False)
        kept.look(2 * MINUTE)

        assert kept.states == [DraftState.SENT]

    def test_a_draft_that_is_thrown_away(self, kept: Kept) -> None:
        """Its copy in Sent is waited for, every folder opened, and the waiting ends though nothing comes any more."""
        kept.home.memory.remove("Drafts", kept.home.memory.drafts[0].uid, to_trash=False)
        kept.look(2 * MINUTE)
        assert kept.states == [DraftState.MISSING]
        kept.look(20 * MINUTE)
        assert (kept.states, kept.opened) == ([DraftState.THROWN_AWAY], 5)
        kept.look(21 * MINUTE)

        assert kept.calls == ["folders"]

    @pytest.mark.parametrize("condstore", [True, False])
    def test_a_draft_of_the_owners_in_another_folder(self, home: Home, *, condstore: bool) -> None:
        """It's seen to come and to go."""
        home.memory.abilities.condstore = condstore
        home.memory.create("Entwürfe", Role.UNSENT)
        with keeping(home) as kept:
            kept.look(-3)
            kept.look(-3 + MINUTE)
            draft = a_message(sender=ME, to=CLIENT, at=days_ago(3), reply_to=OFFERED)
            uid = home.memory.put("Entwürfe", draft, flags=["\\Draft", "\\Seen"])
            kept.look(-3 + 2 * MINUTE)
            assert [len(told.elsewhere) for told in listings(kept)] == [1]
            kept.look(-3 + 3 * MINUTE)
            assert [len(told.elsewhere) for told in listings(kept)] == [1]
            home.memory.remove("Entwürfe", uid, to_trash=False)
            kept.look(-3 + 4 * MINUTE)

            assert [len(told.elsewhere) for told in listings(kept)] == [0]

    def test_mail_that_leaves_a_folder_of_a_rule(self, home: Home) -> None:
        """It's noticed, though a folder that mail only leaves isn't opened to be read."""
        home.extra = '[[rules]]\nmatch = { folder = "Kunden" }\nplan = "project"\n'
        home.memory.create("Kunden")
        home.memory.move("INBOX", 1, "Kunden")
        with keeping(home) as kept:
            kept.look(-3)
            assert [verdict.plan for verdict in kept.look(-3 + MINUTE).verdicts] == ["project"]
            home.memory.move("Kunden", 1, "Archive")
            outcome = kept.look(-3 + 2 * MINUTE)
            assert [verdict.plan for verdict in outcome.verdicts] == ["negotiation"]
            kept.look(-3 + 3 * MINUTE)

            assert kept.calls == ["folders"]

    def test_sent_mail_that_is_gone(self, kept: Kept) -> None:
        """Sent is opened, and its loss told."""
        kept.home.memory.remove("Sent", 1, to_trash=False)
        kept.look(2 * MINUTE)

        assert any("suddenly empty" in doubt for doubt in kept.ledger.standing("work").doubts)

    def test_a_folder_that_is_gone(self, home: Home) -> None:
        """It's told, and waited for."""
        home.memory.create("Kunden")
        with keeping(home) as kept:
            kept.look(-3)
            kept.look(-3 + MINUTE)
            home.memory.delete("Kunden")
            kept.look(-3 + 2 * MINUTE)
            assert any("no longer listed" in doubt for doubt in kept.ledger.standing("work").doubts)
            home.memory.create("Kunden")
            kept.look(-3 + 3 * MINUTE)

            assert kept.ledger.standing("work").doubts == ()

    def test_a_message_that_can_not_be_shown(self, kept: Kept) -> None:
        """It's asked for again at each pass."""
        uid = kept.home.memory.put("INBOX", ANSWER)
        kept.home.memory.break_message("INBOX", uid)
        kept.look(2 * MINUTE)
        kept.home.memory.mend_message("INBOX", uid)
        kept.look(3 * MINUTE)

        assert kept.drafts == []


class TestAServerThatTellsWhatWasTrueOnce:
    """… of folders that it isn't made to open."""

    def test_before_a_draft_is_laid(self, home: Home) -> None:
        """None is laid beside an answer: each folder is opened before."""
        with keeping(home) as kept:
            kept.look(-1.51)  # half an hour before the day on which it falls due
            home.memory.lies_unopened = True
            kept.look(-1.51 + MINUTE)
            home.memory.put("INBOX", a_reply(OFFERED, at=days_ago(1.6)))
            kept.look(-1.51 + 2 * MINUTE)
            assert kept.calls == ["folders"]
            kept.look(-1.49)

            assert kept.drafts == []
            assert kept.opened > 0

    def test_where_a_draft_lies(self, kept: Kept) -> None:
        """The answer is found within the hour."""
        kept.home.memory.lies_unopened = True
        kept.look(2 * MINUTE)
        kept.home.memory.put("INBOX", ANSWER)
        kept.look(3 * MINUTE)
        assert len(kept.drafts) == 1
        kept.look(61 * MINUTE)

        assert kept.drafts == []

    def test_where_a_draft_comes_late(self, home: Home) -> None:
        """Its upload was slow, and its answer lost: that it isn't there is seen, not told."""

        def breaks(moment: Moment) -> None:
            if moment == Moment(call="append_draft", phase=Phase.BEFORE):
                raise Transient("the line broke", remedy="None.")

        with keeping(home) as kept:
            home.memory.interfere = breaks
            with suppress(Transient):
                kept.look(0)
            home.memory.interfere = kept.at
            kept.look(MINUTE)
            home.memory.lies_unopened = True
            kept.look(1.5 * MINUTE)
            [draft] = (draft for thread in kept.ledger.threads("work") for draft in thread.drafts)
            home.memory.put("Drafts", a_message(sender=ME, to=CLIENT, at=NOW, message_id=draft.id), flags=["\\Draft"])
            kept.look(3 * MINUTE)

            assert kept.states == [DraftState.EDITED]
            assert kept.opened > 0


_GROW_WITH_THE_MAIL = re.compile(
    "SCAN (messages|threads|placements|people|keys|links_offered|links_sought|acquaintances|heard)"
)
_OF_THE_DECIDING = "GROUP BY messages.thread"


def test_no_table_is_gone_through(kept: Kept) -> None:
    """What is asked of the ledger before the deciding costs the same however much mail there is."""
    asked: list[tuple[str, Sequence[object]]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Sequence[object], *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        kept.look(2 * MINUTE)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    before = list(itertools.takewhile(lambda each: _OF_THE_DECIDING not in each[0], asked))
    with closing(sqlite3.connect(kept.home.path / "state" / "ledger.sqlite3")) as file:
        plans = {
            str(row[-1])
            for statement, parameters in before
            for row in file.execute(f"EXPLAIN QUERY PLAN {statement}", _of_one(parameters))
        }

    assert len(before) > 10
    assert [plan for plan in plans if _GROW_WITH_THE_MAIL.match(plan)] == []


def _of_one(parameters: Sequence[object]) -> tuple[object, ...]:
    """The parameters of one execution, of a statement that was executed many times at once."""
    return tuple(parameters[0]) if isinstance(parameters, list) else tuple(parameters)


def listings(kept: Kept) -> tuple[DraftsListing, ...]:
    """What lay in the folders for drafts when they were last listed."""
    listing = kept.ledger.drafts_listing("work")
    return () if listing is None else (listing,)

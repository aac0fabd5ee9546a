"""Mail or folders that are suddenly gone, or can't be looked into: nothing is laid, and it is told what follows."""

from __future__ import annotations

from contextlib import suppress

import pytest

from crickets.domain.message import Role
from crickets.domain.thread import DraftState, OrderKind
from crickets.domain.verdict import State
from crickets.errors import CricketsError, Refused
from tests.cycle.home import ANSWER, OFFERED, Home
from tests.cycle.stage import CLIENT, ME, days_ago, days_later
from tests.fakes.mailbox import Moment, Phase, failing, meanwhile
from tests.servers.mail import Mail, a_message

GONE = (
    "Sent: most of its mail is suddenly gone; nothing is laid until it is back, or has been gone for a day and so "
    "counts as tidied away"
)


def test_a_star_set_before_the_append_was_read_back(home: Home) -> None:
    """It's no flag that the draft was laid with: the draft is the owner's, and stays when the answer comes."""
    home.memory.interfere = meanwhile("append_draft", Phase.AMID, lambda: home.memory.flag("Drafts", 1, "\\Flagged"))
    home.look()
    home.memory.put("INBOX", ANSWER, at=days_later(0.1))
    home.look(0.2)

    assert [draft.flags for draft in home.memory.drafts] == [{"\\Draft", "\\Seen", "\\Flagged"}]


def test_a_draft_thrown_away_while_a_folder_was_missing(home: Home) -> None:
    """What became of it isn't known yet; it's not we who remove it now, or it would be laid again one day."""
    home.memory.create("Clients")
    home.look()
    [draft] = home.memory.drafts
    home.memory.delete("Clients")
    home.memory.remove("Drafts", draft.uid, to_trash=True)
    home.memory.put("INBOX", ANSWER, at=days_later(0.1))
    tried: list[str] = []
    home.memory.interfere = meanwhile("take_back", Phase.BEFORE, lambda: tried.append("take_back"))
    home.look(0.2)

    assert (tried, home.only_draft().state) == ([], DraftState.LAID)


def test_a_draft_marked_as_deleted_while_a_folder_was_missing(home: Home) -> None:
    """That's its owner's throwing it away, though it still lies there: it isn't ours to take back."""
    home.memory.create("Clients")
    home.look()
    [draft] = home.memory.drafts
    home.memory.delete("Clients")
    home.memory.flag("Drafts", draft.uid, "\\Deleted")
    home.memory.put("INBOX", ANSWER, at=days_later(0.1))
    tried: list[str] = []
    home.memory.interfere = meanwhile("take_back", Phase.BEFORE, lambda: tried.append("take_back"))
    home.look(0.2)

    assert (tried, home.only_draft().state) == ([], DraftState.LAID)


@pytest.fixture
def old_mail(home: Home) -> list[Mail]:
    """Thirty mails to others lie in Sent beside the offer, and all has been read three days ago."""
    mails = [a_message(ME, f"n{n}@other.example", f"Matter {n}", at=days_ago(40 - n)) for n in range(30)]
    for mail in mails:
        home.memory.put("Sent", mail)
    home.look(-3)
    return mails


def lose(home: Home, folder: str, keep: int) -> None:
    """All but the last so many mails of a folder are gone for good."""
    lying = home.memory.folder(folder)
    for mail in lying[: len(lying) - keep]:
        home.memory.remove(folder, mail.uid, to_trash=False)


def assert_held(home: Home, *doubts: str) -> None:
    """Nothing lies in Drafts, the account is in doubt for just these reasons, and the thread says the first."""
    overview = home.overview()
    [account] = overview.accounts
    assert home.memory.drafts == ()
    assert (account.evidence.doubts, account.evidence.complete) == (doubts, False)
    assert [v.state for v in overview.threads if v.plan == "negotiation"] == [State.HELD]
    assert any(doubts[0] in str(v.reason) for v in overview.threads)


class TestSent:
    def test_noted_by_a_clock_that_was_ahead(self, home: Home, old_mail: list[Mail]) -> None:
        """Once the clock is right, the day of grace is counted from then, and not from a day to come."""
        lose(home, "Sent", keep=3)
        home.look(30)
        home.look(0)
        assert_held(home, GONE)
        home.look(1.1)

        assert len(home.memory.drafts) == 1

    def test_noted_by_a_clock_that_was_set_back(self, home: Home, old_mail: list[Mail]) -> None:
        """The day of grace doesn't end as soon as the clock is right again: Sent was whole a moment ago."""
        home.look(-1.6)
        lose(home, "Sent", keep=3)
        home.look(-8)
        home.look(-0.7)
        assert_held(home, GONE)
        home.look(0)

        assert len(home.memory.drafts) == 1

    def test_most_of_it_is_gone(self, home: Home, old_mail: list[Mail]) -> None:
        """A rebuilt index, a restored backup: what the owner sent since can't be told. A day long nothing is laid."""
        lose(home, "Sent", keep=3)
        for days in (0, 0.5, 0.9):
            home.look(days)
            assert_held(home, GONE)
        home.look(1.1)

        assert len(home.memory.drafts) == 1
        assert home.account().evidence.complete

    def test_it_is_back(self, home: Home, old_mail: list[Mail]) -> None:
        """Things go on at once, and what the owner had sent counts."""
        lose(home, "Sent", keep=3)
        home.look(0)
        for mail in old_mail[3:]:
            home.memory.put("Sent", mail)
        home.memory.put("Sent", a_message(ME, CLIENT, at=days_ago(1), reply_to=OFFERED))
        home.look(0.1)

        assert home.account().evidence.complete
        assert home.memory.drafts == ()

    @pytest.mark.parametrize("keep", [16, 22])
    def test_less_than_half_of_it_is_gone(self, home: Home, old_mail: list[Mail], keep: int) -> None:
        """Somebody tidied up."""
        lose(home, "Sent", keep=keep)
        home.look(0)

        assert len(home.memory.drafts) == 1

    def test_a_few_mails_are_gone(self, home: Home) -> None:
        """Of so few as lay there, anybody may throw most away."""
        for n in range(8):
            home.memory.put("Sent", a_message(ME, f"n{n}@other.example", at=days_ago(40 - n)))
        home.look(-3)
        lose(home, "Sent", keep=1)
        home.look(0)

        assert len(home.memory.drafts) == 1

    def test_it_was_renumbered_meanwhile(self, home: Home, old_mail: list[Mail]) -> None:
        """A folder that is being filled anew isn't read through yet."""
        lose(home, "Sent", keep=3)
        home.memory.renumber("Sent")
        home.look(0)

        assert_held(home, GONE)


class TestInbox:
    def test_it_is_emptied_every_day(self, home: Home) -> None:
        """Who likes it empty has a follow-up all the same; what was read is known."""
        home.look(-3)
        lose(home, "INBOX", keep=0)
        home.look(-2)
        home.memory.put("INBOX", a_message("x@y.example", ME, "Else", at=days_ago(1)))
        home.look(-1)
        lose(home, "INBOX", keep=0)
        home.look(0)

        assert len(home.memory.drafts) == 1

    def test_an_answer_is_filed_at_once(self, home: Home) -> None:
        """Between two looks it came into the INBOX and left it: it's found where it lies now."""
        home.look(-3)
        lose(home, "INBOX", keep=0)
        home.memory.move("INBOX", home.memory.put("INBOX", ANSWER), "Archive")
        home.look(0)

        assert home.memory.drafts == ()
        assert home.states() == {State.ANSWERED}


class TestDrafts:
    def test_it_is_gone(self, home: Home) -> None:
        """Nobody can say what became of a draft: nothing is concluded, nothing laid; once it's back, things go on."""
        home.look(-0.5)
        [draft] = home.memory.drafts
        home.memory.delete("Drafts")
        for days in (0, 0.1, 3):
            with suppress(CricketsError):
                home.look(days)
            [thread] = home.overview().threads
            assert thread.state is State.DRAFTED
            assert home.account().evidence.doubts == ("no folder for drafts. Make one.",)
        home.memory.create("Drafts")
        home.memory.put("Drafts", draft.raw, flags=sorted(draft.flags))
        home.look(3.1)

        assert len(home.memory.drafts) == 1
        assert home.account().evidence.complete

    def test_it_can_not_be_listed(self, home: Home) -> None:
        """Nothing is laid beside what may lie there."""

        def refuse(moment: Moment) -> None:
            if moment == Moment(call="drafts", phase=Phase.BEFORE):
                raise Refused("opening the folder 'Drafts'", answer="[NOPERM] No", remedy="Ask for the right to.")

        home.memory.interfere = refuse
        with suppress(CricketsError):
            home.look()

        assert_held(home, "opening the folder 'Drafts': [NOPERM] No. Ask for the right to.")

    def test_it_is_numbered_anew_and_not_yet_filled_while_a_draft_is_taken_back(self, home: Home) -> None:
        """Whether the draft was taken back isn't known before it's filled again: no second one is laid beside it."""
        home.look()
        home.order(OrderKind.SNOOZE, 0.1, until=days_later(1).date())
        home.memory.interfere = failing("take_back", Phase.BEFORE)
        with suppress(CricketsError):
            home.look(0.2)
        lying = home.memory.drafts
        home.memory.delete("Drafts")
        home.memory.create("Drafts")
        for days in (0.3, 0.9, 1.1):
            home.look(days)
            assert home.memory.drafts == ()
        for draft in lying:
            home.memory.put("Drafts", draft.raw, flags=sorted(draft.flags))
        for days in (1.15, 1.2, 3):
            home.look(days)

        assert len(home.memory.drafts) == 1

    def test_it_is_numbered_anew_twice(self, home: Home) -> None:
        """What is missing may have been back between two looks: the day that it's waited for begins anew."""
        home.look()
        lying = home.memory.drafts
        for days in (0.2, 1.4):
            home.memory.delete("Drafts")
            home.memory.create("Drafts")
            home.look(days)
            assert home.only_draft().state is DraftState.MISSING
        for draft in lying:
            home.memory.put("Drafts", draft.raw, flags=sorted(draft.flags))
        for days in (1.5, 9, 30):
            home.look(days)

        assert len(home.memory.drafts) == 1

    def test_it_is_numbered_anew_and_empty_for_long_while_a_draft_is_taken_back(self, home: Home) -> None:
        """After a day it was taken back; once the snooze is over, its step is laid anew."""
        home.look()
        home.order(OrderKind.SNOOZE, 0.1, until=days_later(1).date())
        home.memory.interfere = failing("take_back", Phase.AFTER)
        with suppress(CricketsError):
            home.look(0.2)
        home.memory.renumber("Drafts")
        for days in (0.3, 1.1):
            home.look(days)
            assert home.memory.drafts == ()
        home.look(1.3)

        assert len(home.memory.drafts) == 1


@pytest.mark.parametrize("role", [Role.ALL, Role.JUNK, Role.TRASH, Role.INBOX, Role.SENT, Role.OTHER])
def test_a_folder_that_can_not_be_opened_any_more(home: Home, role: Role) -> None:
    """Whatever it's for, an answer may lie in it; what to do is told."""
    name = {Role.ALL: "All Mail", Role.OTHER: "Clients"}.get(role, role.value.capitalize()).replace("Inbox", "INBOX")
    if name not in home.memory.folders:
        home.memory.create(name, role)
    home.look(-3)
    home.memory.closed.add(name)
    home.look(0)

    assert_held(
        home,
        f"{name}: it can't be opened ([NOPERM] Permission denied); if that is to stay so, name it in "
        "accounts.work.folders.skip",
    )
    home.memory.closed.clear()
    home.look(0.1)
    assert len(home.memory.drafts) == 1


def test_a_draft_whose_place_is_not_yet_known(home: Home) -> None:
    """An answer crosses its APPEND, and Junk can't be read: it's taken back once all can be, not given up."""
    home.memory.abilities.uidplus = False

    def answered(moment: Moment) -> None:
        if moment == Moment(call="append_draft", phase=Phase.AFTER):
            home.memory.put("INBOX", ANSWER, at=days_later(0))
            home.memory.closed.add("Junk")

    home.memory.interfere = answered
    home.look()
    home.look(0.1)
    assert len(home.memory.drafts) == 1
    home.memory.closed.clear()
    home.memory.interfere = lambda _: None
    home.look(0.2)

    assert not home.memory.drafts
    assert home.only_draft().state is DraftState.TAKEN_BACK

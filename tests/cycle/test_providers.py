"""The providers that can't be installed: what is claimed of all servers holds at each of them, as far as it's told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.domain.verdict import State
from crickets.errors import Transient
from crickets.service.outcome import Deed
from tests.cycle import test_main_job, test_promises
from tests.cycle.interference import look
from tests.cycle.provider import behind, cut, once
from tests.cycle.stage import Stage, a_reply, a_silence, a_stage, days_ago
from tests.cycle.test_bounces import a_return
from tests.cycle.test_cuts import one_draft_lies
from tests.servers.profiles.moments import Phase
from tests.servers.profiles.server import ProfileServer

PROVIDERS = ("gmail", "microsoft365", "icloud", "yahoo", "old_server")
everywhere = pytest.mark.parametrize("any_provider", PROVIDERS, indirect=True)
can_take_back = pytest.mark.parametrize("any_provider", PROVIDERS[:-1], indirect=True)


@pytest.fixture
def stage(any_provider: ProfileServer, tmp_path: Path) -> Iterator[Stage]:
    """A fresh mailbox there, Crickets beside it behind a recording proxy."""
    with a_stage(any_provider, tmp_path) as made:
        yield made


@everywhere
class TestAsEverywhere:
    """The same claims as on the servers that can be installed."""

    test_many_passes = test_main_job.TestLaying.test_many_passes
    test_an_answer_is_there = test_main_job.TestLaying.test_an_answer_is_there
    test_the_owners_own_draft = test_main_job.TestLaying.test_the_owners_own_draft
    test_edited_and_answered = test_main_job.TestALaidDraft.test_edited_and_answered_between_two_passes
    test_thrown_away = test_main_job.TestALaidDraft.test_thrown_away
    test_sent = test_main_job.TestALaidDraft.test_sent

    def test_the_line_breaks_after_the_append(self, stage: Stage, any_provider: ProfileServer) -> None:
        """The draft lies there, and no second one ever does."""
        a_silence(stage.box)
        any_provider.interfere = once("APPEND", Phase.AFTER, cut)
        with pytest.raises(Transient):
            stage.look()

        one_draft_lies(stage)


@everywhere
class TestAnInboxThatIsNotListed:
    """It's there all the same (RFC 9051 section 5.1), and the answer in it counts."""

    def test_from_the_beginning(self, stage: Stage) -> None:
        """It's read at the first look already."""
        _, offered = a_silence(stage.box)
        behind(stage).unlisted.add("INBOX")
        stage.box.put("INBOX", a_reply(offered, at=days_ago(1)))
        stage.look()

        assert (stage.subjects, stage.state()) == ([], State.ANSWERED)

    def test_from_some_day_on(self, stage: Stage) -> None:
        """However long, it never counts as tidied away."""
        _, offered = a_silence(stage.box)
        stage.look(-3)
        behind(stage).unlisted.add("INBOX")
        stage.look(-2.5)
        stage.box.put("INBOX", a_reply(offered, at=days_ago(1.5)))
        for days in (-1, 0):
            stage.look(days)
            assert (stage.subjects, stage.state()) == ([], State.ANSWERED)

    def test_it_can_not_be_opened_either(self, stage: Stage) -> None:
        """Then nobody knows what came into it: nothing is laid, and it's told."""
        a_silence(stage.box)
        behind(stage).unlisted.add("INBOX")
        for days in (0, 3):
            look(stage, days=days, blind={"INBOX"})
            [doubt] = stage.overview().accounts[0].evidence.doubts
            assert doubt.startswith("INBOX: it can't be opened ([NOPERM] Permission denied)")
            assert stage.subjects == []


@can_take_back
class TestTakenBackAsEverywhere:
    """… where one message can be removed without any other."""

    test_an_answer_comes = test_main_job.TestALaidDraft.test_an_answer_comes
    test_starred_at_the_same_moment = test_promises.TestItNeverRemovesWhatWasTouched.test_starred_at_the_same_moment
    test_an_answer_crosses_it = test_promises.TestItNeverLaysAfterAnAnswer.test_as_it_is_laid

    def test_the_mail_came_back(self, stage: Stage) -> None:
        """The untouched draft goes, and the thread is held."""
        _, offered = a_silence(stage.box)
        stage.look()
        stage.box.put("INBOX", a_return(offered, 1, "message/rfc822"))
        outcome = stage.look(2)

        assert [done.deed for done in outcome.done] == [Deed.TAKEN_BACK]
        assert stage.state() is State.HELD

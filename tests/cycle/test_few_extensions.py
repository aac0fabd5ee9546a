"""iCloud, Yahoo and a server of RFC 3501 alone, as they are told: what only they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.domain.mailbox import Retirement
from crickets.domain.verdict import State
from crickets.errors import Transient
from crickets.mailbox import Password, open_watch
from crickets.service.outcome import Deed
from tests.contract.worlds import server_settings
from tests.cycle.provider import behind, cut, once
from tests.cycle.stage import Stage, a_message, a_reply, a_silence, a_stage, days_ago
from tests.cycle.test_cuts import one_draft_lies
from tests.cycle.test_promises import an_answered_draft
from tests.servers.profiles.moments import Phase
from tests.servers.profiles.server import ProfileServer


def at_provider(name: str) -> pytest.MarkDecorator:
    """At this one alone."""
    return pytest.mark.parametrize("any_provider", [name], indirect=True)


@pytest.fixture
def stage(any_provider: ProfileServer, tmp_path: Path) -> Iterator[Stage]:
    """A fresh mailbox there, Crickets beside it behind a recording proxy."""
    with a_stage(any_provider, tmp_path) as made:
        yield made


@at_provider("icloud")
class TestICloud:
    """No MOVE: a copy into the trash, and a conditional mark."""

    def test_news_before_consent(self, any_provider: ProfileServer) -> None:
        """Mail that comes as IDLE begins is told before the `+`, and heard."""
        user = any_provider.user()
        memory = any_provider.mailbox(user)
        any_provider.interfere = once("IDLE", Phase.BEFORE, lambda: memory.put("INBOX", a_message(at=days_ago(0))))
        watch = open_watch(server_settings(any_provider, user), Password(secret=any_provider.password))
        try:
            assert watch.wait(20)
        finally:
            watch.close()

    @pytest.mark.parametrize("call", ["UID COPY", "UID STORE"])
    def test_starred_between_two_commands(self, stage: Stage, any_provider: ProfileServer, call: str) -> None:
        """Looked at, and not yet marked: the star counts, and the draft is the owner's."""
        an_answered_draft(stage)
        [draft] = stage.drafts
        any_provider.interfere = once(call, Phase.BEFORE, lambda: behind(stage).flag("Drafts", draft.uid, "\\Flagged"))
        outcome = stage.look(2)

        assert [done.how for done in outcome.done] == [Retirement.TOUCHED]
        for days in (3, 9):
            stage.look(days)
            assert [(m.uid, m.flags) for m in stage.drafts] == [(draft.uid, draft.flags | {"\\Flagged"})]

    @pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AFTER])
    @pytest.mark.parametrize("call", ["UID COPY", "UID STORE", "UID EXPUNGE"])
    def test_cut_between_two_commands(self, stage: Stage, any_provider: ProfileServer, call: str, phase: Phase) -> None:
        """However far it came, the draft is out of the owner's sight in the end."""
        an_answered_draft(stage)
        any_provider.interfere = once(call, phase, cut)
        with pytest.raises(Transient):
            stage.look(2)
        for days in (2.1, 2.2, 9):
            stage.look(days)
            assert (stage.subjects, stage.state()) == ([], State.ANSWERED)


@at_provider("yahoo")
class TestYahoo:
    """Errors that pass, and a SEARCH that can't be had."""

    def test_a_message_that_is_unavailable_for_now(self, stage: Stage) -> None:
        """It may be an answer: nothing is laid until it can be shown."""
        _, offered = a_silence(stage.box)
        uid = stage.box.put("INBOX", a_reply(offered, at=days_ago(2)))
        behind(stage).break_message("INBOX", uid)
        for days in (0, 0.1):
            with pytest.raises(Transient, match="UNAVAILABLE"):
                stage.look(days)
            assert stage.subjects == []
        behind(stage).mend_message("INBOX", uid)
        stage.look(0.2)

        assert (stage.subjects, stage.state()) == ([], State.ANSWERED)

    def test_nothing_is_searched_for(self, stage: Stage, any_provider: ProfileServer) -> None:
        """Laying, looking for what was laid, and taking back do without SEARCH, which would fail."""
        a_silence(stage.box)
        any_provider.interfere = once("APPEND", Phase.AFTER, cut)
        with pytest.raises(Transient):
            stage.look()
        one_draft_lies(stage)

        assert "UID SEARCH" not in {verb for verb, _ in stage.recorder.commands}


@at_provider("old_server")
class TestAnOldServer:
    """Neither UIDPLUS nor MOVE: no message can be removed without all others that are marked."""

    def test_an_answer_comes(self, stage: Stage) -> None:
        """The draft is left, and `status` says so until the owner has thrown it away."""
        an_answered_draft(stage)
        before = stage.box.snapshot(without=())
        outcome = stage.look(2)

        assert [(done.deed, done.how) for done in outcome.done] == [(Deed.LEFT, Retirement.UNABLE)]
        for days in (3, 9):
            assert stage.look(days).done == ()
            assert stage.box.snapshot(without=()) == before
            [problem] = stage.overview().problems
            assert "throw it away in your mail client" in problem
        stage.box.remove("Drafts", stage.drafts[0].uid)
        stage.look(10)
        stage.look(11)

        assert stage.overview().problems == ()

"""The daemon and an account that one signs in to: when the grant ends, and when its owner comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from crickets.service.crew import heed_sign_ins
from crickets.service.heartbeat import Heartbeat
from crickets.service.threads import call_in
from crickets.service.watcher import Watcher
from crickets.service.worker import Worker
from tests.servers.authority import CLIENT_ID
from tests.servers.by_token import MailByToken
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer
from tests.service.fakes import PATIENCE, FakeSession
from tests.service.stage import Account, Stage, a_silence
from tests.signin.builders import NOW

OURS = os.pathsep.join(sys.path)
SOON = 15.0
OAUTH = f"""
[oauth.microsoft]
client_id = "{CLIENT_ID}"
authority = "{{url}}"
scope = "mail offline_access"
"""


@pytest.fixture
def box(stage: Stage, by_token: MailByToken) -> OwnersMailbox:
    """A mailbox that its owner signs in to, at work."""
    box, mail = by_token.owner(), by_token.dovecot
    user = by_token.authority.user
    stage.accounts.append(
        Account(name="work", host=mail.host, port=mail.port, user=user, password="", oauth="microsoft")
    )
    stage.extra = OAUTH.format(url=by_token.authority.url)
    return box


def sign_in(stage: Stage) -> None:
    """Their owner does, at another terminal."""
    with stage.command("auth", "login", "work", PYTHONPATH=OURS) as login:
        assert login.code() == 0, login.text


def test_an_account_whose_owner_has_not_signed_in(
    stage: Stage, box: OwnersMailbox, dovecot_sdbox: ImapServer, by_token: MailByToken
) -> None:
    """It's told once, the other accounts go on, nobody is asked in vain; a sign-in is heeded within seconds."""
    a_silence(box)
    home = stage.add(dovecot_sdbox, "home")
    a_silence(home, client="Bruno <bruno@other.example>")
    with stage.daemon(PYTHONPATH=OURS) as daemon:
        daemon.hear("pass.failed", account="work", level="warning")
        daemon.wait_for(lambda: daemon.heard("draft.appended", account="home"))
        assert "nobody has signed in yet" in daemon.text
        assert "crickets auth login work" in daemon.text
        assert "nobody has signed in yet" in stage.problems()["work"]
        assert by_token.authority.forms == []

        sign_in(stage)
        daemon.hear("sign_in.found", within=SOON, account="work")
        daemon.hear("draft.appended", account="work")
        daemon.hear("watch.began", account="work")
        assert len(daemon.heard("pass.failed")) == 1
        daemon.end()

    assert (len(box.drafts), len(home.drafts)) == (1, 1)
    assert stage.problems() == {"work": "", "home": ""}
    assert not [secret for secret in by_token.authority.given if secret in daemon.text]


def test_a_grant_that_ends(stage: Stage, box: OwnersMailbox, by_token: MailByToken) -> None:
    """It's told with the server's words, once; a reload looks again, and so does a sign-in."""
    sign_in(stage)
    by_token.authority.forget()
    with stage.daemon(PYTHONPATH=OURS) as daemon:
        daemon.hear("pass.failed", account="work", level="warning")
        assert "AADSTS70008" in daemon.text
        asked = len(by_token.authority.forms)

        daemon.send(signal.SIGHUP)
        daemon.hear("pass.failed", account="work")
        assert len(by_token.authority.forms) == asked

        sign_in(stage)
        daemon.hear("sign_in.found", within=SOON, account="work")
        daemon.hear("pass.ended", account="work")
        daemon.end()

    assert not [secret for secret in by_token.authority.given if secret in daemon.text]


def test_a_sign_out() -> None:
    """It's no sign-in; the one that comes after it is."""
    later = NOW + timedelta(hours=1)
    kept = iter([NOW, None, None, later, later])

    async def story() -> int:
        over, loop = asyncio.Event(), asyncio.get_running_loop()

        def signed_in_at() -> datetime | None:
            try:
                return next(kept)
            except StopIteration:
                call_in(loop, over.set)
                return later

        worker = Worker(
            session=FakeSession(),
            heartbeat=Heartbeat(),
            poll_every=timedelta(hours=1),
            learnt=lambda _: None,
            did=lambda _: None,
            failed=lambda _: None,
        )
        watcher = Watcher(account="work", connect=lambda: None, well=worker.well, moved=worker.nudge)
        heeding = asyncio.create_task(heed_sign_ins(worker, watcher, signed_in_at, timedelta(milliseconds=1)))
        with capture_logs() as told:
            async with asyncio.timeout(PATIENCE):
                await over.wait()
            heeding.cancel()
            await asyncio.wait((heeding,))
        return sum(line["event"] == "sign_in.found" for line in told)

    assert asyncio.run(story()) == 1


def test_a_token_that_ends_while_the_daemon_runs(stage: Stage, box: OwnersMailbox, by_token: MailByToken) -> None:
    """Its two lines, for passes and for news, come to a new one, got once for both."""
    sign_in(stage)
    by_token.authority.expire()
    with stage.daemon(PYTHONPATH=OURS) as daemon:
        daemon.hear("pass.ended", account="work")
        daemon.hear("watch.began", account="work")
        assert daemon.heard("pass.failed") == daemon.heard("watch.broke") == ()
        daemon.end()

    assert by_token.authority.renewals() == 1

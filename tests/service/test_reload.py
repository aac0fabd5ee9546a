"""SIGHUP: the config is read anew."""

from __future__ import annotations

import signal

from tests.servers.mail import a_reply
from tests.servers.server import ImapServer
from tests.service.stage import Stage, a_silence, ago

SOON = 10.0
LATE = '[plans.negotiation]\nsteps = [{ after = "30 days", do = "draft", template = "check-in" }]\n'
WRONG = '[plans.negotiation]\nsteps = [{ after = "soon", do = "draft" }]\n[trak]\nsince = "1 day"\n'


def test_a_changed_plan(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """It takes effect at once."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    stage.extra = LATE
    with stage.daemon() as daemon:
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        assert box.drafts == ()

        stage.write_config("")
        daemon.send(signal.SIGHUP)
        daemon.hear("draft.appended", within=SOON)
        daemon.hear("daemon.ready")
        daemon.hear("watch.began")
        daemon.end()

    assert len(box.drafts) == 1
    stage.assert_ledger_is_sound()


def test_another_account(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """One that was added is served, one that was taken out is left."""
    stage.add(dovecot_sdbox, "first")
    with stage.daemon() as daemon:
        daemon.hear("pass.ended", account="first")
        stage.accounts.clear()
        box = stage.add(dovecot_sdbox, "second")
        a_silence(box)
        stage.accounts[0].password_variable = "first_PASSWORD"  # the environment of a process stays as it was
        stage.write_config()
        daemon.send(signal.SIGHUP)
        daemon.hear("draft.appended", account="second", within=SOON)
        daemon.hear("watch.began", account="second")
        assert daemon.heard("pass.failed") == ()
        daemon.end()


def test_a_config_that_has_become_wrong(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """Every problem is told, and the old config goes on."""
    box = stage.add(dovecot_sdbox)
    offered = a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        stage.write_config(WRONG)
        daemon.send(signal.SIGHUP)
        daemon.hear("config.refused", level="error", within=SOON)
        daemon.hear("config.refused", level="error", within=SOON)
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back", within=SOON)

        stage.write_config()
        daemon.send(signal.SIGHUP)
        daemon.hear("daemon.ready", within=SOON)
        daemon.end()

    told = " ".join(event.line for event in daemon.heard("config.refused"))
    assert "plans.negotiation" in told
    assert "trak" in told


def test_while_the_first_reading_is_under_way(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """However often it's told, the last config holds, and each draft is laid once."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("daemon.starting")
        for _ in range(3):
            daemon.send(signal.SIGHUP)
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        daemon.end()

    assert len(box.drafts) == 1
    stage.assert_ledger_is_sound()

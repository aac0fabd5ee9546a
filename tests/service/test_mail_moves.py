"""What the daemon does when mail comes: through IDLE at once, else at the next poll."""

from __future__ import annotations

from tests.servers.mail import a_reply
from tests.servers.server import ImapServer
from tests.service.stage import SUBJECT, Stage, a_silence, ago

SOON = 10.0
"""Seconds: far less than a poll takes, far more than IDLE does."""


def test_an_answer_comes(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """A draft is laid for who was silent, and goes within seconds of the answer, which the server tells by IDLE."""
    box = stage.add(dovecot_sdbox)
    offered = a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("draft.appended", account="work", step="1")
        daemon.hear("watch.began")
        assert [draft.mail.subject for draft in box.drafts] == [f"Re: {SUBJECT}"]

        daemon.hear("pass.ended")  # for the sake of what came before the IDLE
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back", within=SOON)
        assert box.drafts == ()

        daemon.end()
    stage.assert_ledger_is_sound()


def test_a_server_without_idle(stage: Stage, dovecot_without_idle: ImapServer) -> None:
    """It's polled; one line is enough for that."""
    box = stage.add(dovecot_without_idle, poll_every="4 seconds")
    offered = a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("watch.by_poll_alone")
        assert len(box.drafts) == 1
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back", within=SOON)
        daemon.end()


def test_what_came_while_nobody_watched(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """An answer that came while the daemon was down is found at its start, and no draft is laid."""
    box = stage.add(dovecot_sdbox)
    offered = a_silence(box)
    box.put("INBOX", a_reply(offered, at=ago(1)))
    with stage.daemon() as daemon:
        daemon.hear("pass.ended")
        daemon.end()

    assert box.drafts == ()
    assert daemon.heard("draft.appended") == ()

"""Other commands on the ledger of a daemon that runs."""

from __future__ import annotations

import pytest

from tests.servers.server import ImapServer
from tests.service.stage import Stage, a_silence

SOON = 15.0


@pytest.mark.parametrize("command", ["run", "once"])
def test_another_that_acts(stage: Stage, dovecot_sdbox: ImapServer, command: str) -> None:
    """It's told who has the ledger, and ends for now; the daemon is not disturbed."""
    stage.add(dovecot_sdbox)
    with stage.daemon() as daemon:
        daemon.hear("pass.ended")
        with stage.command(command) as other:
            assert other.code() == 75
        assert f"in use by another Crickets (process {daemon.process.pid})" in other.text
        assert other.traces() == ()
        daemon.end()


def test_a_look(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """`status` shows what the daemon knows."""
    a_silence(stage.add(dovecot_sdbox))
    with stage.daemon() as daemon:
        daemon.hear("pass.ended")
        with stage.command("status", "--json") as other:
            assert other.code() == 0
        daemon.end()


def test_an_order(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """`stop` is taken at once, and the daemon obeys it soon: the draft goes."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("draft.appended")
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        [thread] = stage.threads()
        with stage.command("stop", thread) as other:
            assert other.code() == 0, other.text
        daemon.hear("orders.given", within=SOON)
        daemon.hear("draft.taken_back", within=SOON)
        daemon.end()

    assert box.drafts == ()


def test_somebody_who_is_forgotten(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """The daemon takes their draft back soon; then nothing of them is left, and it goes on in peace."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("draft.appended")
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        with stage.command("forget", "anna@client.example", "--yes") as other:
            assert other.code() == 0, other.text
        daemon.hear("orders.given", within=SOON)
        daemon.hear("draft.taken_back", within=SOON)
        daemon.hear("pass.ended", within=SOON)
        assert {event.fields["count"] for event in daemon.heard("orders.given")} == {"1"}
        assert stage.threads() == ()
        daemon.end()
        assert (daemon.heard("pass.failed"), daemon.traces()) == ((), ())

    assert box.drafts == ()
    assert b"anna" not in stage.ledger.read_bytes()

"""One account's troubles: waited out with patience, told once, and of no consequence to another."""

from __future__ import annotations

from tests.servers.faults import Fault
from tests.servers.mail import a_reply
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.stage import Stage, a_silence, ago

SOON = 10.0


def logins(recorder: Recorder) -> int:
    """How often somebody asked to be let in."""
    return len([verb for verb, _ in recorder.commands if verb in {"LOGIN", "AUTHENTICATE"}])


def test_a_line_cut_as_an_answer_is_told(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """The watch is taken up again after a pause, and what it didn't hear is found."""
    box = stage.add(dovecot_sdbox, via=recorder)
    offered = a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("draft.appended")
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        recorder.fault = Fault(after_server_bytes=0)
        box.put("INBOX", a_reply(offered, at=ago(0)))

        broke = daemon.hear("watch.broke", within=SOON)
        assert 7 <= float(broke.fields["try_again_in"].split()[0]) <= 15
        daemon.hear("watch.began", within=15 + SOON)
        daemon.hear("draft.taken_back", within=SOON)
        daemon.end()

    assert box.drafts == ()


def test_a_line_cut_in_a_pass(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """A kept line that died is replaced at once; nobody need hear of it."""
    box = stage.add(dovecot_sdbox, via=recorder, poll_every="3 seconds")
    offered = a_silence(box)
    stage.accounts[0].extra = 'watch = "poll"\n'
    with stage.daemon() as daemon:
        daemon.hear("draft.appended")
        daemon.hear("pass.ended")
        recorder.fault = Fault(before="LIST")
        assert recorder.struck.wait(SOON)
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back", within=SOON)
        assert daemon.heard("pass.failed") == ()
        daemon.end()


def test_a_server_away_and_back(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """It's told once, tried again after a pause, and then all goes on."""
    box = stage.add(dovecot_sdbox, via=recorder)
    a_silence(box)
    recorder.fault = Fault(after_server_bytes=0, lasting=True)
    with stage.daemon() as daemon:
        failed = daemon.hear("pass.failed", level="warning")
        assert 7 <= float(failed.fields["try_again_in"].split()[0]) <= 15
        recorder.fault = Fault()
        daemon.hear("draft.appended", within=15 + SOON)
        daemon.hear("watch.began")
        daemon.end()


def test_another_server_is_silent(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """One account is served within seconds while the other's server swallows all that is said to it."""
    stage.add(dovecot_sdbox, "broken", via=recorder)
    box = stage.add(dovecot_sdbox, "sound")
    offered = a_silence(box)
    recorder.fault = Fault(black_hole=True, lasting=True)
    with stage.daemon() as daemon:
        daemon.wait_for(lambda: recorder.sessions)
        daemon.hear("draft.appended", account="sound", within=SOON)
        daemon.hear("watch.began", account="sound")
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back", account="sound", within=SOON)
        daemon.end()

    assert daemon.heard("pass.ended", account="broken") == ()


def test_a_refused_login(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """It's tried once, told once, and then left for long; nudges don't shorten that. The other account goes on."""
    stage.add(dovecot_sdbox, "broken", via=recorder)
    stage.accounts[0].password = "wrong"
    box = stage.add(dovecot_sdbox, "sound", poll_every="2 seconds")
    a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("daemon.ready")  # once both were looked at, in whatever order
        [failed] = daemon.heard("pass.failed", account="broken", level="warning")
        assert 1800 <= float(failed.fields["try_again_in"].split()[0]) <= 3600
        assert daemon.heard("draft.appended", account="sound")
        for _ in range(4):
            daemon.hear("pass.ended", account="sound")
        daemon.end()

    assert logins(recorder) == 1
    assert len(daemon.heard("pass.failed")) == 1
    assert "wrong" not in daemon.text.replace("went wrong", "")

"""The daemon on real Dovecot, and who is told how it is."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection

from tests.health.test_exposition import samples
from tests.notify.web import a_web, an_answer, hear_out, saying
from tests.servers.faults import Fault
from tests.servers.mail import a_reply
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.running import Running
from tests.service.stage import SUBJECT, Stage, a_silence, ago

PATIENCE = 30.0
METRICS = '\n[health]\nmetrics = "127.0.0.1:0"\n'


def page(port: int) -> bytes:
    """What is given at a port."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", "/metrics")
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read()


def port_of(daemon: Running) -> int:
    """Where it listens, as its log says."""
    return int(daemon.hear("metrics.began").fields["port"])


def figures(port: int) -> Mapping[str, float]:
    """The figures of the only account, without its name."""
    return {name.replace("{account=work}", ""): number for name, number in samples(page(port)).items()}


def test_a_pass_in_figures(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """What a pass over a real mailbox did, and how all stands; nothing that is in a mail."""
    box = stage.add(dovecot_sdbox)
    offered = a_silence(box)
    stage.extra = METRICS
    with stage.daemon() as daemon:
        port = port_of(daemon)
        daemon.hear("pass.ended", done="1")
        daemon.hear("watch.began")
        first, text = figures(port), page(port).decode()
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back")
        daemon.hear("pass.ended")
        then = figures(port)
        daemon.end()

    assert first["crickets_passes_total{result=good}"] >= 1
    assert first["crickets_passes_total{result=failed}"] == 0
    assert first["crickets_pass_seconds_sum"] > 0
    assert 0 <= first["crickets_evidence_age_seconds"] < 60
    assert first["crickets_last_good_pass_timestamp_seconds"] > ago(1).timestamp()
    assert first["crickets_imap_connections_total{line=mail}"] == 1
    assert first["crickets_imap_connections_total{line=watch}"] == 1
    assert first["crickets_drafts_total{deed=laid}"] == 1
    assert (first["crickets_drafts_waiting"], first["crickets_threads{state=drafted}"]) == (1, 1)
    assert (first["crickets_your_turn"], first["crickets_problems"]) == (0, 0)
    assert (then["crickets_drafts_waiting"], then["crickets_drafts_total{deed=taken_back}"]) == (0, 1)
    assert then["crickets_threads{state=answered}"] == 1
    for private in ("@", "Anna", "anna", "Dana", "dana", SUBJECT, "client.example", box.user):
        assert private not in text


def test_a_port_that_is_taken(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """It's told once, and the mail is looked after all the same."""
    a_silence(stage.add(dovecot_sdbox))
    with socket.create_server(("127.0.0.1", 0)) as other:
        stage.extra = f'\n[health]\nmetrics = "127.0.0.1:{other.getsockname()[1]}"\n'
        with stage.daemon() as daemon:
            told = daemon.hear("metrics.failed")
            daemon.hear("daemon.ready")
            daemon.end()

    assert told.fields["level"] == "warning"
    assert "Address already in use" in told.line
    assert len(daemon.heard("draft.appended")) == 1


def test_a_reload(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """What was counted counts on, and the same port is listened at again; or no more, if that is wanted."""
    stage.add(dovecot_sdbox)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    stage.extra = f'\n[health]\nmetrics = "127.0.0.1:{port}"\n'
    with stage.daemon() as daemon:
        assert port_of(daemon) == port
        daemon.hear("daemon.ready")
        daemon.hear("watch.began")
        before = figures(port)
        daemon.send(signal.SIGHUP)
        daemon.hear("metrics.began")
        daemon.hear("daemon.ready")
        after = figures(port)
        stage.write_config("")
        daemon.send(signal.SIGHUP)
        daemon.hear("daemon.ready")
        with closing(socket.socket()) as line:
            assert line.connect_ex(("127.0.0.1", port)) != 0
        daemon.end()

    good = "crickets_passes_total{result=good}"
    assert after[good] > before[good] > 0
    assert after["crickets_imap_connections_total{line=mail}"] == 2


def test_an_account_that_cannot_be_read(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """It's counted as failed, and as a problem; of its evidence nothing is said, for there is none."""
    stage.add(dovecot_sdbox, via=recorder)
    recorder.fault = Fault(after_client_bytes=1, lasting=True)
    stage.extra = METRICS
    with stage.daemon() as daemon:
        port = port_of(daemon)
        daemon.hear("pass.failed")
        told = figures(port)
        daemon.end()

    assert told["crickets_passes_total{result=failed}"] == 1
    assert told["crickets_problems"] == 1
    assert "crickets_evidence_age_seconds" not in told


def test_a_sign_of_life(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """After a good look at all accounts the address is asked for; it's never logged."""
    stage.add(dovecot_sdbox, "home")
    stage.add(dovecot_sdbox, "work")
    stage.extra = '\n[health]\nhealthcheck_url_env = "PING"\n'
    with (
        a_web(saying(an_answer("200 OK"))) as web,
        stage.daemon(PING=f"http://127.0.0.1:{web.port}/ping/s3cret") as daemon,
    ):
        daemon.wait_for(lambda: web.requests)
        daemon.end()

    assert web.requests[0].startswith(b"GET /ping/s3cret HTTP/1.1\r\n")
    assert len(daemon.heard("pass.ended")) >= 2
    assert "s3cret" not in daemon.text


def test_a_sign_of_life_that_nobody_takes(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """It's told once, without the address; the mail is looked after all the same."""
    a_silence(stage.add(dovecot_sdbox))
    with a_web(saying(an_answer("404 Not Found"))) as web:
        stage.extra = f'\n[health]\nhealthcheck_url = "http://127.0.0.1:{web.port}/ping/s3cret"\n'
        with stage.daemon() as daemon:
            told = daemon.hear("healthcheck.failed")
            daemon.end()

    assert (told.fields["level"], told.fields["account"]) == ("warning", "[health]")
    assert len(daemon.heard("draft.appended")) == 1
    assert "s3cret" not in daemon.text


def test_the_end(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """Neither somebody who says nothing at the listener, nor a service that doesn't answer, holds it up."""
    stage.add(dovecot_sdbox)
    asked = threading.Event()

    def silent(line: socket.socket) -> None:
        asked.set()
        hear_out(line)

    with a_web(silent) as web:
        stage.extra = f'{METRICS}healthcheck_url = "http://127.0.0.1:{web.port}/ping"\n'
        with stage.daemon() as daemon:
            port = port_of(daemon)
            daemon.wait_for(asked.is_set)
            with socket.create_connection(("127.0.0.1", port)) as line:
                line.sendall(b"GET /metrics HTTP/1.1\r\n")
                took = daemon.end()

    assert took < 5
    assert daemon.code() == 0
    assert daemon.heard("healthcheck.failed") == ()


def test_once(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """One pass by a timer gives a sign of life too, and a dry run none."""
    stage.add(dovecot_sdbox)
    with a_web(saying(an_answer("200 OK"))) as web:
        stage.extra = f'\n[health]\nhealthcheck_url = "http://127.0.0.1:{web.port}/ping"\n'
        for arguments in (("once", "--dry-run"), ("once",)):
            with stage.command(*arguments) as run:
                assert run.code() == 0

    assert len(web.requests) == 1


def test_once_in_doubt(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """Where one account can't be read there is none, however well the others are."""
    stage.add(dovecot_sdbox, "home")
    stage.add(dovecot_sdbox, "work", via=recorder)
    recorder.fault = Fault(after_client_bytes=1, lasting=True)
    with a_web(saying(an_answer("200 OK"))) as web:
        stage.extra = f'\n[health]\nhealthcheck_url = "http://127.0.0.1:{web.port}/ping"\n'
        with stage.command("once") as run:
            assert run.code() == 75

    assert web.requests == []

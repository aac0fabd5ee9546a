"""The daemon and the digest: one a day, through restarts and reloads, and whatever the server does, no mail waits."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from tests.servers.server import PASSWORD, ImapServer
from tests.servers.smtp import USER, Smtp
from tests.service.stage import Stage, a_silence

SOON = 20.0


@pytest.fixture
def smtp() -> Iterator[Smtp]:
    """The server that the owner sends mail over."""
    with Smtp() as server:
        yield server


def a_table(smtp: Smtp) -> str:
    """The config's word on it: due since midnight, on every day."""
    return (
        f'\n[digest]\nby = "smtp"\nat = "00:00"\n[smtp]\nhost = "localhost"\nport = {smtp.port}\n'
        f'username = "{USER}"\npassword_env = "SMTP_PASSWORD"\ntls_ca_file = "{smtp.ca_file}"\n'
    )


def test_one_digest(stage: Stage, dovecot_sdbox: ImapServer, smtp: Smtp) -> None:
    """It comes after the first look, and not once more with a reload, or a restart."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    stage.extra = a_table(smtp)
    with stage.daemon(SMTP_PASSWORD=PASSWORD) as daemon:
        daemon.hear("digest.sent", by="smtp")
        daemon.send(signal.SIGHUP)
        daemon.hear("daemon.ready")
        daemon.end()
    with stage.daemon(SMTP_PASSWORD=PASSWORD) as daemon:
        daemon.hear("pass.ended")
        daemon.hear("pass.ended", within=SOON)  # the look before a digest that isn't due any more
        daemon.end()

    [taken] = smtp.taken
    assert taken.recipients == (USER,)
    assert ": 1 draft" in taken.mail["Subject"]
    assert stage.problems()["work"] == ""


def test_a_server_that_is_away(stage: Stage, dovecot_sdbox: ImapServer, smtp: Smtp) -> None:
    """It's told once, and tried again; the drafts are laid meanwhile, and the daemon ends in time."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    stage.extra = a_table(smtp)
    smtp.close()
    with stage.daemon(SMTP_PASSWORD=PASSWORD) as daemon:
        daemon.hear("draft.appended")
        daemon.hear("digest.failed", level="warning")
        smtp.open()
        daemon.hear("digest.sent", within=60)
        assert len(daemon.heard("digest.failed", level="warning")) == 1
        daemon.end()

    assert len(smtp.taken) == 1


def test_a_server_that_says_nothing(stage: Stage, dovecot_sdbox: ImapServer, smtp: Smtp) -> None:
    """The daemon needn't wait for it to end, and the secret is nowhere in its log."""
    a_silence(stage.add(dovecot_sdbox))
    stage.extra = a_table(smtp)
    smtp.manners.silent_at = "MAIL"
    with stage.daemon(SMTP_PASSWORD=PASSWORD) as daemon:
        daemon.wait_for(lambda: "MAIL" in smtp.commands)
        assert daemon.end() < 5

    assert PASSWORD not in daemon.text
    assert " " not in stage.problems()


def test_an_account_that_lets_nobody_in(stage: Stage, dovecot_sdbox: ImapServer, smtp: Smtp) -> None:
    """No pass of it ever ends well, and just that is told."""
    stage.add(dovecot_sdbox)
    stage.accounts[0].password = "another"
    stage.extra = a_table(smtp)
    with stage.daemon(SMTP_PASSWORD=PASSWORD) as daemon:
        daemon.hear("pass.failed")
        daemon.hear("digest.sent", within=90)
        daemon.end()

    assert ": 1 problem" in smtp.taken[0].mail["Subject"]

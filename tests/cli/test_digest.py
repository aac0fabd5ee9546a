"""`digest`, and `once`, `check` and `status` where one is wanted; the server is a real one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from crickets.cli.digest_page import sent
from crickets.config.settings import DigestWish
from crickets.domain.message import Address
from crickets.domain.owner import OwnAddress, Owner
from tests.builders import ROME
from tests.cli.home import Home, a_silence
from tests.servers.server import PASSWORD
from tests.servers.smtp import USER, Smtp

BRUNO = Address(name="Bruno Neri", email="bruno@client.example")
BY_SMTP = """
[digest]
by = "smtp"
at = "00:00"
[smtp]
host = "localhost"
port = {port}
username = "{user}"
password_file = "smtp.secret"
tls_ca_file = "{ca}"
"""


class Desk:
    """A home whose config wants a digest."""

    def __init__(self, home: Home, smtp: Smtp) -> None:
        self.home, self.smtp = home, smtp
        self.configure()

    def configure(self, password: str = PASSWORD) -> None:
        """Write the config anew."""
        secret = self.home.folder / "smtp.secret"
        secret.write_text(password)
        secret.chmod(0o600)
        self.home.configure(more=BY_SMTP.format(port=self.smtp.port, user=USER, ca=self.smtp.ca_file))


@pytest.fixture
def desk(home: Home) -> Iterator[Desk]:
    """There is a server, and a call is due: Bruno has been silent for longer than two days."""
    with Smtp() as smtp:
        yield Desk(home, smtp)


def test_a_look(desk: Desk) -> None:
    """It's shown as it would be sent, to whom, and nothing is sent."""
    desk.home.remember(*a_silence(3, client=BRUNO))
    told = desk.home("digest")

    assert told.code == 0
    assert told.out.startswith("To: dana@studio.example\nCrickets, ")
    assert "Call +39 06 123 4567 – ask for [the] key" in told.out
    assert desk.smtp.connections == 0


def test_nothing_to_tell(desk: Desk) -> None:
    """It's said, no empty mail is shown, and `--send` sends none."""
    told = desk.home("digest", "--send")

    assert told.out == ""
    as_json = desk.home("digest", "--json").json
    assert (as_json["subject"], as_json["text"], as_json["worth_it"]) == (None, None, False)
    assert "There is nothing to be done and nothing new" in told.err
    assert told.code == 0
    assert desk.smtp.connections == 0


def test_sending_it(desk: Desk) -> None:
    """It's told to whom it went."""
    desk.home.remember(*a_silence(3, client=BRUNO))
    told = desk.home("digest", "--send")

    assert (told.code, told.out, told.err) == (0, "", "Sent to dana@studio.example.\n")
    assert [taken.recipients for taken in desk.smtp.taken] == [("dana@studio.example",)]


def test_laying_it_into_the_inbox() -> None:
    """It isn't said to be sent."""
    own = OwnAddress(USER, Owner(name="Dana", addresses=(USER,), zone=ROME))
    wish = DigestWish(at=time(9), sender=own, to=own, language="en", account="work")

    assert sent(wish) == f"Laid into INBOX of work, to {USER}."


def test_its_json(desk: Desk) -> None:
    """Every field is documented."""
    desk.home.remember(*a_silence(3, client=BRUNO))
    document = desk.home("digest", "--json").json
    page = (Path(__file__).parents[2] / "docs/json.md").read_text("utf-8")
    section = page.partition("## `digest --json`")[2].partition("\n## ")[0]

    assert [field for field in (*document, *document["tasks"][0]) if f"`{field}" not in section] == []
    assert (document["worth_it"], document["sent"], document["last_at"], document["by"]) == (True, False, None, "smtp")
    [task] = document["tasks"]
    assert (task["do"], task["phone"], task["note"], task["check"]) == ("call", "+39061234567", "ask for [the] key", [])
    sent = desk.home("digest", "--send", "--json").json
    assert sent["sent"] is True
    assert desk.home("digest", "--json").json["last_at"] is not None


def test_no_digest(home: Home) -> None:
    """Who has none sent can look at it all the same, and is told how to have it sent."""
    home.remember(*a_silence(3, client=BRUNO))
    told = home("digest")

    assert told.code == 0
    assert told.out.startswith("To: nobody, as you have none sent\nCrickets, ")
    assert "Call +39 06 123 4567 – ask for [the] key" in told.out
    assert 'set by = "smtp" or by = "imap" below [digest]' in told.err
    document = home("digest", "--json").json
    assert (document["by"], document["to"], document["sent"], len(document["tasks"])) == (None, None, False, 1)


def test_sending_none(home: Home) -> None:
    """Only what can't be done without a `[digest]` is refused for want of one."""
    told = home("digest", "--send")

    assert told.code == 78
    assert "digest.by: is missing" in told.err


def test_a_wrong_password(desk: Desk) -> None:
    """The command fails, the password isn't told, and the daemon would try again."""
    desk.configure(password="wrong-77")
    desk.home.remember(*a_silence(3, client=BRUNO))
    told = desk.home("digest", "--send")

    assert told.code == 77
    assert "localhost did not let you in to send mail" in told.err
    assert "wrong-77" not in told.err + told.out


def test_a_check(desk: Desk) -> None:
    """The login is tried, and told; no mail is sent."""
    told = desk.home("check")
    assert "ok digest to dana@studio.example at 00:00 of working days, by localhost: logged in" in told.out
    assert desk.home("check", "--json").json["digest"] == {"to": "dana@studio.example", "by": "smtp", "error": None}

    desk.configure(password="wrong-77")
    told = desk.home("check")
    assert "digest: localhost did not let you in to send mail" in told.err
    assert desk.home("check", "--json").json["digest"]["error"]["exit_code"] == 77
    assert desk.smtp.taken == []


def test_a_digest_that_could_not_be_sent(desk: Desk) -> None:
    """`once` tries, and ends as it would without one; `status` tells it until one has come."""
    desk.home.remember(*a_silence(3, client=BRUNO))
    desk.smtp.close()
    told = desk.home("once")  # the mailbox is away too
    [problem] = [p for p in desk.home("status", "--json").json["problems"] if p.startswith("the digest: ")]

    assert told.code == 75
    assert "event=digest.failed" in told.err
    assert "could not be reached" in problem
    assert "try_again_in" not in told.err


def test_once(desk: Desk) -> None:
    """It sends the day's, once, even where no account can be read: just that must be told."""
    desk.home.remember(*a_silence(3, client=BRUNO))
    assert desk.home("once", "--dry-run").code == 75
    assert desk.smtp.connections == 0
    for _ in range(2):
        desk.home("once")

    [taken] = desk.smtp.taken
    assert "work: " in str(taken.mail.get_body())
    assert desk.home("status", "--json").json["problems"][0].startswith("work: ")

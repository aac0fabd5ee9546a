"""`once`, `status` and `check` with a task list."""

from __future__ import annotations

import pytest

from tests.cli.home import Home, days_ago
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.radicale import OwnersList, Radicale
from tests.servers.server import PASSWORD, ImapServer

TASKS = """
[tasks]
caldav_url = "{url}"
username = "{username}"
password_file = "tasks.secret"

[plans.negotiation]
steps = [{{ after = "2 days", do = "call", note = "ask" }}]
"""


class Desk:
    """A home whose config names a task list beside a mailbox in which a call is due."""

    def __init__(self, home: Home, server: ImapServer, hers: OwnersList) -> None:
        self.home = home
        self.hers = hers
        self.server = server
        self.user = server.user()
        box = OwnersMailbox(server, self.user)
        asked = a_message(at=days_ago(10))
        box.put("INBOX", asked)
        box.put("Sent", a_message(OWNER, CLIENT, at=days_ago(6), reply_to=asked))
        self.configure()

    def configure(self, *, url: str = "", password: str = PASSWORD) -> None:
        """Write the config anew."""
        secret = self.home.folder / "tasks.secret"
        secret.write_text(password)
        secret.chmod(0o600)
        self.home.configure(
            port=self.server.port,
            username=self.user,
            password=self.server.password,
            more=TASKS.format(url=url or self.hers.url, username=self.hers.username),
        )


@pytest.fixture
def desk(home: Home, pymap_server: ImapServer, radicale: Radicale) -> Desk:
    """A call is due, and there is an empty list."""
    return Desk(home, pymap_server, radicale.a_list())


def test_a_dry_run(desk: Desk) -> None:
    """Nothing is put on the list."""
    assert desk.home("once", "--dry-run").code == 0
    assert desk.hers.objects == {}


def test_a_pass(desk: Desk) -> None:
    """The call is on the list; ticked off there, it's done with the next pass. What the daemon logs isn't told."""
    told = desk.home("once")
    assert (told.code, told.err) == (0, "")
    assert "SUMMARY:Call Anna Rossi: " in desk.hers.only[1]
    desk.hers.tick()
    assert len(desk.home("status", "--json").json["tasks"]) == 1
    desk.home("once")

    assert desk.home("status", "--json").json["tasks"] == []
    assert "step 1 done, by your task list" in desk.home("show", desk.home.only_thread()).out


def test_a_list_that_does_not_let_the_owner_in(desk: Desk) -> None:
    """The mail is seen to all the same; `status` tells it, without the password."""
    desk.configure(password="wrong-77")

    told = desk.home("once")
    status = desk.home("status", "--json")

    assert told.code == 0
    assert "tasks.failed" in told.err
    [problem] = status.json["problems"]
    assert problem.startswith("your task list isn't up to date: 127.0.0.1 did not let you in to the task list: 401")
    assert len(status.json["tasks"]) == 1
    assert "wrong-77" not in told.err + told.out + status.out


def test_a_sound_list(desk: Desk) -> None:
    """`check` says so, and puts nothing there."""
    told = desk.home("check")

    assert (told.code, told.err) == (0, "")
    assert f"ok task list {desk.hers.url}: logged in" in told.out
    assert desk.home("check", "--json").json["tasks"] == {"url": desk.hers.url, "error": None, "problems": []}
    assert desk.hers.objects == {}


def test_no_list(home: Home) -> None:
    """`check` has nothing to say of one."""
    assert home("check", "--json").json["tasks"] is None


def test_an_address_that_is_none_of_a_list(desk: Desk) -> None:
    """`check` tells what is there, and fails: it's the config that must be mended."""
    desk.configure(url=desk.hers.url.removesuffix("tasks/"))

    told = desk.home("check")

    assert told.code == 78
    assert "caldav_url is not the address of a calendar or task list" in told.out


def test_a_password_that_is_wrong(desk: Desk) -> None:
    """`check` fails as for a mailbox."""
    desk.configure(password="wrong-77")

    told = desk.home("check")

    assert told.code == 77
    assert told.err.startswith("tasks: 127.0.0.1 did not let you in")
    assert "wrong-77" not in told.err + told.out
    assert desk.home("check", "--json").json["tasks"]["error"]["exit_code"] == 77

"""What the daemon really asks of the system in a life of its own, beside what the machine's unit lets it ask."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.notify.web import Web, a_web, an_answer, saying
from tests.servers import home as homes
from tests.servers.by_token import MailByToken
from tests.servers.mailbox import OwnersMailbox
from tests.servers.radicale import OwnersList, Radicale
from tests.servers.server import PASSWORD, ImapServer
from tests.servers.smtp import Smtp
from tests.service.stage import Account, Stage, a_silence
from tests.service.test_health import page
from tests.service.test_sign_in import OAUTH
from tests.service.test_task_list import BY_PHONE
from tests.service.test_task_list import a_table as a_list_of_tasks
from tests.service.test_the_digest import a_table as a_digest
from tests.unit.recording import Call, calls_in, recorded_daemon
from tests.unit.units import SYSTEM, directives

_PATIENCE = 90.0
_CAT = shutil.which("cat") or "/bin/cat"
BY_MAIL = """
[[clients]]
name = "Bruno"
match = ["bruno@other.example"]
plan = "by-mail"

[plans.by-mail]
steps = [{ after = "5 days", template = "check-in" }]
"""


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A folder that is open to the user whom the daemon is given to, with one for its state in it."""
    home = homes.new_home("recorded")
    for name in ("state", "calls"):
        homes.folder_of(homes.mail_owner(), home / name)
    yield home
    homes.remove(home)


@dataclass(kw_only=True)
class Surroundings:
    """All that a daemon may have to do with: mail, a sign-in, a relay, a task list, and who hears that all is well."""

    mail: ImapServer
    by_token: MailByToken
    smtp: Smtp
    tasks: OwnersList
    web: Web

    @property
    def more(self) -> str:
        """What the config says of all but the mailboxes."""
        return (
            BY_PHONE
            + OAUTH.format(url=self.by_token.authority.url)
            + a_list_of_tasks(self.tasks.url, self.tasks.username)
            + a_digest(self.smtp)
            + f'\n[health]\nmetrics = "127.0.0.1:0"\nhealthcheck_url = "http://127.0.0.1:{self.web.port}/ping"\n'
        )


@pytest.fixture(scope="module")
def surroundings(dovecot_sdbox: ImapServer, by_token: MailByToken, radicale: Radicale) -> Iterator[Surroundings]:
    """Each of them a real server."""
    with Smtp() as smtp, a_web(saying(an_answer("200 OK"))) as web:
        yield Surroundings(mail=dovecot_sdbox, by_token=by_token, smtp=smtp, tasks=radicale.a_list(), web=web)


@pytest.fixture(scope="module")
def calls(home: Path, surroundings: Surroundings) -> tuple[Call, ...]:
    """
    All calls of a life under the unit's filter.

    A password by a command, one by a credential, a token that is renewed; a draft is laid, a call put on the task
    list, the digest sent, figures and a sign of life given, SIGHUP with a right and a wrong config, SIGTERM.
    """
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: `python -m tests.servers.provision`")
    stage = Stage(home)
    work, private, studio = an_account_by_each_way(stage, surroundings)
    config, secrets = the_config(stage, surroundings), the_secrets(stage)
    with recorded_daemon(config, secrets, home / "calls", refused=refused()) as daemon:
        port = daemon.hear("metrics.began", within=_PATIENCE).fields["port"]
        for event in ("draft.appended", "task.put", "digest.sent", "watch.began"):
            daemon.wait_for(lambda event=event: daemon.heard(event), within=_PATIENCE)  # type: ignore[misc]
        daemon.wait_for(lambda: surroundings.web.requests, within=_PATIENCE)
        assert b"\nprocess_open_fds " in page(int(port))
        daemon.send(signal.SIGHUP)
        daemon.hear("daemon.ready", within=_PATIENCE)
        config.write_text("[nonsense]\n")
        daemon.send(signal.SIGHUP)
        daemon.hear("config.refused", within=_PATIENCE)
        daemon.send(signal.SIGTERM)
        assert daemon.code(_PATIENCE) == 0
    assert not daemon.heard("pass.failed")
    assert [len(box.drafts) for box in (work, private, studio)] == [0, 1, 0]
    assert len(surroundings.tasks.objects) == len(surroundings.smtp.taken) == 1
    assert surroundings.by_token.authority.renewals() > 0
    return calls_in(home / "calls")


def an_account_by_each_way(stage: Stage, around: Surroundings) -> tuple[OwnersMailbox, ...]:
    """Mailboxes that a command, a credential and a sign-in open; in the first a call is due, in the second a draft."""
    boxes = stage.add(around.mail, "work"), stage.add(around.mail, "private"), around.by_token.owner()
    a_silence(boxes[0])
    a_silence(boxes[1], client="Bruno <bruno@other.example>")
    door, authority = around.by_token.dovecot, around.by_token.authority
    stage.accounts.append(
        Account(name="studio", host=door.host, port=door.port, user=authority.user, password="", oauth="microsoft")
    )
    authority.lifetime = 60  # less than it has to last: each is renewed when it's needed
    stage.extra = OAUTH.format(url=authority.url)
    with stage.command("auth", "login", "studio", PYTHONPATH=os.pathsep.join(sys.path)) as login:
        assert login.code() == 0, login.text
    return boxes


def the_config(stage: Stage, around: Surroundings) -> Path:
    """The config, with the files of the two passwords beside it."""
    config = stage.write_config(around.more)
    (stage.home / "password").write_text(around.mail.password)
    (stage.home / "credentials").mkdir()
    (stage.home / "credentials" / "private").write_text(around.mail.password)
    text = config.read_text().replace(
        'password_env = "work_PASSWORD"', f'password_command = "{_CAT} {stage.home / "password"}"'
    )
    config.write_text(text.replace('password_env = "private_PASSWORD"', 'credential = "private"') + BY_MAIL)
    return config


def the_secrets(stage: Stage) -> dict[str, str]:
    """What systemd would put into the daemon's environment."""
    return {
        "HOME": str(stage.home),
        "STATE_DIRECTORY": str(stage.ledger.parent),
        "CREDENTIALS_DIRECTORY": str(stage.home / "credentials"),
        "SMTP_PASSWORD": PASSWORD,
        "TASKS_PASSWORD": PASSWORD,
    }


def groups() -> dict[str, set[str]]:
    """Its own groups of calls, as systemd tells them, and what is in each, groups among it."""
    if (analyze := shutil.which("systemd-analyze")) is None:
        pytest.skip("systemd-analyze is not installed: `python -m tests.servers.provision`")
    told = subprocess.run([analyze, "syscall-filter", "--no-pager"], capture_output=True, text=True, check=True)
    parts = re.split(r"(?m)^(@\S+)\n", told.stdout)[1:]
    return {
        name: set(re.findall(r"(?m)^ +([@\w-]+)$", members)) for name, members in zip(*[iter(parts)] * 2, strict=True)
    }


def in_group(name: str, known: dict[str, set[str]]) -> set[str]:
    """All calls of a group, and of those in it; or the one call."""
    if not name.startswith("@"):
        return {name}
    return set().union(*(in_group(member, known) for member in known[name]))


def allowed() -> set[str]:
    """The calls that the machine's unit lets through: what is in its filters, and what each filter has by itself."""
    known = groups()
    calls = in_group("@default", known)
    for line in directives(SYSTEM)["SystemCallFilter"]:
        named = set().union(*(in_group(name, known) for name in line.removeprefix("~").split()))
        calls = calls - named if line.startswith("~") else calls | named
    return calls


def refused() -> set[str]:
    """The calls that systemd knows and the unit doesn't let through."""
    known = groups()
    return set().union(*(in_group(name, known) for name in known)) - allowed()


def test_the_calls(calls: tuple[Call, ...]) -> None:
    """Each is let through by the unit's filter; but for one, by which numpy's OpenBLAS asks for memory that is near."""
    seen = {call.name for call in calls}

    assert {"openat", "socket", "execve"} <= seen
    assert seen - allowed() <= {"mbind"}


def test_the_filter() -> None:
    """What it's there to stop isn't let through."""
    assert {"mount", "ptrace", "setuid", "chown", "reboot", "bpf", "sched_setscheduler"} <= refused()


def test_the_files(calls: tuple[Call, ...], home: Path) -> None:
    """Whatever was opened to be written, made or removed lies in the folder of its state; or nowhere, in /dev/null."""
    changed = {path for call in calls if call.changes_files for path in call.paths}

    assert {str(home / "state" / name) for name in ("ledger.sqlite3", "tokens/studio.json")} <= changed
    assert {path for path in changed if not path.startswith(f"{home / 'state'}/")} <= {"/dev/null"}


def test_the_memory(calls: tuple[Call, ...]) -> None:
    """None is both written and run, and none becomes what is run (systemd.exec(5), MemoryDenyWriteExecute=)."""
    run = [call for call in calls if "PROT_EXEC" in call.rest or "SHM_EXEC" in call.rest]

    assert any(call.name == "mmap" for call in run)
    assert [call for call in run if call.name != "mmap" or "PROT_WRITE" in call.rest] == []


def test_the_sockets(calls: tuple[Call, ...]) -> None:
    """They are of the families that the unit allows; glibc asks the kernel for its addresses, and does without."""
    families = {found[0] for call in calls if call.name == "socket" and (found := re.findall(r"^AF_\w+", call.rest))}

    assert families - {"AF_NETLINK"} <= set(directives(SYSTEM)["RestrictAddressFamilies"][0].split())
    assert families & {"AF_INET", "AF_INET6"}


def test_the_rest(calls: tuple[Call, ...]) -> None:
    """No namespace, no other personality; and no program but the one that the config names."""
    assert [
        call for call in calls if call.name in {"unshare", "setns", "personality"} or "CLONE_NEW" in call.rest
    ] == []
    run = [call for call in calls if call.name in {"execve", "execveat"}]
    assert {call.paths[0] for call in run} == {sys.executable, _CAT}

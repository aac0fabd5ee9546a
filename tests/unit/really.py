"""Crickets under a real systemd, by `crickets service` itself: `make confined`. Not part of the suite: it needs root.

The units are started as they are shipped, with all their locks; the mail lies on a real Dovecot.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from shlex import join
from typing import Any
from urllib.request import urlopen

import pytest

from crickets.config.env_lines import env_line
from tests.blackbox.user import a_config
from tests.config.test_env_lines import SECRETS
from tests.servers.authority import CLIENT_ID
from tests.servers.by_token import MailByToken
from tests.servers.mailbox import OwnersMailbox
from tests.servers.process import free_port
from tests.servers.server import ImapServer, Unavailable
from tests.service.stage import a_silence
from tests.unit.machine import CRICKETS, OWNERS_HOME, OWNERS_ID, ROOTS_HOME, Machine, properties

LOG = "/run/crickets.log"
BESIDE = "sudo STATE_DIRECTORY=/var/lib/crickets crickets --config /etc/crickets/config.toml"
PASSWORD_LINE = 'password_env = "WORK_IMAP_PASSWORD"'


@pytest.fixture
def machine() -> Iterator[Machine]:
    """A machine of its own for each test."""
    try:
        machine = Machine()
    except Unavailable as missing:
        pytest.skip(str(missing))
    with machine:
        yield machine


@pytest.fixture
def box(dovecot_sdbox: ImapServer) -> OwnersMailbox:
    """A mailbox with a silence in it."""
    return a_silent_box(dovecot_sdbox)


def a_silent_box(server: ImapServer) -> OwnersMailbox:
    """A mailbox with a silence in it."""
    box = OwnersMailbox(server, server.user())
    a_silence(box)
    return box


def settle(machine: Machine, box: OwnersMailbox, folder: str = "/etc/crickets", *, owner: int = 0) -> None:
    """A config and a `.env` for a mailbox, as docs/systemd.md says."""
    machine.write(f"{folder}/config.toml", a_config(box.server, box.user), owner=owner)
    machine.write(f"{folder}/.env", f"WORK_IMAP_PASSWORD='{box.server.password}'\n", mode=0o600, owner=owner)


def add(machine: Machine, settings: str, unit: str = "crickets.service", name: str = "test") -> None:
    """A drop-in of the owner's."""
    machine.write(f"/etc/systemd/system/{unit}.d/{name}.conf", f"[Service]\n{settings}\n")


def log_to(machine: Machine, unit: str = "crickets.service", path: str = LOG) -> None:
    """Have the daemon's log in a file: no journald runs here."""
    add(machine, f"StandardError=append:{path}", unit, "log")


def standing(machine: Machine, *options: str, owner: bool = False) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What `service status` tells."""
    return json.loads(machine.do("crickets", "service", "status", *options, "--json", owner=owner))


def shown(machine: Machine, unit: str, *names: str) -> dict[str, str]:
    """What systemd itself tells of a unit."""
    return dict(properties(machine.do("systemctl", "show", unit, f"--property={','.join(names)}")))


def main_pid(machine: Machine, owner: str) -> str:
    """The daemon of one of several owners, as it's known in the machine."""
    return shown(machine, f"crickets@{owner}", "MainPID")["MainPID"]


def wait_for_the_draft(machine: Machine, box: OwnersMailbox) -> None:
    """Return when the daemon has done its work."""
    machine.wait_for(lambda: box.drafts, f"draft; the log says\n{machine.read(LOG)}")


def test_the_machines_unit(machine: Machine, box: OwnersMailbox) -> None:
    """Installed by one command, locked in, it lays the draft; its user is nobody's, and can write its ledger alone."""
    settle(machine, box)
    log_to(machine)

    told = machine.do("crickets", "service", "install", "--system")

    assert told.splitlines()[-1] == "Crickets runs for the machine."
    wait_for_the_draft(machine, box)
    assert re.fullmatch(r"work: 1 thread, read at .*", standing(machine)["status"])
    now = standing(machine)
    assert (now["file"], now["enabled"], now["active"], now["sub"]) == ("current", "enabled", "active", "running")
    assert now["since"] is not None
    pid = shown(machine, "crickets", "MainPID")["MainPID"]
    status = dict(re.findall(r"(?m)^(\w+):\s*(.*)$", machine.do("cat", f"/proc/{pid}/status")))
    assert int(status["Uid"].split()[0]) > 60_000
    assert (status["Seccomp"], status["NoNewPrivs"], int(status["CapBnd"], 16)) == ("2", "1", 0)
    written = machine.do("find", "/var/lib", "/etc/crickets", "-newer", f"/proc/{pid}/comm", "-type", "f").split()
    assert {path.rpartition("/")[0] for path in written} <= {"/var/lib/private/crickets"}
    assert "Traceback" not in machine.read(LOG)
    assert box.server.password not in machine.read(LOG)


def test_figures_in_the_unit(machine: Machine, box: OwnersMailbox) -> None:
    """Whoever asks on the machine gets all that docs/health.md tells of, though the daemon sees little of /proc."""
    settle(machine, box)
    config, port = machine.read("/etc/crickets/config.toml"), free_port()
    machine.write("/etc/crickets/config.toml", f'{config}\n[health]\nmetrics = "127.0.0.1:{port}"\n')
    log_to(machine)

    machine.do("crickets", "service", "install")
    wait_for_the_draft(machine, box)

    machine.wait_for(lambda: "event=metrics.began" in machine.read(LOG), "figures")
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as page:
        told = page.read().decode()
    assert set(re.findall(r"(?m)^process_\w+", told)) == {
        "process_cpu_seconds_total",
        "process_max_fds",
        "process_open_fds",
        "process_resident_memory_bytes",
        "process_start_time_seconds",
        "process_virtual_memory_bytes",
    }


def test_a_reload_with_a_wrong_config(machine: Machine, box: OwnersMailbox) -> None:
    """It's told, and the old config goes on; the end comes by itself; with that config it isn't started in vain."""
    settle(machine, box)
    log_to(machine)
    machine.do("crickets", "service", "install")
    wait_for_the_draft(machine, box)
    right = machine.read("/etc/crickets/config.toml")

    machine.write("/etc/crickets/config.toml", right + "[nonsense]\n")
    machine.do("systemctl", "reload", "crickets")
    machine.wait_for(lambda: "event=config.refused" in machine.read(LOG), "word of the wrong config")

    assert shown(machine, "crickets", "ActiveState", "NRestarts") == {"ActiveState": "active", "NRestarts": "0"}
    machine.wait_for(lambda: standing(machine)["sub"] == "running", "end of the reload")
    machine.do("systemctl", "stop", "crickets")
    assert shown(machine, "crickets", "Result", "ExecMainStatus") == {"Result": "success", "ExecMainStatus": "0"}
    assert "Traceback" not in machine.read(LOG)

    machine.ask("systemctl", "start", "crickets")
    machine.wait_for(lambda: shown(machine, "crickets", "Result")["Result"] == "exit-code", "end by the wrong config")
    assert shown(machine, "crickets", "ExecMainStatus", "NRestarts", "ActiveState") == {
        "ExecMainStatus": "78",
        "NRestarts": "0",
        "ActiveState": "failed",
    }


def test_a_credential(machine: Machine, box: OwnersMailbox) -> None:
    """A password that systemd alone can read opens the account; its server is found by name."""
    settle(machine, box)
    config = a_config(box.server, box.user, host="localhost").replace(PASSWORD_LINE, 'credential = "work"')
    machine.write("/etc/crickets/config.toml", config)
    machine.do("rm", "/etc/crickets/.env")
    assert (
        "accounts.work: the credential work must be loaded"
        in machine.ask("crickets", "service", "install", "--dry-run").stderr
    )
    machine.write("/etc/crickets/work.secret", box.server.password, mode=0o600)
    add(machine, "LoadCredential=work:/etc/crickets/work.secret")
    log_to(machine)

    told = machine.ask("crickets", "service", "install")

    assert (told.returncode, "credential" in told.stderr) == (0, False)
    wait_for_the_draft(machine, box)


def test_several_owners(machine: Machine, dovecot_sdbox: ImapServer) -> None:
    """Each has a daemon, a user and a ledger of their own; one goes, the other stays."""
    boxes = {name: a_silent_box(dovecot_sdbox) for name in ("dana", "bruno")}
    for name, box in boxes.items():
        settle(machine, box, f"/etc/crickets/{name}")
        log_to(machine, f"crickets@{name}.service")
        machine.do("crickets", "service", "install", "--owner", name)
    for box in boxes.values():
        wait_for_the_draft(machine, box)

    folders = machine.do("stat", "-c", "%u %a", *(f"/var/lib/crickets/{name}/" for name in boxes)).splitlines()
    assert len(set(folders)) == 2
    assert {line.split()[1] for line in folders} == {"700"}
    dana, bruno = (main_pid(machine, name) for name in boxes)
    users = [machine.do("stat", "-c", "%u", f"/proc/{pid}").strip() for pid in (dana, bruno)]
    assert len({*users, "0"}) == 3
    assert standing(machine)["owners"] == ["bruno", "dana"]
    settle(machine, boxes["dana"])
    beside = machine.ask("crickets", "service", "install")
    assert (beside.returncode, "keeps its ledger where crickets.service would" in beside.stderr) == (2, True)
    machine.do("touch", CRICKETS)
    assert "systemctl --no-block restart crickets@dana" in machine.do(
        "crickets", "service", "install", "--owner", "bruno"
    )
    machine.wait_for(lambda: main_pid(machine, "dana") not in {dana, "0"}, "new start")
    assert main_pid(machine, "bruno") not in {bruno, "0"}
    machine.do("systemctl", "disable", "crickets@bruno")
    machine.do("crickets", "service", "uninstall", "--owner", "dana")
    assert standing(machine, "--owner", "bruno")["active"] == "active"
    assert machine.read("/etc/systemd/system/crickets@.service")
    machine.do("crickets", "service", "uninstall", "--owner", "bruno")
    assert not machine.read("/etc/systemd/system/crickets@.service")
    assert machine.do("find", "/var/lib/private/crickets", "-name", "ledger.sqlite3").count("\n") == 2


def test_a_users_own(machine: Machine, box: OwnersMailbox) -> None:
    """Installed twice, changed by hand, looked at, and taken away again, all without root."""
    settle(machine, box, f"{OWNERS_HOME}/.config/crickets", owner=OWNERS_ID)
    machine.do("systemctl", "start", "owner")

    told = machine.do("crickets", "service", "install", owner=True)
    assert told.splitlines()[-1] == "Crickets runs for you."
    wait_for_the_draft(machine, box)
    now = standing(machine, owner=True)
    assert (now["scope"], now["active"], now["file"], now["program"]) == ("user", "active", "current", CRICKETS)
    pid = machine.do("systemctl", "--user", "show", "crickets", "--property=MainPID", owner=True)
    again = machine.do("crickets", "service", "install", owner=True)
    assert "write" not in again
    assert machine.do("systemctl", "--user", "show", "crickets", "--property=MainPID", owner=True) == pid
    machine.do("touch", CRICKETS)
    machine.do("crickets", "service", "install", owner=True)
    anew = machine.do("systemctl", "--user", "show", "crickets", "--property=MainPID", owner=True)
    assert anew not in {pid, "MainPID=0\n"}

    unit = f"{OWNERS_HOME}/.config/systemd/user/crickets.service"
    machine.write(unit, machine.read(unit).replace("RestartSec=30", "RestartSec=5"), owner=OWNERS_ID)
    refused = machine.ask("crickets", "service", "install", owner=True)
    assert (refused.returncode, "isn't as `crickets service install` writes it" in refused.stderr) == (2, True)
    assert "RestartSec=5" in machine.read(unit)
    assert standing(machine, owner=True)["file"] == "changed"

    machine.do("rm", unit, owner=True)
    machine.do("crickets", "service", "install", owner=True)
    machine.do("crickets", "service", "uninstall", owner=True)
    assert standing(machine, owner=True)["file"] == "missing"
    assert standing(machine, owner=True)["loaded"] == "not-found"
    assert machine.do("crickets", "service", "uninstall", owner=True).startswith("There is no crickets.service")
    assert machine.read(f"{OWNERS_HOME}/.local/state/crickets/ledger.sqlite3")


def test_a_daemon_that_hangs(machine: Machine, box: OwnersMailbox) -> None:
    """It's started anew, and lays no second draft."""
    settle(machine, box)
    log_to(machine)
    add(machine, "WatchdogSec=3\nRestartSec=100ms")
    machine.do("crickets", "service", "install")
    wait_for_the_draft(machine, box)

    machine.do("systemctl", "kill", "--signal=STOP", "crickets")
    machine.wait_for(lambda: shown(machine, "crickets", "NRestarts")["NRestarts"] == "1", "new start")
    machine.wait_for(lambda: standing(machine)["sub"] == "running", "end of the new start")

    assert len(box.drafts) == 1


def test_nobody_is_signed_in_for_the_unit(machine: Machine, box: OwnersMailbox) -> None:
    """It's told how that is done; and no more once it's done."""
    settle(machine, box)
    way_in = 'oauth = "microsoft"\n[oauth.microsoft]\nclient_id = "a"'
    machine.write("/etc/crickets/config.toml", machine.read("/etc/crickets/config.toml").replace(PASSWORD_LINE, way_in))

    [warning] = json.loads(machine.do("crickets", "service", "install", "--dry-run", "--json"))["warnings"]
    assert warning == f"accounts.work: nobody is signed in for the unit: {BESIDE} auth login work"
    machine.do("install", "-D", "/dev/null", "/var/lib/crickets/tokens/work.json")
    assert json.loads(machine.do("crickets", "service", "install", "--dry-run", "--json"))["warnings"] == []


def test_root_begins_with_init(machine: Machine, box: OwnersMailbox) -> None:
    """From an address to a service that runs: what root sets up is the machine's, and its commands find the ledger."""
    server = f"--host 127.0.0.1 --port {box.server.port} --tls none --username {box.user}".split()
    you = ("--address", "dana@studio.example", "--name", "Dana Levi", "--timezone", "Europe/Rome", "--country", "")
    machine.write("/run/password", box.server.password, mode=0o600)
    machine.do("rmdir", "/etc/crickets")
    init = join(("crickets", "init", "--yes", "--service", "--password-stdin", *you, *server))

    told = machine.ask("sh", "-c", f"{init} </run/password")

    assert told.returncode == 0
    assert told.stderr.splitlines()[-3:-1] == [
        "Crickets runs for the machine.",
        f"Your commands look at its ledger so: {BESIDE} status",
    ]
    assert machine.do("stat", "-c", "%a %U", "/etc/crickets/config.toml", "/etc/crickets/.env").split() == [
        *("644", "root"),
        *("600", "root"),
    ]
    machine.wait_for(lambda: "read at" in (standing(machine)["status"] or ""), "look at the mailbox")
    status = f"{BESIDE.removeprefix('sudo ')} status --json"
    assert json.loads(machine.do("sh", "-c", status))["accounts"][0]["complete"]


def test_root_signs_in_with_init(machine: Machine, by_token: MailByToken) -> None:
    """The unit has the sign-in before its first start, and nobody has to sign in twice."""
    box, authority = by_token.owner(), by_token.authority
    a_silence(box)
    server = f"--host 127.0.0.1 --port {box.server.port} --tls none --username {box.user}".split()
    you = ("--address", "dana@studio.example", "--name", "Dana Levi", "--timezone", "Europe/Rome", "--country", "")
    client = f"--oauth microsoft --client-id {CLIENT_ID} --tenant studio.example --authority {authority.url}".split()

    told = machine.ask("crickets", "init", "--yes", "--service", *you, *server, *client)

    assert told.returncode == 0, told.stderr
    assert "The sign-in of mail is the unit's from now on: /var/lib/crickets" in told.stderr
    assert "nobody is signed in" not in told.stderr
    assert not machine.do("find", str(ROOTS_HOME), "-name", "mail.json")
    machine.wait_for(lambda: "read at" in (standing(machine)["status"] or ""), "look at the mailbox")


def test_root_adds_a_mailbox(machine: Machine, by_token: MailByToken, box: OwnersMailbox) -> None:
    """The machine's daemon is started anew for its secret, and finds the sign-in beside its own ledger."""
    settle(machine, box)
    log_to(machine)
    machine.do("crickets", "service", "install")
    by_token.owner()  # whose name is that of the box at the other server
    other, authority = by_token.owner(), by_token.authority
    server = f"--host 127.0.0.1 --port {other.server.port} --tls none --username {other.user}".split()
    client = f"--oauth microsoft --client-id {CLIENT_ID} --tenant studio.example --authority {authority.url}".split()

    told = machine.ask(
        "crickets", "init", "--add", "--yes", "--service", "--address", "shop@levi.example", *server, *client
    )

    assert told.returncode == 0, told.stderr
    assert told.stderr.splitlines()[-1] == "Done: systemctl restart crickets.service"
    assert machine.do("find", "/var/lib/crickets/", str(ROOTS_HOME), "-name", "levi.json") == (
        "/var/lib/crickets/tokens/levi.json\n"
    )
    both = re.compile(r"levi: 0 threads, read at .*; work: 1 thread, read at .*")
    machine.wait_for(lambda: both.fullmatch(standing(machine)["status"] or ""), f"look at both: {machine.read(LOG)}")


def test_what_the_unit_would_not_see(machine: Machine, box: OwnersMailbox) -> None:
    """A config in a home folder, or one that others can't read, is refused before anything is written."""
    settle(machine, box, str(ROOTS_HOME / "crickets"))
    settle(machine, box)
    machine.do("chmod", "600", "/etc/crickets/config.toml")

    hidden = machine.ask("crickets", "--config", str(ROOTS_HOME / "crickets" / "config.toml"), "service", "install")
    closed = machine.ask("crickets", "service", "install")

    assert (hidden.returncode, closed.returncode) == (2, 2)
    assert "lies in /root, which is hidden from the unit" in hidden.stderr
    assert "/etc/crickets/config.toml is closed to others" in closed.stderr
    assert not machine.read("/etc/systemd/system/crickets.service")


def test_what_systemd_reads_from_the_env_file(machine: Machine) -> None:
    """Each secret as it was, by EnvironmentFile= itself."""
    names = {f"IT{number}": secret for number, secret in enumerate(SECRETS)}
    machine.write("/etc/crickets/.env", "".join(env_line(*item) for item in names.items()), mode=0o600)
    told = "[Service]\nType=oneshot\nEnvironmentFile=/etc/crickets/.env\nStandardOutput=file:/run/told\nExecStart=env\n"
    machine.write("/etc/systemd/system/tell.service", told)
    machine.do("systemctl", "start", "tell")

    lines = machine.read("/run/told").splitlines()
    assert {line for line in lines if line.startswith("IT")} == {f"{name}={secret}" for name, secret in names.items()}


def test_words_of_a_path(machine: Machine, box: OwnersMailbox) -> None:
    """Blanks, quotes, per cent and dollar signs in it come through systemd as they are."""
    folder = '/etc/crickets/a "b" 100% $HOME \\n'
    settle(machine, box, folder)
    log_to(machine)

    machine.do("crickets", "--config", f"{folder}/config.toml", "service", "install")

    wait_for_the_draft(machine, box)

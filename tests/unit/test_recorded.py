"""What the daemon really asks of the system in a life of its own, beside what the machine's unit lets it ask."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.blackbox.user import a_config
from tests.servers import home as homes
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer
from tests.service.stage import a_silence
from tests.unit.recording import Call, calls_in, recorded_daemon
from tests.unit.units import SYSTEM, directives

_PATIENCE = 90.0


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A folder that is open to the user whom the daemon is given to, with one for its state in it."""
    home = homes.new_home("recorded")
    for name in ("state", "calls"):
        homes.folder_of(homes.mail_owner(), home / name)
    yield home
    homes.remove(home)


@pytest.fixture(scope="module")
def calls(home: Path, dovecot_sdbox: ImapServer) -> tuple[Call, ...]:
    """All calls of a life under the unit's filter: a draft is laid, SIGHUP with a right and a wrong config, SIGTERM."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: `python -m tests.servers.provision`")
    box = OwnersMailbox(dovecot_sdbox, dovecot_sdbox.user())
    a_silence(box)
    config = home / "config.toml"
    config.write_text(a_config(dovecot_sdbox, box.user, host="localhost"))
    secrets = {"WORK_IMAP_PASSWORD": dovecot_sdbox.password, "STATE_DIRECTORY": str(home / "state"), "HOME": str(home)}
    with recorded_daemon(config, secrets, home / "calls", refused=refused()) as daemon:
        daemon.hear("draft.appended", within=_PATIENCE)
        daemon.hear("watch.began", within=_PATIENCE)
        daemon.send(signal.SIGHUP)
        daemon.hear("daemon.ready", within=_PATIENCE)
        config.write_text("[nonsense]\n")
        daemon.send(signal.SIGHUP)
        daemon.hear("config.refused", within=_PATIENCE)
        daemon.send(signal.SIGTERM)
        assert daemon.code(_PATIENCE) == 0
    assert len(box.drafts) == 1
    return calls_in(home / "calls")


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

    assert any(path.endswith("ledger.sqlite3") for path in changed)
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
    """No namespace, no other personality, no other program."""
    assert [
        call for call in calls if call.name in {"unshare", "setns", "personality"} or "CLONE_NEW" in call.rest
    ] == []
    assert len([call for call in calls if call.name in {"execve", "execveat"}]) == 1

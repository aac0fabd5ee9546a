"""The units that are shipped: systemd understands them, and the system's one locks the service in."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from crickets.errors import ExitCode
from tests.service.running import ROOT

SYSTEM = ROOT / "systemd" / "crickets.service"
USER = ROOT / "systemd" / "user" / "crickets.service"
ANALYZE = shutil.which("systemd-analyze")
_PATIENCE = 60.0

#: Where systemd itself isn't there to judge: what its judgement rests on most.
LOCKS = {
    "CapabilityBoundingSet": "",
    "DynamicUser": "yes",
    "MemoryDenyWriteExecute": "yes",
    "NoNewPrivileges": "yes",
    "PrivateDevices": "yes",
    "PrivateTmp": "yes",
    "PrivateUsers": "yes",
    "ProtectHome": "yes",
    "ProtectKernelModules": "yes",
    "ProtectSystem": "strict",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "SystemCallArchitectures": "native",
    "UMask": "0077",
}


def directives(unit: Path) -> dict[str, list[str]]:
    """The values of each key, in their order."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#;[":
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def analysed(unit: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What systemd-analyze says of a unit whose program is there."""
    copy = home / "crickets.service"
    text = unit.read_text(encoding="utf-8")
    for command in directives(unit)["ExecStart"]:
        text = text.replace(command.split()[0], shutil.which("true") or "/bin/true")
    copy.write_text(text, encoding="utf-8")
    assert ANALYZE is not None
    return subprocess.run(
        [ANALYZE, *arguments, copy],
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "SYSTEMD_COLORS": "0"},
    )


@pytest.mark.parametrize(
    ("unit", "manager"), [(SYSTEM, "--system"), (USER, "--user")], ids=["the system's", "a user's"]
)
def test_the_words(unit: Path, manager: str, tmp_path: Path) -> None:
    """Every key and value is known to systemd; where it isn't there to ask, none is written twice by mistake."""
    if ANALYZE is not None:
        verdict = analysed(unit, tmp_path, manager, "verify")
        assert (verdict.returncode, verdict.stderr) == (0, "")
    repeated = {key for key, values in directives(unit).items() if len(values) > 1}
    assert repeated <= {"SystemCallFilter"}


def test_the_locks(tmp_path: Path) -> None:
    """An exposure of 1.5 of 10 at most, by systemd's own count; where it isn't there to count, the locks it counts."""
    if ANALYZE is not None:
        verdict = analysed(SYSTEM, tmp_path, "security", "--offline=true", "--threshold=15", "--no-pager")
        assert verdict.returncode == 0, verdict.stdout[-200:] + verdict.stderr
    own = directives(SYSTEM)
    assert {key: own.get(key, ["missing"])[-1] for key in LOCKS} == LOCKS


@pytest.mark.parametrize("unit", [SYSTEM, USER], ids=["the system's", "a user's"])
def test_what_they_ask_of_the_daemon(unit: Path) -> None:
    """It's told when it's ready, reloads on SIGHUP, and what no new start can mend isn't started anew."""
    own = directives(unit)

    assert own["Type"] == ["notify"]
    assert own["ExecReload"] == ["/bin/kill -HUP $MAINPID"]
    assert own["ExecStart"][0].endswith(" run")
    assert own["RestartPreventExitStatus"][0].split() == [
        str(int(code)) for code in sorted(set(ExitCode) - {ExitCode.OK, ExitCode.TEMPORARY_FAILURE})
    ]
    assert int(own["TimeoutStopSec"][0]) > 5

"""The units that are shipped: systemd understands them, and the machine's lock the service in."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from crickets.errors import ExitCode
from tests.service.running import ROOT
from tests.unit.units import OWNERS, SYSTEM, USER, directives

_PATIENCE = 60.0

#: What systemd's judgement rests on most, whichever systemd judges.
LOCKS = {
    "CapabilityBoundingSet": "",
    "DynamicUser": "yes",
    "LimitCORE": "0",
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

every_unit = pytest.mark.parametrize("unit", [SYSTEM, OWNERS, USER], ids=["the machine's", "owners'", "a user's"])
of_the_machine = pytest.mark.parametrize("unit", [SYSTEM, OWNERS], ids=["the machine's", "owners'"])


def analysed(unit: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What systemd-analyze says of a unit whose program is there."""
    if (analyze := shutil.which("systemd-analyze")) is None:
        pytest.skip("systemd-analyze is not installed: `python -m tests.servers.provision`")
    text = unit.read_text(encoding="utf-8")
    for command in directives(unit)["ExecStart"]:
        text = text.replace(command.split()[0], shutil.which("true") or "/bin/true")
    copy = home / unit.name
    copy.write_text(text, encoding="utf-8")
    return subprocess.run(
        [analyze, *arguments, copy],
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "SYSTEMD_COLORS": "0"},
    )


@every_unit
def test_the_words(unit: Path, tmp_path: Path) -> None:
    """Every key and value is known to systemd, and none is written twice by mistake."""
    verdict = analysed(unit, tmp_path, "--user" if unit is USER else "--system", "verify")

    assert (verdict.returncode, verdict.stderr) == (0, "")
    repeated = {key for key, values in directives(unit).items() if len(values) > 1}
    assert repeated <= {"SystemCallFilter"}


@of_the_machine
def test_the_exposure(unit: Path, tmp_path: Path) -> None:
    """It's 1.2 of 10 at most, by systemd's own count."""
    verdict = analysed(unit, tmp_path, "security", "--offline=true", "--threshold=12", "--no-pager")

    assert verdict.returncode == 0, verdict.stdout[-200:] + verdict.stderr


@of_the_machine
def test_the_locks(unit: Path) -> None:
    """Those that count most are all there."""
    own = directives(unit)

    assert {key: own.get(key, ["missing"])[-1] for key in LOCKS} == LOCKS


def test_several_owners() -> None:
    """Their unit is the machine's but for the places, and for a user of each one's own."""
    one, each = directives(SYSTEM), directives(OWNERS)
    differ = {key for key in one.keys() | each.keys() if one.get(key) != each.get(key)}

    assert differ == {
        "ConfigurationDirectory",
        "Description",
        "EnvironmentFile",
        "ExecStart",
        "StateDirectory",
        "User",
    }
    assert all("%i" in each[key][0] for key in differ)


@every_unit
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


@every_unit
def test_what_the_package_carries(unit: Path) -> None:
    """`crickets service` writes just these: there is one text, and no other unit lies in either place."""
    carried = files("crickets.unit").joinpath("systemd")
    names = {path.relative_to(ROOT / "systemd") for path in (ROOT / "systemd").rglob("*.service")}

    assert carried.joinpath(str(unit.relative_to(ROOT / "systemd"))).read_bytes() == unit.read_bytes()
    assert {path.relative_to(str(carried)) for path in Path(str(carried)).rglob("*.service")} == names

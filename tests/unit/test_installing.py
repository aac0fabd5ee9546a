"""The steps of an installation for the machine, in a folder of our own; and what its unit could see."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crickets.errors import LedgerUnusable
from crickets.service.application import settings_of
from crickets.unit.here import changed_at
from crickets.unit.installing import OwnersUnit, Write, refuse_beside, to_install, to_uninstall
from crickets.unit.manager import CommandFailed, Manager, Standing
from crickets.unit.place import Place, system_place, user_place
from crickets.unit.sight import files_named, lines_unlike, secrets_unseen, unseen
from crickets.unit.text import Start, unit_text
from tests.unit.fake_systemd import FakeSystemd

START = Start(program=("/opt/crickets/bin/crickets",), config=Path("/etc/crickets/config.toml"))
UNKNOWN = Standing(loaded="not-found")
ROOTS_HOME = Path("/root")
LOADED = Standing(loaded="loaded", active="active")
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
BEFORE = Standing(loaded="loaded", active="active", started=NOON - timedelta(seconds=1))
SINCE = Standing(loaded="loaded", active="active", started=NOON)


def written(place: Place) -> Place:
    """The place with its unit in it, and enabled."""
    place.path.write_text(unit_text(place, START))
    wants = place.folder / "multi-user.target.wants"
    wants.mkdir(exist_ok=True)
    (wants / place.unit).symlink_to(place.path)
    return place


def told(place: Place, text: str = "", **running: Standing) -> list[str]:
    """What would be done to install, with a program that was last changed at NOON, beside these owners' daemons."""
    units = {f"crickets@{name}.service": standing for name, standing in running.items()}
    return steps_of(place, text or unit_text(place, START), units, config_changed_at=NOON - timedelta(days=1))


def steps_of(place: Place, text: str, running: dict[str, Standing], *, config_changed_at: datetime) -> list[str]:
    """The same, with a config that was changed then."""
    steps = to_install(place, text, linger=False, running=running, changed_at=NOON, config_changed_at=config_changed_at)
    return [str(step) for step in steps]


def test_the_machines(tmp_path: Path) -> None:
    """No word is said to a user's manager, and no lingering is spoken of."""
    assert told(system_place(folder=tmp_path)) == [
        f"write {tmp_path}/crickets.service",
        "run systemctl daemon-reload",
        "run systemctl enable crickets.service",
        "run systemctl restart crickets.service",
    ]


def test_another_program(tmp_path: Path) -> None:
    """A unit that nobody has touched is written anew for it."""
    place = written(system_place(folder=tmp_path))
    text = unit_text(place, Start(program=("/usr/bin/crickets",), config=START.config))

    assert told(place, text)[0] == f"write {place.path}"
    assert told(place) == ["run systemctl enable crickets.service", "run systemctl start crickets.service"]


def test_after_an_upgrade(tmp_path: Path) -> None:
    """Every owner's daemon that began before it is started anew, each by whatever owner's installation comes first."""
    dana = written(system_place("dana", folder=tmp_path))

    assert told(dana, dana=BEFORE, bruno=BEFORE, carla=SINCE)[1:] == [
        "run systemctl restart crickets@dana.service",
        "run systemctl --no-block restart crickets@bruno.service",
    ]
    assert told(dana, dana=SINCE, bruno=SINCE)[1:] == ["run systemctl start crickets@dana.service"]


def test_another_config(tmp_path: Path) -> None:
    """An owner's daemon that began before their config is started anew; nobody else's is."""
    dana = written(system_place("dana", folder=tmp_path))
    running = {f"crickets@{name}.service": SINCE for name in ("bruno", "dana")}
    later = NOON + timedelta(seconds=1)

    assert steps_of(dana, unit_text(dana, START), running, config_changed_at=later)[1:] == [
        "run systemctl restart crickets@dana.service"
    ]


def test_another_text_for_several_owners(tmp_path: Path) -> None:
    """Whoever runs by the one before is started anew."""
    dana = written(system_place("dana", folder=tmp_path))
    text = unit_text(dana, Start(program=("/usr/bin/crickets",), config=START.config))

    assert told(dana, text, bruno=SINCE)[-2:] == [
        "run systemctl restart crickets@dana.service",
        "run systemctl --no-block restart crickets@bruno.service",
    ]


def test_a_program_that_is_put_there(tmp_path: Path) -> None:
    """What counts is when that was done, whatever time an installer has given the file."""
    program = tmp_path / "crickets"
    program.touch()
    os.utime(program, (0, 0))

    assert changed_at(program) == max(changed_at(), datetime.fromtimestamp(int(program.stat().st_ctime), UTC))
    assert changed_at(program, tmp_path / "nowhere") == changed_at(program) > changed_at() - timedelta(seconds=1)


def test_an_owner_whose_daemon_runs_and_is_not_enabled(tmp_path: Path) -> None:
    """The file stays for theirs too."""
    dana = written(system_place("dana", folder=tmp_path))

    assert len(to_uninstall(dana, LOADED, ("crickets@dana.service", "crickets@bruno.service"))) == 2
    assert len(to_uninstall(dana, LOADED, ("crickets@dana.service",))) == 3


def test_one_owner_of_several_goes(tmp_path: Path) -> None:
    """The file stays as long as another's daemon is started from it."""
    dana, bruno = written(system_place("dana", folder=tmp_path)), written(system_place("bruno", folder=tmp_path))

    assert system_place(folder=tmp_path).owners == ("bruno", "dana")
    assert [str(step) for step in to_uninstall(dana, LOADED)] == [
        "run systemctl disable --now crickets@dana.service",
        "run systemctl daemon-reload",
    ]
    (tmp_path / "multi-user.target.wants" / dana.unit).unlink()
    assert f"remove {bruno.path}" in [str(step) for step in to_uninstall(bruno, LOADED)]


def test_one_owner_of_several_has_changed_the_file(tmp_path: Path) -> None:
    """The other may go all the same: the file stays."""
    dana, bruno = written(system_place("dana", folder=tmp_path)), written(system_place("bruno", folder=tmp_path))
    dana.path.write_text("[Service]\n")

    assert len(to_uninstall(dana, LOADED)) == 2
    (tmp_path / "multi-user.target.wants" / dana.unit).unlink()
    with pytest.raises(OwnersUnit):
        to_uninstall(bruno, LOADED)


def test_one_for_all_beside_one_for_each(tmp_path: Path) -> None:
    """It's refused either way: each would own the other's ledger."""
    one, each = system_place(folder=tmp_path), system_place("dana", folder=tmp_path)
    refuse_beside(one)
    refuse_beside(each)

    written(one)
    with pytest.raises(OwnersUnit, match=r"keeps its ledger where crickets@dana\.service would"):
        refuse_beside(each)


def test_a_file_that_is_gone_and_a_unit_that_runs(tmp_path: Path) -> None:
    """It's ended all the same; what is nowhere needs no step."""
    place = system_place(folder=tmp_path)

    assert to_uninstall(place, UNKNOWN) == ()
    still = to_uninstall(place, Standing(loaded="loaded", file=str(place.path)))
    assert str(still[0]) == "run systemctl disable --now crickets.service"


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """It's told as a file that can't be used."""
    place = system_place(folder=tmp_path)
    place.path.mkdir()

    with pytest.raises(LedgerUnusable, match="Is a directory"):
        told(place)


def test_writing_leaves_nothing_beside(tmp_path: Path) -> None:
    """The file is there whole, for all to read; a half one never is."""
    place = system_place(folder=tmp_path / "new" / "folder")
    Write(path=place.path, text="whole\n").do(Manager(place=place, environment={}))

    assert [path.name for path in place.folder.iterdir()] == ["crickets.service"]
    assert (place.path.read_text(), place.path.stat().st_mode & 0o777) == ("whole\n", 0o644)


def test_writing_whatever_the_umask_lets_through(tmp_path: Path) -> None:
    """Nobody else may lay files beside it, be it in a folder on the way."""
    place = system_place(folder=tmp_path / "new" / "folder")
    former = os.umask(0)
    try:
        Write(path=place.path, text="whole\n").do(Manager(place=place, environment={}))
    finally:
        os.umask(former)

    assert [folder.stat().st_mode & 0o777 for folder in (place.folder, place.folder.parent)] == [0o755, 0o755]


def test_a_command_that_hangs(tmp_path: Path) -> None:
    """It's waited for as long as is right, and no longer."""
    systemd = FakeSystemd.made(tmp_path / "systemd")
    (systemd.home / "bin" / "systemctl").write_text("#!/bin/sh\nexec sleep 60\n")

    with pytest.raises(CommandFailed, match=r"no answer within 0\.2 seconds"):
        Manager(place=system_place(), environment={"PATH": systemd.path}).do("systemctl", "show", patience=0.2)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/usr/bin/env", None),
        (f"{ROOTS_HOME}/config.toml", "lies in /root, which is hidden from the unit"),
        ("/home/dana/.local/bin/crickets", "lies in /home, which is hidden from the unit"),
        ("/tmp/crickets", "lies in /tmp, which is hidden from the unit"),
        ("/etc/no-such-folder/config.toml", "can't be read by the unit: /etc/no-such-folder is closed to others"),
    ],
)
def test_what_the_machines_unit_sees(path: str, why: str | None) -> None:
    """Of each path that it couldn't get at it's told why."""
    assert [words.removeprefix(f"{path} ") for words in unseen((Path(path),))] == ([] if why is None else [why])


def test_a_link_into_a_home(tmp_path: Path) -> None:
    """What counts is where it leads: an interpreter that a tool keeps in somebody's home is seen by nobody else."""
    link = tmp_path / "python"
    python = ROOTS_HOME / "python"
    link.symlink_to(python)

    assert list(unseen((link,))) == [f"{link} ({python}) lies in /root, which is hidden from the unit"]


CERTIFIED = """
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"

[accounts.work]
host = "imap.example.org"
username = "dana@studio.example"
credential = "work"
tls_ca_file = "{0}/account.pem"

[tasks]
caldav_url = "https://dav.example.org/tasks/"
username = "dana"
credential = "tasks"
tls_ca_file = "{0}/tasks.pem"

[digest]
by = "smtp"

[smtp]
host = "smtp.example.org"
username = "dana"
credential = "smtp"
tls_ca_file = "{0}/smtp.pem"

[health]
healthcheck_url = "https://checks.example/a"
tls_ca_file = "{0}/health.pem"
"""


def test_what_the_config_names(tmp_path: Path) -> None:
    """Certificates and texts are files that the unit must see too."""
    (tmp_path / "templates" / "en").mkdir(parents=True)
    names = ["account.pem", "tasks.pem", "smtp.pem", "health.pem", "templates/bye.j2", "templates/en/check-in.j2"]
    for name in names:
        (tmp_path / name).write_text("Bye.\n")
    config = tmp_path / "config.toml"
    config.write_text(CERTIFIED.format(tmp_path))

    named = files_named(settings_of(config, {}))

    assert list(named) == [config, *(tmp_path / name for name in (*names[:4], "templates", *names[4:]))]


def test_a_folder_that_is_closed(in_the_open: Path) -> None:
    """It's told once, whatever lies in it; one that may be passed through alone is closed to who lists it."""
    folder, files = in_the_open / "templates", [in_the_open / "templates" / name for name in ("a.j2", "b.j2")]
    folder.mkdir()
    for path in files:
        path.touch(0o644)
    assert list(unseen((folder, *files))) == []

    folder.chmod(0o711)
    assert list(unseen(files)) == []
    assert list(unseen((folder, *files))) == [f"{folder} can't be read by the unit: {folder} is closed to others"]
    folder.chmod(0o700)
    assert list(unseen((folder, *files))) == [f"{folder} can't be read by the unit: {folder} is closed to others"]


SECRETS = """
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"

[accounts.work]
host = "imap.example.org"
username = "dana@studio.example"
{way}

[tasks]
caldav_url = "https://dav.example.org/tasks/"
username = "dana"
password_command = "pass tasks"

[digest]
by = "smtp"

[smtp]
host = "smtp.example.org"
username = "dana"
password_file = "{home}/smtp"

[health]
healthcheck_url_env = "NO_SUCH_ADDRESS"
"""


@pytest.mark.parametrize(
    ("way", "lack"),
    [
        ('password_keyring = "imap/dana"', ["accounts.work: the unit has no desktop's keyring"]),
        (
            'token_command = "token work"',
            ["accounts.work: its command must work without a home folder and as a user of the unit's own"],
        ),
        ('password_file = "/etc/hostname"', []),
        ('oauth = "microsoft"\n[oauth.microsoft]\nclient_id = "a"', []),
        (
            'oauth = "google"\n[oauth.google]\nclient_id = "a"\nclient_secret_env = "NO_SUCH_SECRET"',
            ["oauth.google: NO_SUCH_SECRET is nowhere: put it into {config}/.env (chmod 600)"],
        ),
    ],
)
def test_what_the_machines_unit_would_lack(tmp_path: Path, way: str, lack: list[str]) -> None:
    """Of each secret that it couldn't get at it's told why, and whose it is."""
    config = tmp_path / "config.toml"
    config.write_text(SECRETS.format(way=way, home=ROOTS_HOME))

    told = list(secrets_unseen(settings_of(config, {}), system_place(), {}))

    assert told[:-3] == [words.format(config=tmp_path) for words in lack]
    assert told[-3:] == [
        "tasks: its command must work without a home folder and as a user of the unit's own",
        f"smtp: {ROOTS_HOME}/smtp lies in /root, which is hidden from the unit; use a credential in its place",
        f"health: NO_SUCH_ADDRESS is nowhere: put it into {tmp_path}/.env (chmod 600)",
    ]


def test_lines_that_systemd_reads_otherwise(tmp_path: Path) -> None:
    """They are told by their numbers, for the machine's unit alone; what stands in them isn't."""
    config = tmp_path / "config.toml"
    config.write_text(SECRETS.format(way='password_env = "WORK"', home=ROOTS_HOME))
    settings = settings_of(config, {})
    (tmp_path / ".env").write_text("WORK='it\\'s'\n")

    [told] = lines_unlike(settings, system_place())
    assert told.startswith(
        f"{tmp_path}/.env: systemd may read line 1 otherwise than Crickets does: write NAME='…', or "
    )
    assert list(lines_unlike(settings, user_place({"HOME": str(tmp_path)}))) == []
    (tmp_path / ".env").write_text("WORK='its'\nexport A=1\nB=1 # one\n")
    [told] = lines_unlike(settings, system_place())
    assert "read lines 2, 3 otherwise" in told
    (tmp_path / ".env").unlink()
    assert list(lines_unlike(settings, system_place())) == []

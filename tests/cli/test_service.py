"""`service`: beside programs that stand in for systemd's; tests/unit/really.py has the real ones."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crickets.unit.text import signed
from tests.cli.home import Home
from tests.cli.terminal import Terminal
from tests.unit.fake_systemd import FakeSystemd

RUNNING = """\
Id=crickets.service
LoadState=loaded
UnitFileState=enabled
ActiveState=active
SubState=running
ActiveEnterTimestamp=Mon 2026-01-05 08:30:00 UTC
ExecMainStartTimestamp=Mon 2026-01-05 08:29:50 UTC
StatusText=work: 3 threads\x1b[2J, read at 08:29 UTC
Result=success
FragmentPath={path}
"""
INSTALL = ("service", "install", "--user")


@pytest.fixture
def systemd(home: Home, tmp_path: Path) -> FakeSystemd:
    """Programs that stand in for systemd's, on the PATH of a home."""
    made = FakeSystemd.made(tmp_path / "systemd")
    home.monkeypatch.delenv("XDG_STATE_HOME")
    home.monkeypatch.setenv("PATH", made.path)
    return made


def unit_of(home: Home) -> Path:
    """Where a user's unit belongs."""
    return home.folder / ".config" / "systemd" / "user" / "crickets.service"


def test_a_first_installation(home: Home, systemd: FakeSystemd) -> None:
    """The unit is written for this program and this config, and started; the manager hears of it in that order."""
    told = home(*INSTALL)

    assert told.code == 0
    text = unit_of(home).read_text()
    [start] = re.findall(r"(?m)^ExecStart=(.*)$", text)
    assert start.endswith(f" --config {home.config} run")
    assert os.access(start.split()[0], os.X_OK)
    assert unit_of(home).stat().st_mode & 0o777 == 0o644
    assert systemd.diary == [
        "systemctl --user daemon-reload",
        "systemctl --user enable crickets.service",
        "systemctl --user restart crickets.service",
    ]
    assert "Crickets runs for you." in told.out
    assert "loginctl enable-linger" in told.err


def test_once_more(home: Home, systemd: FakeSystemd) -> None:
    """What is as it should be isn't written anew, and what runs isn't started anew."""
    home(*INSTALL)
    before = unit_of(home).stat().st_mtime_ns

    home(*INSTALL)

    assert unit_of(home).stat().st_mtime_ns == before
    assert systemd.diary[3:] == ["systemctl --user enable crickets.service", "systemctl --user start crickets.service"]


@pytest.mark.parametrize(("began", "word"), [("2026-01-05", "restart"), ("2626-01-05", "start")])
def test_once_more_after_an_upgrade(home: Home, systemd: FakeSystemd, began: str, word: str) -> None:
    """A daemon that began before its program was last changed is started anew, though its unit is as it should be."""
    home(*INSTALL)
    systemd.says("show", RUNNING.format(path=unit_of(home)).replace("2026-01-05 08:29", f"{began} 08:29"))

    assert home(*INSTALL).code == 0
    assert systemd.diary[-1] == f"systemctl --user {word} crickets.service"


@pytest.mark.parametrize("name", [".env", "config.toml"])
def test_once_more_with_another_config(home: Home, systemd: FakeSystemd, name: str) -> None:
    """A daemon that began before its config or the secrets beside it were changed is started anew."""
    home(*INSTALL)
    began = int(unit_of(home).stat().st_ctime)
    told = f"{datetime.fromtimestamp(began, UTC):%F %T}"
    systemd.says("show", RUNNING.format(path=unit_of(home)).replace("2026-01-05 08:29:50", told))
    home(*INSTALL)
    assert systemd.diary[-1] == "systemctl --user start crickets.service"

    changed = home.folder / name
    while int(changed.stat().st_ctime) <= began:  # a second at most: nobody sets that clock
        changed.touch()
    home(*INSTALL)

    assert systemd.diary[-1] == "systemctl --user restart crickets.service"


def test_a_daemon_with_much_to_say(home: Home, systemd: FakeSystemd) -> None:
    """What systemd tells after its status is known all the same; and the status is bounded."""
    home(*INSTALL)
    lines = RUNNING.format(path=unit_of(home)).splitlines()
    status = "StatusText=" + "; ".join(f"account{n:03}: 1234 threads, read at 08:30 UTC" for n in range(100))
    systemd.says("show", "\n".join([status, *(line for line in lines if not line.startswith("StatusText"))]))

    document = home("service", "status", "--user", "--json").json

    assert (document["loaded"], document["active"], document["enabled"]) == ("loaded", "active", "enabled")
    assert document["status"].startswith("account000: 1234 threads")
    assert len(document["status"]) == 2000
    assert home("service", "uninstall", "--user").code == 0
    assert systemd.diary[-2] == "systemctl --user disable --now crickets.service"


def test_a_unit_of_another_version(home: Home, systemd: FakeSystemd) -> None:
    """One that nobody has touched is written anew, and the daemon started anew."""
    home(*INSTALL)
    body = unit_of(home).read_text().rpartition("# Written by")[0]
    unit_of(home).write_text(signed(body.replace("WatchdogSec=120", "WatchdogSec=60")))
    assert home("service", "status", "--user", "--json").json["file"] == "older"

    assert home(*INSTALL).code == 0

    assert "WatchdogSec=120" in unit_of(home).read_text()
    assert systemd.diary[-1] == "systemctl --user restart crickets.service"


@pytest.mark.parametrize("command", ["install", "uninstall"])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("WatchdogSec=120", "WatchdogSec=1h"),
        lambda text: f"{text}[Service]\n",
        lambda text: "",
        lambda text: re.sub("# Written by .*", "", text),
    ],
    ids=["a value", "a line after the end", "emptied", "its signature gone"],
)
def test_a_unit_that_its_owner_has_changed(home: Home, systemd: FakeSystemd, command: str, change: object) -> None:
    """It's neither overwritten nor removed; where changes belong is told."""
    home(*INSTALL)
    assert callable(change)
    unit_of(home).write_text(changed := change(unit_of(home).read_text()))

    told = home("service", command, "--user")

    assert (told.code, told.out) == (2, "")
    assert "systemctl --user edit crickets.service" in told.err
    assert unit_of(home).read_text() == changed
    assert len(systemd.diary) == 3
    assert home("service", "status", "--user", "--json").json["file"] == "changed"


def test_the_shipped_unit_copied_by_hand(home: Home, systemd: FakeSystemd) -> None:
    """It counts as ours: nobody has changed it."""
    unit_of(home).parent.mkdir(parents=True)
    unit_of(home).write_text((Path(__file__).parents[2] / "systemd/user/crickets.service").read_text())

    assert home(*INSTALL).code == 0
    assert str(home.config) in unit_of(home).read_text()


def test_a_rehearsal(home: Home, systemd: FakeSystemd) -> None:
    """It shows each step and the unit's text, and does nothing."""
    told = home(*INSTALL, "--dry-run", "--linger")

    assert told.code == 0
    assert "would run systemctl --user enable crickets.service" in told.out
    assert "would run loginctl enable-linger" in told.out
    assert "\nRestartPreventExitStatus=2 74 77 78\n" in told.out
    assert not unit_of(home).exists()
    assert systemd.diary == []


def test_a_wrong_config(home: Home, systemd: FakeSystemd) -> None:
    """It's told, and nothing is written."""
    home.config.write_text("[nonsense]\n")

    told = home(*INSTALL)

    assert (told.code, unit_of(home).exists(), systemd.diary) == (78, False, [])


def test_a_secret_in_the_environment_alone(home: Home, systemd: FakeSystemd) -> None:
    """It's pointed out: the unit won't have it; and the secret itself is told nowhere."""
    (home.folder / ".env").unlink()
    home.monkeypatch.setenv("WORK_IMAP_PASSWORD", "s3same-open")

    told = home(*INSTALL, "--json")

    [warning] = told.json["warnings"]
    assert "WORK_IMAP_PASSWORD is only in your environment, which the unit doesn't have" in warning
    assert "s3same-open" not in told.out + told.err + unit_of(home).read_text()


def test_a_ledger_that_the_unit_may_not_find(home: Home, systemd: FakeSystemd) -> None:
    """It's pointed out: daemon and commands would each have one of their own."""
    home.monkeypatch.setenv("XDG_STATE_HOME", str(home.folder))

    [warning] = home(*INSTALL, "--json").json["warnings"]

    assert warning.startswith("XDG_STATE_HOME is set in your environment")


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ('credential = "work"', "the credential work must be loaded by a drop-in"),
        (
            'password_keyring = "imap/dana"',
            "a keyring is open only while you are logged in",
        ),
    ],
)
def test_other_secrets_that_the_unit_may_lack(home: Home, systemd: FakeSystemd, way: str, words: str) -> None:
    """Each is pointed out by the account's name."""
    home.config.write_text(home.config.read_text().replace('password_env = "WORK_IMAP_PASSWORD"', way))

    [warning] = home(*INSTALL, "--dry-run", "--json").json["warnings"]

    assert warning.startswith(f"accounts.work: {words}")


def test_a_credential_that_a_drop_in_loads(home: Home, systemd: FakeSystemd) -> None:
    """There is nothing to point out."""
    home.config.write_text(
        home.config.read_text().replace('password_env = "WORK_IMAP_PASSWORD"', 'credential = "work"')
    )
    drop_in = unit_of(home).with_name("crickets.service.d") / "secrets.conf"
    drop_in.parent.mkdir(parents=True)
    drop_in.write_text("[Service]\nLoadCredential=work:%h/.work\n")

    told = home(*INSTALL, "--json")

    assert told.json["warnings"] == []
    assert home("service", "status", "--user", "--json").json["drop_ins"] == [str(drop_in)]


@pytest.mark.parametrize(("answer", "lingers"), [("y", True), ("", False)])
def test_lingering_is_offered(home: Home, systemd: FakeSystemd, answer: str, *, lingers: bool) -> None:
    """On a terminal it's asked for; silence is no yes."""
    with Terminal(home, *INSTALL) as terminal:
        terminal.answer("enable-linger)? [y/N]: ", answer)
        terminal.rest()

    assert terminal.code == 0
    assert any(line.startswith("loginctl enable-linger ") for line in systemd.diary) is lingers


def test_lingering_that_is_on(home: Home, systemd: FakeSystemd) -> None:
    """It's left as it is."""
    systemd.says("show-user", "Linger=yes\n", of="loginctl")

    told = home(*INSTALL, "--linger", "--json")

    assert told.json["linger"] is True
    assert [line for line in systemd.diary if line.startswith("loginctl")] == []


def test_how_it_stands(home: Home, systemd: FakeSystemd) -> None:
    """File, program, state, since when, in the owner's zone; what systemd says can't rewrite the terminal."""
    home(*INSTALL)
    systemd.says("show", RUNNING.format(path=unit_of(home)))

    told = home("service", "status", "--user")
    document = home("service", "status", "--user", "--json").json

    assert (told.code, "\x1b" in told.out) == (0, False)
    assert "active (running) since Mon 5 Jan" in told.out.replace(" 2026", "")
    assert r"work: 3 threads\x1b[2J, read at 08:29 UTC" in told.out
    assert "journalctl --user -u crickets -n 20" in told.out
    assert document["since"] == "2026-01-05T09:30:00+01:00"
    assert (document["file"], document["enabled"], document["active"]) == ("current", "enabled", "active")
    assert (document["program_is_there"], document["linger"], document["error"]) == (True, False, None)


def test_a_program_that_is_gone(home: Home, systemd: FakeSystemd) -> None:
    """It's told: an upgrade may have moved it."""
    home(*INSTALL)
    text = unit_of(home).read_text()
    unit_of(home).write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/gone/crickets", text))

    assert "/gone/crickets is gone" in home("service", "status", "--user").out


def test_taking_it_away(home: Home, systemd: FakeSystemd) -> None:
    """The daemon is ended first; the config stays; once more there is nothing to do."""
    home(*INSTALL)

    told = home("service", "uninstall", "--user")

    assert (told.code, unit_of(home).exists(), home.config.exists()) == (0, False, True)
    assert systemd.diary[3:] == [
        "systemctl --user disable --now crickets.service",
        "systemctl --user daemon-reload",
    ]
    again = home("service", "uninstall", "--user", "--json")
    assert (again.code, again.json["steps"]) == (0, [])


def test_a_unit_that_somebody_else_has_put_there(home: Home, systemd: FakeSystemd) -> None:
    """A package's is its own to take away."""
    systemd.says("show", RUNNING.format(path="/usr/lib/systemd/user/crickets.service"))

    told = home("service", "uninstall", "--user")

    assert told.code == 2
    assert "/usr/lib/systemd/user/crickets.service" in told.err


def test_no_systemd_at_all(home: Home, tmp_path: Path) -> None:
    """It's told in words, with what to do instead, and nothing is written; `status` still tells of the file."""
    home.monkeypatch.setenv("PATH", str(tmp_path))

    told, status = home(*INSTALL), home("service", "status", "--user", "--json")

    assert (told.code, unit_of(home).exists()) == (2, False)
    assert "There is no `systemctl` here" in told.err
    assert "docs/elsewhere.md" in told.err
    assert (status.code, status.json["file"], status.json["error"]["exit_code"]) == (2, "missing", 2)


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        (
            "System has not been booted with systemd as init system (PID 1). Can't operate.",
            2,
            "this may be a container",
        ),
        ("Interactive authentication required.\x1b]0;gone\x07", 75, r"required.\x1b]0;gone\x07"),
    ],
)
def test_a_manager_that_can_not_be_asked(home: Home, systemd: FakeSystemd, said: str, code: int, words: str) -> None:
    """Nothing is written; its words are told, and what would rewrite the terminal is shown."""
    systemd.fails("show", said)

    told = home(*INSTALL)

    assert (told.code, unit_of(home).exists(), "\x1b" in told.err) == (code, False, False)
    assert words in told.err


def test_a_daemon_that_does_not_start(home: Home, systemd: FakeSystemd) -> None:
    """It's told where to look; trying again is safe."""
    systemd.fails("restart", "Job for crickets.service failed.")

    told = home(*INSTALL)

    assert told.code == 75
    assert "Job for crickets.service failed." in told.err
    assert told.err.rstrip().endswith("journalctl --user -u crickets -n 30")


def test_a_folder_that_can_not_be_written(home: Home, systemd: FakeSystemd) -> None:
    """It's a file that can't be used: 74."""
    (home.folder / ".config").write_text("")

    told = home(*INSTALL)

    assert (told.code, systemd.diary) == (74, [])


@pytest.mark.parametrize("owner", ["Dana", "dana levi", "../dana", "x" * 23, "-x"])
def test_a_name_that_no_unit_can_have(home: Home, owner: str) -> None:
    """It's wrong usage."""
    assert home("service", "status", f"--owner={owner}").code == 2


def test_of_several_owners(home: Home, systemd: FakeSystemd) -> None:
    """The config of each is in its own folder, and can't be another."""
    told = home.plain("service", "install", "--owner", "nobody-at-all", "--dry-run")
    named = home("service", "install", "--owner", "nobody-at-all", "--dry-run")

    assert (told.code, named.code) == (78, 2)
    assert "/etc/crickets/nobody-at-all/config.toml" in told.err
    assert "Lay nobody-at-all's config there" in told.err
    assert "crickets init" not in told.err, "it would be the machine's"
    assert systemd.diary == []


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_the_machines_unit_without_being_root(home: Home, systemd: FakeSystemd, command: str) -> None:
    """It's refused before a config is looked for, which would be missing too; a rehearsal is anybody's."""
    home.monkeypatch.setattr("os.geteuid", lambda: 1000)

    told = home.plain("service", command, "--system")
    tried = home.plain("service", command, "--system", "--dry-run")

    assert (told.code, told.out) == (2, "")
    assert "root's" in told.err
    assert "docs/systemd.md" in told.err
    assert "root's" not in tried.err
    assert "disable" not in " ".join(systemd.diary)


def test_for_the_machine(home: Home, systemd: FakeSystemd, in_the_open: Path) -> None:
    """What the unit couldn't read is refused before anything is done; nothing has been signed in for it yet."""
    config, own = in_the_open / "config.toml", in_the_open / "own.pem"
    way_in = f'oauth = "microsoft"\ntls_ca_file = "{own}"\n[oauth.microsoft]\nclient_id = "a"'
    config.write_text(home.config.read_text().replace('password_env = "WORK_IMAP_PASSWORD"', way_in))
    own.touch(0o600)

    refused = home.plain("--config", str(config), "service", "install", "--system", "--dry-run", "--json")
    assert (refused.code, refused.out) == (2, "")
    assert f"{own} can't be read by the unit: {own} is closed to others" in refused.err


def test_the_document_of_an_installation(home: Home, systemd: FakeSystemd) -> None:
    """Its fields are those that docs/json.md tells."""
    page = (Path(__file__).parents[2] / "docs/json.md").read_text()
    part = page.partition("## `service …")[2].partition("\n## ")[0]
    documents = [
        home(*INSTALL, "--json").out,
        home("service", "status", "--user", "--json").out,
        home("service", "uninstall", "--user", "--json").out,
    ]

    fields = {name for document in documents for name in json.loads(document)}

    assert [name for name in fields if not re.search(rf"`{name}(\[\])?`", part)] == []

"""What `init` offers at its end."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from crickets.cli.given import Given
from crickets.cli.offering import offer_service
from crickets.errors import Transient

WITH_SERVICE = ("init", "service")


def nothing() -> None:
    """Systemd is at work."""


class Runs:
    """The commands that were run, and how they end."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.seen: list[tuple[str, ...]] = []

    def __call__(self, arguments: Sequence[str]) -> int:
        self.seen.append(tuple(arguments))
        return self.code


def test_it_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    """`service install` is run, for the config that was named."""
    runs = Runs()
    offer_service(Given(service=True), None, commands=WITH_SERVICE, run=runs, lacking=nothing)
    offer_service(
        Given(service=True), Path("/etc/crickets/my config.toml"), commands=WITH_SERVICE, run=runs, lacking=nothing
    )

    assert runs.seen == [
        ("service", "install"),
        ("--config", "/etc/crickets/my config.toml", "service", "install"),
    ]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (Given(service=True, linger=False), ("--no-linger",)),
        (Given(service=True, linger=True, quiet=True), ("--linger",)),
        (Given(service=True, quiet=True), ("--no-linger",)),
        (Given(service=True), ()),
    ],
)
def test_whether_it_goes_on_when_its_owner_is_logged_out(given: Given, word: tuple[str, ...]) -> None:
    """What the options say, `--yes` among them, isn't asked by the other command."""
    runs = Runs()
    offer_service(given, None, commands=WITH_SERVICE, run=runs)

    assert runs.seen == [("service", "install", *word)]


def test_it_is_not_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a word on it, and with nobody to ask, nothing is installed; the command is named."""
    runs = Runs()
    offer_service(Given(quiet=True), None, commands=WITH_SERVICE, run=runs, lacking=nothing)
    offer_service(Given(service=False), Path("/etc/my config.toml"), commands=WITH_SERVICE, run=runs, lacking=nothing)

    assert runs.seen == []
    shown = capsys.readouterr().err
    assert "`crickets service install`" in shown
    assert "`crickets --config '/etc/my config.toml' service install`" in shown


@pytest.mark.parametrize(("typed", "runs_it"), [("\n", True), ("y\n", True), ("n\n", False), ("", False)])
def test_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, typed: str, *, runs_it: bool) -> None:
    """Enter means yes; who breaks off says no, and what is written stays."""

    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Keyboard(typed))
    runs = Runs()
    offer_service(Given(), None, commands=WITH_SERVICE, run=runs, lacking=nothing)

    assert bool(runs.seen) is runs_it


def test_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """The command has told why; what is to be done is told once more."""
    offer_service(Given(service=True), None, commands=WITH_SERVICE, run=Runs(74), lacking=nothing)

    assert "Once that is mended: `crickets service install`" in capsys.readouterr().err


def test_there_is_no_systemd(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is offered that can't be; who orders it all the same is told so by the command itself."""
    runs = Runs()
    lack = Transient("systemd doesn't run.", remedy="Have `crickets run` started otherwise.")
    offer_service(Given(), None, commands=WITH_SERVICE, run=runs, lacking=lambda: lack)
    told = capsys.readouterr().err
    offer_service(Given(service=True), None, commands=WITH_SERVICE, run=runs, lacking=lambda: lack)

    assert runs.seen == [("service", "install")]
    assert told == "systemd doesn't run. Have `crickets run` started otherwise.\n"


def test_roots_commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Who came by sudo is told the command with it."""
    monkeypatch.setenv("SUDO_UID", "1000")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    config = Path("/etc/crickets/config.toml")
    offer_service(Given(service=True), config, commands=WITH_SERVICE, run=Runs(74), lacking=nothing)

    assert "`sudo crickets --config /etc/crickets/config.toml service install`" in capsys.readouterr().err


def test_an_owners_unit() -> None:
    """Who sets up for one of several owners gets that one's unit, which knows its config by the name."""
    runs = Runs()
    config = Path("/etc/crickets/dana/config.toml")
    offer_service(Given(service=True), config, owner="dana", commands=WITH_SERVICE, run=runs, lacking=nothing)

    assert runs.seen == [("service", "install", "--owner", "dana")]


def test_there_is_no_such_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is offered that isn't there."""
    runs = Runs()
    offer_service(Given(service=True), None, commands=("init",), run=runs, lacking=nothing)

    assert runs.seen == []
    assert "docs/systemd.md" in capsys.readouterr().err

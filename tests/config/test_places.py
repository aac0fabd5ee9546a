"""Where the config is sought, and where the ledger lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.places import find, ledger_path, resolved, state_dir
from crickets.errors import ConfigError, ExitCode
from tests.config.builders import TEMPLATES, a_file


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def test_a_file_that_is_named(tmp_path: Path) -> None:
    """`--config` goes before the environment, and is taken as it is."""
    named = tmp_path / "mine.toml"

    assert find(named, {"CRICKETS_CONFIG": "/other.toml"}) == named


def test_a_relative_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds wherever the program goes later."""
    monkeypatch.chdir(tmp_path)

    assert find(Path("mine.toml"), {}) == tmp_path / "mine.toml"


def test_a_file_in_the_environment() -> None:
    """`$CRICKETS_CONFIG` goes before the usual places, there or not."""
    assert find(None, {"CRICKETS_CONFIG": "/other.toml", "HOME": "/nowhere"}) == Path("/other.toml")


def test_the_users_folder(tmp_path: Path) -> None:
    """It's the one below the home."""
    config = _made(tmp_path / ".config/crickets/config.toml")

    assert find(None, {"HOME": str(tmp_path), "CRICKETS_CONFIG": ""}) == config


def test_the_users_folder_elsewhere(tmp_path: Path) -> None:
    """XDG_CONFIG_HOME goes before the home."""
    config = _made(tmp_path / "xdg/crickets/config.toml")
    _made(tmp_path / ".config/crickets/config.toml")

    assert find(None, {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "xdg")}) == config


def test_a_relative_folder_of_the_user(tmp_path: Path) -> None:
    """XDG says to ignore it."""
    config = _made(tmp_path / ".config/crickets/config.toml")

    assert find(None, {"HOME": str(tmp_path), "XDG_CONFIG_HOME": "xdg"}) == config


def test_no_config_anywhere(tmp_path: Path) -> None:
    """The places that were searched are told, and how to get a config."""
    with pytest.raises(ConfigError) as caught:
        load(None, {"HOME": str(tmp_path)}, templates=TEMPLATES)

    assert str(caught.value) == (
        "no config found; searched --config, $CRICKETS_CONFIG, "
        f"{tmp_path}/.config/crickets/config.toml, /etc/crickets/config.toml\n"
        "Run `crickets init` to make one, or name one with --config."
    )
    assert caught.value.exit_code is ExitCode.CONFIG


def test_a_config_that_is_found(tmp_path: Path) -> None:
    """Without a name, what lies in the user's folder is loaded."""
    path = a_file(tmp_path)

    assert load(None, {"CRICKETS_CONFIG": str(path)}, templates=TEMPLATES).path == path


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"STATE_DIRECTORY": "/var/lib/crickets", "XDG_STATE_HOME": "/x"}, "/var/lib/crickets"),
        ({"STATE_DIRECTORY": "/var/lib/a:/var/lib/b"}, "/var/lib/a"),
        ({"STATE_DIRECTORY": "", "XDG_STATE_HOME": "/x", "HOME": "/home/dana"}, "/x/crickets"),
        ({"XDG_STATE_HOME": "x", "HOME": "/home/dana"}, "/home/dana/.local/state/crickets"),
        ({"HOME": "/home/dana"}, "/home/dana/.local/state/crickets"),
    ],
)
def test_the_ledgers_folder(environment: dict[str, str], folder: str) -> None:
    """Systemd's word goes before XDG's, which goes before the home."""
    assert state_dir(environment) == Path(folder)
    assert ledger_path(environment) == Path(folder, "ledger.sqlite3")


def test_no_folder_for_the_ledger() -> None:
    """Without a home there is no place to guess."""
    with pytest.raises(ConfigError) as caught:
        state_dir({})

    assert str(caught.value) == (
        "no place for the ledger: none of $STATE_DIRECTORY, $XDG_STATE_HOME and $HOME is set\n"
        "Set HOME, or StateDirectory=crickets in the systemd unit."
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("ca.pem", "/etc/crickets/ca.pem"),
        ("/ca.pem", "/ca.pem"),
        ("~/ca.pem", "/home/dana/ca.pem"),
        ("~dana/ca.pem", "/etc/crickets/~dana/ca.pem"),
    ],
)
def test_a_path_in_the_config(text: str, path: str) -> None:
    """It begins where the config lies, or at home."""
    assert resolved(text, Path("/etc/crickets/config.toml"), {"HOME": "/home/dana"}) == Path(path)

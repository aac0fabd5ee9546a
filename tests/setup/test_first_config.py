"""The files that `init` writes: what they say, who may read them, and that nothing is ever written over."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.secrets import secret_of, secret_of_client
from crickets.config.settings import OAuthClient, Provider
from crickets.errors import LedgerUnusable
from crickets.mailbox import Server, Tls
from crickets.setup.first_config import (
    EVERYBODY,
    ITS_OWNER,
    AlreadyThere,
    Answers,
    Client,
    config_text,
    env_text,
    first_place,
    moved_in,
    readers_at,
    refuse_to_overwrite,
    write_new,
    written_together,
)
from crickets.writing import TEMPLATE_NAMES

PASSWORDS = ["plain", "it's", 'a "b" $HOME `x` \\ #!', "żółć\\'", "${PATH}", " blanks ", "ends with \\"]


def answers(*, client: Client | None = None, server: Server | None = None) -> Answers:
    """What an owner answered."""
    return Answers(
        name='Dana "D" Levi\\',
        address="dana@studio.example",
        timezone="Europe/Rome",
        country="DE-BY",
        server=server or Server(account="mail", host="imap.studio.example", port=993, username="dana"),
        variable="" if client else "MAIL_IMAP_PASSWORD",
        client=client,
    )


def written(folder: Path, told: Answers, secrets: dict[str, str]) -> Path:
    """The files, as `init` writes them."""
    config = folder / "config.toml"
    write_new(folder / ".env", env_text(secrets))
    write_new(config, config_text(told))
    return config


@pytest.mark.parametrize("secret", PASSWORDS)
def test_any_password(tmp_path: Path, secret: str) -> None:
    """What is written is what is read."""
    config = written(tmp_path, answers(), {"MAIL_IMAP_PASSWORD": secret})
    (account,) = load(config, {}, templates=TEMPLATE_NAMES).accounts

    assert secret_of(account, config=config, environment={}) == secret


def test_what_a_config_says(tmp_path: Path) -> None:
    """It loads, without a warning, and each answer stands where it belongs."""
    server = Server(
        account="studio-2",
        host="localhost",
        port=1143,
        tls=Tls.STARTTLS,
        username="dana",
        tls_ca_file=tmp_path / 'ca "1".pem',
    )
    (tmp_path / 'ca "1".pem').touch()
    settings = load(written(tmp_path, answers(server=server), {}), {}, templates=TEMPLATE_NAMES)
    (account,) = settings.accounts

    assert (account.name, account.host, account.port, account.tls.value) == ("studio-2", "localhost", 1143, "starttls")
    assert account.tls_ca_file == server.tls_ca_file
    assert settings.policy.owner.name == 'Dana "D" Levi\\'
    assert settings.policy.owner.phone_region == "DE"
    assert settings.warnings == ()


def test_a_config_of_one_who_signs_in(tmp_path: Path) -> None:
    """Each provider's table is there, and Google's secret is sought where it was put."""
    google = Client(provider=Provider.GOOGLE, client_id="1-a.apps", variable="G_SECRET", secret="GOCSPX-it's")
    config = written(tmp_path, answers(client=google), {"G_SECRET": google.secret})
    (account,) = load(config, {}, templates=TEMPLATE_NAMES).accounts

    assert isinstance(account.secret, OAuthClient)
    assert account.secret.client_id == "1-a.apps"
    assert secret_of_client(account.secret, config=config, environment={}) == "GOCSPX-it's"
    assert google.secret not in config.read_text()
    assert google.secret not in repr(google)


def test_a_config_of_one_who_signs_in_at_microsoft(tmp_path: Path) -> None:
    """Tenant and cloud are its owner's."""
    client = Client(
        provider=Provider.MICROSOFT, client_id="1-2", tenant="studio.example", authority="https://login.cloud.example"
    )
    (account,) = load(written(tmp_path, answers(client=client), {}), {}, templates=TEMPLATE_NAMES).accounts

    assert isinstance(account.secret, OAuthClient)
    assert account.secret.token_url == "https://login.cloud.example/studio.example/oauth2/v2.0/token"


def test_a_file_that_is_written(tmp_path: Path) -> None:
    """Only its owner may read it, the folder is made for them alone, and nothing is left beside."""
    path = tmp_path / "crickets" / "config.toml"
    write_new(path, "x")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes for others")
def test_what_root_writes(tmp_path: Path) -> None:
    """It's the user's who has the folder."""
    os.chown(tmp_path, 65534, 65534)
    write_new(tmp_path / "config.toml", "x")

    assert (tmp_path / "config.toml").stat().st_uid == 65534


def test_a_file_that_is_there(tmp_path: Path) -> None:
    """It's never written over: neither a file, nor a link that leads nowhere."""
    mine, link = tmp_path / "mine", tmp_path / "link"
    mine.write_text("mine")
    link.symlink_to(tmp_path / "nowhere")

    for path in (mine, link):
        with pytest.raises(AlreadyThere, match="is there already"):
            write_new(path, "x")
        with pytest.raises(AlreadyThere, match="init --add"):
            refuse_to_overwrite(path)
    assert mine.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "mine"]


def test_a_file_that_is_set_aside(tmp_path: Path) -> None:
    """It gets a name that nothing has, each time another; what isn't there is passed over."""
    config = tmp_path / "config.toml"
    for text in ("first", "second"):
        config.write_text(text)
        with written_together({}, aside=(config, tmp_path / ".env")) as moved:
            assert [path.read_text() for path in moved] == [text]

    assert texts_in(tmp_path) == {"config.toml.old": "first", "config.toml.old1": "second"}


def texts_in(folder: Path) -> dict[str, str]:
    """All files of a folder, and what is in them."""
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


class TestFilesThatBelongTogether:
    @pytest.fixture
    def files(self, tmp_path: Path) -> tuple[Path, Path]:
        """A config and an `.env` that are there."""
        files = tmp_path / ".env", tmp_path / "config.toml"
        for path in files:
            path.write_text("old")
        return files

    def test_in_place_of_others(self, files: tuple[Path, Path]) -> None:
        """The new ones have their names, and those keep what was in them under others."""
        with written_together(dict.fromkeys(files, "new"), aside=files):
            pass

        assert texts_in(files[0].parent) == {
            ".env": "new", "config.toml": "new", ".env.old": "old", "config.toml.old": "old",
        }  # fmt: skip

    @pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit, OSError])
    def test_what_is_done_beside_them_fails(self, files: tuple[Path, Path], ending: type[BaseException]) -> None:
        """All is as it was, and nothing is left beside."""
        with pytest.raises(ending), written_together(dict.fromkeys(files, "new"), aside=files):
            raise ending

        assert texts_in(files[0].parent) == {".env": "old", "config.toml": "old"}

    def test_one_of_them_cannot_be_written(self, files: tuple[Path, Path]) -> None:
        """None is, and those that are there stay."""
        env, config = files
        with pytest.raises(LedgerUnusable), written_together({env: "new", config / "x": "new"}, aside=(env,)):
            pass

        assert texts_in(env.parent) == {".env": "old", "config.toml": "old"}

    def test_one_of_them_is_there(self, files: tuple[Path, Path]) -> None:
        """It's never written over, and the other isn't written without it."""
        env, config = files
        env.unlink()
        with pytest.raises(AlreadyThere), written_together({env: "new", config: "new"}):
            pass

        assert texts_in(env.parent) == {"config.toml": "old"}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is what plays such a disk")
def test_a_disk_without_second_names(tmp_path: Path) -> None:
    """A file is written there too, and never over another: FAT and some network disks know no hard links."""
    told = [write_where(tmp_path / "config.toml", NO_LINKS) for _ in range(2)]

    assert [each.returncode for each in told] == [0, 1], told[0].stderr
    assert "AlreadyThere" in told[1].stderr
    assert texts_in(tmp_path) == {"config.toml": "x"}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is what plays such a disk")
def test_a_disk_that_fails_at_the_last(tmp_path: Path) -> None:
    """Nothing is left of it, so that the next try isn't told that the config is there already."""
    told = write_where(tmp_path / "config.toml", NO_LINKS, NO_RENAMES)

    assert "LedgerUnusable" in told.stderr
    assert texts_in(tmp_path) == {}


NO_LINKS = "?link,linkat:error=EPERM"
NO_RENAMES = "?rename,?renameat,?renameat2:error=EIO"


def write_where(path: Path, *faults: str) -> subprocess.CompletedProcess[str]:
    """Write a file where the system's calls fail so."""
    injected = tuple(each for fault in faults for each in ("-e", f"inject={fault}"))
    program = f"from crickets.setup.first_config import *; write_new(Path({str(path)!r}), 'x')"
    return subprocess.run(
        ("strace", "-qq", "-o", "/dev/null", *injected, sys.executable, "-c", program),
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_file_that_is_moved_in(tmp_path: Path) -> None:
    """It comes to where there is none, for its owner alone; one that is there stays."""
    source, path = tmp_path / "source", tmp_path / "state" / "ledger.sqlite3"
    source.write_bytes(b"first")
    source.chmod(0o644)

    assert moved_in(source, path)
    source.write_bytes(b"second")
    assert not moved_in(source, path)

    assert path.read_bytes() == b"first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_config_that_cannot_be_written(tmp_path: Path) -> None:
    """It's told as a file that can't be used."""
    (tmp_path / "file").write_text("")

    with pytest.raises(LedgerUnusable, match="can't be written"):
        write_new(tmp_path / "file" / "config.toml", "x")


def test_where_a_first_config_goes(tmp_path: Path) -> None:
    """Where it was said; else where the environment says; else into the user's config folder."""
    named, home = tmp_path / "mine.toml", {"HOME": "/home/dana"}

    assert first_place(named, home) == named
    assert first_place(None, home | {"CRICKETS_CONFIG": str(named)}) == named
    assert first_place(None, home | {"XDG_CONFIG_HOME": "/cfg"}) == Path("/cfg/crickets/config.toml")
    assert first_place(None, home | {"XDG_CONFIG_HOME": "cfg"}) == Path("/home/dana/.config/crickets/config.toml")
    assert first_place(None, home) == Path("/home/dana/.config/crickets/config.toml")


def test_where_roots_first_config_goes(tmp_path: Path) -> None:
    """Where the unit that root installs looks for it; not where root has said otherwise, or has one at home."""
    at_home = {"HOME": str(tmp_path)}
    own = tmp_path / ".config" / "crickets" / "config.toml"

    assert first_place(None, at_home, roots=tmp_path) == Path("/etc/crickets/config.toml")
    assert first_place(own, at_home, roots=tmp_path) == own
    assert first_place(None, {"HOME": "/home/dana"}, roots=tmp_path).is_relative_to("/home/dana")
    write_new(own, "x")
    assert first_place(None, at_home, roots=tmp_path) == own


def test_who_reads_a_config() -> None:
    """The machine's unit, whose user is nobody else, must be able to read its own."""
    assert (
        readers_at(Path("/etc/crickets/config.toml")) == readers_at(Path("/etc/crickets/dana/config.toml")) == EVERYBODY
    )
    secrets = readers_at(Path("/etc/crickets/.env"))
    assert (secrets.file, secrets.folder) == (0o600, 0o755)
    assert readers_at(Path("/home/dana/.config/crickets/config.toml")) == ITS_OWNER
    assert readers_at(Path("/home/dana/.config/crickets/.env")) == ITS_OWNER


def test_a_file_for_everybody(tmp_path: Path) -> None:
    """It and its new folder can be read by others, whatever the umask; a folder that was there stays as it is."""
    tmp_path.chmod(0o700)
    former = os.umask(0o077)
    try:
        write_new(tmp_path / "crickets" / "config.toml", "x", EVERYBODY)
    finally:
        os.umask(former)

    modes = [stat.S_IMODE(each.stat().st_mode) for each in (tmp_path, *tmp_path.rglob("*"))]
    assert modes == [0o700, 0o755, 0o644]

"""Making the servers ready: what is told, and when something missing is a failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.packages import Packages, cached_root, is_unpacked, unpacked
from tests.servers.provision import on_ci, provision
from tests.servers.server import Unavailable


def ready() -> None:
    """A server that is there."""


def missing() -> None:
    """A server that cannot be had."""
    raise Unavailable("cyrus", "no network\nhere")


def test_each_server_is_told_in_one_line() -> None:
    """Ready, or skipped and why."""
    said: list[str] = []
    all_ready = provision({"dovecot": ready, "cyrus": missing}, said.append)

    assert said == ["dovecot: ready", "cyrus: skipped: no network here"]
    assert not all_ready


def test_nothing_missing_is_well() -> None:
    """All ready is all ready."""
    assert provision({"dovecot": ready}, lambda _: None)


@pytest.mark.parametrize(("said", "expected"), [("true", True), ("TRUE", True), ("", False), ("false", False)])
def test_on_ci(said: str, *, expected: bool) -> None:
    """The environment's CI, as its many systems set it."""
    assert on_ci({"CI": said}) is expected


RECIPES = ["dovecot", "cyrus", "courier", "systemd", "strace"]


class TestTheCache:
    A_SERVER = Packages(server="echo", wanted=("no-such-package-anywhere",), program="usr/bin/echo")

    @pytest.fixture
    def cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("CRICKETS_TEST_CACHE", str(tmp_path / "cache"))
        return tmp_path / "cache"

    def test_it_lies_where_the_environment_says(self, cache: Path) -> None:
        """One folder a server, for this system and this list of packages."""
        assert cached_root(self.A_SERVER).parent == cache

    def test_another_list_of_packages_is_another_folder(self, cache: Path) -> None:
        """A package added later is fetched, and not missed in an old cache."""
        longer = Packages(server="echo", wanted=("no-such-package-anywhere", "more"), program="usr/bin/echo")

        assert cached_root(longer) != cached_root(self.A_SERVER)

    def test_what_is_there_is_not_fetched_again(self, cache: Path) -> None:
        """No apt is run for it: these packages do not exist."""
        program = cached_root(self.A_SERVER) / self.A_SERVER.program
        program.parent.mkdir(parents=True)
        program.touch()

        assert unpacked(self.A_SERVER) == cached_root(self.A_SERVER)

    def test_what_cannot_be_had_leaves_nothing_half_done(self, cache: Path) -> None:
        """The reason is told, and no folder looks like a server."""
        with pytest.raises(Unavailable, match=r"^echo: "):
            unpacked(self.A_SERVER)

        assert not is_unpacked(self.A_SERVER, cached_root(self.A_SERVER))
        assert [p.name for p in cache.iterdir() if p.is_dir()] == []


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_the_module_on_a_machine_without_apt(tmp_path: Path, ci: str, code: int) -> None:
    """It says a line for each server, and what is missing is a failure on CI only."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.servers.provision"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={"PATH": str(tmp_path), "CRICKETS_TEST_CACHE": str(tmp_path / "cache"), "CI": ci},
    )

    assert [line.split(":")[0] for line in done.stdout.splitlines()] == RECIPES
    assert "strace: skipped: it is not installed, and there is no apt-get to install strace" in done.stdout
    assert "cyrus: skipped: its packages are fetched by apt-get" in done.stdout
    assert (done.returncode, done.stderr) == (code, "")

"""The file of tokens: its owner's alone, whole at all times, and not believed where it may be another's."""

from __future__ import annotations

import json
import os
import resource
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crickets.errors import LedgerUnusable
from crickets.signin import Grant, TokenFile
from crickets.signin.tokens import _lock
from tests.signin.builders import NOW, a_grant


def keep(file: TokenFile, grant: Grant) -> None:
    """Keep a grant."""
    with file.changing() as save:
        save(grant)


_KILLED_AT_WORK = """
import os, pathlib, crickets.signin as s
with s.TokenFile(pathlib.Path("state"), "work").changing():
    os.kill(os.getpid(), 9)
"""


def one_is_killed_at_work(file: TokenFile) -> None:
    """Another process is, while it changes the file."""
    program, folder = [sys.executable, "-c", _KILLED_AT_WORK], file.path.parents[2]
    subprocess.run(program, env={"PYTHONPATH": ":".join(sys.path)}, cwd=folder, check=False)


@pytest.fixture
def file(tmp_path: Path) -> TokenFile:
    """The file of an account, before the first sign-in."""
    return TokenFile(tmp_path / "state", "work")


def test_before_the_first_sign_in(file: TokenFile) -> None:
    """There is nothing, and looking makes nothing."""
    assert file.read() is None
    assert not file.path.parent.parent.exists()


def test_a_grant(file: TokenFile) -> None:
    """It's read as it was kept, and so is one that has ended."""
    for grant in (
        a_grant(),
        a_grant(ends_at=NOW),
        a_grant(refresh_token=""),
        a_grant().ended("invalid_grant: è finita"),
    ):
        keep(file, grant)
        assert file.read() == grant


def test_whose_eyes_it_is_for(file: TokenFile) -> None:
    """Folder and files are their owner's alone, whatever the umask, and nothing else is left beside them."""
    former = os.umask(0)
    try:
        keep(file, a_grant())
    finally:
        os.umask(former)

    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.path.parent.iterdir()}
    assert modes == {"work.json": 0o600, "work.lock": 0o600}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes for others")
def test_what_root_writes(file: TokenFile, tmp_path: Path) -> None:
    """It belongs to the user whose service reads it, who has the state folder."""
    (tmp_path / "state").mkdir()
    os.chown(tmp_path / "state", 65534, 65534)

    keep(file, a_grant())
    keep(file, a_grant(access_token="new"))

    made = [file.path.parent, *file.path.parent.iterdir()]
    assert {(path.stat().st_uid, path.stat().st_gid) for path in made} == {(65534, 65534)}
    assert file.read() == a_grant(access_token="new")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes for others")
def test_what_root_does_not_give_away(file: TokenFile, tmp_path: Path) -> None:
    """A file of root's to which the user has made another name, in their own folder, stays root's."""
    file.path.parent.mkdir(parents=True, mode=0o700)
    for folder in (tmp_path / "state", file.path.parent):
        os.chown(folder, 65534, 65534)
    (tmp_path / "precious").write_text("root's")
    file.path.with_suffix(".lock").hardlink_to(tmp_path / "precious")

    keep(file, a_grant())

    assert (tmp_path / "precious").stat().st_uid == 0


def test_what_a_killed_process_leaves_behind(file: TokenFile) -> None:
    """Whoever comes next clears it away, be it to sign out: there may be tokens in it."""
    one_is_killed_at_work(file)
    one_is_killed_at_work(file)
    assert len([*file.path.parent.iterdir()]) == 2

    keep(file, a_grant())
    assert {path.name for path in file.path.parent.iterdir()} == {"work.json", "work.lock"}

    one_is_killed_at_work(file)
    assert len([*file.path.parent.iterdir()]) == 3
    file.remove()
    assert {path.name for path in file.path.parent.iterdir()} == {"work.lock"}


def test_a_change_that_comes_to_nothing(file: TokenFile) -> None:
    """What was there stays as it was, to the byte, and nothing is left beside it."""
    keep(file, a_grant())
    before = file.path.read_bytes()

    with pytest.raises(KeyError), file.changing():
        raise KeyError

    assert file.path.read_bytes() == before
    assert {path.name for path in file.path.parent.iterdir()} == {"work.json", "work.lock"}


def test_a_shorter_grant(file: TokenFile) -> None:
    """Nothing is left of a longer one before, nor of the room that was made."""
    keep(file, a_grant(access_token="a" * 5000))
    keep(file, a_grant())

    assert file.read() == a_grant()
    assert b"\0" not in file.path.read_bytes()


def test_the_longest_grant(file: TokenFile) -> None:
    """It's kept too."""
    grant = a_grant(access_token="a" * 16_384, refresh_token="r" * 16_384, gone="é" * 500)
    keep(file, grant)

    assert file.read() == grant


def test_two_at_once(file: TokenFile) -> None:
    """One waits for the other."""
    first, order = threading.Event(), []

    def other() -> None:
        first.wait(10)
        with file.changing() as save:
            order.append("other")
            save(a_grant())

    thread = threading.Thread(target=other)
    thread.start()
    with file.changing() as save:
        first.set()
        thread.join(0.3)
        order.append("one")
        save(a_grant())
    thread.join(10)

    assert order == ["one", "other"]


def test_a_grant_that_is_forgotten(file: TokenFile) -> None:
    """It's gone; what isn't there can't be forgotten."""
    keep(file, a_grant())

    assert (file.remove(), file.read(), file.remove()) == (True, None, False)


@pytest.mark.parametrize("name", ["../../evil", "..", ".", "a/b", "Größe", "a\nb", "x" * 1000, "work account"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    """Each has a file of its own, in the folder and nowhere else."""
    file, other = TokenFile(tmp_path, name), TokenFile(tmp_path, f"{name}.")
    keep(file, a_grant())
    keep(other, a_grant(access_token="other"))

    assert file.read() == a_grant()
    assert file.path.parent == tmp_path / "tokens"
    assert file.path.is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tokens"]


def test_names_that_differ_in_a_dot(tmp_path: Path) -> None:
    """They are two."""
    keep(TokenFile(tmp_path, "work"), a_grant())

    assert TokenFile(tmp_path, ".work").path != TokenFile(tmp_path, "work").path


def _through_a_link(file: TokenFile) -> None:
    aside = file.path.with_name("aside")
    file.path.rename(aside)
    file.path.symlink_to(aside)


def _by_a_pipe(file: TokenFile) -> None:
    file.path.unlink()
    os.mkfifo(file.path, 0o600)


def _by_a_folder(file: TokenFile) -> None:
    file.path.unlink()
    file.path.mkdir(0o700)


@pytest.mark.parametrize("act", [_through_a_link, _by_a_pipe, _by_a_folder])
def test_what_is_no_plain_file(file: TokenFile, act: Callable[[TokenFile], None]) -> None:
    """It isn't read, and nobody waits for it."""
    keep(file, a_grant())
    act(file)

    with pytest.raises(LedgerUnusable, match=r"work\.json can't be used"):
        file.read()


def test_a_link_in_place_of_the_folder(file: TokenFile, tmp_path: Path) -> None:
    """Nothing is read or written through it."""
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "state").mkdir()
    (tmp_path / "state/tokens").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(LedgerUnusable, match="tokens can't be used"):
        keep(file, a_grant())
    with pytest.raises(LedgerUnusable, match="tokens can't be used"):
        file.read()
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_a_link_in_place_of_the_file(file: TokenFile, tmp_path: Path) -> None:
    """A new grant takes its place; what it leads to is left alone. The same of the lock is refused."""
    keep(file, a_grant())
    (tmp_path / "precious").write_text("mine")
    file.path.unlink()
    file.path.symlink_to(tmp_path / "precious")

    keep(file, a_grant())

    assert not file.path.is_symlink()
    assert (tmp_path / "precious").read_text() == "mine"
    file.path.with_suffix(".lock").unlink()
    file.path.with_suffix(".lock").symlink_to(tmp_path / "made")
    with pytest.raises(LedgerUnusable, match=r"work\.lock can't be used"):
        keep(file, a_grant())
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o602])
def test_a_file_that_others_may_read(file: TokenFile, mode: int) -> None:
    """It's told how to mend that."""
    keep(file, a_grant())
    file.path.chmod(mode)

    with pytest.raises(LedgerUnusable, match=r"by others on this machine.*\nMend it with: chmod 600 .*work\.json"):
        file.read()


def test_what_a_shell_is_told(tmp_path: Path) -> None:
    """The command that mends it can be copied as it stands, whatever the account is called."""
    file = TokenFile(tmp_path, "my mail")
    keep(file, a_grant())
    file.path.chmod(0o644)

    with pytest.raises(LedgerUnusable) as caught:
        file.read()
    assert f"chmod 600 '{file.path}';" in caught.value.remedy


def test_a_lock_that_can_not_be_had(tmp_path: Path) -> None:
    """Some file systems know none: it's told of the file, and isn't waited for."""
    handle = os.open(tmp_path, os.O_PATH)
    try:
        with pytest.raises(LedgerUnusable, match=r"work\.lock can't be used: Bad file descriptor"):
            _lock(handle, tmp_path / "work.lock", "work")
    finally:
        os.close(handle)


def test_a_folder_that_others_may_read(file: TokenFile) -> None:
    """The same, before anything is written there."""
    keep(file, a_grant())
    file.path.parent.chmod(0o755)

    for act in (file.read, file.remove):
        with pytest.raises(LedgerUnusable, match="chmod 700"):
            act()


def _spoilt(**changes: object) -> bytes:
    whole = {
        "version": 1,
        "account": "work",
        "provider": "microsoft",
        "client_id": "a",
        "token_url": "https://login.example/token",
        "signed_in_at": "2026-11-21T08:30:00+00:00",
        "expires_at": "2026-11-21T09:30:00+00:00",
        "access_token": "s3cret",
        "refresh_token": "s3cret",
        "gone": "",
    }
    return json.dumps({**whole, **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"s3cret",
        b"[]",
        b'"s3cret"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"version": ' + b"9" * 10_000 + b"}",
        _spoilt(version=2),
        _spoilt(account="other"),
        _spoilt(access_token=7),
        _spoilt(access_token="s3cret\r\nA1 LOGOUT"),
        _spoilt(refresh_token="s3cret\0"),
        _spoilt(refresh_token=None),
        _spoilt(expires_at="s3cret"),
        _spoilt(expires_at="2026-11-21T09:30:00"),
        _spoilt(expires_at=1e300),
        _spoilt(gone="a\x1b[2J"),
        _spoilt(token_url=None),
    ],
)
def test_what_crickets_never_wrote(file: TokenFile, content: bytes) -> None:
    """It's not believed, and nothing of it is told."""
    keep(file, a_grant())
    file.path.write_bytes(content)

    with pytest.raises(LedgerUnusable, match=r"is not as Crickets writes it\.\nMove it away") as caught:
        file.read()
    assert "s3cret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_huge_file(file: TokenFile) -> None:
    """No more of it is read than any of ours is long."""
    keep(file, a_grant())
    with file.path.open("wb") as sparse:
        sparse.truncate(1 << 40)

    with pytest.raises(LedgerUnusable, match="far larger"):
        file.read()


def test_a_full_disk(file: TokenFile) -> None:
    """It's met before anything is done with the token that is kept."""
    keep(file, a_grant())
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, former[1]))
    try:
        with pytest.raises(LedgerUnusable, match="File too large"), file.changing():
            raise AssertionError("nobody should have come so far")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)

    assert file.read() == a_grant()


def test_a_grant_as_text() -> None:
    """It gives no token away."""
    assert "access-old" not in repr(a_grant())
    assert "refresh-old" not in repr(replace(a_grant(), gone="x"))

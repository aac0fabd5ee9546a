"""Others on the same machine: they read nothing of a user's, and can't put anything in its place."""

from __future__ import annotations

import os
import pwd
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crickets.own_folder import make_own_folder, not_ours
from tests.blackbox.user import CONFIG, User
from tests.mailbox.scripted import ScriptedServer
from tests.servers.home import is_root, new_home, remove
from tests.servers.server import LOOPBACK, PASSWORD

FOLDERS = b'* LIST (\\Sent) "/" Sent\r\n* LIST (\\Drafts) "/" Drafts\r\n%t OK done\r\n'
EMPTY = b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 1] ok\r\n%t OK opened\r\n"
OURS = (".config/crickets", ".local/state/crickets")


@pytest.fixture
def careless() -> Iterator[User]:
    """Somebody into whose home anybody may look, and whose umask forbids nothing; all that is theirs was made by us."""
    home = new_home("neighbours")
    try:
        user = User(home=home, preexec=forbid_nothing)
        with ScriptedServer({"LIST": FOLDERS, "EXAMINE": EMPTY}) as server:
            answers = ("--name", "Dana", "--address", "dana@studio.example", "--username", "dana", "--country", "IT",
                       "--password-env", "MINE")  # fmt: skip
            place = ("--host", LOOPBACK, "--port", str(server.port), "--tls", "none", "--timezone", "Europe/Rome")
            steps = (("init", "--yes", *answers, *place), ("template", "eject", "check-in"), ("once",), ("status",))
            told = [user(*step, MINE=PASSWORD) for step in steps]
        assert [each.err for each in told if each.code] == []
        yield user
    finally:
        remove(home)


@pytest.fixture
def dana() -> Iterator[User]:
    """Somebody with a config, whose server is away; others can look for their files, and at them if they may."""
    home = new_home("neighbours")
    user = User(home=home)
    user.configure(CONFIG.format(host=LOOPBACK, port=1, tls="none", login="dana", more=""))
    yield user
    remove(home)


def forbid_nothing() -> None:
    """The umask of somebody who has it wrong."""
    os.umask(0)


def test_what_they_may_do(careless: User) -> None:
    """Nothing that was made, folders above it included, is open to others, though the umask would have let them in."""
    made = [careless.home / name for name in (".config", ".local", ".local/state", *OURS)]
    made += [each for name in OURS for each in (careless.home / name).rglob("*")]
    names = {each.name for each in made}

    assert {".env", "config.toml", "check-in.j2", "ledger.sqlite3", "ledger.sqlite3.lock"} <= names
    assert {str(each): oct(mode(each)) for each in made if mode(each) & 0o077} == {}


@pytest.mark.skipif(not is_root(), reason="only root can become somebody else")
def test_somebody_who_tries(careless: User) -> None:
    """Another user gets into none of it, even told where it lies."""
    theirs = [each for name in OURS for each in (careless.home / name, *(careless.home / name).rglob("*"))]
    with somebody_else():
        opened = [each for each in theirs if can_be_opened(each)]

    assert opened == []
    assert len(theirs) > 5


@pytest.mark.parametrize("open_to", [0o777, 0o1777, 0o770])
@pytest.mark.parametrize("command", [("once",), ("status",), ("check",)])
def test_a_ledgers_folder_that_others_can_change(dana: User, open_to: int, command: tuple[str, ...]) -> None:
    """It's not used, for another ledger could be laid there, or a link: 74, and how to mend it; mended, it's used."""
    make_own_folder(dana.ledger.parent)
    dana.ledger.touch(0o600)
    dana.ledger.parent.chmod(open_to)
    refused = dana(*command)
    dana.ledger.parent.chmod(0o700)

    assert refused.code == 74
    assert f"{dana.ledger.parent} can be changed by others on this machine" in refused.err
    assert f"chmod 700 {dana.ledger.parent}" in refused.trouble[-1]
    assert dana(*command).code in {0, 75}


@pytest.mark.skipif(not is_root(), reason="only root can become somebody else")
def test_a_folder_of_somebody_else(dana: User) -> None:
    """Root's is trusted, and one's own; a third's isn't, whatever its mode. Root may look into any."""
    ours, roots, theirs = (dana.home / name for name in ("ours", "roots", "theirs"))
    us = pwd.getpwnam("nobody").pw_uid
    for folder, owner in ((ours, us), (roots, 0), (theirs, us + 1)):
        make_own_folder(folder)
        os.chown(folder, owner, -1)
    roots.chmod(0o775)
    by_root = not_ours(theirs)
    with somebody_else():
        told = [not_ours(folder) for folder in (ours, roots, theirs)]

    assert told == ["", "", "belongs to another user"]
    assert by_root == ""


def test_a_link_in_place_of_the_lock(dana: User) -> None:
    """What it leads to stays as it is: no process id is written over it."""
    precious = dana.home / "precious"
    precious.write_text("all that I have")
    make_own_folder(dana.ledger.parent)
    dana.ledger.with_name("ledger.sqlite3.lock").symlink_to(precious)

    assert dana("once").code == 74
    assert precious.read_text() == "all that I have"


@contextmanager
def somebody_else() -> Iterator[int]:
    """Inside, we are another user, of no group of ours."""
    them, groups = pwd.getpwnam("nobody"), os.getgroups()
    os.setgroups([])
    os.setegid(them.pw_gid)
    os.seteuid(them.pw_uid)
    try:
        yield them.pw_uid
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


def can_be_opened(path: Path) -> bool:
    """Whether we are let in, or may read it."""
    try:
        os.close(os.open(path, os.O_RDONLY))
    except PermissionError:
        return False
    return True


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)

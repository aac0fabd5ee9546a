"""Whose file the ledger is, and what is told when it can't be used."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest
from sqlalchemy.exc import DBAPIError

from crickets.domain.mailbox import Uid
from crickets.errors import ExitCode, LedgerBusy, LedgerUnusable
from crickets.ledger import SqlLedger, open_ledger, require_room_for
from crickets.ledger.migrate import HEAD
from tests.builders import NOW, a_folder_read, a_reply, ago, an_id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger is to lie, in a folder that is not there yet."""
    return tmp_path / "state" / "ledger.sqlite"


@pytest.fixture
def kept(path: Path) -> Path:
    """A ledger with one message in it."""
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, 1)
    return path


def keep(ledger: SqlLedger, *numbers: int, subject: str = "The new site") -> None:
    """Record messages with these UIDs."""
    messages = [(Uid(n), a_reply(ago(days=n), id=an_id(str(n)), subject=subject)) for n in numbers]
    ledger.record("work", a_folder_read(NOW), messages)


def message_ids(ledger: SqlLedger) -> list[str]:
    """Every message that is kept."""
    return [message.id for thread in ledger.threads("work") for message in thread.messages]


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def refusal(path: Path, *, exclusive: bool) -> LedgerUnusable:
    """What is told of a ledger that can't be used."""
    with pytest.raises(LedgerUnusable) as told, open_ledger(path, exclusive=exclusive) as ledger:
        ledger.accounts()
    return told.value


def test_a_new_ledger(path: Path) -> None:
    """It's made with its folder, for its owner's eyes only, whatever the umask lets through."""
    before = os.umask(0)
    try:
        with open_ledger(path, exclusive=True) as ledger:
            keep(ledger, 1)
            modes = {each.name: mode(each) for each in path.parent.iterdir()}
    finally:
        os.umask(before)

    assert mode(path.parent) == 0o700
    assert modes == dict.fromkeys((path.name, *(path.name + end for end in ("-wal", "-shm", ".lock"))), 0o600)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes for others")
def test_what_root_leaves_behind(path: Path) -> None:
    """It belongs to the user whose service reads it, who has the folder: else their daemon would start no more."""
    path.parent.mkdir()
    os.chown(path.parent, 65534, 65534)

    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, 1)
        owners = {each.name: (each.stat().st_uid, each.stat().st_gid) for each in path.parent.iterdir()}

    assert owners == dict.fromkeys((path.name, *(path.name + end for end in ("-wal", "-shm", ".lock"))), (65534, 65534))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes for others")
def test_what_root_does_not_give_away(path: Path, tmp_path: Path) -> None:
    """A file of root's to which the user has made another name, in their own folder, stays root's."""
    path.parent.mkdir()
    os.chown(path.parent, 65534, 65534)
    for name in (path.name, path.name + ".lock"):
        (tmp_path / name).touch()
        path.with_name(name).hardlink_to(tmp_path / name)

    with open_ledger(path, exclusive=True):
        pass

    assert {each.stat().st_uid for each in path.parent.glob(f"{path.name}*")} == {0}


def test_a_copy_that_lost_its_mode(kept: Path) -> None:
    """It's for its owner only again once it's used."""
    kept.chmod(0o644)
    with open_ledger(kept, exclusive=True):
        pass

    assert mode(kept) == 0o600


def test_what_was_kept(kept: Path) -> None:
    """It is there the next time."""
    with open_ledger(kept, exclusive=True) as ledger:
        assert message_ids(ledger) == [an_id("1")]


def test_a_reader_beside_a_writer(kept: Path) -> None:
    """It sees what is kept so far, and needs no lock."""
    with open_ledger(kept, exclusive=True) as writer, open_ledger(kept, exclusive=False) as reader:
        keep(writer, 2)

        assert message_ids(reader) == [an_id("2"), an_id("1")]


def test_an_order_beside_a_writer(kept: Path) -> None:
    """What is said without the lock is heard by who has it."""
    with open_ledger(kept, exclusive=True) as daemon, open_ledger(kept, exclusive=False) as command:
        command.note_problem("work", "said from outside", NOW)

        assert daemon.problem("work") == "said from outside"


def test_a_reader_of_a_ledger_that_is_not_there(path: Path) -> None:
    """It's an empty one, and none is made."""
    with open_ledger(path, exclusive=False) as ledger:
        assert (ledger.accounts(), list(ledger.threads("work"))) == ((), [])

    assert not path.parent.exists()


@pytest.mark.parametrize("exclusive", [True, False])
@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 500, b"SQLite format 3\0" + b"nonsense" * 500], ids=["text", "damaged header"]
)
def test_a_file_that_is_no_database(path: Path, content: bytes, *, exclusive: bool) -> None:
    """It's told and left as it was."""
    path.parent.mkdir()
    path.write_bytes(content)
    told = refusal(path, exclusive=exclusive)

    assert str(told).splitlines() == [
        f"The ledger {path} can't be used: it is no ledger of Crickets (file is not a database).",
        "Move that file away, or name another folder by XDG_STATE_HOME.",
    ]
    assert (told.exit_code, path.read_bytes(), mode(path)) == (ExitCode.IO_ERROR, content, 0o644)


@pytest.mark.parametrize("exclusive", [True, False])
@pytest.mark.parametrize("statement", ["CREATE TABLE diary (day)", "PRAGMA application_id=7"])
def test_another_programs_database(path: Path, statement: str, *, exclusive: bool) -> None:
    """It's told and left as it was, down to its journal's mode."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(statement)
    before = path.read_bytes()
    told = refusal(path, exclusive=exclusive)

    assert f"The file {path} is no ledger of Crickets, but another program's database." in str(told)
    assert path.read_bytes() == before


def test_an_empty_file(path: Path) -> None:
    """It's nobody's, and becomes a ledger."""
    path.parent.mkdir()
    path.touch()
    with open_ledger(path, exclusive=True) as ledger:
        keep(ledger, 1)

        assert message_ids(ledger) == [an_id("1")]


@pytest.mark.parametrize("exclusive", [True, False])
def test_a_ledger_of_a_newer_version(kept: Path, *, exclusive: bool) -> None:
    """It's told so, with what to do, and nothing in it is changed."""
    set_revision(kept, "4711")
    told = refusal(kept, exclusive=exclusive)

    assert str(told).splitlines() == [
        f"The ledger {kept} was written by a newer Crickets: its revision 4711 is unknown to this one.",
        "Install the newest Crickets and try again; this one has changed nothing in it.",
    ]
    set_revision(kept, HEAD)
    with open_ledger(kept, exclusive=True) as ledger:
        assert message_ids(ledger) == [an_id("1")]


def set_revision(path: Path, revision: str) -> None:
    """Make a ledger say that it is of another version."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_a_reader_of_another_version_beside_a_writer(kept: Path) -> None:
    """A process that has the ledger isn't pulled from under its feet: it's named, to be started anew."""
    with open_ledger(kept, exclusive=True):
        set_revision(kept, "0000")
        with pytest.raises(LedgerBusy) as told, open_ledger(kept, exclusive=False):
            pass

    assert f"process {os.getpid()}" in str(told.value)
    assert told.value.remedy == "Restart that process with this version, and try again."


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    """It's told, whoever asks."""
    assert "Is a directory" in str(refusal(tmp_path, exclusive=True))
    assert "unable to open database file" in str(refusal(tmp_path, exclusive=False))


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    """It's told."""
    (tmp_path / "state").write_text("")

    assert "Not a directory" in str(refusal(tmp_path / "state" / "ledger.sqlite", exclusive=True))


def test_a_damaged_ledger(kept: Path) -> None:
    """It's told at the call that meets the damage."""
    content = kept.read_bytes()
    kept.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    told = refusal(kept, exclusive=False)

    assert "it is damaged" in str(told)


LIMITED = dedent("""
    import resource, signal, sys
    from pathlib import Path
    from crickets.errors import LedgerUnusable
    from crickets.ledger import open_ledger
    from tests.ledger.test_opening import keep, message_ids

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then a write beyond the limit fails, as on a full disk
    with open_ledger(Path(sys.argv[1]), exclusive=True) as ledger:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
        try:
            for n in range(2, 200):
                keep(ledger, n, subject="x" * 20_000)
        except LedgerUnusable as err:
            print(err)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert len(message_ids(ledger)) == n - 1, "what was kept is kept, what was not is not"
        keep(ledger, n)
        assert len(message_ids(ledger)) == n, "and it goes on when there is room"
""")


def test_no_room_for_a_write(kept: Path) -> None:
    """It's told with the file and what to do; all that was kept before is there, and it goes on with room again."""
    command = [sys.executable, "-B", "-c", LIMITED, str(kept), "2000000"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    what, remedy = done.stdout.splitlines()
    assert what.startswith(f"The ledger {kept} can't be used: ")
    assert "room" in remedy


@pytest.fixture
def full(kept: Path) -> Iterator[SqlLedger]:
    """A ledger that may not grow any more."""
    with open_ledger(kept, exclusive=True) as ledger:
        with ledger._store.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")  # as low as it goes: what there is
        yield ledger


def test_a_full_disk(full: SqlLedger, kept: Path) -> None:
    """It's told with the file and what to do, and the whole call leaves no trace."""
    with pytest.raises(LedgerUnusable) as told:
        keep(full, *range(2, 500), subject="x" * 2000)

    assert str(told.value).splitlines() == [
        f"The ledger {kept} can't be used: there is no room left for it (database or disk is full).",
        "Free some space on that disk and try again; nothing recorded is lost.",
    ]
    assert message_ids(full) == [an_id("1")]


def test_a_ledger_that_may_only_be_read(kept: Path) -> None:
    """A write is told as what it is."""
    with open_ledger(kept, exclusive=True) as ledger:
        with ledger._store.reading() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")  # SQLite's own word for it, for any user
        with pytest.raises(LedgerUnusable) as told:
            keep(ledger, 2)

    assert "it can't be written (attempt to write a readonly database)" in str(told.value)


def test_a_write_of_another_process_that_takes_too_long(kept: Path) -> None:
    """It's told that it's worth another try."""
    with open_ledger(kept, exclusive=False) as ledger, closing(sqlite3.connect(kept)) as other:
        with ledger._store.reading() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=0")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy) as told:
            keep(ledger, 2)

    assert f"The ledger {kept} is being written by another process." in str(told.value)


def test_a_mistake_of_our_own(kept: Path) -> None:
    """It's no fault of the file, and keeps its traceback."""
    with (
        open_ledger(kept, exclusive=False) as ledger,
        pytest.raises(DBAPIError, match="no such table"),
        ledger._store.reading() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_path_that_nobody_may_look_at(tmp_path: Path) -> None:
    """Whether a ledger is there can't be known: that is no empty ledger, and no traceback."""
    told = refusal(tmp_path / ("x" * 300) / "ledger.sqlite3", exclusive=False)

    assert "File name too long" in told.what


def test_room_for_a_ledger(tmp_path: Path) -> None:
    """Folders that can be made are room enough, and none is made by the question."""
    require_room_for(tmp_path / "a" / "b" / "ledger.sqlite3")

    assert list(tmp_path.iterdir()) == []


def test_no_room_for_a_ledger(tmp_path: Path) -> None:
    """Below a file there is no folder."""
    (tmp_path / "file").touch()

    with pytest.raises(LedgerUnusable, match="Not a directory"):
        require_room_for(tmp_path / "file" / "crickets" / "ledger.sqlite3")

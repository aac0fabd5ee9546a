"""The journal's own protocol, on a real datagram socket."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from crickets.notify.journal import Journal, entry_of
from tests.notify.sockets import an_ear_in_a_file

PATIENCE = 10.0


def test_an_entry() -> None:
    """It comes as one datagram, a field a line."""
    with an_ear_in_a_file() as ear:
        journal = Journal(ear.address)

        assert journal.is_there
        assert journal.takes(entry_of({"MESSAGE": "è", "PRIORITY": 6, "CRICKETS_ACCOUNT": "work"}))
        assert ear.hear(PATIENCE) == "MESSAGE=è\nPRIORITY=6\nCRICKETS_ACCOUNT=work\n"


def test_line_breaks() -> None:
    """None of a value begins a field of its own; what isn't a character of any script is shown."""
    with an_ear_in_a_file() as ear:
        assert Journal(ear.address).takes(entry_of({"MESSAGE": "a\nPRIORITY=0\r\nb\ud800"}))
        assert ear.hear(PATIENCE) == "MESSAGE=a\\nPRIORITY=0\\r\\nb\\ud800\n"


@pytest.mark.parametrize("name", ["", "message", "_PID", "A B", "A=", "Ä", "A" * 65])
def test_a_name_that_no_field_has(name: str) -> None:
    """That would be a mistake of ours, and no word of anybody else's."""
    with pytest.raises(AssertionError):
        entry_of({name: ""})


def test_no_journal(tmp_path: Path) -> None:
    """Where none is, or a file, or nobody listens any more, it's not taken; nothing fails."""
    (tmp_path / "file").touch()
    with an_ear_in_a_file() as ear:
        gone = Journal(ear.address)
    assert [Journal(str(tmp_path / name)).is_there for name in ("none", "file")] == [False, False]
    assert [each.takes("MESSAGE=a\n") for each in (gone, Journal("/nowhere"), Journal(str(tmp_path / "file")))] == [
        False
    ] * 3


def test_a_journal_that_hangs() -> None:
    """One that takes nothing more is given up after a second."""
    with an_ear_in_a_file() as ear:
        ear.channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        journal = Journal(ear.address)
        taken = [journal.takes("MESSAGE=" + "a" * 2000 + "\n") for _ in range(12)]

    assert taken[0]
    assert not taken[-1]

"""Terminals and pipes of all kinds: nothing crashes, nothing is lost, colours only where they are wanted."""

from __future__ import annotations

import os
import pty
import re
import subprocess

import pytest

from tests.blackbox.mailboxes import a_mailbox
from tests.blackbox.user import CRICKETS, User
from tests.servers.server import ImapServer

SHOWING = [("status",), ("status", "--json"), ("once", "--dry-run"), ("check",), ("template", "list"), ("--help",)]
COLOURS = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7]|38;[\d;]+)m")


@pytest.fixture(scope="module")
def dana(dovecot_sdbox: ImapServer, tmp_path_factory: pytest.TempPathFactory) -> User:
    """Somebody with a thread of a client with umlauts; nothing here changes it, so one serves all."""
    mailbox, user = a_mailbox(dovecot_sdbox), User(home=tmp_path_factory.mktemp("dana"))
    mailbox.silence("Größe & Süße — [bold]für alle[/bold]", days=3, client="Jürgen Müßig <j@client.example>")
    user.configure(mailbox.config)
    assert user("once").code == 0
    return user


@pytest.fixture(scope="module")
def thread(dana: User) -> str:
    """The thread's name."""
    [thread] = dana("status", "--json").json["threads"]
    return str(thread["id"])


@pytest.mark.parametrize("columns", ["0", "20", "abc", "100000"])
def test_a_narrow_terminal(dana: User, thread: str, columns: str) -> None:
    """The thread's name is always there, whole, for it must be typed."""
    status, show = dana("status", COLUMNS=columns), dana("show", thread, COLUMNS=columns)

    assert (status.code, show.code) == (0, 0)
    assert thread in status.out
    assert thread in show.out


@pytest.mark.parametrize("locale", ["C", "no_SUCH.locale"])
def test_a_locale_without_umlauts(dana: User, thread: str, locale: str) -> None:
    """What can't be written is escaped."""
    plain = {"LANG": locale, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    status, show = dana("status", **plain), dana("show", thread, **plain)
    told = dana("status", "--json", **plain).json

    assert (status.code, show.code) == (0, 0)
    assert "rgen" in status.out
    assert told["threads"][0]["contact"]["name"] == "Jürgen Müßig"


def test_no_terminal(dana: User, thread: str) -> None:
    """A pipe gets no escape (every answer is looked through for them), and brackets are brackets."""
    assert "[bold]für alle[/bold]" in dana("show", thread, TERM="xterm-256color").out


@pytest.mark.parametrize("command", ["status", "check", "once", "statsu"])
def test_no_colours(dana: User, command: str) -> None:
    """NO_COLOR silences the colours of a terminal, on stderr too."""
    assert COLOURS.findall(on_a_terminal(dana, command, NO_COLOR="1")) == []


def test_colours(dana: User) -> None:
    """Without it there are some."""
    assert COLOURS.findall(on_a_terminal(dana, "status")) != []


@pytest.mark.parametrize("arguments", SHOWING)
def test_a_reader_that_left(dana: User, arguments: tuple[str, ...]) -> None:
    """`crickets status | head -1`: it ends without a word."""
    left, pipe = os.pipe()
    os.close(left)
    ended = with_streams(dana, *arguments, stdout=pipe)
    os.close(pipe)

    assert ended.returncode in {0, 1}
    assert ended.stderr == b""


@pytest.mark.parametrize("arguments", SHOWING)
@pytest.mark.parametrize("stream", [1, 2])
def test_a_stream_that_was_closed(dana: User, arguments: tuple[str, ...], stream: int) -> None:
    """`crickets once 2>&-`: what nobody wants to read is no reason to fail, and no file of ours takes its place."""
    ended = with_streams(dana, *arguments, closed=stream)

    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr + ended.stdout
    assert dana("status").code == 0


def with_streams(
    user: User, *arguments: str, stdout: int = subprocess.PIPE, closed: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command, ended, with one of its streams elsewhere or closed."""
    return subprocess.run(
        (*CRICKETS, *arguments),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=user.surroundings(),
        timeout=60,
        check=False,
        preexec_fn=None if closed is None else lambda: os.close(closed),
    )


def on_a_terminal(user: User, *arguments: str, **environment: str) -> str:
    """What the command writes on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    surroundings = user.surroundings(TERM="xterm-256color", **environment)
    with subprocess.Popen((*CRICKETS, *arguments), stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings):
        os.close(theirs)
        told = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return told.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux's way to say that nobody is on the other side any more
        return b""

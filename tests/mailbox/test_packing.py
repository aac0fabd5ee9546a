"""A line that is compressed both ways: whether it is, and that nobody notices, however it comes."""

from __future__ import annotations

import datetime as dt
import itertools
import socket
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest

from crickets.domain.mailbox import Uid
from crickets.errors import Surprise, Transient
from crickets.mailbox import ImapMailbox, Manners, Password, open_mailbox
from crickets.mailbox.connection import connect
from crickets.mailbox.deflate import Packing
from crickets.mailbox.packing import MANY, pack
from crickets.mailbox.stream import Stream
from crickets.mailbox.wire import read_response
from tests.contract.worlds import server_settings
from tests.mailbox.scripted import Reply, ScriptedServer
from tests.mailbox.scripted_folder import a_folder, opened
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.mail import OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer

WORDS = bytes(number * number % 251 for number in range(300_000))
ANSWER = b"* 1 FETCH (UID 7 BODY[] {300000}\r\n" + WORDS + b")\r\nC1 OK done\r\n"
AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
CAN_PACK = "UIDPLUS MOVE UNSELECT COMPRESS=DEFLATE"
FOLDER: Mapping[str, Reply] = {"UID FETCH": a_folder(*range(1, MANY + 1)), "EXAMINE": opened(MANY, MANY + 1)}


@pytest.fixture(scope="module")
def packing_dovecot() -> Iterator[ImapServer]:
    """Dovecot as many run it: its plugin offers COMPRESS."""
    yield from running(lambda: Dovecot(extra="protocol imap {\n  mail_plugins = zlib imap_zlib\n}\n"))


@contextmanager
def packed_in(pieces: Iterable[bytes], *, patience: float = 5) -> Iterator[tuple[Stream, Manners]]:
    """A real socket that is packed, on which the pieces come one by one, and then nothing more."""
    here, there = socket.socketpair()

    def send() -> None:
        with there, suppress(OSError):  # the reader may have had enough
            for piece in pieces:
                there.sendall(piece)

    sender = threading.Thread(target=send)
    sender.start()
    stream, manners = Stream(here, patience=patience), Manners()
    stream.pack(Packing(manners.note_bad_packing))
    try:
        yield stream, manners
    finally:
        stream.close()
        sender.join(5)


def deflated(*answers: bytes) -> bytes:
    """What a server sends in place of these, one after the other."""
    packer = zlib.compressobj(wbits=-15)
    return b"".join(packer.compress(answer) + packer.flush(zlib.Z_SYNC_FLUSH) for answer in answers)


@pytest.mark.parametrize("size", [1, 7, 1_000, 1 << 20])
def test_an_answer_cut_anywhere(size: int) -> None:
    """It's read as if it had come as it is."""
    wire = deflated(ANSWER)
    cuts = [*range(0, len(wire), size), len(wire)]

    with packed_in([wire[begin:end] for begin, end in itertools.pairwise(cuts)]) as (stream, _):
        told = read_response(stream, bound=1 << 20)
        assert stream.readline() == b"C1 OK done\r\n"

    assert told == [b"* 1 FETCH (UID 7 BODY[] ", WORDS, b")\r\n"]


def test_what_is_sent() -> None:
    """Each command goes out to its last octet: the server need not wait for the next."""
    here, there = socket.socketpair()
    with there:
        stream = Stream(here, patience=5)
        stream.pack(Packing(lambda: None))
        unpacker = zlib.decompressobj(wbits=-15)
        for command in (b"C1 NOOP\r\n", b"C2 IDLE\r\n"):
            stream.send(command)
            assert unpacker.decompress(there.recv(1000)) == command
        stream.close()


def test_what_came_with_the_consent() -> None:
    """Packed words in the same packet as the server's OK are not lost."""
    here, there = socket.socketpair()
    with there:
        stream = Stream(here, patience=5)
        there.sendall(b"C1 OK begin\r\n" + deflated(b"* 4 EXISTS\r\n"))
        assert stream.readline() == b"C1 OK begin\r\n"
        stream.pack(Packing(lambda: None))
        assert stream.readline() == b"* 4 EXISTS\r\n"
        stream.close()


def test_news_while_waiting() -> None:
    """They're told line by line, those too that came in one piece."""
    wake, waker = socket.socketpair()
    with wake, waker, packed_in([deflated(b"* 4 EXISTS\r\n* 5 EXISTS\r\n")]) as (stream, _):
        assert [stream.line_within(5, wake) for _ in range(2)] == [b"* 4 EXISTS\r\n", b"* 5 EXISTS\r\n"]


def test_a_bomb() -> None:
    """A thousandfold is never held: a piece of it at a time, until it's too much for an answer."""
    bomb = deflated(b"* OK " + bytes(1 << 22) + b"\r\n")
    packing = Packing(lambda: None)

    pieces = [packing.unpacked(bomb)]
    while piece := packing.left():
        pieces.append(piece)

    assert len(bomb) < 10_000
    assert max(map(len, pieces)) <= 1 << 16
    assert sum(map(len, pieces)) == (1 << 22) + 7
    with packed_in([bomb]) as (stream, _), pytest.raises(Surprise, match="without end"):
        stream.readline()


def test_what_nobody_packed() -> None:
    """It's a failure that passes: the next line of that server isn't packed."""
    with packed_in([b"\xff* OK as if nothing had been agreed on\r\n"]) as (stream, manners):
        with pytest.raises(Transient, match="compressed"):
            stream.readline()
        assert manners.packs_badly


def test_packing_that_ends() -> None:
    """The server has hung up, whatever else it says."""
    packer = zlib.compressobj(wbits=-15)
    end = packer.compress(b"* BYE\r\n") + packer.flush(zlib.Z_FINISH)

    with packed_in(itertools.chain([end], itertools.repeat(b"and more")), patience=1) as (stream, _):
        assert stream.readline() == b"* BYE\r\n"
        with pytest.raises(Transient, match="hung up"):
            stream.readline()


def test_nothing_that_comes_for_ever() -> None:
    """Empty blocks are no answer: it's given up in time."""
    empty = itertools.repeat(b"\0\0\0\xff\xff")
    in_time = pytest.raises(Transient, match=r"end of an answer in 0\.15 seconds")
    with packed_in(itertools.chain([deflated(b"* OK x")], empty), patience=0.05) as (stream, _), in_time:
        stream.readline()


@pytest.mark.parametrize("name", ["packing_dovecot", "cyrus"])
def test_on_a_server(name: str, request: pytest.FixtureRequest) -> None:
    """The same headers as without, and all that is asked for later."""
    server: ImapServer = request.getfixturevalue(name)
    user = server.user()
    owner = OwnersMailbox(server, user)
    for number in range(3):
        owner.put("INBOX", a_message("Anna <anna@client.example>", OWNER, at=AT, subject=f"Offer {number}"))
    settings = server_settings(server, user)
    connection = connect(settings, Password(secret=server.password))
    mailbox = ImapMailbox(settings, connection)
    try:
        plain = list(mailbox.headers("INBOX", Uid(0)))
        pack(connection, Manners())
        assert connection.stream.is_packed
        assert list(mailbox.headers("INBOX", Uid(0))) == plain
        assert len(plain) == 3
        assert "INBOX" in {folder.name for folder in mailbox.folders()}
    finally:
        mailbox.close()


@pytest.mark.parametrize(
    ("far_seconds", "after", "said"),
    [(0.0, 0, ["COMPRESS DEFLATE"]), (60.0, 0, []), (0.0, 1, [])],
    ids=["far away", "near", "little to read"],
)
def test_when_it_pays(far_seconds: float, after: int, said: list[str]) -> None:
    """It's asked for where much is to be read over a long line, and nowhere else."""
    with ScriptedServer({**FOLDER, "COMPRESS": b"%t NO not now\r\n"}, capabilities=CAN_PACK) as server:
        _read(server, far_seconds=far_seconds, after=after)

    assert _compressing(server) == said


def test_the_newest_mail_of_a_long_folder() -> None:
    """It's read first, and what is older comes next: all of it is packed."""
    with ScriptedServer({**FOLDER, "COMPRESS": b"%t NO not now\r\n"}, capabilities=CAN_PACK) as server:
        mailbox = open_mailbox(replace(server.settings, far_seconds=0.0), Password(secret="s3same-open"), None)
        try:
            newest = list(mailbox.newest("INBOX", 5))
        finally:
            mailbox.close()

    assert len(newest) == 5
    assert _compressing(server) == ["COMPRESS DEFLATE"]


def test_a_server_that_refuses() -> None:
    """It's read as ever, and not asked again on another line."""
    manners = Manners()
    with ScriptedServer({**FOLDER, "COMPRESS": b"%t NO not now\r\n"}, capabilities=CAN_PACK) as server:
        read = [_read(server, manners=manners) for _ in range(2)]

    assert read == [MANY, MANY]
    assert _compressing(server) == ["COMPRESS DEFLATE"]


def test_a_server_that_does_not_offer_it() -> None:
    """It isn't asked."""
    with ScriptedServer(FOLDER) as server:
        assert _read(server) == MANY

    assert _compressing(server) == []


def _read(server: ScriptedServer, *, far_seconds: float = 0.0, after: int = 0, manners: Manners | None = None) -> int:
    """How many messages of a folder were read."""
    settings = replace(server.settings, far_seconds=far_seconds)
    mailbox = open_mailbox(settings, Password(secret="s3same-open"), manners)
    try:
        return sum(1 for _ in mailbox.headers("INBOX", Uid(after)))
    finally:
        mailbox.close()


def _compressing(server: ScriptedServer) -> list[str]:
    return [said for said in server.said if said.startswith("COMPRESS")]

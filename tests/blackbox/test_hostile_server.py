"""Servers made to do harm, an account for each, and one that is well: a pass ends, in bounds, and tells of each."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, count, repeat

import pytest

from tests.blackbox.user import CRICKETS, Ran, User
from tests.mailbox.scripted import Flow, Reply, ScriptedServer

pytestmark = pytest.mark.timeout(300)  # twenty servers at work in one process, on machines that are busy

FOLDERS = b'* LIST () "/" INBOX\r\n* LIST (\\Drafts) "/" Drafts\r\n* LIST (\\Sent) "/" Sent\r\n'
EMPTY = b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 1] ok\r\n%t OK opened\r\n"
LONG = b" BODY[HEADER] {200000}\r\n" + b"x" * 200_000
DATED = b'FLAGS () INTERNALDATE "01-Jan-2026 00:00:00 +0000"'
WELL: Mapping[str, Reply] = {"LIST": FOLDERS + b"%t OK done\r\n", "EXAMINE": EMPTY}
FULL: Mapping[str, Reply] = {"LIST": FOLDERS + b"%t OK done\r\n"}


def endless(piece: bytes) -> Flow:
    """The same again and again."""
    pieces = piece * (1 + (1 << 16) // len(piece))
    return Flow(lambda: repeat(pieces))


def a_million(line: bytes, *, before: bytes = b"") -> Flow:
    """So many lines, each with its number."""

    def lines() -> Iterable[bytes]:
        blocks = (range(begin, begin + 1000) for begin in range(1, 1_000_000, 1000))
        return chain([before], (b"".join(line % number for number in block) for block in blocks))

    return Flow(lines)


def counted(piece: bytes) -> Flow:
    """Pieces without end, each with its number."""
    return Flow(lambda: (piece % number for number in count(1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What a server does, and what is told of it."""

    replies: Mapping[str, Reply | Flow]
    told: str
    greeting: bytes = b"* OK ready\r\n"


ATTACKS = {
    "literal-of-4-gb": Attack(
        replies={**FULL, "UID FETCH": b"* 1 FETCH (UID 1 BODY[HEADER] {4294967296}\r\n"},
        told="the server announced 4294967296 bytes",
    ),
    "literal-of-2-to-the-63": Attack(
        replies={**FULL, "UID FETCH": b"* 1 FETCH (UID 1 BODY[HEADER] {9223372036854775808}\r\n"},
        told="the server announced 9223372036854775808 bytes",
    ),
    "literal-before-the-login": Attack(
        replies={**WELL, "CAPABILITY": b"* CAPABILITY {4294967296}\r\n"}, told="announced 4294967296 bytes"
    ),
    "literal-of-a-folder": Attack(
        replies={**WELL, "LIST": b'* LIST () "/" {4294967296}\r\n'}, told="the server announced 4294967296 bytes"
    ),
    "line-without-end": Attack(replies={**FULL, "UID FETCH": endless(b"x")}, told="the server sent a line without end"),
    "greeting-without-end": Attack(replies=WELL, greeting=b"x" * (1 << 22), told="the server sent a line without end"),
    "capabilities-without-end": Attack(replies={**WELL, "CAPABILITY": endless(b"* X\r\n")}, told="without end"),
    "folders-without-end": Attack(replies={**WELL, "LIST": endless(b"* \r\n")}, told="without end"),
    "news-without-end": Attack(replies={**WELL, "EXAMINE": endless(b"* 1 EXISTS\r\n")}, told="without end"),
    "a-million-folders": Attack(
        replies={**WELL, "LIST": a_million(b'* LIST () "/" folder%d\r\n', before=FOLDERS)}, told="without end"
    ),
    "more-folders-than-can-be": Attack(
        replies={
            **WELL,
            "LIST": FOLDERS + b"".join(b'* LIST () "/" folder%d\r\n' % n for n in range(20_000)) + b"%t OK done\r\n",
        },
        told="the server lists more than 20000 folders",
    ),
    "messages-never-asked-for": Attack(
        replies={**FULL, "UID FETCH": counted(b"* 1 FETCH (UID %d " + DATED + LONG + b")\r\n")},
        told="the server sent an answer without end",
    ),
    "a-folder-of-4-billion": Attack(
        replies={
            **FULL,
            "EXAMINE": b"* 4294967295 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4294967295] x\r\n%t OK x\r\n",
            "UID FETCH": b"%t OK done\r\n",
        },
        told="the server says that a folder holds 4294967295 messages",
    ),
    "uids-that-none-can-be": Attack(
        replies={
            **FULL,
            "UID FETCH": (
                b"* 1 FETCH (UID -5 %b BODY[HEADER] {0}\r\n)\r\n* 2 FETCH (UID 9223372036854775808 %b)\r\n"
                b"* 3 FETCH (UID 99999999999999999999999999 %b)\r\n%%t OK done\r\n" % (DATED, DATED, DATED)
            ),
            "FETCH": b"%t OK done\r\n",
        },
        told="the server listed 0 of 3 messages",
    ),
    "a-validity-that-none-can-be": Attack(
        replies={**FULL, "EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 9999999999999999999] ok\r\n%t OK in\r\n"},
        told="no UIDVALIDITY",
    ),
    "nested-10000-deep": Attack(
        replies={
            **FULL,
            "UID FETCH": b"* 1 FETCH (UID 1 BODYSTRUCTURE " + b"(" * 10_000 + b")" * 10_000 + b")\r\n%t OK done\r\n",
        },
        told="the server listed 1 of 3 messages",
    ),
    "a-bracket-without-end": Attack(
        replies={**WELL, "EXAMINE": b"* OK [" + b"A" * 1_000_000 + b"\r\n%t NO [" + b"A" * 1_000_000 + b"\r\n"},
        told="opening the folder",
    ),
    "brackets-without-end": Attack(
        replies={**FULL, "UID FETCH": b"* 1 FETCH (UID 1 " + b"BODY[ " * 150_000 + b"\r\n%t OK done\r\n"},
        told="could not be read",
    ),
    "a-nul": Attack(
        replies={**WELL, "EXAMINE": b"* 3 EX\0ISTS\r\n* O\0K [UIDVALIDITY 7]\r\n%t OK \0\r\n"},
        told="did not say how full it is",
    ),
    "a-goodbye-with-escapes": Attack(
        replies=WELL, greeting=b"* BYE \x1b[31mevil\x1b]0;x\x07\r\n", told="the server can't for now"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Siege:
    """What came of a pass over all of them: its answer, the most memory that it took, and what is told later."""

    ran: Ran
    megabytes: float
    accounts: Mapping[str, Mapping[str, object]]


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Siege:
    """One `crickets once` over an account for each attack, and one at a server that is well."""
    user = User(home=tmp_path_factory.mktemp("besieged"))
    with ExitStack() as servers:
        ports = {
            name: servers.enter_context(ScriptedServer(attack.replies, greeting=attack.greeting)).port
            for name, attack in ATTACKS.items()
        }
        ports["well"] = servers.enter_context(ScriptedServer(WELL)).port
        user.configure(a_config(ports))
        ran, megabytes = measured(user, "once")
        told = user("status", "--json").json["accounts"]
    return Siege(ran=ran, megabytes=megabytes, accounts={account["name"]: account for account in told})


def a_config(ports: Mapping[str, int]) -> str:
    """A config with an account at each of the ports."""
    accounts = (
        f'[accounts.{name}]\nhost = "127.0.0.1"\nport = {port}\ntls = "none"\nusername = "dana"\n'
        'password_env = "WORK_IMAP_PASSWORD"\n'
        for name, port in ports.items()
    )
    me = '[me]\nname = "Dana"\naddresses = ["dana@studio.example"]\ntimezone = "Europe/Rome"\n'
    return me + "".join(accounts)


def measured(user: User, *arguments: str) -> tuple[Ran, float]:
    """What a command answered, and the most memory that it had, in MB."""
    out, err = user.home / "out", user.home / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen((*CRICKETS, *arguments), stdout=stdout, stderr=stderr, env=user.surroundings())
        try:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            if process.returncode is None:
                process.kill()
                process.wait()
    ran = Ran(code=process.returncode, out=out.read_text(), err=err.read_text())
    return ran, usage.ru_maxrss / 1024


def test_a_pass(siege: Siege) -> None:
    """It ends with 75, and the account that is well was read."""
    assert siege.ran.code == 75
    assert siege.accounts["well"]["problem"] is None
    assert siege.accounts["well"]["complete"] is True


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack(siege: Siege, name: str) -> None:
    """It's told what the server did, at once and in `status`."""
    [told] = [line for line in siege.ran.trouble if line.startswith(f"{name}: ")]

    assert ATTACKS[name].told in told
    assert ATTACKS[name].told in str(siege.accounts[name]["problem"])


def test_the_memory(siege: Siege) -> None:
    """Twenty attacks at a time take no more than a few megabytes each, whatever is sent."""
    assert siege.megabytes < 700

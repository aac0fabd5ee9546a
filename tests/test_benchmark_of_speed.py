"""`make bench` on a small mailbox: it runs, and counts right. What it measures is not tested here."""

from __future__ import annotations

import json
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.speed.__main__ import main
from benchmarks.speed.conversations import FOLDERS, letters
from benchmarks.speed.letters import Writer
from benchmarks.speed.maildir import mailbox_of
from benchmarks.speed.programs import C_DRAIN, PYTHON_DRAIN, Contender
from benchmarks.speed.proxy import Link, Proxy, Traffic
from benchmarks.speed.rows import rows_of
from benchmarks.speed.runs import Cost, Program, in_turn, median_of
from tests.servers import home as homes
from tests.servers.mail import Mail

UNTIL = 1_790_000_000


@pytest.fixture
def cache() -> Iterator[Path]:
    """A folder that a server may look into who has given root up."""
    folder = homes.new_home("bench")
    yield folder
    homes.remove(folder)


def test_the_drains_and_crickets(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each row has its figures, the passes among them, and what was laid into the mailbox is gone again."""
    figures = cache / "figures.json"

    code = main(
        [f"--cache={cache}", "--messages=400", "--runs=1", f"--json={figures}", "--only=socket", "--only=crickets"]
    )

    if code == 2:
        pytest.skip(capsys.readouterr().err)
    rows = {row["who"]: row for row in json.loads(figures.read_text())["400"]}
    assert code == 0
    assert rows[PYTHON_DRAIN]["wall ms"]
    assert [who for who, row in rows.items() if row["wall ms"] is None and who != C_DRAIN] == []
    assert rows["LIST-STATUS, asked in Python"][""].startswith("1 round trip,")
    assert "round trip" in rows["crickets, a pass"][""]
    assert "round trip" in rows["crickets, a pass with 10 due"][""]
    assert list(cache.glob("m400*/.Drafts/cur/*")) == []


def test_the_made_mail() -> None:
    """It's shared out as it should be, comes in the order of time, and answers what came before."""
    mail = list(letters(5_000, seed=1, until=UNTIL))

    shares = Counter(letter.folder for letter in mail)
    seen: set[str] = set()
    for letter in mail:
        assert seen.issuperset(letter.references)
        seen.add(letter.own_id)
    assert [letter.at for letter in mail] == sorted(letter.at for letter in mail)
    assert mail[-1].at <= UNTIL
    assert shares["INBOX"] / len(mail) == pytest.approx(0.6, abs=0.05)
    assert shares["Sent"] / len(mail) == pytest.approx(0.25, abs=0.03)
    assert set(shares) == set(FOLDERS)
    assert sum(map(len, (letter.references for letter in mail))) / len(mail) == pytest.approx(1.8, abs=0.2)


def test_one_seed() -> None:
    """The same bytes again, and mail that can be read: its header says what the letter does."""
    first, again = ([Writer(7).written(letter) for letter in letters(40, seed=7, until=UNTIL)] for _ in range(2))

    assert first == again
    for raw, letter in zip(first, letters(40, seed=7, until=UNTIL), strict=True):
        assert Mail(raw).message_id == letter.own_id
        assert Mail(raw).references == letter.references
        assert Mail(raw).date.timestamp() == letter.at


def test_a_week_later(cache: Path) -> None:
    """A mailbox is kept for the week, then made anew; the old one goes."""
    owner, week = homes.mail_owner(), 7 * 86_400

    made, kept, anew = (
        mailbox_of(20, seed=1, cache=cache, owner=owner, now=now) for now in (UNTIL, UNTIL, UNTIL + week)
    )

    assert made == kept
    assert made.messages == anew.messages == 20
    assert [place.name for place in cache.iterdir()] == [anew.login]


def test_what_goes_over_the_line() -> None:
    """Bytes both ways, and each time that the client speaks after the server: two pieces in a row are one trip."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        host, port = listener.getsockname()
        with closing(Proxy(host, port, Link(delay=0.01, rate=1e6))) as proxy:
            client = socket.create_connection((proxy.host, proxy.port))
            server, _ = listener.accept()
            with client, server:
                _said(server, client, b"hello")
                proxy.reset()
                _said(client, server, b"one")
                _said(client, server, b"two")
                _said(server, client, b"answer")
                _said(client, server, b"three")

                assert proxy.traffic == Traffic(up=11, down=6, round_trips=2)


def test_programs_in_turn() -> None:
    """Each is measured as a process; one that fails says why, and isn't run again."""
    ended = 0

    def count() -> None:
        nonlocal ended
        ended += 1

    good = Program(who="good", words=(sys.executable, "-c", "print('done'); bytearray(50_000_000)"))
    bad = Program(who="bad", words=(sys.executable, "-c", "raise SystemExit('no room')"), before=count)

    costs = in_turn([good, bad], 2)

    cost = costs["good"]
    assert isinstance(cost, Cost)
    assert cost.out == "done"
    assert 50_000 < cost.peak_kb < 90_000
    assert cost.cpu > 0
    assert costs["bad"] == "no room"
    assert ended == 1


def test_ratios() -> None:
    """They're to the limit of the same run, and to what stands in for it where there is none."""
    drain, plain, reading = (Cost(wall=wall, cpu=wall, peak_kb=1024) for wall in (0.5, 1.0, 3.0))
    who = Contender(operation="first reading", who="reader")

    with_limit = rows_of([who], {C_DRAIN: drain, PYTHON_DRAIN: plain, "reader": reading})
    without = rows_of([who], {C_DRAIN: "no compiler", PYTHON_DRAIN: plain, "reader": reading})

    assert with_limit == [("first reading", "reader", "3,000.0", "3,000.0", "6.00", "1", "")]
    assert without[0][4] == "3.00"
    assert median_of([drain, plain, reading]).wall == 1.0


def _said(one: socket.socket, other: socket.socket, words: bytes) -> None:
    one.sendall(words)
    assert other.recv(100) == words

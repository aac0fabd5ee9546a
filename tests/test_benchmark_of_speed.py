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
from benchmarks.speed.aims import aims_of, aims_of_many
from benchmarks.speed.cold import on_a_cold_server
from benchmarks.speed.contender import C_DRAIN, PYTHON_DRAIN, Contender
from benchmarks.speed.conversations import FOLDERS, letters
from benchmarks.speed.cost import Cost, median_of
from benchmarks.speed.kept import Kept
from benchmarks.speed.letters import Writer
from benchmarks.speed.maildir import mailbox_of
from benchmarks.speed.programs import FIRST_READING
from benchmarks.speed.proxy import Link, Proxy, Traffic
from benchmarks.speed.rows import DECIDED, rows_of
from benchmarks.speed.runs import Program, in_turn
from benchmarks.table import Cell
from tests.servers import home as homes
from tests.servers.mail import Mail

UNTIL = 1_790_000_000


@pytest.fixture
def cache() -> Iterator[Path]:
    """A folder that a server may look into who has given root up."""
    folder = homes.new_home("bench")
    yield folder
    homes.remove(folder)


@pytest.mark.timeout(300)
def test_the_drains_and_crickets(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each row has its figures, the passes among them, and what was laid into the mailbox is gone again."""
    figures, page = cache / "figures.json", cache / "page.md"
    page.write_text("# How fast\n\n<!-- figures: written by make bench -->\n<!-- end of the figures -->\n\nThe end.\n")

    only = ("socket", "first reading: crickets", "start-up: crickets")
    words = [f"--only={each}" for each in only]
    code = main([f"--cache={cache}", "--messages=400", "--runs=1", f"--json={figures}", f"--into={page}", *words])

    if code == 2:
        pytest.skip(capsys.readouterr().err)
    rows = {row["who"]: row for row in json.loads(figures.read_text())["400"]}
    assert code == 0
    assert rows[PYTHON_DRAIN]["wall ms"]
    mine = {who for who, row in rows.items() if row["wall ms"] is not None and who.startswith("crickets")}
    assert mine >= {"crickets status", "crickets status --json", "crickets --version", "crickets, a pass"}
    assert rows["LIST-STATUS, asked in Python"][""].startswith("1 round trip,")
    assert "round trip" in rows["crickets, a pass"][""]
    assert "round trip" in rows["crickets, a pass with 10 due"][""]
    assert list(cache.glob("m400*/.Drafts/cur/*")) == []
    assert list(cache.glob("measured*")) == [], "nothing is left to go on from"
    assert "### 400 messages" in page.read_text()
    assert page.read_text().endswith("<!-- end of the figures -->\n\nThe end.\n")


@pytest.mark.timeout(120)
def test_a_very_large_mailbox(cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What takes minutes in others takes no part there, and nothing is read over the slow line."""
    monkeypatch.setattr("benchmarks.speed.__main__._LARGE", 30)
    only = [f"--only={each}" for each in ("socket", "imap_tools", "notmuch", "mbsync")]
    code = main([f"--cache={cache}", "--messages=40", "--runs=1", "--accounts=0", *only])

    told = capsys.readouterr()
    if code == 2:
        pytest.skip(told.err)
    assert C_DRAIN in told.out
    assert f"{C_DRAIN}, server cold" in told.out
    assert not [each for each in ("slow line", "run once") if each in told.out.partition("operation")[2]]


def test_a_page_without_a_place_for_figures(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It's told before anything is measured."""
    page = cache / "page.md"
    page.write_text("# How fast\n")

    assert main([f"--cache={cache}", f"--into={page}"]) == 2
    assert "between which the figures go" in capsys.readouterr().err


def test_a_benchmark_that_was_cut_short(cache: Path) -> None:
    """It goes on where it was, but for what was measured of another mailbox, or by other code."""
    file = cache / "measured.jsonl"
    program = Program(who="good", words=(sys.executable, "-c", "print('done')"))
    in_turn([program], 2, Kept(file, "this"))

    again, other = Kept(file, "this"), Kept(cache / "other.jsonl", "this")
    in_turn([program], 3, again)
    assert (len(again.of("good")), again.of("good")[0].out) == (3, "done")
    assert (len(Kept(file, "this").of("good")), other.is_empty) == (3, True)
    assert Kept(file, "that").is_empty


def test_what_takes_very_long() -> None:
    """It's run once, however many rounds there are."""
    kept = Kept()
    in_turn([Program(who="long", words=(sys.executable, "-c", "pass"), once=True)], 3, kept)

    assert len(kept.of("long")) == 1


def test_a_server_that_was_never_asked(cache: Path) -> None:
    """Its indexes go before each run; the mail and its UIDs stay."""
    mailbox = mailbox_of(20, seed=1, cache=cache, owner=homes.mail_owner(), now=UNTIL)
    store = cache / mailbox.login
    index = store / ".Sent" / "dovecot.index.cache"
    index.write_text("what the server knows")
    before = [path for path in store.rglob("*") if path.is_file() and path != index]

    on_a_cold_server(Program(who="any", words=()), store).before()

    assert [path for path in store.rglob("*") if path.is_file()] == before


def test_aims() -> None:
    """Reached or not, they're told by the figures; what was not measured is left out."""
    rows = {C_DRAIN: {"wall ms": "1,000.0"}, FIRST_READING: {"wall ms": "7,000.0", "peak MB": "100"}}
    few = {FIRST_READING: {"wall ms": "700.0", "peak MB": "90"}}

    aims = {aim.what: (aim.measured, aim.reached) for aim in aims_of({10_000: few, 100_000: rows})}

    assert aims == {
        "100,000 messages: first reading, to the C drain": ("7.00 x", False),
        "100,000 messages: first reading, at most in memory": ("100.00 MB", True),
        "first reading, a message of 100,000 to one of 10,000": ("1.00 x", True),
        "first reading, memory for each message, 10,000 to 100,000": ("0.11 kB", True),
    }


def test_what_a_larger_mailbox_takes() -> None:
    """A pass is to cost the same: beside one of 100,000, for fewer are no measure."""
    passes = ((10_000, "1.0"), (100_000, "2.0"), (300_000, "3.0"))
    rows = {messages: {"crickets, a pass": {"wall ms": "20.0", "CPU ms": cpu}} for messages, cpu in passes}

    aims = {aim.what: (aim.measured, aim.reached) for aim in aims_of(rows)}

    assert aims["a pass with nothing new, CPU, 300,000 to 100,000"] == ("1.50 x", False)
    assert aims["100,000 messages: a pass with nothing new, CPU"] == ("2.00 ms", True)


def test_aims_of_a_daemon_with_many_accounts() -> None:
    """By its table's rows; what could not be measured is left out."""
    idle = {"peak MB": "151", "": "0.25% of a processor, 202 threads, 827 files; 443 kB an account"}
    rows: dict[str, dict[str, Cell]] = {"a daemon of 200 accounts, idle": {**idle}, DECIDED: {"wall ms": None}}

    aims = {aim.what: (aim.measured, aim.reached) for aim in aims_of_many(rows, "a daemon of 200 accounts")}

    assert aims == {
        "a daemon of 200 accounts: idle, memory": ("151.00 MB", False),
        "a daemon of 200 accounts: idle, of a processor": ("0.25 %", True),
    }


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

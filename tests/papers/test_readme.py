"""The README followed by a new user: each command in it, and in the pages' blocks, is really run."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.domain.message import Address
from tests.cli.home import Home, a_silence, days_ago
from tests.papers.commands import Line, calls, shell_lines
from tests.papers.pages import ROOT, page
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer
from tests.service.running import running

MORE = """
[digest]
by = "imap"

[[clients]]
name = "Rossi SpA"
match = ["*@rossi.example"]
"""
BRUNO = Address(name="Bruno", email="bruno@client.example")
EVERY_DAY = re.compile(r"(?m)^\| (`crickets .*?`) \|")
NEEDS = {
    ("auth", "login", "work"): 2,  # this account has a password, and the command says so
    ("auth", "logout", "work"): 2,
    ("digest", "--send"): 75,  # the server is away
    ("check",): 75,
    ("once", "--dry-run"): 75,
}
"""What ends otherwise than well here, and how."""
ELSEWHERE = {"run", "init", "demo", "service", "--install-completion", "--show-completion"}
"""Run by tests of their own, below, in tests/cli and tests/service; or they'd change the machine."""


@pytest.fixture
def lived_in(home: Home) -> Home:
    """Anna is silent, a call to Bruno is due, and a mail lies in a file."""
    home.remember(*a_silence(4), *a_silence(3, number=2, client=BRUNO, subject="Poster"))
    home.configure(more=MORE)
    (home.folder / "2026-14.pdf").write_bytes(b"%PDF-1.7")
    (home.folder / "message.eml").write_bytes(bytes(a_message(at=days_ago(2)).raw))
    home.monkeypatch.chdir(home.folder)
    return home


def typed(call: tuple[str, ...], home: Home) -> tuple[str, ...]:
    """A call as somebody types it whose threads have other names, and who is sure of what they do."""
    names = {thread["contact"]["address"]: thread["id"] for thread in home.threads}
    whose = BRUNO.email if call[0] == "done" else "anna@client.example"
    words = [names.get(whose, "k3f9") if word == "k3f9" else word for word in call]
    words = [word.replace("~/", f"{home.folder}/") for word in words]  # as a shell does
    if call[:2] == ("invoice", "add") and "--number" not in call:
        given = {"--number": "2026-14", "--amount": "1200.00", "--currency": "EUR", "--due": "2026-01-19"}
        words = [*words[:3], *(part for option in given.items() for part in option)]
    if call[0] == "forget" and not {"--yes", "--dry-run"} & set(call):
        words.append("--yes")
    return tuple(words)


def every_day() -> Iterator[tuple[str, ...]]:
    """The commands of the README's table, each of its rows."""
    for cell in EVERY_DAY.findall(page("README.md")):
        for told in re.findall(r"`crickets ([^`]+)`", cell):
            yield tuple(shlex.split(told))


def in_blocks() -> Iterator[tuple[str, ...]]:
    """Every call of Crickets' in the blocks of all pages that is about the ledger and the config alone."""
    for line in shell_lines():
        yield from (_plain(call) for call in calls(line))


def _plain(call: tuple[str, ...]) -> tuple[str, ...]:
    """A call without the config that it names: the test has its own."""
    return call[2:] if call[:1] == ("--config",) else call


def test_every_day(lived_in: Home) -> None:
    """Row by row, in the order of the table: each does what it says, and ends well."""
    ended = {call: lived_in(*typed(call, lived_in)) for call in every_day()}

    assert len(ended) >= 18
    assert {call: ran.code for call, ran in ended.items() if ran.code != NEEDS.get(call, 0)} == {}
    assert all(ran.out or ran.code for ran in ended.values())


def test_the_blocks_of_all_pages(lived_in: Home) -> None:
    """The same, in the order of the pages."""
    for call in dict.fromkeys(in_blocks()):
        if call[0] in ELSEWHERE:
            continue
        if call[:1] == ("invoice",):
            lived_in.remember(*a_silence(4))
        ran = lived_in(*typed(call, lived_in))
        assert ran.code == NEEDS.get(call, 0), (call, ran)


class TestTheBeginning:
    @pytest.fixture
    def mailbox(self, pymap_server: ImapServer) -> OwnersMailbox:
        """A mailbox whose client has been silent for six days."""
        mailbox = OwnersMailbox(pymap_server, pymap_server.user())
        asked = a_message(at=days_ago(10))
        mailbox.put("INBOX", asked)
        mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(6), reply_to=asked))
        return mailbox

    def test_the_four_lines(self, home: Home, mailbox: OwnersMailbox) -> None:
        """They are these; after them a draft that was shown beforehand lies in Drafts, or waits for its hour."""
        lines = [" ".join(line.words) for line in shell_lines("README.md")]
        begin = lines.index("pipx install .")
        home.config.unlink()
        (home.folder / ".env").unlink()
        answers = (
            *("--yes", "--name", "Dana Levi", "--address", "dana@studio.example", "--host", "127.0.0.1"),
            *("--port", str(mailbox.server.port), "--tls", "none", "--username", mailbox.user),
            *("--timezone", "Europe/Rome", "--country", "", "--password-stdin"),
        )

        assert lines[begin + 1 : begin + 4] == ["crickets init", "crickets once --dry-run", "crickets run"]
        set_up = home("init", *answers, stdin=f"{mailbox.server.password}\n")
        assert (set_up.code, "Anna Rossi" in set_up.out) == (0, True)
        tried = home("once", "--dry-run")
        assert (tried.code, mailbox.drafts) == (0, ())
        with running("-m", "crickets", "--config", home.config, "run", environment=_surroundings(home)) as daemon:
            daemon.hear("daemon.ready")
            assert daemon.end() < 5
            assert (daemon.code(), daemon.traces()) == (0, ())


def _surroundings(home: Home) -> dict[str, str]:
    """The environment of a process that lives there."""
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return {"HOME": str(home.folder), "XDG_STATE_HOME": str(home.state.parents[1]), "PYTHONPATH": paths}


@pytest.mark.parametrize("line", shell_lines(), ids=str)
def test_what_is_no_command_of_ours(line: Line) -> None:
    """It names files that are in the source tree, and make's targets that there are."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for word in line.words:
        if word.startswith("systemd/"):
            assert (ROOT / word).is_file(), word
    if line.words[0] == "make":
        assert re.search(rf"(?m)^{line.words[1]}:", makefile)


def test_the_pages_where_a_wheel_puts_them() -> None:
    """What is installed is what is in the tree: the manual, and the pages that messages name."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    shared = tomllib.loads(project)["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]

    assert shared == {"man/crickets.1": "share/man/man1/crickets.1", "docs": "share/doc/crickets"}
    assert (ROOT / "src/crickets/py.typed").is_file()


def test_no_host_of_packages() -> None:
    """The pages name what to install, never from whose server."""
    named = re.findall(r"--(?:extra-)?index-url|--find-links|-i https?://", "".join(map(page, _all_pages())))

    assert named == []


def _all_pages() -> tuple[str, ...]:
    return ("README.md", *(str(path.relative_to(ROOT)) for path in Path(ROOT, "docs").rglob("*.md")))

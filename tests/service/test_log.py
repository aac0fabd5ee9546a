"""The log as it's read: in the journal, in a file, on a terminal."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.notify.sockets import an_ear_in_a_file
from tests.servers.faults import Fault
from tests.servers.mail import a_reply
from tests.servers.recorder import Recorder
from tests.servers.server import ImapServer
from tests.service.running import ROOT
from tests.service.stage import SUBJECT, Stage, a_silence, ago

_PATIENCE = 30.0

_SPEAKER = """
import logging, os, warnings
from crickets.notify.journal import Journal
from crickets.service import log
from crickets.service.log_form import LogForm

form, journal = LogForm(os.environ.get("FORM", "auto")), Journal(os.environ.get("JOURNAL", "/nowhere"))
log.set_up(verbose=False, colours=True, form=form, journal=journal)
log.set_up(verbose=False, colours=True, form=form, journal=journal)
told = log.logger(account="work")
told.debug("too.fine")
told.info("pass.ended", threads=3)
told.warning("pass.failed", error='it said: "no"\\nand\\x1b[2J more')
try:
    {}["nothing"]
except KeyError as error:
    told.error("pass.failed", exc_info=error)
logging.getLogger("apscheduler.scheduler").info("Scheduler started")
logging.getLogger("apscheduler.scheduler").warning("Run time was missed\\nby far")
warnings.warn("old ways", DeprecationWarning, stacklevel=1)
print("the end")
"""
_BROKEN_BY_A_STRANGER = r"""
from crickets.service import log
log.set_up(verbose=False, colours=True)
try:
    raise ValueError("Re: \x1b]0;owned\x07 \u202e " + "x" * 20_000 + " the end")
except ValueError as error:
    kept = error
log.logger(account="work").error("pass.failed", exc_info=kept)
"""


def spoken(stderr: int, by: str = _SPEAKER, /, **environment: str) -> str:
    """Let a process log to a descriptor; what it says in the end."""
    return subprocess.run(
        [sys.executable, "-W", "always", "-c", by],
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        check=False,
        timeout=_PATIENCE,
    ).stdout


def heard_from(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal, to its end; it holds no more than a page that nobody reads."""
    with suppress(OSError):  # so ends a terminal at whose other end nobody is any more
        while heard := os.read(terminal, 65536):
            yield heard


def written(path: Path, **environment: str) -> list[str]:
    """What it writes into a file, line by line."""
    with path.open("wb") as file:
        spoken(file.fileno(), **environment)
    return path.read_text(encoding="utf-8").splitlines()


def test_a_file(tmp_path: Path) -> None:
    """One line an event, in fields; no colours and no time; others' words from WARNING on in the same way."""
    lines = written(tmp_path / "log")

    assert lines[0] == "level=info event=pass.ended account=work threads=3"
    assert lines[1] == r'level=warning event=pass.failed account=work error="it said: \"no\"\nand\\x1b[2J more"'
    assert lines[2].startswith(
        r'level=error event=pass.failed account=work exception="Traceback (most recent call last):\n'
    )
    assert lines[2].endswith("KeyError: 'nothing'\"")
    assert lines[3] == r'level=warning event="Run time was missed\nby far" logger=apscheduler.scheduler'
    assert "old ways" in lines[4]
    assert len(lines) == 5


def test_the_journal(tmp_path: Path) -> None:
    """Each line begins with its priority, which the journal takes off (sd-daemon(3))."""
    path = tmp_path / "journal"
    path.touch()
    stream = f"{path.stat().st_dev}:{path.stat().st_ino}"

    assert [line[:9] for line in written(path, JOURNAL_STREAM=stream)] == [
        "<6>level=",
        "<4>level=",
        "<3>level=",
        "<4>level=",
        "<4>level=",
    ]


def test_the_journal_of_another(tmp_path: Path) -> None:
    """A child whose stderr leads elsewhere inherits the variable, and is not meant (systemd.exec(5))."""
    assert written(tmp_path / "log", JOURNAL_STREAM="8:4711")[0].startswith("level=info ")


def test_json(tmp_path: Path) -> None:
    """One object a line, in ASCII: when in UTC, how grave, what, and the fields; a server's words can't leave it."""
    lines = written(tmp_path / "log", FORM="json")
    events = [json.loads(line) for line in lines]

    assert [list(event)[:3] for event in events] == [["time", "level", "event"]] * 5
    assert all(line.isascii() for line in lines)
    moment = dt.datetime.fromisoformat(events[0].pop("time"))
    assert moment.utcoffset() == dt.timedelta(0)
    assert events[0] == {"level": "info", "event": "pass.ended", "account": "work", "threads": 3}
    assert events[1]["error"] == 'it said: "no"\nand\\x1b[2J more'
    assert events[2]["exception"].startswith("Traceback (most recent call last):\n")
    assert events[3]["logger"] == "apscheduler.scheduler"


def test_json_in_the_journal(tmp_path: Path) -> None:
    """Where stderr is the journal's stream, the priority that it takes off stands in front."""
    path = tmp_path / "journal"
    path.touch()
    lines = written(path, FORM="json", JOURNAL_STREAM=f"{path.stat().st_dev}:{path.stat().st_ino}")

    assert [line[:4] for line in lines] == ["<6>{", "<4>{", "<3>{", "<4>{", "<4>{"]
    assert json.loads(lines[0][3:])["event"] == "pass.ended"


@pytest.mark.parametrize("form", ["journal", "auto"])
def test_the_journal_itself(tmp_path: Path, form: str) -> None:
    """Each event is an entry with its fields, and nothing more is on stderr; a server's words are no field."""
    path = tmp_path / "journal"
    path.touch()
    stream = f"{path.stat().st_dev}:{path.stat().st_ino}"
    with an_ear_in_a_file() as ear:
        lines = written(path, FORM=form, JOURNAL=ear.address, JOURNAL_STREAM=stream)
        entries = [ear.hear(_PATIENCE) for _ in range(5)]

    assert lines == []
    assert entries[0].splitlines() == [
        "MESSAGE=level=info event=pass.ended account=work threads=3",
        "PRIORITY=6",
        "SYSLOG_IDENTIFIER=crickets",
        "CRICKETS_ACCOUNT=work",
        "CRICKETS_THREADS=3",
        "CRICKETS_EVENT=pass.ended",
    ]
    assert "\nPRIORITY=4\n" in entries[1]
    assert r'CRICKETS_ERROR=it said: "no"\nand\x1b[2J more' in entries[1].splitlines()
    assert "\nCRICKETS_EXCEPTION=Traceback (most recent call last):\\n" in entries[2]
    assert "\nCRICKETS_LOGGER=apscheduler.scheduler\n" in entries[3]


@pytest.mark.parametrize("address", ["/nowhere", "a file"])
def test_a_journal_that_takes_nothing(tmp_path: Path, address: str) -> None:
    """The events are on stderr, as they are without it."""
    if address == "a file":
        address = str(tmp_path / "journal")
        Path(address).touch()
    lines = written(tmp_path / "log", FORM="journal", JOURNAL=address)

    assert lines[0] == "level=info event=pass.ended account=work threads=3"
    assert len(lines) == 5


def test_text_that_is_asked_for(tmp_path: Path) -> None:
    """It's on stderr, with its priority where that is the journal's stream, though the journal is there."""
    path = tmp_path / "journal"
    path.touch()
    with an_ear_in_a_file() as ear:
        stream = f"{path.stat().st_dev}:{path.stat().st_ino}"
        lines = written(path, FORM="text", JOURNAL=ear.address, JOURNAL_STREAM=stream)

    assert lines[0] == "<6>level=info event=pass.ended account=work threads=3"


def test_a_daemon_in_json(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """Every line that it writes is an object, from the beginning to the end."""
    a_silence(stage.add(dovecot_sdbox))
    with stage.command("run", "--log-format", "json") as daemon:
        daemon.wait_for(lambda: '"event": "draft.appended"' in daemon.text)
        daemon.wait_for(lambda: '"event": "daemon.ready"' in daemon.text)
        daemon.end()

    events = [json.loads(line) for line in daemon.text.splitlines()]
    laid = next(event for event in events if event["event"] == "draft.appended")
    assert sorted(laid) == ["account", "event", "level", "step", "thread", "time"]
    assert (laid["account"], laid["step"]) == ("work", 1)
    assert {"daemon.starting", "pass.ended", "daemon.stopping"} <= {event["event"] for event in events}


def test_a_pass_in_json(stage: Stage, dovecot_sdbox: ImapServer, recorder: Recorder) -> None:
    """What a command logs is an object a line too, said before its name or behind it."""
    stage.add(dovecot_sdbox, via=recorder)
    recorder.fault = Fault(after_client_bytes=1, lasting=True)
    for arguments in (("--log-format", "json", "--verbose", "once"), ("--verbose", "once", "--log-format", "json")):
        with stage.command(*arguments) as run:
            assert run.code() == 75
        logged = [json.loads(line) for line in run.text.splitlines() if line.startswith("{")]
        assert [event["event"] for event in logged] == ["stamina.retry_scheduled"] * 2


def test_a_form_that_there_is_not(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """It's wrong usage, told with those that there are."""
    stage.add(dovecot_sdbox)
    with stage.command("run", "--log-format", "xml") as run:
        assert run.code() == 2
    assert "'auto', 'text', 'json', 'journal'" in run.text


def test_a_terminal() -> None:
    """It's told the time, in colours; a server's words can't rewrite what it shows."""
    ours, theirs = os.openpty()
    spoken(theirs, TERM="xterm")
    text = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)

    assert "\x1b[" in text
    assert "\x1b[2J" not in text
    assert "pass.ended" in text
    assert "level=" not in text


def test_a_traceback_on_a_terminal() -> None:
    """A stranger's words in it are shown and not sent, and it's cut, though it's told after the error was caught."""
    ours, theirs = os.openpty()
    with ThreadPoolExecutor(1) as pool:
        speaking = pool.submit(spoken, theirs, _BROKEN_BY_A_STRANGER, TERM="xterm")
        speaking.add_done_callback(lambda _: os.close(theirs))
        text = b"".join(heard_from(ours)).decode()
    os.close(ours)

    assert r"ValueError: Re: \x1b]0;owned\x07 \u202e xxx" in text
    assert text.rstrip().endswith("xxx the end")
    assert len(text) < 9000


def test_a_stderr_that_is_closed() -> None:
    """A log that nobody can read is no reason to fail."""
    ours, theirs = os.pipe()
    os.close(ours)

    assert spoken(theirs) == "the end\n"
    os.close(theirs)


def test_a_whole_life(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """A draft is laid and taken back: at INFO nothing of it is told but names of ours and numbers."""
    box = stage.add(dovecot_sdbox)
    offered = a_silence(box)
    with stage.daemon() as daemon:
        daemon.hear("draft.appended")
        daemon.hear("watch.began")
        daemon.hear("pass.ended")
        box.put("INBOX", a_reply(offered, at=ago(0)))
        daemon.hear("draft.taken_back")
        daemon.hear("pass.ended")
        daemon.end()

    assert [line for line in daemon.text.splitlines() if not line.startswith("level=info event=")] == []
    for private in ("@", "Anna", "anna", "Dana", "dana", SUBJECT, "Re:", "bakery", "client.example", "Best wishes"):
        assert private not in daemon.text
    for other in ("apscheduler", "alembic", "Scheduler", "asyncio"):
        assert other not in daemon.text


def events() -> tuple[str, ...]:
    """Every event that is named in the source."""
    sources = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/crickets/service").glob("*.py")))
    named = re.compile(
        r'"((?:clock|config|daemon|digest|draft|healthcheck|metrics|orders|pass|sign_in|tasks?|watch)\.(?!toml)[a-z_]+)"'
    )
    return tuple(sorted({name for source in sources for name in named.findall(source)}))


@pytest.mark.parametrize("name", events())
def test_the_papers(name: str) -> None:
    """The event is described where its readers look."""
    assert f"`{name}`" in (ROOT / "docs" / "systemd.md").read_text(encoding="utf-8")

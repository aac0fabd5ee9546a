"""The log as it's read: in the journal, in a file, on a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.mail import a_reply
from tests.servers.server import ImapServer
from tests.service.running import ROOT
from tests.service.stage import SUBJECT, Stage, a_silence, ago

_PATIENCE = 30.0

_SPEAKER = """
import logging, warnings
from crickets.service import log

log.set_up(verbose=False, colours=True)
log.set_up(verbose=False, colours=True)
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


def spoken(stderr: int, **environment: str) -> str:
    """Let a process log to a descriptor; what it says in the end."""
    return subprocess.run(
        [sys.executable, "-W", "always", "-c", _SPEAKER],
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
        timeout=_PATIENCE,
    ).stdout


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

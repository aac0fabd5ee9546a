"""A life of the daemon under strace, and what it asked of the system: each call by its name and its arguments."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import home as homes
from tests.service.running import ROOT, Running

_CALL = re.compile(r"^(\w+)\((.*)")
_FAILED = re.compile(r"\) += -1 E[A-Z]+ ")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_FLAGS = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b")
_CHANGING = frozenset(
    """
    chmod chown creat fchmodat fchownat lchown link linkat mkdir mkdirat mknod mknodat rename renameat renameat2 rmdir
    setxattr symlink symlinkat truncate unlink unlinkat utime utimensat utimes
    """.split()
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the system; `rest` is its arguments and its answer, as strace writes them."""

    name: str
    rest: str

    @property
    def came_to_something(self) -> bool:
        """Whether the system did it."""
        return _FAILED.search(self.rest) is None

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that it names, each below the folder by whose handle it's named."""
        return tuple(str(Path(*found)) for found in _PATH.findall(self.rest.partition(") = ")[0]))

    @property
    def changes_files(self) -> bool:
        """Whether a file was opened to be written, or made, renamed, removed."""
        opens = self.name in {"open", "openat", "openat2"} and _FLAGS.search(self.rest) is not None
        return (opens or self.name in _CHANGING) and self.came_to_something


def calls_in(recorded: Path) -> tuple[Call, ...]:
    """All that was recorded; each thread has a file of its own, so no line is broken in two."""
    lines = (line for file in sorted(recorded.iterdir()) for line in file.read_text("utf-8", "replace").splitlines())
    return tuple(Call(found[1], found[2]) for found in map(_CALL.match, lines) if found)


@contextmanager
def recorded_daemon(
    config: Path, environment: Mapping[str, str], into: Path, *, refused: Collection[str]
) -> Iterator[Running]:
    """
    `crickets run` with all of its calls recorded; signals reach the daemon itself.

    The `refused` calls are answered with EPERM, as the unit's filter would.
    """
    refusing = f"inject={','.join(f'?{name}' for name in sorted(refused))}:error=EPERM"
    strace = shutil.which("strace")
    assert strace is not None
    daemon = (sys.executable, "-m", "crickets", "--config", str(config), "run")
    process = subprocess.Popen(
        (*_as_somebody(), strace, "-ff", "-qq", "-y", "-e", refusing, "-s", "300", "-o", str(into / "calls"), *daemon),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=into.parent,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            **environment,
        },
        start_new_session=True,
    )
    run = _Recorded(process)
    try:
        yield run
    finally:
        os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
        run.code()
        if process.stderr is not None:
            process.stderr.close()


class _Recorded(Running):
    """The same, with strace between us and the daemon."""

    def send(self, number: signal.Signals) -> None:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        os.kill(int(children.split()[0]), number)


def _as_somebody() -> tuple[str, ...]:
    """
    The words that make root an ordinary user, as the unit's is: as root, SQLite for one does what it does for no other.

    What it may still do is read, for the tests' Python may lie in root's home.
    """
    if not homes.is_root():
        return ()
    caps = (
        "--inh-caps=-all,+dac_read_search",
        "--ambient-caps=-all,+dac_read_search",
        "--bounding-set=-all,+dac_read_search",
    )
    owner = homes.mail_owner()
    return ("setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", *caps, "--")

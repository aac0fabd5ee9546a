"""A machine within the machine: a real systemd as its first process, and nothing of ours but Crickets in it.

It has namespaces of its own for processes, mounts, cgroups and its name: what it does to /etc, /run, /var/lib and the
homes is seen by nobody else and gone with it. The network is the outer machine's, where the tests' mail servers listen.
Needs root and Linux. Starting systemd without a cgroup of its own would move every process of the outer machine into
one of systemd's making; it is therefore given a folder below the outer cgroup first, and sees no other.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from tests.servers import home as homes
from tests.servers.server import Unavailable
from tests.service.running import ROOT

SYSTEMD = Path("/usr/lib/systemd/systemd")
CRICKETS = "/srv/crickets/bin/crickets"
OWNER = "dana"
OWNERS_ID = 4242
OWNERS_HOME = Path("/srv/dana")
ROOTS_HOME = Path("/root")
OURS = (Path("/etc"), Path("/run"), Path("/srv"), ROOTS_HOME)
"""The folders that are the inner machine's own."""
PATIENCE = 200.0
_PAUSE = 0.1
_TARGETS = "sysinit basic multi-user shutdown umount final network-online time-sync rescue emergency"

#: What the first process does until it is systemd. $1 is our tree of sources, $2 its libraries, $3 Python's folder
#: and $4 the interpreter in it: all of it may lie in a home folder, where no unit of the machine would see it.
_BEGIN = f"""
set -e
mount --make-rprivate /
umount -R /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount -o bind,ro /proc/sys /proc/sys
mount -t tmpfs tmpfs /srv
mkdir -p /srv/crickets/tree /srv/crickets/lib /srv/crickets/python /srv/crickets/bin
mount -o bind,ro "$1" /srv/crickets/tree
mount -o bind,ro "$2" /srv/crickets/lib
mount -o bind,ro "$3" /srv/crickets/python
mount -t tmpfs -o mode=0755 tmpfs /run
mkdir -p /run/etc /run/work /run/targets /run/systemd/system
mount -t overlay -o lowerdir=/etc,upperdir=/run/etc,workdir=/run/work overlay /etc
for place in /var/lib /home; do mount -t tmpfs -o mode=0755 tmpfs $place; done
for place in /tmp /var/tmp; do mount -t tmpfs -o mode=1777 tmpfs $place; done
mount -t tmpfs -o mode=0700 tmpfs /root
# As at any boot, but in a group of its own: what a unit mounts for itself, credentials for one, comes into sight by it.
mount --make-rshared /
mkdir -p /etc/crickets
rm -rf /etc/systemd/system && mkdir /etc/systemd/system
for target in {_TARGETS}; do
    printf '[Unit]\\nDefaultDependencies=no\\n' >/run/targets/$target.target
done
cat >{CRICKETS} <<PROGRAM
#!/srv/crickets/python/$4 -P
import site, sys
site.addsitedir("/srv/crickets/lib")
sys.path.insert(0, "/srv/crickets/tree/src")
from crickets.cli.main import main
main()
PROGRAM
chmod 755 {CRICKETS}
echo '{OWNER}:x:{OWNERS_ID}:{OWNERS_ID}::{OWNERS_HOME}:/bin/sh' >>/etc/passwd
echo '{OWNER}:x:{OWNERS_ID}:' >>/etc/group
install -d -m 700 -o {OWNERS_ID} -g {OWNERS_ID} {OWNERS_HOME} /run/user/{OWNERS_ID}
cat >/etc/systemd/system/owner.service <<'UNIT'
[Service]
Type=notify
User={OWNER}
Group={OWNER}
Delegate=yes
Environment=HOME={OWNERS_HOME} XDG_RUNTIME_DIR=/run/user/{OWNERS_ID}
StandardError=file:/run/owner.log
ExecStart={SYSTEMD} --user --log-target=console
UNIT
# A Python that was moved finds its own library no more.
for manager in system user; do
    install -d /etc/systemd/$manager.conf.d
    printf '[Manager]\nDefaultEnvironment=LD_LIBRARY_PATH=/srv/crickets/python/lib\n' \
        >/etc/systemd/$manager.conf.d/python.conf
done
exec env -i container=crickets-tests PATH="$PATH" \\
    SYSTEMD_UNIT_PATH=/etc/systemd/system:/run/systemd/system:/run/targets \\
    {SYSTEMD} --system --unit=multi-user.target --log-target=console --log-level=notice
"""


class Machine:
    """A running machine; raises Unavailable where this one doesn't let us have it."""

    def __init__(self) -> None:
        """Start it, and wait until its systemd has begun."""
        self._cgroup = _cgroup()
        self._home = homes.new_home("machine")
        self._log = self._home / "systemd.log"
        self._outer = self._started()
        try:
            self._first = int(self._wait_for(self._first_process, "its first process"))
            self._wait_for(lambda: self.ask("systemctl", "is-system-running").stdout == "running\n", "systemd")
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def ask(self, *words: str, owner: bool = False, patience: float = PATIENCE) -> subprocess.CompletedProcess[str]:
        """Run a command in it as root, or as the one owner it knows."""
        as_owner = ("setpriv", f"--reuid={OWNERS_ID}", f"--regid={OWNERS_ID}", "--clear-groups", "--")
        home = (
            {"HOME": str(OWNERS_HOME), "XDG_RUNTIME_DIR": f"/run/user/{OWNERS_ID}"}
            if owner
            else {"HOME": str(ROOTS_HOME)}
        )
        return subprocess.run(
            ("nsenter", "-t", str(self._first), "-m", "-p", "-C", "--", *(as_owner if owner else ()), *words),
            capture_output=True,
            text=True,
            check=False,
            timeout=patience,
            stdin=subprocess.DEVNULL,
            env={
                "PATH": f"/srv/crickets/bin:{os.environ['PATH']}",
                "LD_LIBRARY_PATH": "/srv/crickets/python/lib",
                "LANG": "C.UTF-8",
                "COLUMNS": "120",
                **home,
            },
        )

    def do(self, *words: str, owner: bool = False) -> str:
        """What a command prints that must end well."""
        ran = self.ask(*words, owner=owner)
        if ran.returncode:
            raise AssertionError(f"{' '.join(words)}: {ran.returncode}\n{ran.stdout}{ran.stderr}\n{self.log}")
        return ran.stdout

    def write(self, path: str, text: str, *, mode: int = 0o644, owner: int = 0) -> None:
        """Write a file in it, and the folders that lead there."""
        assert any(Path(path).is_relative_to(ours) for ours in OURS), path  # all else is the outer machine's
        there = self._inside(path)
        missing = [folder for folder in reversed(there.parents) if not folder.exists()]
        there.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        there.write_text(text, encoding="utf-8")
        there.chmod(mode)
        for each in (*missing, there):
            os.chown(each, owner, owner)

    def read(self, path: str) -> str:
        """A file in it; empty where there is none."""
        there = self._inside(path)
        return there.read_text("utf-8", "replace") if there.is_file() else ""

    def wait_for(self, what: Callable[[], object], name: str) -> None:
        """Return when it holds; asked anew every little while."""
        self._wait_for(what, name)

    @property
    def log(self) -> str:
        """What its systemd has said."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    def stop(self) -> None:
        """End it, all that runs in it, and its cgroup."""
        self._outer.kill()  # --kill-child takes the first process along, and the kernel all others
        self._outer.wait(PATIENCE)
        until = monotonic() + PATIENCE
        while self._cgroup.exists() and monotonic() < until:
            for folder in sorted(self._cgroup.rglob("*/"), reverse=True):
                with contextlib.suppress(OSError):  # what dies in it holds on to it for a moment
                    folder.rmdir()
            with contextlib.suppress(OSError):
                self._cgroup.rmdir()
            threading.Event().wait(_PAUSE)
        homes.remove(self._home)

    def _started(self) -> subprocess.Popen[bytes]:
        here = f"echo $$ >'{self._cgroup}/cgroup.procs'; exec \"$@\""
        apart = "unshare --mount --pid --fork --cgroup --uts --ipc --mount-proc --kill-child".split()
        begin = ("bash", "-c", _BEGIN, "begin", str(ROOT), *_python())
        with self._log.open("wb") as log:
            return subprocess.Popen(
                ("bash", "-c", here, "here", *apart, *begin),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_let_signals_through,  # noqa: PLW1509 - it calls into the kernel alone
            )

    def _first_process(self) -> str:
        children = Path(f"/proc/{self._outer.pid}/task/{self._outer.pid}/children")
        return children.read_text().split()[0] if children.exists() and children.read_text().split() else ""

    def _inside(self, path: str) -> Path:
        return Path(f"/proc/{self._first}/root{path}")

    def _wait_for(self, what: Callable[[], object], name: str) -> str:
        until = monotonic() + PATIENCE
        while not (found := what()):
            if self._outer.poll() is not None:
                raise Unavailable("systemd", f"a machine of its own can't be had: {self.log.strip()[-300:]}")
            if monotonic() > until:
                raise TimeoutError(f"no {name} in {PATIENCE:g} s:\n{self.log}")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._outer.wait(_PAUSE)
        return str(found)


def _let_signals_through() -> None:
    """Whoever runs us may have told its children to ignore some."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _python() -> tuple[str, str, str]:
    """Our libraries, the folder of the Python that is behind our virtual environment, and the interpreter in it."""
    folder = Path(sys.base_prefix).resolve()
    return sysconfig.get_path("purelib"), str(folder), str(Path(sys.executable).resolve().relative_to(folder))


def _cgroup() -> Path:
    """A fresh folder of the unified hierarchy for the machine; raises Unavailable."""
    missing = [name for name in ("unshare", "nsenter", "setpriv", "bash") if shutil.which(name) is None]
    if not homes.is_root() or missing or not SYSTEMD.exists():
        raise Unavailable(
            "systemd", f"a machine of its own needs root, {SYSTEMD} and {' '.join(missing) or 'nothing else'}"
        )
    for top in (Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/unified")):
        if (top / "cgroup.controllers").exists():
            mine = top / f"crickets-tests-{os.getpid()}"
            try:
                mine.mkdir()
            except OSError as error:
                raise Unavailable("systemd", f"{mine}: {error.strerror}") from error
            return mine
    raise Unavailable("systemd", "no cgroup2 is mounted")


def properties(told: str) -> Mapping[str, str]:
    """What `systemctl show` prints."""
    return dict(line.split("=", 1) for line in told.splitlines() if "=" in line)

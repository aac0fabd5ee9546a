"""Debian packages unpacked into a cache, never installed: Cyrus' and Courier's packages conflict with Dovecot's.

Knows apt-get, dpkg and the cache's place. Needs no root. Names no mirror: apt's own sources are used.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers.server import Unavailable

_DOWNLOAD_WITHIN = 300
_IMPATIENT = ("-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packages:
    """What makes up one server: the packages we want, and a program that proves they are there."""

    server: str
    wanted: tuple[str, ...]
    program: str


def cache_folder() -> Path:
    """`$CRICKETS_TEST_CACHE`, else `crickets-tests` in the user's cache folder."""
    if own := os.environ.get("CRICKETS_TEST_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "crickets-tests"


def unpacked(packages: Packages) -> Path:
    """The root folder of the unpacked packages; fetched the first time, by one process while others wait.

    Raises Unavailable when this is no Debian, or apt cannot fetch.
    """
    root = cached_root(packages)
    if not is_unpacked(packages, root):
        with _alone(root.with_name(f"{root.name}.lock")):
            if not is_unpacked(packages, root):
                _fetch(packages, root)
    return root


def cached_root(packages: Packages) -> Path:
    """Where the unpacked packages lie, or would: another place for another system, and for another list of packages."""
    system = platform.freedesktop_os_release() if Path("/etc/os-release").exists() else {}
    wanted = hashlib.sha256(" ".join(packages.wanted).encode()).hexdigest()[:8]
    parts = (
        packages.server,
        system.get("ID", "unknown"),
        system.get("VERSION_ID", "rolling"),
        platform.machine(),
    )
    return cache_folder() / "-".join((*parts, wanted))


def is_unpacked(packages: Packages, root: Path) -> bool:
    """Whether the cache holds the server whole: `root` only ever appears by a rename of a finished folder."""
    return (root / packages.program).is_file()


def library_path(root: Path) -> str:
    """What LD_LIBRARY_PATH must be for programs of the unpacked root."""
    libraries = [p for lib in (root / "usr/lib", root / "lib") for p in (lib, *sorted(lib.glob("*-linux-gnu*")))]
    return os.pathsep.join(str(p) for p in libraries if p.is_dir())


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _fetch(packages: Packages, root: Path) -> None:
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        raise Unavailable(packages.server, "its packages are fetched by apt-get and dpkg, which this machine lacks")
    with tempfile.TemporaryDirectory(dir=root.parent, prefix=f".{packages.server}-") as work:
        debs, tree = Path(work, "debs"), Path(work, "root")
        debs.mkdir()
        tree.mkdir()
        _run(packages, "apt-get", "download", "-q", *_IMPATIENT, *_with_libraries(packages), cwd=debs)
        for deb in sorted(debs.glob("*.deb")):
            _run(packages, "dpkg", "-x", str(deb), str(tree), cwd=debs)
        shutil.rmtree(tree / "usr/share", ignore_errors=True)  # manuals only
        shutil.rmtree(root, ignore_errors=True)
        tree.rename(root)


def _with_libraries(packages: Packages) -> tuple[str, ...]:
    """The wanted packages and each library that this machine has not got, as apt itself resolves them."""
    command = ("apt-get", "install", "--simulate", "--no-install-recommends", *packages.wanted)
    plan = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    missing = re.findall(r"^Inst (lib\S+) \(", plan, re.MULTILINE)  # an upgrade has "[old version]" before the "("
    return tuple(dict.fromkeys((*packages.wanted, *missing)))


def _run(packages: Packages, *command: str, cwd: Path) -> None:
    try:
        subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True, timeout=_DOWNLOAD_WITHIN)
    except subprocess.TimeoutExpired as late:
        raise Unavailable(packages.server, f"{command[0]} did not end within {_DOWNLOAD_WITHIN} s") from late
    except subprocess.CalledProcessError as failed:
        raise Unavailable(packages.server, f"{command[0]} failed: {first_error(failed.stderr)}") from failed


def first_error(said: str) -> str:
    """The first line in which apt-get or dpkg complains: what follows it is mostly its consequence."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return next((line for line in lines if line.startswith(("E:", "dpkg"))), "it did not say why")

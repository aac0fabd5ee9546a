"""
One process at a time on one ledger.

Knows files and locks; must not know what is in the ledger. The lock is the kernel's (flock): it goes with its
holder, however that ends, so there's nothing to clear away after a crash.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from crickets.errors import LedgerBusy, LedgerUnusable
from crickets.own_folder import opened_for_its_owner

_PAUSE = 0.05
"""Seconds between two tries; flock itself knows no time limit."""


@contextmanager
def locked(ledger: Path, *, wait: timedelta = timedelta(0)) -> Iterator[None]:
    """
    Hold the ledger's lock, the file ``<ledger>.lock``, which stays behind empty-handed.

    Waits as long as `wait` says, then raises `LedgerBusy` with the holder's process id.
    """
    path = lock_file(ledger)
    descriptor = _opened(path)
    try:
        _acquire(descriptor, ledger, time.monotonic() + wait.total_seconds())
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)  # lets the lock go; the file must stay, or two could hold locks on two files


def lock_file(ledger: Path) -> Path:
    """Where the lock of a ledger lies."""
    return ledger.with_name(ledger.name + ".lock")


def _opened(path: Path) -> int:
    try:
        return opened_for_its_owner(path, os.O_RDWR | os.O_NOFOLLOW)
    except OSError as err:
        raise LedgerUnusable(
            f"The ledger's lock {path} can't be opened: {os.strerror(err.errno or errno.EIO)}.",
            remedy="Check that its folder exists and that your user may write there.",
        ) from err


def _acquire(descriptor: int, ledger: Path, deadline: float) -> None:
    while not _try(descriptor):
        left = deadline - time.monotonic()
        if left <= 0:
            raise LedgerBusy(
                f"The ledger {ledger} is in use by another Crickets ({_holder(descriptor)}).",
                remedy="Wait for it to end, or stop it, and try again.",
            )
        time.sleep(min(_PAUSE, left))


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(descriptor: int) -> None:
    """Leave our process id, for those who must wait."""
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    except OSError:
        # A full disk must not say less about the ledger than the ledger itself will; the lock holds without a name.
        return


def _holder(descriptor: int) -> str:
    pid = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
    return f"process {pid}" if pid.isdigit() else "its process id is unknown"

"""
Opening the ledger: whose it may be, and what is done before the first question.

Knows the order of lock, file, revision; must not know what is in the ledger.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from shlex import quote

from crickets.errors import LedgerBusy, LedgerUnusable
from crickets.ledger.engine import ELSEWHERE, Store
from crickets.ledger.lock import locked
from crickets.ledger.migrate import is_current, migrate
from crickets.ledger.sql import SqlLedger
from crickets.own_folder import make_own_folder, not_ours, opened_for_its_owner

_NO_WAIT = timedelta(0)


@contextmanager
def open_ledger(path: Path, *, exclusive: bool, wait: timedelta = _NO_WAIT) -> Iterator[SqlLedger]:
    """
    The ledger at a path, for as long as the block lasts.

    `exclusive` is for whoever acts: it takes the ledger's lock (`LedgerBusy` if another process keeps it longer than
    `wait`), makes the ledger if there is none and brings an older one up to date. Without, nothing is locked and
    nothing made: a ledger that isn't there yet reads as an empty one, and an order may be given while another
    process holds the lock, for SQLite lets one write at a time. `LedgerUnusable` if it can't be used at all.
    """
    with _exclusive(path, wait) if exclusive else _shared(path, wait) as ledger:
        yield ledger


def logins_in(path: Path) -> Mapping[str, str]:
    """
    Whose mailboxes a ledger knows, by the accounts' names; nothing is made, locked or brought up to date for it.

    Of one that isn't there, or that an older version wrote, nothing is known. `LedgerUnusable` if it's no ledger.
    """
    if not _exists(path):
        return {}
    _require_own(path.parent)
    with closing(Store(path)) as store:
        return SqlLedger(store).logins() if is_current(store) else {}


def ledger_in_memory() -> SqlLedger:
    """An empty ledger that is gone with the process: for a first look, and for tests."""
    store = Store(None)
    migrate(store)
    return SqlLedger(store)


@contextmanager
def _exclusive(path: Path, wait: timedelta) -> Iterator[SqlLedger]:
    _make_folder(path.parent)
    _require_own(path.parent)
    with locked(path, wait=wait):
        _make_file(path)
        with closing(Store(path)) as store:
            migrate(store)
            _keep_private(path)  # only now it's known to be ours
            yield SqlLedger(store)


@contextmanager
def _shared(path: Path, wait: timedelta) -> Iterator[SqlLedger]:
    if not _exists(path):
        with closing(ledger_in_memory()) as empty:
            yield empty
        return
    _require_own(path.parent)
    with closing(Store(path)) as store:
        if not is_current(store):
            _bring_up_to_date(path, store, wait)
        yield SqlLedger(store)


def _bring_up_to_date(path: Path, store: Store, wait: timedelta) -> None:
    """Migrate for a reader, which has no lock of its own; not under the feet of an older program that runs."""
    try:
        with locked(path, wait=wait):
            migrate(store)
    except LedgerBusy as err:
        if is_current(store):
            return  # the very process that has it was just making it
        raise LedgerBusy(
            f"{err.what} It keeps the ledger as an older version of Crickets knows it.",
            remedy="Restart that process with this version, and try again.",
        ) from err


def require_room_for(path: Path) -> None:
    """
    Nothing, if a ledger could be kept at a path by the folders that there are; else `LedgerUnusable`.

    For whoever must know without making anything: the ledger itself may not be there yet.
    """
    folder = next((p for p in (path, *path.parents) if _exists(p)), path)
    if folder != path and not folder.is_dir():
        raise _refused(path, NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)))
    if folder == path.parent:
        _require_own(folder)
    if not os.access(folder, os.W_OK):
        raise _refused(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _exists(path: Path) -> bool:
    """Whether there is anything at a path; where nobody may look, that is no answer."""
    try:
        return path.exists()
    except OSError as err:
        raise _refused(path, err) from err


def _make_folder(folder: Path) -> None:
    try:
        make_own_folder(folder)
    except OSError as err:
        raise _refused(folder, err) from err


def _require_own(folder: Path) -> None:
    """
    `LedgerUnusable` where others could lay another ledger into the folder, or a link in its place.

    The ledger says whom to write to, and which draft is ours to remove.
    """
    try:
        why = not_ours(folder)
    except OSError as err:
        raise _refused(folder, err) from err
    if why:
        mend = f"Let it be your user's alone: chmod 700 {quote(str(folder))}; or {ELSEWHERE}."
        raise LedgerUnusable(f"The ledger's folder {folder} {why}.", remedy=mend)


def _make_file(path: Path) -> None:
    """Have the file there, for its owner alone if it is new; SQLite gives its -wal and -shm the same mode and owner."""
    try:
        os.close(opened_for_its_owner(path, os.O_RDWR))
    except OSError as err:
        raise _refused(path, err) from err


def _keep_private(path: Path) -> None:
    """Let nobody else read the mail that it tells of: a copy that was brought back may have lost its mode."""
    with suppress(PermissionError):  # another user's file, which we may use nevertheless
        path.chmod(0o600)


def _refused(path: Path, err: OSError) -> LedgerUnusable:
    return LedgerUnusable(
        f"The ledger can't be kept at {path}: {err.strerror}.",
        remedy=f"Check that your user may write there and that the disk has room, or {ELSEWHERE}.",
    )

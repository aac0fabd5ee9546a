"""
The folder of tokens: one user's alone, and no file in it but plain ones of that user.

Knows files; must not know what is in them. Every file is opened by its folder's handle, never through a link.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from crickets.errors import LedgerUnusable
from crickets.own_folder import leave_to, make_own_folder

_LARGEST = 256 << 10
_ROOM = 96 << 10
"""Octets that are kept free for what is written next: more than two tokens of the longest kind take."""

_SAFELY = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_ROOT = 0
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Folder:
    """
    An open folder, within `with`.

    It's the user's who has the state folder: root may work on another's, and then leaves all that it writes to them.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle
        self._owner = os.fstat(handle)

    def read(self, name: str) -> bytes | None:
        """What a file holds, None where there is none; `LedgerUnusable` for one that nobody should believe."""
        with told_of(self._path / name):
            try:
                handle = os.open(name, os.O_RDONLY | _SAFELY, dir_fd=self._handle)
            except FileNotFoundError:
                return None
            with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
                self._require_ours(name, os.fstat(handle))
                content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise _unusable(self._path / name, "it's far larger than Crickets writes it")
        return content

    @contextmanager
    def replacing(self, name: str) -> Iterator[Replacement]:
        """
        A file to take the place of another: nothing changes until it's written, and then all at once.

        Room for it is made first, so that a full disk is met before an old token is given up for a new one. Whoever
        asks has locked it: what a process that was killed has left is cleared away.
        """
        with told_of(self._path / name):
            self._drop(_beside(name))
            handle = self._made(_beside(name), os.O_WRONLY)
        try:
            with told_of(self._path / name):
                _write(handle, b"\0" * _ROOM)
            yield Replacement(self._handle, handle, _beside(name), self._path / name)
        finally:
            os.close(handle)
            self._drop(_beside(name))

    def opened_to_lock(self, name: str) -> int:
        """A handle on an empty file that is there for being locked alone."""
        with told_of(self._path / name):
            try:
                return self._made(name, os.O_RDWR)
            except FileExistsError:
                return os.open(name, os.O_RDWR | _SAFELY, dir_fd=self._handle)

    def remove(self, name: str) -> bool:
        """Take a file away, and what was to replace it, once it's locked; False if there is none."""
        with told_of(self._path / name):
            self._drop(_beside(name))
            was_there = self._drop(name)
            os.fsync(self._handle)
            return was_there

    def _drop(self, name: str) -> bool:
        try:
            os.unlink(name, dir_fd=self._handle)
        except FileNotFoundError:
            return False
        return True

    def _made(self, name: str, flags: int) -> int:
        """A file that wasn't there: root gives none away that was, for it may be another's by a second name."""
        handle = os.open(name, flags | os.O_CREAT | os.O_EXCL | _SAFELY, 0o600, dir_fd=self._handle)
        leave_to(self._owner, handle)
        return handle

    def _require_ours(self, name: str, state: os.stat_result) -> None:
        if not stat.S_ISREG(state.st_mode):
            raise _unusable(self._path / name, "it's no plain file")
        if state.st_mode & _OTHERS:
            raise exposed(self._path / name, 600)


class Replacement:
    """A file that waits for its content."""

    def __init__(self, folder: int, handle: int, beside: str, path: Path) -> None:
        self._folder = folder
        self._handle = handle
        self._beside = beside
        self._path = path

    def write(self, content: bytes) -> None:
        """All of it, on the disk and in its place; or nothing."""
        with told_of(self._path):
            os.lseek(self._handle, 0, os.SEEK_SET)
            _write(self._handle, content)
            os.ftruncate(self._handle, len(content))
            os.fsync(self._handle)
            os.replace(self._beside, self._path.name, src_dir_fd=self._folder, dst_dir_fd=self._folder)
            os.fsync(self._folder)


@contextmanager
def opened(state: Path, name: str, *, make: bool) -> Iterator[Folder | None]:
    """A folder below the state folder, made for its owner's eyes if need be; None where there is none to be read."""
    path = state / name
    with told_of(path):
        if make:
            make_own_folder(path)
        handle = _handle_on(path)
    if handle is None:
        yield None
        return
    try:
        _require_private(path, os.fstat(handle))
        yield Folder(path, handle)
    finally:
        os.close(handle)


def _handle_on(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return None


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Inside, what the system refuses is told of a path."""
    try:
        yield
    except OSError as error:
        raise _unusable(path, error.strerror or "no reason given") from error


def _write(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _beside(name: str) -> str:
    """Where a file lies while it's written."""
    return f".{name}.new"


def _require_private(path: Path, state: os.stat_result) -> None:
    if state.st_uid != os.geteuid() and os.geteuid() != _ROOT:
        raise _unusable(path, "it's another user's")
    if state.st_mode & _OTHERS:
        raise exposed(path, 700)


def exposed(path: Path, mode: int) -> LedgerUnusable:
    """Others than its owner may read what had better be a secret."""
    remedy = f"Mend it with: chmod {mode} {quote(str(path))}; who doesn't trust the others signs in anew."
    return LedgerUnusable(f"{path} can be read or changed by others on this machine.", remedy=remedy)


def _unusable(path: Path, why: str) -> LedgerUnusable:
    remedy = (
        "See to it that it's a plain file or folder of the user who runs Crickets; or move it away and sign in anew."
    )
    return LedgerUnusable(f"{path} can't be used: {why}", remedy=remedy)

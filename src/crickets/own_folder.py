"""
A folder that is its owner's alone: how it's made, and how it's told that it isn't; and whose is what root makes there.

Knows modes and users; must not know what lies in it. For the rooms that keep files.
"""

from __future__ import annotations

import os
import stat
from errno import ENOTDIR
from pathlib import Path

_ROOT = 0
_OWN = 0o700


def make_own_folder(path: Path, mode: int = _OWN) -> None:
    """
    Have the folder there, and those above it, each closed to others from its first moment if it's new.

    Whatever the umask lets through (XDG Base Directory Specification, § Referencing this specification); another `mode`
    opens it once it's there. Raises `OSError`.
    """
    if path.is_dir():
        return
    if path != path.parent:
        make_own_folder(path.parent, mode)
    try:
        path.mkdir(mode=_OWN)
    except FileExistsError as error:
        if not path.is_dir():  # something is there, and it's no folder
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(path)) from error
    else:
        _hand_over(path, mode)


def _hand_over(path: Path, mode: int) -> None:
    """Leave a new folder to whoever has the one above it; by its handle, for another may have its name by now."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        leave_to(path.parent.stat(), handle)
        if mode != _OWN:
            os.fchmod(handle, mode)
    finally:
        os.close(handle)


def opened_for_its_owner(path: Path, flags: int) -> int:
    """
    A handle on a file that is there or is made, for the eyes of its folder's owner alone if it's new.

    Root, who may work in the folder of a service's user, gives away none that was there: it may be another's by a
    second name. Raises `OSError`.
    """
    try:
        handle = os.open(path, flags | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        return os.open(path, flags | os.O_CLOEXEC)
    leave_to(path.parent.stat(), handle)
    return handle


def leave_to(owner: os.stat_result, handle: int) -> None:
    """Give what root has just made to whoever has the folder; nobody else can, nor needs to."""
    if os.geteuid() == _ROOT:
        os.fchown(handle, owner.st_uid, owner.st_gid)


def not_ours(path: Path) -> str:
    """
    Why others could put files into a folder, or change what is there, in words that go on after its name; or nothing.

    Root may look into any user's. The group of a folder that is root's may write there, by root's leave: that is how
    containers are given theirs.
    """
    state, us = path.stat(), os.geteuid()
    if state.st_uid not in {us, _ROOT} and us != _ROOT:
        return "belongs to another user"
    others = stat.S_IWOTH | (stat.S_IWGRP if state.st_uid == us else 0)
    return "can be changed by others on this machine" if state.st_mode & others else ""

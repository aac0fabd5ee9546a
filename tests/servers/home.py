"""The folder a server lives in while it runs.

Knows about Unix permissions: servers started by root give it up for another user, who must still reach their files.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")


def is_root() -> bool:
    """Whether the tests run as root, so that servers have another user to become."""
    return os.geteuid() == 0


def own_name() -> str:
    """The name of the user who runs the tests."""
    return pwd.getpwuid(os.geteuid()).pw_name


def own_group() -> str:
    """The name of the group the tests run as."""
    return grp.getgrgid(os.getegid()).gr_name


def mail_owner() -> pwd.struct_passwd:
    """The user who owns the stored mail: nobody when we are root, ourselves otherwise."""
    return pwd.getpwnam("nobody") if is_root() else pwd.getpwuid(os.geteuid())


def new_home(server: str, *, in_memory: bool = False) -> Path:
    """A new folder right below the machine's temporary one, which other users may pass through.

    `in_memory` asks for one that lies on no disk, where the machine has a place for such.

    Not pytest's tmp_path: that is closed to others (0700), and too long a path for Unix sockets (108 bytes).
    """
    place = _MEMORY if in_memory and os.access(_MEMORY, os.W_OK) else None
    home = Path(tempfile.mkdtemp(prefix=f"crickets-{server}-", dir=place))
    home.chmod(0o755)
    return home


def folder_of(owner: pwd.struct_passwd, path: Path) -> Path:
    """`path`, made, and given to its owner."""
    path.mkdir(parents=True, exist_ok=True)
    os.chown(path, owner.pw_uid, owner.pw_gid)
    return path


def remove(home: Path) -> None:
    """The home is gone, as far as may be: a child that is still dying can hold on to a file."""
    shutil.rmtree(home, ignore_errors=True)

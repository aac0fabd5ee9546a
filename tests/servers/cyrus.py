"""A Cyrus of the tests' own, from Debian's packages unpacked beside whatever is installed.

Cyrus will not serve as root: there it becomes nobody, elsewhere it stays the user who runs the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.servers import home as homes
from tests.servers import process
from tests.servers.cyrus_config import CyrusSettings, cyrus_conf, imapd_conf
from tests.servers.packages import Packages, library_path, unpacked
from tests.servers.server import LOOPBACK, PASSWORD, FreshLogins, Tls, Unavailable

PACKAGES = Packages(
    server="cyrus",
    wanted=("cyrus-imapd", "cyrus-common", "sasl2-bin", "libsasl2-modules", "libsasl2-modules-db"),
    program="usr/lib/cyrus/bin/master",
)
_FOLDERS = ("conf/db", "conf/log", "conf/proc", "conf/socket", "spool", "proc", "lock", "socket", "temp")


class Cyrus:
    """A running Cyrus; see ImapServer."""

    name = "cyrus"
    host = LOOPBACK
    password = PASSWORD
    tls = Tls.NONE
    ca_file: Path | None = None

    def __init__(self) -> None:
        """Start it; raises Unavailable where its packages cannot be had or it does not start."""
        cached = unpacked(PACKAGES)
        self.port = process.free_port()
        self._logins = FreshLogins()
        self._home = homes.new_home("cyrus")
        self._root = _reachable(cached, self._home)
        self._env = {
            "LD_LIBRARY_PATH": os.pathsep.join((str(self._root / "usr/lib/cyrus"), library_path(self._root))),
            "SASL_PATH": _sasl_path(self._root),
        }
        try:
            self._process = self._started()
        except Unavailable:
            homes.remove(self._home)
            raise

    def user(self, who: str = "dana") -> str:
        """A fresh login with its password in sasldb; Cyrus makes the folders at the first login."""
        login = self._logins.next(who)
        self._set_password(login)
        return login

    def stop(self) -> None:
        """End it and remove its mail."""
        process.stop(self._process)
        homes.remove(self._home)

    def _started(self) -> subprocess.Popen[bytes]:
        owner = homes.mail_owner()
        for name in _FOLDERS:
            homes.folder_of(owner, self._home / name)
        homes.folder_of(owner, self._home / "conf")
        settings = CyrusSettings(
            home=self._home, programs=self._root / "usr/lib/cyrus/bin", port=self.port, user=owner.pw_name
        )
        imapd, services = self._home / "imapd.conf", self._home / "cyrus.conf"
        imapd.write_text(imapd_conf(settings))
        services.write_text(cyrus_conf(settings))
        self._set_password("cyrus")
        os.chown(self._home / "sasldb2", owner.pw_uid, owner.pw_gid)
        return self._master(imapd, services)

    def _master(self, imapd: Path, services: Path) -> subprocess.Popen[bytes]:
        argv = (
            self._root / PACKAGES.program,
            "-C",
            imapd,
            "-M",
            services,
            "-D",
            "-p",
            self._home / "temp/master.pid",
        )
        log = self._home / "master.log"
        master = process.launch(argv, log=log, env=self._env)
        process.wait_for_greeting(self.name, master, self.port, log=log)
        return master

    def _set_password(self, login: str) -> None:
        program = self._root / "usr/sbin/saslpasswd2"
        argv = (program, "-p", "-c", "-f", self._home / "sasldb2", "-u", "localhost", login)
        made = subprocess.run(
            [str(a) for a in argv], input=PASSWORD.encode(), capture_output=True, env={**os.environ, **self._env},
            check=False,
        )  # fmt: skip
        if made.returncode:
            raise Unavailable(self.name, f"saslpasswd2: {made.stderr.decode(errors='replace').strip()}")


def _reachable(cached: Path, home: Path) -> Path:
    """The unpacked programs where the user whom Cyrus becomes can run them: root's cache is closed to others."""
    if not homes.is_root():
        return cached
    try:
        return Path(shutil.copytree(cached, home / "root", symlinks=True, copy_function=os.link))
    except (OSError, shutil.Error):  # the cache is on another disk
        return Path(shutil.copytree(cached, home / "root", symlinks=True, dirs_exist_ok=True))


def _sasl_path(root: Path) -> str:
    """Where libsasl seeks its plugins: the unpacked ones first, which are of the version Cyrus was built with."""
    found = [*root.glob("usr/lib/*/sasl2"), *Path("/usr/lib").glob("*/sasl2")]
    return os.pathsep.join(str(p) for p in found)

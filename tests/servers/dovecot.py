"""A Dovecot of the tests' own: any user name, one password, sdbox or maildir, with or without TLS.

Runs as root (which gives itself up for Debian's dovecot, dovenull and nobody) and as any other user.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.servers import home as homes
from tests.servers import process
from tests.servers.certificates import LOOPBACK_NAMES, certificate_for
from tests.servers.dovecot_config import KEPT_PROCESSES, DovecotSettings, ServiceUsers, Storage, dovecot_conf
from tests.servers.server import LOOPBACK, PASSWORD, FreshLogins, Tls, Unavailable


class Dovecot:
    """A running Dovecot; see ImapServer."""

    host = LOOPBACK
    password = PASSWORD

    def __init__(
        self,
        storage: Storage = Storage.SDBOX,
        *,
        drop: Iterable[str] = (),
        special_use: bool = True,
        tls: Tls = Tls.NONE,
        certified_for: tuple[str, ...] = LOOPBACK_NAMES,
        quick: bool = False,
        extra: str = "",
    ) -> None:
        """Start it, without the capabilities in `drop`; `extra` is text for the end of its config.

        A `quick` one, for tests that log in thousands of times, keeps its mail in memory and its processes alive.
        Raises Unavailable where Dovecot is not installed or does not start.
        """
        program, users = dovecot_program(), service_users()
        self.name = f"dovecot ({storage.value})"
        self.tls = tls
        self.port = process.free_port()
        self._logins = FreshLogins()
        self._home = homes.new_home("dovecot", in_memory=quick)
        certificate = None if tls is Tls.NONE else certificate_for(certified_for, self._home)
        self.ca_file: Path | None = certificate.ca if certificate else None
        settings = DovecotSettings(
            home=self._home,
            port=self.port,
            users=users,
            storage=storage,
            drop=frozenset(drop),
            special_use=special_use,
            tls=tls,
            certificate=certificate,
            extra=extra + (KEPT_PROCESSES if quick else ""),
        )
        self._program, self._settings = program, settings
        self._process = self._started()

    def user(self, who: str = "dana") -> str:
        """A fresh login; Dovecot makes mailbox and folders as it is first used."""
        return self._logins.next(who)

    def copy_of(self, user: str, who: str = "dana") -> str:
        """A fresh login whose mailbox is, to the byte, that of `user`, UIDs and mod-sequences included.

        Nobody may be logged in as `user` meanwhile.
        """
        copy, owner = self._logins.next(who), homes.mail_owner()
        mail = self._home / "mail"
        shutil.copytree(mail / user, mail / copy)
        for path in (mail / copy, *(mail / copy).rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid)
        return copy

    def restart(self) -> None:
        """Break every line, and come back on the same port with the same mail."""
        process.stop(self._process)
        self._process = self._started()

    def stop(self) -> None:
        """End it and remove its mail."""
        process.stop(self._process)
        homes.remove(self._home)

    @property
    def log(self) -> str:
        """What Dovecot has logged so far."""
        return (self._home / "dovecot.log").read_text(errors="replace")

    def _started(self) -> subprocess.Popen[bytes]:
        homes.folder_of(homes.mail_owner(), self._home / "mail")
        config, log = self._home / "dovecot.conf", self._home / "dovecot.log"
        config.write_text(dovecot_conf(self._settings))
        started = process.launch((self._program, "-F", "-c", config), log=log)
        try:
            process.wait_for_greeting(self.name, started, self.port, log=log, implicit_tls=self.tls is Tls.IMPLICIT)
        except Unavailable:
            homes.remove(self._home)
            raise
        return started


def dovecot_program() -> Path:
    """Where Dovecot is; raises Unavailable where it is not installed."""
    # Debian keeps it in /usr/sbin, which is not on the PATH of ordinary users.
    found = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    if not found:
        raise Unavailable("dovecot", "it is not installed (Debian: dovecot-imapd)")
    return Path(found)


def service_users() -> ServiceUsers:
    """Ourselves; or, when we are root, the package's users and nobody: the login process refuses to be root."""
    owner = homes.mail_owner()
    internal, group, login = homes.own_name(), homes.own_group(), homes.own_name()
    if homes.is_root():
        internal, group, login = _of_the_package()
    return ServiceUsers(internal=internal, group=group, login=login, mail_uid=owner.pw_uid, mail_gid=owner.pw_gid)


def _of_the_package() -> tuple[str, str, str]:
    try:
        return pwd.getpwnam("dovecot").pw_name, grp.getgrnam("dovecot").gr_name, pwd.getpwnam("dovenull").pw_name
    except KeyError as missing:
        raise Unavailable("dovecot", f"the package's user is missing: {missing}") from missing

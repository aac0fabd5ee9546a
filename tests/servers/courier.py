"""A Courier of the tests' own, from Debian's packages unpacked beside whatever is installed; needs no root.

Each user is a Maildir; courier_front.py asks for the password and hands the line over to Courier's imapd.
"""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

from tests.servers import home as homes
from tests.servers import process
from tests.servers.courier_front import Front
from tests.servers.packages import Packages, library_path, unpacked
from tests.servers.server import FOLDERS, LOOPBACK, PASSWORD, FreshLogins, Tls, Unavailable

PACKAGES = Packages(
    server="courier",
    wanted=("courier-imap", "courier-base", "courier-authlib", "gamin"),
    program="usr/bin/imapd",
)
CAPABILITIES = (
    "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE"  # Debian's default
)
_UNIX_PATH = 108  # bytes of sockaddr_un.sun_path on Linux
_SETTINGS = {
    "PROTOCOL": "IMAP",
    "AUTHSERVICE": "imap",
    # imapd ends without a word when it is given IMAPLOGINTAG but not both of these (5.0.13).
    "TCPREMOTEIP": LOOPBACK,
    "TCPREMOTEPORT": "0",
    "IMAP_CAPABILITY": CAPABILITIES,
    "IMAP_USELOCKS": "1",
    "IMAP_KEYWORDS": "1",
    "IMAP_ENHANCEDIDLE": "1",
    "IMAP_IDLE_TIMEOUT": "1",
    "IMAP_CHECK_ALL_FOLDERS": "0",
}


class Courier:
    """A running Courier; see ImapServer."""

    name = "courier"
    host = LOOPBACK
    password = PASSWORD
    tls = Tls.NONE
    ca_file: Path | None = None

    def __init__(self) -> None:
        """Start it; raises Unavailable where its packages cannot be had or do not work."""
        self._root = unpacked(PACKAGES)
        self._logins = FreshLogins()
        self._home = homes.new_home("courier")
        self._env = {**os.environ, **_SETTINGS, "LD_LIBRARY_PATH": library_path(self._root)}
        self._watcher = self._start_watcher()
        self._front = Front(self._imapd, password=PASSWORD, capabilities=CAPABILITIES)
        self.port = self._front.port

    def user(self, who: str = "dana") -> str:
        """A fresh login with a Maildir of its own."""
        login = self._logins.next(who)
        self._maildirmake(self._maildir(login))
        for folder in FOLDERS:
            self._maildirmake("-f", folder, self._maildir(login))
        return login

    def stop(self) -> None:
        """End it and remove its mail."""
        self._front.stop()
        process.stop(self._watcher)
        homes.remove(self._home)

    def _start_watcher(self) -> subprocess.Popen[bytes]:
        """Gamin, which tells imapd what changes on the disk.

        Without it every login waits 1.2 s for it in vain, and then begins with an ALERT (5.0.13).
        """
        self._env["GAM_CLIENT_ID"] = self._home.name
        log = self._home / "gamin.log"
        watcher = process.launch(
            (self._root / "usr/libexec/gam_server", "--notimeout", self._home.name), log=log, env=self._env
        )
        try:
            process.wait_until(self.name, watcher, lambda: _listens(self._home.name), log=log)
        except Unavailable:
            homes.remove(self._home)
            raise
        return watcher

    def _maildir(self, login: str) -> Path:
        return self._home / login

    def _maildirmake(self, *arguments: str | Path) -> None:
        program = self._root / "usr/bin/maildirmake.courier"
        subprocess.run([program, *arguments], env=self._env, check=True, capture_output=True)

    def _imapd(self, login: str, tag: str, line: int) -> subprocess.Popen[bytes] | None:
        """Courier's imapd on this line, as if its own login process had started it; None for a user unknown."""
        maildir = self._maildir(login)
        if not maildir.is_dir():
            return None
        who = {"AUTHENTICATED": login, "AUTHADDR": login, "HOME": str(maildir), "MAILDIR": str(maildir)}
        return subprocess.Popen(
            [str(self._root / PACKAGES.program), str(maildir)],
            stdin=line,
            stdout=line,
            stderr=subprocess.DEVNULL,
            cwd=maildir,
            env={**self._env, **who, "IMAPLOGINTAG": tag},
            start_new_session=True,
        )


def _listens(client_id: str) -> bool:
    """Whether Gamin listens: on an abstract Unix socket, whose name it fills up to the last byte with NULs."""
    name = f"\0/tmp/fam-{homes.own_name()}-{client_id}".encode()
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(name.ljust(_UNIX_PATH, b"\0")) == 0

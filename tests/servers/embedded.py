"""pymap in the tests' own process: the quick server, with its in-memory backend and as many users as are asked for.

The only home of pymap in these tests.
"""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from pymap.backend.dict import Config, DictBackend, Identity, Login
from pymap.imap import IMAPService
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from tests.servers import process
from tests.servers.loop_thread import LoopThread
from tests.servers.server import FOLDERS, LOOPBACK, PASSWORD, FreshLogins, Tls


class _LoopbackConfig(Config):
    """pymap's settings, but a greeting that needs no look-up of this machine's name at each connection."""

    @property
    def greeting(self) -> bytes:
        return b"Server ready on loopback"


class PymapServer:
    """A running pymap; see ImapServer."""

    name = "pymap"
    host = LOOPBACK
    password = PASSWORD
    tls = Tls.NONE
    ca_file: Path | None = None

    def __init__(self) -> None:
        self.port = process.free_port()
        self._logins = FreshLogins()
        self._thread = LoopThread("pymap")
        self._open = contextlib.AsyncExitStack()
        self._config = _config(self.port)
        self._login = Login(self._config)
        self._thread.run(self._start())

    def user(self, who: str = "dana") -> str:
        """A fresh login, its folders already made."""
        login = self._logins.next(who)
        self._thread.run(self._add(login))
        return login

    def stop(self) -> None:
        """End it; its mail was in memory only."""
        self._thread.run(self._open.aclose())
        self._thread.stop()

    async def _start(self) -> None:
        self._config.apply_context()
        await IMAPService(DictBackend(self._login, self._config), self._config).start(self._open)

    async def _add(self, login: str) -> None:
        identity = Identity(login, self._login, None, frozenset())
        await identity.set(UserMetadata(self._config, login, password=PASSWORD))
        async with identity.new_session() as session:
            for folder in FOLDERS:
                await session.mailbox_set.add_mailbox(folder)


def _config(port: int) -> Config:
    """What pymap's own command line would give for a plain listener on loopback."""
    arguments = argparse.Namespace(
        host=LOOPBACK, port=port, debug=False, cert=None, key=None, tls=False, passlib_cfg=None,
        proxy_protocol=None, inherited_sockets=None, demo_data=False, demo_user="", demo_password="",
    )  # fmt: skip
    # Passwords in the clear: hashing them would cost every login of every test tens of milliseconds.
    return _LoopbackConfig.from_args(arguments, hash_context=Cleartext(), invalid_user_sleep=0.0)

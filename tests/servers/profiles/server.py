"""The server's sockets: one thread listens, and each connection has one of its own, so that an answer is one hand-over.

What a connection says is `session.py`'s.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from pathlib import Path

from tests.fakes.mailbox import MemoryMailbox
from tests.servers.names import Naming
from tests.servers.profiles.commands import acts_of
from tests.servers.profiles.moments import Interference
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.session import Account, Act, House, Session
from tests.servers.server import LOOPBACK, PASSWORD, FreshLogins, Tls

_PIECE = 64 * 1024


class ProfileServer:
    """A running server of one profile; see ImapServer."""

    host = LOOPBACK
    password = PASSWORD
    tls = Tls.NONE
    ca_file: Path | None = None

    def __init__(self, profile: Profile) -> None:
        self.name = profile.name
        self.profile = profile
        #: What went wrong in the server itself; `stop` raises it.
        self.trouble: list[BaseException] = []
        self._house = House(profile=profile, password=PASSWORD)
        self._acts = acts_of(profile)
        self._logins = FreshLogins()
        self._lines: set[_Line] = set()
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, name=self.name, daemon=True).start()

    @property
    def naming(self) -> Naming:
        """How it calls its folders."""
        return self.profile.naming

    @property
    def interfere(self) -> Interference:
        """Called before each command is carried out, and after it, before the answer; see `moments`."""
        return self._house.interfere

    @interfere.setter
    def interfere(self, interfere: Interference) -> None:
        self._house.interfere = interfere

    def user(self, who: str = "dana") -> str:
        """A fresh login; its mailbox is `mailbox(login)`."""
        login = self._logins.next(who)
        self.serve(login, self.profile.mailbox(self.profile.folders))
        return login

    def serve(self, login: str, memory: MemoryMailbox) -> None:
        """Let a user in to this very mailbox."""
        self._house.accounts[login] = Account(memory=memory)

    def mailbox(self, login: str) -> MemoryMailbox:
        """What lies behind: to look into, and to act on as another device would."""
        return self._house.accounts[login].memory

    def hang_up(self) -> None:
        """Break every connection."""
        for line in tuple(self._lines):
            line.hang_up()

    def stop(self) -> None:
        """End it; its mail was in memory only. What went wrong in a connection's thread is raised here."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()
        if self.trouble:
            raise self.trouble[0]

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                line = _Line(sock)
                self._lines.add(line)
                threading.Thread(target=self._converse, args=(line,), name=f"{self.name} line", daemon=True).start()

    def _converse(self, line: _Line) -> None:
        try:
            line.converse(self._house, self._acts)
        except BaseException as trouble:  # noqa: BLE001 - a thread's end is seen by nobody; the test is told in `stop`
            self.trouble.append(trouble)
        finally:
            self._lines.discard(line)
            line.close()


class _Line:
    """One client's socket."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def converse(self, house: House, acts: Mapping[str, Act]) -> None:
        """Hear, and answer, until one side hangs up."""
        session = Session(house, acts, self)
        try:
            while octets := self._heard():
                session.hear(octets)
        finally:
            session.close()

    def send(self, octets: bytes) -> None:
        """Send them, if anybody is still there."""
        with contextlib.suppress(OSError):
            self._sock.sendall(octets)

    def hang_up(self) -> None:
        """End it; what was sent still arrives."""
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """The socket is given back."""
        self._sock.close()

    def _heard(self) -> bytes:
        try:
            return self._sock.recv(_PIECE)
        except OSError:
            return b""

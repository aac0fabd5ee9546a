"""The front door of a Courier without its login daemons: greets, asks for name and password, hands the line over.

Knows the not-authenticated state of IMAP (RFC 3501 section 6.2) and not a word more. Courier's own imaplogin works
alike: it starts imapd on the client's socket with IMAPLOGINTAG, and imapd answers the LOGIN itself.
"""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import threading
from collections.abc import Callable

from tests.servers import process
from tests.servers.server import LOOPBACK

#: Login name, tag of the LOGIN command, file descriptor of the line -> the running imapd; None refuses the name.
StartImapd = Callable[[str, str, int], subprocess.Popen[bytes] | None]

_STRING = r'(?:"((?:[^"\\]|\\.)*)"|([^\s"(){}%*\\]+))'
_LOGIN = re.compile(rf"LOGIN {_STRING} {_STRING}", re.IGNORECASE)


class Front:
    """A listener on loopback, one thread a client."""

    def __init__(self, start_imapd: StartImapd, *, password: str, capabilities: str) -> None:
        self._start_imapd = start_imapd
        self._password = password
        self._capabilities = capabilities
        self._serving: list[subprocess.Popen[bytes]] = []
        self._listener = socket.create_server((LOOPBACK, 0), backlog=100)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, name="courier-front", daemon=True).start()

    def stop(self) -> None:
        """Let nobody in any more, and end every imapd."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # close() alone would leave accept() waiting
        self._listener.close()
        for imapd in self._serving:
            process.stop(imapd)

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                threading.Thread(target=self._receive, args=(line,), daemon=True).start()

    def _receive(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.sendall(f"* OK [CAPABILITY {self._capabilities}] Courier-IMAP ready.\r\n".encode())
            self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        """Until somebody is let in, and the line is imapd's; or until they go."""
        while (command := _read_line(line)) is not None:
            tag, _, words = command.partition(" ")
            if imapd := self._login(line, tag, words):
                line.close()
                imapd.wait()
                return
            line.sendall(self._answer(tag, words).encode())
            if words.upper() == "LOGOUT":
                return

    def _login(self, line: socket.socket, tag: str, words: str) -> subprocess.Popen[bytes] | None:
        asked = _LOGIN.fullmatch(words)
        if not asked or _string(asked[3], asked[4]) != self._password:
            return None
        imapd = self._start_imapd(_string(asked[1], asked[2]), tag, line.fileno())
        if imapd:
            self._serving.append(imapd)
        return imapd

    def _answer(self, tag: str, words: str) -> str:
        match words.upper().split(" ")[0]:
            case "CAPABILITY":
                return f"* CAPABILITY {self._capabilities}\r\n{tag} OK CAPABILITY completed\r\n"
            case "NOOP":
                return f"{tag} OK NOOP completed\r\n"
            case "LOGOUT":
                return f"* BYE Courier-IMAP server shutting down\r\n{tag} OK LOGOUT completed\r\n"
            case "LOGIN":
                return f"{tag} NO Login failed.\r\n"
            case _:
                return f"{tag} BAD Invalid command before login\r\n"


def _read_line(line: socket.socket) -> str | None:
    """The next line without its end, None at the end of all; byte by byte, for what follows belongs to imapd."""
    read = bytearray()
    while not read.endswith(b"\r\n"):
        byte = line.recv(1)
        if not byte:
            return None
        read += byte
    return read[:-2].decode("utf-8", "replace")


def _string(quoted: str | None, atom: str | None) -> str:
    return atom or re.sub(r"\\(.)", r"\1", quoted or "")

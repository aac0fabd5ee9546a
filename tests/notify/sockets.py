"""The service manager's end of NOTIFY_SOCKET (sd_notify(3)): a real datagram socket, in a file or without one."""

from __future__ import annotations

import secrets
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic


@dataclass(frozen=True, slots=True)
class Ear:
    """Hears what a service says."""

    channel: socket.socket
    address: str

    def hear(self, within: float) -> str:
        """The next message; `TimeoutError` if there is none in time."""
        self.channel.settimeout(max(within, 0.001))
        return self.channel.recv(4096).decode()

    def hear_until(self, wanted: str, within: float) -> tuple[str, ...]:
        """All messages up to the wanted one; `TimeoutError` if it doesn't come in time."""
        heard: list[str] = []
        until = monotonic() + within
        while not heard or heard[-1] != wanted:
            heard.append(self.hear(until - monotonic()))
        return tuple(heard)

    def hear_for(self, seconds: float) -> tuple[str, ...]:
        """All messages within a time."""
        heard: list[str] = []
        until = monotonic() + seconds
        try:
            while True:
                heard.append(self.hear(until - monotonic()))
        except TimeoutError:
            return tuple(heard)


@contextmanager
def an_ear_in_a_file() -> Iterator[Ear]:
    """One that systemd's system manager would make: /run/systemd/notify."""
    # Not pytest's tmp_path: a socket's name has 108 bytes at most (unix(7)).
    home = Path(tempfile.mkdtemp(prefix="crickets-notify-"))
    try:
        yield from _listening(str(home / "notify"))
    finally:
        shutil.rmtree(home)


@contextmanager
def an_ear_without_a_file() -> Iterator[Ear]:
    """One in the abstract namespace (unix(7)), as container managers make."""
    yield from _listening(f"@crickets-{secrets.token_hex(8)}")


def _listening(address: str) -> Iterator[Ear]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(address.replace("@", "\0", 1) if address.startswith("@") else address)
        yield Ear(channel, address)

"""
sd_notify(3): tells the service manager how the daemon is doing.

One datagram a message to the socket that systemd names in NOTIFY_SOCKET; without one every call does nothing. Knows
systemd's words only.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceManager:
    """
    The service manager that started us, if one did.

    `watchdog_every` is half of WATCHDOG_USEC, as sd_watchdog_enabled(3) advises, or None where nobody waits for it.
    """

    address: str = ""
    watchdog_every: timedelta | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """The one that the environment names."""
        usec = environment.get("WATCHDOG_USEC", "")
        every = timedelta(microseconds=int(usec) // 2) if usec.isdecimal() and int(usec) > 0 else None
        return cls(address=environment.get("NOTIFY_SOCKET", ""), watchdog_every=every)

    def ready(self) -> None:
        """The config is read, the ledger open, the accounts are being watched."""
        self._say("READY=1")

    def status(self, text: str) -> None:
        """One line for `systemctl status`."""
        self._say(f"STATUS={text.splitlines()[0] if text else ''}")

    def alive(self) -> None:
        """Every account has made progress."""
        self._say("WATCHDOG=1")

    def reloading(self, monotonic: float) -> None:
        """The config is being read anew; `monotonic` is that clock in seconds."""
        self._say(f"RELOADING=1\nMONOTONIC_USEC={int(monotonic * 1_000_000)}")

    def stopping(self) -> None:
        """The end has begun."""
        self._say("STOPPING=1")

    def _say(self, message: str) -> None:
        if not self.address:
            return
        # A name that begins with @ is in the abstract namespace (unix(7)).
        address = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        with (
            contextlib.suppress(OSError),  # a manager that doesn't listen is no reason to fail
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel,
        ):
            channel.sendto(message.encode(), address)

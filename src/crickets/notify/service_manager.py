"""
sd_notify(3): tells the service manager how the daemon is doing.

One datagram a message to the socket that systemd names in NOTIFY_SOCKET; without one every call does nothing. Knows
systemd's words only.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

_PATIENCE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceManager:
    """
    The service manager that started us, if one did.

    `watchdog_every` is half of WATCHDOG_USEC, as sd_watchdog_enabled(3) advises, or None where nobody waits for it.
    """

    address: str = ""
    watchdog_every: timedelta | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str], *, pid: int | None = None) -> Self:
        """The one that the environment of this process (or of the one with that `pid`) names."""
        own = str(os.getpid() if pid is None else pid)
        # A child of the service inherits the variables, and must not answer for it.
        meant = environment.get("WATCHDOG_PID", own) == own
        return cls(
            address=environment.get("NOTIFY_SOCKET", ""),
            watchdog_every=_half(environment.get("WATCHDOG_USEC", "")) if meant else None,
        )

    def ready(self) -> None:
        """The config is read, the ledger open, the accounts are being watched."""
        self._say("READY=1")

    def status(self, text: str) -> None:
        """One line for `systemctl status`."""
        self._say(f"STATUS={text.splitlines()[0] if text else ''}")

    def alive(self) -> None:
        """Every account has made progress."""
        self._say("WATCHDOG=1")

    def starting_still(self, for_now: timedelta) -> None:
        """It isn't hung: the start may take so much longer from now on."""
        self._say(f"EXTEND_TIMEOUT_USEC={for_now // timedelta(microseconds=1)}")

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
            suppress(OSError),  # a manager that doesn't listen is no reason to fail
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel,
        ):
            channel.settimeout(_PATIENCE)  # nor is one that is slow a reason to wait for ever
            channel.sendto(message.encode("utf-8", "backslashreplace"), address)


def _half(usec: str) -> timedelta | None:
    whole = int(usec) if usec.isascii() and usec.isdecimal() else 0
    return timedelta(microseconds=whole // 2) if whole else None

"""
The line to an SMTP server as aiosmtplib speaks it, where we have it do otherwise: how it's let go of, what DATA is.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress

from aiosmtplib import SMTP, SMTPException

_TURNS = 3
"""Of the loop, which ends next, until TLS and the socket below it are closed: nobody closes them after it."""

_LINE_END = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"(?m)^\.")


class Line(SMTP):
    """aiosmtplib's client, which lets go of its line at once: no loop waits for the other side's goodbye by TLS."""

    def close(self) -> None:
        """Hung up."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()
        super().close()

    async def let_go(self) -> None:
        """Hung up, and nothing of it left open when the loop ends."""
        self.close()
        for _ in range(_TURNS):
            await asyncio.sleep(0)


async def goodbye(client: SMTP) -> None:
    """Said, and heard if it is in time: what was done before is done, even where we are told to stop."""
    with suppress(SMTPException, OSError, asyncio.CancelledError):
        await client.quit()


def as_data(mail: bytes) -> bytes:
    """A mail as it's said after DATA: its lines ended, dots doubled, a lone one behind it (RFC 5321 §4.5.2)."""
    lines = _LINE_END.sub(b"\r\n", mail)
    whole = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
    return _DOT.sub(b"..", whole) + b".\r\n"

"""
An ear that never goes deaf: the next connection to a socket that listens, whatever comes in between.

Loads no client of the web's: whoever only listens needs none.
"""

from __future__ import annotations

import asyncio
import socket


async def next_line(ear: socket.socket, *, a_while: float) -> socket.socket:
    """The next connection; where no file can be opened for it, it's tried again in `a_while`, in seconds."""
    while True:
        try:
            return (await asyncio.get_running_loop().sock_accept(ear))[0]
        except OSError:
            await asyncio.sleep(a_while)

"""
An ear that never goes deaf: the next connection to a socket that listens, whatever comes in between; and its request.

Loads no client of the web's: whoever only listens needs none.
"""

from __future__ import annotations

import asyncio
import socket

END_OF_HEAD = b"\r\n\r\n"
"""What a request's head ends with (RFC 9112 §2)."""


async def next_line(ear: socket.socket, *, a_while: float) -> socket.socket:
    """The next connection; where no file can be opened for it, it's tried again in `a_while`, in seconds."""
    while True:
        try:
            return (await asyncio.get_running_loop().sock_accept(ear))[0]
        except OSError:
            await asyncio.sleep(a_while)


async def request_head(line: socket.socket, *, largest: int) -> bytes:
    """
    What comes on a connection, to the end of a request's head; cut short where it's larger, or nothing more comes.

    Whoever answers before that end has come, and hangs up, takes back what was answered.
    """
    head = b""
    while END_OF_HEAD not in head and len(head) < largest:
        if not (more := await asyncio.get_running_loop().sock_recv(line, 4096)):
            break
        head += more
    return head

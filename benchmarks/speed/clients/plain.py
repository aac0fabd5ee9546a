"""The drain in plain Python: what comes is counted and thrown away."""

from __future__ import annotations

import socket

from benchmarks.speed.clients.called import Asked, run

_PIECE = 1 << 16
_TAIL = 512


def read(asked: Asked) -> int:
    """Drain every folder; the number of bytes."""
    with socket.create_connection((asked.host, asked.port)) as line:
        received = _drained(line, b"* OK")
        received += _answered(line, b"L", f'LOGIN "{asked.login}" "{asked.password}"')
        for folder in asked.folders:
            received += _answered(line, b"E", f'EXAMINE "{folder}"')
            received += _answered(line, b"F", f"FETCH 1:* {asked.items}")
    return received


def _answered(line: socket.socket, tag: bytes, command: str) -> int:
    line.sendall(tag + b" " + command.encode() + b"\r\n")
    return _drained(line, tag + b" OK")


def _drained(line: socket.socket, mark: bytes) -> int:
    """Read on until the last line begins with the mark."""
    received, tail = 0, b""
    while not (tail.endswith(b"\n") and tail.rpartition(b"\n")[0].rpartition(b"\n")[2].startswith(mark)):
        piece = line.recv(_PIECE)
        if not piece:
            raise ConnectionError("the server hung up")
        received += len(piece)
        tail = (tail + piece[-_TAIL:])[-_TAIL:]
    return received


if __name__ == "__main__":
    run(read)

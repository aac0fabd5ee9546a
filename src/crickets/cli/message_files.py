"""
The bytes of a message that lies in a file, or comes in by stdin.
"""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import BinaryIO

from crickets.errors import CricketsError, ExitCode

LIMIT = 64 << 20
"""How much of a file is read: more than any provider lets a mail be."""

STDIN = "-"


class MessageUnreadable(CricketsError):
    """A file that was named can't be opened or read."""

    exit_code = ExitCode.IO_ERROR


def octets_of(name: str) -> bytes:
    """
    The first 64 MB of a file; `-` is stdin. `MessageUnreadable` if it can't be read.

    Without the mark and the empty lines that an editor or a pager puts before the first field.
    """
    try:
        if name == STDIN:
            return _read(sys.stdin.buffer)
        with Path(name).open("rb") as file:
            return _read(file)
    except (OSError, ValueError) as err:  # ValueError: a NUL in the name
        why = err.strerror if isinstance(err, OSError) and err.strerror else str(err)
        raise MessageUnreadable(why, remedy="Name a file that holds one message, as it came.") from err


def _read(file: BinaryIO) -> bytes:
    return file.read(LIMIT).removeprefix(BOM_UTF8).lstrip(b"\r\n")

"""
A file as a part of a draft.

Knows RFC 2183 and RFC 2231 as mail programs read them; must not know which file, nor why.
"""

from __future__ import annotations

import re
from base64 import encodebytes
from urllib.parse import quote

from crickets.domain.attachment import Attachment
from crickets.writing.plain import one_line

_NAME_LIMIT, _ENDING_LIMIT = 80, 10
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}")
_PLAIN_NAME = re.compile(r"[\w !#$&'()+,.;=@^`{}~-]+", re.ASCII)
_ANY_FILE = "application/octet-stream"
_COMPOSITE = ("multipart/", "message/")
"""What may not be sent in base64 (RFC 2046 §5.1, §5.2): such a file goes as one of no known type."""


def attachment_part(file: Attachment) -> str:
    """The part of a message that carries the file: its fields, an empty line, its content in base64. All in CRLF."""
    media_type = file.type if _MEDIA_TYPE.fullmatch(file.type) and not file.type.startswith(_COMPOSITE) else _ANY_FILE
    lines = (
        f"Content-Type: {media_type}",
        f"Content-Disposition: attachment;\r\n {_filename(file.name)}",
        "Content-Transfer-Encoding: base64",
    )
    body = encodebytes(file.content).decode("ascii").replace("\n", "\r\n")
    return "\r\n".join(lines) + "\r\n\r\n" + body


def _filename(name: str) -> str:
    """The file's name as a parameter: as it is, or in UTF-8 as RFC 2231 §4 has it."""
    known = _shortened(one_line(name).replace("/", "_").replace("\\", "_")) or "invoice"
    return f'filename="{known}"' if _PLAIN_NAME.fullmatch(known) else f"filename*=utf-8''{quote(known, safe='')}"


def _shortened(name: str) -> str:
    """A name of no more than 80 characters, its ending kept."""
    dot, kind = name.rpartition(".")[1:]
    ending = f"{dot}{kind}"[-_ENDING_LIMIT:]
    return name if len(name) <= _NAME_LIMIT else name[: _NAME_LIMIT - len(ending)] + ending

"""
How a line of the `.env` is written, so that whoever reads it reads the same: python-dotenv here, systemd for the unit.

The two agree on little more than these forms. Between single quotes nothing is an escape for systemd, where a backslash
before another or before a quote is one for python-dotenv; nor is there a comment behind a value (systemd.exec(5),
EnvironmentFile=).
"""

from __future__ import annotations

import re

_NAME = r"[A-Za-z_]\w*"
_BARE = r"[^\s'\"\\#](?:[^\s\\]|[ \t]+[^\s\\#])*"
_SINGLE = r"'(?:[^'\\]|\\(?![\\']))*'"
_DOUBLE = r"\"(?:[^\"\\]|\\[\"\\])*\""
_ALIKE = re.compile(
    rf"[ \t]*(?:#(?:.*[^\\])?|{_NAME}[ \t]*=[ \t]*(?:{_BARE}|{_SINGLE}|{_DOUBLE})?[ \t]*)?", re.ASCII | re.DOTALL
)


def env_line(name: str, secret: str) -> str:
    """The line that gives a secret, which is one line itself, its name; nothing in it is expanded."""
    if _ALIKE.fullmatch(plain := f"{name}='{secret}'"):
        return f"{plain}\n"
    escaped = secret.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name}="{escaped}"\n'


def read_in_two_ways(text: str) -> tuple[int, ...]:
    """The numbers of the lines that systemd may read otherwise than Crickets; none is told but by its number."""
    return tuple(number for number, line in enumerate(text.split("\n"), 1) if not _ALIKE.fullmatch(line.rstrip("\r")))

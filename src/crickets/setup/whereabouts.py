"""
What this machine knows of its user: the time zone, the country that it lies in, a name; guesses that they may mend.
"""

from __future__ import annotations

import os
import pwd
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

_LOCALTIME = Path("/etc/localtime")


def zone_name(environment: Mapping[str, str], localtime: Path = _LOCALTIME) -> str:
    """The IANA name of the machine's zone; empty where it can't be told."""
    linked = str(localtime.readlink()) if localtime.is_symlink() else ""
    candidates = (environment.get("TZ", "").removeprefix(":"), linked.rpartition("zoneinfo/")[2])
    return next((name for name in candidates if _is_zone(name)), "")


def full_name() -> str:
    """How the user of this machine is called, if it knows more than a login."""
    with suppress(KeyError):  # a container's user may be a number without a name
        name = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
        return name if " " in name and name.isprintable() else ""
    return ""


def country_of(zone: str, tables: tuple[str, ...] = TZPATH) -> str:
    """The country of a zone (ISO 3166-1 alpha-2) by the tz database's own table; empty where there is none."""
    for folder in tables:
        table = Path(folder) / "zone.tab"
        if table.is_file():
            rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if not line.startswith("#"))
            return next((row[0] for row in rows if len(row) > 2 and row[2] == zone), "")
    return ""


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return "/" in name or name == "UTC"

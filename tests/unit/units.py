"""The units that are shipped, as files and as the values of their keys."""

from __future__ import annotations

from pathlib import Path

from tests.service.running import ROOT

SYSTEM = ROOT / "systemd" / "crickets.service"
OWNERS = ROOT / "systemd" / "crickets@.service"
USER = ROOT / "systemd" / "user" / "crickets.service"


def directives(unit: Path) -> dict[str, list[str]]:
    """The values of each key, in their order."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#;[":
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found

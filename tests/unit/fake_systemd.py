"""Programs called systemctl and loginctl, where no systemd runs: they keep a diary, and answer as they are told to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PROGRAM = """#!/bin/sh
home='{home}'
printf '%s %s\\n' "$(basename "$0")" "$*" >>"$home/diary"
for word in "$@"; do
    case $word in -*) ;; *) break ;; esac
done
name=$(basename "$0")-$word
[ -f "$home/$name.says" ] && cat "$home/$name.says"
[ -f "$home/$name.fails" ] && {{ cat "$home/$name.fails" >&2; exit 1; }}
exit 0
"""


@dataclass(frozen=True, slots=True)
class FakeSystemd:
    """What stands on PATH in place of systemd's own; `home` is theirs alone."""

    home: Path

    @classmethod
    def made(cls, home: Path) -> FakeSystemd:
        """The programs, which know of no unit."""
        (home / "bin").mkdir(parents=True)
        for name in ("systemctl", "loginctl"):
            program = home / "bin" / name
            program.write_text(_PROGRAM.format(home=home))
            program.chmod(0o755)
        made = cls(home)
        made.says("show", "LoadState=not-found\nActiveState=inactive\nSubState=dead\n")
        made.says("show-user", "Linger=no\n", of="loginctl")
        return made

    @property
    def path(self) -> str:
        """What PATH must be for them to be found, and nothing else but the shell's own tools."""
        return f"{self.home / 'bin'}:/usr/bin:/bin"

    @property
    def diary(self) -> list[str]:
        """Every command that was given, but for questions."""
        file = self.home / "diary"
        lines = file.read_text().splitlines() if file.exists() else []
        return [line for line in lines if " show" not in line]

    def says(self, word: str, text: str, *, of: str = "systemctl") -> None:
        """From now on, that command prints this."""
        (self.home / f"{of}-{word}.says").write_text(text)

    def fails(self, word: str, text: str, *, of: str = "systemctl") -> None:
        """From now on, that command fails with this on stderr."""
        (self.home / f"{of}-{word}.fails").write_text(text)

"""Completion in real shells: the script that the README has one install works there, and completes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.home import Home, a_silence

COMPLETED = {
    "bash": "source {script}; COMP_WORDS=({words}); COMP_CWORD={last}; _crickets_completion crickets;"
    ' printf "%s\\n" "${{COMPREPLY[@]}}"',
    "fish": "source {script}; complete --do-complete '{line}'",
}
"""What a shell is asked for, in its own words, to tell how it would complete a line."""
HERE = [shell for shell in COMPLETED if shutil.which(shell)]


@pytest.fixture
def on_the_path(home: Home) -> Home:
    """`crickets` is a command there."""
    program = home.folder / "bin" / "crickets"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m crickets "$@"\n')
    program.chmod(0o755)
    home.remember(*a_silence(4))
    return home


def told_by(shell: str, words: str, home: Home) -> str:
    """What a shell says."""
    environment = {
        **os.environ,
        "PATH": f"{home.folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "CRICKETS_CONFIG": str(home.config),
        "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1",
    }
    ran = subprocess.run(
        [shell, "-c", words], capture_output=True, text=True, check=False, timeout=60, env=environment, cwd=home.folder
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def completed(shell: str, line: str, home: Home) -> list[str]:
    """How a shell completes a line, remarks left out."""
    script = _script(shell, home)
    last = len(line.split(" ")) - 1
    words = " ".join(f"'{word}'" for word in line.split(" "))
    told = told_by(shell, COMPLETED[shell].format(script=script, words=words, last=last, line=line), home)
    return [each.partition("\t")[0] for each in told.splitlines() if each]


def _script(shell: str, home: Home) -> Path:
    script = home.folder / f"completion.{shell}"
    script.write_text(told_by("sh", f"crickets --show-completion {shell}", home))
    return script


@pytest.mark.parametrize("shell", HERE)
def test_a_command_and_a_thread(shell: str, on_the_path: Home) -> None:
    """What begins like a command is one; a thread's name is known from the ledger."""
    thread = on_the_path.only_thread()

    assert completed(shell, "crickets st", on_the_path) == ["status", "stop"]
    assert completed(shell, "crickets show ", on_the_path) == [thread]
    assert completed(shell, "crickets auth login ", on_the_path) == ["work"]


@pytest.mark.parametrize("shell", HERE)
def test_where_nothing_can_be_read(shell: str, on_the_path: Home) -> None:
    """Nothing of ours is offered and nothing said, whatever is wrong with the config; fish names files then."""
    on_the_path.configure(more="[nonsense")

    assert "work" not in completed(shell, "crickets auth login ", on_the_path)


@pytest.mark.parametrize("shell", [name for name in ("zsh", "bash", "fish") if shutil.which(name)])
def test_the_script_itself(shell: str, on_the_path: Home) -> None:
    """The shell can read it."""
    _script(shell, on_the_path)

    assert told_by(shell, f"{shell} -n completion.{shell}", on_the_path) == ""

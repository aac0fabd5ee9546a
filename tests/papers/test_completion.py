"""Completion in real shells: the script that the README has one install works there, and completes."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer._completion_shared as typers

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


def typed(shell: str, keys: str, home: Home, until: str) -> str:
    """What an interactive shell shows after these keys, until something stands there."""
    environment = {
        "HOME": str(home.folder),
        "PATH": f"{home.folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "CRICKETS_CONFIG": str(home.config),
        "TERM": "xterm",
    }
    process, screen = pty.fork()
    if process == 0:
        os.execvpe(shell, [shell, "-i"], environment)  # noqa: S606
    seen = ""
    try:
        os.write(screen, keys.encode())
        while until not in seen and select.select([screen], [], [], 20)[0]:
            seen += os.read(screen, 4096).decode("utf-8", "replace")
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(screen)
    return seen


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_the_first_tab_in_zsh(on_the_path: Home) -> None:
    """What was installed completes when it's asked for the first time."""
    functions = on_the_path.folder / ".zfunc"
    functions.mkdir()
    (functions / "_crickets").write_text(told_by("sh", "crickets --show-completion zsh", on_the_path))
    (on_the_path.folder / ".zshrc").write_text("fpath+=~/.zfunc; autoload -Uz compinit; compinit -u\n")

    assert "crickets snooze" in typed("zsh", "crickets sno\t", on_the_path, "crickets snooze")


def test_where_typer_keeps_its_scripts() -> None:
    """What is reached into is there; once typer has mended it itself, `completion_in_zsh` may go."""
    assert "compdef" in typers._completion_scripts["zsh"]
    assert "loadautofunc" not in typers.COMPLETION_SCRIPT_ZSH

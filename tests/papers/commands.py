"""The lines of the pages' shell blocks, and the commands of Crickets' among their prose, as words."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer.main

from crickets.cli.main import app
from tests.papers.pages import PAGES, Block, blocks, page

SHELL = ("sh", "console", "bash")
_PROMPT = re.compile(r"^[$#] ")
_IN_PROSE = re.compile(r"`crickets ([^`\n]*(?:\n[^`\n]*)?)`")
_STANDS_FOR_MORE = re.compile(r"…|\.\.\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A command, as words, and where it stands."""

    where: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.where} {' '.join(self.words)}"


def shell_lines(*pages: str) -> tuple[Line, ...]:
    """Every command in the shell blocks of these pages, or of all."""
    chosen = (block for block in blocks(*SHELL) if not pages or block.page in pages)
    return tuple(line for block in chosen for line in _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    whole = block.text.replace("\\\n", " ")
    for text in whole.splitlines():
        words = shlex.split(_PROMPT.sub("", text), comments=True)
        if words:
            yield Line(where=str(block), words=tuple(words))


def calls(line: Line) -> Iterator[tuple[str, ...]]:
    """What of Crickets' a line of a shell calls: the arguments of each call in it."""
    words = list(line.words)
    while "crickets" in words:
        begin = words.index("crickets") + 1
        if begin > 1 and not _runs_the_next(words[: begin - 1]):
            return
        end = next((n for n, word in enumerate(words[begin:], begin) if word in {"&&", "|", ";", ">"}), len(words))
        yield tuple(words[begin:end])
        words = words[end + 1 :]


def _runs_the_next(before: list[str]) -> bool:
    """Whether what stands before a name runs it: nothing but `sudo` and variables, or the end of another command."""
    return all(word in {"sudo", "&&", "|", ";", "exec"} or "=" in word for word in before)


def prose_calls() -> tuple[Line, ...]:
    """Every command of Crickets' that the prose of the pages, or a table of theirs, writes out whole."""
    found = (
        Line(where=name, words=tuple(shlex.split(" ".join(told.split()))))
        for name in PAGES
        for told in _IN_PROSE.findall(page(name))
        if not _STANDS_FOR_MORE.search(told)
    )
    return tuple(dict.fromkeys(found))


def unknown_in(arguments: tuple[str, ...]) -> str:
    """What the tree of commands doesn't know of these arguments: a command or an option; empty if all is known."""
    command: Any = typer.main.get_command(app)
    left = list(arguments)
    while left:
        word = left.pop(0)
        if word.startswith("-") and word not in {"-h", "--help"}:
            option = _option(command, word)
            if option is None:
                return f"{word} of {command.name}" if command.name else word
            if not option.is_flag and left:
                left.pop(0)
        elif getattr(command, "commands", None) is not None and word not in {"-h", "--help", "help"}:
            if word not in command.commands:
                return word
            command = command.commands[word]
    return ""


def _option(command: Any, word: str) -> Any:  # noqa: ANN401 - typer's classes have no public name
    names = ((param, (*param.opts, *param.secondary_opts)) for param in command.params)
    return next((param for param, opts in names if word in opts and param.param_type_name == "option"), None)

"""
The last word before `init` writes: all that was answered is shown, and what is wrong there is asked for once more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from crickets.cli.about_you import WHOSE_HOLIDAYS
from crickets.cli.asking import asked
from crickets.cli.options import holidays, own_address, zone
from crickets.cli.safe import plain
from crickets.cli.screen import note
from crickets.config import texts
from crickets.config.places import env_file
from crickets.config.problems import one_of
from crickets.setup.first_config import EVERYBODY, Answers, readers_at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """One of the answers: how it's shown, and how it's asked for."""

    shown: Callable[[Answers], str]
    question: str
    mended: Callable[[Answers, str], Answers]
    parse: Callable[[str], str]


_ANSWERS = {
    "name": _Answer(
        shown=lambda answers: answers.name,
        question="Your name, as your mail shows it",
        parse=texts.words,
        mended=lambda answers, said: replace(answers, name=said),
    ),
    "address": _Answer(
        shown=lambda answers: answers.address,
        question="Your address",
        parse=own_address,
        mended=lambda answers, said: replace(answers, address=said),
    ),
    "timezone": _Answer(
        shown=lambda answers: answers.timezone,
        question="Your time zone",
        parse=zone,
        mended=lambda answers, said: replace(answers, timezone=said),
    ),
    "holidays": _Answer(
        shown=lambda answers: answers.country or "-",
        question=WHOSE_HOLIDAYS,
        parse=holidays,
        mended=lambda answers, said: replace(answers, country=said),
    ),
}
"""What may be mended; the server, the login and the password have proved to be right."""

_YES, _NO = frozenset({"y", "yes"}), frozenset({"n", "no"})


def mended(answers: Answers, path: Path, secrets: tuple[str, ...]) -> Answers | None:
    """The answers with one of them mended, to be shown anew; None if all may be written. `typer.Abort` for a no."""
    _show(answers, path, secrets)
    said = _last_word()
    if said in _YES:
        return None
    if said in _NO:
        raise typer.Abort
    answer = _ANSWERS[said]
    return answer.mended(answers, asked(answer.question, answer.parse, answer.shown(answers)))


def _show(answers: Answers, path: Path, secrets: tuple[str, ...]) -> None:
    for_whom = "for all to read, as is the machine's; " if readers_at(path) is EVERYBODY else ""
    note(f"\nTo be written:\n  {path}: the config; {for_whom}nothing secret is in it")
    for name, answer in _ANSWERS.items():
        note(f"    {name:10}{plain(answer.shown(answers))}")
    server = answers.server
    note(f"    {'mailbox':10}{plain(server.username)} at {plain(server.host)}:{server.port}", style="dim")
    if secrets:
        note(f"  {env_file(path)}: {' and '.join(secrets)}, for your eyes alone")
    note(f"If something is wrong, say what ({', '.join(_ANSWERS)}): it's asked for once more.", style="dim")


def _last_word() -> str:
    while True:
        said = str(typer.prompt("Write that? [Y/n]", default="y", show_default=False, err=True)).strip().casefold()
        if said in {*_YES, *_NO, *_ANSWERS}:
            return said
        note(f'"{plain(said)}" must be {one_of(("y", "n", *_ANSWERS))}', style="red")

"""
How `init` comes to know what it needs: from the options, or by asking, or by a guess.

A wrong option is told at once and ends it; a wrong answer on a terminal is asked for once more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typer
from rich.text import Text

from crickets.cli.filling import filled
from crickets.cli.given import Given
from crickets.cli.safe import plain
from crickets.cli.screen import note, notes
from crickets.mailbox import Password

_Value = TypeVar("_Value")


def answer(
    given: Given, option: str, parse: Callable[[str], _Value], said: str, question: str, guess: str = ""
) -> _Value:
    """What an option says; else what is answered; else the guess, where there is nobody to ask."""
    if not said and given.asks:
        return asked(question, parse, guess)
    if not said and not guess:
        raise typer.BadParameter("it is needed, and there is nobody to ask", param_hint=option)
    return checked(option, parse, said or guess)


def asked(question: str, parse: Callable[[str], _Value], guess: str = "") -> _Value:
    """What is answered on the terminal; what is wrong with an answer is told, and the question put again."""
    while True:
        given = str(typer.prompt(_fitting(question), default=guess or None, err=True)).strip()
        try:
            return parse(given)
        except ValueError as error:
            note(f'"{plain(given)}" {error}', style="red")


def asked_password(question: str = "Password") -> Password:
    """What is typed unseen."""
    return Password(secret=str(typer.prompt(question, hide_input=True, err=True)))


def agreed(question: str, *, by_default: bool) -> bool:
    """Whether the answer on the terminal is yes."""
    return bool(typer.confirm(_fitting(question), default=by_default, err=True))


def _fitting(question: str) -> str:
    return filled(Text(question), notes().width).plain


def checked(option: str, parse: Callable[[str], _Value], text: str) -> _Value:
    """What an option says, or `typer.BadParameter` with what is wrong with it."""
    try:
        return parse(text)
    except ValueError as error:
        raise typer.BadParameter(f'"{text}" {error}', param_hint=option) from None

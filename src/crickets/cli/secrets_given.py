"""
Secrets that the options of `init` point to, on stdin or in the environment, and one that is pasted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

import typer

from crickets.config.secrets import NOT_TEXT, why_unfit
from crickets.mailbox import Password

_LONGEST = 20_000
_FOUR_BY_FOUR = re.compile(r"[a-z]{4}(?:\s[a-z]{4}){3}")
"""An app password as Google shows it, and as it's copied, its blanks being anything but blanks now and then."""


def secret_on_stdin() -> str:
    """The first line of stdin."""
    option = "--password-stdin"
    try:
        return _required(sys.stdin.readline(_LONGEST).rstrip("\r\n"), option)
    except UnicodeDecodeError:
        raise typer.BadParameter(NOT_TEXT, param_hint=option) from None


def secret_in(variable: str, environment: Mapping[str, str], option: str) -> str:
    """What an environment variable holds, that an option names."""
    return _required(environment.get(variable, ""), option)


def as_made(password: Password) -> Password:
    """An app password of Google's without the blanks that it's shown with; any other as it is."""
    shown = _FOUR_BY_FOUR.fullmatch(password.secret.strip())
    return Password(secret=re.sub(r"\s", "", shown[0])) if shown else password


def _required(secret: str, option: str) -> str:
    if why := why_unfit(secret) if secret else "there is nothing in it":
        raise typer.BadParameter(why, param_hint=option)
    return secret

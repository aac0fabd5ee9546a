"""
The folders that `init` must know and found none for: its owner names them, or is told what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crickets.cli.asking import asked
from crickets.cli.given import Given
from crickets.cli.safe import plain
from crickets.cli.screen import note
from crickets.cli.signing_in import Entered
from crickets.config.problems import hint
from crickets.domain.message import Role

_NONE = "-"
_WHAT = {Role.SENT: "the mail that you sent", Role.DRAFTS: "your drafts"}


def with_named_folders(given: Given, entered: Entered) -> Entered:
    """The same, with the folders that the options or the owner name for sent mail and for drafts."""
    sent = given.sent_folder or _named(given, entered, Role.SENT)
    drafts = given.drafts_folder or _named(given, entered, Role.DRAFTS)
    return replace(entered, answers=replace(entered.answers, sent=sent, drafts=drafts))


def _named(given: Given, entered: Entered, role: Role) -> str:
    """The folder that its owner says is of that role; empty if one was found, or there is none."""
    folders = entered.report.folders
    if any(folder.role is role for folder in folders):
        return ""
    names = tuple(folder.name for folder in folders if folder.role is not Role.INBOX)
    said = _asked(role, names) if given.asks and names else _NONE
    if said != _NONE:
        return said
    key = f"accounts.{entered.server.account}.folders.{role.value}"
    note(
        f"No folder for {_WHAT[role]} was found: make one in your mail program, or name it by {key} in the config. "
        "Nothing is laid before that; `crickets check` tells.",
        style="yellow",
    )
    return ""


def _asked(role: Role, names: tuple[str, ...]) -> str:
    note(f"\nNo folder for {_WHAT[role]} was found. There are: {', '.join(map(plain, names))}", style="yellow")
    return asked(f"Which one has {_WHAT[role]} ({_NONE} for none of them)", _one_of(names), _NONE)


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def fit(text: str) -> str:
        if text not in {*names, _NONE}:
            raise ValueError(f"is no folder there{hint(text, names)}")
        return text

    return fit

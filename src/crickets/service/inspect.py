"""
For `check` and `init`: whether the daemon could run on an account, and what was found there.
"""

from __future__ import annotations

from dataclasses import dataclass

from crickets.domain.mailbox import Folder
from crickets.domain.message import Role
from crickets.mailbox import ServerReport
from crickets.service.application import Application

_CONSEQUENCES = {
    "UIDPLUS": "a draft's place is found by reading Drafts again; without MOVE, overtaken drafts are left and told",
    "MOVE": "an overtaken draft is copied to the trash and expunged by its UID",
    "CONDSTORE": "a change to a draft is seen by its flags and UID alone",
    "IDLE": "new mail is looked for every `poll_every` instead of at once",
    "SPECIAL-USE": "Sent, Drafts and Trash are known by their attributes or names",
}
"""What it means that a server can't do a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One account as its server shows it; the daemon can run if there are no `problems`."""

    account: str
    report: ServerReport
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder, with its role and why."""
        return self.report.folders


def inspect(app: Application, account: str) -> Inspection:
    """Log in to an account and look around; raises as a connection does."""
    mailbox = app.connect(account)
    try:
        report = mailbox.report()
    finally:
        mailbox.close()
    return Inspection(
        account=account,
        report=report,
        problems=tuple(_missing(account, report.folders)),
        remarks=tuple(f"without {lack}: {_CONSEQUENCES[lack]}" for lack in report.lacks if lack in _CONSEQUENCES),
    )


def _missing(account: str, folders: tuple[Folder, ...]) -> list[str]:
    names = ", ".join(folder.name for folder in folders)
    return [
        f"no {role.value} folder was found among {names}; set accounts.{account}.folders.{role.value}"
        for role in (Role.SENT, Role.DRAFTS)
        if not any(folder.role is role for folder in folders)
    ]

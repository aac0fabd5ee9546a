"""
How much the ledger's picture of an account can be relied on.

Silence is a claim about absence: only a complete and recent read of every watched folder supports it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from crickets.domain.mailbox import FolderEvidence
from crickets.domain.problem import OF_A_FOLDER, OF_AN_ACCOUNT, Fault, Problem, problem_in

FRESH = timedelta(hours=1)
"""How old a read may be and still support a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """
    What is known of an account, and how well.

    `first_read_at` is when it was first read through; `problem` is why the last pass could not be relied on, or
    empty.
    """

    folders: tuple[FolderEvidence, ...] = ()
    first_read_at: datetime | None = None
    problem: str = ""

    @property
    def read_up_to(self) -> datetime | None:
        """The moment up to which every folder has been read."""
        return min((f.read_at for f in self.folders), default=None)

    @property
    def begun(self) -> bool:
        """Whether some of it has been read, and all of it never was: nobody can say yet who is silent, or who waits."""
        return self.first_read_at is None and self.read_up_to is not None

    @property
    def shows_the_newest(self) -> bool:
        """Whether it has been begun, by the newest mail of every folder: of what is recent, that shows most."""
        ahead = any(folder.newest_read and not folder.whole for folder in self.folders)
        return self.begun and ahead and all(folder.whole or folder.newest_read for folder in self.folders)

    @property
    def complete(self) -> bool:
        """Whether every watched folder was read to its end."""
        return self.first_read_at is not None and not self.doubts

    @property
    def doubts(self) -> tuple[str, ...]:
        """
        Everything that speaks against relying on the picture, in words.

        That a folder isn't read to its end yet speaks of itself, while the account is read for the first time.
        """
        told = (self.problem,) if self.problem else ()
        doubts = (f"{folder.folder}: {doubt}" for folder in self.folders if (doubt := self._of_itself(folder)))
        return tuple(dict.fromkeys((*told, *doubts)))  # the account's problem may be a folder's

    def problems(self, account: str) -> tuple[Problem, ...]:
        """The same in kinds: what's said of a folder is what is kept with it, whatever a server said of the account."""
        told = {self.problem: problem_in(self.problem, OF_AN_ACCOUNT, account)} if self.problem else {}
        for folder in self.folders:
            if doubt := self._of_itself(folder):
                told[f"{folder.folder}: {doubt}"] = problem_in(doubt, OF_A_FOLDER, account, where=folder.folder)
        return tuple(told.values())

    def begins(self, since: timedelta, now: datetime) -> datetime:
        """From when on mail counts, if what was written `since` so long before the first reading does."""
        return min(self.first_read_at or now, now) - since

    def fresh(self, now: datetime) -> bool:
        """Whether the picture is recent enough to lay a draft on; a read from the future isn't (a clock was set)."""
        return self.read_up_to is not None and timedelta(0) <= now - self.read_up_to <= FRESH

    def _of_itself(self, folder: FolderEvidence) -> str:
        """Why a folder's read can't be relied on, without its name; or nothing."""
        return folder.problem or ("" if folder.whole or self.begun else Fault.NOT_READ.told())

"""
The families of what can go wrong, told apart by who must act.

Every error is a fact with fields; the sentence a person reads is made in its ``__str__`` and ends with what to do
next. Knows nothing of where it is raised. A mistake of our own is no `CricketsError`: it keeps its traceback.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command answers to its caller; the numbers are those of BSD's sysexits."""

    OK = 0
    USAGE = 2
    IO_ERROR = 74
    TEMPORARY_FAILURE = 75
    NO_PERMISSION = 77
    CONFIG = 78


class CricketsError(Exception):
    """The root of all errors that are not our own mistake."""

    exit_code: ExitCode = ExitCode.TEMPORARY_FAILURE

    def __init__(self, what: str, *, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}\n{self.remedy}"


class ConfigError(CricketsError):
    """The owner must mend the config: every problem found, in the order of the file."""

    exit_code = ExitCode.CONFIG

    def __init__(self, problems: tuple[str, ...], *, remedy: str) -> None:
        super().__init__("\n".join(problems), remedy=remedy)
        self.problems = problems


class Transient(CricketsError):
    """Nobody must act: the same call may succeed later."""

    exit_code = ExitCode.TEMPORARY_FAILURE


class Refused(CricketsError):
    """The server understood and said no; its own words are kept."""

    exit_code = ExitCode.TEMPORARY_FAILURE

    def __init__(self, what: str, *, answer: str = "", remedy: str) -> None:
        super().__init__(f"{what}: {answer}" if answer else what, remedy=remedy)
        self.answer = answer


class NotNow(Refused):
    """The server said no for now, and to this alone: it answers what else it's asked."""


class LoginRefused(Refused):
    """The server did not accept the name and the secret."""

    exit_code = ExitCode.NO_PERMISSION


class Surprise(CricketsError):
    """The wire broke the protocol; the bytes are kept (bounded) for the report."""

    exit_code = ExitCode.TEMPORARY_FAILURE

    def __init__(self, what: str, *, wire: bytes = b"", remedy: str) -> None:
        super().__init__(what, remedy=remedy)
        self.wire = wire[:2000]


class LedgerUnusable(CricketsError):
    """The ledger, or another file of ours, can't be read or written."""

    exit_code = ExitCode.IO_ERROR


class LedgerHasNoRoom(LedgerUnusable):
    """Its disk is full, or refuses to take more."""


class LedgerBusy(Transient):
    """Another process has the ledger."""

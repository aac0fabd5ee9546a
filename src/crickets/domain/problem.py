"""
What the owner should know of an account, in kinds and values: why it isn't relied on, what isn't done or isn't clear.

Knows the sentence of each kind, as `status` tells it, and reads one back that the ledger keeps; what is said in another
language is said elsewhere. What a server said is a value like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from string import Formatter

from crickets.domain.verdict import Reason

_MOST = 4_000
"""How long a sentence may be that is read back; a longer one is told as it is."""


class Fault(Enum):
    """A kind of problem; as text, its sentence. `{answer}` is what a server said, behind a colon, or nothing."""

    # of an account
    OURS = "a mistake of Crickets' own ({kind}); its log tells more"
    NO_SENT_FOLDER = "no folder for sent mail was found; name it in accounts.{account}.folders.sent"
    LOGIN_REFUSED = (
        "{host} did not let {user} in{answer}. Check the user name and the password; with two-factor sign-in most "
        "providers want an app password."
    )
    ENTRY_REFUSED = (
        "{host} did not let {user} in{answer}. Check that `username` is who signed in, and that IMAP is switched on "
        "for this mailbox; or sign in anew."
    )
    NOT_SIGNED_IN = "nobody has signed in yet. Run `{command}`."
    SIGN_IN_ENDED = "the sign-in has ended, and can't be renewed. Run `{command}`."
    SIGN_IN_REFUSED = "{host} takes the sign-in no more{answer}. Run `{command}`."
    UNREACHABLE = "{place} could not be reached: {said}"
    HOST_UNKNOWN = "the host {host} is not known: {said}"
    KEPT_SILENT = "the server said nothing for {seconds} seconds"
    HUNG_UP = "the server hung up"
    LINE_BROKE = "the connection broke: {said}"
    CONTROL = "the control folders can't all be made ({said}). {remedy}"

    # of a folder
    NOT_READ = "not yet read to its end"
    NOT_LISTED = (
        "it is no longer listed by the server; nothing is laid until it is back, or has been missed for a day and so "
        "counts as removed"
    )
    EMPTIED = (
        "it is suddenly empty: move its mail back, or name the folder that it's in by `sent` under `folders`; nothing "
        "is laid until mail lies in it again, and after that for a day if most of it is gone"
    )
    SHRUNK = (
        "most of its mail is suddenly gone; nothing is laid until it is back, or has been gone for a day and so counts "
        "as tidied away"
    )
    UNREADABLE = "it can't be read ({said}); if that is to stay so, name it in accounts.{account}.folders.skip"
    CLOSED = "it can't be opened ({said}); if that is to stay so, name it in accounts.{account}.folders.skip"
    GAPS = (
        "the server can't show {count} of its messages (UID {which}), and any may be an answer; delete or move them in "
        "your mail client, or name the folder in accounts.{account}.folders.skip"
    )
    CUT_SHORT = "only {read} of {there} messages were listed; the folder is read anew at the next look"

    # of some threads
    LEFT = (
        "a draft that is no longer wanted was left, for the server can't remove one message safely; throw it away in "
        "your mail client"
    )
    LAYING = "laying the draft is refused by the server and tried again with each pass: {said}"
    TAKING_BACK = "taking the draft back is refused by the server and tried again with each pass: {said}"
    NO_ORDER = f"{Reason.NO_ORDER.value}; give it by a command if it was a slip"
    TOO_LARGE = Reason.TOO_LARGE.value
    UNREAD_FILE = Reason.REFUSED.value

    # of what is beside the accounts
    TASKS = "your task list isn't up to date: {said}"

    OTHER = "{said}"  # an error of another kind, in the words that were made where it arose

    def told(self, **about: object) -> str:
        """The sentence."""
        return self.value.format(**about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """
    A problem, with what it's `about`; as text, the sentence with its `account` and where in it that is, if it's told.

    `where` is a folder, an address, or threads.
    """

    fault: Fault
    about: tuple[tuple[str, str], ...] = ()
    account: str = ""
    where: str = ""

    @property
    def day(self) -> str:
        """The day that it's about, as a date is written; or nothing."""
        return dict(self.about).get("day", "")

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.account, self.where, self.fault.told(**dict(self.about)))))


def problem_in(sentence: str, account: str = "") -> Problem:
    """What a sentence says that the ledger keeps: one of ours is known again, any other is told as it is."""
    if len(sentence) <= _MOST:
        for fault in Fault:
            found = _pattern(fault).fullmatch(sentence)
            if found is not None and fault is not Fault.OTHER:
                about = tuple((name, value) for name, value in found.groupdict().items() if name != "where")
                return Problem(fault=fault, about=about, account=account, where=found["where"] or "")
    return Problem(fault=Fault.OTHER, about=(("said", sentence),), account=account)


@cache
def _pattern(fault: Fault) -> re.Pattern[str]:
    """The sentence with anything in its gaps; before it may stand where that is."""
    pattern = "".join(_parts(fault.value))
    return re.compile(f"(?:(?P<where>.+?): )?{pattern}", re.DOTALL)


def _parts(sentence: str) -> Iterator[str]:
    for words, gap, _, _ in Formatter().parse(sentence):
        yield re.escape(words)
        if gap is not None:
            yield f"(?P<{gap}>{_GAPS.get(gap, '.+?')})"


_GAPS = {"answer": "(?:: .*?)?", "host": r"\S+", "place": r"\S+"}
"""What stands in a gap, where that isn't anything."""

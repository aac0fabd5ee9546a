"""
What the owner should know of an account, in kinds and values: why it isn't relied on, what isn't done or isn't clear.

Knows the sentence of each kind, as `status` tells it, and reads one back that the ledger keeps; what is said in another
language is said elsewhere. What a server said is a value like any other, and is never taken for a sentence of ours:
only the kinds that may be kept in a place are read back from there, with nothing in their gaps but what these can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
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
    CONTROL = (
        "the control folders can't all be made ({said}). Make it in your mail client, or set `folders = false` in "
        "[control]."
    )

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
    TASKS_NOT_LET_IN = (
        "your task list isn't up to date: {host} did not let you in to the task list{answer}. Mend username or secret "
        "below [tasks]; many servers want an app password of their own."
    )
    TASKS_REFUSED = (
        "your task list isn't up to date: {host} refused what was asked of the task list{answer}. See to it that "
        "caldav_url is the address of a task list that you may write to."
    )
    TASKS_NOT_THERE = (
        "your task list isn't up to date: there is nothing at caldav_url. Make a task list there, or give the address "
        "of one."
    )
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


def problem_in(sentence: str, kinds: Iterable[Fault], account: str = "", where: str = "") -> Problem:
    """What a sentence says that is kept where these kinds are; one that's none of them is told as it is."""
    for fault in kinds if len(sentence) <= _MOST else ():
        if found := _pattern(fault, account).fullmatch(sentence):
            values = found.groupdict()
            place = values.pop("where", None) or where
            return Problem(fault=fault, about=tuple(values.items()), account=account, where=place)
    return Problem(fault=Fault.OTHER, about=(("said", sentence),), account=account, where=where)


OF_A_LINE = (Fault.KEPT_SILENT, Fault.HUNG_UP, Fault.LINE_BROKE)
"""What may be said of a line; before any greeting, with the server's place before it."""

OF_AN_ACCOUNT = (
    Fault.OURS, Fault.NO_SENT_FOLDER, Fault.LOGIN_REFUSED, Fault.ENTRY_REFUSED, Fault.NOT_SIGNED_IN,
    Fault.SIGN_IN_ENDED, Fault.SIGN_IN_REFUSED, Fault.UNREACHABLE, Fault.HOST_UNKNOWN, *OF_A_LINE,
)  # fmt: skip
"""What may be kept as why a pass failed. Nothing else that's kept so begins as these do, whatever a server says."""

OF_A_FOLDER = (
    Fault.NOT_READ, Fault.NOT_LISTED, Fault.EMPTIED, Fault.SHRUNK, Fault.UNREADABLE, Fault.CLOSED, Fault.GAPS,
    Fault.CUT_SHORT,
)  # fmt: skip
"""What may be kept with a folder."""

OF_CONTROL = (Fault.CONTROL,)
"""What may be kept of the control folders."""

OF_TASKS = (Fault.TASKS_NOT_LET_IN, Fault.TASKS_REFUSED, Fault.TASKS_NOT_THERE, Fault.TASKS)
"""What may be kept of the task list, behind what all of these begin with."""


@lru_cache(maxsize=1_000)
def _pattern(fault: Fault, account: str) -> re.Pattern[str]:
    """The sentence with what its gaps can hold: one of them anything, so that it takes no time to find."""
    place = rf"(?:(?P<where>{_HOST}:\d++): )?" if fault in OF_A_LINE else ""
    return re.compile(place + "".join(_parts(fault.value, account)), re.DOTALL)


def _parts(sentence: str, account: str) -> Iterator[str]:
    name = re.escape(account)
    gaps = {**_GAPS, "account": name, "command": f"crickets auth login (?:{name}|'{name}')"}  # as a shell takes it
    for words, gap, _, _ in Formatter().parse(sentence):
        yield re.escape(words)
        if gap is not None:
            yield f"(?P<{gap}>{gaps[gap]})"


_HOST = r"[\w.:%\[\]-]+"

_GAPS = {
    "answer": r"(?:: (?!the server (?:can't for now|hung up): ).+)?",  # those pass, and are no refusal
    "count": r"\d++",
    "host": r"[\w.:%\[\]'-]++",
    "kind": r"\w++",
    "place": f"{_HOST}+",
    "read": r"\d++",
    "said": r".+",
    "seconds": r"[\d.e+]++",
    "there": r"\d++",
    "user": r"(?:(?! in[:.] ).)++",
    "which": r"[\d, …]++",
}
"""What stands in a gap of those kinds, beside the account's own name and the command for it."""

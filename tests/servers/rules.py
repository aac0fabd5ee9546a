"""Which commands of a session break the rule that the mailbox is only ever read, but for our own drafts.

Pure; wall 6 of the design as a table. What is not in the table is forbidden: a new verb must be thought about first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.servers.names import unquoted

#: Commands that change nothing, whatever they are told.
_HARMLESS = frozenset(
    {
        "CAPABILITY", "NOOP", "LOGOUT", "ID", "ENABLE", "STARTTLS", "LOGIN", "AUTHENTICATE",
        "NAMESPACE", "LIST", "LSUB", "STATUS", "EXAMINE", "UNSELECT", "IDLE", "DONE", "GETQUOTA", "GETQUOTAROOT",
        "SEARCH", "UID SEARCH", "SORT", "UID SORT", "THREAD", "UID THREAD",
    }
)  # fmt: skip

#: FETCH items that set \Seen (RFC 9051 section 6.4.5, RFC 3501's RFC822 items, RFC 3516's BINARY).
_MARKS_AS_READ = re.compile(r"(?<![\w.-])(?:BODY\[|BINARY\[|RFC822(?:\.TEXT)?(?![\w.-]))", re.IGNORECASE)
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|[^\s()]+')


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """The exceptions, with folder names as they go over the wire."""

    drafts: str = "Drafts"
    trash: str = "Trash"
    #: The UIDs in Drafts of messages that were appended by us.
    own: frozenset[int] = frozenset()
    #: Folders beside Drafts that may be appended to: INBOX, where the digest is configured.
    append_to: frozenset[str] = frozenset()
    #: Folders that may be made: the control folders, where they are configured.
    create: frozenset[str] = frozenset()


NOTHING_OWN = Allowed()

#: (verb, rest), the selected folder, what is allowed -> what is wrong, or None.
_Rule = Callable[[str, str | None, Allowed], str | None]


def broken_rules(commands: Iterable[Sequence[str]], allowed: Allowed = NOTHING_OWN) -> tuple[str, ...]:
    """Each command of ONE session that may not be, with the reason; empty when all is well.

    One session, since which folder a UID is in depends on what was selected on that connection.
    """
    broken: list[str] = []
    selected: str | None = None
    for verb, rest in commands:
        wrong = _wrong(verb, rest, selected, allowed)
        if wrong:
            broken.append(f"{verb} {rest}".strip() + f": {wrong}")
        selected = _selected(verb, rest, selected)
    return tuple(broken)


def _wrong(verb: str, rest: str, selected: str | None, allowed: Allowed) -> str | None:
    if verb in _HARMLESS:
        return None
    rule = _RULES.get(verb)
    return rule(rest, selected, allowed) if rule else f"{verb} is not among the commands that may be sent"


def _selected(verb: str, rest: str, before: str | None) -> str | None:
    match verb:
        case "SELECT" | "EXAMINE":
            return _folder(rest)
        case "UNSELECT" | "CLOSE":
            return None
        case _:
            return before


def _peeks(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    return "it marks as read" if _MARKS_AS_READ.search(rest) else None


def _selects_drafts(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    return None if _is(rest, allowed.drafts) else "only Drafts is selected, all else is examined"


def _appends_to_drafts(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    permitted = {allowed.drafts, *allowed.append_to}
    return None if any(_is(rest, name) for name in permitted) else "appended elsewhere than to Drafts"


def _creates_as_configured(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    return None if any(_is(rest, name) for name in allowed.create) else "this folder was not to be made"


def _takes_back_one_own(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    uids = rest.partition(" ")[0]
    if selected is None or not _same(selected, allowed.drafts):
        return "not in Drafts"
    if not uids.isdecimal():
        return "not one exact UID"
    return None if int(uids) in allowed.own else "that message is not our own"


def _copies_one_own_to_the_trash(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    """What stands in for MOVE where a server has none (RFC 6851 section 3.3)."""
    if wrong := _takes_back_one_own(rest, selected, allowed):
        return wrong
    return None if _is(rest.partition(" ")[2], allowed.trash) else "not into the trash"


def _deletes_one_own(rest: str, selected: str | None, allowed: Allowed) -> str | None:
    """Or takes that mark away again, where the server won't expunge, or somebody was quicker."""
    if wrong := _takes_back_one_own(rest, selected, allowed):
        return wrong
    flags = re.search(r"[+-]FLAGS(?:\.SILENT)? \(?([^()]*)\)?$", rest, re.IGNORECASE)
    return None if flags and flags[1].lower() == r"\deleted" else r"it sets something else than \Deleted"


_RULES: dict[str, _Rule] = {
    "SELECT": _selects_drafts,
    "FETCH": _peeks,
    "UID FETCH": _peeks,
    "APPEND": _appends_to_drafts,
    "CREATE": _creates_as_configured,
    "SUBSCRIBE": _creates_as_configured,
    "UID STORE": _deletes_one_own,
    "UID EXPUNGE": _takes_back_one_own,
    "UID MOVE": _takes_back_one_own,
    "UID COPY": _copies_one_own_to_the_trash,
}


def _is(rest: str, folder: str) -> bool:
    return _same(_folder(rest), folder)


def _folder(rest: str) -> str:
    found = _STRING.match(rest)
    return unquoted(found[0]) if found else ""


def _same(one: str, other: str) -> bool:
    return one == other or one.upper() == other.upper() == "INBOX"

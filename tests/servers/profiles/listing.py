"""LIST, LSUB and STATUS: the folders, and what is told of them from outside (RFC 3501, RFC 5819, RFC 6154)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from tests.fakes.mailbox import MemoryMailbox, Shelf
from tests.servers.names import quoted
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.view import View
from tests.servers.profiles.words import Word, is_list, text, texts


def listed(
    memory: MemoryMailbox, profile: Profile, verb: str, asked: Sequence[Word], view: View | None = None
) -> Iterator[bytes]:
    """The answers to a LIST: reference, pattern, and what is to be returned beside the names."""
    pattern = text(asked[0]) + text(asked[1])
    separator = profile.naming.separator
    if not pattern:
        yield f'* {verb} (\\Noselect) "{separator}" ""\r\n'.encode()
        return
    returned = asked[3] if len(asked) > 3 else []
    counted = _status_items(returned) if profile.can("LIST-STATUS") else ()
    matching = _matching(pattern, separator)
    for name in memory.folders:
        if name in memory.unlisted:
            continue
        wire = profile.inbox if name == "INBOX" else profile.naming.on_the_wire(name)
        if matching.fullmatch(wire):
            attributes = profile.attributes.get(name, "")
            yield f'* {verb} ({attributes}) "{separator}" {quoted(wire)}\r\n'.encode()
            if counted:
                yield status_line(profile, name, shelf_told(memory, name, view), counted)


def status_line(profile: Profile, name: str, shelf: Shelf, items: Sequence[str]) -> bytes:
    """The answer to a STATUS."""
    told = " ".join(f"{item} {_COUNTS[item](shelf)}" for item in items if item in _COUNTS)
    return f"* STATUS {quoted(profile.naming.on_the_wire(name))} ({told})\r\n".encode()


def wanted_of(items: Word) -> tuple[str, ...]:
    """The items that a STATUS asks for."""
    return tuple(item.upper() for item in texts(items))


def _status_items(returned: Word) -> tuple[str, ...]:
    """What follows STATUS in a list of return options (RFC 5819)."""
    options = returned if is_list(returned) else [returned]
    for option, after in itertools.pairwise(options):
        if not is_list(option) and text(option).upper() == "STATUS":
            return wanted_of(after)
    return ()


def shelf_told(memory: MemoryMailbox, name: str, view: View | None) -> Shelf:
    """The folder as STATUS tells it: of the one that is open, as it was when it was opened."""
    if view is not None and view.name == name:
        return view.as_opened
    shelf = memory.shelf(name)
    assert shelf is not None
    return shelf


def _matching(pattern: str, separator: str) -> re.Pattern[str]:
    """`*` is anything, `%` anything within a level (RFC 3501 section 6.3.8)."""
    within = f"[^{re.escape(separator)}]*"
    parts = (".*" if c == "*" else within if c == "%" else re.escape(c) for c in pattern)
    return re.compile("".join(parts), re.DOTALL)


def _unseen(shelf: Shelf) -> int:
    return sum("\\Seen" not in message.flags for message in shelf.lying.values())


_COUNTS: Mapping[str, Callable[[Shelf], int]] = {
    "MESSAGES": lambda shelf: len(shelf.lying),
    "RECENT": lambda _shelf: 0,
    "UIDNEXT": lambda shelf: shelf.told_uid_next,
    "UIDVALIDITY": lambda shelf: shelf.uid_validity,
    "UNSEEN": _unseen,
    "HIGHESTMODSEQ": lambda shelf: max(1, shelf.mod_sequence),
}

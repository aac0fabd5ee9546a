"""
The folders of a mailbox as the server lists and opens them.

Knows LIST, NAMESPACE, EXAMINE, SELECT and STATUS, and the encoding of names; what a folder is for is `roles`' business.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from imapclient import imap_utf7

from crickets.domain.mailbox import Folder, FolderState, Uid, UidValidity
from crickets.errors import Refused, Surprise
from crickets.mailbox.bulk import MOST_MESSAGES
from crickets.mailbox.connection import Connection
from crickets.mailbox.manners import Manners
from crickets.mailbox.roles import ListedFolder, folders_with_roles
from crickets.mailbox.settings import Server
from crickets.mailbox.states import LIST_ALL, States
from crickets.mailbox.translate import REPORT, library_words
from crickets.mailbox.wire import Parts, Value, number, values

_MOST_FOLDERS = 20_000
_NAMELESS = re.compile(rb"[\0\r\n]")
"""No command could name such a folder, but by a literal; to other servers' folders of that kind nobody has a way."""
_MAKE_IT = "Make it in your mail client, or set `folders = false` in [control]."

_LIST = re.compile(rb"\* LIST (?=\()", re.IGNORECASE)
_EXISTS = re.compile(rb"\* (\d{1,10}) EXISTS", re.IGNORECASE)
_UID_NEXT = re.compile(rb"\* STATUS .*\([^()]{0,200}\bUIDNEXT (\d{1,10})[^()]{0,200}\)\s*", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(rb"\* (?:OK|NO) \[([A-Z-]++) ?(\d{0,19}+)[^\]]*+\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFolder:
    """The folder that is open now, and whether its messages have mod-sequences (RFC 7162 §3.1.2)."""

    name: str
    state: FolderState
    mod_sequences: bool


class Folders:
    """The folders behind one connection; knows which of them is open."""

    def __init__(self, connection: Connection, server: Server, manners: Manners | None = None) -> None:
        self._connection = connection
        self._server = server
        self._states = States(connection, manners or Manners())
        self._last: tuple[Folder, ...] = ()
        self._concluded: tuple[tuple[ListedFolder, ...], tuple[Folder, ...]] | None = None
        self._wire_names: dict[str, bytes] = {}
        self._open: OpenFolder | None = None
        self._silent = False
        self._unmade: dict[tuple[str, ...], Refused] = {}

    def listed(self) -> tuple[ListedFolder, ...]:
        """Every folder the server tells of, as it tells it."""
        untagged, answer = self._connection.conversation.ask(LIST_ALL)
        answer.expect("listing the folders")
        return tuple(self._listed(*row) for row in _rows(untagged))

    @cached_property
    def namespace(self) -> str:
        """The prefix of the owner's own folders (RFC 2342)."""
        if not self._connection.can("NAMESPACE"):
            return ""
        with library_words("asking for the namespace"):
            personal = next(iter(self._connection.client.namespace()), None)
        prefix = personal[0][0] if personal else b""
        return decoded(prefix if isinstance(prefix, bytes) else prefix.encode())

    def with_roles(self) -> tuple[Folder, ...]:
        """Every folder that can be opened, with its role; INBOX is always there, whether or not the server lists it."""
        self._last = self._roles_of(self.listed())
        return self._last

    def with_states(self, names: Collection[str]) -> tuple[Folder, ...]:
        """
        The same in one round trip with the states of those named, none of which is opened for that.

        What is listed otherwise than before is asked for in the plain way too: no folder must seem to be gone because
        a server leaves it out of a LIST with options.
        """
        at_once = self._states.at_once
        told = self._states.asked([self.quoted(name) for name in sorted(names)], leaving=self._open is not None)
        if told.left:
            self._open = None
        if not told.listed:
            return self.with_states(names) if at_once else self.with_roles()
        before, self._last = self._last, self._roles_of(self._listed(*row) for row in _rows(told.untagged))
        if at_once and self._last != before:
            self._states.at_once = self.with_roles() != before
        states = {_in_one_case(decoded(name)): state for name, state in told.states.items()}
        if self._open:
            states.pop(_in_one_case(self._open.name), None)  # of a folder that is open an old one may be told
        known = {name: states.get(_in_one_case(name)) for name in names}
        return tuple(replace(folder, state=known.get(folder.name)) for folder in self._last)

    def _roles_of(self, listed: Iterable[ListedFolder]) -> tuple[Folder, ...]:
        rows = tuple(islice(listed, _MOST_FOLDERS + 1))
        if len(rows) > _MOST_FOLDERS:
            what = f"the server lists more than {_MOST_FOLDERS} folders"
            raise Refused(what, remedy="No mailbox of one person's has so many: check `host` and `username`.")
        if self._concluded is None or self._concluded[0] != rows:  # pass after pass the same are listed
            server = self._server
            self._concluded = rows, folders_with_roles(server.account, rows, server.folders, namespace=self.namespace)
        return self._concluded[1]

    def examine(self, name: str) -> OpenFolder:
        """The folder, opened read-only and afresh; its UIDNEXT is asked for where opening it doesn't tell (Courier)."""
        uid_next = self._uid_next(name) if self._silent else None
        opened = self._opened(b"EXAMINE", name)
        if opened.state.uid_next is None and not self._silent:
            self._silent = True
            return self.examine(name)
        if opened.state.uid_next is None:
            self._open = opened = replace(opened, state=replace(opened.state, uid_next=uid_next))
        return opened

    def select(self, name: str) -> OpenFolder:
        """The folder, opened to be changed: for taking back a draft, and for nothing else."""
        return self._opened(b"SELECT", name)

    def reading(self, name: str) -> OpenFolder:
        """The folder, open for reading: as it is if it is open already."""
        if self._open and self._open.name == name:
            return self._open
        return self.examine(name)

    def leave(self, name: str) -> None:
        """The folder is open no more; nothing is expunged by that, as CLOSE would (RFC 3691)."""
        if not self._open or self._open.name != name:
            return
        self._open = None
        if self._connection.can("UNSELECT"):
            self._connection.conversation.ask(b"UNSELECT")
        else:
            self._opened(b"EXAMINE", "INBOX" if name != "INBOX" else self._another())

    def _another(self) -> str:
        """A folder beside INBOX; it is one that can be opened."""
        return next((folder.name for folder in self.with_roles() if folder.name != "INBOX"), "INBOX")

    def wire_name(self, name: str) -> bytes:
        """The name as the server writes it."""
        return self._wire_names.get(name) or imap_utf7.encode(name)

    def quoted(self, name: str) -> bytes:
        """The name as an argument of a command."""
        wire = self.wire_name(name).replace(b"\\", b"\\\\").replace(b'"', b'\\"')
        return b'"' + wire + b'"'

    def make(self, levels: tuple[str, ...]) -> None:
        """
        Make a folder of the owner's own, of that name level by level, and subscribe to it: mail clients show it then.

        `Refused` if the server won't; it's asked for each but once on one connection.
        """
        if levels in self._unmade:
            raise self._unmade[levels]
        try:
            name = self.quoted(self._own_name(levels))
            _, answer = self._connection.conversation.ask(b"CREATE " + name)
            answer.expect(f"making the folder {'/'.join(levels)!r}")
        except Refused as refusal:
            self._unmade[levels] = Refused(refusal.what, remedy=_MAKE_IT)
            raise self._unmade[levels] from refusal
        self._connection.conversation.ask(b"SUBSCRIBE " + name)  # who refuses may show it all the same

    def _own_name(self, levels: tuple[str, ...]) -> str:
        """The whole name that a folder of the owner's own has on this server."""
        rows = self.listed()
        delimiter = next((row.delimiter for row in rows if row.delimiter), "")
        if not delimiter and len(levels) > 1:
            raise Refused("the server has no folders within folders", remedy=_MAKE_IT)
        below_inbox = f"INBOX{delimiter}"
        others = [row.name.upper() for row in rows if row.name.upper() != "INBOX"]
        all_below = bool(others) and all(name.startswith(below_inbox) for name in others)
        prefix = self.namespace or (below_inbox if all_below else "")
        return prefix + delimiter.join(level.replace(delimiter, "-") if delimiter else level for level in levels)

    def _listed(self, attributes: Iterable[Value], delimiter: bytes, wire: bytes) -> ListedFolder:
        shown = decoded(wire)
        self._wire_names[shown] = wire
        return ListedFolder(
            name=shown,
            delimiter=delimiter.decode("ascii", "replace"),
            attributes=frozenset(a.decode("ascii", "replace") for a in attributes if isinstance(a, bytes)),
        )

    def _uid_next(self, name: str) -> Uid | None:
        """The UID that comes next in a folder, by STATUS; of one that is open that may be old (RFC 9051 §6.3.11)."""
        self.leave(name)
        if self._open and self._open.name == name:
            return None  # INBOX can't be left for another folder without UNSELECT
        untagged, answer = self._connection.conversation.ask(b"STATUS " + self.quoted(name) + b" (UIDNEXT)")
        told = (_UID_NEXT.fullmatch(b"".join(parts)) for parts in untagged)
        found = next((int(uid[1]) for uid in told if uid), 0)
        return Uid(found) if answer.ok and found else None

    def _opened(self, command: bytes, name: str) -> OpenFolder:
        self._open = None
        untagged, answer = self._connection.conversation.ask(command + b" " + self.quoted(name))
        answer.expect(f"opening the folder {name!r}")
        exists, codes = _told(untagged)
        validity = codes.get("UIDVALIDITY", 0)
        if not validity:
            # RFC 9051 §2.3.1.1: without it no UID means anything tomorrow.
            raise Refused(f"the server gives {name!r} no UIDVALIDITY", remedy="Add the folder to `folders.skip`.")
        uid_next = codes.get("UIDNEXT", 0)
        counted = self._connection.can("CONDSTORE") and "NOMODSEQ" not in codes
        state = FolderState(
            uid_validity=UidValidity(validity),
            uid_next=Uid(uid_next) if uid_next else None,
            exists=exists,
            mod_sequence=(codes.get("HIGHESTMODSEQ") or None) if counted else None,
        )
        self._open = OpenFolder(name=name, state=state, mod_sequences=counted)
        return self._open


def _rows(untagged: Iterable[Parts]) -> Iterator[tuple[list[Value], bytes, bytes]]:
    """Attributes, delimiter and name of each folder (RFC 9051 §7.3.1); imapclient stumbles (docs/quirks.md, LIST)."""
    for parts in untagged:
        if begin := _LIST.match(parts[0]):
            match values([parts[0][begin.end() :], *parts[1:]]):
                case [list(), _, bytes() as name, *_] if _NAMELESS.search(name):
                    continue
                case [list() as attributes, (bytes() | None) as delimiter, (bytes() | None) as name, *_]:
                    yield attributes, delimiter or b"", b"NIL" if name is None else name
                case _:
                    raise Surprise("a folder's line could not be read", wire=b" ".join(parts), remedy=REPORT)


def _told(untagged: Iterable[Parts]) -> tuple[int, dict[str, int]]:
    """How many messages there are, and the response codes with their numbers (0 where they have none)."""
    exists, codes = None, {}
    for parts in untagged:
        if count := _EXISTS.match(parts[0]):
            exists = int(count[1])
        elif code := _CODE.match(parts[0]):
            codes[code[1].decode().upper()] = number(code[2]) or 0
    if exists is None:
        raise Surprise("the server opened a folder and did not say how full it is", remedy=REPORT)
    if exists > MOST_MESSAGES:
        what = f"the server says that a folder holds {exists} messages, which is more than any that can be read"
        raise Refused(what, remedy="Add the folder to `folders.skip`.")
    return exists, codes


def _in_one_case(name: str) -> str:
    """INBOX is one folder in any case, and not always told in the same (RFC 9051 §5.1)."""
    return "INBOX" if name.upper() == "INBOX" else name


def decoded(wire: bytes) -> str:
    """A folder's name from its modified UTF-7 (RFC 3501 §5.1.3), or from what a server wrote in its place."""
    try:
        name: str = imap_utf7.decode(wire) if wire.isascii() else wire.decode("utf-8", "replace")
    except (UnicodeError, ValueError):
        return wire.decode("utf-8", "replace")
    return name

"""A mailbox in memory: the owner's view of it, and the port's, on one and the same store.

`MemoryMailbox` offers what `tests.servers.mailbox.OwnersMailbox` offers of a real one, so that a test can be given
either. `FakeMailbox` is the port on it and passes the port's contract suite. What a server may lack is in
`Abilities`; what may go wrong, or happen at an awkward moment, is brought about by `MemoryMailbox.interfere`.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import enum
import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from crickets.domain.mailbox import (
    DraftPlace,
    Folder,
    FolderState,
    RawDrafts,
    RawHeader,
    Retirement,
    Uid,
    UidValidity,
)
from crickets.domain.message import MessageId, Role
from crickets.errors import ConfigError, Refused, Transient
from crickets.mailbox.headers import BATCH, FIELDS
from crickets.mailbox.names import role_named
from tests.servers.mail import Mail, fresh_id
from tests.servers.mailbox import Stored

LONG_AGO = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
STANDARD_FOLDERS = ("INBOX", "Archive", "Drafts", "Junk", "Sent", "Trash")
_DRAFT = ("\\Draft", "\\Seen")
_FIELD = re.compile(rb"(?m)^([!-9;-~]+)[ \t]*:.*(?:\r?\n|\Z)(?:[ \t].*(?:\r?\n|\Z))*")
_WANTED = frozenset(name.encode() for name in FIELDS)


class Phase(enum.Enum):
    """Where in a call something happens."""

    BEFORE = "before"
    AMID = "amid"  # of take_back: looked, and not yet removed; of append_draft: laid, and not yet read back
    COPIED = "copied"  # of take_back by hand: a copy lies in the trash, and the draft isn't marked yet
    MARKED = "marked"  # of take_back by hand: marked as deleted, and not yet expunged
    AFTER = "after"  # done, and not yet told


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A boundary at which the world may interfere: the port's method, and the phase."""

    call: str
    phase: Phase


@dataclass(slots=True, kw_only=True)
class Abilities:
    """What the server can do."""

    condstore: bool = True
    move: bool = True
    uidplus: bool = True
    uid_next: bool = True
    create: bool = True
    #: Whether it tells the state of folders that aren't open.
    status: bool = True
    #: Gmail's EXPUNGE may only archive: nothing but a MOVE removes.
    archives: bool = False
    #: What the server makes of an appended message; Gmail, say, gives it another Message-ID.
    rewrite: Callable[[bytes], bytes] = field(default=lambda message: message)


@dataclass(slots=True, kw_only=True)
class Lying:
    """A message in a folder."""

    uid: int
    raw: bytes
    received: dt.datetime
    flags: frozenset[str]
    mod_sequence: int
    conversation: str = ""
    identity: int = 0  # where one message can lie in several folders
    broken: bool = False
    _header: bytes = b""

    @property
    def header(self) -> bytes:
        """What a server answers for the fields that are asked for."""
        if not self._header:
            self._header = picked_fields(self.raw)
        return self._header

    @property
    def stored(self) -> Stored:
        """What the owner sees."""
        return Stored(uid=self.uid, flags=self.flags, raw=self.raw)


@dataclass(slots=True, kw_only=True)
class Shelf:
    """A folder."""

    role: Role
    uid_validity: int
    uid_next: int = 1
    mod_sequence: int = 0
    lying: dict[int, Lying] = field(default_factory=dict)
    #: UIDNEXT is told as it was when `is_caught_up` was last called, as long as EXISTS has grown since.
    lags: bool = False
    _known_next: int = 1
    _most: int = 0

    @property
    def told_uid_next(self) -> int:
        """What the server says is the next UID."""
        return self._known_next if self.is_behind else self.uid_next

    @property
    def is_behind(self) -> bool:
        """Whether it says less than there is."""
        return self.lags and self._known_next < self.uid_next and len(self.lying) > self._most

    def is_caught_up(self) -> None:
        """From now on all that lies here by now is told."""
        self.lags, self._known_next, self._most = False, self.uid_next, max(self._most, len(self.lying))

    @property
    def mark(self) -> tuple[int, int, int]:
        """Another value after whatever has changed in it."""
        return self.uid_next, self.mod_sequence, len(self.lying)

    def lay(self, raw: bytes, received: dt.datetime, flags: frozenset[str], conversation: str = "") -> Lying:
        """A message at the folder's end."""
        self.mod_sequence += 1
        message = Lying(
            uid=self.uid_next, raw=raw, received=received, flags=flags, mod_sequence=self.mod_sequence,
            conversation=conversation,
        )  # fmt: skip
        self.lying[message.uid] = message
        self.uid_next += 1
        return message

    def flag(self, message: Lying, *flags: str, on: bool = True) -> None:
        """Set flags of a message, or take them away; that counts as a change."""
        message.flags = message.flags | set(flags) if on else message.flags - set(flags)
        self.mod_sequence += 1
        message.mod_sequence = self.mod_sequence


class MemoryMailbox:
    """The store, and the owner's hands on it. Hands have no Crickets in them: nothing here interferes."""

    def __init__(
        self,
        folders: Sequence[str] = STANDARD_FOLDERS,
        *,
        clock: Callable[[], dt.datetime] = lambda: LONG_AGO,
    ) -> None:
        self.abilities = Abilities()
        self.clock = clock
        #: Called at every boundary of the port's calls; may act as the owner, or raise what the server would.
        self.interfere: Callable[[Moment], None] = lambda _moment: None
        #: What the port wrote, in order: ("append", uid) and ("take back", uid).
        self.written: list[tuple[str, int]] = []
        #: Called after everything that an owner did: who waits in IDLE looks then.
        self.watchers: list[Callable[[], None]] = []
        #: Folders that are listed and can't be opened by the port.
        self.closed: set[str] = set()
        #: Folders that no LIST names, though they can be opened.
        self.unlisted: set[str] = set()
        #: Whether of folders that aren't open is told what was true when that was first asked since it began.
        self.lies_unopened = False
        #: What was then told of them.
        self.told_unopened: dict[str, FolderState] = {}
        #: Called when something else is told of a folder than is true.
        self.on_lie: Callable[[], None] = lambda: None
        #: Folders that the port has subscribed to.
        self.subscribed: set[str] = set()
        self._validities = itertools.count(1000)
        self._shelves: dict[str, Shelf] = {}
        for name in folders:
            self.create(name)

    @property
    def folders(self) -> tuple[str, ...]:
        """Every folder."""
        return tuple(self._shelves)

    def shelf(self, name: str) -> Shelf | None:
        """A folder from behind, for whoever serves it."""
        return self._shelves.get(name)

    def create(self, folder: str, role: Role | None = None) -> None:
        """Make a folder; what it is for is told by its name, unless it is said."""
        if role is None:
            named = role_named(folder)
            role = Role.INBOX if folder == "INBOX" else named[0] if named else Role.OTHER
        self._shelves[folder] = Shelf(role=role, uid_validity=next(self._validities))

    def delete(self, folder: str) -> None:
        """Delete a folder with all that is in it."""
        del self._shelves[folder]

    def lag(self, *, on: bool) -> bool:
        """
        Let UIDNEXT lag behind EXISTS where mail comes in from now on, or end that; whether it did anywhere.

        Not in Drafts, whose UIDs are all that tells whether a draft came there and has gone again.
        """
        shelves = [shelf for shelf in self._shelves.values() if shelf.role is not Role.DRAFTS]
        did = any(shelf.is_behind for shelf in shelves)
        for shelf in shelves:
            if not on:
                shelf.is_caught_up()
            shelf.lags = on
        return did

    def renumber(self, folder: str) -> None:
        """Another UIDVALIDITY: every message stays and gets another UID."""
        old = self._shelves[folder]
        new = self._shelves[folder] = Shelf(role=old.role, uid_validity=next(self._validities))
        for message in old.lying.values():
            new.lay(message.raw, message.received, message.flags, message.conversation)

    def put(
        self,
        folder: str,
        mail: Mail | bytes,
        *,
        at: dt.datetime | None = None,
        flags: Sequence[str] = (),
        conversation: str = "",
    ) -> int:
        """Lay a message into a folder, received `at` (else: when its Date says), and say which UID it got."""
        message = mail if isinstance(mail, Mail) else Mail(mail)
        received = (at or message.date).astimezone(dt.UTC)
        uid = self._shelf(folder).lay(message.raw, received, frozenset(flags), conversation).uid
        self._tell()
        return uid

    def folder(self, name: str) -> tuple[Stored, ...]:
        """Everything in a folder."""
        return tuple(message.stored for message in self._shelf(name).lying.values())

    @property
    def drafts(self) -> tuple[Stored, ...]:
        """What the owner sees in Drafts: what is only marked for deletion is hidden, as mail clients do."""
        return tuple(m for m in self.folder("Drafts") if "\\Deleted" not in m.flags)

    def remove(self, folder: str, uid: int, *, to_trash: bool = True) -> None:
        """Delete a message as mail clients do."""
        if to_trash:
            self.move(folder, uid, "Trash")
        else:
            del self._shelf(folder).lying[uid]
            self._tell()

    def move(self, folder: str, uid: int, to: str) -> int:
        """Drag a message into another folder, and say which UID it got there."""
        new = self.copy(folder, uid, to)
        del self._shelf(folder).lying[uid]
        self._tell()
        return new

    def copy(self, folder: str, uid: int, to: str) -> int:
        """Lay a copy into another folder, received when the message was, and say which UID it got."""
        message = self._shelf(folder).lying[uid]
        new = self._shelf(to).lay(message.raw, message.received, message.flags, message.conversation).uid
        self._tell()
        return new

    def flag(self, folder: str, uid: int, *flags: str, on: bool = True) -> None:
        """Set flags of a message, or take them away."""
        shelf = self._shelf(folder)
        shelf.flag(shelf.lying[uid], *flags, on=on)
        self._tell()

    def break_message(self, folder: str, uid: int) -> None:
        """From now on the server can't show this message to anybody (imapsync#119)."""
        self._shelf(folder).lying[uid].broken = True

    def mend_message(self, folder: str, uid: int) -> None:
        """The server is well again."""
        self._shelf(folder).lying[uid].broken = False

    def send_draft(self, draft: Stored, *, at: dt.datetime, keep_id: bool = True, text: str | None = None) -> Mail:
        """Press Send: a copy with a new Date lies in Sent and the draft is gone."""
        mail = draft.mail if text is None else draft.mail.with_text(text)
        sent = _renamed(mail, at, keep_id=keep_id).with_header("Date", email.utils.format_datetime(at))
        self.put("Sent", sent, at=at, flags=("\\Seen",))
        self.remove("Drafts", draft.uid, to_trash=False)
        return sent

    def edit_draft(self, draft: Stored, text: str, *, at: dt.datetime, keep_id: bool = True) -> Stored:
        """Press Save: the new version is appended, the old one expunged."""
        edited = _renamed(draft.mail.with_text(text), at, keep_id=keep_id)
        uid = self.put("Drafts", edited, at=at, flags=_DRAFT)
        self.remove("Drafts", draft.uid, to_trash=False)
        return self._shelf("Drafts").lying[uid].stored

    def snapshot(self, *, without: Sequence[str] = ("Drafts",)) -> dict[str, tuple[Stored, ...]]:
        """Every folder with all that is in it, to show that nothing was touched."""
        return {name: self.folder(name) for name in self.folders if name not in without}

    def _shelf(self, name: str) -> Shelf:
        return self._shelves[name]

    def _tell(self) -> None:
        for watcher in tuple(self.watchers):
            watcher()


class FakeMailbox:
    """The port `Mailbox` on a `MemoryMailbox`; as many at once as there would be connections."""

    def __init__(self, memory: MemoryMailbox, account: str = "work") -> None:
        self.account = account
        self.closed = False
        self._memory = memory
        self._dead = False
        self._skipped: dict[str, set[int]] = {}

    def folders(self, states_of: Collection[str] = ()) -> tuple[Folder, ...]:
        with _Call(self, "folders"):
            shelves = sorted(self._memory._shelves.items(), key=lambda item: (item[0] != "INBOX", item[0]))
            return tuple(
                Folder(
                    name=name,
                    role=shelf.role,
                    why="the test says so",
                    levels=tuple(name.split("/")),
                    state=self._state_unopened(name, shelf) if name in states_of else None,
                )
                for name, shelf in shelves
                if name == "INBOX" or name not in self._memory.unlisted
            )

    def make_folder(self, levels: tuple[str, ...]) -> None:
        with _Call(self, "make_folder"):
            name = "/".join(levels)
            if not self._memory.abilities.create or name in self._memory.folders:
                raise Refused(f"making the folder {name!r}", answer="[CANNOT] No", remedy="Make it yourself.")
            self._memory.create(name)
            self._memory.subscribed.add(name)

    def examine(self, folder: str) -> FolderState:
        with _Call(self, "examine"):
            return self._state(self._opened(folder))

    def headers(self, folder: str, after: Uid) -> Iterator[RawHeader]:
        shelf = self._opened(folder)
        uids = [uid for uid in shelf.lying if uid > after]
        for batch in _batched(uids):
            with _Call(self, "headers"):
                if self._opened(folder) is not shelf:
                    raise Transient("the folder was renumbered while it was read", remedy="Later.")
                there = [shelf.lying[uid] for uid in batch if uid in shelf.lying]
                told = [self._raw_header(message) for message in there if not message.broken]
                self._skipped.setdefault(folder, set()).update(m.uid for m in there if m.broken)
            yield from told

    def newest(self, folder: str, most: int) -> Iterator[RawHeader]:
        with _Call(self, "newest"):
            shelf = self._opened(folder)
            there = [shelf.lying[uid] for uid in sorted(shelf.lying, reverse=True)[:most]]
        yield from [self._raw_header(message) for message in there if not message.broken]

    def headers_of(self, folder: str, uids: Sequence[Uid]) -> Iterator[RawHeader]:
        for uid in uids:
            with _Call(self, "headers_of"):
                there = self._opened(folder).lying.get(uid)
                skipped = self._skipped.setdefault(folder, set())
                (skipped.add if there and there.broken else skipped.discard)(uid)
            if there and not there.broken:
                yield self._raw_header(there)

    def uids(self, folder: str) -> tuple[Uid, ...]:
        with _Call(self, "uids"):
            return tuple(Uid(uid) for uid in self._opened(folder).lying)

    def unreadable(self, folder: str) -> tuple[Uid, ...]:
        return tuple(Uid(uid) for uid in sorted(self._skipped.get(folder, ())))

    def message(self, folder: str, uid_validity: UidValidity, uid: Uid, *, limit: int | None = None) -> bytes | None:
        with _Call(self, "message"):
            shelf = self._opened(folder)
            there = shelf.lying.get(uid) if shelf.uid_validity == uid_validity else None
            return there.raw[:limit] if there and not there.broken else None

    def messages(
        self, folder: str, uid_validity: UidValidity, uids: Sequence[Uid], *, limit: int
    ) -> Iterator[tuple[Uid, bytes]]:
        with _Call(self, "messages"):
            shelf = self._opened(folder)
            there = (
                [shelf.lying[uid] for uid in uids if uid in shelf.lying] if shelf.uid_validity == uid_validity else []
            )
        yield from [(Uid(each.uid), each.raw[:limit]) for each in there if not each.broken]

    def drafts(self) -> RawDrafts:
        with _Call(self, "drafts"):
            name, shelf = self._only(Role.DRAFTS)
            counted = self._memory.abilities.condstore
            if any(message.broken for message in shelf.lying.values()):
                raise Refused("the server can't show a message", answer="[UNAVAILABLE]", remedy="Delete it.")
            return RawDrafts(
                folder=name,
                uid_validity=UidValidity(shelf.uid_validity),
                headers=tuple(self._raw_header(m, counted=counted) for m in shelf.lying.values()),
                state=self._state(shelf),
            )

    def append_draft(self, message: bytes, message_id: MessageId) -> DraftPlace | None:
        with _Call(self, "append_draft") as call:
            name, shelf = self._only(Role.DRAFTS)
            raw = self._memory.abilities.rewrite(re.sub(rb"\r\n|\r|\n", b"\r\n", message))
            laid = shelf.lay(raw, self._memory.clock().astimezone(dt.UTC), frozenset(_DRAFT))
            self._memory.written.append(("append", laid.uid))
            call.amid()
            if not self._memory.abilities.uidplus:
                return None
            if laid.uid not in shelf.lying or _message_id(laid.raw) != message_id:
                return None
            return DraftPlace(
                folder=name,
                uid_validity=UidValidity(shelf.uid_validity),
                uid=Uid(laid.uid),
                flags=laid.flags,
                mod_sequence=laid.mod_sequence if self._memory.abilities.condstore else None,
            )

    def append_digest(self, message: bytes, message_id: MessageId, *, again: bool) -> None:
        with _Call(self, "append_digest") as call:
            inbox = self._opened("INBOX")
            if not (again and any(_message_id(lying.raw) == message_id for lying in inbox.lying.values())):
                inbox.lay(message, self._memory.clock().astimezone(dt.UTC), frozenset())
                call.amid()

    def take_back(self, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        with _Call(self, "take_back") as call:
            abilities = self._memory.abilities
            trash = self._trash() if to_trash or abilities.archives else None
            if not abilities.uidplus and not (trash and abilities.move):
                return Retirement.UNABLE
            shelf = self._opened(place.folder)
            there = shelf.lying.get(place.uid) if shelf.uid_validity == place.uid_validity else None
            if there is None or _message_id(there.raw) != message_id:
                return Retirement.NOT_THERE
            if _touched(there, place):
                return Retirement.TOUCHED
            seen = (there.mod_sequence, there.flags)
            call.amid()
            if trash and not _by_hand(abilities):
                return self._moved(shelf, there, trash)
            return self._removed_by_hand(call, shelf, there, seen, trash)

    def close(self) -> None:
        self.closed = self._dead = True

    def interrupt(self) -> None:
        """Cut short by another thread."""
        self._dead = True

    def _state(self, shelf: Shelf) -> FolderState:
        return FolderState(
            uid_validity=UidValidity(shelf.uid_validity),
            uid_next=Uid(shelf.told_uid_next) if self._memory.abilities.uid_next else None,
            exists=len(shelf.lying),
            mod_sequence=shelf.mod_sequence + 1 if self._memory.abilities.condstore else None,
        )

    def _state_unopened(self, name: str, shelf: Shelf) -> FolderState | None:
        """What STATUS tells: nothing of a folder that can't be opened, and at times what was true once."""
        if name in self._memory.closed or not self._memory.abilities.status:
            return None
        now = self._state(shelf)
        if not self._memory.lies_unopened:
            self._memory.told_unopened[name] = now
            return now
        told = self._memory.told_unopened.setdefault(name, now)
        if told != now:
            self._memory.on_lie()
        return told

    def _moved(self, shelf: Shelf, there: Lying, trash: Shelf) -> Retirement:
        """At one blow, and with all that was done to it since it was looked at."""
        if there.uid not in shelf.lying:
            return Retirement.NOT_THERE
        trash.lay(there.raw, there.received, there.flags)
        return self._expunged(shelf, there, Retirement.TO_TRASH)

    def _removed_by_hand(
        self, call: _Call, shelf: Shelf, there: Lying, seen: tuple[int, frozenset[str]], trash: Shelf | None
    ) -> Retirement:
        """Copied, marked unless it was touched since it was looked at, expunged."""
        if trash and there.uid in shelf.lying:
            trash.lay(there.raw, there.received, there.flags)
            call.at(Phase.COPIED)
        if there.uid not in shelf.lying:
            return Retirement.NOT_THERE
        then, flags = seen
        if there.flags - {"\\Deleted"} != flags or (self._memory.abilities.condstore and there.mod_sequence > then):
            return Retirement.TOUCHED
        shelf.flag(there, "\\Deleted")
        call.at(Phase.MARKED)
        done = Retirement.TO_TRASH if trash else Retirement.EXPUNGED
        return self._expunged(shelf, there, done) if "\\Deleted" in there.flags else Retirement.TOUCHED

    def _expunged(self, shelf: Shelf, there: Lying, done: Retirement) -> Retirement:
        shelf.lying.pop(there.uid, None)
        self._memory.written.append(("take back", there.uid))
        return done

    def _raw_header(self, message: Lying, *, counted: bool = False) -> RawHeader:
        return RawHeader(
            uid=Uid(message.uid),
            flags=message.flags,
            internal_date=message.received,
            header=message.header,
            conversation=message.conversation,
            draft="\\Draft" in message.flags,
            mod_sequence=message.mod_sequence if counted else None,
        )

    def _opened(self, folder: str) -> Shelf:
        if folder not in self._memory._shelves:
            raise Refused(f"opening the folder {folder!r}", answer="[NONEXISTENT] No such mailbox", remedy="None.")
        if folder in self._memory.closed:
            raise Refused(f"opening the folder {folder!r}", answer="[NOPERM] Permission denied", remedy="None.")
        return self._memory._shelves[folder]

    def _only(self, role: Role) -> tuple[str, Shelf]:
        for name, shelf in self._memory._shelves.items():
            if shelf.role is role:
                return name, shelf
        raise ConfigError((f"no folder for {role.value}",), remedy="Make one.")

    def _trash(self) -> Shelf | None:
        return next((s for s in self._memory._shelves.values() if s.role is Role.TRASH), None)


class _Call:
    """One call of the port: the world may interfere at its boundaries, and an error ends the connection."""

    def __init__(self, mailbox: FakeMailbox, name: str) -> None:
        self._mailbox, self._name = mailbox, name

    def __enter__(self) -> Self:
        if self._mailbox._dead:
            raise Transient("the server hung up", remedy="It is tried again later.")
        self.at(Phase.BEFORE)
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _traceback: object) -> None:
        if kind is None:
            self.at(Phase.AFTER)
        elif issubclass(kind, Transient):
            self._mailbox._dead = True

    def amid(self) -> None:
        """In the middle of it."""
        self.at(Phase.AMID)

    def at(self, phase: Phase) -> None:
        try:
            self._mailbox._memory.interfere(Moment(call=self._name, phase=phase))
        except Transient:
            self._mailbox._dead = True
            raise


def failing(call: str, phase: Phase, *, times: int = 1) -> Callable[[Moment], None]:
    """An interference: the line breaks at this boundary, so many times."""
    left = itertools.count(times, -1)

    def interfere(moment: Moment) -> None:
        if moment == Moment(call=call, phase=phase) and next(left) > 0:
            raise Transient("the line broke", remedy="It is tried again later.")

    return interfere


def meanwhile(call: str, phase: Phase, act: Callable[[], object]) -> Callable[[Moment], None]:
    """An interference: somebody else does something at this boundary, the first time it is reached."""
    left = itertools.count(1, -1)

    def interfere(moment: Moment) -> None:
        if moment == Moment(call=call, phase=phase) and next(left) > 0:
            act()

    return interfere


def picked_fields(raw: bytes) -> bytes:
    """The header lines that are asked for, as a server answers ``HEADER.FIELDS``: an empty line comes last."""
    head = Mail(raw).head
    lines = (found[0].rstrip(b"\r\n") + b"\r\n" for found in _FIELD.finditer(head) if found[1].lower() in _WANTED)
    return b"".join(lines) + b"\r\n"


def _touched(there: Lying, place: DraftPlace) -> bool:
    return there.flags != place.flags or (place.mod_sequence is not None and there.mod_sequence > place.mod_sequence)


def _by_hand(abilities: Abilities) -> bool:
    """Whether each step of a taking back is taken by itself."""
    return abilities.uidplus and not (abilities.archives and abilities.move)


def _message_id(raw: bytes) -> str:
    return Mail(raw).message_id.strip("<>")


def _renamed(mail: Mail, at: dt.datetime, *, keep_id: bool) -> Mail:
    return mail if keep_id else mail.with_header("Message-ID", fresh_id(mail.header("From"), at))


def _batched(uids: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for begin in range(0, len(uids), BATCH):
        yield tuple(uids[begin : begin + BATCH])

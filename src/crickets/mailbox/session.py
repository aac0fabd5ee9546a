"""
One account's mailbox over one connection: what a pass asks for, each thing done by the module that knows how.

Must not know why anything is asked. Every folder is opened by EXAMINE and read by PEEK, but Drafts for taking a draft
back; none is made but those that the owner has asked for, and nothing laid but drafts and the digest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

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
from crickets.errors import ConfigError, NotNow, Transient
from crickets.mailbox import drafts
from crickets.mailbox.bodies import beginnings, body_in
from crickets.mailbox.connection import Connection, connect
from crickets.mailbox.fetch import fetched
from crickets.mailbox.folders import Folders, OpenFolder
from crickets.mailbox.headers import Headers, Request, Skipped, in_batches
from crickets.mailbox.inbox import append_to_inbox, lies_in_inbox
from crickets.mailbox.manners import Manners
from crickets.mailbox.onward import Onward
from crickets.mailbox.packing import pack_for
from crickets.mailbox.retire import Retiring
from crickets.mailbox.settings import Credentials, Server
from crickets.mailbox.translate import passes

_LARGEST_MESSAGE = 1 << 26
_SPARSE = 10
"""The last messages are looked for among so many times as many of the last UIDs: some of them are long gone."""

_LOOK_AT_IT = "It is tried again later. If it stays so, look whether your mail client can show this message."
_NEEDED = ("UIDPLUS", "MOVE", "IDLE", "CONDSTORE", "SPECIAL-USE")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerReport:
    """What a server told of itself; `lacks` are those capabilities that Crickets could make use of."""

    greeting: str
    identity: tuple[tuple[str, str], ...]
    capabilities: tuple[str, ...]
    lacks: tuple[str, ...]
    namespace: str
    folders: tuple[Folder, ...]


def open_mailbox(server: Server, credentials: Credentials, manners: Manners | None = None) -> ImapMailbox:
    """
    The account's mailbox, connected and logged in; raises as `connect` does.

    What is learnt of the server's `manners` is kept there for the next connection.
    """
    return ImapMailbox(server, connect(server, credentials), manners)


class ImapMailbox:
    """The `Mailbox` of an account on an IMAP server."""

    def __init__(self, server: Server, connection: Connection, manners: Manners | None = None) -> None:
        self._server = server
        self._connection = connection
        self._manners = manners or Manners()
        self._opening = Folders(connection, server, self._manners)
        self._told: dict[str, UidValidity] = {}
        self._skipped: dict[tuple[str, Uid], Skipped] = {}

    @property
    def account(self) -> str:
        """The account's name in the config."""
        return self._server.account

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The messages that the server has and could not show: nobody can say what they are."""
        return tuple(self._skipped.values())

    def folders(self, states_of: Collection[str] = ()) -> tuple[Folder, ...]:
        """
        Every folder that can be opened, with its role; INBOX is always there, whether or not the server lists it.

        Of those named in `states_of` with its state too, in the same round trip and without its being opened: but
        for those of which the server says nothing that can be relied on.
        """
        found = self._opening.with_states(states_of) if states_of else self._opening.with_roles()
        self.__dict__["_special"] = {folder.role: folder.name for folder in found}
        return found

    def make_folder(self, levels: tuple[str, ...]) -> None:
        """Make a folder of that name level by level, where the owner's own lie, and subscribe to it; or `Refused`."""
        self._opening.make(levels)

    def examine(self, folder: str) -> FolderState:
        """The state of a folder, opened read-only; `Refused` if it can't be opened."""
        state = self._opening.examine(folder).state
        if self._told.get(folder) != state.uid_validity:
            self._forget(folder, self.unreadable(folder))
        self._told[folder] = state.uid_validity
        return state

    def headers(self, folder: str, after: Uid) -> Iterator[RawHeader]:
        """
        The headers of all messages with a UID above `after`, in batches, UIDs ascending; read-only.

        The server is asked in any case: that its UIDNEXT isn't above `after` proves nothing.
        """
        state = self._reading(folder).state
        self._pack_for(state, after)
        headers = Headers(self._connection, folder, all_mail=self._is_all_mail(folder))
        onward = Onward(
            headers=headers, opened=lambda: self._reading(folder), reopened=lambda: self._reading_afresh(folder)
        )
        for batch, request in onward.batches(after):
            yield from self._read(headers, batch, request)

    def newest(self, folder: str, most: int) -> Iterator[RawHeader]:
        """The headers of the last messages of a folder, UIDs descending and no more than `most`; read-only."""
        state = self._reading(folder).state
        if not state.exists:
            return
        self._pack_for(state, Uid(0))  # who asks for the newest will read all of it
        headers = Headers(self._connection, folder, all_mail=self._is_all_mail(folder))
        above = Uid(max(0, (state.uid_next or 0) - _SPARSE * most))
        uids = headers.uids_above(above, 0)[-most:]
        for batch in in_batches(uids[::-1]):
            self._reading(folder)  # the caller may have looked into another folder meanwhile
            yield from reversed(self._read(headers, batch[::-1]))

    def headers_of(self, folder: str, uids: Sequence[Uid]) -> Iterator[RawHeader]:
        """The headers of exactly these messages, as far as they are still there; read-only."""
        headers = Headers(self._connection, folder, most_bad=len(uids), all_mail=self._is_all_mail(folder))
        for uid in uids:
            self._reading(folder)
            yield from self._read(headers, (uid,))

    def uids(self, folder: str) -> tuple[Uid, ...]:
        """What lies in a folder now, by UIDs, ascending; `Refused` if the server lists fewer than it has."""
        state = self._reading(folder).state
        return Headers(self._connection, folder).uids_above(Uid(0), state.exists) if state.exists else ()

    def unreadable(self, folder: str) -> tuple[Uid, ...]:
        """The messages of a folder that the server has and could not show when this connection last asked."""
        return tuple(sorted(uid for name, uid in self._skipped if name == folder))

    def message(self, folder: str, uid_validity: UidValidity, uid: Uid, *, limit: int | None = None) -> bytes | None:
        """
        A message, or its beginning, untouched by the reading (BODY.PEEK[]); None if it is not there any more.

        `NotNow` if the server can't show this one for now, though it's well otherwise.
        """
        if self._opening.reading(folder).state.uid_validity != uid_validity:
            return None
        partial = b"" if limit is None else b"<0.%d>" % limit
        responses, answer = self._connection.conversation.ask(
            b"UID FETCH %d (UID BODY.PEEK[]%b)" % (uid, partial), bound=_LARGEST_MESSAGE
        )
        if not answer.ok and passes(answer.words) and self._is_told_of(uid):
            raise NotNow(f"reading a message of {folder!r}", answer=answer.words, remedy=_LOOK_AT_IT)
        answer.expect(f"reading a message of {folder!r}")
        return body_in(fetched(responses).get(uid))

    def messages(
        self, folder: str, uid_validity: UidValidity, uids: Sequence[Uid], *, limit: int
    ) -> Iterator[tuple[Uid, bytes]]:
        """The beginnings of many messages, as far as they're shown without ado; for the others ask for each."""

        def still_open() -> bool:
            return self._opening.reading(folder).state.uid_validity == uid_validity

        return beginnings(self._connection.conversation, still_open, uids, limit=limit)

    def _is_told_of(self, uid: Uid) -> bool:
        """Whether the server answers on a message at all: one that is busy, or unwell, refuses that too."""
        _, answer = self._connection.conversation.ask(b"UID FETCH %d (UID)" % uid)
        return answer.ok

    def drafts(self) -> RawDrafts:
        """All that lies in the Drafts folder now."""
        return drafts.listed(self._connection, self._opening, self._drafts_folder)

    def append_draft(self, message: bytes, message_id: MessageId) -> DraftPlace | None:
        r"""Lay a message into Drafts as ``\Draft \Seen``; where it lies, or None if it can't be found again."""
        return drafts.appended(self._connection, self._opening, self._drafts_folder, message, message_id)

    def append_digest(self, message: bytes, message_id: MessageId, *, again: bool) -> None:
        """Put a mail of ours to the owner into INBOX; `again`, not if one of that id lies among the newest there."""
        if not (again and lies_in_inbox(self._connection, self._opening, message_id)):
            append_to_inbox(self._connection, self._opening, message)

    def take_back(self, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        """Remove exactly this draft, if it lies there as it was laid; else say why not."""
        retiring = Retiring(connection=self._connection, folders=self._opening, trash=self._trash_folder)
        return retiring.take_back(place, message_id, to_trash=to_trash)

    def report(self) -> ServerReport:
        """What the server told of itself, and what was concluded of its folders."""
        return ServerReport(
            greeting=self._connection.greeting,
            identity=self._connection.identity,
            capabilities=tuple(sorted(self._connection.capabilities)),
            lacks=tuple(name for name in _NEEDED if not self._connection.can(name)),
            namespace=self._opening.namespace,
            folders=self.folders(),
        )

    def interrupt(self) -> None:
        """End whatever call is under way in another thread, with `Transient`; the connection is of no more use."""
        self._connection.interrupt()

    def close(self) -> None:
        """Log out; never raises."""
        self._connection.close()

    def _reading(self, folder: str) -> OpenFolder:
        """The folder, open, with the UIDs that the caller was told of it."""
        return self._as_told(self._opening.reading(folder))

    def _reading_afresh(self, folder: str) -> OpenFolder:
        """The same, opened again even if it's open: as it is now."""
        return self._as_told(self._opening.examine(folder))

    def _as_told(self, opened: OpenFolder) -> OpenFolder:
        if self._told.setdefault(opened.name, opened.state.uid_validity) != opened.state.uid_validity:
            what = f"the server renumbered {opened.name!r} while it was read"
            raise Transient(what, remedy="It is read anew next time.")
        return opened

    def _pack_for(self, state: FolderState, after: Uid) -> None:
        pack_for(self._connection, self._manners, state, after, far_seconds=self._server.far_seconds)

    def _is_all_mail(self, folder: str) -> bool:
        """Whether it's Gmail's folder of everything, labelled or not."""
        return self._connection.can("X-GM-EXT-1") and self._special.get(Role.ALL) == folder

    def _read(self, headers: Headers, batch: Sequence[Uid], request: Request | None = None) -> tuple[RawHeader, ...]:
        self._forget(headers.folder, batch)
        try:
            return headers.of(batch, request)
        finally:
            self._skipped |= {(skipped.folder, skipped.uid): skipped for skipped in headers.skipped}

    def _forget(self, folder: str, uids: Iterable[Uid]) -> None:
        """What could not be shown before says nothing any more."""
        for uid in uids:
            self._skipped.pop((folder, uid), None)

    @cached_property
    def _special(self) -> dict[Role, str]:
        """The names of the folders there is only one of."""
        return {folder.role: folder.name for folder in self._opening.with_roles()}

    @property
    def _drafts_folder(self) -> str:
        if Role.DRAFTS not in self._special:
            raise ConfigError(
                (f"accounts.{self.account}.folders.drafts: no folder for drafts was found on the server",),
                remedy="Name it in the config, or make one in your mail client.",
            )
        return self._special[Role.DRAFTS]

    @property
    def _trash_folder(self) -> str:
        return self._special.get(Role.TRASH, "")

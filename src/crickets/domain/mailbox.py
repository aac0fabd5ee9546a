"""
What a mailbox looks like from inside: folders, places, and the listing of the Drafts folder.

Knows RFC 9051's words (UID, UIDVALIDITY, flags); must not know how they come over the wire.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from crickets.domain.filing import FolderName
from crickets.domain.message import MessageId, Role

Uid = NewType("Uid", int)
UidValidity = NewType("UidValidity", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderState:
    """
    What a server told of a folder, as it was opened or without its being opened.

    `uid_next` is None where neither EXAMINE nor STATUS tells it, and may be that of a moment ago (Courier).
    `mod_sequence` is HIGHESTMODSEQ, which no change leaves as it was (RFC 7162 §3.1.2); None without CONDSTORE.
    """

    uid_validity: UidValidity
    uid_next: Uid | None
    exists: int
    mod_sequence: int | None = None

    def proves_unchanged(self, since: FolderState | None, *, flags: bool) -> bool:
        """
        Whether nothing has changed in the folder since it was in that other state, by all that the server tells.

        With `flags`, not even those: without CONDSTORE they are set without a sign. What isn't known proves nothing.
        """
        known = self.uid_next is not None and (self.mod_sequence is not None or not flags)
        return known and self == since


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """
    A folder with its decoded name, what it is for, and `why` that was concluded (for `check`).

    `levels` is its name level by level, without what its server puts before every folder. `state` is what was told of
    it as it was listed, None if that wasn't asked, or can't be relied on.
    """

    name: str
    role: Role
    why: str = ""
    levels: tuple[str, ...] = ()
    state: FolderState | None = None

    @property
    def called(self) -> FolderName:
        """By what names its owner may call it."""
        return FolderName(whole=self.name, levels=self.levels)


def comparable(flags: frozenset[str]) -> frozenset[str]:
    """Flags as they are compared: in any case (RFC 9051 §2.3.2)."""
    return frozenset(flag.casefold() for flag in flags)


_GIVEN = frozenset({"\\draft", "\\seen"})
_SET_BY_SERVERS = frozenset({"$hasattachment", "$hasnoattachment", "$istrusted", "$new", "$canunsubscribe"})
"""Keywords that servers set by themselves as a message comes in (IANA's registry of IMAP keywords)."""


def as_laid(flags: frozenset[str]) -> frozenset[str]:
    """
    Of the flags that a draft was seen with right after its APPEND, those that it was laid with.

    A star among them was set in the moment between: it must count as a touch.
    """
    ours = frozenset(flag for flag in flags if flag.casefold() in _GIVEN | _SET_BY_SERVERS)
    return ours if "\\seen" in comparable(ours) else ours | {"\\Seen"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawHeader:
    r"""
    The header block of one message, as the server gave it.

    `flags` as written by the server, without ``\Recent``. `conversation` is X-GM-THRID or THREADID, or empty.
    `draft` says that the mail is a draft wherever it lies: ``\Draft``, as a flag or as a Gmail label.
    `left_behind` says that it was neither sent nor delivered and is no draft any more: a former version of one.
    `mod_sequence` is told for drafts only, and only with CONDSTORE (RFC 7162).
    """

    uid: Uid
    flags: frozenset[str]
    internal_date: datetime
    header: bytes
    conversation: str = ""
    draft: bool = False
    left_behind: bool = False
    mod_sequence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDrafts:
    """The whole Drafts folder as the server gave it, opened in that `state`: complete, or it would not exist."""

    folder: str
    uid_validity: UidValidity
    headers: tuple[RawHeader, ...] = ()
    state: FolderState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlace:
    """
    Where exactly a draft lies, and how it looked there right after the APPEND.

    A message's content never changes under its UID (RFC 9051 §2.3.1.1), its flags may: `flags` and `mod_sequence`
    (RFC 7162, None without CONDSTORE) tell whether anybody has touched it since.
    """

    folder: str
    uid_validity: UidValidity
    uid: Uid
    flags: frozenset[str]
    mod_sequence: int | None = None

    @property
    def where(self) -> tuple[str, UidValidity, Uid]:
        """What names one message for ever; its folder too, for two folders may have the same UIDVALIDITY."""
        return self.folder, self.uid_validity, self.uid


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDraft:
    """One message that lies in the Drafts folder now, or in another for what is to be sent, whoever wrote it."""

    place: DraftPlace
    id: MessageId
    parents: tuple[MessageId, ...] = ()
    conversation: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""

    @property
    def deleted(self) -> bool:
        """Whether it's marked to be expunged: gone, as far as its owner is concerned."""
        return any(flag.casefold() == "\\deleted" for flag in self.place.flags)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsListing:
    """
    The whole Drafts folder at one moment; complete, or it would not exist.

    `elsewhere` is what waits to be sent in other folders, in which nothing is laid: it's the owner's own. `state` is
    Drafts' own as it was opened to be listed, None if it wasn't kept yet.
    """

    folder: str
    uid_validity: UidValidity
    at: datetime
    drafts: tuple[ListedDraft, ...] = ()
    elsewhere: tuple[ListedDraft, ...] = ()
    state: FolderState | None = None

    @property
    def everywhere(self) -> tuple[ListedDraft, ...]:
        """All of them, those in Drafts first."""
        return (*self.drafts, *self.elsewhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderEvidence:
    """
    How far one folder has been read.

    `last_uid` is the highest UID whose message is a fact in the ledger, or among the `gaps`: messages that the server
    has and could not show, asked for again at each pass. `whole` is False until the folder has once been read through
    from its first message under this `uid_validity`. `problem` is empty, or why the read of `read_at` can't be relied
    on. `held` is how many messages lay there as it was opened for that, `mod_sequence` the server's count of changes,
    and `uid_next` the UID that came next, once all was read that lay below it: None until then, and where it isn't
    told. `levels` are the folder's name as `Folder` has them, empty if they weren't kept yet. `newest_read` says that
    the newest messages of a folder that isn't whole yet are facts in the ledger too, whatever lies between.
    """

    folder: str
    role: Role
    uid_validity: UidValidity
    last_uid: Uid
    whole: bool
    read_at: datetime
    problem: str = ""
    gaps: tuple[Uid, ...] = ()
    held: int = 0
    levels: tuple[str, ...] = ()
    mod_sequence: int | None = None
    uid_next: Uid | None = None
    newest_read: bool = False

    def is_unmoved(self, state: FolderState) -> bool:
        """
        Whether nothing has come since, by all that the server tells: UIDNEXT alone may lag behind what lies there.

        What isn't known can't be compared; then the folder counts as moved.
        """
        if state.uid_next is None:
            return False
        nothing_above = state.uid_next <= self.last_uid + 1 or state.uid_next == self.uid_next
        return nothing_above and state.exists <= self.held and state.mod_sequence == self.mod_sequence


class Retirement(Enum):
    """What became of an attempt to take a draft back."""

    TO_TRASH = "moved to the trash"
    EXPUNGED = "expunged"
    TOUCHED = "left where it lies, as somebody has touched it"
    NOT_THERE = "not there any more"
    UNABLE = "left, for the server can't remove one message safely"

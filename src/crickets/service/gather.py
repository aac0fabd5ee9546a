"""
The first of a pass's three steps: read what is new in the mailbox, turn it into facts, keep them.

Knows the ports and the reading; must not know what follows from the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from crickets.domain.mailbox import (
    DraftsListing,
    Folder,
    FolderEvidence,
    FolderState,
    RawHeader,
    Uid,
    UidValidity,
)
from crickets.domain.message import Message, Role
from crickets.errors import Refused
from crickets.reading import listed_draft_of, message_of, needs_report, reading_of
from crickets.service.losses import NOT_LISTED, VANISHED_GRACE, is_far_ahead, loss_of, lost_at
from crickets.service.ports import Ledger, Mailbox, Progress

BATCH = 500
"""How many messages are kept in one transaction: an interrupted first reading goes on from the last one."""

_REPORT_OCTETS = 256 * 1024
"""How much of a report is fetched: what it says of the mail stands before the mail that it gives back."""

_MOST_NAMED = 5

_UNREAD = frozenset({Role.DRAFTS, Role.TEMPLATES, Role.SKIPPED})
_NOTHING_READ = Uid(0)


def gather(mailbox: Mailbox, ledger: Ledger, now: datetime, progress: Progress) -> tuple[Folder, ...]:
    """
    Read everything new of an account into the ledger, Drafts last, so that what left it is found elsewhere.

    Gives the folders that are watched.
    """
    account = mailbox.account
    look = _Look(mailbox=mailbox, ledger=ledger, now=now, progress=progress)
    folders = mailbox.folders()
    watched = [folder for folder in folders if folder.role not in _UNREAD]
    known = {e.folder: e for e in ledger.evidence(account)}
    for folder in watched:
        _read(look, folder, known.get(folder.name))
    _leave_unwatched(ledger, account, known, folders, now)
    ledger.list_drafts(account, _drafts(mailbox, now))
    doubt = _doubt(ledger, account, watched)
    ledger.note_problem(account, doubt, now)
    if not doubt:
        ledger.complete(account, now)
    return tuple(watched)


def _doubt(ledger: Ledger, account: str, watched: list[Folder]) -> str:
    """Why the account can't be relied on after this reading, or nothing."""
    if not any(folder.role is Role.SENT for folder in watched):
        return f"no folder for sent mail was found; name it in accounts.{account}.folders.sent"
    doubts = (f"{e.folder}: {e.problem or 'not yet read to its end'}" for e in ledger.evidence(account) if _open(e))
    return next(doubts, "")


def _open(evidence: FolderEvidence) -> bool:
    return bool(evidence.problem) or not evidence.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What the reading of every folder has in common: whose mailbox, where it's kept, when, and who watches it."""

    mailbox: Mailbox
    ledger: Ledger
    now: datetime
    progress: Progress

    @property
    def account(self) -> str:
        """Whose mailbox it is."""
        return self.mailbox.account

    def keep(self, evidence: FolderEvidence, messages: Sequence[tuple[Uid, Message]] = ()) -> None:
        """Write down how far a folder was read, and what was found."""
        self.ledger.record(self.account, evidence, messages)


def _read(look: _Look, folder: Folder, known: FolderEvidence | None) -> None:
    """Read one folder on from where the last reading ended; a folder that can't be read is told, not fatal."""
    try:
        state = look.mailbox.examine(folder.name)
    except Refused as refusal:
        why = f"it can't be opened ({refusal.answer or refusal.what})"
        look.keep(_closed(look.account, folder, known, why, look.now))
        return
    try:
        _read_open(look, folder, known, state)
    except Refused as refusal:
        reached = next((e for e in look.ledger.evidence(look.account) if e.folder == folder.name), None)
        why = f"it can't be read ({refusal.what})"
        look.keep(_closed(look.account, folder, reached, why, look.now))


def _read_open(look: _Look, folder: Folder, known: FolderEvidence | None, state: FolderState) -> None:
    """Read one folder that was opened, unless all that it shows of itself says that there's nothing to read."""
    loss = None if known is None else loss_of(folder, known, state, look.now)
    if loss is not None:
        look.keep(loss)
        return
    begun = _asked_again(look, folder, _begun(folder, known, state, look.now))
    if known is not None and begun.whole and known.is_unmoved(state):
        look.keep(replace(begun, problem=_told_gaps(look.account, begun.gaps)))
        return
    _read_on(look, folder, begun, state)


def _asked_again(look: _Look, folder: Folder, begun: FolderEvidence) -> FolderEvidence:
    """The evidence after each message that could not be shown was asked for again; those that can be now are kept."""
    if not begun.gaps:
        return begun
    found = tuple(look.mailbox.headers_of(folder.name, begun.gaps))
    still = set(look.mailbox.unreadable(folder.name))
    mended = replace(begun, gaps=tuple(uid for uid in begun.gaps if uid in still))
    told = _told_gaps(look.account, mended.gaps)
    look.keep(replace(mended, problem=told), _messages(look.mailbox, folder, begun.uid_validity, found))
    return mended


def _told_gaps(account: str, gaps: tuple[Uid, ...]) -> str:
    """That messages can't be shown, and what to do about them; nothing if there are none."""
    if not gaps:
        return ""
    which = ", ".join(str(uid) for uid in gaps[:_MOST_NAMED]) + (" …" if len(gaps) > _MOST_NAMED else "")
    return (
        f"the server can't show {len(gaps)} of its messages (UID {which}), and any may be an answer; delete or move "
        f"them in your mail client, or name the folder in accounts.{account}.folders.skip"
    )


def _closed(account: str, folder: Folder, known: FolderEvidence | None, why: str, now: datetime) -> FolderEvidence:
    """The evidence of a folder into which nobody can look at present."""
    problem = f"{why}; if that is to stay so, name it in accounts.{account}.folders.skip"
    if known is not None:
        return replace(known, problem=problem)
    return FolderEvidence(
        folder=folder.name,
        role=folder.role,
        uid_validity=UidValidity(0),
        last_uid=_NOTHING_READ,
        whole=False,
        read_at=now,
        problem=problem,
    )


def _begun(folder: Folder, known: FolderEvidence | None, state: FolderState, now: datetime) -> FolderEvidence:
    """Where the reading begins: behind the last known message, or anew if those UIDs say nothing any more."""
    goes_on = known is not None and _is_as_known(folder, known, state)
    return FolderEvidence(
        folder=folder.name,
        role=folder.role,
        uid_validity=state.uid_validity,
        last_uid=known.last_uid if known is not None and goes_on else _NOTHING_READ,
        whole=known is not None and goes_on and known.whole,
        read_at=now,
        gaps=known.gaps if known is not None and goes_on else (),
        held=state.exists,
        mod_sequence=state.mod_sequence,
    )


def _is_as_known(folder: Folder, known: FolderEvidence, state: FolderState) -> bool:
    """Whether it's the folder that was read, not one made anew, put to another use, or set back to an old backup."""
    set_back = state.uid_next is not None and state.uid_next <= known.last_uid
    return (known.uid_validity, known.role) == (state.uid_validity, folder.role) and not set_back


def _read_on(look: _Look, folder: Folder, begun: FolderEvidence, state: FolderState) -> None:
    """Read and keep batch after batch; the folder is whole once the last one is kept."""
    evidence = begun
    with look.progress.folder(look.account, folder.name, _expected(begun, state)) as advance:
        for batch in _batches(look.mailbox.headers(folder.name, begun.last_uid), BATCH):
            evidence = replace(evidence, last_uid=batch[-1].uid, gaps=_gaps(look.mailbox, begun))
            look.keep(evidence, _messages(look.mailbox, folder, begun.uid_validity, batch))
            advance(len(batch))
    look.keep(_ended(look, replace(evidence, gaps=_gaps(look.mailbox, begun)), state))


def _gaps(mailbox: Mailbox, begun: FolderEvidence) -> tuple[Uid, ...]:
    """The messages of a folder that could not be shown, now or before."""
    return tuple(sorted({*begun.gaps, *mailbox.unreadable(begun.folder)}))


def _ended(look: _Look, evidence: FolderEvidence, state: FolderState) -> FolderEvidence:
    """
    The evidence after the last batch: whole, unless fewer messages were ever read than there are.

    Those that were deleted since count too, so this notices less with time; the mailbox itself checks each listing.
    """
    read = look.ledger.number_read(look.account, evidence.folder)
    if read + len(evidence.gaps) < state.exists:
        told = f"only {read} of {state.exists} messages were listed; the folder is read anew at the next look"
        return replace(evidence, whole=False, last_uid=_NOTHING_READ, problem=told)
    problem = _told_gaps(look.account, evidence.gaps)
    return replace(
        evidence, whole=True, last_uid=max(evidence.last_uid, *evidence.gaps, _NOTHING_READ), problem=problem
    )


def _expected(begun: FolderEvidence, state: FolderState) -> int:
    if state.uid_next is None or begun.last_uid == _NOTHING_READ:
        return state.exists
    return min(state.exists, state.uid_next - begun.last_uid - 1)


def _batches(headers: Iterable[RawHeader], size: int) -> Iterator[tuple[RawHeader, ...]]:
    rest = iter(headers)
    while batch := tuple(islice(rest, size)):
        yield batch


def _messages(
    mailbox: Mailbox, folder: Folder, uid_validity: UidValidity, batch: tuple[RawHeader, ...]
) -> tuple[tuple[Uid, Message], ...]:
    def known_kind(raw: RawHeader) -> Message:
        message = message_of(raw, role=folder.role)
        if not needs_report(message):
            return message
        body = mailbox.message(folder.name, uid_validity, raw.uid, limit=_REPORT_OCTETS)
        return message if body is None else _read_through(message, body)

    return tuple((raw.uid, known_kind(raw)) for raw in batch)


def _read_through(message: Message, body: bytes) -> Message:
    """A report as its body shows it: what it reports, of which mail, and whom that didn't reach."""
    whole = reading_of(body, received=message.received)
    parents = tuple(dict.fromkeys((*message.parents, *filter(None, (whole.about,)))))
    return replace(message, kind=whole.kind, signals=whole.signals, parents=parents, remarks=whole.remarks)


def _leave_unwatched(
    ledger: Ledger, account: str, known: dict[str, FolderEvidence], folders: tuple[Folder, ...], now: datetime
) -> None:
    """
    Forget the folders that the owner no longer wants read, and in time those that the server no longer lists.

    Until it's plain that such a folder was removed, it leaves a hole in the evidence. That it has been missed for
    long counts, not that it was read long ago: Crickets may have been away meanwhile.
    """
    listed = {folder.name for folder in folders}
    for name in known.keys() - {folder.name for folder in folders if folder.role not in _UNREAD}:
        missed = known[name].problem == NOT_LISTED and not is_far_ahead(known[name], now)
        if name in listed or (missed and now - known[name].read_at > VANISHED_GRACE):
            ledger.forget_folder(account, name)
        elif not missed:
            ledger.record(account, replace(known[name], problem=NOT_LISTED, read_at=lost_at(known[name], now)), ())


def _drafts(mailbox: Mailbox, now: datetime) -> DraftsListing:
    raw = mailbox.drafts()
    listed = (listed_draft_of(h, folder=raw.folder, uid_validity=raw.uid_validity) for h in raw.headers)
    return DraftsListing(folder=raw.folder, uid_validity=raw.uid_validity, at=now, drafts=tuple(listed))

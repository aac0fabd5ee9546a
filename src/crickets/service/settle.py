"""
What became of the drafts: compare what was laid with what the mailbox shows, and keep what is new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from crickets.domain.fate import fate_of
from crickets.domain.mailbox import DraftPlace, DraftsListing, ListedDraft
from crickets.domain.owner import Owner
from crickets.domain.signs.scene import Scene
from crickets.domain.thread import Draft, Thread
from crickets.errors import Refused, Surprise
from crickets.service.ports import Ledger, Mailbox
from crickets.service.wording import says_the_same

_LARGEST = 64 * 1024 * 1024
"""How much of a draft is fetched to be compared, in octets: none that we lay is as large."""


def digest_of(message: bytes) -> str:
    """A fingerprint of a message that no server changes: line ends and blank space at them don't count."""
    lines = (line.rstrip() for line in message.splitlines())
    return hashlib.sha256(b"\n".join(lines).rstrip()).hexdigest()


def settle_all(mailbox: Mailbox, ledger: Ledger, owner: Owner, now: datetime) -> Iterator[tuple[Thread, Thread]]:
    """
    Each thread in which a draft lies, or may, as it was and with its drafts as the mailbox now shows them.

    To be asked after a complete reading only, whose listing all of them are compared with.
    """
    threads = tuple(ledger.unsettled(mailbox.account))
    listing = ledger.drafts_listing(mailbox.account) if threads else None
    if listing is not None:
        settling = _Settling(mailbox=mailbox, ledger=ledger, owner=owner, now=now, listing=listing)
        for thread in threads:
            yield thread, settling.settled(thread)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settling:
    """What drafts are compared with, and where what is new of them is kept."""

    mailbox: Mailbox
    ledger: Ledger
    owner: Owner
    now: datetime
    listing: DraftsListing

    def settled(self, thread: Thread) -> Thread:
        """A thread with its drafts as the mailbox now shows them."""
        return replace(thread, drafts=tuple(self._known(draft, thread) for draft in thread.drafts))

    def _known(self, draft: Draft, thread: Thread) -> Draft:
        known = fate_of(draft, self._scene(draft, thread))
        if known != draft:
            self.ledger.settle(known)
        return known

    def _scene(self, draft: Draft, thread: Thread) -> Scene:
        return Scene(
            thread=thread,
            listing=self.listing,
            owner=self.owner,
            now=self.now,
            same_content=_comparison(self.mailbox, draft.digest),
            gone_since=_departure(self.mailbox, self.listing),
            same_words=lambda mail: says_the_same(mail, draft.wording, self.mailbox, self.ledger),
        )


def _comparison(mailbox: Mailbox, digest: str) -> Callable[[ListedDraft], bool | None]:
    """Whether a listed draft has that digest; one that the server won't show keeps nothing else from being settled."""

    def same_content(listed: ListedDraft) -> bool | None:
        place = listed.place
        try:
            message = mailbox.message(place.folder, place.uid_validity, place.uid, limit=_LARGEST)
        except (Refused, Surprise):
            return None
        return None if message is None else digest_of(message) == digest

    return same_content


def _departure(mailbox: Mailbox, listing: DraftsListing) -> Callable[[DraftPlace], bool]:
    """
    Whether something that came after a moment may have gone again, by the UIDs that the folder has given out since.

    Rather a step is skipped than a draft laid anew that was thrown away: so too where the server tells no UIDNEXT (any
    more), or where its UIDs are others.
    """

    def gone_since(first: DraftPlace) -> bool:
        state = mailbox.examine(listing.folder)
        if state.uid_next is None:
            return True
        there = sum(d.place.uid >= first.uid for d in listing.drafts) + max(state.exists - len(listing.drafts), 0)
        return state.uid_validity != first.uid_validity or state.uid_next - first.uid > there

    return gone_since

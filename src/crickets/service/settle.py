"""
What became of the drafts: compare what was laid with what the mailbox shows, and keep what is new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
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
        for thread in threads:
            yield thread, _settle(thread, listing, mailbox, ledger, owner, now)


def _settle(
    thread: Thread, listing: DraftsListing, mailbox: Mailbox, ledger: Ledger, owner: Owner, now: datetime
) -> Thread:
    drafts = tuple(
        _settled(draft, _scene(thread, draft, listing, mailbox, ledger, owner, now), ledger) for draft in thread.drafts
    )
    return replace(thread, drafts=drafts)


def _settled(draft: Draft, scene: Scene, ledger: Ledger) -> Draft:
    known = fate_of(draft, scene)
    if known != draft:
        ledger.settle(known)
    return known


def _scene(
    thread: Thread,
    draft: Draft,
    listing: DraftsListing,
    mailbox: Mailbox,
    ledger: Ledger,
    owner: Owner,
    now: datetime,
) -> Scene:
    return Scene(
        thread=thread,
        listing=listing,
        owner=owner,
        now=now,
        same_content=_comparison(mailbox, draft.digest),
        gone_since=_departure(mailbox, listing),
        same_words=lambda mail: says_the_same(mail, draft.wording, mailbox, ledger),
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

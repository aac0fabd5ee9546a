"""
Taking drafts back: intend → remove → confirm, so that none that we removed ever passes for thrown away by the owner.

Knows the ports; which drafts have no more reason to lie there is the verdict's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from crickets.domain.mailbox import DraftPlace, Retirement
from crickets.domain.message import Message
from crickets.domain.policy import Policy, RetireTo
from crickets.domain.thread import Draft, DraftState
from crickets.domain.threading import written_at
from crickets.domain.verdict import Verdict
from crickets.errors import Refused
from crickets.service.outcome import Deed, Done
from crickets.service.ports import Clock, Ledger, Mailbox
from crickets.service.refusals import refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Retiring:
    """The means to take drafts back from one account's mailbox."""

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    clock: Clock

    def taken_back(self, verdict: Verdict) -> Iterator[Done]:
        """What came of each draft that the verdict gives no more reason to lie there."""
        for back in verdict.take_back:
            place = back.draft.place
            if place is None or not self._is_listed(place):
                continue  # the next complete look finds where it lies, or what its owner made of it
            try:
                yield self._take_back(verdict, back.draft, place)
            except Refused as refusal:
                self.ledger.settle(refused(back.draft, refusal))
                yield Done(deed=Deed.REFUSED, verdict=verdict, draft=back.draft, trouble=str(refusal))

    def _is_listed(self, place: DraftPlace) -> bool:
        """
        Whether something lies there by the newest listing, not marked as deleted.

        Else its owner has moved it, or wants it no more, and we remove nothing.
        """
        listing = self.ledger.drafts_listing(self.mailbox.account)
        known = () if listing is None else (draft for draft in listing.drafts if not draft.deleted)
        return any((d.place.uid_validity, d.place.uid) == (place.uid_validity, place.uid) for d in known)

    def _take_back(self, verdict: Verdict, draft: Draft, place: DraftPlace) -> Done:
        """Intend, remove, confirm: what we removed ourselves must never pass for thrown away by the owner."""
        now = _not_before(verdict.anchor, self.clock())
        self.ledger.settle(replace(draft, state=DraftState.RETIRING, since=now))
        to_trash = self.policy.drafting.retire_to is RetireTo.TRASH
        how = self.mailbox.take_back(place, draft.id, to_trash=to_trash)
        match how:
            case Retirement.TO_TRASH | Retirement.EXPUNGED:
                gone = replace(draft, state=DraftState.TAKEN_BACK, since=now, how=how.value)
                self.ledger.settle(gone)
                return Done(deed=Deed.TAKEN_BACK, verdict=verdict, draft=gone, how=how)
            case Retirement.TOUCHED | Retirement.UNABLE:
                left = replace(draft, state=DraftState.EDITED, since=now, how=how.value)
                self.ledger.settle(left)
                return Done(deed=Deed.LEFT, verdict=verdict, draft=left, how=how)
            case Retirement.NOT_THERE:
                self.ledger.settle(draft)
                return Done(deed=Deed.LEFT, verdict=verdict, draft=draft, how=how)


def _not_before(mail: Message | None, now: datetime) -> datetime:
    """The present moment; no earlier than the mail beside which a draft lay: the clock may have been set back."""
    return now if mail is None else max(now, written_at(mail))

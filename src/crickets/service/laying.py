"""
Laying one draft: intend → append → confirm, so that whatever breaks in between, it's sought before another is laid.

Knows the ports; whether the draft is wanted has been decided, a moment ago.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crickets.domain.evidence import FRESH
from crickets.domain.mailbox import DraftPlace, as_laid
from crickets.domain.message import MessageId
from crickets.domain.one_at_a_time import is_one_too_many
from crickets.domain.people import own_mail
from crickets.domain.policy import Policy
from crickets.domain.thread import Draft, DraftState
from crickets.errors import Refused
from crickets.service.live import accounts_looked_at, live_drafts
from crickets.service.ports import Clock, Ledger, Mailbox
from crickets.service.refusals import refused
from crickets.service.write import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Laying:
    """The means to lay a draft into one account's mailbox."""

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    clock: Clock

    def laid(self, new: Written, now: datetime) -> Draft | None:
        """
        A draft, laid; None if the day or the client has their fill, or what was read at `now` is too old by now.

        Another account may have intended one for this client since the last look. Each writes down its own first, so
        of two at the same moment one at least sees the other. A refusal by the server means that nothing was laid.
        """
        day, cap = self.policy.calendar.day_at(now), self.policy.tracking.max_new_drafts_per_day
        before = self._written_before(new.draft)
        draft = replace(new.draft, laid_at=now, since=now, place=self._next_place(), beside=before)
        if not self.ledger.intend(draft, day=day, cap=cap):
            return None
        if self._is_one_too_many(draft, now):
            self.ledger.settle(replace(draft, state=DraftState.ABANDONED, how="another to this client lives"))
            return None
        if not self._is_recent(now):
            self.ledger.settle(replace(draft, state=DraftState.ABANDONED, how="what it rested on had become old"))
            return None
        try:
            place = self.mailbox.append_draft(new.message, draft.id)
        except Refused as refusal:
            self.ledger.settle(refused(replace(draft, state=DraftState.ABANDONED), refusal))
            raise
        kept = None if place is None else replace(place, flags=as_laid(place.flags))
        laid = replace(draft, state=DraftState.LAID, place=kept)
        self.ledger.settle(laid)
        return laid

    def _is_one_too_many(self, draft: Draft, now: datetime) -> bool:
        """Whether as many drafts as the owner allows live for the client of this one, it being written down."""
        live = live_drafts(self.ledger, self.policy.owner, accounts_looked_at(self.ledger, now))
        return is_one_too_many(draft.thread, live, self.policy.tracking.max_live_drafts_per_client)

    def _is_recent(self, look: datetime) -> bool:
        """Whether a look still supports a draft: the machine may have slept since, or its clock have been set."""
        return timedelta(0) <= self.clock() - look <= FRESH

    def _written_before(self, draft: Draft) -> tuple[MessageId, ...]:
        """The owner's mail in its thread that is there before it: whatever that answers, it's none of its versions."""
        thread = self.ledger.thread(draft.thread)
        own = () if thread is None else own_mail(thread.messages, self.policy.owner)
        return tuple(mail.id for mail in own)

    def _next_place(self) -> DraftPlace | None:
        """Where the next draft can lie at the earliest, if the server says: by that it's seen if one came and went."""
        listing = self.ledger.drafts_listing(self.mailbox.account)
        state = None if listing is None else self.mailbox.examine(listing.folder)
        if listing is None or state is None or state.uid_next is None:
            return None
        return DraftPlace(folder=listing.folder, uid_validity=state.uid_validity, uid=state.uid_next, flags=frozenset())

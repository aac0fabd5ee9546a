"""
A draft of ours as a row, what lies in Drafts as a row, and both again.

Knows the columns of the tables of drafts; must not know any question asked of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from crickets.domain.mailbox import DraftPlace, ListedDraft, Uid, UidValidity
from crickets.domain.message import MessageId
from crickets.domain.notice import Ask
from crickets.domain.thread import Draft, DraftState, ThreadId
from crickets.domain.threading import kept_parents
from crickets.ledger.packing import Values, clean, packed, unpacked, unpacked_ids
from crickets.ledger.tables import DRAFTS, LISTED_DRAFTS

_CACHED = 4096
"""How many drafts that lie there are kept unpacked: they're asked for with each pass, and are seldom others."""

DRAFT = (
    DRAFTS.c.id,
    DRAFTS.c.plan,
    DRAFTS.c.step,
    DRAFTS.c.attempt,
    DRAFTS.c.parent,
    DRAFTS.c.to,
    DRAFTS.c.subject,
    DRAFTS.c.laid_at,
    DRAFTS.c.state,
    DRAFTS.c.since,
    DRAFTS.c.place,
    DRAFTS.c.digest,
    DRAFTS.c.wording,
    DRAFTS.c.sent_as,
    DRAFTS.c.beside,
    DRAFTS.c.asks,
    DRAFTS.c.how,
    DRAFTS.c.sure,
)
"""What must be selected for `draft_of`, in its order."""


def draft_values(draft: Draft) -> Values:
    """The columns of a draft, but for its numbers and its day."""
    return {
        "id": draft.id,
        "plan": draft.plan,
        "step": draft.step,
        "attempt": draft.attempt,
        "parent": draft.parent,
        "to": packed(draft.to),
        "subject": clean(draft.subject),
        "laid_at": draft.laid_at,
        "state": draft.state.value,
        "since": draft.since,
        "place": draft.place and _packed_place(draft.place),
        "digest": draft.digest,
        "wording": draft.wording,
        "sent_as": draft.sent_as,
        "beside": packed(draft.beside),
        "asks": packed(tuple(map(_packed_ask, draft.asks))),
        "how": clean(draft.how),
        "sure": int(draft.sure),
    }


def draft_of(row: Sequence[Any], thread: ThreadId) -> Draft:
    """The draft of a row that ends with the columns `DRAFT`."""
    own_id, plan, step, attempt, parent, to, subject, *rest = row[-len(DRAFT) :]
    laid_at, state, since, place, digest, wording, sent_as, beside, asks, how, sure = rest
    return Draft(
        id=MessageId(own_id),
        thread=thread,
        plan=plan,
        step=step,
        attempt=attempt,
        parent=MessageId(parent),
        to=unpacked(to),
        subject=subject,
        laid_at=laid_at,
        state=DraftState(state),
        since=since,
        place=place and _unpacked_place(place),
        digest=digest,
        wording=wording,
        sent_as=sent_as,
        beside=tuple(map(MessageId, unpacked(beside))),
        asks=tuple(map(_ask, unpacked(asks))),
        how=how,
        sure=bool(sure),
    )


def _packed_ask(ask: Ask) -> str:
    """Number, sum and due date; no sum looks like a date, by which what older versions kept without one is told."""
    due = "" if ask.due_on is None else f" {ask.due_on}"
    return f"{clean(ask.number)} {ask.outstanding}{due}"


def _ask(packed: str) -> Ask:
    """What a notice asks for, of its number, its sum and its due date; only the first may have a space."""
    known, _, last = packed.rpartition(" ")
    if not _DAY.fullmatch(last):
        return Ask(number=known, outstanding=Decimal(last))
    number, _, outstanding = known.rpartition(" ")
    return Ask(number=number, outstanding=Decimal(outstanding), due_on=date.fromisoformat(last))


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


LISTED = (
    LISTED_DRAFTS.c.place,
    LISTED_DRAFTS.c.id,
    LISTED_DRAFTS.c.parents,
    LISTED_DRAFTS.c.conversation,
    LISTED_DRAFTS.c.to,
    LISTED_DRAFTS.c.subject,
)
"""What must be selected for `listed_of`, in its order."""


def listed_values(draft: ListedDraft) -> Values:
    """The columns of a listed draft, but for its numbers."""
    return {
        "place": _packed_place(draft.place),
        "id": clean(draft.id),
        "parents": packed(kept_parents(draft.parents)),
        "conversation": clean(draft.conversation),
        "to": packed(draft.to),
        "subject": clean(draft.subject),
    }


def listed_of(row: Sequence[Any]) -> ListedDraft:
    """The listed draft of a row of `LISTED`."""
    return _listed(*row)


@lru_cache(maxsize=_CACHED)
def _listed(place: str, own_id: str, parents: str, conversation: str, to: str, subject: str) -> ListedDraft:
    return ListedDraft(
        place=_unpacked_place(place),
        id=MessageId(own_id),
        parents=unpacked_ids(parents),
        conversation=conversation,
        to=unpacked(to),
        subject=subject,
    )


def _packed_place(place: DraftPlace) -> str:
    flags = sorted(place.flags)
    return packed([place.folder, place.uid_validity, place.uid, flags, place.mod_sequence])


def _unpacked_place(packed: str) -> DraftPlace:
    folder, uid_validity, uid, flags, mod_sequence = json.loads(packed)
    return DraftPlace(
        folder=folder,
        uid_validity=UidValidity(uid_validity),
        uid=Uid(uid),
        flags=frozenset(flags),
        mod_sequence=mod_sequence,
    )

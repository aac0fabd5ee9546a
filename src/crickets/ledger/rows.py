"""
Facts as rows, and rows as facts again.

Knows the tables' columns and the domain's values; must not know any question asked of the ledger.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b
from typing import Any, cast

from sqlalchemy import Select, bindparam, func, select

from crickets.domain.mailbox import DraftPlace, FolderEvidence, ListedDraft, Uid, UidValidity
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.notice import Ask
from crickets.domain.thread import Draft, DraftState, Order, OrderKind, ThreadId
from crickets.domain.threading import kept_parents, written_at
from crickets.ledger.remarks import packed_remarks, unpacked_remarks
from crickets.ledger.tables import DRAFTS, FOLDERS, LISTED_DRAFTS, MESSAGES, ORDERS

_CACHED = 20_000
"""How many lists of addresses are kept unpacked: a mailbox has few people and many mails."""

_HASHED = 8_192
"""How many hashes are kept: the ids of a batch, which its answers name again and again, and the people of it."""

Values = dict[str, object]
"""The columns of one row to be."""


@lru_cache(maxsize=_HASHED)
def hashed(text: str) -> int:
    """A text as the 64 bits it's indexed by: a tenth of a Message-ID's room, and as good as never the same twice."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def hashed_bonds(bonds: Iterable[tuple[str, ...]]) -> Iterator[int]:
    """Bonds of people (`kinship.bonds`) as they're indexed."""
    return (hashed("\n".join(bond)) for bond in bonds)


def clean(text: str) -> str:
    """A text that SQLite takes as it is: without the NULs and half characters that broken mail leaves."""
    return text.replace("\0", "") if text.isascii() else text.encode("utf-8", "replace").decode().replace("\0", "")


def with_clean_ids(message: Message) -> Message:
    """The message under ids that can be sought again."""
    ids = (*message.ids, *message.parents)
    if all(each.isascii() and "\0" not in each for each in ids):
        return message
    return replace(
        message,
        id=MessageId(clean(message.id)),
        also_known_as=tuple(MessageId(clean(each)) for each in message.also_known_as),
        parents=tuple(MessageId(clean(each)) for each in message.parents),
    )


def among(name: str) -> Select[Any]:
    """For an ``IN``: the values of the parameter of this name, any number of them, `packed`."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


def packed(values: Iterable[str | int]) -> str:
    """Any number of values as one parameter: SQLite allows only so many."""
    return _packed(list(values))


# ------------------------------------------------------------------------------------------------ messages

LOOKED_INTO, TOO_LARGE = 1, 2
"""How a mail was opened, that may bring files along; 0 where it wasn't yet."""


def message_values(message: Message) -> Values:
    """The columns of a message, but for its numbers."""
    return {
        "id": message.id,
        "parents": _packed(kept_parents(message.parents)),
        "also_known_as": _packed(message.also_known_as),
        "conversation": clean(message.conversation),
        "thread_index": message.thread_index,
        "subject": clean(message.subject),
        "sender": packed_addresses((message.sender,)),
        "reply_to": packed_addresses(message.reply_to),
        "to": packed_addresses(message.to),
        "cc": packed_addresses(message.cc),
        "date": message.date,
        "received": message.received,
        "written_at": written_at(message),
        "kind": message.kind.value,
        "signals": _packed(message.signals),
        "to_list": int(message.to_list),
        "subaddresses": packed_addresses(message.subaddresses),
        "places": packed_places(message.places),
        "encloses": int(message.encloses),
        "files": _packed(tuple(map(clean, message.files))),
        "remarks": None if message.remarks is None else packed_remarks(message.remarks),
    }


MESSAGE = (
    MESSAGES.c.id,
    MESSAGES.c.parents,
    MESSAGES.c.also_known_as,
    MESSAGES.c.conversation,
    MESSAGES.c.thread_index,
    MESSAGES.c.subject,
    MESSAGES.c.sender,
    MESSAGES.c.reply_to,
    MESSAGES.c.to,
    MESSAGES.c.cc,
    MESSAGES.c.date,
    MESSAGES.c.received,
    MESSAGES.c.kind,
    MESSAGES.c.signals,
    MESSAGES.c.to_list,
    MESSAGES.c.subaddresses,
    MESSAGES.c.places,
    MESSAGES.c.encloses,
    MESSAGES.c.files,
    MESSAGES.c.opened,
    MESSAGES.c.refused,
    MESSAGES.c.remarks,
)
"""What must be selected for `message_of`, in its order."""


def message_of(row: Sequence[Any]) -> Message:
    """The message of a row that ends with the columns `MESSAGE`."""
    own_id, parents, aliases, conversation, thread_index, subject, *rest = row[-len(MESSAGE) :]
    sender, reply_to, to, cc, date, received, kind, signals, to_list, subaddresses, *last = rest
    places, encloses, files, opened, refused, remarks = last
    return Message(
        id=MessageId(own_id),
        parents=_unpacked_ids(parents),
        also_known_as=_unpacked_ids(aliases),
        conversation=conversation,
        thread_index=thread_index,
        subject=subject,
        sender=unpacked_addresses(sender)[0],
        reply_to=unpacked_addresses(reply_to),
        to=unpacked_addresses(to),
        cc=unpacked_addresses(cc),
        date=date,
        received=received,
        kind=_KINDS[kind],
        signals=unpacked(signals),
        to_list=bool(to_list),
        subaddresses=unpacked_addresses(subaddresses),
        places=unpacked_places(places),
        encloses=bool(encloses),
        files=unpacked(files),
        too_large=opened == TOO_LARGE,
        refused=unpacked(refused),
        remarks=None if remarks is None else unpacked_remarks(remarks),
    )


_KINDS = {kind.value: kind for kind in Kind}


def packed_places(places: Iterable[Role]) -> str:
    """Roles as one text."""
    return " ".join(sorted(role.value for role in places))


@lru_cache(maxsize=512)
def unpacked_places(packed: str) -> frozenset[Role]:
    """The roles again."""
    return frozenset(Role(value) for value in packed.split())


# ---------------------------------------------------------------------------------------------- folders

EVIDENCE = (
    FOLDERS.c.name,
    FOLDERS.c.role,
    FOLDERS.c.uid_validity,
    FOLDERS.c.last_uid,
    FOLDERS.c.whole,
    FOLDERS.c.read_at,
    FOLDERS.c.problem,
    FOLDERS.c.gaps,
    FOLDERS.c.held,
    FOLDERS.c.levels,
    FOLDERS.c.mod_sequence,
    FOLDERS.c.uid_next,
)
"""What must be selected for `evidence_of`, in its order."""


def evidence_values(evidence: FolderEvidence) -> Values:
    """The columns of a folder's evidence, but for its numbers and its name."""
    return {
        "role": evidence.role.value,
        "uid_validity": evidence.uid_validity,
        "last_uid": evidence.last_uid,
        "whole": int(evidence.whole),
        "read_at": evidence.read_at,
        "problem": clean(evidence.problem),
        "gaps": " ".join(str(uid) for uid in evidence.gaps),
        "held": evidence.held,
        "levels": _packed(tuple(map(clean, evidence.levels))),
        "mod_sequence": evidence.mod_sequence,
        "uid_next": evidence.uid_next,
    }


def evidence_of(row: Sequence[Any]) -> FolderEvidence:
    """The evidence of a row of `EVIDENCE`."""
    name, role, uid_validity, last_uid, whole, read_at, problem, gaps, held, levels, mod_sequence, uid_next = row
    return FolderEvidence(
        folder=name,
        role=Role(role),
        uid_validity=UidValidity(uid_validity),
        last_uid=Uid(last_uid),
        whole=bool(whole),
        read_at=read_at,
        problem=problem,
        gaps=tuple(Uid(int(uid)) for uid in gaps.split()),
        held=held,
        levels=unpacked(levels),
        mod_sequence=mod_sequence,
        uid_next=None if uid_next is None else Uid(uid_next),
    )


# ------------------------------------------------------------------------------------- drafts and orders

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
        "to": _packed(draft.to),
        "subject": clean(draft.subject),
        "laid_at": draft.laid_at,
        "state": draft.state.value,
        "since": draft.since,
        "place": draft.place and _packed_place(draft.place),
        "digest": draft.digest,
        "wording": draft.wording,
        "sent_as": draft.sent_as,
        "beside": _packed(draft.beside),
        "asks": _packed(tuple(map(_packed_ask, draft.asks))),
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


ORDER = (
    ORDERS.c.kind,
    ORDERS.c.at,
    ORDERS.c.until,
    ORDERS.c.plan,
    ORDERS.c.step,
    ORDERS.c.by,
    ORDERS.c.source,
)
"""What must be selected for `order_of`, in its order."""


def order_values(order: Order) -> Values:
    """The columns of an order, but for its numbers."""
    assert order.wait is None  # a wait is ordered by mail, and worked out from that each time
    return {
        "kind": order.kind.value,
        "at": order.at,
        "until": order.until,
        "plan": order.plan,
        "step": order.step,
        "by": clean(order.by),
        "source": order.source,
    }


def order_of(row: Sequence[Any]) -> Order:
    """The order of a row that ends with the columns `ORDER`."""
    kind, at, until, plan, step, by, source = row[-len(ORDER) :]
    return Order(kind=OrderKind(kind), at=at, until=until, plan=plan, step=step, by=by, source=source)


# ---------------------------------------------------------------------------------------- what is listed

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
        "parents": _packed(kept_parents(draft.parents)),
        "conversation": clean(draft.conversation),
        "to": _packed(draft.to),
        "subject": clean(draft.subject),
    }


def listed_of(row: Sequence[Any]) -> ListedDraft:
    """The listed draft of a row of `LISTED`."""
    place, own_id, parents, conversation, to, subject = row
    return ListedDraft(
        place=_unpacked_place(place),
        id=MessageId(own_id),
        parents=_unpacked_ids(parents),
        conversation=conversation,
        to=unpacked(to),
        subject=subject,
    )


# --------------------------------------------------------------------------------------------- in a column


def _packed(values: Sequence[object]) -> str:
    # Plain ASCII: half characters, which SQLite refuses, go in and come out as they are.
    return _json(values) if values else "[]"


_json = json.JSONEncoder(separators=(",", ":")).encode


def unpacked(packed: str) -> tuple[str, ...]:
    """The texts of one parameter or column again."""
    return tuple(_parsed(packed)[0]) if packed != "[]" else ()


_parsed = json.JSONDecoder().raw_decode


def _unpacked_ids(packed: str) -> tuple[MessageId, ...]:
    return cast("tuple[MessageId, ...]", unpacked(packed))


def packed_addresses(addresses: tuple[Address, ...]) -> str:
    """Addresses as one text."""
    return _packed_addresses(addresses) if addresses else "[]"


@lru_cache(maxsize=_CACHED)
def _packed_addresses(addresses: tuple[Address, ...]) -> str:
    return _packed([(address.name, address.email) for address in addresses])


@lru_cache(maxsize=_CACHED)
def unpacked_addresses(packed: str) -> tuple[Address, ...]:
    """The addresses of such a text."""
    return tuple(Address(name=name, email=email) for name, email in json.loads(packed))


def _packed_place(place: DraftPlace) -> str:
    flags = sorted(place.flags)
    return _packed([place.folder, place.uid_validity, place.uid, flags, place.mod_sequence])


def _unpacked_place(packed: str) -> DraftPlace:
    folder, uid_validity, uid, flags, mod_sequence = json.loads(packed)
    return DraftPlace(
        folder=folder,
        uid_validity=UidValidity(uid_validity),
        uid=Uid(uid),
        flags=frozenset(flags),
        mod_sequence=mod_sequence,
    )

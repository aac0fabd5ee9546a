"""
A mail's header block, made the facts that decisions need.

Knows which field becomes which fact; must not know servers or storage. Never raises, for any bytes.
"""

from __future__ import annotations

import re
from datetime import UTC

from crickets.domain.mailbox import DraftPlace, ListedDraft, RawHeader, UidValidity
from crickets.domain.message import WRITTEN, Address, Kind, Message, MessageId, Role
from crickets.reading.header.addresses import addresses_of, sender_of
from crickets.reading.header.dates import date_of
from crickets.reading.header.fields import Fields, fields_of
from crickets.reading.header.identifiers import id_of, ids_of, invented_id, parents_of
from crickets.reading.header.thread_index import conversation_of
from crickets.reading.kinds.in_header import verdict_of

_OTHER_IDS = ("x-microsoft-original-message-id", "x-google-original-message-id")
"""Where a provider that gave a mail a new id keeps the one it had."""

_NO_DRAFTS = frozenset({Role.SENT, Role.TRASH, Role.JUNK})
"""Where `\\Draft` says nothing: clients that move a draft there leave the flag on it."""

_DELIVERED_TO = ("delivered-to", "x-original-to", "envelope-to", "x-delivered-to")
"""Where the server that delivers a copy notes whom to: Postfix, qmail and Gmail; Postfix; Exim; Fastmail."""

_SENT_TO = ("bcc", *_DELIVERED_TO)

_UNSENT = WRITTEN | {Role.TRASH}
"""Where a version may lie that was never sent so: what stands in its Bcc says nothing."""

_MOST_SUBADDRESSES = 10
_MAY_HOLD_DETAIL = re.compile(rb"\+|=\?")
"""A detail stands behind a plus, unless all of it is encoded."""

_MAY_ENCLOSE = frozenset({"multipart/mixed", "multipart/signed", "multipart/alternative", "multipart/related"})

_WANTS_REPORT = frozenset({Kind.BOUNCE, Kind.DELAY})


def message_of(raw: RawHeader, *, role: Role) -> Message:
    """The facts of a mail whose header lies in a folder of that role; any bytes have some."""
    fields = fields_of(raw.header)
    own = _id(fields, raw)
    sender, subject = _sender(fields), fields.text("subject")
    verdict = verdict_of(fields, sender, subject)
    place = _place(raw, role)
    return Message(
        id=own,
        parents=_without(own, _parents(fields, posted=verdict.to_list)),
        also_known_as=_without(own, _other_ids(fields)),
        conversation=raw.conversation,
        thread_index=conversation_of(fields.first("thread-index")),
        subject=subject,
        sender=sender,
        reply_to=addresses_of(fields.first("reply-to")),
        to=_all_addresses(fields, "to"),
        cc=_all_addresses(fields, "cc"),
        date=date_of(fields.first("date")),
        received=raw.internal_date.astimezone(UTC),
        kind=verdict.kind,
        signals=verdict.signals,
        to_list=verdict.to_list,
        subaddresses=_subaddresses(fields, place),
        places=frozenset({place}),
        encloses=_encloses(fields),
    )


def listed_draft_of(raw: RawHeader, *, folder: str, uid_validity: UidValidity) -> ListedDraft:
    """What is known of a message in the Drafts folder, and where exactly it lies."""
    fields = fields_of(raw.header)
    recipients = (*_all_addresses(fields, "to"), *_all_addresses(fields, "cc"))
    return ListedDraft(
        place=DraftPlace(
            folder=folder,
            uid_validity=uid_validity,
            uid=raw.uid,
            flags=raw.flags,
            mod_sequence=raw.mod_sequence,
        ),
        id=_id(fields, raw),
        parents=_parents(fields, posted=False),
        conversation=raw.conversation,
        to=tuple(address.email for address in recipients),
        subject=fields.text("subject"),
    )


def needs_report(message: Message) -> bool:
    """Whether only the body tells what a mail is: a report that may be of a failure, a delay or a success."""
    return message.kind in _WANTS_REPORT


def _id(fields: Fields, raw: RawHeader) -> MessageId:
    """Its Message-ID, or one made of what every copy of it shares."""
    return id_of(fields.first("message-id")) or invented_id(
        (
            fields.first("date") or raw.internal_date.astimezone(UTC).isoformat().encode(),
            fields.first("from"),
            fields.first("to"),
            fields.first("subject"),
        )
    )


def _encloses(fields: Fields) -> bool:
    """
    Whether a mail may bring files along (RFC 2046 §5.1, RFC 8551 §3.5): all but a text without a file's name.

    Apple's Mail lays files inside of a multipart/alternative.
    """
    media_type = fields.word("content-type")
    return (
        media_type in _MAY_ENCLOSE or media_type.startswith("application/") or b"name=" in fields.first("content-type")
    )


def _without(own: MessageId, ids: tuple[MessageId, ...]) -> tuple[MessageId, ...]:
    return tuple(one for one in ids if one != own) if own in ids else ids


def _other_ids(fields: Fields) -> tuple[MessageId, ...]:
    """Other ids of the same mail; a second Message-ID, where one is allowed (RFC 5322 §3.6), is one too."""
    again = fields.every("message-id")[1:2] if len(fields.by_name.get("message-id", ())) > 1 else ()
    if not again and fields.by_name.keys().isdisjoint(_OTHER_IDS):
        return ()
    found = (one for value in (*again, *map(fields.first, _OTHER_IDS)) for one in ids_of(value)[:1])
    return tuple(dict.fromkeys(found))


def _parents(fields: Fields, *, posted: bool) -> tuple[MessageId, ...]:
    return parents_of(fields.first("references"), fields.first("in-reply-to"), posted=posted)


def _sender(fields: Fields) -> Address:
    """The author (RFC 5322 §3.6.2), or who else may have been; an empty address if nobody is named."""
    for name in ("from", "sender", "reply-to", "return-path"):
        address = sender_of(fields.first(name))
        if address:
            return address
    return Address(email="")


def _all_addresses(fields: Fields, name: str) -> tuple[Address, ...]:
    """The mailboxes of a field that should stand once and sometimes stands twice, each address once."""
    if name not in fields:
        return ()
    is_alone = len(fields.by_name[name]) == 1
    found = addresses_of(fields.first(name) if is_alone else b", ".join(fields.every(name)[:20]))
    return found if len(found) < 2 else tuple({address.key: address for address in reversed(found)}.values())[::-1]


def _subaddresses(fields: Fields, place: Role) -> tuple[Address, ...]:
    """
    The addresses with a detail that this copy went to, beside To and Cc; the rest of them is nobody's business.

    The sender's copy keeps Bcc (or loses it, RFC 5322 §3.6.3), the one that arrives is noted by the server.
    """
    names = _DELIVERED_TO if place in _UNSENT else _SENT_TO
    noting = [name for name in names if name in fields and any(map(_MAY_HOLD_DETAIL.search, fields.by_name[name]))]
    if not noting:
        return ()
    noted = (address for name in noting for address in _all_addresses(fields, name))
    found = (address for address in noted if "+" in address.email.rpartition("@")[0])
    return tuple({address.key: address for address in found}.values())[:_MOST_SUBADDRESSES]


def _place(raw: RawHeader, role: Role) -> Role:
    """The role of where it lies; a draft outside Drafts is a draft still, unless it was sent or thrown away."""
    if raw.left_behind:
        return Role.TRASH  # an answer would count there too, should it ever be mistaken for such
    return Role.DRAFTS if raw.draft and role not in _NO_DRAFTS else role

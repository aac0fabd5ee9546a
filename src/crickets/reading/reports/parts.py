"""
What the parts of a report say that are written for programs.

Knows RFC 3464 and 6533 (delivery), 8098 (reading), 5965 (abuse), 6522 (the report around them) and Amazon's
notifications; must not know words written for people, nor whose mail it was. Never raises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from crickets.domain.message import Kind, MessageId
from crickets.reading.body.mime import Part
from crickets.reading.header.fields import Fields, fields_of
from crickets.reading.header.identifiers import id_of

_RECIPIENTS_LIMIT = 200
_HEADER_LIMIT = 64 * 1024

_ACTIONS = {
    "failed": Kind.BOUNCE,
    "delayed": Kind.DELAY,
    "delivered": Kind.RECEIPT,
    "relayed": Kind.RECEIPT,
    "expanded": Kind.RECEIPT,
}
"""RFC 3464 §2.3.3. "failed" is final, even where the status is of the kind that may pass (4.x)."""
_CLASSES = {"5": Kind.BOUNCE, "4": Kind.DELAY, "2": Kind.RECEIPT}
"""RFC 3463 §3.1, for reports without an action."""

_STATUS_PART = re.compile(r"message/(?:x-?|global-)?delivery-status\Z")
_DISPOSITION_PART = re.compile(r"message/(?:global-)?disposition-notification\Z")
_ABUSE_PART = "message/feedback-report"
_RETURNED_PARTS = frozenset(
    {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers"}
)
"""Where a report gives the mail back, whole or by its header (RFC 6522 §3, 6533 §3)."""
_REPORT = "multipart/report"

_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")

_AMAZON = re.compile(r"\"(?:notificationType|eventType)\\?\"")
_AMAZON_KINDS = {
    "Bounce": Kind.BOUNCE,
    "Reject": Kind.BOUNCE,
    "DeliveryDelay": Kind.DELAY,
    "Delivery": Kind.RECEIPT,
    "Complaint": Kind.BULK,
}
"""Amazon SES by way of SNS, whose mails hold JSON. A "Transient" bounce is final for this mail all the same."""
_AMAZON_LISTS = ("bouncedRecipients", "delayedRecipients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """
    What became of a mail for one recipient, how that is told, and the addresses as they are written there.

    `formal` says that it stood in a report's own part, rather than in a file that anybody may have attached.
    `refusal` marks a notice on reading that says "deleted", which is how RFC 5429 §2.2.1 lets a filter refuse a mail.
    """

    kind: Kind
    shown: str
    addresses: tuple[str, ...] = ()
    formal: bool = True
    refusal: bool = False


def outcomes_of(parts: Iterable[Part]) -> tuple[Outcome, ...]:
    """What a mail's parts report of its recipients, at most 200, in their order."""
    return tuple(islice((outcome for part in parts for outcome in _of_part(part)), _RECIPIENTS_LIMIT))


def outcomes_in(block: bytes, *, formal: bool = True) -> Iterator[Outcome]:
    """What the fields of RFC 3464 §2.3 say, wherever they stand: of each recipient a block."""
    for recipient in islice(_BLANK_LINE.split(block), _RECIPIENTS_LIMIT):
        yield from _of_recipients(fields_of(recipient), formal=formal)


def returned_of(parts: Iterable[Part]) -> Fields | None:
    """The header of the mail that a report gives back in a part of its own, if it does."""
    returned = next((part for part in parts if part.type in _RETURNED_PARTS), None)
    return None if returned is None else fields_of(returned.octets(_HEADER_LIMIT))


def ids_named(parts: Iterable[Part]) -> Iterator[MessageId]:
    """The ids of the mail that a report is about, as its parts name them (RFC 8098 §3.2.5 for notices on reading)."""
    for part in parts:
        if part.type in _RETURNED_PARTS:
            written = fields_of(part.octets(_HEADER_LIMIT)).first("message-id")
        elif _DISPOSITION_PART.match(part.type):
            written = fields_of(part.octets(_HEADER_LIMIT).lstrip()).first("original-message-id")
        else:
            continue
        named = id_of(written) if written else None
        if named:
            yield named


def _of_part(part: Part) -> Iterator[Outcome]:
    formal = _REPORT in part.inside
    if _STATUS_PART.match(part.type):
        yield from outcomes_in(part.octets(), formal=formal)
    elif _DISPOSITION_PART.match(part.type):
        disposition = fields_of(part.octets().lstrip()).text("disposition").casefold()[:80]
        refusal = "deleted" in disposition or not disposition
        yield Outcome(kind=Kind.RECEIPT, shown=f"disposition: {disposition}", formal=formal, refusal=refusal)
    elif part.type == _ABUSE_PART:
        sort = fields_of(part.octets().lstrip()).word("feedback-type")[:40]
        yield Outcome(kind=Kind.BULK, shown=f"feedback-type: {sort}", formal=formal)
    elif part.type == "text/plain" and not part.inside:
        yield from _of_amazon(part)


def _of_recipients(fields: Fields, *, formal: bool) -> Iterator[Outcome]:
    """What a block says; some systems write those of several recipients without a blank line between them."""
    if "action" not in fields and "status" not in fields:
        return
    rows = zip_longest(*(_tokens(fields, name) for name in ("action", "status", "final-recipient")), fillvalue="")
    original = tuple(value.decode("utf-8", "replace") for value in fields.every("original-recipient"))
    for number, (action, status, final) in enumerate(rows):
        addresses = tuple(filter(None, (final, *original[number : number + 1])))
        kind = _ACTIONS.get(action.casefold())
        if kind:
            yield Outcome(kind=kind, shown=f"action: {action.casefold()}", addresses=addresses, formal=formal)
        elif status[:1] in _CLASSES:
            shown = f"status: {status[:20]}"
            yield Outcome(kind=_CLASSES[status[:1]], shown=shown, addresses=addresses, formal=formal)


def _tokens(fields: Fields, name: str) -> Sequence[str]:
    """A field's values; of an action or a status only the first word, for comments stand behind it."""
    values = (value.decode("utf-8", "replace").strip() for value in fields.every(name))
    return [value if name == "final-recipient" else re.split(r"[\s;(]", value, maxsplit=1)[0] for value in values]


def _of_amazon(part: Part) -> Iterator[Outcome]:
    text = part.text().lstrip()
    if not text.startswith("{") or not _AMAZON.search(text):
        return
    notice = _json(text)
    notice = _json(inner) if isinstance(inner := notice.get("Message"), str) else notice
    sort = notice.get("notificationType") or notice.get("eventType")
    if isinstance(sort, str) and sort in _AMAZON_KINDS:
        yield Outcome(kind=_AMAZON_KINDS[sort], shown=f"amazon ses: {sort.casefold()}", addresses=_amazon_named(notice))


def _json(text: str) -> Mapping[str, object]:
    """The object with which a text begins, or an empty one; mailers break lines within its strings."""
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _amazon_named(notice: Mapping[str, object]) -> tuple[str, ...]:
    details = [one for name in ("bounce", "deliveryDelay") if isinstance(one := notice.get(name), dict)]
    lists = [one for detail in details for name in _AMAZON_LISTS if isinstance(one := detail.get(name), list)]
    entries = (entry for one in lists for entry in one if isinstance(entry, dict))
    return tuple(entry["emailAddress"] for entry in entries if isinstance(entry.get("emailAddress"), str))

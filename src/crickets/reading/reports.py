"""
What a report on delivery says: given up, still trying, or done; and of which mail.

Knows RFC 3464, 6522, 6533 and 8098, and the words of systems that write none of them; must not know whose mail it
was. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crickets.domain.message import Address, Kind, MessageId
from crickets.reading.addresses import sender_of
from crickets.reading.bodies import body_of
from crickets.reading.fields import Fields, fields_of
from crickets.reading.identifiers import id_of
from crickets.reading.kinds import verdict_of
from crickets.reading.mime import Part, parts_of

Finding = tuple[Kind, str]
"""A kind and the signal that shows it."""

_REPORTS_LIMIT = 200
_TEXT_LIMIT = 6_000

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
_WORST_FIRST = (Kind.BOUNCE, Kind.DELAY, Kind.RECEIPT)
"""A report on several recipients counts by the worst."""

_STATUS_PARTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_DISPOSITION_PARTS = frozenset({"message/disposition-notification", "message/global-disposition-notification"})

_RETURNED_PARTS = frozenset(
    {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers"}
)
"""Where a report gives the mail back, whole or by its header (RFC 6522 §3, 6533 §3)."""
_HEADER_LIMIT = 64 * 1024

_RETURNED_ID = re.compile(
    rb"^[> \t]*message-id:[ \t]*(?:\r?\n[> \t]+)?(<[^<>\s]{1,998}>)", re.IGNORECASE | re.MULTILINE
)
"""The same in a text, where systems of old write what they give back (qmail, Exim)."""

_REPORTING = frozenset({Kind.BOUNCE, Kind.DELAY, Kind.RECEIPT})

_STILL_TRYING = re.compile(
    r"warning message only|do not need to re-?send|has not yet been delivered|not yet been able|not been delivered yet"
    r"|will (?:be retried|keep trying|continue (?:to try|trying|attempting)|retry|try again)|still being retried"
    r"|(?:delivery|message|mail) (?:has been |was |is )?(?:delayed|deferred)|delivery attempts will continue"
    r"|weiterhin versucht|noch nicht zugestellt|verzögert|ancora tent|non è (?:stato )?ancora"
    r"|nadal próbowa|opóźnion|sera (?:à nouveau )?tenté|retardé|se seguirá intentando|nog niet bezorgd|vertraagd",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"giving up|given up|permanent(?:ly)?[ -](?:fatal )?(?:error|failure|failed)|fatal error|could not be delivered"
    r"|(?:was|were) not delivered|undeliverable|delivery (?:has |to .{1,80} )?failed|user unknown"
    r"|no such (?:user|mailbox)|(?:does not|doesn't) exist|mailbox (?:unavailable|not found|is full)"
    r"|returned to (?:you|sender)"
    r"|\b5\.\d\.\d{1,3}\b|\b55[0-4][ -]|konnte nicht zugestellt|nicht zustellbar"
    r"|non è stato (?:possibile )?(?:consegnat|recapitat)"
    r"|nie został[ao]? dostarczon|n'a pas pu être|no se (?:pudo|ha podido) entregar|niet (?:worden )?bezorgd",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a mail reports, by which signals, and the id of the mail that it's about, where it gives that back."""

    kind: Kind
    signals: tuple[str, ...] = ()
    about: MessageId | None = None


def kind_of_report(raw: bytes) -> Report:
    """What a whole mail reports: by its machine-readable part, else by its header and words."""
    parts = tuple(parts_of(raw))
    kind, signals = _by_parts(parts) or _by_words(raw)
    return Report(kind=kind, signals=signals, about=_about(raw, parts) if kind in _REPORTING else None)


def _by_parts(parts: Iterable[Part]) -> tuple[Kind, tuple[str, ...]] | None:
    found = [finding for part in parts for finding in _findings(part)]
    kinds = {kind for kind, _ in found}
    worst = next((kind for kind in _WORST_FIRST if kind in kinds), None)
    return None if worst is None else (worst, tuple(dict.fromkeys(signal for _, signal in found)))


def _about(raw: bytes, parts: Iterable[Part]) -> MessageId | None:
    """The id of the first mail that a report gives back, in a part of its own or in its text; never the report's."""
    own = id_of(fields_of(raw).first("message-id"))
    return next((one for part in parts for one in _returned(part) if one != own), None)


def _returned(part: Part) -> Iterator[MessageId]:
    if part.type in _RETURNED_PARTS:
        written: Iterable[bytes] = (fields_of(part.octets(_HEADER_LIMIT)).first("message-id"),)
    elif part.type == "text/plain":
        written = (match[1] for match in _RETURNED_ID.finditer(part.octets(_HEADER_LIMIT)))
    else:
        return
    yield from (one for value in written if (one := id_of(value)))


def _findings(part: Part) -> Iterator[Finding]:
    if part.type in _DISPOSITION_PARTS:
        disposition = fields_of(part.octets()).text("disposition")
        yield Kind.RECEIPT, f"disposition: {disposition.casefold()[:80]}"
    elif part.type in _STATUS_PARTS:
        for block in re.split(rb"\r?\n[ \t]*\r?\n", part.octets())[:_REPORTS_LIMIT]:
            yield from _of_recipient(fields_of(block))


def _of_recipient(fields: Fields) -> Iterator[Finding]:
    """What a report says of one recipient (RFC 3464 §2.3)."""
    action, status = fields.word("action"), fields.word("status")
    kind = _ACTIONS.get(action.partition(" ")[0])
    if kind:
        yield kind, f"action: {action.partition(' ')[0]}"
    elif status[:1] in _CLASSES:
        yield _CLASSES[status[:1]], f"status: {status[:20]}"


def _by_words(raw: bytes) -> tuple[Kind, tuple[str, ...]]:
    """The header's verdict, with a failure told from a delay by what the text says first."""
    fields = fields_of(raw)
    verdict = verdict_of(fields, sender_of(fields.first("from")) or Address(email=""), fields.text("subject"))
    if verdict.kind not in {Kind.BOUNCE, Kind.DELAY}:
        return verdict.kind, verdict.signals
    text = body_of(raw).text[:_TEXT_LIMIT]
    trying, given_up = _STILL_TRYING.search(text), _GIVEN_UP.search(text)
    if trying and (not given_up or verdict.kind is Kind.DELAY or "warning message only" in trying[0].casefold()):
        return Kind.DELAY, (*verdict.signals, f"text: {trying[0].casefold()}")
    if given_up and not trying:
        return Kind.BOUNCE, (*verdict.signals, f"text: {given_up[0].casefold()[:60]}")
    return verdict.kind, verdict.signals

"""
What a report on delivery says: given up, still trying, or done; of which mail, and for whom.

Knows how the parts written for programs, the words written for people and the header bear each other out; how each
is read, the modules beside it know. Must not know whose mail it was. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crickets.domain.message import Address, Kind, MessageId
from crickets.domain.robots import is_robot
from crickets.domain.subject import is_reply
from crickets.reading.body.mime import Part
from crickets.reading.header.addresses import addresses_of, sender_of
from crickets.reading.header.fields import Fields, fields_of
from crickets.reading.header.identifiers import id_of
from crickets.reading.kinds.clues import ENOUGH, HINT, PROOF, STRONG, Clue, weighed
from crickets.reading.reports.parts import Outcome, ids_named, outcomes_in, outcomes_of, returned_of
from crickets.reading.reports.recipients import recipients_of
from crickets.reading.reports.words import DeliveryWords, copy_in, opens_as_report, own_words, refusal_in, said_in

_REPORTING = frozenset({Kind.BOUNCE, Kind.DELAY, Kind.RECEIPT})
_UNDELIVERED = frozenset({Kind.BOUNCE, Kind.DELAY})
_WORST_FIRST = (Kind.BOUNCE, Kind.DELAY, Kind.RECEIPT, Kind.BULK)
"""A report on several recipients counts by the worst."""

_HEADER_LIMIT = 64 * 1024
_SHOWN_LIMIT = 60
_AT_THE_START = 30
"""How far into a text a report may begin whose sender looks like a person: behind a "Hi." at most."""
_EARLY = 1_500
"""How far in where the sender is a machine: some give a letterhead, or a second language, first."""

_OFFICE = re.compile(
    r"(?:(?:sys|mail|e-?mail)[-_.]?)?(?:admin(?:istrator)?|system|server|gate(?:way)?|service|delivery|agent|robot)s?@"
    r"|(?:root|mta|smtp|mx|exchange|listserv|majordomo|mailman)@",
    re.IGNORECASE,
)
"""Whose address isn't a mail system's by name, but whose mail is where it is titled like one."""

_RETURNED_ID = re.compile(
    rb"^[> \t]*message-id:[ \t]*(?:\r?\n[> \t]+)?(<[^<>\s]{1,998}>)", re.IGNORECASE | re.MULTILINE
)
"""An id in a text, where systems of old write what they give back (qmail, Exim)."""
_ACTION_IN_TEXT = re.compile(
    r"^action:[ \t]*(?:failed|delayed|delivered|relayed|expanded)\b", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    What a mail reports.

    `about` is the id of the mail that it's about, where it gives that back, and `recipients` whom that didn't reach.
    `clues` are what the report's parts and words add to the header's.
    """

    about: MessageId | None = None
    recipients: tuple[str, ...] = ()
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mail:
    """A mail as far as a report shows in it."""

    fields: Fields
    parts: Sequence[Part]
    text: str
    header: Sequence[Clue]
    sender: Address
    subject: str

    def sum_of(self, kind: Kind) -> int:
        """What the header says for a kind, all in all."""
        return sum(clue.weight for clue in self.header if clue.kind is kind)

    @property
    def is_by_machine(self) -> bool:
        """Whether no person sent it."""
        return self.is_by_mail_system or is_robot(self.sender)

    @property
    def is_by_mail_system(self) -> bool:
        """Whether a mail system sent it, by its sender or by fields that only such a one writes."""
        is_titled = any(clue.kind is Kind.BOUNCE and clue.shown.startswith("subject:") for clue in self.header)
        has_office = is_titled and _OFFICE.match(self.sender.email)
        return bool(has_office) or not self.sender.email or any(map(_shows_mail_system, self.header))

    @property
    def has_null_path(self) -> bool:
        """Whether no report may be sent on it: it's one itself, or an automatic reply (RFC 5321 §4.5.5, 3834 §3.3)."""
        return self.fields.first("return-path").replace(b" ", b"") == b"<>"

    @property
    def is_answer(self) -> bool:
        """Whether it claims to answer a mail, or to hand one on; bounces of a few phone companies do (apache james)."""
        return is_reply(self.subject) or "in-reply-to" in self.fields

    @property
    def is_conversation(self) -> bool:
        """Whether a person may be answering or forwarding a report."""
        return self.is_answer and not self.is_by_machine


def report_of(*, fields: Fields, parts: Sequence[Part], text: str, header_clues: Sequence[Clue]) -> Report:
    """What a mail reports: by its machine-readable parts, else by its words as far as the header bears them out."""
    sender = sender_of(fields.first("from")) or Address(email="")
    mail = _Mail(
        fields=fields, parts=parts, text=text, header=header_clues, sender=sender, subject=fields.text("subject")
    )
    outcomes = _outcomes(mail)
    clues = tuple(_by_parts(mail, outcomes) if outcomes else _by_words(mail))
    kind = weighed((*header_clues, *clues))
    return Report(
        about=_about(mail) if kind in _REPORTING else None,
        recipients=_recipients(mail, kind, outcomes) if kind in _UNDELIVERED else (),
        clues=clues,
    )


def _outcomes(mail: _Mail) -> tuple[Outcome, ...]:
    """What its parts say, or fields like theirs in its text; what a person attached to an answer says nothing."""
    found = tuple(one for one in outcomes_of(mail.parts) if one.formal or not mail.is_conversation)
    if found or not mail.is_by_machine:
        return found
    words = own_words(mail.text)
    return tuple(outcomes_in(words.encode())) if _ACTION_IN_TEXT.search(words) else ()


def _by_parts(mail: _Mail, outcomes: Sequence[Outcome]) -> Iterator[Clue]:
    kinds = {outcome.kind for outcome in outcomes}
    worst = next(kind for kind in _WORST_FIRST if kind in kinds)
    if worst is Kind.RECEIPT and any(outcome.refusal for outcome in outcomes):
        refusal = refusal_in(mail.fields.text("auto-submitted"), mail.subject, mail.text)
        if refusal:
            yield from _settled(mail, Kind.BOUNCE, f"refusal: {refusal}")
            return
    for shown in dict.fromkeys(outcome.shown for outcome in outcomes):
        yield from _settled(mail, worst, shown)


def _settled(mail: _Mail, kind: Kind, shown: str, weight: int = PROOF) -> Iterator[Clue]:
    """A clue for a kind, and what takes back the header's word for other kinds of report."""
    yield Clue(kind=kind, weight=weight, shown=shown)
    for other in _REPORTING - {kind}:
        if mail.sum_of(other) > 0:
            yield Clue(kind=other, weight=-mail.sum_of(other) - PROOF, shown=shown)


def _by_words(mail: _Mail) -> Iterator[Clue]:
    """What its text adds: which report it is where the header shows one, else whether it is one at all."""
    claimed = max(map(mail.sum_of, _UNDELIVERED))
    if mail.sum_of(Kind.RECEIPT) >= ENOUGH or (claimed < ENOUGH and mail.sum_of(Kind.RECEIPT) > 0):
        yield from _of_receipt(mail, said_in(mail.text))
    elif claimed >= ENOUGH:
        said = said_in(mail.text)
        yield from _doubts(mail) if _is_doubtful(mail, said) else _told_apart(mail, said)
    elif not mail.is_conversation and _is_worth_reading(mail, claimed):
        yield from _found(mail, said_in(mail.text))


def _is_worth_reading(mail: _Mail, claimed: int) -> bool:
    """Whether its words could show a report at all: most people's mail is spared the search."""
    is_hinted_at = claimed > 0 or mail.is_by_machine or mail.has_null_path
    return is_hinted_at or opens_as_report(mail.text, _AT_THE_START) or returned_of(mail.parts) is not None


def _is_doubtful(mail: _Mail, said: DeliveryWords) -> bool:
    """Whether nothing bears out a header that claims a report: people title mail "Delayed", postmasters answer."""
    is_certain = any(clue.weight >= ENOUGH for clue in mail.header if clue.kind is Kind.BOUNCE)
    if is_certain or mail.has_null_path:
        return False
    if mail.is_by_mail_system:
        return mail.is_answer and not (said.failed or said.final or said.trying or said.warning or said.transcript)
    return not (said.opening or said.warning or said.transcript or _gives_back(mail))


def _doubts(mail: _Mail) -> Iterator[Clue]:
    for kind in _UNDELIVERED:
        if mail.sum_of(kind) > 0:
            yield Clue(kind=kind, weight=-PROOF, shown="text: no word of delivery")


def _told_apart(mail: _Mail, said: DeliveryWords) -> Iterator[Clue]:
    """Which report it is; a title that says "delayed" gives way to nothing but a word that is final."""
    kind, phrase = _kind_by(said)
    is_titled_delay = mail.sum_of(Kind.DELAY) >= ENOUGH
    if kind is Kind.BOUNCE and is_titled_delay and not said.final:
        return
    if kind is not None:
        yield from _settled(mail, kind, _told(phrase), weight=STRONG)


def _of_receipt(mail: _Mail, said: DeliveryWords) -> Iterator[Clue]:
    """A receipt's words; a notice on reading that came without its part may be a filter's refusal all the same."""
    refusal = refusal_in(mail.fields.text("auto-submitted"), mail.subject) if mail.is_by_machine else ""
    if refusal:
        yield from _settled(mail, Kind.BOUNCE, f"refusal: {refusal}")
    elif said.arrived:
        yield Clue(kind=Kind.RECEIPT, weight=HINT, shown=_told(said.arrived))


def _kind_by(said: DeliveryWords) -> tuple[Kind | None, str]:
    """What the words say, the more definite ones first."""
    ranking: tuple[tuple[Kind, str], ...] = (
        (Kind.DELAY, said.warning),
        (Kind.BOUNCE, said.final),
        (Kind.DELAY, said.trying),
        (Kind.BOUNCE, said.failed),
        (Kind.RECEIPT, said.arrived if not said.transcript else ""),
    )
    return next(((kind, phrase) for kind, phrase in ranking if phrase), (None, ""))


def _found(mail: _Mail, said: DeliveryWords) -> Iterator[Clue]:
    """What speaks for a report that its header doesn't show to be one; its hints of a bounce hold for a delay too."""
    evidence = () if said.challenge else tuple(_evidence(mail, said))
    kind = Kind.DELAY if _kind_by(said)[0] is Kind.DELAY else Kind.BOUNCE
    for weight, shown in evidence:
        yield Clue(kind=kind, weight=weight, shown=shown)
    if evidence and kind is Kind.DELAY and mail.sum_of(Kind.BOUNCE) > 0:
        yield Clue(kind=kind, weight=mail.sum_of(Kind.BOUNCE), shown=evidence[0][1])


def _evidence(mail: _Mail, said: DeliveryWords) -> Iterator[tuple[int, str]]:
    """
    What in a mail shows a report, how strongly, and how it's told.

    A person who complains of a failure names it and quotes codes too, and so do logs that a robot sends: from those
    only a report's own opening counts, or a failure together with the reader's own mail given back.
    """
    failure = said.warning or said.final or said.trying or said.failed
    gives_back = bool(failure) and _gives_back(mail)
    is_by_system = mail.is_by_mail_system or bool(failure and said.transcript and mail.has_null_path)
    if 0 <= said.opens_at <= (_EARLY if mail.is_by_machine else _AT_THE_START) and (failure or said.transcript):
        yield ENOUGH, _told(said.opening)
    if gives_back:
        yield HINT, "gives the mail back"
    if failure and (gives_back or is_by_system):
        yield HINT, _told(failure)
    if said.transcript and is_by_system:
        yield HINT, _told(said.transcript)


def _shows_mail_system(clue: Clue) -> bool:
    """Whether a clue of the header shows a mail system: people take up its titles, vacation programs its null path."""
    return clue.kind is Kind.BOUNCE and clue.weight > 0 and not clue.shown.startswith(("subject:", "return-path:"))


def _told(phrase: str) -> str:
    return f"text: {phrase[:_SHOWN_LIMIT]}"


def _gives_back(mail: _Mail) -> bool:
    """Whether it brings a mail of the reader's own."""
    returned = _returned(mail)
    if returned is None:
        return False
    readers = {address.key for name in ("to", "delivered-to") for address in addresses_of(mail.fields.first(name))}
    authors = {address.key for name in ("from", "return-path") for address in addresses_of(returned.first(name))}
    return bool(readers & authors) or mail.is_by_machine


def _returned(mail: _Mail) -> Fields | None:
    """The header of the mail given back, in a part of its own or in the text."""
    copy = copy_in(mail.text)
    return returned_of(mail.parts) or (fields_of(copy.encode()) if copy else None)


def _about(mail: _Mail) -> MessageId | None:
    """The id of the first mail that a report gives back, in a part of its own or in its text; never the report's."""
    own = id_of(mail.fields.first("message-id"))
    return next((one for one in (*ids_named(mail.parts), *_ids_in_texts(mail.parts)) if one != own), None)


def _ids_in_texts(parts: Iterable[Part]) -> Iterator[MessageId]:
    texts = (part.octets(_HEADER_LIMIT) for part in parts if part.type == "text/plain")
    yield from (one for text in texts for match in _RETURNED_ID.finditer(text) if (one := id_of(match[1])))


def _recipients(mail: _Mail, kind: Kind, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Whom the mail didn't reach: of a report on several, those for whom it says so."""
    written = [address for outcome in outcomes if outcome.kind is kind for address in outcome.addresses]
    return recipients_of(written, fields=mail.fields, words=own_words(mail.text), returned=_returned(mail))

"""
From a decision to the bytes of a draft: fetch what the next mail needs to know, and have it written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, islice

from crickets.domain.followup import FollowUp, follow_up
from crickets.domain.letter import Letter, Voice
from crickets.domain.mailbox import Uid, UidValidity
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.people import own_ids
from crickets.domain.policy import Policy
from crickets.domain.thread import Draft
from crickets.domain.threading import written_at
from crickets.domain.verdict import LayDraft, Verdict
from crickets.errors import ConfigError, Refused, Surprise
from crickets.reading import (
    habitual_signature,
    letter_of,
    letter_with_look,
    may_end_in_a_habit,
    voice_of,
    without_law,
)
from crickets.service.enclose import Unwritable, attached
from crickets.service.ports import Ledger, Mailbox
from crickets.service.settle import digest_of
from crickets.service.whole_mail import beginnings_of
from crickets.service.wording import LETTER_OCTETS, wording_of
from crickets.writing import Shelf, message_id_for, write_draft

_WRITE_BY_HAND = "Write this one by hand, or `crickets stop` the thread."
_OWN_LETTERS = 4
_CLIENT_LETTERS = 2
_LOOKED_THROUGH = 30
_OTHER_LETTERS = 5
_LOOKED_THROUGH_OF_ALL = 100
"""Of a person's own mail, most is what others wrote to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A draft before it's laid: what the ledger keeps of it, and its bytes."""

    draft: Draft
    message: bytes


def written(
    verdict: Verdict, lay: LayDraft, *, mailbox: Mailbox, ledger: Ledger, policy: Policy, shelf: Shelf, now: datetime
) -> Written:
    """The draft that carries out a decision, in the owner's voice; the same decision gives the same Message-ID."""

    def identify(domain: str) -> MessageId:
        seed = (verdict.account, verdict.thread, lay.plan, str(lay.step), lay.parent.id, str(lay.attempt))
        return message_id_for("\0".join(seed), domain)

    mail = follow_up(lay, verdict=verdict, policy=policy, now=now, identify=identify)
    letters = Letters(mailbox=mailbox, ledger=ledger, policy=policy)
    anchor = letters.of(lay.parent)
    voice = letters.voice_for(mail, anchor, silent=verdict.client)
    answered = letters.of(lay.answered)
    enclosures = () if lay.demand is None else lay.demand.enclosures
    attachments = attached(enclosures, mailbox, ledger)
    try:
        message = write_draft(mail, voice, anchor, policy.owner.name, shelf, attachments, answered=answered)
    except (ValueError, ConfigError) as err:
        raise Unwritable(f"the draft to {mail.contact} can't be written: {err}", remedy=_WRITE_BY_HAND) from err
    return Written(draft=_draft(verdict, lay, mail, message, now), message=message)


def _draft(verdict: Verdict, lay: LayDraft, mail: FollowUp, message: bytes, now: datetime) -> Draft:
    return Draft(
        id=mail.id,
        thread=verdict.thread,
        plan=lay.plan,
        step=lay.step,
        attempt=lay.attempt,
        parent=lay.parent.id,
        to=tuple(a.key for a in mail.to),
        subject=mail.subject,
        laid_at=now,
        since=now,
        digest=digest_of(message),
        wording=wording_of(message),
        asks=() if lay.demand is None else lay.demand.asks,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The bodies of mails, fetched where they lie, each once: the one that is quoted shows the voice too."""

    mailbox: Mailbox
    ledger: Ledger
    policy: Policy
    _found: dict[MessageId, bytes | None] = field(default_factory=dict, init=False)
    _read: dict[tuple[MessageId, str], Letter] = field(default_factory=dict, init=False)

    def of(self, message: Message) -> Letter:
        """What a mail says; empty if it lies nowhere any more, or the server can't show it."""
        body = self._anywhere(message)
        return Letter() if body is None else letter_of(body)

    def sent(self, message: Message, *, signature: str = "") -> Letter:
        """
        The same of a mail of the owner's, with its look; only of one in Sent, where no forged one comes.

        A copy that lies elsewhere has come through servers, which may add a disclaimer: they would do so again.
        `signature` is what letters of theirs are known to end with.
        """
        known = message.id, signature
        if known not in self._read:
            self._read[known] = self._sent(message, signature)
        return self._read[known]

    def _sent(self, message: Message, signature: str) -> Letter:
        if Role.SENT not in message.places:
            letter = self.of(message)
            return replace(letter, signature=without_law(letter.signature))
        body = self._anywhere(message)
        return Letter() if body is None else letter_with_look(body, signature=signature)

    def voice_for(self, mail: FollowUp, anchor: Letter, *, silent: Address | None = None) -> Voice:
        """
        How the two write to each other in the language of the mail that is followed up, or the one asked for.

        `silent` is the address to which the owner wrote, where the client has written from another since.
        """
        exchanged = self.exchanged_with(mail.contact, mail.sender, silent=silent)
        return voice_of(*exchanged, language=mail.language or anchor.language, greeting=mail.greeting)

    def exchanged_with(
        self, client: Address, identity: Address, *, silent: Address | None = None
    ) -> tuple[tuple[Letter, ...], tuple[Letter, ...]]:
        """
        The newest of the owner's letters to a client's addresses, and of the letters from them, newest first.

        Those that the owner wrote as `identity` go before the others, whose signatures are left out: what stands under
        a private letter isn't the studio's. One below no separator is told by the letters to other clients.
        """
        addresses = tuple({a.key: a for a in (client, silent) if a is not None})
        mails = self._correspondence(addresses)
        known = own_ids(mails, self.policy.owner)
        own = [m for m in mails if m.id in known]
        alike = [m for m in own if self._is_by(identity, m)]
        theirs = [m for m in mails if m.sender.key in addresses and _is_by_hand(m)]
        self._foresee((*alike[:_OWN_LETTERS], *theirs[:_CLIENT_LETTERS]))
        signature = self._habit(alike, identity, addresses)
        signed = (self.sent(m, signature=signature) for m in alike)
        letters = chain(signed, (self.sent(m).unsigned for m in own if m not in alike))
        return _some(letters, _OWN_LETTERS), _some(map(self.of, theirs), _CLIENT_LETTERS)

    def _habit(self, alike: Iterable[Message], identity: Address, addresses: Collection[str]) -> str:
        """The signature below no separator in the letters to a client, that those to others end with as well."""
        letters = _some((self.sent(m) for m in alike if Role.SENT in m.places), _OWN_LETTERS)
        if not may_end_in_a_habit(letters):
            return ""
        others = map(self.sent, self._to_others(identity, addresses))
        return habitual_signature(letters, _some(others, _OTHER_LETTERS))

    def _to_others(self, identity: Address, addresses: Collection[str]) -> tuple[Message, ...]:
        """The newest mail that the owner sent as this identity to each other client, newest first."""
        account, owner = self.mailbox.account, self.policy.owner
        mails = self.ledger.correspondence(account, identity.key, _LOOKED_THROUGH_OF_ALL)
        known, newest = own_ids(mails, owner), dict[str, Message]()
        for mail in mails:
            to = [a.key for a in owner.others(mail.to)]
            is_sent = mail.id in known and Role.SENT in mail.places and self._is_by(identity, mail)
            if is_sent and to and set(addresses).isdisjoint(to):
                newest.setdefault(to[0], mail)
        return tuple(newest.values())

    def _correspondence(self, addresses: Iterable[str]) -> tuple[Message, ...]:
        """The newest mails exchanged with some addresses, newest first, each once."""
        account = self.mailbox.account
        found = (m for address in addresses for m in self.ledger.correspondence(account, address, _LOOKED_THROUGH))
        return tuple(sorted({m.id: m for m in found}.values(), key=written_at, reverse=True))

    def _is_by(self, identity: Address, mail: Message) -> bool:
        """Whether the owner wrote a mail as this identity: a detail behind ``+`` makes no other."""
        plain = self.policy.owner.plain
        return plain(mail.sender).key == plain(identity).key

    def _foresee(self, messages: Iterable[Message]) -> None:
        """Fetch together what will most likely be asked for, one after the other and in one folder after the other."""
        unknown = (message for message in messages if message.id not in self._found)
        with suppress(Surprise):  # of what doesn't come each is asked for by itself
            self._found.update(beginnings_of(self.mailbox, self.ledger, unknown, limit=LETTER_OCTETS))

    def _anywhere(self, message: Message) -> bytes | None:
        """A mail as it lies in the first place where the server can show it."""
        if message.id not in self._found:
            bodies = (self._body(*place) for place in self.ledger.places_of(self.mailbox.account, message.id))
            self._found[message.id] = next((body for body in bodies if body is not None), None)
        return self._found[message.id]

    def _body(self, folder: str, uid_validity: UidValidity, uid: Uid) -> bytes | None:
        """What lies there. Voice and quote are a nicety: one mail that the server has damaged keeps no draft back."""
        try:
            return self.mailbox.message(folder, uid_validity, uid, limit=LETTER_OCTETS)
        except (Refused, Surprise):
            return None


def _is_by_hand(message: Message) -> bool:
    """Whether its author wrote it themselves, as far as can be told: machines are formal, and junk is anybody's."""
    return message.kind is Kind.PERSON and bool(message.places - {Role.JUNK})


def _some(letters: Iterable[Letter], count: int) -> tuple[Letter, ...]:
    """The first of the letters that say anything; no more are fetched."""
    return tuple(islice((letter for letter in letters if letter != Letter()), count))

"""
Mails fetched with all that they bring along: one that is asked for by its id, or many short ones at once.

Knows the ports; must not know what is sought in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from crickets.domain.attachment import MAIL_OCTETS
from crickets.domain.mailbox import Uid, UidValidity
from crickets.domain.message import Message, MessageId
from crickets.errors import Refused
from crickets.service.ports import Ledger, Mailbox

_SHORT = 256 * 1024
"""How long a mail may be that is asked for among others: thirty of them make 8 MB."""


class TooLarge(Refused):
    """A mail has more octets than are fetched; `begun` are those that were."""

    def __init__(self, begun: bytes) -> None:
        remedy = "Tell of its invoice by `crickets invoice add … --file PATH`."
        super().__init__(f"a mail of more than {MAIL_OCTETS >> 20} MB is not looked into", remedy=remedy)
        self.begun = begun


def whole_mail(mailbox: Mailbox, ledger: Ledger, message: MessageId) -> bytes | None:
    """A mail with all it brings along; None if it isn't where it was, `TooLarge` if that's more than is fetched."""
    places = ledger.places_of(mailbox.account, message)
    found = (mailbox.message(*place, limit=MAIL_OCTETS + 1) for place in places)
    raw = next((raw for raw in found if raw is not None), None)
    if raw is not None and len(raw) > MAIL_OCTETS:
        raise TooLarge(raw)
    return raw


def short_mails(mailbox: Mailbox, ledger: Ledger, messages: Sequence[Message]) -> Mapping[MessageId, bytes]:
    """Those of some mails that have come whole with what is asked of many at once; the others wait for `whole_mail`."""
    come = beginnings_of(mailbox, ledger, messages if len(messages) > 1 else (), limit=_SHORT)
    return {own_id: raw for own_id, raw in come if len(raw) < _SHORT}


def beginnings_of(
    mailbox: Mailbox, ledger: Ledger, messages: Iterable[Message], *, limit: int
) -> Iterator[tuple[MessageId, bytes]]:
    """As many octets of each of some mails, asked for together, folder by folder; of those that come without ado."""
    lying: defaultdict[tuple[str, UidValidity], dict[Uid, MessageId]] = defaultdict(dict)
    for message in messages:
        for folder, uid_validity, uid in ledger.places_of(mailbox.account, message.id)[:1]:
            lying[folder, uid_validity][uid] = message.id
    for (folder, uid_validity), mails in lying.items():
        with suppress(Refused):  # it's told of each mail by itself
            for uid, raw in mailbox.messages(folder, uid_validity, tuple(mails), limit=limit):
                yield mails[uid], raw

"""
What a draft says, as a fingerprint by which a mail that was sent is known to say the same.

Only the writer's own words count: programs quote, sign, fold and decorate as they like. Must not know what follows.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from crickets.domain.mailbox import Uid, UidValidity
from crickets.domain.message import Message
from crickets.errors import Refused, Surprise
from crickets.reading import letter_of
from crickets.service.ports import Ledger, Mailbox

LETTER_OCTETS = 1024 * 1024
"""How much of a mail is fetched to be quoted or compared: all of its text, and what is attached as far as it goes."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def wording_of(message: bytes) -> str:
    """A fingerprint of a message's words, without quote and signature; empty if it has none."""
    letter = letter_of(message)
    own = f"{letter.greeting} {letter.text} {letter.sign_off}"
    words = _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFKC", own).casefold()).strip()
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def says_the_same(mail: Message, wording: str, mailbox: Mailbox, ledger: Ledger) -> bool | None:
    """Whether a mail has that wording; None if either's isn't known. Its body is fetched for it."""
    if not wording:
        return None
    bodies = (_body(mailbox, *place) for place in ledger.places_of(mailbox.account, mail.id))
    body = next((body for body in bodies if body is not None), None)
    return None if body is None else wording_of(body) == wording


def _body(mailbox: Mailbox, folder: str, uid_validity: UidValidity, uid: Uid) -> bytes | None:
    """What lies there; a mail that can't be shown keeps nothing from being concluded."""
    try:
        return mailbox.message(folder, uid_validity, uid, limit=LETTER_OCTETS)
    except (Refused, Surprise):
        return None

"""
Which copies are of one mail, and which mails only bear the same Message-ID.

RFC 5322 §3.6.4 wants an id to be of one mail alone; there are ticket systems and forms that give one to all they send,
or answer under the id they were written to. A mail taken for another's copy would be an answer that nobody sees.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from crickets.domain.message import INVENTED_DOMAIN, WRITTEN, Message, MessageId, Role

_THE_OWNERS = WRITTEN | {Role.SENT}


def are_namesakes(one: Message, other: Message) -> bool:
    """
    Whether two mails of one id are two indeed: by another author, or by another Date.

    But the owner's mail is one whatever its Date: clients send a draft under its id and date it anew (Thunderbird,
    Roundcube). And a list may put itself in the place of its post's author, for DMARC's sake (RFC 7960 §4.1.3).
    """
    if one.sender.key != other.sender.key:
        return one.date != other.date or not (one.to_list or other.to_list)
    return one.date != other.date and not (one.places | other.places) & _THE_OWNERS


def set_apart(message: Message) -> Message:
    """The mail under an id of its own, the same for each of its copies."""
    date = "" if message.date is None else message.date.isoformat()
    told_by = f"{message.id}\0{message.sender.key}\0{date}".encode("utf-8", "surrogatepass")
    return replace(message, id=MessageId(f"{sha256(told_by).hexdigest()[:40]}@{INVENTED_DOMAIN}"))

"""Threads that have fallen silent, always the same to the byte: so a session about them is as long each time."""

from __future__ import annotations

from tests.cycle.stage import ME, a_message, days_ago
from tests.servers.mail import Mail
from tests.servers.mailbox import OwnersMailbox


def put_silent_threads(box: OwnersMailbox, count: int) -> None:
    """So many clients asked for an offer ten days ago, Dana answered six days ago, and none has written since."""
    with box.staying():
        for number in range(1, count + 1):
            asked, offered = _thread(number)
            box.put("INBOX", asked, flags=["\\Seen"])
            box.put("Sent", offered, flags=["\\Seen"])


def _thread(number: int) -> tuple[Mail, Mail]:
    domain = f"client{number:02}.example"
    client = f"Anna Rossi <anna@{domain}>"
    asked = a_message(
        sender=client, to=ME, subject=f"Site {number:02}", at=days_ago(10), message_id=f"<asked@{domain}>"
    )
    offered = a_message(
        sender=ME,
        to=client,
        at=days_ago(6),
        body="Hi Anna,\n\nhere is the offer. Does it suit you?\n\nBest wishes,\nDana\n",
        reply_to=asked,
        message_id=f"<offered.{number:02}@studio.example>",
    )
    return asked, offered

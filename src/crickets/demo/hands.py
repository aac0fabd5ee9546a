"""
The owner's and the clients' hands: what a mail client and a mail server do to the sample mailbox.

Speaks IMAP by the standard library, as somebody else than Crickets would.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import email.utils
import imaplib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from crickets.demo.server import HOST

_AS_IT_IS = email.policy.SMTP.clone(max_line_length=998)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """A message in a folder."""

    uid: str
    message: EmailMessage

    @property
    def text(self) -> str:
        """Its plain text."""
        part = self.message.get_body(("plain",))
        return str(part.get_content()) if part is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Whoever acts on the mailbox beside Crickets."""

    port: int
    user: str
    password: str

    def put(self, folder: str, message: EmailMessage, at: datetime, flags: str = "") -> None:
        """A message arrives in a folder."""
        message["Date"] = email.utils.format_datetime(at)
        with self._logged_in() as client:
            client.append(folder, flags, imaplib.Time2Internaldate(at), message.as_bytes())

    def drafts(self) -> tuple[Lying, ...]:
        """What lies in Drafts."""
        with self._logged_in() as client:
            client.select("Drafts", readonly=True)
            _, found = client.uid("SEARCH", "ALL")
            return tuple(_fetched(client, uid) for uid in found[0].decode().split())

    def send(self, draft: Lying, at: datetime) -> EmailMessage:
        """Press Send: the draft goes, its copy lies in Sent with a date of its own."""
        message = draft.message
        del message["Date"]
        self.put("Sent", message, at, r"(\Seen)")
        self._remove(draft, keep=False)
        return message

    def edit(self, draft: Lying, text: str, at: datetime) -> None:
        """Save other words: a new message is appended, the old one goes."""
        message = draft.message
        part = message.get_body(("plain",))
        if part is not None:
            part.set_content(text)
        del message["Date"]
        self.put("Drafts", message, at, r"(\Draft \Seen)")
        self._remove(draft, keep=False)

    def throw_away(self, draft: Lying) -> None:
        """Delete a draft, as mail clients do: into the trash."""
        self._remove(draft, keep=True)

    def _remove(self, draft: Lying, *, keep: bool) -> None:
        with self._logged_in() as client:
            client.select("Drafts")
            if keep:
                client.uid("COPY", draft.uid, "Trash")
            client.uid("STORE", draft.uid, "+FLAGS.SILENT", r"(\Deleted)")
            client.expunge()

    @contextlib.contextmanager
    def _logged_in(self) -> Iterator[imaplib.IMAP4]:
        client = imaplib.IMAP4(HOST, self.port, timeout=10)
        client.login(self.user, self.password)
        try:
            yield client
        finally:
            client.logout()


def _fetched(client: imaplib.IMAP4, uid: str) -> Lying:
    _, rows = client.uid("FETCH", uid, "(BODY.PEEK[])")
    raw = next(row[1] for row in rows if isinstance(row, tuple))
    return Lying(uid=uid, message=email.message_from_bytes(raw, EmailMessage, policy=_AS_IT_IS))

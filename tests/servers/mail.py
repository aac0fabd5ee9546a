"""Mail as clients and owners send it: a builder of messages, and a reader that shows headers as they were sent.

Knows RFC 5322 and MIME; nothing of servers. The ids are written by hand, one a line and never encoded: Python 3.11's
own writer turns ids of 65 characters and more into encoded words (python/cpython#100991), which no mail client does.
"""

from __future__ import annotations

import datetime as dt
import email
import email.message
import email.policy
import email.utils
import functools
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

OWNER = "Dana Levi <dana@studio.example>"
CLIENT = "Anna Rossi <anna@client.example>"

#: File name, MIME type, content.
Attachment = tuple[str, str, bytes]

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Mail:
    """One message: its bytes, and what they say."""

    raw: bytes

    @functools.cached_property
    def parsed(self) -> email.message.EmailMessage:
        """The message as the standard library understands it: bodies, attachments, decoded headers."""
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def head(self) -> bytes:
        """The header block, up to and with its last line's end."""
        return re.split(rb"(?<=\n)\r?\n", self.raw, maxsplit=1)[0]

    def header(self, name: str) -> str:
        """The header's text just as it was sent, but unfolded; empty when there is none."""
        found = re.search(rb"(?im)^%b:(.*(?:\r?\n[ \t].*)*)" % re.escape(name.encode()), self.head)
        return " ".join(found[1].decode("utf-8", "surrogateescape").split()) if found else ""

    @property
    def message_id(self) -> str:
        """The Message-ID with its angle brackets."""
        return self.header("Message-ID")

    @property
    def references(self) -> tuple[str, ...]:
        """The ids of the References header, oldest first."""
        return tuple(self.header("References").split())

    @property
    def subject(self) -> str:
        """The subject, decoded."""
        return str(self.parsed["Subject"] or "")

    @property
    def date(self) -> dt.datetime:
        """The moment in the Date header."""
        return email.utils.parsedate_to_datetime(self.header("Date"))

    @property
    def text(self) -> str:
        """The plain text of the body, with bare line ends; empty when there is none."""
        part = self.parsed.get_body(("plain",))
        return str(part.get_content()).replace("\r\n", "\n") if part else ""

    def with_header(self, name: str, value: str) -> Mail:
        """The same message but for one header, which comes first and is written as it is given."""
        return Mail(_line(name, value) + _without(name, self.head) + self.raw[len(self.head) :])

    def with_text(self, text: str) -> Mail:
        """The same message with another plain text; other parts, and headers not about the text, stay as they are."""
        edited = email.message_from_bytes(self.raw, policy=email.policy.SMTP.clone(refold_source="none"))
        part = edited.get_body(("plain",))
        if part is None:
            raise ValueError("there is no plain text to edit")
        part.set_content(text)
        return Mail(edited.as_bytes())


def a_message(
    sender: str = CLIENT,
    to: str = OWNER,
    subject: str = "The new site",
    body: str = "Could you send me an offer?\n",
    *,
    at: dt.datetime,
    cc: str = "",
    reply_to: Mail | None = None,
    message_id: str | None = None,
    headers: Mapping[str, str | None] | None = None,
    html: str | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Mail:
    """A message of `at`; `reply_to` threads it under its parent as mail clients do.

    `headers` come just as they are written here, in the place of any header of that name; None leaves it out.
    """
    ids = _ids(sender, at, reply_to, message_id)
    rest = _content(body, html, attachments)
    rest["Date"] = email.utils.format_datetime(at)
    rest["From"], rest["To"] = sender, to
    rest["Subject"] = _reply_subject(reply_to.subject) if reply_to else subject
    if cc:
        rest["Cc"] = cc
    mail = Mail(b"".join(_line(name, value) for name, value in ids) + rest.as_bytes())
    return _with_headers(mail, headers or {})


def a_reply(parent: Mail, *, at: dt.datetime, body: str = "Yes, let us start!\n") -> Mail:
    """The answer to `parent`, from its first recipient to its sender."""
    return a_message(parent.header("To"), parent.header("From"), body=body, at=at, reply_to=parent)


def fresh_id(sender: str, at: dt.datetime) -> str:
    """A Message-ID that no message has had yet, in the sender's domain."""
    domain = email.utils.parseaddr(sender)[1].rpartition("@")[2] or "nowhere.example"
    return f"<{next(_numbers)}.{int(at.timestamp())}@{domain}>"


def _ids(sender: str, at: dt.datetime, parent: Mail | None, own: str | None) -> tuple[tuple[str, str], ...]:
    """The headers that make a thread (RFC 5322 section 3.6.4), the chain folded to one id a line."""
    message_id = ("Message-ID", own or fresh_id(sender, at))
    if parent is None:
        return (message_id,)
    chain = "\r\n ".join((*parent.references, parent.message_id))
    return (message_id, ("In-Reply-To", parent.message_id), ("References", chain))


def _content(body: str, html: str | None, attachments: tuple[Attachment, ...]) -> email.message.EmailMessage:
    made = email.message.EmailMessage(policy=email.policy.SMTP)
    made.set_content(body)
    if html is not None:
        made.add_alternative(html, subtype="html")
    for name, mime, content in attachments:
        main, _, sub = mime.partition("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made


def _with_headers(mail: Mail, headers: Mapping[str, str | None]) -> Mail:
    for name, value in headers.items():
        if value is None:
            mail = Mail(_without(name, mail.head) + mail.raw[len(mail.head) :])
        else:
            mail = mail.with_header(name, value)
    return mail


def _reply_subject(subject: str) -> str:
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


def _line(name: str, value: str) -> bytes:
    return f"{name}: {value}\r\n".encode("utf-8", "surrogateescape")


def _without(name: str, head: bytes) -> bytes:
    return re.sub(rb"(?im)^%b:.*\n(?:[ \t].*\n)*" % re.escape(name.encode()), b"", head)

"""
What a header lets see of the program that sent a mail, beyond what any field says outright.

Knows how programs for many recipients differ from the mailers people use: zones that don't exist, ids that a server had
to add, names of mailers that leave out what the real ones write. Must not know the words of a mail, nor weigh: each
mark is some points of many. Only whole mails are read for it, so its fields cost no traffic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from crickets.reading.body.charsets import text_of
from crickets.reading.header.fields import Fields

Mark = tuple[int, str]
"""Points, and how the mark is told; points below 0 speak for a person."""

_VALUE_LIMIT = 4_000

_PROGRAMS = (
    r"bulk|blast|mass\b|e-?merge|campaign|newsletter|list ?manager|lyris|storm ?post|group ?mail|constant contact"
    r"|mach ?5|sender\b|message poster|delivery agent|direct ?mail|\bDM\b|dm ?mailer|smtp|mime[-:]{1,2}\w|\bcdo\b"
    r"|php|perl|python|java ?mail|accucast|mailer control|mailing"
)
"""Programs that send, and libraries they are made of (MIME::Lite, CDO, PHPMailer, JavaMail)."""

_PEOPLES = (
    r"mutt|thunderbird|k-?mail|evolution|gnus|alpine|pine|apple mail|iphone mail|ipad mail|roundcube|exmh"
    r"|sylpheed|claws"
)
"""Mailers in which people write, and which spam doesn't pretend to be."""

TRAITS: Mapping[str, tuple[tuple[re.Pattern[str], int, str], ...]] = {
    name: tuple((re.compile(pattern, re.IGNORECASE), points, shown) for pattern, points, shown in rows)
    for name, rows in {
        "content-type": (
            (r"^\s*text/html", 4, "nothing but HTML"),
            (
                r"^\s*(?:multipart/mixed|text/html)\b.*=\s*\"?-{0,8}(?:0{12}|=_NextPart_(?!\d{3}_))",
                2,
                "an odd boundary",
            ),
        ),
        "date": (
            (r"[+-](?:1[5-9]|[2-9]\d)\d\d\b|[+-]{2}\d|[+-]\d\d[6-9]\d\b", 6, "a zone that is none"),  # RFC 5322 §3.3
            (r"\d:\d\d(?::\d\d)?\s*(?:[AP]M)?\s*$", 3, "a date without zone"),
        ),
        "to": (
            (
                r"undisclosed|recipients?\b[^@]{0,40}[:;]|^\s*$|\bfriend|customer|\bmember@|\byou@|subscriber",
                3,
                "to nobody named",
            ),
            (r"(?:@[^@]{1,200}+){9}", 3, "to very many"),
        ),
        "cc": ((r"^\s*$", 2, "a Cc to nobody"), (r"(?:@[^@]{1,200}+){9}", 2, "to very many")),
        "from": (
            (r"^\s*<?[^\s<>]{1,100}@[^\s<>]{1,100}>?\s*$", 1, "from an address without a name"),
            (r"^\s*\"?([^\s\"<>]{1,100}@[^\s\"<>]{1,100})\"?\s*<", 2, "from an address as a name"),
            (r"[a-z]\w{0,40}\d{3}\w{0,40}@", 1, "from a numbered address"),
        ),
        "return-path": ((r"^\s*<?(?:nobody|apache|httpd?|www-?\w{0,10}|root)@", 3, "sent by a web server"),),
        "message-id": ((r"@(?:\.|>)|^<[0-9a-f]{12}\$[0-9a-f]{8}\$0000[0-9a-f]{4}@", 3, "an id that is none"),),
        "x-priority": ((r"^\s*[12]\b", 1, "marked as urgent"),),
        "x-library": ((r"", 4, "sent by a program"),),
        "x-mailer": (
            (_PROGRAMS, 3, "sent by a program"),
            (r"^\s*$|^\s*x-mailer|^(?=[a-z]{0,40}\d)[a-z0-9]{15,40}$", 4, "a mailer that is none"),
            (_PEOPLES, -2, "written in a mailer"),
        ),
        "user-agent": ((rf"mozilla|{_PEOPLES}", -3, "written in a mailer"),),
        "x-mailgun-track": ((r"^\s*(?:yes|true)", 2, "tracked by its sender"),),
        "x-ses-outgoing": ((r"", 1, "sent by a service"),),
        "x-sg-eid": ((r"", 2, "sent by a service"),),
    }.items()
}
"""What is looked for in which field, its points, and how it is told."""

_OUTLOOK = re.compile(r"microsoft outlook", re.IGNORECASE)
_WITHOUT = re.compile(r"outlook 1[2-9]\.|macintosh|mac os", re.IGNORECASE)
"""Those that never added it: since 2007, and on the Mac."""


def marks_of_sending(fields: Fields) -> Iterator[Mark]:
    """What a header lets see of how a mail was sent."""
    for name in TRAITS.keys() & fields.by_name.keys():
        value = text_of(fields.first(name)[:_VALUE_LIMIT])
        yield from ((points, shown) for pattern, points, shown in TRAITS[name] if pattern.search(value))
    if _is_no_outlook(fields):
        yield 4, "not the Outlook it says it is"
    if "sender" in fields and fields.first("sender") == fields.first("from"):
        yield 2, "a sender who is the author"  # RFC 5322 §3.6.2: then the field should not be there
    if not fields.first("subject").isascii():
        yield 2, "a subject without a charset"


def _is_no_outlook(fields: Fields) -> bool:
    """Whether a mail claims to be from Outlook and has not what the real one adds."""
    mailer = fields.text("x-mailer")
    return bool(_OUTLOOK.search(mailer)) and not _WITHOUT.search(mailer) and "x-mimeole" not in fields

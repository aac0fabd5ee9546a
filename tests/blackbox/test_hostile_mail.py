"""Mail and folders made to do harm: a pass goes through, prints no control characters, and harms nothing."""

from __future__ import annotations

import base64
import email
import email.policy
import re

import pytest

from tests.blackbox.mailboxes import Mailbox, ago
from tests.blackbox.user import User
from tests.servers.mail import OWNER, Mail, a_message

CALM = "The calm one"
"""The one thread that is as it should be: whatever lies beside it, its draft is laid."""


def encoded(words: str) -> str:
    """An encoded word (RFC 2047)."""
    return f"=?utf-8?B?{base64.b64encode(words.encode()).decode()}?="


SUBJECTS = {
    "escapes": b"\x1b[31mred\x1b]0;title\x07 \x9b2J",
    "markup": b"[bold]x[/bold] [link=http://x.example]y",
    "SQL": b"'; DROP TABLE messages; --",
    "a template": b"{{7*7}} {% for x in y %} {{ config }}",
    "NUL": b"a\0b",
    "8-bit": b"caf\xe9 na\xefve \xff\xfe",
    "direction": "\u202eevil\u202c \u2066x".encode(),
    "1 MB": b"x" * 1_000_000,
    "encoded escapes": encoded("\x1b[31m\x1b[2J\0").encode(),
    "an encoded header": encoded("x\r\nBcc: mallory@evil.example\r\n\r\nbody").encode(),
    "broken words": b"=?nonsense?X?abc?= =?utf-8?B?!!!?= =?utf-16?B?2AA=?=",
    "nothing": b"",
}
SENDERS = {
    "escapes": '"Anna \\"\x1b[31m\\" [red]Rossi{{7*7}}" <anna@client.example>',
    "a header": encoded("Anna\r\nBcc: mallory@evil.example") + " <anna@client.example>",
    "SQL": "\"'); DELETE FROM messages; --\" <' OR '1'='1@client.example>",
    "two ats": "Anna <anna@@client..example>",
    "nobody": "<>",
    "a group": "undisclosed-recipients:;",
    "a thousand": ", ".join(f"A{n} <a{n}@client.example>" for n in range(1000)),
}
FROM = f"From: Bob <bob@client.example>\r\nTo: {OWNER}\r\n"
NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(1000))
MESSAGES = {
    "nothing but a line end": "\r\n",
    "no header": "just text\r\nand more\r\n",
    "no Date, no Message-ID": f"{FROM}Subject: none\r\n\r\nx\r\n",
    "two Message-IDs": f"{FROM}Message-ID: <a@b.example>\r\nMessage-ID: <c@d.example>\r\nSubject: two\r\n\r\nx\r\n",
    "a date of no calendar": f"{FROM}Date: Mon, 99 Foo 2026 25:61:00 +9999\r\nSubject: when\r\n\r\nx\r\n",
    "the end of time": f"{FROM}Date: Fri, 31 Dec 9999 23:59:59 -1400\r\nMessage-ID: <e@x.example>\r\n\r\nx\r\n",
    "the beginning of time": f"{FROM}Date: Mon, 01 Jan 0001 00:00:00 +1400\r\nMessage-ID: <b@x.example>\r\n\r\nx\r\n",
    "ids that are none": f"{FROM}Message-ID: <a b@@d>\r\nIn-Reply-To: <<<>>>\r\nReferences: \x1b[31m <x>\r\n\r\nx\r\n",
    "20,000 References": f"{FROM}References: {' '.join(f'<{n}@x.example>' for n in range(20_000))}\r\n\r\nx\r\n",
    "an id of 100 KB": f"{FROM}Message-ID: <{'i' * 100_000}@x.example>\r\n\r\nx\r\n",
    "1,000 nested parts": f"{FROM}Message-ID: <n@x.example>\r\nMIME-Version: 1.0\r\n{NESTED}\r\nx\r\n",
    "1,000 nested parts in a report": (
        f"{FROM}Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\n{NESTED}\r\nx\r\n"
    ),
    "bare line feeds": "From: a@client.example\nTo: dana@studio.example\nSubject: lf\n\nx\n",
}
FOLDERS = (
    "Ärger & Söhne", 'a"quote"b', "back\\slash", "[bold]x[/bold]", "[half", "&", "per%cent*star", "{{7*7}}", "日本語",
    "-dash", "a'b", "NIL", "2026", "{5}", "(x)",
    "'; DROP TABLE messages; --",
)  # fmt: skip


OTHER_COMMANDS = (
    ("-v", "once", "--dry-run"), ("status", "--all"), ("preview",), ("preview", "--json"), ("clients",),
    ("clients", "--json"), ("invoice", "list"),
)  # fmt: skip


@pytest.fixture
def besieged(dana: User, mailbox: Mailbox) -> User:
    """Somebody who has one client of the ordinary kind."""
    mailbox.silence(CALM, client="Calm <calm@client.example>")
    return dana


def test_subjects(besieged: User, mailbox: Mailbox) -> None:
    """They are told as text, and quoted in drafts as text."""
    for number, subject in enumerate(SUBJECTS.values()):
        asked, answered = a_pair(number)
        for folder, raw in (("INBOX", asked), ("Sent", answered)):
            mailbox.put(folder, Mail(raw.replace(b"@subject@", subject)))

    goes_well(besieged, mailbox)
    all_can_be_told(besieged)

    drafts = [draft.raw for draft in mailbox.box.drafts]
    assert len(drafts) > len(SUBJECTS) / 2
    assert [raw for raw in drafts if re.search(rb"(?im)^Bcc:|[\x00-\x08\x1b]", raw)] == []
    assert [raw for raw in drafts if b"{{7*7}}" in raw] != []


def test_senders(besieged: User, mailbox: Mailbox) -> None:
    """A name adds no header and no recipient."""
    for number, sender in enumerate(SENDERS.values()):
        asked, answered = a_pair(number, client=sender)
        mailbox.put("INBOX", Mail(asked))
        mailbox.put("Sent", Mail(answered))

    goes_well(besieged, mailbox)

    assert [d.raw for d in mailbox.box.drafts if re.search(rb"(?im)^Bcc:|\x1b", d.raw)] == []


def test_messages(besieged: User, mailbox: Mailbox) -> None:
    """Wherever they lie."""
    for raw in MESSAGES.values():
        for folder in ("INBOX", "Sent", "Archive", "Junk"):
            mailbox.put(folder, Mail(raw.encode()))

    goes_well(besieged, mailbox)


def test_an_anchor_of_1000_nested_parts(besieged: User, mailbox: Mailbox) -> None:
    """The owner's own mail may be odd too; a draft follows it up."""
    sent = f"From: {OWNER}\r\nTo: Zoe <zoe@client.example>\r\nDate: {ago(6):%a, %d %b %Y %H:%M:%S +0000}\r\n"
    asked = f"From: Zoe <zoe@client.example>\r\nTo: {OWNER}\r\nMessage-ID: <z@x.example>\r\nSubject: hi\r\n\r\nHi\r\n"
    mailbox.box.put("INBOX", Mail(asked.encode()), at=ago(9))
    mailbox.put("Sent", Mail(f"{sent}Subject: Nested\r\nMIME-Version: 1.0\r\n{NESTED}\r\nHi Zoe\r\n".encode()))

    goes_well(besieged, mailbox)

    assert sorted(mailbox.drafts) == ["Re: Nested", f"Re: {CALM}"]


SIGNED = "Hi Zoe,\n\nhere it is.\n\nBest,\nDana\n\n-- \nDana Levi\nStudio {{7*7}}\n"
HOSTILE = f"""\
<html><head><style>@import url(//evil.example/x); p {{color:#1f497d;background:url(//evil.example/x)}}</style></head>
<body onload="x()"><p>Hi Zoe,</p><p>here it is.</p><p>Best,<br>Dana</p><img src="https://evil.example/pixel.gif">
<div>-- </div><div style="position:fixed;background:url(//evil.example/y)"><b onclick="x()">Dana Levi</b>
<img src="cid:logo@x"></div><div><a href="https://studio.example/">Studio</a> <a href="javascript:x">{{{{7*7}}}}</a>
<script>alert(1)</script></div><blockquote><svg><style><img src=x onerror=alert(1)></style></svg>
{"<table><tr><td>" * 10_000}"""
FORGED = HOSTILE.replace("https://studio.example/", "https://mallory.example/")


def test_an_anchor_of_hostile_html(besieged: User, mailbox: Mailbox) -> None:
    """What is harmless of how the owner set it is in the draft; a forged letter shows nothing of it."""
    zoe = "Zoe <zoe@client.example>"
    asked = a_message(zoe, OWNER, "Offer", at=ago(9))
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, zoe, body=SIGNED, html=HOSTILE, at=ago(6), reply_to=asked))
    mailbox.put("INBOX", a_message(OWNER, zoe, "Another", body=SIGNED, html=FORGED, at=ago(5.5)))

    goes_well(besieged, mailbox)

    html = "".join(html_of(draft.raw) for draft in mailbox.box.drafts if b"zoe@" in draft.raw)
    assert '<b>Dana Levi</b></div><div><a href="https://studio.example/">Studio</a> <a>{{7*7}}</a></div>' in html
    assert '<div style="color:#1f497d">' in html
    assert not re.search(r"evil|mallory|<img|<script|<svg|<table|cid:|java|on(?:load|click)|position|url\(", html)


def all_can_be_told(user: User) -> None:
    """Every other command that shows mail does, and shows nothing that rewrites a terminal (`Ran` looks for it)."""
    threads = user("status", "--json", "--all").json["threads"]
    told = [user(*command) for command in OTHER_COMMANDS]
    told += [user("template", "render", "check-in", "--thread", each["id"]) for each in threads[:4]]

    assert [(ran.code, ran.err) for ran in told if ran.code] == []


def html_of(raw: bytes) -> str:
    """The HTML part of a draft, without its line ends."""
    part = email.message_from_bytes(raw, policy=email.policy.default).get_body(("html",))
    assert part is not None
    return re.sub(r"\r?\n", "", str(part.get_content()))


def test_folders(besieged: User, mailbox: Mailbox) -> None:
    """Each is read; an answer in the oddest of them counts."""
    for folder in FOLDERS:
        mailbox.box.create(folder)
    asked, answered = a_pair(1)
    mailbox.put("Sent", Mail(answered))
    reply = b"From: Anna <anna1@client.example>\r\nTo: %b\r\nMessage-ID: <r@x.example>\r\nIn-Reply-To: <s1@x.example>"
    mailbox.box.put("[half", Mail(reply % OWNER.encode() + b"\r\nSubject: Re: x\r\n\r\nYes\r\n"), at=ago(1))
    mailbox.put('a"quote"b', Mail(asked))

    goes_well(besieged, mailbox)

    listed = {folder["name"] for folder in besieged("check", "--json").json["accounts"][0]["folders"]}
    assert set(FOLDERS) - listed == set()
    assert mailbox.drafts == [f"Re: {CALM}"]


def a_pair(number: int, *, client: str = "") -> tuple[bytes, bytes]:
    """A client's question and the owner's answer of six days ago, as bytes, `@subject@` for the subject."""
    they, when = client or f"Anna <anna{number}@client.example>", f"{ago(6):%a, %d %b %Y %H:%M:%S +0000}"
    asked = f"From: {they}\r\nTo: {OWNER}\r\nMessage-ID: <a{number}@x.example>\r\nSubject: @subject@\r\n\r\nHi\r\n"
    answered = (
        f"From: {OWNER}\r\nTo: {they}\r\nDate: {when}\r\nMessage-ID: <s{number}@x.example>\r\n"
        f"In-Reply-To: <a{number}@x.example>\r\nReferences: <a{number}@x.example>\r\nSubject: @subject@\r\n\r\nHi\r\n"
    )
    return asked.encode(), answered.encode()


def goes_well(user: User, mailbox: Mailbox) -> None:
    """A pass ends with 0, lays the calm thread's draft and touches nothing else; all can be told, a second is idle."""
    before = mailbox.box.snapshot()
    told = [user("once", "--dry-run"), user("once")]
    drafts = mailbox.drafts
    told += [user("once"), user("status"), user("status", "--json", "--all"), user("check")]
    told += [user("show", thread["id"]) for thread in told[4].json["threads"][:5]]

    assert [(ran.code, ran.err) for ran in told] == [(0, "")] * len(told)
    assert f"Re: {CALM}" in drafts
    assert mailbox.drafts == drafts
    assert mailbox.box.snapshot() == before

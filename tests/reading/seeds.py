"""A dozen mails of the shapes that lie in mailboxes, each small: what mutations begin with."""

# ruff: noqa: E501 - mail has lines as it has
from __future__ import annotations

import base64

_TEXT = "Ciao Anna,\r\n\r\nti mando il preventivo. Puoi rispondere entro venerd\u00ec?\r\n\r\nUn saluto,\r\nDana\r\n"
_TOP = b"From: Anna Rossi <anna@client.example>\r\nTo: Dana Doe <dana@studio.example>\r\n"
_DATED = _TOP + b"Date: Mon, 2 Mar 2026 10:15:00 +0100\r\nMessage-ID: <two@client.example>\r\nMIME-Version: 1.0\r\n"
_QUOTED = (
    b"Yes, gladly.\r\n\r\nOn Mon, 2 Mar 2026 at 10:15, Dana Doe <dana@studio.example>\r\nwrote:\r\n\r\n> Shall we?\r\n"
    b"> -- \r\n> Dana\r\n\r\n-- \r\nAnna Rossi\r\nTel. +39 06 1234567\r\n"
)
_PAGE = (
    b'<html><body><div dir="ltr">Yes, <b>gladly</b>.</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, 2'
    b' Mar 2026, Dana wrote:<br></div><blockquote class="gmail_quote">Shall we?</blockquote></div></body></html>\r\n'
)

PLAIN = (
    _DATED
    + b"Subject: Re: The new site\r\nIn-Reply-To: <one@studio.example>\r\nReferences: <zero@studio.example>\r\n\t"
    b"<one@studio.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + _QUOTED
)
EIGHT_BIT = _DATED + "Subject: Gr\u00fc\u00dfe\r\n\r\nSch\u00f6ne Gr\u00fc\u00dfe\r\n".encode("latin-1")
ENCODED = (
    _DATED
    + b"Subject: =?utf-8?q?Re=3A_Z=C5=82o=C5=BCenie?= =?iso-8859-2?b?"
    + base64.b64encode("oferty \u0142".encode("iso-8859-2"))
    + b"?=\r\nContent-Type: text/plain; charset=iso-8859-2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"Cze=B6=E6 Aniu,=20\r\nwysy=B3am ofert=EA=\r\n na jutro.\r\n\r\nPozdrawiam\r\n"
)
ALTERNATIVE = (
    _DATED + b'Subject: Re: The new site\r\nContent-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\n'
    b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
    + _QUOTED
    + b"--b1\r\nContent-Type: text/html\r\n\r\n"
    + _PAGE
    + b"--b1--\r\n"
)
HTML = _DATED + b"Subject: Re: The new site\r\nContent-Type: text/html; charset=us-ascii\r\n\r\n" + _PAGE
WIDE = (
    _DATED
    + b"Subject: utf-16\r\nContent-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(_TEXT.encode("utf-16"))
)
BOUNCE = (
    b"Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: dana@studio.example\r\nSubject: "
    b"Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nContent-Type: multipart/report; report-type="
    b'delivery-status; boundary="b2"\r\n\r\n--b2\r\n\r\nThe mail could not be delivered.\r\n--b2\r\nContent-Type: message/'
    b"delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; anna@client.example\r\nAction: "
    b"failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\n--b2\r\nContent-Type: text/rfc822-headers"
    b"\r\n\r\nMessage-ID: <one@studio.example>\r\nSubject: The new site\r\n\r\n--b2--\r\n"
)
AWAY = (
    _DATED
    + b"Subject: Abwesenheitsnotiz: The new site\r\nAuto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All"
    b"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIch bin bis zum 13.03.2026 nicht im B\xc3\xbcro. In dringenden "
    b"F\xc3\xa4llen schreiben Sie an tom@client.example.\r\n"
)
LEFT = _TOP + b"Subject: Re: The new site\r\n\r\nI no longer work here. Please write to tom@client.example instead.\r\n"
INVITATION = (
    _DATED
    + b"Subject: Accepted: Call\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\nBEGIN:VCALENDAR"
    b"\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@client.example\r\nEND:VEVENT\r\nEND:VCALENDAR"
    b"\r\n"
)
RECEIPT = (
    _DATED + b"Subject: Read: The new site\r\nContent-Type: multipart/report; report-type=disposition-notification; "
    b"boundary=b3\r\n\r\n--b3\r\n\r\nYour mail was displayed.\r\n--b3\r\nContent-Type: message/disposition-notification\r\n"
    b"\r\nFinal-Recipient: rfc822; anna@client.example\r\nOriginal-Message-ID: <one@studio.example>\r\nDisposition: "
    b"manual-action/MDN-sent-manually; displayed\r\n\r\n--b3--\r\n"
)
POST = (
    _DATED
    + b"Sender: talk-bounces@lists.example\r\nList-Id: Talk <talk.lists.example>\r\nList-Post: <mailto:talk@lists."
    b"example>\r\nPrecedence: list\r\nSubject: [talk] The new site\r\n\r\nAnna wrote:\r\n> Shall we?\r\nYes!\r\n____________"
    b"___________________________________\r\ntalk mailing list\r\n"
)
FORWARD = (
    _DATED
    + b"Subject: Fwd: The new site\r\nContent-Type: multipart/mixed; boundary=b4\r\n\r\n--b4\r\n\r\nFYI\r\n--b4\r\n"
    b"Content-Type: message/rfc822\r\n\r\n"
    + EIGHT_BIT
    + b"--b4\r\nContent-Type: application/pdf; name*=utf-8''off%C3%A9r"
    b".pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b4--\r\n"
)

SEEDS = (
    PLAIN,
    EIGHT_BIT,
    ENCODED,
    ALTERNATIVE,
    HTML,
    WIDE,
    BOUNCE,
    AWAY,
    LEFT,
    INVITATION,
    RECEIPT,
    POST,
    FORWARD,
)

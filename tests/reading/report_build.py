"""Reports for the tests: how a mail is judged with its header, its parts and its words together."""

from __future__ import annotations

from dataclasses import dataclass

from crickets.domain.message import Address, Kind, MessageId
from crickets.reading.body.bodies import body_of
from crickets.reading.body.mime import parts_of
from crickets.reading.header.addresses import sender_of
from crickets.reading.header.fields import fields_of
from crickets.reading.kinds.clues import weighed
from crickets.reading.kinds.in_header import clues_of
from crickets.reading.reports.invitations import calendar_clues
from crickets.reading.reports.reports import report_of
from tests.reading.build import a_mail, a_multipart

DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>"
RETURNED = (
    "Message-ID: <sent@studio.example>\nFrom: dana@studio.example\nTo: anna@client.example\nSubject: The new site"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report, the signals of its parts and words, and the kind that these and the header show together."""

    kind: Kind
    signals: tuple[str, ...]
    about: MessageId | None
    recipients: tuple[str, ...]


def reported(raw: bytes) -> Reported:
    """What a mail reports."""
    fields = fields_of(raw)
    sender = sender_of(fields.first("from")) or Address(email="")
    header = clues_of(fields, sender, fields.text("subject"))
    report = report_of(fields=fields, parts=tuple(parts_of(raw)), text=body_of(raw).text, header_clues=header)
    signals = tuple(dict.fromkeys(clue.shown for clue in report.clues))
    kind = weighed((*header, *report.clues))
    return Reported(kind=kind, signals=signals, about=report.about, recipients=report.recipients)


def judged(raw: bytes) -> Kind:
    """What a mail is, by header, report and calendar together."""
    fields = fields_of(raw)
    subject = fields.text("subject")
    header = clues_of(fields, sender_of(fields.first("from")) or Address(email=""), subject)
    parts, text = tuple(parts_of(raw)), body_of(raw).text
    report = report_of(fields=fields, parts=parts, text=text, header_clues=header)
    return weighed((*header, *report.clues, *calendar_clues(parts, subject=subject, text=text)))


def a_notice(body: str, *, sender: str = DAEMON, subject: str = "Mail System Error", **fields: str) -> bytes:
    """A report of one plain part in words alone."""
    return a_mail(body, subject=subject, **({"from": sender} | fields))


def a_report(*recipients: str, kind: str = "delivery-status", words: str = "See below.", **fields: str) -> bytes:
    """A report of RFC 6522, with a block for each recipient behind the one for the mail."""
    blocks = "\n\n".join(("Reporting-MTA: dns; mx.example", *recipients) if kind == "delivery-status" else recipients)
    return a_multipart(
        f"report; report-type={kind}",
        f"Content-Type: text/plain\n\n{words}",
        f"Content-Type: message/{kind}\n\n{blocks}",
        **({"from": DAEMON} | fields),
    )

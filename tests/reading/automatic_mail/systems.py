"""
What answers mail by itself, and how its answers look from outside.

From what vendors document, and RFC 3834 and 5230; a body's words are no system's, they're the owner's (`tongue`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tests.reading.automatic_mail.tongue import Lines, lines


class Use(Enum):
    """What a system answers for."""

    ABSENCE = "absence"
    TICKET = "ticket"
    CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """
    A system: header fields, and subjects.

    In them stand `{parent}` for the id of the mail it answers, `{subject}` for that mail's subject, `{prefix}` and
    `{own}` for the language's own words, `{name}` and `{address}` for the author's, `{number}` for a ticket's,
    `{back}` for the day of return, where it's known.
    """

    name: str
    use: Use = Use.ABSENCE
    fields: Lines = ()
    subjects: Lines
    html: bool = False
    of_english: bool = False  # its words can't be changed
    quotes: bool = False  # what it answers, below


_ANSWERING = "In-Reply-To: {parent}\nReferences: {parent}\n"
"""How an answer names what it answers; many systems leave it out."""

SYSTEMS = (
    System(
        name="Exchange Online",
        html=True,
        fields=lines(
            _ANSWERING
            + """
            Thread-Topic: {subject}
            Thread-Index: AQHcfV2sD6y1nq9l5EqV0Yf6Jm0n8bQ1nYwW
            X-MS-Has-Attach:
            X-Auto-Response-Suppress: All
            Auto-Submitted: auto-generated
            X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent
            x-ms-exchange-parent-message-id: {parent}
            """
        ),
        subjects=("{prefix}: {subject}",),
    ),
    System(
        name="Exchange 2007",
        fields=lines("""
            Content-Class: urn:content-classes:message
            X-MimeOLE: Produced By Microsoft Exchange V6.5
            X-MS-Has-Attach:
            X-MS-TNEF-Correlator:
            Thread-Topic: {subject}
            Thread-Index: AcnWk2jv0V3m1RrjQ5q1w2Yx4dC8ZgAAAAEY
            X-Auto-Response-Suppress: DR, OOF, AutoReply
            Auto-Submitted: auto-generated
        """),
        subjects=("{prefix}: {subject}", "Out of Office AutoReply: {subject}"),
    ),
    System(
        name="Outlook.com",
        html=True,
        fields=lines(
            _ANSWERING
            + """
            Thread-Topic: {prefix}: {subject}
            Thread-Index: AQHcfV2sD6y1nq9l5EqV0Yf6Jm0n8bQ1nYwX
            Auto-Submitted: auto-generated
            X-Auto-Response-Suppress: All
            """
        ),
        subjects=("{prefix}: {subject}",),
    ),
    System(
        name="Gmail",
        fields=lines(
            _ANSWERING
            + """
            Auto-Submitted: auto-replied
            Precedence: bulk
            X-Autoreply: yes
            """
        ),
        subjects=("{own} Re: {subject}", "{own}", "Re: {subject}", "{subject}"),
    ),
    System(
        name="Zimbra",
        fields=lines(
            _ANSWERING
            + """
            X-Mailer: Zimbra 8.8.15_GA_4717
            Auto-Submitted: auto-replied (zimbra; vacation)
            Precedence: bulk
            """
        ),
        subjects=("Re: {subject}", "{prefix}: {subject}"),
    ),
    System(
        name="HCL Notes",
        of_english=True,
        fields=lines("""
            In-Reply-To: {parent}
            X-Mailer: HCL Domino Release 12.0.2
            X-MIMETrack: Serialize by Router on mail01/client
            Auto-Submitted: auto-generated
        """),
        subjects=(
            "AUTO: {name} is out of the office (returning {back})",
            "AUTO: {name} is out of the office",
            "{name} is out of the office.",
            "{name} is away",
        ),
    ),
    System(
        name="HCL Notes, localised",
        fields=lines("""
            X-Mailer: Lotus Notes Release 8.5.3
            X-MIMETrack: Serialize by Router on mail01/client
        """),
        subjects=("AUTO: {name}: {own}", "{own}"),
    ),
    System(
        name="Pigeonhole Sieve",
        fields=lines(
            _ANSWERING
            + """
            X-Sieve: Pigeonhole Sieve 0.5.19
            Auto-Submitted: auto-replied (vacation)
            Precedence: bulk
            X-Auto-Response-Suppress: All
            """
        ),
        subjects=("Auto: {subject}", "{own}", "{prefix}: {subject}"),
    ),
    System(
        name="Cyrus Sieve",
        fields=lines("""
            In-Reply-To: {parent}
            X-Sieve: CMU Sieve 3.0
            Auto-Submitted: auto-replied (vacation)
        """),
        subjects=("Automated reply: {subject}", "{own}"),
    ),
    System(
        name="cPanel",
        fields=lines("""
            X-Autorespond: {subject}
            X-Loop: {address}
            Precedence: auto_reply
            X-Precedence: auto_reply
            Auto-Submitted: auto-replied
        """),
        subjects=("{own}", "Re: {subject}", "{prefix}: {subject}"),
    ),
    System(
        name="Plesk",
        fields=lines("""
            Precedence: bulk
            Auto-Submitted: auto-replied
        """),
        subjects=("Re: {subject}", "{prefix}: {subject}"),
    ),
    System(
        name="Kerio Connect",
        fields=lines("""
            X-Mailer: Kerio Connect 9.4.5
            Auto-Submitted: auto-replied
            Precedence: bulk
        """),
        subjects=("{prefix}: {subject}", "Re: {subject}"),
    ),
    System(
        name="GroupWise",
        fields=lines("""
            X-Mailer: Novell GroupWise Internet Agent 18.4.0
            Auto-Submitted: auto-replied
        """),
        subjects=("Re: {subject} ({own})", "{prefix}: {subject}"),
    ),
    System(
        name="qmail-autoresponder",
        quotes=True,
        fields=lines("""
            Delivered-To: Autoresponder
            Precedence: bulk
            Auto-Submitted: auto-replied
        """),
        subjects=("Re: {subject}", "{own}", "{subject}"),
    ),
    System(
        name="vacation(1)",
        fields=lines("""
            Precedence: bulk
            Delivered-By-The-Graces-Of: the vacation program
            Auto-Submitted: auto-replied
        """),
        subjects=("{own}", "Re: {subject}"),
    ),
    System(
        name="Apple Mail rule",
        quotes=True,
        fields=lines(_ANSWERING + "X-Mailer: Apple Mail (2.3776.700.51)"),
        subjects=("Re: {subject}",),
    ),
    System(
        name="Thunderbird filter",
        fields=lines(_ANSWERING + "User-Agent: Mozilla Thunderbird"),
        subjects=("{own}", "Re: {subject}", "Auto: {subject}"),
    ),
    System(
        name="Zendesk",
        use=Use.TICKET,
        html=True,
        fields=lines("""
            X-Mailer: Zendesk Mailer
            X-Zendesk-From-Account-Id: 5c1f0a7
            Auto-Submitted: auto-generated
            X-Auto-Response-Suppress: All
        """),
        subjects=("[Request received] {subject}", "[#{number}] {subject}", "Re: {subject}"),
    ),
    System(
        name="OTRS and Znuny",
        use=Use.TICKET,
        fields=lines(
            _ANSWERING
            + """
            X-Mailer: Znuny Mail Service (6.5)
            X-Powered-By: Znuny
            X-OTRS-Loop: yes
            Precedence: bulk
            Auto-Submitted: auto-replied
            """
        ),
        subjects=("[Ticket#{number}] RE: {subject}", "[Ticket#{number}] {subject}"),
    ),
    System(
        name="Freshdesk",
        use=Use.TICKET,
        html=True,
        fields=lines(
            _ANSWERING
            + """
            X-Auto-Response-Suppress: All
            Auto-Submitted: auto-generated
            """
        ),
        subjects=("Ticket Received - {subject}", "Re: {subject}"),
    ),
    System(
        name="Jira Service Management",
        use=Use.TICKET,
        html=True,
        fields=lines("""
            X-JIRA-FingerPrint: 5f0d1c2b3a49587766554433221100aa
            Auto-Submitted: auto-generated
            Precedence: bulk
        """),
        subjects=("HELP-{number} {subject}",),
    ),
    System(
        name="Request Tracker",
        use=Use.TICKET,
        fields=lines(
            _ANSWERING
            + """
            RT-Ticket: client.example #{number}
            Managed-BY: RT 5.0.5 (http://www.bestpractical.com/rt/)
            Precedence: bulk
            Auto-Submitted: auto-replied
            """
        ),
        subjects=("[client.example #{number}] AutoReply: {subject}", "[client.example #{number}] {subject}"),
    ),
    System(
        name="TMDA",
        use=Use.CHALLENGE,
        fields=lines("""
            X-Delivery-Agent: TMDA/1.1.12
            In-Reply-To: {parent}
            Precedence: bulk
            Auto-Submitted: auto-replied
        """),
        subjects=("Please confirm your message", "Re: {subject}"),
    ),
    System(
        name="BoxTrapper",
        use=Use.CHALLENGE,
        fields=lines("""
            X-Boxtrapper: client.example
            Precedence: auto_reply
            Auto-Submitted: auto-replied
        """),
        subjects=("Your email requires verification verify#{number}",),
    ),
)

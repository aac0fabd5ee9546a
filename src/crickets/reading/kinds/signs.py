"""
What in a header shows that no person wrote a mail, and how much each sign shows.

One table; knows the RFCs and vendors' habits, each beside its row. Must not judge: `in_header` weighs the signs
together. `X-Auto-Response-Suppress` is not in it: Exchange sets it on people's mail as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from crickets.domain.message import Kind
from crickets.domain.robots import is_machine, says_no_reply
from crickets.domain.subject import is_reply_by_hand
from crickets.reading.kinds import titles as phrases
from crickets.reading.kinds.clues import ENOUGH, HINT, PROOF, STRONG
from crickets.reading.words import Words, spoken

SAID = 4
"""What a header says outright: enough, unless the words are plainly a person's (see `humanity`)."""

_BETWEEN = re.compile(r"\s*[:\uff1a-]\s*")
"""What stands between a machine's title and the subject it answers."""

_Find = Callable[[str], re.Match[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """
    One row: what is looked for where, of which kind it is a sign, and how much it weighs.

    A negative weight speaks against the kind. `shown` is the signal's wording, or the match itself is shown.
    `of_lists` marks what every mailing list adds too: it says nothing of a post to one. `always` says that any value
    is the sign, so that none need be looked at.
    """

    kind: Kind
    weight: int
    find: _Find
    shown: str = ""
    of_lists: bool = False
    always: bool = False


def _finder(pattern: str) -> _Find:
    """What seeks a pattern; an anchored one is only tried at the start, where `re.search` would try everywhere."""
    compiled = re.compile(pattern.removeprefix("^"), re.IGNORECASE | re.DOTALL)
    return compiled.match if pattern.startswith("^") or not pattern else compiled.search


def _sign(kind: Kind, weight: int, pattern: str = "", shown: str = "", *, of_lists: bool = False) -> Sign:
    always = not pattern
    return Sign(kind=kind, weight=weight, find=_finder(pattern), shown=shown, of_lists=of_lists, always=always)


def _titled_reply(kind: Kind, weight: int, table: Words) -> Sign:
    """A title in front of a reply's or a forward's own subject."""
    title = phrases.at_start(spoken(table))

    def find(subject: str) -> re.Match[str] | None:
        found = title.match(subject)
        behind = _BETWEEN.match(subject, found.end()) if found else None
        return found if behind and is_reply_by_hand(subject[behind.end() :]) else None

    return Sign(kind=kind, weight=weight, find=find)


def _first_hand(sign: Sign) -> Sign:
    """A sign in subjects that no reply bears."""
    return replace(sign, find=lambda subject: None if is_reply_by_hand(subject) else sign.find(subject))


def _titled(kind: Kind, weight: int, table: Words, behind: str = r"(?!\w)") -> Sign:
    return Sign(kind=kind, weight=weight, find=phrases.at_start(spoken(table), behind).match)


Table = dict[str, tuple[Sign, ...]]
"""Signs by field."""

FIELDS: Table = {
    # RFC 3834 §5: the one field made for this. Its "no" is what a person's mail may say.
    "auto-submitted": (
        _sign(Kind.AUTO_REPLY, SAID, r"auto-replied"),
        _sign(Kind.BULK, STRONG, r"auto-(?:generated|notified|forwarded)"),
        _sign(Kind.AUTO_REPLY, -ENOUGH, r"^\s*no\b", "auto-submitted: no"),
        _sign(Kind.BOUNCE, HINT, r"\((?:failure|rejected)\b"),  # sendmail and Sieve say in the comment what it is
        _sign(Kind.DELAY, ENOUGH, r"\(warning-timeout\b"),
        _sign(Kind.RECEIPT, ENOUGH, r"\(return-receipt\b"),
        _sign(Kind.BULK, -HINT, r"^\s*no\b", "auto-submitted: no"),
    ),
    "content-type": (
        _sign(
            Kind.BOUNCE,
            PROOF,
            r"^multipart/report\b.*report-type\s*=\s*\"?(?:global-)?delivery-status",
            "multipart/report: delivery-status",
        ),  # RFC 3464, 6533
        _sign(
            Kind.RECEIPT,
            PROOF,
            r"^multipart/report\b.*report-type\s*=\s*\"?(?:global-)?disposition-notification",
            "multipart/report: disposition-notification",
        ),  # RFC 8098
        _sign(
            Kind.BULK,
            PROOF,
            r"^multipart/report\b.*report-type\s*=\s*\"?feedback-report",
            "multipart/report: feedback-report",
        ),  # RFC 5965
        _sign(Kind.BOUNCE, HINT, r"^multipart/report\b(?!.*report-type\s*=)", "multipart/report"),
        _sign(Kind.CALENDAR, PROOF, r"^text/calendar\b", "text/calendar"),  # RFC 6047
        _sign(
            Kind.CALENDAR,
            PROOF,
            r"^multipart/.*\bmethod\s*=\s*\"?(?:request|reply|cancel|counter|refresh|add)\b",
            "calendar method",
        ),
    ),
    # Exchange's name for the same.
    "content-class": (_sign(Kind.CALENDAR, PROOF, r"calendarmessage"),),
    # Exim and Gmail name the addresses that failed.
    "x-failed-recipients": (_sign(Kind.BOUNCE, STRONG, r"", "x-failed-recipients"),),
    # The null path of RFC 5321 §4.5.5 and of RFC 3834 §3.3.
    "return-path": (
        _sign(Kind.BOUNCE, HINT, r"^\s*<\s*>", "return-path: <>"),
        _sign(Kind.AUTO_REPLY, HINT, r"^\s*<\s*>", "return-path: <>"),
        _sign(Kind.BOUNCE, HINT, r"mailer-daemon", "return-path: mailer-daemon"),
        _sign(
            Kind.BULK,
            HINT,
            r"bounces?[-+._=]|[-+._]bounces?@|<?(?:msprvs|prvs)\d?=",
            "return-path: bounces",
            of_lists=True,
        ),
    ),
    "precedence": (
        _sign(Kind.AUTO_REPLY, STRONG, r"auto[_-]?reply"),
        _sign(Kind.BULK, HINT, r"^\s*(?:bulk|junk)", of_lists=True),  # on a third of people's list posts as well
    ),
    # Autoresponders of cPanel, Plesk, Kerio, Mercury, Lotus, qmail-autoresponder and many more.
    "x-autoreply": (_sign(Kind.AUTO_REPLY, STRONG, r"^(?!\s*(?:no|false|0)\b)", "x-autoreply"),),
    "x-autoreply-from": (_sign(Kind.AUTO_REPLY, STRONG, r"", "x-autoreply-from"),),
    "x-autorespond": (_sign(Kind.AUTO_REPLY, STRONG, r"^(?!\s*(?:no|false|0)\b)", "x-autorespond"),),
    "x-autoresponder": (_sign(Kind.AUTO_REPLY, STRONG, r"", "x-autoresponder"),),
    "x-auto-reply": (_sign(Kind.AUTO_REPLY, STRONG, r"^(?!\s*(?:no|false|0)\b)", "x-auto-reply"),),
    "x-autogenerated": (
        _sign(Kind.AUTO_REPLY, STRONG, r"reply"),
        _sign(Kind.BULK, ENOUGH, r"^(?!.*reply)", "x-autogenerated"),
    ),
    "x-mail-autoreply": (_sign(Kind.AUTO_REPLY, STRONG, r"", "x-mail-autoreply"),),
    "x-vacation": (_sign(Kind.AUTO_REPLY, STRONG, r"", "x-vacation"),),
    "x-post-messageclass": (_sign(Kind.AUTO_REPLY, STRONG, r"autoresponder"),),
    "x-amazon-auto-reply": (_sign(Kind.AUTO_REPLY, STRONG, r"^\s*true"),),
    # Exchange: the agent that writes the out-of-office replies.
    "x-ms-exchange-generated-message-source": (
        _sign(Kind.AUTO_REPLY, STRONG, r"mailbox rules agent"),
        _sign(Kind.BOUNCE, HINT, r"antispam|journal|transport"),
    ),
    "x-mailer": (
        _sign(Kind.AUTO_REPLY, STRONG, r"vacation|auto-?respon"),
        _sign(
            Kind.BULK,
            ENOUGH,
            r"mailchimp|phplist|sendinblue|brevo|campaign|sendy|acymailing|mailpoet|swiftmailer|newsletter|mass ?mail",
        ),
    ),
    # RFC 8058: one click ends a subscription, and nobody subscribes to a person.
    "list-unsubscribe-post": (_sign(Kind.BULK, STRONG, r"one-click", "list-unsubscribe-post: one-click"),),
    # RFC 2369, 2919: what lists of subscribers carry.
    "list-unsubscribe": (_sign(Kind.BULK, STRONG, r"", "list-unsubscribe", of_lists=True),),
    "list-id": (_sign(Kind.BULK, ENOUGH, r"", "list-id", of_lists=True),),
    # Gmail's, set by those who send in bulk, and by Amazon SES on everything.
    "feedback-id": (_sign(Kind.BULK, HINT, r"", "feedback-id"),),
    "x-csa-complaints": (_sign(Kind.BULK, ENOUGH, r"", "x-csa-complaints"),),
    "x-campaign": (_sign(Kind.BULK, STRONG, r"", "x-campaign"),),
    "x-campaign-id": (_sign(Kind.BULK, STRONG, r"", "x-campaign-id"),),
    "x-campaignid": (_sign(Kind.BULK, STRONG, r"", "x-campaignid"),),
    "x-mc-user": (_sign(Kind.BULK, STRONG, r"", "x-mc-user"),),
    "x-cron-env": (_sign(Kind.BULK, STRONG, r"", "x-cron-env"),),
    "x-github-reason": (_sign(Kind.BULK, PROOF, r"", "x-github-reason"),),
    "x-gitlab-project": (_sign(Kind.BULK, PROOF, r"", "x-gitlab-project"),),
    "x-jira-fingerprint": (_sign(Kind.BULK, PROOF, r"", "x-jira-fingerprint"),),
    "x-bugzilla-reason": (_sign(Kind.BULK, PROOF, r"", "x-bugzilla-reason"),),
    "x-facebook-notify": (_sign(Kind.BULK, PROOF, r"", "x-facebook-notify"),),
    "x-linkedin-template": (_sign(Kind.BULK, PROOF, r"", "x-linkedin-template"),),
    # Who answers a mail has read it, or is a machine that answers: either way it's no newsletter.
    "in-reply-to": (_sign(Kind.BULK, -HINT, r"", "in-reply-to"),),
}
"""Signs by field."""

SENDERS: tuple[Sign, ...] = (
    _sign(Kind.BOUNCE, ENOUGH, r"^(?:mailer|mail)[-_.]?daemon\b", "from: mailer-daemon"),
    _sign(Kind.BOUNCE, HINT, r"^(?:post[-_.]?master|mail-?admin\w*|mdaemon|mailadm|mmdf)\b", "from: postmaster"),
    _sign(Kind.BOUNCE, ENOUGH, r"^microsoftexchange[0-9a-f]{32}@", "from: microsoft exchange"),
    Sign(kind=Kind.BULK, weight=STRONG, find=says_no_reply, shown="from: no-reply"),
    Sign(kind=Kind.BULK, weight=ENOUGH, find=is_machine, shown="from: a machine's address"),
    _sign(
        Kind.BULK,
        HINT,
        r"^(?:news|marketing|promo\w*|offers?|deals?|updates?|orders?|receipts?|confirmations?|reminders?|security"
        r"|root|www-data|apache|system|service)@",
        "from: a function's address",
    ),
    _sign(Kind.CALENDAR, HINT, r"^calendar-(?:notification|invite|server)s?@", "from: a calendar"),  # its reminders too
)
"""Signs in the address a mail is from."""

NAMES: tuple[Sign, ...] = (
    _sign(
        Kind.BOUNCE,
        HINT,
        r"^(?:(?:mail|e-?mail|message) (?:deliver[y ]|administrator|system|transfer)|system ?administrator"
        r"|postmaster|mailer[- ]daemon|internet mail delivery|microsoft outlook$)",
        "from: a mail system's name",
    ),
)
"""Signs in the name a mail is from."""

_TITLE_ENDS = r"(?=\s*(?:[:\-\u2013\u2014|(\[.,!;\uff1a\u3002\"\u201c]|$))"
"""Where a machine's title ends: a person's sentence would go on."""

MAY_BEGIN = phrases.beginnings(
    spoken(phrases.AUTO_REPLY, phrases.ABSENCE, phrases.BOUNCE, phrases.DELAY, phrases.RECEIPT, phrases.CALENDAR)
)
"""The first letters of all phrases: most subjects have others, and are spared the search."""

SUBJECTS: tuple[Sign, ...] = (
    _titled(Kind.AUTO_REPLY, STRONG, phrases.AUTO_REPLY, _TITLE_ENDS),
    _titled(Kind.AUTO_REPLY, HINT, phrases.AUTO_REPLY),
    _titled(Kind.AUTO_REPLY, HINT, phrases.ABSENCE, _TITLE_ENDS),
    # In front of a reply's own subject nobody writes such a word by hand.
    _titled_reply(Kind.AUTO_REPLY, STRONG, phrases.ABSENCE),
    _titled(Kind.DELAY, ENOUGH, phrases.DELAY),
    _titled(Kind.RECEIPT, HINT, phrases.RECEIPT, ""),
    # Lotus Notes and its heirs put the name first.
    _first_hand(
        _sign(
            Kind.AUTO_REPLY,
            ENOUGH,
            rf"^{phrases.TAGS}\S[^:]{{0,80}}? (?:is|ist|è|est|está) (?:(?:currently|now) )?"
            r"(?:out of (?:the )?office|außer haus|nicht im büro|fuori ufficio)\b[^:]{0,40}$",
        )
    ),
    _sign(Kind.BULK, STRONG, r"^complaint about message from \S", "subject: a complaint"),  # Hotmail's abuse reports
    # What version control systems send to those who follow a project.
    _sign(
        Kind.BULK,
        STRONG,
        r"^(?:\[[^\]]{1,60}\]\s*)*(?:\S{1,80} )?(?:(?:git|svn|cvs|hg) )?commit: \S",
        "subject: commit",
    ),
    _sign(
        Kind.RECEIPT,
        STRONG,
        r"^(?:return receipt \(|successful mail delivery report|delivery status notification \((?:success|relay))",
    ),
    _titled(Kind.BOUNCE, HINT, phrases.BOUNCE),
    _titled(Kind.CALENDAR, HINT, phrases.CALENDAR, ""),
)
"""Signs in the subject."""

CONTENT_WORDS = (b"report", b"calendar", b"method")
"""One of these stands in every Content-Type that shows something."""

FIELDS_OF_WHOLE: Table = {
    # Apple Mail, which unsubscribes by a mail that says to be an automatic reply.
    "x-apple-unsubscribe": (
        _sign(Kind.BULK, PROOF, r"^\s*true", "x-apple-unsubscribe"),
        _sign(Kind.AUTO_REPLY, -PROOF, r"^\s*true", "x-apple-unsubscribe"),
    ),
    # Exchange's and MDaemon's mark on their reports.
    "x-ms-exchange-message-is-ndr": (_sign(Kind.BOUNCE, STRONG, r"", "x-ms-exchange-message-is-ndr"),),
    "x-mddsn-message": (_sign(Kind.BOUNCE, STRONG, r"^\s*true", "x-mddsn-message"),),
    "x-ms-embedded-report": (_sign(Kind.BOUNCE, HINT, r"", "x-ms-embedded-report"),),
    # iCloud's and FirstClass's vacation replies, and old habits of the nineties.
    "x-apple-action": (_sign(Kind.AUTO_REPLY, STRONG, r"vacation", "x-apple-action: vacation"),),
    "x-fc-machinegenerated": (_sign(Kind.AUTO_REPLY, STRONG, r"^\s*true", "x-fc-machinegenerated"),),
    "x-autoresponse": (_sign(Kind.AUTO_REPLY, STRONG, r"^(?!\s*(?:no|false|0)\b)", "x-autoresponse"),),
    "x-precedence": (_sign(Kind.AUTO_REPLY, STRONG, r"auto[_-]?reply"),),
    "preference": (_sign(Kind.AUTO_REPLY, STRONG, r"auto[_-]?reply"),),
    "delivered-to": (_sign(Kind.AUTO_REPLY, STRONG, r"^\s*auto-?responder\b", "delivered-to: autoresponder"),),
    # Exchange marks what a rule in a mailbox sent, the out-of-office replies among it; so are forwarded mails.
    "x-ms-exchange-inbox-rules-loop": (_sign(Kind.AUTO_REPLY, HINT, r"", "x-ms-exchange-inbox-rules-loop"),),
    # Help desks acknowledge under these; OTRS sets it "no" where an answer is wanted.
    "x-otrs-loop": (_sign(Kind.AUTO_REPLY, HINT, r"^(?!\s*(?:no|false|0)\b)", "x-otrs-loop"),),
    "x-auto-generated": (_sign(Kind.BULK, STRONG, r"^(?!\s*(?:no|false|0)\b)", "x-auto-generated"),),
    # Services that send for shops and firms, and what they are told of each mailing.
    "x-mandrill-user": (_sign(Kind.BULK, HINT, r"", "x-mandrill-user"),),
    "x-sfmc-stack": (_sign(Kind.BULK, STRONG, r"", "x-sfmc-stack"),),
    "x-rpcampaign": (_sign(Kind.BULK, STRONG, r"", "x-rpcampaign"),),
    "x-mailer-recptid": (_sign(Kind.BULK, STRONG, r"", "x-mailer-recptid"),),
    "x-mj-mid": (_sign(Kind.BULK, HINT, r"", "x-mj-mid"),),
    "x-unsubscription-info": (_sign(Kind.BULK, HINT, r"", "x-unsubscription-info", of_lists=True),),
    "x-list-unsubscribe": (_sign(Kind.BULK, ENOUGH, r"", "x-list-unsubscribe", of_lists=True),),
    # Trackers, forums and alarms.
    "x-discourse-topic-id": (_sign(Kind.BULK, STRONG, r"", "x-discourse-topic-id"),),
    "x-phabricator-sent-this-message": (_sign(Kind.BULK, STRONG, r"", "x-phabricator"),),
    "x-redmine-host": (_sign(Kind.BULK, STRONG, r"", "x-redmine-host"),),
    "x-trac-project": (_sign(Kind.BULK, STRONG, r"", "x-trac-project"),),
    "x-launchpad-notification-type": (_sign(Kind.BULK, STRONG, r"", "x-launchpad-notification-type"),),
    "x-gerrit-messagetype": (_sign(Kind.BULK, STRONG, r"", "x-gerrit-messagetype"),),
    "x-asana-notification": (_sign(Kind.BULK, STRONG, r"", "x-asana-notification"),),
    "x-pagerduty-message-type": (_sign(Kind.BULK, STRONG, r"", "x-pagerduty-message-type"),),
}
"""Signs by field that are weighed only where the whole mail has been read: too rare to be asked of every mail."""

POSTING: Mapping[str, _Find] = {
    "list-post": _finder(r"^(?!\s*no\b)"),  # RFC 2369 §3.4: "NO" is a list that nobody may post to
    "mailing-list": _finder(""),  # ezmlm, Yahoo and Google Groups
    "x-mailing-list": _finder(""),
    "x-mailman-version": _finder(""),
    "x-beenthere": _finder(""),
    "x-google-group-id": _finder(""),
    "x-listprocessor-version": _finder(""),
    "precedence": _finder(r"^\s*list\b"),
    "sender": _finder(
        r"(?:\A|<|\s)(?:owner-[\w.+-]+|[\w.+-]+-(?:bounces?|owner|admin|request|errors))(?:[+=][^@\s]*)?@"
    ),
}
"""What shows that a mail went through a list to which people post."""

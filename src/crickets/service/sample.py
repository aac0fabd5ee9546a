"""
For `template render`: a template filled from a real thread, as a draft of it would read; nothing is laid.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from crickets.domain.dunning import last_notice_at
from crickets.domain.followup import FollowUp, follow_up
from crickets.domain.ladder import Demand, demand_of, told_together
from crickets.domain.letter import Letter, Voice
from crickets.domain.message import Message, MessageId
from crickets.domain.notice import NOTICE_NAMES, LateInvoice, Notice
from crickets.domain.people import asked_before
from crickets.domain.receivable import ladder_of
from crickets.domain.thread import Thread
from crickets.domain.verdict import LayDraft, Verdict
from crickets.errors import CricketsError, ExitCode
from crickets.service.application import Application
from crickets.service.overview import Detail
from crickets.service.write import Letters
from crickets.writing import message_id_for, write_draft


class NothingToFill(CricketsError):
    """A thread in which there is nobody to write to."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """
    The draft's bytes; `without_letters` says why it shows neither quote nor voice, and is empty if it does.

    `made_up` says that the invoice it tells of is nobody's.
    """

    message: bytes
    without_letters: str = ""
    made_up: bool = False


def sample(
    app: Application, detail: Detail | None, template: str, language: str, *, formal: bool | None = None
) -> Sample:
    """
    The draft that this template would make in a thread; from the ledger alone where the server can't be asked.

    In `language`, and in the polite or the familiar form, where either is asked for; else as its draft would be.
    """
    verdict = None if detail is None else detail.verdict
    if detail is None or verdict is None or verdict.anchor is None or verdict.client is None:
        raise NothingToFill("There is nobody to write to in this thread.", remedy="Choose one of `crickets status`.")
    mail = _follow_up(app, detail.thread, verdict, verdict.anchor, template)
    mail = replace(mail, language=language) if language else mail
    made_up = template in NOTICE_NAMES and mail.notice is None
    if made_up:
        mail = replace(mail, notice=_made_up(app))
    try:
        with _letters(app, verdict.account) as letters:
            anchor = letters.of(verdict.anchor)
            voice = letters.voice_for(mail, anchor, silent=verdict.client)
    except CricketsError as error:
        bare = _in_form(Voice(), formal=formal)
        return Sample(message=_written(app, mail, bare, Letter()), without_letters=error.what, made_up=made_up)
    asked = _in_form(voice, formal=formal)
    mail = mail if asked.formal is voice.formal else replace(mail, greeting="")
    return Sample(message=_written(app, mail, asked, anchor), made_up=made_up)


def _in_form(voice: Voice, *, formal: bool | None) -> Voice:
    """The voice in the form that's asked for; what it shows in another (“Ciao Anna,”) wouldn't go with it."""
    if formal is None or formal is voice.formal:
        return voice
    return replace(voice, formal=formal, greeting="", sign_off="", unsigned=False)


def _follow_up(app: Application, thread: Thread, verdict: Verdict, anchor: Message, template: str) -> FollowUp:
    lay = LayDraft(
        plan=verdict.plan,
        step=verdict.step,
        template=template,
        parent=anchor,
        attempt=0,
        asked=asked_before(anchor, thread.messages, app.settings.policy.owner),
        demand=_demand(app, thread, template),
    )
    return follow_up(lay, verdict=verdict, policy=app.settings.policy, now=app.clock(), identify=_identify)


def _demand(app: Application, thread: Thread, template: str) -> Demand | None:
    """What a notice would say of the client's late invoices, those of their other threads too, if there are any."""
    policy, known = app.settings.policy, ladder_of(thread.invoices)
    if template not in NOTICE_NAMES or not known:
        return None
    now, others = app.clock(), (*known[1:], *thread.debts.followed)
    late = told_together(known[0], others, policy.calendar, now)
    last_at = last_notice_at(late, template, thread, policy.plans, policy.owner)
    invoicing = policy.invoicing_for(known[0].debtor)
    return demand_of(late, template, invoicing, policy.calendar, now, last_at=last_at)


def _made_up(app: Application) -> Notice:
    """A notice about an invoice that is nobody's."""
    today, deadline = app.settings.policy.calendar.day_of(app.clock()), app.settings.policy.invoicing.deadline_days
    late = LateInvoice(number="2026-14", amount=Decimal(1200), due_on=today - timedelta(days=30), days_late=30)
    return Notice(invoices=(late,), currency="EUR", deadline=today + timedelta(days=deadline))


def _identify(domain: str) -> MessageId:
    return message_id_for("a sample that is never laid", domain)


@contextmanager
def _letters(app: Application, account: str) -> Iterator[Letters]:
    with closing(app.connect(account)) as mailbox:
        yield Letters(mailbox=mailbox, ledger=app.ledger, policy=app.settings.policy)


def _written(app: Application, mail: FollowUp, voice: Voice, anchor: Letter) -> bytes:
    return write_draft(mail, voice, anchor, app.settings.policy.owner.name, app.shelf)

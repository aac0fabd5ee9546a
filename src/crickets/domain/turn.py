"""
Whose turn it is: the mail that waits for the owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from crickets.domain.evidence import Evidence
from crickets.domain.message import Kind, Message, Role
from crickets.domain.owner import Owner, matches
from crickets.domain.people import answers, is_later, own_mail
from crickets.domain.persons import mailbox_of
from crickets.domain.policy import Policy
from crickets.domain.robots import is_robot
from crickets.domain.standing import follows, last_word
from crickets.domain.subject import is_reply
from crickets.domain.thread import Thread

YOUR_TURN_AFTER = timedelta(hours=24)
"""What is not answered within a day mostly never is; so long the owner is left in peace, and on days off."""

_A_MONTH = timedelta(days=30)


def listed_since(policy: Policy, now: datetime) -> datetime:
    """
    Since when mail must have come to a thread that waits for the owner, for it to be listed; else it's only counted.

    What nobody answered nor asked after for longer than `track.since`, and a month at least, mostly never is.
    """
    return now - max(policy.tracking.since, _A_MONTH)


def has_waited_long(thread: Thread, since: datetime) -> bool:
    """Whether nothing has come to a thread since that moment."""
    return all(message.received < since for message in thread.messages)


def waiting_mail(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Message | None:
    """
    The oldest mail to the owner that has waited for a working day, all of theirs since being answered by nobody.

    An order by which the thread is followed up deals with what came before it: it's the client who is waited for then.
    """
    oldest = _oldest_waiting(thread, policy, evidence, now)
    return oldest if oldest is not None and _has_waited(oldest, policy, now) else None


def waits_from(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> datetime | None:
    """When the oldest mail that nobody has answered has waited, or will have waited, for a working day."""
    oldest = _oldest_waiting(thread, policy, evidence, now)
    return None if oldest is None else policy.calendar.worked_off(oldest.received, YOUR_TURN_AFTER)


def begun_anew(mails: Iterable[Message], thread: Thread, owner: Owner) -> tuple[Message, ...]:
    """Those of some mails with which the owner has begun to write under a new subject, outside of a thread."""
    here = {i for message in thread.messages for i in message.ids}
    own = own_mail(tuple({m.id: m for m in mails if m.id not in here}.values()), owner)
    return tuple(mail for mail in own if not mail.parents and not is_reply(mail.subject))


def answered_anew(mail: Message, thread: Thread) -> Message | None:
    """
    What the owner has begun to write since to the author of a mail, under a new subject: many answer so; or None.

    They have turned to who waits for them. What they only wrote in another thread says nothing of this one.
    """
    theirs = mailbox_of(mail.sender)
    since = (m for m in thread.begun_anew if any(mailbox_of(a) == theirs for a in m.to) and not is_later(mail, m))
    return next(since, None)


def _oldest_waiting(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Message | None:
    waiting = unanswered_in(thread, policy, evidence, now)
    return next((m for m in waiting if answered_anew(m, thread) is None), None)


def unanswered_in(thread: Thread, policy: Policy, evidence: Evidence, now: datetime) -> Iterator[Message]:
    """The mails of a thread that wait for the owner, the oldest first, by what was written and ordered there."""
    horizon = evidence.begins(policy.tracking.since, now)
    if all(m.received < horizon for m in thread.messages):
        return  # as in most threads
    last = last_word(thread, own_mail(thread.messages, policy.owner))
    for mail in answers(thread.messages, policy.owner):
        if _asks_the_owner(mail, thread, policy) and (last is None or follows(mail, last)) and mail.received >= horizon:
            yield mail


def _has_waited(message: Message, policy: Policy, now: datetime) -> bool:
    """Whether it has waited long enough; how many days off that were is asked only of what has waited a day."""
    if now - message.received < YOUR_TURN_AFTER:
        return False
    return policy.calendar.worked_off(message.received, YOUR_TURN_AFTER) <= now


def _asks_the_owner(message: Message, thread: Thread, policy: Policy) -> bool:
    """Whether a person wrote it to the owner themselves, and it lies where mail is read."""
    to_me = any(policy.owner.is_me(a) for a in message.recipients)
    seen = bool(message.places - {Role.JUNK, Role.TRASH})
    wanted = not matches(message.sender, policy.tracking.ignore) and not is_robot(message.sender)
    said = message.remarks
    pays = said is not None and said.pays_by is not None and any(i.is_confirmed or i.is_open for i in thread.invoices)
    asks = said is None or not (pays or said.promised or said.expectation.answer is False)
    return message.kind is Kind.PERSON and to_me and seen and wanted and asks and not message.to_list

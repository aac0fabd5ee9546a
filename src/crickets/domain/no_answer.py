"""
The questions about mail that came and is no answer, or only perhaps one: it keeps the next step back all the same.

Each answers with a ruling or passes on; their place among all the others is in `questions`.
"""

from __future__ import annotations

from datetime import timedelta

from crickets.domain.calendar import ONE_DAY
from crickets.domain.case import Case
from crickets.domain.message import Message
from crickets.domain.people import is_later
from crickets.domain.plans import Do
from crickets.domain.ruling import Ruling, in_answer_to, who_of
from crickets.domain.verdict import Reason, State, why


def has_bounced(case: Case) -> Ruling | None:
    """
    No mail follows one that came back, until the owner has written another or ordered to go on.

    A call or a task that is due needs none, and says nothing of the address when it's done.
    """
    bounce = next((m for m in case.thread.messages if case.came_back(m) and _is_since(m, case)), None)
    falls = None if case.step is None or case.step.do is Do.DRAFT else case.due
    if bounce is None or (falls is not None and falls.at <= case.now):
        return None
    reason = why(Reason.BOUNCED, day=case.day(bounce.received), thread=case.thread.id)
    return Ruling(state=State.HELD, reason=reason, next_at=None if falls is None else falls.at)


def is_doubtful(case: Case) -> Ruling | None:
    """A mail that may be an answer is the owner's to look at: nothing is laid, and nothing counted as answered."""
    mail = case.doubtful
    if mail is None:
        return None
    signals = ", ".join(mail.signals)
    about = {"who": who_of(mail), "day": case.day(mail.received), "signals": signals, "thread": case.thread.id}
    return Ruling(state=State.HELD, reason=why(Reason.LIKE_A_MACHINE, **about))


def is_perhaps_answered(case: Case) -> Ruling | None:
    """Somebody of the client's name has replied under this subject: theirs or a namesake's, the owner knows."""
    mail = next((m for m in reversed(case.thread.perhaps) if _is_since(m, case)), None)
    if mail is None:
        return None
    about = {"who": who_of(mail), "day": case.day(mail.received), "address": mail.sender.email}
    return Ruling(state=State.HELD, reason=why(Reason.PERHAPS_ANSWERED, **about, thread=case.thread.id))


def has_left(case: Case) -> Ruling | None:
    """Nobody reads that address any more, says an automatic reply: the owner is told whom it names instead."""
    notice = case.notice
    if notice is None or notice.remarks is None or not notice.remarks.has_left:
        return None
    instead = _instead(notice) or ": ask whom to write to"
    reason = why(Reason.HAS_LEFT, who=notice.sender.email, day=case.day(notice.received), instead=instead)
    return Ruling(state=State.HELD, reason=reason)


def _instead(notice: Message) -> str:
    """Whom a notice names to write to meanwhile, as the end of a sentence."""
    others = () if notice.remarks is None else notice.remarks.write_instead
    return f", naming {' or '.join(a.email for a in others)} instead" if others else ""


def is_away(case: Case) -> Ruling | None:
    """The client's absence, and one working day for what waits on their desk."""
    notice, calendar = case.notice, case.policy.calendar
    if notice is None:
        return None
    about = {"who": who_of(notice), "instead": _instead(notice)}
    if notice.remarks is None:
        unread = why(Reason.WORDS_UNREAD, day=case.day(notice.received), **about)
        return Ruling(state=State.HELD, reason=unread) if _is_recent(notice, case) else None
    since, until = case.day(notice.received), notice.remarks.away_until
    back, off = calendar.next_working(until or since + _AWAY_FOR)
    day, more = calendar.next_working(back + ONE_DAY)
    at = calendar.opening(day)
    if case.now >= at:
        return None
    kind = Reason.AWAY_FOR_A_WHILE if until is None else Reason.AWAY
    reason = why(kind, since=since, until=until, day=day, **about)
    return Ruling(state=State.HELD, reason=reason, next_at=at, passed_over=(*off, *more))


def _is_recent(notice: Message, case: Case) -> bool:
    """Whether a notice came so late that its words, were they known, could say that its author is still away."""
    return case.now - notice.received <= max(case.policy.tracking.since, _AWAY_FOR)


_AWAY_FOR = timedelta(days=7)
"""How long somebody counts as away who doesn't say until when: a responder answers the same sender once a week."""


def has_promised(case: Case) -> Ruling | None:
    """A holding reply, or money promised, is an answer until the step falls due that counts from the day it names."""
    off, falls = case.put_off, case.due
    if off is None or falls is None or case.now >= falls.at:
        return None
    about = {"who": who_of(off.promise), "day": case.day(off.promise.received), "where": in_answer_to(off.elsewhere)}
    kind = Reason.PROMISED if off.pays_by is None else Reason.PROMISED_MONEY
    reason = why(kind, **about, until=off.until, step=case.standing.step + 1, due=case.day(falls.at))
    return Ruling(state=State.HELD, reason=reason, next_at=falls.at)


def _is_since(message: Message, case: Case) -> bool:
    """Whether a mail came after the anchor, and after the order that began the count anew."""
    order = case.standing.order
    return is_later(message, case.standing.anchor) and (order is None or message.received > order.at)

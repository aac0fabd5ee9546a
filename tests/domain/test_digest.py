"""The digest: whether it's worth a mail, on which days there is one, and that it's no fact among the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from crickets.domain.decide import decide
from crickets.domain.digest import Digest, DraftWaits, Hold, Matter, YourTurn, due_day, hour_of, without_digests
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.problem import Fault, Problem
from crickets.domain.thread import ThreadId
from tests.builders import (
    ANNA,
    DANA,
    NOW,
    OWNER,
    a_calendar,
    a_policy,
    a_reply,
    a_sent,
    a_thread,
    an_id,
    june,
    some_evidence,
)

TODAY = date(2026, 6, 17)
NINE = time(9)
OURS = MessageId("digest@studio.example")
DIGESTS = frozenset({OURS})


def a_hold(thread: str = "k3f9", matter: Matter = Matter.AWAY, day: date | None = date(2026, 6, 20)) -> Hold:
    """A thread that waits."""
    return Hold(thread=ThreadId(thread), client=ANNA, subject="The new site", matter=matter, day=day)


# ------------------------------------------------------------------------------------- whether it's sent


def test_nothing() -> None:
    """It's not worth a mail."""
    assert not Digest(day=TODAY).is_worth_a_mail(frozenset())
    assert Digest(day=TODAY).is_empty


@pytest.mark.parametrize(
    "digest",
    [
        Digest(day=TODAY, drafts=(DraftWaits(thread=ThreadId("a"), client=ANNA, subject=""),)),
        Digest(day=TODAY, turns=(YourTurn(thread=ThreadId("a"), client=ANNA, subject="", since=TODAY),)),
        Digest(day=TODAY, troubles=(a_hold(),)),
        Digest(day=TODAY, problems=(Problem(fault=Fault.HUNG_UP, account="work"),)),
    ],
    ids=["a draft", "a turn", "a trouble", "a problem"],
)
def test_something_to_do(digest: Digest) -> None:
    """It's told each morning for as long as it's to be done."""
    assert digest.is_worth_a_mail(digest.marks)


def test_holds_that_were_told() -> None:
    """What only waits is told once."""
    digest = Digest(day=TODAY, holds=(a_hold("a"), a_hold("b")))

    assert digest.is_worth_a_mail(frozenset())
    assert not digest.is_worth_a_mail(digest.marks)
    assert not digest.is_empty
    assert not replace(digest, holds=digest.holds[:1]).is_worth_a_mail(digest.marks)  # one less is no news


@pytest.mark.parametrize("new", [a_hold("c"), a_hold("a", Matter.PAUSED), a_hold("a", day=date(2026, 6, 21))])
def test_a_new_hold(new: Hold) -> None:
    """Another thread, another reason, another day: it's worth a mail."""
    told = Digest(day=TODAY, holds=(a_hold("a"), a_hold("b"))).marks

    assert Digest(day=TODAY, holds=(a_hold("b"), new)).is_worth_a_mail(told)


# --------------------------------------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (june(17, 8, 59), None),
        (june(17, 9), TODAY),
        (june(17, 23, 59), TODAY),
        (june(18, 0, 1), None),
        (june(20, 12), None),
        (june(22, 9), date(2026, 6, 22)),
    ],
)
def test_the_hour(now: datetime, due: date | None) -> None:
    """From the hour on, to the end of the same day; a missed day isn't made up for, and a Saturday has none."""
    assert due_day(a_calendar(), NINE, now) == due


def test_a_holiday() -> None:
    """A day off has none."""
    assert due_day(a_calendar(holidays={TODAY: "the 17th"}), NINE, june(17, 10)) is None


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(9), datetime(2026, 10, 25, 8, tzinfo=UTC)),
    ],
)
def test_an_hour_at_a_change_of_clocks(day: date, at: time, moment: datetime) -> None:
    """In the gap it's as long after midnight as on other days; in the fold it's the first of the two."""
    assert hour_of(a_calendar(), at, day) == moment


def test_the_fold_has_one() -> None:
    """The hour that comes twice is of the same day: whoever sent one has sent it."""
    calendar = a_calendar(working_days=frozenset(range(7)))
    moments = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))

    assert {due_day(calendar, time(2, 30), moment) for moment in moments} == {date(2026, 10, 25)}


# ------------------------------------------------------------------------------------ no fact among others


def a_digest(places: frozenset[Role] = frozenset({Role.INBOX}), **changes: object) -> Message:
    """What came this morning from Dana to herself; whoever carried it has lost its Auto-Submitted."""
    mail = a_sent(june(12), id=OURS, to=(DANA,), subject="Crickets, 12 June: 1 draft", places=places)
    return replace(mail, **changes)  # type: ignore[arg-type]


def known(*messages: Message) -> tuple[Message, ...]:
    """The mails as they're kept."""
    return without_digests(messages, DIGESTS, OWNER)


def test_a_ledger_without_digests() -> None:
    """Nothing is looked at."""
    assert without_digests((a_digest(),), frozenset(), OWNER) == (a_digest(),)


@pytest.mark.parametrize("role", [Role.INBOX, Role.SENT, Role.ALL, Role.ARCHIVE, Role.TRASH])
def test_a_digest(role: Role) -> None:
    """Wherever it lies it's known for what it is, and nothing is decided of it."""
    thread = a_thread(*known(a_digest(frozenset({role}))))

    assert thread.messages[0].kind is Kind.DIGEST
    assert decide(thread, a_policy(), some_evidence(), NOW) is None


@pytest.mark.parametrize(
    "other",
    [
        a_digest(id=an_id("other")),
        a_digest(to=(DANA, ANNA)),
        a_digest(sender=ANNA),
        a_reply(june(12), parents=(OURS,)),
    ],
    ids=["another id", "to somebody else too", "by a stranger who knows its id", "a client's answer to it"],
)
def test_what_is_none(other: Message) -> None:
    """Its id alone doesn't make a mail one, nor does who sent it."""
    assert known(other) == (other,)


def test_a_digest_passed_on() -> None:
    """What the owner forwards of it to a client is nothing to follow up: a draft would quote it to them."""
    asked = a_reply(june(1))
    passed_on = a_sent(june(12), parents=(OURS,), subject="Fwd: Crickets, 12 June: 1 draft")
    thread = a_thread(asked, *known(a_digest(), passed_on))

    verdict = decide(thread, a_policy(), some_evidence(), NOW)

    assert verdict is not None
    assert verdict.anchor is None or verdict.anchor.id == asked.id
    assert verdict.lay is None


def test_an_answer_to_a_digest_passed_on() -> None:
    """It waits for the owner as any mail does, and what they write to it is followed up as any mail is."""
    passed_on = a_sent(june(8), id=an_id("fwd"), parents=(OURS,), subject="Fwd: Crickets")
    asked = a_reply(june(9), parents=(OURS, an_id("fwd")), subject="Re: Fwd: Crickets")
    wrote = a_sent(june(10), answering=asked, subject="Re: Fwd: Crickets")
    mails = known(a_digest(), passed_on, asked, wrote)

    waits = decide(a_thread(*mails[:-1]), a_policy(), some_evidence(), NOW)
    follows = decide(a_thread(*mails), a_policy(), some_evidence(), NOW)

    assert waits is not None
    assert waits.your_turn_since == asked.received
    assert follows is not None
    assert follows.anchor is not None
    assert follows.anchor.id == wrote.id


def test_an_owner_with_two_addresses() -> None:
    """From one of theirs to the other it's a digest still."""
    owner = replace(OWNER, addresses=(*OWNER.addresses, "*@levi.example"), zone=ZoneInfo("UTC"))
    mail = a_digest(to=(Address(email="dana@levi.example"),))

    assert [m.kind for m in without_digests((mail,), DIGESTS, owner)] == [Kind.DIGEST]

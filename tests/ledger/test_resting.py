"""Which threads rest, and what wakes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from crickets.domain.calendar import Day
from crickets.domain.kinship import bonds
from crickets.domain.message import Message, Role
from crickets.domain.remarks import Remarks
from crickets.domain.rest import Census, Rest
from crickets.domain.thread import DraftState, Thread, ThreadId
from crickets.domain.verdict import State
from crickets.ledger import SqlLedger, ledger_in_memory
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    a_draft,
    a_listed_draft,
    a_listing,
    a_receipt,
    a_reply,
    a_sent,
    a_stop,
    ago,
    an_address,
    an_id,
    an_invoice,
)
from tests.contract.test_ledger import keep

OFFER = a_sent(ago(days=3), id=an_id("offer"))
OTHER = a_sent(ago(days=2), id=an_id("other"), subject="Else", to=(an_address("eve@elsewhere.example"),))
LATER = NOW + timedelta(days=1)
FOR_GOOD = Rest(state=State.ANSWERED)
DRAFT = a_draft(NOW, parent=OFFER, state=DraftState.INTENDED)
_TODAY = Day(date=NOW.date(), begins=ago(hours=10))


@pytest.fixture
def ledger() -> Iterator[SqlLedger]:
    """A ledger that knows two threads."""
    with closing(ledger_in_memory()) as made:
        keep(made, OFFER, OTHER, role=Role.SENT)
        made.complete("work", ago(days=1))
        made.abide_by("work", "these", NOW)
        yield made


def thread_of(ledger: SqlLedger, message: Message) -> Thread:
    """The thread that holds a mail."""
    return next(thread for thread in ledger.threads("work") if message.id in {m.id for m in thread.messages})


def all_rest(ledger: SqlLedger, rest: Rest = FOR_GOOD) -> None:
    """Have every thread rest."""
    looked_at = tuple(thread.id for thread in ledger.to_be_judged("work", NOW))
    ledger.rest("work", [(name, rest) for name in looked_at], NOW)
    assert awake(ledger) == set()


def awake(ledger: SqlLedger) -> set[ThreadId]:
    """The threads that don't rest."""
    return {thread.id for thread in ledger.awake("work", NOW)}


def test_what_was_never_looked_at(ledger: SqlLedger) -> None:
    """It's awake, and rests once somebody says so."""
    assert len(awake(ledger)) == 2

    all_rest(ledger)

    assert list(ledger.to_be_judged("work", NOW)) == []


def test_a_moment(ledger: SqlLedger) -> None:
    """Then the thread is awake again."""
    all_rest(ledger, Rest(until=LATER, due_at=LATER + timedelta(hours=1)))

    assert len(list(ledger.awake("work", LATER))) == 2
    assert ledger.due_next("work", LATER) == LATER + timedelta(hours=1)
    assert ledger.due_next("work", LATER + timedelta(hours=1)) is None


_NEWS: dict[str, Callable[[SqlLedger, Thread], object]] = {
    "an answer": lambda ledger, _: keep(ledger, a_reply(NOW, answering=OFFER), first=9),
    "a copy elsewhere": lambda ledger, _: keep(ledger, replace(OFFER, places=frozenset({Role.JUNK})), role=Role.JUNK),
    "its words": lambda ledger, _: ledger.remark("work", replace(OFFER, remarks=Remarks())),
    "an order": lambda ledger, thread: ledger.order(thread.id, a_stop(NOW)),
    "a draft": lambda ledger, thread: ledger.intend(replace(DRAFT, thread=thread.id), day=_TODAY, cap=5),
    "an invoice": lambda ledger, thread: ledger.note_invoice("work", an_invoice(None, thread=thread.id)),
    "what lies in Drafts": lambda ledger, _: ledger.list_drafts(
        "work", a_listing(a_listed_draft(parents=(OFFER.id,)), at=NOW)
    ),
    "a folder that isn't read any more": lambda ledger, _: ledger.forget_folder("work", "Sent"),
}


@pytest.mark.parametrize("news", _NEWS)
def test_news_of_a_thread(ledger: SqlLedger, news: str) -> None:
    """Whatever is learnt of it wakes it."""
    all_rest(ledger)
    thread = thread_of(ledger, OFFER)

    _NEWS[news](ledger, thread)

    assert thread.id in awake(ledger)
    assert (thread_of(ledger, OTHER).id in awake(ledger)) == (news == "a folder that isn't read any more")


def test_what_becomes_of_a_draft(ledger: SqlLedger) -> None:
    """It wakes the thread each time."""
    draft = replace(DRAFT, thread=thread_of(ledger, OFFER).id)
    ledger.intend(draft, day=_TODAY, cap=5)
    all_rest(ledger)

    ledger.settle(replace(draft, state=DraftState.LAID))

    assert awake(ledger) == {draft.thread}


def test_money_that_comes_in(ledger: SqlLedger) -> None:
    """It wakes all threads with invoices: one notice tells of several."""
    here, there = thread_of(ledger, OFFER), thread_of(ledger, OTHER)
    invoice = an_invoice(date(2026, 6, 1), thread=here.id)
    ledger.note_invoice("work", invoice)
    ledger.note_invoice("work", replace(invoice, thread=there.id, number="2"))
    all_rest(ledger)

    ledger.note_receipt("work", invoice, a_receipt(date(2026, 6, 2), "10"))

    assert awake(ledger) == {here.id, there.id}


def test_news_while_a_thread_is_looked_at(ledger: SqlLedger) -> None:
    """Its verdict didn't know of them: it doesn't rest."""
    thread = thread_of(ledger, OFFER)
    looked_at = [each.id for each in ledger.to_be_judged("work", NOW)]

    ledger.order(thread.id, a_stop(NOW))
    ledger.rest("work", [(name, FOR_GOOD) for name in looked_at], NOW)

    assert awake(ledger) == {thread.id}


def test_threads_that_are_merged(ledger: SqlLedger) -> None:
    """The one that they become is awake."""
    all_rest(ledger)

    keep(ledger, a_reply(NOW, id=an_id("both"), parents=(OFFER.id, OTHER.id)), first=9)

    [thread] = ledger.threads("work")
    assert awake(ledger) == {thread.id}


def test_somebody_it_listens_for(ledger: SqlLedger) -> None:
    """Their mail wakes it wherever it comes in, a colleague's too, and mail to them; nobody else's."""
    colleague = replace(BEN, email=f"ben@{ANNA.domain}")
    for mail, wakes in (
        (a_reply(NOW, id=an_id("1"), subject="1", sender=ANNA), True),
        (a_reply(NOW, id=an_id("2"), subject="2", sender=colleague), True),
        (a_sent(NOW, id=an_id("3"), subject="3", to=(ANNA,)), True),
        (a_reply(NOW, id=an_id("4"), subject="4", sender=an_address("zoe@other.example"), to=(DANA,)), False),
    ):
        all_rest(ledger, Rest(state=State.WAITING, listens_for=bonds(ANNA)))
        keep(ledger, mail, first=int(mail.subject) + 20)
        assert (thread_of(ledger, OFFER).id in awake(ledger)) is wakes, mail.subject


def test_its_words(ledger: SqlLedger) -> None:
    """They wake it as the mail itself does: by its header nobody knows whether it's a machine's."""
    mail = a_reply(ago(days=1), id=an_id("elsewhere"), subject="Elsewhere")
    keep(ledger, mail, first=9)
    all_rest(ledger, Rest(state=State.WAITING, listens_for=bonds(ANNA)))

    ledger.remark("work", replace(mail, remarks=Remarks()))

    assert thread_of(ledger, OFFER).id in awake(ledger)


def test_threads_of_one_bond(ledger: SqlLedger) -> None:
    """They're judged together."""
    all_rest(ledger, Rest(state=State.WAITING, listens_for=bonds(ANNA)))

    ledger.order(thread_of(ledger, OFFER).id, a_stop(NOW))

    assert len(awake(ledger)) == 2


def test_a_new_acquaintance(ledger: SqlLedger) -> None:
    """Threads with them may be no longer ignored."""
    all_rest(ledger)

    keep(ledger, a_reply(NOW, id=an_id("hello"), subject="Hello", sender=OTHER.to[0]), first=9)
    thread = thread_of(ledger, OTHER).id
    assert thread in awake(ledger)

    all_rest(ledger)
    keep(ledger, a_reply(NOW, id=an_id("again"), subject="Again", sender=OTHER.to[0]), first=10)
    assert thread not in awake(ledger)


def test_a_draft_that_says_not_what_it_answers(ledger: SqlLedger) -> None:
    """It wakes the threads that listen for whom it's to, when it comes and when it goes; once."""
    listing = a_listing(a_listed_draft(parents=(), to=(ANNA.email,)), at=NOW)
    for listed in (listing, replace(listing, drafts=())):
        all_rest(ledger, Rest(state=State.WAITING, listens_for=bonds(ANNA)))
        ledger.list_drafts("work", listed)
        assert thread_of(ledger, OFFER).id in awake(ledger)

    all_rest(ledger)
    ledger.list_drafts("work", replace(listing, drafts=(), at=LATER))
    assert awake(ledger) == set()
    assert (found := ledger.drafts_listing("work")) is not None
    assert found.at == LATER


def test_other_rules(ledger: SqlLedger) -> None:
    """Under them nothing rests yet; nor by a clock that was set back."""
    all_rest(ledger)
    assert ledger.abides_by("work", "these", NOW)
    ledger.abide_by("work", "these", NOW)
    assert awake(ledger) == set()

    assert not ledger.abides_by("work", "others", NOW)
    ledger.abide_by("work", "others", NOW)
    assert len(awake(ledger)) == 2

    all_rest(ledger)
    assert not ledger.abides_by("work", "others", ago(hours=1))
    ledger.abide_by("work", "others", ago(hours=1))
    assert len(awake(ledger)) == 2


def test_a_clock_that_was_ahead(ledger: SqlLedger) -> None:
    """What it wrote down is mended, and all is looked at again."""
    ledger.order(thread_of(ledger, OFFER).id, a_stop(LATER))
    all_rest(ledger)

    ledger.mend_stamps("work", NOW)

    assert len(awake(ledger)) == 2


def test_what_is_listed(ledger: SqlLedger) -> None:
    """The longest silent come first, those that were so too long only if they're asked for."""
    here, there = thread_of(ledger, OFFER).id, thread_of(ledger, OTHER).id
    looked_at = {each.id for each in ledger.to_be_judged("work", NOW)}
    assert looked_at == {here, there}
    old = Rest(state=State.HELD, is_old=True, since=ago(days=90), turn_since=ago(days=4))
    new = Rest(state=State.HELD, since=ago(days=9), turn_since=ago(days=5))
    ledger.rest("work", [(here, new), (there, old)], NOW)

    def held(most: int | None = None, *, old: bool = True) -> list[ThreadId]:
        return [thread.id for thread in ledger.resting("work", NOW, State.HELD, most, old=old)]

    assert (held(), held(1), held(old=False)) == ([there, here], [there], [here])
    assert [thread.id for thread in ledger.resting_turns("work", NOW)] == [here, there]
    assert [thread.id for thread in ledger.resting_turns("work", NOW, 1)] == [here]
    assert ledger.census("work", NOW) == Census(states={State.HELD: 2}, turns=2, old=1, awake=0)
    assert OFFER.received < OTHER.received
    later = [thread.id for thread in ledger.resting_turns("work", NOW, heard_since=OTHER.received)]
    assert (later, ledger.old_turns("work", NOW, OTHER.received)) == ([there], 1)
    assert ledger.old_turns("work", NOW, OFFER.received) == 0


def test_what_is_worth_a_look(ledger: SqlLedger) -> None:
    """What rests as nothing isn't, but for mail of late; what rests as something is, unless that isn't asked for."""
    here, there = thread_of(ledger, OFFER).id, thread_of(ledger, OTHER).id

    def worth_a_look(besides: State | None = None, heard_since: datetime | None = None) -> list[ThreadId]:
        states = frozenset() if besides is None else {besides}
        found = ledger.worth_a_look("work", NOW, besides=states, heard_since=heard_since)
        return [thread.id for thread in found]

    assert worth_a_look(State.ANSWERED) == [here, there]  # neither rests
    looked_at = {each.id for each in ledger.to_be_judged("work", NOW)}
    assert looked_at == {here, there}
    ledger.rest("work", [(here, Rest(until=LATER)), (there, FOR_GOOD)], NOW)

    assert (worth_a_look(), worth_a_look(State.HELD), worth_a_look(State.ANSWERED)) == ([there], [there], [])
    assert worth_a_look(heard_since=OFFER.received) == [here, there]
    assert worth_a_look(State.ANSWERED, OTHER.received) == [there]
    assert len(list(ledger.worth_a_look("work", LATER))) == 2
    assert [thread.id for thread in ledger.heard_since("work", OFFER.received)] == [here, there]
    assert [thread.id for thread in ledger.heard_since("work", OTHER.received)] == [there]


def test_those_in_line(ledger: SqlLedger) -> None:
    """What becomes of any draft wakes them, whichever account it's of; that one is to be laid doesn't."""
    keep(ledger, a_sent(ago(days=2), id=an_id("home")), role=Role.SENT, account="home")
    [at_home] = ledger.threads("home")
    draft = replace(DRAFT, thread=at_home.id)
    all_rest(ledger, Rest(state=State.HELD, in_line=True))
    assert {thread.id for thread in ledger.in_line("work", NOW)} == {thread.id for thread in ledger.threads("work")}

    ledger.intend(draft, day=_TODAY, cap=5)
    assert awake(ledger) == set()

    ledger.settle(replace(draft, state=DraftState.LAID))
    assert len(awake(ledger)) == 2
    assert list(ledger.in_line("work", NOW)) == []


def test_who_was_in_line(ledger: SqlLedger) -> None:
    """A thread that has come to rest for another reason sleeps on, whatever becomes of another's draft."""
    draft = replace(DRAFT, thread=thread_of(ledger, OFFER).id)
    ledger.intend(draft, day=_TODAY, cap=5)
    all_rest(ledger, Rest(state=State.HELD, in_line=True))
    ledger.settle(replace(draft, state=DraftState.LAID))
    all_rest(ledger)

    ledger.settle(replace(draft, state=DraftState.SENT))

    assert awake(ledger) == {draft.thread}


def test_counting_again(ledger: SqlLedger) -> None:
    """It's counted anew once a thread has woken, or come to rest."""
    all_rest(ledger)
    counts = [ledger.census("work", NOW)]

    ledger.order(thread_of(ledger, OFFER).id, a_stop(NOW))
    counts.append(ledger.census("work", NOW))
    all_rest(ledger, Rest(state=State.STOPPED))
    counts.append(ledger.census("work", NOW))

    assert counts == [
        Census(states={State.ANSWERED: 2}),
        Census(states={State.ANSWERED: 1}, awake=1),
        Census(states={State.ANSWERED: 1, State.STOPPED: 1}),
    ]


def test_an_account_that_nobody_knows(ledger: SqlLedger) -> None:
    """Nothing rests there, and that's no error."""
    assert list(ledger.to_be_judged("home", NOW)) == []
    assert ledger.census("home", NOW) == Census(states={})
    assert list(ledger.in_line("home", NOW)) == []
    assert ledger.due_next("home", NOW) is None
    assert ledger.old_turns("home", NOW, NOW) == 0
    assert not ledger.abides_by("home", "", NOW)
    ledger.abide_by("home", "", NOW)
    ledger.rest("home", [], NOW)

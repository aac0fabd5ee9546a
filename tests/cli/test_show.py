"""`show`: all of one thread."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crickets.domain.calendar import Day
from crickets.domain.message import Address, Kind
from crickets.domain.remarks import Remarks
from crickets.domain.thread import DraftState, Order, OrderKind, ThreadId
from tests.builders import a_draft, a_listed_draft, a_listing, a_place, an_id
from tests.cli.home import Home, a_received, a_silence, days_ago

BRUNO = Address(name="Bruno", email="bruno@client.example")
CHLOE = Address(name="Chloe Reed", email="chloe@shop.example")
"""The home's config ignores her address: her threads are left alone."""


def test_a_silent_thread(home: Home) -> None:
    """The page tells its mail, the silence, the plan and the reasons."""
    asked, sent = a_silence(4)
    away = a_received(2, at=days_ago(3), answers=sent, kind=Kind.AUTO_REPLY, signals=("auto-submitted: auto-replied",))
    home.remember(asked, sent, away)

    page = home("show", home.only_thread())

    assert (page.code, page.err) == (0, "")
    for words in (
        "The new site",
        "Anna Rossi <anna@client.example>, in account work",
        "Silent for 4 days",
        "the silence counts from here",
        "auto-reply (auto-submitted: auto-replied)",
        "check-in",
        "due tomorrow",
        "counts from the step before",
        "plan negotiation: the default",
        "is no answer: auto-reply",
    ):
        assert words in page.out


def test_an_order_by_command(home: Home) -> None:
    """The page says that the plan's days are counted from it, and so does the order's own answer."""
    home.remember(*a_silence(4))
    name = home.only_thread()

    told = home("plan", name, "project").out
    page = home("show", name).out

    assert "(step 1 counts from your order of today)." in told
    assert "step 1 counts from your order of today" in page


def test_a_step_for_which_the_owner_set_the_day(home: Home) -> None:
    """The plan shows that day's rule, not the one it was set in place of."""
    to_me = Address(email="dana+5wd@studio.example")
    home.remember(a_received(at=days_ago(4)), replace(a_silence(3)[1], subaddresses=(to_me,)))

    page, document = home("show", "anna").out, home("show", "anna", "--json").json

    assert "after 5 working days" in page
    assert [step["when"] for step in document["steps"]] == ["after 5 working days", "after 7 days"]


def test_a_holding_reply(home: Home) -> None:
    """It's marked as one among the mail, and the count from its day is told."""
    asked, sent = a_silence(4)
    until = days_ago(-3).date()
    home.remember(asked, sent, a_received(2, at=days_ago(3), answers=sent, remarks=Remarks(promised=until)))

    page = home("show", "anna").out

    assert "puts you off until" in page
    assert "the day until which you were put off" in page


def test_money_promised(home: Home) -> None:
    """It's marked as such among the mail."""
    asked, sent = a_silence(4)
    pays = Remarks(pays_by=days_ago(-3).date())
    home.remember(asked, sent, a_received(2, at=days_ago(3), answers=sent, remarks=pays))

    assert "promises to pay by" in home("show", "anna").out


def test_a_step_that_is_held(home: Home) -> None:
    """Beside its day stands until when it's held."""
    asked, sent = a_silence(4)
    until = days_ago(-9).date()
    away = a_received(
        2, at=days_ago(3), answers=sent, kind=Kind.AUTO_REPLY, remarks=Remarks(away=True, away_until=until)
    )
    home.remember(asked, sent, away)

    page = home("show", "anna").out

    assert re.search(r"due tomorrow, held until \w{3} \d", page)


def test_the_ids_of_the_mail(home: Home) -> None:
    """They are shown to who wants to know more."""
    home.remember(*a_silence(4))
    name = home.only_thread()

    assert "<sent-1@studio.example>" not in home("show", name).out
    assert "<sent-1@studio.example>" in home("--verbose", "show", name).out


def test_a_silent_thread_as_json(home: Home) -> None:
    """The document has the thread as in `status`, its mail in order, its steps and reasons."""
    asked, sent = a_silence(4)
    home.remember(asked, sent)
    name = home.only_thread()
    home.order(name, Order(kind=OrderKind.SNOOZE, at=days_ago(0.01), until=days_ago(-9).date()))

    document = home("show", name, "--json").json
    (in_status,) = home.threads

    assert {field: document[field] for field in in_status} == in_status
    assert [(m["message_id"], m["yours"], m["anchor"]) for m in document["messages"]] == [
        (asked.id, False, False),
        (sent.id, True, True),
    ]
    assert document["messages"][1]["lies_in"] == ["sent"]
    assert [(s["step"], s["template"], s["progress"], s["draft"]) for s in document["steps"]] == [
        (1, "check-in", "next", None),
        (2, "closing-the-loop", "later", None),
    ]
    assert document["steps"][0]["due_at"]
    assert [(o["order"], o["until"]) for o in document["orders"]] == [("snooze", str(days_ago(-9).date()))]
    assert document["reason"] in document["why"]
    assert document["evidence"]["complete"] is True


def test_the_beginning_of_a_name(home: Home) -> None:
    """As many letters as tell it apart are enough, in any case."""
    home.remember(*a_silence(4))
    name = home.only_thread()

    assert home("show", name[:2].upper(), "--json").json["id"] == name


@pytest.mark.parametrize("typed", ["bruno", "BRUNO@client.example", "shop", "old shop", "bru"])
def test_the_words_of_a_thread(home: Home, typed: str) -> None:
    """A client's name, address, or a word of the subject will do, if they are of one thread alone."""
    home.remember(*a_silence(4), *a_silence(3, number=2, client=BRUNO, subject="The old shop"))

    assert home("show", typed, "--json").json["contact"]["name"] == "Bruno"


@pytest.mark.parametrize(("typed", "near"), [("client", ["Anna", "Bruno"]), ("brumo", ["Bruno"])])
def test_words_that_fit_no_single_thread(home: Home, typed: str, near: list[str]) -> None:
    """It's wrong usage; those that fit, or nearly, are listed by their names."""
    home.remember(*a_silence(4), *a_silence(3, number=2, client=BRUNO, subject="The old shop"))

    told = home("stop", typed)

    assert (told.code, told.out) == (2, "")
    listed = [line for line in told.err.splitlines() if line.startswith("  ")]
    assert [line.split()[1].removesuffix(":") for line in listed] == near


@pytest.mark.parametrize("typed", ["Poster", "poster", "Re: Poster", "Chloe Reed", "reed", "chloe@shop.example"])
def test_the_words_of_a_thread_that_is_left_alone(home: Home, typed: str) -> None:
    """It's that one that is meant, and not another client's whose subject only begins so."""
    home.remember(
        *a_silence(4, subject="Invoice for the posters"), *a_silence(3, number=2, client=CHLOE, subject="Poster")
    )

    assert home("show", typed, "--json").json["contact"]["name"] == "Chloe Reed"


def test_a_question_to_the_owner(home: Home) -> None:
    """Whose turn it is is said first; nothing is answered there."""
    home.remember(a_received(at=days_ago(3)))

    told = home("show", "anna").out
    assert "your turn: Anna Rossi wrote on" in told
    assert "answered:" not in told


def test_a_mail_of_today(home: Home) -> None:
    """Nobody has been silent for any day yet."""
    home.remember(*a_silence(0.01))

    assert "Silent for" not in home("show", "anna").out


def test_a_whole_subject_among_longer_ones(home: Home) -> None:
    """The thread that is called exactly so is meant, though others have the word too."""
    home.remember(
        *a_silence(4, subject="The poster in the hall"), *a_silence(3, number=2, client=BRUNO, subject="Poster")
    )

    assert home("show", "poster", "--json").json["contact"]["name"] == "Bruno"


def test_a_word_of_two_clients_of_whom_one_is_left_alone(home: Home) -> None:
    """No order is given by it: nobody knows which of the two is meant, and both are listed, the followed one first."""
    home.remember(
        *a_silence(3, number=2, client=CHLOE, subject="A poster"), *a_silence(4, subject="The poster in the hall")
    )

    told = home("stop", "poster")

    assert (told.code, told.out) == (2, "")
    assert "fits several threads" in told.err
    assert told.err.index("Anna Rossi") < told.err.index("Chloe Reed")


def test_two_threads_of_a_client_of_which_one_is_left_alone(home: Home) -> None:
    """By the client's name the one is meant that is followed up."""
    home.configure(more='[[rules]]\nmatch = { subject = "Lunch" }\nplan = "none"\n')
    home.remember(*a_silence(4), *a_silence(3, number=2, subject="Lunch"))
    lunch = next(t["id"] for t in home.threads if t["state"] == "ignored")

    assert home("show", "anna", "--json").json["subject"].endswith("The new site")
    assert home("show", "lunch", "--json").json["id"] == lunch


def test_an_invoice_by_a_part_of_its_number(home: Home) -> None:
    """Whole blocks of its digits and letters: nothing shorter than three letters, nor a year alone."""
    home.remember(*a_silence(4), *a_silence(3, number=2, client=BRUNO, subject="The old shop"))
    bruno = home("show", "bruno", "--json").json["id"]
    home("invoice", "add", bruno, "--number", "FV/7/2026", "--amount", "5", "--currency", "EUR", "--due", "2026-01-19")

    assert home("show", "fv/7", "--json").json["id"] == bruno
    assert home("show", "fv/70").code != 0
    assert home("show", "7").code != 0
    assert home("show", "2026").code != 0


def test_an_invoice_by_its_number(home: Home) -> None:
    """The thread is meant in which it was sent."""
    home.remember(*a_silence(4), *a_silence(3, number=2, client=BRUNO, subject="The old shop"))
    bruno = next(t["id"] for t in home.threads if t["contact"]["name"] == "Bruno")
    home("invoice", "add", bruno, "--number", "INV-70", "--amount", "5", "--currency", "EUR", "--due", "2026-01-19")

    assert home("show", "inv-70", "--json").json["id"] == bruno


def test_letters_that_are_no_beginning(home: Home) -> None:
    """An order does not hit whoever has an A in their name."""
    home.remember(*a_silence(4, client=BRUNO))

    assert home("stop", "br").code == 2


def test_a_name_that_nothing_has(home: Home) -> None:
    """It's wrong usage, and says where the names are."""
    home.remember(*a_silence(4))

    told = home("show", "zzzzzz")

    assert (told.code, told.out) == (2, "")
    assert "status" in told.err
    assert "Traceback" not in told.err


def test_a_thread_with_nothing_to_follow_up(home: Home) -> None:
    """A fresh question has no state yet, and is told as such."""
    home.remember(a_received(at=days_ago(0.1)))
    with home.ledger() as ledger:
        (thread,) = ledger.threads("work")

    assert home("show", thread.id, "--json").json["state"] is None
    assert "nothing to follow up" in home("show", thread.id).out


def test_hostile_mail(home: Home) -> None:
    """Escapes of a subject, name, id or signal are not sent; those that a fact still has are shown."""
    asked, sent = a_silence(4, subject="\x1b[2J[red]boo")
    away = a_received(
        2, at=days_ago(3), answers=sent, subject="\x9b31m\u202eX", kind=Kind.BULK, signals=("list-id: \x1b[7m",)
    )
    home.remember(asked, sent, away)

    page = home("show", home.only_thread()).out

    assert "[red]boo" in page
    assert r"list-id: \x1b[7m" in page
    assert not {"\x1b", "\x9b", "\u202e"} & set(page)


def test_a_draft_that_was_probably_thrown_away(home: Home) -> None:
    """The page says that it's not sure, and so does the document."""
    home.remember(*a_silence(30))
    name = home.only_thread()
    with home.ledger() as ledger:
        thread = ledger.thread(ThreadId(name))
        assert thread is not None
        draft = a_draft(days_ago(20), parent=thread.messages[-1], thread=thread.id, state=DraftState.INTENDED)
        ledger.intend(draft, day=Day(date=days_ago(20).date(), begins=days_ago(20)), cap=5)
        gone = "gone from Drafts, and nothing like it was sent"
        ledger.settle(replace(draft, state=DraftState.THROWN_AWAY, how=gone, sure=False))

    page = " ".join(home("show", name).out.split())
    [told] = home("show", name, "--json").json["drafts"]

    assert "probably: gone from Drafts" in page
    assert (told["state"], told["how"], told["sure"]) == ("thrown away", gone, False)


def test_a_call_that_is_due(home: Home) -> None:
    """It's told with its number and what to know before; the document has it as `status` does."""
    home.remember(*a_silence(3, client=BRUNO))
    name = home.only_thread()

    page = home("show", name).out

    assert "call +39 06 123 4567: ask for [the] key" in page
    assert "You wrote last, on " in page
    assert [home("show", name, "--json").json["task"]] == home("status", "--json").json["tasks"]


def test_a_draft_that_was_taken_back_since_the_last_look(home: Home) -> None:
    """The listing still has it; it doesn't lie there any more. What else is in the listing does."""
    asked, sent = a_silence(30)
    home.remember(asked, sent)
    name = home.only_thread()
    draft = a_draft(days_ago(20), parent=sent, thread=ThreadId(name), place=a_place(3))
    lying = tuple(a_listed_draft(id=an_id(str(uid)), parents=(sent.id,), place=a_place(uid)) for uid in (3, 4))
    with home.ledger() as ledger:
        ledger.intend(draft, day=Day(date=days_ago(20).date(), begins=days_ago(20)), cap=5)
        ledger.settle(replace(draft, state=DraftState.TAKEN_BACK))
        ledger.list_drafts("work", a_listing(*lying, at=days_ago(0)))

    assert [each["message_id"] for each in home("show", name, "--json").json["lying"]] == [an_id("4")]

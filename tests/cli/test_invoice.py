"""What clients owe, on the terminal and as JSON; and the owner's word on it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from crickets.domain.message import Address
from crickets.domain.receivable import KnownBy
from crickets.domain.thread import DraftState, ThreadId
from crickets.service.clock import system_clock
from tests.builders import ROME, a_calendar, a_draft, a_receipt, an_invoice
from tests.cli.home import Home, a_silence, days_ago


def today() -> dt.date:
    """The owner's day, asked for anew: a suite may run past midnight, theirs or that of Greenwich."""
    return system_clock().astimezone(ROME).date()


def late() -> dt.date:
    """The day forty days ago."""
    return today() - dt.timedelta(days=40)


def soon() -> dt.date:
    """A day to come, in another year."""
    return today() + dt.timedelta(days=400)


@pytest.fixture
def billed(home: Home) -> str:
    """A thread in which an invoice went out; nobody has told of it yet."""
    home.remember(*a_silence(4))
    return home.only_thread()


def told(home: Home, thread: str, *more: str) -> tuple[str, ...]:
    """The arguments of an invoice that is whole."""
    return (
        "invoice", "add", thread, "--number", "2026-14", "--amount", "1200.00", "--currency", "eur",
        "--due", str(late()), *more,
    )  # fmt: skip


def test_no_invoice(home: Home) -> None:
    """It says so, and how one comes to be known."""
    listed = home("invoice", "list")

    assert (listed.code, listed.out) == (0, "No invoice is known yet.\n")
    assert f"`{home.command} invoice add`" in listed.err
    assert home("invoice", "list", "--json").json["invoices"] == []


def test_an_invoice(home: Home, billed: str) -> None:
    """It's listed with what is open, and how late it is; a missing file is told at once, and once."""
    added = home(*told(home, billed))

    assert (added.code, added.err) == (0, "")
    assert "no file of invoice 2026-14 is known" in re.sub(r"\s+", " ", added.out)
    listed = home("invoice", "list").out
    for word in ("2026-14", billed, "Anna Rossi", "1200.00 EUR", "40 days late"):
        assert word in listed


def test_an_invoice_without_a_file_where_nothing_else_says_so(home: Home, billed: str) -> None:
    """What holds of its thread is told, and the file that it lacks beside it."""
    home("stop", billed)
    added = home(*told(home, billed))

    assert "no file of invoice" not in added.out
    assert "--file …`" in added.err


def test_a_check_in_that_lies_there_before_a_notice_without_a_file(home: Home, billed: str) -> None:
    """It's in every list of what lies in Drafts, with how to name the file."""
    with home.ledger() as ledger:
        thread = ledger.thread(ThreadId(billed))
        assert thread is not None
        draft = a_draft(days_ago(1), parent=thread.messages[-1], thread=thread.id, state=DraftState.INTENDED)
        ledger.intend(draft, day=a_calendar().day_at(days_ago(1)), cap=9)
        ledger.settle(replace(draft, state=DraftState.LAID))
    home(*told(home, billed))

    for command, title in (
        ("status", "In your Drafts, to be read and sent 1"),
        ("preview", "In your Drafts already 1"),
    ):
        page = " ".join(home(command).out.split())
        assert title in page
        assert "a draft for step 1 of negotiation has lain in Drafts since" in page
    assert "check-in, step 1 of 2 (negotiation)" in home("digest").out


def test_in_the_status_and_in_show(home: Home, billed: str) -> None:
    """That one is late is told there too, whatever becomes of its thread."""
    home(*told(home, billed))

    assert "1 invoice late: `crickets --config" in home("status").out
    assert home("status", "--json").json["invoices_late"] == 1
    shown = home("show", billed)
    assert ("a week after the step before" in shown.out, "counts from the step" in shown.out) == (True, False)
    assert ("Invoices" in shown.out, "1200.00 EUR" in shown.out) == (True, True)
    assert [each["number"] for each in home("show", billed, "--json").json["invoices"]] == ["2026-14"]
    rendered = home("template", "render", "late-payment", "--thread", billed)
    assert ("2026-14" in rendered.out, "made up" in rendered.err) == (True, False)


def test_a_notice_without_an_invoice(home: Home, billed: str) -> None:
    """`template render` makes one up, and says so."""
    rendered = home("template", "render", "final-notice", "--thread", billed)

    assert ("€1,200.00" in rendered.out, "made up" in rendered.err) == (True, True)


def test_as_json(home: Home, billed: str) -> None:
    """Sums are decimals as strings."""
    path = home.folder / "2026-14.pdf"
    path.write_bytes(b"%PDF")

    added = home(*told(home, billed, "--file", str(path), "--issued", str(late()), "--json")).json

    assert added == {
        "number": "2026-14",
        "thread": billed,
        "account": "work",
        "contact": {"name": "Anna Rossi", "address": "anna@client.example"},
        "amount": "1200.00",
        "paid": "0",
        "open": "1200.00",
        "credit_notes": [],
        "currency": "EUR",
        "issued": str(late()),
        "due": str(late()),
        "days_late": 40,
        "state": "overdue",
        "known_by": "you",
        "files": [str(path)],
    }


def test_the_file_that_was_taken(home: Home, billed: str) -> None:
    """It's told whence."""
    guess = an_invoice(None, thread=ThreadId(billed), known_by=KnownBy.GUESS, files=("scan.pdf",))
    with home.ledger() as ledger:
        ledger.note_invoice("work", guess)

    added = home("invoice", "add", billed, "--currency", "EUR", "--due", str(late())).out
    assert "Each notice brings along scan.pdf, from the mail that you sent." in added
    path = home.folder / "2026-14.pdf"
    path.write_bytes(b"%PDF")
    assert "scan.pdf" not in home("invoice", "add", billed, "--number", "2026-14", "--file", str(path)).out


def test_part_and_rest(home: Home, billed: str) -> None:
    """What is open goes down, and then the invoice is paid."""
    home(*told(home, billed))

    part = home("invoice", "paid", "2026-14", "--amount", "200", "--on", "2026-01-07")
    assert "1000.00 EUR of 1200.00" in part.out
    rest = home("invoice", "paid", "2026-14")
    assert "It is paid" in rest.out
    assert "paid" in home("invoice", "list").out
    again = home("invoice", "paid", "2026-14", "--amount", "1")
    assert (again.code, "invoice 2026-14 is paid already" in again.err) == (2, True)


def test_an_invoice_that_is_said_to_be_paid_twice(home: Home, billed: str) -> None:
    """It's no mistake: nothing is changed, and the day is told."""
    home(*told(home, billed))
    first, second = (home("invoice", "paid", "2026-14") for _ in range(2))

    assert (first.code, first.err) == (0, "")
    assert (second.code, second.out) == (0, first.out)
    assert second.err == "Invoice 2026-14 was paid already, today; nothing is changed by this.\n"
    assert home("invoice", "paid", "2026-14", "--json").json["paid"] == "1200.00"


def test_an_invoice_that_is_confirmed_twice(home: Home, billed: str) -> None:
    """It's known by then, and that's told."""
    guess = an_invoice(soon(), thread=ThreadId(billed), known_by=KnownBy.GUESS, debtor=None)
    with home.ledger() as ledger:
        ledger.note_invoice("work", guess)
    first, second = (home("invoice", "add", billed) for _ in range(2))

    assert (first.code, second.code, second.out) == (0, 0, first.out)
    assert "is known already, by your word: nothing was left to confirm." in second.err


def test_what_did_not_come_in(home: Home, billed: str) -> None:
    """What was said last is struck out, and what is open is as before; once nothing is left, it says so."""
    home(*told(home, billed))
    home("invoice", "paid", "2026-14", "--amount", "200", "--on", "2026-01-07")
    home("invoice", "paid", "2026-14")

    struck = home("invoice", "paid", "2026-14", "--undo")
    assert (struck.code, struck.err.splitlines()[0]) == (
        0,
        f"Struck out: 1000.00 EUR that came in on {today()}.",
    )
    assert "1000.00 EUR of 1200.00" in struck.out
    assert home("invoice", "paid", "2026-14", "--undo", "--json").json["open"] == "1200.00"
    none = home("invoice", "paid", "2026-14", "--undo")
    assert (none.code, "nothing that you said came in" in none.err) == (2, True)
    both = home("invoice", "paid", "2026-14", "--undo", "--amount", "3")
    assert (both.code, "without --amount" in both.err) == (2, True)


def test_one_that_is_not_due(home: Home, billed: str) -> None:
    """It's told when it will be."""
    home(*told(home, billed, "--due", str(soon())))

    assert f"due on {soon():%a} {soon().day} {soon():%b %Y}" in home("invoice", "list").out
    assert home("invoice", "list", "--json").json["invoices"][0]["state"] == "open"


def guessed(home: Home, thread: str) -> None:
    """An invoice was guessed at."""
    guess = an_invoice(None, thread=ThreadId(thread), known_by=KnownBy.GUESS, currency=None, mail=None, files=())
    with home.ledger() as ledger:
        ledger.note_invoice("work", guess)


def test_a_part_that_is_told_twice(home: Home, billed: str) -> None:
    """Of one day it counts once, and that's said; twice by `--again`, or of another day."""
    home(*told(home, billed))
    paid = ("invoice", "paid", "2026-14", "--amount", "400")
    home(*paid)

    twice = home(*paid)

    assert (twice.code, "800.00 EUR of 1200.00" in twice.out) == (0, True)
    words = " ".join(twice.err.split())
    assert ("You have said already that 400 EUR came in for invoice 2026-14 on" in words, "--again" in words) == (
        True,
        True,
    )
    assert home(*paid, "--on", str(late()), "--json").json["open"] == "400.00"
    assert home(*paid, "--again", "--json").json["state"] == "paid"
    assert home(*paid, "--json").json["state"] == "paid"
    assert home("invoice", "paid", "2026-14", "--again", "--undo").code == 2


def test_a_guess(home: Home, billed: str) -> None:
    """It's marked as one, and confirmed with what it lacks."""
    guessed(home, billed)
    listed = home("invoice", "list")
    assert ("unconfirmed" in listed.out, "only guessed at" in listed.err) == (True, True)
    too_little = home("invoice", "add", billed)
    assert (too_little.code, "--currency, --due" in too_little.err) == (2, True)

    confirmed = home("invoice", "add", billed, "--currency", "EUR", "--due", str(late()), "--json").json

    assert (confirmed["number"], confirmed["state"]) == ("2026-14", "overdue")


def test_a_guess_that_is_paid(home: Home, billed: str) -> None:
    """It's paid, and nobody is asked to confirm it."""
    guessed(home, billed)

    paid = home("invoice", "paid", "2026-14")

    listed = home("invoice", "list")
    assert ("unconfirmed" in paid.out + listed.out, "guessed" in listed.err) == (False, False)
    assert home("invoice", "list", "--json").json["invoices"][0]["state"] == "paid"


def test_a_due_day_before_the_day_that_its_file_names(home: Home, billed: str) -> None:
    """A slip of the year would ask for a late fee of a year: it's refused, whoever told the invoice's own day."""
    home(*told(home, billed, "--issued", str(late())))

    slip = home("invoice", "add", billed, "--number", "2026-14", "--due", str(late() - dt.timedelta(days=365)))

    assert (slip.code, f"before its own day {late()}" in slip.err) == (2, True)


def test_a_known_one_without_its_number(home: Home, billed: str) -> None:
    """What would have been enough is told."""
    home(*told(home, billed))

    vague = home("invoice", "add", billed, "--due", str(late()))

    assert (vague.code, "its number is enough: --number 2026-14" in " ".join(vague.err.split())) == (2, True)


def test_all_that_is_wrong_at_once(home: Home, billed: str) -> None:
    """And what is lacking; where an invoice is known, that may be taken from it."""
    wrong = ("invoice", "add", billed, "--due", "10.11.2026", "--amount", "1,200.00")

    told_of = home(*wrong)

    assert told_of.code == 2
    for words in ("'1,200.00' is no sum", "--due: '10.11.2026'", "can't be told without --number, --currency"):
        assert words in told_of.err
    assert re.search("no sum. Write it as 1200.00, .*\n.* is no date .*. Write it as 2026-01-19.\n", told_of.err)
    home(*told(home, billed))
    assert "can't be told without" not in home(*wrong).err
    assert "no sum" in home(*wrong).err
    assert home("invoice", "add", billed, "--number", "2", "--amount", "5.123", "--due", str(late())).code == 2


def test_a_file_named_later(home: Home, billed: str) -> None:
    """What is known of an invoice needn't be said again."""
    home(*told(home, billed))
    path = home.folder / "2026-14.pdf"
    path.write_bytes(b"%PDF")

    named = home("invoice", "add", billed, "--number", "2026-14", "--file", str(path), "--json").json

    assert (named["amount"], named["files"]) == ("1200.00", [str(path)])


def test_what_comes_of_it(home: Home, billed: str) -> None:
    """The file is told that goes along, and what holds of the thread now."""
    path = home.folder / "2026-14.pdf"
    path.write_bytes(b"%PDF")
    home("plan", billed, "invoice")

    added = home(*told(home, billed, "--file", str(path)))

    page = "".join(added.out.split())
    assert "".join(f"Each notice brings along {path}, that you named.".split()) in page
    assert "Next: " in added.out


def test_two_guesses(home: Home, billed: str) -> None:
    """Which is meant must be said; another number takes nothing from them."""
    guessed(home, billed)
    other = an_invoice(late(), thread=ThreadId(billed), number="2026-15", known_by=KnownBy.GUESS, mail=None)
    with home.ledger() as ledger:
        ledger.note_invoice("work", replace(other, amount=Decimal(800)))

    unclear = home("invoice", "add", billed, "--currency", "EUR", "--due", str(late()))
    assert (unclear.code, "Say which by --number" in unclear.err) == (2, True)
    assert home("invoice", "add", billed, "--number", "2026-15", "--json").json["amount"] == "800"
    third = home("invoice", "add", billed, "--number", "77")
    assert (third.code, "Give --amount, --currency and --due as well" in third.err) == (2, True)


def test_one_number_of_two_clients(home: Home) -> None:
    """Which was paid must be said."""
    bruno = Address(name="Bruno", email="bruno@other.example")
    home.remember(*a_silence(4), *a_silence(3, number=2, client=bruno, subject="The key"))
    first, second = (str(thread["id"]) for thread in home.threads)
    home(*told(home, first))
    home(*told(home, second, "--amount", "7"))

    unclear = home("invoice", "paid", "2026-14")
    assert (unclear.code, "Name one by --thread" in unclear.err) == (2, True)
    assert home("invoice", "paid", "2026-14", "--thread", second, "--json").json["paid"] == "7"
    states = {each["thread"]: each["state"] for each in home("invoice", "list", "--json").json["invoices"]}
    assert states == {first: "overdue", second: "paid"}


def test_the_day_of_an_invoice_put_right(home: Home, billed: str) -> None:
    """It's mended, not doubled, though that was another year's."""
    home(*told(home, billed, "--issued", str(late() - dt.timedelta(days=400))))
    mended = home("invoice", "add", billed, "--number", "2026-14", "--issued", str(late() - dt.timedelta(days=30)))

    assert mended.code == 0
    [known] = home("invoice", "list", "--json").json["invoices"]
    assert known["issued"] == str(late() - dt.timedelta(days=30))
    assert home("invoice", "paid", "2026-14").code == 0


def test_one_number_in_two_years(home: Home, billed: str) -> None:
    """This year's is told beside last year's, and takes nothing from it; which was paid is said by when it was due."""
    last, this = (late() - dt.timedelta(days=365), late())
    home(*told(home, billed, "--due", str(last), "--issued", str(last - dt.timedelta(days=30))))
    home("invoice", "paid", "2026-14", "--amount", "200")
    unsaid = home("invoice", "add", billed, "--number", "2026-14", "--due", str(this))
    assert (unsaid.code, "Give --amount and --currency as well" in unsaid.err) == (2, True)
    home(*told(home, billed, "--amount", "7"))

    known = {each["due"]: each for each in home("invoice", "list", "--json").json["invoices"]}
    assert {due: each["amount"] for due, each in known.items()} == {str(last): "1200.00", str(this): "7"}
    assert (known[str(this)]["issued"], known[str(this)]["paid"]) == (None, "0")

    unclear = home("invoice", "paid", "2026-14")
    assert (unclear.code, f"--due {last} or --due {this}." in unclear.err) == (2, True)
    assert home("invoice", "paid", "2026-14", "--due", "1999").code == 2
    assert home("invoice", "paid", "2026-14", "--due", str(this), "--json").json["due"] == str(this)
    assert home("invoice", "paid", "2026-14", "--due", str(this), "--undo", "--json").json["paid"] == "0"
    unclear = home("invoice", "add", billed, "--number", "2026-14", "--amount", "8")
    assert (unclear.code, f"--due {last} or --due {this}." in unclear.err) == (2, True)
    assert home("invoice", "paid", "2026-14", "--due", str(last.year), "--json").json["due"] == str(last)
    mended = home("invoice", "add", billed, "--number", "2026-14", "--amount", "8", "--json").json
    assert (mended["due"], mended["amount"]) == (str(this), "8")


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--amount", "1.200,00", "is no sum"),
        ("--amount", "-5", "is no sum"),
        ("--amount", "0.00", "no sum that an invoice"),
        ("--amount", "NaN", "is no sum"),
        ("--amount", "1.005", "Write 1005.00 if you mean that"),
        ("--amount", "1.0051", "no sum that an invoice"),
        ("--currency", "EURO", "is no currency"),
        ("--amount", "1e3", "is no sum"),
        ("--due", "19.1.2026", "is no date"),
        ("--due", "9999-12-31", "is no date from 1990 to 2199"),
        ("--issued", "2199-01-01", "before its own day"),
        ("--number", "9" * 61, "is no invoice's number"),
        ("--file", "/no/such/file.pdf", "there is no file"),
    ],
)
def test_what_cannot_be(home: Home, billed: str, option: str, value: str, why: str) -> None:
    """It's wrong usage, told with what to do, and nothing is kept."""
    refused = home(*told(home, billed, option, value))

    assert (refused.code, why in refused.err) == (2, True), refused.err
    assert home("invoice", "list", "--json").json["invoices"] == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("7",), "none is known"),
        (("2026-14", "--amount", "1201"), "only 1200.00 EUR is open of invoice 2026-14, less than 1201"),
        (("2026-14", "--on", "soon"), "is no date"),
        (("2026-14", "--on", str(soon())), "still to come"),
        (("2026-14", "--on", "2025-01-01"), "is before the day of invoice 2026-14, {late}"),
    ],
)
def test_money_that_cannot_have_come_in(home: Home, billed: str, arguments: tuple[str, ...], why: str) -> None:
    """It's wrong usage, and nothing is kept."""
    home(*told(home, billed, "--issued", str(late())))
    refused = home("invoice", "paid", *arguments)

    assert (refused.code, why.format(late=late()) in refused.err) == (2, True), refused.err
    assert home("invoice", "list", "--json").json["invoices"][0]["paid"] == "0"


def test_a_late_fee_before_it_is_asked_for(home: Home, billed: str) -> None:
    """`show` and `preview` tell it, and what it's made of."""
    fee = "[invoices]\nlate_fee = { percent_a_year = 8, fixed_sum = 40 }\n"
    plan = '[plans.invoice]\nsteps = [{ overdue = "30 days", template = "late-payment" }]\n'
    home.config.write_text(f"{home.config.read_text()}\n{fee}\n{plan}")
    path = home.folder / "2026-14.pdf"
    path.write_bytes(b"%PDF")
    home(*told(home, billed, "--file", str(path)))

    for page in (home("show", billed).out, home("preview").out):
        told_there = re.sub(r"\s+", " ", page)
        assert re.search(r"late fee so far is \d+\.\d\d EUR: \d+\.\d\d interest at 8 % a year from", told_there)
        assert "and a fixed 40.00" in told_there


def test_an_invoice_that_was_perhaps_credited(home: Home, billed: str) -> None:
    """It's listed as unconfirmed, by which note, and where one reads how to settle it."""
    home(*told(home, billed))
    unsure = replace(a_receipt(late(), "0"), by="C-1.pdf", at=system_clock())
    with home.ledger() as ledger:
        ledger.note_receipt("work", ledger.invoices("work")[0], unsure)

    listed = home("invoice", "list")

    assert "unconfirmed, perhaps credited by C-1.pdf, due" in re.sub(r"\s+", " ", listed.out)
    assert ("only guessed at" in listed.err, f"`{home.command} show THREAD` tells how" in listed.err) == (False, True)
    assert home("invoice", "list", "--json").json["invoices"][0]["state"] == "unconfirmed"
    home("invoice", "add", billed, "--number", "2026-14")
    assert home("invoice", "list", "--json").json["invoices"][0]["state"] == "overdue"

"""`status`, from a ledger filled as readings fill it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

from crickets.domain.calendar import Day
from crickets.domain.message import Address, Kind, Role
from crickets.domain.remarks import Remarks
from crickets.domain.thread import DraftState, Order, OrderKind, ThreadId
from crickets.service.losses import EMPTIED
from tests.builders import a_draft, an_invoice
from tests.cli.home import ANNA, Home, a_received, a_sent, a_silence, days_ago

BRUNO = Address(name="Bruno", email="bruno@client.example")
ROME = ZoneInfo("Europe/Rome")
CALL = '\n[plans.negotiation]\nsteps = [{ after = "2 days", do = "call" }]\n'


def test_a_silent_client(home: Home) -> None:
    """The page says who, on what, for how long, and what comes when."""
    home.remember(*a_silence(4))

    page = home("status")

    assert (page.code, page.err) == (0, "")
    for words in ("Silent  1", "Anna Rossi", "The new site", "4 days", "check-in tomorrow", "negotiation, step 1 of 2"):
        assert words in page.out
    assert "work was read 4 minutes ago" in page.out
    assert not [line for line in page.out.splitlines() if line.endswith(" ")]  # it goes to no terminal


def test_a_question_that_was_answered_under_another_subject(home: Home) -> None:
    """It's nobody's turn, unless what was sent was an invoice; how a turn is ended by a word is told."""
    question = a_received(1, at=days_ago(6))
    home.remember(question)
    assert "Your turn" in home("status").out
    assert "stop THREAD` ends it." in " ".join(home("status").out.split())
    anew = a_sent(2, at=days_ago(5), subject="Another matter")
    home.remember(anew)

    page = home("status")

    assert "Your turn" not in page.out
    assert "stop THREAD`" not in page.out
    with home.ledger() as ledger:
        [thread] = [t for t in ledger.threads("work") if anew in t.messages]
        invoice = an_invoice(anew.sent_at.date(), thread=thread.id)
        ledger.note_invoice("work", dataclasses.replace(invoice, mail=anew.id))
    assert "Your turn" in home("status").out


def test_a_silent_client_as_json(home: Home) -> None:
    """The document has the contract's fields, and only them."""
    asked, sent = a_silence(4)
    home.remember(asked, sent)

    document = home("status", "--json").json

    assert list(document) == ["as_of", "accounts", "threads", "your_turn", "tasks", "invoices_late", "problems"]
    (account,) = document["accounts"]
    read_at = dt.datetime.fromisoformat(account.pop("read_up_to"))
    assert 3 * 60 < account.pop("age_seconds") < 9 * 60
    assert account == {"name": "work", "fresh": True, "complete": True, "problem": None}
    assert dt.timedelta(minutes=3) < dt.datetime.fromisoformat(document["as_of"]) - read_at < dt.timedelta(minutes=9)
    (thread,) = document["threads"]
    assert len(thread.pop("id")) >= 4
    due = (sent.sent_at.astimezone(ROME) + dt.timedelta(days=5)).replace(hour=0, minute=0, second=0)
    assert thread.pop("reason") == f"step 1 falls due on {due.date()}"
    assert thread == {
        "account": "work",
        "subject": "The new site",
        "contact": {"name": "Anna Rossi", "address": "anna@client.example"},
        "plan": "negotiation",
        "step": 1,
        "state": "waiting",
        "anchor_at": sent.sent_at.astimezone(ROME).isoformat(),
        "silent_days": 4,
        "silent_working_days": 4,
        "next_at": due.isoformat(),
        "phone": None,
    }
    assert (document["your_turn"], document["tasks"], document["problems"]) == ([], [], [])


def test_a_call_that_is_due(home: Home) -> None:
    """It's listed with the number that the config has, as it is dialled."""
    home.remember(*a_silence(3, client=BRUNO))

    (task,) = home("status", "--json").json["tasks"]
    page = home("status").out

    name = home.only_thread()
    assert task == {
        "id": f"{name}-1",
        "do": "call",
        "thread": name,
        "phone": "+39061234567",
        "note": (
            f"ask for [the] key. You wrote last, on {_day(3)}; before that, Bruno on {_day(4)}; "
            "3 days without an answer."
        ),
    }
    assert "Calls and tasks  1" in page
    assert "call +39 06 123 4567: ask for [the] key" in page


def test_what_to_know_and_to_check_before_a_call(home: Home) -> None:
    """The page tells it below the call, its days as people call them."""
    asked, sent = a_silence(3, client=BRUNO)
    private = Address(name="Bruno", email="bruno@private.example")
    home.remember(asked, sent, a_received(2, at=days_ago(3.5), sender=private, answers=asked))

    page = " ".join(home("status").out.split())
    (task,) = home("status", "--json").json["tasks"]

    compare = "You wrote to bruno@client.example, but the last to write was bruno@private.example: compare the two."
    assert task["note"].endswith(f"3 days without an answer. {compare}")
    for words in ("You wrote last, on ", "3 days without an answer.", "was bruno@private.example: compare"):
        assert words in page
    assert _day(3) not in page


def test_a_number_in_a_signature(home: Home) -> None:
    """It's told where the config has none."""
    home.configure(more=CALL)
    asked, sent = a_silence(3)
    home.remember(dataclasses.replace(asked, remarks=Remarks(phones=("+390698765",))), sent)

    (task,) = home("status", "--json").json["tasks"]

    assert task["phone"] == "+390698765"
    assert "call +39 06 98765" in home("status").out


def test_a_number_where_mail_comes_back(home: Home) -> None:
    """That's when one phones: it stands beside the reason, here and in `show`."""
    asked, sent = a_silence(3)
    home.remember(dataclasses.replace(asked, remarks=Remarks(phones=("+390698765",))), sent)
    assert "+39" not in home("status").out + home("show", "anna").out
    back = a_received(
        2, at=days_ago(2.9), answers=sent, kind=Kind.BOUNCE, sender=Address(email="mailer-daemon@client.example")
    )
    home.remember(back)

    page = " ".join(home("status").out.split())
    assert "check the address and" in page
    assert f" resume {home.only_thread()}`), or call +39 06 98765" in page
    assert "Or call +39 06 98765." in home("show", "anna").out
    (thread,) = home("status", "--json").json["threads"]
    held, resumed = home("show", "anna", "--json").json, home("resume", "anna", "--json").json
    assert [each["phone"] for each in (thread, held, resumed)] == ["+390698765", "+390698765", None]
    assert resumed["state"] == "waiting"


def test_a_number_whose_country_is_not_known(home: Home) -> None:
    """It's told as it's written, and that it is; the owner's own country is nobody else's."""
    home.configure(more=f"{CALL}\n[[clients]]\nname = 'Anna'\nmatch = ['anna@*']\nphone = '0171 111'\n")
    home.config.write_text(home.config.read_text().replace("[me]", '[me]\nphone_region = "IT"'))
    home.remember(*a_silence(3))

    assert home("status", "--json").json["tasks"][0]["phone"] == "0171 111"
    assert "call 0171 111 (as written: its country isn't known)" in " ".join(home("status").out.split())


def _day(ago: float) -> str:
    return days_ago(ago).astimezone(ROME).date().isoformat()


def test_a_question_to_the_owner(home: Home) -> None:
    """After a day it's the owner's turn; what is asked of them has no state of silence."""
    asked = a_received(at=days_ago(2))
    home.remember(asked)

    document = home("status", "--json").json
    page = home("status").out

    assert document["threads"] == []
    (turn,) = document["your_turn"]
    assert len(turn.pop("id")) >= 4
    assert turn == {
        "contact": {"name": "Anna Rossi", "address": "anna@client.example"},
        "waiting_since": asked.received.astimezone(ROME).isoformat(),
        "old": False,
    }
    assert "Your turn  1" in page
    assert "2 days" in page


def test_an_answered_thread(home: Home) -> None:
    """It's counted, not listed; its silence has no length any more."""
    asked, sent = a_silence(4)
    home.remember(asked, sent, a_received(2, at=days_ago(0.1), answers=sent))

    (thread,) = home("status", "--json").json["threads"]

    assert (thread["state"], thread["silent_days"], thread["silent_working_days"]) == ("answered", None, None)
    assert "Not listed: 1 answered (--all lists them)" in home("status").out
    assert "Answered  1" in home("status", "--all").out


def test_an_answer_that_crossed_a_draft_of_the_owners(home: Home) -> None:
    """It's told first: what lies in Drafts should not be sent any more, and isn't ours to remove."""
    home.monkeypatch.setenv("COLUMNS", "160")
    asked, sent = a_silence(30)
    home.remember(asked, sent)
    draft = a_draft(days_ago(20), parent=sent, thread=ThreadId(home.only_thread()))
    with home.ledger() as ledger:
        ledger.intend(draft, day=Day(date=days_ago(20).date(), begins=days_ago(20)), cap=5)
        ledger.settle(dataclasses.replace(draft, state=DraftState.EDITED))
    assert "check-in, yours since you touched it" in home("status").out
    home.remember(asked, sent, a_received(2, at=days_ago(0.1), answers=sent))

    page = " ".join(home("status").out.split())

    assert "Answered, and your draft still lies in Drafts 1" in page
    assert "a draft that you have touched still lies in Drafts" in page
    assert "Not listed" not in page


def test_a_client_on_the_ignore_list(home: Home) -> None:
    """Ignored threads are listed with --all alone."""
    home.remember(*a_silence(4, client=Address(name="Shop", email="hello@shop.example")))

    assert home("status", "--json").json["threads"] == []
    assert [t["state"] for t in home("status", "--json", "--all").json["threads"]] == ["ignored"]
    assert "Shop" not in home("status").out
    assert "Ignored  1" in home("status", "--all").out


def test_a_snoozed_and_a_stopped_thread(home: Home) -> None:
    """The owner's word shows as a state of its own."""
    home.remember(*a_silence(4), *a_silence(3, number=2, subject="The old site", client=BRUNO))
    one, other = (t["id"] for t in home.threads)
    home.order(one, Order(kind=OrderKind.SNOOZE, at=days_ago(0.01), until=days_ago(-9).date()))
    home.order(other, Order(kind=OrderKind.STOP, at=days_ago(0.01)))

    page = home("status").out

    assert "Snoozed  1" in page
    assert "Not listed: 1 stopped" in page


def test_an_old_reading(home: Home) -> None:
    """A silence that was due is held, with the reason; the page says how old the evidence is."""
    home.remember(*a_silence(6), read_ago=dt.timedelta(hours=3))

    document = home("status", "--json").json
    [thread], [account] = document["threads"], document["accounts"]

    assert thread["state"] == "held"
    assert "no draft is laid on old evidence" in thread["reason"]
    assert (account["fresh"], account["age_seconds"] // 3600) == (False, 3)
    page = " ".join(home("status").out.split())
    assert "work was read 3 hours ago: stale, and no draft is laid before it's read anew" in page


def test_a_reading_from_the_future(home: Home) -> None:
    """The clock was set back since: how old the evidence is nobody knows, and the page says so."""
    home.remember(*a_silence(6), read_ago=-dt.timedelta(hours=3))

    [account] = home("status", "--json").json["accounts"]

    assert (account["fresh"], account["age_seconds"] < 0) == (False, True)
    page = " ".join(home("status").out.split())
    assert ": by a clock that was set back since, and no draft is laid before it's read anew" in page


def test_a_problem(home: Home) -> None:
    """What keeps an account from being relied on comes first."""
    home.remember(*a_silence(4))
    with home.ledger() as ledger:
        ledger.note_problem("work", "the server \x1b[31mhung up\x1b[0m", days_ago(0))

    page = home("status").out
    document = home("status", "--json").json

    assert page.splitlines()[1] == r"! work: the server \x1b[31mhung up\x1b[0m"
    assert document["problems"] == ["work: the server \x1b[31mhung up\x1b[0m"]
    assert document["accounts"][0]["problem"] == "the server \x1b[31mhung up\x1b[0m"


def test_a_folder_that_lost_its_mail(home: Home) -> None:
    """It's told once, with what follows, for the account and for each thread that it holds back."""
    home.remember(*a_silence(6))
    with home.ledger() as ledger:
        [sent] = [e for e in ledger.evidence("work") if e.role is Role.SENT]
        ledger.record("work", dataclasses.replace(sent, problem=EMPTIED), ())
        ledger.note_problem("work", f"{sent.folder}: {EMPTIED}", days_ago(0))

    document = home("status", "--json").json
    [account], [thread] = document["accounts"], document["threads"]

    assert (account["complete"], account["problem"]) == (False, f"{sent.folder}: {EMPTIED}")
    assert (thread["state"], EMPTIED in thread["reason"]) == ("held", True)
    assert document["problems"] == [f"work: {sent.folder}: {EMPTIED}"]
    assert "suddenly empty" in home("status").out


def test_nothing_read_yet(home: Home) -> None:
    """An empty ledger says what to do next, and is a sound document."""
    assert " once` reads your mail" in home("status").out
    assert home("status", "--json").json["accounts"] == [
        {
            "name": "work",
            "read_up_to": None,
            "age_seconds": None,
            "fresh": False,
            "complete": False,
            "problem": None,
        }
    ]


def test_a_first_reading_under_way(home: Home) -> None:
    """It says what is read and what not; nobody is called silent, or waiting, before all of it is."""
    asked, _ = a_silence(4)
    home.remember(asked, through=False)

    page = home("status").out
    document = home("status", "--json").json

    told = " ".join(page.split())
    assert "work is being read for the first time (folders read to their end: INBOX, Junk, Sent)" in told
    assert " once` goes on with it" in told
    assert "Nobody is silent" not in page
    assert (document["your_turn"], document["accounts"][0]["complete"]) == ([], False)


def test_nobody_silent(home: Home) -> None:
    """A mailbox without business says so."""
    home.remember()

    assert "Nobody is silent" in home("status").out


def test_a_hostile_subject(home: Home) -> None:
    """Escapes, markup and directions reach neither the page nor, raw, the document."""
    hostile = "\x1b[2J[red]\u202egnp[/red] :bomb: \x9b31m\r\nX"
    villain = Address(name="Eve \x1b]0;mine\x07[bold]", email="eve@client.example")
    home.remember(*a_silence(4, client=villain, subject=hostile))

    page = home("status")
    document = home("status", "--json")

    assert "[red]" in page.out
    assert "gnp[/red] :bomb:" in page.out
    assert r"Eve \x1b]0;mine\x07[bold]" in page.out
    assert not {"\x1b", "\x9b", "\u202e", "\r"} & {*page.out, *document.out}
    assert document.json["threads"][0]["contact"]["name"] == villain.name


def test_names_of_the_config_that_turn_the_text(home: Home) -> None:
    """An account and a plan may be called so; on the page it's shown, in the document escaped."""
    plan = '[plans."pl\\u202ean"]\nsteps = [{ after = "30 days", do = "call" }]\n'
    rule = '[[rules]]\nmatch = { subject = "site" }\nplan = "pl\\u202ean"\n'
    account = '[accounts."o\\u2067ther"]\nhost = "imap.example.org"\nusername = "dana"\npassword_env = "X"\n'
    home.configure(more=plan + rule + account)
    home.remember(*a_silence(4))

    page, document = home("status"), home("status", "--json")

    assert r"pl\u202ean, step 1 of 1" in page.out
    assert r"o\u2067ther was never read" in page.out
    assert not {"\u202e", "\u2067"} & {*page.out, *document.out}
    assert document.json["threads"][0]["plan"] == "pl\u202ean"


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_terminal_of_any_width(home: Home, columns: int) -> None:
    """No line is longer than the terminal is wide."""
    home.monkeypatch.setenv("COLUMNS", str(columns))
    home.remember(
        *a_silence(4, subject="A subject " * 20),
        *a_silence(3, number=2, client=BRUNO, subject="漢字" * 40),
        a_received(9, at=days_ago(2), sender=Address(name="x" * 90, email="x@y.example"), subject="?"),
        a_sent(11, at=days_ago(6), to=Address(name="", email="long" * 15 + "@client.example"), subject="Yes"),
    )

    lines = home("status", "--all").out.splitlines()

    assert max(cell_len(line) for line in lines) <= columns
    assert any("A subject" in line for line in lines)


def test_the_width_is_used(home: Home) -> None:
    """A subject is whole, and the days are spelled, where there is room beside what comes."""
    subject = "The catalogue for the spring fair in Turin"
    home.remember(*a_silence(4, subject=subject))

    lines = {}
    for columns in (80, 100):
        home.monkeypatch.setenv("COLUMNS", str(columns))
        lines[columns] = next(line for line in home("status").out.splitlines() if "negotiation" in line)

    assert subject not in lines[80]
    assert "4 working  negotiation" in lines[80]
    assert f"{subject}  4 working days  negotiation" in lines[100]


def test_a_reader_that_goes_away(home: Home) -> None:
    """A broken pipe is quiet: no traceback, no word."""
    home.remember(*(m for n in range(3) for m in a_silence(4, number=n, subject=f"Site {n}")))
    reading, writing = os.pipe()
    os.close(reading)
    try:
        for arguments in (("status",), ("status", "--json")):
            ended = subprocess.run(
                [sys.executable, "-m", "crickets", "--config", str(home.config), *arguments],
                stdout=writing,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
                timeout=60,
                check=False,
            )
            assert ended.stderr == b""
    finally:
        os.close(writing)


def test_a_message_by_a_machine(home: Home) -> None:
    """An automatic answer ends no silence."""
    asked, sent = a_silence(4)
    signals = ("auto-submitted: auto-replied",)
    ticket = a_received(
        2, at=days_ago(3), answers=sent, kind=Kind.AUTO_REPLY, signals=signals, remarks=Remarks(language="en")
    )
    home.remember(asked, sent, ticket)

    assert [t["state"] for t in home.threads] == ["waiting"]
    assert ANNA.email in home("status", "--json").out


def test_who_has_waited_for_long(home: Home) -> None:
    """They're counted where all the rest is that isn't listed, and told apart in JSON; --all lists them."""
    old, new = (
        a_received(1, at=days_ago(75), subject="An old site."),
        a_received(2, at=days_ago(2), subject="A new site."),
    )
    home.remember(old, read_ago=dt.timedelta(days=60))
    home.remember(old, new)

    page, every = home("status").out, home("status", "--all").out

    assert ("Your turn  1" in page, "A new site." in page, "An old site." in page) == (True, True, False)
    assert "Not listed: 1 waiting for you since before" in page
    assert ("Your turn  2" in every, "An old site." in every, "Not listed" in every) == (True, True, False)
    assert [turn["old"] for turn in home("status", "--json").json["your_turn"]] == [True, False]


def test_very_many_turns(home: Home) -> None:
    """Of a long list the first are shown, the others counted; --all shows all."""
    home.remember(*(a_received(n, at=days_ago(2 + n / 100), subject=f"Site {n}.") for n in range(40)))

    page = home("status").out

    assert "Your turn  40" in page
    assert "and 25 more (--all lists them)" in page
    assert ("Site 39." in page, "Site 0." in page) == (True, False)
    assert "Site 0." in home("status", "--all").out

"""`crickets preview`: what the coming days would bring."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from crickets.cli.words import calendar_day
from crickets.domain.calendar import WEEKDAYS, Day
from crickets.domain.message import Address, Kind
from crickets.domain.remarks import Remarks
from crickets.domain.thread import DraftState, Order, OrderKind
from tests.builders import ROME, a_draft, a_listed_draft, a_listing, an_id
from tests.cli.home import ANNA, Home, a_received, a_sent, a_silence, days_ago

BRUNO = Address(name="Bruno", email="bruno@client.example")
CARLA = Address(name="Carla", email="carla@other.example")
JSON_PAGE = (Path(__file__).parents[2] / "docs/json.md").read_text("utf-8")


def day_in(days: int) -> date:
    """The day in Rome so many days from now."""
    return days_ago(0).astimezone(ROME).date() + timedelta(days=days)


def in_days(days: int) -> str:
    """The same as the page has it."""
    return calendar_day(day_in(days), with_year=day_in(days).year != day_in(0).year)


def a_house_full(home: Home) -> None:
    """A draft, a call, an absence and a snooze."""
    asked, sent = a_silence(3, number=3, client=CARLA, subject="The brochure")
    absence = Remarks(away=True, away_until=day_in(8))
    notice = a_received(
        9, at=days_ago(1), sender=CARLA, subject="Away", answers=sent, kind=Kind.AUTO_REPLY, remarks=absence
    )
    home.remember(
        *a_silence(3),
        *a_silence(1, number=2, client=BRUNO, subject="The key"),
        *(asked, sent, notice),
        *a_silence(3, number=4, client=Address(name="", email="d@d.example"), subject="The sign"),
    )
    snoozed = next(thread["id"] for thread in home.threads if thread["subject"] == "The sign")
    home.order(snoozed, Order(kind=OrderKind.SNOOZE, at=days_ago(0.01), until=day_in(200)))


def test_the_page(home: Home) -> None:
    """Day by day, what comes, how it came to that, and what would follow on it."""
    a_house_full(home)

    lines = home("preview").out.splitlines()
    page = "\n".join(line.rstrip() for line in lines)

    assert f"and on to {in_days(30)}" in lines[0]
    assert "what isn't sent doesn't move a plan on" in page
    draft = page.index(f"\n{in_days(2)}  1\n")
    assert page.index(f"\nTomorrow, {in_days(1)}  1\n") < draft < page.index(f"\n{in_days(9)}  1\n")
    assert re.search(r"Anna Rossi +check-in\n", page)
    assert "negotiation, step 1 of 2, 5 days of silence\n" in page
    assert "once you have sent it: closing-the-loop after 7 days\n" in page
    assert "call +39 06 123 4567: ask for [the] key\n" in page
    assert "once it's done: check-in after 5 days\n" in page
    assert f"Carla is away until {in_days(8)}; it's looked at again on {in_days(9)}\n" in page
    assert re.search(r"\nHeld all the while  1\n.*d@d\.example +you put it off until ", page)
    assert lines[-1].startswith("work was read 4 minutes ago")


def test_the_document(home: Home) -> None:
    """The same, as data."""
    a_house_full(home)

    document = home("preview", "--json", "--days", "10").json

    assert len(document["days"]) == 11
    assert document["until"] == document["days"][-1]["day"]
    assert document["accounts"][0]["complete"] is True
    steps = {s["subject"]: (s, day["day"]) for day in document["days"] for s in day["steps"]}
    site, day = steps["The new site"]
    assert day == site["due_at"][:10]
    assert (site["do"], site["template"], site["step"], site["silent_days"]) == ("draft", "check-in", 1, 5)
    assert site["contact"] == {"name": ANNA.name, "address": ANNA.email}
    assert site["then"] == [
        {"step": 2, "do": "draft", "when": "after 7 days", "template": "closing-the-loop", "note": None}
    ]
    call, _ = steps["The key"]
    assert (call["do"], call["phone"], call["note"]) == ("call", "+39061234567", "ask for [the] key")
    away, _ = steps["The brochure"]
    assert [hold["since"] for hold in away["held"]] == [document["days"][0]["day"]]
    assert away["held"][0]["reason"].startswith("Carla is away until")
    assert [thread["state"] for thread in document["held"]] == ["snoozed"]
    assert (document["lying"], document["later"], document["problems"]) == ([], [], [])


def test_the_fields_of_the_document(home: Home) -> None:
    """All of them are told in docs/json.md."""
    a_house_full(home)
    document = home("preview", "--json").json
    steps = [step for day in document["days"] for step in day["steps"]]
    told = set(re.findall(r"`(\w+)(?:\[\])?`", JSON_PAGE.partition("## `preview --json`")[2].partition("\n## ")[0]))

    names = {*document, *document["days"][0], *steps[0], *steps[0]["then"][0]}

    assert names <= told


def test_days_off(home: Home) -> None:
    """A holiday is told in its place; a weekday that isn't worked, where it stands in the way."""
    tomorrow, feast, after = (day_in(n) for n in (1, 2, 3))
    worked = [name[:3].casefold() for n, name in enumerate(WEEKDAYS) if n not in {tomorrow.weekday(), feast.weekday()}]
    calendar = f"working_days = {worked}\ndays_off = [{after}]"
    home.config.write_text(re.sub(r"working_days = .*", calendar, home.config.read_text()))
    home.remember(*a_silence(4))

    page = home("preview").out
    [step] = [step for day in home("preview", "--json").json["days"] for step in day["steps"]]

    assert f"\n{in_days(3)} is passed over: a day off of yours\n" in page
    assert f"passed over: {in_days(1)}, {in_days(2)}, {in_days(3)} (a day off of yours)" in re.sub(r"\s+", " ", page)
    assert [off["day"] for off in step["passed_over"]] == [str(tomorrow), str(feast), str(after)]


def test_a_draft_that_lies_there(home: Home) -> None:
    """It waits for the owner; what would follow on it is told."""
    home.remember(*a_silence(3, number=7))
    with home.ledger() as ledger:
        [thread] = ledger.threads("work")
        draft = a_draft(days_ago(1), parent=thread.messages[-1], thread=thread.id, state=DraftState.INTENDED)
        ledger.intend(draft, day=Day(date=day_in(-1), begins=days_ago(1)), cap=5)
        ledger.settle(replace(draft, state=DraftState.LAID))

    page = home("preview").out

    assert "In your Drafts already  1" in page
    assert f"a draft for step 1 has lain in Drafts since {in_days(-1)}" in page
    assert "once you have sent it: closing-the-loop after 7 days" in page
    assert "Nothing falls due up to" in page
    assert [v["state"] for v in home("preview", "--json").json["lying"]] == ["drafted"]


def test_a_draft_of_the_owners_own(home: Home) -> None:
    """Once it's sent, the step that comes next counts from there."""
    asked, sent = a_silence(3)
    home.remember(asked, sent)
    with home.ledger() as ledger:
        ledger.list_drafts("work", a_listing(a_listed_draft(id=an_id("own"), parents=(sent.id,)), at=days_ago(0)))

    page = home("preview").out

    assert "a draft of your own for this thread lies in Drafts" in page
    assert "once that is sent: check-in after 5 days, then closing-the-loop after 7 days" in page


def test_what_comes_later(home: Home) -> None:
    """It's counted, with its first day."""
    home.remember(*a_silence(1))

    assert f"Later: 1 thread, the first on {in_days(4)}" in home("preview", "--days", "2").out


def test_very_many_held(home: Home) -> None:
    """The first are listed, the others counted."""
    home.remember(*(m for n in range(20) for m in a_silence(40, number=n, subject=f"Site {n}.")))

    page = home("preview").out

    assert "Held all the while  20" in page
    assert "and 5 more (`crickets " in page
    assert " status --all` lists them)" in page


def test_a_problem(home: Home) -> None:
    """It's told first, and what follows from it."""
    home.remember(*a_silence(4))
    with home.ledger() as ledger:
        ledger.note_problem("work", "the server \x1b[31mhung up\x1b[0m", days_ago(0))

    page = home("preview").out

    assert "! work: the server \\x1b[31mhung up\\x1b[0m\n! There, nothing is laid before that is mended.\n" in page
    assert "check-in" in page


def test_nothing_read_yet(home: Home) -> None:
    """What to do next is said, and the document is sound."""
    assert " once` reads your mail" in home("preview").out
    assert home("preview", "--json", "--days", "1").json["held"] == []


@pytest.mark.parametrize("days", ["0", "367", "many"])
def test_a_number_of_days_that_makes_no_sense(home: Home, days: str) -> None:
    """It's wrong usage."""
    ended = home("preview", "--days", days)

    assert (ended.code, ended.out) == (2, "")
    assert "--days" in ended.err


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
def test_a_terminal_of_any_width(home: Home, columns: int) -> None:
    """No line is longer than the terminal is wide, and what is hostile in it is harmless."""
    home.monkeypatch.setenv("COLUMNS", str(columns))
    villain = Address(name="Eve \x1b]0;mine\x07[bold]", email="eve@client.example")
    home.remember(
        *a_silence(4, subject="A subject " * 20),
        *a_silence(3, number=2, client=villain, subject="漢字" * 40),
        a_sent(11, at=days_ago(6), to=Address(name="", email="long" * 15 + "@client.example"), subject="Yes"),
    )

    page = home("preview").out

    assert max(cell_len(line) for line in page.splitlines()) <= columns
    assert r"Eve \x1b]0" in page
    assert "\x1b" not in page

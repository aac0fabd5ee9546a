"""`crickets clients`: how fast each client answers, and where they are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from crickets.cli.clients_page import clients_page
from crickets.domain.message import Address, Message
from crickets.errors import ExitCode
from crickets.service.clients import Clientele, clientele_of
from tests.builders import a_policy
from tests.cli.home import ANNA, Home, a_received, a_sent, a_silence, days_ago
from tests.cli.test_status import BRUNO

DORA = Address(name="Dora Blu", email="dora@blu.example")
CARLA = Address(name="Carla Neri", email="carla@other.example")
JSON_PAGE = (Path(__file__).parents[2] / "docs/json.md").read_text("utf-8")
SLOW = "Carla Neri is habitually slow to answer: for the next contract think of a deposit"


def a_habit(client: Address, *waits: float, first: int) -> Iterator[Message]:
    """Mails to a client that they answered after so many days each."""
    for n, wait in enumerate(waits, first):
        sent = a_sent(n, at=days_ago(200 - n), to=client, subject=f"Matter {n}")
        yield sent
        yield a_received(n, at=days_ago(200 - n - wait), sender=client, subject=f"Re: Matter {n}", answers=sent)


@pytest.fixture
def clients(home: Home) -> Home:
    """Carla answers slowly, Anna within a day and is silent at present, Bruno is silent and has hardly ever written."""
    home.remember(
        *a_habit(ANNA, 0.5, 0.5, 0.5, 0.5, 1, first=10),
        *a_habit(CARLA, 6, 7, 8, 9, 20, first=50),
        *a_silence(3),
        *a_silence(1, number=2, client=BRUNO, subject="The key"),
    )
    return home


def test_the_page(clients: Home) -> None:
    """One client below the other, the slowest first, with the advice for those who are slow by habit."""
    page = clients("clients")

    out = " ".join(page.out.split())
    assert (page.code, page.err) == (0, "")
    assert "Clients 3" in out
    assert out.index("Carla Neri") < out.index("Anna Rossi") < out.index("Bruno")
    assert "half of 5 answers within 8 days, nine in ten within 20 days" in out
    assert "half of 5 answers within 12 hours, nine in ten within 24 hours" in out
    assert "100% on time (before negotiation's first step)" in out
    assert "too few answers are known for a habit" in out
    assert "is habitually slow" in out
    assert out.count("for the next contract") == 1
    assert re.search(r"silent in \w+ \(The key\)", out)
    assert "late" not in out
    assert "work was read 4 minutes ago" in out


def test_the_document(clients: Home) -> None:
    """The same for programs."""
    document = clients("clients", "--json").json

    assert list(document) == ["as_of", "accounts", "clients", "problems"]
    carla, anna, bruno = document["clients"]
    threads = {thread["subject"]: thread["id"] for thread in clients.threads}
    assert carla.pop("advice").startswith(SLOW)
    assert carla == {
        "contact": {"name": "Carla Neri", "address": "carla@other.example"},
        "addresses": ["carla@other.example"],
        "answers": 5,
        "median_hours": 8 * 24.0,
        "ninetieth_hours": 20 * 24.0,
        "plan": "negotiation",
        "on_time": 0.0,
        "silent": [],
        "invoices_late": 0,
        "slow": True,
    }
    assert (anna["on_time"], anna["silent"], anna["advice"]) == (1.0, [threads["The new site"]], None)
    assert (bruno["plan"], bruno["silent"]) == ("by-phone", [threads["The key"]])
    assert [bruno[field] for field in ("answers", "median_hours", "ninetieth_hours", "on_time")] == [None] * 4


def test_the_same_figures_as_a_thread_tells(clients: Home) -> None:
    """`show` counts the same answers."""
    [thread] = (thread["id"] for thread in clients.threads if thread["subject"] == "The new site")

    why = " ".join(clients("show", thread, "--json").json["why"])

    assert "Anna Rossi has answered 5 of your mails so far: half within 12 hours, nine in ten within 24 hours" in why


def test_every_field_is_documented(clients: Home) -> None:
    """Under the command's own heading."""
    section = JSON_PAGE.partition("## `clients --json`")[2].partition("\n## ")[0]

    document = clients("clients", "--json").json
    missing = [field for field in (*document, *document["clients"][0]) if f"`{field}" not in section]
    assert missing == []


@pytest.mark.parametrize("words", ["carla", "Carla neri", "other.example", "car"])
def test_one_client(clients: Home, words: str) -> None:
    """By words of their name or address, or the beginning of one."""
    document = clients("clients", words, "--json").json

    assert [each["contact"]["name"] for each in document["clients"]] == ["Carla Neri"]


def test_one_who_is_neither_silent_nor_has_a_habit(clients: Home) -> None:
    """By name they're told of, though the whole list leaves them out."""
    clients.remember(*a_habit(DORA, 1, 2, first=90))
    page = clients("clients", "dora")

    out = " ".join(page.out.split())
    assert (page.code, page.err) == (0, "")
    assert "Clients 1 Dora Blu too few answers are known for a habit dora@blu.example" in out
    assert "Dora" not in clients("clients").out
    assert [each["answers"] for each in clients("clients", "dora", "--json").json["clients"]] == [None]


def test_nobody_of_that_name(clients: Home) -> None:
    """It's wrong usage, and says where the names are."""
    page = clients("clients", "dora")

    assert (page.code, page.out) == (ExitCode.USAGE, "")
    assert "no client goes by 'dora'" in page.err
    assert f"`{clients.command} clients` lists" in page.err


def test_nobody_at_all(home: Home) -> None:
    """An empty ledger, and one with nobody in it, each say so."""
    assert "Nothing has been read yet" in home("clients").out
    home.remember()
    assert "Nobody is silent" in home("clients").out
    assert home("clients", "--json").json["clients"] == []


def test_an_account_that_can_not_be_relied_on(clients: Home) -> None:
    """It's told."""
    with clients.ledger() as ledger:
        ledger.note_problem("work", "the server hung up", days_ago(0))

    assert "! work: the server hung up" in clients("clients").out
    assert clients("clients", "--json").json["problems"] == ["work: the server hung up"]


def test_invoices_that_are_late(clients: Home) -> None:
    """They are told where somebody knows of them."""
    told = _page(_with_late_invoices(_clientele(clients), 1), width=100)

    assert told.count("1 invoice late") == 3


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_width(clients: Home, width: int) -> None:
    """No line is wider than the terminal."""
    lines = _page(_clientele(clients), width=width).splitlines()

    assert len(lines) > 10
    assert all(cell_len(line) <= width for line in lines)


def _clientele(home: Home) -> Clientele:
    with home.ledger() as ledger:
        return clientele_of(ledger, ("work",), a_policy(), days_ago(0) + timedelta(seconds=1))


def _with_late_invoices(clientele: Clientele, number: int) -> Clientele:
    return replace(clientele, clients=tuple(replace(each, invoices_late=number) for each in clientele.clients))


def _page(clientele: Clientele, *, width: int) -> str:
    told = StringIO()
    console = Console(file=told, width=width)
    for part in clients_page(clientele, a_policy(), width=width):
        console.print(part)
    return told.getvalue()

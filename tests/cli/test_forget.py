"""`crickets forget`: what it asks, erases and tells."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from crickets.domain.message import Address
from crickets.domain.thread import DraftState, ThreadId
from tests.builders import a_calendar, a_draft
from tests.cli.home import Home, a_received, a_silence, days_ago
from tests.cli.terminal import Terminal

BRUNO = Address(name="Bruno", email="bruno@client.example")


@pytest.fixture
def known(home: Home) -> Home:
    """Anna and Bruno are silent."""
    home.remember(*a_silence(4), *a_silence(3, number=2, client=BRUNO, subject="Poster"))
    return home


def contacts(home: Home) -> set[str]:
    """Whom `status --all` tells of."""
    return {thread["contact"]["address"] for thread in home.threads}


def a_draft_lies(home: Home, state: DraftState) -> str:
    """The thread with Anna, in which a draft lies."""
    [name] = [thread["id"] for thread in home.threads if thread["contact"]["address"] == "anna@client.example"]
    with home.ledger() as ledger:
        thread = ledger.thread(ThreadId(name))
        assert thread is not None
        now = days_ago(0)
        draft = a_draft(now, parent=thread.messages[-1], thread=thread.id, state=DraftState.INTENDED)
        ledger.intend(draft, day=a_calendar().day_at(now), cap=9)
        ledger.settle(replace(draft, state=state))
    return str(name)


def test_a_person(known: Home) -> None:
    """They're erased, others stay; it's told where Crickets doesn't reach."""
    told = known("forget", "Anna", "--yes")

    assert (told.code, told.err) == (0, "")
    first, erased, last = told.out.splitlines()
    assert first == "Forgotten: anna@client.example"
    assert erased.startswith("  erased: 2 messages, 1 thread (")
    assert last == "  their mail stays in your mailbox, and is passed over from now on"
    assert contacts(known) == {"bruno@client.example"}
    assert b"Anna Rossi" not in known.state.read_bytes()


def test_what_would_be_erased(known: Home) -> None:
    """Nothing is, and the same is told."""
    would = known("forget", "anna", "--dry-run").out
    did = known("forget", "anna", "--yes").out

    assert would.splitlines()[0] == "To be forgotten: anna@client.example"
    assert would.splitlines()[1].replace("would be erased", "erased") == did.splitlines()[1]


def test_as_json(known: Home) -> None:
    """The shape that docs/json.md tells."""
    would = known("forget", "bruno's", "--dry-run", "--json").json
    [thread] = [t["id"] for t in known.threads if t["contact"]["address"] == "bruno@client.example"]

    assert would == {
        "who": ["bruno@client.example"],
        "done": False,
        "erased": {"messages": 2, "threads": [thread], "drafts": 0, "invoices": 0},
        "stopped": [],
        "waiting": [],
        "left": [],
        "clients": ["Bruno's"],
    }
    assert known("forget", "bruno's", "--yes", "--json").json == would | {"done": True}


def test_a_client_of_the_config(known: Home) -> None:
    """It's told that the config names them still."""
    assert 'your config still names them: clients, "Bruno\'s"' in known("forget", "Bruno's", "--yes").out


@pytest.mark.parametrize(
    ("state", "told", "stays"),
    [
        (
            DraftState.LAID,
            "it's taken back with the next pass, and what is kept of that thread (2 messages) goes then",
            1,
        ),
        (DraftState.EDITED, "stays there: you have touched it", 0),
    ],
)
def test_a_draft_that_lies_there(known: Home, state: DraftState, told: str, stays: int) -> None:
    """An untouched one is taken back first, a touched one is the owner's."""
    thread = a_draft_lies(known, state)
    document = json.loads(known("forget", "anna", "--dry-run", "--json").out)
    out = known("forget", "anna", "--yes").out

    assert f"the draft in {thread} (" in out
    assert told in out
    assert ("erased: nothing yet" in out, "0 messages" in out) == (bool(stays), False)
    assert [each["messages"] for each in (*document["waiting"], *document["left"])] == [2]
    assert [len(document["waiting"]), len(document["left"])] == [stays, 1 - stays]
    assert len([t for t in known.threads if t["id"] == thread]) == stays


def test_nobody_to_ask(known: Home) -> None:
    """Without a terminal it's asked for in words, and nothing is erased."""
    for arguments in (("forget", "anna"), ("forget", "anna", "--json")):
        told = known(*arguments)
        assert (told.code, told.out) == (2, "")
        assert "give --yes, or --dry-run" in told.err
    assert len(contacts(known)) == 2


@pytest.mark.parametrize(("answer", "left"), [("n", 2), ("y", 1)])
def test_on_a_terminal(known: Home, answer: str, left: int) -> None:
    """What goes is shown, and the owner asked."""
    with Terminal(known, "forget", "anna") as terminal:
        terminal.answer("Erase this? [y/N]: ", answer)
        terminal.rest()

    assert len(contacts(known)) == left


@pytest.mark.parametrize(
    ("typed", "words"),
    [("client", "fits several people"), ("zelda", "no client goes by"), ("dana@studio.example", "is you")],
)
def test_who_is_not_clear(known: Home, typed: str, words: str) -> None:
    """It's told, and nobody is erased."""
    told = known("forget", typed, "--yes")

    assert (told.code, told.out) == (2, "")
    assert words in told.err


def test_before_anything_was_read(home: Home) -> None:
    """There's nobody to be forgotten, nor a ledger to note it in."""
    told = home("forget", "anna@client.example", "--yes")

    assert told.code == 2
    assert "nothing is known of anybody yet" in told.err


def test_somebody_unknown_by_address(known: Home) -> None:
    """They're passed over from now on."""
    told = known("forget", "zelda@quimby.example", "--yes")
    known.remember(a_received(7, at=days_ago(1), sender=Address(name="Zelda", email="zelda@quimby.example")))

    assert "nothing is known of them" in told.out
    assert "zelda@quimby.example" not in contacts(known)


def test_undone(known: Home) -> None:
    """What comes from now on is read; it's told what isn't."""
    known("forget", "anna", "--yes")
    told = known("forget", "--undo", "anna@client.example")
    again = known("forget", "--undo", "anna@client.example", "--json").json
    later = days_ago(-1)
    known.remember(a_received(8, at=days_ago(30)), replace(a_received(9, at=later), received=later))

    assert "is forgotten no longer" in told.out
    assert again == {"who": ["anna@client.example"], "remembered": False}
    assert "nothing has changed" in known("forget", "--undo", "anna@client.example").out
    with known.ledger() as ledger:
        assert [m.id for t in ledger.threads("work") for m in t.messages if m.sender.name == "Anna Rossi"] == [
            "received-9@client.example"
        ]


def test_undoing_for_a_try(known: Home) -> None:
    """The two make no sense together."""
    assert known("forget", "anna", "--undo", "--dry-run").code == 2


def test_a_hostile_subject(home: Home) -> None:
    """It rewrites no terminal."""
    home.remember(*a_silence(4, subject="\x1b[31mred"))
    a_draft_lies(home, DraftState.LAID)

    assert "\x1b" not in home("forget", "anna", "--yes").out

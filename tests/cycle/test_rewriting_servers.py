"""A server that gives what is laid another Message-ID: then nobody can tell the draft from one that was saved anew."""

from __future__ import annotations

from contextlib import suppress

import pytest

from crickets.domain.thread import DraftState
from crickets.errors import Transient
from tests.cycle.home import ANSWER, Home
from tests.cycle.stage import days_later
from tests.fakes.mailbox import Phase, failing
from tests.servers.mail import Mail


@pytest.fixture
def rewritten(home: Home) -> Home:
    """The server tells the right UID, and changes the id."""
    home.memory.abilities.rewrite = lambda raw: Mail(raw).with_header("Message-ID", "<CAF@mail.example>").raw
    return home


def test_an_answer_comes(rewritten: Home) -> None:
    """The draft counts as the owner's, and is left."""
    home = rewritten
    home.look()
    home.memory.put("INBOX", ANSWER, at=days_later(0.1))
    home.look(0.2)

    assert len(home.memory.drafts) == 1
    assert home.only_draft().state is DraftState.EDITED


def test_the_answer_to_the_append_is_lost(rewritten: Home) -> None:
    """It's never found by its id, and yet no other is laid: a draft that answers the thread's mail lies there."""
    home = rewritten
    home.memory.interfere = failing("append_draft", Phase.AFTER)
    with suppress(Transient):
        home.look()
    for days in (0.01, 0.02, 0.03, 1, 20):
        home.look(days)

    assert len(home.memory.drafts) == 1

"""A provider that sorts mail into conversations itself (X-GM-THRID, OBJECTID's THREADID), and loses all else."""

from __future__ import annotations

import pytest

from crickets.domain.thread import DraftState
from tests.cycle.home import ASKED, OFFERED, Home
from tests.cycle.stage import CLIENT, ME, days_later
from tests.fakes.mailbox import MemoryMailbox
from tests.servers.mail import a_message

CONVERSATION = "1278455344230334865"


@pytest.fixture
def sorted_home(home: Home) -> Home:
    """Anna asked, Dana offered and Anna seems to be quiet: one conversation; a draft lies there."""
    home.memory = MemoryMailbox()
    home.memory.put("INBOX", ASKED, conversation=CONVERSATION)
    home.memory.put("Sent", OFFERED, conversation=CONVERSATION)
    home.look()
    return home


def test_a_draft_saved_anew(sorted_home: Home) -> None:
    """New id, new subject, no References: it's the owner's, and the only one for good."""
    memory = sorted_home.memory
    [draft] = memory.drafts
    own = a_message(ME, CLIENT, "A word", at=days_later(0.5))
    memory.put("Drafts", own, flags=("\\Draft", "\\Seen"), conversation=CONVERSATION)
    memory.remove("Drafts", draft.uid, to_trash=False)
    for days in (0.6, 3, 20):
        sorted_home.look(days)
        assert [draft.mail.subject for draft in memory.drafts] == ["A word"]
    assert sorted_home.only_draft().state is DraftState.EDITED


def test_a_draft_sent(sorted_home: Home) -> None:
    """It took the step: the next one counts from its day, and answers it."""
    memory = sorted_home.memory
    [draft] = memory.drafts
    sent = a_message(ME, CLIENT, "A word", at=days_later(1))
    memory.put("Sent", sent, conversation=CONVERSATION)
    memory.remove("Drafts", draft.uid, to_trash=False)
    for days in (1.1, 7.4):
        sorted_home.look(days)
        assert memory.drafts == ()
    assert sorted_home.only_draft().proof == "probably: sent in the same conversation, to the same people, edited"
    sorted_home.look(8.1)

    assert [d.mail.header("In-Reply-To") for d in memory.drafts] == [sent.message_id]

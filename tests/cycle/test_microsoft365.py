"""Microsoft 365 as it is told: few extensions, an impatient server, and Message-IDs that are rewritten."""

from __future__ import annotations

import email.utils
from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.domain.thread import DraftState
from crickets.errors import Refused, Transient
from tests.cycle.provider import fate, known_thread, once
from tests.cycle.stage import Stage, a_reply, a_silence, a_stage, days_later
from tests.cycle.test_cuts import one_draft_lies
from tests.servers.mail import Mail, fresh_id
from tests.servers.mailbox import Stored
from tests.servers.profiles.moments import Goodbye, Moment, Phase, Refusal, undisturbed
from tests.servers.profiles.server import ProfileServer


@pytest.fixture
def stage(microsoft365: ProfileServer, tmp_path: Path) -> Iterator[Stage]:
    """A fresh mailbox there, Crickets beside it behind a recording proxy."""
    with a_stage(microsoft365, tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("call", "phase"),
    [("EXAMINE", Phase.BEFORE), ("UID FETCH", Phase.AFTER), ("APPEND", Phase.BEFORE), ("APPEND", Phase.AFTER)],
)
def test_a_goodbye_in_the_middle(stage: Stage, microsoft365: ProfileServer, call: str, phase: Phase) -> None:
    """It passes; in the end one draft lies there."""
    a_silence(stage.box)
    microsoft365.interfere = once(call, phase, throttle)
    with pytest.raises(Transient):
        stage.look()

    one_draft_lies(stage)


def test_authenticated_but_not_connected(stage: Stage, microsoft365: ProfileServer) -> None:
    """The login is accepted and all else refused: the error says what that means, and nothing was done."""
    a_silence(stage.box)
    microsoft365.interfere = not_connected
    with pytest.raises(Refused, match="signs in too often"):
        stage.look()
    microsoft365.interfere = undisturbed

    assert stage.subjects == []
    one_draft_lies(stage)


@pytest.mark.parametrize("threaded", [True, False], ids=["threaded", "References lost"])
def test_rewritten_as_it_is_sent(stage: Stage, *, threaded: bool) -> None:
    """The old Message-ID stands in a field of Microsoft's: the draft was sent, and by that the plan moves on."""
    a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    sent = rewritten(draft, 2, threaded=threaded)
    stage.box.put("Sent", sent, at=days_later(2), flags=["\\Seen"])
    stage.box.remove("Drafts", draft.uid, to_trash=False)
    stage.look(2.1)

    assert (stage.subjects, fate(stage)) == ([], DraftState.SENT)
    assert known_thread(stage).drafts[0].how.startswith("sent under its Message-ID")
    stage.look(9.1)
    assert [draft.mail.header("In-Reply-To") for draft in stage.drafts] == [sent.message_id]


def test_moved_away_and_back(stage: Stage) -> None:
    """It has another UID: somebody had it in hand, and it stays when the answer comes."""
    _, offered = a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    stage.box.move("Drafts", draft.uid, "Archive")
    [away] = stage.box.folder("Archive")
    stage.box.move("Archive", away.uid, "Drafts")
    stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
    for days in (2, 3, 9):
        stage.look(days)
        assert [(m.uid > draft.uid, m.raw) for m in stage.drafts] == [(True, draft.raw)]


def test_names_beyond_ascii(stage: Stage) -> None:
    """Drafts and Trash are found by their attributes, and named as the server writes them."""
    _, offered = a_silence(stage.box)
    stage.look()
    stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
    stage.look(2)

    said = [(verb, rest) for verb, rest in stage.recorder.commands if verb in {"APPEND", "UID COPY", "UID MOVE"}]
    [(_, appended), (_, away)] = said
    assert appended.startswith('"Entw&APw-rfe" ')
    assert away.endswith(' "Gel&APY-schte Elemente"')


def rewritten(draft: Stored, at: float, *, threaded: bool) -> Mail:
    """What is filed in Sent where outlook.com's SMTP gives another Message-ID (chatmail/core#2250)."""
    mail = draft.mail.with_header("X-Microsoft-Original-Message-ID", draft.mail.message_id)
    mail = mail.with_header("Message-ID", fresh_id("x@eurprd.prod.outlook.example", days_later(at)))
    mail = mail.with_header("Date", email.utils.format_datetime(days_later(at)))
    return mail if threaded else mail.with_header("References", "").with_header("In-Reply-To", "")


def throttle() -> None:
    """The server has had enough for now."""
    raise Goodbye("Connection is closed. 13")


def not_connected(moment: Moment) -> None:
    """Whatever is asked after the login."""
    if moment.call not in {"CAPABILITY", "LOGIN", "LOGOUT"}:
        raise Refusal("BAD User is authenticated but not connected.")

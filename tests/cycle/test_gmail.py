"""Gmail as it is told: labels as folders, All Mail, and a web client that makes a new message of each version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.domain.thread import DraftState
from crickets.domain.verdict import State
from crickets.errors import Transient
from tests.cycle.interference import Killed, killed, look
from tests.cycle.provider import behind, fate, known_thread, once
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, a_stage, days_ago, days_later
from tests.cycle.test_control_folders import FOLDERS as CONTROL_FOLDERS
from tests.cycle.test_cuts import one_draft_lies
from tests.servers.profiles.gmail import GmailMailbox
from tests.servers.profiles.moments import Phase, Refusal
from tests.servers.profiles.server import ProfileServer


@pytest.fixture
def stage(gmail: ProfileServer, tmp_path: Path) -> Iterator[Stage]:
    """A fresh mailbox there, Crickets beside it behind a recording proxy."""
    with a_stage(gmail, tmp_path) as made:
        yield made


@pytest.mark.parametrize("seen", [True, False], ids=["a pass between", "no pass between"])
def test_autosaved_and_sent(stage: Stage, *, seen: bool) -> None:
    """New UIDs and new Message-IDs at each autosave, and another one when it's sent: it was sent, once."""
    a_silence(stage.box)
    stage.look()
    saved = web(stage).autosave(stage.drafts[0], "My own", at=days_later(0.5))
    saved = web(stage).autosave(saved, "My own words.\n", at=days_later(0.6))
    if seen:
        stage.look(1)
        assert fate(stage) is DraftState.EDITED
    sent = web(stage).send(saved, at=days_later(2))

    stage.look(2.1)
    assert (stage.subjects, fate(stage)) == ([], DraftState.SENT)
    stage.look(8)
    assert stage.subjects == []
    stage.look(9.1)
    assert [draft.mail.header("In-Reply-To") for draft in stage.drafts] == [sent.message_id]


def test_every_message_lies_in_all_mail_too(stage: Stage) -> None:
    """The double is no answer and no second mail of the owner's; nor is a draft's double a sent one."""
    asked, offered = a_silence(stage.box)
    for days in (0, 0.1, 1, 3):
        stage.look(days)
        assert (stage.state(), fate(stage)) == (State.DRAFTED, DraftState.LAID)

    [draft] = stage.drafts
    assert {f"<{message}>" for message in (m.id for m in known_thread(stage).messages)} == {
        asked.message_id, offered.message_id, draft.mail.message_id,
    }  # fmt: skip
    assert anchor(stage) == offered.message_id


def test_a_draft_of_the_web_client(stage: Stage) -> None:
    r"""It has the label and no flag: it's the live draft all the same, and no sent mail."""
    _, offered = a_silence(stage.box)
    own = a_message(sender=ME, to=CLIENT, at=days_ago(1), reply_to=offered)
    web(stage).put("Drafts", own, flags=["\\Seen"])
    for days in (0, 1, 20):
        stage.look(days)
        assert [draft.mail.message_id for draft in stage.drafts] == [own.message_id]
        assert stage.state() is State.DRAFTED


def test_an_answer_that_skipped_the_inbox(stage: Stage) -> None:
    """A filter archives it: it lies in All Mail alone, and counts."""
    _, offered = a_silence(stage.box)
    stage.box.put("Archive", a_reply(offered, at=days_ago(2)))
    stage.look()

    assert (stage.subjects, stage.state()) == ([], State.ANSWERED)


def test_discarded(stage: Stage) -> None:
    """It's gone for good, not in the trash: its step is skipped, once."""
    a_silence(stage.box)
    stage.look()
    web(stage).discard(stage.drafts[0])
    for days in (0.1, 0.2, 1, 6.4):
        stage.look(days)
        assert stage.subjects == []
    assert fate(stage) is DraftState.THROWN_AWAY
    stage.look(7.1)

    assert len(stage.drafts) == 1


def test_versions_that_a_mail_client_left_behind(stage: Stage) -> None:
    """By IMAP each save expunges the former version, which only archives it: what lies in All Mail was never sent."""
    _, offered = a_silence(stage.box)
    stage.look()
    saved = stage.box.edit_draft(stage.drafts[0], "My", at=days_later(0.5), keep_id=False)
    saved = stage.box.edit_draft(saved, "My own", at=days_later(0.6), keep_id=False)
    saved = stage.box.edit_draft(saved, "My own words.\n", at=days_later(0.7), keep_id=False)
    stage.look(1)

    assert (stage.state(), fate(stage)) == (State.DRAFTED, DraftState.EDITED)
    assert anchor(stage) == offered.message_id
    web(stage).discard(saved)
    for days in (2, 2.1):
        stage.look(days)
    assert fate(stage) is DraftState.THROWN_AWAY
    assert anchor(stage) == offered.message_id


def test_a_mail_that_the_owner_began_and_gave_up(stage: Stage) -> None:
    """Its versions lie in All Mail; the silence is counted from what was really sent."""
    _, offered = a_silence(stage.box)
    own = a_message(sender=ME, to=CLIENT, at=days_ago(1), reply_to=offered, body="Hello, did")
    stage.box.put("Drafts", own, flags=["\\Draft", "\\Seen"])
    saved = stage.box.edit_draft(stage.drafts[0], "Hello, did you", at=days_ago(0.9), keep_id=False)
    web(stage).discard(saved)
    stage.look()

    assert [draft.mail.header("In-Reply-To") for draft in stage.drafts] == [offered.message_id]


def test_thrown_away_by_a_mail_client_before_it_was_seen(stage: Stage) -> None:
    """The process ended right after the APPEND, and the draft was archived: nobody has sent it."""
    a_silence(stage.box)
    with pytest.raises(Killed):
        look(stage, killed("append_draft", Phase.AFTER))
    stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=False)
    for days in (0.1, 0.2):
        stage.look(days)
        assert stage.subjects == []

    assert fate(stage) is DraftState.THROWN_AWAY


def test_taken_back_for_good(stage: Stage) -> None:
    """EXPUNGE would archive it, and the client would find it in All Mail: the trash is the only way out."""
    stage.extra = '[drafts]\nretire_to = "nowhere"\n'
    _, offered = a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    stage.box.put("INBOX", a_reply(offered, at=days_later(1)))
    stage.look(2)

    verbs = {verb for verb, _ in stage.recorder.commands}
    assert ("UID MOVE" in verbs, "UID EXPUNGE" in verbs) == (True, False)
    lies_in = {name for name in stage.box.folders for m in stage.box.folder(name) if m.raw == draft.raw}
    assert lies_in == {"Trash"}


def test_too_many_connections(stage: Stage, gmail: ProfileServer) -> None:
    """Other programs have all fifteen: it's tried again later, and nothing is the matter with the password."""
    a_silence(stage.box)
    gmail.interfere = once("LOGIN", Phase.BEFORE, too_many_connections)
    with pytest.raises(Transient, match="Too many simultaneous connections"):
        stage.look()

    one_draft_lies(stage)


def web(stage: Stage) -> GmailMailbox:
    """The same, with the web client's hands."""
    mailbox = behind(stage)
    assert isinstance(mailbox, GmailMailbox)
    return mailbox


def too_many_connections() -> None:
    """Gmail's words at the sixteenth login."""
    raise Refusal("NO [ALERT] Too many simultaneous connections. (Failure)")


def anchor(stage: Stage) -> str:
    """The Message-ID of the owner's newest mail in the only thread."""
    verdict = stage.verdict()
    assert verdict.anchor is not None
    return f"<{verdict.anchor.id}>"


def test_a_label_as_an_order(stage: Stage) -> None:
    """The labels are made, and one given to a mail in All Mail is an order for its thread, once."""
    _, offered = a_silence(stage.box)
    stage.extra, stage.control = "\n[control]\nfolders = true\n", CONTROL_FOLDERS
    stage.look()
    assert len(stage.drafts) == 1
    [uid] = [stored.uid for stored in stage.box.folder("Archive") if stored.mail.message_id == offered.message_id]
    web(stage).copy("Archive", uid, "Crickets/Stop")
    for days in (0.1, 0.2, 8):
        stage.look(days)
        assert (stage.subjects, stage.state()) == ([], State.STOPPED)

    assert [order.by for order in known_thread(stage).orders] == ["the folder Crickets/Stop"]

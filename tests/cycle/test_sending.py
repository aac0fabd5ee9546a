"""A draft is sent, in all the ways in which mail clients do it: it's known for sent, and nothing is laid twice."""

from __future__ import annotations

import email.utils

import pytest

from crickets.domain.verdict import State
from tests.cycle.stage import Stage, a_silence, days_later
from tests.servers.mail import Mail, fresh_id
from tests.servers.mailbox import Stored

WAYS = {
    "same Message-ID": {},
    "edited": {"text": "My own words.\n"},
    "new Message-ID": {"renamed": True},
    "edited, new Message-ID": {"renamed": True, "text": "My own words.\n"},
    "References lost": {"renamed": True, "unthreaded": True},
    "edited, References lost": {"renamed": True, "unthreaded": True, "text": "My own words.\n"},
    "kept as a draft": {"flags": ("\\Seen", "\\Draft")},
    "filed elsewhere": {"folder": "Archive"},
    "another subject": {"renamed": True, "subject": "A word about the new site"},
}


def sent_form(
    draft: Stored, at: float, *, renamed: bool = False, unthreaded: bool = False, text: str = "", subject: str = ""
) -> Mail:
    """The draft as the client sends it."""
    mail = draft.mail.with_text(text) if text else draft.mail
    mail = mail.with_header("Date", email.utils.format_datetime(days_later(at)))
    mail = mail.with_header("Subject", subject) if subject else mail
    if unthreaded:
        mail = mail.with_header("References", "").with_header("In-Reply-To", "")
    return mail.with_header("Message-ID", fresh_id(mail.header("From"), days_later(at))) if renamed else mail


def send(
    stage: Stage,
    at: float,
    *,
    folder: str = "Sent",
    flags: tuple[str, ...] = ("\\Seen",),
    renamed: bool = False,
    unthreaded: bool = False,
    text: str = "",
    subject: str = "",
) -> Mail:
    """Press Send: a copy is filed, and the draft goes."""
    [draft] = stage.drafts
    mail = sent_form(draft, at, renamed=renamed, unthreaded=unthreaded, text=text, subject=subject)
    stage.box.put(folder, mail, at=days_later(at), flags=flags)
    stage.box.remove("Drafts", draft.uid, to_trash=False)
    return mail


def the_next_step_counts_from(stage: Stage, sent: Mail, day: float) -> None:
    """Seven days after the sending, and not before, the last step is laid: in answer to what was sent."""
    stage.look(day + 0.1)  # by a weak sign it may take a second look
    for days in (day + 0.2, day + 3, day + 6):
        stage.look(days)
        assert (stage.subjects, stage.state()) == ([], State.WAITING)
    stage.look(day + 7.1)
    [draft] = stage.drafts
    assert draft.mail.header("In-Reply-To") == sent.message_id


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("day", [1, 5], ids=["soon", "late"])
def test_sent(quick_stage: Stage, way: dict[str, object], day: int) -> None:
    """It moves the plan on, from the day on which it was really sent."""
    a_silence(quick_stage.box)
    quick_stage.look()
    sent = send(quick_stage, day, **way)  # type: ignore[arg-type]

    the_next_step_counts_from(quick_stage, sent, day)


BY_ID, BY_REFERENCES = "sent under its Message-ID", "sent with a new Message-ID, known by its References"
BY_SUBJECT = "sent without its References: same subject, same people, soon after"
TOLD = {
    "same Message-ID": f"{BY_ID}, as it was",
    "edited": f"{BY_ID}, edited",
    "new Message-ID": f"{BY_REFERENCES}, as it was",
    "edited, new Message-ID": f"{BY_REFERENCES}, edited",
    "References lost": f"{BY_SUBJECT}, as it was",
    "edited, References lost": f"probably: {BY_SUBJECT}, edited",
}


@pytest.mark.parametrize("way", TOLD)
def test_what_is_told_of_it(stage: Stage, way: str) -> None:
    """On every server: how it was known, whether it's what was laid, and how surely."""
    a_silence(stage.box)
    stage.look()
    send(stage, 1, **WAYS[way])  # type: ignore[arg-type]
    stage.look(1.1)

    assert proof(stage) == TOLD[way]
    bodies = [rest for verb, rest in stage.recorder.commands if verb == "UID FETCH" and "BODY.PEEK[]" in rest]
    stage.look(1.2)
    assert bodies == [r for v, r in stage.recorder.commands if v == "UID FETCH" and "BODY.PEEK[]" in r]


def test_what_is_told_of_one_that_a_client_no_longer_shows(quick_stage: Stage) -> None:
    """Nothing was sent, and no copy lies in the trash: it was thrown away, if not surely."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    stage.box.remove("Drafts", stage.drafts[0].uid, to_trash=False)
    for days in (1, 1.1):
        stage.look(days)

    assert proof(stage) == "probably: gone from Drafts, and nothing like it was sent"


def proof(stage: Stage) -> str:
    """What proved what became of the only draft, as `show` tells it."""
    with stage.application() as app:
        drafts = [draft for thread in app.ledger.threads("work") for draft in thread.drafts]
    assert len(drafts) == 1
    return drafts[0].proof


def test_sent_after_a_former_version_was_seen_in_the_trash(quick_stage: Stage) -> None:
    """Apple Mail keeps each version there, under the same Message-ID: what counts is the day of sending."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    stage.box.put("Trash", draft.raw, flags=["\\Draft", "\\Seen"])
    stage.box.edit_draft(draft, "My own words.\n", at=days_later(1))
    stage.look(2)
    sent = send(stage, 5)

    the_next_step_counts_from(stage, sent, 5)


@pytest.mark.parametrize("day", [2, 9], ids=["before the next step's day", "after it"])
@pytest.mark.parametrize("to_trash", [False, True], ids=["expunged first", "into the trash first"])
@pytest.mark.parametrize("renamed", [False, True], ids=["same Message-ID", "new Message-ID"])
def test_the_copy_comes_late(quick_stage: Stage, day: float, *, to_trash: bool, renamed: bool) -> None:
    """The draft goes first, and passes look while the copy is on its way: nothing else is laid meanwhile."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    stage.box.remove("Drafts", draft.uid, to_trash=to_trash)
    for minutes in (1, 4, 9):
        stage.look(day + minutes / 1440)
        assert stage.subjects == []
    sent = sent_form(draft, day, renamed=renamed)
    stage.box.put("Sent", sent, at=days_later(day), flags=["\\Seen"])

    the_next_step_counts_from(stage, sent, day)


@pytest.mark.parametrize("on_delete", ["skip", "stop"])
def test_the_copy_comes_very_late(quick_stage: Stage, on_delete: str) -> None:
    """It was taken for thrown away; the plan still counts from what was sent, and goes on."""
    stage = quick_stage
    stage.extra = f'[drafts]\non_delete = "{on_delete}"\n'
    a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    stage.box.remove("Drafts", draft.uid, to_trash=False)
    for hours in (0, 1, 2, 30):
        stage.look(2 + hours / 24)
        assert stage.subjects == []
    sent = sent_form(draft, 2)
    stage.box.put("Sent", sent, at=days_later(2), flags=["\\Seen"])

    stage.look(8)
    assert stage.subjects == []
    stage.look(9.1)
    [closing] = stage.drafts
    assert closing.mail.header("In-Reply-To") == sent.message_id


def test_the_draft_outlives_the_sending(quick_stage: Stage) -> None:
    """Some clients keep the draft: it's taken back untouched, and nothing is laid beside it."""
    stage = quick_stage
    a_silence(stage.box)
    stage.look()
    [draft] = stage.drafts
    sent = sent_form(draft, 2)
    stage.box.put("Sent", sent, at=days_later(2), flags=["\\Seen"])

    for days in (2.1, 2.2):
        stage.look(days)
        assert len(stage.drafts) <= 1
    the_next_step_counts_from(stage, sent, 2.3 - 0.3)

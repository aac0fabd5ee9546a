"""What a mailbox looks like from inside, where it's more than data."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from crickets.domain.mailbox import Folder, FolderEvidence, FolderState, Uid, UidValidity, as_laid
from crickets.domain.message import Role

KNOWN = FolderEvidence(
    folder="INBOX", role=Role.INBOX, uid_validity=UidValidity(7), last_uid=Uid(9), whole=True,
    read_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC), held=3, mod_sequence=40,
)  # fmt: skip


@pytest.mark.parametrize(
    ("seen", "laid"),
    [
        ({"\\Draft", "\\Seen"}, {"\\Draft", "\\Seen"}),
        ({"\\DRAFT", "\\SEEN", "$HasNoAttachment"}, {"\\DRAFT", "\\SEEN", "$HasNoAttachment"}),
        ({"\\Draft", "\\Seen", "\\Flagged", "$label1"}, {"\\Draft", "\\Seen"}),
        ({"\\Seen"}, {"\\Seen"}),  # Gmail keeps no \\Draft
        ({"\\Draft"}, {"\\Draft", "\\Seen"}),
    ],
)
def test_the_flags_that_a_draft_was_laid_with(seen: set[str], laid: set[str]) -> None:
    """What a server adds by itself belongs to them; what somebody set or took away since the APPEND does not."""
    assert as_laid(frozenset(seen)) == laid


def test_what_a_folder_is_called() -> None:
    """Its owner names it level by level, or as its server does."""
    folder = Folder(name="INBOX.Clients.Acme", role=Role.OTHER, levels=("Clients", "Acme"))

    assert folder.called.is_called("Clients/Acme")
    assert folder.called.is_called("INBOX.Clients.Acme")


@pytest.mark.parametrize(
    ("uid_next", "exists", "mod_sequence", "unmoved"),
    [
        (10, 3, 40, True),
        (10, 2, 40, True),  # one was expunged, on a server that doesn't count that
        (11, 3, 40, False),
        (10, 4, 40, False),
        (10, 3, 41, False),
        (10, 3, None, False),
        (None, 3, 40, False),
    ],
)
def test_whether_a_folder_has_moved(
    uid_next: int | None, exists: int, mod_sequence: int | None, *, unmoved: bool
) -> None:
    """It hasn't if all that the server tells of it says so; what isn't told says nothing."""
    state = FolderState(
        uid_validity=KNOWN.uid_validity,
        uid_next=None if uid_next is None else Uid(uid_next),
        exists=exists,
        mod_sequence=mod_sequence,
    )

    assert KNOWN.is_unmoved(state) is unmoved


def test_whether_a_folder_has_moved_where_changes_are_not_counted() -> None:
    """By how many there are, and which UID comes next."""
    state = FolderState(uid_validity=KNOWN.uid_validity, uid_next=Uid(10), exists=3)

    assert replace(KNOWN, mod_sequence=None).is_unmoved(state)


@pytest.mark.parametrize(("uid_next", "unmoved"), [(12, True), (13, False), (11, False)])
def test_a_folder_whose_newest_messages_went_before_they_were_read(uid_next: int, *, unmoved: bool) -> None:
    """It was read to its end nevertheless: the UID that came next then tells whether anything has come since."""
    state = FolderState(uid_validity=KNOWN.uid_validity, uid_next=Uid(uid_next), exists=3, mod_sequence=40)

    assert replace(KNOWN, uid_next=Uid(12)).is_unmoved(state) is unmoved


STATE = FolderState(uid_validity=UidValidity(7), uid_next=Uid(10), exists=3, mod_sequence=40)


@pytest.mark.parametrize(
    ("now", "since", "flags", "unchanged"),
    [
        (STATE, STATE, True, True),
        (replace(STATE, uid_next=Uid(11)), STATE, False, False),
        (replace(STATE, exists=2), STATE, False, False),
        (replace(STATE, mod_sequence=41), STATE, False, False),
        (replace(STATE, uid_validity=UidValidity(8)), STATE, False, False),
        (replace(STATE, mod_sequence=None), replace(STATE, mod_sequence=None), False, True),
        (replace(STATE, mod_sequence=None), replace(STATE, mod_sequence=None), True, False),
        (replace(STATE, uid_next=None), replace(STATE, uid_next=None), False, False),
        (STATE, None, False, False),
    ],
)
def test_whether_anything_has_changed(
    now: FolderState, since: FolderState | None, *, flags: bool, unchanged: bool
) -> None:
    """Nothing has if all is as before and all is told; flags only where changes are counted."""
    assert now.proves_unchanged(since, flags=flags) is unchanged

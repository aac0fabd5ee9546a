"""What a mailbox looks like from inside, where it's more than data."""

from __future__ import annotations

import pytest

from crickets.domain.mailbox import Folder, as_laid
from crickets.domain.message import Role


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

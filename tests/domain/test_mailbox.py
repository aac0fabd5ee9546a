"""What a mailbox looks like from inside, where it's more than data."""

from __future__ import annotations

import pytest

from crickets.domain.mailbox import as_laid


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

"""Passwords as they are typed and pasted."""

from __future__ import annotations

import pytest

from crickets.cli.secrets_given import as_made
from crickets.mailbox import Password


@pytest.mark.parametrize("pasted", ["abcd efgh ijkl mnop", "abcd\xa0efgh\xa0ijkl\xa0mnop", " abcd efgh ijkl mnop "])
def test_an_app_password_as_google_shows_it(pasted: str) -> None:
    """It's taken without its blanks, whatever they are."""
    assert as_made(Password(secret=pasted)).secret == "abcdefghijklmnop"


@pytest.mark.parametrize(
    "secret", ["abcd-efgh-ijkl-mnop", " blanks at both ends ", "four words pass here", "ABCD EFGH IJKL MNOP"]
)
def test_any_other_password(secret: str) -> None:
    """It's nobody's to change."""
    assert as_made(Password(secret=secret)).secret == secret

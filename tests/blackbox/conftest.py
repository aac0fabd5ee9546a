"""A user of the command, and mailboxes for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blackbox.mailboxes import Mailbox, a_mailbox
from tests.blackbox.user import User
from tests.servers.server import ImapServer


@pytest.fixture
def user(tmp_path: Path) -> User:
    """Somebody with an empty home."""
    return User(home=tmp_path)


@pytest.fixture
def mailbox(dovecot_sdbox: ImapServer) -> Mailbox:
    """A fresh mailbox on Dovecot."""
    return a_mailbox(dovecot_sdbox)


@pytest.fixture
def dana(user: User, mailbox: Mailbox) -> User:
    """Somebody whose config is right, and whose mailbox is empty."""
    user.configure(mailbox.config)
    return user

"""
How `digest` shows the digest: its subject and its text, as they would be sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crickets.cli.safe import plain, plain_lines
from crickets.config.settings import DigestWish
from crickets.errors import ConfigError
from crickets.service.application import Application
from crickets.service.digests import Digests, Today
from crickets.service.the_digest import digests_of


def wanted(app: Application) -> tuple[Digests, DigestWish]:
    """Who sees to the owner's digest, and how they want it; `ConfigError` if they want none."""
    digests, wish = digests_of(app), app.settings.digest
    if digests is None or wish is None:
        raise ConfigError(
            (f"{app.settings.path}: digest.by: is missing, so there is no digest",),
            remedy='Set by = "smtp" or by = "imap" below [digest]; docs/digest.md tells how.',
        )
    return digests, wish


def digest_page(today: Today, wish: DigestWish) -> Iterator[RenderableType]:
    """The digest from top to bottom."""
    yield Text(f"To: {plain(wish.to.email)}", style="dim")
    yield Text(plain(today.words.subject), style="bold")
    yield Text()
    yield Text(plain_lines(today.words.text).rstrip("\n"))

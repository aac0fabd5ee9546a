"""
How `digest` shows the digest: its subject and its text, as they would be sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from crickets.cli.safe import plain, plain_lines
from crickets.config.settings import DigestWish
from crickets.errors import ConfigError
from crickets.service.application import Application
from crickets.service.digests import Digests, Today, today_of
from crickets.service.the_digest import digests_of

_HOW = 'by = "smtp" or by = "imap" below [digest]; docs/digest.md tells how.'


def todays(app: Application) -> Today:
    """Today's digest, in the owner's language, whether they want it sent or not."""
    wish = app.settings.digest
    language = app.settings.language if wish is None else wish.language
    return today_of(app.ledger, app.accounts, app.settings.policy, app.clock(), language)


def sender_of(app: Application) -> Digests:
    """Who sends the owner's digest; `ConfigError` if they want none."""
    digests = digests_of(app)
    if digests is None:
        raise ConfigError(
            (f"{app.settings.path}: digest.by: is missing, so there is no way to send one",), remedy=f"Set {_HOW}"
        )
    return digests


def digest_page(today: Today, wish: DigestWish | None) -> Iterator[Text]:
    """The digest from top to bottom."""
    yield Text("To: nobody, as you have none sent" if wish is None else f"To: {plain(wish.to.email)}", style="dim")
    yield Text(plain(today.words.subject), style="bold")
    yield Text()
    yield Text(plain_lines(today.words.text).rstrip("\n"))


def sent(wish: DigestWish) -> str:
    """What is said once it has gone its way."""
    if wish.server is None:
        return f"Laid into INBOX of {plain(wish.account)}, to {plain(wish.to.email)}."
    return f"Sent to {plain(wish.to.email)}."


def how_to_have_it_sent() -> str:
    """What is said below a digest of which none is sent."""
    return f"None is sent: your config has no [digest]. To have one each morning, set {_HOW}"

"""A Dovecot that lets in by tokens of the tests' authority, besides by its password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.servers import home as homes
from tests.servers.authority import Authority, an_authority
from tests.servers.dovecot import Dovecot
from tests.servers.mailbox import OwnersMailbox

_MECHANISMS = """
auth_mechanisms = plain login {mechanisms}
passdb {{
  driver = oauth2
  args = {settings}
}}
"""
_ASKS = """
introspection_mode = post
introspection_url = {url}/introspect
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailByToken:
    """The two, which know each other."""

    dovecot: Dovecot
    authority: Authority

    def owner(self) -> OwnersMailbox:
        """A fresh mailbox, whose owner is the one who signs in from now on."""
        user = self.dovecot.user()
        self.authority.begin_anew(user)
        return OwnersMailbox(self.dovecot, user)


@contextmanager
def mail_by_token(mechanisms: str = "xoauth2 oauthbearer") -> Iterator[MailByToken]:
    """Both at work; `Unavailable` where there is no Dovecot."""
    home = homes.new_home("oauth2")
    try:
        with an_authority() as authority:
            settings = home / "oauth2.conf"
            settings.write_text(_ASKS.format(url=authority.url))
            dovecot = Dovecot(extra=_MECHANISMS.format(mechanisms=mechanisms, settings=settings))
            try:
                yield MailByToken(dovecot=dovecot, authority=authority)
            finally:
                dovecot.stop()
    finally:
        homes.remove(home)

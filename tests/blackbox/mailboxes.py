"""What lies in a user's mailbox: clients of theirs who have gone quiet, by the real clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tests.blackbox.user import a_config
from tests.servers.mail import CLIENT, OWNER, Mail, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A mailbox and the config that leads to it."""

    box: OwnersMailbox
    config: str

    @property
    def drafts(self) -> list[str]:
        """The subjects of what lies in Drafts."""
        return [draft.mail.subject for draft in self.box.drafts]

    def silence(self, subject: str = "The new site", *, days: float = 6, client: str = CLIENT) -> None:
        """A client asked, the owner answered so many days ago, and nothing came since."""
        asked = a_message(client, OWNER, subject, at=ago(days + 4))
        answered = a_message(
            OWNER, client, body="Hi Anna,\n\nhere it is.\n\nBest,\nDana\n", at=ago(days), reply_to=asked
        )
        self.put("INBOX", asked)
        self.put("Sent", answered)

    def put(self, folder: str, mail: Mail) -> None:
        """Lay a message where it has been for a while."""
        self.box.put(folder, mail, at=ago(5), flags=["\\Seen"])


def a_mailbox(server: ImapServer) -> Mailbox:
    """A fresh mailbox on a server."""
    login = server.user()
    return Mailbox(box=OwnersMailbox(server, login), config=a_config(server, login))


def ago(days: float) -> dt.datetime:
    """A moment so many days before the present one: the command lives by the real clock."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0) - dt.timedelta(days=days)

"""
The mailbox on its IMAP server: the only home of imapclient and imaplib.

Fills the port `Mailbox` of `crickets.service.ports`; nothing of imapclient crosses out.
"""

from crickets.mailbox.errors import UnknownAuthority, UntrustedServer
from crickets.mailbox.headers import Skipped
from crickets.mailbox.manners import Manners
from crickets.mailbox.session import ImapMailbox, ServerReport, open_mailbox
from crickets.mailbox.settings import BearerToken, Credentials, FolderChoices, Password, Server, Tls
from crickets.mailbox.watch import Watch, open_watch

__all__ = [
    "BearerToken",
    "Credentials",
    "FolderChoices",
    "ImapMailbox",
    "Manners",
    "Password",
    "Server",
    "ServerReport",
    "Skipped",
    "Tls",
    "UnknownAuthority",
    "UntrustedServer",
    "Watch",
    "open_mailbox",
    "open_watch",
]

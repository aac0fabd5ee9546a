"""What sets one kind of server apart from the others, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.fakes.mailbox import Lying, MemoryMailbox
from tests.servers.names import Naming
from tests.servers.profiles.view import View
from tests.servers.server import FOLDERS

Item = Callable[[Lying, View], bytes]
"""What FETCH tells of a message in a folder that is open."""

#: RFC 6154's attribute of each of the usual folders.
ATTRIBUTES: Mapping[str, str] = {name: f"\\{name}" for name in FOLDERS}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """One kind of server: what it says that it can do, and its habits. What isn't said is as the RFC has it."""

    name: str
    #: As CAPABILITY tells them; a command whose capability is missing is unknown to the server.
    capabilities: frozenset[str]
    #: How folders are called on the wire.
    naming: Naming = field(default_factory=Naming)
    #: The attributes in LIST, by the folder's name as people say it; told whether or not SPECIAL-USE is claimed.
    attributes: Mapping[str, str] = field(default_factory=dict)
    #: The folders of a fresh mailbox, as people say them.
    folders: tuple[str, ...] = ("INBOX", *FOLDERS)
    #: The store behind it.
    mailbox: Callable[[tuple[str, ...]], MemoryMailbox] = MemoryMailbox
    #: What FETCH knows beyond the RFCs.
    items: Mapping[str, Item] = field(default_factory=dict)
    #: How LIST writes the name of the INBOX, which is one folder in any case (RFC 3501 section 5.1).
    inbox: str = "INBOX"
    #: Whether a message may be given keywords of the client's own (PERMANENTFLAGS with \\*).
    keywords: bool = True
    #: Whether SELECT and EXAMINE tell UIDNEXT.
    uid_next: bool = True
    #: Whether HIGHESTMODSEQ is told though CONDSTORE isn't claimed.
    tells_mod_sequence: bool = False
    #: How FETCH ends where a message can't be shown.
    unshowable: str = "NO Some messages could not be FETCHed"
    #: How SEARCH HEADER ends, if it fails.
    search_header: str = ""
    #: Whether SEARCH's answer has a space after its last number.
    trailing_space: bool = False
    #: Whether the news come before IDLE's `+`, not after it.
    news_before_idle: bool = False
    #: Whether RFC822 gives the message, as BODY[] does.
    rfc822: bool = True
    #: How many connections a user may have; 0 is any number. One more is refused at its login.
    most_connections: int = 0

    def can(self, capability: str) -> bool:
        """Whether the server claims it."""
        return capability in self.capabilities

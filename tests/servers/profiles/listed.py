"""The profiles, each habit with its source: logs that people have shown. No provider was asked by us."""

from __future__ import annotations

from collections.abc import Mapping

from tests.servers.names import Naming
from tests.servers.profiles.gmail import ITEMS, GmailMailbox
from tests.servers.profiles.profile import ATTRIBUTES, Profile

PLAIN = Profile(
    name="plain",
    capabilities=frozenset(
        """ID ENABLE IDLE NAMESPACE UNSELECT UIDPLUS MOVE LITERAL+ CONDSTORE SPECIAL-USE
        LIST-EXTENDED LIST-STATUS""".split()
    ),
    attributes=ATTRIBUTES,
)
"""Everything that Crickets can make use of, and no habit at all."""

_BY_GMAIL: Mapping[str, tuple[str, str]] = {
    "Archive": ("Tutti i messaggi", "\\All"),
    "Drafts": ("Bozze", "\\Drafts"),
    "Important": ("Importanti", "\\Important"),
    "Junk": ("Spam", "\\Junk"),
    "Sent": ("Posta inviata", "\\Sent"),
    "Starred": ("Speciali", "\\Flagged"),
    "Trash": ("Cestino", "\\Trash"),
}
GMAIL = Profile(
    name="gmail",
    # CONDSTORE without QRESYNC: deltachat/deltachat-core#200.
    capabilities=frozenset(
        """UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 UIDPLUS COMPRESS=DEFLATE ENABLE MOVE CONDSTORE
        ESEARCH UTF8=ACCEPT LIST-EXTENDED LIST-STATUS LITERAL- SPECIAL-USE APPENDLIMIT=35651584""".split()
    ),
    # Called in the owner's language (nikolausm/imap-mcp-server#83).
    naming=Naming(own={name: f"[Gmail]/{shown}" for name, (shown, _) in _BY_GMAIL.items()}),
    attributes={name: attribute for name, (_, attribute) in _BY_GMAIL.items()},
    folders=("INBOX", *_BY_GMAIL),
    mailbox=GmailMailbox,
    items=ITEMS,
    most_connections=15,  # jstedfast/MailKit#377
)
"""Labels shown as folders; see `gmail.py`."""

MICROSOFT_365 = Profile(
    name="microsoft365",
    # RainLoop/rainloop-webmail#686, jstedfast/MailKit#1282: neither CONDSTORE nor SPECIAL-USE.
    capabilities=frozenset("SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+".split()),
    naming=Naming(
        own={
            "Archive": "Archiv",
            "Drafts": "Entwürfe",
            "Junk": "Junk-E-Mail",
            "Sent": "Gesendete Elemente",
            "Trash": "Gelöschte Elemente",
        }
    ),
    # Told without the capability (jstedfast/MailKit#1282); Archive has none there.
    attributes={name: ATTRIBUTES[name] for name in ("Drafts", "Junk", "Sent", "Trash")},
    inbox="Inbox",
    keywords=False,  # PERMANENTFLAGS without \*: RainLoop/rainloop-webmail#686
)
"""Few extensions, no keywords, names in the owner's language beyond ASCII."""

ICLOUD = Profile(
    name="icloud",
    # nextcloud/mail#3401: no MOVE, no SPECIAL-USE, and the names of Apple's own mail client.
    capabilities=frozenset("CONDSTORE ENABLE NAMESPACE UIDPLUS CHILDREN UNSELECT ESEARCH ID IDLE LIST-STATUS".split()),
    naming=Naming(own={"Sent": "Sent Messages", "Trash": "Deleted Messages"}),
    news_before_idle=True,  # polhenarejos/acme_email#50
    rfc822=False,  # modern-email/defects#36, zammad/zammad#4589
)
"""COPY and UID EXPUNGE in the place of MOVE; untagged lines before IDLE's `+`."""

YAHOO = Profile(
    name="yahoo",
    # jstedfast/MailKit#358; HIGHESTMODSEQ all the same: whiteout-io/imap-client#40.
    capabilities=frozenset("ID MOVE NAMESPACE X-ID-ACLID UIDPLUS LITERAL+ XAPPLEPUSHSERVICE XYMHIGHESTMODSEQ".split()),
    tells_mod_sequence=True,
    # jstedfast/MailKit#242: no attributes, and these names.
    naming=Naming(own={"Drafts": "Draft", "Junk": "Bulk Mail"}),
    inbox="Inbox",
    unshowable="NO [UNAVAILABLE] UID FETCH Server error while fetching messages",  # imapsync/imapsync#119
    search_header="NO [SERVERBUG] SEARCH Server error - Please try again later",  # mscdex/node-imap#737
    trailing_space=True,  # ikvk/imap_tools#97
)
"""Neither UNSELECT nor IDLE, and errors that pass, or do not."""

OLD = Profile(name="old", capabilities=frozenset({"LITERAL+"}), uid_next=False)
"""RFC 3501 and nothing more; as Courier, no UIDNEXT when a folder is opened (docs/quirks.md)."""

PROFILES: tuple[Profile, ...] = (PLAIN, GMAIL, MICROSOFT_365, ICLOUD, YAHOO, OLD)

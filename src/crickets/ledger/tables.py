"""
The ledger's tables, as the newest migration leaves them.

Knows how facts are laid out in SQLite; must not know how they are asked for. Numbers (`n`) are ours alone and never
leave the ledger. A change here needs a migration, which a test compares with this.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.sql.schema import SchemaItem

from crickets.domain.thread import DraftState
from crickets.ledger.columns import Day, UtcDateTime

LIVING = tuple(sorted(state.value for state in DraftState if state.lives))
UNSEEN = tuple(sorted(state.value for state in DraftState if state.lives and not state.lies))
_IS_LIVING = text(f"state IN ({', '.join(repr(state) for state in LIVING)})")

METADATA = MetaData()
"""All tables together."""


def _table(name: str, *parts: SchemaItem) -> Table:
    """A table of which SQLite checks every value's type (STRICT)."""
    return Table(name, METADATA, *parts, sqlite_strict=True)


def _compact(name: str, *parts: SchemaItem) -> Table:
    """The same, kept in the order of its primary key and nowhere else (WITHOUT ROWID)."""
    return Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=False)


def _column(name: str, kind: Any, **more: Any) -> Column[Any]:  # noqa: ANN401 - SQLAlchemy's own, handed through
    """A column that is never empty, unless it's said to be."""
    return Column(name, kind, **{"nullable": False, **more})


ACCOUNTS = _table(
    "accounts",
    _column("n", Integer, primary_key=True),
    _column("name", Text, unique=True),
    _column("first_read_at", UtcDateTime, nullable=True),
    _column("linked_up_to", Integer, server_default="0"),
    _column("problem", Text, server_default=""),
    _column("problem_at", UtcDateTime, nullable=True),
    _column("control_trouble", Text, server_default=""),
    _column("edition", Text, server_default=""),
    _column("judged_at", UtcDateTime, nullable=True),
    _column("login", Text, server_default=""),
)
"""
An account of the config.

`linked_up_to` is the number of the newest message that was looked at for its subject's sake, `edition` that of the
rules under which its threads rest, and `judged_at` when any of them last came to rest. `login` says whose mailbox
it is; empty until it was opened by a version that keeps that.
"""


FOLDERS = _table(
    "folders",
    _column("n", Integer, primary_key=True),
    _column("account", ForeignKey("accounts.n")),
    _column("name", Text),
    _column("role", Text),
    _column("uid_validity", Integer),
    _column("last_uid", Integer),
    _column("whole", Integer),
    _column("read_at", UtcDateTime),
    _column("problem", Text),
    _column("gaps", Text),
    _column("held", Integer, server_default="0"),
    _column("levels", Text, server_default="[]"),
    _column("mod_sequence", Integer, nullable=True),
    _column("placed", Integer, server_default="0"),
    _column("uid_next", Integer, nullable=True),
    _column("newest_read", Integer, server_default="0"),
    UniqueConstraint("account", "name", name="one_folder_of_a_name"),
)
"""
A watched folder, with how far it was read: `FolderEvidence`; `levels` is JSON.

`placed` is how many messages lie there as far as is known: triggers count them.
"""


THREADS = _table(
    "threads",
    _column("n", Integer, primary_key=True),
    _column("account", ForeignKey("accounts.n")),
    _column("name", Text, unique=True),
    _column("born", Integer),
    _column("size", Integer),
    _column("wakes_at", Integer, nullable=True, server_default="0"),
    _column("due_at", UtcDateTime, nullable=True),
    _column("state", Text, server_default=""),
    _column("is_old", Integer, server_default="0"),
    _column("since", UtcDateTime, nullable=True),
    _column("turn_since", UtcDateTime, nullable=True),
    _column("in_line", Integer, server_default="0"),
    Index("threads_by_waking", "account", "wakes_at"),
    Index("threads_by_due", "account", "due_at", sqlite_where=text("due_at IS NOT NULL")),
    Index(
        "threads_listed",
        *("account", "state", "since", "is_old", "turn_since", "wakes_at"),
        sqlite_where=text("state != ''"),
    ),
    Index("threads_by_turn", "account", "turn_since", sqlite_where=text("turn_since IS NOT NULL")),
    Index("threads_in_line", "account", sqlite_where=text("in_line = 1")),
)
"""
A thread. `name` is its public id, and `born` the number under which that name began: the older survives a merger.

`size` counts its messages, so that a merger renumbers the smaller side: each message at most log n times.

`wakes_at` is when its verdict may be another, in microseconds since 1970, as moments are: none for a thread that
rests until something is learnt, 0 (which is what the triggers write) for one that may be so by now, -1 while it's
being looked at. What it's listed as while it rests is in the other columns (`Rest`). Those `in_line` wake with whatever
becomes of a draft, in any account: triggers see to it.
"""


LISTENERS = _compact(
    "listeners",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("bond", Integer, primary_key=True),
    _column("thread", ForeignKey("threads.n", ondelete="CASCADE"), primary_key=True),
    Index("listeners_of_a_thread", "thread"),
)
"""That a resting thread is to wake if somebody of a bond, hashed, writes or is written to."""


FORMER_NAMES = _compact(
    "former_names",
    _column("name", Text, primary_key=True),
    _column("thread", ForeignKey("threads.n")),
    Index("former_names_of", "thread"),
)
"""The id of a thread that was merged into another: the owner may have noted it down."""


MESSAGES = _table(
    "messages",
    _column("n", Integer, primary_key=True),
    _column("account", ForeignKey("accounts.n")),
    _column("thread", ForeignKey("threads.n")),
    _column("id", Text),
    _column("parents", Text),
    _column("also_known_as", Text),
    _column("conversation", Text),
    _column("subject", Text),
    _column("sender", Text),
    _column("reply_to", Text),
    _column("to", Text),
    _column("cc", Text),
    _column("date", UtcDateTime, nullable=True),
    _column("received", UtcDateTime),
    _column("written_at", UtcDateTime),
    _column("kind", Text),
    _column("signals", Text),
    _column("to_list", Integer),
    _column("places", Text),
    _column("thread_index", Text, server_default=""),
    _column("remarks", Text, nullable=True),
    _column("subaddresses", Text, server_default="[]"),
    _column("encloses", Integer, server_default="0"),
    _column("opened", Integer, server_default="0"),
    _column("files", Text, server_default="[]"),
    _column("refused", Text, server_default="[]"),
    UniqueConstraint("account", "id", name="one_message_of_an_id"),
    Index("messages_of_a_thread", "account", "thread", "written_at"),
    Index("messages_by_thread", "thread"),
    Index("unopened_messages", "account", "written_at", sqlite_where=text("encloses = 1 AND opened = 0")),
)
"""
A mail: `Message`. Tuples are JSON, `places` the roles with blanks between; `remarks` is JSON, once it was read.

`written_at` is the domain's, for the order. `opened` says that its files have been looked at for invoices (1), or that
it was too large for that (2); `refused` are those that couldn't be read, with why.
"""


PLACEMENTS = _compact(
    "placements",
    _column("folder", ForeignKey("folders.n", ondelete="CASCADE"), primary_key=True),
    _column("uid_validity", Integer, primary_key=True),
    _column("uid", Integer, primary_key=True),
    _column("message", ForeignKey("messages.n"), nullable=True),
    Index("placements_of_a_message", "message"),
)
"""
Where a message lies at present; the folder is the account's own, so (folder, UIDVALIDITY, UID) is unique.

Without a message, that one lies there of somebody who is forgotten: what lies in a folder is counted.
"""


KEYS = _compact(
    "keys",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("key", Integer, primary_key=True),
    _column("message", ForeignKey("messages.n")),
    _column("held", Integer),
)
"""
A key of a thread, hashed; `message` is one that bears it, through which the thread is found.

`held` says that the mail the key names is in the ledger, not only named by others.
"""


LINKS_OFFERED = _compact(
    "links_offered",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("link", Integer, primary_key=True),
    _column("written_at", UtcDateTime, primary_key=True),
    _column("message", ForeignKey("messages.n"), primary_key=True),
)
"""A combination of subject and people, hashed, under which a later reply finds a message."""


LINKS_SOUGHT = _compact(
    "links_sought",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("link", Integer, primary_key=True),
    _column("written_at", UtcDateTime, primary_key=True),
    _column("message", ForeignKey("messages.n"), primary_key=True),
    Index("links_sought_by", "message"),
)
"""A combination under which a reply of unknown parents looks for its thread; gone when a parent turns up."""


PEOPLE = _compact(
    "people",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("address", Integer, primary_key=True),
    _column("written_at", UtcDateTime, primary_key=True),
    _column("message", ForeignKey("messages.n"), primary_key=True),
)
"""That a message is from or to an address, hashed."""


KIN = _compact(
    "kin",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("bond", Integer, primary_key=True),
    _column("address", Integer, primary_key=True),
)
"""From which address, hashed, somebody of a bond, hashed, has written: through it their mail is found (`PEOPLE`)."""


ACQUAINTANCES = _compact(
    "acquaintances",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("address", Text, primary_key=True),
)
"""An address from which a person has written to the account, seen elsewhere than in Junk and Trash."""


DRAFTS = _table(
    "drafts",
    _column("n", Integer, primary_key=True),
    _column("thread", ForeignKey("threads.n")),
    _column("twin", Integer, server_default="0"),
    _column("id", Text, unique=True),
    _column("day", Day),
    _column("plan", Text),
    _column("step", Integer),
    _column("attempt", Integer),
    _column("parent", Text),
    _column("to", Text),
    _column("subject", Text),
    _column("laid_at", UtcDateTime),
    _column("state", Text),
    _column("since", UtcDateTime),
    _column("place", Text, nullable=True),
    _column("digest", Text),
    _column("sent_as", Text, nullable=True),
    _column("how", Text),
    _column("wording", Text, server_default=""),
    _column("sure", Integer, server_default="1"),
    _column("beside", Text, server_default="[]"),
    _column("asks", Text, server_default="[]"),
    Index("one_living_draft", "thread", "twin", unique=True, sqlite_where=_IS_LIVING),
    Index("drafts_of_a_thread", "thread"),
    Index("drafts_of_a_day", "day"),
)
"""
A draft of ours: `Draft`, and the day (in the owner's zone) it was intended for.

One thread has one living draft. `twin` is 0, or the draft's own number if a merger brought it into a thread
that had one: both lie in Drafts then, and facts are not to be refused.
"""

IS_LIVING = DRAFTS.c.state.in_([literal_column(repr(state)) for state in LIVING])
"""As the index of living drafts has it, word by word: by parameters SQLite can't tell that it will do."""

ORDERS = _table(
    "orders",
    _column("n", Integer, primary_key=True),
    _column("thread", ForeignKey("threads.n")),
    _column("kind", Text),
    _column("at", UtcDateTime),
    _column("until", Day, nullable=True),
    _column("plan", Text),
    _column("step", Integer, nullable=True),
    _column("by", Text, server_default=""),
    _column("source", Text, nullable=True),
    Index("orders_of_a_thread", "thread"),
)
"""The owner's word on a thread: `Order`."""


INVOICES = _table(
    "invoices",
    _column("n", Integer, primary_key=True),
    _column("account", ForeignKey("accounts.n")),
    _column("thread", ForeignKey("threads.n")),
    _column("number", Text),
    _column("amount", Text, nullable=True),
    _column("currency", Text, nullable=True),
    _column("due_on", Day, nullable=True),
    _column("issued_on", Day, nullable=True),
    _column("known_by", Text),
    _column("mail", Text, nullable=True),
    _column("files", Text),
    _column("path", Text),
    _column("noted_at", UtcDateTime),
    _column("debtor", Text, server_default="[]"),
    _column("seller", Text, server_default=""),
    Index("invoices_of_a_number", "account", "number"),
    Index("invoices_of_a_thread", "thread"),
)
"""An invoice to a client: `Receivable`. Sums are decimals as text."""


RECEIPTS = _table(
    "receipts",
    _column("n", Integer, primary_key=True),
    _column("invoice", ForeignKey("invoices.n")),
    _column("on", Day),
    _column("amount", Text),
    _column("at", UtcDateTime),
    _column("by", Text, server_default=""),
    Index("receipts_of_an_invoice", "invoice"),
)
"""Money that came in for an invoice: `Receipt`."""


HEEDED_FOLDERS = _compact(
    "heeded_folders",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("title", Text, primary_key=True),
)
"""A control folder, by its title, that was made or has been listened to."""


HEARD = _compact(
    "heard",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("title", Text, primary_key=True),
    _column("message", ForeignKey("messages.n"), primary_key=True),
    _column("uid_validity", Integer),
    _column("uid", Integer),
)
"""That a message lies, or has lain, in a control folder, and where when that was last heard."""


LISTINGS = _table(
    "listings",
    _column("account", ForeignKey("accounts.n"), primary_key=True),
    _column("folder", Text),
    _column("uid_validity", Integer),
    _column("at", UtcDateTime),
    _column("uid_next", Integer, nullable=True),
    _column("held", Integer, nullable=True),
    _column("mod_sequence", Integer, nullable=True),
)
"""When the account's Drafts folder was last listed, and its state then: `FolderState`; none if `held` is NULL."""


LISTED_DRAFTS = _table(
    "listed",
    _column("n", Integer, primary_key=True),
    _column("account", ForeignKey("listings.account", ondelete="CASCADE")),
    _column("id", Text),
    _column("place", Text),
    _column("parents", Text),
    _column("conversation", Text),
    _column("to", Text),
    _column("subject", Text),
    Index("listed_of_an_account", "account"),
)
"""What lay in Drafts then, in the server's order: `ListedDraft`."""


DIGESTS = _table(
    "digests",
    _column("id", Text, primary_key=True),
    _column("day", Day),
    _column("at", UtcDateTime),
    _column("fate", Text),
    _column("told", Text),
    Index("digests_of_a_day", "day"),
)
"""A digest to the owner: `Issue`. `told` has blanks between."""


FORGOTTEN = _compact(
    "forgotten",
    _column("digest", LargeBinary, primary_key=True),
    _column("key", LargeBinary),
    _column("at", UtcDateTime),
    _column("until", UtcDateTime, nullable=True),
)
"""Somebody who is forgotten, since `at`: `Mark`, a hash of their address with a key of its own."""


FORGETTING = _compact(
    "forgetting",
    _column("thread", ForeignKey("threads.n", ondelete="CASCADE"), primary_key=True),
)
"""A thread with somebody who is forgotten, that goes once the draft of ours that lies there has gone."""


FORGOTTEN_DRAFTS = _table(
    "forgotten_drafts",
    _column("n", Integer, primary_key=True),
    _column("day", Day),
    _column("laid_at", UtcDateTime),
)
"""That a draft was laid to somebody who is forgotten since: its day has one fewer to lay all the same."""

"""
The ledger's tables, as the newest migration leaves them.

Knows how facts are laid out in SQLite; must not know how they are asked for. Numbers (`n`) are ours alone and never
leave the ledger. A change here needs a migration, which a test compares with this.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, literal_column, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from crickets.domain.thread import DraftState
from crickets.ledger.columns import Day, UtcDateTime

LIVING = tuple(sorted(state.value for state in DraftState if state.lives))
UNSEEN = tuple(sorted(state.value for state in DraftState if state.lives and not state.lies))
_IS_LIVING = text(f"state IN ({', '.join(repr(state) for state in LIVING)})")


class Base(DeclarativeBase):
    """The root of all tables; SQLite checks every value's type (STRICT)."""

    type_annotation_map = {datetime: UtcDateTime(), date: Day(), str: Text()}  # noqa: RUF012 (SQLAlchemy's own way)
    __table_args__: object = {"sqlite_strict": True}


_COMPACT = {"sqlite_strict": True, "sqlite_with_rowid": False}


class Account(Base):
    """
    An account of the config.

    `linked_up_to` is the number of the newest message that was looked at for its subject's sake, `edition` that of the
    rules under which its threads rest, and `judged_at` when any of them last came to rest.
    """

    __tablename__ = "accounts"

    n: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    first_read_at: Mapped[datetime | None]
    linked_up_to: Mapped[int] = mapped_column(server_default="0")
    problem: Mapped[str] = mapped_column(server_default="")
    problem_at: Mapped[datetime | None]
    control_trouble: Mapped[str] = mapped_column(server_default="")
    edition: Mapped[str] = mapped_column(server_default="")
    judged_at: Mapped[datetime | None]


class FolderRow(Base):
    """
    A watched folder, with how far it was read: `FolderEvidence`; `levels` is JSON.

    `placed` is how many messages lie there as far as is known: triggers count them.
    """

    __tablename__ = "folders"
    __table_args__ = (
        UniqueConstraint("account", "name", name="one_folder_of_a_name"),
        {"sqlite_strict": True},
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"))
    name: Mapped[str]
    role: Mapped[str]
    uid_validity: Mapped[int]
    last_uid: Mapped[int]
    whole: Mapped[int]
    read_at: Mapped[datetime]
    problem: Mapped[str]
    gaps: Mapped[str]
    held: Mapped[int] = mapped_column(server_default="0")
    levels: Mapped[str] = mapped_column(server_default="[]")
    mod_sequence: Mapped[int | None]
    placed: Mapped[int] = mapped_column(server_default="0")
    uid_next: Mapped[int | None]


class ThreadRow(Base):
    """
    A thread. `name` is its public id, and `born` the number under which that name began: the older survives a merger.

    `size` counts its messages, so that a merger renumbers the smaller side: each message at most log n times.

    `wakes_at` is when its verdict may be another, in microseconds since 1970, as moments are: none for a thread that
    rests until something is learnt, 0 (which is what the triggers write) for one that may be so by now, -1 while it's
    being looked at. What it's listed as while it rests is in the other columns (`Rest`).
    """

    __tablename__ = "threads"
    __table_args__ = (
        Index("threads_by_waking", "account", "wakes_at"),
        Index("threads_by_due", "account", "due_at", sqlite_where=text("due_at IS NOT NULL")),
        {"sqlite_strict": True},
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"))
    name: Mapped[str] = mapped_column(unique=True)
    born: Mapped[int]
    size: Mapped[int]
    wakes_at: Mapped[int | None] = mapped_column(server_default="0")
    due_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(server_default="")
    is_old: Mapped[int] = mapped_column(server_default="0")
    since: Mapped[datetime | None]
    turn_since: Mapped[datetime | None]


class Listener(Base):
    """That a resting thread is to wake if somebody of a bond, hashed, writes or is written to."""

    __tablename__ = "listeners"
    __table_args__ = (Index("listeners_of_a_thread", "thread"), _COMPACT)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    bond: Mapped[int] = mapped_column(primary_key=True)
    thread: Mapped[int] = mapped_column(ForeignKey("threads.n", ondelete="CASCADE"), primary_key=True)


class FormerName(Base):
    """The id of a thread that was merged into another: the owner may have noted it down."""

    __tablename__ = "former_names"
    __table_args__ = (Index("former_names_of", "thread"), _COMPACT)

    name: Mapped[str] = mapped_column(primary_key=True)
    thread: Mapped[int] = mapped_column(ForeignKey("threads.n"))


class MessageRow(Base):
    """
    A mail: `Message`. Tuples are JSON, `places` the roles with blanks between; `remarks` is JSON, once it was read.

    `written_at` is the domain's, for the order. `opened` says that its files have been looked at for invoices.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("account", "id", name="one_message_of_an_id"),
        Index("messages_of_a_thread", "account", "thread", "written_at"),
        Index("messages_by_thread", "thread"),
        Index("unopened_messages", "account", "written_at", sqlite_where=text("encloses = 1 AND opened = 0")),
        {"sqlite_strict": True},
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"))
    thread: Mapped[int] = mapped_column(ForeignKey("threads.n"))
    id: Mapped[str]
    parents: Mapped[str]
    also_known_as: Mapped[str]
    conversation: Mapped[str]
    subject: Mapped[str]
    sender: Mapped[str]
    reply_to: Mapped[str]
    to: Mapped[str]
    cc: Mapped[str]
    date: Mapped[datetime | None]
    received: Mapped[datetime]
    written_at: Mapped[datetime]
    kind: Mapped[str]
    signals: Mapped[str]
    to_list: Mapped[int]
    places: Mapped[str]
    thread_index: Mapped[str] = mapped_column(server_default="")
    remarks: Mapped[str | None]
    subaddresses: Mapped[str] = mapped_column(server_default="[]")
    encloses: Mapped[int] = mapped_column(server_default="0")
    opened: Mapped[int] = mapped_column(server_default="0")
    files: Mapped[str] = mapped_column(server_default="[]")


class Placement(Base):
    """Where a message lies at present; the folder is the account's own, so (folder, UIDVALIDITY, UID) is unique."""

    __tablename__ = "placements"
    __table_args__ = (Index("placements_of_a_message", "message"), _COMPACT)

    folder: Mapped[int] = mapped_column(ForeignKey("folders.n", ondelete="CASCADE"), primary_key=True)
    uid_validity: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[int] = mapped_column(primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("messages.n"))


class Key(Base):
    """
    A key of a thread, hashed; `message` is one that bears it, through which the thread is found.

    `held` says that the mail the key names is in the ledger, not only named by others.
    """

    __tablename__ = "keys"
    __table_args__ = (_COMPACT,)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    key: Mapped[int] = mapped_column(primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("messages.n"))
    held: Mapped[int]


class LinkOffered(Base):
    """A combination of subject and people, hashed, under which a later reply finds a message."""

    __tablename__ = "links_offered"
    __table_args__ = (_COMPACT,)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    link: Mapped[int] = mapped_column(primary_key=True)
    written_at: Mapped[datetime] = mapped_column(primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("messages.n"), primary_key=True)


class LinkSought(Base):
    """A combination under which a reply of unknown parents looks for its thread; gone when a parent turns up."""

    __tablename__ = "links_sought"
    __table_args__ = (Index("links_sought_by", "message"), _COMPACT)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    link: Mapped[int] = mapped_column(primary_key=True)
    written_at: Mapped[datetime] = mapped_column(primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("messages.n"), primary_key=True)


class Person(Base):
    """That a message is from or to an address, hashed."""

    __tablename__ = "people"
    __table_args__ = (_COMPACT,)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    address: Mapped[int] = mapped_column(primary_key=True)
    written_at: Mapped[datetime] = mapped_column(primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("messages.n"), primary_key=True)


class Acquaintance(Base):
    """An address from which a person has written to the account, seen elsewhere than in Junk and Trash."""

    __tablename__ = "acquaintances"
    __table_args__ = (_COMPACT,)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    address: Mapped[str] = mapped_column(primary_key=True)


class DraftRow(Base):
    """
    A draft of ours: `Draft`, and the day (in the owner's zone) it was intended for.

    One thread has one living draft. `twin` is 0, or the draft's own number if a merger brought it into a thread
    that had one: both lie in Drafts then, and facts are not to be refused.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        Index("one_living_draft", "thread", "twin", unique=True, sqlite_where=_IS_LIVING),
        Index("drafts_of_a_thread", "thread"),
        Index("drafts_of_a_day", "day"),
        {"sqlite_strict": True},
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    thread: Mapped[int] = mapped_column(ForeignKey("threads.n"))
    twin: Mapped[int] = mapped_column(server_default="0")
    id: Mapped[str] = mapped_column(unique=True)
    day: Mapped[date]
    plan: Mapped[str]
    step: Mapped[int]
    attempt: Mapped[int]
    parent: Mapped[str]
    to: Mapped[str]
    subject: Mapped[str]
    laid_at: Mapped[datetime]
    state: Mapped[str]
    since: Mapped[datetime]
    place: Mapped[str | None]
    digest: Mapped[str]
    sent_as: Mapped[str | None]
    how: Mapped[str]
    wording: Mapped[str] = mapped_column(server_default="")
    sure: Mapped[int] = mapped_column(server_default="1")
    beside: Mapped[str] = mapped_column(server_default="[]")
    asks: Mapped[str] = mapped_column(server_default="[]")


IS_LIVING = DraftRow.state.in_([literal_column(repr(state)) for state in LIVING])
"""As the index of living drafts has it, word by word: by parameters SQLite can't tell that it will do."""


class OrderRow(Base):
    """The owner's word on a thread: `Order`."""

    __tablename__ = "orders"
    __table_args__ = (Index("orders_of_a_thread", "thread"), {"sqlite_strict": True})

    n: Mapped[int] = mapped_column(primary_key=True)
    thread: Mapped[int] = mapped_column(ForeignKey("threads.n"))
    kind: Mapped[str]
    at: Mapped[datetime]
    until: Mapped[date | None]
    plan: Mapped[str]
    step: Mapped[int | None]
    by: Mapped[str] = mapped_column(server_default="")
    source: Mapped[str | None]


class InvoiceRow(Base):
    """An invoice to a client: `Receivable`. Sums are decimals as text."""

    __tablename__ = "invoices"
    __table_args__ = (
        Index("invoices_of_a_number", "account", "number"),
        Index("invoices_of_a_thread", "thread"),
        {"sqlite_strict": True},
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"))
    thread: Mapped[int] = mapped_column(ForeignKey("threads.n"))
    number: Mapped[str]
    amount: Mapped[str | None]
    currency: Mapped[str | None]
    due_on: Mapped[date | None]
    issued_on: Mapped[date | None]
    known_by: Mapped[str]
    mail: Mapped[str | None]
    files: Mapped[str]
    path: Mapped[str]
    noted_at: Mapped[datetime]
    debtor: Mapped[str] = mapped_column(server_default="[]")


class ReceiptRow(Base):
    """Money that came in for an invoice: `Receipt`."""

    __tablename__ = "receipts"
    __table_args__ = (Index("receipts_of_an_invoice", "invoice"), {"sqlite_strict": True})

    n: Mapped[int] = mapped_column(primary_key=True)
    invoice: Mapped[int] = mapped_column(ForeignKey("invoices.n"))
    on: Mapped[date]
    amount: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(server_default="")


class HeededFolder(Base):
    """A control folder, by its title, that was made or has been listened to."""

    __tablename__ = "heeded_folders"
    __table_args__ = (_COMPACT,)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    title: Mapped[str] = mapped_column(primary_key=True)


class Heard(Base):
    """That a message lies, or has lain, in a control folder, and where when that was last heard."""

    __tablename__ = "heard"
    __table_args__ = (_COMPACT,)

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    title: Mapped[str] = mapped_column(primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("messages.n"), primary_key=True)
    uid_validity: Mapped[int]
    uid: Mapped[int]


class Listing(Base):
    """When the account's Drafts folder was last listed, and its state then: `FolderState`; none if `held` is NULL."""

    __tablename__ = "listings"

    account: Mapped[int] = mapped_column(ForeignKey("accounts.n"), primary_key=True)
    folder: Mapped[str]
    uid_validity: Mapped[int]
    at: Mapped[datetime]
    uid_next: Mapped[int | None]
    held: Mapped[int | None]
    mod_sequence: Mapped[int | None]


class ListedRow(Base):
    """What lay in Drafts then, in the server's order: `ListedDraft`."""

    __tablename__ = "listed"
    __table_args__ = (Index("listed_of_an_account", "account"), {"sqlite_strict": True})

    n: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("listings.account", ondelete="CASCADE"))
    id: Mapped[str]
    place: Mapped[str]
    parents: Mapped[str]
    conversation: Mapped[str]
    to: Mapped[str]
    subject: Mapped[str]

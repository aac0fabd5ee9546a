"""
The accounts of the ledger, and how far each was read.

Knows the tables of accounts and folders; must not know messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import FolderEvidence, Uid
from crickets.ledger.bulk import in_bulk
from crickets.ledger.columns import as_number
from crickets.ledger.folder_rows import EVIDENCE, evidence_of, evidence_values
from crickets.ledger.packing import Values, among, clean, packed
from crickets.ledger.tables import ACCOUNTS, FOLDERS, PLACEMENTS

# What is asked at each pass is made once: SQLAlchemy takes longer to put a statement together than SQLite to answer.
_NUMBER = select(ACCOUNTS.c.n).where(ACCOUNTS.c.name == bindparam("account"))
_STANDING = select(ACCOUNTS.c.first_read_at, ACCOUNTS.c.problem).where(ACCOUNTS.c.name == bindparam("account"))
_FIRST_READ = select(ACCOUNTS.c.first_read_at).where(ACCOUNTS.c.name == bindparam("account"))
_PROBLEM = select(ACCOUNTS.c.problem).where(ACCOUNTS.c.name == bindparam("account"))
_CONTROL_TROUBLE = select(ACCOUNTS.c.control_trouble).where(ACCOUNTS.c.name == bindparam("account"))
_EVIDENCE = (
    select(*EVIDENCE)
    .join(ACCOUNTS, ACCOUNTS.c.n == FOLDERS.c.account)
    .where(ACCOUNTS.c.name == bindparam("account"))
    .order_by(FOLDERS.c.name)
)
_FOLDER = select(FOLDERS.c.n, FOLDERS.c.uid_validity).where(
    FOLDERS.c.account == bindparam("account"), FOLDERS.c.name == bindparam("folder")
)
_PLACED = (
    select(FOLDERS.c.placed)
    .join(ACCOUNTS, ACCOUNTS.c.n == FOLDERS.c.account)
    .where(ACCOUNTS.c.name == bindparam("account"), FOLDERS.c.name == bindparam("folder"))
)
_READ_ON = update(FOLDERS).where(FOLDERS.c.n == bindparam("number"))
_UNMOVED = text("UPDATE folders SET read_at = :moment, held = :left WHERE account = :account AND name = :folder")
_READ_THROUGH = update(ACCOUNTS).where(ACCOUNTS.c.n == bindparam("number"), ACCOUNTS.c.first_read_at.is_(None))
_NOTE = update(ACCOUNTS).where(ACCOUNTS.c.n == bindparam("number"))


def account_names(connection: Connection) -> tuple[str, ...]:
    """Every account that was ever read."""
    return tuple(connection.execute(select(ACCOUNTS.c.name).order_by(ACCOUNTS.c.name)).scalars())


def logins(connection: Connection) -> dict[str, str]:
    """Whose mailbox each account is, by its name; those of which that isn't known are left out."""
    known = select(ACCOUNTS.c.name, ACCOUNTS.c.login).where(ACCOUNTS.c.login != "")
    return {row.name: row.login for row in connection.execute(known)}


def keep_login(connection: Connection, account: int, login: str) -> None:
    """Write down whose mailbox it is."""
    connection.execute(_NOTE, {"number": account, "login": clean(login)})


def number_of_account(connection: Connection, name: str) -> int | None:
    """The account's number, or None if the ledger knows nothing of it."""
    return connection.execute(_NUMBER, {"account": name}).scalar()


def enter_account(connection: Connection, name: str) -> int:
    """The account's number, its row made if it has none."""
    number = number_of_account(connection, name)
    if number is not None:
        return number
    return int(connection.execute(insert(ACCOUNTS).values(name=name).returning(ACCOUNTS.c.n)).scalar_one())


def first_read_at(connection: Connection, name: str) -> datetime | None:
    """When the account was first read through, or None."""
    return connection.execute(_FIRST_READ, {"account": name}).scalar()


def standing_of(connection: Connection, name: str) -> Evidence:
    """How well the account is known."""
    folders = evidence_for(connection, name)
    known = connection.execute(_STANDING, {"account": name}).one_or_none()
    if known is None:
        return Evidence(folders=folders)
    return Evidence(folders=folders, first_read_at=known.first_read_at, problem=known.problem)


def keep_first_read(connection: Connection, account: int, at: datetime) -> None:
    """Write down that the account was read through, if that's the first time."""
    connection.execute(_READ_THROUGH, {"number": account, "first_read_at": at})


def keep_problem(connection: Connection, account: int, problem: str, at: datetime) -> None:
    """Write down why the account could not be read, or that it could."""
    noted = {"problem": clean(problem), "problem_at": at if problem else None}
    connection.execute(_NOTE, {"number": account, **noted})


def problem_of(connection: Connection, name: str) -> str:
    """Why the account could not be read, or nothing."""
    return connection.execute(_PROBLEM, {"account": name}).scalar() or ""


def keep_control_trouble(connection: Connection, account: int, trouble: str) -> None:
    """Write down why the control folders could not be made, or that they could."""
    connection.execute(_NOTE, {"number": account, "control_trouble": clean(trouble)})


def control_trouble_of(connection: Connection, name: str) -> str:
    """Why the control folders could not be made, or nothing."""
    return connection.execute(_CONTROL_TROUBLE, {"account": name}).scalar() or ""


def evidence_for(connection: Connection, name: str) -> tuple[FolderEvidence, ...]:
    """How far each folder of the account was read, by name."""
    return tuple(evidence_of(row) for row in connection.execute(_EVIDENCE, {"account": name}))


def keep_evidence(connection: Connection, account: int, evidence: FolderEvidence) -> int:
    """
    Write down how far a folder was read; the folder's number.

    Under another UIDVALIDITY the old UIDs mean nothing (RFC 9051 §2.3.1.1): where messages lay there is forgotten.
    """
    values = evidence_values(evidence)
    known = connection.execute(_FOLDER, {"account": account, "folder": evidence.folder}).one_or_none()
    if known is None:
        row = insert(FOLDERS).values(account=account, name=evidence.folder, **values)
        return int(connection.execute(row.returning(FOLDERS.c.n)).scalar_one())
    connection.execute(_READ_ON, {"number": known.n, **values})
    if known.uid_validity != evidence.uid_validity:
        stale = PLACEMENTS.c.folder == known.n, PLACEMENTS.c.uid_validity != evidence.uid_validity
        connection.execute(delete(PLACEMENTS).where(*stale))
    return int(known.n)


def keep_unmoved(connection: Connection, account: int, unmoved: Sequence[FolderEvidence]) -> None:
    """Write down that these folders were looked at, and how many messages are left in them."""
    rows: list[Values] = [
        {"account": account, "folder": e.folder, "moment": as_number(e.read_at), "left": e.held} for e in unmoved
    ]
    in_bulk(connection, _UNMOVED, rows)


def number_placed(connection: Connection, name: str, folder: str) -> int:
    """How many messages are not known to have left a folder in which they were read, under its UIDVALIDITY."""
    return connection.execute(_PLACED, {"account": name, "folder": folder}).scalar() or 0


def keep_lying(connection: Connection, account: int, evidence: FolderEvidence, lying: Sequence[Uid]) -> None:
    """Forget the places of what doesn't lie in a folder any more, as it was numbered when that was seen."""
    here = FOLDERS.c.account == account, FOLDERS.c.name == evidence.folder
    gone = (
        PLACEMENTS.c.folder == select(FOLDERS.c.n).where(*here).scalar_subquery(),
        PLACEMENTS.c.uid_validity == evidence.uid_validity,
        PLACEMENTS.c.uid.not_in(among("lying")),
    )
    connection.execute(delete(PLACEMENTS).where(*gone), {"lying": packed(lying)})


def drop_folder(connection: Connection, account: int, folder: str) -> None:
    """Forget a folder and what lies there."""
    connection.execute(delete(FOLDERS).where(FOLDERS.c.account == account, FOLDERS.c.name == folder))

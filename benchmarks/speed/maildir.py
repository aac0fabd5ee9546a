"""
A made mailbox on the disk, as Dovecot keeps it, written in one go and kept for the next time.

Knows Maildir++ and Dovecot's `dovecot-uidlist`, by which the UIDs are known before anybody has looked. Files are
written, not appended by IMAP: that would take hours.
"""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.speed.conversations import FOLDERS, Letter, letters
from benchmarks.speed.letters import Writer

_UID_VALIDITY = 1_700_000_001
_SUBFOLDERS = ("cur", "new", "tmp")
_A_WEEK = 7 * 86_400
_REVISION = 2
"""Raise it when the mail that is made changes: what lies in the cache is then made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeMailbox:
    """A mailbox by the login that opens it; `messages` in each of its folders."""

    login: str
    folders: dict[str, int] = field(hash=False)

    @property
    def messages(self) -> int:
        """How many there are."""
        return sum(self.folders.values())


def mailbox_of(messages: int, *, seed: int, cache: Path, owner: pwd.struct_passwd, now: int) -> MadeMailbox:
    """
    The mailbox of so many messages in the cache, made if it isn't there.

    It ends with the week before, so that the newest mail is of late; those of earlier weeks are thrown away.
    """
    until = now - now % _A_WEEK
    name = f"m{messages}s{seed}"
    login = f"{name}w{until // _A_WEEK}r{_REVISION}"
    if not (cache / login).is_dir():
        _throw_away(cache.glob(f"{name}w*"))
        make_mailbox(cache, login, letters(messages, seed=seed, until=until), Writer(seed), owner)
    counts = {folder: len(os.listdir(_place(cache / login, folder) / "cur")) for folder in FOLDERS}  # noqa: PTH208
    return MadeMailbox(login=login, folders=counts)


def throw_away_drafts(mailbox: MadeMailbox, cache: Path) -> None:
    """Nothing lies in Drafts any more, as when the mailbox was made."""
    for part in _SUBFOLDERS:
        for draft in (_place(cache / mailbox.login, "Drafts") / part).iterdir():
            draft.unlink(missing_ok=True)


def _throw_away(old: Iterable[Path]) -> None:
    for mailbox in old:
        shutil.rmtree(mailbox, ignore_errors=True)


def make_mailbox(cache: Path, login: str, mail: Iterable[Letter], writer: Writer, owner: pwd.struct_passwd) -> None:
    """Write a mailbox; it's there under its name only once it's whole."""
    cache.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".made-", dir=cache))
    try:
        _write(work, mail, writer, owner)
        work.chmod(0o755)
        with suppress(OSError):  # somebody else was quicker, and theirs is the same
            work.rename(cache / login)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write(root: Path, mail: Iterable[Letter], writer: Writer, owner: pwd.struct_passwd) -> None:
    for folder in (*FOLDERS, "Drafts"):
        for part in _SUBFOLDERS:
            (_place(root, folder) / part).mkdir(parents=True)
    places = {folder: str(_place(root, folder) / "cur") for folder in FOLDERS}
    names: defaultdict[str, list[str]] = defaultdict(list)
    for number, letter in enumerate(mail):
        raw = writer.written(letter)
        name = f"{letter.at}.M{number}P1.made,S={len(raw)}"
        names[letter.folder].append(name)
        _keep(f"{places[letter.folder]}/{name}:2,S", raw, letter.at)
    for folder, own in names.items():
        _number(_place(root, folder) / "dovecot-uidlist", own)
    _give(root, owner)


def _keep(path: str, raw: bytes, at: int) -> None:
    """One message; when it was received is its file's time."""
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - a Path for each of 300,000 files is a second
        file.write(raw)
    os.utime(path, (at, at))


def _number(path: Path, names: list[str]) -> None:
    """The UIDs of a folder's messages, from 1 on."""
    head = f"3 V{_UID_VALIDITY} N{len(names) + 1} G{_UID_VALIDITY:032x}\n"
    path.write_text(head + "".join(f"{uid} :{name}\n" for uid, name in enumerate(names, start=1)))


def _give(root: Path, owner: pwd.struct_passwd) -> None:
    """Let the server write its indexes beside the mail; the mail itself it only reads."""
    for place in (root, *(path for path in root.rglob("*") if path.parent.name != "cur")):
        os.chown(place, owner.pw_uid, owner.pw_gid)


def _place(root: Path, folder: str) -> Path:
    return root if folder == "INBOX" else root / f".{folder}"

"""The mailbox as its owner sees it in their own mail client: the witness beside the code under test.

Speaks IMAP by the standard library alone, on a connection of its own for each thing done. Says folder names as people
do (`Drafts`, `Crickets/Stop`); a server's prefix and separator are its own affair.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import imaplib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.servers.mail import Mail, fresh_id
from tests.servers.names import Naming, quoted, unquoted
from tests.servers.process import unverified_tls
from tests.servers.server import ImapServer, Localised, Tls

_PATIENCE = 30.0
_DRAFT = ("\\Draft", "\\Seen")

#: What imaplib gives for one piece of a FETCH answer: a line, or a line that ends in a literal, and the literal.
_Piece = bytes | tuple[bytes, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A message as it lies in a folder, without the flag Recent, which tells of sessions and not of the message."""

    uid: int
    flags: frozenset[str]
    raw: bytes

    @property
    def mail(self) -> Mail:
        """What the message says."""
        return Mail(self.raw)


class OwnersMailbox:
    """One user's mailbox on one server."""

    def __init__(self, server: ImapServer, user: str) -> None:
        self.server = server
        self.user = user
        self._kept: imaplib.IMAP4 | None = None
        with self._open() as imap:
            self.naming = server.naming if isinstance(server, Localised) else _naming(imap)

    @property
    def folders(self) -> tuple[str, ...]:
        """Every folder that can be opened, in the server's order."""
        with self._open() as imap:
            rows = _ok(imap.list())
        return tuple(self.naming.as_said(name) for name in map(_selectable, rows) if name)

    @contextlib.contextmanager
    def staying(self) -> Iterator[None]:
        """What is done inside goes over one connection: quicker where much is done, but all as one mail client."""
        with self._open() as imap:
            self._kept = imap
            try:
                yield
            finally:
                self._kept = None

    def create(self, folder: str) -> None:
        """Make a folder."""
        with self._open() as imap:
            _ok(imap.create(self._name(folder)))

    def delete(self, folder: str) -> None:
        """Delete a folder with all that is in it."""
        with self._open() as imap:
            _ok(imap.delete(self._name(folder)))

    def put(self, folder: str, mail: Mail | bytes, *, at: dt.datetime | None = None, flags: Sequence[str] = ()) -> int:
        """Lay a message into a folder, received `at` (else: when its Date says), and say which UID it got."""
        message = mail if isinstance(mail, Mail) else Mail(mail)
        received = imaplib.Time2Internaldate(at or message.date)
        with self._open() as imap:
            said = _line(imap.append(self._name(folder), " ".join(flags), received, message.raw))
            given = re.search(rb"\[APPENDUID \d+ (\d+)\]", said)
            return int(given[1]) if given else self._newest(imap, folder)

    def folder(self, name: str) -> tuple[Stored, ...]:
        """Everything in a folder, seen without leaving a trace."""
        with self._opened(name, readonly=True) as imap:
            return tuple(_stored(_ok(imap.uid("FETCH", "1:*", "(UID FLAGS BODY.PEEK[])"))))

    def next_uid(self, name: str) -> int:
        """The UID that the next message in a folder will get."""
        with self._open() as imap:
            told = re.search(rb"UIDNEXT (\d+)", _line(imap.status(self._name(name), "(UIDNEXT)")))
        assert told, "the server tells no UIDNEXT"
        return int(told[1])

    @property
    def drafts(self) -> tuple[Stored, ...]:
        """What the owner sees in Drafts: what is only marked for deletion is hidden, as mail clients do."""
        return tuple(m for m in self.folder("Drafts") if "\\Deleted" not in m.flags)

    def remove(self, folder: str, uid: int, *, to_trash: bool = True) -> None:
        """Delete a message as mail clients do: a copy into Trash first, or not."""
        with self._opened(folder) as imap:
            if to_trash:
                _ok(imap.uid("COPY", str(uid), self._name("Trash")))
            _expunge(imap, uid)

    def move(self, folder: str, uid: int, to: str) -> None:
        """Drag a message into another folder."""
        with self._opened(folder) as imap:
            if "MOVE" in imap.capabilities:
                _ok(imap.uid("MOVE", str(uid), self._name(to)))
            else:
                _ok(imap.uid("COPY", str(uid), self._name(to)))
                _expunge(imap, uid)

    def flag(self, folder: str, uid: int, *flags: str, on: bool = True) -> None:
        """Set flags of a message, or take them away."""
        with self._opened(folder) as imap:
            _ok(imap.uid("STORE", str(uid), "+FLAGS" if on else "-FLAGS", f"({' '.join(flags)})"))

    def send_draft(self, draft: Stored, *, at: dt.datetime, keep_id: bool = True, text: str | None = None) -> Mail:
        """Press Send: a copy with a new Date lies in Sent and the draft is gone.

        `text` is what the owner last changed; without `keep_id` the Message-ID is a new one, as Outlook makes it.
        """
        mail = draft.mail if text is None else draft.mail.with_text(text)
        sent = _renamed(mail, at, keep_id=keep_id).with_header("Date", email.utils.format_datetime(at))
        self.put("Sent", sent, at=at, flags=("\\Seen",))
        self.remove("Drafts", draft.uid, to_trash=False)
        return sent

    def edit_draft(self, draft: Stored, text: str, *, at: dt.datetime, keep_id: bool = True) -> Stored:
        """Press Save: the new version is appended, the old one expunged, for a message never changes in its place.

        Without `keep_id` the mail client makes a new Message-ID at each save, as Gmail does.
        """
        edited = _renamed(draft.mail.with_text(text), at, keep_id=keep_id)
        uid = self.put("Drafts", edited, at=at, flags=_DRAFT)
        self.remove("Drafts", draft.uid, to_trash=False)
        return next(m for m in self.folder("Drafts") if m.uid == uid)

    def snapshot(self, *, without: Sequence[str] = ("Drafts",)) -> dict[str, tuple[Stored, ...]]:
        """Every folder with all that is in it, to show that nothing was touched."""
        return {name: self.folder(name) for name in self.folders if name not in without}

    def _name(self, folder: str) -> str:
        return quoted(self.naming.on_the_wire(folder))

    def _newest(self, imap: imaplib.IMAP4, folder: str) -> int:
        _ok(imap.select(self._name(folder), readonly=True))
        return max(_uids(imap))

    @contextlib.contextmanager
    def _opened(self, folder: str, *, readonly: bool = False) -> Iterator[imaplib.IMAP4]:
        with self._open() as imap:
            _ok(imap.select(self._name(folder), readonly=readonly))
            yield imap

    @contextlib.contextmanager
    def _open(self) -> Iterator[imaplib.IMAP4]:
        if self._kept is not None:
            yield self._kept
            return
        with _connected(self.server) as imap:
            imap.login(self.user, self.server.password)
            _, known = imap.capability()  # after login a server may tell more than before
            imap.capabilities = tuple(str(known[0] or b"", "ascii").upper().split())
            yield imap


def _connected(server: ImapServer) -> imaplib.IMAP4:
    if server.tls is Tls.IMPLICIT:
        return imaplib.IMAP4_SSL(server.host, server.port, ssl_context=unverified_tls(), timeout=_PATIENCE)
    imap = imaplib.IMAP4(server.host, server.port, timeout=_PATIENCE)
    if server.tls is Tls.STARTTLS:
        imap.starttls(unverified_tls())
    return imap


def _naming(imap: imaplib.IMAP4) -> Naming:
    if "NAMESPACE" in imap.capabilities:
        own = re.match(rb'\(\("(.*?)" "(.)"', _line(imap.namespace()))
        if own:
            return Naming(prefix=own[1].decode(), separator=own[2].decode())
    root = re.search(rb'"(.)"', _line(imap.list('""', '""')))
    return Naming(separator=root[1].decode()) if root else Naming()


def _selectable(row: _Piece) -> str | None:
    """The name on the wire in a LIST answer, unless it is a mere branch of the tree."""
    if isinstance(row, tuple):
        raise TypeError(f"a folder's name in a literal: {row!r}")
    if re.search(rb"(?i)\\(Noselect|NonExistent)", row):
        return None
    found = re.fullmatch(rb'\([^)]*\) (?:"(?:\\.|[^"])"|NIL) (.+)', row)
    if not found:
        raise ValueError(f"not a LIST answer: {row!r}")
    return unquoted(found[1].decode())


def _uids(imap: imaplib.IMAP4) -> tuple[int, ...]:
    return tuple(int(uid) for uid in _line(imap.uid("SEARCH", "ALL")).split())


def _stored(pieces: Sequence[_Piece]) -> Iterator[Stored]:
    """The messages of a FETCH answer; what stands before and after a literal belongs to one message."""
    for number, piece in enumerate(pieces):
        if isinstance(piece, tuple):
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            words = piece[0] + (after if isinstance(after, bytes) else b"")
            yield Stored(uid=_uid(words), flags=_flags(words), raw=piece[1])


def _uid(words: bytes) -> int:
    found = re.search(rb"\bUID (\d+)", words)
    if not found:
        raise ValueError(f"a FETCH answer without a UID: {words!r}")
    return int(found[1])


def _flags(words: bytes) -> frozenset[str]:
    found = re.search(rb"\bFLAGS \(([^)]*)\)", words)
    return frozenset(found[1].decode().split() if found else ()) - {"\\Recent"}


def _expunge(imap: imaplib.IMAP4, uid: int) -> None:
    _ok(imap.uid("STORE", str(uid), "+FLAGS.SILENT", "(\\Deleted)"))
    _ok(imap.uid("EXPUNGE", str(uid)) if "UIDPLUS" in imap.capabilities else imap.expunge())


def _renamed(mail: Mail, at: dt.datetime, *, keep_id: bool) -> Mail:
    return mail if keep_id else mail.with_header("Message-ID", fresh_id(mail.header("From"), at))


def _ok(answer: tuple[str, Sequence[object]]) -> list[_Piece]:
    """What the server said to a command it carried out; our test is wrong when it did not."""
    status, said = answer
    assert status == "OK", said
    return [piece for piece in said if isinstance(piece, bytes | tuple)]


def _line(answer: tuple[str, Sequence[object]]) -> bytes:
    """The one line the server said; empty when it said nothing."""
    return next((piece for piece in _ok(answer) if isinstance(piece, bytes)), b"")

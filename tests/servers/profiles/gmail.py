r"""Gmail's store: one message with labels, shown as a folder for each of them, and once more in All Mail.

`GmailMailbox` is what IMAP sees and does; `autosave`, `send` and `discard` are the owner's own web client. Sources:

- Every message is doubled in All Mail; X-GM-MSGID, X-GM-THRID and X-GM-LABELS tell the doubles:
  developers.google.com/gmail/imap/imap-extensions.
- EXPUNGE in a label's folder takes the label away, and the message stays in All Mail (the default; a run against Gmail
  is in overseers-desk/courier#53; LukeSmithxyz/mutt-wizard#388). All Mail, Trash and Junk are the three real places
  (postalsys/imapflow#153); what goes to one of the latter loses all labels.
- A draft has no ``\Draft`` flag, but the label (djcb/mu#938).
- The web client replaces UID and Message-ID at each autosave (warmbly/warmbly#524, Gmail API "drafts" guide), makes a
  new message of what it sends (the same guide), and discards for good.
- A thread ends where the subject changes (taylorwilsdon/google_workspace_mcp#920).
- A second message of the same Message-ID and Date in one folder replaces the first (wildduck wiki, "Gmail-sending").
"""

from __future__ import annotations

import datetime as dt
import email.utils
import itertools
import re
from collections.abc import Iterator, Sequence

from tests.fakes.mailbox import Lying, MemoryMailbox, Shelf
from tests.servers.mail import Mail, fresh_id
from tests.servers.mailbox import Stored
from tests.servers.profiles.view import View

ALL_MAIL = "Archive"  # as people say it: what they archive lies there, and all else too
_AWAY = ("Trash", "Junk")
#: The labels that have names of the system's own; any other is called as its folder.
_SYSTEM = {
    "INBOX": "\\Inbox",
    "Sent": "\\Sent",
    "Drafts": "\\Draft",
    "Starred": "\\Starred",
    "Important": "\\Important",
}


class GmailMailbox(MemoryMailbox):
    """A mailbox whose folders are labels."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._identities = itertools.count(1_700_000_000_000_000_001)
        self._threads: dict[tuple[str, str], str] = {}  # (Message-ID, subject) -> X-GM-THRID
        super().__init__(folders)

    def put(
        self,
        folder: str,
        mail: Mail | bytes,
        *,
        at: dt.datetime | None = None,
        flags: Sequence[str] = (),
        conversation: str = "",
    ) -> int:
        """As everywhere; but it lies in All Mail too, and nothing is flagged as a draft."""
        message = mail if isinstance(mail, Mail) else Mail(mail)
        self._replace(self._shelf(folder), message)
        laid = Lying(
            uid=0, raw=message.raw, received=(at or message.date).astimezone(dt.UTC),
            flags=frozenset(flags) - {"\\Draft"}, mod_sequence=0,
            conversation=conversation or self._thread(message), identity=next(self._identities),
        )  # fmt: skip
        if folder not in (ALL_MAIL, *_AWAY):
            self._show(ALL_MAIL, laid)
        if "\\Flagged" in flags:
            self._show("Starred", laid)
        uid = self._show(folder, laid)
        self._shelf(folder).lying[uid].flags |= laid.flags
        self._tell()
        return uid

    def remove(self, folder: str, uid: int, *, to_trash: bool = True) -> None:
        """To the trash; or the label is taken away: only what lies in Trash or Junk is gone for good by EXPUNGE."""
        if to_trash or folder == ALL_MAIL:
            self.move(folder, uid, "Trash")
            return
        del self._shelf(folder).lying[uid]
        self._tell()

    def move(self, folder: str, uid: int, to: str) -> int:
        """Another label in the place of this one; or away, and no label is left."""
        message = self._shelf(folder).lying[uid]
        if to in _AWAY:
            self._forget(message.identity)
            new = self._show(to, message)
        else:
            if folder in _AWAY:
                self._show(ALL_MAIL, message)
            new = self._show(to, message)
            if folder != ALL_MAIL:
                del self._shelf(folder).lying[uid]
        self._tell()
        return new

    def copy(self, folder: str, uid: int, to: str) -> int:
        """One more label; a copy into the trash is a move."""
        if to in _AWAY or folder in _AWAY:
            return self.move(folder, uid, to)
        new = self._show(to, self._shelf(folder).lying[uid])
        self._tell()
        return new

    def flag(self, folder: str, uid: int, *flags: str, on: bool = True) -> None:
        r"""The flags are the message's, wherever it's shown; but `\Deleted` is the folder's, and `\Draft` is none."""
        message = self._shelf(folder).lying[uid]
        for flag in flags:
            doubles = [(folder, uid)] if flag == "\\Deleted" else list(self._doubles(message.identity))
            for name, number in doubles if flag != "\\Draft" else ():
                super().flag(name, number, flag, on=on)
        if "\\Flagged" in flags and on:
            self._show("Starred", message)

    def labels(self, folder: str, message: Lying) -> tuple[str, ...]:
        """The message's labels, but that of the folder in which it is being looked at."""
        names = (name for name, _ in self._doubles(message.identity) if name not in (folder, ALL_MAIL, *_AWAY))
        return tuple(_SYSTEM.get(name, name) for name in names)

    def discard(self, draft: Stored) -> None:
        """The web client's bin: the draft is gone for good, everywhere."""
        self._forget(self._shelf("Drafts").lying[draft.uid].identity)
        self._tell()

    def autosave(self, draft: Stored, text: str, *, at: dt.datetime) -> Stored:
        """The web client saves what is being written: another message, another Message-ID; the former is gone."""
        new = _renamed(draft.mail.with_text(text), at)
        self.discard(draft)
        uid = self.put("Drafts", new, at=at, flags=("\\Seen",))
        return self._shelf("Drafts").lying[uid].stored

    def send(self, draft: Stored, *, at: dt.datetime) -> Mail:
        """The web client's Send: a new message in Sent and All Mail, and the draft is gone for good."""
        sent = _renamed(draft.mail, at)
        self.put("Sent", sent, at=at, flags=("\\Seen",))
        self.discard(draft)
        return sent

    def _replace(self, shelf: Shelf, mail: Mail) -> None:
        for message in tuple(shelf.lying.values()):
            there = Mail(message.raw)
            if (there.message_id, there.header("Date")) == (mail.message_id, mail.header("Date")):
                self._forget(message.identity)

    def _show(self, folder: str, message: Lying) -> int:
        """Its UID in this folder, where it's shown from now on if it wasn't."""
        shelf = self._shelf(folder)
        there = next((each for each in shelf.lying.values() if each.identity == message.identity), None)
        if there is None:
            there = shelf.lay(message.raw, message.received, message.flags - {"\\Deleted"}, message.conversation)
            there.identity = message.identity
        return there.uid

    def _doubles(self, identity: int) -> Iterator[tuple[str, int]]:
        for name in self.folders:
            for message in tuple(self._shelf(name).lying.values()):
                if message.identity == identity:
                    yield name, message.uid

    def _forget(self, identity: int) -> None:
        for name, uid in tuple(self._doubles(identity)):
            del self._shelf(name).lying[uid]

    def _thread(self, mail: Mail) -> str:
        """The X-GM-THRID of the mail that it answers, if the subject is still the same; else a new one."""
        subject = re.sub(r"(?i)^(?:re:\s*)+", "", mail.subject)
        known = (self._threads.get((parent, subject)) for parent in reversed(mail.references))
        thread = next((each for each in known if each), None) or str(next(self._identities))
        return self._threads.setdefault((mail.message_id, subject), thread)


def _renamed(mail: Mail, at: dt.datetime) -> Mail:
    new = mail.with_header("Message-ID", fresh_id("x@mail.gmail.example", at))
    return new.with_header("Date", email.utils.format_datetime(at))


def _labels(message: Lying, view: View) -> bytes:
    assert isinstance(view.memory, GmailMailbox)
    quoted = (name.replace("\\", "\\\\") for name in view.memory.labels(view.name, message))
    return b"X-GM-LABELS (%b)" % " ".join(f'"{name}"' for name in quoted).encode()


def _message_number(message: Lying, _view: View) -> bytes:
    return b"X-GM-MSGID %d" % message.identity


def _thread_number(message: Lying, _view: View) -> bytes:
    return b"X-GM-THRID %b" % message.conversation.encode()


ITEMS = {"X-GM-LABELS": _labels, "X-GM-MSGID": _message_number, "X-GM-THRID": _thread_number}

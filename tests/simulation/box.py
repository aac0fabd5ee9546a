"""A mailbox in which people act, with a record beside it of what must lie there: only what people did may change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from tests.servers.mail import Mail
from tests.servers.mailbox import Stored

Lies = dict[int, tuple[frozenset[str], bytes]]


class Box(Protocol):
    """What a mail client can do; the mailbox in memory and one on a real server both offer it."""

    @property
    def folders(self) -> tuple[str, ...]: ...
    def create(self, folder: str) -> None: ...
    def put(
        self, folder: str, mail: Mail | bytes, *, at: dt.datetime | None = None, flags: Sequence[str] = ()
    ) -> int: ...
    def folder(self, name: str) -> tuple[Stored, ...]: ...
    def remove(self, folder: str, uid: int, *, to_trash: bool = True) -> None: ...
    def move(self, folder: str, uid: int, to: str) -> object: ...
    def flag(self, folder: str, uid: int, *flags: str, on: bool = True) -> None: ...


class RecordedBox:
    """The mailbox, and what people have made of it; Drafts is the witness's to watch."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self._record: dict[str, Lies] = {}
        self.refresh()

    def refresh(self) -> None:
        """Take the mailbox as it is now for what people have made of it."""
        self._record = self._seen()

    def wrong(self) -> str:
        """What is otherwise than people have left it: empty, or folder and UID; Trash may have gained of ours."""
        seen = self._seen()
        for folder, lies in self._record.items():
            now = seen.get(folder, {})
            changed = [uid for uid, message in lies.items() if now.get(uid) != message]
            added = [uid for uid in now if uid not in lies and folder != "Trash"]
            if changed or added:
                return f"{folder}: {changed or added}"
        return ""

    def create(self, folder: str) -> None:
        """Make a folder."""
        self.box.create(folder)
        self._record[folder] = {}

    def put(self, folder: str, mail: Mail, *, at: dt.datetime, flags: Sequence[str] = ()) -> int:
        """A message arrives, or is filed, at that moment; its UID."""
        uid = self.box.put(folder, mail, at=at, flags=flags)
        self._note(folder, uid)
        return uid

    def remove(self, folder: str, uid: int, *, to_trash: bool) -> None:
        """Delete a message."""
        self.box.remove(folder, uid, to_trash=to_trash)
        self._record.get(folder, {}).pop(uid, None)
        if to_trash:
            self._note_newest("Trash")

    def move(self, folder: str, uid: int, to: str) -> None:
        """Drag a message into another folder."""
        self.box.move(folder, uid, to)
        self._record.get(folder, {}).pop(uid, None)
        self._note_newest(to)

    def flag(self, folder: str, uid: int, *flags: str) -> None:
        """Set flags of a message."""
        self.box.flag(folder, uid, *flags)
        self._note(folder, uid)

    def drafts(self) -> Mapping[int, Stored]:
        """What lies in Drafts, also what is marked for deletion."""
        return {m.uid: m for m in self.box.folder("Drafts")} if self.has_drafts else {}

    @property
    def has_drafts(self) -> bool:
        """Whether there is a folder for drafts."""
        return "Drafts" in self.box.folders

    def _note(self, folder: str, uid: int) -> None:
        if folder != "Drafts":
            self._record[folder][uid] = next((m.flags, m.raw) for m in self.box.folder(folder) if m.uid == uid)

    def _note_newest(self, folder: str) -> None:
        self._note(folder, max(m.uid for m in self.box.folder(folder)))

    def _seen(self) -> dict[str, Lies]:
        folders = (name for name in self.box.folders if name != "Drafts")
        return {name: {m.uid: (m.flags, m.raw) for m in self.box.folder(name)} for name in folders}

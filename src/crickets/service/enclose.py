"""
The files that a notice brings along: each invoice's own, fetched from the owner's sent mail at that moment.

Knows the ports, and files on this machine that the owner named; must not know what the notice says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from mimetypes import guess_type
from pathlib import Path

from crickets.domain.attachment import Attachment, told_apart
from crickets.domain.ladder import Enclosure
from crickets.domain.message import MessageId
from crickets.errors import CricketsError, Refused, Surprise
from crickets.reading.invoices.enclosed import files_of
from crickets.service.ports import Ledger, Mailbox
from crickets.service.whole_mail import whole_mail

LARGEST = 20 * 1024 * 1024
"""How large the files may be together, in octets: base64 makes a third more of it, and many servers take 25 MB."""


class Unwritable(CricketsError):
    """No message can be made of a decision: an address, say, that can't stand in a header."""


def attached(enclosures: Iterable[Enclosure], mailbox: Mailbox, ledger: Ledger) -> tuple[Attachment, ...]:
    """
    The files of some invoices, byte for byte.

    Raises `Unwritable` if one can't be had: a notice that says "attached" and brings nothing along isn't laid.
    """
    files: list[Attachment] = []
    for enclosure, file in _attached(enclosures, mailbox, ledger):
        files.append(file)
        if sum(len(each.content) for each in files) > LARGEST:
            raise _missing(enclosure, f"its file and the others have more than {LARGEST >> 20} MB")
    return tuple(files)


def _attached(
    enclosures: Iterable[Enclosure], mailbox: Mailbox, ledger: Ledger
) -> Iterator[tuple[Enclosure, Attachment]]:
    opened: dict[MessageId, tuple[Attachment, ...]] = {}
    for each in enclosures:
        if each.path:
            yield each, _at_path(each)
        elif each.mail is not None:
            if each.mail not in opened:  # an invoice's page and its file for machines came with one mail
                opened[each.mail] = _files_in(each, each.mail, mailbox, ledger)
            yield each, _named(each, opened[each.mail])
        else:
            raise _missing(each, "no file of it is known")


def _at_path(enclosure: Enclosure) -> Attachment:
    path = Path(enclosure.path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as err:
        raise _missing(enclosure, f"{path} can't be read ({err.strerror})") from err
    return Attachment(name=path.name, type=_type_of(path), content=content)


def _files_in(enclosure: Enclosure, mail: MessageId, mailbox: Mailbox, ledger: Ledger) -> tuple[Attachment, ...]:
    try:
        raw = whole_mail(mailbox, ledger, mail)
    except (Refused, Surprise) as err:
        raise _missing(enclosure, "the server won't show the mail that it was sent with") from err
    return () if raw is None else files_of(raw)


def _named(enclosure: Enclosure, files: tuple[Attachment, ...]) -> Attachment:
    named = dict(zip(told_apart([file.name for file in files]), files, strict=True))
    file = named.get(enclosure.name)
    if file is None:
        raise _missing(enclosure, f"{enclosure.name} is no longer in the mail that it was sent with")
    return file


def _type_of(path: Path) -> str:
    return guess_type(path.name)[0] or "application/octet-stream"


def _missing(enclosure: Enclosure, why: str) -> Unwritable:
    return Unwritable(
        f"invoice {enclosure.number} can't be attached: {why}",
        remedy=f"Name its file: `crickets invoice add {enclosure.thread} --number {enclosure.number} --file PATH`.",
    )

"""FETCH: what is asked of messages, and how it is answered (RFC 3501 sections 6.4.5 and 7.4.2).

What a request asks for is understood once; after that each message costs a few lines.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tests.fakes.mailbox import Lying
from tests.servers.mail import Mail
from tests.servers.profiles.moments import Refusal
from tests.servers.profiles.profile import Item, Profile
from tests.servers.profiles.view import View
from tests.servers.profiles.words import Word, is_list, text, words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BODY = re.compile(r"(?is)BODY(\.PEEK)?\[(.*)\](?:<(\d+)\.(\d+)>)?")
_FIELDS = re.compile(r"(?is)HEADER\.FIELDS(\.NOT)? \((.*)\)")
_FIELD = re.compile(rb"(?m)^([!-9;-~]+)[ \t]*:.*(?:\r?\n|\Z)(?:[ \t].*(?:\r?\n|\Z))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a FETCH asks for: items of a line, bodies as literals, and whether that marks as read."""

    items: tuple[Item, ...]
    shows: bool  # something of the message itself
    marks_as_read: bool
    changed_since: int | None


def fetch(view: View, profile: Profile, parts: list[bytes], *, by_uid: bool) -> Iterator[bytes]:
    """The answers to a FETCH, for what its parts ask of which messages."""
    wanted, _, request = parts[0].decode().lstrip().partition(" ")
    asked = understood(request, profile, by_uid=by_uid)
    for message in view.chosen(wanted, by_uid=by_uid):
        if asked.changed_since is not None and message.mod_sequence <= asked.changed_since:
            continue
        if message.broken and asked.shows:
            raise Refusal(profile.unshowable)
        if asked.marks_as_read and not view.read_only and "\\Seen" not in message.flags:
            view.memory.flag(view.name, message.uid, "\\Seen")
        told = b" ".join([item(message, view) for item in asked.items])
        yield b"* %d FETCH (%b)\r\n" % (view.number(message.uid), told)


@lru_cache(maxsize=256)
def understood(request: str, profile: Profile, *, by_uid: bool) -> Asked:
    """What a request for items means to a server of that profile."""
    asked = words([request.encode()])
    names = _names(asked[0])
    if by_uid and "UID" not in {name.upper() for name in names}:
        names = ("UID", *names)
    bodies = [body for name in names if (body := _BODY.fullmatch(name))]
    return Asked(
        items=tuple(_item(name, profile) for name in names),
        shows=bool(bodies) or any(name.upper().startswith("RFC822") for name in names),
        marks_as_read=any(not body[1] for body in bodies) or "RFC822" in {name.upper() for name in names},
        changed_since=_changed_since(asked[1:]) if profile.can("CONDSTORE") else None,
    )


def _names(asked: Word) -> tuple[str, ...]:
    """The items' names; a section's own parentheses belong to its name."""
    return tuple(text(each) for each in asked) if is_list(asked) else (text(asked),)


def _changed_since(modifiers: Sequence[Word]) -> int | None:
    for modifier in modifiers:
        if is_list(modifier) and text(modifier[0]).upper() == "CHANGEDSINCE":
            return int(text(modifier[1]))
    return None


def _item(name: str, profile: Profile) -> Item:
    if body := _BODY.fullmatch(name):
        return _body_item(body)
    if own := profile.items.get(name.upper()):
        return own
    if name.upper() == "MODSEQ" and not profile.can("CONDSTORE"):
        raise Refusal("BAD Unknown FETCH item MODSEQ")
    if name.upper() == "RFC822" and not profile.rfc822:
        return lambda _message, _view: b'RFC822 ""'
    if known := _ITEMS.get(name.upper()):
        return known
    raise Refusal(f"BAD Unknown FETCH item {name}")


def _body_item(asked: re.Match[str]) -> Item:
    section = _section(asked[2])
    origin = "" if asked[3] is None else f"<{asked[3]}>"
    label = f"BODY[{asked[2]}]{origin} ".encode()
    begin, size = (int(asked[3]), int(asked[4])) if asked[3] else (0, None)
    end = None if size is None else begin + size

    def item(message: Lying, _view: View) -> bytes:
        content = section(message.raw)[begin:end]
        return label + b"{%d}\r\n%b" % (len(content), content)

    return item


def _section(name: str) -> Callable[[bytes], bytes]:
    """How a section is cut from a message."""
    if fields := _FIELDS.fullmatch(name):
        wanted = frozenset(each.strip('"').lower().encode() for each in fields[2].split())
        without = bool(fields[1])
        return lambda raw: picked(raw, wanted, without)
    match name.upper():
        case "":
            return lambda raw: raw
        case "HEADER":
            return lambda raw: Mail(raw).head + b"\r\n"
        case "TEXT":
            return lambda raw: raw[len(Mail(raw).head) + 2 :]
        case _:
            raise Refusal(f"BAD No such section {name}")


@lru_cache(maxsize=20_000)
def picked(raw: bytes, wanted: frozenset[bytes], without: bool) -> bytes:  # noqa: FBT001 - lru_cache is quicker so
    """The header's lines of those fields, or of all others; an empty line comes last."""
    lines = (
        f[0].rstrip(b"\r\n") + b"\r\n" for f in _FIELD.finditer(Mail(raw).head) if (f[1].lower() in wanted) ^ without
    )
    return b"".join(lines) + b"\r\n"


def internal_date(moment: dt.datetime) -> bytes:
    """As INTERNALDATE is written."""
    utc = moment.astimezone(dt.UTC)
    return f'"{utc.day:2d}-{_MONTHS[utc.month - 1]}-{utc:%Y %H:%M:%S} +0000"'.encode()


_ITEMS: dict[str, Item] = {
    "UID": lambda message, _: b"UID %d" % message.uid,
    "FLAGS": lambda message, _: b"FLAGS (%b)" % " ".join(sorted(message.flags)).encode(),
    "INTERNALDATE": lambda message, _: b"INTERNALDATE " + internal_date(message.received),
    "RFC822.SIZE": lambda message, _: b"RFC822.SIZE %d" % len(message.raw),
    "RFC822": lambda message, _: b"RFC822 {%d}\r\n%b" % (len(message.raw), message.raw),
    "MODSEQ": lambda message, _: b"MODSEQ (%d)" % message.mod_sequence,
}

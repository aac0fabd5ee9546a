"""A folder for the scripted server: what lies there, and what the server makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable

_SET = re.compile(r"UID FETCH (\d+):(\d+|\*) \((.*)\)$")


def a_folder(
    *uids: int,
    refused: tuple[int, ...] = (),
    refusal: bytes = b"NO [CORRUPTION] Unable to load message",
    listing_refused: bytes = b"",
    unlisted: tuple[int, ...] = (),
    left_out: tuple[int, ...] = (),
    whole_only: tuple[int, ...] = (),
    broken: tuple[int, ...] = (),
    gone: tuple[int, ...] = (),
) -> Callable[[bytes], bytes]:
    """
    The answers of a folder with these UIDs to any UID FETCH.

    A set that holds one of the `refused` is refused whole, and a listing of single ones with `listing_refused`;
    `unlisted` is missing from the list of all; `left_out` are passed over in silence; `whole_only` too,
    unless the whole header is asked for; `broken` have a header that ends in nowhere; `gone` are listed, and expunged
    before anything else is asked.
    """

    def answer(command: bytes) -> bytes:
        found = _SET.search(command.decode())
        assert found, command
        first, last, items = int(found[1]), found[2], found[3]
        # "n:*" holds the last message even if its UID is below n.
        asked = [u for u in uids if first <= u and (last == "*" or u <= int(last))]
        asked = asked or ([max(uids)] if last == "*" and uids else [])
        listing = items == "UID"
        if not listing and set(asked) & set(refused):
            return b"%t " + refusal + b"\r\n"
        if listing and listing_refused and last != "*":
            return b"%t " + listing_refused + b"\r\n"
        asked = [u for u in asked if not (listing and u in unlisted)]
        return b"".join(told(u, items) for u in asked) + b"%t OK done\r\n"

    def told(uid: int, items: str) -> bytes:
        if items == "UID":
            return b"" if uid in gone and asked_before.issuperset(gone) else listed(uid)
        if uid in left_out or uid in gone or (uid in whole_only and "HEADER.FIELDS" in items):
            return b""
        end = b"" if uid in broken else b")"
        told = b'* %d FETCH (UID %d FLAGS () INTERNALDATE "01-Mar-2026 00:00:00 +0000" BODY[X] {3}\r\na:b%b\r\n'
        return told % (uids.index(uid) + 1, uid, end)

    asked_before: set[int] = set()

    def listed(uid: int) -> bytes:
        asked_before.add(uid)
        return b"* %d FETCH (UID %d)\r\n" % (uids.index(uid) + 1, uid)

    return answer


def opened(exists: int, uid_next: int | None = None) -> bytes:
    """The answer to EXAMINE."""
    known = b"* OK [UIDNEXT %d] ok\r\n" % uid_next if uid_next else b""
    return b"* %d EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n" % exists + known + b"%t OK [READ-ONLY] opened\r\n"

"""What a FETCH response tells, whatever server wrote it."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from crickets.domain.mailbox import Uid
from crickets.errors import Surprise
from crickets.mailbox.fetch import Fetched, fetched, internal_date

ITEMS = (
    (b"UID 5",),
    (rb"FLAGS (\Seen \Recent $Junk)",),
    (b'INTERNALDATE " 2-Mar-2026 09:30:00 +0100"',),
    (b"BODY[HEADER.FIELDS (DATE)] {9}\r\n", b"Date: x\r\n", b""),
    (b"MODSEQ (90060115194045001)",),
)
EVERYTHING = Fetched(
    uid=Uid(5),
    flags=frozenset({"\\Seen", "$Junk"}),
    internal_date=dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC),
    body=b"Date: x\r\n",
    mod_sequence=90060115194045001,
)


def response(*items: tuple[bytes, ...], number: int = 1) -> list[bytes]:
    """A FETCH response as it is read off the wire: text and literals in turn."""
    parts = [b"* %d FETCH (" % number]
    for item in items:
        first, *rest = item
        parts[-1] += b" " + first.removesuffix(b"{9}\r\n")
        parts += rest
    parts[-1] += b")\r\n"
    return parts


def one(text: bytes) -> Fetched:
    """What is told of UID 5 by one response without literals."""
    return fetched([[b"* 1 FETCH (UID 5 " + text + b")\r\n"]])[Uid(5)]


@pytest.mark.parametrize("items", list(permutations(ITEMS)))
def test_items_in_any_order(items: tuple[tuple[bytes, ...], ...]) -> None:
    r"""All of them are told; \Recent is nothing that a message has."""
    assert fetched([response(*items)]) == {5: EVERYTHING}


def test_items_in_several_responses() -> None:
    """What is told of one message in pieces is put together."""
    responses = [response(ITEMS[0], item) for item in ITEMS[1:]]

    assert fetched(responses) == {5: EVERYTHING}


def test_changes_by_others() -> None:
    """What comes without a UID, or is no FETCH, is nobody's answer."""
    responses = [[rb"* 5 FETCH (FLAGS (\Seen))"], [b"* 6 EXISTS"], [b"* 1 EXPUNGE"], [b"* OK [X] FETCH (UID 5)"]]

    assert fetched(responses) == {}


@pytest.mark.parametrize(
    "label", [b'body[header.fields ("DATE" "TO")]', b"BODY[HEADER.FIELDS (date to)]", b"BODY[HEADER]", b"BODY[]<0>"]
)
def test_the_section_as_servers_write_it(label: bytes) -> None:
    """Courier quotes the names of fields, others change their case: it's the same answer."""
    assert one(label + b' "To: x"').body == b"To: x"


@pytest.mark.parametrize("uid", [b"x", b"-5", b"(", b"9" * 5000, b"NIL"])
def test_a_uid_that_is_none(uid: bytes) -> None:
    """The response tells of nobody, or is a surprise; it's never a failure of ours."""
    try:
        assert fetched([[b"* 1 FETCH (UID " + uid + b" FLAGS ())"]]) == {}
    except Surprise:
        assert uid == b"("


def test_a_body_that_is_nil() -> None:
    """There is none."""
    assert one(b"BODY[HEADER] NIL").body is None


def test_gmails_items() -> None:
    """The thread is told by its number, labels with their backslash."""
    told = one(rb'X-GM-THRID 1278455344230334865 X-GM-LABELS ("\\Draft" Kunden "zwei Worte")')

    assert told.conversation == "1278455344230334865"
    assert set(told.labels or ()) == {"\\Draft", "Kunden", "zwei Worte"}


@pytest.mark.parametrize(("item", "thread"), [(b"THREADID (T64b4)", "T64b4"), (b"THREADID NIL", "")])
def test_object_ids(item: bytes, thread: str) -> None:
    """The thread is told, where the server has one."""
    assert one(item).conversation == thread


@pytest.mark.parametrize(
    "text", [b"FLAGS", b"FLAGS (\\Seen) UID 5) (", b"FLAGS (\\Seen"], ids=["odd", "two lists", "open"]
)
def test_items_that_can_not_be_read(text: bytes) -> None:
    """They are a surprise."""
    with pytest.raises(Surprise):
        one(text)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        (b"17-Jul-1996 02:44:25 -0700", dt.datetime(1996, 7, 17, 9, 44, 25, tzinfo=dt.UTC)),
        (b" 1-jan-2026 00:00:00 +0530", dt.datetime(2025, 12, 31, 18, 30, tzinfo=dt.UTC)),
        (b"29-Feb-2024 23:59:59 +0000", dt.datetime(2024, 2, 29, 23, 59, 59, tzinfo=dt.UTC)),
        (b"30-Feb-2024 00:00:00 +0000", None),
        (b"01-Foo-2024 00:00:00 +0000", None),
        (b"01-Jan-2024 00:00:00 +9900", None),
        (b"01-Jan-0001 00:00:00 +1400", dt.datetime(1969, 12, 31, 10, 0, tzinfo=dt.UTC)),
        (b"31-Dec-9999 23:59:59 -1200", dt.datetime(2200, 1, 1, 11, 59, 59, tzinfo=dt.UTC)),
        (b"yesterday", None),
        (None, None),
    ],
)
def test_an_internal_date(written: bytes | None, moment: dt.datetime | None) -> None:
    """It's told in UTC, or not at all; a year with which nobody could reckon is brought nearer."""
    assert internal_date(written) == moment

"""What is told of many messages is the same, whether it was read in bulk or with care."""

from __future__ import annotations

import datetime as dt
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crickets.domain.mailbox import Uid
from crickets.mailbox import Password
from crickets.mailbox.bulk import Numbers, Told
from crickets.mailbox.connection import connect
from crickets.mailbox.fetch import Fetched
from crickets.mailbox.stream import Stream
from crickets.mailbox.wire import LITERAL_BOUND, Conversation, Parts
from tests.contract.worlds import server_settings
from tests.servers.mail import OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
ITEMS = (
    "UID FLAGS INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID SUBJECT FROM)]",
    "UID FLAGS INTERNALDATE BODY.PEEK[]<0.400>",
    "UID BODY.PEEK[HEADER.FIELDS (X-NOBODY-HAS-IT)]",
)


class Counting:
    """Takes responses with care, and counts them."""

    def __init__(self, told: Told) -> None:
        self.told, self.count = told, 0

    def append(self, response: list[bytes]) -> None:
        self.told.append(response)
        self.count += 1


def heard(pieces: Sequence[bytes], *, in_bulk: bool, told: Told | None = None) -> tuple[dict[Uid, Fetched], int, int]:
    """What is told by an answer that comes in such pieces, how many were expunged, how much was read with care."""
    here, there = socket.socketpair()

    def answer() -> None:
        with there, suppress(OSError):
            there.recv(100)
            for piece in pieces:
                there.sendall(piece)

    server = threading.Thread(target=answer)
    server.start()
    stream, told = Stream(here, patience=5), told or Told()
    careful = Counting(told)
    try:
        conversation = Conversation(stream)
        conversation.answer_to(conversation.begin(b"X", careful, scanner=told.scan if in_bulk else None))
        return told.of, told.expunged, careful.count
    finally:
        stream.close()
        server.join(5)


def literal(octets: bytes) -> bytes:
    """A literal, as it's announced and follows."""
    return b"{%d}\r\n%b" % (len(octets), octets)


FLAGS = st.lists(st.sampled_from([b"\\Seen", b"\\Recent", b"$Junk", b"\\*", b"NIL", b"x[y", b"a]b"]), max_size=3)
DATES = st.sampled_from([b"02-Mar-2026 09:30:00 +0100", b" 2-mar-2026 09:30:00 -0930", b"nonsense", b"31-Feb-2026 1"])
LABELS = st.sampled_from([b"", b'"\\\\Sent" Work', b'"two words"', b'"(a)"', b'"odd', b"&AOQ-"])
BODIES = st.one_of(st.binary(max_size=60), st.sampled_from([b"", b")\r\n", b"* 1 FETCH (UID 9)\r\n", b"C1 OK\r\n"]))
SECTIONS = st.sampled_from(
    [b"BODY[HEADER.FIELDS (DATE)]", b'BODY[HEADER.FIELDS ("DATE" "TO")]', b"BODY[]<0>", b"body[]", b"BODY[HEADER]"]
)
ITEM = st.one_of(
    FLAGS.map(lambda flags: b"FLAGS (%b)" % b" ".join(flags)),
    DATES.map(lambda date: b'INTERNALDATE "%b"' % date),
    st.integers(0, 2**63).map(lambda number: b"MODSEQ (%d)" % number),
    st.sampled_from([b"THREADID (T1)", b"THREADID NIL", b"THREADID (NIL)", b"X-GM-THRID 12", b"RFC822.SIZE 3"]),
    LABELS.map(lambda labels: b"X-GM-LABELS (%b)" % labels),
)


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    """One untagged response, most often of the usual shape."""
    if draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from([b"* 3 EXISTS\r\n", b"* 1 EXPUNGE\r\n", b"* OK [X] {5}\r\n", b"* 2 FETCH (\r\n"]))
    number, uid = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    items = [b"UID %d" % uid, *draw(st.lists(ITEM, max_size=4))]
    items = draw(st.permutations(items)) if draw(st.booleans()) else items
    body = draw(st.one_of(st.none(), BODIES))
    if body is not None:
        items = [*items, draw(SECTIONS) + b" " + literal(body)]
    if draw(st.integers(0, 9)) == 0:
        items = draw(st.permutations(items))
    return b"* %d FETCH (%b)\r\n" % (number, b" ".join(items))


@example(answer=b'* 1 FETCH (UID 1 X-GM-LABELS ("odd) X-GM-LABELS () BODY[] {0}\r\n)\r\n', cuts=[])
@given(answer=st.lists(responses(), max_size=8).map(b"".join), cuts=st.lists(st.integers(0, 999), max_size=6))
def test_any_answer_in_any_pieces(answer: bytes, cuts: list[int]) -> None:
    """However odd the responses are, and however the network cuts them up, both readers tell the same."""
    wire = answer + b"C1 OK done\r\n"
    at = sorted(cut % len(wire) for cut in cuts)
    pieces = [wire[a:b] for a, b in zip([0, *at], [*at, len(wire)], strict=True) if a != b]

    assert heard(pieces, in_bulk=True)[:2] == heard([wire], in_bulk=False)[:2]


@pytest.mark.parametrize("uid_first", [True, False])
def test_the_usual_answer(*, uid_first: bool) -> None:
    """All of it is read in bulk, in the order of Dovecot and Courier, and in that of Cyrus."""
    lead = b"UID 7 FLAGS (\\Seen)" if uid_first else b"FLAGS (\\Seen) UID 7"
    items = lead + b' INTERNALDATE "02-Mar-2026 09:30:00 +0000" MODSEQ (5) BODY[HEADER.FIELDS (DATE)] '
    wire = b"* 1 FETCH (" + items + literal(b"Date: x\r\n\r\n") + b")\r\n"
    told, _, careful = heard([wire + b"C1 OK done\r\n"], in_bulk=True)

    assert (told[Uid(7)].body, told[Uid(7)].internal_date, careful) == (b"Date: x\r\n\r\n", AT, 0)


def test_a_header_beyond_its_bound() -> None:
    """It's left to the careful reader, who cuts it."""
    wire = b"* 1 FETCH (UID 7 BODY[HEADER] " + literal(b"x" * (LITERAL_BOUND + 5)) + b")\r\nC1 OK done\r\n"
    told, _, careful = heard([wire], in_bulk=True)

    assert (len(told[Uid(7)].body or b""), careful) == (LITERAL_BOUND, 1)


def test_messages_that_nobody_asked_for() -> None:
    """Nothing is kept of them, however they are told; where nothing was asked for by number, all is."""
    usual, odd = (b"* %d FETCH (UID %d BODY[] {0}\r\n)\r\n", b"* %d FETCH (FLAGS () UID %d)\r\n")
    wire = b"".join(shape % (uid, uid) for uid in range(1, 10) for shape in (usual, odd))
    asked = Told()
    for uids in (range(1, 2), range(3, 5), frozenset({7})):
        asked.want(uids)
    asked.want_no_more(range(1, 2))
    end = b"C1 OK done\r\n"

    assert set(heard([wire + end], in_bulk=True)[0]) == set(range(1, 10))
    assert set(heard([wire + end], in_bulk=True, told=asked)[0]) == {3, 4, 7}


def test_two_answers_in_one() -> None:
    """Dovecot works on several commands at a time: what one asks for is told before another's end, in any order."""
    here, there = socket.socketpair()
    with there:
        stream, told = Stream(here, patience=5), Told()
        conversation = Conversation(stream)
        first, second = (conversation.begin(b"X", told, scanner=told.scan) for _ in range(2))
        there.sendall(b"* 2 FETCH (UID 2 BODY[] {0}\r\n)\r\nC2 OK two\r\n* 1 FETCH (UID 1)\r\nC1 OK one\r\n")
        said = conversation.answer_to(first).text, conversation.answer_to(second).text
        stream.close()

    assert (said, set(told.of)) == (("one", "two"), {1, 2})


def test_a_question_of_another_kind() -> None:
    """What is under way is heard to its end first: an answer is never put where another was waited for."""
    here, there = socket.socketpair()
    with there:
        stream, told = Stream(here, patience=5), Told()
        conversation = Conversation(stream)
        first = conversation.begin(b"X", told, scanner=told.scan)
        there.sendall(b"* 1 FETCH (UID 1)\r\nC1 OK one\r\n* 9 EXISTS\r\nC2 OK two\r\n")
        untagged, answer = conversation.ask(b"NOOP")
        stream.close()

    assert (untagged, answer.text) == ([[b"* 9 EXISTS\r\n"]], "two")
    assert (first.answer is not None, set(told.of)) == (True, {1})


def test_questions_in_one_piece() -> None:
    """They go out together, once what is under way of another kind is heard; each has its own answer."""
    here, there = socket.socketpair()
    with there:
        stream, told, untagged = Stream(here, patience=5), Told(), list[Parts]()
        conversation = Conversation(stream)
        conversation.begin(b"X", told, scanner=told.scan)
        assert there.recv(100) == b"C1 X\r\n"
        there.sendall(b"* 1 FETCH (UID 1)\r\nC1 OK one\r\n* 9 EXISTS\r\nC3 NO three\r\n* 8 EXISTS\r\nC2 OK two\r\n")
        asked = conversation.begin_at_once([b"Y", b"Z"], untagged)
        assert (there.recv(100), set(told.of), untagged) == (b"C2 Y\r\nC3 Z\r\n", {1}, [])
        said = [conversation.answer_to(each).words for each in asked]
        stream.close()

    assert said == ["two", "three"]
    assert untagged == [[b"* 9 EXISTS\r\n"], [b"* 8 EXISTS\r\n"]]


@pytest.mark.parametrize("items", ITEMS)
def test_on_a_real_server(any_server: ImapServer, items: str) -> None:
    """In bulk, with care, and by imapclient the same is told of each message."""
    user = any_server.user()
    owner = OwnersMailbox(any_server, user)
    owner.put("INBOX", a_message(subject="One", at=AT), flags=("\\Seen", "\\Flagged"))
    owner.put("INBOX", a_message(subject="Grüße", at=AT, body="Zwei\n" * 300))
    owner.put("INBOX", a_message(OWNER, at=AT, headers={"From": "Jürgen <j@client.example>"}), flags=("\\Draft",))
    connection = connect(server_settings(any_server, user), Password(secret=any_server.password))
    try:
        library: Any = connection.client
        library.select_folder(b"INBOX", readonly=True)
        bulk, careful = Told(), Told()
        counting = Counting(bulk)
        command = f"UID FETCH 1:* ({items})".encode()
        for told, scanner in ((counting, bulk.scan), (careful, None)):
            asked = connection.conversation.begin(command, told, scanner=scanner)
            assert connection.conversation.answer_to(asked).ok
        theirs = library.fetch(list(bulk.of), items)
    finally:
        connection.close()

    assert bulk.of == careful.of
    assert (len(bulk.of), counting.count) == (3, 0), "none needs care"
    for uid, each in bulk.of.items():
        own = {name.partition(b"[")[0]: value for name, value in theirs[uid].items()}
        assert each.body == own[b"BODY"]
        assert each.flags is None or each.flags == {flag.decode() for flag in own[b"FLAGS"]} - {"\\Recent"}
        assert each.internal_date in {None, AT}


def test_a_list() -> None:
    """Lines of any shape are understood, and what is expunged is counted."""
    numbers = Numbers()
    wire = b"* 1 FETCH (UID 5)\r\n* 2 FETCH (UID 8)\r\n* 3 FETCH (FLAGS () UID 9)\r\n"
    at, _ = numbers.scan(wire, 0)
    for line in wire[at:].splitlines(keepends=True):
        numbers.append([line])
    numbers.append([b"* 4 EXPUNGE\r\n"])

    assert (numbers.of, numbers.expunged, at) == ({5: 1, 8: 2, 9: 3}, 1, 38)

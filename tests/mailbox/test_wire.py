"""Responses, read off the wire whatever way they come."""

from __future__ import annotations

import itertools
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.errors import Refused, Surprise, Transient
from crickets.mailbox.stream import Scanner, Stream
from crickets.mailbox.wire import Answer, Conversation, Value, answer_of, read_response, values


class Bytes:
    """A source that has been sent already."""

    def __init__(self, octets: bytes) -> None:
        self._octets = octets
        self.sent = b""

    def send(self, octets: bytes) -> None:
        self.sent += octets

    def expect(self) -> None:
        pass

    def scan(self, scanner: Scanner) -> None:
        self._octets = self._octets[scanner(self._octets, 0)[0] :]

    def readline(self) -> bytes:
        return self.read(self._octets.index(b"\n") + 1)

    def read(self, size: int) -> bytes:
        taken, self._octets = self._octets[:size], self._octets[size:]
        return taken

    def skip(self, size: int) -> None:
        self.read(size)


@contextmanager
def sent_in(pieces: Sequence[bytes], *, patience: float = 5) -> Iterator[Stream]:
    """A real socket on which the pieces come one by one, and then nothing more."""
    here, there = socket.socketpair()

    def send() -> None:
        with there, suppress(OSError):  # the reader may have had enough
            for piece in pieces:
                there.sendall(piece)

    sender = threading.Thread(target=send)
    sender.start()
    stream = Stream(here, patience=patience)
    try:
        yield stream
    finally:
        stream.close()
        sender.join(5)


class NoEncryption:
    """Of an SSLContext no more than its shape."""

    def wrap_socket(self, sock: socket.socket, *, server_hostname: str) -> socket.socket:
        return sock


def told(wire: bytes) -> list[Value]:
    """The values in one response."""
    return values(read_response(Bytes(wire)))


class TestValues:
    @pytest.mark.parametrize(
        ("wire", "expected"),
        [
            (b"a NIL nil b\r\n", [b"a", None, None, b"b"]),
            (b'"NIL" ""\r\n', [b"NIL", b""]),
            (rb'"a \"b\" \\ c"' + b"\r\n", [rb'a "b" \ c']),
            (b"(a (b ()) c)\r\n", [[b"a", [b"b", []], b"c"]]),
            (rb"(\Seen \* $Junk)" + b"\r\n", [[rb"\Seen", rb"\*", b"$Junk"]]),
            (b'BODY[HEADER.FIELDS ("DATE" "TO")] "x"\r\n', [b'BODY[HEADER.FIELDS ("DATE" "TO")]', b"x"]),
            (b"BODY[]<0> x\r\n", [b"BODY[]<0>", b"x"]),
            (b"(keyword[ x)\r\n", [[b"keyword[", b"x"]]),
            (b'{3}\r\n(\r\n ~{2+}\r\n")\r\n', [b"(\r\n", b'")']),
            (b"{0}\r\n x\r\n", [b"", b"x"]),
            (b"FLAGS (a[b) BODY[TEXT] x\r\n", [b"FLAGS", [b"a[b"], b"BODY[TEXT]", b"x"]),
        ],
    )
    def test_of_a_response(self, wire: bytes, expected: list[Value]) -> None:
        """Atoms, strings, literals, NIL and lists are told apart."""
        assert told(wire) == expected

    @pytest.mark.parametrize("wire", [b"(a\r\n", b"a)\r\n", b'"a\r\n'])
    def test_that_are_not_balanced(self, wire: bytes) -> None:
        """They are a surprise, and its bytes are kept."""
        with pytest.raises(Surprise) as surprise:
            told(wire)

        assert surprise.value.wire.startswith(wire.strip()[:2])


class TestResponses:
    def test_human_words_that_end_like_a_literal(self) -> None:
        """They are words: nothing more is read for them."""
        source = Bytes(b"* OK use {5}\r\nrest\r\n")

        assert read_response(source) == [b"* OK use {5}\r\n"]

    def test_a_literal_beyond_its_bound(self) -> None:
        """It's cut, and read to its end, so that the rest is in step."""
        source = Bytes(b"* 1 FETCH (BODY[] {10}\r\n0123456789 UID 5)\r\n")

        assert values(read_response(source, bound=4))[3:] == [[b"BODY[]", b"0123", b"UID", b"5"]]

    @given(pieces=st.lists(st.binary(min_size=0, max_size=40), max_size=6), cuts=st.data())
    def test_literals_cut_anywhere(self, pieces: list[bytes], cuts: st.DataObject) -> None:
        """However the network cuts it up, what was sent is what is read."""
        wire = b"* 1 FETCH (" + b" ".join(b"{%d}\r\n%b" % (len(p), p) for p in pieces) + b")\r\n"
        at = sorted(cuts.draw(st.lists(st.integers(0, len(wire)), max_size=8)))
        parts = [wire[a:b] for a, b in zip([0, *at], [*at, len(wire)], strict=True) if a != b]

        with sent_in(parts) as stream:
            assert values(read_response(stream))[3] == pieces

    @given(st.recursive(st.one_of(st.none(), st.binary(max_size=12)), lambda v: st.lists(v, max_size=4)))
    def test_any_values(self, value: Value) -> None:
        """What is written by the grammar is read back, strings and literals alike."""
        assert told(b"%b\r\n" % written(value)) == [value]


def written(value: Value) -> bytes:
    """A value by RFC 9051's grammar: a quoted string where it may be one, else a literal."""
    if value is None:
        return b"NIL"
    if isinstance(value, list):
        return b"(" + b" ".join(map(written, value)) + b")"
    if value.isascii() and not set(value) & set(b"\r\n\0"):
        return b'"' + value.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
    return b"{%d}\r\n%b" % (len(value), value)


class TestAnswers:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (b"A1 OK done\r\n", Answer(status="OK", text="done")),
            (b"A1 OK\r\n", Answer(status="OK")),
            (b"A1 no [UNAVAILABLE] later\r\n", Answer(status="NO", code="UNAVAILABLE", text="later")),
            (b"A1 OK [MODIFIED 7,9] x", Answer(status="OK", code="MODIFIED 7,9", text="x")),
            (b"* BYE so long\r\n", Answer(status="BYE", text="so long")),
            (b"A1 BAD \xff\r\n", Answer(status="BAD", text="\ufffd")),
        ],
    )
    def test_to_a_command(self, line: bytes, expected: Answer) -> None:
        """Status, code and words, with or without each."""
        assert answer_of(line) == expected

    def test_that_is_none(self) -> None:
        """It's a surprise."""
        with pytest.raises(Surprise):
            answer_of(b"A1 MAYBE\r\n")

    def test_what_was_not_asked_for(self) -> None:
        """Changes by others, told in between, are among the untagged ones; the command's end is found."""
        source = Bytes(b"* 4 EXISTS\r\n* 2 EXPUNGE\r\n+ idling?\r\nC1 OK done\r\n")

        untagged, answer = Conversation(source).ask(b"NOOP")

        assert (len(untagged), answer.text, source.sent) == (3, "done", b"C1 NOOP\r\n")

    def test_a_goodbye(self) -> None:
        """It's a matter of trying again."""
        with pytest.raises(Transient, match="too many"):
            Conversation(Bytes(b"* BYE too many connections\r\n")).ask(b"NOOP")

    def test_a_goodbye_without_end(self) -> None:
        """As much of it is told, and kept, as anybody reads."""
        with pytest.raises(Transient) as error:
            Conversation(Bytes(b"* BYE " + b"x" * 100_000 + b"\r\n")).ask(b"NOOP")

        assert 1_000 < len(error.value.what) < 1_100

    def test_another_tag(self) -> None:
        """Being out of step is noticed at once."""
        with pytest.raises(Surprise):
            Conversation(Bytes(b"C9 OK done\r\n")).ask(b"NOOP")

    @pytest.mark.parametrize(
        ("line", "family"), [(b"A NO [LIMIT] x\r\n", Transient), (b"A NO [CANNOT] x\r\n", Refused)]
    )
    def test_a_refusal(self, line: bytes, family: type[Exception]) -> None:
        """It's raised in its family when it was expected to go well."""
        with pytest.raises(family):
            answer_of(line).expect("trying")


class TestStream:
    def test_a_literal_longer_than_anything_kept(self) -> None:
        """It goes by in pieces; the next line is found."""
        with sent_in([b"x" * 100_000, b"x" * 100_000, b"rest\r\n"]) as stream:
            stream.skip(200_000)
            assert stream.readline() == b"rest\r\n"

    def test_a_server_that_says_nothing(self) -> None:
        """It's given up after the patience there is."""
        here, there = socket.socketpair()
        with there:
            stream = Stream(here, patience=0.05)
            with pytest.raises(Transient, match=r"nothing for 0\.05 seconds"):
                stream.readline()
            stream.close()

    def test_a_line_that_ends_in_the_middle(self) -> None:
        """A line is whole, or there is none."""
        with sent_in([b"* OK hal"]) as stream, pytest.raises(Transient, match="hung up"):
            stream.readline()

    def test_a_line_without_end(self) -> None:
        """It's not read for ever."""
        with sent_in([b"x" * 70_000] * 17) as stream, pytest.raises(Surprise):
            stream.readline()

    def test_a_line_in_two_halves(self) -> None:
        """While waiting, half a line is kept until the other comes."""
        here, there = socket.socketpair()
        wake, waker = socket.socketpair()
        with there, wake, waker:
            stream = Stream(here, patience=5)
            there.sendall(b"* 4 EXI")
            assert stream.line_within(0.05, wake) is None
            there.sendall(b"STS\r\n* 5 EXISTS\r\n")
            assert stream.line_within(5, wake) == b"* 4 EXISTS\r\n"
            assert stream.line_within(0, wake) == b"* 5 EXISTS\r\n"
            stream.close()

    def test_what_was_said_before_encryption(self) -> None:
        """Whatever came in the clear behind the consent to TLS is not taken for the server's (CVE-2011-0411)."""
        here, there = socket.socketpair()
        with there:
            stream = Stream(here, patience=5)
            there.sendall(b"A1 OK begin TLS\r\n* OK injected\r\n")
            stream.readline()
            stream.secure(cast("ssl.SSLContext", NoEncryption()), "mail.example")
            there.sendall(b"* OK genuine\r\n")
            assert stream.readline() == b"* OK genuine\r\n"
            stream.close()

    def test_a_read_that_is_interrupted(self) -> None:
        """Another thread ends it at once."""
        here, there = socket.socketpair()
        with there:
            stream = Stream(here, patience=30)
            threading.Thread(target=stream.interrupt).start()
            with pytest.raises(Transient):
                stream.readline()
            stream.close()


class TestWithoutEnd:
    """An answer that never ends is given up, however lively it is."""

    def test_a_byte_now_and_then(self) -> None:
        """Each comes in time, and all together not: the server is given up after three times the patience."""
        with dripping(b"* OK still here\r\n", every=0.02) as stream, pytest.raises(Transient, match=r"0\.6 seconds"):
            Conversation(stream).ask(b"NOOP")

    def test_a_byte_now_and_then_of_a_literal(self) -> None:
        """The same within one response."""
        with dripping(b"* 1 FETCH (BODY[] {9999999}\r\n", b"x", every=0.02) as stream, pytest.raises(Transient):
            Conversation(stream).ask(b"FETCH 1 BODY[]", bound=5)

    def test_another_question(self) -> None:
        """Has a time of its own."""
        answers = [b"C%d OK done\r\n" % number for number in range(1, 41)]
        with dripping(*answers, every=0.02) as stream:
            conversation = Conversation(stream)
            assert [conversation.ask(b"NOOP")[1].status for _ in range(40)] == ["OK"] * 40

    @pytest.mark.parametrize(("delays", "answered"), [([29], 15), ([29, 0, 29], 30)])
    def test_answers_that_come_just_in_time(self, delays: Sequence[float], answered: int) -> None:
        """The server is given up: it could hold up its account for as long as there are questions."""
        late = LateServer(delays=itertools.cycle(delays))
        conversation = Conversation(late.stream)

        assert all(conversation.ask(b"NOOP")[1].ok for _ in range(answered))
        with pytest.raises(Transient, match=r"only just in time: 3\d\d seconds late in all"):
            conversation.ask(b"NOOP")

    @pytest.mark.parametrize(
        ("delays", "octets"), [([10], 1), ([29, 0, 0], 1), ([29] * 15 + [0] * 30, 1), ([60], 60_000)]
    )
    def test_a_server_that_is_slow(self, delays: Sequence[float], octets: int) -> None:
        """It's asked on, as long as its answers are in time on the whole, or bring much."""
        late = LateServer(delays=itertools.cycle(delays), octets=octets)
        conversation = Conversation(late.stream)

        assert all(conversation.ask(b"NOOP")[1].ok for _ in range(1000))

    def test_a_flood(self) -> None:
        """What nobody can keep is not kept."""
        flood = b"* OK %b\r\n" % (b"x" * 100_000)
        with dripping(flood, every=0, patience=20) as stream, pytest.raises(Surprise, match="without end"):
            Conversation(stream).ask(b"NOOP")

    def test_a_line_without_end_while_idling(self) -> None:
        """Neither is that."""
        here, there = socket.socketpair()
        endless = pytest.raises(Surprise, match="without end")
        with here, there, dripping(b"x" * 100_000, every=0) as stream, endless:
            stream.line_within(20, here)


@dataclass(slots=True, kw_only=True)
class LateServer:
    """A socket whose other side answers each command after a while, by a clock that nobody has to wait for."""

    delays: Iterator[float]
    octets: int = 1
    now: float = 0.0
    _answer: bytes = b""

    @property
    def stream(self) -> Stream:
        """What's read of it, with half a minute's patience."""
        return Stream(cast("socket.socket", self), patience=30, clock=lambda: self.now)

    def settimeout(self, _seconds: float) -> None:
        """Time is ours."""

    def sendall(self, command: bytes) -> None:
        self._answer = b"* OK %b\r\n%b OK done\r\n" % (b"x" * self.octets, command.split()[0])

    def recv(self, _size: int) -> bytes:
        self.now += next(self.delays)
        return self._answer


@contextmanager
def dripping(*pieces: bytes, every: float, patience: float = 0.2) -> Iterator[Stream]:
    """A real socket on which the pieces come one by one, the last of them for ever."""
    here, there = socket.socketpair()
    over = threading.Event()

    def send() -> None:
        with there, suppress(OSError):
            for piece in itertools.chain(pieces, itertools.repeat(pieces[-1])):
                there.sendall(piece)
                if over.wait(every):
                    return

    sender = threading.Thread(target=send)
    sender.start()
    stream = Stream(here, patience=patience)
    try:
        yield stream
    finally:
        over.set()
        stream.close()
        sender.join(5)

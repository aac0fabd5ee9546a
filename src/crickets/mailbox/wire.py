"""
What a server answers to one command, read by the grammar of RFC 9051 §9.

Knows the shape of responses: tags, literals, nested lists. Must not know what they mean. It exists because imapclient
can't ask for a range of UIDs, reads every byte one by one, and throws a whole answer away for one odd item in it
(docs/quirks.md, FETCH).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Protocol

from crickets.errors import Surprise, Transient
from crickets.mailbox.stream import Scanner
from crickets.mailbox.translate import LATER, REPORT, heard, refusal

Value = bytes | None | list["Value"]
"""An atom, string or literal; NIL; or a parenthesised list of such."""

Parts = list[bytes]
"""One response: text and literal in turn, beginning and ending with text."""

LITERAL_BOUND = 1 << 18
"""What is kept of a literal, unless told otherwise; the rest of it is read and forgotten."""

_MOST_RESPONSES = 1 << 17
"""Of one question, where each is kept as it is: it takes ten times the room that it has on the wire."""

_ABSURD = 1 << 29
"""No server keeps a message of half a gigabyte; what announces one is not waited for."""

_LITERAL = re.compile(rb"~?\{(\d{1,1000})\+?\}\r?\n\Z")  # ours is to judge how long it may be, not to overlook it
_NUMBER = re.compile(rb"\d{1,19}")
_LARGEST = (1 << 63) - 1

_FREE_TEXT = re.compile(rb"(?:\+|\S+ (?:OK|NO|BAD|BYE|PREAUTH))(?:[ \r\n]|\Z)", re.IGNORECASE)
_STATUS = re.compile(rb"\S+ (OK|NO|BAD|BYE)\b ?(?:\[([^\]]*)\])? ?(.*)", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(
    rb"""\s* (?:
      (?P<open>\() | (?P<close>\))
    | " (?P<quoted> (?: [^"\\] | \\. )* ) "
    | (?P<atom> (?: BODY | BINARY (?:\.SIZE)? ) \[ [^\]]{0,4096} \] (?: < \d+ > )? | [^\s()"]+ )
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)


class Source(Protocol):
    """Where the bytes come from, and go to."""

    def send(self, octets: bytes) -> None:
        """Send all of them."""

    def expect(self) -> None:
        """What is read from here on is another answer."""

    def scan(self, scanner: Scanner) -> None:
        """Let `scanner` read what it can, as the bytes for it come."""

    def readline(self) -> bytes:
        """A whole line, with its end."""

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes."""

    def skip(self, size: int) -> None:
        """Pass over `size` bytes."""


class Untagged(Protocol):
    """Takes the responses to a command, one by one."""

    def append(self, response: Parts, /) -> None:
        """One more."""


class Heard(list[Parts]):
    """Responses as they are, so many of them as any honest answer has."""

    def append(self, response: Parts, /) -> None:
        """One more; `Surprise` where nobody could want it."""
        if len(self) >= _MOST_RESPONSES:
            raise Surprise("the server sent an answer of responses without end", wire=response[0], remedy=REPORT)
        super().append(response)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a command ended: OK, NO or BAD, the response code in brackets (in upper case as sent), and the words."""

    status: str
    code: str = ""
    text: str = ""

    @property
    def ok(self) -> bool:
        """Whether the server did as it was told."""
        return self.status == "OK"

    @property
    def words(self) -> str:
        """What the server said, as it is shown: as much of it as anybody reads."""
        return heard(f"[{self.code}] {self.text}".strip() if self.code else self.text)

    def expect(self, doing: str) -> Answer:
        """Itself if it is OK; else the refusal is raised, in its family."""
        if not self.ok:
            raise refusal(doing, self.words)
        return self


@dataclass(slots=True, kw_only=True)
class Asked:
    """
    A command that was sent, and how it ended, once it has.

    `scanner` may read responses by itself, as they lie in the bytes; each that it leaves is put into `untagged`.
    """

    tag: bytes
    untagged: Untagged
    scanner: Scanner | None = None
    bound: int = LITERAL_BOUND
    answer: Answer | None = None


class Conversation:
    """
    Commands of our own on a connection that imaplib opened, and their answers, each read to its end.

    Several may be under way if they put what they hear in the same place: servers work on them at the same time, and
    tell of one what another asked for (docs/quirks.md, Dovecot).
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._numbers = count(1)
        self._unanswered: dict[bytes, Asked] = {}

    def ask(self, command: bytes, *, bound: int = LITERAL_BOUND) -> tuple[list[Parts], Answer]:
        """All untagged responses to a command, and how it ended; nothing is raised for a NO."""
        untagged = Heard()
        return untagged, self.answer_to(self.begin(command, untagged, bound=bound))

    def begin(
        self, command: bytes, untagged: Untagged, *, scanner: Scanner | None = None, bound: int = LITERAL_BOUND
    ) -> Asked:
        """A command is on its way, behind those of another kind; the server answers while we do something else."""
        [asked] = self.begin_at_once((command,), untagged, scanner=scanner, bound=bound)
        return asked

    def begin_at_once(
        self,
        commands: Sequence[bytes],
        untagged: Untagged,
        *,
        scanner: Scanner | None = None,
        bound: int = LITERAL_BOUND,
    ) -> tuple[Asked, ...]:
        """
        The same of several commands, which go out in one piece.

        A server may answer in another order (RFC 9051 §5.5): none may change what another is answered.
        """
        if any(asked.untagged is not untagged for asked in self._unanswered.values()):
            self.settle()
        tags = [b"C%d" % next(self._numbers) for _ in commands]  # imaplib's own tags begin with four letters
        lines = (tag + b" " + command + b"\r\n" for tag, command in zip(tags, commands, strict=True))
        self._source.send(b"".join(lines))
        begun = tuple(Asked(tag=tag, untagged=untagged, scanner=scanner, bound=bound) for tag in tags)
        self._unanswered |= {asked.tag: asked for asked in begun}
        return begun

    def answer_to(self, asked: Asked) -> Answer:
        """How a command ended; all that comes until then is heard."""
        if asked.answer is None:
            self._source.expect()
        while asked.answer is None:
            self._hear(asked)
        return asked.answer

    def settle(self) -> None:
        """Nothing more is to come: each command that was begun has been answered."""
        while self._unanswered:
            self.answer_to(next(iter(self._unanswered.values())))

    def _hear(self, asked: Asked) -> None:
        if asked.scanner:
            self._source.scan(asked.scanner)
        response = read_response(self._source, asked.bound)
        ended = self._unanswered.pop(response[0].partition(b" ")[0], None)
        if ended:
            ended.answer = answer_of(response[0])
        else:
            check(response[0])
            asked.untagged.append(response)


def check(line: bytes) -> None:
    """Nothing, if the line may come before a command's end; a goodbye is `Transient`, all else a `Surprise`."""
    if line[:6].upper() == b"* BYE ":
        raise Transient(f"the server said goodbye: {answer_of(line).words}", remedy=LATER)
    if not line.startswith((b"* ", b"+")):
        raise Surprise("the server sent what nobody asked for", wire=line, remedy=REPORT)


def read_response(source: Source, bound: int = LITERAL_BOUND) -> Parts:
    """The next whole response, its literals cut at `bound` but read to their end."""
    line = source.readline()
    parts = [line]
    if _FREE_TEXT.match(line):
        return parts  # human words may end like a literal
    while literal := _LITERAL.search(line):
        size = int(literal[1])
        if size > _ABSURD:
            raise Surprise(f"the server announced {size} bytes", wire=line, remedy=REPORT)
        kept = min(size, bound)
        parts[-1] = line[: literal.start()]
        parts.append(source.read(kept))
        source.skip(size - kept)
        line = source.readline()
        parts.append(line)
    return parts


def answer_of(line: bytes) -> Answer:
    """A status line, tagged or not, taken apart (RFC 9051 §7.1); some servers send no words (docs/quirks.md)."""
    status = _STATUS.match(line.strip())
    if not status:
        raise Surprise("the server ended a command with neither OK, NO nor BAD", wire=line, remedy=REPORT)
    return Answer(
        status=status[1].decode().upper(),
        code=(status[2] or b"").decode("utf-8", "replace"),
        text=status[3].decode("utf-8", "replace").strip(),
    )


def values(parts: Parts) -> list[Value]:
    """The values of a response (or of a part of one), lists nested; `Surprise` if its brackets do not match."""
    outermost: list[Value] = []
    enclosing: list[list[Value]] = []
    innermost = outermost
    for token in _tokens(parts):
        if token is _OPEN:
            deeper: list[Value] = []
            innermost.append(deeper)
            enclosing.append(innermost)
            innermost = deeper
        elif token is _CLOSE:
            if not enclosing:
                raise _unreadable(parts)
            innermost = enclosing.pop()
        else:
            innermost.append(token)  # type: ignore[arg-type]  # what is left are values
    if enclosing:
        raise _unreadable(parts)
    return outermost


def number(written: bytes) -> int | None:
    """A number of 63 bits at most (RFC 7162 §7): what is written otherwise is none, and nothing could keep it."""
    found = int(written) if _NUMBER.fullmatch(written) else None
    return None if found is None or found > _LARGEST else found


class _Bracket:
    """A parenthesis, told apart from all values by being itself."""


_OPEN, _CLOSE = _Bracket(), _Bracket()


def _tokens(parts: Parts) -> Iterator[bytes | _Bracket | None]:
    for index, part in enumerate(parts):
        if index % 2:
            yield part
        else:
            yield from _tokens_of_text(part, parts)


def _tokens_of_text(text: bytes, parts: Parts) -> Iterator[bytes | _Bracket | None]:
    at, end = 0, len(text.rstrip())
    while at < end:
        token = _TOKEN.match(text, at, end)
        if not token:
            raise _unreadable(parts)
        at = token.end()
        kind = token.lastgroup
        if kind == "atom":
            atom = token["atom"]
            yield None if atom.upper() == b"NIL" else atom
        elif kind == "quoted":
            quoted = token["quoted"]
            yield _ESCAPE.sub(rb"\1", quoted) if b"\\" in quoted else quoted
        else:
            yield _OPEN if kind == "open" else _CLOSE


def _unreadable(parts: Parts) -> Surprise:
    return Surprise("the server's answer could not be read", wire=b" ".join(parts), remedy=REPORT)

"""The client's side of an IMAP conversation, cut into commands.

Pure: bytes in, commands out, however the bytes were split on their way (RFC 9051 section 2.2.1). Knows
literals, the lines that are no commands (DONE, what follows AUTHENTICATE), and no meaning of any command.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: As much of a literal as is kept.
LITERAL_KEPT = 64 * 1024

_LITERAL = re.compile(rb"~?\{(\d+)(\+?)\}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One complete command: `UID` belongs to the verb; in `rest` a literal is only announced, as `{310}`."""

    tag: str
    verb: str
    rest: str
    literals: tuple[bytes, ...] = ()

    @property
    def words(self) -> tuple[str, str]:
        """The command as a plain pair of verb and rest."""
        return self.verb, self.rest


class CommandReader:
    """What a client says on one connection, command by command."""

    def __init__(self) -> None:
        self._unread = b""
        self._lines: list[bytes] = []  # of the command being said, up to each literal
        self._literals: list[bytes] = []
        self._missing = 0  # bytes of the literal being said
        self._literal_open = False
        self._waits = False  # for the server's leave to send it
        self._dialogue = b""  # the tag of an IDLE or AUTHENTICATE not yet answered
        self._heard = b""

    @property
    def verb_being_said(self) -> str:
        """The verb of a command that has begun and is not yet complete; empty between commands."""
        return _verb_and_rest(_text(self._lines[0].partition(b" ")[2]))[0] if self._lines else ""

    def feed(self, said: bytes) -> tuple[Command, ...]:
        """The commands that these bytes complete."""
        self._unread += said
        complete: list[Command] = []
        while (piece := self._next_piece()) is not None:
            complete.extend(self._take(piece))
        return tuple(complete)

    def hear(self, answer: bytes) -> tuple[Command, ...]:
        """Take note of what the server says; a command refused before its literal is complete without it."""
        tag = self._lines[0].split(b" ")[0] if self._lines else self._dialogue
        if not tag:
            self._heard = b""
            return ()
        self._heard = (self._heard + answer)[-4096:]
        if not answers(tag, self._heard):
            return ()
        self._heard, self._dialogue = b"", b""
        return self._give_up_literal() if self._waits and self._literal_open else ()

    def _next_piece(self) -> bytes | None:
        """The literal, or the line, that is whole by now."""
        if self._literal_open:
            return self._next_of_literal()
        line, end, after = self._unread.partition(b"\n")
        if not end:
            return None
        self._unread = after
        return line.removesuffix(b"\r")

    def _next_of_literal(self) -> bytes | None:
        got, self._unread = self._unread[: self._missing], self._unread[self._missing :]
        if got:
            self._waits = False
        self._missing -= len(got)
        room = LITERAL_KEPT - len(self._literals[-1])
        self._literals[-1] += got[:room]
        return None if self._missing else self._literals[-1]

    def _take(self, piece: bytes) -> tuple[Command, ...]:
        if self._literal_open:
            self._literal_open = False
            return ()
        if self._dialogue:
            return self._in_dialogue(piece)
        self._lines.append(piece)
        if announced := _LITERAL.search(piece):
            self._open_literal(int(announced[1]), synchronizing=not announced[2])
            return ()
        return (self._complete(),)

    def _open_literal(self, size: int, *, synchronizing: bool) -> None:
        self._literal_open, self._missing, self._waits = True, size, synchronizing
        self._literals.append(b"")

    def _give_up_literal(self) -> tuple[Command, ...]:
        self._literal_open = False
        self._literals.pop()
        return (self._complete(),)

    def _in_dialogue(self, line: bytes) -> tuple[Command, ...]:
        """A line without a tag: the DONE of an IDLE; or a secret, which is not kept."""
        if line.upper() != b"DONE":
            return ()
        tag, self._dialogue = self._dialogue, b""
        return (Command(tag=_text(tag), verb="DONE", rest=""),)

    def _complete(self) -> Command:
        tag, _, words = b"".join(self._lines).partition(b" ")
        verb, rest = _verb_and_rest(_text(words))
        if verb in {"IDLE", "AUTHENTICATE"}:
            self._dialogue = tag
        command = Command(tag=_text(tag), verb=verb, rest=rest, literals=tuple(self._literals))
        self._lines, self._literals = [], []
        return command


def answers(tag: bytes, said: bytes) -> bool:
    """Whether the server's bytes hold the tagged answer to that command."""
    return bool(re.search(rb"(?im)^%b (?:OK|NO|BAD)\b" % re.escape(tag), said))


def _verb_and_rest(words: str) -> tuple[str, str]:
    verb, _, rest = words.partition(" ")
    if verb.upper() == "UID":
        verb, _, rest = rest.partition(" ")
        verb = f"UID {verb}"
    if verb.upper() == "LOGIN":  # the password is nobody's business
        rest = f"{rest.split(' ')[0]} ***"
    if verb.upper() == "AUTHENTICATE":
        rest = rest.split(" ")[0]
    return verb.upper(), rest


def _text(said: bytes) -> str:
    return said.decode("utf-8", "surrogateescape")

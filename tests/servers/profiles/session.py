"""One connection as the server sees it: bytes in, bytes out; what a command does stands in `commands.py`.

Knows no sockets: whoever has one feeds `hear`, and is the `Line` back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tests.fakes.mailbox import MemoryMailbox
from tests.servers.profiles.framing import Framing, Parts
from tests.servers.profiles.moments import Cut, Goodbye, Interference, Moment, Phase, Refusal, undisturbed
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.view import View

#: While numbers are being spoken of they must not change (RFC 3501 section 7.4.1).
_KEEPS_NUMBERS = frozenset({"FETCH", "STORE", "SEARCH"})


@dataclass(slots=True, kw_only=True)
class Account:
    """A user's mailbox; one command at a time acts on it."""

    memory: MemoryMailbox
    lock: threading.RLock = field(default_factory=threading.RLock)
    connections: int = 0


@dataclass(slots=True, kw_only=True)
class House:
    """What all sessions of a server share."""

    profile: Profile
    password: str
    accounts: dict[str, Account] = field(default_factory=dict)
    interfere: Interference = undisturbed


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A whole command: `UID` belongs to the verb; `parts` are what follows it, text and literal in turn."""

    tag: bytes
    verb: str
    parts: Parts


class Line(Protocol):
    """The way to the client."""

    def send(self, octets: bytes) -> None:
        """Send them, if anybody is still there."""

    def hang_up(self) -> None:
        """End it; the client is told nothing more."""


Act = Callable[["Session", Command], str]
"""Carries a command out, and says how it ends, without its tag."""


class Session:
    """One connection's state, and the client's commands carried out one after the other."""

    def __init__(self, house: House, acts: Mapping[str, Act], line: Line) -> None:
        self.house = house
        self.profile = house.profile
        self.account: Account | None = None
        self.view: View | None = None
        self._acts = acts
        self._line = line
        self._send = line.send
        self._framing = Framing(self._consent)
        self._told: list[bytes] = []
        self._idles = b""  # the tag of the IDLE under way
        self._send(f"* OK {self.profile.name} ready\r\n".encode())

    def hear(self, octets: bytes) -> None:
        """What the client says; each command that it completes is carried out and answered."""
        try:
            for parts in self._framing.feed(octets):
                self._obey(parts)
        except Cut:
            self._line.hang_up()
        except Goodbye as goodbye:
            self._leave(goodbye)

    def tell(self, *responses: bytes) -> None:
        """Untagged responses, sent with the command's end."""
        self._told += responses

    @property
    def memory(self) -> MemoryMailbox:
        """The mailbox of who is logged in."""
        return self._login.memory

    @property
    def opened(self) -> View:
        """The folder that is open."""
        if self.view is None:
            raise Refusal("BAD No folder is open")
        return self.view

    def close(self) -> None:
        """The connection is gone."""
        self._stop_waiting()
        if self.account:
            self.account.connections -= 1
            self.account = None

    def idle(self, tag: bytes) -> None:
        """From now on the client hears of changes as they come."""
        self._idles = tag
        news = list(self.view.news()) if self.view else []
        consent = [b"+ idling\r\n"]
        self._send(b"".join(news + consent if self.profile.news_before_idle else consent + news))
        self.memory.watchers.append(self._tell_news)

    @property
    def _login(self) -> Account:
        if self.account is None:
            raise Refusal("BAD Log in first")
        return self.account

    def _obey(self, parts: Parts) -> None:
        if self._idles:
            self._end_idle()
            return
        command = _command(parts)
        act = self._acts.get(command.verb)
        words = self._carried_out(act, command) if act else f"BAD Unknown command {command.verb}"
        if not self._idles:
            self._answer(command.tag, words)

    def _carried_out(self, act: Act, command: Command) -> str:
        try:
            self.house.interfere(Moment(call=command.verb, phase=Phase.BEFORE))
            words = self._locked(act, command)
            self.house.interfere(Moment(call=command.verb, phase=Phase.AFTER))
        except Refusal as refusal:
            return str(refusal)
        return words

    def _locked(self, act: Act, command: Command) -> str:
        if self.account is None:
            return act(self, command)
        with self.account.lock:
            words = act(self, command)
            if self.view and not self._idles:
                self.tell(*self.view.news(expunges=command.verb not in _KEEPS_NUMBERS))
            return words

    def _answer(self, tag: bytes, words: str) -> None:
        self._told.append(tag + b" " + words.encode("utf-8", "surrogateescape") + b"\r\n")
        said, self._told = b"".join(self._told), []
        self._send(said)

    def _end_idle(self) -> None:
        tag = self._idles
        with self._login.lock:
            self._stop_waiting()
            self._answer(tag, "OK IDLE completed")

    def _stop_waiting(self) -> None:
        if self._idles:
            self._idles = b""
            self.memory.watchers.remove(self._tell_news)

    def _tell_news(self) -> None:
        """Called by whoever has changed the mailbox."""
        try:
            with self._login.lock:
                if said := b"".join(self.view.news() if self.view else ()):
                    self._send(said)
        except Goodbye as goodbye:
            self._leave(goodbye)

    def _leave(self, goodbye: Goodbye) -> None:
        self._send(b"".join(self._told) + f"* BYE {goodbye}\r\n".encode())
        self._line.hang_up()

    def _consent(self) -> None:
        self._send(b"+ Go on\r\n")


def _command(parts: Parts) -> Command:
    tag, _, said = parts[0].partition(b" ")
    verb, _, rest = said.partition(b" ")
    name = verb.decode("ascii", "replace").upper()
    if name == "UID":
        verb, _, rest = rest.partition(b" ")
        name = "UID " + verb.decode("ascii", "replace").upper()
    return Command(tag=tag, verb=name, parts=[rest, *parts[1:]])

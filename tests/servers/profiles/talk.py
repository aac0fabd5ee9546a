"""A client's end of a session, without any socket."""

from __future__ import annotations

import itertools

from tests.fakes.mailbox import MemoryMailbox
from tests.servers.profiles.commands import acts_of
from tests.servers.profiles.listed import PLAIN
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.session import Account, House, Session


class Talk:
    """A client's end of a session, and the mailbox behind it; `heard` is what the server said since the last word."""

    def __init__(self, memory: MemoryMailbox, profile: Profile = PLAIN, house: House | None = None) -> None:
        self.memory = memory
        self.house = house or House(profile=profile, password="pw", accounts={"dana": Account(memory=memory)})
        self.heard = b""
        self.over = False
        self._tags = itertools.count(1)
        self.session = Session(self.house, acts_of(self.house.profile), self)
        self.say("LOGIN dana pw")

    def send(self, octets: bytes) -> None:
        self.heard += octets

    def hang_up(self) -> None:
        self.over = True

    def say(self, command: str) -> list[str]:
        """The lines of the answer, the tag left out."""
        self.heard = b""
        tag = f"a{next(self._tags)}"
        self.session.hear(f"{tag} {command}\r\n".encode())
        return [line.removeprefix(f"{tag} ") for line in self.heard.decode().split("\r\n")[:-1]]

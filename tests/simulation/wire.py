"""The same mailbox behind a server's socket: Crickets speaks IMAP, and things go wrong between its commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from crickets.mailbox import ImapMailbox
from tests.contract.worlds import mailbox_on
from tests.fakes.mailbox import MemoryMailbox, Moment, Phase
from tests.servers.profiles.listed import PLAIN
from tests.servers.profiles.moments import Cut, Refusal
from tests.servers.profiles.server import ProfileServer

_LOGIN = "dana"
_WRITES = frozenset({"APPEND", "UID STORE", "UID COPY", "UID MOVE", "UID EXPUNGE"})


@dataclass(slots=True, kw_only=True)
class Wire:
    """
    A server of a mailbox in memory; `watch` is called after each command that changes anything.

    `weather` says what goes wrong at a command that writes: "cut", "refusal" or nothing.
    """

    memory: MemoryMailbox
    weather: Callable[[str, Phase], str]
    watch: Callable[[], None]
    _server: ProfileServer = field(init=False)
    _trouble: list[BaseException] = field(default_factory=list)

    def __post_init__(self) -> None:
        abilities = self.memory.abilities
        can = {"CONDSTORE": abilities.condstore, "UIDPLUS": abilities.uidplus, "MOVE": abilities.move}
        capabilities = PLAIN.capabilities - {name for name, able in can.items() if not able}
        self._server = ProfileServer(replace(PLAIN, capabilities=capabilities, uid_next=abilities.uid_next))
        self._server.serve(_LOGIN, self.memory)
        self._server.interfere = self._at

    def connect(self) -> ImapMailbox:
        """Crickets' own client, logged in."""
        return mailbox_on(self._server, _LOGIN)

    def raise_trouble(self) -> None:
        """Raise what somebody saw in the server's thread."""
        if self._trouble:
            raise self._trouble[0]

    def stop(self) -> None:
        """Hang up."""
        self._server.stop()

    def _at(self, moment: Moment) -> None:
        """At a command that writes: who watches looks, and the weather has its turn."""
        if moment.call not in _WRITES or self._trouble:
            return
        try:
            if moment.phase is Phase.AFTER:
                self.watch()
            fault = self.weather(moment.call, moment.phase)
        except Exception as trouble:  # it belongs to who lives the year, in another thread
            self._trouble.append(trouble)
            raise Cut from trouble
        if fault == "cut":
            raise Cut
        if fault == "refusal":
            raise Refusal("NO [SERVERBUG] Internal error")

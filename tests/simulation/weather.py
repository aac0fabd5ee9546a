"""What goes wrong: at each boundary of a call to the mailbox or the ledger, by chance, any of what can go wrong there.

Stands before the real port, as the world does; knows the ports' errors and nothing of what Crickets makes of them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from crickets.domain.mailbox import DraftPlace, Folder, FolderState, RawDrafts, RawHeader, Retirement, Uid, UidValidity
from crickets.domain.message import MessageId
from crickets.domain.thread import Draft
from crickets.errors import CricketsError, LedgerUnusable, NotNow, Refused, Surprise, Transient
from crickets.service.session import Connection
from crickets.writing import Shelf
from crickets.writing.shelf import Template
from tests.fakes.mailbox import Phase
from tests.simulation.dice import Dice

_Result = TypeVar("_Result")

WRITES = frozenset({"append_draft", "take_back"})
_BLINDING = frozenset({"examine", "headers", "headers_of", "drafts"})

_TURNING_POINTS = WRITES | {"ledger.intend", "ledger.settle", "writing"}
_ANOTHER = 0.4
"""How likely another fault is there, once somebody has acted at that very moment."""


class Killed(BaseException):
    """The process ends here: nobody catches it, nothing more is written down."""


class Late(Transient):
    """The answer was given up, and the server is still at it; `killed` if the process ends with that."""

    def __init__(self, *, killed: bool) -> None:
        super().__init__("the server took too long", remedy="It is tried again later.")
        self.killed = killed


@dataclass(slots=True, kw_only=True)
class Weather:
    """
    The faults of a year; `rate` is how likely one is at each boundary.

    Where something is done it's `where_it_counts` times as likely: there are few such calls. On a `treacherous` day
    nothing goes wrong but where something is at stake: else few passes would come so far.
    Of a call that is carried out `by_commands` most goes wrong between them: else few calls would come to their second.
    `meanwhile` lets so much time pass in which everybody else goes on, or somebody act at once if it's none;
    `is_blind` is told of what a look could not see.
    """

    dice: Dice
    meanwhile: Callable[[dt.timedelta], None]
    is_blind: Callable[[str], None]
    tell: Callable[[str], None]
    where_it_counts: float = 3.0
    rate: float = 0.0
    treacherous: bool = False
    by_commands: bool = False
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def failures(self) -> int:
        """How much has kept passes from what they were about; that somebody acted has kept none."""
        return self.counts.total() - self.counts["race"]

    def at(self, call: str, phase: Phase) -> None:
        """Whatever goes wrong at this boundary."""
        counts = call in _TURNING_POINTS
        between = self.by_commands and call in WRITES
        rate = self.rate * (1 if between else self.where_it_counts if counts else 0 if self.treacherous else 1)
        while rate and self.dice.chance(rate):
            fault = self._drawn(_faults(call, phase), f"{call}, {phase.value}")
            if fault == "race":
                self.meanwhile(dt.timedelta(0))
            elif fault == "sleep":
                self.meanwhile(self.dice.between(dt.timedelta(minutes=1), self.dice.pick(_SLEEPS)))
            else:
                self._fail(fault, call)
            rate = _ANOTHER if counts else 0.0

    def _drawn(self, faults: Mapping[str, float], where: str) -> str:
        fault = self.dice.weighted(faults)
        self.counts[fault] += 1
        self.tell(f"  ({fault} at {where})")
        return fault

    def between_commands(self, command: str, phase: Phase) -> str:
        """What goes wrong at a command that writes: "cut", "refusal", or nothing, once somebody else has acted."""
        rate = self.rate * self.where_it_counts
        faults = {"race": 4.0, "cut": 2.0, **({"refusal": 1.0} if phase is Phase.BEFORE else {})}
        while rate and self.dice.chance(rate):
            fault = self._drawn(faults, f"{command}, {phase.value}")
            if fault != "race":
                return fault
            self.meanwhile(dt.timedelta(0))
            rate = _ANOTHER
        return ""

    @property
    def unwritten(self) -> int:
        """How often something could not be written down."""
        return self.counts["crash"] + self.counts["disk full"]

    def _fail(self, fault: str, call: str) -> None:
        if fault == "crash":
            raise Killed
        if fault == "late":
            self._takes_long()
        if fault == "refusal" and call in _BLINDING:
            self.is_blind(f"{call} was refused")
        raise _ERRORS[fault](call)

    def _takes_long(self) -> None:
        """The process ends as the server has just heard all, or the line is slow and given up in the end."""
        killed = self.dice.chance(0.3)
        if not killed:
            self.meanwhile(self.dice.between(dt.timedelta(0), self.dice.pick(_UPLOADS)))
        raise Late(killed=killed)


_ERRORS: Mapping[str, Callable[[str], CricketsError]] = {
    "time-out": lambda call: Transient(f"{call} took too long", remedy="It is tried again later."),
    "lost answer": lambda call: Transient(f"the line broke at {call}", remedy="It is tried again later."),
    "refusal": lambda call: Refused(f"{call} was refused", answer="[SERVERBUG] Internal error", remedy="None."),
    "not now": lambda call: NotNow(f"{call} was refused for now", answer="[UNAVAILABLE]", remedy="Later."),
    "surprise": lambda call: Surprise(f"{call} broke the protocol", wire=b"* ?!", remedy="Later."),
    "disk full": lambda call: LedgerUnusable(f"{call}: there is no room left.", remedy="Free some space."),
}

_UPLOADS = (dt.timedelta(seconds=20), dt.timedelta(minutes=4), dt.timedelta(minutes=4))
_SLEEPS = (dt.timedelta(minutes=5), dt.timedelta(hours=2), dt.timedelta(days=3))


_RACES = {"take_back": 8.0, "append_draft": 2.0}
"""How often somebody acts at that very moment, where it's more than once in a while."""


def _faults(call: str, phase: Phase) -> dict[str, float]:
    """What can go wrong there, by how often it does."""
    anywhere = {"crash": 2.0, "race": _RACES.get(call, 1.0), "sleep": 0.5}
    if call.startswith("ledger"):
        return {"crash": 2.0, "race": 0.2, "sleep": 0.4, **({"disk full": 2.0} if phase is Phase.BEFORE else {})}
    if call == "writing":
        return anywhere
    if phase is not Phase.BEFORE:
        return {**anywhere, "lost answer": 4.0}
    refusals = {"refusal": 2.0, "surprise": 1.0, "time-out": 3.0}
    return {**anywhere, **refusals, **_SPECIAL.get(call, {})}


_SPECIAL = {"message": {"not now": 8.0}, "append_draft": {"late": 8.0}}
"""What goes wrong at one call only."""


class WeatheredMailbox:
    """
    The port of the mailbox with the weather at its boundaries; once the line broke it's of no more use.

    `late` has the server lay a draft though nobody waits for its answer any more, or the process has ended.
    """

    def __init__(
        self,
        mailbox: Connection,
        weather: Weather,
        watch: Callable[[str, Phase], None],
        late: Callable[[bytes, bool], None],
    ) -> None:
        self._mailbox = mailbox
        self._weather = weather
        self._watch = watch
        self._late = late
        self._dead = False

    @property
    def account(self) -> str:
        return self._mailbox.account

    def folders(self, states_of: Collection[str] = ()) -> tuple[Folder, ...]:
        name = "folders unopened" if states_of else "folders"
        return self._called(name, lambda: self._mailbox.folders(states_of))

    def make_folder(self, levels: tuple[str, ...]) -> None:
        self._called("make_folder", lambda: self._mailbox.make_folder(levels))

    def examine(self, folder: str) -> FolderState:
        return self._called("examine", lambda: self._mailbox.examine(folder))

    def headers(self, folder: str, after: Uid) -> Iterator[RawHeader]:
        self._at("headers", Phase.BEFORE)
        for header in self._mailbox.headers(folder, after):
            yield header
            self._at("headers", Phase.BEFORE)  # in the middle of the listing
        self._at("headers", Phase.AFTER)

    def newest(self, folder: str, most: int) -> Iterator[RawHeader]:
        yield from self._called("newest", lambda: tuple(self._mailbox.newest(folder, most)))

    def headers_of(self, folder: str, uids: Sequence[Uid]) -> Iterator[RawHeader]:
        self._at("headers_of", Phase.BEFORE)
        yield from self._mailbox.headers_of(folder, uids)

    def uids(self, folder: str) -> tuple[Uid, ...]:
        return self._called("uids", lambda: self._mailbox.uids(folder))

    def unreadable(self, folder: str) -> tuple[Uid, ...]:
        return self._mailbox.unreadable(folder)

    def message(self, folder: str, uid_validity: UidValidity, uid: Uid, *, limit: int | None = None) -> bytes | None:
        return self._called("message", lambda: self._mailbox.message(folder, uid_validity, uid, limit=limit))

    def messages(
        self, folder: str, uid_validity: UidValidity, uids: Sequence[Uid], *, limit: int
    ) -> Iterator[tuple[Uid, bytes]]:
        call = self._mailbox.messages
        yield from self._called("messages", lambda: tuple(call(folder, uid_validity, uids, limit=limit)))

    def drafts(self) -> RawDrafts:
        return self._called("drafts", self._mailbox.drafts)

    def append_draft(self, message: bytes, message_id: MessageId) -> DraftPlace | None:
        try:
            return self._called("append_draft", lambda: self._mailbox.append_draft(message, message_id))
        except Late as late:
            self._late(message, late.killed)
            if late.killed:
                raise Killed from late
            raise

    def take_back(self, place: DraftPlace, message_id: MessageId, *, to_trash: bool) -> Retirement:
        return self._called("take_back", lambda: self._mailbox.take_back(place, message_id, to_trash=to_trash))

    def interrupt(self) -> None:
        self._mailbox.interrupt()

    def close(self) -> None:
        self._mailbox.close()

    def _called(self, name: str, call: Callable[[], _Result]) -> _Result:
        self._at(name, Phase.BEFORE)
        try:
            result = call()
        finally:
            if name in WRITES:
                self._watch(name, Phase.AFTER)
        self._at(name, Phase.AFTER)
        return result

    def _at(self, name: str, phase: Phase) -> None:
        if self._dead:
            raise Transient("the server hung up", remedy="It is tried again later.")
        if phase is Phase.BEFORE:
            self._watch(name, phase)
        try:
            self._weather.at(name, phase)
        except Transient:
            self._dead = True
            raise


class WeatheredLedger:
    """
    The port of the ledger with the weather at its boundaries.

    `notes` is told what it's to keep of a draft ("intend"), and what it has kept of one since ("settle").
    """

    def __init__(self, ledger: object, weather: Weather, notes: Callable[[str, Draft], None]) -> None:
        self._ledger = ledger
        self._weather = weather
        self._notes = notes

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any call of the port's
        call = getattr(self._ledger, name)

        def called(*args: Any, **kwargs: object) -> object:  # noqa: ANN401 - whatever the port takes
            if name == "intend":
                self._notes(name, args[0])
            self._weather.at(f"ledger.{name}", Phase.BEFORE)
            result = call(*args, **kwargs)
            if name == "settle":
                self._notes(name, args[0])
            self._weather.at(f"ledger.{name}", Phase.AFTER)
            return result

        return called


class WeatheredShelf(Shelf):
    """The templates; whoever asks for one is writing a draft."""

    def __init__(self, own: Mapping[str, str], weather: Weather, writes: Callable[[], None]) -> None:
        super().__init__(own)
        self._weather = weather
        self._writes = writes

    def source(self, name: str, language: str) -> Template:
        self._writes()
        self._weather.at("writing", Phase.BEFORE)
        return super().source(name, language)

"""What befalls a mailbox, a clock or an owner as a whole, now and then, and how it is mended again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.mailbox import MemoryMailbox
from tests.servers.mailbox import Stored
from tests.simulation.box import RecordedBox
from tests.simulation.dice import Dice
from tests.simulation.truth import RESTARTING, What
from tests.simulation.wishes import ZONES
from tests.simulation.witness import Witness

SECOND, MINUTE, HOUR, DAY = (
    dt.timedelta(seconds=1),
    dt.timedelta(minutes=1),
    dt.timedelta(hours=1),
    dt.timedelta(days=1),
)
_NOT_AT_ALL = dt.timedelta(0)
VANISHING = "Clients"


@dataclass(slots=True, kw_only=True)
class Disasters:
    """
    Draws one after the other; `later` has it mended.

    `skew` is by how much Crickets' clock is wrong, `zone` where the owner lives, `asleep` how long
    the machine sleeps.
    """

    memory: MemoryMailbox
    box: RecordedBox
    witness: Witness
    dice: Dice
    now: Callable[[], dt.datetime]
    later: Callable[[dt.timedelta, Callable[[], None]], None]
    #: Whether Crickets has seen all that was sent so far: else nobody could know what is lost.
    all_is_seen: Callable[[], bool]
    #: How many undisturbed looks there were: a folder that vanishes again before one was never seen to be back.
    looks: Callable[[], int]
    zone: str
    skew: dt.timedelta = dt.timedelta(0)
    asleep: dt.timedelta = dt.timedelta(0)
    counts: Counter[str] = field(default_factory=Counter)
    _lost: tuple[Stored, ...] = ()
    _missed: int = -1
    _drafts_are_lost: bool = False
    #: Where the owner has moved to in the midst of a pass, which keeps to the config that it began with.
    _moved_to: str = ""
    _in_a_pass: bool = False

    def strike(self) -> None:
        """One disaster."""
        name = self.dice.pick(tuple(_DISASTERS))
        self.counts[name] += 1
        self.witness.story.tell(self.now(), f"  ({name})")
        _DISASTERS[name](self)

    @property
    def obscured(self) -> str:
        """Why nobody may rely on what the mailbox shows now."""
        if VANISHING not in self.memory.folders:
            return f"{VANISHING} is missing"
        if self._lost and not self.memory.folder("Sent"):
            return "Sent is empty"
        return ""

    def renumber(self) -> None:
        """Another UIDVALIDITY."""
        folder = self.dice.pick(("INBOX", "Sent", "Drafts", "Drafts", "Archive", "Junk"))
        if folder not in self.memory.folders:
            return
        self.memory.renumber(folder)
        if folder == "Drafts":
            self.witness.renumbered()
        self.box.refresh()

    def empty_sent(self) -> None:
        """Sent loses all it holds, and gets it back."""
        if self._lost:
            return
        if not self.all_is_seen():
            self.later(self.dice.between(HOUR, 3 * DAY), self.empty_sent)
            return
        self._lost = self.memory.folder("Sent")
        for message in self._lost:
            self.memory.remove("Sent", message.uid, to_trash=False)
        self.box.refresh()
        self.later(self.dice.between(MINUTE, 6 * DAY), self._refill_sent)

    def _refill_sent(self) -> None:
        lost, self._lost = self._lost, ()
        for message in lost:
            self.memory.put("Sent", message.raw, flags=sorted(message.flags))
        self.box.refresh()

    def vanish(self) -> None:
        """A folder isn't listed for some hours, and is back with all it held."""
        if VANISHING not in self.memory.folders or self._missed == self.looks():
            return
        held = self.memory.folder(VANISHING)
        self.memory.delete(VANISHING)
        self.box.refresh()
        self.later(self.dice.between(MINUTE, 20 * HOUR), lambda: self._appear(held))

    def _appear(self, held: tuple[Stored, ...]) -> None:
        self._missed = self.looks()
        self.memory.create(VANISHING)
        for message in held:
            self.memory.put(VANISHING, message.raw, flags=sorted(message.flags))
        self.box.refresh()

    def lose_drafts(self) -> None:
        """Drafts is gone for hours, then there anew and empty, and within a day it holds again all it held."""
        if self._drafts_are_lost or self.skew or not self.memory.folders.count("Drafts"):
            return
        self._drafts_are_lost = True
        self.witness.story.tell(self.now(), "  (Drafts is gone)")
        held = self.memory.folder("Drafts")
        self.witness.drafts_are_lost()
        self.memory.delete("Drafts")
        missing = self.dice.between(_NOT_AT_ALL, self.dice.pick((_NOT_AT_ALL, MINUTE, 3 * HOUR)))
        self.later(missing, lambda: self.memory.create("Drafts"))
        self.later(missing + self.dice.between(MINUTE, 18 * HOUR), lambda: self._refill_drafts(held))

    def _refill_drafts(self, held: tuple[Stored, ...]) -> None:
        self._drafts_are_lost = False
        uids = {m.uid: self.memory.put("Drafts", m.raw, at=self.now(), flags=sorted(m.flags)) for m in held}
        self.witness.drafts_are_back(uids)
        self.witness.story.tell(self.now(), "  (Drafts holds again what it held)")

    def hide_the_inbox(self) -> None:
        """INBOX isn't listed for some days, though it's always there, and what comes in lies in it."""
        self.memory.unlisted.add("INBOX")
        self.later(self.dice.between(HOUR, 4 * DAY), lambda: self.memory.unlisted.discard("INBOX"))

    def step_the_clock(self) -> None:
        """Somebody sets the clock, and sets it right again."""
        if self._drafts_are_lost:
            return  # for how long that may be waited for, is counted by the clock
        reach = self.dice.pick((HOUR, DAY, 3 * DAY))
        self._set_the_clock(self.dice.between(-reach, reach))
        self.witness.story.tell(self.now(), f"  (the clock is wrong by {self.skew})")
        self.later(self.dice.between(HOUR, 12 * HOUR), self._mend_the_clock)

    def _mend_the_clock(self) -> None:
        self._set_the_clock(dt.timedelta(0))

    def _set_the_clock(self, skew: dt.timedelta) -> None:
        """Since when an order, or a draft, counts that now bears a moment to come, depends on Crickets' next look."""
        self.skew = skew
        for conversation in self.witness.conversations:
            stamped = (e for e in conversation.events if e.what in RESTARTING or e.what is What.LAID)
            conversation.muddled |= any(e.at > self.now() + skew for e in stamped)

    def move(self) -> None:
        """The owner moves to another zone; the config says so from the next pass on."""
        self._moved_to = self.dice.pick(ZONES)
        if not self._in_a_pass:
            self.pass_ends()

    def pass_begins(self) -> None:
        """Crickets looks, by the config as it is."""
        self._in_a_pass = True

    def pass_ends(self) -> None:
        """Whoever moved meanwhile lives there now."""
        self._in_a_pass = False
        if self._moved_to:
            self.zone, self._moved_to = self._moved_to, ""
            self.witness.story.tell(self.now(), f"  (the owner lives in {self.zone})")

    def sleep(self) -> None:
        """The machine sleeps, up to ten days."""
        self.asleep = self.dice.between(HOUR, 10 * DAY)


_DISASTERS: dict[str, Callable[[Disasters], None]] = {
    "another UIDVALIDITY": Disasters.renumber,
    "Sent emptied": Disasters.empty_sent,
    "a folder gone": Disasters.vanish,
    "Drafts lost": Disasters.lose_drafts,
    "INBOX not listed": Disasters.hide_the_inbox,
    "clock set": Disasters.step_the_clock,
    "owner moves": Disasters.move,
    "machine asleep": Disasters.sleep,
}

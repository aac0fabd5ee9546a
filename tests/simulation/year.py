"""One year of a mailbox: people act, Crickets looks, things go wrong, and whoever watches compares."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import cast

from crickets.domain.plans import DEFAULT_PLAN
from crickets.domain.policy import Policy
from crickets.domain.thread import Draft, DraftState, Order, OrderKind, ThreadId
from crickets.errors import CricketsError
from crickets.ledger import ledger_in_memory
from crickets.service.outcome import Outcome
from crickets.service.ports import Ledger
from crickets.service.session import Connection, Session
from crickets.service.unwatched import Unwatched
from crickets.service.verdicts import evidence_of
from tests.fakes.mailbox import STANDARD_FOLDERS, FakeMailbox, MemoryMailbox, Moment, Phase
from tests.simulation.box import Box, RecordedBox
from tests.simulation.dice import Dice
from tests.simulation.disasters import DAY, HOUR, MINUTE, SECOND, VANISHING, Disasters
from tests.simulation.hands import DRAFT_FLAGS, Hands
from tests.simulation.people import People
from tests.simulation.reckoning import PATIENCE, Reckoning
from tests.simulation.repose import all_verdicts
from tests.simulation.story import BrokenPromiseError, Story
from tests.simulation.truth import THIS, Conversation, What
from tests.simulation.weather import WRITES, Killed, Weather, WeatheredLedger, WeatheredMailbox, WeatheredShelf
from tests.simulation.wire import Wire
from tests.simulation.wishes import TEMPLATES, ZONES, Wishes
from tests.simulation.witness import Witness

_ACCOUNT = "work"
_DISASTERS = 14
_STORMY = 0.075
"""How likely a fault is at each boundary, on a stormy day."""
_WOKEN, _WOKEN_AGAIN = 0.1, 0.5
"""How likely mail has Crickets look again within minutes, as IDLE does; and where something has just happened."""
_EARLY = 0.4
"""How likely mail has it look within the hour before something falls due, and somebody acts in between."""
_LAGS = 0.15
"""How likely the server lags behind in a pass: it counts what has come since the last one, and says no UID of it."""
_LIES = 0.4
"""How likely the server tells in a pass of folders unopened what was true when it last told of them."""
_LOST_AS_WELL = 0.1
"""How likely Drafts is lost when Crickets was cut off laying a draft, or taking one back."""
_MARKED_AT_ONCE = 0.3
"""How likely a draft is then marked as deleted before Crickets knows that it lies there, in years of overtaken ones."""
_AT_ONCE = 0.25
"""How likely a pass that failed is tried again within seconds, as `once` does."""
_STILL_AT_IT = dt.timedelta(seconds=90)
"""How long a server may be at an APPEND whose answer was given up."""
_WAITED_FOR = dt.timedelta(minutes=2)
"""How long such an APPEND is waited for, by docs/drafts.md."""
_LIED_TO = "it was told what had been true of a folder"
_TRUSTING = dt.timedelta(hours=3)
"""How long it may rely on what it's told of folders unopened: an hour (decision 0015), by a clock that may be set."""
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a year came to, in figures."""

    years: int = 1
    passes: int = 0
    good: int = 0
    laid: int = 0
    taken_back: int = 0
    events: int = 0
    days_compared: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            years=self.years + other.years,
            passes=self.passes + other.passes,
            good=self.good + other.good,
            laid=self.laid + other.laid,
            taken_back=self.taken_back + other.taken_back,
            events=self.events + other.events,
            days_compared=self.days_compared + other.days_compared,
            faults=self.faults + other.faults,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Real:
    """A mailbox on a real server, in place of the one in memory: by people's hands, and by Crickets'."""

    box: Box
    connect: Callable[[], Connection]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """
    How much is at stake in a year.

    So many projects are begun in it; faults are so many times as likely where something is done as elsewhere; on so
    many of its days nothing goes wrong, anything, or only what is done. So likely a draft is overtaken by an answer
    before its owner comes to it.
    """

    projects: int = 7
    where_it_counts: float = 3.0
    calm: float = 3.0
    stormy: float = 7.0
    treacherous: float = 6.0
    overtaken: float = 0.0


PACES = {
    "usual": Pace(),
    "busy": Pace(projects=14, where_it_counts=4.0, calm=5.0, stormy=1.0, treacherous=6.0),
    "overtaken": Pace(projects=20, where_it_counts=6.0, calm=3.0, stormy=3.0, treacherous=6.0, overtaken=0.7),
}
USUAL = PACES["usual"]


class Year:
    """Lived once, by `live`; `wire` and `real` say where its mailbox is, if not in this process' own hands."""

    def __init__(
        self,
        seed: str,
        *,
        days: int = 365,
        faults: bool = True,
        wire: bool = False,
        real: Real | None = None,
        pace: Pace = USUAL,
    ) -> None:
        self.story = Story(seed)
        dice = Dice(seed)
        self._dice = dice.named("year")
        # A real server says of no message that it came in a year to come.
        begun = dt.datetime(self._dice.number(2024, 2028) if real is None else 2024, 1, 1, 9, tzinfo=dt.UTC)
        self.now = begun + self._dice.number(0, 364) * DAY
        self._end = self.now + days * DAY
        self._faults, self._real, self._pace = faults, real, pace
        self._wishes = Wishes.drawn(dice.named("wishes"), self.now.year)
        self._memory = self._a_mailbox()
        self._ledger = ledger_in_memory()
        self._policies: dict[str, Policy] = {}
        self._due: list[tuple[dt.datetime, int, Callable[[], None]]] = []
        self._order_of = itertools.count()
        self._look_at = self.now
        self._session: Session | None = None
        self._threads: dict[int, ThreadId] = {}
        self._passes = self._good = 0
        self._looked, self._stirred = 0, False  # the newest event when a pass began, and whether that was a new one
        self._seen = self._settled = 0  # the newest event that a good pass had seen, and a good one so much before it
        self._seen_at = self._began = self._intended_at = self._undeceived_at = self.now
        self._people_and_their_world(dice, wire=wire)
        self._wire = Wire(memory=self._memory, weather=self._between, watch=self.witness.compare) if wire else None

    def _a_mailbox(self) -> MemoryMailbox:
        memory = MemoryMailbox((*STANDARD_FOLDERS, VANISHING), clock=lambda: self.now)
        memory.abilities.condstore = self._dice.chance(0.7)
        memory.abilities.uidplus = self._dice.chance(0.9)
        memory.abilities.move = self._dice.chance(0.8)
        memory.abilities.uid_next = self._dice.chance(0.9)
        memory.abilities.status = self._dice.chance(0.95)
        memory.interfere = self._amid
        memory.on_lie = self._is_lied_to
        return memory

    def _people_and_their_world(self, dice: Dice, *, wire: bool) -> None:
        box = RecordedBox(self._memory if self._real is None else self._real.box)
        self.witness = Witness(
            box=box,
            story=self.story,
            terms=lambda: self._wishes.terms(self._disasters.zone),
            now=lambda: self.now,
            clock=self._clock,
            obscured=lambda: self._disasters.obscured,
            conditional=self._memory.abilities.condstore,
            counted=self._memory.abilities.uid_next,
        )
        hands = Hands(box=box, witness=self.witness)
        now = lambda: self.now  # noqa: E731 - the same for all
        self._people = People(
            hands=hands,
            witness=self.witness,
            dice=dice.named("people"),
            now=now,
            later=self._later,
            order=self._order,
            stops=self._wishes.stop_on_delete,
            unclear=lambda conversation: self._wishes.stop_on_delete and self._is_open(conversation),
            overtaken=self._pace.overtaken,
            hide_a_folder=self._hide_a_folder,
        )
        self._disasters = Disasters(
            memory=self._memory,
            box=box,
            witness=self.witness,
            dice=dice.named("disasters"),
            now=now,
            later=self._later,
            all_is_seen=lambda: self.witness.newest <= self._settled,
            looks=lambda: self._good,
            zone=self._dice.pick(ZONES),
        )
        self._weather = Weather(
            dice=dice.named("weather"),
            meanwhile=self._meanwhile,
            is_blind=self.witness.is_blind,
            tell=lambda what: self.story.tell(self.now, what),
            where_it_counts=self._pace.where_it_counts,
            by_commands=wire,
        )
        self._reckoning = Reckoning(witness=self.witness, now=now, removes=self._removes)

    def live(self) -> Tally:
        """The year from its first day to its last; `BrokenPromiseError` where one is broken."""
        for _ in range(self._pace.projects):
            self._later(self._dice.between(MINUTE, self._end - self.now - DAY), self._people.begin)
        for _ in range(_DISASTERS if self._faults and self._real is None else 0):
            self._later(self._dice.between(DAY, self._end - self.now - 5 * DAY), self._disasters.strike)
        try:
            while self.now < self._end:
                self._go_on()
        finally:
            self._hang_up()
            if self._wire is not None:
                self._wire.stop()
        return self._tally()

    def _go_on(self) -> None:
        """The next thing that happens: somebody acts, or Crickets looks."""
        if self._due and self._due[0][0] <= self._look_at:
            self._act()
            if self._dice.chance(0.5):
                soon = self._dice.between(MINUTE / 4, self._dice.pick((3, 15)) * MINUTE)
                self._look_at = min(self._look_at, self.now + soon)
            return
        self.now = max(self.now, self._look_at)
        self._look_at = self._look()

    def _act(self) -> None:
        at, _, act = heapq.heappop(self._due)
        self.now = max(self.now, at)
        act()

    def _later(self, wait: dt.timedelta, act: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self.now + wait, next(self._order_of), act))

    def _meanwhile(self, pause: dt.timedelta) -> None:
        """In the middle of a pass so much time goes by, or somebody acts at once."""
        if not pause:
            self.now += dt.timedelta(seconds=1)  # no two things happen in the same second
            self._people.cross()
        until = self.now + pause
        while self._due and self._due[0][0] <= until:
            self._act()
        self.now = max(self.now, until)

    # ---------------------------------------------------------------------------------------- Crickets

    def _clock(self) -> dt.datetime:
        return self.now + self._disasters.skew

    def _look(self) -> dt.datetime:
        """One pass, and when the next one is."""
        days = {"calm": self._pace.calm, "stormy": self._pace.stormy, "treacherous": self._pace.treacherous}
        day = self._dice.weighted(days) if self._faults else "calm"
        self._weather.rate = 0.0 if day == "calm" else _STORMY
        self._weather.treacherous = day == "treacherous"
        self._memory.lag(on=day != "calm" and self._dice.chance(_LAGS))
        self._memory.lies_unopened = day != "calm" and self._dice.chance(_LIES)
        begun, failures, self._passes = self.witness.newest, self._weather.failures, self._passes + 1
        self._began = self.now
        self._stirred, self._looked = begun > self._looked, begun
        self._disasters.pass_begins()
        try:
            outcome = self._crickets().look()
            self.witness.pass_ends()
            self.witness.is_told()
        except Killed:
            self._hang_up()
            self._session = None
            return self._soon_after()
        except CricketsError:
            return self._soon_after()
        finally:
            self._weather.counts["UIDNEXT lags"] += self._memory.lag(on=False)
            self._memory.lies_unopened = False
            if self._wire is not None:
                self._wire.raise_trouble()
            self.witness.compare()
            self._disasters.pass_ends()
        outcome = replace(outcome, verdicts=all_verdicts(self._ledger, _ACCOUNT, self._policy, outcome.at))
        self._threads |= {self._reckoning.about(v): v.thread for v in outcome.verdicts}
        self._people.look_at_drafts()
        self._is_reckoned(outcome, begun, disturbed=self._weather.failures > failures)
        return self._next_look(outcome)

    def _soon_after(self) -> dt.datetime:
        """When a pass is tried again that was cut short."""
        self.witness.compare()
        self.witness.pass_is_cut_short()
        again = self._dice.between(MINUTE, 30 * MINUTE)
        if self._dice.chance(_AT_ONCE):
            again = self._dice.between(SECOND, 10 * SECOND)
        if self._faults and self._dice.chance(0.3):
            self._later(again / 2, self._people.cross)  # somebody acts before Crickets is back
        if self._pace.overtaken and self._dice.chance(_MARKED_AT_ONCE):
            self._later(again / 2, self._people.mark_what_is_new)
        if self.witness.is_cut_off and self._faults and self._real is None and self._dice.chance(_LOST_AS_WELL):
            self._disasters.lose_drafts()
        return self.now + again

    def _next_look(self, outcome: Outcome) -> dt.datetime:
        asleep, self._disasters.asleep = self._disasters.asleep, dt.timedelta(0)
        poll = self.now + self._dice.between(6 * HOUR, DAY if self._reckoning.is_open else 40 * DAY)
        due = poll if outcome.look_at is None else outcome.look_at - self._disasters.skew
        if self._faults and due - self.now > HOUR and self._dice.chance(_EARLY):
            early = self._dice.between(MINUTE, 50 * MINUTE)
            self._later(due - self.now - early / 2, self._people.cross)
            due -= early
        if self._dice.chance(_WOKEN_AGAIN if self._stirred else _WOKEN):
            due = self.now + self._dice.between(MINUTE, 6 * MINUTE)
        return max(min(poll, due), self.now + MINUTE) + asleep

    def _is_reckoned(self, outcome: Outcome, begun: int, *, disturbed: bool) -> None:
        if wrong := self.witness.box.wrong():
            raise BrokenPromiseError(2, f"{wrong} is otherwise than people have left it")
        self._is_wary()
        known = evidence_of(self._ledger, _ACCOUNT)
        if known.complete and not disturbed and not self._disasters.skew and not self.witness.look.blind:
            self._good += 1
            if self._began - self._seen_at >= PATIENCE:  # what has left was then seen to be gone for long enough
                self._settled, self._seen, self._seen_at = self._seen, begun, self.now
            self._reckoning.after(outcome, begun)

    def _is_wary(self) -> None:
        """Folders are opened now and then, whatever the server tells of them: an answer may lie there."""
        if self.witness.look.blind != _LIED_TO or self._disasters.skew:
            self._undeceived_at = self.now
        elif self._began - self._undeceived_at > _TRUSTING:
            raise BrokenPromiseError(0, f"no folder was opened, and it has been lied to since {self._undeceived_at}")

    @property
    def _policy(self) -> Policy:
        """What the owner wants, where they are: made once, so that nothing that hangs on it is worked out anew."""
        zone = self._disasters.zone
        if zone not in self._policies:
            self._policies[zone] = self._wishes.policy(zone)
        return self._policies[zone]

    def _crickets(self) -> Session:
        """The process, started anew after it was killed."""
        policy = self._policy
        if self._session is None or self._dice.chance(0.2):
            self._hang_up()
            self._session = Session(
                account=_ACCOUNT,
                connect=lambda: WeatheredMailbox(self._connected(), self._weather, self._watch, self._late),
                ledger=cast("Ledger", WeatheredLedger(self._ledger, self._weather, self._notes)),
                policy=policy,
                shelf=WeatheredShelf(TEMPLATES, self._weather, self.witness.writes),
                clock=self._clock,
                progress=Unwatched(),
            )
        self._session.policy = policy
        return self._session

    def _hang_up(self) -> None:
        if self._session is not None:
            self._session.close()

    def _connected(self) -> Connection:
        if self._real is not None:
            return self._real.connect()
        return FakeMailbox(self._memory) if self._wire is None else self._wire.connect()

    def _notes(self, call: str, draft: Draft) -> None:
        """What Crickets writes down before it does it, and what came of it."""
        parent = f"<{draft.parent}>"
        if call == "intend":
            self._intended_at = self.now
            self.witness.intends(parent)
        elif draft.state is not DraftState.INTENDED:
            self.witness.settles(parent, retires=draft.state is DraftState.RETIRING)

    def _late(self, message: bytes, killed: bool) -> None:  # noqa: FBT001 - as the weather calls it
        """The server is still at an APPEND: it lays the draft soon, though nobody waits for its answer any more."""
        look, intended, unwritten = replace(self.witness.look), self._intended_at, self._weather.unwritten

        def is_done() -> None:
            # Where nobody could write down until when it was at it, nobody could wait for it.
            if not self.witness.box.has_drafts:
                return
            noted = not killed and self._weather.unwritten == unwritten
            if noted or self.now - intended < _WAITED_FOR:
                self.witness.compare()
                self.story.tell(self.now, "  (the server has done it at last)")
                self.witness.box.box.put("Drafts", _LINE_END.sub(b"\r\n", message), at=self.now, flags=DRAFT_FLAGS)
                self.witness.compare_late(look)

        self._later(self._dice.between(dt.timedelta(0), _STILL_AT_IT), is_done)

    def _is_lied_to(self) -> None:
        """Of a folder that isn't open something is told that is true no more: Crickets need not see through that."""
        self._weather.counts["lie about a folder"] += 1
        self.witness.is_blind(_LIED_TO)

    def _watch(self, call: str, phase: Phase) -> None:
        if phase is Phase.AFTER:
            self.witness.compare()
        elif call in _TOLD:
            _TOLD[call](self.witness)

    def _amid(self, moment: Moment) -> None:
        if moment.phase not in {Phase.BEFORE, Phase.AFTER} and moment.call in WRITES:
            self.witness.compare()
            # A MOVE takes with it the flags that were set since it was looked at (docs/drafts.md).
            self._people.may_flag = moment.call != "take_back" or self._memory.abilities.uidplus
            try:
                self._weather.at(moment.call, moment.phase)
            finally:
                self._people.may_flag = True

    def _between(self, command: str, phase: Phase) -> str:
        """What goes wrong at a command of the wire."""
        self._people.may_flag = (command, phase) != ("UID MOVE", Phase.BEFORE)
        try:
            return self._weather.between_commands(command, phase)
        finally:
            self._people.may_flag = True

    def _removes(self) -> bool:
        abilities = self._memory.abilities
        if self._real is not None:
            return True
        return abilities.uidplus or (abilities.move and self._wishes.to_trash)

    # ------------------------------------------------------------------------------------------- orders

    def _hide_a_folder(self) -> None:
        self._disasters.vanish()

    def _order(self, conversation: Conversation, kind: str, until: dt.date | None) -> bool:
        thread = self._threads.get(conversation.number)
        kind, _, plan = kind.partition(" ")
        if thread is None or self._is_open(conversation):
            return False
        at = self._given_at(thread)
        # By a clock that was set back it's given before what the owner has seen: then nobody can tell.
        conversation.muddled |= any(e.what is What.HEARD and e.at > at for e in conversation.events)
        named = DEFAULT_PLAN if plan == THIS else plan
        self._ledger.order(thread, Order(kind=OrderKind(kind), at=at, until=until, plan=named))
        self.witness.happened(conversation, _ORDERED[kind], at=at, until=until, plan=plan or THIS)
        return True

    def _given_at(self, thread: ThreadId) -> dt.datetime:
        """The moment of an order, as `application.give` has it: what a wrong clock wrote is mended first."""
        if self._real is not None:  # a draft in its trash is dated by the server's own clock, years from now
            return self._clock()
        self._ledger.mend_stamps(_ACCOUNT, self._clock())
        known = self._ledger.thread(thread)
        assert known is not None
        return known.not_before(self._clock())

    def _is_open(self, conversation: Conversation) -> bool:
        """Whether Crickets can't know yet if a draft was thrown away or sent, or if a mail by hand isn't the draft."""
        unseen = {e.what for e in conversation.events if e.number > self._settled}
        lying = (each for each in self.witness.lying.values() if each.conversation is conversation)
        return What.THREW in unseen or (What.WROTE in unseen and any(not each.untouched for each in lying))

    def _tally(self) -> Tally:
        return Tally(
            passes=self._passes,
            good=self._good,
            laid=self.witness.laid,
            taken_back=self.witness.taken_back,
            events=self.witness.newest,
            days_compared=self._reckoning.days_compared,
            faults=self._weather.counts + self._disasters.counts,
        )


_TOLD: dict[str, Callable[[Witness], None]] = {
    "folders": Witness.look_begins,
    "folders unopened": Witness.look_begins_unopened,
    "drafts": Witness.drafts_are_listed,
    "append_draft": Witness.append_begins,
}
_ORDERED = {"stop": What.STOPPED, "resume": What.RESUMED, "snooze": What.SNOOZED, "plan": What.PLANNED}

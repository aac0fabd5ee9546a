"""The owner and their clients: who does what when, by habits that chance has given them for a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from tests.simulation.dice import Dice
from tests.simulation.hands import Client, Hands
from tests.simulation.model import owed
from tests.simulation.truth import OTHER, RESTARTING, THIS, Conversation, Lying, What
from tests.simulation.witness import Witness

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)

Order = Callable[[Conversation, str, dt.date | None], bool]
"""Gives Crickets the owner's word on a conversation; False if Crickets does not know it yet."""

CLIENTS = (
    Client(),
    Client(keeps_id=False),
    Client(keeps_references=False),
    Client(keeps_id=False, keeps_references=False),
)
"""What mail clients leave: all (Thunderbird), the references (Gmail, Outlook), the id (SOGo), nothing (Nextcloud)."""

_AHEAD = (dt.timedelta(0), dt.timedelta(0), dt.timedelta(seconds=40), dt.timedelta(minutes=-3), dt.timedelta(hours=-2))
"""How far the clock of an owner's device is ahead; a minute or so, or set for another zone."""

_PUT_OFF_FOR_GOOD = 0.7
"""How likely who puts a conversation off throws its draft away too, in years of overtaken ones."""

_PUT_OFF = 0.25
"""How likely a draft is overtaken in such years by its owner's putting its thread off, and not by an answer."""

_WHILE_UNSEEN = 0.7
"""How likely a folder isn't listed just then, so that nobody can be sure what became of the draft."""

_EDITING = CLIENTS[:2]
"""A draft that lost its id and its references can be told from no other: nobody could say what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The owner's, in shares of all drafts, how fast they are, and how far ahead their device's clock is."""

    deeds: Mapping[str, float]
    client: Client
    slow: int
    ahead: dt.timedelta

    @classmethod
    def drawn(cls, dice: Dice) -> Habits:
        """Somebody's."""
        return cls(
            deeds={name: dice.number(1, 10) for name in _DEEDS}
            | {"order": dice.number(5, 25), "leave": dice.number(5, 40)},
            client=dice.pick(CLIENTS),
            slow=dice.number(1, 6),
            ahead=dice.pick(_AHEAD),
        )


@dataclass(slots=True, kw_only=True)
class People:
    """Everybody; `later` has something done so much later."""

    hands: Hands
    witness: Witness
    dice: Dice
    now: Callable[[], dt.datetime]
    later: Callable[[dt.timedelta, Callable[[], None]], None]
    order: Order
    #: Whether nobody can know yet if the owner wants no more of a conversation, or wrote in a draft's place.
    unclear: Callable[[Conversation], bool]
    #: Whether throwing a draft away stops its thread.
    stops: bool = False
    #: Whether a flag that is set at this very moment can be seen by anybody.
    may_flag: bool = True
    #: How likely a client answers before the owner comes to a draft.
    overtaken: float = 0.0
    #: Has a folder listed no more for some hours.
    hide_a_folder: Callable[[], None] = lambda: None
    habits: Habits = field(init=False)
    _seen: set[str] = field(default_factory=set)
    _crossing: bool = False

    def __post_init__(self) -> None:
        self.habits = Habits.drawn(self.dice)
        self.hands.ahead = self.habits.ahead

    # ------------------------------------------------------------------------------------ conversations

    def begin(self) -> None:
        """A new project: a client asks, and the owner answers."""
        number = len(self.witness.conversations) + 1
        conversation = Conversation(number=number, client=self._client(number), subject=f"Project {number}")
        self.witness.conversations.append(conversation)
        self.hands.asks(conversation, self.now())
        self.witness.story.tell(self.now(), f"#{number} {conversation.client} asks")
        self._is_heard_elsewhere(conversation)
        self.later(self.dice.between(HOUR, 2 * DAY), lambda: self._owner_answers(conversation))

    def _client(self, number: int) -> str:
        """Somebody new, or one who has another project too."""
        if number > 1 and self.dice.chance(0.2):
            known = self.dice.pick(self.witness.conversations)
            if not known.private:
                return known.client
        return f"Anna{number} Rossi <anna@client{number}.example>"

    def _owner_answers(self, conversation: Conversation) -> None:
        self.hands.writes(conversation, self.now())
        if self.dice.chance(0.15):
            self._client_is_away(conversation)
        self._silence_begins(conversation)

    def _client_is_away(self, conversation: Conversation) -> None:
        if self._has_others(conversation):
            return
        until = (self.now() + self.dice.between(2 * DAY, 20 * DAY)).date()
        at = self.now() + MINUTE
        self.later(MINUTE, lambda: self.hands.is_away(conversation, at, until))

    def _has_others(self, conversation: Conversation) -> bool:
        return sum(c.client == conversation.client for c in self.witness.conversations) > 1

    def _silence_begins(self, conversation: Conversation) -> None:
        """Some clients answer soon, some late, some never; some owners write once more before that."""
        if self.dice.chance(0.6):
            wait = self.dice.between(HOUR, self.dice.pick((2, 20, 30, 60)) * DAY)
            self.later(wait, lambda: self._client_answers(conversation))
        if self.dice.chance(0.1):
            self.later(self.dice.between(DAY, 9 * DAY), lambda: self._writes_once_more(conversation))
        if self.dice.chance(0.05):
            self.later(self.dice.between(DAY, 9 * DAY), lambda: self._begins_a_draft(conversation))

    def _writes_once_more(self, conversation: Conversation) -> None:
        if not conversation.answered and not self.unclear(conversation):
            self.hands.writes(conversation, self.now(), what="sketch")

    def _begins_a_draft(self, conversation: Conversation) -> None:
        if not self.unclear(conversation):
            self.hands.begins_a_draft(conversation, self.now())

    def _client_answers(self, conversation: Conversation) -> None:
        if conversation.answered:
            return
        if any(e.what in RESTARTING and e.at >= self.now() for e in conversation.events):
            return  # by a clock that was ahead: an answer from before that moment would be older than the order
        way = self.dice.weighted({"reply": 6, "phone": 2, "no references": 1, "other address": 1, "junk": 1, "filed": 1,
                                  "trash": 0.5, "twice": 1})  # fmt: skip
        if way == "other address":
            way = "reply" if self._has_others(conversation) else way
            conversation.private = way == "other address"
        folders = {"junk": ("Junk",), "filed": ("Clients",), "trash": ("Trash",), "twice": ("INBOX", "INBOX")}
        sender = conversation.client.replace("anna@", "anna.private@") if way == "other address" else ""
        self.witness.story.tell(self.now(), f"#{conversation.number} the answer: {way}")
        self.hands.answers(
            conversation,
            self.now(),
            sender=sender,
            referring=way != "no references" or self._is_old(conversation),
            folders=folders.get(way, ("INBOX",)),
        )
        if way not in {"junk", "other address"}:
            self._is_heard_elsewhere(conversation)
        if self.dice.chance(0.5):
            self.later(self.dice.between(HOUR, 6 * DAY), lambda: self._goes_on(conversation))
        elif self.dice.chance(0.4):
            self.later(self.dice.between(HOUR, 6 * DAY), lambda: self._has_it_gone_on_with(conversation))

    def _has_it_gone_on_with(self, conversation: Conversation) -> None:
        """The answer is none that ends the matter ("thanks, I'll look at it"): its plan is to go on."""
        if conversation.answered and not conversation.muddled:
            self.order(conversation, self.dice.pick(("resume", "resume", f"plan {THIS}", f"plan {OTHER}")), None)
            self._silence_begins(conversation)

    def _is_old(self, conversation: Conversation) -> bool:
        """Whether nobody could tell (any more) what a reply answers that doesn't say so."""
        last = conversation.last_own
        return last is None or last.subject != f"Re: {conversation.subject}" or self.now() - last.date > 20 * DAY

    def _goes_on(self, conversation: Conversation) -> None:
        if conversation.answered and not self.unclear(conversation):
            self.hands.writes(conversation, self.now())
            self._silence_begins(conversation)

    def _is_heard_elsewhere(self, conversation: Conversation) -> None:
        others = (c for c in self.witness.conversations if c is not conversation and c.client == conversation.client)
        for other in others:
            if other.events:
                self.witness.happened(other, What.HEARD, at=self.now())

    def cross(self) -> None:
        """Somebody does something at this very moment, in a conversation that isn't over."""
        self._crossing = True
        try:
            self._cross()
        finally:
            self._crossing = False

    def _cross(self) -> None:
        running = [c for c in self.witness.conversations if c.events and not c.answered]
        due = [c for c in running if self._is_about_to_be_laid(c)]
        lying = [each for each in self.witness.lying.values() if not each.marked]
        overtaken = [each for each in lying if self._is_overtaken(each)]
        if overtaken and self.dice.chance(0.9):
            self._does(self.dice.weighted(_AT_THE_LAST_MOMENT), self.dice.pick(overtaken))
        elif lying and self.dice.chance(0.4 if due else 0.8):
            self._does(self.dice.weighted(self.habits.deeds), self.dice.pick(lying))
        elif running:
            act = self.dice.weighted({self._client_answers: 6, self._writes_once_more: 2, self._begins_a_draft: 1})
            act(self.dice.pick(due or running))

    def _is_about_to_be_laid(self, conversation: Conversation) -> bool:
        standing = owed(self.witness.terms(), conversation.events)
        return not (standing.why_not(self.now()) or self.witness.is_behind(conversation))

    def _is_overtaken(self, lying: Lying) -> bool:
        """Whether Crickets is about to take this draft back, or will be."""
        standing = owed(self.witness.terms(), lying.conversation.events)
        ended = standing.answered or bool(standing.why_at_rest(self.now()))
        return lying.untouched and (ended or self._is_no_longer_next(lying))

    def _is_no_longer_next(self, lying: Lying) -> bool:
        """Whether a mail or an order has overtaken the step whose draft it is."""
        standing = owed(self.witness.terms(), lying.conversation.events)
        return (lying.step, lying.parent) != (standing.step, standing.anchor)

    # ------------------------------------------------------------------------------------------- drafts

    def look_at_drafts(self) -> None:
        """The owner opens Drafts, and decides on what is new there, to be done by and by."""
        for lying in tuple(self.witness.lying.values()):
            if lying.id not in self._seen and not lying.marked:
                self._seen.add(lying.id)
                self._decides_on(lying)

    def _decides_on(self, lying: Lying) -> None:
        if self.overtaken and self.dice.chance(self.overtaken):
            put_off = self.dice.chance(_PUT_OFF)
            act = partial(self._puts_off, lying) if put_off else partial(self._client_answers, lying.conversation)
            self.later(self.dice.between(MINUTE, 6 * HOUR), act)
            return
        wait = self.dice.between(MINUTE, self.dice.pick((HOUR, DAY, self.habits.slow * DAY)))
        if lying.step is None:
            deed = self.dice.weighted({"send": 2, "throw away": 1, "leave": 1})
        else:
            deed = self.dice.weighted(self.habits.deeds)
        if deed != "leave":
            self.later(wait, lambda: self._does(deed, lying))

    def _does(self, deed: str, lying: Lying) -> None:
        if self._is_there(lying):
            _DEEDS[deed](self, lying)

    def _is_there(self, lying: Lying) -> bool:
        """Whether something can be done to a draft: it lies there, and isn't another by now."""
        gone = self.witness.lying.get(lying.uid) is not lying or lying.marked
        return not gone and not self.unclear(lying.conversation)

    def _puts_off(self, lying: Lying) -> None:
        """The owner snoozes the thread, and throws its draft away."""
        until = (self.now() + self.dice.between(2 * DAY, 30 * DAY)).date()
        conversation = lying.conversation
        if not self._is_there(lying) or conversation.muddled or not self.order(conversation, "snooze", until):
            return
        if self.dice.chance(_WHILE_UNSEEN):
            self.hide_a_folder()
        self._throws_it_away(lying)

    def _sends_it(self, lying: Lying) -> None:
        self._sends(lying, self.now(), self.habits.client, None)

    def _sends_it_edited(self, lying: Lying) -> None:
        self._sends(lying, self.now(), self.habits.client, "In my own words: does it still suit you?\n")

    def _edits_it(self, lying: Lying) -> None:
        self.hands.saves(lying, self.now(), self.dice.pick(_EDITING), "A better beginning. Does it suit you?\n")

    def _throws_it_away(self, lying: Lying) -> None:
        if self.stops and (lying.conversation.muddled or self.witness.is_unanswered(lying.conversation)):
            return  # what was taken for it before, nobody can tell; nor if one ever lay there that wasn't confirmed
        # A mark set while Crickets sets its own is one mark: without CONDSTORE nobody could tell whose.
        ways = ("trash", "for good", "archive") if self._crossing else ("trash", "for good", "archive", "mark")
        self.hands.throws_away(lying, self.now(), self.dice.pick(ways))

    def mark_what_is_new(self) -> None:
        """The owner marks a draft as deleted that Crickets doesn't know to lie there yet."""
        new = (each for each in self.witness.lying.values() if self.witness.is_unanswered(each.conversation))
        for lying in [each for each in new if each.untouched and not self.stops]:
            self.hands.throws_away(lying, self.now(), "mark")

    def _stars_it(self, lying: Lying) -> None:
        if not self.may_flag:
            return
        self.hands.stars(lying, self.now(), self.dice.pick(("\\Flagged", "$label1")))

    def _writes_instead(self, lying: Lying) -> None:
        self.hands.writes(lying.conversation, self.now(), what="reminder")
        self._silence_begins(lying.conversation)

    def _sends_from_another_device(self, lying: Lying) -> None:
        self.hands.sends_and_keeps(lying, self.now(), self.habits.client)

    def _leaves_it(self, _lying: Lying) -> None:
        pass

    def _sends(self, lying: Lying, at: dt.datetime, client: Client, text: str | None) -> None:
        if not self.dice.chance(0.25):
            self.hands.sends(lying, at, client, text=text)
            self._silence_begins(lying.conversation)
            return
        lag = self.dice.pick((MINUTE, 8 * MINUTE, 3 * HOUR))
        mail = self.hands.sends(lying, at, client, text=text, copy_at=at + lag)
        assert mail is not None
        self.later(lag, lambda: self.hands.arrives_in_sent(lying, mail, at, self.now()))
        self.later(lag + MINUTE, lambda: self._silence_begins(lying.conversation))

    def _gives_an_order(self, lying: Lying) -> None:
        conversation = lying.conversation
        if conversation.muddled:
            return
        kind = self.dice.pick(("stop", "snooze", "snooze", "resume", f"plan {THIS}", f"plan {OTHER}"))
        until = (self.now() + self.dice.between(2 * DAY, 30 * DAY)).date() if kind == "snooze" else None
        if not self.order(conversation, kind, until):
            return
        if kind == "stop":
            wait = self.dice.between(DAY, 30 * DAY)
            self.later(wait, lambda: self._resumes(conversation))
        elif self.overtaken and kind == "snooze" and self.dice.chance(_PUT_OFF_FOR_GOOD):
            self._throws_it_away(lying)

    def _resumes(self, conversation: Conversation) -> None:
        if not conversation.muddled:
            self.order(conversation, "resume", None)


_DEEDS: dict[str, Callable[[People, Lying], None]] = {
    "send": People._sends_it,
    "send edited": People._sends_it_edited,
    "edit": People._edits_it,
    "throw away": People._throws_it_away,
    "star": People._stars_it,
    "write by hand": People._writes_instead,
    "two devices": People._sends_from_another_device,
    "order": People._gives_an_order,
    "leave": People._leaves_it,
}
_AT_THE_LAST_MOMENT = {"star": 3, "edit": 3, "send": 1, "send edited": 1, "throw away": 1, "two devices": 1}
"""What the owner does to a draft that Crickets is just taking back, in shares."""

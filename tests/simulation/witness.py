"""Who watches what Crickets does to the mailbox, and holds it against the promises.

Sees the mailbox from outside, as its owner does, and the truth; of Crickets only when it looked, and by what clock.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tests.servers.mail import Mail
from tests.servers.mailbox import Stored
from tests.simulation.box import RecordedBox
from tests.simulation.model import Owed, Terms, owed
from tests.simulation.story import BrokenPromiseError, Story
from tests.simulation.truth import OTHER, THIS, Conversation, Event, Lying, What

MARK = re.compile(rf"step (\d+) of ({THIS}|the {OTHER}) plan")
"""How the words of a draft say which step's they are, by which plan."""

_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)
_LAID = "a draft was laid since it looked"

STALE = dt.timedelta(hours=1)
"""How old a reading may be on which a draft is laid."""


@dataclass(slots=True, kw_only=True)
class Look:
    """The reading of the mailbox that Crickets relies on at present."""

    #: When it began, by Crickets' own clock.
    at: dt.datetime | None = None
    #: The number of the first event that it need not have seen.
    begun: int = 0
    #: The same for its listing of Drafts.
    drafts_listed: int = 0
    #: What kept it from seeing all; and whether that may have been Drafts.
    blind: str = ""
    blind_to_drafts: bool = False
    #: Since when it's older than the writing of a draft, or than the laying of one.
    stale: str = ""
    #: What was asked after it was done long after, when Crickets had given up.
    outlived: bool = False

    @property
    def surely_listed(self) -> int:
        """The number of the first event of which its listing of Drafts need not tell."""
        return 0 if self.blind_to_drafts else self.drafts_listed


@dataclass(frozen=True, slots=True)
class Laid:
    """What was laid: which step, by which plan, in answer to which mail."""

    step: int
    plan: str
    parent: str


@dataclass(slots=True, kw_only=True)
class Witness:
    """The truth of one year, and the judge of what is done in it."""

    box: RecordedBox
    story: Story
    terms: Callable[[], Terms]
    now: Callable[[], dt.datetime]
    clock: Callable[[], dt.datetime]
    #: Why nobody may rely on what the mailbox shows at present, or nothing.
    obscured: Callable[[], str]
    #: Whether the server can be told to change only what nobody else has changed (CONDSTORE).
    conditional: bool = True
    #: Whether the server tells UIDNEXT: by that it's seen if something came and went.
    counted: bool = True
    look: Look = field(default_factory=Look)
    lying: dict[int, Lying] = field(default_factory=dict)
    #: What lay in Drafts as that was lost, until it's back.
    away: dict[int, Lying] = field(default_factory=dict)
    conversations: list[Conversation] = field(default_factory=list)
    laid: int = 0
    taken_back: int = 0
    #: The number of the newest event.
    newest: int = 0
    #: How many drafts have left Drafts so far.
    departures: int = 0
    #: When Drafts last became another: what left it may have been back then, and have gone with it anew.
    drafts_became_another: dt.datetime = _LONG_AGO
    #: By conversation, what last left Drafts by its owner's hand, and when.
    left: dict[int, tuple[dt.datetime, Lying]] = field(default_factory=dict)
    #: Drafts that were intended and never seen: by conversation, how many had left Drafts by then.
    _attempts: dict[int, int] = field(default_factory=dict)
    #: The conversations whose draft may have been laid, until it's written down whether it was.
    _unanswered: set[int] = field(default_factory=set)
    #: By conversation, when a pass was last cut short that was to lay its draft, or the first one ended well since.
    _cut_off: dict[int, dt.datetime] = field(default_factory=dict)
    #: The conversations of which no pass that ended well has known since.
    _just_cut_off: set[int] = field(default_factory=set)
    #: The conversations whose drafts are being taken back, until it's written down what came of it; and what had
    #: happened before Drafts was last listed, as that began.
    _retiring: dict[int, int] = field(default_factory=dict)
    #: By conversation, after which event a draft of ours last left Drafts by its owner's hand.
    _left_after: dict[int, int] = field(default_factory=dict)
    _by_id: dict[str, Conversation] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _laid_on: dict[dt.date, int] = field(default_factory=dict)
    #: What had happened before Drafts was last listed in a pass that ended well.
    _listed: int = 0

    # ---------------------------------------------------------------------------------------- what happens

    def happened(
        self,
        conversation: Conversation,
        what: What,
        *,
        at: dt.datetime,
        step: int = 0,
        mail: Mail | None = None,
        until: dt.date | None = None,
        draft: int = 0,
        plan: str = THIS,
        from_elsewhere: bool = False,
    ) -> None:
        """Keep an event of a conversation, and that its mail belongs there."""
        self.newest = next(self._numbers)
        event = Event(
            number=self.newest,
            what=what,
            at=at,
            step=step,
            plan=plan,
            id=mail.message_id if mail else "",
            subject=mail.subject if mail else "",
            references=mail.header("References") if mail else "",
            until=until,
            draft=draft,
            from_elsewhere=from_elsewhere,
        )
        conversation.events.append(event)
        if mail:
            self.belongs(mail, conversation)
        more = (
            f", step {step + 1}{' by the other plan' if plan == OTHER else ''}"
            if what in {What.LAID, What.SENT, What.THREW, What.TOOK_BACK}
            else ""
        )
        said = until or (plan if what is What.PLANNED else "")
        self.story.tell(self.now(), f"#{conversation.number} {what.value}{more}{f' ({said})' if said else ''}")

    def belongs(self, mail: Mail, conversation: Conversation) -> None:
        """Replies to this mail are of this conversation."""
        self._by_id[mail.message_id] = conversation

    def conversation_of(self, verdict_ids: Iterable[str], subject: str) -> int:
        """The number of the conversation that a mail with one of these ids is of; else by its subject."""
        known = (self._by_id[f"<{each}>"].number for each in verdict_ids if f"<{each}>" in self._by_id)
        return next(known, next((c.number for c in self.conversations if c.subject == subject), 0))

    def lies(self, uid: int, lying: Lying) -> None:
        """The owner laid something into Drafts, or saved it anew."""
        self.newest = lying.since = next(self._numbers)
        self.lying[uid] = lying

    def gone(self, uid: int) -> Lying:
        """The owner took something out of Drafts."""
        self.newest = next(self._numbers)
        self.departures += 1
        lying = self.lying.pop(uid)
        self._left_after[lying.conversation.number] = self.newest
        is_timed = self.clock() == self.now()  # else its leaving and what follows were not timed by one clock
        is_seen = not lying.returned or lying.returned < self._listed  # else, to all knowledge, it left with Drafts
        if is_timed and is_seen:
            self.left[lying.conversation.number] = self.now(), lying
        return lying

    def touched(self, uid: int, *, marked: bool = False) -> None:
        """The owner did something to a draft that left it where it is."""
        self.newest = self.lying[uid].touched = next(self._numbers)
        self.lying[uid].untouched = False
        self.lying[uid].marked = marked

    def renumbered(self) -> None:
        """Drafts has other UIDs: the same messages, in the same order. By UIDs nobody can tell any more what went."""
        self.departures += 1
        self.newest = next(self._numbers)
        self.drafts_became_another = self.now()
        new = sorted(self.box.drafts())
        self.lying = dict(zip(new, self.lying.values(), strict=True))
        for uid, lying in self.lying.items():
            lying.uid = uid

    @property
    def all_drafts(self) -> tuple[Lying, ...]:
        """What lies in Drafts, and what did as that was lost."""
        return (*self.lying.values(), *self.away.values())

    def drafts_are_lost(self) -> None:
        """
        Drafts is no longer there, or is another, empty.

        Of a draft that went with it before Crickets could know of it, nobody can tell any more whether it lay there.
        """
        self.departures += 1
        self.newest = next(self._numbers)
        self.drafts_became_another = self.now()
        self.away, self.lying = self.lying, {}
        for lying in self.away.values():
            lying.lost = True
            lying.conversation.muddled |= lying.step is not None and self.is_unanswered(lying.conversation)
            lying.conversation.muddled |= lying.overlooked
            lying.overlooked = False
            lying.conversation.muddled |= lying.conversation.has_written_since(lying.draft)

    def drafts_are_back(self, uids: Mapping[int, int]) -> None:
        """Drafts holds again what it held, by other UIDs."""
        self.newest = next(self._numbers)
        self.drafts_became_another = self.now()
        for old, lying in self.away.items():
            lying.uid = uids[old]
            lying.returned = self.newest
            self.lying[lying.uid] = lying
        self.away = {}

    # ------------------------------------------------------------------------------------- what Crickets does

    def look_begins(self) -> None:
        """Crickets lists the folders: from now on it may see all that has happened."""
        self.look = Look(at=self.clock(), begun=self.newest + 1, blind=self.obscured())

    def look_begins_unopened(self) -> None:
        """It lists them with their states: where Drafts is in that in which it was listed, that's as good as a list."""
        self.look_begins()
        self.drafts_are_listed()

    def drafts_are_listed(self) -> None:
        """It's about to list what lies in Drafts."""
        self.look.drafts_listed = self.newest + 1

    def writes(self) -> None:
        """It writes a draft, which takes a while."""
        self.look.stale = "it has not looked again since it wrote it"

    def pass_ends(self) -> None:
        """A pass ended well: it must have looked for an answer once more since it laid its last draft."""
        for lying in self.lying.values():
            if lying.overlooked:
                raise BrokenPromiseError(3, f"#{lying.conversation.number} a draft of the owner's is still marked")
        self._listed = self.look.drafts_listed
        if self.look.stale == _LAID:
            raise BrokenPromiseError(5, "a draft was laid, and no answer that crossed it was looked for")

    def intends(self, parent: str) -> None:
        """It's to lay a draft in answer to this mail: if none is seen and others go, it may have been one of them."""
        number = self._by_id[parent].number
        self._attempts[number] = self.departures
        self._unanswered.add(number)

    def settles(self, parent: str, *, retires: bool) -> None:
        """It has written down that it takes back the draft that answers this mail, or what became of it."""
        conversation = self._by_id[parent]
        self._unanswered.discard(conversation.number)
        self._is_told_of(conversation)
        if retires:
            self._retiring.setdefault(conversation.number, self.look.surely_listed)
        else:
            self._retiring.pop(conversation.number, None)

    def is_retiring(self, conversation: Conversation) -> bool:
        """Whether Crickets was taking a draft back, and hasn't been able since to say what came of it."""
        return conversation.number in self._retiring

    @property
    def is_cut_off(self) -> bool:
        """Whether Crickets was laying a draft or taking one back, and hasn't written down what came of it."""
        return bool(self._unanswered or self._retiring)

    def is_sought(self, conversation: Conversation, patience: dt.timedelta) -> bool:
        """Whether its draft must be waited for: a pass that was to lay it was cut short only just now."""
        at = self._cut_off.get(conversation.number)
        return at is not None and self.now() - at < patience

    def is_unanswered(self, conversation: Conversation) -> bool:
        """Whether Crickets doesn't know yet if the draft that it was to lay lies there."""
        return conversation.number in self._unanswered

    def is_told(self) -> None:
        """
        A pass ended well, and Crickets knows what became of its attempts, as far as anybody can.

        From the first such pass on it waits for a draft whose laying was cut off.
        """
        self._cut_off |= dict.fromkeys(self._just_cut_off & self._unanswered, self.now())
        self._just_cut_off.clear()
        for conversation in self.conversations:
            self._is_told_of(conversation)

    def _is_told_of(self, conversation: Conversation) -> None:
        """
        Whether a draft that was never seen was among those that have gone since, nobody can tell.

        Nor whether any have gone, where no UIDNEXT is told.
        """
        gone = self._attempts.get(conversation.number)
        conversation.muddled |= gone is not None and (gone < self.departures or not self.counted)

    def pass_is_cut_short(self) -> None:
        """
        Who did what to a draft that was being taken back, nobody can tell if it's gone, and nobody wrote down how.

        If it was gone already when Drafts was last listed, nobody was to take it back: that's known.
        Nor can a mark be taken off again: mail programs hide that draft from its owner (docs/drafts.md).
        """
        self._cut_off |= dict.fromkeys(self._unanswered, self.now())
        self._just_cut_off |= self._unanswered
        there = {lying.conversation.number for lying in self.all_drafts if not lying.marked}
        had_left = {n for n, listed in self._retiring.items() if self._left_after.get(n, listed) < listed}
        for conversation in self.conversations:
            if conversation.number in self._retiring.keys() - there - had_left:
                conversation.muddled = True
                conversation.nobody_threw_since(self._retiring[conversation.number])
        for lying in self.lying.values():
            if lying.overlooked and lying.step is not None:
                lying.overlooked, lying.conversation.muddled = False, True
                self._takes_back(lying)

    def append_begins(self) -> None:
        """It's about to lay a draft; how long that takes is no longer in its hands."""
        at = self.look.at
        if at is not None and self.clock() - at > STALE:
            raise BrokenPromiseError(5, f"about to lay a draft on what was read at {at}, and it is {self.clock()}")

    def is_blind(self, why: str) -> None:
        """A part of the mailbox could not be read in this look."""
        self.look.blind = why
        self.look.blind_to_drafts |= not why.startswith("headers")

    def compare_late(self, look: Look) -> None:
        """The server did only now what Crickets asked of it after that look, and has given up."""
        present, self.look = self.look, replace(look, outlived=True)
        try:
            self.compare()
        finally:
            self.look = present

    def compare(self) -> None:
        """Look at Drafts; what people have not changed there, Crickets has."""
        there = self.box.drafts()
        for uid in [uid for uid in self.lying if uid not in there]:
            self.departures += 1
            self._was_removed(self.lying.pop(uid))
        for uid, message in there.items():
            if uid not in self.lying:
                self._was_laid(message)
            else:
                self._is_marked(self.lying[uid], on="\\Deleted" in message.flags)

    def _is_marked(self, lying: Lying, *, on: bool) -> None:
        """A draft's mark for deletion that isn't the owner's: Crickets set it, or took its own away again."""
        if on and not lying.marked:
            late = lying.touched >= self.look.begun and not self.conditional
            if lying.step is None or not (lying.untouched or late):
                raise BrokenPromiseError(3, f"#{lying.conversation.number} a draft of the owner's was marked")
            lying.marked, lying.marked_by_us, lying.overlooked = True, True, not lying.untouched
            if not lying.overlooked:
                self._takes_back(lying)
        elif lying.marked_by_us and not on and lying.step is not None:
            if not lying.overlooked:
                at = lying.laid_at or self.clock()
                self.happened(lying.conversation, What.LAID, at=at, step=lying.step, plan=lying.plan)
            lying.marked = lying.marked_by_us = lying.overlooked = False

    def _was_removed(self, lying: Lying) -> None:
        about = f"#{lying.conversation.number}"
        if lying.overlooked:
            raise BrokenPromiseError(3, f"{about} a draft was removed though its owner had touched it")
        if lying.marked_by_us:
            self.taken_back += 1
            return
        if lying.marked:
            return  # its owner had thrown it away already
        if lying.step is None or not lying.untouched:
            raise BrokenPromiseError(3 if lying.step is not None else 2, f"{about} a draft of the owner's was removed")
        self.taken_back += 1
        self._takes_back(lying)

    def _takes_back(self, lying: Lying) -> None:
        step = lying.step or 0
        self.happened(lying.conversation, What.TOOK_BACK, at=self.clock(), step=step, plan=lying.plan)

    def _was_laid(self, message: Stored) -> None:
        mail, at = message.mail, self.look.at
        mark, parent = MARK.search(mail.text), mail.header("In-Reply-To")
        conversation = self._by_id.get(parent)
        if mark is None or conversation is None or at is None:
            raise BrokenPromiseError(2, f"a message of nobody's lies in Drafts: {mail.subject}")
        step, about = int(mark[1]) - 1, f"#{conversation.number} laid step {mark[1]}"
        plan = OTHER if OTHER in mark[2] else THIS
        self._looks_like_a_draft(message, about)
        self._is_the_only_one(conversation, about)
        if self.look.blind or self.look.stale:
            raise BrokenPromiseError(5, f"{about} though {self.look.blind or self.look.stale}")
        self._is_within_the_cap(about, at)
        self._is_one_at_a_time(conversation, about)
        self._is_the_next_step(conversation, Laid(step, plan, parent), at, about)
        # What was written by hand meanwhile, by a clock that is slow, or before it lay there, may pass for the draft.
        unseen = (e for e in conversation.events if e.number >= self.look.begun and e.what is What.WROTE)
        conversation.muddled |= any(e.at < at or self.look.outlived for e in unseen)
        self.laid += 1
        self._attempts.pop(conversation.number, None)
        self.look.stale = _LAID
        day = self.terms().almanac.day(at)
        self._laid_on[day] = self.laid_on(day) + 1
        self.happened(conversation, What.LAID, at=at, step=step, mail=mail, plan=plan)
        self.lying[message.uid] = Lying(
            uid=message.uid,
            conversation=conversation,
            step=step,
            id=mail.message_id,
            plan=plan,
            parent=parent,
            untouched=True,
            since=self.newest,
            laid_at=at,
            draft=self.newest,
        )

    def _looks_like_a_draft(self, message: Stored, about: str) -> None:
        if message.flags != {"\\Draft", "\\Seen"}:
            raise BrokenPromiseError(0, f"{about} with the flags {sorted(message.flags)}")

    def _is_the_only_one(self, conversation: Conversation, about: str) -> None:
        """No live draft lay there when Drafts was last listed; what others did since may be unknown."""
        lying = [each for each in self.all_drafts if each.conversation is conversation and not each.marked]
        known = [each for each in lying if self._is_known(each)]
        if known:
            whose = "its own" if known[0].untouched else "the owner's"
            raise BrokenPromiseError(4, f"{about} beside {whose} (UID {known[0].uid})")

    def _is_within_the_cap(self, about: str, at: dt.datetime) -> None:
        terms = self.terms()
        day = terms.almanac.day(at)
        if self.laid_on(day) >= terms.cap:
            raise BrokenPromiseError(5, f"{about}, one more on {day} than the {terms.cap} that are allowed")

    def _is_one_at_a_time(self, conversation: Conversation, about: str) -> None:
        """So many drafts as its client may have lay there when Drafts was last listed, in their other conversations."""
        known = [
            each
            for each in self._to_the_same_client(conversation)
            if self._is_known(each) and not each.conversation.muddled
        ]
        if _conversations(known) >= self.terms().at_a_time:
            other = known[0]
            raise BrokenPromiseError(0, f"{about} beside one to the same client (#{other.conversation.number})")

    def _is_known(self, lying: Lying) -> bool:
        """Whether Crickets must know of it: it's ours, or lay there as it last looked."""
        if self.away.get(lying.uid) is lying:
            return self._is_missed(lying)
        return lying.untouched or lying.since < self.look.drafts_listed

    def _is_missed(self, lying: Lying) -> bool:
        """Whether Crickets must look for it though Drafts is lost: no mail by hand may be what became of it."""
        seen = lying.untouched or max(lying.since, lying.touched) < self._listed
        sure = lying.untouched or not lying.conversation.muddled
        return seen and sure and lying.step is not None and not lying.conversation.has_written_since(lying.draft)

    def is_behind(self, conversation: Conversation) -> bool:
        """Whether so many drafts lie there as a client may have, in the other conversations of this one's."""
        return _conversations(self._to_the_same_client(conversation)) >= self.terms().at_a_time

    def _to_the_same_client(self, conversation: Conversation) -> list[Lying]:
        others = (each for each in self.all_drafts if each.conversation is not conversation and not each.marked)
        return [each for each in others if each.conversation.client == conversation.client]

    def laid_on(self, day: dt.date) -> int:
        """How many drafts were laid on a day of Crickets' own clock."""
        return self._laid_on.get(day, 0)

    def _is_the_next_step(self, conversation: Conversation, laid: Laid, at: dt.datetime, about: str) -> None:
        """Nothing that Crickets must have known speaks against this draft."""
        seen = tuple(self._what_may_have_been_seen(conversation))
        why = [_why_not(each, laid, at, muddled=conversation.muddled) for each in seen]
        if all(why):
            recreated = laid.step < seen[0].step and laid.plan == seen[0].plan
            raise BrokenPromiseError(6 if recreated else 5, f"{about} though {why[0]}")

    def _what_may_have_been_seen(self, conversation: Conversation) -> Iterator[Owed]:
        """The conversation as it was when the last look began, and after each event since: some may have been seen."""
        surely = len(conversation.until(self.look.begun))
        for count in range(surely, len(conversation.events) + 1):
            yield owed(self.terms(), conversation.events[:count])


def _conversations(lying: list[Lying]) -> int:
    return len({each.conversation.number for each in lying})


def _why_not(seen: Owed, laid: Laid, at: dt.datetime, *, muddled: bool) -> str:
    """
    Why a draft is not due; where the owner has drafts of their own, a step more than needed may pass for taken.

    What of it was sent may then pass for a mail by hand, which no rule fits.
    """
    if laid.plan != seen.plan and not muddled:
        return f"{seen.plan} is the plan, not {laid.plan}"
    if laid.plan == seen.plan and (laid.step < seen.step or (laid.step > seen.step and not muddled)):
        return f"step {seen.step + 1} is the next"
    if muddled:
        return "there is no silence" if seen.answered else seen.why_at_rest(at)
    return seen.why_not(at) or ("" if laid.parent == seen.anchor else f"it answers {laid.parent}, not {seen.anchor}")

"""
Calls and tasks on the owner's own task list: put there when they're due, heeded when they're ticked off, ended with it.

Nothing is kept of them: what is due follows from the facts, and what was put there is read from the list. It's seen to
beside the passes, and whatever a list's server does, no mail waits for it. Knows the ledger's port and the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from time import monotonic

from crickets.config.settings import TaskServer
from crickets.domain.errand import errand_of
from crickets.domain.policy import Policy
from crickets.domain.thread import Order, OrderKind, Thread, ThreadId
from crickets.domain.todo import Ending, Mark, Todo, chore_of, ending_of, thread_of, uids_done
from crickets.domain.verdict import State, Verdict
from crickets.errors import CricketsError, LoginRefused
from crickets.notify.dav import Dav, Place
from crickets.notify.tasks import Entry, TaskList
from crickets.service.dialling import number_to_read
from crickets.service.log import logger
from crickets.service.outcome import Outcome
from crickets.service.patience import Patience
from crickets.service.ports import Clock, Ledger
from crickets.service.sentences import sentence_of
from crickets.service.task_list import THE_LIST
from crickets.service.verdicts import judge_of
from crickets.writing.todos import todo_in_words
from crickets.writing.tongue import Tongue, tongue_of

BY = "your task list"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """A call or a task that is due, and as it belongs on the list."""

    thread: Thread
    verdict: Verdict
    todo: Todo


@dataclass(slots=True, kw_only=True, eq=False)
class Errands:
    """
    The list, over many passes: after a failure it's left alone for a while.

    `mailboxes` tells one account's calls from another's, by more than a name that two installations may share. `done`
    keeps the owner's word that one is done. `secret` is asked for when the list is first opened, and after a refusal.
    """

    server: TaskServer
    secret: Callable[[], str]
    mailboxes: Mapping[str, str]
    ledger: Ledger
    policy: Policy
    clock: Clock
    done: Callable[[ThreadId, Order], None]
    _patience: Patience = field(init=False)
    _not_before: float = field(default=0.0, init=False)
    _known_secret: str = field(default="", init=False, repr=False)
    _open: Dav | None = field(default=None, init=False)
    _ended: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._patience = Patience(account="[tasks]", event="tasks.failed")

    def see_to(self, outcome: Outcome) -> None:
        """Bring the list up to date with what a pass has found; never raises, and is done within seconds."""
        if self._ended or monotonic() < self._not_before:
            return
        try:
            with self._opened() as tasks:
                self._keep(tasks, outcome)
        except Exception as error:  # noqa: BLE001 - the list's boundary: not even our own mistake holds up the mail
            self._failed(error)
        else:
            self._patience.renewed()
            self._note("")

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""
        self._ended = True
        if (dav := self._open) is not None:  # read once: the other thread may just be done
            dav.interrupt()

    def problems(self) -> tuple[str, ...]:
        """Why the list can't be used, for `check`; raises as opening it does."""
        with self._opened() as tasks:
            return tasks.problems()

    @contextmanager
    def _opened(self) -> Iterator[TaskList]:
        secret = self._known_secret or self.secret()
        server = self.server
        place = Place(url=server.url, username=server.username, secret=secret, tls_ca_file=server.tls_ca_file)
        with Dav(place) as dav:
            self._open = dav
            if self._ended:  # while the secret was asked for
                dav.interrupt()
            try:
                yield TaskList(dav)
                self._known_secret = secret
            finally:
                self._open = None

    def _keep(self, tasks: TaskList, outcome: Outcome) -> None:
        mailbox = self.mailboxes[outcome.account]
        due = {each.todo.uid: each for each in self._all_due(outcome, mailbox)}
        ours = tasks.ours(mailbox)
        for uid in due.keys() & ours.keys():
            self._heed(due[uid], ours[uid])
        if outcome.doubts:
            return  # what is due and what isn't is sure only of what was read whole
        for uid in due.keys() - ours.keys():
            self._put(tasks, due[uid])
        for uid in ours.keys() - due.keys():
            self._end(tasks, ours[uid], outcome.account, mailbox)

    def _all_due(self, outcome: Outcome, mailbox: str) -> Iterator[_Due]:
        awake = (verdict.thread for verdict in outcome.verdicts if verdict.state is State.TASK)
        at_rest = (thread.id for thread in self.ledger.resting(outcome.account, self.clock(), State.TASK))
        for name in dict.fromkeys((*awake, *at_rest)):
            if each := self._due(name, outcome.account, mailbox):
                yield each

    def _due(self, name: ThreadId, account: str, mailbox: str) -> _Due | None:
        """What is due in a thread by what is known now: the owner may have said since that it's done."""
        known, verdict = self._judged(name, account)
        if known is None or verdict is None:
            return None
        errand = errand_of(known, verdict, self.policy)
        if errand is None:
            return None
        number = number_to_read(errand.phone, verdict.client, self.policy)
        chore = chore_of(known, verdict, replace(errand, phone=number), self.policy, mailbox)
        return None if chore is None else _Due(thread=known, verdict=verdict, todo=todo_in_words(chore, self._tongue()))

    def _tongue(self) -> Tongue:
        """The owner's language, as it's spoken today."""
        calendar = self.policy.calendar
        return tongue_of(self.server.language, self.policy.owner.zone, calendar.day_of(self.clock()))

    def _judged(self, name: ThreadId, account: str) -> tuple[Thread | None, Verdict | None]:
        thread = self.ledger.thread(name)
        if thread is None or thread.account != account:
            return None, None
        return judge_of(self.ledger, account, self.policy, self.clock()).judged(thread)

    def _put(self, tasks: TaskList, each: _Due) -> None:
        if tasks.put(each.todo, self.clock()):
            _tell("task.put", each.thread.id)

    def _heed(self, each: _Due, entry: Entry) -> None:
        """What was ticked off is done, by the same order that the command gives."""
        if entry.listed.mark is Mark.DONE:
            order = Order(kind=OrderKind.DONE, at=self.clock(), step=each.verdict.step, by=BY)
            self.done(each.thread.id, order)
            _tell("task.done", each.thread.id)

    def _end(self, tasks: TaskList, entry: Entry, account: str, mailbox: str) -> None:
        """One that is no longer due, by whatever it was ended."""
        uid = entry.listed.uid
        name = thread_of(uid, mailbox)
        known, verdict = (None, None) if name is None else self._judged(name, account)
        done = known is not None and verdict is not None and uid in uids_done(known, verdict, mailbox)
        match ending_of(entry.listed, None if verdict is None else verdict.state, done=done):
            case Ending.TICK if tasks.tick(entry, self.clock()):
                _tell("task.ticked", name)
            case Ending.REMOVE if tasks.remove(entry):
                _tell("task.removed", name)

    def _failed(self, error: Exception) -> None:
        if self._ended:
            return  # being told to stop is no problem of the list's
        if isinstance(error, LoginRefused):
            self._known_secret = ""
        pause = self._patience.after(error)
        self._not_before = monotonic() + pause.total_seconds()
        self._note(sentence_of(error))

    def _note(self, problem: str) -> None:
        """Let `status` tell of it."""
        with suppress(CricketsError):  # it may be the ledger itself that failed
            if self.ledger.problem(THE_LIST) != problem:
                self.ledger.note_problem(THE_LIST, problem, self.clock())


def _tell(event: str, thread: ThreadId | None) -> None:
    logger(thread=thread or "").info(event)

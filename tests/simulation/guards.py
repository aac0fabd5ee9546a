"""
What breaks without each of Crickets' guards: `python -m tests.simulation.guards`, or with the names of some.

Each guard is switched off in a copy of the source, never in the source itself, and years are lived with that copy until
a promise breaks. A guard without which nothing breaks in a hundred years is none, or the simulation is blind to it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import crickets

SOURCE = Path(crickets.__file__).parent
_YEARS = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the source: the file, how it reads, and how without the guard."""

    file: str
    reads: str
    without: str


class Guard:
    """
    A guard, by all the places that stand for it.

    `needs` is "--wire" for what only the real adapter does; `pace` says in which years it's soon missed.
    """

    def __init__(self, name: str, *places: Place, needs: tuple[str, ...] = (), pace: str = "busy") -> None:
        self.name = name
        self.places = places
        self.needs = needs
        self.pace = pace


_CAME_AND_WENT = Place(
    "service/settle.py",
    "        return state.uid_validity != first.uid_validity or state.uid_next - first.uid > there\n",
    "        return False\n",
)
"""What stands behind the search for a lost draft, and the waiting for it: by UIDNEXT alone it may have been there."""

GUARDS = (
    Guard(
        "an answer is looked for right before the APPEND",
        Place(
            "service/cycle.py",
            "        now = self.clock()\n        self._learn(now)\n        anew = self._decided_anew",
            "        now = self.clock()\n        anew = self._decided_anew",
        ),
    ),
    Guard(
        "the decision is made anew right before the APPEND",
        Place(
            "service/cycle.py",
            "        if anew is None or anew.lay is None or _key(anew.lay) != _key(lay):\n",
            "        if anew is None:\n",
        ),
    ),
    Guard(
        "what was read too long ago supports nothing",
        Place(
            "service/laying.py",
            "        if not self._is_recent(now):\n",
            "        if False:\n",
        ),
    ),
    Guard(
        "a draft is intended before it's appended",
        Place(
            "service/laying.py",
            "        if not self.ledger.intend(draft, day=day, cap=cap):\n",
            "        if False:\n",
        ),
        Place(
            "service/laying.py",
            "        self.ledger.settle(laid)\n        return laid\n",
            "        self.ledger.intend(draft, day=day, cap=cap)\n"
            "        self.ledger.settle(laid)\n        return laid\n",
        ),
        Place(
            "service/laying.py",
            '            self.ledger.settle(replace(draft, state=DraftState.ABANDONED, how="what it rested on',
            '            (replace(draft, state=DraftState.ABANDONED, how="what it rested on',
        ),
        Place(
            "service/laying.py",
            "            self.ledger.settle(refused(replace(draft",
            "            (refused(replace(draft",
        ),
    ),
    Guard(
        "a lost APPEND is sought before it's tried again",
        Place(
            "domain/fate.py",
            "    lying.under_its_id,\n    sent.under_its_id,\n",
            "    sent.under_its_id,\n",
        ),
        _CAME_AND_WENT,
    ),
    Guard(
        "an APPEND without an answer is waited for",
        Place(
            "domain/signs/graces.py",
            "APPEND_GRACE = timedelta(minutes=2)\n",
            "APPEND_GRACE = timedelta(0)\n",
        ),
        _CAME_AND_WENT,
    ),
    Guard("what came after an APPEND without an answer, and has gone again, may have been the draft", _CAME_AND_WENT),
    Guard(
        "a draft whose APPEND got no answer is seen, if only marked as deleted",
        Place(
            "domain/signs/gone.py",
            "    return seen or any(d.id == draft.id for d in scene.listing.drafts)\n",
            "    return seen\n",
        ),
        pace="overtaken",
    ),
    Guard(
        "what is missing after Drafts got another UIDVALIDITY is waited for",
        Place(
            "domain/signs/graces.py",
            "RENEWED_GRACE = timedelta(days=1)\n",
            "RENEWED_GRACE = SENT_GRACE\n",
        ),
    ),
    Guard(
        "only what the last look has listed is taken back",
        Place(
            "service/retiring.py",
            "            if place is None or not self._is_listed(place):\n",
            "            if place is None:\n",
        ),
        pace="overtaken",
    ),
    Guard(
        "evidence must be complete",
        Place(
            "domain/questions.py",
            "    if not case.evidence.complete or read_up_to is None:\n",
            "    if read_up_to is None:\n",
        ),
    ),
    Guard(
        "a Sent folder that is suddenly empty says nothing",
        Place(
            "service/gather.py",
            "    if loss is not None:\n",
            "    if False:\n",
        ),
    ),
    Guard(
        "another UIDVALIDITY: the folder is read anew",
        Place(
            "service/folder_evidence.py",
            "    return (known.uid_validity, known.role) == (state.uid_validity, folder.role) and not set_back\n",
            "    return True\n",
        ),
    ),
    Guard(
        "answers in Junk and Trash count",
        Place(
            "domain/people.py",
            "        and m.places - WRITTEN\n    )\n    return tuple(sorted(theirs",
            "        and m.places - WRITTEN - {Role.JUNK, Role.TRASH}\n    )\n    return tuple(sorted(theirs",
        ),
    ),
    Guard(
        "what the owner saved anew while a draft is being taken back is theirs",
        Place(
            "domain/fate.py",
            "    lying.as_a_new_version,\n    lying.in_another_folder,\n    sent.as_it_was_taken_back,\n"
            "    gone.taken_back,\n",
            "    lying.in_another_folder,\n    sent.as_it_was_taken_back,\n    gone.taken_back,\n"
            "    lying.as_a_new_version,\n",
        ),
    ),
    Guard(
        "a draft that left waits for its copy in Sent",
        Place(
            "domain/signs/graces.py",
            "SENT_GRACE = timedelta(minutes=10)\n",
            "SENT_GRACE = timedelta(0)\n",
        ),
    ),
    Guard(
        "a draft thrown away is a step skipped",
        Place(
            "domain/standing.py",
            "    return draft.state in _GONE and not any(",
            "    return False and not any(",
        ),
    ),
    Guard(
        "a draft that was sent moves the plan on",
        Place(
            "domain/standing.py",
            "    return draft.id in ids or (draft.state is DraftState.SENT and draft.sent_as in ids)\n",
            "    return False\n",
        ),
        Place(
            "domain/standing.py",
            "    if draft.state in {DraftState.INTENDED, DraftState.ABANDONED} or",
            "    if draft.state in {DraftState.INTENDED, DraftState.ABANDONED, DraftState.SENT} or",
        ),
    ),
    Guard(
        "a mail by hand takes the place of the draft that lies there",
        Place(
            "domain/standing.py",
            "    return draft.laid_at <= mail.sent_at and (draft.state.lives or written_at(mail) <= draft.since)\n",
            "    return False\n",
        ),
    ),
    Guard(
        "the owner's own draft counts",
        Place(
            "domain/questions.py",
            "        return Ruling(state=State.DRAFTED, reason=why(Reason.OWN_DRAFT_LIES), retire=False)\n",
            "        return None\n",
        ),
    ),
    Guard(
        "an edited draft, saved under a new id, is known by its parent",
        Place(
            "domain/fate.py",
            "    lying.as_a_new_version,\n    lying.in_another_folder,\n    sent.as_it_was_taken_back,\n"
            "    gone.taken_back,\n",
            "    lying.in_another_folder,\n    sent.as_it_was_taken_back,\n    gone.taken_back,\n",
        ),
    ),
    Guard(
        "the daily cap, in the decision and where a draft is intended",
        Place(
            "domain/decide.py",
            "    beyond = {v.thread for v in due[max(cap - laid_today, 0) :]}\n",
            "    beyond: set[object] = set()\n",
        ),
        Place(
            "ledger/drafts.py",
            "    if intended_on(connection, day) >= cap:\n",
            "    if False:\n",
        ),
    ),
    Guard(
        "one client gets one draft at a time, in the decision and once a draft is intended",
        Place(
            "domain/one_at_a_time.py",
            "        if len(ahead) >= most:\n",
            "        if False:\n",
        ),
        Place(
            "service/laying.py",
            "        if self._is_one_too_many(draft, now):\n",
            "        if False:\n",
        ),
    ),
    Guard(
        "drafts are laid at their hour, on working days",
        Place(
            "domain/questions.py",
            "    if not calendar.why_off(today) and case.now >= calendar.opening(today):\n        return None\n",
            "    return None\n",
        ),
    ),
    Guard(
        "a client who is away is waited for",
        Place(
            "domain/questions.py",
            "    is_away,\n    has_promised,\n",
            "    has_promised,\n",
        ),
    ),
    Guard(
        "a stopped thread is left alone",
        Place(
            "domain/questions.py",
            "    _is_stopped,\n    is_doubtful,\n",
            "    is_doubtful,\n",
        ),
    ),
    Guard(
        "taking back is intended before it's done",
        Place(
            "service/retiring.py",
            "        self.ledger.settle(replace(draft, state=DraftState.RETIRING, since=now))\n",
            "",
        ),
    ),
    Guard(
        "an answer is looked for right after the APPEND",
        Place(
            "service/cycle.py",
            "        self._learn(self.clock())\n        yield from self._taken_back(verdict)\n",
            "        yield from self._taken_back(verdict)\n",
        ),
    ),
    Guard(
        "before and after an APPEND, what is told of folders unopened doesn't count",
        Place(
            "service/cycle.py",
            "        return self._learn_from(look, look.folders(closely=True))\n",
            "        return self._learn_from(look, look.folders(closely=self.closely))\n",
        ),
    ),
    Guard(
        "the first pass of a line opens every folder: what one before has read may not have been made use of",
        Place(
            "service/session.py",
            "            closely=self._opened_at is None or not timedelta(0) <= now - self._opened_at < FRESH,\n",
            "            closely=False,\n",
        ),
    ),
    Guard(
        "what lies there is looked at before it's taken back: flags, mod-sequence",
        Place(
            "mailbox/retire.py",
            "        if _touched(there, place):\n",
            "        if False:\n",
        ),
        needs=("--wire",),
        pace="overtaken",
    ),
    Guard(
        "what was touched since that look isn't marked: UNCHANGEDSINCE, and the flags that the answer tells",
        Place(
            "mailbox/retire.py",
            '        condition = b"" if there.mod_sequence is None else',
            '        condition = b"" if True else',
        ),
        Place(
            "mailbox/retire.py",
            '        if comparable(flags) - {"\\\\deleted"} != comparable(there.flags):\n',
            "        if False:\n",
        ),
        needs=("--wire",),
        pace="overtaken",
    ),
    Guard(
        "without CONDSTORE, the flags that the mark's answer tells",
        Place(
            "mailbox/retire.py",
            '        if comparable(flags) - {"\\\\deleted"} != comparable(there.flags):\n',
            "        if False:\n",
        ),
        needs=("--wire",),
        pace="overtaken",
    ),
    Guard(
        "whatever is learnt of a thread wakes it",
        Place("ledger/triggers.py", '    "messages": "n = {row}.thread",\n', ""),
        Place("ledger/triggers.py", '    "placements": _OF_A_MESSAGE,\n', ""),
        Place("ledger/triggers.py", "UPDATE OF size ON threads", "UPDATE OF born ON threads"),
    ),
    Guard(
        "what becomes of a draft wakes its thread",
        Place("ledger/triggers.py", '    "drafts": "n = {row}.thread",\n', ""),
    ),
    Guard(
        "what is heard of a client wakes whoever waits for them, in line for a draft too",
        Place("ledger/triggers.py", "WHERE in_line = 1 AND", "WHERE in_line = 2 AND"),
        Place(
            "domain/rest.py",
            "    if _has_a_draft(thread) or verdict.lay is not None:\n",
            "    if _has_a_draft(thread):\n",
        ),
        Place("ledger/resting.py", "dict.fromkeys((*woken, *neighbours))", "woken"),
        Place("ledger/resting.py", "    if heard:\n", "    if not heard:\n"),
    ),
    Guard(
        "an order wakes its thread",
        Place("ledger/triggers.py", '    "orders": "n = {row}.thread",\n', ""),
    ),
    Guard(
        "a thread rests no longer than until time may change its verdict",
        Place(
            "domain/rest.py",
            "    if verdict.next_at is not None:\n        yield verdict.next_at\n",
            "    if False:\n",
        ),
        Place("domain/rest.py", "    if verdict.is_silent:\n", "    if False:\n"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of a guard's absence: the number of the year, and the promise as it was told; or nothing."""

    guard: Guard
    year: int | None
    told: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Switch off the guards that are named, or all; 1 if one of them is not missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.guards", description=__doc__)
    parser.add_argument("names", nargs="*", help="words of the guards' names; all, if there are none")
    parser.add_argument("--years", type=int, default=_YEARS, help="how many to live without each (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="side by side (%(default)s)")
    options = parser.parse_args(arguments)
    chosen = [g for g in GUARDS if not options.names or any(word in g.name for word in options.names)]
    sys.stdout.write("| without this guard | year | what breaks |\n|---|---|---|\n")
    missed = True
    for found in _found(chosen, options.years, options.jobs):
        missed &= found.year is not None
        year = "none" if found.year is None else f"{found.year}"
        sys.stdout.write(f"| {found.guard.name} | {year} | {found.told} |\n")
        sys.stdout.flush()
    return 0 if missed else 1


def _found(guards: Sequence[Guard], years: int, jobs: int) -> Iterator[Found]:
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(lambda guard: _lived_without(guard, years), guards)


def _lived_without(guard: Guard, years: int) -> Found:
    """The first of these years in which a promise breaks without the guard."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "crickets"
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        switched_off(guard, copy)
        command = [
            sys.executable,
            "-m",
            "tests.simulation",
            "--seed",
            "guard",
            "--pace",
            guard.pace,
            "--years",
            str(years),
        ]
        ended = subprocess.run(
            [*command, *guard.needs],
            env={**os.environ, "PYTHONPATH": folder},
            capture_output=True,
            text=True,
            check=False,
        )  # what it says is read, however it ends
    broken, again = (re.search(f"^{word}: (.*)", ended.stdout, re.MULTILINE) for word in ("Broken", "Again"))
    if broken is None or again is None:
        return Found(guard=guard, year=None, told=ended.stderr.strip().splitlines()[-1] if ended.stderr else "nothing")
    number = re.search(r"--first (\d+)", again[1])
    return Found(guard=guard, year=int(number[1]) + 1 if number else 0, told=broken[1])


def switched_off(guard: Guard, source: Path) -> None:
    """Take the guard out of a copy of the source; `ValueError` if it doesn't read as the table says."""
    for place in guard.places:
        file = source / place.file
        text = file.read_text(encoding="utf-8")
        if text.count(place.reads) != 1:
            raise ValueError(f"{place.file} doesn't read as the guard {guard.name!r} says: bring the table up to date")
        file.write_text(text.replace(place.reads, place.without), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

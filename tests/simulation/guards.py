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


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """A guard, and how the source reads without it."""

    name: str
    file: str
    reads: str
    without: str
    #: A second place that belongs to it, in the same file: how it reads, and how without.
    also: tuple[str, str] = ("", "")
    #: More than the ordinary years need: "--wire" for what only the real adapter does.
    needs: tuple[str, ...] = ()


GUARDS = (
    Guard(
        name="an answer is looked for right before the APPEND",
        file="service/cycle.py",
        reads="        now = self.clock()\n        self._learn(now)\n        anew = self._decided_anew",
        without="        now = self.clock()\n        anew = self._decided_anew",
    ),
    Guard(
        name="the decision is made anew right before the APPEND",
        file="service/cycle.py",
        reads="        if anew is None or anew.lay is None or _key(anew.lay) != _key(lay):\n",
        without="        if anew is None:\n",
    ),
    Guard(
        name="what was read too long ago supports nothing",
        file="service/cycle.py",
        reads="        if not self._is_recent(now):\n",
        without="        if False:\n",
    ),
    Guard(
        name="a draft is intended before it's appended",
        file="service/cycle.py",
        reads="        if not self.ledger.intend(draft, day=day, cap=cap):\n",
        without="        if False:\n",
        also=(
            "        self.ledger.settle(laid)\n        return laid\n",
            "        self.ledger.intend(draft, day=day, cap=cap)\n        return laid\n",
        ),
    ),
    Guard(
        name="a lost APPEND is sought before it's tried again",
        file="domain/fate.py",
        reads="    _lies_under_its_id,\n    _was_sent_under_its_id,\n",
        without="    _was_sent_under_its_id,\n",
    ),
    Guard(
        name="evidence must be complete",
        file="domain/questions.py",
        reads="    if not case.evidence.complete or read_up_to is None:\n",
        without="    if read_up_to is None:\n",
    ),
    Guard(
        name="a Sent folder that is suddenly empty says nothing",
        file="service/gather.py",
        reads="    if loss is not None:\n",
        without="    if False:\n",
    ),
    Guard(
        name="another UIDVALIDITY: the folder is read anew",
        file="service/gather.py",
        reads="    return (known.uid_validity, known.role) == (state.uid_validity, folder.role) and not set_back\n",
        without="    return True\n",
    ),
    Guard(
        name="answers in Junk and Trash count",
        file="domain/people.py",
        reads="        and m.places - {Role.DRAFTS, Role.TEMPLATES}\n    )\n    return tuple(sorted(theirs",
        without="        and m.places - {Role.DRAFTS, Role.TEMPLATES, Role.JUNK, Role.TRASH}\n    )\n"
        "    return tuple(sorted(theirs",
    ),
    Guard(
        name="what the owner saved anew while a draft is being taken back is theirs",
        file="domain/fate.py",
        reads="    _lies_as_a_new_version,\n    _was_taken_back,\n",
        without="    _was_taken_back,\n    _lies_as_a_new_version,\n",
    ),
    Guard(
        name="a draft that left waits for its copy in Sent",
        file="domain/fate.py",
        reads="SENT_GRACE = timedelta(minutes=10)\n",
        without="SENT_GRACE = timedelta(0)\n",
    ),
    Guard(
        name="a draft thrown away is a step skipped",
        file="domain/standing.py",
        reads="    return draft.state is DraftState.THROWN_AWAY and not any(",
        without="    return False and not any(",
    ),
    Guard(
        name="a draft that was sent moves the plan on",
        file="domain/standing.py",
        reads="    return draft.state is DraftState.SENT and (draft.sent_as in ids or draft.id in ids)\n",
        without="    return False\n",
    ),
    Guard(
        name="a mail by hand takes the place of the draft that lies there",
        file="domain/standing.py",
        reads="    return draft.laid_at <= mail.sent_at and (draft.state.lives or written_at(mail) <= draft.since)\n",
        without="    return False\n",
    ),
    Guard(
        name="the owner's own draft counts",
        file="domain/questions.py",
        reads="        return Ruling(state=State.DRAFTED, reason=why(Reason.OWN_DRAFT_LIES), retire=False)\n",
        without="        return None\n",
    ),
    Guard(
        name="an edited draft, saved under a new id, is known by its parent",
        file="domain/fate.py",
        reads="    _lies_as_a_new_version,\n    _was_taken_back,\n",
        without="    _was_taken_back,\n",
    ),
    Guard(
        name="the daily cap",
        file="domain/decide.py",
        reads="    beyond = {v.thread for v in due[max(cap - laid_today, 0) :]}\n",
        without="    beyond: set[object] = set()\n",
    ),
    Guard(
        name="drafts are laid at their hour, on working days",
        file="domain/questions.py",
        reads="    if not calendar.why_off(today) and case.now >= calendar.opening(today):\n        return None\n",
        without="    return None\n",
    ),
    Guard(
        name="a client who is away is waited for",
        file="domain/questions.py",
        reads="    _is_away,\n    _has_promised,\n",
        without="    _has_promised,\n",
    ),
    Guard(
        name="a stopped thread is left alone",
        file="domain/questions.py",
        reads="    _is_stopped,\n    _is_doubtful,\n",
        without="    _is_doubtful,\n",
    ),
    Guard(
        name="an answer is looked for right after the APPEND",
        file="service/cycle.py",
        reads="        self._learn(self.clock())\n        yield from self._taken_back(verdict)\n",
        without="        yield from self._taken_back(verdict)\n",
    ),
    Guard(
        name="what lies there is looked at before it's taken back: flags, mod-sequence",
        file="mailbox/retire.py",
        reads="        if _touched(there, place):\n",
        without="        if False:\n",
        needs=("--wire",),
    ),
    Guard(
        name="UNCHANGEDSINCE: only what nobody has touched since that look is marked",
        file="mailbox/retire.py",
        reads='        condition = b"" if there.mod_sequence is None else',
        without='        condition = b"" if True else',
        needs=("--wire",),
    ),
    Guard(
        name="the flags that the mark's answer tells are those of the look",
        file="mailbox/retire.py",
        reads='        if comparable(flags) - {"\\\\deleted"} != comparable(there.flags):\n',
        without="        if False:\n",
        needs=("--wire",),
    ),
    Guard(
        name="a message laid is read back by its Message-ID",
        file="mailbox/drafts.py",
        reads="        if message_id_of(header.header) == message_id:\n",
        without="        if True:\n",
        needs=("--wire",),
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
        command = [sys.executable, "-m", "tests.simulation", "--seed", "guard", "--years", str(years), *guard.needs]
        ended = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": folder}, capture_output=True, text=True, check=False
        )  # what it says is read, however it ends
    broken, again = (re.search(f"^{word}: (.*)", ended.stdout, re.MULTILINE) for word in ("Broken", "Again"))
    if broken is None or again is None:
        return Found(guard=guard, year=None, told=ended.stderr.strip().splitlines()[-1] if ended.stderr else "nothing")
    number = re.search(r"--first (\d+)", again[1])
    return Found(guard=guard, year=int(number[1]) + 1 if number else 0, told=broken[1])


def switched_off(guard: Guard, source: Path) -> None:
    """Take the guard out of a copy of the source; `ValueError` if it doesn't read as the table says."""
    file = source / guard.file
    text = file.read_text(encoding="utf-8")
    for reads, without in ((guard.reads, guard.without), guard.also):
        if reads and text.count(reads) != 1:
            raise ValueError(f"{guard.file} doesn't read as the guard {guard.name!r} says: bring the table up to date")
        text = text.replace(reads, without) if reads else text
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
